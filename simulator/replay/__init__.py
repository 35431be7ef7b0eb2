"""The coach's studio: a local server, its pages and who may come in."""
