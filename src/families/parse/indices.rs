//! Reads what stands in brackets: indices and windows, and those of the head of a line.

use std::ops::Range;

use super::{LARGEST_INDEX, Parser};
use crate::families::fault::FaultKind;
use crate::families::lex::{LexFault, Token};
use crate::families::tree::{Head, HeadIndex, HeadIndexKind, Subscript, SubscriptKind, Whole};
use crate::formula::{Name, ParseFaultKind};

impl Parser<'_> {
    /// Reads the bracket that closes a list of indices.
    fn close_square(&mut self, opening: Range<usize>) -> Result<(), LexFault> {
        match self.token {
            Token::CloseSquare => self.advance(),
            Token::End => Err((opening, FaultKind::MissingClosingSquare)),
            _ => Err(self.not_an_operator()),
        }
    }

    /// `[i, 2*j-1, k..k+2]`
    pub(super) fn subscripts(&mut self) -> Result<Vec<Subscript>, LexFault> {
        let opening = self.range.clone();
        self.deeper(|parser| {
            parser.advance()?;
            if parser.token == Token::CloseSquare {
                return Err(parser.fault(FaultKind::EmptyBrackets));
            }
            let mut subscripts = vec![parser.subscript()?];
            while parser.token == Token::Comma {
                parser.advance()?;
                subscripts.push(parser.subscript()?);
            }
            parser.close_square(opening)?;
            Ok(subscripts)
        })
    }

    fn subscript(&mut self) -> Result<Subscript, LexFault> {
        let start = self.range.start;
        let from = self.whole_sum()?;
        let kind = if self.token == Token::Dots {
            self.advance()?;
            SubscriptKind::Window(from, self.whole_sum()?)
        } else {
            SubscriptKind::At(from)
        };
        Ok(Subscript { kind, range: start..self.before })
    }

    fn whole_sum(&mut self) -> Result<Whole, LexFault> {
        let first = self.whole_product()?;
        if !matches!(self.token, Token::Plus | Token::Minus) {
            return Ok(first);
        }
        let mut terms = vec![(false, first)];
        while matches!(self.token, Token::Plus | Token::Minus) {
            let minus = self.token == Token::Minus;
            self.advance()?;
            terms.push((minus, self.whole_product()?));
        }
        Ok(Whole::Sum(terms))
    }

    fn whole_product(&mut self) -> Result<Whole, LexFault> {
        let first = self.whole_signed()?;
        if self.token != Token::Times {
            return Ok(first);
        }
        let mut factors = vec![first];
        while self.token == Token::Times {
            self.advance()?;
            factors.push(self.whole_signed()?);
        }
        Ok(Whole::Product(factors))
    }

    fn whole_signed(&mut self) -> Result<Whole, LexFault> {
        match &self.token {
            Token::Minus => self.deeper(|parser| {
                parser.advance()?;
                Ok(Whole::Negative(Box::new(parser.whole_signed()?)))
            }),
            Token::Number(number) => {
                let Some(whole) = number.to_whole().filter(|whole| whole.abs() <= LARGEST_INDEX) else {
                    return Err(self.fault(FaultKind::NotAWholeNumber));
                };
                self.advance()?;
                Ok(Whole::Number(whole))
            }
            Token::Open => {
                let opening = self.range.clone();
                self.deeper(|parser| {
                    parser.advance()?;
                    let inner = parser.whole_sum()?;
                    parser.close(opening)?;
                    Ok(inner)
                })
            }
            Token::Name => {
                let range = self.range.clone();
                let name = Name::new(&self.text[range.clone()]);
                self.advance()?;
                if self.token != Token::OpenSquare {
                    return Ok(Whole::Name(name, range));
                }
                let opening = self.range.clone();
                let at = self.deeper(|parser| {
                    parser.advance()?;
                    let mut at = vec![parser.whole_sum()?];
                    while parser.token == Token::Comma {
                        parser.advance()?;
                        at.push(parser.whole_sum()?);
                    }
                    parser.close_square(opening)?;
                    Ok(at)
                })?;
                Ok(Whole::Member(name, at, range))
            }
            Token::End => Err(self.text_fault(ParseFaultKind::UnexpectedEnd)),
            _ => Err(self.fault(FaultKind::NotAWholeNumber)),
        }
    }

    /// `h`, `h[0]`, `z[i=1..3, j]`
    pub(super) fn head(&mut self) -> Result<Head, LexFault> {
        if self.token != Token::Name {
            return Err(self.text_fault(ParseFaultKind::ExpectedOperand));
        }
        let name = Name::new(&self.text[self.range.clone()]);
        self.advance()?;
        let mut indices: Vec<HeadIndex> = Vec::new();
        if self.token == Token::OpenSquare {
            let opening = self.range.clone();
            self.advance()?;
            if self.token == Token::CloseSquare {
                return Err(self.fault(FaultKind::EmptyBrackets));
            }
            loop {
                let index = self.head_index()?;
                if let HeadIndexKind::Running(name, _) = &index.kind {
                    let is_same =
                        |other: &HeadIndex| matches!(&other.kind, HeadIndexKind::Running(other, _) if other == name);
                    if indices.iter().any(is_same) {
                        return Err((index.range, FaultKind::HeadIndexTwice { index: name.clone() }));
                    }
                }
                indices.push(index);
                if self.token != Token::Comma {
                    break;
                }
                self.advance()?;
            }
            self.close_square(opening)?;
        }
        Ok(Head { name, indices })
    }

    fn head_index(&mut self) -> Result<HeadIndex, LexFault> {
        let start = self.range.start;
        let kind = match &self.token {
            Token::Number(_) => HeadIndexKind::Fixed(self.plain_whole()?),
            Token::Name => {
                let name = Name::new(&self.text[self.range.clone()]);
                self.advance()?;
                let mut ends = None;
                if self.token == Token::Equals {
                    self.advance()?;
                    let from = self.plain_whole()?;
                    if self.token != Token::Dots {
                        return Err(self.fault(FaultKind::HeadIndexNotPlain));
                    }
                    self.advance()?;
                    let to = self.plain_whole()?;
                    if from > to {
                        return Err((start..self.before, FaultKind::RangeBackwards { from, to }));
                    }
                    ends = Some((from, to));
                }
                HeadIndexKind::Running(name, ends)
            }
            _ => return Err(self.fault(FaultKind::HeadIndexNotPlain)),
        };
        if !matches!(self.token, Token::Comma | Token::CloseSquare | Token::End) {
            return Err(self.fault(FaultKind::HeadIndexNotPlain));
        }
        Ok(HeadIndex { kind, range: start..self.before })
    }

    fn plain_whole(&mut self) -> Result<i64, LexFault> {
        let whole = match &self.token {
            Token::Number(number) => number.to_whole().filter(|whole| whole.abs() <= LARGEST_INDEX),
            _ => None,
        };
        let Some(whole) = whole else { return Err(self.fault(FaultKind::NotAWholeNumber)) };
        self.advance()?;
        Ok(whole)
    }
}
