# What the lesson says of a step: question, reason, kinds of steps.

lesson-error = the error
lesson-net = net
lesson-net-as-z = weighted input
lesson-output = { $name }
lesson-about = about { $number }
lesson-exactly = { $number }
lesson-sentences = { $first } { $second }
lesson-list-comma = { $before }, { $next }
lesson-list-and = { $before } and { $last }

## What a step is

lesson-title-weighted-sum = weighted sum of neuron { $subject }
lesson-title-activation = output of neuron { $subject }
lesson-title-output-loss = error of output { $subject }
lesson-title-total-loss = total error
lesson-title-output-gradient = derivative of the error with respect to { $a }_{ $subject }
lesson-title-output-path = derivative with respect to { $a }_{ $subject }, path through { $partner }
lesson-title-activation-slope = derivative of { $subject }'s activation
lesson-title-softmax-slope = derivative of { $a }_{ $subject } with respect to { $z }_{ $partner }
lesson-title-delta = delta of neuron { $subject }
lesson-title-delta-path = delta of neuron { $subject }, path through { $partner }
lesson-title-delta-short = delta of neuron { $subject }, short form
lesson-title-net-slope-by-output = derivative of { $z }_{ $subject } with respect to { $a }_{ $partner }
lesson-title-net-slope = derivative of { $z }_{ $subject } with respect to { $partner }
lesson-title-gradient = gradient of { $subject }
lesson-title-path = gradient of { $subject }, path through { $partner }
lesson-title-direct-path = gradient of { $subject }, direct path
lesson-title-input-gradient = gradient of input { $subject }
lesson-title-input-path = gradient of input { $subject }, path through { $partner }
lesson-title-node = value of { $subject }
lesson-title-start = start of the backward pass
lesson-title-local-slope = derivative of { $subject } with respect to { $partner }
lesson-title-batch-loss =
    { $reduction ->
        [sum] sum of { $subject } over the batch
       *[mean] mean of { $subject } over the batch
    }
lesson-title-epoch-loss =
    { $reduction ->
        [sum] sum of { $subject } over the epoch
       *[mean] mean of { $subject } over the epoch
    }
lesson-title-validation-loss = mean of { $subject } over the validation samples
lesson-title-batch-gradient = gradient of { $subject } over the batch
lesson-title-output-error = target minus output of { $subject }
lesson-title-batch-correction = correction of { $subject } over the batch
lesson-title-not-the-gradient = { $title } · not the gradient
lesson-title-learning-rate = learning rate of the epoch
lesson-title-given-gradient = gradient of { $subject }, as given
lesson-title-decayed-gradient = gradient of { $subject } with weight decay
lesson-title-velocity = velocity of { $subject }
lesson-title-square-sum = sum of squared gradients of { $subject }
lesson-title-square-mean = running mean of squared gradients of { $subject }
lesson-title-gradient-mean = running mean of gradients of { $subject }
lesson-title-corrected-gradient-mean = corrected mean of gradients of { $subject }
lesson-title-corrected-square-mean = corrected mean of squared gradients of { $subject }
lesson-title-own-quantity = { $partner } of { $subject }
lesson-title-look-ahead = point ahead of { $subject }
lesson-title-new-parameter = new value of { $subject }

## The question that a step answers

lesson-question-weighted-sum = What is the weighted sum of neuron { $subject }?
lesson-question-activation = What is the output of neuron { $subject }?
lesson-question-answer = What does the network answer at { $subject }?
lesson-question-output-loss = How large is the error of output { $subject }?
lesson-question-total-loss = How large is the error in total?
lesson-question-output-gradient = How fast does the error change when { $a }_{ $subject } changes?
lesson-question-output-path = How fast does the error change with { $a }_{ $subject }, through { $partner } only?
lesson-question-activation-slope = How fast does { $a }_{ $subject } change when { $z }_{ $subject } changes?
lesson-question-softmax-slope = How fast does { $a }_{ $subject } change when { $z }_{ $partner } changes?
lesson-question-delta =
    { $delta ->
        [descent] How fast does the error fall when { $z }_{ $subject } grows?
       *[gradient] How fast does the error change when { $z }_{ $subject } changes?
    }
lesson-question-delta-path =
    { $delta ->
        [descent] How fast does the error fall with { $z }_{ $subject }, through { $a }_{ $partner } only?
       *[gradient] How fast does the error change with { $z }_{ $subject }, through { $a }_{ $partner } only?
    }
lesson-question-delta-short =
    { $delta ->
        [descent] Does the short form, target minus output, give the same?
       *[gradient] Does the short form, output minus target, give the same?
    }
