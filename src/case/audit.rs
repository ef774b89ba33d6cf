//! The way from stored rows to verdicts.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::{CountryCode, Declarations, Parameters, Policy, table_findings};
use crate::import::SourceRow;
use crate::matching::{Clusters, Keys, LooseKey, TableKeys, cluster};
use crate::normalise::{Normaliser, Options};
use crate::plan::FindingRecord;
use crate::store::{SnapshotPair, StoreError, TableRecord};
use crate::vocabulary::{ContactId, Field, System, TableId};

use super::glance::Glance;
use super::judge::{Keep, Told, judge};
use super::regroup::regroup;
use super::snapshot::{Ids, number_alike};
use super::summary::Summary;
use super::{Case, CaseError, Pace, Progress, Station, Watch};

/// What is derived of the rows of every table.
#[derive(Default)]
struct Derived {
    /// Match keys.
    keys: BTreeMap<TableId, TableKeys>,
    /// The tables whose rows are now read otherwise than at their import.
    miscounted: BTreeSet<TableId>,
    /// The ids of lists of no system that have another export.
    ids: BTreeMap<TableId, Ids>,
}

/// What an audit depends on beside the case.
#[derive(Debug, Clone, Default)]
pub struct AuditOptions {
    /// The day of the audit, counted from 1970-01-01.
    pub today: i64,
    /// The country where people live unless a row says otherwise, and the controller's own.
    pub home: Option<CountryCode>,
    /// The controller whose lists these are.
    pub controller: Option<String>,
    /// What named people declare.
    pub declarations: Declarations,
    /// The tunable numbers.
    pub parameters: Parameters,
}

impl Case {
    /// Joins, judges and decides. The case then holds a verdict on everybody; gives back what it comes to.
    pub fn audit(&mut self, options: &AuditOptions, watch: Watch<'_>) -> Result<(Summary, Policy), CaseError> {
        let (summary, glance, policy) = self.judged(options, Keep::Verdicts, watch)?;
        let overview = self.seen_at(glance, &policy.voices, &summary)?;
        self.keep_counts(&summary, Some(&overview))?;
        Ok((summary, policy))
    }

    /// What an audit would come to. The case stays as it is; so telephone numbers stay read by the country they were
    /// read by, whatever `options` say.
    pub fn preview(&mut self, options: &AuditOptions, watch: Watch<'_>) -> Result<Summary, CaseError> {
        Ok(self.judged(options, Keep::Nothing, watch)?.0)
    }

    fn judged(
        &mut self,
        options: &AuditOptions,
        keep: Keep,
        watch: Watch<'_>,
    ) -> Result<(Summary, Glance, Policy), CaseError> {
        let mut policy = Policy::on(options.today);
        policy.home = options.home;
        policy.controller.clone_from(&options.controller);
        policy.declarations = options.declarations.clone();
        policy.parameters = options.parameters.clone();
        if matches!(keep, Keep::Verdicts) {
            self.reread_at_home(options.home, watch)?;
        }
        policy.tables = self.table_facts()?;
        policy.rejected = self.rejected_refusals()?;
        policy.voices = self.speaking()?.voices;

        // What is told of a person is told by the newest exports; the older ones stand behind them.
        let mut by_name = self.tables_by_name()?;
        by_name.sort_by_key(|id| policy.table(*id).older);
        let order = standing(&by_name);
        let clusters = self.cluster(&mut policy, &order, watch)?;
        let (buckets, count) = regroup(&self.store, &policy, &clusters, watch)?;
        policy.census = count.finish(&policy);
        let people = u64::from(clusters.people);
        let ambiguities = clusters.ambiguities.len() as u64;
        drop(clusters);
        let Told { mut tally, questions, glance } =
            judge(&mut self.store, &policy, &buckets, &order, people, keep, watch)?;
        let about_tables: Vec<FindingRecord> = policy
            .tables
            .iter()
            .filter(|table| !table.older)
            .flat_map(|table| table_findings(table, &policy))
            .map(FindingRecord::from)
            .collect();
        for finding in &about_tables {
            tally.count(finding.rule, finding.severity, 0);
        }
        let mut summary = tally.finish();
        summary.about_tables = about_tables;
        summary.ambiguities = ambiguities;
        summary.questions = questions.ranked();
        summary.files = self.store.files()?.len() as u64;
        summary.older_tables = policy.tables.iter().filter(|table| table.older).count() as u64;
        for table in self.store.tables()? {
            summary.rows += table.rows;
            summary.accepted += table.accepted;
            summary.rejected += table.rejected;
        }
        Ok((summary, glance, policy))
    }

    /// Reads the tables anew whose telephone numbers or dates were read by another country's habits.
    fn reread_at_home(&mut self, home: Option<CountryCode>, watch: Watch<'_>) -> Result<(), CaseError> {
        let mut tables = Vec::new();
        for table in self.store.tables()?.into_iter().filter(|table| table.home != home) {
            let has_phones = table.recognition.columns.iter().any(|column| column.field == Some(Field::Phone));
            let there = self.understood_at(home, &table)?;
            if has_phones || there != table.recognition {
                tables.push(TableRecord { recognition: there, ..table });
            }
        }
        self.reread(&tables, home, watch)
    }

