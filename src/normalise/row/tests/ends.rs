//! The day until which a consent was given, and what stands in its place.

use super::*;

fn end(cell: &str) -> (Contact, Vec<ConsentStatus>) {
    let table = with(&[("Newsletter", Field::OptinEmail), ("Consent until", Field::ConsentUntil)]);
    let contact = read(&table, &["ada@example.org", "yes", cell]).unwrap();
    let refusals = contact.claims().iter().map(|claim| claim.status).filter(|status| status.is_refusal()).collect();
    (contact, refusals)
}

#[test]
fn a_day_on_which_a_consent_ends_is_a_fact_and_claims_nothing() {
    let (contact, refusals) = end("2025-03-31");
    assert!(contact.moment(Field::ConsentUntil).is_some());
    assert_eq!((refusals, contact.open_columns()), (vec![], [].as_slice()));
}

#[test]
fn words_for_no_end_leave_the_consent_as_it_is() {
    for cell in
        ["unbefristet", "Until withdrawn", "bis auf Widerruf", "fino a revoca", "Tills vidare", "9999-12-31", ""]
    {
        let (contact, refusals) = end(cell);
        assert_eq!((refusals, contact.open_columns()), (vec![], [].as_slice()), "{cell}");
    }
}

#[test]
fn words_that_nobody_can_read_hold_and_a_refusal_refuses() {
    for cell in ["abgelaufen", "24 Monate", "bis Ende März", "until 30/2", "expired"] {
        let (contact, refusals) = end(cell);
        assert_eq!((refusals, contact.open_columns()), (vec![], [Column(2)].as_slice()), "{cell}");
    }
    for cell in ["widerrufen am 4.5.2024", "unsubscribed", "withdrawn"] {
        assert_eq!(end(cell).1, [Withdrawn], "{cell}");
    }
}

#[test]
fn a_no_among_dates_of_consent_that_nobody_is_sure_of_holds() {
    let mut table = with(&[("Newsletter", Field::OptinEmail), ("RGPD ok le", Field::ConsentAt)]);
    table.columns[2].confidence = 0.55;
    for cell in ["non", "nein", "no", "nie"] {
        let contact = read(&table, &["ada@example.org", "yes", cell]).unwrap();
        let refused = contact.claims().iter().any(|claim| claim.status.is_refusal());
        assert!(refused || contact.open_columns() == [Column(2)], "{cell}");
    }
    let contact = read(&table, &["ada@example.org", "yes", "2024-03-01"]).unwrap();
    assert_eq!(contact.open_columns(), []);
}