lesson-question-net-slope-by-output = How fast does { $z }_{ $subject } change when { $a }_{ $partner } changes?
lesson-question-net-slope = How fast does { $z }_{ $subject } change when { $partner } changes?
lesson-question-gradient = How fast does { $loss } change when { $subject } changes?
lesson-question-path = How fast does { $loss } change with { $subject }, through { $partner } only?
lesson-question-direct-path = How fast does { $loss } change with { $subject }, where it is used directly?
lesson-question-node = What is { $subject }?
lesson-question-start = How fast does { $subject } change when { $subject } itself changes?
lesson-question-local-slope = How fast does { $subject } change when { $partner } changes?
lesson-question-batch-loss = How large is { $loss } over the whole batch?
lesson-question-epoch-loss = How large is { $loss } over the whole epoch?
lesson-question-validation-loss = How large is { $loss } on samples that are never trained on?
lesson-question-batch-gradient = How fast does { $loss } of the batch change when { $subject } changes?
lesson-question-output-error = How far is { $subject } from its target, and on which side?
lesson-question-batch-correction = How do the errors of the batch correct { $subject }?
lesson-question-through-new = What reaches { $subject } through the new weights?
lesson-question-learning-rate = How large is the learning rate in this epoch?
lesson-question-decayed-gradient = Which gradient does the update of { $subject } use?
lesson-question-velocity = How fast does { $subject } move now?
lesson-question-square-sum = How large have the gradients of { $subject } been so far?
lesson-question-square-mean = How large have the gradients of { $subject } been recently?
lesson-question-gradient-mean = Which way have the gradients of { $subject } pointed recently?
lesson-question-corrected-mean = How large is this mean when its start at zero is corrected?
lesson-question-own-quantity = What is { $partner } of { $subject } now?
lesson-question-look-ahead = At which point is the gradient of { $subject } computed?
lesson-question-new-parameter = What is { $subject } after the update?

## Why: forward

lesson-why-weighted-sum =
    { $bias ->
        [none] { $count ->
            [one] Multiply { $from ->
                [inputs] the input
               *[outputs] the output of the { $layer }
            } by its weight.
           *[other] Multiply each { $from ->
                [inputs] input
               *[outputs] output of the { $layer }
            } by its weight and add the products.
        }
        [shared] { $count ->
            [one] Multiply { $from ->
                [inputs] the input
               *[outputs] the output of the { $layer }
            } by its weight.
           *[other] Multiply each { $from ->
                [inputs] input
               *[outputs] output of the { $layer }
            } by its weight and add the products.
        } Then add the bias { $bias_name }, which { $neurons ->
            [2] both neurons
           *[other] all { $neurons } neurons
        } of this layer share.
       *[own] { $count ->
            [one] Multiply { $from ->
                [inputs] the input
               *[outputs] the output of the { $layer }
            } by its weight.
           *[other] Multiply each { $from ->
                [inputs] input
               *[outputs] output of the { $layer }
            } by its weight and add the products.
        } Then add the bias { $bias_name }.
    }
lesson-why-weighted-sum-constant =
    { $count ->
        [one] Multiply { $from ->
            [inputs] the input
           *[outputs] the output of the { $layer }
        } by its weight
       *[other] Multiply each { $from ->
            [inputs] input
           *[outputs] output of the { $layer }
        } by its weight
    } and the bias { $bias_name }{ $bias ->
        [shared] {", which the layer shares,"}
       *[own] {""}
    } by its constant input { $constant }, and add the products.
lesson-why-identity = The identity changes nothing: the output is the { $word } itself.
lesson-why-sigmoid = The output is the sigmoid of { $z }_{ $subject }. The sigmoid squeezes any number into the range from 0 to 1: far below 0 gives nearly 0, far above 0 gives nearly 1.
lesson-why-tanh = The output is the tanh of { $z }_{ $subject }. tanh squeezes any number into the range from −1 to 1; it keeps the sign, and 0 stays 0.
lesson-why-relu =
    { $sign ->
        [positive] relu replaces everything below 0 by 0. This { $word } is above 0 and passes unchanged.
        [zero] relu replaces everything below 0 by 0. This { $word } is not above 0, so the output is 0.
       *[unknown] relu replaces everything below 0 by 0 and leaves the rest unchanged.
    }
lesson-why-step =
    { $net ->
        [positive] The step only asks whether the { $word } is above or below 0. This one is above, so the output is 1.
        [negative] The step only asks whether the { $word } is above or below 0. This one is below, so the output is 0.
        [zero] The step only asks whether the { $word } is above or below 0. This one is exactly 0, where the step jumps: here the output is { $result } by convention.
       *[unknown] The step only asks whether the { $word } is above or below 0: the output is 0 below, 1 above.
    }
lesson-why-sign =
    { $net ->
        [positive] The sign only asks whether the { $word } is above or below 0. This one is above, so the output is 1.
        [negative] The sign only asks whether the { $word } is above or below 0. This one is below, so the output is −1.
        [zero] The sign only asks whether the { $word } is above or below 0. This one is exactly 0, and so is its sign.
       *[unknown] The sign only asks whether the { $word } is above or below 0: the output is −1 below, 1 above.
    }
lesson-why-leaky-relu =
    { $net ->
        [positive] Below 0 the leaky relu keeps only a fraction. This { $word } is above 0 and passes unchanged.
        [negative] Below 0 the leaky relu keeps only a fraction, as it does with this { $word }.
        [zero] Below 0 the leaky relu keeps only a fraction; 0 itself stays 0.
       *[unknown] Below 0 the leaky relu keeps only a fraction; the rest passes unchanged.
    }
