//! Reads an array formula, and the head of a line, from text.
//!
//! Brackets and `.T` bind tightest and follow only a name, `]`, `)` or `.T`; then `^` to the right, the sign,
//! `*`, `/` and `@` to the left, `+` and `-` to the left.

mod indices;

use std::ops::Range;

use super::fault::FaultKind;
use super::lex::{LexFault, Lexer, Token};
use super::tree::{Expression, Head, Kind, Reducer};
use crate::formula::{DEEPEST_NESTING, Function, LONGEST_TEXT, Name, ParseFaultKind, nearest_function};

/// Reads the formula of a line. `is_value` says whether a name stands for a number or an array, and not for an index.
pub(super) fn expression(text: &str, is_value: &dyn Fn(&str) -> bool) -> Result<Expression, LexFault> {
    let mut parser = Parser::new(text, is_value)?;
    let expression = parser.sum()?;
    match parser.token {
        Token::End => Ok(expression),
        _ => Err(parser.not_an_operator()),
    }
}

/// Reads the head of a line.
pub(super) fn head(text: &str) -> Result<Head, LexFault> {
    let mut parser = Parser::new(text, &|_| false)?;
    let head = parser.head()?;
    match parser.token {
        Token::End => Ok(head),
        _ => Err(parser.not_an_operator()),
    }
}

/// Whether a formula needs this reader: brackets, a matrix product, a transpose, or a function over arrays.
pub(super) fn speaks_of_arrays(text: &str) -> bool {
    let mut lexer = Lexer::new(text);
    // A value may be called `sum`; the function has arguments.
    let mut after_reducer = false;
    while let Ok((token, range)) = lexer.next_token() {
        if after_reducer && token == Token::Open {
            return true;
        }
        after_reducer = false;
        match token {
            Token::End => return false,
            Token::OpenSquare | Token::CloseSquare | Token::MatrixProduct | Token::Transpose | Token::Dots => {
                return true;
            }
            Token::Name => {
                after_reducer = Reducer::from_name(&text[range]).is_some_and(|of| of.element_by_element().is_none());
            }
            _ => {}
        }
    }
    false
}

