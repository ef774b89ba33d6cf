# The screen “Sources”.
sources-name = Sources
sources-question = What did we read?
sources-heading-empty = Nothing read yet
sources-heading-loading = One moment…
sources-heading = { STRONG($accepted) } of { NUMBER($rows) } rows{ $systems ->
    [0] { $lists ->
        [0] { "" }
        [one] , from 1 list
       *[other] , from { $lists } lists
    }
    [one] , from 1 system{ $lists ->
        [0] { "" }
        [one] { " " }and 1 list
       *[other] { " " }and { $lists } lists
    }
   *[other] , from { $systems } systems{ $lists ->
        [0] { "" }
        [one] { " " }and 1 list
       *[other] { " " }and { $lists } lists
    }
}
sources-add = Add files
sources-join = Join people
sources-join-missing = Join people: { $missing ->
    [one] 1 answer missing
   *[other] { $missing } answers missing
}
sources-see-findings = See the findings
sources-empty-title = Drop your exports here
sources-empty-says = Exports of fifty marketing, shop and CRM systems, from Mailchimp and HubSpot to phpList and Odoo, or any list as CSV or Excel; a ZIP of them is fine. They stay on this computer and are never changed.

sources-files = Files
sources-reading = being read
sources-cancel = Cancel
sources-rows = Rows
sources-accepted = Accepted
sources-rejected = Rejected
sources-rejected-open = Show { $rows ->
    [one] 1 rejected row
   *[other] { $rows } rejected rows
} of { $name }
sources-file-tables = { $tables } tables
sources-state-read = read
sources-state-nobody = nobody found
sources-state-incomplete = hides who said no
sources-state-question = { $questions ->
    [one] 1 question
   *[other] { $questions } questions
}
sources-workbook = Workbook
sources-sheet = sheet “{ $sheet }”
sources-delimiter-comma = comma
sources-delimiter-semicolon = semicolon
sources-delimiter-tab = tab
sources-delimiter-pipe = bar
sources-delimiter-other = parted otherwise
sources-dates-none = no dates
sources-dates-year-first = year first
sources-dates-day-first = day first
sources-dates-month-first = month first
sources-dates-mixed = orders differ
sources-dates-unclear = order unclear
sources-dates-unknown = order unknown

