# What is wrong with a scenario file, and what to do about it.

## The text as such

fault-level-error = error
fault-level-help = help
fault-level-note = note
fault-no-such-scenario = there is no file and no built-in scenario `{ $name }`
fault-no-such-scenario-help = `handgrad list` names the built-in scenarios
fault-unreadable = `{ $name }` cannot be read: { $words }
fault-standard-input = standard input
fault-did-you-mean = did you mean `{ $nearest }`?
fault-given-on-line = it stands on line { $line } already; one of the two has to go
fault-more =
    { $count ->
        [one] and { $count } more fault
       *[other] and { $count } more faults
    }
fault-empty = the file is empty
fault-empty-help = a scenario begins with `format: 1`
fault-too-many-bytes = the file has more than { $limit } MiB
fault-is-it-a-scenario = is it a scenario file?
fault-not-text = the byte `{ $byte }` is no UTF-8 text
fault-control-character = the control character `{ $code }` does not belong into a text
fault-syntax = this is no YAML: { $words }
fault-too-deep = lists and mappings stand more than { $limit } deep in each other
fault-too-many-nodes = the file has more than { $limit } values
fault-anchor = an anchor (`&`) is not allowed in a scenario
fault-alias = an alias (`*`) is not allowed in a scenario
fault-anchor-help = write the value where it is needed
fault-tag = a tag (`!`) is not allowed in a scenario
fault-tag-help = leave it out: what a value is follows from its key
fault-second-document = a second document begins here
fault-second-document-help = write each scenario into a file of its own
fault-key-not-text = a key has to be a word
fault-key-twice = the key `{ $key }` is given twice

## The shape of the document

fault-unknown-key = unknown key `{ $key }`
fault-missing-key = the key `{ $key }` is missing
fault-wrong-shape = expected { $expected }, found { $found }
fault-shape-nothing = nothing
fault-shape-text = a text
fault-shape-quoted = a text in quotation marks
fault-shape-number = a number
fault-shape-whole = a whole number
fault-shape-switch = `true` or `false`
fault-shape-name = a name
fault-shape-word = a word
fault-shape-list = a list
fault-shape-mapping = a mapping (`key: value`)
fault-shape-text-or-languages = a text, or a mapping of texts by language
fault-shape-rows = rows of weights, weights by neuron, or `random`
fault-shape-formula = a formula
fault-unknown-word = unknown { $key } `{ $word }`
fault-known-words = it can be { $known }
fault-empty-list = at least one is needed here
fault-neither-subject = there is nothing to compute: both `network` and `graph` are missing
fault-neither-subject-help = give one of the two
fault-two-subjects = `network` and `graph` stand in one file
fault-two-subjects-help = a lesson is about one of them: write two files
fault-unknown-format = unknown format `{ $found }`
fault-unknown-format-help = this version reads `format: 1`
fault-not-a-language = `{ $tag }` is no language
fault-not-a-language-help = a text by language has keys such as `en` and `zh`

## Numbers

fault-not-a-number = `{ $text }` is no plain decimal
fault-not-a-number-help = write it as `0.5`, `-3` or `1e-3`
fault-too-many-digits = `{ $text }` has more digits than can be kept without rounding
fault-too-many-digits-help = a number has up to 28 digits and up to 28 decimals
fault-too-large-or-small = `{ $text }` is out of range
fault-outside-range = expected a whole number from { $least } to { $most }
fault-not-below-one = `{ $key }` has to be at least 0 and below 1
fault-negative = `{ $key }` cannot be negative
fault-not-above-zero = `{ $key }` has to be above 0
fault-weight-decay-twice = `adamw` has a `weight_decay` of its own
fault-weight-decay-twice-help = write it as `adamw` takes it, with its betas and epsilon
fault-reserved-in-optimizer = `{ $name }` means something else in every optimizer
fault-reserved-in-optimizer-help = `w` is the parameter, `g` its gradient, `eta` the learning rate, `t` the number of the update
fault-last-step-not-parameter = the last step of an optimizer has to be `w`
fault-last-step-not-parameter-help = `w` is the parameter, and its step is the update: `w: w - eta*g`
fault-state-never-set = the state `{ $name }` is never set by a step
fault-state-never-set-help = a number that stays belongs under `constants`
fault-look-ahead-too-early = `{ $name }` is not known yet where `look_ahead` is worked
fault-look-ahead-too-early-help = the point at which the gradient is taken can read `w`, `eta`, `t`, the constants and the state
fault-not-positive = the learning rate has to be above 0
fault-not-positive-help = the update subtracts already: `w_new = w - eta * gradient`
fault-random-empty = `to` is below `from`
fault-random-finer = the number has more decimals than the { $decimals } of the draw
fault-random-finer-help = the numbers are drawn from a grid, and both ends stand on it
fault-random-too-many = the grid between `from` and `to` has too many points
fault-random-too-many-help = draw with fewer `decimals`

