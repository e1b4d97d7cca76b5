//! A line of steps compiled into a flat tape over value slots.
//!
//! Running a tape touches no text and looks nothing up; it allocates what its numbers allocate.

mod compiler;

use std::collections::HashMap;

use crate::formula::evaluate::{call_two, divide, multiply};
use crate::formula::{Formula, Function, Name};
use crate::number::{Arithmetic, Assumed, Exact, Fault, Outcome, Rounding};
use crate::program::Step;
use compiler::{Alike, Compiler};

/// What an operation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Code {
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Call(Function),
    /// The difference of a value and itself.
    Cancel,
    /// The quotient of a value and itself.
    Reduce,
    /// The product of a value and itself.
    Square,
    /// The larger or smaller of a value and itself.
    Keep,
    /// Rounds by the rule at that place.
    Round(u16),
}

/// One operation on slots; those of one operand name it twice.
#[derive(Clone, Copy, Debug)]
struct Operation {
    code: Code,
    left: u32,
    right: u32,
    into: u32,
}

/// A compiled line.
///
/// Slots stand in this order: inputs, numbers, steps, the results of steps before they were rounded, room for what is
/// under way. A step that is a name or a number alone has no slot of its own but shares that one's; one that is not
/// rounded has no slot for what it was before.
#[derive(Debug)]
pub(crate) struct Tape {
    inputs: Vec<Name>,
    numbers: Vec<Exact>,
    steps: Vec<u32>,
    /// For every step where its result stands before it is rounded.
    unrounded: Vec<u32>,
    roundings: Vec<Rounding>,
    slots: usize,
    operations: Vec<Operation>,
    /// For every step how many operations there are up to its end.
    ends: Vec<usize>,
    names: HashMap<Name, u32>,
}

/// What values rest on that was taken for granted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doubts {
    /// By slot: whether the value rests on something taken for granted, here or before.
    pub(crate) rests: Vec<bool>,
    /// By step: what was taken for granted in it.
    pub(crate) assumed: Vec<Option<Assumed>>,
}

/// The slots of a tape.
pub(crate) type Slots<A> = Vec<Outcome<<A as Arithmetic>::Value>>;

impl Tape {
    /// Compiles a line; names that no step of it makes become inputs, in the order in which they are met.
    ///
    /// `rounding` tells how the result of a step is rounded before any other reads it.
    pub(crate) fn new(steps: &[Step], rounding: impl Fn(&Step) -> Option<Rounding>) -> Self {
        let mut inputs = Vec::new();
        let mut numbers = Vec::new();
        let mut names: HashMap<Name, u32> = HashMap::new();
        let mut made: std::collections::HashSet<&Name> = std::collections::HashSet::new();
        for step in steps {
            step.formula.each_name(&mut |name| {
                if !made.contains(name) && !names.contains_key(name) {
                    names.insert(name.clone(), slot(inputs.len()));
                    inputs.push(name.clone());
                }
            });
            each_number(&step.formula, &mut |number| {
                if !numbers.contains(number) {
                    numbers.push(number.clone());
                }
            });
            made.insert(&step.name);
        }
        let rules: Vec<Option<Rounding>> = steps.iter().map(rounding).collect();
        let own = inputs.len() + numbers.len() + steps.len();
        let taken = own + rules.iter().flatten().count();
        let mut compiler = Compiler {
            numbers: numbers.iter().enumerate().map(|(at, number)| (number, slot(inputs.len() + at))).collect(),
            names,
            operations: Vec::new(),
            roundings: Vec::new(),
            free: taken,
            most: taken,
            alike: Alike::default(),
        };
        let mut of_value: HashMap<Exact, u32> = HashMap::new();
        for (at, number) in numbers.iter().enumerate() {
            let own = slot(inputs.len() + at);
            compiler.alike.same_number(own, *of_value.entry(number.normalized()).or_insert(own));
        }
        let mut ends = Vec::with_capacity(steps.len());
        let mut before = (own..taken).map(slot);
        let mut unrounded = Vec::with_capacity(steps.len());
        let mut of_steps = Vec::with_capacity(steps.len());
        for (at, step) in steps.iter().enumerate() {
            let own = slot(inputs.len() + numbers.len() + at);
            let rule = rules.get(at).copied().flatten();
            let known = compiler.known(&step.formula);
            let (raw, of_step) = match (known, rule) {
                (Some(known), None) => (known, known),
                (Some(known), Some(_)) => (known, own),
                (None, None) => (own, own),
                (None, Some(_)) => (before.next().unwrap_or(own), own),
            };
            if known.is_none() {
                compiler.write(&step.formula, raw);
            }
            if let Some(rule) = rule.filter(|_| raw != of_step) {
                compiler.round(rule, raw, own);
            }
            ends.push(compiler.operations.len());
            unrounded.push(raw);
            compiler.names.insert(step.name.clone(), of_step);
            of_steps.push(of_step);
        }
        let Compiler { names, operations, roundings, most: slots, .. } = compiler;
        Self { inputs, numbers, steps: of_steps, unrounded, roundings, slots, operations, ends, names }
    }

    /// The names of the inputs, by slot.
    pub(crate) fn inputs(&self) -> &[Name] {
        &self.inputs
    }

    /// The slot of an input or step.
    pub(crate) fn slot_of(&self, name: &str) -> Option<usize> {
        self.names.get(name).map(|&slot| slot as usize)
    }

    /// The slots of the steps, in their order.
    pub(crate) fn step_slots(&self) -> impl Iterator<Item = usize> {
        self.steps.iter().map(|&slot| slot as usize)
    }

    /// The slot in which the result of the step at that place stands before it is rounded.
    pub(crate) fn unrounded_slot(&self, at: usize) -> Option<usize> {
        self.unrounded.get(at).map(|&slot| slot as usize)
    }

