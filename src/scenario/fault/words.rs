//! What a fault speaks of: shapes of values, things that are counted, roles of names.

/// What stands somewhere, or should.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Shape {
    Nothing,
    Text,
    Quoted,
    Number,
    Whole,
    Switch,
    Name,
    Word,
    List,
    Mapping,
    TextOrLanguages,
    Rows,
    Formula,
}

/// What a list or a row is one of, where its length is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Counted {
    Inputs,
    Targets,
    Rows,
    Weights,
    Biases,
    SharedBiases,
}

/// What a name was meant to be one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Role {
    Parameter,
    Neuron,
    Node,
    Operand,
}