## Counts, and what does not fit together

fault-wrong-count = expected { $expected }, found { $found }
fault-count-inputs =
    { $count ->
        [one] { $count } input
       *[other] { $count } inputs
    }
fault-count-targets =
    { $count ->
        [one] { $count } target
       *[other] { $count } targets
    }
fault-count-rows =
    { $count ->
        [one] { $count } row, one for each neuron
       *[other] { $count } rows, one for each neuron
    }
fault-count-weights =
    { $count ->
        [one] { $count } weight, one for each input of the layer
       *[other] { $count } weights, one for each input of the layer
    }
fault-count-biases =
    { $count ->
        [one] { $count } bias, one for each neuron
       *[other] { $count } biases, one for each neuron
    }
fault-count-shared-biases =
    { $count ->
        [one] { $count } bias for the whole layer
       *[other] { $count } biases for the whole layer
    }
fault-too-many-parameters = the network has more than { $limit } weights, biases and pairs of softmax outputs
fault-too-many-parameters-help = every step of a lesson can be opened, so that a network has to be of a size that can be stepped through
fault-two-biases = the layer has both `shared_bias` and `biases`
fault-two-biases-help = keep `shared_bias` for one bias in all, `biases` for one per neuron
fault-bias-input-zero = a bias that is multiplied by 0 counts for nothing
fault-bias-input-help = write `bias_input: -1` where the source subtracts a threshold
fault-bias-input-without-bias = the layer has a `bias_input` and no bias
fault-bias-input-without-bias-help = give it `shared_bias` or `biases`, or leave `bias_input` out
fault-softmax-of-one = the softmax of one neuron is always 1
fault-softmax-of-one-help = use `sigmoid`, or give the layer more neurons
fault-loss-needs-softmax = `{ $loss }` needs outputs that sum to 1
fault-loss-needs-softmax-help = give the last layer `activation: softmax`, or take `binary_cross_entropy`
fault-loss-needs-unit = `{ $loss }` takes the logarithm of the output, and `{ $activation }` can leave the range from 0 to 1
fault-loss-needs-unit-help = give the last layer `activation: sigmoid`
fault-target-outside-unit = the target of `binary_cross_entropy` has to lie from 0 to 1
fault-target-not-a-sign = the target of `hinge` has to be 1 or -1
fault-target-negative = the target of `cross_entropy` cannot be negative
fault-targets-sum = the targets of `cross_entropy` have to sum to 1, and these sum to { $sum }
fault-training-without-loss = a network without `loss` cannot be trained
fault-training-without-loss-help = give the network a `loss`, or leave `training` out for a lesson on the forward pass
fault-training-without-parameters = there is nothing to train: the graph has no `parameters`
fault-training-without-parameters-help = values under `given` stay as they are; move what is to be learned to `parameters`
fault-not-with-given-gradients = `{ $key }` has no place beside `given_gradients`
fault-not-with-given-gradients-help = gradients that are given train the `parameters` of a `graph` alone; take one of the two out
fault-gradient-missing = there is no gradient of `{ $name }`
fault-gradient-missing-help = every entry of `given_gradients` names every parameter
fault-more-epochs-than-gradients = there are more epochs than gradients: `given_gradients` has { $given }
fault-more-epochs-help = give a gradient for every epoch, or leave `epochs` out
fault-targets-without-loss = targets are given, and nothing compares the outputs with them
fault-targets-without-loss-help = give the network a `loss`, or the graph its `targets`
fault-layers-of-graph = a graph has no layers that could be updated one by one
fault-layers-of-graph-help = leave `update` out, or write a `network`
fault-layers-of-batches = layer by layer only one sample at a time can be learned
fault-layers-ahead = an optimizer that looks ahead takes all gradients at one point, and layer by layer there is no such point
fault-layers-ahead-help = leave `update` out, or `look_ahead`
fault-layers-of-batches-help = write `batch: 1`: the error of each sample is sent back through weights that are new already
fault-perceptron-of-layers = the perceptron's rule trains a network of one layer
fault-perceptron-of-layers-help = it has no gradients that could go back to a layer before; take `sgd` for several layers
fault-perceptron-of-graph = the perceptron's rule trains a `network`, and this is a graph
fault-perceptron-of-graph-help = take another optimizer, or write the neurons as a `network` of one layer
fault-perceptron-without-jump = the perceptron's rule needs outputs that jump, and `{ $activation }` does not
fault-perceptron-without-jump-help = give the layer `activation: step` or `activation: sign`
fault-perceptron-without-gradients = the perceptron's rule has no gradients, and `{ $key }` asks for them
fault-perceptron-leave-out-help = leave it out, or take another optimizer
fault-stop-without-loss = there is no loss that `loss_below` could look at
fault-stop-without-loss-help = give the network a `loss`: the perceptron's rule does not need it, stopping does
fault-validation-without-loss = without a loss there is nothing that `validation` could measure
fault-validation-without-loss-help = give the network a `loss`, or leave `validation` out
fault-erratum-of-float = a value is either an `erratum` or a `float`
fault-paper-without-digits = paper arithmetic has to know to how many digits it rounds
fault-paper-without-digits-help = write `{"{"}paper: {"{"}decimals: 4{"}"}{"}"}` or `{"{"}paper: {"{"}significant: 4{"}"}{"}"}`
fault-paper-with-two-digits = results are rounded either to `decimals` or to `significant` digits
fault-rounding-without-paper = `rounding` says how paper arithmetic rounds, and this lesson is worked exactly
fault-rounding-without-paper-help = add `arithmetic: {"{"}paper: {"{"}decimals: 4{"}"}{"}"}`, or leave `rounding` out