lesson-why-elu =
    { $net ->
        [positive] elu leaves a { $word } above 0 unchanged: the power of e is e⁰ = 1 here and cancels.
        [negative] Below 0 elu bends smoothly and levels off at −α, so a { $word } far below 0 has little influence.
       *[unknown] elu leaves a { $word } above 0 unchanged; below 0 it bends smoothly and levels off at −α.
    }
lesson-why-softplus = softplus is a relu with a rounded corner: far below 0 it is nearly 0, far above nearly the { $word } itself, and it is never exactly 0.
lesson-why-silu = silu multiplies the { $word } by its own sigmoid: far above 0 nearly all of it passes, far below 0 nearly nothing.
lesson-why-gelu-tanh = gelu multiplies the { $word } by the share of a bell curve that lies below it. Most programs approximate that share with tanh; the long number is π.
lesson-why-own-activation = This activation is the author's own formula of the { $word }.
lesson-why-softmax = Softmax turns the { $word }s of the layer into shares: e to the power of the own { $word }, divided by the sum of these powers. The shares add up to 1.

## Why: the error

lesson-why-half-squared-error = The distance from the target is squared, so too high and too low count alike. The ½ will cancel the 2 of the derivative.
lesson-why-squared-error = The distance from the target is squared: too high and too low count alike, and a large miss counts far more than a small one.
lesson-why-mean-squared-error = The distance from the target is squared: too high and too low count alike, and a large miss counts far more than a small one.
lesson-why-absolute-error = The error is the distance from the target without its sign: a miss twice as large counts twice, not four times.
lesson-why-hinge =
    { $sign ->
        [zero] The hinge loss is 0 once target·{ $a } reaches 1: the answer is on the right side, and clearly so. Here it is, so there is no error.
       *[other] The hinge loss is 0 once target·{ $a } reaches 1: the answer is on the right side, and clearly so. What is missing to 1 is the error.
    }
lesson-why-own-loss = This loss is the author's own formula of the target and the output.
lesson-why-binary-cross-entropy =
    { $target ->
        [one] The target is 1, so −ln({ $a }) is left: the nearer { $a }_{ $subject } is to 1, the smaller the error. The other term has the factor 0 and counts as 0.
        [zero] The target is 0, so −ln(1 − { $a }) is left: the nearer { $a }_{ $subject } is to 0, the smaller the error. The other term has the factor 0 and counts as 0.
       *[other] The target is between 0 and 1, so both logarithms count: the first as much as the target says, the second for the rest.
    }
lesson-why-cross-entropy =
    { $target ->
        [one] The target is 1, so −ln({ $a }) is left: the nearer { $a }_{ $subject } is to 1, the smaller the error.
        [zero] The target is 0, so this output adds nothing to the error: 0 times a logarithm counts as 0.
       *[other] The logarithm of the output counts as much as its target says.
    }
lesson-why-total-loss =
    { $count ->
        [one] There is only one output, so its error is the total.
        [2] { $how ->
            [mean] The total is the mean of both outputs' errors.
           *[sum] The errors of both outputs are added.
        }
       *[other] { $how ->
            [mean] The total is the mean of the errors of all { $count } outputs.
           *[sum] The errors of all { $count } outputs are added.
        }
    }
lesson-why-total-loss-watched = The perceptron's rule does not use the error; it only shows how many answers are wrong.
lesson-why-total-loss-validation = This sample is not trained on: no backward pass starts here, and no weight changes because of it.
lesson-why-total-loss-trained = This is the number that training tries to make smaller.

## Why: what a sign means

lesson-sign-positive = Positive: a larger { $what } makes { $loss } larger.
lesson-sign-zero = Zero: at this point { $loss } neither rises nor falls when { $what } changes a little.
lesson-sign-negative = Negative: a larger { $what } makes { $loss } smaller.
lesson-descent-positive = Positive: a larger { $what } makes { $loss } smaller.
lesson-descent-negative = Negative: a larger { $what } makes { $loss } larger.
lesson-why-side-of-target =
    { $sign ->
        [positive] Positive: { $a }_{ $subject } is above its target; a larger output means a larger error.
        [negative] Negative: { $a }_{ $subject } is below its target, so a larger output makes the error smaller.
       *[zero] Zero: { $a }_{ $subject } is exactly at its target.
    }
lesson-why-new-weights = This is not the gradient: some weights in it are already new. It is used in place of the gradient.
lesson-why-surrogate = It depends on a surrogate slope, so it is not the true gradient; it is used in place of the gradient.
lesson-why-gradient = The chain rule multiplies the local derivatives on the path from { $subject } to { $loss }.
lesson-why-gradient-positive =
    Positive: a larger { $subject } makes { $loss } larger{ $fate ->
        [update] , so the update will make { $subject } smaller.
        [sample] , so this sample asks for a smaller { $subject }.
        [frozen] . But { $subject } is not trained and stays as it is.
       *[none] {"."}
    }
lesson-why-gradient-zero =
    Zero: at this point { $loss } neither rises nor falls when { $subject } changes a little{ $fate ->
        [update] , so the update will leave { $subject } as it is.
        [sample] , so this sample asks for no change of { $subject }.
        [frozen] . { $subject } is not trained, so it stays as it is anyway.
       *[none] {"."}
    }
