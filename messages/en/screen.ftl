# The terminal screen, apart from the lesson itself.

screen-epoch = epoch { $epoch }
screen-epoch-of = epoch { $epoch } of { $epochs }
screen-sample-of = sample { $sample } of { $samples }
screen-validation = validation
screen-validation-of = validation { $sample } of { $samples }
screen-batch-of = batch { $batch } of { $batches }
screen-step-of = { $number } of { $steps }
screen-target = target { $value }
screen-more-nodes = { $count } more
screen-more-columns =
    { $count ->
        [one] { $count } more column
       *[other] { $count } more columns
    }
screen-more-rows =
    { $count ->
        [one] { $count } more row
       *[other] { $count } more rows
    }
screen-from = from
screen-to = to
screen-start = This is the first step.
screen-end = This is the last step.
screen-no-jump = There is no jump to go back from.
screen-no-links = This step has no numbers to follow.
screen-no-runs = This lesson has no other runs.
screen-given = { $name } is given: { $value }
screen-given-unknown = { $name } has no value in this epoch.
screen-does-not-close = Computed from these rounded digits, the last digit would come out differently.
screen-jump = number or name of a step
screen-trail = Where { $name } comes from and where it is used
screen-made-from = computed from
screen-goes-into = used by
screen-is-given = given
screen-too-small = This window is too small for a lesson: it needs { $width } columns and { $height } rows.
screen-picker-title = Backpropagation by hand, every digit right
screen-built-in = built in
screen-fault-in-table = { $file }, line { $line }: { $fault }
screen-fault-at = line { $line }: { $fault }
screen-unreadable = This file cannot be read: { $words }
screen-tab-board = lesson
screen-tab-steps = steps
screen-tab-check = check
screen-check-nothing = Nothing is trained in this lesson, so there is no gradient to check.
screen-check-quotient = Is the gradient of { $parameter } right? Move { $parameter } by h = { $h } in both directions.
screen-check-quotient-why = Half the difference of the two losses, divided by h, is the slope of the line through both points. The smaller h is, the nearer it comes to the gradient.
screen-check-one-way = There is one path from { $parameter } to the loss. The derivatives along it are multiplied.
screen-check-ways = There are { $count } paths from { $parameter } to the loss. Along each path the derivatives are multiplied; then the paths are added.
screen-check-counted = The first { $listed } are listed. There are too many to add them one by one; the chain rule computes what they share only once.
screen-check-change = What does the update do to the loss of its batch?
screen-check-change-why = If the loss kept its slope, each parameter would change it by its gradient times its own change. The loss is curved, so this prediction is good only for small steps.
screen-tab-training = training
screen-training-loss = loss
screen-training-parameters = parameters
screen-training-answers = answers
screen-training-slice = along a parameter
screen-training-rates = other rates
screen-training-nothing = Nothing is trained in this lesson.
screen-training-epoch = epoch
screen-training-tangent = tangent
screen-training-shades = the digits are targets of samples
screen-training-no-answers = Only a network with one or two inputs can be drawn here.
screen-training-running = { $done } of { $epochs } epochs computed …
screen-training-halted = stopped after { $done } of { $epochs } epochs
screen-training-done = { $epochs ->
    [one] the one epoch has been computed
   *[other] all { $epochs } epochs have been computed
}
screen-training-ended = training stops in epoch { $done }
screen-training-looked-at = epoch { $epoch }: loss { $loss }
screen-faults = { $count ->
    [one] The file was saved with a mistake in it.
   *[other] The file was saved with { $count } mistakes in it.
}
screen-faults-go-on = The lesson stays as it was. Correct the file and save it again, or close this and read on.
screen-behind = The saved file has mistakes; you still see the lesson as it was before.
screen-saved = The file was saved; this is the lesson as it is now.
screen-saved-without = The file was saved without `{ $name }`; this is the nearest step.
screen-what-if-title = What if one of these numbers were different?
screen-what-if-near = numbers that this step uses
screen-what-if-others = other numbers of the lesson
screen-what-if-typed = a number like 0.5, -3 or 1e-3
screen-what-if-not-written = The scenario does not contain this number by itself, so it cannot be changed here.
screen-what-if = what if: { $changes }
screen-change = { $name } = { $now } (was { $was })
screen-what-if-count =
    { $count ->
        [0] what if: no number is changed now
        [one] what if: { $count } number changed
       *[other] what if: { $count } numbers changed
    }