    /// The slot of the step at that place of the line.
    pub(crate) fn step_slot(&self, at: usize) -> Option<usize> {
        self.steps.get(at).map(|&slot| slot as usize)
    }

    /// Makes slots with the numbers of the formulas in them; the inputs are still to be filled.
    pub(crate) fn slots<A: Arithmetic>(&self, arithmetic: &A) -> Slots<A> {
        let mut slots = vec![Err(Fault::TooLarge); self.slots];
        for (slot, number) in slots[self.inputs.len()..].iter_mut().zip(&self.numbers) {
            *slot = arithmetic.constant(number);
        }
        slots
    }

    /// Runs the tape over slots whose inputs are filled; what fails is in the slots.
    pub(crate) fn run<A: Arithmetic>(&self, arithmetic: &A, slots: &mut Slots<A>) {
        for operation in &self.operations {
            self.operate(arithmetic, slots, *operation);
        }
    }

    /// The same, and tells what was taken for granted; what inputs rest on is in `doubts` already.
    pub(crate) fn run_noting<A: Arithmetic>(&self, arithmetic: &A, slots: &mut Slots<A>, doubts: &mut Doubts) {
        doubts.rests.resize(self.slots, false);
        doubts.assumed.clear();
        let mut start = 0;
        for &end in &self.ends {
            let mut of_step = None;
            for operation in &self.operations[start..end] {
                self.operate(arithmetic, slots, *operation);
                let assumed = arithmetic.assumed();
                let of_operands = [operation.left, operation.right].map(|slot| doubts.rests[slot as usize]);
                doubts.rests[operation.into as usize] = assumed.is_some() || of_operands.contains(&true);
                of_step = of_step.or(assumed);
            }
            doubts.assumed.push(of_step);
            start = end;
        }
    }

    /// How many operations a run takes.
    pub(crate) fn operations(&self) -> u64 {
        self.operations.len() as u64
    }

    /// Which slots have values that can be computed as fractions, and which steps compute with such values, where it is
    /// known of the inputs.
    pub(crate) fn fractions(&self, inputs: impl IntoIterator<Item = bool>) -> (Vec<bool>, Vec<bool>) {
        let mut of_slots: Vec<bool> = inputs.into_iter().collect();
        of_slots.resize(self.inputs.len(), false);
        of_slots.resize(self.inputs.len() + self.numbers.len(), true);
        of_slots.resize(self.slots, false);
        let mut of_steps = Vec::with_capacity(self.steps.len());
        let mut start = 0;
        for &end in &self.ends {
            let mut of_step = false;
            for &Operation { code, left, right, into } in &self.operations[start..end] {
                let of_operands = of_slots[left as usize] && of_slots[right as usize];
                let is_fraction = match code {
                    Code::Cancel
                    | Code::Reduce
                    | Code::Round(_)
                    | Code::Call(Function::Step | Function::Sign | Function::Floor) => true,
                    Code::Call(
                        Function::Exp | Function::Ln | Function::Sigmoid | Function::Tanh | Function::Softplus,
                    ) => false,
                    _ => of_operands,
                };
                of_slots[into as usize] = is_fraction;
                of_step |= of_operands;
            }
            of_steps.push(of_step);
            start = end;
        }
        (of_slots, of_steps)
    }

    #[inline]
    fn operate<A: Arithmetic>(&self, arithmetic: &A, slots: &mut Slots<A>, operation: Operation) {
        let (left, right) = (&slots[operation.left as usize], &slots[operation.right as usize]);
        let result = match operation.code {
            Code::Multiply => multiply(arithmetic, left, right),
            Code::Divide => divide(arithmetic, left, right),
            Code::Round(rule) => match (left, self.roundings.get(usize::from(rule))) {
                (Ok(value), Some(rule)) => arithmetic.rounded(value, *rule),
                (value, _) => value.clone(),
            },
            code => match (left, right) {
                (Ok(left), Ok(right)) => apply(arithmetic, code, left, right),
                (Err(fault), _) | (_, Err(fault)) => Err(*fault),
            },
        };
        slots[operation.into as usize] = result;
    }
}

fn apply<A: Arithmetic>(arithmetic: &A, code: Code, left: &A::Value, right: &A::Value) -> Outcome<A::Value> {
    match code {
        Code::Negate => arithmetic.negate(left),
        Code::Add => arithmetic.add(left, right),
        Code::Subtract => arithmetic.subtract(left, right),
        Code::Multiply => arithmetic.multiply(left, right),
        Code::Divide => arithmetic.divide(left, right),
        Code::Power => arithmetic.power(left, right),
        Code::Call(function) => call_two(arithmetic, function, left, right),
        Code::Cancel => arithmetic.difference_of_equals(left),
        Code::Reduce => arithmetic.quotient_of_equals(left),
        Code::Square => arithmetic.square(left),
        // Rounding needs its rule, and is done where that is at hand.
        Code::Keep | Code::Round(_) => Ok(left.clone()),
    }
}

/// A slot's number; a line has far fewer than 2^32 of them.
fn slot(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn each_number<'a>(formula: &'a Formula, visit: &mut impl FnMut(&'a Exact)) {
    match formula {
        Formula::Number(number) => visit(number),
        Formula::Name(_) => {}
        Formula::Negative(inner) => each_number(inner, visit),
        Formula::Sum(terms) => terms.iter().for_each(|term| each_number(&term.formula, visit)),
        Formula::Product(factors) => factors.iter().for_each(|factor| each_number(&factor.formula, visit)),
        Formula::Power(base, exponent) => {
            each_number(base, visit);
            each_number(exponent, visit);
        }
        Formula::Call(_, arguments) => arguments.iter().for_each(|argument| each_number(argument, visit)),
    }
}
