//! Brings the rows of each person together: contacts are derived from the stored rows, counted over, and
//! sorted into buckets of neighbouring people, compressed, so that no more than a few thousand people are
//! ever in memory at once.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex};

use crate::audit::{Count, Policy};
use crate::matching::{Clusters, Subject};
use crate::normalise::{Contact, Normaliser, Options};
use crate::store::{Casefile, StoreError, StoredBlock};
use crate::vocabulary::{ContactId, SubjectId, TableId};

use super::{CaseError, Progress, Station, Watch, spawn, workers};

/// People in one bucket.
const BUCKET: u32 = 2048;
/// Bytes a worker gathers for a bucket before it compresses them.
const CHUNK: usize = 48 * 1024;

/// All contacts, sorted into buckets of people.
pub struct Buckets {
    chunks: Vec<Vec<Vec<u8>>>,
}

/// zstd's level for what lives a few seconds and only in memory.
const FAST: i32 = -3;

/// One block of rows on its way to a worker, with the number of its first contact.
struct Job {
    block: StoredBlock,
    first: u32,
}

/// What one worker gathers.
struct Gathered {
    buffers: Vec<Vec<u8>>,
    count: Count,
}

/// Sorts every contact to its person, and counts over whole lists.
///
/// Contacts are numbered in the order of tables and rows; rejected rows take no number.
pub fn regroup(
    store: &Casefile,
    policy: &Policy,
    clusters: &Clusters,
    watch: Watch<'_>,
) -> Result<(Buckets, Count), CaseError> {
    let buckets = clusters.people.div_ceil(BUCKET) as usize;
    let shared: Vec<Mutex<Vec<Vec<u8>>>> = (0..buckets).map(|_| Mutex::default()).collect();
    let mut carried: HashMap<ContactId, Vec<SubjectId>> = HashMap::new();
    for (contact, subject) in &clusters.carried {
        carried.entry(*contact).or_default().push(*subject);
    }
    let (to_workers, jobs) = sync_channel::<Job>(4);
    let jobs = Arc::new(Mutex::new(jobs));
    let total = clusters.subject_of.len() as u64;
    let count = std::thread::scope(|scope| {
        let (shared, carried) = (&shared, &carried);
        let working: Vec<_> = (0..workers())
            .map(|_| {
                let jobs = Arc::clone(&jobs);
                spawn(scope, "regrouping", move || gather(&jobs, shared, policy, clusters, carried))
            })
            .collect();
        // The workers alone hold the queue, so that nobody sends to a queue that all of them have left.
        drop(jobs);
        let mut next = 0_u32;
        let sent = store.each_block(|block| {
            let first = next;
            next += block.contacts;
            if watch(Progress { station: Station::Regroup, done: u64::from(first), total }).is_break() {
                return Err(CaseError::Cancelled);
            }
            // A worker that has gone has met damage, and says so when it is joined.
            let _ = to_workers.send(Job { block, first });
            Ok(())
        });
        drop(to_workers);
        let mut count = Count::default();
        for worker in working {
            count.join(worker.join().expect("a worker ends in a result, never in a panic")?);
        }
        sent.map(|()| count)
    })?;
    let chunks = shared.into_iter().map(|chunks| chunks.into_inner().expect("no worker panicked")).collect();
    Ok((Buckets { chunks }, count))
}

fn gather(
    jobs: &Mutex<Receiver<Job>>,
    shared: &[Mutex<Vec<Vec<u8>>>],
    policy: &Policy,
    clusters: &Clusters,
    carried: &HashMap<ContactId, Vec<SubjectId>>,
) -> Result<Count, StoreError> {
    let options = Options { default_country: policy.home.and_then(|home| home.hint()) };
    let mut normalisers: HashMap<TableId, Normaliser> = HashMap::new();
    let mut gathered = Gathered { buffers: vec![Vec::new(); shared.len()], count: Count::default() };
    loop {
        let received = jobs.lock().expect("a worker never panics while it holds the queue").recv();
        let Ok(Job { block, first }) = received else { break };
        let table = policy.table(block.table);
        let normaliser = normalisers
            .entry(block.table)
            .or_insert_with(|| Normaliser::new(block.table, &table.recognition, &options));
        let mut number = first;
        for row in block.open()?.rows() {
            let Ok(contact) = normaliser.contact(row) else { continue };
            let subject = clusters.subject_of[number as usize];
            // Of an older export nothing counts but a no, and nothing of it is counted over lists.
            let contact = if table.older {
                match contact.into_refusal() {
                    Some(refusal) => refusal,
                    None => {
                        number += 1;
                        continue;
                    }
                }
            } else {
                gathered.count.add(&contact, subject, table, policy);
                contact
            };
            gathered.put(subject, false, &contact, shared);
            for other in carried.get(&ContactId(number)).into_iter().flatten() {
                gathered.put(*other, true, &contact, shared);
            }
            number += 1;
        }
    }
    for (bucket, buffer) in gathered.buffers.iter_mut().enumerate() {
        hand_over(buffer, &shared[bucket]);
    }
    Ok(gathered.count)
}

impl Gathered {
    fn put(&mut self, subject: SubjectId, neighbour: bool, contact: &Contact, shared: &[Mutex<Vec<Vec<u8>>>]) {
        let bucket = (subject.0 / BUCKET) as usize;
        let buffer = &mut self.buffers[bucket];
        let taken = std::mem::take(buffer);
        *buffer = postcard::to_extend(&(subject, neighbour, contact), taken)
            .expect("contacts are plain data and always encode");
        if buffer.len() >= CHUNK {
            hand_over(buffer, &shared[bucket]);
        }
    }
}

fn hand_over(buffer: &mut Vec<u8>, chunks: &Mutex<Vec<Vec<u8>>>) {
    if !buffer.is_empty() {
        let packed = zstd::bulk::compress(buffer, FAST).expect("compressing into memory fails only without memory");
        chunks.lock().expect("no worker panics here").push(packed);
        buffer.clear();
    }
}

impl Buckets {
    /// How many buckets there are.
    pub fn len(&self) -> usize {
        self.chunks.len()
    }

    /// The people of a bucket, in order, each with their rows in the order of files and rows.
    pub fn open(&self, bucket: usize, order: &[u32]) -> Result<Vec<Subject>, StoreError> {
        let mut entries: Vec<(SubjectId, bool, Contact)> = Vec::new();
        for chunk in &self.chunks[bucket] {
            let bytes = zstd::stream::decode_all(chunk.as_slice()).map_err(|_| StoreError::Damaged)?;
            let mut rest = bytes.as_slice();
            while !rest.is_empty() {
                let (entry, after) = postcard::take_from_bytes(rest).map_err(|_| StoreError::Damaged)?;
                entries.push(entry);
                rest = after;
            }
        }
        entries.sort_unstable_by_key(|(subject, neighbour, contact)| {
            (*subject, *neighbour, order[contact.table.0 as usize], contact.row)
        });
        let mut people: Vec<Subject> = Vec::with_capacity(BUCKET as usize);
        for (id, neighbour, contact) in entries {
            if people.last().is_none_or(|person| person.id != id) {
                people.push(Subject { id, contacts: Vec::with_capacity(2), neighbours: Vec::new() });
            }
            let person = people.last_mut().expect("one was just added");
            if neighbour { person.neighbours.push(contact) } else { person.contacts.push(contact) }
        }
        Ok(people)
    }
}
