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
screen-faults = { $count ->
    [one] The file was saved with a fault.
   *[other] The file was saved with { $count } faults.
}
screen-faults-go-on = The lesson stays as it was. Mend and save, or close this and read on.
screen-behind = The saved file has faults; this is still the lesson from before.
screen-saved = The file was saved, and this is the lesson as it is now.
screen-saved-without = The file was saved without `{ $name }`; this is the nearest step.
