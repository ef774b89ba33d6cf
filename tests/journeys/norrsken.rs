//! The sample case against what its README says of every person.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bonafide::audit::{rules, table_findings};
use bonafide::report::column_name;
use bonafide::vocabulary::{Column, Place};

use crate::support::{Audited, Line, Lists, Setting};

/// The files that are audited.
pub const FILES: [&str; 5] = [
    "hubspot-crm-exports-all-contacts-2026-10-30.csv",
    "mailchimp-audience-export.zip",
    "mautic-contacts.csv",
    "nordiska-smaker-2025.xlsx",
    "shopify-customers_export.csv",
];

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases/norrsken")
}

pub fn paths() -> Vec<PathBuf> {
    FILES.iter().map(|name| folder().join(name)).collect()
}

pub fn declarations() -> String {
    std::fs::read_to_string(folder().join("declarations.toml")).unwrap()
}

pub fn setting(declarations: impl Into<String>) -> Setting {
    Setting { controller: Some("Norrsken Kaffe AB"), ..Setting::declaring(declarations) }
}

/// The lists without declarations and with them.
pub static BY_CELLS: LazyLock<Lists> = LazyLock::new(|| Audited::of(&paths(), &setting("")).lists());
pub static DECLARED: LazyLock<Lists> = LazyLock::new(|| Audited::of(&paths(), &setting(declarations())).lists());

#[test]
fn the_sample_case_is_judged_by_its_cells_as_its_readme_says() {
    compare("by-cells.csv", &BY_CELLS);
}

#[test]
fn the_sample_case_is_judged_with_its_declarations_as_its_readme_says() {
    compare("declared.csv", &DECLARED);
}

/// Compares every line of an expected file with the lists, and shows all that differ at once.
fn compare(expected: &str, lists: &Lists) {
    let mut reader = csv::Reader::from_path(folder().join("expected").join(expected)).unwrap();
    let lines: Vec<Line> = reader.deserialize().map(|line| line.unwrap()).collect();
    assert!(lines.len() > 30, "{expected} is all there");
    let people = lists.table("people.csv");
    let mut wrong = Vec::new();
    for line in &lines {
        if line["email"] == "*" {
            let fired: BTreeSet<String> =
                lists.table("findings.csv").iter().map(|found| number(&found["rule"])).collect();
            wrong.extend(
                rules_of(&line["must_fire"])
                    .filter(|rule| !fired.contains(*rule))
                    .map(|rule| format!("{rule} fires nowhere")),
            );
            continue;
        }
        let who = format!("{} {}", line["email"], line["channel"]);
        let cells: Vec<&Line> =
            people.iter().filter(|cell| cell["email"] == line["email"] && cell["channel"] == line["channel"]).collect();
        if cells.is_empty() {
            wrong.push(format!("{who}: nobody"));
        }
        for column in ["grade", "class", "action"] {
            let allowed: Vec<&str> = line[column].split('|').filter(|word| !word.is_empty()).collect();
            let differing =
                cells.iter().filter(|cell| !allowed.is_empty() && !allowed.contains(&cell[column].as_str()));
            wrong.extend(differing.map(|cell| format!("{who}: {column} {}, expected {}", cell[column], line[column])));
        }
        let fired: BTreeSet<String> =
            cells.iter().flat_map(|cell| cell["rules"].split(';')).filter(|id| !id.is_empty()).map(number).collect();
        let silent = rules_of(&line["must_fire"]).filter(|rule| !fired.contains(*rule));
        wrong.extend(silent.map(|rule| format!("{who}: {rule} is silent")));
        let loud = rules_of(&line["must_not_fire"]).filter(|rule| fired.contains(*rule));
        wrong.extend(loud.map(|rule| format!("{who}: {rule} fires")));
    }
    assert!(wrong.is_empty(), "{expected}:\n{}", wrong.join("\n"));
}

fn rules_of(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').filter(|rule| !rule.is_empty())
}

/// The rule book's number of a rule.
fn number(id: &str) -> String {
    rules::ALL.iter().find(|rule| rule.id == id).unwrap_or_else(|| panic!("there is no rule {id}")).number.to_owned()
}

#[test]
fn the_files_the_readme_names_are_the_files_there_are() {
    let lists = ["csv", "zip", "xlsx"];
    let mut found: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| lists.iter().any(|ending| name.ends_with(ending)))
        .collect();
    found.sort();
    assert_eq!(found, FILES);
}

