//! Which part of the window is for what: fixed for a size, so that nothing jumps between steps.

use ratatui::layout::Rect;

use super::manner::{Detail, Manner};
use super::pen::SMALLEST;

/// The parts of a window that shows a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Regions {
    /// The lesson, where one is, and the conventions; one row or two.
    pub(super) header: Rect,
    /// A rule that shows how far one is.
    pub(super) progress: Rect,
    /// The picture; empty where there is no room for it.
    pub(super) picture: Rect,
    /// The rule below the picture.
    pub(super) rule: Rect,
    /// The question.
    pub(super) question: Rect,
    /// The formula with names.
    pub(super) formula: Rect,
    /// The formula with numbers, and the result.
    pub(super) work: Rect,
    /// Why.
    pub(super) why: Rect,
    /// Where numbers come from and go to.
    pub(super) links: Rect,
    /// What there is to say, or a rule.
    pub(super) notice: Rect,
    /// The keys.
    pub(super) footer: Rect,
    /// The steps around; empty where there is no room for it.
    pub(super) outline: Rect,
}

/// From this width the steps around stand at the right.
const WIDE: u16 = 120;

/// How wide they are.
const OUTLINE: u16 = 36;

/// The rows that a formula keeps where its work is opened, in a window with a picture.
const OPEN_FORMULA: u16 = 5;

/// From so many rows of work on some can be left empty.
const MUCH_WORK: u16 = 7;

/// From this width their values stand beside them.
const VERY_WIDE: u16 = 180;

/// How wide they are then.
const OUTLINE_WITH_VALUES: u16 = 84;

/// The rows of a picture are about a quarter of the window, and no fewer and no more than these.
const PICTURE: (u16, u16) = (4, 24);

/// Work with more rows would drive what is said of it away from it.
const MOST_WORK: u16 = 14;

impl Regions {
    /// Divides a window; `None` where it is too small.
    #[must_use]
    pub(super) fn of(area: Rect) -> Option<Self> {
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return None;
        }
        let mut rest = area;
        let outline_width = match area.width {
            VERY_WIDE.. => OUTLINE_WITH_VALUES,
            WIDE.. => OUTLINE,
            _ => 0,
        };
        let header = top(&mut rest, if area.height >= 18 { 2 } else { 1 });
        let progress = top(&mut rest, 1);
        let footer = bottom(&mut rest, 1);
        let notice = bottom(&mut rest, 1);
        let outline = Rect { x: rest.right() - outline_width, width: outline_width, ..rest };
        rest.width -= outline_width;
        let has_picture = area.height >= 20 && area.width >= 60;
        let picture_rows = (area.height / 4).saturating_sub(1).clamp(PICTURE.0, PICTURE.1);
        let picture = top(&mut rest, if has_picture { picture_rows } else { 0 });
        let rule = top(&mut rest, u16::from(has_picture));
        let board = rest.height;
        let question = top(&mut rest, if area.width >= 70 { 1 } else { 2 });
        let links = bottom(&mut rest, u16::from(board >= 10));
        let why = bottom(
            &mut rest,
            match board {
                0..=8 => 0,
                9..=11 => 1,
                12..=15 => 2,
                _ => 4,
            },
        );
        let formula = match rest.height {
            0..=5 => rest.height.saturating_sub(3),
            6..=8 => 3,
            9..=13 => 5,
            _ => 7,
        };
        let formula = top(&mut rest, formula);
        // What belongs together stands together; the rest of a tall window stays empty.
        let spare = rest.height.saturating_sub(MOST_WORK);
        rest.height -= spare;
        let (why, links) = (Rect { y: why.y - spare, ..why }, Rect { y: links.y - spare, ..links });
        Some(Self {
            header,
            progress,
            picture,
            rule,
            question,
            formula,
            work: rest,
            why,
            links,
            notice,
            footer,
            outline,
        })
    }

    /// The same for a manner: work that is opened takes the room of the picture and most of that of the formula, and
    /// before others there is more space.
    #[must_use]
    pub(super) fn for_manner(self, manner: &Manner) -> Self {
        let mut regions = self;
        if manner.detail == Detail::Open {
            let (top, rows) =
                if regions.picture.height > 0 { (regions.picture.y, OPEN_FORMULA) } else { (self.question.y, 2) };
            regions.picture.height = 0;
            regions.rule.height = 0;
            regions.rule.y = top;
            regions.question.y = top;
            let bottom = regions.work.bottom();
            regions.formula.y = regions.question.bottom();
            regions.formula.height = regions.formula.height.min(rows);
            regions.work.y = regions.formula.bottom();
            regions.work.height = bottom - regions.work.y;
        }
        if manner.is_presenting && regions.work.height >= MUCH_WORK {
            regions.formula.y += 1;
            regions.work.y += 2;
            regions.work.height -= 2;
        }
        regions
    }

    /// Whether the steps around have room for their values.
    #[must_use]
    pub(super) fn has_values(&self) -> bool {
        self.outline.width >= OUTLINE_WITH_VALUES
    }

    /// Everything between progress and footer: what lies over a step is laid over this.
    #[must_use]
    pub(super) fn middle(&self) -> Rect {
        let top = self.progress.bottom();
        Rect { y: top, height: self.notice.y.saturating_sub(top), ..self.progress }
    }

    /// The same without the picture.
    #[must_use]
    pub(super) fn below_picture(&self) -> Rect {
        let top = self.rule.y;
        Rect { y: top, height: self.notice.y.saturating_sub(top), ..self.progress }
    }
}

/// Takes rows off the top.
fn top(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height);
    let taken = Rect { height: rows, ..*rest };
    rest.y += rows;
    rest.height -= rows;
    taken
}

/// Takes rows off the bottom.
fn bottom(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height);
    rest.height -= rows;
    Rect { y: rest.bottom(), height: rows, ..*rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_window_has_room_for_everything_but_the_outline() {
        let regions = Regions::of(Rect::new(0, 0, 80, 24)).expect("regions");
        let rows = [regions.picture, regions.question, regions.formula, regions.work, regions.why, regions.links];
        assert_eq!(rows.map(|region| region.height), [5, 1, 5, 4, 2, 1]);
        assert_eq!(regions.outline.width, 0);
    }

    #[test]
    fn a_small_window_keeps_question_formula_and_work() {
        let regions = Regions::of(Rect::new(0, 0, 40, 12)).expect("regions");
        let rows = [regions.picture, regions.question, regions.formula, regions.work, regions.why, regions.links];
        assert_eq!(rows.map(|region| region.height), [0, 2, 3, 3, 0, 0]);
        assert_eq!(Regions::of(Rect::new(0, 0, 39, 12)), None);
        assert_eq!(Regions::of(Rect::new(0, 0, 40, 11)), None);
    }

    #[test]
    fn regions_never_overlap_and_fill_the_window() {
        for width in 40..200 {
            for height in 12..70 {
                let area = Rect::new(0, 0, width, height);
                let Some(r) = Regions::of(area) else { panic!("{width}x{height}") };
                let column = [r.header, r.progress, r.picture, r.rule, r.question, r.formula, r.work, r.why, r.links];
                let below_each_other = column.windows(2).all(|pair| pair[0].bottom() == pair[1].y);
                assert!(below_each_other && r.links.bottom() <= r.notice.y, "{width}x{height}");
                let rows: u16 = column.iter().chain([&r.notice, &r.footer]).map(|region| region.height).sum();
                assert!(rows == height || (rows < height && r.work.height == MOST_WORK), "{width}x{height}");
                assert!(r.work.height >= 3 && r.formula.height >= 2, "{width}x{height}");
            }
        }
    }
}
