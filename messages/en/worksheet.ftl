# What stands on sheets that are handed out.

worksheet-source = Source: { $source }
worksheet-seed = Seed { $seed }: the author's numbers are replaced by others.
worksheet-kind-key = Key
worksheet-kind-solved = Worked solutions
worksheet-name = Name
worksheet-date = Date
worksheet-digits-decimals = Give every result to { $count ->
        [one] { $count } decimal
       *[other] { $count } decimals
    }, or exactly where it has fewer.
worksheet-digits-significant = Give every result to { $count ->
        [one] { $count } significant digit
       *[other] { $count } significant digits
    }, or exactly where it has fewer.
worksheet-decimals = Decimals { $count }
worksheet-significant = Significant digits { $count }
worksheet-own-decimals = { $count ->
        [one] { $count } decimal
       *[other] { $count } decimals
    }
worksheet-own-significant = { $count ->
        [one] { $count } significant digit
       *[other] { $count } significant digits
    }
worksheet-network = The network
worksheet-graph = The graph
worksheet-picture = Columns from left to right, with lines from what feeds to what is fed; the numbers stand below.
worksheet-target = target { $value }
worksheet-more-nodes = { $count } more
worksheet-given = Given
worksheet-given-epoch = Given as epoch { $epoch } starts
worksheet-name-of-given = Symbol
worksheet-value = Value
worksheet-sample = Sample
worksheet-validation-sample = { $number } (validation)
worksheet-epoch = epoch { $epoch } · { $section }
worksheet-csv-solved = error: a table has room for results, not for the way to them: ask for `--key`, or for another `--format`
worksheet-csv-count = error: every seed is a table of its own: name a folder for them with `--out FOLDER`
worksheet-nothing = error: no step of the lesson is asked for: choose others with `--only`, `--steps` or `--phase`
worksheet-exists = error: `{ $file }` is there already: name another folder, or write over it with `--force`
worksheet-written = { $file } is written.
