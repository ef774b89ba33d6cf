//! What a case keeps, and what it does not keep twice.

use std::path::PathBuf;

use bonafide::case::{Case, Imported};
use bonafide::store::Casefile;
use bonafide::vocabulary::Field;

use crate::support::{Audited, Setting, import_all, onward};
use crate::{OTHER, SMALL, contents, create, reopen, written};

fn norrsken(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases/norrsken").join(name)
}

#[test]
fn a_case_closed_between_two_files_ends_like_one_that_read_both_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.bonafide");
    let setting = Setting::default();
    let (first, second) = (norrsken("mailchimp-audience-export.zip"), norrsken("mautic-contacts.csv"));
    let mut case = create(&path);
    import_all(&mut case, std::slice::from_ref(&first), &setting);
    case.store.close().unwrap();

    // Judged in between, and once more.
    let (early, case) = contents(reopen(&path));
    case.store.close().unwrap();
    let (again, case) = contents(reopen(&path));
    early.assert_same(&again, "the same case, opened again");
    case.store.close().unwrap();

    let mut case = reopen(&path);
    import_all(&mut case, std::slice::from_ref(&second), &setting);
    case.store.close().unwrap();
    let (apart, _) = contents(reopen(&path));
    let at_once = Audited::of(&[first, second], &setting).lists();
    at_once.assert_same(&apart, "two files, one after the other");
    assert!(apart.table("people.csv").len() > early.table("people.csv").len());
}

#[test]
fn a_case_that_is_audited_between_two_files_in_one_go_forgets_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let (small, other) = (written(folder.path(), "small.csv", SMALL), written(folder.path(), "other.csv", OTHER));
    let setting = Setting::default();
    let mut case = Case::new(Casefile::throwaway().unwrap());
    import_all(&mut case, std::slice::from_ref(&small), &setting);
    let (_, mut case) = contents(case);
    import_all(&mut case, std::slice::from_ref(&other), &setting);
    let (apart, _) = contents(case);
    Audited::of(&[small, other], &setting).lists().assert_same(&apart, "audited in between");
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (small, copy) = (written(folder.path(), "small.csv", SMALL), written(folder.path(), "copy.csv", SMALL));
    let setting = Setting::default();
    let path = folder.path().join("case.bonafide");
    let mut case = create(&path);
    import_all(&mut case, std::slice::from_ref(&small), &setting);
    let (before, mut case) = contents(case);
    for again in [&small, &copy] {
        let imported = case.import(again, &setting.import(), &mut onward).unwrap();
        assert_eq!(imported, Imported::AlreadyThere("small.csv".to_owned()));
    }
    let mut verdicts = 0;
    case.store
        .each_verdict(|_| -> Result<(), bonafide::store::StoreError> {
            verdicts += 1;
            Ok(())
        })
        .unwrap();
    assert_eq!(verdicts, 3, "the verdicts of before still stand");
    let (after, _) = contents(case);
    before.assert_same(&after, "the same file again");
}

const VAGUE: &str = "Adress;Spalte;Wann\nada@example.org;x;2024-05-01\nbo@example.org;y;2024-05-02\n";

fn meaning(case: &Case, file: &str, header: &str) -> Option<Field> {
    let facts = case.table_facts().unwrap();
    let table = facts.iter().find(|table| table.file == file).unwrap();
    table.recognition.columns.iter().find(|column| column.header == header).unwrap().field
}

