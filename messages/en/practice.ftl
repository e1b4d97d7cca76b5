# Practice: what is asked, and what is said of an answer.

practice-tolerance = Give at least 3 significant digits. Rounding or cutting off is fine.
practice-tolerance-factor = Which factor is missing? Type its name or its value.
practice-unread = `{ $text }` is neither a number, nor a calculation, nor a name used before this step.
practice-too-few-digits = { $text } has too few digits. Please give at least 3 significant digits.
practice-named = Right: { $factor }.
practice-other-name = { $text } is not missing; { $factor } is.
practice-right = Right.
practice-cut = Right. It is cut off; rounding would be a little closer.
practice-rounded = Right. The difference comes from the rounded numbers that you started from.
practice-almost = Right method. Keep one or two more digits while you work: this number was rounded too early.
practice-follows = This step is right. It starts from your earlier number, which was wrong.
practice-convention = This is the result of another convention than the one of this lesson.
practice-wrong = That was the last try. The solution is shown.
practice-undecided = The program cannot tell whether this is right, so it does not count.
practice-value = right is { $value }
practice-gap = difference { $difference }, relative error { $percent } %
practice-gap-of-zero = difference { $difference }
practice-outcome-at-once = right at once
practice-outcome-with-hints = right with hints
practice-outcome-later = right after a wrong answer
practice-outcome-wrong = wrong
practice-outcome-peeked = answer looked at
practice-outcome-skipped = skipped
practice-outcome-open = not answered
practice-peeked = You looked at the answer. Try this one again later.
practice-skipped = Skipped. This is the result.
practice-missing = The missing factor is { $factor }.
practice-line-number = a number or a calculation: 0.25, 1/3, 0.4*0.59+0.6
practice-line-factor = its name or its value
practice-line-left = { $key }: back to the answer line; { $end }: end practice
practice-goes-on = { $key } goes on.
practice-operands-page = Values { $first } to { $last } of { $count }; { $key } shows the others.
practice-mode = practice { $done } of { $all }
practice-mode-read-on = read on
practice-mode-try = try { $try } of { $tries }
practice-on = You are asked before anything is shown. Esc, then { $key }, ends practice.
practice-off = Practice has ended. What you did is kept.
practice-nothing-to-ask = No question is left from here on; { $key } goes to the first step.
practice-held = Answer this question first; { $key } skips it.
practice-answer-first = Type an answer; { $hint } gives a hint, { $skip } skips the question.
practice-no-hint = There is no hint left.
practice-not-now = Not during practice: it could show the answer. Esc and { $key } end practice.
practice-no-review = There is nothing to review yet; { $key } begins practice.
practice-review = Review
practice-review-round = Review of round { $round }
practice-nothing-asked = In this round everything was shown. In the next round the last result is asked.
practice-tally = { $count ->
    [one] { $count } question: { $parts }
   *[other] { $count } questions: { $parts }
 }.
practice-count = { $count } { $outcome }
practice-between = { ", " }
practice-factor-of = { $name }, missing factor
practice-attempts = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
 }
practice-hints = { $count ->
    [one] { $count } hint
   *[other] { $count } hints
 }
practice-entry = { $name }: { $parts }.
practice-next-open = Some questions still wait for an answer.
practice-next-again = { $count ->
    [one] { $count } of them is worth doing again.
   *[other] { $count } of them are worth doing again.
 }
practice-next-round = You found everything yourself. The next round asks one result more.
practice-next-nothing = You found everything yourself.
practice-causes = You get exactly this number with { $causes }.
practice-between-mistakes = { "; " }
practice-foreseen = a mistake that the author foresaw
practice-mistake-count = { $mistake } ({ $count })
practice-progress-mistakes = Mistakes: { $mistakes }.
practice-progress-round = Last round of the example that fades: { $round }.
practice-progress-again = Worth doing again: { $steps }.
practice-progress-unreadable = error: your practice record cannot be read: { $words }
practice-progress-large = note: your practice record has { $megabytes } MB. `handgrad progress --reset SCENARIO` makes it smaller.
practice-review-given = Your answer: { $given }.
practice-review-right = Right is { $right }.
practice-review-skill = Practise: { $skill }.
practice-review-due = { $count ->
    [0] Nothing is due for review.
    [one] 1 question that went wrong is due again.
   *[other] { $count } questions that went wrong are due again.
 }
