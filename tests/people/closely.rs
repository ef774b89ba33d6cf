//! One person, closely.

use bonafide::case::Bucket;
use bonafide::case::person::{EventKind, PersonView, SideKind};
use bonafide::vocabulary::{ConsentStatus, Field, System};

use super::{number, sample};

fn keys(view: &PersonView) -> Vec<&str> {
    view.said.iter().map(|said| said.key.as_str()).collect()
}

#[test]
fn whoever_left_one_list_and_stands_on_another_is_told_so_with_both_cells() {
    let (audited, ledger) = sample();
    let view = audited.case.person(&ledger, number(&ledger, "oskar.nordin@example.org")).unwrap().unwrap();
    assert_eq!(keys(&view)[..2], ["people-said-no-on", "people-said-still"]);
    let systems: Vec<System> = view.sources.iter().map(|source| source.system).collect();
    assert_eq!(systems, [System::HubSpot, System::Mailchimp]);
    let state = &view.side[0];
    assert!(state.differ && state.field.is_none());
    assert_eq!(state.cells[0].status, Some(ConsentStatus::Given));
    assert_eq!(state.cells[1].status, Some(ConsentStatus::Withdrawn));
    for cell in &state.cells {
        assert!(!cell.quotes.is_empty() && cell.quotes.iter().all(|quote| quote.row > 0 && !quote.file.is_empty()));
    }
    let left = view.events.iter().find(|event| event.kind == EventKind::Withdrew).unwrap();
    assert_eq!(Some(&left.told.day), view.refused_since.as_ref());
    assert!(left.quoted.text.as_ref().unwrap().contains("2023"));
    let withdrew = view.side.iter().find(|row| row.field == Some(Field::UnsubscribedAt)).unwrap();
    assert!(withdrew.differ);
    assert!(view.findings.iter().any(|finding| finding.rule == "withdrawn-but-subscribed"));
    assert!(view.findings.iter().all(|finding| !finding.cited.is_empty() && !finding.law.is_empty()));
    assert_eq!(view.links.len() + 1, view.rows as usize);
}

#[test]
fn a_complaint_is_told_as_one_and_not_as_the_unsubscription_it_brought() {
    let (audited, ledger) = sample();
    let view = audited.case.person(&ledger, number(&ledger, "zofia.kowalska@example.com")).unwrap().unwrap();
    assert!(keys(&view)[0].starts_with("people-said-complained"), "{:?}", keys(&view));
}

#[test]
fn an_empty_cell_is_told_from_a_column_the_export_lacks() {
    let (audited, ledger) = sample();
    let view = audited.case.person(&ledger, number(&ledger, "bjorn.backstrom@example.org")).unwrap().unwrap();
    assert_eq!(view.sources.len(), 1);
    let kind = |field: Field| view.side.iter().find(|row| row.field == Some(field)).unwrap().cells[0].kind;
    assert_eq!(kind(Field::ConsentAt), SideKind::NotInExport, "Shopify tells no day");
    let (audited, ledger) = super::of("email,status,consent_at\nada@example.org,subscribed,\n");
    let view = audited.case.person(&ledger, 0).unwrap().unwrap();
    let consent = view.side.iter().find(|row| row.field == Some(Field::ConsentAt)).unwrap();
    assert_eq!(consent.cells[0].kind, SideKind::Empty);
}

#[test]
fn people_of_the_sample_are_laid_out_whole() {
    let (audited, ledger) = sample();
    // A few hundred of them: laying everybody out takes an unoptimised build minutes.
    for person in ledger.people().step_by(7) {
        let view = audited.case.person(&ledger, person.number()).unwrap().unwrap();
        assert!(!view.said.is_empty() && !view.cells.is_empty() && !view.sources.is_empty());
        assert_eq!(view.rows_shown as usize, (view.rows as usize).min(60), "each row is a contact again");
        assert!((view.main as usize) < view.cells.len());
        for cell in &view.cells {
            let now = cell.choices.iter().find(|choice| choice.bucket == cell.bucket).unwrap();
            let refused = matches!(cell.grade, bonafide::vocabulary::Grade::Neg);
            assert!(!refused || cell.bucket == Bucket::Stop && now.refused.is_none());
            let keep = cell.choices.iter().find(|choice| choice.bucket == Bucket::Keep).unwrap();
            assert!(!refused || keep.refused.is_some());
        }
        for row in &view.side {
            assert_eq!(row.cells.len(), view.sources.len());
        }
    }
    assert!(audited.case.person(&ledger, u32::MAX).unwrap().is_none());
}

#[test]
fn people_who_share_a_telephone_are_neighbours_and_not_one() {
    let (audited, ledger) = sample();
    let farah = number(&ledger, "farah.mansour@example.org");
    let view = audited.case.person(&ledger, farah).unwrap().unwrap();
    assert_eq!(view.neighbours.len(), 2);
    assert!(view.neighbours.iter().all(|other| other.person != farah && other.shares == Field::Phone));
}

#[test]
fn a_long_cell_crosses_to_the_screen_only_in_part() {
    let long = "x".repeat(200_000);
    let (audited, ledger) = super::of(&format!("email,status,consent_source\nada@example.org,subscribed,{long}\n"));
    let view = audited.case.person(&ledger, 0).unwrap().unwrap();
    let source = view.side.iter().find(|row| row.field == Some(Field::ConsentSource)).unwrap();
    assert!(source.cells[0].quotes[0].cut);
    assert!(serde_json::to_string(&view).unwrap().len() < 40_000);
}
