# What the subcommands say on the command line.

command-source = Source: { $source }
command-givens = Given as epoch { $epoch } starts:
command-heading = epoch { $epoch } · { $stage }
command-heading-sample = epoch { $epoch } · sample { $sample } · { $stage }
command-heading-validation = epoch { $epoch } · validation sample { $sample } (#{ $number }) · { $stage }
command-heading-validation-all = epoch { $epoch } · validation · { $stage }
command-heading-batch = epoch { $epoch } · batch { $batch } · { $stage }
command-row = row { $row } of { $rows }
command-does-not-close = These lines cannot be computed again from their own digits: the sum is too long, or too close to a tie.
command-more-epochs =
    This was epoch { $epoch } of { $epochs }; `--epochs A..B` prints others.
command-step-failed = `{ $name }` cannot be computed: { $fault }
command-error = error: { $error }
command-cannot-write = error: the output cannot be written: { $words }
command-sample = sample { $sample }:
command-validation-sample = validation sample { $sample } (#{ $number }):
command-more-samples = { $count ->
    [one] and { $count } more sample
   *[other] and { $count } more samples
}
command-check-counts =
    { $right } right, { $rounded } rounded, { $cut } cut off, { $float } as floats, { $errata ->
        [one] { $errata } erratum
       *[other] { $errata } errata
    }{ $wrong ->
        [0] { "" }
       *[other] , { $wrong } wrong
    }{ $faults ->
        [0] { "" }
        [one] , { $faults } fault
       *[other] , { $faults } faults
    }
command-check-file = { $file }: { $counts }
command-check-nothing = { $file }: nothing is published
command-check-invalid =
    { $file }: { $faults ->
        [one] { $faults } fault
       *[other] { $faults } faults
    }
command-check-unreadable = { $file }: cannot be read
command-check-total = { $files } files: { $counts }
