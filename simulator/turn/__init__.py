"""One turn: spoken, heard, judged, probed, kept, and taken up after a crash."""
