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
lesson-title-output-gradient = gradient of { $subject }'s output
lesson-title-output-path = gradient of { $subject }'s output, path through { $partner }
lesson-title-activation-slope = slope of { $subject }'s activation
lesson-title-softmax-slope = slope of { $a }_{ $subject } by { $z }_{ $partner }
lesson-title-delta = delta of neuron { $subject }
lesson-title-delta-path = delta of neuron { $subject }, path through { $partner }
lesson-title-delta-short = delta of neuron { $subject }, the short way
lesson-title-net-slope-by-output = slope of { $z }_{ $subject } by { $a }_{ $partner }
lesson-title-net-slope = slope of { $z }_{ $subject } by { $partner }
lesson-title-gradient = gradient of { $subject }
lesson-title-path = gradient of { $subject }, path through { $partner }
lesson-title-direct-path = gradient of { $subject }, direct path
lesson-title-input-gradient = gradient of input { $subject }
lesson-title-input-path = gradient of input { $subject }, path through { $partner }
lesson-title-node = value of { $subject }
lesson-title-start = start of the way back
lesson-title-local-slope = slope of { $subject } by { $partner }
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
lesson-title-look-ahead = { $subject } looked ahead to
lesson-title-new-parameter = new value of { $subject }

## The question that a step answers

lesson-question-weighted-sum = What arrives at neuron { $subject }?
lesson-question-activation = What does neuron { $subject } pass on?
lesson-question-answer = What does the network answer at { $subject }?
lesson-question-output-loss = How large is the error of output { $subject }?
lesson-question-total-loss = How large is the error in all?
lesson-question-output-gradient = How much does the error change when { $a }_{ $subject } changes?
lesson-question-output-path = How much does the error change with { $a }_{ $subject }, through { $partner } alone?
lesson-question-activation-slope = How much does { $a }_{ $subject } change when { $z }_{ $subject } changes?
lesson-question-softmax-slope = How much does { $a }_{ $subject } change when { $z }_{ $partner } changes?
lesson-question-delta =
    { $delta ->
        [descent] How fast does the error fall when { $z }_{ $subject } grows?
       *[gradient] How much does the error change when { $z }_{ $subject } changes?
    }
lesson-question-delta-path =
    { $delta ->
        [descent] How fast does the error fall as { $z }_{ $subject } grows, through { $a }_{ $partner } alone?
       *[gradient] How much does the error change with { $z }_{ $subject }, through { $a }_{ $partner } alone?
    }
lesson-question-delta-short =
    { $delta ->
        [descent] Does the short way, target minus output, give the same?
       *[gradient] Does the short way, output minus target, give the same?
    }
lesson-question-net-slope-by-output = How much does { $z }_{ $subject } change when { $a }_{ $partner } changes?
lesson-question-net-slope = How much does { $z }_{ $subject } change when { $partner } changes?
lesson-question-gradient = How much does { $loss } change when { $subject } changes?
lesson-question-path = How much does { $loss } change with { $subject }, through { $partner } alone?
lesson-question-direct-path = How much does { $loss } change with { $subject } directly, nothing between?
lesson-question-node = How large is { $subject }?
lesson-question-start = How much does { $subject } change when { $subject } itself changes?
lesson-question-local-slope = How much does { $subject } change when { $partner } changes?
lesson-question-batch-loss = How large is { $loss } over the whole batch?
lesson-question-epoch-loss = How large is { $loss } over the whole epoch?
lesson-question-validation-loss = How large is { $loss } on samples that are never trained on?
lesson-question-batch-gradient = How much does { $loss } of the batch change when { $subject } changes?
lesson-question-output-error = By how much, and to which side, does { $subject } miss its target?
lesson-question-batch-correction = What do the errors of the batch ask of { $subject }?
lesson-question-through-new = What comes back to { $subject } through the new weights?
lesson-question-learning-rate = How large is the learning rate in this epoch?
lesson-question-decayed-gradient = Which gradient does the update of { $subject } take?
lesson-question-velocity = How fast does { $subject } move now?
lesson-question-square-sum = How large have the gradients of { $subject } been so far?
lesson-question-square-mean = How large have the gradients of { $subject } been of late?
lesson-question-gradient-mean = Which way have the gradients of { $subject } pointed of late?
lesson-question-corrected-mean = How large is that mean without its start at zero?
lesson-question-own-quantity = What is { $partner } of { $subject } now?
lesson-question-look-ahead = At which { $subject } is the gradient taken?
lesson-question-new-parameter = What is { $subject } after the update?

