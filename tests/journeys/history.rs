//! Every import is told, the forgotten ones too; and a forgotten one leaves no other trace.

use bonafide::case::Case;
use bonafide::case::sources::Change;
use bonafide::store::Casefile;
use bonafide::vocabulary::{Field, System, TableId};

use crate::norrsken;
use crate::sources::case_of;
use crate::support::{Audited, Setting, folder_of, import_all, onward};

const FAIR: &str = "Namn,Mejl,Svar\nAda Secret,ada@example.org,ja\nBo Secret,bo@example.org,nej\n,,\n";

#[test]
fn an_import_is_told_with_its_hash_its_size_its_time_its_mapping_and_its_rows() {
    let (_folder, paths) = folder_of(&[("fair.csv", FAIR)]);
    let mut case = case_of(&paths, &Setting::default());
    case.correct(TableId(0), 3, &Change::Meaning { field: Some(Field::OptinEmail) }, &mut onward).unwrap();
    let history = case.history().unwrap();
    let [entry] = history.imports.as_slice() else { panic!("{history:?}") };
    assert_eq!((entry.name.as_str(), entry.bytes as usize, entry.sha256.len()), ("fair.csv", FAIR.len(), 64));
    assert_eq!((entry.file, entry.imported_on.as_str()), (Some(1), "2026-11-01"));
    assert_eq!(entry.imported_at.as_deref(), Some("2026-11-01T09:30:00Z"));
    let table = &entry.tables[0];
    assert_eq!((table.system, table.rows, table.accepted, table.rejected), (System::List, 3, 2, 1));
    assert_eq!((table.mapping[0].header.as_str(), table.mapping[0].field), ("Svar", Some(Field::OptinEmail)));
}

#[test]
fn a_forgotten_import_stays_a_line_that_tells_of_nobody() {
    let (_folder, paths) = folder_of(&[("fair.csv", FAIR)]);
    let mut case = case_of(&paths, &Setting::default());
    case.correct(TableId(0), 3, &Change::Meaning { field: Some(Field::OptinEmail) }, &mut onward).unwrap();
    case.forget(1, "2026-11-05", &mut onward).unwrap();
    let history = case.history().unwrap();
    let [entry] = history.imports.as_slice() else { panic!("{history:?}") };
    assert_eq!((entry.file, entry.forgotten_on.as_deref()), (None, Some("2026-11-05")));
    assert_eq!((entry.tables[0].rows, entry.tables[0].mapping[0].position), (3, 3));
    let kept = format!("{:?}{:?}", history, case.store.forgotten().unwrap());
    for secret in ["Secret", "example.org", "Svar", "Mejl"] {
        assert!(!kept.contains(secret), "{secret}: {kept}");
    }
    assert_eq!(entry.name, "*.csv");

    // Imported once more, it is there twice: forgotten, and as it stands now.
    import_all(&mut case, &paths, &Setting::default());
    let told: Vec<bool> = case.history().unwrap().imports.iter().map(|one| one.forgotten_on.is_some()).collect();
    assert_eq!(told, [true, false]);
}

#[test]
fn no_name_that_somebody_chose_outlives_forgetting() {
    let zip = |entry: &str| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        writer.start_file(entry, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut writer, FAIR.as_bytes()).unwrap();
        writer.finish().unwrap().into_inner()
    };
    let stacked = "Ada Secret\nNamn,Mejl\nAda,ada@example.org\nBo,bo@example.org\n";
    for (name, content, left) in [
        ("ada.secret@example.org.csv", FAIR.as_bytes().to_vec(), "*.csv"),
        ("Ada Secret", FAIR.as_bytes().to_vec(), "*"),
        ("list.secret", FAIR.as_bytes().to_vec(), "*"),
        ("Ada.ZIP", zip("Ada Secret.csv"), "*.zip"),
        ("Ada Secret.txt", stacked.as_bytes().to_vec(), "*.txt"),
    ] {
        let (_folder, paths) = folder_of(&[(name, content)]);
        let mut case = case_of(&paths, &Setting::default());
        case.forget(1, "2026-11-05", &mut onward).unwrap();
        let kept = format!("{:?}{:?}", case.history().unwrap(), case.store.forgotten().unwrap()).to_lowercase();
        assert_eq!(case.history().unwrap().imports[0].name, left, "{name}");
        assert!(!kept.contains("secret") && !kept.contains("example.org"), "{name}: {kept}");
    }
}

#[test]
fn after_forgetting_an_import_every_list_is_as_if_it_had_never_been() {
    // A newer snapshot of a list of the sample, and a stranger's list that shares people with it.
    let sample = norrsken::paths();
    let mautic = sample.iter().find(|path| path.ends_with("mautic-contacts.csv")).unwrap();
    let mautic = std::fs::read_to_string(mautic).unwrap();
    let newer: String = mautic.lines().take(40).map(|line| line.to_owned() + "\n").collect();
    let (_folder, extra) = folder_of(&[("mautic-contacts (1).csv", newer.as_str()), ("fair.csv", FAIR)]);
    let setting = norrsken::setting("");
    let never = Audited::of(&sample, &setting).lists();

    let mut case = Case::new(Casefile::throwaway().unwrap());
    import_all(&mut case, &sample[..2], &setting);
    import_all(&mut case, &extra, &setting);
    import_all(&mut case, &sample[2..], &setting);
    assert_eq!(case.older_tables().unwrap().len(), 1, "the case looked otherwise meanwhile");
    let mut case = Audited::again(case, &setting).case;
    for name in ["fair.csv", "mautic-contacts (1).csv"] {
        let file = case.store.files().unwrap().into_iter().find(|file| file.name == name).unwrap().id;
        case.forget(file, "2026-11-05", &mut onward).unwrap();
    }
    assert_eq!(case.history().unwrap().imports.len(), sample.len() + 2);
    never.assert_same(&Audited::again(case, &setting).lists(), "forgotten or never there");
}
