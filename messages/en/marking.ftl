# What is said of numbers that somebody worked out by hand.

marking-right = right
marking-cut = right, cut off
marking-rounded = right, rounded on the way
marking-almost = almost right, rounded too early
marking-follows = follows
marking-convention = another convention
marking-mistake = mistake
marking-too-few-digits = too few digits
marking-missing = left blank
marking-unreadable = cannot be read
marking-wrong = wrong
marking-undecided = cannot be decided

marking-cause-and-rounding = { $slip }, and results rounded to { $decimals ->
    [0] whole numbers
    [one] { $decimals } decimal
   *[other] { $decimals } decimals
} on the way
marking-causes = { $first }; or { $second }
marking-early-rounding = rounded too early
marking-early-rounding-to = rounded to { $decimals ->
    [0] whole numbers
    [one] { $decimals } decimal
   *[other] { $decimals } decimals
} on the way
marking-sign-lost = wrong sign
marking-digits-transposed = two digits transposed
marking-point-slipped = the decimal point slipped

marking-too-early = updated weights used too early
marking-ascent = ascent in place of descent
marking-half-forgotten = the ½ of the loss forgotten
marking-output-slope-forgotten = the slope of the activation forgotten at the output
marking-hidden-slope-forgotten = the slope of the activation forgotten at the hidden layer
marking-net-for-out = net in place of out in the slope of the activation
marking-bias-forgotten = the bias forgotten
marking-bias-times-input = a bias multiplied with an input
marking-one-path = only one path counted
marking-transposed-weight = weights taken from the other side of the diagonal
marking-target-minus-out = target − out in place of out − target
marking-rate-forgotten = the learning rate forgotten
marking-rate-twice = the learning rate applied twice
marking-mean-for-sum = a mean in place of a sum
marking-sum-for-mean = a sum in place of a mean
marking-log-ten = logarithm to base 10 in place of ln
marking-softmax-without-exp = softmax without exp
marking-mask-forgotten = the gradient let through where the unit is cut off
marking-divided = divided where the chain rule multiplies

marking-biases-trained = biases trained, each neuron with its own
marking-shared-biases-trained = biases trained, a shared one by the sum over its neurons
marking-mean-over-outputs = the loss as the mean over the outputs
marking-biases-kept = biases not trained
marking-threshold-subtracted = a threshold subtracted in place of a bias added
marking-bias-added = a bias added in place of a threshold subtracted
marking-sum-over-outputs = the loss as the sum over the outputs
marking-mean-over-batch = the mean over the batch
marking-sum-over-batch = the sum over the batch
marking-delta-turned = delta with the other sign
marking-relu-slope-at-zero = slope 1 of ReLU at 0
marking-momentum-plain = momentum as v = βv + g, w − ηv
marking-momentum-with-rate = momentum as v = βv − ηg, w + v
marking-momentum-with-rate-added = momentum as v = βv + ηg, w − v
marking-momentum-of-mean = momentum as v = βv + (1 − β)g, w − ηv
marking-nesterov-at-weights = Nesterov as v = βv + g, w − η(g + βv)
marking-nesterov-at-weights-with-rate = Nesterov as v = βv − ηg, w + βv − ηg
marking-nesterov-ahead = Nesterov with the gradient at w − ηβv: v = βv + g, w − ηv
marking-nesterov-ahead-with-rate = Nesterov with the gradient at w + βv: v = βv − ηg, w + v
marking-epsilon-outside-root = ε added to the root
marking-epsilon-inside-root = ε added under the root
marking-epsilon-before-correction = ε added to the root before it is corrected

# What is wrong with a sheet, or with a number that was typed.

