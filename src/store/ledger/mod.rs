//! The ledger: one short line per person and per cell, kept packed beside the verdicts and held in memory while a
//! case is open, so that a million people can be counted, filtered, sorted and searched without reading them.
//!
//! A line repeats nothing that only a closer look needs: reasons, evidence and quoted cells stay in the verdicts.

mod folded;
mod line;
mod person;
mod read;

pub use line::{CellLine, PersonLine, StateLine, pack_lines};
pub use person::{LedgerCell, Person};

use std::sync::OnceLock;

use crate::audit::CountryCode;
use crate::vocabulary::{Action, Channel, Class, Grade, Voices};
use folded::Folded;

/// The whole case in memory. People are addressed by their place, which is their number.
#[derive(Clone)]
pub struct Ledger {
    contents: u64,
    edition: u64,
    /// Who speaks in the states of cells.
    voices: Voices,
    people: Vec<PersonEntry>,
    cells: Vec<CellEntry>,
    states: Vec<StateLine>,
    /// Addresses, numbers, names and companies, one after the other.
    texts: String,
    folded: OnceLock<Folded>,
}

#[derive(Clone, Copy)]
struct PersonEntry {
    text: u32,
    lengths: [u16; 4],
    country: CountryCode,
    rows: u16,
    cells: u32,
}

#[derive(Clone, Copy)]
struct CellEntry {
    rules: u64,
    consent_at: Option<std::num::NonZeroI64>,
    question: Option<std::num::NonZeroU32>,
    states: u32,
    channel: Channel,
    grade: Grade,
    class: Class,
    action: Action,
    decided: Option<Action>,
    in_batch: bool,
    declared: bool,
}

impl Default for Ledger {
    fn default() -> Self {
        let edition = next_edition();
        Self {
            contents: edition,
            edition,
            voices: Voices::default(),
            people: Vec::new(),
            cells: Vec::new(),
            states: Vec::new(),
            texts: String::new(),
            folded: OnceLock::new(),
        }
    }
}

/// No two contents of ledgers share an edition while the program runs.
fn next_edition() -> u64 {
    static LAST: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
    LAST.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
}

impl Ledger {
    /// A ledger without anybody yet, of a case with these voices.
    pub fn with(voices: Voices) -> Self {
        Self { voices, ..Self::default() }
    }

    /// Who speaks in the states of cells.
    pub fn voices(&self) -> &Voices {
        &self.voices
    }

    /// A number that changes with every decision: what was counted for one edition holds for that one only.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// A number that tells this ledger from others, whatever is decided.
    pub fn contents(&self) -> u64 {
        self.contents
    }

    /// Lays the decision of a person over what the rules ask for on a cell, or takes it off.
    pub fn decide(&mut self, person: u32, cell: usize, action: Option<Action>) {
        let Some(place) = self.person(person).and_then(|person| person.cells().nth(cell)).map(|cell| cell.place) else {
            return;
        };
        if self.cells[place].decided != action {
            self.cells[place].decided = action;
            self.edition = next_edition();
        }
    }

    /// The people who are written to at an address or called on a number, in order.
    pub fn reached_at<'l>(&'l self, key: &'l str) -> impl Iterator<Item = Person<'l>> {
        self.people().filter(move |person| person.email() == Some(key) || person.phone() == Some(key))
    }

    /// Adds everybody of another ledger, whose people follow these.
    fn append(&mut self, part: &Self) {
        let fits = |length: usize| u32::try_from(length).expect("the texts of a case stay under 4 GiB");
        let text = fits(self.texts.len());
        let (cells, states) = (fits(self.cells.len()), fits(self.states.len()));
        self.people.extend(part.people.iter().map(|entry| PersonEntry {
            text: entry.text + text,
            cells: entry.cells + cells,
            ..*entry
        }));
        self.cells.extend(part.cells.iter().map(|entry| CellEntry { states: entry.states + states, ..*entry }));
        self.states.extend_from_slice(&part.states);
        self.texts.push_str(&part.texts);
        self.folded = OnceLock::new();
    }

    /// Gives back the room that reading needed and holding does not.
    fn settle(&mut self) {
        self.people.shrink_to_fit();
        self.cells.shrink_to_fit();
        self.states.shrink_to_fit();
        self.texts.shrink_to_fit();
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// How many cells there are.
    pub fn cell_count(&self) -> usize {
        self.cells.len()
    }

    /// The person with a number. Numbers run from 0 without gaps.
    pub fn person(&self, number: u32) -> Option<Person<'_>> {
        let place = number as usize;
        (place < self.people.len()).then_some(Person { ledger: self, place })
    }