    /// Reads tables anew, all or none.
    fn reread(&mut self, tables: &[TableRecord], home: Option<CountryCode>, watch: Watch<'_>) -> Result<(), CaseError> {
        if tables.is_empty() {
            return Ok(());
        }
        let mut pace = Pace::begin(watch, Station::Reread, tables.iter().map(|table| table.rows).sum())?;
        let options = Options { default_country: home.and_then(|home| home.hint()) };
        let mut writer = self.store.begin_import()?;
        for table in tables {
            let mut normaliser = Normaliser::new(table.id, &table.recognition, &options);
            let contact = |row: SourceRow<'_>| normaliser.contact(row).map(|_| ());
            writer.understand(table.id, &table.recognition)?;
            writer.reread(table.id, home, contact, |rows| pace.step(rows))?;
        }
        writer.commit()?;
        self.asked.borrow_mut().clear();
        self.keys.retain(|id, _| tables.iter().all(|table| table.id != *id));
        Ok(())
    }

    /// Joins the contacts of every table.
    fn cluster(&mut self, policy: &mut Policy, order: &[u32], watch: Watch<'_>) -> Result<Clusters, CaseError> {
        let total = self.store.tables()?.iter().map(|table| table.accepted).sum();
        if watch(Progress { station: Station::Matching, done: 0, total }).is_break() {
            return Err(CaseError::Cancelled);
        }
        self.derive_missing_keys(policy, watch)?;
        let mut keys: Vec<Keys> = Vec::with_capacity(usize::try_from(total).unwrap_or_default());
        let mut loose: Vec<LooseKey> = Vec::new();
        let mut first: Vec<(u32, TableId)> = Vec::new();
        for table in &policy.tables {
            let start = u32::try_from(keys.len()).expect("a case has fewer than 2^32 contacts");
            first.push((start, table.id));
            // They are derived again if another file joins the case; until then the room is better used.
            let Some(of_table) = self.keys.remove(&table.id) else { continue };
            match table.system() {
                System::List => keys.extend(of_table.rows.into_iter().map(|keys| keys.within(&table.numbered_as))),
                _ => keys.extend(of_table.rows),
            }
            loose.extend(of_table.loose.into_iter().map(|one| LooseKey { contact: start + one.contact, ..one }));
        }
        self.keys.clear();
        let clusters = cluster(&keys, &loose, |contact: ContactId| {
            let table = first.partition_point(|(start, _)| *start <= contact.0) - 1;
            let (start, id) = first[table];
            u64::from(order[id.0 as usize]) << 32 | u64::from(contact.0 - start)
        });
        if watch(Progress { station: Station::Matching, done: total, total }).is_break() {
            return Err(CaseError::Cancelled);
        }
        Ok(clusters)
    }

    /// Derives the match keys of tables that were imported before the case was opened, or are understood otherwise since.
    /// Where there are several exports of one list, that is always so.
    fn derive_missing_keys(&mut self, policy: &mut Policy, watch: Watch<'_>) -> Result<(), CaseError> {
        if policy.tables.iter().all(|table| self.keys.contains_key(&table.id)) {
            return Ok(());
        }
        let pairs = self.store.snapshots()?;
        let mut derived = self.derive_keys(policy, &pairs)?;
        if !derived.miscounted.is_empty() {
            // Another version of the program imported them and took other rows for contacts.
            let mut tables = self.store.tables()?;
            tables.retain(|table| derived.miscounted.contains(&table.id));
            self.reread(&tables, policy.home, watch)?;
            derived = self.derive_keys(policy, &pairs)?;
        }
        number_alike(policy, &pairs, &derived.ids);
        self.keys = derived.keys;
        Ok(())
    }

    fn derive_keys(&self, policy: &Policy, pairs: &[SnapshotPair]) -> Result<Derived, CaseError> {
        let keys = policy.tables.iter().map(|table| (table.id, TableKeys::default())).collect();
        let mut derived = Derived { keys, ..Derived::default() };
        for table in pairs.iter().filter(|pair| pair.stands).flat_map(|pair| [pair.older, pair.newer]) {
            let facts = policy.table(table);
            if facts.system() == System::List && facts.has(Field::ExternalId) {
                derived.ids.insert(table, Ids::default());
            }
        }
        let options = Options { default_country: policy.home.and_then(|home| home.hint()) };
        let mut normalisers: BTreeMap<TableId, Normaliser> = BTreeMap::new();
        let Derived { keys: all, miscounted, ids } = &mut derived;
        self.store.each_block(|block| -> Result<(), StoreError> {
            let table = policy.table(block.table);
            let normaliser = normalisers
                .entry(block.table)
                .or_insert_with(|| Normaliser::new(block.table, &table.recognition, &options));
            let keys = all.get_mut(&block.table).ok_or(StoreError::Damaged)?;
            let mut ids = ids.get_mut(&block.table);
            let due = keys.rows.len() + block.contacts as usize;
            for row in block.open()?.rows() {
                let Ok(contact) = normaliser.contact(row) else { continue };
                if let Some(ids) = &mut ids {
                    ids.add(&Keys::of(&contact, table.system()));
                }
                match table.older {
                    true => keys.push_older(contact, table.system()),
                    false => keys.push(&contact, table.system()),
                }
            }
            if keys.rows.len() != due {
                miscounted.insert(block.table);
            }
            Ok(())
        })?;
        Ok(derived)
    }
}

/// The place of each table, by its number, in the order of names: what a person's rows are sorted by, so that the
/// order in which files were given changes nothing.
fn standing(by_name: &[TableId]) -> Vec<u32> {
    let size = by_name.iter().max().map_or(0, |last| last.0 as usize + 1);
    let mut places = vec![0; size];
    for (place, table) in (0..).zip(by_name) {
        places[table.0 as usize] = place;
    }
    places
}
