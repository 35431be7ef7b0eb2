"""Transcribe: Whisper on this machine; words with times, spoken fillers kept."""
