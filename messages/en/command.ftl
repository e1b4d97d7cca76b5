# What the subcommands say on the command line.

command-source = Source: { $source }
command-givens = Given as epoch { $epoch } starts:
command-heading = epoch { $epoch } · { $stage }
command-heading-sample = epoch { $epoch } · sample { $sample } · { $stage }
command-heading-validation = epoch { $epoch } · validation sample { $sample } (#{ $number }) · { $stage }
command-heading-validation-all = epoch { $epoch } · validation · { $stage }
command-heading-batch = epoch { $epoch } · batch { $batch } · { $stage }
command-given = { $name } { $value } is given in epoch { $epoch }; no step computes it.
command-run = run { $run }
command-row = row { $row } of { $rows }
command-does-not-close = These lines cannot be computed again from their own digits: the sum is too long, or too close to a tie.
command-last-epoch = note: Epoch { $epoch } is the last that is computed.
command-more-epochs =
    This was epoch { $epoch } of { $epochs }; `--epochs A..B` prints others.
command-step-failed = `{ $name }` cannot be computed: { $fault }
command-error = error: { $error }
command-note = note: { $note }
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
command-new-name = error: `{ $name }` cannot name a scenario: letters, digits, `-`, `_` and `.` make the name of a file in this folder
command-new-exists = error: `{ $file }` is there already: choose another name, or write over it with `--force`
command-new-does-not-fit = `{ $file }` was not written, because what was asked for does not fit together: choose other layers, another activation or another loss.
command-new-written =
    { $file } is written.
    Next: `handgrad { $file }` opens the lesson, and follows whenever you save the file.
command-new-head =
    A scenario for handgrad: one lesson. Numbers are read exactly as they are written.
    handgrad { $file }         opens the lesson, and follows whenever this file is saved
    handgrad check { $file }   finds every slip
    handgrad show { $file }    prints the lesson, and with it the names of its steps
command-new-source =
    summary: What the lesson is about, in a sentence or two.
    source: {"{"}title: A book, author: Its author, year: 2020, url: "https://example.org/"{"}"}
command-new-activation = Another activation: one of these, or one of your own such as {"{"}formula: "x/(1 + abs(x))"{"}"}.
command-new-weights =
    By neuron; each weight has a name, in the order of the inputs.
    One bias for the whole layer would be shared_bias: {"{"}b1: 0.35{"}"}.
command-new-random = Drawn at random, the same from the same seed everywhere. They can also be written: {"{"}h1: {"{"}w1: 0.15, w2: 0.20{"}"}{"}"}.
command-new-loss = Another loss: one of these, or one of your own such as {"{"}formula: "(target - out)^4"{"}"}.
command-new-samples = A value for each input and for each target. Another sample is another line.
command-new-optimizer = Another optimizer:
command-new-batch = batch: 1 would update after every sample instead of once for all.
command-new-notes = What you want to say about a step, by its name.
command-new-note-first = The lesson begins here: what comes in, times what it weighs.
command-new-note-loss = Everything that follows asks how this number changes when a parameter does.
command-new-published =
    Numbers that a book or a lecture printed, by step; `handgrad check` computes them again.
    published:
      { $step }: 0.2984
command-new-graph = Numbers that are trained, and names that take their values from a sample.
command-new-nodes = The nodes in order, each a formula over names above it.
command-new-output = The gradients run back from here.
command-prompt = Enter: next step. p: back. A name or number: go there. ?: help. q: quit. >
command-prompt-help =
    Enter, or n: the next step.
    p: the step before.
    41, dE_dw5, E_total#2@10, or the same behind /: that step.
    q, or the end of the input: quit.
command-not-remembered = note: your place and your answers could not be saved: { $words }
command-keys-at = error: { $file }, line { $line }: { $fault }
command-keys-in = error: { $file }: { $fault }
command-not-a-file = { $file } is not a regular file
command-keys-unreadable = error: { $file } cannot be read: { $words }. Mend it or take it away.
command-keys-syntax = this is no TOML: { $words }
command-keys-command = there is no command `{ $command }`; the page docs/keys.md names them all
command-keys-command-near = there is no command `{ $command }`; did you mean `{ $nearest }`?
command-keys-list = `{ $command }` needs a list of keys: { $command } = ["x", "Ctrl-X"]
command-keys-key = there is no key `{ $key }`; keys are called as on the page docs/keys.md: a letter or sign, gg, Space, Tab, Ctrl-O, Left, F5
command-keys-digit = `{ $key }` begins a count and cannot be a command; choose another key
command-keys-letters = `{ $command }` works where names are typed too; give it a key that is no letter, as Enter or Esc
command-keys-clash = `{ $key }` would be both `{ $one }` and `{ $other }` in the same place; give one of them another key
command-keys-mend = Nothing was opened. Mend the file, or take it away to have the keys of the program: { $file }
command-scenario-first = error: `{ $scenario }` stands before the command: a scenario stands behind it, as in `handgrad show { $scenario }`
