"""Sound: below the rooms; arrays in, arrays out."""
