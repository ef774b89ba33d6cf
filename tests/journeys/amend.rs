//! Rejected rows that a person mends.

use bonafide::case::Case;
use bonafide::case::sources::{Change, MendedRow, RejectedPage};
use bonafide::vocabulary::{Column, Field, Place, TableId};

use crate::sources::case_of;
use crate::support::{Audited, Setting, TODAY, folder_of, onward};

const TABLE: TableId = TableId(0);
/// Row 3 has a cell too many, row 4 no address.
const LIST: &str = "Email,Stand,Status\n\
    ada@example.org,Ada,subscribed\n\
    bo@example.org,Bo,Berg,unsubscribed\n\
    =1+1,Cy,subscribed\n\
    dee@example.org,Dee,subscribed\n";

fn case() -> (tempfile::TempDir, Case) {
    let (folder, paths) = folder_of(&[("list.csv", LIST)]);
    (folder, case_of(&paths, &Setting::default()))
}

fn cells(cells: &[&str]) -> MendedRow {
    MendedRow::Cells { cells: cells.iter().map(|cell| (*cell).to_owned()).collect() }
}

fn rejected(case: &Case) -> RejectedPage {
    case.rejected_rows(TABLE, 0, 10).unwrap()
}

fn counts(case: &Case) -> (u64, u64, u64) {
    let table = &case.store.tables().unwrap()[0];
    (table.rows, table.accepted, table.rejected)
}

fn cell(case: &Case, row: u32, column: u16) -> Option<String> {
    case.store.quote(Place { table: TABLE, row, column: Column(column) }).unwrap()
}