sources-lacks = What the exports lack
sources-lacks-nothing = Nothing known to be missing
sources-lacks-blind = Without it { $people ->
    [one] 1 contact
   *[other] { $people } contacts
} cannot be cleared.
sources-lacks-address-book = Lacks every consent
sources-lacks-brevo = Lacks dates and wording
sources-lacks-ghost = Lacks dates and wording
sources-lacks-hubspot = Lacks wording of opt-ins
sources-lacks-hubspot-refusals = Lacks unsubscribes
sources-lacks-hubspot-unsubscribes = Lacks dates of opt-outs
sources-lacks-klaviyo = Lacks suppressed, wording
sources-lacks-klaviyo-suppressions = Lacks who agreed
sources-lacks-listmonk = Lacks confirmed lists
sources-lacks-magento = Lacks every date
sources-lacks-mailchimp = Lacks pending, archived
sources-lacks-mailchimp-name = Lacks every state
sources-lacks-mailchimp-unsubscribed = Lacks who left
sources-lacks-mailchimp-cleaned = Lacks bounces
sources-lacks-mailpoet = Lacks opt-out dates
sources-lacks-mailtrain = Lacks dates and IPs
sources-lacks-mautic = Lacks do-not-contact flags
sources-lacks-mautic-contact = Lacks a row per person
sources-lacks-phplist = Lacks confirmation dates
sources-lacks-phplist-history = Lacks the person
sources-lacks-prestashop = Lacks never-asked, IPs
sources-lacks-salesforce = Lacks every consent
sources-lacks-salesforce-individuals = Lacks addresses
sources-lacks-salesforce-channels = Lacks addresses
sources-lacks-shopify = Lacks date and form
sources-lacks-stripe = Lacks every consent
sources-lacks-substack = Lacks the unsubscribed
sources-lacks-suitecrm = Lacks e-mail opt-outs
sources-lacks-typeform = Lacks confirmation
sources-lacks-woocommerce = Lacks every consent
sources-lacks-4dem = Lacks the wording
sources-lacks-apsis = Lacks topics agreed to
sources-lacks-aweber = Lacks the wording
sources-lacks-benchmark = Lacks form and wording
sources-lacks-cleverreach = Lacks form and wording
sources-lacks-emailoctopus = Lacks other states, form
sources-lacks-freshsales = Lacks dates and wording
sources-lacks-getresponse = Lacks unsubscribes
sources-lacks-intercom = Lacks every consent
sources-lacks-mailjet = Lacks form, other states
sources-lacks-newsletter2go = Lacks the wording
sources-lacks-rule = Lacks dates and wording
sources-lacks-sarbacane = Lacks every consent
sources-lacks-sendy = Lacks state of each row
sources-lacks-sugarcrm = Lacks channel and wording
sources-lacks-ungapped = Lacks form and wording
sources-lacks-wordpress-users = Lacks every consent
sources-lacks-zoho-campaigns = Lacks the wording
sources-lacks-activecampaign = Lacks forms, other lists
sources-lacks-beehiiv = Lacks dates of consent
sources-lacks-campaign-monitor = Lacks form and wording
sources-lacks-campaign-monitor-states = Lacks the other states
sources-lacks-civicrm = Lacks every consent
sources-lacks-dynamics365 = Lacks every consent
sources-lacks-facebook-lead-ads = Lacks consent to mail
sources-lacks-linkedin = Lacks every consent
sources-lacks-mailerlite = Lacks the other states
sources-lacks-mailerlite-name = Lacks every state
sources-lacks-mailup = Lacks who left
sources-lacks-mailup-unsubscribed = Lacks the recipients
sources-lacks-odoo = Lacks every consent
sources-lacks-pipedrive = Lacks dates and forms
sources-lacks-rapidmail = Lacks the blocklist
sources-lacks-addresses = Lacks the addresses
sources-lacks-list-state = Lacks who agreed
sources-lacks-list-date = Lacks dates of consent
sources-lacks-list-source = Lacks where people agreed
sources-lacks-list-wording = Lacks the wording
sources-lacks-list-wording-method = Lacks wording and method

sources-mapping = What each column means
sources-how-list = hand-kept list, certain to { $sure }; { $row ->
    [0] no header
   *[other] header in row { $row }
}
sources-how-system = { $system }, certain to { $sure }; { $row ->
    [0] no header
   *[other] header in row { $row }
}
sources-table = Table of this file
sources-table-option = { $name }, { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}{ $questions ->
    [0] {""}
    [one] , 1 question
   *[other] , { $questions } questions
}
sources-letter = Letter
sources-column = Column
sources-samples = Three sample values
sources-meaning = Meaning
sources-sure = How sure
sources-no-header = no header
sources-own-name-kept = own name kept
sources-change-meaning = { $header } means { $meaning }. Change
sources-asks-date-order = order unclear
sources-asks-meaning = meaning unsure
sources-asks-words = words unclear
sources-asks-remarks = to be read
sources-sure-hand = set by hand
sources-sure-empty = empty
sources-sure-none = no known field
sources-sure-high = sure
sources-sure-medium = likely
sources-sure-low = unsure
sources-filled = Filled in { $filled ->
    [one] 1 row
   *[other] { $filled } rows
}, { $share }
sources-polarity-yes-or-refused = A no counts as a refusal
sources-polarity-yes-or-unknown = A no may mean that nobody asked
sources-polarity-refused-or-unknown = A yes counts as a refusal, a no says nothing
sources-order-plain = Its dates can be read one way only
sources-order-day-first = Its dates are read day first
sources-order-month-first = Its dates are read month first
sources-order-ambiguous = Whether day or month comes first is not decided
sources-order-unknown = Nobody knows whether day or month comes first, so dates that can be read both ways prove nothing
sources-purpose = It speaks of “{ $purpose }”

