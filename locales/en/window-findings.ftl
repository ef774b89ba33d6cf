# The screen “Findings” with its tab “Proof”.
findings-name = Findings
findings-question = What is wrong?
findings-tabs = Findings or proof
findings-tab-findings = Findings
findings-tab-proof = Proof
findings-heading = You can vouch for { LINK($kept) } of { $people ->
    [one] { $people } person
   *[other] { $people } people
  }
findings-heading-loading = Counting…
findings-plan = Make the plan
findings-not-audited = Nothing has been judged yet
findings-not-audited-title = Read your lists first
findings-not-audited-says = What is wrong, and for whom you can vouch, stands here once your lists are read and judged.
findings-to-sources = Go to Sources
findings-judge = Judge the lists
findings-judging = Joining and judging

# Below the bar
findings-bar-keep = proof, soft opt-in or business rule
findings-bar-keep-parts = { $keep } as they are{ $reConsent ->
    [0] {""}
   *[other] , { $reConsent } once asked again
}{ $look ->
    [0] {""}
   *[other] , { $look } once looked at
}
findings-bar-hold = while proof is sought
findings-bar-stop = said no, bounced, or not to be relied on
findings-bar-delete = nothing to stand on
findings-declared = { $people ->
    [one] 1 of those who may be kept rests on a declaration
   *[other] { $people } of those who may be kept rest on a declaration
  }
findings-more-proof = { $questions ->
    [one] One answer would let you vouch for more.
   *[other] { $questions } answers would let you vouch for more.
  } { LINK("Open the questions") }

# When consent was given
findings-consents = When consent was given
findings-consents-note = people by quarter
findings-undated = { $people ->
    [one] 1 has no date
   *[other] { $people } have no date
  }
findings-earlier = { $people ->
    [one] 1 is earlier
   *[other] { $people } are earlier
  }
findings-no-dates = No export gives a date for any consent.
findings-consents-image = People by the quarter of their consent, { $from } to { $to }
findings-quarter = { $people ->
    [0] Nobody in quarter { $quarter } of { $year }
    [one] 1 person in quarter { $quarter } of { $year }
   *[other] { $people } people in quarter { $quarter } of { $year }
  }
findings-quarter-bulk = { $people ->
    [one] 1 person in quarter { $quarter } of { $year }, in a batch
   *[other] { $people } people in quarter { $quarter } of { $year }, { $bulk } of them in a batch
  }
findings-quarters = Quarters, with the arrow keys from one to the next
findings-show-table = Show the table
findings-show-chart = Show the chart
findings-table-year = Year
findings-table-quarter = Q{ $quarter }
findings-table-sum = All
findings-table-bulk = In batches
findings-spike-second = { $people } people, one second
findings-spike-day = { $people } people, one day
findings-spike-source = { $moment }, source “{ $source }”
findings-spike-plain = { $moment }
findings-spike-eve = the day before the GDPR applied
findings-spike-bought = a bought list
findings-spikes = Moments that many share
findings-spike-opens = Open { $people } people who share the moment { $moment }

# Who disagrees
findings-matrix = Said no here, still a yes there
findings-year-opens = { $people ->
    [one] 1 person gave consent in { $year }
   *[other] { $people } people gave consent in { $year }
  }
findings-year-bulk-opens = { $people ->
    [one] 1 of them in a batch of { $year }
   *[other] { $people } of them in batches of { $year }
  }
findings-matrix-people = { $people ->
    [one] 1 person
   *[other] { $people } people
  }
findings-matrix-no-in = No in
findings-matrix-none = 0
findings-matrix-opens = { $people ->
    [one] 1 person said no in { $no } and is still a yes in { $yes }
   *[other] { $people } people said no in { $no } and are still a yes in { $yes }
  }
findings-matrix-opens-self = { $people ->
    [one] 1 person said no in one row of { $no } and is still a yes in another
   *[other] { $people } people said no in one row of { $no } and are still a yes in another
  }
findings-matrix-mute = “–”: { $systems } need not export refusals. { LINK("What to add") }
findings-matrix-key-self = Shaded: { $people ->
    [one] 1 contradicts themselves
   *[other] { $people } contradict themselves
  } in one list{ $only ->
    [0] {""}
   *[other] ; { $between } of { $all } across two
  }.
findings-matrix-left-out = { $count ->
    [one] 1 more system or list contradicts none of these.
   *[other] { $count } more systems and lists contradict none of these.
}
findings-matrix-agree = No two systems or lists disagree about anybody.
findings-matrix-one = Only one system or list was read, so no two can disagree. { LINK("Add another") }

# Rules
findings-rules = Rules that fired
findings-rules-note = { $fired } of { $all }, worst first
findings-rules-none = No rule fired. Nothing was found that speaks against these lists.
findings-rule-severity = Severity
findings-rule-title = What it finds
findings-rule-people = People
findings-rule-columns = { $findings ->
    [one] 1 column
   *[other] { $findings } columns
  }