lesson-why-gradient-negative =
    Negative: a larger { $subject } makes { $loss } smaller{ $fate ->
        [update] , so the update will make { $subject } larger.
        [sample] , so this sample asks for a larger { $subject }.
        [frozen] . But { $subject } is not trained and stays as it is.
       *[none] {"."}
    }

## Why: backward through a network

lesson-why-slope-half-squared-error = The derivative of ½(target − { $a })² is (target − { $a })·(−1) = { $a } − target: the 2 cancels the ½, and the −1 swaps the order.
lesson-why-slope-squared-error = The derivative of (target − { $a })² is 2·(target − { $a })·(−1) = 2·({ $a } − target): the −1 swaps the order.
lesson-why-slope-mean-squared-error =
    { $count ->
        [one] The derivative of (target − { $a })² is 2·(target − { $a })·(−1) = 2·({ $a } − target): the −1 swaps the order.
       *[other] The derivative of (target − { $a })² is 2·({ $a } − target), and the mean divides it by the { $count } outputs.
    }
lesson-why-slope-absolute-error = The distance grows as fast as the output moves away: the derivative is 1 above the target, −1 below it, and 0 at the target by convention.
lesson-why-slope-hinge =
    { $sign ->
        [zero] target·{ $a } has reached 1, where the hinge loss is flat: its derivative is 0, at exactly 1 by convention. There is nothing left to learn here.
       *[other] target·{ $a } has not reached 1, so the derivative of 1 − target·{ $a } is left, which is −target.
    }
lesson-why-slope-own-loss = This is the derivative of the author's own loss with respect to the output.
lesson-why-slope-surrogate = This is a surrogate slope: the author uses it in place of the derivative. What is computed from it is not the true gradient.
lesson-why-slope-binary-cross-entropy =
    { $target ->
        [one] The target is 1, so −1/{ $a } is left, the derivative of −ln({ $a }).
        [zero] The target is 0, so 1/(1 − { $a }) is left, the derivative of −ln(1 − { $a }).
       *[other] The derivative of ln(x) is 1/x: each logarithm gives one fraction.
    }
lesson-why-slope-cross-entropy =
    { $target ->
        [one] The derivative of −ln({ $a }) is −1/{ $a }.
        [zero] The target is 0, so the error does not depend on { $a }_{ $subject } directly. Its { $word } still matters: softmax gives to one output what it takes from another.
       *[other] The derivative of ln({ $a }) is 1/{ $a }, and the target says how much it counts.
    }
lesson-why-output-gradient = { $subject } feeds only { $partner }, so there is one path from it to the error.
lesson-why-output-path = { $subject } feeds { $count } neurons. This path goes through { $partner }. Multiply { $delta ->
        [descent] −delta_{ $partner }
       *[gradient] delta_{ $partner }
    } by the weight from { $subject } to { $partner }.
lesson-why-paths-through = The chain rule adds up the { $count } paths from { $what } to { $loss }: through { $through }.
lesson-why-paths = The chain rule adds up the { $count } paths from { $what } to { $loss }.
lesson-why-paths-differ = Their signs differ, so they cancel in part.
lesson-why-slope-identity = The output is the { $word } itself, so both change equally fast: the derivative is 1.
lesson-why-slope-sigmoid =
    { $curve ->
        [flat] The slope of the sigmoid is { $a }·(1 − { $a }). It is only { $slope } here because { $a } is near 0 or 1: the neuron is saturated, and its output hardly changes with its { $word }.
       *[steep] The slope of the sigmoid is { $a }·(1 − { $a }). The sigmoid is steepest at { $a } = 0.5; there the slope is ¼.
    }
lesson-why-slope-tanh =
    { $curve ->
        [flat] The slope of tanh is 1 − { $a }². It is only { $slope } here because { $a } is near −1 or 1: the neuron is saturated, and its output hardly changes with its { $word }.
       *[steep] The slope of tanh is 1 − { $a }². tanh is steepest at { $a } = 0; there the slope is 1.
    }
lesson-why-slope-relu =
    { $sign ->
        [positive] The { $word } is above 0, where relu passes every change on: the slope is 1.
        [negative] The { $word } is below 0, where relu passes nothing on: the slope is 0.
        [zero] The { $word } is exactly 0, where relu has a kink and no slope of its own; by convention it is 0.
       *[unknown] The slope of relu is 1 above 0 and 0 below 0; at 0 it is 0 by convention.
    }
lesson-why-slope-flat = The output does not change when the { $word } changes a little, so the slope is 0. No gradient gets through here: what comes before can only be trained with a surrogate slope or the perceptron's rule.
lesson-why-slope-leaky-relu =
    { $sign ->
        [positive] The { $word } is above 0, where the leaky relu passes every change on: the slope is 1.
        [negative] The { $word } is below 0, where the leaky relu passes only a fraction of a change on: that fraction is the slope.
        [zero] The { $word } is exactly 0, where the leaky relu has a kink; by convention its slope is the one below 0.
       *[unknown] The slope of the leaky relu is 1 above 0 and its fraction below 0; at 0 it is the one below by convention.
    }
