# Practice: what is asked, and what is said of an answer.

practice-tolerance = Give at least 3 significant digits. Rounding or cutting off is fine.
practice-tolerance-factor = Which factor is missing? Its name or its value will do.
practice-unread = `{ $text }` is no number, no expression of numbers and no name that is known here.
practice-too-few-digits = { $text }: please give at least 3 significant digits.
practice-named = Right: { $factor }.
practice-other-name = Not { $text }: { $factor } is missing.
practice-right = Right.
practice-cut = Right, cut off instead of rounded.
practice-rounded = Right, as far as the numbers it was worked from were rounded.
practice-follows = This step is right. It starts from your earlier number, which was wrong.
practice-convention = Right by another convention than that of this lesson.
practice-wrong = Not right.
practice-undecided = No precision that was tried tells whether this is right. It does not count.
practice-value = value { $value }
practice-gap = difference { $difference }, relative error { $percent } %
practice-gap-of-zero = difference { $difference }
practice-outcome-at-once = right at once
practice-outcome-with-hints = right with hints
practice-outcome-later = right after a wrong answer
practice-outcome-wrong = wrong
practice-outcome-peeked = looked at
practice-outcome-skipped = skipped
practice-outcome-open = not answered
practice-peeked = You looked at the answer. Try this one again later.
practice-skipped = Skipped. This is the result.
practice-missing = Missing is { $factor }.
practice-line-number = a number or what gives it: 0.25, 1/3, 0.4*0.59+0.6
practice-line-factor = its name or its value
practice-line-left = { $key }: back to your answer
practice-goes-on = { $key } goes on; type to change your answer.
practice-changed = Your new answer: { $text }
practice-mode = practice { $done } of { $all }
practice-on = From here on you are asked before it is shown; { $key } ends it.
practice-off = Results are shown at once again. What you have done is kept.
practice-nothing-to-ask = Nothing is asked from here on; { $key } goes to the first step.
practice-held = The next steps wait for this answer; { $key } skips it.
practice-answer-first = Type an answer; { $hint } gives a hint, { $skip } skips it.
practice-no-hint = There is no hint left.
practice-not-now = Not while practising: it could tell what is asked. Esc and { $key } end the practice.
practice-no-review = There is no practice to review; { $key } begins one.
practice-review = Review
practice-review-round = Review of round { $round }
practice-nothing-asked = In this round everything was shown. In the next one the last result is asked for.
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
practice-next-round = All found by yourself. In the next round one result more is asked for.
practice-next-nothing = All found by yourself.
practice-causes = You get exactly this number with this mistake: { $causes }.
practice-between-mistakes = { "; " }
practice-foreseen = one that the author foresaw
practice-mistake-count = { $mistake } ({ $count })
practice-progress-mistakes = Mistakes: { $mistakes }.
practice-progress-round = Last round of the example that fades: { $round }.
practice-progress-again = Worth doing again: { $steps }.
practice-progress-unreadable = error: your practice record cannot be read: { $words }
practice-progress-large = note: your practice record has { $megabytes } MB. `handgrad progress --reset SCENARIO` makes it smaller.
practice-progress-none = Nothing was practised yet.
practice-progress-ask = { $count ->
    [one] Forget what was done of it? [y/N]
   *[other] Forget what was done of these { $count } scenarios? [y/N]
 }
practice-progress-needs-yes = Without a terminal nobody can be asked: say --yes as well.
practice-progress-kept = Nothing was forgotten.
practice-progress-forgotten = { $count ->
    [one] What was done of 1 scenario is forgotten.
   *[other] What was done of { $count } scenarios is forgotten.
 }
practice-prompt = answer>
practice-prompt-help = Type an answer, ? for a hint, ! to see the answer, > to skip, :q to end.
practice-prompt-change = Type another answer, or nothing to go on.
practice-varied = These are the numbers of a seed: they cannot be changed one by one.
practice-nothing-at-all = This lesson has nothing to ask in this way.
