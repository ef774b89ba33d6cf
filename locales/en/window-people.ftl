# The screen “People”.
people-name = People
people-question = Who is the same person, and what do we know?

people-head-all = { STRONG($people) } { $people ->
    [one] person
   *[other] people
}, after everything that belongs together was joined
people-head-some = { STRONG($left) } of { $people } { $people ->
    [one] person
   *[other] people
}
people-head-nobody = Nobody fits this selection
people-head-said-no-still-yes = { STRONG($left) } { $left ->
    [one] person said no, and is
   *[other] people said no, and are
} still a yes elsewhere
people-head-yes-and-unknown = { STRONG($left) } { $left ->
    [one] person is
   *[other] people are
} a yes in one system and unknown in another
people-head-same-everywhere = { STRONG($left) } { $left ->
    [one] person of whom
   *[other] people of whom
} nothing one system says speaks against another
people-head-conflict = { STRONG($left) } { $left ->
    [one] person said no in { $no } and is still a yes in { $yes }
   *[other] people said no in { $no } and are still a yes in { $yes }
}
people-head-conflict-self = { STRONG($left) } { $left ->
    [one] person said no in one row of { $no } and is still a yes in another
   *[other] people said no in one row of { $no } and are still a yes in another
}
people-head-rule = { STRONG($left) } { $left ->
    [one] person
   *[other] people
}: { $rule }
people-head-question = { STRONG($left) } { $left ->
    [one] person
   *[other] people
} whom one open question is about
people-head-declared = { STRONG($left) } { $left ->
    [one] person rests
   *[other] people rest
} on a declaration
people-head-day = { STRONG($left) } { $left ->
    [one] person consented
   *[other] people consented
} on { $day }
people-head-days = { STRONG($left) } { $left ->
    [one] person consented
   *[other] people consented
} between { $from } and { $to }
people-head-since = { STRONG($left) } { $left ->
    [one] person consented
   *[other] people consented
} on { $from } or later
people-head-until = { STRONG($left) } { $left ->
    [one] person consented
   *[other] people consented
} on { $to } or before
people-head-undated = { STRONG($left) } { $left ->
    [one] person gave
   *[other] people gave
} a consent without a date
people-head-batch = { STRONG($left) } { $left ->
    [one] person shares the moment of consent
   *[other] people share the moment of their consent
} with many others
people-head-stopped = { STRONG($left) } { $left ->
    [one] person is
   *[other] people are
} stopped: { $why }
people-head-stopped-on = { STRONG($left) } { $left ->
    [one] person is
   *[other] people are
} stopped, { $channel }: { $why }
people-head-keep = { STRONG($left) } { $left ->
    [one] person may
   *[other] people may
} be kept
people-head-hold = { STRONG($left) } { $left ->
    [one] person is
   *[other] people are
} held while proof is sought
people-head-stop = { STRONG($left) } { $left ->
    [one] person is
   *[other] people are
} stopped
people-head-delete = { STRONG($left) } { $left ->
    [one] person is
   *[other] people are
} to be deleted
people-head-actions = { STRONG($left) } { $left ->
    [one] person
   *[other] people
} to { $actions }
people-head-actions-on = { STRONG($left) } { $left ->
    [one] person
   *[other] people
} to { $actions }, by their { $channel }
people-head-grades = { STRONG($left) } { $left ->
    [one] person
   *[other] people
}, how well it is proven: { $grades }
people-head-systems = { STRONG($left) } { $left ->
    [one] person stands
   *[other] people stand
} in { $systems }
people-head-countries = { STRONG($left) } { $left ->
    [one] person lives
   *[other] people live
} in { $countries }
people-head-country-unknown = { STRONG($left) } { $left ->
    [one] person lives
   *[other] people live
} nobody knows where
people-head-channels = { STRONG($left) } { $left ->
    [one] person
   *[other] people
} who can be reached by { $channels }
people-head-text = { STRONG($left) } { $left ->
    [one] person
   *[other] people
} with “{ $text }” in a name, an address or a company
people-head-more = { $more ->
    [one] , and 1 more filter
   *[other] , and { $more } more filters
}
people-narrow = Narrow down
people-narrow-on = Narrow down, { $on } on
people-clear = Clear filter
people-findings = See all findings
people-unjoined-title = Nobody is joined yet
people-unjoined-says = The rows of your files are joined to people when they are audited.
people-unjoined-step = Go to Sources
people-nobody-title = Nobody fits this selection
people-nobody-says = Take a choice away on the left, or clear the filter.
people-counted = { $left } of { $people } people shown