#[test]
fn a_declaration_makes_people_provable_and_frees_nobody_who_said_no() {
    let cells = |lists: &Lists| -> BTreeMap<(String, String, String), Line> {
        let key = |line: &Line| (line["person"].clone(), line["channel"].clone(), line["purpose"].clone());
        lists.table("people.csv").into_iter().map(|line| (key(&line), line)).collect()
    };
    let (before, after) = (cells(&BY_CELLS), cells(&DECLARED));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    let mut lifted = 0;
    for (key, line) in &before {
        let then = &after[key];
        if matches!(line["grade"].as_str(), "NEG" | "DEAD") {
            assert_eq!((&line["grade"], &line["class"]), (&then["grade"], &then["class"]), "{key:?}");
            assert!(!permits(&then["action"]), "{key:?}");
        }
        lifted += u32::from(!permits(&line["action"]) && permits(&then["action"]));
    }
    assert!(lifted > 100, "{lifted} people were lifted");
}

fn permits(action: &str) -> bool {
    matches!(action, "keep" | "re-consent" | "review" | "fix data")
}

/// The number of people the README of the project says one can vouch for is the one the lists hold.
#[test]
fn the_readme_tells_how_many_people_one_can_vouch_for() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let shown: Vec<(&str, &str)> = readme
        .split("<!-- output: ")
        .skip(1)
        .filter_map(|block| block.split_once("-->"))
        .filter(|(command, _)| command.contains("fixtures/cases/norrsken"))
        .filter_map(|(command, rest)| Some((command, rest.split_once("<!-- end of output -->")?.0)))
        .collect();
    assert_eq!(shown.len(), 2, "the README shows the audit without and with declarations");
    for (command, output) in shown {
        let declared = if command.contains("--declare") { declarations() } else { String::new() };
        let controller = command.contains("--controller").then_some("Norrsken Kaffe AB");
        let lists = match (controller, declared.is_empty()) {
            (Some(_), true) => &BY_CELLS,
            (Some(_), false) => &DECLARED,
            (None, _) => &Audited::of(&paths(), &Setting::declaring(declared)).lists(),
        };
        let people = lists.table("people.csv");
        let names = |lines: &mut dyn Iterator<Item = &Line>| {
            lines.map(|line| line["person"].clone()).collect::<BTreeSet<_>>().len()
        };
        let all = names(&mut people.iter());
        let kept = names(&mut people.iter().filter(|line| permits(&line["action"])));
        // The blocks are written by the test of the terminal; an empty one shows nothing yet.
        if let Some(sentence) = output.lines().find(|line| line.starts_with("You can vouch for")) {
            let digits = |word: &str| word.replace(',', "").parse::<usize>().ok();
            let numbers: Vec<usize> = sentence.split(' ').filter_map(digits).collect();
            assert_eq!(numbers, [kept, all], "{command}");
        }
        assert_eq!(kept > 0, command.contains("--declare"), "{command}: {kept} of {all}");
    }
}

#[test]
fn every_finding_leads_to_a_cell_that_can_be_quoted() {
    let audited = Audited::of(&paths(), &setting(declarations()));
    let originals = Originals::read();
    let (mut quoted, mut compared) = (0, 0);
    for verdict in audited.verdicts() {
        for finding in &verdict.findings {
            assert!(!finding.evidence.is_empty(), "a finding cites a cell");
            for place in &finding.evidence {
                let quote = audited.case.store.quote(*place).unwrap();
                if place.column.position().is_none() {
                    assert!(place.column == Column::FILE_NAME || place.column == Column::WHOLE_ROW);
                    assert_eq!(quote, None);
                    continue;
                }
                let rule = rules::ALL[usize::from(finding.rule)].id;
                let quote = quote.unwrap_or_else(|| panic!("{rule} cites a cell that is not there: {place:?}"));
                quoted += 1;
                let facts = audited.policy.table(place.table);
                if let Some(original) = originals.cell(&facts.file, *place) {
                    assert_eq!(quote, original, "{} row {}", facts.file, place.row);
                    compared += 1;
                }
                assert!(!column_name(facts, place.column).is_empty());
            }
        }
    }
    for facts in &audited.policy.tables {
        for finding in table_findings(facts, &audited.policy) {
            for evidence in &finding.evidence {
                assert!(evidence.place.column.position().is_some_and(|at| at < facts.recognition.columns.len()));
                let header = evidence.place.row == facts.header_row.max(1);
                assert!(header || audited.case.store.quote(evidence.place).unwrap().is_some());
            }
        }
    }
    assert!(quoted > 1000 && compared > 500, "{quoted} cells were quoted, {compared} compared with the files");
}

/// The plain files of the case, read by another reader.
struct Originals {
    files: BTreeMap<&'static str, Vec<csv::StringRecord>>,
}

impl Originals {
    fn read() -> Self {
        let read = |name: &&'static str| {
            let text = std::fs::read_to_string(folder().join(name)).unwrap();
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
            (*name, reader.records().map(Result::unwrap).collect())
        };
        Self { files: FILES.iter().filter(|name| name.ends_with(".csv")).map(read).collect() }
    }

    fn cell(&self, file: &str, place: Place) -> Option<&str> {
        self.files.get(file)?.get(place.row as usize - 1)?.get(place.column.position()?)
    }
}
