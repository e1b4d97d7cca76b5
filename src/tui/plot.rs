//! Curves and marks over two axes. Where a point falls is found in exact decimals; only the canvas that sets the dots
//! counts them in floats.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::symbols::Marker;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget as _;
use ratatui::widgets::canvas::{Canvas, Line as Stroke, Points};
use rust_decimal::Decimal;

use super::look::Look;
use super::text::{fit, width};

/// Points that belong together.
#[derive(Debug, Default)]
pub(super) struct Curve {
    /// From left to right; between the ends of a gap nothing is drawn.
    pub(super) points: Vec<(Decimal, Option<Decimal>)>,
    /// Its colour; it is named by its label as well.
    pub(super) style: Style,
    /// What stands at its right end.
    pub(super) label: String,
    /// Whether the axes reach as far as it does; what does not fit is left out otherwise.
    pub(super) leads: bool,
}

/// A sign at a point.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) at: (Decimal, Decimal),
    pub(super) sign: String,
    pub(super) style: Style,
}

/// What is drawn.
#[derive(Debug, Default)]
pub(super) struct Plot {
    pub(super) curves: Vec<Curve>,
    pub(super) marks: Vec<Mark>,
    /// What goes to the right, and what goes up.
    pub(super) axes: (String, String),
    /// Where a line stands upright: the point that a reader looks at.
    pub(super) upright: Option<Decimal>,
    /// From where to where the axis to the right goes at least.
    pub(super) across: Option<(Decimal, Decimal)>,
    /// What the axis up never goes below, where no point does.
    pub(super) floor: Option<Decimal>,
    /// Whether the axis up goes by powers of ten.
    pub(super) is_logarithmic: bool,
}

/// From where to where an axis goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    low: Decimal,
    high: Decimal,
}

impl Range {
    fn of(values: impl Iterator<Item = Decimal>) -> Option<Self> {
        let range = values.fold(None, |range: Option<Self>, value| {
            Some(range.map_or(Self { low: value, high: value }, |range| Self {
                low: range.low.min(value),
                high: range.high.max(value),
            }))
        })?;
        // A level curve lies in the middle of what is drawn.
        let room = if range.low == range.high { Decimal::ONE } else { Decimal::ZERO };
        Some(Self { low: range.low.checked_sub(room)?, high: range.high.checked_add(room)? })
    }

    /// The dot of a value among so many; none outside the range.
    fn dot(self, value: Decimal, dots: u32) -> Option<i32> {
        if value < self.low || value > self.high {
            return None;
        }
        let part = value.checked_sub(self.low)?.checked_div(self.high.checked_sub(self.low)?)?;
        i32::try_from(part.checked_mul(dots.saturating_sub(1).into())?.round()).ok()
    }
}

/// How exactly a power of ten is found: finer than any dot.
const HALVINGS: u32 = 14;

/// The logarithm of a number to the base of ten, exact enough for a place on an axis; none of what has none.
fn logarithm(value: Decimal) -> Option<Decimal> {
    if value <= Decimal::ZERO {
        return None;
    }
    let (mut rest, mut whole) = (value, Decimal::ZERO);
    while rest >= Decimal::TEN {
        (rest, whole) = (rest.checked_div(Decimal::TEN)?, whole + Decimal::ONE);
    }
    while rest < Decimal::ONE {
        (rest, whole) = (rest.checked_mul(Decimal::TEN)?, whole - Decimal::ONE);
    }
    let mut part = Decimal::ONE;
    for _ in 0..HALVINGS {
        part = part.checked_div(Decimal::TWO)?;
        rest = rest.round_dp(14).checked_mul(rest.round_dp(14))?;
        if rest >= Decimal::TEN {
            (rest, whole) = (rest.checked_div(Decimal::TEN)?, whole + part);
        }
    }
    Some(whole)
}

/// A place on an axis of powers of ten: `10^-3.5`.
fn power_of_ten(look: &Look, exponent: Decimal) -> String {
    format!("10^{}", look.signs.number(&exponent.round_dp(1).normalize().to_string()))
}

impl Plot {
    /// Where a value stands on the axis up; none where it has no place there.
    fn height(&self, value: Decimal) -> Option<Decimal> {
        if self.is_logarithmic { logarithm(value) } else { Some(value) }
    }

