//! Every sign that a formula is drawn with, in one table.

use std::borrow::Cow;

use super::scripts::taken_apart;

/// A set of signs.
#[derive(Debug, PartialEq, Eq)]
pub struct Symbols {
    /// Between terms that are added.
    pub plus: &'static str,
    /// Between terms that are subtracted, and before a negative.
    pub minus: &'static str,
    /// Between factors.
    pub times: &'static str,
    /// Between what is divided and what it is divided by, on one line.
    pub over: &'static str,
    /// Between base and exponent, on one line.
    pub power: &'static str,
    /// A cell of the bar of a fraction.
    pub bar: &'static str,
    /// What a partial derivative's parts begin with.
    pub partial: &'static str,
    /// What stands above an estimate.
    pub hat: &'static str,
    /// The base of the natural logarithm.
    pub euler: &'static str,
    /// Round brackets.
    pub round: Brackets,
    /// The bars of a magnitude.
    pub magnitude: Brackets,
    /// The parts of a root.
    pub root: Root,
    /// Whether Greek letters stay as they are; else they are spelled.
    pub greek: bool,
}

/// A pair of brackets of any height.
#[derive(Debug, PartialEq, Eq)]
pub struct Brackets {
    /// The opening one.
    pub open: Bracket,
    /// The closing one.
    pub close: Bracket,
}

/// One bracket of any height; all parts are equally wide.
#[derive(Debug, PartialEq, Eq)]
pub struct Bracket {
    /// One row high.
    pub single: &'static str,
    /// Its top row.
    pub top: &'static str,
    /// The rows between.
    pub middle: &'static str,
    /// Its bottom row.
    pub bottom: &'static str,
}

/// The sign of a root; all parts but the line are equally wide.
#[derive(Debug, PartialEq, Eq)]
pub struct Root {
    /// Left of the line.
    pub corner: &'static str,
    /// Beside all rows but the last.
    pub side: &'static str,
    /// Beside the last row.
    pub foot: &'static str,
    /// A cell of the line above.
    pub line: &'static str,
}

/// The signs of mathematics.
pub const UNICODE: Symbols = Symbols {
    plus: "+",
    minus: "−",
    times: "·",
    over: "/",
    power: "^",
    bar: "─",
    partial: "∂",
    hat: "^",
    euler: "e",
    round: Brackets {
        open: Bracket { single: "(", top: "⎛", middle: "⎜", bottom: "⎝" },
        close: Bracket { single: ")", top: "⎞", middle: "⎟", bottom: "⎠" },
    },
    magnitude: Brackets {
        open: Bracket { single: "|", top: "│", middle: "│", bottom: "│" },
        close: Bracket { single: "|", top: "│", middle: "│", bottom: "│" },
    },
    root: Root { corner: "┌", side: "│", foot: "√", line: "─" },
    greek: true,
};

/// The signs in which formulas can be typed, and letters as they are.
pub const TYPED: Symbols = Symbols { greek: true, ..ASCII };

/// The signs of Python.
pub const PYTHON: Symbols = Symbols { power: "**", ..ASCII };

/// The signs that every terminal has.
pub const ASCII: Symbols = Symbols {
    plus: "+",
    minus: "-",
    times: "*",
    over: "/",
    power: "^",
    bar: "-",
    partial: "d",
    hat: "^",
    euler: "e",
    round: Brackets {
        open: Bracket { single: "(", top: "/", middle: "|", bottom: "\\" },
        close: Bracket { single: ")", top: "\\", middle: "|", bottom: "/" },
    },
    magnitude: Brackets {
        open: Bracket { single: "|", top: "|", middle: "|", bottom: "|" },
        close: Bracket { single: "|", top: "|", middle: "|", bottom: "|" },
    },
    root: Root { corner: "  ", side: " |", foot: "\\/", line: "_" },
    greek: false,
};

/// The Greek letters that formulas use, and how they are spelled.
pub(super) const GREEK: [(char, &str); 34] = [
    ('α', "alpha"),
    ('β', "beta"),
    ('γ', "gamma"),
    ('δ', "delta"),
    ('ε', "epsilon"),
    ('ζ', "zeta"),
    ('η', "eta"),
    ('θ', "theta"),
    ('ι', "iota"),
    ('κ', "kappa"),
    ('λ', "lambda"),
    ('μ', "mu"),
    ('ν', "nu"),
    ('ξ', "xi"),
    ('π', "pi"),
    ('ρ', "rho"),
    ('σ', "sigma"),
    ('τ', "tau"),
    ('υ', "upsilon"),
    ('φ', "phi"),
    ('χ', "chi"),
    ('ψ', "psi"),
    ('ω', "omega"),
    ('Γ', "Gamma"),
    ('Δ', "Delta"),
    ('Θ', "Theta"),
    ('Λ', "Lambda"),
    ('Ξ', "Xi"),
    ('Π', "Pi"),
    ('Σ', "Sigma"),
    ('Υ', "Upsilon"),
    ('Φ', "Phi"),
    ('Ψ', "Psi"),
    ('Ω', "Omega"),
];

/// How signs that stand in sentences are spelled in ASCII.
const SIGNS: [(char, &str); 25] = [
    ('−', "-"),
    ('–', "-"),
    ('—', "-"),
    ('─', "-"),
    ('·', "*"),
    ('×', "x"),
    ('÷', "/"),
    ('½', "1/2"),
    ('¼', "1/4"),
    ('∂', "d"),
    ('∇', "grad "),
    ('√', "sqrt"),
    ('≈', "~"),
    ('≥', ">="),
    ('≤', "<="),
    ('≠', "!="),
    ('→', "->"),
    ('←', "<-"),
    ('↑', "^"),
    ('↓', "v"),
    ('…', "..."),
    ('’', "'"),
    ('‘', "'"),
    ('“', "\""),
    ('”', "\""),
];

/// The Greek letter of that name.
pub(super) fn greek(name: &str) -> Option<char> {
    GREEK.iter().find(|(_, spelled)| *spelled == name).map(|(letter, _)| *letter)
}

/// How a Greek letter is spelled.
pub(crate) fn spelling(letter: char) -> Option<&'static str> {
    GREEK.iter().find(|(greek, _)| *greek == letter).map(|(_, spelled)| *spelled)
}

impl Symbols {
    /// The text as this set of signs writes it.
    #[must_use]
    pub fn spelled<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.greek || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        let mut spelled = String::with_capacity(text.len());
        for letter in text.chars() {
            match spelling(letter) {
                Some(spelling) => spelled.push_str(spelling),
                None => spelled.push(letter),
            }
        }
        Cow::Owned(spelled)
    }

    /// A sentence as this set of signs writes it.
    #[must_use]
    pub fn plain<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let spelled = self.spelled(text);
        if self.greek || spelled.is_ascii() {
            return spelled;
        }
        let mut plain = String::with_capacity(spelled.len());
        // Characters that are lowered or raised together have one mark before them.
        let mut open = None;
        for letter in spelled.chars() {
            let script = taken_apart(letter);
            if let Some((mark, letter)) = script {
                if open != Some(mark) {
                    plain.push(mark);
                }
                plain.push(letter);
            } else {
                match SIGNS.iter().find(|(sign, _)| *sign == letter) {
                    Some((_, spelling)) => plain.push_str(spelling),
                    None => plain.push(letter),
                }
            }
            open = script.map(|(mark, _)| mark);
        }
        Cow::Owned(plain)
    }
}