## Tables of samples

fault-table-missing = there is no file `{ $file }` beside the scenario
fault-table-missing-help = a table lies in the folder of the scenario, or in a folder within it; where the scenario comes from standard input, in the current folder
fault-table-outside = `{ $file }` leads out of the folder of the scenario
fault-table-outside-help = put the table beside the scenario and name it by its own name: `csv: students.csv`
fault-table-not-text-help = save the table as CSV in UTF-8
fault-table-not-commas = the columns of this table are not separated by commas
fault-table-not-commas-help = save it with commas between the cells and a point in decimals
fault-table-no-rows = the table `{ $file }` has no rows
fault-table-rows-help = the first row names the columns, and each row below is a sample
fault-table-too-many-rows = the table has more than { $limit } rows
fault-table-no-such-column = there is no column `{ $name }` in `{ $file }`
fault-table-columns = its columns are { $known }
fault-table-column-twice = the column `{ $name }` stands twice in the table
fault-table-column-twice-help = one of the two needs another name
fault-table-row-length =
    { $expected ->
        [one] the table has { $expected } column
       *[other] the table has { $expected } columns
    }, and this row has { $found }
fault-table-row-length-help = cells are separated by commas; one that has a comma in it stands in quotation marks
fault-table-empty-cell = nothing stands in column `{ $column }` of this row
fault-table-empty-cell-help = write a number, or leave the row out

## Activations and losses

fault-at-zero-unknown = at 0 a step gives 0, 0.5 or 1
fault-leak-outside-unit = what a leaky relu lets through lies from 0 to 1
fault-alpha-not-positive = the α of elu has to be above 0
fault-definition-too-long = a formula of a definition has at most { $limit } characters
fault-not-in-definition = `{ $name }` means nothing in this formula; it knows { $known }
fault-derivative-and-surrogate = there is both a `derivative` and a `surrogate`
fault-derivative-and-surrogate-help = a slope is either the derivative or knowingly not: keep one
fault-derivative-differs = this is not the derivative: at { $at } it gives { $given }, and the derivative is { $derivative }
fault-derivative-fails = this is not the derivative: at { $at } it cannot be computed, and the derivative is { $derivative }
fault-derivative-nowhere = at no point can both the formula and this derivative be computed
fault-derivative-help = leave it out and it is found by the rules; a slope that is not the derivative goes under `surrogate`

## Names

