//! Whether two tables are exports of one thing, and which of the two is the later.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::import::{DateOrder, Recognition, layout_key};
use crate::matching::Keys;
use crate::normalise::fold::fold;
use crate::normalise::{Contact, Normaliser, Options, Value};
use crate::store::{Newer, SnapshotPair, TableRecord};
use crate::vocabulary::{Field, System, TableId};

use super::super::import::day;
use super::super::{Case, CaseError, Pace, Station, Watch};
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
    /// Which of two names that are else the same bears the higher number of a copy: true for the new table's.
    later_copy: Option<bool>,
    /// Whether the new table was imported on a later day.
    later_day: bool,
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

/// What the names of a table tell.
struct Names {
    file: ExportName,
    sheet: ExportName,
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
    fn is_superseded_by(&self, new: &Traits) -> (bool, Newer) {
        match (self.later_by_name, self.traits.newest, new.newest, self.later_copy) {
            (Some(later), ..) => (later, Newer::FileDate),
            (None, Some(before), Some(now), _) if before != now => (now > before, Newer::CellDate),
            (None, _, _, Some(later)) => (later, Newer::CopyNumber),
            _ => (true, Newer::ImportOrder),
        }
    }

    /// What is to be kept of this table and a new one, if they are exports of one thing.
    pub fn pair(&self, table: TableId, new: &Traits) -> Option<SnapshotPair> {
        if !self.traits.is_of_one_list(new) {
            return None;
        }
        let (is_newer, why) = self.is_superseded_by(new);
        let (older, newer) = if is_newer { (self.table, table) } else { (table, self.table) };
        let (of_older, of_newer) = if is_newer { (&self.traits, new) } else { (new, &self.traits) };
        // The order of imports alone is no reason to lose anybody. A list that comes again on another day has lost a few,
        // who left it.
        let stands_for = match why {
            Newer::ImportOrder if self.later_day => of_newer.lacks_few_of(of_older),
            Newer::ImportOrder => of_newer.people.is_superset(&of_older.people),
            _ => of_newer.can_stand_for(of_older),
        };
        stands_for.then_some(SnapshotPair { older, newer, why, stands: true })
    }
}

impl Traits {
    /// Those of a table that was just read.
    pub fn of_keys(keys: &[Keys], newest: Option<i64>) -> Self {
        Self { people: keys.iter().filter_map(person).collect(), newest }
    }

    /// Whether half of the shorter list stands in the other, too.
    fn is_of_one_list(&self, other: &Self) -> bool {
        let (short, long) = if self.people.len() <= other.people.len() { (self, other) } else { (other, self) };
        let both = short.people.iter().filter(|person| long.people.contains(person)).count();
        both > 0 && both * 2 >= short.people.len()
    }

    /// Whether nine of ten of an older list stand in this one.
    fn lacks_few_of(&self, older: &Self) -> bool {
        let gone = older.people.iter().filter(|person| !self.people.contains(person)).count();
        gone * 10 <= older.people.len()
    }

