# What `train` says.

train-nothing = error: nothing is trained in `{ $scenario }`: give it a `training` section, or print the lesson with `handgrad show`
train-title = { $title }: { $epochs ->
        [one] { $epochs } epoch
       *[other] { $epochs } epochs
    }
train-losses = Loss
train-parameters = Parameters, as they are carried on
train-outputs = Computed with these
