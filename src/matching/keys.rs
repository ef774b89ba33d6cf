//! What two rows are compared by: hashes of normalised identifiers, never the identifiers themselves.

use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use crate::normalise::{Contact, Fact, Value, is_role};
use crate::vocabulary::{Field, System};

use super::placeholder::stands_for_nobody;
use super::subject::MatchKey;

/// The match keys of one contact. 64-bit hashes: among ten million addresses the chance of one collision
/// is below 1 in 300,000. Zero means absent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Keys {
    /// The normalised e-mail address.
    pub email: u64,
    /// Another address of the row.
    pub other_email: u64,
    /// The E.164 number.
    pub phone: u64,
    /// Another number of the row: a mobile number beside a landline.
    pub other_phone: u64,
    /// A person id that several systems use.
    pub person_id: u64,
    /// The id of one system.
    pub external_id: u64,
    /// The words of the name, folded and sorted; up to four. Zero means absent.
    pub name: [u16; 4],
    /// What people are put in order by: the first bytes of the address, so that lists read alphabetically.
    pub order: u64,
    /// The number of the table: an id with two addresses in one table is nobody's own.
    pub table: u32,
    /// Whether the address is a shared mailbox by its name (info@, sales@ …).
    pub role: bool,
    /// Whether the other address is.
    pub other_role: bool,
    /// Whether the row says no to anything.
    pub refuses: bool,
    /// Whether the row counts for nobody: it is of an older export, and says no to nothing.
    pub silent: bool,
}

/// The match keys of the contacts of one table, in the order of its rows.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct TableKeys {
    /// One each.
    pub rows: Vec<Keys>,
    /// What else they can be reached at.
    pub loose: Vec<LooseKey>,
}

/// One more address or number of a row: a second one in the cell of the first, or a third in another column. Nobody is
/// joined by it, for it may be somebody else's; but a no travels along it both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LooseKey {
    /// The place of the row among the contacts.
    pub contact: u32,
    /// An address or a number.
    pub key: MatchKey,
    /// Its hash.
    pub hash: u64,
}

impl TableKeys {
    /// Adds a contact of the table.
    pub fn push(&mut self, contact: &Contact, system: System) {
        let keys = Keys::of(contact, system);
        let place = u32::try_from(self.rows.len()).expect("a case has fewer than 2^32 contacts");
        for (key, known) in
            [(MatchKey::Email, [keys.email, keys.other_email]), (MatchKey::Phone, [keys.phone, keys.other_phone])]
        {
            for text in contact.texts(key.field()).skip(1) {
                let one = LooseKey { contact: place, key, hash: hash(text) };
                if !known.contains(&one.hash) && self.loose.last() != Some(&one) {
                    self.loose.push(one);
                }
            }
        }
        self.rows.push(keys);
    }

    /// Adds a contact of an older export: its no, if it says one.
    pub fn push_older(&mut self, contact: Contact, system: System) {
        match contact.into_refusal() {
            Some(contact) => self.push(&contact, system),
            None => self.rows.push(Keys { silent: true, ..Keys::default() }),
        }
    }

    /// Adds the contacts that come after these.
    pub fn append(&mut self, more: Self) {
        let first = u32::try_from(self.rows.len()).expect("a case has fewer than 2^32 contacts");
        self.rows.extend(more.rows);
        self.loose.extend(more.loose.into_iter().map(|one| LooseKey { contact: first + one.contact, ..one }));
    }
}

impl Keys {
    /// The keys of a contact. `system` bounds the external id: two systems count alike. That of a list of no system is
    /// still to be bound; see [`Self::within`].
    pub fn of(contact: &Contact, system: System) -> Self {
        let email = contact.text(Field::Email);
        let phone = contact.text(Field::Phone);
        let id = |field: Field| contact.text(field).map(|id| own_id(system, id)).filter(|id| !stands_for_nobody(id));
        let external = id(Field::ExternalId);
        let person = id(Field::CustomerId);
        let other_email = second(contact, Field::Email, system);
        let is_shared = |email: &str| email.split_once('@').is_some_and(|(local, _)| is_role(local));
        Self {
            email: email.map_or(0, hash),
            other_email: other_email.map_or(0, hash),
            phone: phone.map_or(0, hash),
            other_phone: second(contact, Field::Phone, system).map_or(0, hash),
            person_id: person.map_or(0, hash),
            external_id: external.map_or(0, |id| external_key(system, id)),
            name: name(contact),
            order: order(email.or(phone).or(external).or(person).unwrap_or("\u{7f}")),
            table: contact.table.0,
            role: email.is_some_and(is_shared),
            other_role: other_email.is_some_and(is_shared),
            refuses: contact.claims().iter().any(|claim| claim.status.is_refusal()),
            silent: false,
        }
    }