sources-pick-label = Meaning of “{ $header }”
sources-pick-placeholder = Type a meaning
sources-pick-none = No meaning is called so.
sources-own-name = None of these, keep its own name
sources-as-recognised = As it was recognised
sources-group-person = The person
sources-group-yes = Yes or no
sources-group-proof = Proof of a yes
sources-group-no = A no, and mail that came back
sources-group-activity = What happened, and bookkeeping
sources-group-else = Otherwise

sources-values = Values of “{ $header }”
sources-cells = { $cells } of { $all } filled
sources-count = Cells
sources-word = Value
sources-stands-for = Stands for
sources-word-means = “{ $word }” stands for
sources-unknown-no-yes = unknown, not a yes
sources-empty-cell = empty
sources-all-words = Show all { $words } values
sources-fewer-words = Show fewer
sources-rejected-rows = Rejected rows
sources-rejected-of = { $rejected } of { $rows }
sources-rejected-none = none, every row was taken
sources-rejected-no-rows = there are no rows
sources-nobody-rows = This file has column names and no row below them. Export it again with its contacts, or forget it: nobody comes from it.
sources-nobody-hashed = Its rows name people by a hash of the address alone, and nobody is found by one.
sources-nobody-named = { $rows ->
    [one] Its one row names nobody
   *[other] None of its { $rows } rows names anybody
}: no e-mail address, no phone number and no name was found. Where a column holds one, choose that meaning for it; otherwise forget this import.
sources-nobody-lack = Nobody comes from it
sources-how-nobody = { $rows ->
    [0] no rows
   *[other] nobody found
}; { $row ->
    [0] no header
   *[other] header in row { $row }
}
sources-sensitive = { $columns } { $count ->
    [one] seems
   *[other] seem
} to hold health, belief or other data the law protects most (Art. 9 GDPR). Leave it out of the export unless you must have it.
sources-sensitive-mark = sensitive
sources-rejected-show = Show { $count ->
    [one] row { $rows }
   *[other] rows { $rows }
}: { $reason }
sources-repaired = Mended: { $what }, { $count ->
    [one] row { $rows }
   *[other] { $count } rows ({ $rows })
}
sources-rejected-title = Rejected rows of { $name }
sources-save-csv = save as CSV
sources-save-rejected = Save as CSV
sources-show-rows = Show what the rows say
sources-mask-rows = Mask the rows again
sources-row = Row
sources-reason = Reason
sources-as-read = As it was read
sources-read-on = Show more, { $more } are left

