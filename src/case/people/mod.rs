//! The people of a case as a list: narrowed down, counted, put in order, a page at a time.
//!
//! Everything is answered from the ledger in memory. The unit of counting is the person: they are in a selection when
//! one of their cells is, and the best such cell is the one shown.

mod count;
mod filter;
mod order;
#[cfg(test)]
mod tests;

use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::store::{Ledger, Person};
use crate::vocabulary::{Action, Channel, ConsentStatus, Grade, Voice, VoiceId};

use super::{Bucket, Stopped};

pub(super) use count::on_all_cores;

use count::Counted;
use filter::Selection;
use order::Listing;

/// Which people to look at. What is empty or absent narrows nothing down; within one list any value will do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PeopleFilter {
    /// Part of an address, a number, a name or a company.
    pub text: String,
    /// Systems that know them, and lists of no system.
    pub systems: Vec<Voice>,
    /// Grades of a cell.
    pub grades: Vec<Grade>,
    /// The best that may be done with any cell that the rest of the filter leaves of a person.
    pub actions: Vec<Action>,
    /// The best that may be done with any of their cells.
    pub buckets: Vec<Bucket>,
    /// Two-letter codes; `XX` for the unknown country.
    pub countries: Vec<String>,
    /// Ids of rules.
    pub rules: Vec<String>,
    /// Channels.
    pub channels: Vec<Channel>,
    /// How the systems agree.
    pub disagreement: Vec<Disagreement>,
    /// One square of the matrix of systems that disagree.
    pub conflict: Option<Conflict>,
    /// When the consent was given that the person rests on: that of their best documented cell.
    pub consent: Option<ConsentDays>,
    /// Only those whose consent shares its moment with many others.
    pub in_batch: bool,
    /// Only those whose grade rests on what somebody declared.
    pub declared: bool,
    /// Only those whom the answer to a question would lift, by its key.
    pub question: Option<u32>,
    /// Only those who are stopped for a reason.
    pub stopped: Option<Stopped>,
}

/// How the systems that know a person agree on a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Disagreement {
    /// One says no, one still says yes.
    SaidNoStillYes,
    /// One says yes, another does not know.
    YesAndUnknown,
    /// Nothing one says speaks against another.
    SameEverywhere,
}

/// A no in one system beside a yes in another. Every list of no system speaks for itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// Where they said no.
    pub no_in: Voice,
    /// Where they are still a yes.
    pub yes_in: Voice,
}

/// The days on which a consent was given, both ends included, or its lack of a date.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConsentDays {
    /// From this day on, as `YYYY-MM-DD`.
    pub from_day: Option<String>,
    /// Until this day, as `YYYY-MM-DD`.
    pub to_day: Option<String>,
    /// Instead: only those without a date.
    pub undated: bool,
}

/// What there is to narrow down by. Each count is of the people who would be left if that value alone were chosen of
/// its facet, and everything else of the filter stayed. Values that nobody in the case has are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Facets {
    /// Everybody.
    pub everybody: u32,
    /// Those the whole filter leaves.
    pub left: u32,
    /// By system and list, in the order of voices.
    pub systems: Vec<FacetValue>,
    /// By how the systems agree.
    pub disagreement: Vec<FacetValue>,
    /// By grade, strongest first.
    pub grades: Vec<FacetValue>,
    /// By action, in the order of display: each person once.
    pub actions: Vec<FacetValue>,
    /// By bucket, best first.
    pub buckets: Vec<FacetValue>,
    /// By country, most people first.
    pub countries: Vec<FacetValue>,
    /// By rule, most people first.
    pub rules: Vec<FacetValue>,
    /// By channel, in the order of output.
    pub channels: Vec<FacetValue>,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FacetValue {
    /// The word a filter takes.
    pub value: String,
    /// How many people would be left.
    pub people: u32,
}

