//! What is counted over whole lists before any person is judged: batches, imports, shared IP addresses,
//! opt-in rates, lost times.
//!
//! Memory: 8 bytes a consent, 24 bytes an IP address; nothing is kept of a row but numbers.

use std::collections::{BTreeMap, HashMap, HashSet};

use xxhash_rust::xxh3::xxh3_64;

use crate::normalise::{Contact, Value, is_generic_source, is_live_form};
use crate::vocabulary::{ConsentStatus, DAY, Field, Moment, Precision, SubjectId, TableId, Zone};

use super::policy::{Parameters, Policy, TableFacts};

/// What was counted.
#[derive(Debug, Clone, Default)]
pub struct Census {
    /// Seconds (or days, for lists without times) that a batch shares and its size, by the file's number.
    batches: HashMap<(u32, i64), u32>,
    /// Tables in which consent carries the moment of import.
    imports: HashSet<u32>,
    /// IP addresses with too many people behind them: how many, and whether in a burst.
    ips: HashMap<u64, (u32, bool)>,
    /// Sources with too many yeses: how many signed up, by table and source.
    eager: HashMap<(u32, u64), u32>,
    /// Date columns by table and column.
    dates: BTreeMap<(u32, u16), DateColumn>,
}

/// What was counted of one date column.
#[derive(Debug, Clone, Copy, Default)]
pub struct DateColumn {
    /// Readable dates.
    pub dates: u32,
    /// Dates without a time.
    pub days: u32,
    /// Dates at midnight to the second.
    pub midnights: u32,
    /// Dates whose zone is not known.
    pub zoneless: u32,
    /// A row that has one.
    pub example_row: u32,
}

/// Counts contacts one by one. Several can count side by side and be joined.
#[derive(Default)]
pub struct Count {
    consents: Vec<(u32, i64)>,
    per_file: HashMap<u32, u32>,
    imports: HashMap<u32, (u32, u32)>,
    ips: Vec<(u64, u32, i64)>,
    sources: HashMap<(u32, u64), (u32, u32)>,
    dates: HashMap<(u32, u16), DateColumn>,
}

/// Date fields whose precision matters (R020).
const DATED: [Field; 4] = [Field::ConsentAt, Field::ConfirmedAt, Field::UnsubscribedAt, Field::CreatedAt];

impl Count {
    /// Counts one row of a person.
    pub fn add(&mut self, contact: &Contact, subject: SubjectId, table: &TableFacts, policy: &Policy) {
        let file = file_number(table, policy);
        *self.per_file.entry(file).or_default() += 1;
        for fact in contact.facts() {
            if let (Value::Moment(moment), true) = (fact.value, DATED.contains(&fact.field)) {
                let column = self.dates.entry((contact.table.0, fact.column.0)).or_default();
                column.add(moment, contact.row);
            }
        }
        let source = contact.text(Field::ConsentSource).or_else(|| contact.text(Field::ConsentForm));
        let consent = contact.moment(Field::ConsentAt);
        if let Some(at) = consent {
            self.consents.push((file, at.seconds));
            let live = source.is_some_and(|source| !is_generic_source(source) && is_live_form(source));
            if !live {
                let imports = self.imports.entry(table.id.0).or_default();
                imports.0 += 1;
                imports.1 += u32::from(is_same_as_import(contact, at, &policy.parameters));
            }
        }
        if let Some(ip) = contact.text(Field::ConsentIp) {
            let at = consent.map_or(i64::MIN, |at| at.seconds);
            self.ips.push((xxh3_64(ip.as_bytes()), subject.0, at));
        }
        if let Some(source) = source.filter(|_| asks_yes_or_no(table)) {
            let yes = contact.claims().iter().any(|claim| claim.status == ConsentStatus::Given);
            let signups = self.sources.entry((table.id.0, xxh3_64(source.as_bytes()))).or_default();
            signups.0 += 1;
            signups.1 += u32::from(yes);
        }
    }

    /// Joins what another has counted.
    pub fn join(&mut self, other: Self) {
        self.consents.extend(other.consents);
        self.ips.extend(other.ips);
        for (key, count) in other.per_file {
            *self.per_file.entry(key).or_default() += count;
        }
        for (key, (all, same)) in other.imports {
            let sum = self.imports.entry(key).or_default();
            *sum = (sum.0 + all, sum.1 + same);
        }
        for (key, (all, yes)) in other.sources {
            let sum = self.sources.entry(key).or_default();
            *sum = (sum.0 + all, sum.1 + yes);
        }
        for (key, column) in other.dates {
            self.dates.entry(key).or_default().join(column);
        }
    }