practice-review-begin = { $count ->
    [one] 1 question from your lessons, with new numbers.
   *[other] { $count } questions from your lessons, mixed, with new numbers.
 }
practice-review-of = { $number } of { $count } · { $title } · { $skill }
practice-fading = Round { $round }: { $count ->
    [0] everything is shown; the next rounds ask more and more of the last results, with new numbers.
    [one] the last result is asked; the next round asks one more, with new numbers.
   *[other] the last { $count } questions are yours; the next round asks one result more, with new numbers.
 }
practice-skills = Skills
practice-skill-line = { $skill }: { $state }, { $right } of { $all } right at once
practice-skill-due = due now
practice-skill-mastered = mastered
practice-skill-later = { $days ->
    [one] due in 1 day
   *[other] due in { $days } days
 }
practice-progress-due = { $count ->
    [one] 1 question is due again: add --review to `handgrad practice`.
   *[other] { $count } questions are due again: add --review to `handgrad practice`.
 }
practice-progress-none = Nothing has been practised yet.
practice-progress-ask = { $count ->
    [one] Forget what was done of it? [y/N]
   *[other] Forget what was done of these { $count } scenarios? [y/N]
 }
practice-progress-needs-yes = There is no terminal to ask in: add --yes.
practice-progress-kept = Nothing was forgotten.
practice-progress-forgotten = { $count ->
    [one] What was done of 1 scenario is forgotten.
   *[other] What was done of { $count } scenarios is forgotten.
 }
practice-prompt = answer>
practice-prompt-help = Type an answer, ? for a hint, ! to see the answer, > to skip the question, :q to end.
practice-not-yet = Not yet.
practice-not-yet-because = Not yet. { $kind }
practice-another-factor = { $text } is not the missing factor.
practice-off-sign = The sign is wrong.
practice-off-much-too-large = Your number is at least ten times too large.
practice-off-much-too-small = Your number is at most a tenth of the right one.
practice-off-too-large = Your number is too large.
practice-off-too-small = Your number is too small.
practice-off-little = You are close, less than 1 % away. Did you round too early?
practice-look-factor = Look at the path: each quantity on it appears once as "changed by" and once as "changes".
practice-look-weighted-sum = Multiply each input by its weight, add the products, then the bias.
practice-look-activation = Put the weighted sum into the activation function.
practice-look-node = Calculate this node from the values above, as its formula says.
practice-look-loss = Compare output and target. What is squared, halved, added or averaged?
practice-look-activation-slope = This is the derivative of the activation, not its value.
practice-look-local-derivative = Only one quantity changes here. What multiplies it?
practice-look-output-delta = Two factors: how fast the error changes with the output, and the slope of the activation.
practice-look-hidden-delta = First how fast the error changes with this neuron's output, then the slope of its activation.
practice-look-fork = Several paths lead to the error. Multiply along each path; add the paths at the end.
practice-look-gradient = Follow the path to the error: one factor for each step of it.
practice-look-bias = A bias is added to the sum, so its own factor is 1. Which factors are left?
practice-look-batch = Each sample of the batch counts. Is it their sum or their mean?
practice-look-optimizer = Start from the old state. How much of it stays, and how much of the gradient is added?
practice-look-update = Start from the old value. By what is it changed, in which direction, and where does η come in?
practice-go-on-with = Go on with { $value }.
practice-skill-weighted-sum = weighted sum
practice-skill-activation = activation
practice-skill-node = node of a graph
practice-skill-loss = loss
practice-skill-activation-slope = slope of an activation
practice-skill-local-derivative = local derivative
practice-skill-output-delta = δ of an output
practice-skill-hidden-delta = δ of a hidden neuron
practice-skill-fork = sum over paths
practice-skill-gradient = gradient of a weight
practice-skill-bias = gradient of a bias
practice-skill-batch = mean or sum over a batch
practice-skill-optimizer = optimizer
practice-skill-update = update
practice-try = Try { $try } of { $tries }.
practice-read-on = Read on: this step is not asked.
practice-operands-more = { $count ->
    [one] { $count } more value; type `more` to see it.
   *[other] { $count } more values; type `more` to see them.
 }
practice-varied = These numbers come from a seed and cannot be changed one by one.
practice-nothing-at-all = This lesson has no such questions.
