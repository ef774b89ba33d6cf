//! A later export of the same thing: the newest counts, and of the older ones nothing but a no.

use std::collections::BTreeMap;
use std::path::PathBuf;

use bonafide::case::{Case, ImportOptions, Superseded};
use bonafide::store::{Casefile, Newer};

use crate::sources::case_of;
use crate::support::{Audited, Lists, Setting, TODAY, folder_of, import_all, onward, permuted};

const BEFORE: &str = "email,phone,status,created\n\
    ada@example.org,+46701740605,subscribed,2024-01-03\n\
    bo@example.org,,unsubscribed,2024-01-04\n\
    cy@example.org,,subscribed,2024-01-05\n\
    dee@example.org,,unsubscribed,2024-01-06\n";
const AFTER: &str = "email,phone,status,created\n\
    ada@example.org,+46701740606,subscribed,2024-01-03\n\
    bo@example.org,,subscribed,2024-01-04\n\
    eve@example.org,,subscribed,2025-02-05\n";

/// What becomes of each address, by e-mail.
fn actions(lists: &Lists) -> BTreeMap<String, String> {
    let people = lists.table("people.csv").into_iter().filter(|line| line["channel"] == "email");
    people.map(|line| (line["email"].clone(), line["action"].clone())).collect()
}

fn dated() -> (tempfile::TempDir, Vec<PathBuf>) {
    folder_of(&[("Kunder 2024-05-01.csv", BEFORE), ("Kunder 2025-05-01.csv", AFTER)])
}

fn superseded(case: &Case) -> Vec<Superseded> {
    case.superseded().unwrap().into_values().collect()
}

#[test]
fn the_newest_export_counts_and_a_no_of_the_older_one_outlives_it() {
    let (_folder, paths) = dated();
    let audited = Audited::of(&paths, &Setting::default());
    let lists = audited.lists();
    let actions = actions(&lists);
    let people: Vec<&str> = actions.keys().map(String::as_str).collect();
    // Cy was only ever subscribed and is gone; Dee is gone, and had said no.
    assert_eq!(people, ["ada@example.org", "bo@example.org", "dee@example.org", "eve@example.org"]);
    assert_eq!((actions["bo@example.org"].as_str(), actions["dee@example.org"].as_str()), ("suppress", "suppress"));
    let alone = Audited::of(&paths[1..], &Setting::default()).lists();
    assert_ne!(self::actions(&alone)["bo@example.org"], "suppress", "the newer export alone knows of no refusal");
    assert_eq!(actions["ada@example.org"], self::actions(&alone)["ada@example.org"]);
    let ada = lists.table("people.csv").into_iter().find(|line| line["email"] == "ada@example.org").unwrap();
    assert_eq!(ada["phone"], "+46701740606", "an older yes tells nothing any more");
    let findings = lists.table("findings.csv");
    assert!(findings.iter().all(|finding| finding["rule"] != "duplicates-with-different-states"));
    assert!(
        findings.iter().any(|finding| finding["file"] == "Kunder 2024-05-01.csv" && finding["row"] == "3"),
        "a finding leads to the cell that says no"
    );
    assert_eq!((audited.summary.older_tables, audited.summary.people), (1, 4));
    assert_eq!(
        superseded(&audited.case),
        [Superseded { file: 2, name: "Kunder 2025-05-01.csv".into(), why: Newer::FileDate }]
    );
    let sources = audited.case.sources().unwrap();
    assert!(sources.files[0].superseded.is_some() && sources.files[1].superseded.is_none());
    assert_eq!(sources.files.len(), 2, "nothing is replaced silently");
}

#[test]
fn what_is_newer_by_its_name_is_so_in_whatever_order_files_come() {
    let (_folder, paths) = dated();
    let lists = Audited::of(&paths, &Setting::default()).lists();
    lists.assert_same(&Audited::of(&permuted(&paths, &[1, 0]), &Setting::default()).lists(), "the other way round");
}

#[test]
fn the_older_one_is_back_when_the_newest_is_forgotten() {
    let (_folder, paths) = dated();
    let mut case = case_of(&paths, &Setting::default());
    case.forget(2, TODAY, &mut onward).unwrap();
    assert!(superseded(&case).is_empty());
    let again = Audited::again(case, &Setting::default()).lists();
    Audited::of(&paths[..1], &Setting::default()).lists().assert_same(&again, "the newer one is forgotten");
}

