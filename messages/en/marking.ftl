# What is said of numbers that somebody worked out by hand.

marking-right = right
marking-cut = right, cut off
marking-rounded = right, rounded on the way
marking-follows = follows
marking-convention = another convention
marking-mistake = mistake
marking-too-few-digits = too few digits
marking-missing = left blank
marking-wrong = wrong
marking-undecided = cannot be decided

marking-cause-and-rounding = { $slip }, and results rounded to { $decimals ->
    [0] whole numbers
    [one] { $decimals } decimal
   *[other] { $decimals } decimals
} on the way
marking-causes = { $first }; or { $second }
marking-early-rounding = rounded too early
marking-early-rounding-to = rounded to { $decimals ->
    [0] whole numbers
    [one] { $decimals } decimal
   *[other] { $decimals } decimals
} on the way
marking-sign-lost = a sign lost
marking-digits-transposed = two digits transposed
marking-point-slipped = the decimal point slipped

marking-too-early = updated weights used too early
marking-ascent = ascent in place of descent
marking-half-forgotten = the ½ of the loss forgotten
marking-output-slope-forgotten = the slope of the activation forgotten at the output
marking-hidden-slope-forgotten = the slope of the activation forgotten at the hidden layer
marking-net-for-out = net in place of out in the slope of the activation
marking-bias-forgotten = a bias forgotten
marking-bias-times-input = a bias multiplied with an input
marking-one-path = only one path counted
marking-transposed-weight = weights taken from the other side of the diagonal
marking-target-minus-out = target − out in place of out − target
marking-rate-forgotten = the learning rate forgotten
marking-rate-twice = the learning rate applied twice
marking-mean-for-sum = a mean in place of a sum
marking-sum-for-mean = a sum in place of a mean
marking-log-ten = logarithm to base 10 in place of ln
marking-softmax-without-exp = softmax without exp
marking-mask-forgotten = the gradient let through where the unit is cut off
marking-divided = divided where the chain rule multiplies

marking-biases-trained = biases trained, each neuron with its own
marking-shared-biases-trained = biases trained, a shared one by the sum over its neurons
marking-mean-over-outputs = the loss as the mean over the outputs