struct Parser<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    token: Token,
    range: Range<usize>,
    /// Where the token before this one ended.
    before: usize,
    depth: usize,
    is_value: &'a dyn Fn(&str) -> bool,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, is_value: &'a dyn Fn(&str) -> bool) -> Result<Self, LexFault> {
        if text.len() > LONGEST_TEXT {
            return Err((0..text.len(), FaultKind::Text(ParseFaultKind::TextTooLong)));
        }
        let lexer = Lexer::new(text);
        let mut parser = Self { text, lexer, token: Token::End, range: 0..0, before: 0, depth: 0, is_value };
        parser.advance()?;
        Ok(parser)
    }

    fn advance(&mut self) -> Result<(), LexFault> {
        self.before = self.range.end;
        (self.token, self.range) = self.lexer.next_token()?;
        Ok(())
    }

    fn fault(&self, kind: FaultKind) -> LexFault {
        (self.range.clone(), kind)
    }

    fn text_fault(&self, kind: ParseFaultKind) -> LexFault {
        self.fault(FaultKind::Text(kind))
    }

    /// The fault of a token that stands where only an operator or an end may.
    fn not_an_operator(&self) -> LexFault {
        match self.token {
            Token::Close => self.text_fault(ParseFaultKind::UnmatchedClosingBracket),
            Token::CloseSquare => self.fault(FaultKind::UnmatchedClosingSquare),
            Token::OpenSquare => self.fault(FaultKind::BracketFollowsNothing),
            Token::Transpose => self.fault(FaultKind::TransposeFollowsNothing),
            Token::Dots => self.fault(FaultKind::DotsOutsideBrackets),
            Token::Equals => self.fault(FaultKind::EqualsOutsideHead),
            Token::Comma => self.text_fault(ParseFaultKind::UnexpectedComma),
            _ => self.text_fault(ParseFaultKind::MissingOperator),
        }
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, LexFault>) -> Result<T, LexFault> {
        self.depth += 1;
        if self.depth > DEEPEST_NESTING {
            return Err(self.text_fault(ParseFaultKind::NestedTooDeeply));
        }
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// A formula that began at `start` and has just been read to its end.
    fn made(&self, start: usize, kind: Kind) -> Expression {
        Expression { kind, range: start..self.before }
    }

    /// `a + b - c`
    fn sum(&mut self) -> Result<Expression, LexFault> {
        let start = self.range.start;
        let first = self.product()?;
        if !matches!(self.token, Token::Plus | Token::Minus) {
            return Ok(first);
        }
        let mut terms = vec![(false, first)];
        while matches!(self.token, Token::Plus | Token::Minus) {
            let minus = self.token == Token::Minus;
            self.advance()?;
            terms.push((minus, self.product()?));
        }
        Ok(self.made(start, Kind::Sum(terms)))
    }

    /// `a*b/c @ d`
    fn product(&mut self) -> Result<Expression, LexFault> {
        let start = self.range.start;
        let mut result = self.signed()?;
        let mut chain: Vec<(bool, Expression)> = Vec::new();
        loop {
            match self.token {
                Token::Times | Token::Over => {
                    let over = self.token == Token::Over;
                    self.advance()?;
                    if chain.is_empty() {
                        chain.push((false, result.clone()));
                    }
                    chain.push((over, self.signed()?));
                }
                Token::MatrixProduct => {
                    if !chain.is_empty() {
                        result = self.made(start, Kind::Product(std::mem::take(&mut chain)));
                    }
                    self.advance()?;
                    let right = self.signed()?;
                    result = self.made(start, Kind::MatrixProduct(Box::new(result), Box::new(right)));
                }
                _ if chain.is_empty() => return Ok(result),
                _ => return Ok(self.made(start, Kind::Product(chain))),
            }
        }
    }

    /// `-a`
    fn signed(&mut self) -> Result<Expression, LexFault> {
        if self.token != Token::Minus {
            return self.power();
        }
        let start = self.range.start;
        self.deeper(|parser| {
            parser.advance()?;
            let inner = parser.signed()?;
            Ok(parser.made(start, Kind::Negative(Box::new(inner))))
        })
    }

    /// `a^b`
    fn power(&mut self) -> Result<Expression, LexFault> {
        let start = self.range.start;
        let base = self.part()?;
        if self.token != Token::Power {
            return Ok(base);
        }
        self.deeper(|parser| {
            parser.advance()?;
            let exponent = parser.signed()?;
            Ok(parser.made(start, Kind::Power(Box::new(base), Box::new(exponent))))
        })
    }

    /// An operand with the brackets and transposes after it.
    fn part(&mut self) -> Result<Expression, LexFault> {
        let start = self.range.start;
        let mut operand = self.operand()?;
        let mut levels = 0;
        while matches!(self.token, Token::OpenSquare | Token::Transpose) {
            if matches!(operand.kind, Kind::Number(_)) {
                return Err(self.not_an_operator());
            }
            levels += 1;
            if self.depth + levels > DEEPEST_NESTING {
                return Err(self.text_fault(ParseFaultKind::NestedTooDeeply));
            }
            operand = if self.token == Token::Transpose {
                self.advance()?;
                self.made(start, Kind::Transposed(Box::new(operand)))
            } else {
                let subscripts = self.subscripts()?;
                self.made(start, Kind::Part(Box::new(operand), subscripts))
            };
        }
        Ok(operand)
    }

    /// A number, a name, a call, or anything in brackets.
    fn operand(&mut self) -> Result<Expression, LexFault> {
        let start = self.range.start;
        match &self.token {
            Token::Number(number) => {
                let number = number.clone();
                self.advance()?;
                Ok(self.made(start, Kind::Number(number)))
            }
            Token::Name => self.name_or_call(),
            Token::Open => {
                let opening = self.range.clone();
                self.deeper(|parser| {
                    parser.advance()?;
                    let inner = parser.sum()?;
                    parser.close(opening)?;
                    Ok(Expression { kind: inner.kind, range: start..parser.before })
                })
            }
            Token::End => Err(self.text_fault(ParseFaultKind::UnexpectedEnd)),
            Token::OpenSquare => Err(self.fault(FaultKind::BracketFollowsNothing)),
            Token::Transpose => Err(self.fault(FaultKind::TransposeFollowsNothing)),
            Token::Dots => Err(self.fault(FaultKind::DotsOutsideBrackets)),
            _ => Err(self.text_fault(ParseFaultKind::ExpectedOperand)),
        }
    }

    /// Reads the bracket that closes the one at `opening`.
    fn close(&mut self, opening: Range<usize>) -> Result<(), LexFault> {
        match self.token {
            Token::Close => self.advance(),
            Token::End => Err((opening, FaultKind::Text(ParseFaultKind::MissingClosingBracket))),
            _ => Err(self.not_an_operator()),
        }
    }

    fn name_or_call(&mut self) -> Result<Expression, LexFault> {
        let range = self.range.clone();
        let text = &self.text[range.clone()];
        self.advance()?;
        let function = Function::from_name(text);
        let reducer = Reducer::from_name(text);
        if self.token != Token::Open {
            return match function {
                Some(function) => Err((range, FaultKind::Text(ParseFaultKind::FunctionWithoutArguments(function)))),
                None => Ok(self.made(range.start, Kind::Name(Name::new(text)))),
            };
        }
        if function.is_none() && reducer.is_none() {
            let kind = ParseFaultKind::UnknownFunction { name: text.into(), nearest: nearest_function(text) };
            return Err((range, FaultKind::Text(kind)));
        }
        let arguments = self.arguments()?;
        let kind = match reducer {
            Some(reducer) => self.over(reducer, arguments).map_err(|kind| (range.clone(), kind))?,
            None => Kind::Call(function.unwrap_or(Function::Exp), arguments),
        };
        if let (Kind::Call(function, arguments), None) = (&kind, reducer)
            && arguments.len() != function.arity()
        {
            let kind = FaultKind::WrongArgumentCount { function: *function, found: arguments.len() };
            return Err((range, kind));
        }
        Ok(self.made(range.start, kind))
    }

    /// Tells the indices of `sum(t, x[t])` from the ordinary arguments of `max(a, b)`.
    fn over(&self, reducer: Reducer, mut arguments: Vec<Expression>) -> Result<Kind, FaultKind> {
        let found = arguments.len();
        let one = FaultKind::OneArgument { reducer: reducer.name(), found };
        let Some(last) = arguments.pop() else { return Err(one) };
        let mut indices = Vec::new();
        let index = |argument: &Expression| match &argument.kind {
            Kind::Name(name) if last.has_in_brackets(name) && !(self.is_value)(name.as_str()) => Some(name.clone()),
            _ => None,
        };
        while let Some(name) = arguments.first().and_then(index) {
            indices.push((name, arguments.remove(0).range));
        }
        if arguments.is_empty() {
            return Ok(Kind::Over(reducer, indices, Box::new(last)));
        }
        match reducer.element_by_element() {
            Some(function) if indices.is_empty() => {
                arguments.push(last);
                Ok(Kind::Call(function, arguments))
            }
            _ => Err(one),
        }
    }

    /// `(a, b)`
    fn arguments(&mut self) -> Result<Vec<Expression>, LexFault> {
        let opening = self.range.clone();
        self.deeper(|parser| {
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

/// The largest whole number in an index, with either sign.
pub(super) const LARGEST_INDEX: i64 = 1_000_000;
