//! Lists kept by hand, of no known system: each speaks for itself wherever systems are set against each other, and all
//! of them are `list` in what is written for other programs.

use std::io::Write as _;

use bonafide::case::people::{Conflict, People, PeopleFilter, PeopleSort};
use bonafide::case::{Overview, Settings};
use bonafide::store::Ledger;
use bonafide::vocabulary::{ConsentStatus, Voice, Voices};

use crate::support::{Audited, Setting, TODAY, folder_of};

const TILL: &str = "email,status\n\
    ada@example.org,subscribed\n\
    bo@example.org,subscribed\n\
    cy@example.org,subscribed\n\
    cy@example.org,unsubscribed\n\
    dee@example.org,subscribed\n";
const STAND: &str = "email,status\nada@example.org,unsubscribed\nbo@example.org,subscribed\n";
const COURSES: &str = "email,status\nbo@example.org,unsubscribed\n";

/// One list by itself, and two of one file.
fn audited() -> Audited {
    let mut bundle = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, list) in [("stand.csv", STAND), ("courses.csv", COURSES)] {
        bundle.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        bundle.write_all(list.as_bytes()).unwrap();
    }
    let bundle = bundle.finish().unwrap().into_inner();
    let (_folder, paths) = folder_of(&[("fair.zip", bundle), ("till.csv", TILL.into())]);
    let audited = Audited::of(&paths, &Setting::default());
    let settings = Settings { today: TODAY.to_owned(), ..Settings::default() };
    audited.case.keep_settings(&settings).unwrap();
    audited
}

fn overview(audited: &Audited) -> (Overview, Ledger) {
    let ledger = audited.case.store.ledger().unwrap();
    (audited.case.overview(&ledger).unwrap().unwrap(), ledger)
}

fn voice(word: &str) -> Voice {
    word.parse().unwrap()
}

const COURSE_LIST: &str = "list:fair.zip, courses.csv";
const STAND_LIST: &str = "list:fair.zip, stand.csv";
const TILL_LIST: &str = "list:till.csv";

#[test]
fn every_list_of_no_system_has_a_row_and_a_column_of_the_matrix() {
    let audited = audited();
    let (Overview { disagreement, .. }, ledger) = overview(&audited);
    let voices: Vec<String> = disagreement.systems.iter().map(|one| one.voice.word()).collect();
    assert_eq!(voices, [COURSE_LIST, STAND_LIST, TILL_LIST]);
    assert!(disagreement.systems.iter().all(|one| one.carries_refusals));
    let pairs: Vec<(String, String, u32)> =
        disagreement.pairs.iter().map(|pair| (pair.no_in.word(), pair.yes_in.word(), pair.people)).collect();
    let expected = [
        (COURSE_LIST, STAND_LIST, 1),
        (COURSE_LIST, TILL_LIST, 1),
        (STAND_LIST, TILL_LIST, 1),
        (TILL_LIST, TILL_LIST, 1),
    ];
    assert_eq!(pairs, expected.map(|(no, yes, people)| (no.to_owned(), yes.to_owned(), people)));
    assert_eq!((disagreement.people, disagreement.within_one), (3, 1), "Cy alone contradicts one list only");

    let people = People::default();
    for pair in &disagreement.pairs {
        let conflict = Some(Conflict { no_in: pair.no_in.clone(), yes_in: pair.yes_in.clone() });
        let filter = PeopleFilter { conflict, ..PeopleFilter::default() };
        assert_eq!(people.facets(&ledger, &filter).left, pair.people, "{pair:?}");
    }
    let nobody = Some(Conflict { no_in: voice(TILL_LIST), yes_in: voice(COURSE_LIST) });
    assert_eq!(people.facets(&ledger, &PeopleFilter { conflict: nobody, ..PeopleFilter::default() }).left, 0);
}

#[test]
fn every_list_of_no_system_has_a_column_and_a_choice_among_people() {
    let audited = audited();
    let ledger = audited.case.store.ledger().unwrap();
    let people = People::default();
    let facets = people.facets(&ledger, &PeopleFilter::default());
    let told: Vec<(&str, u32)> = facets.systems.iter().map(|value| (value.value.as_str(), value.people)).collect();
    assert_eq!(told, [(COURSE_LIST, 1), (STAND_LIST, 2), (TILL_LIST, 4)]);

    let stand = PeopleFilter { systems: vec![voice(STAND_LIST)], ..PeopleFilter::default() };
    let page = people.page(&ledger, &stand, PeopleSort::default(), 0, 10);
    assert_eq!(page.systems, [COURSE_LIST, STAND_LIST, TILL_LIST].map(voice));
    let (yes, no) = (Some(ConsentStatus::Given), Some(ConsentStatus::Withdrawn));
    let rows: Vec<_> = page.rows.iter().map(|row| (row.email.as_deref().unwrap(), row.states.clone())).collect();
    assert_eq!(rows, [("ada@example.org", vec![None, no, yes]), ("bo@example.org", vec![no, yes, yes])]);
    assert_eq!(people.facets(&ledger, &stand).left, 2);
}