    /// Draws the conclusions.
    pub fn finish(mut self, policy: &Policy) -> Census {
        let parameters = &policy.parameters;
        let timeless: HashSet<u32> = self.files_without_times(policy);
        let batches = self.batches(&timeless, parameters);
        let imports = self
            .imports
            .iter()
            .filter(|(_, (all, same))| *all >= 50 && share(*same, *all) >= parameters.import_share)
            .map(|(table, _)| *table)
            .collect();
        let eager = self
            .sources
            .iter()
            .filter(|(_, (all, yes))| {
                *all >= parameters.optin_rate_minimum && share(*yes, *all) >= parameters.optin_rate_suspect
            })
            .map(|(key, (all, _))| (*key, *all))
            .collect();
        let ips = shared_ips(&mut self.ips, parameters);
        Census { batches, imports, ips, eager, dates: self.dates.into_iter().collect() }
    }

    /// Files whose consent dates carry no time of day.
    fn files_without_times(&self, policy: &Policy) -> HashSet<u32> {
        let mut timed: HashMap<u32, bool> = HashMap::new();
        for ((table, column), dates) in &self.dates {
            let table = policy.table(TableId(*table));
            let consent = table.recognition.columns.get(usize::from(*column)).and_then(|column| column.field);
            if consent == Some(Field::ConsentAt) {
                *timed.entry(file_number(table, policy)).or_default() |= !dates.has_lost_time();
            }
        }
        timed.into_iter().filter(|(_, timed)| !timed).map(|(file, _)| file).collect()
    }

    fn batches(&mut self, timeless: &HashSet<u32>, parameters: &Parameters) -> HashMap<(u32, i64), u32> {
        self.consents.sort_unstable();
        let mut groups: Vec<((u32, i64), u32)> = Vec::new();
        for consent in &self.consents {
            match groups.last_mut() {
                Some((key, count)) if key == consent => *count += 1,
                _ => groups.push((*consent, 1)),
            }
        }
        groups
            .iter()
            .filter(|((file, seconds), count)| {
                let rows = self.per_file.get(file).copied().unwrap_or_default();
                if timeless.contains(file) {
                    return stands_out(*file, *count, &groups, parameters);
                }
                // A midnight in a list with times is a lost time, not a second.
                seconds % DAY != 0
                    && (*count >= parameters.batch_same_second
                        || (rows >= 200 && share(*count, rows) >= parameters.batch_share))
            })
            .copied()
            .collect()
    }
}

/// Whether one day of a list without times holds far more consents than its other days (R012's caveat).
fn stands_out(file: u32, count: u32, groups: &[((u32, i64), u32)], parameters: &Parameters) -> bool {
    if count < parameters.batch_same_second {
        return false;
    }
    let (mut others, mut days) = (0_u32, 0_u32);
    for (_, in_day) in groups.iter().filter(|((other, _), _)| *other == file) {
        others += in_day;
        days += 1;
    }
    let (others, days) = (others - count, days - 1);
    if days == 0 { count >= 50 } else { f64::from(count) >= 20.0 * f64::from(others) / f64::from(days) }
}

fn shared_ips(ips: &mut [(u64, u32, i64)], parameters: &Parameters) -> HashMap<u64, (u32, bool)> {
    ips.sort_unstable();
    let mut shared = HashMap::new();
    for group in ips.chunk_by(|a, b| a.0 == b.0) {
        if group.len() < parameters.ip_burst as usize {
            continue;
        }
        let mut people: Vec<u32> = group.iter().map(|(_, person, _)| *person).collect();
        people.dedup();
        let count = u32::try_from(people.len()).unwrap_or(u32::MAX);
        let burst = has_burst(group, parameters);
        if count >= parameters.ip_many || burst {
            shared.insert(group[0].0, (count, burst));
        }
    }
    shared
}