lesson-why-slope-elu =
    { $sign ->
        [positive] The { $word } is above 0, where elu passes every change on: the slope is 1.
        [negative] The { $word } is below 0. The derivative of the power of e is the power itself, which is { $a } + α.
        [zero] The { $word } is exactly 0, where the two parts of elu meet; by convention the slope is the one below 0, which is α.
       *[unknown] The slope of elu is 1 above 0 and { $a } + α below 0; at 0 it is the one below by convention.
    }
lesson-why-slope-softplus = The slope of softplus is the sigmoid of the { $word }: nearly 0 far below 0, nearly 1 far above.
lesson-why-slope-silu = The product rule gives two parts, the sigmoid and the { $word } times the slope of the sigmoid; together they are { $a } plus the sigmoid times 1 − { $a }.
lesson-why-slope-gelu-tanh = The product rule gives two parts: the share itself, and the { $word } times how fast the share grows.
lesson-why-slope-own-activation = This is the derivative of the author's own activation with respect to the { $word }.
lesson-why-softmax-slope-own = A larger { $word } raises its own output, at the rate { $a }·(1 − { $a }): the larger the share already is, the less is left to gain.
lesson-why-softmax-slope-other = In softmax every output depends on every { $word }. The outputs add up to 1, so what { $partner } gains the others lose: the derivative is negative.
lesson-why-delta =
    { $delta ->
        [descent] delta_{ $subject } says how strongly the error falls when { $z }_{ $subject } grows; it points downhill. Every weight into { $subject } needs it.
       *[gradient] delta_{ $subject } says how strongly the error reacts to { $z }_{ $subject }. Every weight into { $subject } needs it.
    }
lesson-why-delta-cross-entropy =
    Sigmoid and cross-entropy fit together: the product of the two factors is just { $delta ->
        [descent] target minus output, once the sign is changed.
       *[gradient] output minus target.
    }
lesson-why-delta-path = { $z }_{ $subject } changes every output of the layer. This path goes through { $a }_{ $partner }: multiply how the error reacts to that output by how that output reacts to { $z }_{ $subject }{ $delta ->
        [descent] , and change the sign.
       *[gradient] {"."}
    }
lesson-why-delta-paths = With softmax all { $count } outputs depend on { $z }_{ $subject }, so there are { $count } paths to the error; the chain rule adds them up.
lesson-why-delta-short = With softmax and cross-entropy the long form always gives { $delta ->
        [descent] target minus output
       *[gradient] output minus target
    }, because the targets add up to 1. Both results have to agree.
lesson-why-net-slope-by-output = In { $z }_{ $subject }, { $a }_{ $partner } is multiplied by { $factor }, so the derivative is { $factor }.
lesson-why-net-slope-by-weight = In { $z }_{ $subject }, { $partner } is multiplied by { $factor }, so the derivative is { $factor }.
lesson-why-net-slope-by-bias = { $partner } is added to { $z }_{ $subject } as it is, so both change equally fast: the derivative is 1.
lesson-why-net-slope-by-constant = In { $z }_{ $subject }, { $partner } is multiplied by the constant input { $constant }, so the derivative is { $constant }.
lesson-why-net-slope-by-input = In { $z }_{ $subject }, { $partner } is multiplied by { $factor }, so the derivative is { $factor }.
lesson-why-net-slope-by-new = In { $z }_{ $subject }, { $partner }'s value was multiplied by the old weight, which is the derivative. Updating layer by layer uses the new weight { $factor } instead: what is passed back from here is not the gradient.
lesson-why-shared-bias-path = { $subject } is the bias of { $count } neurons. This is its effect on { $loss } through { $partner } alone.
lesson-why-shared-bias = { $subject } is the bias of { $count } neurons, so { $count } paths are added up.
lesson-why-input = An input is not trained; this derivative says how sensitive the error is to { $subject }.
lesson-why-input-path = { $subject } feeds { $count } neurons. This is its effect on { $loss } through { $partner } alone.

## Why: graphs

lesson-why-node-output = This is the output. The backward pass starts here.
lesson-why-node-used-by = { $subject } is an intermediate value; it is used by { $users }.
lesson-why-node-used = { $subject } is an intermediate value; it is used by { $count } nodes.
lesson-why-node-idle = No node uses { $subject }, so the backward pass does not come here.
lesson-why-start = It changes exactly as fast as itself: the derivative is 1. The backward pass multiplies all other derivatives onto this 1.
lesson-rule-product =
    { $count ->
        [2] The derivative of a product with respect to one factor is the other factor.
       *[other] The derivative of a product with respect to one factor is the product of the others.
    }
lesson-rule-sum = { $used } is added to { $node } as it is, so both change equally fast: the derivative is 1.
lesson-rule-difference = { $used } is subtracted in { $node }: when it grows, { $node } shrinks as fast, so the derivative is −1.
lesson-rule-power = The power rule: the exponent becomes a factor, and the new exponent is one less.
lesson-rule-relu = relu passes changes on above 0 and nothing below 0; at 0 its slope is 0 by convention.
lesson-rule-abs = The slope of an absolute value is 1 above 0 and −1 below 0; at 0 it is 0 by convention.
lesson-rule-choice = Only the chosen one counts; where both are equal, the first one is chosen.
lesson-rule = Differentiate the formula of { $node } with respect to { $used } and treat everything else in it as constant.
lesson-why-node-chain = { $subject } affects { $loss } through { $partner }, so the two derivatives along this path are multiplied.
lesson-why-node-unused = { $loss } does not depend on { $subject }, so the derivative is 0.
lesson-why-node-path = { $subject } is used in { $count } places. This is its effect on { $loss } through { $partner } alone.
lesson-why-direct-path = { $subject } is used in { $count } places. Here the formula of { $loss } uses it directly.
lesson-why-one-more =
    { $sign ->
        [negative] If { $subject } grows by 1, { $output } shrinks by { $by }.
       *[positive] If { $subject } grows by 1, { $output } grows by { $by }.
    }
