"""What to write about, what is wrong with a draft, and how to learn both: offline."""
