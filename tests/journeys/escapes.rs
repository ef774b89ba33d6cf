//! Ways on which a no could get lost between two files, and does not.

use std::collections::{BTreeMap, BTreeSet};

use bonafide::case::sources::{Change, State};
use bonafide::case::{Case, Imported};
use bonafide::store::Casefile;
use bonafide::vocabulary::{Field, TableId};

use crate::sources::case_of;
use crate::support::{Audited, Setting, folder_of, onward, permuted};

/// What becomes of a cell, by what the person is reached at.
fn actions(audited: &Audited, channel: &str) -> BTreeMap<String, String> {
    let people = audited.lists().table("people.csv").into_iter().filter(|line| line["channel"] == channel);
    people
        .map(|line| {
            let at = if channel == "email" { "email" } else { "phone" };
            (line[at].clone(), line["action"].clone())
        })
        .collect()
}

#[test]
fn the_same_bytes_under_a_name_that_says_no_are_another_file_in_either_order() {
    let list = "email,name\nada@example.org,Ada\nbo@example.org,Bo\n";
    let (_folder, paths) = folder_of(&[("a.csv", list), ("unsubscribed.csv", list), ("a (1).csv", list)]);
    let two = Audited::of(&paths[..2], &Setting::default());
    assert!(actions(&two, "email").values().all(|action| action == "suppress"));
    assert_eq!(two.summary.files, 2, "nothing is replaced silently");
    two.lists().assert_same(&Audited::of(&permuted(&paths, &[1, 0]), &Setting::default()).lists(), "the other way");

    // A copy under a name that says nothing else is the same file, and so is either of the two.
    let mut case = case_of(&paths[..2], &Setting::default());
    for (path, there) in [(2, "a.csv"), (0, "a.csv"), (1, "unsubscribed.csv")] {
        let imported = case.import(&paths[path], &Setting::default().import(), &mut onward).unwrap();
        assert_eq!(imported, Imported::AlreadyThere(there.into()));
    }
    // Forgotten and imported again, each is what it was.
    for (forgotten, path) in [(1, 0), (2, 1)] {
        case.forget(forgotten, "2026-11-05", &mut onward).unwrap();
        assert!(matches!(case.import(&paths[path], &Setting::default().import(), &mut onward), Ok(Imported::Added(_))));
    }
    let mut hashes: Vec<[u8; 32]> = case.store.files().unwrap().iter().map(|file| file.sha256).collect();
    hashes.dedup();
    assert_eq!(hashes.len(), 1, "their hash is that of their bytes");
    two.lists().assert_same(&Audited::again(case, &Setting::default()).lists(), "forgotten and imported again");
}

#[test]
fn a_no_holds_for_every_address_and_number_of_its_row_wherever_it_stands() {
    let crm = |rows: &str| format!("E-mail,E-mail 2,E-mail 3,Name,Do not email\n{rows}\n");
    let news = "email,newsletter\nann.work@example.com,yes\ncy@example.com,yes\n";
    for rows in [
        "\"ann@example.com; ann.work@example.com\",,,Ann,yes",
        "\"Ann <ann@example.com>, Ann <ANN.WORK@example.com>\",,,Ann,yes",
        "ann@example.com/ann.work@example.com,,,Ann,yes",
        "ann@example.com,ann@example.org,ann.work@example.com,Ann,yes",
        "ann@example.com,\"ann@example.org, ann.work@example.com\",,Ann,yes",
        "n/a@ ; ann.work@example.com,,,Ann,yes",
    ] {
        let crm = crm(rows);
        let (_folder, paths) = folder_of(&[("crm.csv", crm.as_str()), ("news.csv", news)]);
        for order in [[0, 1], [1, 0]] {
            let audited = Audited::of(&permuted(&paths, &order), &Setting::default());
            let actions = actions(&audited, "email");
            assert_eq!(actions["ann.work@example.com"], "suppress", "{rows}");
            assert_ne!(actions["cy@example.com"], "suppress", "{rows}");
            let findings = audited.lists().table("findings.csv");
            assert!(
                findings.iter().any(|finding| finding["file"] == "crm.csv"),
                "the cell that says no is named: {rows}"
            );
        }
    }
    // The other way: who has two addresses in a cell is reached at the one that said no.
    let both = crm("\"ann@example.com; ann.work@example.com\",,,Ann,");
    let gone = "email,unsubscribed\nann.work@example.com,yes\n";
    let (_folder, paths) = folder_of(&[("crm.csv", both.as_str()), ("gone.csv", gone)]);
    assert_eq!(actions(&Audited::of(&paths, &Setting::default()), "email")["ann@example.com"], "suppress");

    let numbers = "phone,name,sms opt-out\n+46701740605 / +46701740606,Ann,yes\n";
    let texts = "phone,sms consent\n+46701740606,yes\n+46701740607,yes\n";
    let (_folder, paths) = folder_of(&[("crm.csv", numbers), ("sms.csv", texts)]);
    let actions = actions(&Audited::of(&paths, &Setting::default()), "sms");
    assert_eq!(actions["+46701740606"], "suppress");
    assert_ne!(actions["+46701740607"], "suppress");
}

