"""Keep: session folders that survive a crash."""
