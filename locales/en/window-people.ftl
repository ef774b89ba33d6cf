# The screen “People”.
people-name = People
people-question = Who is the same person, and what do we know?
people-empty = Nothing here yet
people-empty-title = Nothing here yet
people-empty-says = This screen is being built.