fault-not-a-lesson = `{ $text }` cannot be the name of a lesson
fault-not-a-lesson-help = a lesson is called by its file without the extension: `chain-rule` for chain-rule.yaml
fault-not-a-name = `{ $text }` cannot be a name
fault-not-a-name-help = a name is a letter followed by letters, digits and `_`, 60 in all at most
fault-reserved-name = `{ $name }` means something else in every lesson; choose another name
fault-reserved-ending = `{ $name }` ends in `{ $ending }`, which is kept for the steps of an update
fault-name-twice = `{ $name }` names two things
fault-step-twice = `{ $name }` and `{ $other }` would both have a step `{ $step }`
fault-step-own-name = `{ $name }` would give a step the name `{ $step }`, which is taken
fault-step-twice-help = choose another name for one of them
fault-no-such-parameter = there is no weight or bias `{ $name }`
fault-no-such-neuron = there is no neuron `{ $name }` in this layer
fault-no-such-node = there is no node `{ $name }`
fault-no-such-operand = nothing above is called `{ $name }`
fault-named-later = `{ $name }` is used before it is computed
fault-missing-neuron = nothing is given for the neuron `{ $name }`
fault-frozen-twice = `{ $name }` is frozen already
fault-not-a-step = `{ $text }` cannot be the name of a step
fault-not-a-step-help = a step is called, for example, `net_h1` or `dE_dw5`

## Formulas

fault-formula-too-long = the formula has more than { $limit } characters
fault-formula-too-deep = brackets stand more than { $limit } deep in each other
fault-formula-character = `{ $character }` does not belong into a formula
fault-formula-character-help = a formula is made of numbers, names, `+ - * / ^`, brackets and functions
fault-formula-end = the formula ends too early
fault-formula-operand = a number, a name or a bracket is missing here
fault-formula-operand-help = every operator needs something on both sides
fault-formula-operator = an operator is missing here
fault-formula-operator-help = a product is written with `*`
fault-formula-bracket-open = this bracket is never closed
fault-formula-bracket-closed = this bracket closes nothing
fault-formula-comma = a comma stands only between the arguments of a function
fault-formula-comma-help = decimals are written with a point
fault-formula-number = this is no plain decimal
fault-formula-number-too-long = the number has more than { $limit } digits
fault-formula-index = `#` and `@` need a whole number from 1 behind them
fault-formula-index-help = `E_total#2@10` is the step for sample 2 in epoch 10
fault-formula-function = there is no function `{ $name }`
fault-formula-function-help = a product is written with `*`: `a*(b + c)`
fault-formula-no-arguments = the function `{ $name }` needs brackets: `{ $name }(…)`
fault-formula-argument-count =
    { $expected ->
        [one] `{ $name }` takes { $expected } argument, found { $found }
       *[other] `{ $name }` takes { $expected } arguments, found { $found }
    }

## How things are shown

fault-two-kinds-of-digits = `decimals` and `significant` are both given
fault-two-kinds-of-digits-help = leave one of them out
fault-label-command = a label cannot use the command `{ $command }`
fault-label-too-long = a label has at most { $limit } characters
fault-label-not-closed = this `{"{"}` has no `{"}"}`
fault-label-nothing = something is missing here
fault-label-character = `{ $character }` has no place in a label
fault-label-scripts = a label has at most one subscript and one superscript, at its end
fault-label-help = labels are letters, digits, Greek letters and `\text{"{"}…{"}"}`, with `_` and `^` at the end: 'w_{"{"}21{"}"}^{"{"}(1){"}"}'

## Other runs of a lesson

fault-asked-twice = `{ $name }` is asked twice
fault-mistake-made = a mistake has either a `value` or a `formula`
fault-mistake-made-help = `value: 0.16` is one wrong number; `formula: "delta_o1*out_h1*2"` is also found with other numbers
fault-asked-given = `{ $name }` is given, so it cannot be asked
fault-too-many-runs = a lesson can be compared with at most { $limit } other runs
fault-run-changes-nothing = the run `{ $name }` changes nothing
fault-run-changes-nothing-help = give it a `training`, an `activation` or a `loss` of its own
fault-run-of-networks = only a network has `{ $key }`
fault-run-elsewhere = with the run `{ $name }`, line { $line } is wrong: { $fault }

## Names and printed numbers, compared with the lesson

