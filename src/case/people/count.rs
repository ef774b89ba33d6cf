//! Counting: one walk over everybody tells what every choice of every facet would leave.

use std::collections::HashMap;
use std::ops::Range;

use crate::audit::{CountryCode, rules};
use crate::store::{Ledger, LedgerCell, Person};
use crate::vocabulary::{Action, Channel, Grade, Voice, VoiceId, Voices};

use super::super::Bucket;
use super::filter::{Selection, bit, disagreement, facet, voices_of};
use super::{Disagreement, FacetValue, Facets};

/// What may be done, the best first.
const BEST_FIRST: [Action; Action::ALL.len()] = [
    Action::Keep,
    Action::ReConsent,
    Action::FixData,
    Action::Review,
    Action::Hold,
    Action::Suppress,
    Action::Restrict,
    Action::Delete,
];

/// People by every value of every facet.
pub struct Counted {
    everybody: u32,
    left: u32,
    systems: [u32; Voices::MOST],
    disagreement: [u32; 3],
    grades: [u32; Grade::ALL.len()],
    actions: [u32; Action::ALL.len()],
    buckets: [u32; Bucket::ALL.len()],
    countries: HashMap<CountryCode, u32>,
    rules: Vec<u32>,
    channels: [u32; Channel::ALL.len()],
}

/// What the cells of one person have, each once.
#[derive(Clone, Copy, Default)]
struct Had {
    /// The facets that are the person's own; [`facet::OTHERS`] stands for being left at all.
    person: u16,
    grades: u64,
    rules: u64,
    channels: u64,
    disagreement: u64,
}

impl Had {
    /// What a cell has of the facets by which it would count.
    fn of(cell: LedgerCell<'_>, missed: u16) -> Self {
        let put = |of: u16, bits: u64| if missed == 0 || missed == of { bits } else { 0 };
        let whole = facet::SYSTEMS | facet::BUCKETS | facet::COUNTRIES;
        Self {
            person: if missed == 0 { whole | facet::OTHERS } else { missed & whole },
            grades: put(facet::GRADES, bit(cell.grade() as u8)),
            rules: put(facet::RULES, cell.rules()),
            channels: put(facet::CHANNELS, bit(cell.channel() as u8)),
            disagreement: put(facet::DISAGREEMENT, bit(disagreement(cell) as u8)),
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            person: self.person | other.person,
            grades: self.grades | other.grades,
            rules: self.rules | other.rules,
            channels: self.channels | other.channels,
            disagreement: self.disagreement | other.disagreement,
        }
    }

    fn without(self, other: Self) -> Self {
        Self {
            person: self.person & !other.person,
            grades: self.grades & !other.grades,
            rules: self.rules & !other.rules,
            channels: self.channels & !other.channels,
            disagreement: self.disagreement & !other.disagreement,
        }
    }
}

/// Counts the people of a selection.
pub fn count(ledger: &Ledger, selection: &Selection<'_>) -> Counted {
    let parts = match selection.found() {
        Some(found) => {
            let mut counted = Counted::new();
            found.iter().filter_map(|number| ledger.person(*number)).for_each(|person| counted.add(person, selection));
            vec![counted]
        }
        None => on_all_cores(ledger.len(), |part| {
            let mut counted = Counted::new();
            part.filter_map(|number| ledger.person(number)).for_each(|person| counted.add(person, selection));
            counted
        }),
    };
    let mut all = parts.into_iter().fold(Counted::new(), Counted::join);
    all.everybody = u32::try_from(ledger.len()).expect("a case has fewer than 2^32 people");
    all
}

/// Does a piece of work for even parts of the numbers of all people, on all cores; the answers come in order.
pub fn on_all_cores<T: Send>(people: usize, work: impl Fn(Range<u32>) -> T + Sync) -> Vec<T> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let people = u32::try_from(people).expect("a case has fewer than 2^32 people");
    let size = people.div_ceil(u32::try_from(cores).unwrap_or(1)).max(4096);
    let parts: Vec<Range<u32>> =
        (0..people).step_by(size as usize).map(|start| start..start.saturating_add(size).min(people)).collect();
    if parts.len() < 2 {
        return parts.into_iter().map(work).collect();
    }
    std::thread::scope(|scope| {
        let work = &work;
        let working: Vec<_> = parts.into_iter().map(|part| scope.spawn(move || work(part))).collect();
        working.into_iter().map(|thread| thread.join().expect("counting does not panic")).collect()
    })
}

impl Counted {
    fn new() -> Self {
        Self {
            everybody: 0,
            left: 0,
            systems: [0; Voices::MOST],
            disagreement: [0; 3],
            grades: [0; Grade::ALL.len()],
            actions: [0; Action::ALL.len()],
            buckets: [0; Bucket::ALL.len()],
            countries: HashMap::new(),
            rules: vec![0; rules::ALL.len()],
            channels: [0; Channel::ALL.len()],
        }
    }

