# What stands on the terminal screen besides the lesson.

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
screen-start = The lesson begins here.
screen-end = The lesson goes no further in this direction.
screen-no-jump = There is no jump to come back from.
screen-no-links = This step has no numbers to follow.
screen-no-runs = This lesson has no other runs.
screen-given = { $name } is given: { $value }
screen-given-unknown = { $name } has no value in this epoch.
screen-does-not-close = Computed again from these digits, the last digit would come out differently.
screen-jump = number or name of a step
screen-trail = Where { $name } comes from and goes to
screen-made-from = made from
screen-goes-into = goes into
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
screen-check-quotient = Is the gradient of { $parameter } right? { $parameter } is moved by h = { $h } both ways.
screen-check-quotient-why = Half the difference of the two losses, for each unit of h, is the slope of a line through both. The smaller h, the nearer it comes to the gradient.
screen-check-one-way = One way leads from { $parameter } to the loss. Its slopes multiply.
screen-check-ways = { $count } ways lead from { $parameter } to the loss. Along each the slopes multiply; the ways add up.
screen-check-counted = The first { $listed } are listed. They are too many to add up one by one; the chain rule shares what they have in common.
screen-check-change = What does the update do to the loss of its batch?
screen-check-change-why = Were the loss a plane, every parameter would change it by its gradient times its own change. The loss is curved, so the prediction is good for small steps only.
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
screen-training-running = { $done } of { $epochs } epochs have been run …
screen-training-halted = stopped at { $done } of { $epochs } epochs
screen-training-done = all { $epochs } epochs have been run
screen-training-ended = training ends in epoch { $done }
screen-training-looked-at = epoch { $epoch }: loss { $loss }
screen-faults = { $count ->
    [one] The file was saved with a fault.
   *[other] The file was saved with { $count } faults.
}
screen-faults-go-on = The lesson stays as it was. Mend and save, or close this and read on.
screen-behind = The saved file has faults; this is still the lesson from before.
screen-saved = The file was saved, and this is the lesson as it is now.
screen-saved-without = The file was saved without `{ $name }`; this is the nearest step.
screen-what-if-title = What if one of these numbers were another?
screen-what-if-near = what this step is about and reads
screen-what-if-others = other numbers of the lesson
screen-what-if-typed = a number like 0.5, -3 or 1e-3
screen-what-if-not-written = This number does not stand in the scenario by itself, so it cannot be changed here.
screen-what-if = what if: { $changes }
screen-change = { $name } = { $now } (was { $was })
screen-what-if-count =
    { $count ->
        [0] what if: nothing has another value now
        [one] what if: { $count } number changed
       *[other] what if: { $count } numbers changed
    }
screen-was = was { $value }
screen-no-numbers = This lesson has no numbers that can be changed.
screen-nothing-to-undo = There is no change to take back.
screen-nothing-to-redo = There is no change to make again.
screen-nothing-changed = Nothing is changed, so there is nothing to write; w changes a number.
screen-changed = u takes this back, Ctrl-R makes it again, W writes a new scenario file.
screen-as-written = All numbers are as the scenario has them.
screen-saved-over = The file was saved; this is what it says now, without your changes.
screen-written = Written: { $file }, a scenario of its own in this folder.
screen-save = new scenario file
screen-save-no-name = a name has letters, digits, dots and dashes only
screen-save-exists = `{ $file }` exists already; take another name
screen-save-unwritable = it cannot be written: { $words }
screen-digits-decimals = { $count } decimals from here on; every digit stays certain.
screen-digits-significant = { $count } significant digits from here on; every digit stays certain.
screen-digits-of-paper = On paper the digits belong to the rounding: they cannot be changed here.
screen-form-scientific = Results with an exponent; the work stays in decimals.
screen-form-fraction = Results as fractions, where no digit is left out; the work stays in decimals.
screen-no-fraction = no fraction: digits are left out
screen-presenting-on = Presenting: each result waits until Space asks for it.
screen-presenting-off = Results are shown at once again.
screen-ask = What comes out? Space shows it.
screen-plays = Going on by itself, a step every { $seconds } s. < slower, > faster, any other key stops.
screen-pace = When the lesson goes on by itself (a), it takes { $seconds } s for a step.
screen-plays-no-longer = Stopped here.
screen-detail-folded = Folded: what is worked like an earlier step takes one row. N skips such steps.
screen-detail-usual = The work as usual.
screen-detail-open = Opened: every operation on a row of its own.
screen-nothing-new = Every step from here on is worked like an earlier one.
screen-worked-like = Worked like { $name } ({ $number }).
screen-mode-presenting = presenting
screen-mode-plays = { $seconds } s a step
screen-mode-folded = folded
screen-mode-open = opened
screen-mode-scientific = scientific
screen-mode-fraction = fractions
screen-descent = The updates together take the loss from { $before } to { $after }: it changes by { $change }. Were it a plane, it would change by −η·|∇E|² ≈ { $predicted }.
screen-tab-table = table
screen-table-sorted =
    { $order ->
        [step] { $count } values of this pass, by step
        [name] { $count } values of this pass, by name
        [size] { $count } values of this pass, the largest first
       *[verdict] { $count } values of this pass; printed ones first, and first what disagrees
    }
screen-table-step = step
screen-table-name = name
screen-table-value = value
screen-table-exact = exact
screen-table-drift = drift
screen-table-printed = printed
screen-table-verdict = verdict
screen-verdict-right = right
screen-verdict-cut = cut off
screen-verdict-float = as a float
screen-verdict-rounded = rounded on the way
screen-verdict-wrong = wrong
screen-verdict-undecided = cannot be decided
screen-verdict-erratum = erratum
screen-verdict-erratum-by-rounding = erratum, or rounding
screen-verdict-no-erratum = called an erratum, and is none
screen-verdict-trouble = cannot be computed
screen-too-many-values = These are { $count } values: too many to compute and sort by size at once.
screen-training-runs = runs
screen-training-looked-at-both = epoch { $epoch }: loss { $loss }, validation { $validation }
screen-went-on = The lesson goes on where you left it; { $key } begins anew.
screen-went-on-here = The lesson goes on where you left it.
screen-set-aside = What was remembered was damaged and is put aside: { $file }
screen-check-no-gradient = { $parameter } is not trained by its gradient in this lesson, so there is none to check.
screen-check-unrounded = What follows is worked without rounding on the way: on paper a difference as small as this would be lost.