    /// Draws the plot with its axes; nothing where there are no points or no room.
    pub(super) fn draw(&self, look: &Look, area: Rect, buffer: &mut Buffer) {
        let leading = || self.curves.iter().filter(|curve| curve.leads);
        let marked = |axis: fn(&Mark) -> Decimal| self.marks.iter().map(axis);
        let across = leading().flat_map(|curve| curve.points.iter().map(|point| point.0));
        let up = leading().flat_map(|curve| curve.points.iter().filter_map(|point| point.1));
        let asked = self.across.into_iter().flat_map(|(low, high)| [low, high]);
        let across = Range::of(across.chain(marked(|mark| mark.at.0)).chain(asked));
        let up = Range::of(up.chain(marked(|mark| mark.at.1)).filter_map(|value| self.height(value)));
        let (Some(across), Some(mut up)) = (across, up) else { return };
        if let Some(floor) = self.floor.filter(|_| !self.is_logarithmic) {
            let is_reached = leading().flat_map(|curve| &curve.points).any(|point| point.1.is_some_and(|y| y < floor));
            up.low = if is_reached { up.low } else { up.low.max(floor) };
        }
        let written = |value: Decimal| if self.is_logarithmic { power_of_ten(look, value) } else { look.exact(value) };
        let (low, high) = (written(up.low), written(up.high));
        let left = u16::try_from(width(&low).max(width(&high)) + 1).unwrap_or(u16::MAX);
        let labels = self.curves.iter().map(|curve| width(&curve.label) + 2).max().unwrap_or(0);
        let right = u16::try_from(if labels > 0 { labels + 1 } else { 0 }).unwrap_or(u16::MAX).min(area.width / 3);
        if area.height < 5 || area.width < left + right + 10 {
            return;
        }
        let inner = Rect { x: area.x + left, y: area.y + 1, width: area.width - left - right, height: area.height - 3 };
        let put = |buffer: &mut Buffer, x: u16, y: u16, text: &str, room: usize| {
            buffer.set_string(x, y, fit(text, room, look.signs.ellipsis), look.theme.faint);
        };
        let all = usize::from(area.width);
        put(buffer, area.x, area.y, &self.axes.1, all);
        put(buffer, area.x, inner.y, &high, left.into());
        put(buffer, area.x, inner.bottom() - 1, &low, left.into());
        let floor = inner.bottom();
        buffer.set_string(inner.x, floor, look.signs.rule.repeat(inner.width.into()), look.theme.faint);
        let (first, last) = (look.exact(across.low), look.exact(across.high));
        let name = fit(
            &self.axes.0,
            usize::from(inner.width).saturating_sub(width(&first) + width(&last) + 2),
            look.signs.ellipsis,
        );
        put(buffer, inner.x, floor + 1, &first, inner.width.into());
        let end = inner.right().saturating_sub(u16::try_from(width(&last)).unwrap_or(0));
        put(buffer, end, floor + 1, &last, inner.width.into());
        let middle = inner.x + (inner.width.saturating_sub(u16::try_from(width(&name)).unwrap_or(0))) / 2;
        put(buffer, middle, floor + 1, &name, inner.width.into());
        self.dots(look, (across, up), inner, buffer);
        self.names(look, up, inner, usize::from(right), buffer);
    }

    /// Sets the dots of the curves, and the signs over them.
    fn dots(&self, look: &Look, (across, up): (Range, Range), inner: Rect, buffer: &mut Buffer) {
        let (marker, per_cell) = look.signs.dots;
        let size = (u32::from(inner.width) * per_cell.0, u32::from(inner.height) * per_cell.1);
        let dot = |x: Decimal, y: Decimal| Some((across.dot(x, size.0)?, up.dot(y, size.1)?));
        let is_inside = |y: Decimal| (up.low..=up.high).contains(&y);
        if let Some(x) =
            self.upright.and_then(|x| across.dot(x, inner.width.into())).and_then(|x| u16::try_from(x).ok())
        {
            for y in inner.top()..inner.bottom() {
                buffer.set_string(inner.x + x, y, look.signs.upright, look.theme.faint);
            }
        }
        for curve in &self.curves {
            let points: Vec<(Decimal, Option<Decimal>)> =
                curve.points.iter().map(|&(x, y)| (x, y.and_then(|y| self.height(y)))).collect();
            let mut dots = Vec::with_capacity(points.len());
            for (at, &(x, y)) in points.iter().enumerate() {
                // What leaves the picture is drawn as far as its edge.
                let before = at.checked_sub(1).and_then(|before| points[before].1).is_some_and(is_inside);
                let y = y.map(|y| if before && !is_inside(y) { y.clamp(up.low, up.high) } else { y });
                dots.push(y.and_then(|y| dot(x, y)));
            }
            set_dots(&dots, curve.style.fg.unwrap_or(Color::Reset), marker, size, inner, buffer);
        }
        for mark in &self.marks {
            let x = across.dot(mark.at.0, inner.width.into()).and_then(|x| u16::try_from(x).ok());
            let y = self.height(mark.at.1).and_then(|y| up.dot(y, inner.height.into()));
            let y = y.and_then(|y| u16::try_from(y).ok());
            if let (Some(x), Some(y)) = (x, y) {
                buffer.set_string(inner.x + x, inner.bottom() - 1 - y, &mark.sign, mark.style);
            }
        }
    }

