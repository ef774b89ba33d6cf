//! What else a person is reached at: a no holds there too, and whoever mends a system by a list has to find them by it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::matching::Subject;
use crate::normalise::{Value, is_role};
use crate::vocabulary::{Channel, ConsentStatus, Field, Grade};

use super::verdict::{CellVerdict, Verdict};

/// One more address or number of a person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// As it is compared.
    pub text: String,
    /// How surely it is theirs.
    pub tie: Tie,
}

/// How surely an address or a number is a person's. The surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tie {
    /// A row that is known by it says yes to a channel that reaches it.
    Yes,
    /// A row of theirs is known by it.
    Row,
    /// It stands in a column of its own beside the one a row is known by.
    Column,
    /// It stands in a row that says no, perhaps in one cell with the first: the no holds for it, and nothing else does.
    Refusal,
}

/// What else the rows of a person tell of a field, in the order of rows and columns.
pub(super) fn others(subject: &Subject, field: Field, first: Option<&str>) -> Vec<Reach> {
    let mut found: Vec<Reach> = Vec::new();
    let mut at: HashMap<&str, usize> = HashMap::new();
    for contact in &subject.contacts {
        let refuses = contact.claims().iter().any(|claim| claim.status.is_refusal());
        let agrees = contact.claims().iter().any(|claim| {
            let reaches = field_of(claim.channel).is_some_and(|by| by == field);
            reaches && claim.status == ConsentStatus::Given
        });
        let mut known_by = None;
        for fact in contact.facts().iter().filter(|fact| fact.field == field) {
            let Value::Text(text) = fact.value else { continue };
            let text = contact.text_of(text);
            let tie = match known_by {
                None if agrees => Tie::Yes,
                None => Tie::Row,
                Some(column) if column != fact.column && !is_shared(field, text) => Tie::Column,
                Some(_) if refuses => Tie::Refusal,
                Some(_) => continue,
            };
            known_by = known_by.or(Some(fact.column));
            if Some(text) == first {
                continue;
            }
            match at.get(text) {
                Some(known) => found[*known].tie = found[*known].tie.min(tie),
                None => {
                    at.insert(text, found.len());
                    found.push(Reach { text: text.to_owned(), tie });
                }
            }
        }
    }
    found
}

/// What a channel reaches people at.
fn field_of(channel: Channel) -> Option<Field> {
    match channel {
        Channel::Email => Some(Field::Email),
        Channel::Sms | Channel::PhoneLive | Channel::PhoneAuto | Channel::Messenger => Some(Field::Phone),
        Channel::Post | Channel::Push => None,
    }
}

/// A mailbox that several people read.
fn is_shared(field: Field, text: &str) -> bool {
    field == Field::Email && text.split_once('@').is_some_and(|(local, _)| is_role(local))
}

impl Verdict {
    /// By which address and number lists name the person in a cell, a line each: what the person is written to and called
    /// on, then what else the channel reaches them at. Where they said no, that is all that is known of them; where somebody
    /// says yes, only where a row says so; else what is surely theirs.
    pub fn reached(&self, cell: &CellVerdict) -> impl Iterator<Item = (&str, &str)> {
        let least = match cell.grade {
            Grade::Neg => Tie::Refusal,
            _ if cell.states.iter().any(|state| state.says_yes) => Tie::Yes,
            _ => Tie::Column,
        };
        let (emails, phones): (&[Reach], &[Reach]) = match field_of(cell.channel) {
            Some(Field::Email) => (&self.more_emails, &[]),
            Some(_) => (&[], &self.more_phones),
            None => (&[], &[]),
        };
        let email = self.email.as_deref().unwrap_or_default();
        let phone = self.phone.as_deref().unwrap_or_default();
        let known = move |reach: &&Reach| reach.tie <= least;
        let emails = emails.iter().filter(known).map(move |reach| (reach.text.as_str(), phone));
        let phones = phones.iter().filter(known).map(move |reach| (email, reach.text.as_str()));
        std::iter::once((email, phone)).chain(emails).chain(phones)
    }
}

/// Addresses are personal data: no log shows them.
impl std::fmt::Debug for Reach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reach({:?})", self.tie)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::{Claim, Contact, Text};
    use crate::vocabulary::{Column, SubjectId, TableId};

    fn row(number: u32, cells: &[(u16, &str)], status: Option<ConsentStatus>) -> Contact {
        let mut contact = Contact::new(TableId(0), number);
        cells.iter().for_each(|(column, text)| contact.tell_text(Field::Email, Column(*column), text));
        if let Some(status) = status {
            let (channel, purpose, column) = (Channel::Email, Text::EMPTY, Column(9));
            contact.claim(Claim { channel, purpose, status, column, at: None, all_channels: false });
        }
        contact
    }

    #[test]
    fn an_address_is_tied_to_its_person_by_the_surest_of_their_rows() {
        use ConsentStatus::{Given, Withdrawn};
        let contacts = vec![
            row(2, &[(0, "a@example.org"), (0, "b@example.org"), (1, "c@example.org"), (1, "info@example.org")], None),
            row(3, &[(0, "d@example.org"), (0, "b@example.org"), (1, "info@example.org")], Some(Withdrawn)),
            row(4, &[(0, "c@example.org"), (0, "e@example.org")], None),
            row(5, &[(0, "f@example.org"), (1, "g@example.org")], Some(Given)),
        ];
        let subject = Subject { id: SubjectId(0), contacts, neighbours: Vec::new() };
        let found = others(&subject, Field::Email, Some("a@example.org"));
        let found: Vec<(&str, Tie)> = found.iter().map(|reach| (reach.text.as_str(), reach.tie)).collect();
        assert_eq!(
            found,
            [
                ("c@example.org", Tie::Row),
                ("d@example.org", Tie::Row),
                ("b@example.org", Tie::Refusal),
                ("info@example.org", Tie::Refusal),
                ("f@example.org", Tie::Yes),
                ("g@example.org", Tie::Column),
            ]
        );
    }
}
