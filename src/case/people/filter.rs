//! A filter made ready to be asked of every cell: words become bits.

use crate::audit::{CountryCode, rules};
use crate::store::{Ledger, LedgerCell, Person};
use crate::vocabulary::{Action, ConsentStatus, DAY, Voice, VoiceId};

use super::super::{Bucket, StopReason, Stopped, best_cell};
use super::{Disagreement, PeopleFilter};

/// The facets, as the bit that says a person or cell is not of the selection. What becomes of people is none of them: it
/// is asked of the best cell that all others leave.
pub mod facet {
    pub const SYSTEMS: u16 = 1;
    pub const BUCKETS: u16 = 1 << 1;
    pub const COUNTRIES: u16 = 1 << 2;
    pub const GRADES: u16 = 1 << 3;
    pub const RULES: u16 = 1 << 4;
    pub const CHANNELS: u16 = 1 << 5;
    pub const DISAGREEMENT: u16 = 1 << 6;
    /// What narrows down without being a facet of its own.
    pub const OTHERS: u16 = 1 << 7;
}

/// A filter made ready. A mask without a bit chooses everything.
pub struct Selection<'f> {
    voices: u64,
    names_voices: bool,
    grades: u64,
    actions: u64,
    buckets: u64,
    countries: Vec<CountryCode>,
    names_countries: bool,
    rules: u64,
    names_rules: bool,
    channels: u64,
    disagreement: u64,
    /// Who says no and who says yes; `None` for one who is none of the case.
    conflict: Option<(Option<VoiceId>, Option<VoiceId>)>,
    consent: Option<Consent>,
    in_batch: bool,
    declared: bool,
    question: Option<u32>,
    stopped: Option<Stopped>,
    found: Option<&'f [u32]>,
}

enum Consent {
    Undated,
    /// From this second on, and before that one.
    Within(i64, i64),
}

impl Consent {
    /// Whether the consent a person rests on was given then.
    fn is_of(&self, given: Option<i64>) -> bool {
        match (self, given) {
            (Self::Undated, at) => at.is_none(),
            (Self::Within(start, end), Some(at)) => (*start..*end).contains(&at),
            (Self::Within(..), None) => false,
        }
    }
}

/// The bit that stands for a value of a fieldless enum.
pub fn bit(position: u8) -> u64 {
    1 << position
}

fn bits(positions: impl Iterator<Item = u8>) -> u64 {
    positions.fold(0, |mask, position| mask | bit(position))
}

impl<'f> Selection<'f> {
    /// Makes a filter ready. `found` holds, in order, the people its text was found in, if it has one.
    pub fn of(ledger: &Ledger, filter: &PeopleFilter, found: Option<&'f [u32]>) -> Self {
        let voice = |voice: &Voice| ledger.voices().find(voice);
        let rule = |id: &String| rules::ALL.iter().position(|rule| rule.id == id.as_str());
        Self {
            voices: filter.systems.iter().filter_map(voice).fold(0, |mask, id| mask | id.bit()),
            names_voices: !filter.systems.is_empty(),
            grades: bits(filter.grades.iter().map(|grade| *grade as u8)),
            actions: bits(filter.actions.iter().map(|action| *action as u8)),
            buckets: bits(filter.buckets.iter().map(|bucket| *bucket as u8)),
            countries: filter.countries.iter().filter_map(|code| CountryCode::parse(code)).collect(),
            names_countries: !filter.countries.is_empty(),
            rules: filter.rules.iter().filter_map(rule).fold(0, |mask, at| mask | 1 << at),
            names_rules: !filter.rules.is_empty(),
            channels: bits(filter.channels.iter().map(|channel| *channel as u8)),
            disagreement: bits(filter.disagreement.iter().map(|kind| *kind as u8)),
            conflict: filter.conflict.as_ref().map(|pair| (voice(&pair.no_in), voice(&pair.yes_in))),
            consent: filter.consent.as_ref().map(|days| {
                if days.undated {
                    return Consent::Undated;
                }
                let start = |day: &Option<String>| day.as_deref().and_then(days_of).map(|days| days * DAY);
                let end = start(&days.to_day).map_or(i64::MAX, |last| last + DAY);
                Consent::Within(start(&days.from_day).unwrap_or(i64::MIN), end)
            }),
            in_batch: filter.in_batch,
            declared: filter.declared,
            question: filter.question,
            stopped: filter.stopped,
            found,
        }
    }