/// How the list is put in order. Equals stand in the order of addresses; those without a value stand last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PeopleSort {
    /// The column.
    pub column: PeopleColumn,
    /// Whether the last stands first.
    pub descending: bool,
}

/// The columns of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum PeopleColumn {
    /// The address, as people are numbered.
    #[default]
    Person,
    /// The name.
    Name,
    /// Where they work.
    Company,
    /// Where they live.
    Country,
    /// The grade of the cell shown.
    Grade,
    /// The action on the cell shown.
    Action,
    /// How many rules fired on the cell shown.
    Rules,
}

/// A part of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PeoplePage {
    /// How many people the filter leaves.
    pub total: u32,
    /// The systems of the case and its lists of no system, in the order of the states of each row.
    pub systems: Vec<Voice>,
    /// The rows.
    pub rows: Vec<PersonRow>,
}

/// A person as the list shows them. Personal data.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
    /// Their number.
    pub person: u32,
    /// The address they are written to.
    pub email: Option<String>,
    /// The number they are called on.
    pub phone: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// Where they work.
    pub company: Option<String>,
    /// Where they live, as two letters; empty if nothing says so.
    pub country: String,
    /// What each of the systems and lists says; nothing where it does not know them.
    pub states: Vec<Option<ConsentStatus>>,
    /// The channel of the cell shown.
    pub channel: Channel,
    /// The grade of the cell shown.
    pub grade: Grade,
    /// What is done with it.
    pub action: Action,
    /// Whether a person decided so.
    pub decided: bool,
    /// The best that may be done with any of their cells.
    pub bucket: Bucket,
    /// How many rules fired on the cell shown.
    pub rules: u32,
}

/// Answers about the people of a ledger, remembering the last ones: a page further on costs no search.
#[derive(Default)]
pub struct People {
    remembered: Mutex<Remembered>,
}

#[derive(Default)]
struct Remembered {
    /// What the case holds at all, by the edition of the ledger.
    whole: Option<(u64, Arc<Counted>)>,
    found: Option<(u64, String, Arc<Vec<u32>>)>,
    listed: Option<(u64, PeopleFilter, PeopleColumn, Arc<Listing>)>,
    /// Everybody in the order of a column of texts.
    alphabets: Vec<(u64, PeopleColumn, Arc<Listing>)>,
}

impl People {
    /// What there is to narrow down by, and how many people each choice would leave.
    pub fn facets(&self, ledger: &Ledger, filter: &PeopleFilter) -> Facets {
        let whole = self.whole(ledger);
        if *filter == PeopleFilter::default() {
            return whole.facets(&whole, ledger.voices());
        }
        let found = self.found(ledger, &filter.text);
        count::count(ledger, &Selection::of(ledger, filter, found.as_deref().map(Vec::as_slice)))
            .facets(&whole, ledger.voices())
    }

    /// A part of the list, from a place counted from 0.
    pub fn page(&self, ledger: &Ledger, filter: &PeopleFilter, sort: PeopleSort, from: u32, count: u32) -> PeoplePage {
        let found = self.found(ledger, &filter.text);
        let selection = Selection::of(ledger, filter, found.as_deref().map(Vec::as_slice));
        let listing = self.listing(ledger, filter, &selection, sort.column);
        let (places, systems): (Vec<VoiceId>, Vec<Voice>) = self.whole(ledger).voices(ledger.voices()).unzip();
        let rows = listing
            .part(sort.descending, from as usize, count as usize)
            .filter_map(|number| Some(row(ledger.person(number)?, &selection, &places)))
            .collect();
        PeoplePage { total: listing.len(), systems, rows }
    }

    /// The place in the list at which a person stands, if the filter leaves them.
    pub fn place(&self, ledger: &Ledger, filter: &PeopleFilter, sort: PeopleSort, person: u32) -> Option<u32> {
        let found = self.found(ledger, &filter.text);
        let selection = Selection::of(ledger, filter, found.as_deref().map(Vec::as_slice));
        self.listing(ledger, filter, &selection, sort.column).place(sort.descending, person)
    }