    /// Whether half of an older list stand in this one. A later export of a part is no newer list: with the older one set
    /// aside, all others would be lost.
    fn can_stand_for(&self, older: &Self) -> bool {
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

impl Names {
    fn of(file: &str, sheet: &str, by_hand: bool) -> Self {
        Self { file: ExportName::of(file, by_hand), sheet: ExportName::of(sheet, by_hand) }
    }

    fn at(&self) -> Option<i64> {
        self.file.at.or(self.sheet.at)
    }

    /// Whether they are those of one thing: nothing but the day or the copy differs, and something is left.
    fn are_of(&self, other: &Self) -> bool {
        self.file.stem == other.file.stem
            && self.sheet.stem == other.sheet.stem
            && !(self.file.stem.is_empty() && self.sheet.stem.is_empty())
    }
}

impl<'t> Kin<'t> {
    fn of_record(record: &'t TableRecord, file_name: &'t str) -> Self {
        Self {
            file_name,
            sheet: &record.sheet,
            header_row: record.header_row,
            header: &record.header,
            recognition: &record.recognition,
        }
    }

    /// Whether names, system and columns of two tables are those of one thing.
    fn is_of(&self, other: &Self) -> bool {
        let (one, two) = (self.recognition, other.recognition);
        self.header_row > 0
            && other.header_row > 0
            && one.system == two.system
            && one.table_status == two.table_status
            && self.names().are_of(&other.names())
            && self.has_columns_of(other)
    }

    fn by_hand(&self) -> bool {
        self.recognition.system == System::List
    }

    fn names(&self) -> Names {
        Names::of(self.file_name, self.sheet, self.by_hand())
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
    /// tables of one file that could both be meant, none is. Only what `may` be compared is looked at. `on`: the day on
    /// which the new ones are imported.
    pub(in crate::case) fn candidates(
        &self,
        new: &[Kin<'_>],
        on: i64,
        may: &dyn Fn(TableId) -> bool,
        today: i64,
        watch: Watch<'_>,
    ) -> Result<Vec<Vec<Candidate>>, CaseError> {
        let files = self.store.files()?.into_iter();
        let files: BTreeMap<i64, (String, bool)> =
            files.map(|file| (file.id, (file.name, day(&file.imported_on) < on))).collect();
        let tables: Vec<(TableId, i64, String)> =
            self.store.table_names()?.into_iter().filter(|(table, ..)| may(*table)).collect();
        new.iter()
            .enumerate()
            .map(|(position, one)| {
                let twins = new.iter().enumerate().any(|(other, kin)| other != position && kin.is_of(one));
                if twins { Ok(Vec::new()) } else { self.candidates_of(one, &files, &tables, today, watch) }
            })
            .collect()
    }

    fn candidates_of(
        &self,
        one: &Kin<'_>,
        files: &BTreeMap<i64, (String, bool)>,
        tables: &[(TableId, i64, String)],
        today: i64,
        watch: Watch<'_>,
    ) -> Result<Vec<Candidate>, CaseError> {
        let names = one.names();
        let mut candidates = Vec::new();
        for (table, file, sheet) in tables {
            let Some((file_name, later_day)) = files.get(file).map(|(name, before)| (name.as_str(), *before)) else {
                continue;
            };
            let known = Names::of(file_name, sheet, one.by_hand());
            // Names tell most tables apart, and what a table is recognised as need not be read for that.
            if !known.are_of(&names) {
                continue;
            }
            let of_file = self.store.tables_of(*file)?;
            let mut alike = of_file.iter().filter(|record| Kin::of_record(record, file_name).is_of(one));
            let (Some(record), None) = (alike.next(), alike.next()) else { continue };
            if record.id != *table {
                continue;
            }
            let later_by_name = match (known.at(), names.at()) {
                (Some(before), Some(now)) if before != now => Some(now > before),
                _ => None,
            };
            let later_copy = names.file.is_later_copy(&known.file);
            let traits = self.traits(record, today, watch)?;
            candidates.push(Candidate { table: *table, traits, later_by_name, later_copy, later_day });
        }
        Ok(candidates)
    }

    /// What is to be kept of a table of the case and those that `may` be another export of it.
    pub(in crate::case) fn pairs_of(
        &self,
        table: TableId,
        may: &dyn Fn(TableId) -> bool,
        today: i64,
        watch: Watch<'_>,
    ) -> Result<Vec<SnapshotPair>, CaseError> {
        let Some(record) = self.store.table(table)? else { return Ok(Vec::new()) };
        let file = self.file_record(record.file)?;
        let of_file = self.store.tables_of(record.file)?;
        let kin: Vec<Kin<'_>> = of_file.iter().map(|record| Kin::of_record(record, &file.name)).collect();
        let may = |other: TableId| may(other) && of_file.iter().all(|record| record.id != other);
        let mut found = self.candidates(&kin, day(&file.imported_on), &may, today, watch)?;
        let position = of_file.iter().position(|record| record.id == table).expect("it is a table of its file");
        let candidates = found.swap_remove(position);
        if candidates.is_empty() {
            return Ok(Vec::new());
        }
        let traits = self.traits(&record, today, watch)?;
        Ok(candidates.iter().filter_map(|candidate| candidate.pair(table, &traits)).collect())
    }

    /// Whom a table of the case holds, and its latest day.
    fn traits(&self, record: &TableRecord, today: i64, watch: Watch<'_>) -> Result<Traits, CaseError> {
        let mut pace = Pace::begin(watch, Station::Reread, record.rows)?;
        let options = Options { default_country: record.home.and_then(|home| home.hint()) };
        let mut normaliser = Normaliser::new(record.id, &record.recognition, &options);
        let mut traits = Traits::default();
        self.store.each_batch_of(record.id, |batch| -> Result<_, CaseError> {
            let mut rows = 0;
            for contact in batch.rows().inspect(|_| rows += 1).filter_map(|row| normaliser.contact(row).ok()) {
                traits.people.extend(person(&Keys::of(&contact, record.recognition.system)));
                traits.newest = traits.newest.max(latest(&contact, &record.recognition, today));
            }
            pace.step(rows)?;
            Ok(std::ops::ControlFlow::Continue(()))
        })?;
        Ok(traits)
    }
}
