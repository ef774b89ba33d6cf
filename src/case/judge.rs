//! Judges people bucket by bucket on all cores and writes their verdicts in order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

use crate::audit::{Dossier, Policy, Questions, findings};
use crate::plan::{Decisions, Verdict};
use crate::store::{Casefile, Ledger, StoreError, VerdictWriter, pack_lines};

use super::glance::Glance;
use super::line::line;
use super::regroup::Buckets;
use super::summary::Tally;
use super::{CaseError, Progress, Station, Watch, spawn, workers};

/// Buckets that may be judged ahead of the writer.
const AHEAD: usize = 4;

/// What becomes of the verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// They replace those of the case.
    Verdicts,
    /// They are counted and dropped: what would be.
    Nothing,
}

/// What is counted and asked of everybody. Several can count side by side and be joined.
#[derive(Default)]
pub struct Told {
    /// What it comes to in numbers.
    pub tally: Tally,
    /// What to declare.
    pub questions: Questions,
    /// What the Findings screen shows.
    pub glance: Glance,
}

impl Told {
    fn join(mut self, other: Self) -> Self {
        self.tally.join(other.tally);
        self.questions.join(other.questions);
        Self { glance: self.glance.join(other.glance), ..self }
    }
}

struct Judged {
    bucket: usize,
    people: u64,
    first: u32,
    packed: Vec<u8>,
    lines: Vec<u8>,
}

/// Judges everybody. Gives back what is told of them; the verdicts are written only where they are to be kept.
pub fn judge(
    store: &mut Casefile,
    policy: &Policy,
    buckets: &Buckets,
    order: &[u32],
    total: u64,
    keep: Keep,
    watch: Watch<'_>,
) -> Result<Told, CaseError> {
    let decisions = Decisions::of(store.decisions()?);
    let next = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    let (to_writer, judged) = sync_channel::<Judged>(AHEAD);
    let mut writer = match keep {
        Keep::Verdicts => Some(store.begin_verdicts(&policy.voices)?),
        Keep::Nothing => None,
    };
    std::thread::scope(|scope| {
        let (next, stop, decisions) = (&next, &stop, &decisions);
        let working: Vec<_> = (0..workers())
            .map(|_| {
                let to_writer = to_writer.clone();
                spawn(scope, "judging", move || -> Result<Told, StoreError> {
                    let mut told = Told::default();
                    loop {
                        let bucket = next.fetch_add(1, Ordering::Relaxed);
                        if bucket >= buckets.len() || stop.load(Ordering::Relaxed) {
                            return Ok(told);
                        }
                        let judged = judge_bucket(bucket, buckets, order, (policy, decisions), &mut told)?;
                        if to_writer.send(judged).is_err() {
                            return Ok(told);
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
                    if let Some(writer) = &mut writer {
                        writer.block(part.first, &part.packed, &part.lines)?;
                    }
                    if watch(Progress { station: Station::Audit, done, total }).is_break() {
                        return Err(CaseError::Cancelled);
                    }
                }
            }
            Ok(())
        };
        let written = write();
        stop.store(true, Ordering::Relaxed);
        let mut told = Told::default();
        for worker in working {
            told = told.join(worker.join().expect("a worker ends in a result, never in a panic")?);
        }
        written?;
        if let Some(writer) = writer {
            writer.commit()?;
        }
        Ok(told)
    })
}

fn judge_bucket(
    bucket: usize,
    buckets: &Buckets,
    order: &[u32],
    (policy, decisions): (&Policy, &Decisions),
    told: &mut Told,
) -> Result<Judged, StoreError> {
    let people = buckets.open(bucket, order)?;
    let mut verdicts = Vec::with_capacity(people.len());
    let mut lines = Vec::with_capacity(people.len());
    // What is kept is what the rules ask for; what is told is what will be done.
    let mut done = Ledger::default();
    for subject in &people {
        let dossier = Dossier::open(subject, policy);
        told.questions.add(&dossier, policy);
        let verdict = Verdict::on(&dossier, findings(&dossier, policy), policy);
        let asked_for = line(&dossier, &verdict, policy);
        if decisions.is_empty() {
            told.tally.add(&verdict);
            done.push(&asked_for);
        } else {
            let mut decided = verdict.clone();
            decisions.lay_over(&mut decided);
            told.tally.add(&decided);
            done.push(&line(&dossier, &decided, policy));
        }
        lines.push(asked_for);
        verdicts.push(verdict);
    }
    for (line, person) in lines.iter().zip(done.people()) {
        told.glance.add(line.person, person);
    }
    Ok(Judged {
        bucket,
        people: people.len() as u64,
        first: people.first().map_or(0, |person| person.id.0),
        packed: VerdictWriter::pack(&verdicts),
        lines: pack_lines(&lines),
    })
}
