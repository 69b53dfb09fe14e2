"""Raw bytes to `Document`: one file per format, the only place that opens an input, and all size limits."""
