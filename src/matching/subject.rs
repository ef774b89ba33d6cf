//! One person: every row that is theirs, and why.

use crate::normalise::{Contact, Fact, Value};
use crate::vocabulary::{Channel, Field, Place, SubjectId, TableId};

/// All contacts of one person, in the order of tables and rows.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The person's number within the case.
    pub id: SubjectId,
    /// Never empty.
    pub contacts: Vec<Contact>,
    /// Rows of others that share this person's address or number but could not be joined. Nothing of
    /// them counts but a refusal: a no on a shared mailbox holds for whoever else is reached there.
    pub neighbours: Vec<Contact>,
}

/// Why two rows are one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// What they share.
    pub key: MatchKey,
    /// A cell of a row that was joined before.
    pub from: Place,
    /// A cell of the row it joins.
    pub to: Place,
}

/// What two rows may share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchKey {
    /// The normalised e-mail address.
    Email,
    /// The E.164 number.
    Phone,
    /// A person id that several systems use.
    PersonId,
    /// The id of one system.
    ExternalId,
}

impl MatchKey {
    /// The field that holds the key.
    pub fn field(self) -> Field {
        match self {
            Self::Email => Field::Email,
            Self::Phone => Field::Phone,
            Self::PersonId => Field::CustomerId,
            Self::ExternalId => Field::ExternalId,
        }
    }
}

impl Subject {
    /// The address the person is written to: the first, in the order of tables and rows.
    pub fn email(&self) -> Option<&str> {
        self.contacts.iter().find_map(|contact| contact.text(Field::Email))
    }

    /// The number the person is called on.
    pub fn phone(&self) -> Option<&str> {
        self.contacts.iter().find_map(|contact| contact.text(Field::Phone))
    }

    /// Whether the person can be reached on a channel at all.
    pub fn reachable_on(&self, channel: Channel) -> bool {
        match channel {
            Channel::Email => self.email().is_some(),
            Channel::Sms | Channel::PhoneLive | Channel::PhoneAuto | Channel::Messenger => self.phone().is_some(),
            Channel::Post | Channel::Push => true,
        }
    }

    /// For each row but the first, one reason that joins it to one that is joined already, an earlier one where
    /// there is such. `one_system` tells whether the ids of two tables mean the same.
    pub fn links(&self, one_system: impl Fn(TableId, TableId) -> bool) -> Vec<Link> {
        let mut links = Vec::with_capacity(self.contacts.len().saturating_sub(1));
        let mut joined = vec![false; self.contacts.len()];
        joined[0] = true;
        loop {
            let before = links.len();
            for row in 1..self.contacts.len() {
                if joined[row] {
                    continue;
                }
                if let Some(link) = self.link(row, &joined, &one_system) {
                    links.push(link);
                    joined[row] = true;
                }
            }
            // A row may share its key only with a later one, which by now is joined.
            if links.len() == before || links.len() + 1 == self.contacts.len() {
                return links;
            }
        }
    }

    /// What a row shares with one that is joined already.
    fn link(&self, row: usize, joined: &[bool], one_system: &impl Fn(TableId, TableId) -> bool) -> Option<Link> {
        let contact = &self.contacts[row];
        let others = self.contacts.iter().zip(joined).filter(|(_, joined)| **joined).map(|(other, _)| other);
        [MatchKey::Email, MatchKey::Phone, MatchKey::PersonId, MatchKey::ExternalId].into_iter().find_map(|key| {
            let field = key.field();
            let means_the_same =
                |other: &&Contact| key != MatchKey::ExternalId || one_system(other.table, contact.table);
            let (from, to) = others.clone().filter(means_the_same).find_map(|other| shared(other, contact, field))?;
            Some(Link { key, from, to })
        })
    }
}

/// The cells in which two rows hold one value of a field.
fn shared(earlier: &Contact, later: &Contact, field: Field) -> Option<(Place, Place)> {
    later.facts().iter().filter(|fact| fact.field == field).find_map(|to| {
        let wanted = text_in(later, to.value)?;
        let holds = |fact: &&Fact| text_in(earlier, fact.value).is_some_and(|known| is_same(field, known, wanted));
        let from = earlier.facts().iter().filter(|fact| fact.field == field).find(holds)?;
        Some((earlier.place(from.column), later.place(to.column)))
    })
}

fn text_in(contact: &Contact, value: Value) -> Option<&str> {
    if let Value::Text(text) = value { Some(contact.text_of(text)) } else { None }
}

/// Whether two rows of one person hold one key. A Salesforce id has 15 characters, or 18 with a check.
fn is_same(field: Field, one: &str, other: &str) -> bool {
    let id = matches!(field, Field::ExternalId | Field::CustomerId);
    one == other || id && matches!((one.len(), other.len()), (15, 18) | (18, 15)) && one.get(..15) == other.get(..15)
}
