# Sentences of the window that its Rust side says. What the pages say is in window-*.ftl.

dialog-exports = Exports (CSV, Excel, OpenDocument, ZIP)
dialog-list = Lists (CSV)
dialog-case = Bonafide cases
dialog-declarations = Declarations (TOML)
dialog-mapping = Mappings (TOML)
dialog-mapping-name = { $name } mapping.toml
dialog-proof = Pictures, scans, pages and letters
dialog-rejected-name = { $name } rejected rows.csv
case-sample = Norrsken Kaffe, a sample
case-unnamed = Untitled case
already-open = Bonafide is open already. Go to its window; a file can be dropped on it.

trouble-no-case = No case is open. Open one, or begin with your lists.
trouble-quick-look-not-lockable = A quick look has no passphrase, so it cannot be locked. Close it, or begin a case that is kept.
trouble-no-sample = The sample case is not where it was installed. Install Bonafide again.
trouble-recovery-key-mistyped = This is not a recovery key. Compare it with the sheet, letter by letter; spaces and dashes do not matter.
trouble-defect = A defect of the program stopped this step. The case is as it was before; try again, and report it if it comes back.
trouble-declarations-unreadable = This file cannot be read as text. Choose a declarations file, as Bonafide exports one.
trouble-declarations-unwritable = The declarations could not be written. Choose a folder you may write to, with enough space.
