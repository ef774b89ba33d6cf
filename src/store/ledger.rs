//! The ledger: one short line per person and per cell, kept packed beside the verdicts and held in memory while a
//! case is open, so that a million people can be counted, filtered, sorted and searched without reading them.
//!
//! A line repeats nothing that only a closer look needs: reasons, evidence and quoted cells stay in the verdicts.

use serde::{Deserialize, Serialize};

use crate::audit::CountryCode;
use crate::normalise::fold::fold;
use crate::vocabulary::{Action, Channel, Class, ConsentStatus, Grade, System};

use super::{Casefile, StoreError, pack, unpack};

/// One person, as a list shows them. Personal data.
#[derive(Clone, Serialize, Deserialize)]
pub struct PersonLine {
    /// The person's number: people are numbered in the order of their addresses.
    pub person: u32,
    /// The address they are written to.
    pub email: Option<String>,
    /// The number they are called on.
    pub phone: Option<String>,
    /// Their name, as the first row that has one gives it.
    pub name: Option<String>,
    /// Where they work, if a row says so.
    pub company: Option<String>,
    /// Where they live.
    pub country: CountryCode,
    /// How many rows are theirs.
    pub rows: u16,
    /// One per cell, in the order of the verdict. Never empty.
    pub cells: Vec<CellLine>,
}

/// One cell: person × channel × purpose.
#[derive(Clone, Serialize, Deserialize)]
pub struct CellLine {
    /// The channel.
    pub channel: Channel,
    /// The grade.
    pub grade: Grade,
    /// Who may be asked again.
    pub class: Class,
    /// What the rules ask for, before any decision of a person.
    pub action: Action,
    /// The rules that fired on it or on the person: bit n stands for the nth of the catalogue.
    pub rules: u64,
    /// What each system that knows the person says.
    pub states: Vec<StateLine>,
    /// When the consent the grade rests on was given, in seconds since 1970-01-01; `None` without a date.
    pub consent_at: Option<i64>,
    /// Whether that consent shares its moment with many others (R012).
    pub in_batch: bool,
    /// Whether the grade rests on what somebody declared.
    pub declared: bool,
    /// The [key](crate::audit::Question::key) of the question whose answer would lift the cell.
    pub question: Option<u32>,
}

/// What one system says of a cell.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct StateLine {
    /// The system.
    pub system: System,
    /// The strictest state any of its rows asserts.
    pub status: ConsentStatus,
    /// Whether some row of it says yes.
    pub says_yes: bool,
}

/// The whole case in memory. People are addressed by their place, which is their number.
#[derive(Clone)]
pub struct Ledger {
    contents: u64,
    edition: u64,
    people: Vec<PersonEntry>,
    cells: Vec<CellEntry>,
    states: Vec<StateLine>,
    /// Addresses, numbers, names and companies, one after the other.
    texts: String,
    /// The same, folded for the search: per person one run, closed by a line feed.
    folded: String,
}

#[derive(Clone, Copy)]
struct PersonEntry {
    text: u32,
    folded: u32,
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

/// A person of the ledger.
#[derive(Clone, Copy)]
pub struct Person<'l> {
    ledger: &'l Ledger,
    place: usize,
}

/// A cell of the ledger.
#[derive(Clone, Copy)]
pub struct LedgerCell<'l> {
    ledger: &'l Ledger,
    place: usize,
}

impl Default for Ledger {
    fn default() -> Self {
        let edition = next_edition();
        Self {
            contents: edition,
            edition,
            people: Vec::new(),
            cells: Vec::new(),
            states: Vec::new(),
            texts: String::new(),
            folded: String::new(),
        }
    }
}

/// No two contents of ledgers share an edition while the program runs.
fn next_edition() -> u64 {
    static LAST: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
    LAST.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
}

impl Ledger {
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

