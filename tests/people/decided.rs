//! Decisions by hand: kept by address, undone, and never against a no.

use bonafide::case::people::{People, PeopleFilter};
use bonafide::case::{Bucket, Case, CaseError, DecisionError, Order};
use bonafide::plan::Refused;
use bonafide::store::Ledger;
use bonafide::vocabulary::{Action, Grade};

use super::support::{Audited, Setting, folder_of, import_all};
use super::{number, of, sample};

const SMALL: &str = "email,full_name,status,consent_at,unsubscribed_at\n\
    ada@example.org,Ada Falk,subscribed,2025-03-01 10:00,\n\
    bo@example.org,Bo Ek,unsubscribed,,2025-05-05\n\
    cia@example.org,Cia Dahl,subscribed,2025-03-02 10:00,\n";

fn order(person: u32, to: Bucket) -> Order {
    Order { person, cell: 0, to, by: "Saga Lind".to_owned(), reason: "signed form, scan 2026-114".to_owned() }
}

fn actions(case: &Case) -> Vec<Action> {
    let mut actions = Vec::new();
    case.store
        .each_verdict(|verdict| -> Result<(), CaseError> {
            actions.push(verdict.cells[0].action);
            Ok(())
        })
        .unwrap();
    actions
}

fn outcome(case: &Case) -> [u64; 4] {
    let outcome = case.summary().unwrap().unwrap().outcome;
    [outcome.keep, outcome.hold, outcome.stop, outcome.delete]
}