fault-no-such-step = there is no step or given `{ $name }` in this lesson
fault-no-result = `{ $name }` is not the result of a step, so there is nothing to round
fault-printed-wrong = `{ $name }` is printed as { $printed }, and comes to { $rounded }
fault-printed-value = with more digits it is { $value }
fault-printed-exact = it is exactly { $value }
fault-printed-wrong-help = correct it; if the source has it so, say why with `erratum`
fault-printed-undecided = whether `{ $name }` comes to { $printed } cannot be decided
fault-printed-undecided-help = the numbers printed before it leave its side of a jump, or its digits, open
fault-erratum-right = `{ $name }` is called an erratum, and { $printed } is right
fault-erratum-cut = `{ $name }` is called an erratum, and { $printed } is right, cut off after its digits
fault-erratum-float = `{ $name }` is called an erratum, and { $printed } agrees as far as floats do
fault-erratum-help = leave `erratum` out, or correct the number
fault-erratum-rounded = the erratum { $printed } of `{ $name }` lies within what rounding the numbers before it allows

# Arrays and families.
fault-family-square-open = this `[` is never closed
fault-family-square-open-help = write `]` after the last index
fault-family-square-closed = this `]` closes nothing
fault-family-bracket-place = indices in `[ ]` follow only a name, `]`, `)` or `.T`
fault-family-bracket-place-help = `x[t]` is the member t of x
fault-family-transpose-place = `.T` follows only a name, `]`, `)` or `.T`
fault-family-transpose-place-help = `A.T` is the transpose of the matrix A
fault-family-dots-place = `..` is only used between indices
fault-family-dots-place-help = `x[i..i+2]` is a window of three members
fault-family-equals-place = `=` is only used on the left, in `z[i=1..3]`
fault-family-equals-place-help = write the formula without `=`
fault-family-brackets-empty = the brackets are empty; they need an index
fault-family-not-whole = an index is worked out with whole numbers up to 1 000 000, index names, `+`, `-` and `*`
fault-family-not-whole-help = for example `x[2*i + a - 3]`
fault-family-head-index = on the left, an index is a name, a whole number, or a name with its range
fault-family-head-index-help = `h[t]`, `h[0]` or `z[i=1..3]`
fault-family-head-index-twice = the index `{ $index }` is named twice on the left
fault-family-range-backwards = the range { $from }..{ $to } runs backwards
fault-family-range-backwards-help = write the smaller number first
fault-family-one-argument = `{ $reducer }` takes index names first and then one formula
fault-family-one-argument-help = `{ $reducer }(t, x[t])` or `{ $reducer }(x)`; the index must stand in a bracket of the formula
fault-family-index-is-value = `{ $index }` cannot be an index: it names a value of this file
fault-family-index-is-value-help = use another letter for the index (see line { $line })
fault-family-index-as-number = `{ $index }` is an index, and an index is only used in brackets
fault-family-index-as-number-help = give the numbers 1, 2, 3, … as an array if you need them
fault-family-index-not-bound = the index `{ $index }` has no value here
fault-family-index-not-bound-help = name it on the left, `y[{ $index }]`, or sum over it: `sum({ $index }, …)`
fault-family-index-bound-twice = `{ $reducer }` uses up the index `{ $index }`, which already has a value here
fault-family-index-bound-twice-help = use another letter inside `{ $reducer }`
fault-family-softmax-index = `softmax({ $index }, …)` is the member at `{ $index }`, so `{ $index }` must be named on the left
fault-family-softmax-index-help = write `p[{ $index }]: softmax({ $index }, s[{ $index }])`
fault-family-range-unknown = no array says how far the index `{ $index }` runs
fault-family-range-unknown-help = write its range on the left: `[{ $index }=1..3]`; an array says it only where the index stands alone, as in `x[{ $index }]`
fault-family-ranges-disagree = the index `{ $index }` runs over { $here } here and over { $there } elsewhere
fault-family-ranges-disagree-help = use two index names, or arrays of one length (see line { $line })
fault-family-not-given-index = `{ $name }` cannot be used as an index: only given whole numbers can
fault-family-not-given-index-help = write it under `given`
fault-family-index-not-whole = `{ $name }` is used as an index, so it must be a whole number
fault-family-outside = `{ $name }` has no member { $index }: here its indices run from { $least } to { $most }
fault-family-outside-help = where values outside are to count as 0, write `zero_outside: [{ $name }]`
fault-family-index-too-large = this index goes beyond 1 000 000
fault-family-window-backwards = the window { $from }..{ $to } runs backwards
fault-family-window-backwards-help = both ends are included: `x[i..i+2]` has three members
fault-family-too-many-subscripts = `{ $name }` has { $has } { $has -> 
    [one] level
   *[other] levels
 } of lists, and { $found } indices are written here