sources-notes = Questions and what is missing
sources-answer-needed = Your answer is needed
sources-ask-all = Answer all { $questions } on one page
sources-all-questions = { $questions ->
    [one] 1 question only you can answer
   *[other] { $questions } questions only you can answer
}
sources-all-later = Later
sources-all-questions-says = Each answer is kept as you give it, and holds for every file of the same layout. “I do not know” is an answer: what nobody knows proves nothing.
sources-asked-elsewhere = “{ $name }” has a question only you can answer.
sources-answer-it = Answer it
sources-do-not-know = I do not know
sources-ask-order = In “{ $header }”, which number is the day?
sources-order-open = None of the { $dates ->
    [one] 1 date
   *[other] { $dates } dates
} has a number above 12, so both orders are possible.
sources-order-mixed = Of { $dates } dates, { $dayOnly } can only be day first and { $monthOnly } only month first. The others can be read both ways.
sources-day-first = Day first:
sources-month-first = Month first:
sources-possible = Just as possible as the other.
sources-possible-too = Possible too.
sources-likely-closer-together = These lie much closer together. Likely.
sources-likely-none-in-the-future = The other order would put dates in the future. Likely.
sources-likely-clear-dates = The clear dates of this column are written so. Likely.
sources-order-unknown-says = Dates that can be read both ways then prove nothing.
sources-use-order = Use this order
sources-ask-words = In “{ $header }”, what { $words ->
    [one] does this word
   *[other] do these words
} stand for?
sources-ask-words-note = Nobody can tell from the word alone. What stays unknown is never a yes.
sources-ask-others = { $others ->
    [one] 1 other is asked about next.
   *[other] { $others } others are asked about next.
}
sources-ask-remarks = In “{ $header }”, { $remarks ->
    [one] is this remark
   *[other] are these remarks
} a no?
sources-ask-remarks-note = Whoever has one is held until somebody has read it. A remark is never a yes.
sources-ask-unread = In “{ $header }”, is any remark a no?
sources-ask-unread-note = Remarks of this column speak of what is sent, or may be a no. Whoever has one is held until somebody has read it. A remark is never a yes.
sources-unread-rest = { $unread ->
    [one] 1 other, which does not look like a no
   *[other] { $unread } others, which do not look like a no
}
sources-unread-all = { $unread ->
    [one] 1 remark, which does not look like a no
   *[other] { $unread } remarks, which do not look like a no
}
sources-unread-show = Show { $unread ->
    [one] it
   *[other] them
}
sources-unread-more = and { $more } more, in the table
sources-remark-none-refuses = none is a no
sources-remark-unread = not read yet
sources-remark-refuses = a no
sources-remark-silent = says nothing of it
sources-use-remarks = Use what I read
sources-to-be-read = somebody has to read this
sources-unread = { $unread ->
    [one] 1 remark to read
   *[other] { $unread } remarks to read
}
sources-use-words = Use these meanings
sources-ask-meaning = Does “{ $header }” say “{ $meaning }”?
sources-ask-meaning-note = It was taken for that with { $sure } certainty. For something else, choose its meaning in the table.
sources-yes-meaning = Yes, “{ $meaning }”
sources-meaning-unknown-says = The column then keeps its own name and proves nothing.
sources-use-meaning = Use this answer

sources-history = History
sources-history-imports = { $imports ->
    [one] 1 import
   *[other] { $imports } imports
}
sources-history-older = { $older ->
    [one] 1 set aside for a newer one
   *[other] { $older } set aside for newer ones
}
sources-history-forgotten = { $forgotten ->
    [one] 1 forgotten
   *[other] { $forgotten } forgotten
}
sources-history-open = Look at them
sources-history-when = Imported { $when }
sources-history-gone = Forgotten on { $day }
sources-history-rows = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}, { $accepted } accepted, { $rejected } rejected{ $repaired ->
    [0] { "" }
   *[other] , { $repaired } mended while reading
}{ $amended ->
    [0] { "" }
   *[other] , { $amended } mended by hand
}
sources-history-mapping = Set by hand: { $columns }
sources-history-column = { $column }: { $said }
sources-history-words = { $words ->
    [one] 1 word
   *[other] { $words } words
}
sources-order-short-day-first = day first
sources-order-short-month-first = month first
sources-order-short-unknown = order unknown
sources-superseded = Only its refusals count: { $name } is newer
sources-superseded-file-date = { $name } is a newer export of the same thing, by the days in their names. Of this one only refusals count.
sources-superseded-cell-date = { $name } is a newer export of the same thing, by the latest day in their cells. Of this one only refusals count.
sources-superseded-copy-number = { $name } is a newer export of the same thing, by the number of the copy in its name. Of this one only refusals count.
sources-superseded-import-order = { $name } is taken for a newer export of the same thing, as it was imported later and holds everybody of this one; nothing else tells. Of this one only refusals count.
sources-superseded-by-hand = You said that { $name } is newer. Of this one only refusals count.
sources-say-own = It is a source of its own
sources-say-replaces = Say what it replaces …
sources-say-replaces-label = Say what it replaces …, for { $name }
sources-say-newer = It is newer than …
sources-newer-says = Of two exports of the same list only the newer counts, and every no of the older. Where Bonafide could not tell by itself, say so here.
sources-hash = SHA-256 { $start }…{ $end }
sources-hash-title = The fingerprint of the file (SHA-256): the same file always has the same one
sources-say-newer-label = Of which file is { $name } a newer export?
sources-undo-snapshot = Undo the last of these
sources-said-newer = { $name } is now the newest of its exports.
sources-said-own = { $name } is now a source of its own.
sources-said-exports-undone = What was said of the exports of { $name } is taken back.
sources-forgotten-file = a forgotten file
sources-mend = Mend
sources-mend-title = Mend row { $row }
sources-mend-line = The row, parted as in the file
sources-mend-beyond = { $column }, beyond the last column
sources-mend-note = The row is then read as it stands here, and marked as mended. The file itself stays as it is.
sources-mend-read = Read again
sources-mend-leave = Leave it rejected
sources-amended = Mended by hand
sources-amended-note = These rows were rejected as they stand in the file, and are read as mended here.
sources-amended-was = Rejected, because
sources-amended-now = Read as
sources-amended-back = Take back
sources-amended-back-row = Take back what was mended in row { $row }
sources-rejected-amended = none left, { $amended ->
    [one] 1 mended by hand
   *[other] { $amended } mended by hand
}
sources-said-mended = Row { $row } is read again, as mended.
sources-said-mended-back = Row { $row } is rejected again.
sources-mapping-file = These meanings as a file for a colleague, without any row:
sources-mapping-save = save
sources-mapping-load = use a saved one
sources-said-mapping = The mapping is in use; { $columns ->
    [one] 1 column changed.
   *[other] { $columns } columns changed.
}
sources-said-mapping-same = The mapping says what was understood already. Nothing was changed.
sources-said-mapping-saved = The mapping is saved as { $path }. It holds no row.
sources-said-mapping-undone = The mapping is taken back.