    /// Everybody, in the order of their numbers.
    pub fn people(&self) -> impl ExactSizeIterator<Item = Person<'_>> {
        (0..self.people.len()).map(|place| Person { ledger: self, place })
    }

    /// Adds a person. People come in the order of their numbers.
    pub fn push<Text: AsRef<str>>(&mut self, line: &PersonLine<Text>) {
        let fits = |length: usize| u32::try_from(length).expect("the texts of a case stay under 4 GiB");
        let mut entry = PersonEntry {
            text: fits(self.texts.len()),
            lengths: [0; 4],
            country: line.country,
            rows: line.rows,
            cells: fits(self.cells.len()),
        };
        for (length, text) in entry.lengths.iter_mut().zip([&line.email, &line.phone, &line.name, &line.company]) {
            let text = cut(text.as_ref().map_or("", AsRef::as_ref));
            self.texts.push_str(text);
            *length = u16::try_from(text.len()).expect("a text was cut to fit");
        }
        self.folded = OnceLock::new();
        self.people.push(entry);
        for cell in &line.cells {
            self.cells.push(CellEntry {
                rules: cell.rules,
                consent_at: cell.consent_at.and_then(std::num::NonZeroI64::new),
                question: cell.question.and_then(std::num::NonZeroU32::new),
                states: fits(self.states.len()),
                channel: cell.channel,
                grade: cell.grade,
                class: cell.class,
                action: cell.action,
                decided: None,
                in_batch: cell.in_batch,
                declared: cell.declared,
            });
            self.states.extend_from_slice(&cell.states);
        }
    }
}

/// The longest beginning of a text that a list can show.
fn cut(text: &str) -> &str {
    const LONGEST: usize = 512;
    &text[..text.floor_char_boundary(LONGEST)]
}

impl std::fmt::Debug for Ledger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ledger({} people, {} cells)", self.people.len(), self.cells.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{ConsentStatus, VoiceId};

    fn line(person: u32, email: &str, name: &str) -> PersonLine {
        PersonLine {
            person,
            email: Some(email.to_owned()),
            phone: None,
            name: Some(name.to_owned()),
            company: None,
            country: CountryCode::UNKNOWN,
            rows: 1,
            cells: vec![CellLine {
                channel: Channel::Email,
                grade: Grade::E1,
                class: Class::D,
                action: Action::Hold,
                rules: 1 << person,
                states: vec![StateLine { voice: VoiceId::default(), status: ConsentStatus::Given, says_yes: true }],
                consent_at: None,
                in_batch: false,
                declared: false,
                question: Some(7),
            }],
        }
    }

    #[test]
    fn a_person_is_found_by_any_of_their_texts_whatever_the_case() {
        let mut ledger = Ledger::default();
        ledger.push(&line(0, "ada@example.org", "Ada Ångström"));
        ledger.push(&line(1, "bo@example.org", "Bo"));
        ledger.push(&line(2, "cy@example.org", "Cy Adamson"));
        assert_eq!(ledger.search("ADA"), [0, 2]);
        assert_eq!(ledger.search("ångström"), [0]);
        assert_eq!(ledger.search("example.org"), [0, 1, 2]);
        assert_eq!(ledger.search("nobody"), [0; 0]);
        assert_eq!(ledger.search(" "), [0, 1, 2]);
    }

    #[test]
    fn a_line_comes_back_as_it_went_in() {
        let mut ledger = Ledger::default();
        ledger.push(&line(0, "ada@example.org", ""));
        ledger.push(&line(1, "bo@example.org", "Bo"));
        let bo = ledger.person(1).map(|person| (person.email(), person.phone(), person.name(), person.cells().len()));
        assert_eq!(bo, Some((Some("bo@example.org"), None, Some("Bo"), 1)));
        let cell = ledger.person(1).and_then(|person| person.cells().next());
        assert_eq!(cell.map(|cell| (cell.rules(), cell.states().len(), cell.question())), Some((2, 1, Some(7))));
        assert!(ledger.person(2).is_none());
    }

    #[test]
    fn people_put_together_from_parts_are_the_same_as_people_added_one_by_one() {
        let lines = [line(0, "ada@example.org", "Ada"), line(1, "bo@example.org", ""), line(2, "cy@example.org", "Cy")];
        for cut in 0..=lines.len() {
            let (mut whole, mut first, mut second) = (Ledger::default(), Ledger::default(), Ledger::default());
            lines.iter().for_each(|line| whole.push(line));
            lines[..cut].iter().for_each(|line| first.push(line));
            lines[cut..].iter().for_each(|line| second.push(line));
            first.append(&second);
            let told = |ledger: &Ledger| -> Vec<_> {
                let one = |person: Person<'_>| {
                    let cells: Vec<_> = person.cells().map(|cell| (cell.rules(), cell.states().len())).collect();
                    (person.email().map(str::to_owned), person.folded_name().to_owned(), cells)
                };
                ledger.people().map(one).collect()
            };
            assert_eq!(told(&first), told(&whole), "cut after {cut}");
            assert_eq!(first.search("cy"), [2]);
        }
    }

    #[test]
    fn a_long_name_is_cut_between_letters() {
        assert_eq!(cut(&"å".repeat(400)).chars().count(), 256);
    }
}
