//! The list of known systems, as `docs/systems.md` has it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use bonafide::import::known_exports;
use bonafide::texts::text;
use bonafide::vocabulary::System;

/// The whole file.
pub fn of_all() -> String {
    let names = names();
    let (mut seen, mut remembered) = (0, 0);
    for system in System::ALL.into_iter().filter(|system| *system != System::List) {
        match known_exports().any(|export| export.system == system && export.by_columns) {
            true => seen += 1,
            false => remembered += 1,
        }
    }
    let mut list = format!(
        "# Systems\n\n\
         Whose exports are known, what tells them, and what each export lacks. This file is written from\n\
         `src/import/systems/` by `UPDATE=1 cargo test --workspace --test formats`; `fixtures/systems/` holds an invented\n\
         export of each, with what every column and row of it means.\n\n\
         {seen} systems are known by their *columns*, from the vendor's source or documents, or from importers of real files.\n\
         {remembered} are known from memory only: their columns are read as described, but the system is named only where the\n\
         *name* of the file names it too. Everything else is a list, read by its headers and cells in twelve languages.\n\n\
         | system | export | known by | what it lacks |\n|---|---|---|---|\n"
    );
    for export in known_exports() {
        let by = if export.by_columns { "columns" } else { "name" };
        let lacks = export.lacks.iter().map(|key| text(key, &[])).collect::<Vec<_>>().join(" ");
        writeln!(list, "| {} | {} | {by} | {lacks} |", names[export.system.word()], export.export).unwrap();
    }
    list
}

/// The names of systems by their words, as the window says them.
fn names() -> BTreeMap<String, String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en/window-systems.ftl");
    let text = std::fs::read_to_string(file).unwrap();
    let named = text.lines().filter_map(|line| line.strip_prefix("system-")?.split_once(" = "));
    named.map(|(word, name)| (word.to_owned(), name.to_owned())).collect()
}