# Narrowing down
people-facets = Narrow down
people-search = Name, address, company
people-search-here = Search people
people-facet-systems = Systems and lists
people-more-voices = { $more ->
    [one] One more: { $names }
   *[other] { $more } more: { $names }
}
people-more-known = { $known ->
    [0] in none of the others
    [one] in one of the others
   *[other] in { $known } of the others
}
people-facet-disagreement = States disagree
people-facet-grades = How well it is proven
people-facet-twice = Somebody with two channels may stand in two lines.
people-facet-actions = What becomes of them
people-facet-countries = Country
people-facet-rules = Rule
people-facet-channels = Channel
people-facet-also = Also
people-more = { $more } more
people-fewer = Fewer
people-action-keep = keep
people-action-re-consent = ask again first
people-action-review = look at first
people-action-fix-data = mend data first
people-action-hold = hold
people-action-suppress = stop
people-action-restrict = archive
people-action-delete = delete
people-kind-said-no-still-yes = said no, still a yes
people-kind-yes-and-unknown = yes, and unknown
people-kind-same-everywhere = all the same
people-country-unknown = not known
people-also-keep = may be kept
people-also-hold = held
people-also-stop = stopped
people-also-delete = to be deleted
people-also-stopped = stopped: { $why }
people-also-stopped-on = stopped, { $channel }: { $why }
people-stopped-said-no = said no
people-stopped-undeliverable = messages come back
people-stopped-unreliable = not to be relied on
people-also-conflict = no in { $no }, yes in { $yes }
people-also-consent = consent from { $from } to { $to }
people-also-consent-since = consent since { $from }
people-also-consent-until = consent until { $to }
people-also-undated = consent without a date
people-also-batch = shares its moment with many
people-also-declared = rests on a declaration
people-also-question = one open question
people-also-remove = Take away: { $choice }

# The list
people-list = People
people-list-part = The list
people-column-person = Person
people-column-name = Name
people-column-company = Company
people-column-country = Country
people-column-rules = Rules
people-column-grade = Proof
people-column-action = Action
people-by-hand = by hand
people-loading = one moment
people-nameless = no address

# One person
people-person = Person
people-close = Close the person
people-first-seen = first seen { $day }
people-rows-not-shown = { $more } more rows are theirs and not laid out here.
people-said-no-on = Said no in { $sources } on { STRONG($day) }.
people-said-no = Said no in { $sources }, on a day nobody wrote down.
people-said-complained-on = Reported a message as spam in { $sources } on { STRONG($day) }.
people-said-complained = Reported a message as spam in { $sources }.
people-said-suppressed = Stands on the list of those not to be written to in { $sources }.
people-said-erased-on = Had their data erased in { $sources } on { STRONG($day) }.
people-said-erased = Had their data erased in { $sources }.
people-said-no-shared = Somebody who is reached the same way said no.
people-said-still = { $sources } still { $count ->
    [one] says
   *[other] say
} yes.
people-said-wrote-again = { $sources } wrote again on { STRONG($day) }.
people-said-undeliverable = Messages come back, says { $sources }.
people-said-asked-on = Asked in { $sources } on { STRONG($day) }, and never confirmed.
people-said-asked = Asked in { $sources }, and never confirmed.
people-said-proven-on = Said yes in { $sources } on { STRONG($day) }, and it can be shown.
people-said-proven = Said yes in { $sources }, and it can be shown.
people-said-yes-on = Said yes in { $sources } on { STRONG($day) }, but what would show it is incomplete.
people-said-yes = { $sources } { $count ->
    [one] says
   *[other] say
} yes, but what would show it is incomplete.
people-said-yes-worthless = { $sources } { $count ->
    [one] says
   *[other] say
} yes, but nothing of it counts.
people-said-customer = A customer who could refuse and did not.
people-said-customer-unshown = A customer, but nothing shows that they could refuse.
people-said-business = A business address where businesses may be written to until they say no.
people-said-nothing = Nobody recorded a yes.

