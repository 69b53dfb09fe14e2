"""What the review knows of words that look or sound alike: lists, and how they are built."""
