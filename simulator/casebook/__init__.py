"""Kept sessions as their readers use them: opened, corrected, found, shared, compared.

Here the rooms are joined for whoever works on what was kept: `keep` has the folders,
`studio` what people added, `answer` measures again, `coach` and `pages` write.
"""
