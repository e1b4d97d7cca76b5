# Practice: what is asked, and what is said of an answer.

practice-tolerance = Accepted: 3 significant digits or more, rounded or cut off, and what follows from the digits shown.
practice-tolerance-factor = Which factor is missing? Its name or its value will do.
practice-unread = `{ $text }` is no number, no expression of numbers and no name that is known here.
practice-too-few-digits = { $text } has too few digits to tell: give 3 significant ones or more.
practice-named = Right: { $factor }.
practice-other-name = Not { $text }: { $factor } is missing.
practice-right = Right.
practice-cut = Right, cut off instead of rounded.
practice-rounded = Right, as far as the numbers it was worked from were rounded.
practice-follows = It follows from your own earlier number, and that one is wrong. This step is right.
practice-convention = Right by another convention than that of this lesson.
practice-wrong = Not right.
practice-undecided = No precision that was tried tells whether this is right. It does not count.
practice-value = value { $value }
practice-gap = difference { $difference } · relative error { $percent } %
practice-gap-of-zero = difference { $difference }
practice-outcome-at-once = right at once
practice-outcome-with-hints = right with hints
practice-outcome-later = right after a wrong answer
practice-outcome-wrong = wrong
practice-outcome-peeked = looked at
practice-outcome-skipped = skipped
practice-outcome-open = not answered
