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
