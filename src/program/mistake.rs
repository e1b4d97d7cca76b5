//! Mistakes that are made by hand, as facts: each rewrites the program, and the rewritten program is run.

/// A wrong rule by which steps are worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mistake {
    /// Updated weights are used on the way back.
    TooEarly,
    /// The parameters go with the gradient instead of against it.
    Ascent,
    /// The ½ of the loss is forgotten.
    HalfForgotten,
    /// The slope of the activation is left out at the output.
    OutputSlopeForgotten,
    /// The slope of the activation is left out at a hidden layer.
    HiddenSlopeForgotten,
    /// The slope of the activation is taken from the net where it is written by the output.
    NetForOut,
    /// A bias is left out.
    BiasForgotten,
    /// A bias is multiplied with an input, as a weight is.
    BiasTimesInput,
    /// Only one of several paths is counted.
    OnePath,
    /// Weights are taken from the other side of the diagonal on the way back.
    TransposedWeight,
    /// Target − out where out − target belongs.
    TargetMinusOut,
    /// The learning rate is left out.
    RateForgotten,
    /// The learning rate is applied twice.
    RateTwice,
    /// A mean is taken where a sum belongs.
    MeanForSum,
    /// A sum is taken where a mean belongs.
    SumForMean,
    /// Logarithms to base 10 instead of natural ones.
    LogTen,
    /// Softmax divides by the sum without taking powers of e.
    SoftmaxWithoutExp,
    /// `ReLU` lets the gradient through where it is cut off.
    MaskForgotten,
    /// Divides where the chain rule multiplies.
    Divided,
}