#[test]
fn a_correction_is_remembered_for_the_next_file_of_that_layout_and_for_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, content: &str| written(folder.path(), name, content);
    let path = folder.path().join("case.bonafide");
    let mut case = create(&path);
    let corrected = Setting::correcting(&["Spalte=tags", "Wann=consent_at", "Adress=email"]);
    import_all(&mut case, &[file("january.csv", VAGUE)], &corrected);
    assert_eq!(meaning(&case, "january.csv", "Wann"), Some(Field::ConsentAt));
    case.store.close().unwrap();

    let mut case = reopen(&path);
    let february = VAGUE.replace("bo@", "cia@");
    let other = "Wann;Adress;Spalte\n2024-05-01;dan@example.org;x\n";
    import_all(&mut case, &[file("february.csv", &february), file("other.csv", other)], &Setting::default());
    assert_eq!(meaning(&case, "february.csv", "Wann"), Some(Field::ConsentAt));
    assert_eq!(meaning(&case, "february.csv", "Spalte"), Some(Field::Tags));
    assert_ne!(meaning(&case, "other.csv", "Spalte"), Some(Field::Tags), "the columns stand in another order");
    case.store.close().unwrap();

    // What is said now counts more, and is remembered in turn.
    let mut case = reopen(&path);
    let (march, april) = (VAGUE.replace("bo@", "eva@"), VAGUE.replace("bo@", "finn@"));
    import_all(&mut case, &[file("march.csv", &march)], &Setting::correcting(&["Spalte=notes"]));
    import_all(&mut case, &[file("april.csv", &april)], &Setting::default());
    for name in ["march.csv", "april.csv"] {
        assert_eq!(meaning(&case, name, "Spalte"), Some(Field::Notes));
        assert_eq!(meaning(&case, name, "Wann"), Some(Field::ConsentAt));
    }
}

#[test]
fn another_case_knows_nothing_of_a_correction() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = create(&folder.path().join("one.bonafide"));
    let list = written(folder.path(), "list.csv", VAGUE);
    import_all(&mut case, std::slice::from_ref(&list), &Setting::correcting(&["Spalte=tags"]));
    let mut other = create(&folder.path().join("two.bonafide"));
    import_all(&mut other, &[list], &Setting::default());
    assert_ne!(meaning(&other, "list.csv", "Spalte"), Some(Field::Tags));
}

/// Numbers in national notation can be read once the country is known: the audit that names it reads them.
#[test]
fn naming_the_country_later_reads_the_numbers_that_could_not_be_read_before() {
    let folder = tempfile::tempdir().unwrap();
    let text = "phone,email,status\n\
        070-174 06 05,,subscribed\n\
        070-174 06 06,bo@example.org,subscribed\n\
        070-174 06 07,,unsubscribed\n\
        ,,subscribed\n\
        ,dan@example.org,unsubscribed\n";
    let list = written(folder.path(), "list.csv", text);
    let path = folder.path().join("case.bonafide");
    let at_home = Setting { home: Some("SE"), ..Setting::default() };
    let abroad = Audited::of(std::slice::from_ref(&list), &Setting::default()).lists();
    let known = Audited::of(std::slice::from_ref(&list), &at_home).lists();
    assert_eq!((abroad.table("rejected.csv").len(), known.table("rejected.csv").len()), (3, 1));

    let mut case = create(&path);
    import_all(&mut case, &[list], &Setting::default());
    let first = Audited::again(case, &Setting::default());
    abroad.assert_same(&first.lists(), "without a country");
    first.case.store.close().unwrap();
    let second = Audited::again(reopen(&path), &at_home);
    known.assert_same(&second.lists(), "once the country is named");
    let third = Audited::again(second.case, &Setting::default());
    abroad.assert_same(&third.lists(), "and taken back");
}

/// Rows are kept and contacts derived from them, so another version of the program may take other rows for contacts.
#[test]
fn a_case_whose_rows_were_once_counted_otherwise_is_counted_anew() {
    let folder = tempfile::tempdir().unwrap();
    let paths = [written(folder.path(), "small.csv", SMALL), written(folder.path(), "other.csv", OTHER)];
    let path = folder.path().join("case.bonafide");
    let mut case = create(&path);
    import_all(&mut case, &paths, &Setting::default());
    let (now, mut case) = contents(case);
    let database = case.store.vault_mut().connection();
    database
        .execute_batch(
            "UPDATE raw_block SET contacts = contacts + 1 WHERE source_table = 0;
             UPDATE source_table SET accepted = accepted + 1, rejected = rejected - 1 WHERE id = 0;
             DELETE FROM rejected_row WHERE source_table = 0;",
        )
        .unwrap();
    case.store.close().unwrap();
    let (anew, _) = contents(reopen(&path));
    now.assert_same(&anew, "counted anew");
}