fn refused(decided: Result<u32, CaseError>) -> Refused {
    match decided {
        Err(CaseError::Decision(DecisionError::Refused(refused))) => refused,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_decision_is_seen_wherever_the_case_is_read_and_undone_without_a_trace_in_the_verdict() {
    let (audited, mut ledger) = of(SMALL);
    let case = &audited.case;
    let (before, was) = (actions(case), outcome(case));
    assert_eq!(before, [Action::Hold, Action::Suppress, Action::Hold]);
    let lists = audited.lists();
    let made = case.decide(&mut ledger, &order(0, Bucket::Keep), "2026-11-02").unwrap();
    assert_eq!(actions(case), [Action::Keep, Action::Suppress, Action::Hold]);
    assert_eq!(outcome(case), [was[0] + 1, was[1] - 1, was[2], was[3]]);
    let kept = PeopleFilter { buckets: vec![Bucket::Keep], ..PeopleFilter::default() };
    assert_eq!(People::default().facets(&ledger, &kept).left, 1);
    assert_eq!(case.store.ledger().unwrap().person(0).unwrap().cells().next().unwrap().action(), Action::Keep);
    assert!(audited.lists().table("lists/keep.csv").iter().any(|line| line["email"] == "ada@example.org"));
    let view = case.person(&ledger, 0).unwrap().unwrap();
    assert_eq!((view.cells[0].action, view.cells[0].by_rules), (Action::Keep, Action::Hold));
    assert!(view.decisions[0].stands && view.decisions[0].by == "Saga Lind");

    case.undo_decision(&mut ledger, made, "2026-11-03").unwrap();
    assert_eq!((actions(case), outcome(case)), (before, was));
    lists.assert_same(&audited.lists(), "after the decision was taken back");
    let view = case.person(&ledger, 0).unwrap().unwrap();
    assert_eq!(view.decisions[0].withdrawn_on.as_deref(), Some("2026-11-03"));
    assert!(!view.decisions[0].stands);
    assert!(case.undo_decision(&mut ledger, made, "2026-11-03").is_err());
}

#[test]
fn findings_counts_the_same_while_people_are_judged_and_after_they_are_decided_on() {
    let (audited, mut ledger) = sample();
    let case = &audited.case;
    let judged = case.counted_overview().unwrap().expect("an audit counts what Findings shows");
    assert!(judged.people > 1_000 && judged.disagreement.people > 0 && !judged.consents.spikes.is_empty());
    let permitted =
        (0..judged.people).find_map(|person| case.decide(&mut ledger, &order(person, Bucket::Keep), "2026-11-02").ok());
    assert!(case.counted_overview().unwrap().is_none(), "what was counted before a decision no longer holds");
    let decided = case.overview(&ledger).unwrap().unwrap();
    assert_eq!(decided.outcome.keep, judged.outcome.keep + 1);
    assert_eq!(case.counted_overview().unwrap(), Some(decided.clone()));

    let again = Audited::again(audited.case, &Setting::default());
    let mut case = again.case;
    assert_eq!(case.counted_overview().unwrap(), Some(decided), "an audit counts what is decided");
    case.undo_decision(&mut ledger, permitted.unwrap(), "2026-11-03").unwrap();
    assert_eq!(case.overview(&case.store.ledger().unwrap()).unwrap(), Some(judged));
    let (_folder, paths) = folder_of(&[("more.csv", "email,status\naa@example.org,subscribed\n")]);
    import_all(&mut case, &paths, &Setting::default());
    assert!(case.counted_overview().unwrap().is_none(), "another file takes it back");
}

#[test]
fn a_decision_needs_a_name_and_a_reason() {
    let (audited, mut ledger) = of(SMALL);
    let nameless = Order { by: "  ".to_owned(), ..order(0, Bucket::Keep) };
    let baseless = Order { reason: String::new(), ..order(0, Bucket::Keep) };
    for order in [nameless, baseless] {
        assert!(audited.case.decide(&mut ledger, &order, "2026-11-02").is_err());
    }
    assert!(audited.case.store.decisions().unwrap().is_empty());
}

#[test]
fn nobody_decides_against_a_no_of_the_sample() {
    let (audited, mut ledger) = sample();
    let mut noes = 0;
    let said_no = |person: &bonafide::store::Person<'_>| person.cells().any(|cell| cell.grade() == Grade::Neg);
    let people: Vec<u32> = ledger.people().filter(said_no).step_by(3).map(|person| person.number()).collect();
    for person in people {
        let verdict = audited.case.store.verdict(person).unwrap().unwrap();
        for (cell, judged) in (0..).zip(&verdict.cells) {
            if judged.grade != Grade::Neg {
                continue;
            }
            noes += 1;
            for to in [Bucket::Keep, Bucket::Hold, Bucket::Delete] {
                let order = Order { cell, ..order(person, to) };
                let why = refused(audited.case.decide(&mut ledger, &order, "2026-11-02"));
                assert!(matches!(why, Refused::SaidNo | Refused::LosesNo));
            }
        }
    }
    assert!(noes > 10);
    assert!(audited.case.store.decisions().unwrap().is_empty());
}

#[test]
fn a_decision_follows_the_address_when_files_are_added_and_falls_before_a_no() {
    let (audited, mut ledger) = of(SMALL);
    let cia = number(&ledger, "cia@example.org");
    audited.case.decide(&mut ledger, &order(cia, Bucket::Keep), "2026-11-02").unwrap();
    let settings = audited.case.settings().unwrap();
    let mut case = audited.case;

    // Others come in whose addresses stand before hers, so that her number is another.
    let (_folder, paths) = folder_of(&[("more.csv", "email,status\naa@example.org,subscribed\nab@example.org,\n")]);
    import_all(&mut case, &paths, &Setting::default());
    let again = Audited::again(case, &Setting::default());
    let ledger: Ledger = again.case.store.ledger().unwrap();
    let moved = number(&ledger, "cia@example.org");
    assert_ne!(moved, cia);
    assert_eq!(ledger.person(moved).unwrap().cells().next().unwrap().action(), Action::Keep);
    assert_eq!(again.summary.outcome.keep, 1, "what an audit comes to holds what was decided");

    // Then a list that knows her no.
    let mut case = again.case;
    let (_folder, paths) =
        folder_of(&[("no.csv", "email,status,unsubscribed_at\ncia@example.org,unsubscribed,2026-01-01\n")]);
    import_all(&mut case, &paths, &Setting::default());
    let last = Audited::again(case, &Setting::default());
    last.case.keep_settings(&settings).unwrap();
    let ledger = last.case.store.ledger().unwrap();
    let cia = number(&ledger, "cia@example.org");
    assert_eq!(ledger.person(cia).unwrap().cells().next().unwrap().action(), Action::Suppress);
    let view = last.case.person(&ledger, cia).unwrap().unwrap();
    assert!(view.decisions.len() == 1 && !view.decisions[0].stands);
    assert_eq!(last.summary.outcome.keep, 0);
}