    /// Where the people between two numbers stand among those the text was found in; everybody without a text.
    pub fn found(&self) -> Option<&'f [u32]> {
        self.found
    }

    /// The facets whose choice leaves a person out, whichever of their cells is looked at.
    pub fn misses_person(&self, person: Person<'_>) -> u16 {
        let mut missed = 0;
        if self.names_voices && voices_of(person) & self.voices == 0 {
            missed |= facet::SYSTEMS;
        }
        if self.buckets != 0 && bit(Bucket::of_person(person) as u8) & self.buckets == 0 {
            missed |= facet::BUCKETS;
        }
        if self.names_countries && !self.countries.contains(&person.country()) {
            missed |= facet::COUNTRIES;
        }
        if self.consent.as_ref().is_some_and(|consent| !consent.is_of(best_cell(person).consent_at())) {
            missed |= facet::OTHERS;
        }
        if self.stopped.is_some_and(|stopped| StopReason::of(person, stopped.channel) != Some(stopped.why)) {
            missed |= facet::OTHERS;
        }
        missed
    }

    /// Whether anything is asked of what becomes of people.
    pub fn names_actions(&self) -> bool {
        self.actions != 0
    }

    /// Whether it is one of the actions chosen: asked of the best that the selection leaves of a person, and only of that.
    pub fn chooses(&self, action: Action) -> bool {
        self.actions == 0 || self.actions & bit(action as u8) != 0
    }

    /// The facets whose choice leaves a cell out. What is done with it is no matter of the cell alone.
    pub fn misses_cell(&self, cell: LedgerCell<'_>) -> u16 {
        let chosen = |mask: u64, position: u8| mask == 0 || mask & bit(position) != 0;
        let mut missed = 0;
        if !chosen(self.grades, cell.grade() as u8) {
            missed |= facet::GRADES;
        }
        if self.names_rules && cell.rules() & self.rules == 0 {
            missed |= facet::RULES;
        }
        if !chosen(self.channels, cell.channel() as u8) {
            missed |= facet::CHANNELS;
        }
        if self.disagreement != 0 && !chosen(self.disagreement, disagreement(cell) as u8) {
            missed |= facet::DISAGREEMENT;
        }
        if self.misses_otherwise(cell) {
            missed |= facet::OTHERS;
        }
        missed
    }

    fn misses_otherwise(&self, cell: LedgerCell<'_>) -> bool {
        let apart = |(no_in, yes_in): (Option<VoiceId>, Option<VoiceId>)| {
            let of = |voice: Option<VoiceId>| cell.states().iter().filter(move |state| Some(state.voice) == voice);
            !(of(no_in).any(|state| state.status.is_refusal()) && of(yes_in).any(|state| state.says_yes))
        };
        self.conflict.is_some_and(apart)
            || self.in_batch && !cell.in_batch()
            || self.declared && !cell.declared()
            || self.question.is_some() && self.question != cell.question()
    }

    /// The cell of a person that the list shows: of those selected the one with the best action, if that is chosen.
    pub fn shown<'l>(&self, person: Person<'l>) -> Option<LedgerCell<'l>> {
        let worth = |cell: LedgerCell<'l>| (Bucket::of(cell.action()), cell.action());
        let best = person.cells().filter(|cell| self.misses_cell(*cell) == 0).fold(None, |best, cell| match best {
            Some(best) if worth(best) >= worth(cell) => Some(best),
            _ => Some(cell),
        });
        best.filter(|best| self.chooses(best.action()))
    }

    /// The numbers of the people selected, in order.
    pub fn matching(&self, ledger: &Ledger) -> Vec<u32> {
        let selected = |person: Person<'_>| self.misses_person(person) == 0 && self.shown(person).is_some();
        match self.found {
            Some(found) => {
                let people = found.iter().filter_map(|number| ledger.person(*number));
                people.filter(|person| selected(*person)).map(Person::number).collect()
            }
            None => super::count::on_all_cores(ledger.len(), |part| {
                let people = part.filter_map(|number| ledger.person(number));
                people.filter(|person| selected(*person)).map(Person::number).collect::<Vec<u32>>()
            })
            .concat(),
        }
    }
}

/// The voices that know a person, as bits.
pub fn voices_of(person: Person<'_>) -> u64 {
    let first = person.cells().next();
    first.map_or(0, |cell| cell.states().iter().fold(0, |mask, state| mask | state.voice.bit()))
}

/// How the systems agree on a cell.
pub fn disagreement(cell: LedgerCell<'_>) -> Disagreement {
    let (mut no, mut yes, mut silent) = (false, false, false);
    for state in cell.states() {
        no |= state.status.is_refusal();
        yes |= state.says_yes;
        silent |= !state.says_yes && matches!(state.status, ConsentStatus::Unknown | ConsentStatus::Pending);
    }
    match (yes, no, silent) {
        (true, true, _) => Disagreement::SaidNoStillYes,
        (true, false, true) => Disagreement::YesAndUnknown,
        _ => Disagreement::SameEverywhere,
    }
}

fn days_of(day: &str) -> Option<i64> {
    let day = chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?;
    Some(day.signed_duration_since(chrono::NaiveDate::default()).num_days())
}
