# What the lesson says of a step: question, reason, kinds of steps.