lesson-why-small-change =
    When { $subject } changes a little, { $output } changes { $about ->
        [yes] {"about "}
       *[no] {""}
    }{ $times ->
        [same] as far
        [half] half as far
        [third] a third as far
        [quarter] a quarter as far
        [tenth] a tenth as far
        [twice] twice as far
       *[other] { $by } times as far
    }{ $sign ->
        [negative] , in the opposite direction.
       *[positive] , in the same direction.
    }

## Why: the update

lesson-why-batch-loss =
    { $reduction ->
        [sum] This is the sum of the errors of the { $count } samples of the batch, all with the same weights.
       *[mean] This is the mean of the errors of the { $count } samples of the batch, all with the same weights.
    }
lesson-why-epoch-loss =
    { $reduction ->
        [sum] This is the sum of the errors of all { $count } samples, each with the weights of its batch: between batches the weights change.
       *[mean] This is the mean of the errors of all { $count } samples, each with the weights of its batch: between batches the weights change.
    }
lesson-why-validation-loss =
    { $count ->
        [one] This is the error of the one validation sample, with the weights at the start of the epoch. No weight is changed because of it.
       *[other] This is the mean error of the { $count } validation samples, with the weights at the start of the epoch. No weight is changed because of them.
    }
lesson-why-batch-gradient =
    { $reduction ->
        [sum] The gradients of the { $count } samples are added.
       *[mean] This is the mean of the gradients of the { $count } samples.
    }
lesson-why-output-error =
    { $sign ->
        [positive] The output is too small. The rule will raise the { $word } of { $subject } for this input.
        [negative] The output is too large. The rule will lower the { $word } of { $subject } for this input.
        [zero] The answer is right, so the error is 0 and this sample asks for no change.
       *[unknown] The sign says whether the output is too small or too large.
    }
lesson-why-batch-correction =
    { $reduction ->
        [sum] For each of the { $count } samples, multiply the error by the number that { $subject } was multiplied by; then add these products.
       *[mean] For each of the { $count } samples, multiply the error by the number that { $subject } was multiplied by; then take the mean of these products.
    }
lesson-why-learning-rate = The schedule sets the learning rate for every epoch; all parameters share it.
lesson-why-decayed-gradient = Weight decay adds a fraction of { $subject } itself to its gradient, so the update also pulls { $subject } towards zero.
lesson-why-given-gradient = The scenario gives this gradient, one for every epoch. The steps below show what the optimizer does with it.
lesson-why-velocity = The previous velocity is multiplied by beta, and the gradient is added: gradients with the same sign add up, gradients with alternating signs cancel.
lesson-why-square-sum = The square of the gradient is added to the squares of all earlier updates. The sum never shrinks.
lesson-why-square-mean = The previous mean is multiplied by its beta, and the square of the gradient gets the rest of the weight: older gradients count less and less.
lesson-why-gradient-mean = The previous mean is multiplied by beta1, and the gradient gets the rest of the weight: older gradients count less and less.
lesson-why-corrected-mean = The mean started at zero, so it is too small during the first updates. Dividing by the weight that the gradients have so far corrects this.
lesson-why-own-quantity = This is a step of the lesson's own optimizer, computed for { $subject } alone.
lesson-why-look-ahead = Before the forward pass, the optimizer moves { $subject } to where it expects to go. All steps up to the gradient use { $subject }_ahead; the update starts from { $subject } itself again.
lesson-why-taken-ahead = This gradient is computed at { $subject }_ahead, not at { $subject }.
lesson-why-new-by-momentum = The update subtracts η (the learning rate) times the velocity instead of the gradient: { $subject } keeps moving in the direction of earlier gradients.
lesson-why-new-by-nesterov = The update subtracts η (the learning rate) times the gradient plus beta times the velocity, as if the gradient were computed where the velocity leads.
lesson-why-new-by-adagrad = The gradient is divided by the root of the sum of its squares, so each parameter has its own step size; epsilon keeps the divisor from being zero.
lesson-why-new-by-rmsprop = The gradient is divided by the root of the mean of its squares, so each parameter has its own step size; epsilon keeps the divisor from being zero.
lesson-why-new-by-adam = The mean gradient is divided by the root of the mean square: how large the gradients are hardly matters, only how steady they are. Epsilon keeps the divisor from being zero.
lesson-why-new-by-adamw = The mean gradient is divided by the root of the mean square; weight decay pulls { $subject } itself towards zero, separately from the gradient.
lesson-why-new-by-perceptron =
    { $change ->
        [larger] The perceptron's rule adds η (the learning rate) times the error times the number that { $subject } is multiplied by. That is positive here, so { $subject } becomes larger.
        [smaller] The perceptron's rule adds η (the learning rate) times the error times the number that { $subject } is multiplied by. That is negative here, so { $subject } becomes smaller.
        [same] The perceptron's rule adds η (the learning rate) times the error times the number that { $subject } is multiplied by. That is 0 here: the answer was right, or { $subject } had no part in it. So { $subject } stays as it is.
       *[unknown] The perceptron's rule adds η (the learning rate) times the error times the number that { $subject } is multiplied by. No slope is needed.
    }
