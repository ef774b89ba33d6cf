//! What all systems together say of one cell (rule book 1.6). A no outlives everything.

use crate::normalise::{Actor, Contact};
use crate::vocabulary::{Channel, ConsentStatus, Field, Grade, Moment, Place, System};

use super::policy::Policy;
use super::record::Record;

/// One no that covers a cell.
#[derive(Debug, Clone, Copy)]
pub struct Refusal {
    /// What kind of no.
    pub status: ConsentStatus,
    /// The cell that says so.
    pub place: Place,
    /// The system that says so.
    pub system: System,
    /// When, if a readable date says so. Without one it always wins.
    pub at: Option<Moment>,
    /// Whether day and month of that date can be read both ways.
    pub open_date: bool,
    /// Whether the row belongs to somebody else who shares the address.
    pub of_neighbour: bool,
}

/// The merged state of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Some no stands.
    Refused,
    /// The address is undeliverable.
    Undeliverable,
    /// Somebody says yes, and no no stands against it.
    Granted,
    /// A request waits for its confirmation.
    Pending,
    /// Nobody says anything.
    Unknown,
}

/// Every no in a row that covers the channel and purpose.
pub fn refusals<'a>(
    contact: &'a Contact,
    channel: Channel,
    purpose: &'a str,
    of_neighbour: bool,
    policy: &Policy,
) -> impl Iterator<Item = Refusal> + 'a {
    let table = policy.table(contact.table);
    let system = table.system();
    let refuses = contact.claims().iter().any(|claim| claim.status.is_refusal());
    let facts = if refuses { contact.facts() } else { &[] };
    let open: Vec<Moment> = facts.iter().filter_map(|fact| table.open_date(fact)).collect();
    contact
        .claims()
        .iter()
        .filter(move |claim| claim.status.is_refusal())
        .filter(move |claim| {
            // A complaint, an objection and an erasure speak of everything; a withdrawal of one named purpose
            // covers that purpose, and whatever was collected without naming one.
            let everything =
                claim.all_channels || matches!(claim.status, ConsentStatus::Complained | ConsentStatus::Erased);
            let named = contact.text_of(claim.purpose);
            everything
                || (claim.channel == channel
                    && (named.is_empty() || purpose.is_empty() || named.eq_ignore_ascii_case(purpose)))
        })
        .map(move |claim| Refusal {
            status: claim.status,
            place: contact.place(claim.column),
            system,
            at: claim.at,
            open_date: claim.at.is_some_and(|at| open.contains(&at)),
            of_neighbour,
        })
}

/// Merges the refusals and records of a cell.
pub fn merge(refusals: &[Refusal], records: &[Record<'_>]) -> State {
    let standing = refusals.iter().any(|refusal| !records.iter().any(|record| regrants(record, refusal)));
    if standing {
        return State::Refused;
    }
    let says = |status: ConsentStatus| records.iter().any(|record| record.status == status);
    if says(ConsentStatus::Bounced) && every_address_bounced(records) {
        State::Undeliverable
    } else if says(ConsentStatus::Given) {
        State::Granted
    } else if says(ConsentStatus::Pending) {
        State::Pending
    } else {
        State::Unknown
    }
}

/// A bounce speaks of one address: whoever has another that did not bounce can still be reached.
fn every_address_bounced(records: &[Record<'_>]) -> bool {
    let address = |record: &Record<'_>| record.contact.text(Field::Email).map(str::to_owned);
    let bounced: Vec<Option<String>> =
        records.iter().filter(|record| record.status == ConsentStatus::Bounced).map(address).collect();
    records.iter().map(address).filter(Option::is_some).all(|address| bounced.contains(&address))
}

/// Whether a record lifts a no: later beyond doubt, by the person, and well evidenced by its own cells.
/// What rests on a declaration never does.
pub fn regrants(record: &Record<'_>, refusal: &Refusal) -> bool {
    let Some(refused) = refusal.at else { return false };
    // A confirmation is the later of the two acts of one consent.
    let Some(given) = record.proof.confirmed_at.or(record.proof.consent_at) else { return false };
    // What somebody else who shares the address refused is not this person's to take back.
    !refusal.of_neighbour
        // A date that can be read both ways tells no order.
        && !refusal.open_date
        && !record.proof.open_date
        && record.status == ConsentStatus::Given
        && record.grade >= Grade::E4
        && record.proof.declared.is_none()
        && given.is_surely_after(refused, share_a_clock(record, refusal))
        && matches!(record.proof.actor, None | Some(Actor::Subject | Actor::StaffRecorded | Actor::Unknown))
        && record.proof.method.is_some_and(|method| method.is_affirmative())
}

/// Whether an unknown time zone is the same for both. Two lists of no particular system may come from two places.
fn share_a_clock(record: &Record<'_>, refusal: &Refusal) -> bool {
    record.system == refusal.system && (record.system != System::List || record.table == refusal.place.table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Proof;
    use crate::normalise::Method;
    use crate::vocabulary::{Column, TableId};

    #[test]
    fn a_proven_later_yes_lifts_ones_own_no_and_never_a_neighbours() {
        let contact = Contact::new(TableId(0), 2);
        let place = contact.place(Column::WHOLE_ROW);
        let proof = Proof {
            consent_at: Some(Moment::utc(2_000)),
            method: Some(Method::Tick),
            actor: Some(Actor::Subject),
            ..Proof::default()
        };
        let record = Record {
            contact: &contact,
            system: System::Mailchimp,
            table: TableId(0),
            status: ConsentStatus::Given,
            status_place: place,
            proof,
            ended: None,
            grade: Grade::E4,
        };
        let no = Refusal {
            status: ConsentStatus::Withdrawn,
            place,
            system: System::HubSpot,
            at: Some(Moment::utc(1_000)),
            open_date: false,
            of_neighbour: false,
        };
        assert!(regrants(&record, &no));
        assert!(!regrants(&record, &Refusal { of_neighbour: true, ..no }));
        assert!(!regrants(&record, &Refusal { at: None, ..no }), "an undated no always wins");
        assert!(!regrants(&record, &Refusal { open_date: true, ..no }), "nobody knows which day it was");
        assert!(!regrants(&Record { grade: Grade::E3, ..record.clone() }, &no));
        let open = Proof { open_date: true, ..proof };
        assert!(!regrants(&Record { proof: open, ..record }, &no), "nobody knows which day it was");
    }
}
