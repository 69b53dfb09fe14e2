"""Pure functions on text: words, sentences, headings, dates, figures, names, identifiers."""
