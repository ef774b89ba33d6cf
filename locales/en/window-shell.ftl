# The window around every screen: case bar, rail, foot, keys, palette, dialogs.

bar-no-case = No case open
bar-welcome = Back to the beginning
bar-as-of = as of { $day }
bar-people = { $people ->
    [one] 1 person
   *[other] { $people } people
}
bar-quick-look = quick look
bar-find = Find
bar-find-title = Find a person, a rule, a column or a command
bar-masked = Masked
bar-shown = Shown
bar-masked-title = Personal data is masked until asked for
bar-local = Local only
bar-local-title = What this program may not do, and a self-test
bar-theme = Light or dark

rail-label = Stages
rail-state-todo = nothing yet
rail-state-work = in work
rail-state-done = done
rail-state-needs = needs you
rail-nothing = nothing yet
rail-not-yet = not in this version
rail-later = { $name }: not in this version
rail-taken-back = join again
rail-waits = waits for that
rail-questions = { $questions ->
    [one] 1 question
   *[other] { $questions } questions
}
rail-read = { $files ->
    [one] 1 file
   *[other] { $files } files
}, { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
rail-not-joined = not joined yet
rail-people = { $people ->
    [one] 1 person
   *[other] { $people } people
}
rail-findings = { $breaches ->
    [one] 1 breach
   *[other] { $breaches } breaches
}, { $risks ->
    [one] 1 risk
   *[other] { $risks } risks
}
rail-hygiene = { $hygiene } to tidy
rail-clean = nothing wrong
rail-keep = { $people } may be kept

foot-version = Version { $version }
foot-undo = Undo
foot-taken-back = The verdicts wait until people are joined again.

taken-back-heading = The verdicts no longer hold
taken-back-title = Your files have changed since people were joined
taken-back-says = A file was added or forgotten, or a column means something else than before. What was judged without it no longer holds; join people again, and everything stands here anew. What you decided about people is kept.
taken-back-join = Join people again
taken-back-sources = Go to Sources
taken-back-answer = { $questions ->
    [one] Answer 1 question first
   *[other] Answer { $questions } questions first
}
work-joining = Joining people and judging what the files prove
foot-keys = all keys

keys-everywhere = Everywhere
keys-find = Find a person, a rule, a column or a command
keys-help = Show all keys
keys-mask = Show or mask personal data
keys-undo = Undo the last decision
keys-back = Go back
keys-sources = Go to Sources
keys-people = Go to People
keys-findings = Go to Findings
keys-plan = Go to Plan
keys-campaigns = Go to Campaigns
keys-report = Go to Report
keys-journal = Go to the Journal
keys-settings = Go to Settings
keys-new = Audit my lists
keys-open = Open a case
keys-sample = See the sample audit
keys-add-files = Add files to this case
keys-lock = Lock this case
keys-close = Close this case
keys-local = See what this program may not do
keys-theme = Change between light and dark
keys-step-foot = next step
keys-larger = Larger text
keys-smaller = Smaller text
keys-usual = Text at its usual size

palette-here = On this screen
palette-commands = Commands
palette-rules = Rules that fired

mark-breach = Breach
mark-risk = Risk
mark-hygiene = Hygiene
mark-subscribed = subscribed
mark-unsubscribed = unsubscribed
mark-complained = complained
mark-pending = pending
mark-suppressed = suppressed
mark-erased = erased
mark-bounced = bounced
mark-unknown = unknown
mark-absent = not in this system
mark-grade = { $level ->
    [0] not proven at all
   *[other] proven to { $level } of 5
}
mark-action-keep = keep
mark-action-re-consent = ask again
mark-action-review = review
mark-action-fix-data = mend data
mark-action-hold = hold
mark-action-stop = stop
mark-action-suppress = stop
mark-action-restrict = restrict
mark-action-delete = delete
bar-keep = may be kept
bar-hold = held
bar-stop = stopped
bar-delete = deleted
bar-opens = { $people ->
    [one] 1 person
   *[other] { $people } people
} { $bucket }
cell-more = and { $more } more characters

dialog-close = Close

intake-reading = { $files ->
    [one] Reading 1 file
   *[other] Reading { $files } files
}
intake-done = { $added ->
    [one] 1 of { $files } files added
   *[other] { $added } of { $files } files added
}
dialog-cancel = Cancel
dialog-ok = OK
trouble-title = That did not work
# What to try where the program itself did not say it.
trouble-hint-amend = Look at the row again as it stands in the file, and mend it anew.
trouble-hint-answer = Look at the fields of the answer again; what you wrote is kept.
trouble-hint-bad-country = Choose a country of the list, or none.
trouble-hint-bad-day = Write the day as year, month and day: 2026-11-01.
trouble-hint-case-damaged = Open a backup of the case, or import the files again.
trouble-hint-case-exists = Choose another name, or open the case that is there.
trouble-hint-case-locked = Close the case in the other window or program, and try again.
trouble-hint-case-not-found = Look for the case by its name and folder, and open it from there.
trouble-hint-case-refused = Close the case and open it again. If it comes back, copy the case to another disk and try there.
trouble-hint-case-too-new = Install the newest Bonafide, and open the case with that.
trouble-hint-case-unwritable = Copy the case to a folder of your own, and open it there.
trouble-hint-decision = Look at the person again, and decide anew.
trouble-hint-decision-refused = The decision of the rules stands. If a cell is wrong, mend it in the system and import a fresh export.
trouble-hint-declaration = Compare the answer or the file with the example in the README, and try again.
trouble-hint-declarations-unreadable = Choose a declarations file, as Bonafide exports one.
trouble-hint-declarations-unwritable = Choose a folder you may write to, with enough space.
trouble-hint-defect = Try once more. If it comes back, close the case, open it again and report it.
trouble-hint-disk-full = Free some space and do the last step again.
trouble-hint-empty-passphrase = Choose a passphrase of several words.
trouble-hint-file-encrypted = Take the password off the file in the program it comes from, and add it again.
trouble-hint-file-not-a-table = Export the list as CSV or XLSX from its system, and add that.
trouble-hint-file-refused = Export the list again from its system, and add the new file.
trouble-hint-file-too-large = Export fewer rows at a time, and add the files one after the other.
trouble-hint-file-unreadable = Close the file in other programs, see that you may open it, and add it again.
trouble-hint-mapping = Choose a file that was saved from a list with the same columns, or say by hand what they mean.
trouble-hint-no-case = Open a case, or begin with your lists.
trouble-hint-no-memory = Close other programs and try again.
trouble-hint-no-sample = Install Bonafide again: the sample comes with it.
trouble-hint-not-a-case = Choose a file ending in .bonafide.
trouble-hint-not-written = Choose a folder you may write to, with enough space.
trouble-hint-other = Try again. If it comes back, close the case and open it again.
trouble-hint-plan = Look at the plan again; if people wait to be joined, join them first.
trouble-hint-quick-look-not-lockable = Close it, or begin a case that is kept.
trouble-hint-recovery-key-mistyped = Compare it with the sheet, letter by letter.
trouble-hint-snapshot = Look at the history of the imports again, and say it anew.
trouble-hint-throwaway = Begin a case that is kept, and add the files to it.
trouble-hint-unexpected = Try again. If it comes back, close the case, open it again and report it.
trouble-hint-wrong-passphrase = Try again, or use the printed recovery key.
trouble-hint-wrong-recovery-key = Look for the sheet that was printed when this case was made.
help-title = Keys
palette-asks = Person, rule, column or command
palette-found = Found
palette-nothing = No person, fired rule, column or command of this name. Try part of a word.
drop-into = Drop to read into “{ $name }”
drop-new = Drop to begin an audit
drop-kinds = CSV, XLSX, XLS, ODS, ZIP, or a case
work-begins = beginning
work-import = reading
work-matching = joining people
work-regroup = joining people again
work-audit = judging
work-reread = reading rows again
work-done = { $done } of { $total }
work-rate = { $rate } a second
work-seconds = { $seconds ->
    [one] 1 second left
   *[other] { $seconds } seconds left
}
work-minutes = { $minutes ->
    [one] 1 minute left
   *[other] { $minutes } minutes left
}

# Grades by a plain word
grade-E5 = confirmed
grade-E4 = proven
grade-E3 = partly proven
grade-E2 = claimed
grade-E1 = bare yes
grade-E0 = nothing
grade-SO-plus = customer
grade-SO-minus = customer, unshown
grade-B2B = business
grade-NEG = refused
grade-DEAD = undeliverable
