# The screen “Plan”.
plan-name = Plan
plan-question = What will we do?
plan-loading = One moment
plan-not-audited = No plan yet
plan-empty-title = The plan follows from the audit
plan-empty-says = When your lists are audited, this page says for each channel whom to keep, hold, stop and delete, and writes the lists.
plan-empty-audit = Audit now
plan-empty-sources = Go to Sources
plan-auditing = Auditing
plan-heading = Keep { LINK($keep) }{ $reConsent ->
    [0] {""}
   *[other] , ask { LINK($reConsent) } again first
}{ $review ->
    [0] {""}
   *[other] , look at { LINK($review) }
}{ $fixData ->
    [0] {""}
   *[other] , mend the data of { LINK($fixData) }
}; hold { LINK($hold) }, stop { LINK($stop) }, delete { LINK($delete) }

# Actions by channel
plan-actions = What becomes of everybody
plan-once = People
plan-by-channel = the same, channel by channel
plan-channels-differ = In the first column everybody counts once, by the best that may be done with them on any channel. Whoever may be written to on one channel and not on another, or has no address for it, stands in another line there.
plan-action = Action
plan-bucket-keep = Keep
plan-bucket-hold = Hold
plan-bucket-stop = Stop
plan-bucket-delete = Delete
plan-says-keep = may be written to, some only after a step
plan-says-hold = no message while proof is sought, until { $day }
plan-says-stop = no more messages
plan-says-delete = nothing to stand on: erase, but remember every no
plan-part-keep = go on writing
plan-part-re-consent = ask once first whether they want to stay
plan-part-review = somebody has to look first
plan-part-fix-data = something in their data has to be mended first
plan-part-hold = hold
plan-part-said-no = said no: never again, and remembered
plan-part-undeliverable = messages come back
plan-part-unreliable = not to be relied on until better proof comes
plan-part-restrict = archive under a law’s protection
plan-part-delete = delete
plan-opens-all = { $people ->
    [one] The 1 person of the plan
   *[other] All { $people } people of the plan
}
plan-opens-channel = { $people ->
    [one] 1 person can be reached: { $channel }
   *[other] { $people } people can be reached: { $channel }
}
plan-opens-now = { $people ->
    [one] 1 person as the plan is now: { $action }
   *[other] { $people } people as the plan is now: { $action }
}
plan-everybody = Everybody with an address or number there
plan-opens = { $people ->
    [one] 1 person
   *[other] { $people } people
}, { $action }, { $channel }
plan-channel-email = E-mail
plan-channel-sms = SMS
plan-channel-phone_live = Phone
plan-channel-phone_auto = Machine
plan-channel-post = Post
plan-channel-push = Push
plan-channel-messenger = Messenger

# Overrides
plan-overrides = Overrides
plan-override = Override an action
plan-said-override = Open the person, then choose keep, hold, stop or delete, with your name and reason.
plan-back = Back to Plan
plan-over-who = Who
plan-over-from = From
plan-over-to = To
plan-over-reason = Reason
plan-over-by = Decided by
plan-over-decided = { $by },
plan-over-undo = Take this decision back
plan-over-refused = Does not hold: { $why }
plan-over-none = Nobody has decided otherwise. Open a person to do so, with a name and a reason.
plan-over-more = { $more ->
    [one] 1 earlier decision is not shown
   *[other] { $more } earlier decisions are not shown
}

# Sign-off
plan-sign = Sign-off
plan-sign-prepared = Prepared by
plan-sign-second = Second person
plan-sign-role = , { $role }
plan-sign-open = not signed yet
plan-sign-first = who made this plan
plan-sign-lapsed = the plan has changed since it was signed
plan-sign-after = signs after the first
plan-sign-other = must not be { $name }
plan-sign-back = Take back
plan-sign-as-prepared = Sign as preparer
plan-sign-as-second = Sign as second person
plan-sign-says = You sign what becomes of everybody on this page. When that changes, your signature no longer holds.
plan-sign-name = Your name
plan-sign-what = What you are
plan-sign-what-hint = For example: marketing. May stay empty.
plan-sign-do = Sign

