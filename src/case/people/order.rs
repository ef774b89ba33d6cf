//! Putting people in order.

use crate::store::{Ledger, Person};

use super::PeopleColumn;
use super::count::on_all_cores;
use super::filter::Selection;

/// People in ascending order, those without a value last.
pub struct Listing {
    people: Vec<u32>,
    /// How many of them have a value.
    valued: usize,
}

impl Listing {
    /// How many people there are.
    pub fn len(&self) -> u32 {
        u32::try_from(self.people.len()).expect("a case has fewer than 2^32 people")
    }

    /// A part of the list, read from either end. Those without a value stay last.
    pub fn part(&self, descending: bool, from: usize, count: usize) -> impl Iterator<Item = u32> {
        let end = from.saturating_add(count).min(self.people.len());
        (from..end).map(move |place| self.people[self.turned(descending, place)])
    }

    /// The place of a person.
    pub fn place(&self, descending: bool, person: u32) -> Option<u32> {
        let place = self.people.iter().position(|other| *other == person)?;
        u32::try_from(self.turned(descending, place)).ok()
    }

    /// The same order with some of the people, who are given in the order of their numbers.
    pub fn narrowed(&self, everybody: usize, some: &[u32]) -> Self {
        if some.len() == self.people.len() {
            return Self { people: self.people.clone(), valued: self.valued };
        }
        let mut chosen = vec![false; everybody];
        some.iter().for_each(|person| chosen[*person as usize] = true);
        let of = |people: &[u32]| people.iter().copied().filter(|person| chosen[*person as usize]).collect::<Vec<_>>();
        let mut people = of(&self.people[..self.valued]);
        let valued = people.len();
        people.extend(of(&self.people[self.valued..]));
        Self { people, valued }
    }

    fn turned(&self, descending: bool, place: usize) -> usize {
        if descending && place < self.valued { self.valued - 1 - place } else { place }
    }
}

/// People in the order of a column with few values. `people` are in the order of their numbers.
pub fn by_value(ledger: &Ledger, selection: &Selection<'_>, people: Vec<u32>, column: PeopleColumn) -> Listing {
    let shown = |person: Person<'_>, of: fn(crate::store::LedgerCell<'_>) -> u16| selection.shown(person).map(of);
    let value = |person: Person<'_>| match column {
        PeopleColumn::Country => match person.country().word().as_bytes() {
            [first, second] => Some(u16::from_be_bytes([*first, *second])),
            _ => None,
        },
        PeopleColumn::Grade => shown(person, |cell| cell.grade() as u16),
        PeopleColumn::Action => shown(person, |cell| cell.action() as u16),
        PeopleColumn::Rules => shown(person, |cell| cell.rules().count_ones() as u16),
        PeopleColumn::Person | PeopleColumn::Name | PeopleColumn::Company => Some(0),
    };
    if column == PeopleColumn::Person {
        return Listing { valued: people.len(), people };
    }
    let mut keyed: Vec<(u16, u32)> =
        people.into_iter().map(|number| (ledger.person(number).and_then(value).unwrap_or(u16::MAX), number)).collect();
    keyed.sort_by_key(|(value, _)| *value);
    let valued = keyed.partition_point(|(value, _)| *value < u16::MAX);
    Listing { people: keyed.into_iter().map(|(_, number)| number).collect(), valued }
}

/// Everybody in the order of a column of texts: compared by their first bytes, and where these agree to the end.
pub fn by_text(ledger: &Ledger, column: PeopleColumn) -> Listing {
    let text = |number: u32| {
        let person = ledger.person(number);
        match column {
            PeopleColumn::Company => person.map_or("", Person::folded_company),
            _ => person.map_or("", Person::folded_name),
        }
    };
    let mut parts = on_all_cores(ledger.len(), |part| {
        let mut keyed: Vec<(u128, u32)> = part.map(|number| (first_bytes(text(number)), number)).collect();
        keyed.sort_unstable();
        keyed
    });
    let mut keyed = parts.pop().unwrap_or_default();
    for part in parts.into_iter().rev() {
        keyed = merged(part, &keyed);
    }
    for alike in keyed.chunk_by_mut(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1 && alike[0].0 & 0xff != 0) {
        alike.sort_by(|a, b| text(a.1).cmp(text(b.1)));
    }
    let nameless = keyed.partition_point(|(key, _)| *key == 0);
    keyed.rotate_left(nameless);
    Listing { valued: keyed.len() - nameless, people: keyed.into_iter().map(|(_, number)| number).collect() }
}

/// Two sorted parts as one.
fn merged(one: Vec<(u128, u32)>, other: &[(u128, u32)]) -> Vec<(u128, u32)> {
    let mut both = Vec::with_capacity(one.len() + other.len());
    let mut rest = other.iter().peekable();
    for entry in one {
        while let Some(before) = rest.next_if(|other| **other < entry) {
            both.push(*before);
        }
        both.push(entry);
    }
    both.extend(rest);
    both
}

/// The first sixteen bytes of a text as a number that orders like them. Zero for no text; a last byte of zero for a text
/// that is not longer.
fn first_bytes(text: &str) -> u128 {
    let mut bytes = [0; 16];
    let length = text.len().min(16);
    bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
    u128::from_be_bytes(bytes)
}
