# What to declare. { $batch } is the source, form, wording version or file the records share.
question-wording-and-act = Which text did people see who came through “{ $batch }”, and what did they do to agree (tick, button, signature …)?
question-wording = Which text did people see who came through “{ $batch }”?
question-act = What did people do to agree who came through “{ $batch }” (tick, button, signature …)?
question-everything = Where did the people in “{ $batch }” agree, to which text, and what did they do (tick, button, signature …)?
question-text = What does the wording “{ $batch }” say, for which channels and purposes, and since when was it shown?