## Why: forward

lesson-why-weighted-sum =
    { $from ->
        [inputs] { $count ->
            [one] The input
           *[other] Every input
        }
       *[outputs] { $count ->
            [one] The output of the layer before
           *[other] Every output of the layer before
        }
    } is multiplied by its weight{ $bias ->
        [own] { $count ->
            [one] , and the bias is added.
           *[other] ; the products and the bias are added.
        }
        [shared] { $count ->
            [one] , and the bias of the layer is added.
           *[other] ; the products are added, and the one bias that the layer shares.
        }
       *[none] { $count ->
            [one] {"."}
           *[other] , and the products are added.
        }
    }
lesson-why-weighted-sum-constant =
    { $from ->
        [inputs] { $count ->
            [one] The input
           *[other] Every input
        }
       *[outputs] { $count ->
            [one] The output of the layer before
           *[other] Every output of the layer before
        }
    } is multiplied by its weight, the bias{ $bias ->
        [shared] {" that the layer shares"}
       *[own] {""}
    } by its constant input { $constant }, and the products are added.
lesson-why-identity = The identity changes nothing: the { $word } goes out as it came in.
lesson-why-sigmoid = The sigmoid squeezes any number into the range from 0 to 1: far below 0 gives nearly 0, far above gives nearly 1.
lesson-why-tanh = tanh squeezes any number into the range from −1 to 1; it keeps the sign, and 0 stays 0.
lesson-why-relu =
    { $sign ->
        [positive] relu cuts off what is below 0. This { $word } is above 0 and goes through unchanged.
        [zero] relu cuts off what is below 0. This { $word } is not above 0, so 0 comes out.
       *[unknown] relu cuts off what is below 0 and lets the rest through unchanged.
    }
lesson-why-step =
    { $net ->
        [positive] The step only asks on which side of 0 the { $word } lies. This one lies above, so 1 comes out.
        [negative] The step only asks on which side of 0 the { $word } lies. This one lies below, so 0 comes out.
        [zero] The step only asks on which side of 0 the { $word } lies. This one is exactly 0, where the step jumps: here it is taken as { $result }.
       *[unknown] The step only asks on which side of 0 the { $word } lies: 0 below, 1 above.
    }
lesson-why-sign =
    { $net ->
        [positive] The sign keeps nothing of the { $word } but its side of 0. This one lies above, so 1 comes out.
        [negative] The sign keeps nothing of the { $word } but its side of 0. This one lies below, so −1 comes out.
        [zero] The sign keeps nothing of the { $word } but its side of 0. This one is exactly 0, and so is its sign.
       *[unknown] The sign keeps nothing of the { $word } but its side of 0: −1 below, 1 above.
    }
lesson-why-leaky-relu =
    { $net ->
        [positive] Below 0 the leaky relu lets only a part through. This { $word } is above 0 and goes through unchanged.
        [negative] Below 0 the leaky relu lets only a part through, and so it is with this { $word }.
        [zero] Below 0 the leaky relu lets only a part through; 0 itself stays 0.
       *[unknown] Below 0 the leaky relu lets only a part through, the rest unchanged.
    }
lesson-why-elu =
    { $net ->
        [positive] elu lets a { $word } above 0 through unchanged: the power of e is e⁰ = 1 here and cancels out.
        [negative] Below 0 elu bends smoothly and flattens out at −α, so that a { $word } far below hardly counts.
       *[unknown] elu lets a { $word } above 0 through unchanged; below, it bends smoothly and flattens out at −α.
    }