lesson-why-new-by-mixture =
    { $sign ->
        [positive] The update subtracts η (the learning rate) times what came through the new weights, in place of the gradient. It is positive, so { $subject } becomes smaller.
        [negative] The update subtracts η (the learning rate) times what came through the new weights, in place of the gradient. It is negative, so { $subject } becomes larger.
        [zero] The update subtracts η (the learning rate) times what came through the new weights, in place of the gradient. It is zero, so { $subject } stays as it is.
       *[unknown] The update subtracts η (the learning rate) times what came through the new weights, in place of the gradient.
    }
lesson-why-new-by-own = This is the last step of the lesson's own optimizer: it gives the new { $subject }.
lesson-why-new-parameter =
    { $sign ->
        [positive] The update subtracts η times the gradient (η is the learning rate). The gradient is positive, so { $subject } becomes smaller.
        [negative] The update subtracts η times the gradient (η is the learning rate). The gradient is negative, so { $subject } becomes larger.
        [zero] The update subtracts η times the gradient (η is the learning rate). The gradient is zero, so { $subject } stays as it is.
       *[unknown] The update subtracts η times the gradient (η is the learning rate): a step downhill.
    }

## Where one is

lesson-layer-inputs = inputs
lesson-layer-hidden = hidden layer
lesson-layer-hidden-of-several = hidden layer { $number }
lesson-layer-output = output layer
lesson-stage-look-ahead = looking ahead
lesson-stage-forward = forward
lesson-stage-forward-layer = forward, { $layer }
lesson-stage-error = error
lesson-stage-backward = backward
lesson-stage-backward-layer = backward, { $layer }
lesson-stage-update = update
lesson-place-epoch = epoch { $epoch }
lesson-place-sample = sample { $sample } of { $all }
lesson-place-validation-all = validation
lesson-place-validation = validation sample { $sample } of { $all }
lesson-place-batch = batch { $batch } of { $all }
lesson-place-step = step { $step } of { $all }

## Conventions, in a few words each

lesson-convention-forward-only = forward pass only
lesson-convention-half-squared-error =
    { $count ->
        [one] E = ½(target − { $a })²
       *[other] E = ½Σ(target − { $a })²
    }
lesson-convention-squared-error =
    { $count ->
        [one] E = (target − { $a })²
       *[other] E = Σ(target − { $a })²
    }
lesson-convention-mean-squared-error =
    { $count ->
        [one] E = (target − { $a })²
       *[other] E = Σ(target − { $a })²/{ $count }
    }
lesson-convention-absolute-error =
    { $count ->
        [1] E = |target − { $a }|
       *[other] E = Σ|target − { $a }|
    }
lesson-convention-hinge =
    { $count ->
        [1] E = max(0, 1 − target·{ $a })
       *[other] E = Σ max(0, 1 − target·{ $a })
    }
lesson-convention-own-loss = the author's own loss
lesson-convention-surrogate = surrogate slope
lesson-convention-binary-cross-entropy = binary cross-entropy
lesson-convention-cross-entropy = E = −Σ target·ln({ $a })
lesson-convention-output = output: { $name }
lesson-convention-descent = δ = −∂E/∂{ $z }
lesson-convention-no-biases = no biases
lesson-convention-biases =
    { $count ->
        [one] one bias
       *[other] with biases
    }
lesson-convention-biases-fixed =
    { $count ->
        [one] bias not trained
       *[other] biases not trained
    }
lesson-convention-biases-partly-fixed = some biases not trained
lesson-convention-shared-biases-trained =
    { $count ->
        [one] shared bias trained
       *[other] shared biases trained
    }
lesson-convention-biases-trained =
    { $count ->
        [one] bias trained
       *[other] biases trained
    }
lesson-convention-one-sample = one sample at a time
lesson-convention-all-samples =
    { $reduction ->
        [sum] sum of { $count } samples
       *[mean] mean of { $count } samples
    }
lesson-convention-batches =
    { $reduction ->
        [sum] batch of { $count }, sum
       *[mean] batch of { $count }, mean
    }
lesson-convention-decay = g = gradient + λw
lesson-convention-given-gradients = gradients given
lesson-convention-momentum = v = βv + g, w −= ηv
lesson-convention-nesterov = Nesterov: η(g + βv)
lesson-convention-adagrad = s += g², w −= ηg/(√s + ε)
lesson-convention-rmsprop = RMSprop, w −= ηg/(√s + ε)
lesson-convention-adam = Adam, ε outside the root
lesson-convention-adamw = AdamW, ε outside the root
lesson-convention-perceptron = w += η·error·x
lesson-convention-own-optimizer = own optimizer
lesson-convention-look-ahead = own optimizer, gradient at a point ahead
lesson-convention-all-at-once = all weights updated together
lesson-header-biases-not-trained =
    { $count ->
        [one] bias not trained
       *[other] biases not trained
    }
