"""From what was wished for to an interview that can begin, and the card after."""
