"""Pages: templates and styles that reports share."""
