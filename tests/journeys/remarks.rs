//! Remarks in a list kept by hand: what may be a no waits until somebody has read it.

use bonafide::case::Case;
use bonafide::case::sources::{Asked, State};
use bonafide::normalise::REST;
use bonafide::vocabulary::ConsentStatus;

use super::sources::{TABLE, case_of, words};
use crate::support::{Audited, Setting, folder_of, onward};

#[test]
fn remarks_that_may_be_a_no_are_asked_about_until_somebody_has_read_them() {
    let (_folder, paths) = folder_of(&[(
        "stammtisch.csv",
        "Gast;E-Mail;Gesprek;Newsletter\n\
         Ada Vogt;ada@example.org;mag den Riesling sehr;Ja\n\
         Bo Lind;bo@example.org;nur zum Sommerfest einladen;Ja\n\
         Eva Noll;eva@example.org;ni hablar;Ja\n",
    )]);
    let mut case = case_of(&paths, &Setting::default());
    let asked = |case: &Case| match &case.questions().unwrap()[..] {
        [question] => match &question.asked {
            Asked::Remarks { remarks, .. } => remarks.clone(),
            other => panic!("{other:?}"),
        },
        others => others.iter().map(|question| question.header.clone()).collect(),
    };
    assert_eq!(asked(&case), ["ni hablar", "nur zum Sommerfest einladen"]);
    // Nothing waits for it: people can be joined, and whoever has such a remark is held.
    let standing = |case: &Case| {
        let sources = case.sources().unwrap();
        (sources.open_questions, sources.files[0].questions, sources.files[0].unread, sources.files[0].state)
    };
    assert_eq!(standing(&case), (0, 0, 3, State::Read), "the third is read with them");
    case.audit(&Setting::default().audit(), &mut onward).unwrap();
    let held: Vec<String> = Audited::again(case, &Setting::default())
        .lists()
        .table("people.csv")
        .iter()
        .filter(|line| line["action"] == "hold" && line["rules"].contains("possible-refusal-unanswered"))
        .map(|line| line["email"].clone())
        .collect();
    assert_eq!(held, ["ada@example.org", "bo@example.org", "eva@example.org"]);
    let mut case = case_of(&paths, &Setting::default());
    let settled = [
        ("ni hablar", ConsentStatus::Withdrawn),
        ("nur zum Sommerfest einladen", ConsentStatus::Unknown),
        (REST, ConsentStatus::Unknown),
    ];
    case.correct(TABLE, 3, &words(&settled), &mut onward).unwrap();
    assert!(asked(&case).is_empty());
    assert_eq!(standing(&case), (0, 0, 0, State::Read));
    case.audit(&Setting::default().audit(), &mut onward).unwrap();
    let refused = case.store.ledger().unwrap();
    let states = |number: u32| refused.person(number).unwrap().cells().next().unwrap().states()[0].status;
    let by_address = |address: &str| (0..3).find(|at| refused.person(*at).unwrap().email() == Some(address)).unwrap();
    assert_eq!(states(by_address("eva@example.org")), ConsentStatus::Withdrawn);
    assert_eq!(states(by_address("bo@example.org")), ConsentStatus::Given);
}

#[test]
fn where_a_remark_speaks_of_messages_the_others_are_read_or_settled_together() {
    let (_folder, paths) = folder_of(&[(
        "chor.csv",
        "Name;E-Mail;Bemerkung;Newsletter\n\
         Ada Vogt;ada@example.org;mag den Riesling sehr;Ja\n\
         Bo Lind;bo@example.org;Rundmail ja bitte;Ja\n\
         Eva Noll;eva@example.org;mog koane Post ned;Ja\n\
         Kim Ott;kim@example.org;;Ja\n",
    )]);
    let held = |case: Case| -> Vec<String> {
        let people = Audited::again(case, &Setting::default()).lists().table("people.csv");
        let waits = people.iter().filter(|line| line["rules"].contains("possible-refusal-unanswered"));
        waits.map(|line| line["email"].clone()).collect()
    };
    let audited = |said: &[(&str, ConsentStatus)]| {
        let mut case = case_of(&paths, &Setting::default());
        if !said.is_empty() {
            case.correct(TABLE, 3, &words(said), &mut onward).unwrap();
        }
        case.audit(&Setting::default().audit(), &mut onward).unwrap();
        case
    };
    let [question] = &audited(&[]).questions().unwrap()[..] else { panic!("one question") };
    let Asked::Remarks { remarks, unread, .. } = &question.asked else { panic!("{question:?}") };
    assert!(remarks.is_empty() && unread.len() == 3, "{remarks:?} {unread:?}");
    assert_eq!(held(audited(&[])), ["ada@example.org", "bo@example.org", "eva@example.org"]);

    let said = [("mog koane Post ned", ConsentStatus::Withdrawn), (REST, ConsentStatus::Unknown)];
    let case = audited(&said);
    assert!(case.questions().unwrap().is_empty());
    let ledger = case.store.ledger().unwrap();
    let eva = (0..4).find_map(|at| ledger.person(at).filter(|one| one.email() == Some("eva@example.org"))).unwrap();
    assert_eq!(eva.cells().next().unwrap().states()[0].status, ConsentStatus::Withdrawn);
    assert!(held(case).is_empty());
}
