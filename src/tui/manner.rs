//! In which manner the board is shown: how many digits and in which form, how much detail, whether the result waits
//! to be asked for, and whether the lesson goes on by itself. And what is said of it.

use rust_decimal::Decimal;

use super::autoplay::Autoplay;
use super::pen::Pen;
use crate::formula::Name;
use crate::lesson::Position;
use crate::number::{Form, Format};

/// Stands where a result waits to be asked for.
pub(super) const HIDDEN: &str = "?";

/// In which manner the board is shown.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    /// The digits that the reader asked for, if not those of the lesson.
    pub format: Option<Format>,
    /// How results are written.
    pub form: Form,
    /// How much of the work is shown.
    pub detail: Detail,
    /// Whether results wait until they are asked for.
    pub is_presenting: bool,
    /// The step whose result was asked for, and its run.
    pub asked: Option<(Option<Name>, Position)>,
    /// Whether the lesson goes on by itself.
    pub autoplay: Autoplay,
}

/// How much of the work is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Detail {
    /// A step that is worked like an earlier one takes one row.
    Folded,
    /// The formula with numbers and what is left of it after each round.
    #[default]
    Usual,
    /// Every operation on a row of its own.
    Open,
}

/// What is said when the manner changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// So many digits are shown.
    Digits(Format),
    /// On paper the digits are those of the rounding.
    DigitsOfPaper,
    /// Results are written in this form.
    Form(Form, Format),
    /// Results wait, or no longer do.
    Presenting(bool),
    /// The lesson goes on by itself, or would, at this pace.
    Pace(Autoplay),
    /// It no longer does.
    Halted,
    /// So much of the work is shown.
    Detail(Detail),
    /// All steps behind are worked like earlier ones.
    NothingNew,
}

/// The sentence for a change.
pub(super) fn said(pen: &Pen<'_>, told: Told) -> String {
    let digits = |format: Format| [("count", format.decimals.into())];
    match told {
        Told::Digits(format) | Told::Form(Form::Decimal, format) => {
            let id = if format.by_significance { "screen-digits-significant" } else { "screen-digits-decimals" };
            pen.text(id, &digits(format))
        }
        Told::DigitsOfPaper => pen.text("screen-digits-of-paper", &[]),
        Told::Form(Form::Scientific, format) => pen.text("screen-form-scientific", &digits(format)),
        Told::Form(Form::Fraction, _) => pen.text("screen-form-fraction", &[]),
        Told::Presenting(true) => pen.text("screen-presenting-on", &[]),
        Told::Presenting(false) => pen.text("screen-presenting-off", &[]),
        Told::Pace(autoplay) => {
            let values = [("seconds", seconds(autoplay).into())];
            pen.text(if autoplay.is_on { "screen-plays" } else { "screen-pace" }, &values)
        }
        Told::Halted => pen.text("screen-plays-no-longer", &[]),
        Told::Detail(Detail::Folded) => pen.text("screen-detail-folded", &[]),
        Told::Detail(Detail::Usual) => pen.text("screen-detail-usual", &[]),
        Told::Detail(Detail::Open) => pen.text("screen-detail-open", &[]),
        Told::NothingNew => pen.text("screen-nothing-new", &[]),
    }
}

/// What is not as usual, in a word each.
pub(super) fn modes(pen: &Pen<'_>, manner: &Manner, practised: Option<(usize, usize)>) -> Vec<String> {
    let word = |id: &str| pen.text(id, &[]);
    let presenting = manner.is_presenting.then(|| word("screen-mode-presenting"));
    let plays = manner.autoplay.is_on.then(|| {
        let seconds = seconds(manner.autoplay);
        pen.text("screen-mode-plays", &[("seconds", seconds.into())])
    });
    let detail = match manner.detail {
        Detail::Folded => Some(word("screen-mode-folded")),
        Detail::Usual => None,
        Detail::Open => Some(word("screen-mode-open")),
    };
    let form = match manner.form {
        Form::Decimal => None,
        Form::Scientific => Some(word("screen-mode-scientific")),
        Form::Fraction => Some(word("screen-mode-fraction")),
    };
    let practice =
        practised.map(|(done, all)| pen.text("practice-mode", &[("done", done.into()), ("all", all.into())]));
    [practice, presenting, plays, detail, form].into_iter().flatten().collect()
}

/// How long a step is shown, in seconds: `0.5`.
fn seconds(autoplay: Autoplay) -> String {
    let millis = i64::try_from(autoplay.pace().as_millis()).unwrap_or(i64::MAX);
    Decimal::new(millis, 3).normalize().to_string()
}
