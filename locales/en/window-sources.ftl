# The screen “Sources”.
sources-name = Sources
sources-question = What did we read?
sources-empty = Nothing here yet
sources-empty-title = Nothing here yet
sources-empty-says = This screen is being built.