lesson-header-updated-together = all weights updated together
lesson-convention-layer-by-layer = updated layer by layer
lesson-convention-not-the-gradient = updated layer by layer: not the gradient
lesson-convention-rate = η = { $rate }
lesson-convention-exact-significant =
    { $count ->
        [one] { $count } significant digit
       *[other] { $count } significant digits
    }
lesson-convention-exact =
    { $decimals ->
        [one] { $decimals } decimal
       *[other] { $decimals } decimals
    }
lesson-convention-paper-decimals =
    { $count ->
        [one] rounded to { $count } decimal
       *[other] rounded to { $count } decimals
    }
lesson-convention-paper-significant =
    { $count ->
        [one] rounded to { $count } significant digit
       *[other] rounded to { $count } significant digits
    }
lesson-convention-paper-kinds = { $usual } ({ $kinds })
lesson-convention-paper-many-kinds = { $usual }, some steps differently
lesson-convention-paper-half-even = { $usual }, halves to even

## Paper: every result is rounded

lesson-drift = exact { $exact }, drift { $gap }
lesson-drift-none = exact { $exact }, no drift
lesson-drift-open = exact { $exact }, no drift in these digits
lesson-sign-lost = Zero on paper: rounding removed it. Computed exactly, it is not 0.
lesson-sign-turned =
    { $sign ->
        [zero] What is left here comes from rounding alone. Computed exactly, it is 0.
        [positive] Rounding changed the sign. Computed exactly, it is positive.
       *[negative] Rounding changed the sign. Computed exactly, it is negative.
    }
lesson-why-new-too-small = The update subtracts η times the gradient (η is the learning rate). That is less than half a unit of the last digit kept: rounded, { $subject } stays as it is.
lesson-why-new-by-rounding = The update subtracts η times the gradient (η is the learning rate). Rounding the result moves { $subject } more than the gradient does.
lesson-why-delta-short-on-paper = With softmax and cross-entropy the long form always gives output minus target, because the targets add up to 1. On paper both results are rounded, so their last digits may differ.

## What keeps a lesson from going on

lesson-fault-division-by-zero = division by zero
lesson-fault-logarithm-of-zero = the logarithm of zero, which does not exist
lesson-fault-logarithm-of-negative = the logarithm of a negative number, which does not exist
lesson-fault-root-of-negative = the square root of a negative number, which does not exist
lesson-fault-power-of-negative = a negative number to a power that is not whole, which does not exist
lesson-fault-too-large = the result has too many digits to be computed
lesson-assumed-tie = No precision tells this value from the exact middle between two roundings, so it is taken as exactly the middle. Everything after it rests on that.
lesson-assumed-kink = No precision tells a value in this step from a kink or jump, so it is taken as exactly there, with the slope that is taught for it. Everything after it rests on that.
lesson-assumed-bound = No precision tells this value from the bound it is compared with, so it is taken as exactly the bound: not below it and not beyond it. Everything after it rests on that.
lesson-fault-undecided-zero = a value is too close to zero to be told from it, even with thousands of bits: nothing can be divided by it, and it has no logarithm that can be computed
lesson-fault-undecided-sign = a value lies so close to a kink or jump that its side cannot be decided
lesson-fault-undecided-digits = a value lies so close to the middle of two roundings that its digits cannot be decided
lesson-halt-diverged = training diverged in epoch { $epoch }: `{ $name }` went beyond 10^15; a smaller learning rate may help
lesson-halt-diverged-somewhere = training diverged in epoch { $epoch }: a value went beyond 10^15; a smaller learning rate may help
lesson-halt-reached = training stops in epoch { $epoch }: `{ $name }` is below { $limit }, so this epoch is the last and is not updated
lesson-halt-no-gradient = epoch { $epoch } cannot be computed: the scenario gives gradients for { $given ->
    [one] 1 epoch
   *[other] { $given } epochs
    }
lesson-halt-in-epoch = epoch { $epoch }
lesson-halt-in-sample = epoch { $epoch }, sample { $sample }
lesson-halt-in-batch = epoch { $epoch }, batch { $batch }
lesson-halt-failed = training ends in { $at }: `{ $step }` cannot be computed: { $fault }
lesson-halt-failed-somewhere = training ends in { $at }: a value cannot be computed: { $fault }

## The runs of a lesson, side by side

lesson-runs = the runs side by side
lesson-run-base = base
lesson-run-batch-size = samples in a batch
lesson-run-updates = updates per epoch
lesson-run-after = after the last epoch:

## What is not found

lesson-find-no-name = there is no step `{ $name }` in this lesson
lesson-find-nearest = there is no step `{ $name }` in this lesson; did you mean `{ $nearest }`?
lesson-find-no-number = there is no number { $number } here; they go from 1 to { $largest }
lesson-find-no-run = there is no run `{ $name }` in this lesson
lesson-find-nearest-run = there is no run `{ $name }` in this lesson; did you mean `{ $nearest }`?