findings-rule-opens = { $people ->
    [one] Open 1 person whom { $rule } is about
   *[other] Open { $people } people whom { $rule } is about
  }
findings-confidence-low = confidence low
findings-confidence-medium = confidence medium
findings-confidence-high = confidence high
findings-panel-law = Law
findings-panel-cells = Cells
findings-panel-remedy = Remedy
findings-panel-unverified = not yet verified
findings-panel-in = in { $column }, row { $row } of { $file }
findings-panel-in-sheet = in { $column }, row { $row } of { $file }, { $sheet }
findings-panel-row = row { $row } of { $file }
findings-panel-row-sheet = row { $row } of { $file }, { $sheet }
findings-panel-empty-cell = empty
findings-panel-more = { $cells ->
    [one] and 1 more cell
   *[other] and { $cells } more cells
  }
findings-panel-open = { $people ->
    [one] Open 1 person
   *[other] Open { $people } people
  }
findings-panel-example = Example
findings-panel-person = Open the person this is about
findings-example-title = { $rule }, by example
findings-example-finds = The rule finds
findings-example-nothing = The rule finds nothing here.
findings-example-head = Example
findings-example-head-more = Example: { $title }
findings-example-counter = Counter-example
findings-example-counter-more = Counter-example: { $title }
findings-example-invented = All of these people are invented.
findings-keys-rule-up = Rule above
findings-keys-rule-down = Rule below
findings-keys-rule-foot = rule
findings-keys-people = Open the people of the rule
findings-keys-people-foot = its people
findings-keys-table = Show the table behind the chart, or the chart
findings-keys-table-foot = table behind a chart
findings-keys-proof = Go to Proof
findings-keys-findings = Go to Findings

# Proof
proof-name = Proof
proof-question = What would let you vouch for more?
proof-heading = { $questions ->
    [one] Answer one question, and up to { STRONG($people) }
   *[other] Answer { $questions } questions, and up to { STRONG($people) }
  } { $people ->
    [one] person becomes provable
   *[other] people become provable
  }
proof-heading-none = No answer would make anybody else provable
proof-heading-loading = Counting…
proof-not-audited-says = What an answer would change stands here once your lists are read and judged.
proof-list = Questions
proof-list-note = { $questions ->
    [one] 1, most people first
   *[other] { $questions }, most people first
  }
proof-list-note-kept = Provable does not mean kept yet: a consent that is too old, or another rule, may still stop somebody. “See what changes” counts it before you save.
proof-list-note-twice = { $people ->
    [one] 1 person rests on two of the first { $questions } and counts once in the heading.
   *[other] { $people } people rest on two of the first { $questions } and count once in the heading.
  }
proof-list-note-never = “{ $lifted } of { $people }”: the others may be kept already, or no answer lets you write to them, as with a bought list or a child.
proof-list-lifted = { $lifted } of
proof-list-batch = Form or source
proof-list-missing = What is missing
proof-list-people = People
proof-list-grade = Proof, now → then
proof-list-opens = { $people ->
    [one] Open 1 person who rests on { $batch }
   *[other] Open { $people } people who rest on { $batch }
  }
