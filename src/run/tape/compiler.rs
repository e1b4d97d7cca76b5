//! Turns formulas into operations on slots.

use std::collections::HashMap;

use super::{Code, Operation, slot};
use crate::formula::{Formula, Function, Name};
use crate::number::{Exact, Rounding};

/// The operations written so far, and where values stand.
pub(super) struct Compiler<'a> {
    pub(super) names: HashMap<Name, u32>,
    pub(super) numbers: HashMap<&'a Exact, u32>,
    pub(super) operations: Vec<Operation>,
    pub(super) roundings: Vec<Rounding>,
    pub(super) free: usize,
    pub(super) most: usize,
    pub(super) alike: Alike,
}

/// Which slots have one and the same value: those of equal operations on the same values.
#[derive(Debug, Default)]
pub(super) struct Alike {
    /// For a slot the value that it has; an input or number has its own.
    of_slot: HashMap<u32, Value>,
    of_operation: HashMap<(Code, Value, Value), Value>,
}

/// A value of the line, whatever it is: that of an input or number by its slot, or that of an operation by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Value {
    Slot(u32),
    Operation(usize),
}

impl Alike {
    /// Says that two numbers, written differently perhaps, are one.
    pub(super) fn same_number(&mut self, slot: u32, as_slot: u32) {
        self.of_slot.insert(slot, Value::Slot(as_slot));
    }

    fn of(&self, slot: u32) -> Value {
        self.of_slot.get(&slot).copied().unwrap_or(Value::Slot(slot))
    }

    /// Notes what an operation puts into a slot; tells whether both its operands are the same value.
    fn note(&mut self, code: Code, left: u32, right: u32, into: u32) -> bool {
        let (mut left, mut right) = (self.of(left), self.of(right));
        let are_equal = left == right;
        if matches!(code, Code::Add | Code::Multiply) && right < left {
            std::mem::swap(&mut left, &mut right);
        }
        let next = Value::Operation(self.of_operation.len());
        let value = *self.of_operation.entry((code, left, right)).or_insert(next);
        self.of_slot.insert(into, value);
        are_equal
    }
}

impl Compiler<'_> {
    fn emit(&mut self, code: Code, left: u32, right: u32, into: u32) {
        let code = match code {
            known if !self.alike.note(code, left, right, into) => known,
            Code::Subtract => Code::Cancel,
            Code::Divide => Code::Reduce,
            Code::Multiply => Code::Square,
            Code::Call(Function::Max | Function::Min) => Code::Keep,
            other => other,
        };
        self.operations.push(Operation { code, left, right, into });
    }

    /// Writes the operation that rounds the value of one slot into another.
    pub(super) fn round(&mut self, rule: Rounding, from: u32, into: u32) {
        let at = self.roundings.iter().position(|known| *known == rule).unwrap_or_else(|| {
            self.roundings.push(rule);
            self.roundings.len() - 1
        });
        let code = Code::Round(u16::try_from(at).unwrap_or(u16::MAX));
        self.emit(code, from, from, into);
    }

    /// The slot of a name or number alone.
    pub(super) fn known(&self, formula: &Formula) -> Option<u32> {
        match formula {
            Formula::Name(name) => self.names.get(name).copied(),
            Formula::Number(number) => self.numbers.get(number).copied(),
            _ => None,
        }
    }

    /// The slot in which the value of `formula` stands, after the operations that put it there.
    fn operand(&mut self, formula: &Formula) -> u32 {
        if let Some(known) = self.known(formula) {
            return known;
        }
        let room = slot(self.free);
        self.free += 1;
        self.most = self.most.max(self.free);
        self.write(formula, room);
        room
    }

    /// Writes the operations that put the value of `formula` into a slot.
    pub(super) fn write(&mut self, formula: &Formula, into: u32) {
        let free = self.free;
        match formula {
            // These have slots, so that nothing is written for them.
            Formula::Number(_) | Formula::Name(_) => {}
            Formula::Negative(inner) => {
                let inner = self.operand(inner);
                self.emit(Code::Negate, inner, inner, into);
            }
            Formula::Sum(terms) => {
                let terms =
                    terms.iter().map(|term| (if term.minus { Code::Subtract } else { Code::Add }, &term.formula));
                self.write_chain(terms, into);
            }
            Formula::Product(factors) => {
                let factors = factors
                    .iter()
                    .map(|factor| (if factor.over { Code::Divide } else { Code::Multiply }, &factor.formula));
                self.write_chain(factors, into);
            }
            Formula::Power(base, exponent) => {
                let (base, exponent) = (self.operand(base), self.operand(exponent));
                self.emit(Code::Power, base, exponent, into);
            }
            Formula::Call(function, arguments) => {
                let slots: Vec<u32> = arguments.iter().map(|argument| self.operand(argument)).collect();
                if let (Some(&first), Some(&last)) = (slots.first(), slots.last()) {
                    self.emit(Code::Call(*function), first, last, into);
                }
            }
        }
        self.free = free;
    }

    /// Works a chain of operations from left to right.
    fn write_chain<'f>(&mut self, chain: impl Iterator<Item = (Code, &'f Formula)>, into: u32) {
        let mut so_far = None;
        for (code, formula) in chain {
            let free = self.free;
            let operand = self.operand(formula);
            match so_far {
                None => so_far = Some(operand),
                Some(left) => {
                    self.emit(code, left, operand, into);
                    so_far = Some(into);
                    self.free = free;
                }
            }
        }
    }
}
