"""Department profiles: all words that belong to one department, as data."""