#[test]
fn of_three_exports_the_last_counts_and_forgetting_the_middle_one_changes_nothing() {
    let between = BEFORE.replace("cy@example.org", "gus@example.org");
    let (_folder, paths) = folder_of(&[
        ("Kunder 2024-05-01.csv", BEFORE),
        ("Kunder 2024-11-01.csv", &between),
        ("Kunder 2025-05-01.csv", AFTER),
    ]);
    let mut case = case_of(&permuted(&paths, &[2, 0, 1]), &Setting::default());
    assert!(superseded(&case).iter().all(|one| one.name == "Kunder 2025-05-01.csv"));
    let before = actions(&Audited::of(&paths, &Setting::default()).lists());
    assert!(!before.contains_key("gus@example.org"));
    case.forget(3, TODAY, &mut onward).unwrap();
    assert_eq!(actions(&Audited::again(case, &Setting::default()).lists()), before);
}

#[test]
fn without_a_day_in_the_names_the_cells_decide_then_the_number_of_the_copy_and_then_the_order_of_imports() {
    let (_one, newer) = folder_of(&[("contacts.csv", AFTER)]);
    let (_two, older) = folder_of(&[("contacts (1).csv", BEFORE)]);
    let case = case_of(&[newer[0].clone(), older[0].clone()], &Setting::default());
    assert_eq!(superseded(&case), [Superseded { file: 1, name: "contacts.csv".into(), why: Newer::CellDate }]);

    let without = |list: &str| list.lines().map(|line| line.rsplit_once(',').unwrap().0.to_owned() + "\n").collect();
    let (before, after): (String, String) = (without(BEFORE), without(AFTER));
    for names in [["contacts.csv", "contacts (1).csv"], ["Kunder 2024-05-01.csv", "Kunder 2024-05-01 (1).csv"]] {
        let (_folder, paths) = folder_of(&[(names[0], before.as_str()), (names[1], after.as_str())]);
        for order in [[0, 1], [1, 0]] {
            let paths = permuted(&paths, &order);
            let told = superseded(&case_of(&paths, &Setting::default()));
            assert_eq!((told[0].name.as_str(), told[0].why), (names[1], Newer::CopyNumber));
            let people = actions(&Audited::of(&paths, &Setting::default()).lists());
            assert!(people.contains_key("eve@example.org") && !people.contains_key("cy@example.org"), "{people:?}");
        }
    }

    let more = format!("{before}gus@example.org,,subscribed\n");
    let (_three, first) = folder_of(&[("contacts.csv", before.as_str())]);
    let (_four, second) = folder_of(&[("contacts.csv", more.as_str())]);
    let case = case_of(&[first[0].clone(), second[0].clone()], &Setting::default());
    assert_eq!(superseded(&case), [Superseded { file: 2, name: "contacts.csv".into(), why: Newer::ImportOrder }]);
}

#[test]
fn what_comes_again_on_a_later_day_is_newer_though_a_few_have_left_it() {
    let list = |gone: usize| {
        let lines: String = (gone..20).map(|number| format!("p{number}@example.org,subscribed\n")).collect();
        format!("email,status\n{lines}new@example.org,subscribed\n")
    };
    for (gone, days_later, newer) in [(2, 7, true), (2, 0, false), (5, 7, false)] {
        let (_folder, paths) = folder_of(&[("north/customers.csv", list(0)), ("again/customers.csv", list(gone))]);
        let mut case = Case::new(Casefile::throwaway().unwrap());
        let later = format!("2026-11-{:02}", 1 + days_later);
        for (path, today) in paths.iter().zip(["2026-11-01", later.as_str()]) {
            let options = ImportOptions { today: today.to_owned(), ..Setting::default().import() };
            case.import(path, &options, &mut onward).unwrap();
        }
        let told: Vec<Newer> = superseded(&case).into_iter().map(|one| one.why).collect();
        assert_eq!(told, if newer { vec![Newer::ImportOrder] } else { vec![] }, "{gone} {days_later}");
    }
}

#[test]
fn the_order_of_imports_alone_costs_nobody_their_place() {
    let list = |people: &[&str]| {
        let lines: String = people.iter().map(|name| format!("{name}@example.org,subscribed\n")).collect();
        format!("email,status\n{lines}")
    };
    // Two branches, and a copy that was set apart by hand: of neither anybody knows which is the later.
    for names in [["north/clienti.csv", "south/clienti.csv"], ["clienti.csv", "clienti - copia.csv"]] {
        let one = list(&["ada", "bo", "cy"]);
        let other = list(&["ada", "bo", "dee"]);
        let (_folder, paths) = folder_of(&[(names[0], one), (names[1], other)]);
        for order in [[0, 1], [1, 0]] {
            let audited = Audited::of(&permuted(&paths, &order), &Setting::default());
            assert!(superseded(&audited.case).is_empty(), "{names:?}");
            assert_eq!(audited.summary.people, 4, "{names:?}");
        }
    }
}

