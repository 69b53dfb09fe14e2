"""What learners and trainers see: anywidget views with their scripts and the one stylesheet beside them."""
