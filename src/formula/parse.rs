//! Reads a formula from text.
//!
//! `^` binds tightest and to the right, then the sign, then `*` and `/`, then `+` and `-`, these two
//! to the left. Brackets make no node of their own, but a sum in brackets inside a sum stays a sum of
//! its own.

use std::ops::Range;

use super::fault::{DEEPEST_NESTING, LONGEST_TEXT, ParseFault, ParseFaultKind};
use super::lex::{Lexer, Token};
use super::tree::{Factor, Formula, Function, Name, Term};

impl Formula {
    /// Reads a formula.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with the text, and its place.
    pub fn parse(text: &str) -> Result<Self, ParseFault> {
        if text.len() > LONGEST_TEXT {
            return Err(ParseFault::new(0..text.len(), ParseFaultKind::TextTooLong));
        }
        let mut parser = Parser { text, lexer: Lexer::new(text), token: Token::End, range: 0..0, depth: 0 };
        parser.advance()?;
        let formula = parser.sum()?;
        match parser.token {
            Token::End => Ok(formula),
            Token::Close => Err(parser.fault(ParseFaultKind::UnmatchedClosingBracket)),
            _ => Err(parser.not_an_operator()),
        }
    }
}

/// Where a sign stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    /// At the start of a formula or of a bracket.
    First,
    /// Behind an operator.
    AfterOperator,
}

/// A descent with one token of sight.
struct Parser<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    token: Token,
    range: Range<usize>,
    depth: usize,
}