#[test]
fn of_many_exports_in_any_order_only_the_last_counts_whichever_is_forgotten() {
    let names: Vec<String> = (1..=6).map(|month| format!("Kunder 2024-0{month}-01.csv")).collect();
    let contents: Vec<String> =
        (1..=6).map(|month| format!("{BEFORE}only{month}@example.org,,subscribed,2024-01-07\n")).collect();
    let files: Vec<(&str, &String)> = names.iter().map(String::as_str).zip(&contents).collect();
    let (_folder, paths) = folder_of(&files);
    for order in crate::support::orders(6, 3) {
        let ordered = permuted(&paths, &order);
        let mut case = case_of(&ordered, &Setting::default());
        assert!(superseded(&case).iter().all(|one| one.name == names[5]), "{order:?}");
        assert_eq!(superseded(&case).len(), 5, "{order:?}");
        // One from the middle is a source of its own, and that is taken back.
        let file_of = |case: &Case, name: &str| {
            case.store.files().unwrap().into_iter().find(|file| file.name == name).unwrap().id
        };
        case.say_own(file_of(&case, &names[2]), &mut onward).unwrap();
        assert_eq!(superseded(&case).len(), 4, "{order:?}");
        case.undo_snapshot().unwrap();
        assert_eq!(superseded(&case).len(), 5, "{order:?}");
        // Whatever is forgotten, the last of those that are left counts alone.
        for (forgotten, newest) in [(3, 5), (0, 5), (5, 4), (2, 4), (4, 1)] {
            case.forget(file_of(&case, &names[forgotten]), TODAY, &mut onward).unwrap();
            let left = case.store.files().unwrap().len();
            assert_eq!(superseded(&case).len(), left - 1, "{order:?} without {}", names[forgotten]);
            assert!(superseded(&case).iter().all(|one| one.name == names[newest]), "{order:?}");
        }
    }
}

#[test]
fn the_first_export_can_be_said_to_be_the_newest_of_a_whole_series() {
    let names = ["Kunder 2024-01-01.csv", "Kunder 2024-02-01.csv", "Kunder 2024-03-01.csv"];
    let later = BEFORE.replace("cy@", "gus@");
    let (_folder, paths) = folder_of(&[(names[0], BEFORE), (names[1], &later), (names[2], AFTER)]);
    let mut case = case_of(&paths, &Setting::default());
    case.say_newer(1, 2).unwrap();
    assert!(superseded(&case).iter().all(|one| one.name == names[0]));
    assert_eq!(superseded(&case).len(), 2);
    case.undo_snapshot().unwrap();
    assert!(superseded(&case).iter().all(|one| one.name == names[2]));
}

#[test]
fn lists_of_other_people_or_of_other_names_or_columns_are_sources_of_their_own() {
    let others = BEFORE.replace("@example.org", "@example.net").replace("+46701740605", "");
    let wider = AFTER.replace("email,phone", "email,mobile phone");
    for (name, content) in [
        ("Kunder 2025-05-01.csv", others.as_str()),
        ("Leads 2025-05-01.csv", AFTER),
        ("Kunder 2025.csv", AFTER),
        ("Kunder 2025-05-01.csv", wider.as_str()),
    ] {
        let (_folder, paths) = folder_of(&[("Kunder 2024-05-01.csv", BEFORE), (name, content)]);
        let case = case_of(&paths, &Setting::default());
        assert!(superseded(&case).is_empty(), "{name}");
    }
}

#[test]
fn a_later_export_of_a_part_is_a_source_of_its_own_and_nobody_is_lost() {
    let part = format!("{}\n{}\n", BEFORE.lines().next().unwrap(), BEFORE.lines().last().unwrap());
    for names in [["Kunder 2024-05-01.csv", "Kunder 2025-05-01.csv"], ["Kunder.csv", "Kunder (1).csv"]] {
        let (_folder, paths) = folder_of(&[(names[0], BEFORE), (names[1], &part)]);
        assert!(superseded(&case_of(&paths, &Setting::default())).is_empty(), "{names:?}");
        let people = Audited::of(&paths, &Setting::default()).summary.people;
        assert_eq!(people, 4, "{names:?}");
    }
    // The other way round the part is the older, and all of it stands in the newer list.
    let (_folder, paths) = folder_of(&[("Kunder 2023-05-01.csv", part.as_str()), ("Kunder 2024-05-01.csv", BEFORE)]);
    assert_eq!(superseded(&case_of(&paths, &Setting::default())).len(), 1);
}

