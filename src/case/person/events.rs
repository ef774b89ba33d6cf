//! What happened, by day.

use serde::Serialize;
use specta::Type;

use crate::normalise::{Contact, Value};
use crate::vocabulary::{ConsentStatus, Field};

use super::Closely;
use super::quote::Quoted;
use super::side::Told;

/// Something a row tells the day of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// The source, by its place.
    pub source: u32,
    /// What happened.
    pub kind: EventKind,
    /// When.
    pub told: Told,
    /// The cell that says so.
    pub quoted: Quoted,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum EventKind {
    /// Asked to be written to, and never confirmed.
    Asked,
    /// Said yes.
    Given,
    /// Confirmed it.
    Confirmed,
    /// Said no.
    Withdrew,
    /// Reported a message as spam.
    Complained,
    /// A message came back.
    Bounced,
    /// Their data was erased.
    Erased,
    /// A message was sent.
    Sent,
    /// They clicked.
    Clicked,
    /// They did something else.
    Active,
    /// They bought.
    Bought,
    /// The record was made.
    Created,
    /// The record was imported.
    Imported,
}

impl EventKind {
    /// Whether a person can first be seen by it.
    pub fn is_a_beginning(self) -> bool {
        matches!(self, Self::Asked | Self::Given | Self::Bought | Self::Created | Self::Imported)
    }

    fn of(field: Field, contact: &Contact) -> Option<Self> {
        let claims = |status: ConsentStatus| contact.claims().iter().any(|claim| claim.status == status);
        Some(match field {
            Field::ConsentAt if claims(ConsentStatus::Pending) && !claims(ConsentStatus::Given) => Self::Asked,
            Field::ConsentAt => Self::Given,
            Field::ConfirmedAt => Self::Confirmed,
            Field::UnsubscribedAt => Self::Withdrew,
            Field::ComplaintAt => Self::Complained,
            Field::BouncedAt => Self::Bounced,
            Field::ErasedAt => Self::Erased,
            Field::LastSentAt => Self::Sent,
            Field::LastClickAt => Self::Clicked,
            Field::LastActivityAt => Self::Active,
            Field::PurchaseAt => Self::Bought,
            Field::CreatedAt => Self::Created,
            Field::ImportedAt => Self::Imported,
            _ => return None,
        })
    }
}

impl Closely<'_> {
    /// Every dated event, first first. A date that lies ahead is none.
    pub fn events(&self) -> Vec<Event> {
        let mut events = Vec::new();
        for (contact, source) in self.contacts.iter().zip(&self.source_of) {
            for fact in contact.facts() {
                let (Value::Moment(moment), Some(kind)) = (fact.value, EventKind::of(fact.field, contact)) else {
                    continue;
                };
                if !self.policy.is_future(moment) {
                    let quoted = self.own_quote(contact.place(fact.column));
                    events.push(Event { source: *source, kind, told: Told::at(moment), quoted });
                }
            }
        }
        events.sort_by(|a, b| (&a.told, a.source, a.kind).cmp(&(&b.told, b.source, b.kind)));
        events
    }
}