/// Whether enough distinct people came from one address within the width of a burst.
fn has_burst(group: &[(u64, u32, i64)], parameters: &Parameters) -> bool {
    let mut acts: Vec<(i64, u32)> =
        group.iter().filter(|(_, _, at)| *at != i64::MIN).map(|(_, person, at)| (*at, *person)).collect();
    acts.sort_unstable();
    let mut from = 0;
    for to in 0..acts.len() {
        while acts[to].0 - acts[from].0 > parameters.ip_burst_seconds {
            from += 1;
        }
        if to - from + 1 >= parameters.ip_burst as usize {
            let people: HashSet<u32> = acts[from..=to].iter().map(|(_, person)| *person).collect();
            if people.len() >= parameters.ip_burst as usize {
                return true;
            }
        }
    }
    false
}

impl DateColumn {
    fn add(&mut self, moment: Moment, row: u32) {
        self.join(Self {
            dates: 1,
            days: u32::from(moment.precision == Precision::Day),
            midnights: u32::from(moment.precision != Precision::Day && moment.seconds % DAY == 0),
            zoneless: u32::from(moment.zone == Zone::Unknown),
            example_row: row,
        });
    }

    fn join(&mut self, other: Self) {
        let row = if self.dates == 0 { other.example_row } else { self.example_row.min(other.example_row) };
        *self = Self {
            dates: self.dates + other.dates,
            days: self.days + other.days,
            midnights: self.midnights + other.midnights,
            zoneless: self.zoneless + other.zoneless,
            example_row: row,
        };
    }

    /// Whether no date of the column tells a time of day.
    pub fn has_lost_time(self) -> bool {
        self.dates > 0 && self.days + self.midnights == self.dates
    }
}

impl Census {
    /// How many consents share the second of this one, or in a list without times its day; 0 if too few
    /// to be a batch.
    pub fn batch(&self, table: &TableFacts, at: Moment, policy: &Policy) -> u32 {
        if self.batches.is_empty() {
            return 0;
        }
        self.batches.get(&(file_number(table, policy), at.seconds)).copied().unwrap_or_default()
    }

    /// Whether a consent carries the moment of an import, in a list where nearly all do.
    pub fn is_import(&self, table: &TableFacts, contact: &Contact, at: Moment, policy: &Policy) -> bool {
        self.imports.contains(&table.id.0)
            && is_same_as_import(contact, at, &policy.parameters)
            && !contact
                .text(Field::ConsentSource)
                .or_else(|| contact.text(Field::ConsentForm))
                .is_some_and(|source| !is_generic_source(source) && is_live_form(source))
    }

    /// How many people stand behind an IP address, if too many, and whether they came in a burst.
    pub fn people_behind(&self, ip: &str) -> (u32, bool) {
        if self.ips.is_empty() {
            return (0, false);
        }
        self.ips.get(&xxh3_64(ip.as_bytes())).copied().unwrap_or((0, false))
    }

    /// How many signed up through the source of a row, if nearly all of them said yes.
    pub fn eager_source(&self, contact: &Contact) -> Option<u32> {
        let source = contact.text(Field::ConsentSource).or_else(|| contact.text(Field::ConsentForm))?;
        self.eager.get(&(contact.table.0, xxh3_64(source.as_bytes()))).copied()
    }

    /// What was counted of a date column.
    pub fn date_column(&self, table: TableId, column: u16) -> Option<DateColumn> {
        self.dates.get(&(table.0, column)).copied()
    }
}

/// Consent at the moment the record was made or imported (R013).
fn is_same_as_import(contact: &Contact, at: Moment, parameters: &Parameters) -> bool {
    let imported = contact
        .moment(Field::ImportedAt)
        .is_some_and(|imported| (imported.seconds - at.seconds).abs() <= parameters.import_gap_seconds);
    imported || contact.moment(Field::CreatedAt).is_some_and(|created| created.seconds == at.seconds)
}

/// Whether a table can hold a no beside a yes: only then does a rate of yes mean anything.
fn asks_yes_or_no(table: &TableFacts) -> bool {
    table.recognition.table_status.is_none() && (table.has(Field::OptinEmail) || table.has(Field::Status))
}

/// Tables of one file are one list (a Mailchimp bundle splits one by state).
fn file_number(table: &TableFacts, policy: &Policy) -> u32 {
    policy.tables.iter().position(|other| other.file == table.file).map_or(table.id.0, |first| first as u32)
}

fn share(part: u32, whole: u32) -> f64 {
    f64::from(part) / f64::from(whole.max(1))
}
