"""Report writers: one file per output format, the only place that writes a result."""