screen-was = was { $value }
screen-no-numbers = This lesson has no numbers that can be changed.
screen-nothing-to-undo = There is no change to undo.
screen-nothing-to-redo = There is no change to redo.
screen-nothing-changed = Nothing is changed yet, so there is nothing to save; w changes a number.
screen-changed = u undoes this, Ctrl-R redoes it, W saves it as a new scenario file.
screen-as-written = All numbers are as the scenario has them.
screen-saved-over = The file was saved; this is its new content, without your changes.
screen-written = Saved as { $file }, a scenario of its own in this folder.
screen-save = new scenario file
screen-save-no-name = a file name may have letters, digits, dots and dashes only
screen-save-exists = `{ $file }` exists already; take another name
screen-save-unwritable = it cannot be written: { $words }
screen-digits-decimals = Showing { $count } decimals; every digit is certain.
screen-digits-significant = Showing { $count } significant digits; every digit is certain.
screen-digits-of-paper = On paper the rounding decides the number of digits: it cannot be changed here.
screen-form-scientific = Results are written with an exponent; the calculation stays in decimals.
screen-form-fraction = Results without omitted digits are written as fractions; the calculation stays in decimals.
screen-no-fraction = no fraction: some digits are not shown
screen-presenting-on = Presenting: each result is hidden until you press Space.
screen-presenting-off = Results are shown at once again.
screen-ask = What is the result? Space shows it.
screen-plays = Playing, one step every { $seconds } s. < slower, > faster, any other key stops.
screen-pace = When playing (a), each step takes { $seconds } s.
screen-plays-no-longer = Stopped.
screen-detail-folded = Folded: steps computed like an earlier one take one row. N skips them.
screen-detail-usual = Normal detail.
screen-detail-open = Unfolded: every operation has its own row.
screen-nothing-new = All further steps are computed like an earlier one.
screen-worked-like = Computed like { $name } ({ $number }).
screen-mode-presenting = presenting
screen-mode-plays = { $seconds } s a step
screen-mode-folded = folded
screen-mode-open = unfolded
screen-mode-scientific = scientific
screen-mode-fraction = fractions
screen-descent =
    Together the updates take the error from { $before } to { $after }: { $direction ->
        [falls] it falls by { $change }.
        [rises] it rises by { $change }, so the step was too large.
       *[same] it stays the same.
    } If the error fell as steeply all the way, it would change by { $predicted } (−η times the sum of the squared gradients).
screen-tab-table = table
screen-table-sorted =
    { $order ->
        [step] { $count } values of this forward and backward pass, by step
        [name] { $count } values of this forward and backward pass, by name
        [size] { $count } values of this forward and backward pass, the largest first
       *[verdict] { $count } values of this pass; those in the source first, disagreements at the top
    }
screen-table-step = step
screen-table-name = name
screen-table-value = value
screen-table-exact = exact
screen-table-drift = drift
screen-table-printed = in the source
screen-table-verdict = verdict
screen-verdict-right = right
screen-verdict-cut = cut off
screen-verdict-float = right, as a float
screen-verdict-rounded = right, rounded before
screen-verdict-wrong = wrong
screen-verdict-undecided = cannot be decided
screen-verdict-erratum = error in the source
screen-verdict-erratum-by-rounding = error in the source, or rounding
screen-verdict-no-erratum = called an error, but agrees
screen-verdict-trouble = cannot be computed
screen-too-many-values = There are { $count } values: too many to compute and sort by size at once.
screen-training-runs = runs
screen-training-looked-at-both = epoch { $epoch }: loss { $loss }, validation { $validation }
screen-went-on = You continue where you stopped; { $key } starts from the beginning.
screen-went-on-here = You continue where you stopped.
screen-set-aside = The saved progress was damaged; it was moved to { $file }.
screen-check-no-gradient = { $parameter } is not trained by its gradient in this lesson, so there is no gradient to check.
screen-check-unrounded = The following is computed without intermediate rounding: on paper, such a small difference would be lost.