fault-family-shapes-do-not-fit = these do not fit together element by element: { $left } and { $right }
fault-family-shapes-do-not-fit-help = shapes are lined up at the last index; a missing or single one is repeated
fault-family-product-of = `@` multiplies lists and matrices; here it is between { $left } and { $right }
fault-family-product-of-help = a number times an array is written with `*`
fault-family-product-shapes = { $left } and { $right } have no matrix product: the inner lengths differ
fault-family-product-shapes-help = is one of them to be transposed? `A.T` is the transpose
fault-family-transpose-of = `.T` turns a matrix, and this is { $shape }
fault-family-transpose-of-help = a list has no transpose; `a @ b` of two lists is their dot product
fault-family-softmax-of-number = `softmax` needs a list, and this is a single number
fault-family-members-differ = a member of `{ $name }` is { $first }, and here { $found } comes out
fault-family-members-differ-help = all members of an array have one shape (see line { $line })
fault-family-index-counts-differ = `{ $name }` has { $here } indices here and { $there } elsewhere
fault-family-later = `{ $name }` is used before it is computed
fault-family-later-help = move its line up; inside a recurrence, read it at an earlier index, as in `h[t-1]` (see line { $line })
fault-family-its-own = `{ $name }` is computed from itself
fault-family-its-own-help = a recurrence reads an earlier member, as in `h[t-1]`
fault-family-not-yet = `{ $name }` is read at { $index } before that member is computed
fault-family-not-yet-help = a recurrence reads an earlier member, as in `h[t-1]`
fault-family-both-directions = `{ $name }` is read at smaller and at larger indices, so there is no order in which to work
fault-family-both-directions-help = if it is complete before this line, use another index letter here (see line { $line })
fault-family-no-start = `{ $name }` has no member { $index }: it runs from { $least } to { $most }
fault-family-no-start-help = write a start, `{ $name }[{ $index }]: 0`, or let it be 0 outside: `zero_outside: [{ $name }]`
fault-family-member-twice = `{ $name }` is written twice
fault-family-gap = no line writes `{ $name }`
fault-family-gap-help = an array has all members from 1 to its length
fault-family-written-outside = `{ $name }` runs from 1 to { $most }, and { $index } is outside
fault-family-written-outside-help = only a start can be written outside: index 0, or { $after } for a run that goes downwards
fault-family-too-many-indices = `{ $name }` has more than { $limit } indices
fault-family-too-many-members = `{ $name }` has { $count } members; { $limit } are the most for one line
fault-family-too-many-steps = with `{ $name }` the arrays come to more than { $limit } steps
fault-family-too-many-terms = with `{ $name }` the unrolled formulas have more than { $limit } terms
fault-family-argument-count = `{ $name }` takes { $expected } { $expected -> 
    [one] argument
   *[other] arguments
 }, and here { $found } are written
fault-family-other-line = the other place is line { $line }
fault-family-no-such-name = there is no `{ $name }`
fault-ragged = this list has { $found } members, and the lists beside it have { $expected }
fault-ragged-help = the lists of one level all have the same length
fault-empty-array = an array needs at least one member
fault-too-many-levels = lists are more than { $limit } deep in each other
fault-shape-of-sample = `{ $name }` is { $expected }, and here { $found } is written
fault-sample-by-name = the sample does not give `{ $name }`
fault-sample-by-name-help = a graph with arrays takes its values by name: `inputs: {"{"}x: [1, 2, 3]{"}"}`
fault-output-is-array = the output must be one number, and `{ $name }` is { $shape }
fault-output-is-array-help = add a line that makes one number of it, such as `L: sum(…)`
fault-expand-with-families = `expand` cannot be used in a graph with arrays
fault-zero-outside-number = `{ $name }` is a number and has no outside
fault-array-number = a number
fault-array-list = a list of { $lengths }
fault-array-matrix = a matrix { $lengths }
fault-array-more = an array { $lengths }
