# What stands on the terminal screen besides the lesson.
