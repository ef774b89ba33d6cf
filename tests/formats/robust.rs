//! Recognition outlives what users do to an export before they hand it in, or is honestly unsure.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use bonafide::import::{Corrections, Recognition, TableSample, ValueWords, recognise};
use bonafide::normalise::country;
use bonafide::normalise::words::{may_refuse, speaks_of_messages, status};
use bonafide::vocabulary::{ConsentStatus, Field, System};

use crate::expected::folders;
use crate::judge::objections;
use crate::mutations::{Column, Liberties, Seeded, mutate};
use crate::seen::opened;

/// How many columns are read of every table in all its mutations.
const COLUMNS: usize = 1_600;
const NEUTRAL: &str = "list.csv";

/// A table of a fixture, with what its columns are expected to mean.
struct Fixture {
    name: String,
    file: String,
    sheet: String,
    system: String,
    columns: Vec<Column>,
}

impl Fixture {
    /// How often it is mutated: a few hundred times, wide tables less often.
    fn times(&self) -> usize {
        (COLUMNS / self.columns.len()).clamp(80, 200)
    }
}

fn fixtures() -> Vec<Fixture> {
    let mut fixtures = Vec::new();
    for folder in folders() {
        let mut tables = folder.tables.iter().peekable();
        while let Some(first) = tables.peek().map(|table| table.file.clone()) {
            let source = opened(&folder.path.join(&first));
            for table in &source.tables {
                let Some(expected) = tables.next_if(|expected| expected.file == first) else { break };
                let columns = expected.columns.iter().enumerate().map(|(at, column)| Column {
                    header: table.header[at].clone(),
                    cells: table.sample.iter().map(|row| row.get(at).cloned().unwrap_or_default()).collect(),
                    means: Field::from_word(&column[1]),
                    foreign: false,
                });
                fixtures.push(Fixture {
                    name: format!("{}/{first} {}", folder.name, table.sheet),
                    file: source.name.clone(),
                    sheet: table.sheet.clone(),
                    system: expected.system.clone(),
                    columns: columns.collect(),
                });
            }
        }
    }
    fixtures
}

fn recognised(file: &str, sheet: &str, columns: &[Column]) -> Recognition {
    let header: Vec<String> = columns.iter().map(|column| column.header.clone()).collect();
    let rows = columns.first().map_or(0, |column| column.cells.len());
    let sample: Vec<Vec<String>> =
        (0..rows).map(|row| columns.iter().map(|column| column.cells[row].clone()).collect()).collect();
    let table = TableSample { file_name: file, sheet, header: &header, sample: &sample, home: None };
    thread_local! {
        static KNOWN: RefCell<HashMap<String, (Option<ConsentStatus>, bool)>> = RefCell::default();
    }
    // The same cells come again in every mutation.
    let known = |cell: &str| {
        let found = KNOWN.with_borrow(|known| known.get(cell).copied());
        found.unwrap_or_else(|| {
            let found = (status(cell), country::read(cell).is_some());
            KNOWN.with_borrow_mut(|known| known.insert(cell.to_owned(), found));
            found
        })
    };
    let known = ValueWords {
        status: &|cell| known(cell).0,
        country: &|cell| known(cell).1,
        doubt: &may_refuse,
        message: &speaks_of_messages,
    };
    recognise(&table, &Corrections::none(), &known)
}

/// How often the system of a table was still recognised.
#[derive(Debug)]
struct Kept {
    name: String,
    times: usize,
    kept: usize,
}

/// All that went wrong, each kind once, with how often.
fn mutated_with(liberties: Liberties) -> (BTreeMap<String, usize>, Vec<Kept>) {
    let fixtures = fixtures();
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let (mut wrong, mut kept) = (BTreeMap::new(), Vec::new());
    std::thread::scope(|scope| {
        let chunks: Vec<_> = fixtures
            .chunks(fixtures.len().div_ceil(threads))
            .map(|chunk| {
                scope.spawn(move || chunk.iter().map(|fixture| mutated(fixture, liberties)).collect::<Vec<_>>())
            })
            .collect();
        for (found, still) in chunks.into_iter().flat_map(|chunk| chunk.join().unwrap()) {
            for objection in found {
                *wrong.entry(objection).or_insert(0) += 1;
            }
            kept.push(still);
        }
    });
    (wrong, kept)
}