# Policy
plan-policy = Policy
plan-version = version { $version }, { $day }
plan-version-none = as usual
plan-policy-country = Country pack
plan-country-home = { $country }, then the person’s own
plan-country-none = each person’s own
plan-country-title = The country is changed in Settings
plan-policy-review = Proof kept fresh
plan-policy-stop = Stop writing
plan-policy-pending = Unconfirmed
plan-policy-hold = Hold for
plan-number-review = review at { STRONG($n) } months
plan-number-stop = { STRONG($n) } months of silence
plan-number-pending = wait { STRONG($n) } days
plan-number-hold = { STRONG($n) } days
plan-number-country = each country’s own
plan-number-usual = { $says } (usual)
plan-number-usual-word = usual
plan-precedence = Precedence
plan-before = before

# A change that is tried
plan-trying = Trying the change
plan-applying = Applying the policy
plan-exporting = Writing lists
plan-change = What this change would do
plan-change-open = not applied
plan-now = Now
plan-then = Then
plan-then-bar = With this change
plan-by = Change
plan-bar-now = Now: { $keep } kept, { $hold } held, { $stop } stopped, { $delete } deleted
plan-bar-then = With this change: { $keep } kept, { $hold } held, { $stop } stopped, { $delete } deleted
plan-note-cautious = No law sets { $months } months. It is your own rule, and cautious.
plan-note-usual = No law sets { $months } months. They are usual.
plan-note-looser = No law sets { $months } months. It is your own rule, and looser than usual.
plan-note-elsewhere-cautious = Elsewhere no law sets { $months } months. It is your own rule, and cautious.
plan-note-elsewhere-usual = Elsewhere no law sets { $months } months. They are usual.
plan-note-elsewhere-looser = Elsewhere no law sets { $months } months. It is your own rule, and looser than usual.
plan-note-fixed-statute = In { $country } the law says { $months } months, which hold there.
plan-note-fixed-authority = In { $country } the authority says { $months } months, which hold there.
plan-note-fixed-court = In { $country } a court has said { $months } months, which hold there.
plan-note-fixed-caution = Where nobody knows the country, { $months } months hold.
plan-apply = Apply to the plan
plan-discard = Discard
plan-said-tried = A change of the policy, shown but not applied.
plan-said-applied = The policy was changed and everybody judged anew.
plan-said-signed = { $name } has signed.
plan-said-undone = The decision was taken back.

# Export
plan-export = Export lists
plan-export-what = What to export
plan-export-list = The people of one action
plan-export-list-says = One CSV file that spreadsheets and sending systems open.
plan-export-everything = Every list
plan-export-everything-says = A folder: people, findings with their cells, a list for each action, fix files, sources.
plan-export-fixes = Fix files for each system
plan-export-fixes-says = Who must be set to unsubscribed, in the layout each system imports.
plan-export-which = Which people
plan-list-size = { $list }: { $people ->
    [0] nobody
    [one] 1 person
   *[other] { $people } people
}
plan-list-keep-only = Of { $kept } who may be kept, { $elsewhere ->
    [one] 1 stands
   *[other] { $elsewhere } stand
} on the lists of those to be asked or looked at first.
plan-list-twice = Whoever is treated differently on two channels stands on two lists.
plan-list-keep = Keep as they are
plan-list-re-consent = Ask again first
plan-list-hold = Hold
plan-list-suppress = Stop
plan-list-delete = Delete
plan-list-review = Look at first
plan-list-fix-data = Mend data first
plan-list-restrict = Archive
plan-export-masked = Mask addresses and numbers
plan-export-masked-list = To show the work without naming anybody.
plan-export-masked-everything = To show the work without naming anybody. There are no fix files then.
plan-export-masked-fixes = A system finds nobody by a masked address.
plan-export-file = Choose a file
plan-export-folder = Choose a folder
plan-export-more = Export another
plan-export-done = Done
plan-written = { $files ->
    [0] Nothing to write
    [one] 1 file written
   *[other] { $files } files written
}
plan-written-to = Written to
plan-written-file = File
plan-written-people = People
plan-written-lines = Lines
plan-written-nothing = No system still says yes to anybody who said no.
plan-written-guarded = { $cells ->
    [one] 1 cell begins
   *[other] { $cells } cells begin
} like a formula and got an apostrophe in front, so that no spreadsheet runs it.

# Keys
plan-keys-override = Find a person whose action to override
plan-keys-override-foot = override
plan-keys-policy = Go to the policy
plan-keys-apply = Apply the change of the policy
plan-keys-discard = Discard the change of the policy
plan-keys-sign = Sign the plan
plan-keys-sign-foot = sign
plan-keys-export = Export lists
plan-keys-export-foot = export