lesson-why-softplus = softplus is a relu with a round corner: far below 0 it is nearly 0, far above nearly the { $word } itself, and it is never quite 0.
lesson-why-silu = silu multiplies the { $word } by its own sigmoid: far above 0 nearly all of it goes through, far below nearly nothing.
lesson-why-gelu-tanh = gelu multiplies the { $word } by the share of a bell curve that lies below it. tanh stands in for that share, as most programs work it; the long number is π.
lesson-why-own-activation = This activation is a formula of the author's own, over the { $word }.
lesson-why-softmax = Softmax makes shares of the { $word }s of the layer: e to the power of its own { $word }, over the sum of these powers. The shares lie between 0 and 1 and add up to 1.

## Why: the error

lesson-why-half-squared-error = The distance from the target is squared, so that its sign does not count. The ½ will cancel the 2 of the derivative.
lesson-why-squared-error = The distance from the target is squared: its sign does not count, and a large miss counts far more than a small one.
lesson-why-mean-squared-error = The distance from the target is squared: its sign does not count, and a large miss counts far more than a small one.
lesson-why-absolute-error = The distance from the target without its sign: a miss that is twice as large counts twice, not four times.
lesson-why-hinge =
    { $sign ->
        [zero] The hinge is content once target·{ $a } reaches 1: the side is right, and clearly so. Here it does, so there is no error.
       *[other] The hinge is content once target·{ $a } reaches 1: the side is right, and clearly so. What is missing from 1 is the error.
    }
