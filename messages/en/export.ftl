# What an exported script says in its comments, and what is said of one.

export-about = The lesson in PyTorch, written by handgrad: the same formulas, names and numbers, in 64-bit binary floats, of which about 15 digits are right.
export-way-autograd = Autograd takes the gradients; `handgrad show` has every factor of them.
export-way-perceptron = The perceptron's rule follows no gradient, so there is nothing for autograd to do: the errors are used as in the lesson.
export-way-layer-by-layer = Each layer is updated before the error goes on to the one before it. That is not the gradient, so the way back is written out as in the lesson and autograd is not used.
export-way-given = The gradients are given, so there is nothing for autograd to do.
export-own-slopes = Where the lesson takes another slope than the derivative that autograd finds, `sloped` puts it in.
export-paper = The lesson rounds every result as people do on paper. Nothing is rounded here, so the last digits differ.
export-descent = As in the lesson, delta is the way down: minus the gradient by net.
export-epochs = Only the first and the last epoch are printed.
export-without-validation = The validation samples, which nothing is trained on, are left out of the script.
export-without-compare = The other runs that the lesson compares are left out of the script; it does the lesson's own run.
export-choice = where both are equal, the slope of the first, as it is taught
export-sloped = value on the way forward; on the way back the slope that the lesson takes
export-start = What it starts from
export-sample = The sample
export-samples = The samples: { $names }
export-gradients = The gradients of each epoch: { $names }
export-ahead = The point at which the gradient is taken
export-forward = Forward
export-backward = Backward
export-backward-written = Backward, through the last layer
export-update = Update
export-stop = The loss is small enough: this epoch is the last, and is not updated.
export-carry = On with the new ones