marking-fault-empty = nothing to mark stands in the sheet
marking-fault-empty-help = write a line for each number: `net_h1,0.3775`, or in YAML `net_h1: 0.3775`
marking-fault-is-it-a-sheet = is it a sheet, saved as CSV or YAML in UTF-8?
marking-fault-too-many-lines = the sheet has more than { $limit } lines
marking-fault-workbook = this is no workbook that can be read
marking-fault-workbook-help = save the sheet as XLSX without a password, or as CSV
marking-fault-old-workbook = this workbook is in the old XLS format, or has a password
marking-fault-old-workbook-help = save it as XLSX without a password, or as CSV
marking-fault-large-workbook = this workbook is larger than any sheet of numbers
marking-fault-large-workbook-help = copy the names and values into a new workbook
marking-fault-notice-out-of-range = `{ $number }` is too large or too small: expected a whole number up to { $limit }
marking-fault-notice-twice = line { $line } says something else
marking-fault-notice-twice-help = keep the row that is meant
marking-fault-seed-of-file = the sheet says seed { $sheet }, and the name of its file says seed { $file }
marking-fault-seed-of-file-help = rename the file, or name the seed with `--seed`
marking-fault-seeds-of-file = the name of the file says seed { $first } and seed { $second }
marking-fault-no-name-column = the heading has no column `name`
marking-fault-no-value-column = the heading has no column `value`
marking-fault-heading-help = begin with `name,value`, or leave the heading out
marking-fault-too-many-cells =
    this row has { $found } cells, where { $has_heading ->
        [yes] the heading has { $expected }
       *[no] a name and a value belong
    }
marking-fault-too-many-cells-help = where decimals have a comma, separate cells by `;`; other columns, a remark for instance, need a heading that begins with `name,value`
marking-fault-cells-of-heading-help = put a cell in quotation marks where a comma belongs into it, or give every column a name in the heading
marking-fault-nameless = this value has no name
marking-fault-nameless-help = write the name of a step before it; `handgrad show` prints them
marking-fault-no-name = `{ $text }` names no step
marking-fault-name-help = `handgrad show` prints the names of all steps
marking-fault-twice = `{ $name }` has another value here than on line { $line }
marking-fault-twice-help = keep the line that is meant
marking-fault-no-number = no number stands here
marking-fault-number-too-long = this number has more digits than can be compared
marking-fault-number-too-long-help = as many as were worked out are enough: up to 400
marking-fault-name-in-value = `{ $name }` is a name, and a value is made of numbers
marking-fault-name-in-value-help = put the number in its place: `0.4*0.593269992 + 0.6`
marking-fault-not-a-value-help = write a number (`0.5`, `0,5`, `1e-3`), a fraction (`1/3`) or an expression, or leave it blank
marking-fault-not-computed = this cannot be computed: { $fault }

# What `handgrad verify` says.

marking-line = line { $line }: { $reason }
marking-with-help = { $reason } ({ $help })
marking-seed = { $source ->
    [sheet] Marked with the numbers of seed { $seed }, as the sheet says.
    [file] Marked with the numbers of seed { $seed }, as the name of the file says.
   *[option] Marked with the numbers of seed { $seed }.
}
marking-asked-decimals = Asked for: { $count ->
    [0] whole numbers.
    [one] { $count } decimal.
   *[other] { $count } decimals.
}
marking-asked-significant = Asked for: { $count ->
    [one] { $count } significant digit.
   *[other] { $count } significant digits.
}
marking-input-twice = error: only one of the scenario and the sheets can come from standard input
marking-counts = { $sheet }: { $right } right, { $follows ->
        [one] { $follows } follows
       *[other] { $follows } follow
    }, { $wrong } wrong{ $coarse ->
        [0] { "" }
       *[other] , { $coarse } with too few digits
    }{ $open ->
        [0] { "" }
       *[other] , { $open } not decided
    }{ $missing ->
        [0] { "" }
       *[other] , { $missing } left blank
    }{ $unreadable ->
        [0] { "" }
       *[other] , { $unreadable } unreadable
    }
marking-column-sheet = sheet
marking-column-right = right
marking-column-follows = follows
marking-column-wrong = wrong
marking-column-coarse = too few digits
marking-not-read = cannot be read
marking-column-missing = blank
marking-column-seed = seed
marking-column-unreadable = unreadable
marking-column-first-wrong = first wrong
marking-column-mistake = mistake
marking-column-name = name
marking-column-given = given
marking-column-verdict = verdict
marking-column-value = should be
marking-column-difference = off by
marking-first-wrong = The first wrong line in the order of the lesson is { $name }, with { $given } on the sheet. What should stand there:
marking-made-by = How { $given } comes about: { $causes }
marking-made-by-nothing = No mistake that is known makes { $given }.
marking-followers = Lines marked `follows` are worked rightly from what is wrong, and are not wrong again.
marking-not-searched = The lesson is so large that only slips in writing and foreseen mistakes were looked for.