fn mutated(fixture: &Fixture, liberties: Liberties) -> (Vec<String>, Kept) {
    let mut seeded = Seeded::of(&fixture.name);
    let (mut found, mut kept) = (Vec::new(), 0);
    for _ in 0..fixture.times() {
        let columns = mutate(&fixture.columns, fixture.system == "list", liberties, &mut seeded);
        let (file, sheet) =
            if seeded.below(2) == 0 { (NEUTRAL, "") } else { (fixture.file.as_str(), fixture.sheet.as_str()) };
        let seen = recognised(file, sheet, &columns);
        kept += usize::from(seen.system.word() == fixture.system);
        found.extend(
            objections(&fixture.system, &columns, &seen)
                .iter()
                .map(|objection| format!("{}: {objection}", fixture.name)),
        );
    }
    (found, Kept { name: fixture.name.clone(), times: fixture.times(), kept })
}

fn told(wrong: &BTreeMap<String, usize>) -> String {
    wrong.iter().map(|(objection, times)| format!("{times}x {objection}\n")).collect()
}

#[test]
fn no_mutation_makes_recognition_surely_wrong() {
    let (wrong, kept) = mutated_with(Liberties { drop: true, rename: true, respell: true });
    assert!(wrong.is_empty(), "{}", told(&wrong));
    // It would be easy to be never wrong by always saying that it is any list.
    let (still, all) = kept.iter().fold((0, 0), |(still, all), one| (still + one.kept, all + one.times));
    let seldom = kept.iter().filter(|one| one.kept * 5 < one.times).map(|one| &one.name);
    // Half of the runs take the file its name, and with it what is known by name alone.
    assert!(still * 2 >= all, "{still} of {all}, seldom {:?}", seldom.collect::<Vec<_>>());
}

#[test]
fn added_and_moved_columns_change_no_system_and_no_column() {
    for fixture in fixtures() {
        let mut seeded = Seeded::of(&fixture.name);
        for _ in 0..20 {
            let as_it_was = Liberties { drop: false, rename: false, respell: false };
            let columns = mutate(&fixture.columns, fixture.system == "list", as_it_was, &mut seeded);
            let seen = recognised(&fixture.file, &fixture.sheet, &columns);
            assert_eq!(seen.system.word(), fixture.system, "{}", fixture.name);
            for (column, seen) in columns.iter().zip(&seen.columns).filter(|(column, _)| !column.foreign) {
                assert_eq!(seen.field, column.means, "{}: {}", fixture.name, column.header);
            }
        }
    }
}

#[test]
fn without_its_name_no_fixture_is_of_another_system() {
    for fixture in fixtures() {
        let seen = recognised(NEUTRAL, "", &fixture.columns);
        let system = seen.system.word();
        assert!(system == fixture.system || system == "list", "{} is taken for {system}", fixture.name);
    }
}

#[test]
fn the_judge_objects_to_what_is_surely_wrong() {
    let fixture = fixtures().into_iter().find(|fixture| fixture.name == "hubspot/internal-names.csv ").unwrap();
    let right = recognised(&fixture.file, &fixture.sheet, &fixture.columns);
    let judged = |seen: &Recognition| objections(&fixture.system, &fixture.columns, seen).len();
    let at = |header: &str| fixture.columns.iter().position(|column| column.header == header).unwrap();
    let with = |change: &dyn Fn(&mut Recognition)| {
        let mut wrong = right.clone();
        change(&mut wrong);
        judged(&wrong)
    };
    assert_eq!(judged(&right), 0);
    assert_eq!(with(&|wrong| wrong.system = System::List), 0);
    assert_eq!(with(&|wrong| wrong.system = System::Brevo), 1);
    assert_eq!(with(&|wrong| wrong.columns[at("email")].field = Some(Field::Phone)), 1);
    assert_eq!(with(&|wrong| wrong.columns[at("email")].field = None), 0);
    assert_eq!(with(&|wrong| wrong.columns[at("createdate")].field = Some(Field::ConsentAt)), 1);
    assert_eq!(
        with(&|wrong| {
            wrong.columns[at("createdate")].field = Some(Field::ConsentAt);
            wrong.columns[at("createdate")].confidence = 0.5;
        }),
        0
    );
    for (field, polarity, objected) in [
        (Field::DoNotEmail, bonafide::import::Polarity::RefusedOrUnknown, 0),
        (Field::DoNotEmail, bonafide::import::Polarity::YesOrRefused, 1),
        (Field::OptinEmail, bonafide::import::Polarity::YesOrUnknown, 1),
        (Field::Status, bonafide::import::Polarity::YesOrRefused, 1),
        (Field::ConsentAt, bonafide::import::Polarity::YesOrRefused, 1),
        (Field::UnsubscribedAt, bonafide::import::Polarity::YesOrRefused, 0),
    ] {
        let turned = with(&|wrong| {
            let column = &mut wrong.columns[at("hs_email_optout")];
            (column.field, column.polarity, column.confidence) = (Some(field), polarity, 0.3);
        });
        assert_eq!(turned, objected, "{field:?} {polarity:?}");
    }
}
