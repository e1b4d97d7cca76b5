# What `train` says.

train-nothing = error: nothing is trained in `{ $scenario }`: give it a `training` section, or print the lesson with `handgrad show`
train-title = { $title }: { $epochs ->
        [one] { $epochs } epoch
       *[other] { $epochs } epochs
    }
train-losses = Loss
train-parameters = Parameters, as they are carried on
train-outputs = Computed with these
train-assumes = On the way, no precision told a value from a tie, a kink or a bound, so it was taken as exactly there. All that comes after rests on that; `trace` marks the step with `assumed`.
