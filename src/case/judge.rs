//! Judges people bucket by bucket on all cores and writes their verdicts in order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

use crate::audit::{Dossier, Policy, Questions, findings};
use crate::plan::Verdict;
use crate::store::{Casefile, CellRow, StoreError, VerdictWriter};
use crate::vocabulary::System;

use super::regroup::Buckets;
use super::summary::Tally;
use super::{CaseError, Progress, Station, Watch, spawn, workers};

/// Buckets that may be judged ahead of the writer.
const AHEAD: usize = 4;

struct Judged {
    bucket: usize,
    people: u64,
    first: u32,
    packed: Vec<u8>,
    cells: Vec<CellRow>,
}

/// Judges everybody. Gives back what was counted and asked.
pub fn judge(
    store: &mut Casefile,
    policy: &Policy,
    buckets: &Buckets,
    order: &[u32],
    total: u64,
    watch: Watch<'_>,
) -> Result<(Tally, Questions), CaseError> {
    let next = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    let (to_writer, judged) = sync_channel::<Judged>(AHEAD);
    let mut writer = store.begin_verdicts()?;
    std::thread::scope(|scope| {
        let (next, stop) = (&next, &stop);
        let working: Vec<_> = (0..workers())
            .map(|_| {
                let to_writer = to_writer.clone();
                spawn(scope, "judging", move || -> Result<(Tally, Questions), StoreError> {
                    let (mut tally, mut questions) = (Tally::default(), Questions::default());
                    loop {
                        let bucket = next.fetch_add(1, Ordering::Relaxed);
                        if bucket >= buckets.len() || stop.load(Ordering::Relaxed) {
                            return Ok((tally, questions));
                        }
                        let judged = judge_bucket(bucket, buckets, order, policy, &mut tally, &mut questions)?;
                        if to_writer.send(judged).is_err() {
                            return Ok((tally, questions));
                        }
                    }
                })
            })
            .collect();
        drop(to_writer);

        let mut waiting = BTreeMap::new();
        let (mut due, mut done) = (0, 0);
        let write = || -> Result<(), CaseError> {
            for arrived in judged {
                waiting.insert(arrived.bucket, arrived);
                while let Some(part) = waiting.remove(&due) {
                    due += 1;
                    done += part.people;
                    writer.block(part.first, &part.packed, &part.cells)?;
                    if watch(Progress { station: Station::Audit, done, total }).is_break() {
                        return Err(CaseError::Cancelled);
                    }
                }
            }
            Ok(())
        };
        let written = write();
        stop.store(true, Ordering::Relaxed);
        let (mut tally, mut questions) = (Tally::default(), Questions::default());
        for worker in working {
            let (counted, asked) = worker.join().expect("a worker ends in a result, never in a panic")?;
            tally.join(counted);
            questions.join(asked);
        }
        written?;
        writer.commit()?;
        Ok((tally, questions))
    })
}

fn judge_bucket(
    bucket: usize,
    buckets: &Buckets,
    order: &[u32],
    policy: &Policy,
    tally: &mut Tally,
    questions: &mut Questions,
) -> Result<Judged, StoreError> {
    let people = buckets.open(bucket, order)?;
    let mut verdicts = Vec::with_capacity(people.len());
    let mut cells = Vec::with_capacity(people.len() * 2);
    for subject in &people {
        let dossier = Dossier::open(subject, policy);
        questions.add(&dossier, policy);
        let verdict = Verdict::on(&dossier, findings(&dossier, policy), policy);
        tally.add(&verdict);
        cells.extend(cell_rows(&verdict));
        verdicts.push(verdict);
    }
    Ok(Judged {
        bucket,
        people: people.len() as u64,
        first: people.first().map_or(0, |person| person.id.0),
        packed: VerdictWriter::pack(&verdicts),
        cells,
    })
}

fn cell_rows(verdict: &Verdict) -> impl Iterator<Item = CellRow> + '_ {
    verdict.cells.iter().enumerate().map(|(position, cell)| CellRow {
        person: verdict.person,
        channel: cell.channel,
        country: verdict.country,
        grade: cell.grade,
        class: cell.class,
        action: cell.action,
        systems: cell.states.iter().fold(0, |bits, state| bits | 1 << system_bit(state.system)),
        rules: verdict.rules_on(position).fold(0, |bits, rule| bits | 1 << rule),
    })
}

fn system_bit(system: System) -> usize {
    System::ALL.iter().position(|known| *known == system).expect("every system is in the list of all")
}