    /// The keys of a row of a list of no system: its id means something only within the file, or the exports of one
    /// list, that bear this name.
    pub fn within(self, name: &str) -> Self {
        match self.external_id {
            0 => self,
            id => Self { external_id: xxh3_64_with_seed(&id.to_le_bytes(), xxh3_64(name.as_bytes())).max(1), ..self },
        }
    }

    /// Whether the row names its person.
    pub fn is_named(&self) -> bool {
        self.name[0] != 0
    }

    /// Whether two names can be one person's: the words of one are among the words of the other.
    pub fn name_agrees(&self, other: &Self) -> bool {
        let within = |a: &[u16; 4], b: &[u16; 4]| a.iter().all(|word| *word == 0 || b.contains(word));
        within(&self.name, &other.name) || within(&other.name, &self.name)
    }
}

/// The next text of a field that says something else than its first, and in another column: two addresses in one cell
/// may be two people's. In an address book a card is one person's, and writes what has one label into one cell.
fn second(contact: &Contact, field: Field, system: System) -> Option<&str> {
    let is_card = system == System::GoogleContacts;
    let mut facts = contact.facts().iter().filter(|fact| fact.field == field);
    let text_of = |fact: &Fact| match fact.value {
        Value::Text(text) => Some(contact.text_of(text)),
        _ => None,
    };
    let (column, first) = facts.find_map(|fact| Some((fact.column, text_of(fact)?)))?;
    facts.filter(|fact| is_card || fact.column != column).filter_map(text_of).find(|text| *text != first)
}

fn hash(text: &str) -> u64 {
    xxh3_64(text.as_bytes()).max(1)
}

/// The id without what its system only adds for spreadsheets that lose case: Salesforce writes an id with 15
/// characters in reports and with a check of three more everywhere else.
fn own_id(system: System, id: &str) -> &str {
    let long = system == System::Salesforce && id.len() == 18 && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if long { &id[..15] } else { id }
}

/// An id means something only within its system.
fn external_key(system: System, id: &str) -> u64 {
    let within = if system == System::List { 0 } else { xxh3_64(system.word().as_bytes()) };
    xxh3_64_with_seed(id.as_bytes(), within).max(1)
}

fn order(text: &str) -> u64 {
    let mut bytes = [0; 8];
    let length = text.len().min(8);
    bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
    u64::from_be_bytes(bytes)
}

/// Folded words of the name, hashed to 16 bits, sorted. A false agreement of two words (1 in 65,536) can only
/// join people who already share an address, a number or an id.
fn name(contact: &Contact) -> [u16; 4] {
    let mut words = [0_u16; 4];
    let mut count = 0;
    for field in [Field::FirstName, Field::LastName, Field::FullName] {
        let Some(text) = contact.text(field) else { continue };
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let hashed = word_hash(word);
            if count < 4 && !words[..count].contains(&hashed) {
                words[count] = hashed;
                count += 1;
            }
        }
    }
    words[..count].sort_unstable();
    words
}

fn word_hash(word: &str) -> u16 {
    let mut lower = [0_u8; 32];
    let hashed = match lower.get_mut(..word.len()) {
        Some(lower) if word.is_ascii() => {
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            xxh3_64(lower)
        }
        _ => {
            use unicode_normalization::UnicodeNormalization;
            let folded: String = word.nfd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
            xxh3_64(folded.as_bytes())
        }
    };
    (hashed as u16).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_lengths_of_a_salesforce_id_are_one_id() {
        assert_eq!(own_id(System::Salesforce, "0035g00000ABCDeAAP"), own_id(System::Salesforce, "0035g00000ABCDe"));
        assert_ne!(own_id(System::Salesforce, "0035g00000ABCDE"), own_id(System::Salesforce, "0035g00000ABCDe"));
        assert_eq!(own_id(System::HubSpot, "0035g00000ABCDeAAP"), "0035g00000ABCDeAAP");
    }
}