#[test]
fn whoever_said_no_is_to_be_stopped_at_every_address_and_number_of_theirs() {
    let news = "email,newsletter\nann@example.com,yes\nann.work@example.com,yes\ncy@example.com,yes\n";
    for crm in [
        "Name,Email,Email 2,Unsubscribed\nAnn,ann@example.com,ann.work@example.com,yes\n",
        "Name,Email,Unsubscribed\nAnn,\"ann@example.com, ann.work@example.com\",yes\n",
        "Name;E-Mail privat;E-Mail Büro;abgemeldet\nAnn;ann@example.com;ann.work@example.com;ja\n",
        "Nom,E-mail,Autre e-mail,Désabonné\nAnn,ann@example.com,ann.work@example.com,oui\n",
    ] {
        let (_folder, paths) = folder_of(&[("crm.csv", crm), ("news.csv", news)]);
        let lists = Audited::of(&paths, &Setting::default()).lists();
        let at =
            |name: &str| -> BTreeSet<String> { lists.table(name).iter().map(|line| line["email"].clone()).collect() };
        let both = BTreeSet::from(["ann@example.com".to_owned(), "ann.work@example.com".to_owned()]);
        assert_eq!((at("lists/suppress.csv"), at("fix/list.csv")), (both.clone(), both), "{crm}");
        let people = lists.table("people.csv");
        let grade = |email: &str| people.iter().find(|line| line["email"] == email).map(|line| line["grade"].as_str());
        assert_eq!(grade("ann@example.com"), Some("NEG"), "{crm}");
        assert!(grade("ann.work@example.com").is_none_or(|grade| grade == "NEG"), "{crm}: {people:?}");
    }

    let calls = "Name,Phone,Mobile,Do not call\nAnn,+46701740605,+46701740606,yes\n";
    let (_folder, paths) = folder_of(&[("crm.csv", calls), ("calls.csv", "phone,phone opt-in\n+46701740606,yes\n")]);
    let lists = Audited::of(&paths, &Setting::default()).lists();
    let stopped: BTreeSet<String> =
        lists.table("lists/suppress.csv").iter().map(|line| line["phone"].clone()).collect();
    assert_eq!(stopped, BTreeSet::from(["+46701740605".to_owned(), "+46701740606".to_owned()]));
    assert_eq!(lists.table("fix/list-phone_live.csv").len(), 2);
}

#[test]
fn who_left_after_the_day_of_their_consent_is_unsubscribed_and_accused_of_nothing() {
    let contradicted = "resubscribed-without-evidence";
    for (header, row, state, accused) in [
        ("email,consent date,unsubscribed at", "2024-03-14 10:00,2025-01-02 09:00", "list=unsubscribed", false),
        ("E-Mail;Einwilligung am;abgemeldet am", "14.03.2024;02.01.2025", "list=unsubscribed", false),
        ("email,consent date,unsubscribed at", "2025-01-02 09:00,2024-03-14 10:00", "list=subscribed", true),
        ("email,consent date,status,unsubscribed at", "2024-03-14,subscribed,2025-01-02", "list=subscribed", true),
        ("email,consent date,unsubscribed at", "2024-03-14 10:00,", "list=subscribed", false),
    ] {
        let separator = if header.contains(';') { ';' } else { ',' };
        let list = format!("{header}\nann@example.org{separator}{row}\nbo@example.org{separator}{row}\n");
        let (_folder, paths) = folder_of(&[("list.csv", &list)]);
        let people = Audited::of(&paths, &Setting::default()).lists().table("people.csv");
        let ann = people.iter().find(|line| line["email"] == "ann@example.org").unwrap();
        assert_eq!((ann["states"].as_str(), ann["rules"].contains(contradicted)), (state, accused), "{header}: {row}");
        assert_eq!(ann["grade"] == "NEG", !row.ends_with(','), "{header}: {row}");
    }
}

