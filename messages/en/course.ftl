# The course: groups of lessons, how long they take and for whom they are.

course-group-start = Start here
course-group-mazur = Mazur's network
course-group-losses = Losses and data
course-group-optimizers = Learning rates and optimizers
course-group-trouble = What goes wrong
course-group-arrays = Convolution, sequences, attention
course-group-unsorted = Your own scenarios
course-group-published = Published examples, recomputed
course-purpose-start = What a derivative is, how the chain rule works, and how one neuron learns.
course-purpose-mazur = One whole network by hand, then with trained biases, on paper, and with a common slip.
course-purpose-losses = Other losses and activations, several samples, batches and validation.
course-purpose-optimizers = How far to go: learning rates, momentum, Adagrad, RMSprop, Adam.
course-purpose-trouble = Why training can fail, and how to see it in the numbers.
course-purpose-arrays = The same chain rule over images and sequences.
course-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
course-minutes = { $count } min
course-lessons = { $count ->
    [one] { $count } lesson
   *[other] { $count } lessons
}
course-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
course-level-beginner = beginner
course-level-intermediate = intermediate
course-level-advanced = advanced
course-source-unknown = No source given
course-unreadable = cannot be read: `handgrad check` says why
course-list-published = { $count } published examples, recomputed: `handgrad list --published`
course-list-open = Open a lesson with `handgrad NAME`.
course-nothing-in-folder = There is no scenario in this folder: a lesson is a file that ends in .yaml.

# The course on the screen.

course-welcome = New here? These lessons lead from one derivative to whole networks, every digit worked out.
course-welcome-keys = { $key } opens the lesson marked below; { $down } and ↑ choose another.
course-continue = Continue
course-next = Next
course-done = { $done } of { $all } done
course-left = step { $step } of { $steps }
course-left-epoch = epoch { $epoch }, step { $step } of { $steps }
course-search = Search:
course-found = { $count ->
    [one] { $count } lesson found
   *[other] { $count } lessons found
}
course-nothing-found = Nothing found. Backspace takes letters back, Esc ends the search.
course-published-purpose = Numbers from books, articles and courses, recomputed exactly: what was right, what was rounded, and what is wrong.

# The first page of a lesson.

opening-given = given
opening-sample = sample
opening-sample-number = sample { $number }
opening-bias = bias { $bias }
opening-shared-bias = shared bias { $bias }
opening-more = { $count ->
    [one] {"    "}and { $count } more
   *[other] {"    "}and { $count } more
}
opening-source = Source: { $source }
opening-errata = { $count ->
    [one] One of the numbers it prints is wrong; the table ({ $key }) shows which one and why.
   *[other] { $count } of the numbers it prints are wrong; the table ({ $key }) shows which ones and why.
}
opening-keys = { $next } goes to the next step, { $back } goes back, { $steps } lists all steps, { $help } lists all keys.

# The last page of a lesson.

ending-epoch = epoch { $epoch } is done
ending-before = before
ending-after = after
ending-by = { $direction ->
    [fell] fell by { $by }
    [rose] rose by { $by }
   *[same] unchanged
}
ending-largest = changed most
ending-more = { $count ->
    [one] and { $count } more parameter
   *[other] and { $count } more parameters
}
ending-try = Try it yourself ({ $key }): { $question }
ending-next = { $key }: next lesson, { $title }

# Where a note sends the reader.

see-pointer = Press { $key } to see { $what }.
see-steps = all steps in a list
see-table = all values in a table
see-check = the gradient checked by moving the parameter a little
see-what-if = what changes when you change a number yourself
see-training = how the loss changes from epoch to epoch
see-parameters = how the parameters move from epoch to epoch
see-answers = the network's answers drawn after training
see-slice = the loss along this parameter, and where it is lowest
see-rates = the same lesson with other learning rates
see-runs = the runs side by side
