# The summary of an audit. Numbers come as text, already parted into thousands.
audit-title = Audit as of { $day }
audit-title-of = Audit of { $controller } as of { $day }
audit-sentence = You can vouch for { $keep } of { $people } { $count ->
    [one] person
   *[other] people
}.
audit-nobody = There is nobody on these lists.
audit-nobody-how = “{ $program } recognise FILE” shows how each was read.
audit-keep = may be written to
audit-hold = on hold while proof is sought
audit-stop = stopped: said no, bounced, or not to be relied on
audit-delete = to be deleted: nothing to stand on
audit-declared = { $people } of them rest on what { $who } declared ({ $id })
audit-questions = Answer { $questions ->
    [one] 1 question
   *[other] { $questions } questions
}, and up to { $people ->
    [one] 1 person becomes
   *[other] { $count } people become
} provable
audit-question-grades = { $system }, grade { $now } → { $then }
audit-questions-more = { $more ->
    [one] 1 more question is
   *[other] { $count } more questions are
} in questions.csv.
audit-questions-more-out = { $more ->
    [one] 1 more question is
   *[other] { $count } more questions are
} written to questions.csv with --out DIR.
audit-question-how = Write the answers into a file and give it with --declare; “{ $program } audit --help” shows one.
audit-findings = What is wrong, and for how many people
audit-findings-none = Nothing was found.
audit-finding-file = file
audit-severity-breach = breach: stop sending, act now
audit-severity-risk = risk: do not rely on it until it is cleared
audit-severity-hygiene = hygiene: keep the data in order
audit-cell-note = findings.csv cites the cells behind each; “{ $program } explain RULE” tells the law behind it.
audit-cell-note-out = With --out DIR, findings.csv cites the cells behind each; “{ $program } explain RULE” tells the law.
audit-sources = What was read
audit-rows = { $files ->
    [one] 1 file
   *[other] { $files } files
}, { $rows ->
    [one] 1 row
   *[other] { $row_count } rows
}: { $rejected ->
    [0] none was rejected.
    [one] { $accepted } became contacts, 1 was rejected.
   *[other] { $accepted } became contacts, { $rejected_count } were rejected.
}
audit-source-head-file = file
audit-source-head-system = system
audit-source-head-rows = rows
audit-source-head-rejected = rejected
audit-lacks = What these exports do not say
audit-asked = What only you know about the columns
audit-asked-order = { $file }, “{ $column }”: is “{ $told }” written day first or month first? Until you say, the stricter reading counts.
audit-asked-meaning = { $file }, “{ $column }”: is this “{ $name }” ({ $told })? It looks like it, and could be something else.
audit-asked-words-more = { $file }, “{ $column }”: what do you call { $told } and { $more } others? Nobody counts as agreeing by such a word.
audit-asked-words = { $file }, “{ $column }”: what do you call { $told }? Nobody counts as agreeing by such a word.
audit-asked-remarks-more = { $file }, “{ $column }”: is { $told }, or one of { $more } others, a no? Whoever has such a remark is held until somebody has read it.
audit-asked-remarks = { $file }, “{ $column }”: is { $told } a no? Whoever has such a remark is held until somebody has read it.
audit-asked-unread = { $file }, “{ $column }”: { $unread ->
    [one] 1 remark stands
   *[other] { $unread } remarks stand
} beside some that speak of what is sent or may be a no. Is one of them one? Whoever has one is held until somebody has read them; "*" = "unknown" among the words of the column says that none is.
audit-asked-unread-besides = { $unread ->
    [one] 1 other remark has
   *[other] { $unread } other remarks have
} to be read as well; "*" = "unknown" among the words of the column says that none of these is a no.
audit-asked-more = { $more } more are asked in the window, under Sources.
audit-asked-how = “--map 'COLUMN=day_first'” or “--map 'COLUMN=MEANING'” answers; what words stand for is written into a mapping file, which “{ $program } recognise FILE --save-mapping MAPPING” makes.
audit-ambiguities = { $groups ->
    [one] 1 group of rows shares an address, a number or an id without agreeing on a name. It was
   *[other] { $count } groups of rows share an address, a number or an id without agreeing on a name. They were
} left apart; a no in it counts for everybody in it.
audit-written = Lists written to { $folder }: { $files } files.
audit-not-written = No lists were written. --out DIR writes whom to keep, to ask and to stop.
audit-not-advice = This shows risks under the law cited, not legal advice. Nothing left this machine.
severity-breach = breach
severity-risk = risk
severity-hygiene = hygiene

# Why a person may not decide so.
decision-refused-said-no = The person said no, and only the person can take it back
decision-refused-loses-no = Deleting would lose a no. Stop keeps just enough to honour it
decision-refused-undeliverable = Messages to this address come back
decision-refused-unconfirmed = The request was never confirmed, and only the person can confirm it
decision-refused-nothing-shown = Nothing in the case shows that they may be written to. Import what shows it, or declare it under Proof
decision-refused-protected = A law protects this record. It stays archived and is not written to
decision-idle-nobody = Nobody in the lists has this address any more
decision-idle-nothing = The lists say nothing about this channel any more
decision-refused-not-to-decide = This follows from the rules and is not for anybody to decide