    /// Gives back the room that reading needed and holding does not.
    fn settle(&mut self) {
        self.people.shrink_to_fit();
        self.cells.shrink_to_fit();
        self.states.shrink_to_fit();
        self.texts.shrink_to_fit();
        self.folded.shrink_to_fit();
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
    pub fn push(&mut self, line: &PersonLine) {
        let fits = |length: usize| u32::try_from(length).expect("the texts of a case stay under 4 GiB");
        let mut entry = PersonEntry {
            text: fits(self.texts.len()),
            folded: fits(self.folded.len()),
            lengths: [0; 4],
            country: line.country,
            rows: line.rows,
            cells: fits(self.cells.len()),
        };
        for (length, text) in entry.lengths.iter_mut().zip([&line.email, &line.phone, &line.name, &line.company]) {
            let text = cut(text.as_deref().unwrap_or_default());
            self.texts.push_str(text);
            *length = u16::try_from(text.len()).expect("a text was cut to fit");
            if !text.is_empty() {
                self.folded.push_str(&fold(text));
                self.folded.push('\u{1f}');
            }
        }
        self.folded.push('\n');
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

    /// The numbers of the people of whom an address, a number, a name or a company holds a text, in order. Letter
    /// case, accents and marks do not count.
    pub fn search(&self, text: &str) -> Vec<u32> {
        let needle = fold(text.trim());
        if needle.is_empty() {
            return (0..).take(self.people.len()).collect();
        }
        let mut found = Vec::new();
        let (mut from, mut place) = (0, 0);
        let finder = memchr::memmem::Finder::new(needle.as_bytes());
        while let Some(at) = finder.find(&self.folded.as_bytes()[from..]) {
            let at = from + at;
            place = self.holder(at, place);
            found.extend(u32::try_from(place));
            from = self.people.get(place + 1).map_or(self.folded.len(), |next| next.folded as usize);
        }
        found
    }
}

impl Ledger {
    /// The person in whose folded texts a byte lies, no earlier than `from`. Hits often lie close together, so the
    /// way is searched in strides that double.
    fn holder(&self, byte: usize, from: usize) -> usize {
        let is_before = |place: usize| self.people.get(place).is_some_and(|person| person.folded as usize <= byte);
        let mut stride = 1;
        while is_before(from + stride) {
            stride *= 2;
        }
        let (start, end) = (from + stride / 2, (from + stride).min(self.people.len()));
        start + self.people[start..end].partition_point(|person| person.folded as usize <= byte) - 1
    }

    /// A person's name or company, folded, as the search reads it; empty if there is none.
    fn folded_text(&self, place: usize, position: usize) -> &str {
        let entry = &self.people[place];
        if entry.lengths[position] == 0 {
            return "";
        }
        let end = self.people.get(place + 1).map_or(self.folded.len(), |next| next.folded as usize);
        let before = entry.lengths[..position].iter().filter(|length| **length > 0).count();
        self.folded[entry.folded as usize..end].split('\u{1f}').nth(before).unwrap_or_default()
    }
}

/// The longest beginning of a text that a list can show.
fn cut(text: &str) -> &str {
    const LONGEST: usize = 512;
    &text[..text.floor_char_boundary(LONGEST)]
}

impl<'l> Person<'l> {
    /// Their number.
    pub fn number(self) -> u32 {
        u32::try_from(self.place).expect("a case has fewer than 2^32 people")
    }

    /// The address they are written to.
    pub fn email(self) -> Option<&'l str> {
        self.text(0)
    }

    /// The number they are called on.
    pub fn phone(self) -> Option<&'l str> {
        self.text(1)
    }

    /// Their name.
    pub fn name(self) -> Option<&'l str> {
        self.text(2)
    }

    /// Where they work.
    pub fn company(self) -> Option<&'l str> {
        self.text(3)
    }

    /// Their name, folded: what lists are put in order by. Empty if they have none.
    pub fn folded_name(self) -> &'l str {
        self.ledger.folded_text(self.place, 2)
    }

    /// Where they work, folded. Empty if nobody says so.
    pub fn folded_company(self) -> &'l str {
        self.ledger.folded_text(self.place, 3)
    }

    /// Where they live.
    pub fn country(self) -> CountryCode {
        self.entry().country
    }

    /// How many rows are theirs.
    pub fn rows(self) -> u16 {
        self.entry().rows
    }

    /// Their cells, in the order of the verdict. At least one.
    pub fn cells(self) -> impl ExactSizeIterator<Item = LedgerCell<'l>> {
        let ledger = self.ledger;
        let end = ledger.people.get(self.place + 1).map_or(ledger.cells.len(), |next| next.cells as usize);
        (self.entry().cells as usize..end).map(move |place| LedgerCell { ledger, place })
    }

    fn entry(self) -> &'l PersonEntry {
        &self.ledger.people[self.place]
    }

    fn text(self, position: usize) -> Option<&'l str> {
        let entry = self.entry();
        let start =
            entry.text as usize + entry.lengths[..position].iter().map(|length| usize::from(*length)).sum::<usize>();
        let text = &self.ledger.texts[start..start + usize::from(entry.lengths[position])];
        Some(text).filter(|text| !text.is_empty())
    }
}