#[test]
fn a_message_goes_to_one_address_of_a_person() {
    let crm = "Name,Email,Email 2\nAnn,ann@example.com,ann.work@example.com\n";
    let news = "email,newsletter\nann.work@example.com,yes\n";
    let (_folder, paths) = folder_of(&[("crm.csv", crm), ("news.csv", news)]);
    let lists = Audited::of(&paths, &Setting { home: Some("US"), ..Setting::default() }).lists();
    let people = lists.table("people.csv");
    assert_eq!(people.len(), 1, "{people:?}");
    assert_eq!(lists.table("lists/keep.csv").len(), 1, "{people:?}");
}

#[test]
fn a_yes_is_nobodys_but_of_who_said_it_though_two_addresses_share_a_cell() {
    let crm = "email,name\n\"ann@example.com; bo@example.com\",Ann\n";
    let news = "email,newsletter\nbo@example.com,yes\n";
    let (_folder, paths) = folder_of(&[("crm.csv", crm), ("news.csv", news)]);
    let audited = Audited::of(&paths, &Setting::default());
    let people = audited.lists().table("people.csv");
    let said_yes =
        |email: &str| people.iter().any(|line| line["email"] == email && line["states"].contains("=subscribed"));
    assert_eq!((audited.summary.people, said_yes("bo@example.com"), said_yes("ann@example.com")), (2, true, false));
}

#[test]
fn a_no_of_an_older_export_finds_its_person_by_their_number_where_numbers_are_kept() {
    let list = |ann: (&str, &str), bo: u8, cy: u8| {
        format!("id,email,newsletter\n1,{},{}\n{bo},bo@example.com,yes\n{cy},cy@example.com,yes\n", ann.0, ann.1)
    };
    let before = list(("ann@example.com", "no"), 2, 3);
    for (after, expected) in [
        (list(("ann.new@example.com", "yes"), 2, 3), "suppress"),
        // Lines that are only counted: nobody inherits the no of who stood on line 1.
        (list(("ann.new@example.com", "yes"), 3, 4), "other"),
    ] {
        let (_folder, paths) = folder_of(&[("Kunder 2023-05-01.csv", &before), ("Kunder 2024-05-01.csv", &after)]);
        for order in [[0, 1], [1, 0]] {
            let audited = Audited::of(&permuted(&paths, &order), &Setting::default());
            assert_eq!(audited.summary.older_tables, 1);
            let actions = actions(&audited, "email");
            let found = actions.get("ann.new@example.com").map_or("", String::as_str);
            assert_eq!(found == "suppress", expected == "suppress", "{after}: {actions:?}");
            assert!(actions.get("ann@example.com").is_none_or(|action| action == "suppress"));
            assert_ne!(actions["bo@example.com"], "suppress");
        }
    }
}

#[test]
fn what_is_said_of_columns_without_headers_holds_for_that_file_alone() {
    let one = "ada@example.org,Ada,yes\nbo@example.org,Bo,no\ncy@example.org,Cy,yes\n";
    let other = "dee@example.org,Dee,yes\neve@example.org,Eve,no\nfay@example.org,Fay,yes\n";
    let (_folder, paths) = folder_of(&[("one.csv", one), ("other.csv", other)]);
    let mut case = Case::new(Casefile::throwaway().unwrap());
    case.import(&paths[0], &Setting::default().import(), &mut onward).unwrap();
    assert_eq!(case.store.tables().unwrap()[0].header_row, 0);
    case.correct(TableId(0), 3, &Change::Meaning { field: Some(Field::OptinEmail) }, &mut onward).unwrap();
    case.import(&paths[1], &Setting::default().import(), &mut onward).unwrap();
    let field = |case: &Case, table: usize| case.store.tables().unwrap()[table].recognition.columns[2].field;
    assert_eq!(field(&case, 0), Some(Field::OptinEmail));
    assert_ne!(field(&case, 1), Some(Field::OptinEmail));
    let layouts: Vec<String> = case.history().unwrap().imports.iter().map(|one| one.tables[0].layout.clone()).collect();
    assert_ne!(layouts[0], layouts[1]);
    // It is remembered for the very same file, though.
    case.forget(1, "2026-11-05", &mut onward).unwrap();
    case.import(&paths[0], &Setting::default().import(), &mut onward).unwrap();
    assert_eq!(field(&case, 1), Some(Field::OptinEmail));
}

