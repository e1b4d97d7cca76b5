//! A formula as LaTeX.

use super::drawing::{Drawing, drawing};
use super::label::{Labels, Symbol};
use super::symbols::spelling;
use super::tree::{Formula, Function};

impl Formula {
    /// The formula as LaTeX, for use in math mode, each name as `labels` says.
    #[must_use]
    pub fn latex(&self, labels: Labels<'_>) -> String {
        let mut text = String::new();
        write(&drawing(self, labels), &mut text);
        text
    }

    /// The same in the parts between which a line may be broken: each but the first begins with an operator.
    #[must_use]
    pub fn latex_parts(&self, labels: Labels<'_>) -> Vec<String> {
        let whole = drawing(self, labels);
        let Drawing::Row(pieces) = &whole else { return vec![self.latex(labels)] };
        let mut parts = vec![String::new()];
        for piece in pieces {
            if matches!(piece, Drawing::Plus | Drawing::Minus | Drawing::Times) {
                parts.push(String::new());
            }
            if let Some(part) = parts.last_mut() {
                write(piece, part);
            }
        }
        parts
    }
}

fn write(drawing: &Drawing, out: &mut String) {
    match drawing {
        Drawing::Row(parts) => parts.iter().for_each(|part| write(part, out)),
        Drawing::Number(text, _) => number(text, out),
        Drawing::Text(text, _) => word(text, out),
        Drawing::Symbol(shown, _) => symbol(shown, out),
        Drawing::Derivative(of, by, _) => {
            out.push_str("\\frac{\\partial ");
            symbol(of, out);
            out.push_str("}{\\partial ");
            symbol(by, out);
            out.push('}');
        }
        Drawing::Plus => out.push_str(" + "),
        Drawing::Minus => out.push_str(" - "),
        Drawing::Sign => out.push('-'),
        Drawing::Times => out.push_str(" \\cdot "),
        Drawing::Comma => out.push_str(", "),
        Drawing::Function(function) => out.push_str(function_command(*function)),
        Drawing::Euler => out.push('e'),
        Drawing::Fraction(above, below) => {
            out.push_str("\\frac");
            group(above, out);
            group(below, out);
        }
        Drawing::Power(base, exponent) => {
            write(base, out);
            out.push('^');
            group(exponent, out);
        }
        Drawing::Bracketed(inner) => between("\\left(", inner, "\\right)", out),
        Drawing::Magnitude(inner) => between("\\left|", inner, "\\right|", out),
        Drawing::Root(inner) => {
            out.push_str("\\sqrt");
            group(inner, out);
        }
    }
}

fn group(inner: &Drawing, out: &mut String) {
    between("{", inner, "}", out);
}

fn between(open: &str, inner: &Drawing, close: &str, out: &mut String) {
    out.push_str(open);
    write(inner, out);
    out.push_str(close);
}

fn function_command(function: Function) -> &'static str {
    match function {
        Function::Exp => "\\exp",
        Function::Ln => "\\ln",
        Function::Tanh => "\\tanh",
        Function::Min => "\\min",
        Function::Max => "\\max",
        Function::Sqrt => "\\operatorname{sqrt}",
        Function::Sigmoid => "\\operatorname{sigmoid}",
        Function::Relu => "\\operatorname{relu}",
        Function::Step => "\\operatorname{step}",
        Function::Sign => "\\operatorname{sign}",
        Function::Softplus => "\\operatorname{softplus}",
        Function::Abs => "\\operatorname{abs}",
        Function::Floor => "\\operatorname{floor}",
    }
}

/// A number; `4.1e-10` as a power of ten.
fn number(text: &str, out: &mut String) {
    match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => {
            escaped(digits, out);
            out.push_str(" \\cdot 10^{");
            escaped(exponent, out);
            out.push('}');
        }
        None => escaped(text, out),
    }
}

fn symbol(symbol: &Symbol, out: &mut String) {
    if let Some(latex) = &symbol.latex {
        out.push_str(latex);
        return;
    }
    if symbol.hat {
        out.push_str("\\hat{");
        word(&symbol.base, out);
        out.push('}');
    } else {
        word(&symbol.base, out);
    }
    for (mark, script) in [('_', &symbol.sub), ('^', &symbol.sup)] {
        if let Some(script) = script {
            out.push(mark);
            out.push('{');
            word(script, out);
            out.push('}');
        }
    }
}

/// A letter, a number or a sign as it is, a Greek letter by its command, anything longer as text.
fn word(text: &str, out: &mut String) {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => match spelling(letter) {
            Some(command) => {
                out.push('\\');
                out.push_str(command);
            }
            None if letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '*' | '\'') => out.push(letter),
            None => as_text(text, out),
        },
        _ if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) => out.push_str(text),
        _ => as_text(text, out),
    }
}

fn as_text(text: &str, out: &mut String) {
    out.push_str("\\text{");
    escaped(text, out);
    out.push('}');
}

/// Text in which no character commands anything.
fn escaped(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => {
                out.push('\\');
                out.push(character);
            }
            '…' => out.push_str("\\ldots{}"),
            '−' => out.push('-'),
            other => out.push(other),
        }
    }
}
