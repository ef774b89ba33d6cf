//! Whether two tables are exports of one thing, and which of the two is the later.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::import::{DateOrder, Recognition, layout_key};
use crate::matching::Keys;
use crate::normalise::fold::fold;
use crate::normalise::{Contact, Normaliser, Options, Value};
use crate::store::{Newer, StoreError, TableRecord};
use crate::vocabulary::{Field, System, TableId};

use super::super::{Case, CaseError};
use super::name::ExportName;

/// A table of the case that may be another export of a new one.
#[derive(Debug)]
pub struct Candidate {
    /// The table.
    pub table: TableId,
    /// Whom it holds and when it ends.
    pub traits: Traits,
    /// Which of the names tells the later day, if both tell one: true for the new table's.
    later_by_name: Option<bool>,
}

/// Whom a table holds, and its latest day.
#[derive(Debug, Default)]
pub struct Traits {
    people: HashSet<u64>,
    newest: Option<i64>,
}

/// A table as far as it is known by another export of the same thing.
pub struct Kin<'t> {
    pub file_name: &'t str,
    pub sheet: &'t str,
    pub header_row: u32,
    pub header: &'t [String],
    pub recognition: &'t Recognition,
}

/// Fields whose cells tell how late an export is.
const LATE: [Field; 11] = [
    Field::CreatedAt,
    Field::UpdatedAt,
    Field::LastActivityAt,
    Field::LastOpenAt,
    Field::LastClickAt,
    Field::LastSentAt,
    Field::ConsentAt,
    Field::ConfirmedAt,
    Field::UnsubscribedAt,
    Field::BouncedAt,
    Field::PurchaseAt,
];

impl Candidate {
    /// Whether the new table is the later, and what says so.
    pub fn is_superseded_by(&self, new: &Traits) -> (bool, Newer) {
        match (self.later_by_name, self.traits.newest, new.newest) {
            (Some(later), _, _) => (later, Newer::FileDate),
            (None, Some(before), Some(now)) if before != now => (now > before, Newer::CellDate),
            _ => (true, Newer::ImportOrder),
        }
    }
}

impl Traits {
    /// Those of a table that was just read.
    pub fn of_keys(keys: &[Keys], newest: Option<i64>) -> Self {
        Self { people: keys.iter().filter_map(person).collect(), newest }
    }

    /// Whether half of the shorter list stands in the other, too.
    pub fn is_of_one_list(&self, other: &Self) -> bool {
        let (short, long) = if self.people.len() <= other.people.len() { (self, other) } else { (other, self) };
        let both = short.people.iter().filter(|person| long.people.contains(person)).count();
        both > 0 && both * 2 >= short.people.len()
    }

    /// Whether half of an older list stand in this one. A later export of a part is no newer list: with the older one set
    /// aside, all others would be lost.
    pub fn can_stand_for(&self, older: &Self) -> bool {
        let still = older.people.iter().filter(|person| self.people.contains(person)).count();
        still * 2 >= older.people.len()
    }
}

/// Whom a row is about, as far as two exports can agree on it.
fn person(keys: &Keys) -> Option<u64> {
    [keys.email, keys.phone, keys.person_id, keys.external_id].into_iter().find(|key| *key != 0)
}

/// The latest day of a row that had come by `today` (days since 1970-01-01), in seconds. Dates whose order is open tell
/// nothing.
pub fn latest(contact: &Contact, recognition: &Recognition, today: i64) -> Option<i64> {
    let decided = |column: u16| {
        let column = recognition.columns.get(usize::from(column));
        column.is_some_and(|column| !matches!(column.dates, Some(DateOrder::Ambiguous | DateOrder::Unknown)))
    };
    let late = contact.facts().iter().filter(|fact| LATE.contains(&fact.field) && decided(fact.column.0));
    late.filter_map(|fact| match fact.value {
        Value::Moment(moment) if moment.days() <= today => Some(moment.seconds),
        _ => None,
    })
    .max()
}

