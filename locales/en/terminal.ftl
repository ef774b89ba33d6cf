# What the terminal says beside the audit itself.
terminal-left-out = Left out of { $folder }, because { $count ->
    [one] it is no list
   *[other] they are no lists
}: { $names }
terminal-left-out-nowhere = Left out of { $folder }, because { $count ->
    [one] it is a link that leads nowhere, a pipe or a device. If it stands for a list of people who said no, that no is missing here
   *[other] they are links that lead nowhere, pipes or devices. If one stands for a list of people who said no, that no is missing here
}: { $names }
terminal-left-out-folders = Left out of { $folder }, because folders within a folder are not entered: { $names }. Name them to have them read.
terminal-and-more = and { $more } more
terminal-unknown-words = “{ $column }” holds words that nobody knows, and no yes: { $told }{ $more ->
    [0] {""}
   *[other] { " " }and { $more } others
}. What they stand for is written into a mapping file, which --save-mapping makes.
terminal-unread = Remarks in “{ $column }” speak of what is sent or may be a no, and { $unread ->
    [one] 1 other has to be read
   *[other] { $unread } others have to be read
}: whoever has one is held. "*" in a mapping file stands for { $unread ->
    [one] it
   *[other] all of them
}.
terminal-history-empty = Nothing was ever imported into this case.
terminal-history-imported = imported { $when }
terminal-history-forgotten = forgotten on { $day }
terminal-history-bytes = { $bytes } bytes
terminal-history-rows = { $rows } rows, { $accepted } accepted, { $rejected } rejected, { $repaired } repaired, { $amended } mended by hand
terminal-history-mapping = set by hand: { $columns }
terminal-history-words = { $words ->
    [one] 1 word
   *[other] { $words } words
}
terminal-history-superseded = set aside for { $newer }, by { $why ->
    [file_date] the days in their names
    [cell_date] the latest day in their cells
    [copy_number] the numbers of copies in their names
    [import_order] the order of imports
   *[by_hand] what was said by hand
}
terminal-superseded = { $name }: an older export of what { $newer } holds, by { $why ->
    [file_date] the days in their names
    [cell_date] the latest day in their cells
    [copy_number] the numbers of copies in their names
    [import_order] the order of imports
   *[by_hand] what was said by hand
}. Only its refusals count.
terminal-already-there = { $name }: the same file is in the case already, as { $there }. Nothing was changed.
terminal-already-there-mapped = { $name }: the same file is in the case already, as { $there }. It was not imported again; its columns now mean what you said.
terminal-importing = reading { $name }
terminal-matching = joining rows into people
terminal-regrouping = gathering each person’s rows
terminal-judging = judging people
terminal-rereading = reading rows again
terminal-exporting = writing lists
terminal-passphrase = Passphrase of { $case }:
terminal-passphrase-new = New passphrase for { $case }:
terminal-passphrase-again = Once more:
terminal-recovery-key = Recovery key. It opens the case if the passphrase is lost, and is shown only now. Write it down, and type it where the passphrase is asked for:
terminal-more-tables = { $name } holds { $count } tables; this is the first. Name another with --sheet: { $sheets }
terminal-rejected-row = row { $row }: { $reason }
terminal-recognised = { $file }: { $system }, { $confidence }
terminal-how-sure-high = sure
terminal-how-sure-medium = likely
terminal-how-sure-low = unsure
terminal-own-name = its own name
terminal-delimiter = cells parted by “{ $delimiter }”
terminal-delimiter-tab = cells parted by tabs
terminal-no-header = no header row
terminal-header-row = header in row { $row }
terminal-repaired = { $what }: { $count ->
    [one] row { $rows }
   *[other] { $shown } rows ({ $rows })
}
terminal-repaired-sample = Mended in the first rows:
terminal-law = Law
terminal-not-verified = not yet verified
terminal-finds = finds: { $finding }
terminal-finds-nothing = finds nothing
terminal-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
error-no-files = There is no list in { $folder }. Give a CSV or Excel file, a zip of an export, or a folder that holds some.
error-no-such-file = { $path } is not there. Check the path; a name with spaces wants quotes.
error-no-such-folder = { $path } cannot be made, because its folder { $folder } is not there. Make the folder first, or choose another.
error-is-a-folder = { $path } is a folder, and one file was asked for. Name a file in it.
error-no-passphrase = The case needs a passphrase, and there is no terminal to ask at. Give it with --passphrase-file FILE or in BONAFIDE_PASSPHRASE.
error-passphrases-differ = The two passphrases differ. Nothing was created; try again.
error-no-such-rule = There is no rule “{ $rule }”. “{ $program } rules” lists them all.
error-no-such-rule-close = There is no rule “{ $rule }”. Is it { $close }? “{ $program } rules” lists them all.
error-no-such-command = There is no command “{ $command }”. “bonafide --help” lists them all.
error-no-such-sheet = { $name } has no table “{ $sheet }”. It has: { $sheets }
error-no-sheets = { $name } is one table without sheets. Leave --sheet out.
error-bad-day = “{ $day }” is no day. Write it as 2026-11-01.
error-bad-country = “{ $country }” is no country code. Write two letters, as in IT or SE.
error-unreadable = { $path } could not be read ({ $reason }). Check that you may read it.
error-not-text = { $path } is not a text file in UTF-8. Save it as one, and try again.
error-declarations = { $path }: { $problem }
error-unwritable = { $path } could not be written ({ $reason }). Choose a folder you may write to, with enough space.
error-output = The results could not be written to standard output ({ $reason }). Free some space, or send them elsewhere.
error-disk-full-throwaway = The disk is full that holds the throw-away case ({ $folder }). Free some space, or set TMPDIR to a folder with more; nothing was changed.
error-disk-full-case = The disk is full that holds { $case }. The last step was undone; free some space and try again.
error-mapping = { $path }: { $problem }
error-mapping-of-several = A mapping is for one table, and these files hold { $tables }. Name one file with one table.
error-mapping-there = { $path } is there already. Choose another name for the mapping, or move that file away first.
error-map-without-column = --map { $written } names no column of these files. “{ $program } recognise FILE” shows the headers.
error-defect = This is a defect of { $program } ({ $place }), and nothing you did wrong. Your files are as they were; please report the place.
error-filter-not-built = The filter against internet sockets could not be built for this processor, so Bonafide did not start. Report which processor it is.
error-filter-refused = The kernel did not accept the filter against internet sockets, so Bonafide did not start. It needs a Linux kernel with seccomp; inside a container, allow the seccomp system call.