#[test]
fn a_systems_export_may_have_gained_a_column() {
    let header = "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,\
        LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS";
    let row = |name: &str, day: &str| {
        format!(
            "{name}@example.org,{name},Test,2,{day} 10:00:00,,{day} 10:05:00,192.0.2.7,,,,,,,,{day} 10:05:00,1,ab12,,"
        )
    };
    let before = format!("{header}\n{}\n{}\n", row("ada", "2024-01-01"), row("bo", "2024-01-02"));
    let after = format!("{header},Shoe size\n{},39\n", row("ada", "2025-01-01"));
    let (_folder, paths) = folder_of(&[
        ("subscribed_members_export_8f2c1a90b7.csv", before.as_str()),
        ("unsubscribed_members_export_8f2c1a90b7.csv", before.as_str().trim_end()),
        ("subscribed_members_export_00ab77fe12.csv", after.as_str()),
    ]);
    let case = case_of(&paths, &Setting::default());
    let told = superseded(&case);
    assert_eq!(told.len(), 1, "who unsubscribed is no older export of who subscribed: {told:?}");
    assert_eq!(told[0].why, Newer::CellDate);
    assert!(case.sources().unwrap().files[0].superseded.is_some());
}

#[test]
fn a_person_may_say_otherwise_and_take_it_back() {
    let (_folder, paths) = folder_of(&[("Kunder 2024-05-01.csv", BEFORE), ("Leads 2025-05-01.csv", AFTER)]);
    let mut case = case_of(&paths, &Setting::default());
    assert!(superseded(&case).is_empty());
    case.say_newer(2, 1).unwrap();
    assert_eq!(superseded(&case)[0].why, Newer::ByHand);
    let people = |case: Case| actions(&Audited::again(case, &Setting::default()).lists());

    // The other way round: now the first is the newest.
    case.say_newer(1, 2).unwrap();
    assert_eq!(superseded(&case)[0].name, "Kunder 2024-05-01.csv");
    assert_eq!(case.undo_snapshot().unwrap().as_deref(), Some("Kunder 2024-05-01.csv"));
    assert_eq!(superseded(&case)[0].name, "Leads 2025-05-01.csv");
    case.say_own(1, &mut onward).unwrap();
    assert!(superseded(&case).is_empty());
    case.undo_snapshot().unwrap();
    assert!(case.can_undo_snapshot().unwrap());
    case.undo_snapshot().unwrap();
    assert!(superseded(&case).is_empty() && case.undo_snapshot().unwrap().is_none());
    assert!(people(case).contains_key("cy@example.org"));
}

#[test]
fn what_was_said_to_be_two_sources_stays_so_for_the_next_export() {
    let (_folder, paths) = dated();
    let mut case = case_of(&paths, &Setting::default());
    case.say_own(2, &mut onward).unwrap();
    let (_later, later) = folder_of(&[("Kunder 2026-01-01.csv", AFTER.replace("eve@", "fay@"))]);
    import_all(&mut case, &later, &Setting::default());
    assert!(superseded(&case).is_empty(), "nobody can know of which of the two it is the next");
}

#[test]
fn a_file_is_no_newer_export_of_itself_or_of_another_systems_and_that_is_told_in_a_sentence() {
    let (_folder, paths) = dated();
    let mut case = case_of(&paths, &Setting::default());
    let error = case.say_newer(1, 1).unwrap_err().to_string();
    assert!(error.contains("Kunder 2024-05-01.csv") && error.contains("nothing was changed"), "{error}");
    assert!(case.say_newer(1, 99).is_err() && case.say_own(99, &mut onward).is_err());
    assert_eq!(superseded(&case).len(), 1);

    let header = "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,\
        LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS";
    let mailchimp = format!("{header}\nada@example.org,Ada,Test,2,,,,,,,,,,,,,1,ab12,,\n");
    let (_other, other) = folder_of(&[("subscribed_members_export_8f2c1a90b7.csv", mailchimp.as_str())]);
    import_all(&mut case, &other, &Setting::default());
    let error = case.say_newer(3, 1).unwrap_err().to_string();
    assert!(error.contains("different systems"), "{error}");
}

#[test]
fn what_is_known_of_exports_is_there_when_the_case_is_opened_again() {
    let (_folder, paths) = dated();
    let mut case = Case::new(Casefile::throwaway().unwrap());
    import_all(&mut case, &paths, &Setting::default());
    let reopened = Case::new(case.store);
    assert_eq!(superseded(&reopened).len(), 1);
    let lists = Audited::again(reopened, &Setting::default()).lists();
    lists.assert_same(&Audited::of(&paths, &Setting::default()).lists(), "derived again");
}