#[test]
fn two_lists_that_contradict_each_other_are_told_apart_by_their_files() {
    let gone = "email,unsubscribed\nada@example.org,yes\n";
    let news = "email,newsletter\nada@example.org,yes\nbo@example.org,no\n";
    let (_folder, paths) = folder_of(&[("gone.csv", gone), ("news.csv", news)]);
    let findings = Audited::of(&paths, &Setting::default()).lists().table("findings.csv");
    let because: Vec<&str> = findings.iter().map(|finding| finding["because"].as_str()).collect();
    let told = because.iter().filter(|because| because.contains("gone.csv") && because.contains("news.csv"));
    assert!(told.count() > 0, "{because:?}");
    assert!(because.iter().all(|because| !because.contains("in list, subscribed in list")), "{because:?}");
}

#[test]
fn a_consent_whose_day_can_be_read_both_ways_lifts_no_no() {
    let no = "email,unsubscribed,unsubscribed at\nada@example.org,yes,2024-03-20\n";
    let consent = |day: &str, other: &str| {
        let line = |email: &str, day: &str| format!("{email},yes,{day},I ticked the box,fair form,192.0.2.7\n");
        format!(
            "email,newsletter,consent date,consent method,consent form,consent ip\n{}{}",
            line("ada@example.org", day),
            line("bo@example.org", other)
        )
    };
    // Either 5 April or 4 May; both are later, and still nobody knows the day.
    let both_ways = consent("05/04/2024", "06/04/2024");
    let (_folder, paths) = folder_of(&[("no.csv", no), ("yes.csv", both_ways.as_str())]);
    assert_eq!(actions(&Audited::of(&paths, &Setting::default()), "email")["ada@example.org"], "suppress");
}

#[test]
fn a_list_that_names_people_by_hashes_says_that_its_noes_do_not_count() {
    let hash = "5658ffccee7f0ebfda2b226238b1eb6e";
    for list in [format!("email_md5\n{hash}\n"), format!("email,status\n{hash},unsubscribed\n")] {
        let news = "email,newsletter\nann@example.com,yes\n";
        let (_folder, paths) = folder_of(&[("suppression.csv", list.as_str()), ("news.csv", news)]);
        let audited = Audited::of(&paths, &Setting::default());
        let rejected = audited.lists().table("rejected.csv");
        assert!(rejected.len() == 1 && rejected[0]["reason"].contains("hash"), "{rejected:?}");
        let files = audited.case.sources().unwrap().files;
        let card = &files.iter().find(|file| file.name == "suppression.csv").unwrap().tables[0];
        assert_eq!((card.lacks.as_deref(), card.state), (Some("lacks-addresses"), State::Incomplete), "{list}");
    }
}

#[test]
fn a_column_of_placeholders_is_one_of_placeholders_and_has_no_order_of_days() {
    let rules = |list: &str| -> Vec<String> {
        let (_folder, paths) = folder_of(&[("list.csv", list)]);
        let findings = Audited::of(&paths, &Setting::default()).lists().table("findings.csv");
        findings.iter().map(|found| format!("{} {}", found["rule"], found["because"])).collect()
    };
    for day in ["1899-12-30", "30/12/1899", "0000-00-00"] {
        let found =
            rules(&format!("Email,Consent date,Newsletter\na@example.org,{day},yes\nb@example.org,{day},yes\n"));
        assert!(found.iter().any(|found| found.contains("a placeholder instead of a date")), "{day}: {found:?}");
        assert!(!found.iter().any(|found| found.contains("cannot be told apart")), "{day}: {found:?}");
    }
    for cell in ["today", "NaN", "2024-03"] {
        let found =
            rules(&format!("Email,Consent date,Newsletter\na@example.org,{cell},yes\nb@example.org,{cell},yes\n"));
        assert!(!found.iter().any(|found| found.contains("cannot be told apart")), "{cell}: {found:?}");
    }
}
