#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::audit::CountryCode;
use crate::plan::{CellVerdict, Refused, SystemState};
use crate::vocabulary::{Class, ConsentStatus, Grade, System};

fn cell(channel: Channel, grade: Grade, class: Class, action: Action, status: ConsentStatus) -> CellVerdict {
    let says_yes = status == ConsentStatus::Given;
    let states = vec![SystemState { system: System::Mailchimp, status, says_yes, ids: Vec::new() }];
    CellVerdict { channel, purpose: String::new(), states, grade, class, action, by_rules: None }
}

fn verdict(cells: Vec<CellVerdict>) -> Verdict {
    Verdict {
        person: 0,
        email: Some("ada@example.org".to_owned()),
        phone: Some("+46701740605".to_owned()),
        more_emails: Vec::new(),
        more_phones: Vec::new(),
        country: CountryCode::UNKNOWN,
        rows: Vec::new(),
        links: Vec::new(),
        cells,
        findings: Vec::new(),
        declared: None,
    }
}

fn decision(id: u32, key: &str, channel: Channel, to: Action) -> Decision {
    Decision {
        id,
        key: key.to_owned(),
        channel,
        purpose: String::new(),
        from: Action::Hold,
        to,
        by: "Saga Lind".to_owned(),
        reason: "signed form".to_owned(),
        on: "2026-11-01".to_owned(),
        withdrawn_on: None,
    }
}

fn held() -> Verdict {
    verdict(vec![cell(Channel::Email, Grade::E2, Class::D, Action::Hold, ConsentStatus::Given)])
}

#[test]
fn a_hold_is_lifted_by_a_named_person() {
    let mut held = held();
    Decisions::of(vec![decision(1, "ada@example.org", Channel::Email, Action::Keep)]).lay_over(&mut held);
    assert_eq!((held.cells[0].action, held.cells[0].asked_for()), (Action::Keep, Action::Hold));
}

#[test]
fn the_last_decision_stands_and_a_withdrawn_one_does_not() {
    let (first, mut last) = (
        decision(1, "ada@example.org", Channel::Email, Action::Keep),
        decision(2, "ada@example.org", Channel::Email, Action::Suppress),
    );
    let stands = |history: Vec<Decision>| {
        let mut verdict = held();
        Decisions::of(history).lay_over(&mut verdict);
        verdict.cells[0].action
    };
    assert_eq!(stands(vec![first.clone(), last.clone()]), Action::Suppress);
    last.withdrawn_on = Some("2026-11-02".to_owned());
    assert_eq!(stands(vec![first, last]), Action::Keep);
}

#[test]
fn a_no_is_lifted_by_nobody_and_outlives_a_deletion() {
    let refused = verdict(vec![cell(Channel::Email, Grade::Neg, Class::N, Action::Suppress, ConsentStatus::Withdrawn)]);
    assert_eq!(permits(&refused, 0, Action::Keep), Err(Refused::SaidNo));
    assert_eq!(permits(&refused, 0, Action::Hold), Err(Refused::SaidNo));
    assert_eq!(permits(&refused, 0, Action::Delete), Err(Refused::LosesNo));
    assert_eq!(permits(&refused, 0, Action::Suppress), Ok(()));
}

#[test]
fn a_deletion_that_would_lose_the_no_on_another_channel_is_refused() {
    let both = verdict(vec![
        cell(Channel::Email, Grade::Neg, Class::N, Action::Suppress, ConsentStatus::Withdrawn),
        cell(Channel::Sms, Grade::E1, Class::D, Action::Hold, ConsentStatus::Given),
    ]);
    assert_eq!(permits(&both, 1, Action::Delete), Err(Refused::LosesNo));
    assert_eq!(permits(&both, 1, Action::Keep), Ok(()));
}

#[test]
fn what_nobody_said_yes_to_is_never_kept() {
    let nothing = verdict(vec![cell(Channel::Email, Grade::E0, Class::D, Action::Delete, ConsentStatus::Unknown)]);
    assert_eq!(permits(&nothing, 0, Action::Keep), Err(Refused::NothingShown));
    assert_eq!(permits(&nothing, 0, Action::Hold), Ok(()));
    assert_eq!(permits(&nothing, 0, Action::Delete), Ok(()));
}

#[test]
fn a_decision_about_a_number_follows_the_person_only_where_it_stops() {
    let applied = |to: Action| {
        let mut verdict = held();
        Decisions::of(vec![decision(1, "+46701740605", Channel::Email, to)]).lay_over(&mut verdict);
        verdict.cells[0].action
    };
    assert_eq!(applied(Action::Suppress), Action::Suppress);
    assert_eq!(applied(Action::Keep), Action::Hold);
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

fn any_cell(channel: Channel) -> impl Strategy<Value = CellVerdict> {
    (any_of(&Grade::ALL), any_of(&Class::ALL), any_of(&Action::ALL), any_of(&ConsentStatus::ALL)).prop_map(
        move |(grade, class, action, status)| {
            // The rules never let a refused cell be written to.
            let refused = matches!(grade, Grade::Neg | Grade::Dead);
            let action = if refused { Action::Suppress } else { action };
            cell(channel, grade, class, action, status)
        },
    )
}

proptest! {
    #[test]
    fn whatever_is_decided_no_refused_cell_permits_sending(
        email in any_cell(Channel::Email),
        sms in any_cell(Channel::Sms),
        decided in prop::collection::vec((any_of(&[Channel::Email, Channel::Sms]), any_of(&Action::ALL), 0..2_usize), 0..6),
    ) {
        let by_rules = verdict(vec![email, sms]);
        let mut shown = by_rules.clone();
        let keys = ["ada@example.org", "+46701740605"];
        let history = (1..).zip(decided).map(|(id, (channel, to, key))| decision(id, keys[key], channel, to)).collect();
        Decisions::of(history).lay_over(&mut shown);
        let loses_a_no = |cell: &CellVerdict| matches!(cell.grade, Grade::Neg | Grade::Dead);
        for (shown, rules) in shown.cells.iter().zip(&by_rules.cells) {
            prop_assert_eq!(shown.asked_for(), rules.action);
            if matches!(shown.grade, Grade::Neg | Grade::Dead) || matches!(shown.class, Class::N | Class::P) {
                prop_assert!(!shown.action.permits_sending() || shown.action == rules.action);
            }
            if loses_a_no(shown) {
                prop_assert!(!shown.action.permits_sending());
            }
            if by_rules.cells.iter().any(loses_a_no) && rules.action != Action::Delete {
                prop_assert_ne!(shown.action, Action::Delete);
            }
            if shown.action.permits_sending() {
                prop_assert!(rules.action.permits_sending() || rules.action == Action::Hold);
            }
            // Nobody is asked again because somebody decided so: that gate has its own key.
            prop_assert!(shown.action != Action::ReConsent || rules.action == Action::ReConsent);
        }
    }
}
