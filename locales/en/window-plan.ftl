# The screen “Plan”.
plan-name = Plan
plan-question = What will we do?
plan-empty = Nothing here yet
plan-empty-title = Nothing here yet
plan-empty-says = This screen is being built.