impl Kin<'_> {
    /// Whether names, system and columns of two tables are those of one thing.
    fn is_of(&self, other: &Self) -> bool {
        let (one, two) = (self.recognition, other.recognition);
        self.header_row > 0
            && other.header_row > 0
            && one.system == two.system
            && one.table_status == two.table_status
            && self.names().0 == other.names().0
            && self.names().0.iter().any(|stem| !stem.is_empty())
            && self.has_columns_of(other)
    }

    /// The stems of file and sheet, and the moment one of them tells.
    fn names(&self) -> ([String; 2], Option<i64>) {
        let by_hand = self.recognition.system == System::List;
        let (file, sheet) = (ExportName::of(self.file_name, by_hand), ExportName::of(self.sheet, by_hand));
        ([file.stem, sheet.stem], file.at.or(sheet.at))
    }

    /// A list kept by hand has to have the very same columns. A system's export may have gained or lost a few.
    fn has_columns_of(&self, other: &Self) -> bool {
        let system = self.recognition.system;
        if layout_key(self.header, system) == layout_key(other.header, system) {
            return true;
        }
        let names = |header: &[String]| header.iter().map(|name| fold(name)).collect::<BTreeSet<String>>();
        let (mine, theirs) = (names(self.header), names(other.header));
        system != System::List && mine.intersection(&theirs).count() * 4 >= mine.len().max(theirs.len()) * 3
    }
}

impl Case {
    /// For each new table of a file those of the case that may be another export of it, with what they hold. Of two
    /// tables of one file that could both be meant, none is.
    pub(in crate::case) fn candidates(&self, new: &[Kin<'_>], today: i64) -> Result<Vec<Vec<Candidate>>, CaseError> {
        let files: BTreeMap<i64, String> = self.store.files()?.into_iter().map(|file| (file.id, file.name)).collect();
        let tables = self.store.tables()?;
        let apart: BTreeSet<TableId> = self
            .store
            .snapshots()?
            .into_iter()
            .filter(|pair| !pair.stands)
            .flat_map(|pair| [pair.older, pair.newer])
            .collect();
        let known = |record: &TableRecord, one: &Kin<'_>| {
            let name = files.get(&record.file).map(String::as_str).unwrap_or_default();
            let kin = Kin {
                file_name: name,
                sheet: &record.sheet,
                header_row: record.header_row,
                header: &record.header,
                recognition: &record.recognition,
            };
            kin.is_of(one).then(|| match (kin.names().1, one.names().1) {
                (Some(before), Some(now)) if before != now => Some(now > before),
                _ => None,
            })
        };
        let mut found = Vec::with_capacity(new.len());
        for (position, one) in new.iter().enumerate() {
            let twins = new.iter().enumerate().filter(|(other, kin)| *other != position && kin.is_of(one)).count();
            let mut alike: Vec<(&TableRecord, Option<bool>)> = Vec::new();
            if twins == 0 {
                alike.extend(tables.iter().filter_map(|table| Some((table, known(table, one)?))));
            }
            let mut candidates = Vec::new();
            for (record, later_by_name) in &alike {
                let alone = alike.iter().filter(|(other, _)| other.file == record.file).count() == 1;
                if alone && !apart.contains(&record.id) {
                    let traits = self.traits(record, today)?;
                    candidates.push(Candidate { table: record.id, traits, later_by_name: *later_by_name });
                }
            }
            found.push(candidates);
        }
        Ok(found)
    }

    /// Whom a table of the case holds, and its latest day.
    fn traits(&self, record: &TableRecord, today: i64) -> Result<Traits, CaseError> {
        let options = Options { default_country: record.home.and_then(|home| home.hint()) };
        let mut normaliser = Normaliser::new(record.id, &record.recognition, &options);
        let mut traits = Traits::default();
        self.store.each_batch_of(record.id, |batch| -> Result<_, StoreError> {
            for contact in batch.rows().filter_map(|row| normaliser.contact(row).ok()) {
                traits.people.extend(person(&Keys::of(&contact, record.recognition.system, "")));
                traits.newest = traits.newest.max(latest(&contact, &record.recognition, today));
            }
            Ok(std::ops::ControlFlow::Continue(()))
        })?;
        Ok(traits)
    }
}