sources-forget-title = Forget { $name }?
sources-forget-says = Its { $rows ->
    [one] 1 contact leaves
   *[other] { $rows } contacts leave
} the case, and the verdicts are taken back. The file itself stays where it is; import it again to bring it back. What you said of its columns stays remembered.
sources-forget = Forget this import
sources-keep = Keep it
sources-costly-title = This leaves rows without a person
sources-costly-says = Of { $accepted } contacts { $then } would be left: { $lost ->
    [one] 1 row would name
   *[other] { $lost } rows would name
} nobody any more and be rejected. You can undo it.
sources-leave = Leave it as it is
sources-change-anyway = Change it anyway
sources-not-read = { $files ->
    [one] 1 file was not taken over
   *[other] { $files } files were not taken over
}
sources-already-there = The same file is in the case already, as { $name }.
sources-dismiss = Put this note away

sources-said-meaning = “{ $header }” now means { $meaning }.
sources-said-own-name = “{ $header }” now keeps its own name.
sources-said-reset = “{ $header }” means again what was recognised.
sources-said-word = “{ $word }” now stands for { $status }.
sources-said-answer = Your answer about “{ $header }” is kept, also for the next file like this.
sources-trying = Looking at what it would change
sources-correcting = Reading the rows as you say
sources-undoing = Taking it back
sources-forgetting = Forgetting the file
sources-mending = Mending a row
sources-comparing = Comparing exports
sources-said-undone = What was said of “{ $header }” is taken back.
sources-said-forgotten = { $name } is forgotten. Import it again to bring it back.
sources-said-saved = { $rows ->
    [one] 1 rejected row
   *[other] { $rows } rejected rows
} saved.

sources-foot-column = column
sources-foot-meaning = change meaning
sources-foot-forget = forget this import
sources-key-down = Next column
sources-key-up = Column before
sources-key-meaning = Change what the column means
sources-key-next-file = Next file
sources-key-last-file = File before
sources-key-answer = Answer what is still asked
sources-key-all = Answer all questions on one page
sources-key-rejected = Show the rejected rows
sources-key-mend = Mend the row, or the first of them
sources-key-save-rejected = Save the rejected rows as a file
sources-key-save-mapping = Save what the columns mean as a file
sources-key-use-mapping = Use a saved file of what columns mean
sources-key-history = Every import there was
sources-key-forget = Forget this import
sources-find-columns = Columns
