"""The course: exercises as data, their grading, what a learner did, and the pages that show all of it."""
