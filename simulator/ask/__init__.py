"""Ask: question banks, choosing questions, saying them aloud."""
