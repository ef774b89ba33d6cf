# The summary of an audit. Numbers come as text, already parted into thousands.
audit-title = Audit as of { $day }
audit-title-of = Audit of { $controller } as of { $day }
audit-sentence = You can vouch for { $keep } of { $people } people.
audit-nobody = There is nobody on these lists.
audit-keep = may be written to
audit-hold = on hold while proof is sought
audit-stop = stopped: said no, bounced, or not to be relied on
audit-delete = to be deleted: nothing to stand on
audit-declared = { $people } of them rest on what { $who } declared ({ $id }).
audit-sources = What was read
audit-source-head-file = file
audit-source-head-system = system
audit-source-head-rows = rows
audit-source-head-accepted = accepted
audit-source-head-rejected = rejected
audit-lacks = What these exports do not say
audit-findings = What is wrong
audit-findings-none = Nothing was found.
audit-finding-people = { $people ->
    [one] 1 person
   *[other] { $count } people
}
audit-finding-file = in the files
audit-cell-note = Each finding cites its cells in findings.csv; “{ $program } explain RULE” tells the law behind it.
audit-questions = Answer { $questions ->
    [one] 1 question
   *[other] { $questions } questions
}, and up to { $people } people become provable
audit-question-people = { $people } people, { $system }: { $now } → { $then }
audit-question-how = Write the answers into a file and give it with --declare; the README shows one.
audit-ambiguities = { $groups ->
    [one] 1 group of rows shares an address, a number or an id without agreeing on a name. It was
   *[other] { $count } groups of rows share an address, a number or an id without agreeing on a name. They were
} left apart; a no in it counts for everybody in it.
audit-written = Lists written to { $folder }: { $files } files.
audit-not-advice = This shows risks under the law cited, not legal advice. Nothing left this machine.
severity-breach = breach
severity-risk = risk
severity-hygiene = hygiene
