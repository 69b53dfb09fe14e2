"""The formats of a review: each file defines SUFFIXES and `render(reviewed) -> bytes`; the folder is the list."""
