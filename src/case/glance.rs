//! Counting for the Findings screen, in one pass over everybody: while they are judged, and anew from the ledger when
//! somebody decided otherwise than the rules.

use std::collections::{BTreeMap, HashSet};

use crate::store::{Ledger, LedgerCell, Person};
use crate::vocabulary::{Class, VoiceId, Voices};

use super::consents::Dates;
use super::facts::OutcomeFacts;
use super::people::on_all_cores;
use super::{ActionCounts, Bucket};

/// What is counted of everybody. Several can count side by side and be joined.
#[derive(Default)]
pub struct Glance {
    /// How many people there are.
    pub people: u32,
    /// What may be done with them.
    pub outcome: OutcomeFacts,
    /// The same by action.
    pub actions: ActionCounts,
    /// Of those who may be kept, how many rest on what somebody declared.
    pub declared: u32,
    /// People about whom any two voices disagree.
    pub disagreeing: u32,
    /// Of these, those about whom only rows of one voice do.
    pub within_one: u32,
    /// Questions whose answers would lift somebody who cannot be vouched for now.
    pub lifting: HashSet<u32>,
    /// People by the voice that says no and the one that says yes.
    pub pairs: BTreeMap<(VoiceId, VoiceId), u32>,
    /// When consent was given.
    pub dates: Dates,
    /// People by rule, in the order of the catalogue.
    rules: Fired,
    last_lifting: Option<u32>,
}

struct Fired([u32; u64::BITS as usize]);

impl Default for Fired {
    fn default() -> Self {
        Self([0; u64::BITS as usize])
    }
}

impl Glance {
    /// Counts everybody of a ledger, on all cores.
    pub fn at(ledger: &Ledger) -> Self {
        on_all_cores(ledger.len(), |part| {
            let mut glance = Self::default();
            for number in part {
                ledger.person(number).into_iter().for_each(|person| glance.add(number, person));
            }
            glance
        })
        .into_iter()
        .fold(Self::default(), Self::join)
    }

    /// Counts one person, by the number they have in the case.
    pub fn add(&mut self, number: u32, person: Person<'_>) {
        self.people += 1;
        let bucket = Bucket::of_person(person);
        self.outcome.add(bucket);
        self.actions.add(person, None);
        let rests_on_a_word = |cell: LedgerCell<'_>| cell.declared() && Bucket::of(cell.action()) == Bucket::Keep;
        self.declared += u32::from(bucket == Bucket::Keep && person.cells().any(rests_on_a_word));
        if bucket != Bucket::Keep {
            self.add_questions(person);
        }
        self.add_disagreement(person);
        self.dates.add(number, person);
        let fired = person.cells().fold(0, |bits, cell| bits | cell.rules());
        ones(fired).for_each(|rule| self.rules.0[rule] += 1);
    }

    fn add_questions(&mut self, person: Person<'_>) {
        for key in person.cells().filter(|cell| cell.class() != Class::N).filter_map(LedgerCell::question) {
            // The neighbours of a list often share a question.
            if self.last_lifting != Some(key) {
                self.lifting.insert(key);
                self.last_lifting = Some(key);
            }
        }
    }

    fn add_disagreement(&mut self, person: Person<'_>) {
        // Most people are of one mind: only for the others is anything kept.
        let mut yes_where_no_in: Option<[u64; Voices::MOST]> = None;
        for cell in person.cells() {
            let (no, yes) = voices_of(cell);
            if no != 0 && yes != 0 {
                let found = yes_where_no_in.get_or_insert([0; Voices::MOST]);
                ones(no).for_each(|no_in| found[no_in] |= yes);
            }
        }
        let Some(yes_where_no_in) = yes_where_no_in else { return };
        self.disagreeing += 1;
        let elsewhere = |(no_in, yes): (usize, &u64)| yes & !(1 << no_in) != 0;
        self.within_one += u32::from(!yes_where_no_in.iter().enumerate().any(elsewhere));
        for (no_in, found) in yes_where_no_in.into_iter().enumerate() {
            ones(found).for_each(|yes_in| *self.pairs.entry((voice_at(no_in), voice_at(yes_in))).or_default() += 1);
        }
    }

    /// Adds what another has counted of other people.
    pub fn join(mut self, other: Self) -> Self {
        self.people += other.people;
        self.outcome.join(other.outcome);
        self.actions.join(other.actions);
        self.declared += other.declared;
        self.disagreeing += other.disagreeing;
        self.within_one += other.within_one;
        self.lifting.extend(other.lifting);
        for (pair, people) in other.pairs {
            *self.pairs.entry(pair).or_default() += people;
        }
        self.dates.join(other.dates);
        self.rules.0.iter_mut().zip(other.rules.0).for_each(|(mine, theirs)| *mine += theirs);
        self
    }

    /// How many people a rule is about, by its place in the catalogue.
    pub fn fired(&self, rule: usize) -> u32 {
        self.rules.0.get(rule).copied().unwrap_or_default()
    }
}

/// The voices that say no and those that say yes in a cell, as bits by their place.
fn voices_of(cell: LedgerCell<'_>) -> (u64, u64) {
    cell.states().iter().fold((0, 0), |(no, yes), state| {
        let bit = state.voice.bit();
        (if state.status.is_refusal() { no | bit } else { no }, if state.says_yes { yes | bit } else { yes })
    })
}

/// The voice that a bit stands for.
fn voice_at(bit: usize) -> VoiceId {
    u8::try_from(bit).ok().and_then(|bit| VoiceId::try_from(bit).ok()).expect("a mask has a bit for every voice")
}

/// The places of the bits that are set.
fn ones(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = bits.trailing_zeros() as usize;
        bits &= bits.checked_sub(1)?;
        Some(at)
    })
}