impl Parser<'_> {
    /// Goes to the next token.
    fn advance(&mut self) -> Result<(), ParseFault> {
        (self.token, self.range) = self.lexer.next_token()?;
        Ok(())
    }

    /// A fault at the token in sight.
    fn fault(&self, kind: ParseFaultKind) -> ParseFault {
        ParseFault::new(self.range.clone(), kind)
    }

    /// The fault of a token that stands where only an operator or an end may.
    fn not_an_operator(&self) -> ParseFault {
        let missing_operator = matches!(self.token, Token::Number(_) | Token::Name | Token::Open);
        self.fault(if missing_operator { ParseFaultKind::MissingOperator } else { ParseFaultKind::UnexpectedComma })
    }

    /// Reads with `levels` more of nesting.
    fn deeper<T>(
        &mut self,
        levels: usize,
        read: impl FnOnce(&mut Self) -> Result<T, ParseFault>,
    ) -> Result<T, ParseFault> {
        self.depth += levels;
        if self.depth > DEEPEST_NESTING {
            return Err(self.fault(ParseFaultKind::NestedTooDeeply));
        }
        let result = read(self);
        self.depth -= levels;
        result
    }

    /// `a + b - c`
    fn sum(&mut self) -> Result<Formula, ParseFault> {
        let first = self.product(Position::First)?;
        let mut terms = Vec::new();
        while matches!(self.token, Token::Plus | Token::Minus) {
            let minus = self.token == Token::Minus;
            self.advance()?;
            terms.push(Term { minus, formula: self.product(Position::AfterOperator)? });
        }
        if terms.is_empty() {
            return Ok(first);
        }
        terms.insert(0, Term { minus: false, formula: first });
        Ok(Formula::Sum(terms))
    }

    /// `a*b/c`
    fn product(&mut self, position: Position) -> Result<Formula, ParseFault> {
        let first = self.signed(position)?;
        let mut factors = Vec::new();
        while matches!(self.token, Token::Times | Token::Over) {
            let over = self.token == Token::Over;
            self.advance()?;
            factors.push(Factor { over, formula: self.signed(Position::AfterOperator)? });
        }
        if factors.is_empty() {
            return Ok(first);
        }
        factors.insert(0, Factor { over: false, formula: first });
        Ok(Formula::Product(factors))
    }

    /// `-a`
    fn signed(&mut self, position: Position) -> Result<Formula, ParseFault> {
        if self.token != Token::Minus {
            return self.power();
        }
        // Behind an operator the sign is printed in brackets, which count as well: so whatever has
        // been read can be read again when it is printed.
        let levels = if position == Position::First { 1 } else { 2 };
        self.deeper(levels, |parser| {
            parser.advance()?;
            Ok(Formula::Negative(Box::new(parser.signed(Position::AfterOperator)?)))
        })
    }

    /// `a^b`
    fn power(&mut self) -> Result<Formula, ParseFault> {
        let base = self.operand()?;
        if self.token != Token::Power {
            return Ok(base);
        }
        self.deeper(1, |parser| {
            parser.advance()?;
            let exponent = parser.signed(Position::AfterOperator)?;
            Ok(Formula::Power(Box::new(base), Box::new(exponent)))
        })
    }

    /// A number, a name, a call, or anything in brackets.
    fn operand(&mut self) -> Result<Formula, ParseFault> {
        match &self.token {
            Token::Number(number) => {
                let number = Formula::Number(number.clone());
                self.advance()?;
                Ok(number)
            }
            Token::Name => self.name_or_call(),
            Token::Open => {
                let opening = self.range.clone();
                self.deeper(1, |parser| {
                    parser.advance()?;
                    let inner = parser.sum()?;
                    if parser.token == Token::Comma {
                        return Err(parser.fault(ParseFaultKind::UnexpectedComma));
                    }
                    parser.close(opening)?;
                    Ok(inner)
                })
            }
            Token::End => Err(self.fault(ParseFaultKind::UnexpectedEnd)),
            _ => Err(self.fault(ParseFaultKind::ExpectedOperand)),
        }
    }

    /// Reads the bracket that closes the one at `opening`.
    fn close(&mut self, opening: Range<usize>) -> Result<(), ParseFault> {
        match self.token {
            Token::Close => self.advance(),
            Token::End => Err(ParseFault::new(opening, ParseFaultKind::MissingClosingBracket)),
            _ => Err(self.not_an_operator()),
        }
    }

    /// `w5` or `exp(a)`
    fn name_or_call(&mut self) -> Result<Formula, ParseFault> {
        let range = self.range.clone();
        let text = &self.text[range.clone()];
        self.advance()?;
        let function = Function::from_name(text);
        if self.token != Token::Open {
            return match function {
                Some(function) => Err(ParseFault::new(range, ParseFaultKind::FunctionWithoutArguments(function))),
                None => Ok(Formula::name(text)),
            };
        }
        let Some(function) = function else {
            if text.contains(['#', '@']) {
                return Err(self.not_an_operator());
            }
            let kind = ParseFaultKind::UnknownFunction { name: text.into(), nearest: nearest_function(text) };
            return Err(ParseFault::new(range, kind));
        };
        let arguments = self.arguments()?;
        if arguments.len() != function.arity() {
            let kind = ParseFaultKind::WrongArgumentCount { function, found: arguments.len() };
            return Err(ParseFault::new(range, kind));
        }
        Ok(Formula::Call(function, arguments))
    }

    /// `(a, b)`
    fn arguments(&mut self) -> Result<Vec<Formula>, ParseFault> {
        let opening = self.range.clone();
        self.deeper(1, |parser| {
            parser.advance()?;
            let mut arguments = Vec::new();
            if parser.token != Token::Close {
                arguments.push(parser.sum()?);
                while parser.token == Token::Comma {
                    parser.advance()?;
                    arguments.push(parser.sum()?);
                }
            }
            parser.close(opening)?;
            Ok(arguments)
        })
    }
}

/// The function that was probably meant by `name`.
pub(crate) fn nearest_function(name: &str) -> Option<Function> {
    let name = name.to_lowercase();
    if name == "log" {
        return Some(Function::Ln);
    }
    // The distance is quadratic in the lengths, and no function's name is long.
    if name.len() > 20 {
        return None;
    }
    let distance = |function: &Function| strsim::damerau_levenshtein(&name, function.name());
    let nearest = Function::ALL.into_iter().min_by_key(distance)?;
    (distance(&nearest) <= (name.len() / 3).max(1)).then_some(nearest)
}

impl Name {
    /// Reads a name as formulas write it, `dE_dw5#2@10`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_whole = matches!(Lexer::new(text).next_token(), Ok((Token::Name, range)) if range == (0..text.len()));
        (is_whole && Function::from_name(text).is_none()).then(|| Self::new(text))
    }
}
