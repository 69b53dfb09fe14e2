"""Pure functions on many documents: similarity, trends, novelty, coverage, themes, learning."""
