"""Listen: microphone or file as the same chunks, end of turn, crash-safe recording."""