    /// Names each curve where it ends, on a row of its own.
    fn names(&self, look: &Look, up: Range, inner: Rect, room: usize, buffer: &mut Buffer) {
        let mut free: Vec<u16> = (inner.top()..inner.bottom()).collect();
        for curve in self.curves.iter().filter(|curve| !curve.label.is_empty()) {
            let end = curve.points.iter().rev().find_map(|point| point.1).and_then(|y| self.height(y));
            let leaves = end.is_some_and(|y| y > up.high || y < up.low);
            let end = end.map(|y| y.clamp(up.low, up.high));
            let row = end.and_then(|y| up.dot(y, inner.height.into())).and_then(|y| u16::try_from(y).ok()).unwrap_or(0);
            let wanted = inner.bottom() - 1 - row;
            let Some(at) = (0..free.len()).min_by_key(|&at| free[at].abs_diff(wanted)) else { return };
            let label = if leaves { format!("{} {}", curve.label, look.signs.leaves) } else { curve.label.clone() };
            let text = fit(&label, room.saturating_sub(1), look.signs.ellipsis);
            let line = Line::from(Span::styled(text, curve.style));
            buffer.set_line(inner.right() + 1, free.remove(at), &line, inner.width);
        }
    }
}

/// Sets dots and joins neighbours.
#[expect(clippy::disallowed_types, reason = "a canvas counts its dots in floats; every dot here is a whole number")]
fn set_dots(
    dots: &[Option<(i32, i32)>],
    color: Color,
    marker: Marker,
    size: (u32, u32),
    area: Rect,
    buffer: &mut Buffer,
) {
    let bounds = |dots: u32| [0.0, f64::from(dots.saturating_sub(1))];
    let point = |(x, y): (i32, i32)| (f64::from(x), f64::from(y));
    let set: Vec<(f64, f64)> = dots.iter().flatten().copied().map(point).collect();
    let mut layer = Buffer::empty(area);
    Canvas::default()
        .marker(marker)
        .x_bounds(bounds(size.0))
        .y_bounds(bounds(size.1))
        .paint(|context| {
            context.draw(&Points { coords: &set, color });
            for pair in dots.windows(2) {
                if let [Some(from), Some(to)] = *pair {
                    let ((x1, y1), (x2, y2)) = (point(from), point(to));
                    context.draw(&Stroke { x1, y1, x2, y2, color });
                }
            }
        })
        .render(area, &mut layer);
    // A canvas clears what is below it: only its dots are taken.
    for position in area.positions() {
        if layer[position].symbol() != " " && layer[position].symbol() != "\u{2800}" {
            buffer[position] = layer[position].clone();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_ten_are_found_to_the_third_decimal() {
        for (value, expected) in [("1", "0"), ("1000", "3"), ("0.001", "-3"), ("2", "0.301"), ("0.05", "-1.301")] {
            let (value, expected): (Decimal, Decimal) = (value.parse().unwrap(), expected.parse().unwrap());
            let gap = (logarithm(value).unwrap() - expected).abs();
            assert!(gap < Decimal::new(1, 3), "{value}: {gap}");
        }
        assert_eq!(logarithm(Decimal::ZERO), None);
        assert_eq!(logarithm(Decimal::NEGATIVE_ONE), None);
    }
}