lesson-why-own-loss = This loss is a formula of the author's own, over the target and the output.
lesson-why-binary-cross-entropy =
    { $target ->
        [one] The target is 1, so −ln({ $a }) is left: the nearer { $a }_{ $subject } is to 1, the smaller the error. The other term has the factor 0 and counts as 0.
        [zero] The target is 0, so −ln(1 − { $a }) is left: the nearer { $a }_{ $subject } is to 0, the smaller the error. The other term has the factor 0 and counts as 0.
       *[other] The target lies between 0 and 1, so both logarithms count: the first as much as the target says, the second for the rest.
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
lesson-why-total-loss-watched = The perceptron's rule does not use it; it only shows how much is wrong.
lesson-why-total-loss-validation = This sample is only looked at: nothing goes back from here, and no weight changes because of it.
lesson-why-total-loss-trained = This is the number that training tries to make smaller.

## Why: what a sign means

lesson-sign-positive = Positive: a larger { $what } makes { $loss } larger.
lesson-sign-zero = Zero: at this point { $loss } is flat in { $what }, it neither rises nor falls.
lesson-sign-negative = Negative: a larger { $what } makes { $loss } smaller.
lesson-descent-positive = Positive: a larger { $what } makes { $loss } smaller.
lesson-descent-negative = Negative: a larger { $what } makes { $loss } larger.
lesson-why-side-of-target =
    { $sign ->
        [positive] Positive: { $a }_{ $subject } is above its target, so a larger output makes the error larger.
        [negative] Negative: { $a }_{ $subject } is below its target, so a larger output makes the error smaller.
       *[zero] Zero: { $a }_{ $subject } is exactly at its target.
    }
lesson-why-new-weights = Not the gradient: this came back through weights that are new already. It is used as if it were.
lesson-why-surrogate = It rests on a surrogate slope, so it is not the true gradient; it is used as if it were.
lesson-why-gradient = The slopes on the way from { $subject } to { $loss } are multiplied: that is the chain rule.
lesson-why-gradient-positive =
    Positive: a larger { $subject } makes { $loss } larger{ $fate ->
        [update] , so the update will make { $subject } smaller.
        [sample] , so this sample asks for a smaller { $subject }.
        [frozen] . But { $subject } is frozen and stays as it is.
       *[none] {"."}
    }
lesson-why-gradient-zero =
    Zero: at this point { $loss } is flat in { $subject }{ $fate ->
        [update] , so the update will leave { $subject } as it is.
        [sample] , so this sample asks for no change of { $subject }.
        [frozen] . And { $subject } is frozen, it stays as it is anyway.
       *[none] , it neither rises nor falls.
    }
lesson-why-gradient-negative =
    Negative: a larger { $subject } makes { $loss } smaller{ $fate ->
        [update] , so the update will make { $subject } larger.
        [sample] , so this sample asks for a larger { $subject }.
        [frozen] . But { $subject } is frozen and stays as it is.
       *[none] {"."}
    }

## Why: backward through a network

lesson-why-slope-half-squared-error = The 2 of the square cancels the ½, and output minus target is left.
lesson-why-slope-squared-error = The derivative of the square is twice output minus target.
lesson-why-slope-mean-squared-error =
    { $count ->
        [one] The derivative of the square is twice output minus target.
       *[other] The derivative of the square is twice output minus target, and the mean divides it by the { $count } outputs.
    }
lesson-why-slope-absolute-error = A distance grows as fast as the output moves away: the slope is 1 above the target, −1 below, and taken as 0 at the target.
lesson-why-slope-hinge =
    { $sign ->
        [zero] target·{ $a } has reached 1, where the hinge is flat: slope 0, and so it is taken at exactly 1. Nothing is left to learn here.
       *[other] target·{ $a } has not reached 1, so the slope of 1 − target·{ $a } is left, which is −target.
    }
lesson-why-slope-own-loss = This is the derivative of the author's own loss by the output.
lesson-why-slope-surrogate = This is a surrogate: a slope that the author has put in place of the derivative. What is worked with it is not the true gradient.
lesson-why-slope-binary-cross-entropy =
    { $target ->
        [one] The target is 1, so the slope of −ln({ $a }) is left, which is −1/{ $a }.
        [zero] The target is 0, so the slope of −ln(1 − { $a }) is left, 1/(1 − { $a }).
       *[other] The slope of ln(x) is 1/x: from each logarithm comes one fraction.
    }
lesson-why-slope-cross-entropy =
    { $target ->
        [one] The slope of −ln({ $a }) is −1/{ $a }.
        [zero] The target is 0, so the error does not look at { $a }_{ $subject } itself. Its { $word } still counts: softmax takes from one output what it gives to another.
       *[other] The slope of ln({ $a }) is 1/{ $a }, and the target says how much it counts.
    }
lesson-why-output-gradient = { $subject } feeds only { $partner }, so one path leads from it to the error.
lesson-why-output-path = { $subject } feeds { $count } neurons. This path goes through { $partner }: { $delta ->
        [descent] −delta_{ $partner } is how the error reacts to { $z }_{ $partner }, and it is multiplied by the weight from { $subject } to { $partner }.
       *[gradient] how the error reacts to { $z }_{ $partner }, times the weight from { $subject } to { $partner }.
    }
lesson-why-paths-through = The chain rule adds the { $count } paths from { $what } to { $loss }, through { $through }.
lesson-why-paths = The chain rule adds the { $count } paths that lead from { $what } to { $loss }.
lesson-why-paths-differ = Their signs differ, so part of it cancels.
lesson-why-slope-identity = The output is the { $word } itself, so both change alike and the slope is 1.
lesson-why-slope-sigmoid =
    { $curve ->
        [flat] The slope of the sigmoid is { $a }·(1 − { $a }). It is only { $slope } here because { $a } is near 0 or 1: the neuron is saturated, and its { $word } hardly moves its output.
       *[steep] The slope of the sigmoid is { $a }·(1 − { $a }). It is steepest in the middle, where it is ¼.
    }
lesson-why-slope-tanh =
    { $curve ->
        [flat] The slope of tanh is 1 − { $a }². It is only { $slope } here because { $a } is near −1 or 1: the neuron is saturated, and its { $word } hardly moves its output.
       *[steep] The slope of tanh is 1 − { $a }². It is steepest in the middle, where it is 1.
    }
lesson-why-slope-relu =
    { $sign ->
        [positive] The { $word } is above 0, where relu passes every change on as it is: slope 1.
        [negative] The { $word } is below 0, where relu passes nothing on: slope 0.
        [zero] The { $word } is exactly 0, where relu has a kink and no slope of its own; it is taken as 0.
       *[unknown] The slope of relu is 1 above 0 and 0 below; at 0 it is taken as 0.
    }
lesson-why-slope-flat = The output does not move when the { $word } moves a little, so the slope is 0. No error comes back through here: gradients cannot train what lies before, a surrogate slope or the perceptron's rule can.
lesson-why-slope-leaky-relu =
    { $sign ->
        [positive] The { $word } is above 0, where the leaky relu passes every change on as it is: slope 1.
        [negative] The { $word } is below 0, where only a part of every change is passed on: that part is the slope.
        [zero] The { $word } is exactly 0, where the leaky relu has a kink; its slope is taken from below.
       *[unknown] The slope of the leaky relu is 1 above 0, and below the part that it lets through; at 0 it is taken from below.
    }
lesson-why-slope-elu =
    { $sign ->
        [positive] The { $word } is above 0, where elu passes every change on as it is: slope 1.
        [negative] The { $word } is below 0. The slope of the power of e is the power itself, which is { $a } + α.
        [zero] The { $word } is exactly 0, where the two pieces of elu meet; the slope is taken from below, which is α.
       *[unknown] The slope of elu is 1 above 0 and { $a } + α below; at 0 it is taken from below.
    }
lesson-why-slope-softplus = The slope of softplus is the sigmoid of the { $word }: nearly 0 far below 0, nearly 1 far above.
lesson-why-slope-silu = The product rule gives two parts, the sigmoid and the { $word } times the slope of the sigmoid; together they are { $a } plus the sigmoid times 1 − { $a }.
lesson-why-slope-gelu-tanh = The product rule gives two parts: the share itself, and the { $word } times how fast the share grows.
lesson-why-slope-own-activation = This is the derivative of the author's own activation by the { $word }.
lesson-why-softmax-slope-own = A larger { $word } raises its own output, by { $a }·(1 − { $a }): the larger the share already is, the less is left to win.
lesson-why-softmax-slope-other = In softmax every output depends on every { $word }. The outputs add up to 1, so what { $partner } gains the others lose: the slope is negative.
lesson-why-delta =
    { $delta ->
        [descent] This is how the error reacts to all that arrives at { $subject }, with the sign turned: it points downhill. Every weight that leads there will need it.
       *[gradient] This is how the error reacts to all that arrives at { $subject }; every weight that leads there will need it.
    }
lesson-why-delta-cross-entropy =
    Sigmoid and cross-entropy fit together: multiplied out, the two factors leave { $delta ->
        [descent] target minus output, once the sign is turned.
       *[gradient] output minus target.
    }
lesson-why-delta-path = { $z }_{ $subject } moves every output of the layer. This path goes through { $a }_{ $partner }: how the error reacts to that output, times how that output reacts to { $z }_{ $subject }{ $delta ->
        [descent] , with the sign turned.
       *[gradient] {"."}
    }
lesson-why-delta-paths = Softmax ties { $z }_{ $subject } to all { $count } outputs, so { $count } paths lead to the error; the chain rule adds them.
lesson-why-delta-short = With softmax and cross-entropy the long way always comes to { $delta ->
        [descent] target minus output
       *[gradient] output minus target
    }, because the targets add up to 1. Both ways have to agree.
lesson-why-net-slope-by-output = In { $z }_{ $subject }, { $a }_{ $partner } is multiplied by { $factor }, so { $factor } is the slope.
lesson-why-net-slope-by-weight = In { $z }_{ $subject }, { $partner } is multiplied by { $factor }, so { $factor } is the slope.
lesson-why-net-slope-by-bias = { $partner } is added to { $z }_{ $subject } as it is: one more is one more, so the slope is 1.
lesson-why-net-slope-by-constant = In { $z }_{ $subject }, { $partner } is multiplied by the constant input { $constant }, so { $constant } is the slope.
lesson-why-net-slope-by-input = In { $z }_{ $subject }, { $partner } is multiplied by { $factor }, so { $factor } is the slope.
lesson-why-net-slope-by-new = In { $z }_{ $subject }, { $partner }'s value was multiplied by the old weight, which is the slope. Layer by layer the new one, { $factor }, stands in its place: what is sent back from here on is not the gradient.
lesson-why-shared-bias-path = { $subject } is the bias of { $count } neurons. This is how it moves { $loss } through { $partner } alone.
lesson-why-shared-bias = { $subject } is the bias of { $count } neurons, so { $count } paths are added.
lesson-why-input = An input is not trained; this tells how sensitive the error is to { $subject }.
lesson-why-input-path = { $subject } feeds { $count } neurons. This is how it moves { $loss } through { $partner } alone.

## Why: graphs

lesson-why-node-output = This is the output: the way back starts here and leads to everything that it is made of.
lesson-why-node-used-by = { $subject } is a value on the way; { $users } will be made of it.
lesson-why-node-used = { $subject } is a value on the way; { $count } nodes will be made of it.
lesson-why-node-idle = Nothing is made of { $subject }, so the way back does not come here.
lesson-why-start = By just as much: the slope is 1. On the way back every other slope is multiplied onto it.
lesson-rule-product =
    { $count ->
        [2] In a product, the slope by one factor is the other factor.
       *[other] In a product, the slope by one factor is the product of the others.
    }
lesson-rule-sum = { $used } is added to { $node } as it is: one more is one more, so the slope is 1.
lesson-rule-difference = { $used } is subtracted in { $node }: one more is one less, so the slope is −1.
lesson-rule-power = The power rule: the exponent comes down as a factor, and is one less above.
lesson-rule-relu = relu passes changes on above 0 and nothing below; at 0 its slope is taken as 0.
lesson-rule-abs = The slope of a magnitude is 1 above 0 and −1 below; at 0 it is taken as 0.
lesson-rule-choice = Only the one that is chosen counts; where both are equal, the first is taken.
lesson-rule = The formula of { $node } is derived by { $used }; everything else in it is held still.
lesson-why-node-chain = { $subject } reaches { $loss } by way of { $partner }, so the slopes of both stretches are multiplied.
lesson-why-node-unused = Nothing on the way to { $loss } is made of { $subject }, so the slope is 0.
lesson-why-node-path = { $subject } is used in { $count } places. This is how it moves { $loss } through { $partner } alone.
lesson-why-direct-path = { $subject } is used in { $count } places. Here it stands in the formula of { $loss } itself.
lesson-why-one-more =
    { $sign ->
        [negative] If { $subject } grows by 1, { $output } shrinks by { $by }.
       *[positive] If { $subject } grows by 1, { $output } grows by { $by }.
    }
lesson-why-small-change =
    A small change of { $subject } moves { $output } { $same ->
        [yes] just as far
       *[no] { $by } times as far
    }{ $sign ->
        [negative] , the other way.
       *[positive] , the same way.
    }

## Why: the update

lesson-why-batch-loss =
    { $reduction ->
        [sum] The errors of the { $count } samples of the batch are added, all with the same weights.
       *[mean] This is the mean over the { $count } samples of the batch, all with the same weights.
    }
lesson-why-epoch-loss =
    { $reduction ->
        [sum] The errors of all { $count } samples are added, each as it was met: between the batches the weights have changed.
       *[mean] This is the mean over all { $count } samples, each as it was met: between the batches the weights have changed.
    }
lesson-why-validation-loss =
    { $count ->
        [one] There is one validation sample. It is met with the weights with which the epoch starts, and none of them is changed because of it.
       *[other] This is the mean over the { $count } validation samples. They are met with the weights with which the epoch starts, and none of these is changed because of them.
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
       *[unknown] The sign tells to which side the output misses.
    }
lesson-why-batch-correction =
    { $reduction ->
        [sum] For each of the { $count } samples the error is multiplied by what { $subject } was multiplied with, and all of it is added.
       *[mean] For each of the { $count } samples the error is multiplied by what { $subject } was multiplied with; this is the mean of that.
    }
lesson-why-learning-rate = The schedule sets the learning rate anew for every epoch; all parameters share it.
lesson-why-decayed-gradient = Weight decay adds a part of { $subject } itself to its gradient, so that the update also pulls { $subject } towards zero.
lesson-why-given-gradient = The scenario gives this gradient, one for every epoch. Everything below is what the optimizer makes of it.
lesson-why-velocity = The velocity before is faded by beta, and the gradient is added: gradients that agree add up, gradients that change sign cancel out.
lesson-why-square-sum = The square of the gradient is added to those of all updates before. The sum never shrinks.
lesson-why-square-mean = The mean before is faded by its beta, and the square of the gradient gets the rest of the weight: older gradients count less and less.
lesson-why-gradient-mean = The mean before is faded by beta1, and the gradient gets the rest of the weight: older gradients count less and less.
lesson-why-corrected-mean = The mean started at zero, and the first updates do not outweigh that start. Dividing by the weight that the gradients have so far makes up for it.
lesson-why-own-quantity = This is a step of the optimizer that the lesson defines, worked for { $subject } alone.
lesson-why-look-ahead = Before anything is computed, the optimizer moves { $subject } to where it expects to be. Everything down to the gradient reads { $subject }_ahead; the update starts from { $subject } itself again.
lesson-why-taken-ahead = The gradient is taken at { $subject }_ahead, not at { $subject }.
lesson-why-new-by-momentum = The update subtracts η times the velocity instead of the gradient: { $subject } keeps on moving where earlier gradients sent it.
lesson-why-new-by-nesterov = The update subtracts η times the gradient and beta times the velocity, as if the gradient were taken where the velocity leads.
lesson-why-new-by-adagrad = The gradient is divided by the root of the sum of its squares, so that each parameter has a rate of its own, and epsilon keeps the divisor from zero.
lesson-why-new-by-rmsprop = The gradient is divided by the root of the mean of its squares, so that each parameter has a rate of its own, and epsilon keeps the divisor from zero.
lesson-why-new-by-adam = The mean gradient is divided by the root of the mean square: how large gradients are hardly matters, only how well they agree. Epsilon keeps the divisor from zero.
lesson-why-new-by-adamw = The mean gradient is divided by the root of the mean square, and weight decay pulls { $subject } itself towards zero, apart from the gradient.
lesson-why-new-by-perceptron =
    { $change ->
        [larger] The perceptron's rule adds η times the error, times what { $subject } is multiplied with. That is positive here, so { $subject } becomes larger.
        [smaller] The perceptron's rule adds η times the error, times what { $subject } is multiplied with. That is negative here, so { $subject } becomes smaller.
        [same] The perceptron's rule adds η times the error, times what { $subject } is multiplied with. That is 0 here: the answer was right, or { $subject } had no part in it. So { $subject } stays as it is.
       *[unknown] The perceptron's rule adds η times the error, times what { $subject } is multiplied with. No slope is needed.
    }
lesson-why-new-by-mixture =
    { $sign ->
        [positive] The update subtracts η times what came back through the new weights, as if it were the gradient. It is positive, so { $subject } becomes smaller.
        [negative] The update subtracts η times what came back through the new weights, as if it were the gradient. It is negative, so { $subject } becomes larger.
        [zero] The update subtracts η times what came back through the new weights, as if it were the gradient. It is zero, so { $subject } stays as it is.
       *[unknown] The update subtracts η times what came back through the new weights, as if it were the gradient.
    }
lesson-why-new-by-own = This is the last step of the optimizer that the lesson defines: it makes the new { $subject }.
lesson-why-new-parameter =
    { $sign ->
        [positive] The update subtracts η times the gradient. The gradient is positive, so { $subject } becomes smaller.
        [negative] The update subtracts η times the gradient. The gradient is negative, so { $subject } becomes larger.
        [zero] The update subtracts η times the gradient. The gradient is zero, so { $subject } stays as it is.
       *[unknown] The update subtracts η times the gradient: a step downhill.
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
lesson-convention-own-loss = a loss of the author's own
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
        [one] bias fixed
       *[other] biases fixed
    }
lesson-convention-biases-partly-fixed = some biases fixed
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
lesson-convention-look-ahead = own optimizer, g looked ahead
lesson-convention-all-at-once = all at once
lesson-convention-layer-by-layer = layer by layer
lesson-convention-not-the-gradient = layer by layer: not the gradient
lesson-convention-rate = η = { $rate }
lesson-convention-exact-significant = exact, { $count } significant
lesson-convention-exact =
    { $decimals ->
        [one] exact, { $decimals } decimal
       *[other] exact, { $decimals } decimals
    }
lesson-convention-paper-decimals =
    { $count ->
        [one] paper, { $count } decimal
       *[other] paper, { $count } decimals
    }
lesson-convention-paper-significant =
    { $count ->
        [one] paper, { $count } significant digit
       *[other] paper, { $count } significant digits
    }
lesson-convention-paper-kinds = { $usual } ({ $kinds })
lesson-convention-paper-many-kinds = { $usual }, some steps their own
lesson-convention-paper-half-even = { $usual }, halves to even

## Paper: results are rounded on the way

lesson-drift = exact { $exact }, drift { $gap }
lesson-drift-none = exact { $exact }, no drift
lesson-drift-open = exact { $exact }, no drift in these digits
lesson-sign-lost = Zero on paper: rounding has left nothing of it. Worked exactly, it is not 0.
lesson-sign-turned =
    { $sign ->
        [zero] Only rounding has left something here. Worked exactly, it is 0.
        [positive] Rounding has turned the sign. Worked exactly, it is positive.
       *[negative] Rounding has turned the sign. Worked exactly, it is negative.
    }
lesson-why-new-too-small = The update subtracts η times the gradient. That is less than the digits that are kept: rounded, { $subject } stays as it is.
lesson-why-new-by-rounding = The update subtracts η times the gradient. Rounding the result moves { $subject } more than the gradient does.
lesson-why-delta-short-on-paper = With softmax and cross-entropy the long way always comes to output minus target, because the targets add up to 1. On paper both ways are rounded, so their last digits may differ.

## What keeps a lesson from going on

lesson-fault-division-by-zero = division by zero
lesson-fault-logarithm-of-zero = the logarithm of zero, which does not exist
lesson-fault-logarithm-of-negative = the logarithm of a negative number, which does not exist
lesson-fault-root-of-negative = the square root of a negative number, which does not exist
lesson-fault-power-of-negative = a negative number to a power that is not whole, which does not exist
lesson-fault-too-large = the result has more digits than there is any use in computing
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
lesson-run-updates = updates an epoch
lesson-run-after = after the last epoch:

## What is not found

lesson-find-no-name = there is no step `{ $name }` in this lesson
lesson-find-nearest = there is no step `{ $name }` in this lesson; did you mean `{ $nearest }`?
lesson-find-no-number = there is no number { $number } here; they go from 1 to { $largest }
lesson-find-no-run = there is no run `{ $name }` in this lesson
lesson-find-nearest-run = there is no run `{ $name }` in this lesson; did you mean `{ $nearest }`?