#[test]
fn a_rejected_row_can_be_mended_cell_by_cell_and_counts_like_any_other() {
    let (_folder, mut case) = case();
    assert_eq!(counts(&case), (4, 2, 2));
    let page = rejected(&case);
    assert_eq!(page.header, ["Email", "Stand", "Status"]);
    assert_eq!(page.page[0].cells.as_deref().unwrap(), ["bo@example.org", "Bo", "Berg", "unsubscribed"]);
    assert_eq!(page.page[1].cells.as_deref().unwrap(), ["=1+1", "Cy", "subscribed"]);

    case.amend_row(TABLE, 3, &cells(&["bo@example.org", "Bo Berg", "unsubscribed", ""])).unwrap();
    case.amend_row(TABLE, 4, &MendedRow::Line { line: "cy@example.org,\"Cy, the second\",subscribed\r\n".into() })
        .unwrap();
    assert_eq!(counts(&case), (4, 4, 0));
    assert_eq!(cell(&case, 3, 1).as_deref(), Some("Bo Berg"), "a value leads to its row of the file");
    assert_eq!(cell(&case, 4, 1).as_deref(), Some("Cy, the second"));
    let page = rejected(&case);
    assert!(page.page.is_empty() && page.total == 0);
    assert_eq!(page.amended.iter().map(|one| one.row).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(case.history().unwrap().imports[0].tables[0].amended, 2);

    // The lists are those of a file that had been right from the beginning.
    let right = "Email,Stand,Status\nada@example.org,Ada,subscribed\nbo@example.org,Bo Berg,unsubscribed\n\
        cy@example.org,\"Cy, the second\",subscribed\ndee@example.org,Dee,subscribed\n";
    let (_right, paths) = folder_of(&[("list.csv", right)]);
    let right = Audited::of(&paths, &Setting::default()).lists();
    let mended = Audited::again(case, &Setting::default()).lists();
    for name in ["people.csv", "findings.csv", "columns.csv", "rejected.csv"] {
        assert!(mended.files[name] == right.files[name], "{name}");
    }
}

#[test]
fn what_was_mended_is_taken_back_as_it_was() {
    let (_folder, mut case) = case();
    let (page, tables) = (rejected(&case), case.store.tables().unwrap());
    let lists = |case: Case| Audited::again(case, &Setting::default());
    case.amend_row(TABLE, 3, &cells(&["bo@example.org", "Bo Berg", "unsubscribed"])).unwrap();
    case.amend_row(TABLE, 4, &cells(&["cy@example.org", "Cy", "subscribed"])).unwrap();
    case.take_amendment_back(TABLE, 4).unwrap();
    case.take_amendment_back(TABLE, 3).unwrap();
    assert_eq!((rejected(&case), case.store.tables().unwrap()), (page, tables));
    assert_eq!(cell(&case, 3, 0), None);
    assert_eq!(cell(&case, 4, 0).as_deref(), Some("=1+1"));
    assert!(case.take_amendment_back(TABLE, 3).is_err(), "it is mended no more");
    let (_other, never) = self::case();
    lists(never).lists().assert_same(&lists(case).lists(), "mended and taken back");
}

#[test]
fn a_mended_row_outlives_another_mapping_and_reopening_and_leaves_with_its_import() {
    let (_folder, mut case) = case();
    case.amend_row(TABLE, 3, &cells(&["bo@example.org", "Bo Berg", "unsubscribed"])).unwrap();
    case.correct(TABLE, 1, &Change::Meaning { field: Some(Field::Notes) }, &mut onward).unwrap();
    assert_eq!(counts(&case).1, 0, "nothing identifies anybody");
    case.undo_correction(&mut onward).unwrap();
    assert_eq!(counts(&case), (4, 3, 1));
    let mut case = Case::new(case.store);
    assert_eq!(rejected(&case).amended.len(), 1);
    assert!(case.audit(&Setting::default().audit(), &mut onward).unwrap().0.people == 3);

    // Mended, and no contact under another mapping: taken back, it is rejected once.
    case.correct(TABLE, 1, &Change::Meaning { field: Some(Field::Notes) }, &mut onward).unwrap();
    case.take_amendment_back(TABLE, 3).unwrap();
    assert_eq!(counts(&case), (4, 0, 4));
    assert_eq!(rejected(&case).page.iter().filter(|row| row.row == 3).count(), 1);
    case.undo_correction(&mut onward).unwrap();
    assert_eq!(counts(&case), (4, 2, 2));

    case.amend_row(TABLE, 3, &cells(&["bo@example.org", "Bo Berg", "unsubscribed"])).unwrap();
    case.forget(1, TODAY, &mut onward).unwrap();
    assert!(case.store.amendments(TABLE).unwrap().is_empty());
}

#[test]
fn a_row_that_still_names_nobody_or_was_never_rejected_is_refused_with_a_sentence() {
    let (_folder, mut case) = case();
    let before = (rejected(&case), case.store.tables().unwrap());
    for (row, mended, says) in [
        (4, cells(&["secret words", "Cy", "subscribed"]), "still cannot be read"),
        (3, cells(&["bo@example.org", "Bo", "Berg", "unsubscribed"]), "4 cells"),
        (2, cells(&["ada@example.org", "Ada", "subscribed"]), "not among the rejected"),
        (99, cells(&["ada@example.org"]), "not among the rejected"),
        (3, MendedRow::Line { line: "x".repeat(2 << 20) }, "longer than"),
    ] {
        let error = case.amend_row(TABLE, row, &mended).unwrap_err().to_string();
        assert!(error.contains(says), "{says}: {error}");
        assert!(!error.contains("secret") && !error.contains("example.org"), "{error}");
    }
    assert!(case.amend_row(TableId(7), 3, &cells(&["a"])).is_err());
    assert_eq!((rejected(&case), case.store.tables().unwrap()), before);
    assert_eq!(format!("{:?}", cells(&["secret"])), "Cells(1)");
}

#[test]
fn a_table_of_which_nothing_could_be_read_takes_its_first_row() {
    let (_folder, paths) = folder_of(&[("list.csv", "Email,Status\nada\0@example.org,subscribed\n")]);
    let mut case = case_of(&paths, &Setting::default());
    assert_eq!(counts(&case).1, 0);
    case.amend_row(TABLE, 2, &cells(&["ada@example.org", "subscribed"])).unwrap();
    assert_eq!((counts(&case), cell(&case, 2, 0).as_deref()), ((1, 1, 0), Some("ada@example.org")));
    assert_eq!(Audited::again(case, &Setting::default()).summary.people, 1);
}

#[test]
fn a_footer_of_a_text_file_is_kept_as_it_stood_and_can_be_mended_cell_by_cell() {
    let list = "Email,Name,Town,Status\nada@example.org,Ada,Lund,subscribed\nTotal,\"Berg, Bo\",,\n";
    let (_folder, paths) = folder_of(&[("list.csv", list)]);
    let mut case = case_of(&paths, &Setting::default());
    let row = &rejected(&case).page[0];
    assert_eq!((row.row, row.text.as_str()), (3, "Total,\"Berg, Bo\",,"));
    assert_eq!(row.cells.as_deref().unwrap(), ["Total", "Berg, Bo", "", ""]);
    case.amend_row(TABLE, 3, &cells(&["bo@example.org", "Berg, Bo", "", "unsubscribed"])).unwrap();
    assert_eq!(counts(&case), (2, 2, 0));
}

#[test]
fn what_goes_on_behind_its_line_is_no_row_and_loses_no_half() {
    let (_folder, mut case) = case();
    let before = (rejected(&case), case.store.tables().unwrap());
    let two = MendedRow::Line { line: "cy@example.org,Cy\nsecond half,subscribed".into() };
    let error = case.amend_row(TABLE, 4, &two).unwrap_err().to_string();
    assert!(error.contains("goes on behind") && !error.contains("second"), "{error}");
    assert_eq!((rejected(&case), case.store.tables().unwrap()), before);
    let quoted = MendedRow::Line { line: "cy@example.org,\"Cy\nsecond half\",subscribed".into() };
    case.amend_row(TABLE, 4, &quoted).unwrap();
    assert_eq!(cell(&case, 4, 1).as_deref(), Some("Cy\nsecond half"));
}