    fn whole(&self, ledger: &Ledger) -> Arc<Counted> {
        let edition = ledger.edition();
        if let Some((of, whole)) = &self.remembered().whole
            && *of == edition
        {
            return Arc::clone(whole);
        }
        let whole = Arc::new(count::count(ledger, &Selection::of(ledger, &PeopleFilter::default(), None)));
        self.remembered().whole = Some((edition, Arc::clone(&whole)));
        whole
    }

    /// The people a text is found in; `None` for a text that is empty.
    fn found(&self, ledger: &Ledger, text: &str) -> Option<Arc<Vec<u32>>> {
        if text.trim().is_empty() {
            return None;
        }
        let edition = ledger.edition();
        if let Some((of, searched, found)) = &self.remembered().found
            && (*of, searched.as_str()) == (edition, text)
        {
            return Some(Arc::clone(found));
        }
        let found = Arc::new(ledger.search(text));
        self.remembered().found = Some((edition, text.to_owned(), Arc::clone(&found)));
        Some(found)
    }

    fn listing(
        &self,
        ledger: &Ledger,
        filter: &PeopleFilter,
        selection: &Selection<'_>,
        column: PeopleColumn,
    ) -> Arc<Listing> {
        let edition = ledger.edition();
        if let Some((of, narrowed, by, listing)) = &self.remembered().listed
            && (*of, narrowed, *by) == (edition, filter, column)
        {
            return Arc::clone(listing);
        }
        let matching = selection.matching(ledger);
        let listing = Arc::new(match column {
            PeopleColumn::Name | PeopleColumn::Company => {
                self.alphabet(ledger, column).narrowed(ledger.len(), &matching)
            }
            _ => order::by_value(ledger, selection, matching, column),
        });
        self.remembered().listed = Some((edition, filter.clone(), column, Arc::clone(&listing)));
        listing
    }

    /// Everybody in the order of their names or companies, which no decision changes.
    fn alphabet(&self, ledger: &Ledger, column: PeopleColumn) -> Arc<Listing> {
        let contents = ledger.contents();
        let known = |remembered: &Remembered| {
            let of = remembered.alphabets.iter().find(|(of, by, _)| (*of, *by) == (contents, column));
            of.map(|(_, _, listing)| Arc::clone(listing))
        };
        if let Some(listing) = known(&self.remembered()) {
            return listing;
        }
        let listing = Arc::new(order::by_text(ledger, column));
        let mut remembered = self.remembered();
        remembered.alphabets.retain(|(of, by, _)| *of == contents && *by != column);
        remembered.alphabets.push((contents, column, Arc::clone(&listing)));
        listing
    }

    /// What is remembered can be found again: a thread that panicked leaves nothing that is wrong.
    fn remembered(&self) -> std::sync::MutexGuard<'_, Remembered> {
        self.remembered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn row(person: Person<'_>, selection: &Selection<'_>, voices: &[VoiceId]) -> PersonRow {
    let cell = selection.shown(person).unwrap_or_else(|| person.cells().next().expect("a person has a cell"));
    let owned = |text: Option<&str>| text.map(str::to_owned);
    PersonRow {
        person: person.number(),
        email: owned(person.email()),
        phone: owned(person.phone()),
        name: owned(person.name()),
        company: owned(person.company()),
        country: person.country().word().to_owned(),
        states: voices
            .iter()
            .map(|voice| cell.states().iter().find(|state| state.voice == *voice).map(|state| state.status))
            .collect(),
        channel: cell.channel(),
        grade: cell.grade(),
        action: cell.action(),
        decided: cell.decided().is_some(),
        bucket: Bucket::of_person(person),
        rules: cell.rules().count_ones(),
    }
}

impl std::fmt::Debug for People {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("People")
    }
}

impl std::fmt::Debug for PersonRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PersonRow({}, {:?})", self.person, self.grade)
    }
}