    /// Counts a person wherever their cells are of the selection but for one facet at most.
    fn add(&mut self, person: Person<'_>, selection: &Selection<'_>) {
        let by_person = selection.misses_person(person);
        if by_person.count_ones() > 1 {
            return;
        }
        // A choice of what becomes of people is asked of the best cell alone that a value leaves: the better ones speak
        // first.
        let of_action = |action: Option<Action>| {
            let cells = person.cells().filter(move |cell| action.is_none_or(|action| cell.action() == action));
            let missed = cells.map(|cell| (cell, by_person | selection.misses_cell(cell)));
            missed
                .filter(|(_, missed)| missed & facet::OTHERS == 0 && missed.count_ones() <= 1)
                .fold(Had::default(), |had, (cell, missed)| had.and(Had::of(cell, missed)))
        };
        let mut had = Had::default();
        if selection.names_actions() {
            let mut spoken = Had::default();
            for action in BEST_FIRST {
                let new = of_action(Some(action));
                if selection.chooses(action) {
                    had = had.and(new.without(spoken));
                }
                spoken = spoken.and(new);
            }
        } else {
            had = of_action(None);
        }
        if by_person == 0 {
            let left = person.cells().filter(|cell| selection.misses_cell(*cell) == 0).map(LedgerCell::action);
            if let Some(best) = left.max_by_key(|action| (Bucket::of(*action), *action)) {
                self.actions[best as usize] += 1;
            }
        }
        self.left += u32::from(had.person & facet::OTHERS != 0);
        if had.person & facet::SYSTEMS != 0 {
            each(voices_of(person), &mut self.systems);
        }
        if had.person & facet::BUCKETS != 0 {
            self.buckets[Bucket::of_person(person) as usize] += 1;
        }
        if had.person & facet::COUNTRIES != 0 {
            *self.countries.entry(person.country()).or_default() += 1;
        }
        each(had.grades, &mut self.grades);
        each(had.rules, &mut self.rules);
        each(had.channels, &mut self.channels);
        each(had.disagreement, &mut self.disagreement);
    }

    fn join(mut self, other: Self) -> Self {
        let add = |mine: &mut [u32], theirs: &[u32]| {
            mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| *mine += theirs);
        };
        self.left += other.left;
        add(&mut self.systems, &other.systems);
        add(&mut self.disagreement, &other.disagreement);
        add(&mut self.grades, &other.grades);
        add(&mut self.actions, &other.actions);
        add(&mut self.buckets, &other.buckets);
        add(&mut self.rules, &other.rules);
        add(&mut self.channels, &other.channels);
        for (country, count) in other.countries {
            *self.countries.entry(country).or_default() += count;
        }
        self
    }

    /// The voices that know anybody.
    pub fn voices(&self, voices: &Voices) -> impl Iterator<Item = (VoiceId, Voice)> {
        let known = voices.iter().filter(|(id, _)| self.systems[id.at()] > 0);
        known.map(|(id, voice)| (id, voice.clone()))
    }

    /// The counts as a screen shows them. `whole` holds the values that occur in the case.
    pub fn facets(&self, whole: &Self, voices: &Voices) -> Facets {
        let of = |word: &str, place: usize, mine: &[u32], all: &[u32]| {
            (all[place] > 0).then(|| FacetValue { value: word.to_owned(), people: mine[place] })
        };
        let mut countries: Vec<FacetValue> = whole
            .countries
            .keys()
            .map(|code| FacetValue {
                value: if *code == CountryCode::UNKNOWN { "XX".to_owned() } else { code.word().to_owned() },
                people: self.countries.get(code).copied().unwrap_or_default(),
            })
            .collect();
        let mut named: Vec<FacetValue> =
            (0..).zip(rules::ALL).filter_map(|(place, rule)| of(rule.id, place, &self.rules, &whole.rules)).collect();
        for most_first in [&mut countries, &mut named] {
            most_first.sort_by(|a, b| b.people.cmp(&a.people).then_with(|| a.value.cmp(&b.value)));
        }
        Facets {
            everybody: self.everybody,
            left: self.left,
            systems: voices
                .iter()
                .filter_map(|(id, voice)| of(&voice.word(), id.at(), &self.systems, &whole.systems))
                .collect(),
            disagreement: [
                (Disagreement::SaidNoStillYes, "said-no-still-yes"),
                (Disagreement::YesAndUnknown, "yes-and-unknown"),
                (Disagreement::SameEverywhere, "same-everywhere"),
            ]
            .into_iter()
            .filter_map(|(kind, word)| of(word, kind as usize, &self.disagreement, &whole.disagreement))
            .collect(),
            grades: Grade::ALL
                .into_iter()
                .rev()
                .filter_map(|grade| of(grade.word(), grade as usize, &self.grades, &whole.grades))
                .collect(),
            actions: Action::ALL
                .into_iter()
                .rev()
                .filter_map(|action| {
                    of(&action.word().replace(' ', "-"), action as usize, &self.actions, &whole.actions)
                })
                .collect(),
            buckets: Bucket::ALL
                .into_iter()
                .filter_map(|bucket| of(bucket.word(), bucket as usize, &self.buckets, &whole.buckets))
                .collect(),
            countries,
            rules: named,
            channels: Channel::ALL
                .into_iter()
                .filter_map(|channel| of(channel.word(), channel as usize, &self.channels, &whole.channels))
                .collect(),
        }
    }
}

/// Adds one to the count of every bit that is set.
fn each(mut bits: u64, counts: &mut [u32]) {
    while bits != 0 {
        counts[bits.trailing_zeros() as usize] += 1;
        bits &= bits - 1;
    }
}