#[test]
fn what_is_written_for_other_programs_knows_all_lists_as_one() {
    let audited = audited();
    let lists = audited.lists();
    let told: Vec<(String, String, String)> = lists
        .table("people.csv")
        .into_iter()
        .map(|line| (line["email"].clone(), line["systems"].clone(), line["states"].clone()))
        .collect();
    let line = |email: &str, state: &str| (format!("{email}@example.org"), "list".to_owned(), format!("list={state}"));
    assert_eq!(
        told,
        [
            line("ada", "unsubscribed"),
            line("bo", "unsubscribed"),
            line("cy", "unsubscribed"),
            line("dee", "subscribed")
        ],
        "the strictest of what they say"
    );
    let fixed: Vec<String> = lists.table("fix/list.csv").into_iter().map(|line| line["email"].clone()).collect();
    assert_eq!(fixed, ["ada@example.org", "bo@example.org", "cy@example.org"]);
    assert_eq!(audited.summary.systems.iter().collect::<Vec<_>>(), [(&"list".to_owned(), &4)]);
}

#[test]
fn exports_of_one_list_are_one_voice_by_the_name_of_the_newest() {
    let before =
        "email,status,created\nada@example.org,subscribed,2024-01-03\nbo@example.org,unsubscribed,2024-01-04\n";
    let after = "email,status,created\nada@example.org,subscribed,2024-01-03\nbo@example.org,subscribed,2024-01-04\n";
    let (_folder, paths) = folder_of(&[("Kunder 2024-05-01.csv", before), ("Kunder 2025-05-01.csv", after)]);
    let (Overview { disagreement, .. }, ledger) = overview(&Audited::of(&paths, &Setting::default()));
    let newest = voice("list:Kunder 2025-05-01.csv");
    assert_eq!(disagreement.systems.iter().map(|one| &one.voice).collect::<Vec<_>>(), [&newest]);
    assert_eq!((disagreement.people, disagreement.within_one), (1, 1));
    assert_eq!((&disagreement.pairs[0].no_in, &disagreement.pairs[0].yes_in), (&newest, &newest));
    let page = People::default().page(&ledger, &PeopleFilter::default(), PeopleSort::default(), 0, 10);
    assert_eq!(page.systems, [newest]);
}

#[test]
fn more_lists_than_there_are_places_for_share_the_last() {
    let lists: Vec<(String, String)> = (0..70)
        .map(|number| {
            let status = if number == 69 { "unsubscribed" } else { "subscribed" };
            (format!("{number:02} shop.csv"), format!("email,status\n{status}{}@example.org,{status}\n", number % 69))
        })
        .chain([("99 last.csv".to_owned(), "email,status\nunsubscribed0@example.org,subscribed\n".to_owned())])
        .collect();
    let files: Vec<(&str, &str)> = lists.iter().map(|(name, list)| (name.as_str(), list.as_str())).collect();
    let (_folder, paths) = folder_of(&files);
    let (Overview { disagreement, .. }, ledger) = overview(&Audited::of(&paths, &Setting::default()));
    assert_eq!(disagreement.systems.len(), Voices::MOST);
    let last = &disagreement.systems[Voices::MOST - 1].voice;
    assert_eq!(*last, Voice::OTHER_LISTS);
    assert_eq!((disagreement.people, disagreement.within_one), (1, 1), "they cannot be told apart any more");
    assert_eq!((&disagreement.pairs[0].no_in, &disagreement.pairs[0].yes_in), (last, last));
    let people = People::default();
    let facets = people.facets(&ledger, &PeopleFilter::default());
    assert_eq!(facets.systems.len(), Voices::MOST);
    let told = |place: usize| (facets.systems[place].value.as_str(), facets.systems[place].people);
    assert_eq!((told(62), told(63)), (("list:62 shop.csv", 1), ("list", 7)));
    let others = PeopleFilter { systems: vec![Voice::OTHER_LISTS], ..PeopleFilter::default() };
    assert_eq!(people.page(&ledger, &others, PeopleSort::default(), 0, 100).total, 7);
}