impl<'l> LedgerCell<'l> {
    /// The channel.
    pub fn channel(self) -> Channel {
        self.entry().channel
    }

    /// The grade.
    pub fn grade(self) -> Grade {
        self.entry().grade
    }

    /// Who may be asked again.
    pub fn class(self) -> Class {
        self.entry().class
    }

    /// What is done: what a person decided, else what the rules ask for.
    pub fn action(self) -> Action {
        self.entry().decided.unwrap_or(self.entry().action)
    }

    /// What a person decided, if anybody did.
    pub fn decided(self) -> Option<Action> {
        self.entry().decided
    }

    /// The rules that fired: bit n stands for the nth of the catalogue.
    pub fn rules(self) -> u64 {
        self.entry().rules
    }

    /// What each system that knows the person says, in the order of systems.
    pub fn states(self) -> &'l [StateLine] {
        let ledger = self.ledger;
        let end = ledger.cells.get(self.place + 1).map_or(ledger.states.len(), |next| next.states as usize);
        &ledger.states[self.entry().states as usize..end]
    }

    /// When the consent the grade rests on was given, in seconds since 1970-01-01.
    pub fn consent_at(self) -> Option<i64> {
        self.entry().consent_at.map(std::num::NonZeroI64::get)
    }

    /// Whether that consent shares its moment with many others.
    pub fn in_batch(self) -> bool {
        self.entry().in_batch
    }

    /// Whether the grade rests on what somebody declared.
    pub fn declared(self) -> bool {
        self.entry().declared
    }

    /// The key of the question whose answer would lift the cell.
    pub fn question(self) -> Option<u32> {
        self.entry().question.map(std::num::NonZeroU32::get)
    }

    fn entry(self) -> &'l CellEntry {
        &self.ledger.cells[self.place]
    }
}

impl std::fmt::Debug for Ledger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ledger({} people, {} cells)", self.people.len(), self.cells.len())
    }
}

/// Compresses the lines of a block of people. Runs beside the writer.
pub fn pack_lines(lines: &[PersonLine]) -> Vec<u8> {
    pack(&postcard::to_stdvec(lines).expect("lines are plain data and always encode"))
}

impl Casefile {
    /// Reads the ledger, with what people decided laid over it. Blocks are decompressed on all cores and put together
    /// in order.
    pub fn ledger(&self) -> Result<Ledger, StoreError> {
        let mut query = self.vault.connection().prepare("SELECT ledger FROM verdict_block ORDER BY first_person")?;
        let blocks: Vec<Vec<u8>> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let mut ledger = Ledger::default();
        for some in blocks.chunks(cores * 4) {
            let opened: Vec<Result<Vec<PersonLine>, StoreError>> = std::thread::scope(|scope| {
                let working: Vec<_> = some
                    .chunks(some.len().div_ceil(cores))
                    .map(|mine| scope.spawn(move || mine.iter().map(|block| lines(block)).collect::<Vec<_>>()))
                    .collect();
                working
                    .into_iter()
                    .flat_map(|thread| thread.join().expect("reading a block ends in a result, never in a panic"))
                    .collect()
            });
            for lines in opened {
                lines?.iter().for_each(|line| ledger.push(line));
            }
        }
        ledger.settle();
        self.lay_decisions_over(&mut ledger)?;
        Ok(ledger)
    }
}

fn lines(block: &[u8]) -> Result<Vec<PersonLine>, StoreError> {
    postcard::from_bytes(&unpack(block)?).map_err(|_| StoreError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

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
                states: vec![StateLine { system: System::List, status: ConsentStatus::Given, says_yes: true }],
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
    fn a_long_name_is_cut_between_letters() {
        assert_eq!(cut(&"å".repeat(400)).chars().count(), 256);
    }
}