people-side = What the systems say
people-state = State
people-state-of = State, { $channel }
people-cell-empty = empty
people-not-in-export = not in export
people-doubt-placeholder = a placeholder
people-doubt-unreadable = no readable date
people-doubt-future = lies ahead
people-field-consent_at = Consent given
people-field-consent_until = Consent until
people-field-confirmed_at = Confirmed
people-field-consent_source = Source
people-field-consent_form = Form
people-field-consent_method = Method
people-field-consent_ip = IP address
people-field-wording_version = Wording
people-field-legal_basis = Legal basis
people-field-unsubscribed_at = Withdrew
people-field-unsubscribe_reason = Reason
people-field-complaint_at = Complained
people-field-bounced_at = Bounced
people-field-last_sent_at = Last sent
people-field-last_click_at = Last click
people-field-purchase_at = Last bought

people-channel-email = e-mail
people-channel-sms = text messages
people-channel-phone_live = calls
people-channel-phone_auto = automatic calls
people-channel-post = letters
people-channel-push = push messages
people-channel-messenger = messenger

people-lanes = Events of this person, { $from } to { $to }. The table behind it opens with T.
people-lanes-title = What happened, by day
people-lanes-table = Show as a table
people-lanes-drawing = Show as a drawing
people-refused-since = refused since { $day }
people-event-asked = asked to be written to
people-event-given = said yes
people-event-confirmed = confirmed
people-event-withdrew = said no
people-event-complained = reported spam
people-event-bounced = message came back
people-event-erased = data erased
people-event-sent = message sent
people-event-clicked = clicked
people-event-active = active
people-event-bought = bought
people-event-created = record made
people-event-imported = record imported
people-event-day = Day
people-event-where = Where
people-event-what = What

people-found = What was found
people-found-nothing = No rule found anything.
people-cited-more = and { $more } more cells
people-amended = mended by hand
people-row = row { $row }
people-file-says = the name of the file
people-row-says = the row as a whole

people-one = One person:
people-one-row = the only row with this address.
people-one-email = { $rows ->
    [one] same address in 2 rows
   *[other] same address in { $count } rows
}
people-one-phone = { $rows ->
    [one] same telephone in 2 rows
   *[other] same telephone in { $count } rows
}
people-one-customer_id = { $rows ->
    [one] same customer number in 2 rows
   *[other] same customer number in { $count } rows
}
people-one-external_id = { $rows ->
    [one] same number of the system in 2 rows
   *[other] same number of the system in { $count } rows
}
people-one-cells = See the cells
people-neighbours = Somebody else, reached the same way:
people-shares-email = same address
people-shares-phone = same telephone

people-cell-file = File
people-cell-sheet = Sheet
people-cell-row = Row
people-cell-column = Column
people-cell-content = Content

# Deciding
people-decision = Decision
people-decide-for = Channel
people-decide-keep = Keep
people-decide-hold = Hold
people-decide-stop = Stop
people-decide-delete = Delete
people-elsewhere = Decided, and no longer in this selection.
people-deciding-keep = Keep this person?
people-deciding-hold = Hold this person?
people-deciding-stop = Stop writing to this person?
people-deciding-delete = Delete this person?
people-deciding-says = The rules ask for “{ $asked }” on { $channel }. Your decision lies over it, with your name and your reason, and can be undone.
people-decide-by = Your name
people-decide-reason = Reason
people-decide-reason-hint = What you know that the files do not show, such as “signed form, scan 2026-114”.
people-decide-do = Decide
people-decide-cancel = Leave as it is
people-decided = { $to ->
    [keep] Kept
    [hold] Held
    [stop] Stopped
   *[delete] To be deleted
} by { $by }, { $day }: { $reason }
people-decided-foot = Decided: { $to ->
    [keep] keep
    [hold] hold
    [stop] stop
   *[delete] delete
}
people-undone-foot = The decision was taken back
people-undo = Undo
people-by-rules = As the rules ask.
people-history = Decided before
people-history-withdrawn = taken back { $day }
people-history-fallen = does not stand any more

people-key-person = person
people-key-open = open
people-key-stop = stop
people-key-delete = delete
people-key-keep = keep
people-key-hold = hold
people-key-move = Next or previous person
people-key-page = Next or previous page of people
people-key-ends = First or last person
people-key-open-long = Look at this person closely
people-key-search = Search in names, addresses and companies
people-key-escape = Close the person, then clear the filter
people-key-decide-keep = Decide to keep this person
people-key-decide-hold = Decide to hold this person
people-key-decide-stop = Decide to stop writing to this person
people-key-decide-delete = Decide to delete this person
people-key-table = Show the events as a table or as a drawing
people-key-undecidable = There is nobody to decide about
people-finder = People
people-find-all = { $shown } of { $all }, see all in People
