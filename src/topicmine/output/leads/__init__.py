"""The formats of a list of leads: each file defines SUFFIXES and `render(mined) -> bytes`; the folder is the list."""