proof-list-best = one of the few that lift most
proof-list-empty = Nothing is left to ask
proof-list-empty-says = Nobody’s consent lacks only what a named person could declare. Whom you cannot vouch for now, no answer makes provable.
proof-ask-wording-and-act = text and act
proof-ask-wording = text
proof-ask-act = act
proof-ask-everything = place, text and act
proof-ask-text = what the text says
proof-span = consents of { $from } to { $to }
proof-span-day = consents of { $from }
proof-asks-wording-and-act = Which text did people see who came through this batch, and what did they do to agree?
proof-asks-wording = Which text did people see who came through this batch?
proof-asks-act = What did people do to agree who came through this batch?
proof-asks-everything = Where did these people agree, to which text, and what did they do?
proof-asks-text = What does this text say, for which channels and purposes, and since when was it shown?
proof-form = Your answer
proof-form-text = The text, word for word
proof-form-text-hint = As people saw it beside the box or button. A text that does not name you proves nothing for you.
proof-form-language-start = sv
proof-form-language = Language
proof-form-day-start = YYYY-MM-DD
proof-form-since = Shown since
proof-form-since-act = True since
proof-form-until = Until
proof-form-until-hint = Leave empty if it still is
proof-form-form = Form or place
proof-form-form-hint = Where people agreed: a page, a till, a stand
proof-form-method = What people did
proof-form-method-hint = Where the export names an act itself, that one counts
proof-form-method-none = Not known
proof-method-tick = Ticked a box
proof-method-button = Pressed a button
proof-method-signature = Signed
proof-method-spoken = Said so
proof-method-doi_click = Clicked the link of a confirmation
proof-method-reply = Answered a message
proof-form-channels = It asks for
proof-channel-email = e-mail
proof-channel-sms = text messages
proof-channel-phone_live = calls
proof-channel-phone_auto = calls by a machine
proof-channel-post = letters
proof-channel-push = push messages
proof-channel-messenger = messengers
proof-form-purposes = Purposes it names
proof-form-purposes-hint = Parted by commas, as your exports name them
proof-form-purposes-start = newsletter
proof-form-controller = It must name { $controller }: a text that asks for somebody else proves nothing for you.
proof-form-controller-none = No controller is set in this case, so nobody checks whose name the text bears. { LINK("Set it") }
proof-form-by = Who says so
proof-form-by-hint = Name and role. Your answer is kept under this name, with how many people rest on it
proof-form-on = Said on
proof-form-proof = Proof
proof-form-attach = Attach a file…
proof-form-attach-hint = A picture of the form, a scan, a letter. It stays where it is; its name and hash are kept
proof-form-detach = Remove
proof-lacks-text = The text is missing
proof-lacks-since = Say since when
proof-lacks-channels = Choose what it asks for
proof-lacks-method = Say what people did
proof-lacks-form = Say where
proof-lacks-by = Say who says so
proof-lacks-day = This is no day: write 2026-11-01
proof-lacks-order = The end lies before the beginning
proof-missing-count = { $count ->
    [one] 1 answer missing
   *[other] { $count } answers missing
  }
proof-missing = Still missing: { $what }
proof-missing-text = the text
proof-missing-since = since when
proof-missing-until = until when
proof-missing-channels = what it asks for
proof-missing-method = what people did
proof-missing-form = the form or place
proof-missing-by = who says so
proof-missing-on = the day it was said
proof-try = See what changes
proof-trying = Trying the answer
proof-save = Save the answer
proof-saving = Judging everybody anew
proof-saved = The answer about { $batch } is kept.
proof-preview = What it would change
proof-preview-now = Now
proof-preview-then = Then
proof-preview-more = { $people ->
    [0] Nobody more may be kept.
    [one] { STRONG($people) } more person may be kept.
   *[other] { STRONG($people) } more people may be kept.
  }
proof-preview-less = { $people ->
    [one] { STRONG($people) } person fewer may be kept.
   *[other] { STRONG($people) } people fewer may be kept.
  }
proof-preview-provable = { $people ->
    [one] Of { $lifted } who become provable, 1 is held or stopped all the same: too old, or another rule speaks against it.
   *[other] Of { $lifted } who become provable, { $people } are held or stopped all the same: too old, or another rule speaks against it.
  }
proof-preview-image = { $when }: { $keep } may be kept, { $hold } held, { $stop } stopped, { $delete } deleted
proof-answers = Answers given
proof-answers-note = { $people ->
    [0] nobody rests on them
    [one] 1 person rests on them
   *[other] { $people } people rest on them
  }
proof-answers-none = Nobody has declared anything yet. What an answer supplies is always told from what a cell shows.
proof-answer-by = { $by }, { $on }
proof-answer-unsigned = not signed
proof-answer-rests = { $people ->
    [0] nobody rests on it
    [one] 1 person rests on it
   *[other] { $people } people rest on it
  }
proof-answer-export = named by the export itself
proof-answer-from = from { $from }
proof-answer-until = until { $until }
proof-answer-between = { $from } to { $until }
proof-answer-proof = proof: { $proof }
proof-withdraw = Withdraw
proof-withdraw-of = Withdraw { $id }
proof-withdraw-title = Withdraw this answer?
proof-withdraw-says = { $people ->
    [0] Nobody rests on it. The text goes with it.
    [one] 1 person rests on it and falls back to what the cells show. The text goes with it.
   *[other] { $people } people rest on it and fall back to what the cells show. The text goes with it.
  }
proof-withdraw-keep = Keep it
proof-withdrawing = Judging everybody anew
proof-undoing = Judging everybody as before
proof-undone = Taken back. Everybody is judged as before.
proof-withdrawn = The answer { $id } is withdrawn.
proof-import = Import a file…
proof-importing = Reading declarations and judging everybody anew
proof-imported = What { $file } declares is part of the case.
proof-export = Export…
proof-exported = Written to { $file }.
proof-keys-up = Question above
proof-keys-down = Question below
proof-keys-foot = question
proof-keys-save = Save the answer
proof-keys-save-foot = save
proof-keys-try = See what the answer changes
proof-keys-try-foot = see what changes
proof-keys-attach = Attach a file that proves the answer
proof-keys-import = Import answers from a file
proof-keys-export = Export the answers given to a file
proof-keys-withdraw = Withdraw an answer given
