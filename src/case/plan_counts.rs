//! What becomes of how many: everybody once, then by channel, then as the lists hold them.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::plan::may_join;
use crate::store::{Ledger, LedgerCell, Person};
use crate::vocabulary::{Action, Channel, Grade};

use super::Bucket;

/// What becomes of the people who can be reached on a channel. Each counts once, by the best that may be done with any
/// of their cells of this channel, so that the buckets add up to those who have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ChannelPlan {
    /// The channel.
    pub channel: Channel,
    /// May be written to.
    pub keep: u32,
    /// Not while proof is sought.
    pub hold: u32,
    /// Said no, bounced, or must not be relied on.
    pub stop: u32,
    /// Nothing to stand on.
    pub delete: u32,
    /// Everybody with this channel.
    pub reachable: u32,
    /// The same by action.
    pub actions: ActionCounts,
}

/// People by action.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ActionCounts {
    /// May be written to.
    pub keep: u32,
    /// May be asked once whether they want to stay.
    pub re_consent: u32,
    /// A person has to look.
    pub review: u32,
    /// A datum has to be mended.
    pub fix_data: u32,
    /// Stop for now while proof is sought.
    pub hold: u32,
    /// Stop the channel.
    pub suppress: u32,
    /// Of these, who said no.
    pub said_no: u32,
    /// Of these, who did not, but messages to them come back.
    pub undeliverable: u32,
    /// Archive, no marketing.
    pub restrict: u32,
    /// Delete.
    pub delete: u32,
}

/// How many people a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ListSize {
    /// The list.
    pub action: Action,
    /// The people on it.
    pub people: u32,
}

/// Why somebody is stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum StopReason {
    /// They said no.
    SaidNo,
    /// Messages come back.
    Undeliverable,
    /// Neither: what speaks for them must not be relied on.
    Unreliable,
}

/// Those who are stopped for a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Stopped {
    /// The reason.
    pub why: StopReason,
    /// On this channel, whatever becomes of the others; `None` for all of them taken together.
    pub channel: Option<Channel>,
}

/// Everything the plan counts, in one pass.
#[derive(Default)]
pub struct PlanCounts {
    /// Everybody once.
    pub once: ActionCounts,
    /// By channel.
    pub channels: Vec<ChannelPlan>,
    /// By list.
    pub lists: Vec<ListSize>,
}

impl PlanCounts {
    /// Counts everybody.
    pub fn of(ledger: &Ledger) -> Self {
        let mut once = ActionCounts::default();
        let mut by_channel = [ActionCounts::default(); Channel::ALL.len()];
        let mut listed = [0_u32; Action::ALL.len()];
        for person in ledger.people() {
            once.add(person, None);
            for (channel, count) in Channel::ALL.into_iter().zip(&mut by_channel) {
                count.add(person, Some(channel));
            }
            for (action, people) in Action::ALL.into_iter().zip(&mut listed) {
                *people += u32::from(person.cells().any(|cell| is_listed(person, cell, action)));
            }
        }
        let channels = Channel::ALL.into_iter().zip(by_channel).map(|(channel, actions)| ChannelPlan {
            channel,
            keep: actions.keep + actions.re_consent + actions.review + actions.fix_data,
            hold: actions.hold,
            stop: actions.suppress + actions.restrict,
            delete: actions.delete,
            reachable: actions.all(),
            actions,
        });
        Self {
            once,
            channels: channels.filter(|plan| plan.reachable > 0).collect(),
            lists: Action::ALL.into_iter().zip(listed).map(|(action, people)| ListSize { action, people }).collect(),
        }
    }
}

/// Whether a cell puts a person on the list of an action. Who is to be asked passes the gate first.
fn is_listed(person: Person<'_>, cell: LedgerCell<'_>, action: Action) -> bool {
    let says_no = || cell.states().iter().any(|state| state.status.is_refusal());
    cell.action() == action
        && (action != Action::ReConsent || may_join(action, cell.class(), cell.grade(), person.country(), says_no()))
}

/// The best that may be done with any of a person's cells, of one channel or of all.
fn best_of(person: Person<'_>, channel: Option<Channel>) -> Option<Action> {
    cells_on(person, channel).map(LedgerCell::action).max_by_key(|action| (Bucket::of(*action), *action))
}

fn cells_on(person: Person<'_>, channel: Option<Channel>) -> impl Iterator<Item = LedgerCell<'_>> {
    person.cells().filter(move |cell| channel.is_none_or(|channel| cell.channel() == channel))
}

impl StopReason {
    /// Why a person is stopped, on one channel or on all; `None` for whom something better may be done with. A no
    /// outweighs everything.
    pub fn of(person: Person<'_>, channel: Option<Channel>) -> Option<Self> {
        (best_of(person, channel) == Some(Action::Suppress)).then(|| Self::of_stopped(person, channel))
    }

    fn of_stopped(person: Person<'_>, channel: Option<Channel>) -> Self {
        let any = |grade: Grade| cells_on(person, channel).any(|cell| cell.grade() == grade);
        if any(Grade::Neg) {
            Self::SaidNo
        } else if any(Grade::Dead) {
            Self::Undeliverable
        } else {
            Self::Unreliable
        }
    }
}

impl ActionCounts {
    /// Counts a person by the best that may be done with any of their cells.
    pub(super) fn add(&mut self, person: Person<'_>, channel: Option<Channel>) {
        let Some(action) = best_of(person, channel) else { return };
        *self.of(action) += 1;
        if action == Action::Suppress {
            let why = StopReason::of_stopped(person, channel);
            self.said_no += u32::from(why == StopReason::SaidNo);
            self.undeliverable += u32::from(why == StopReason::Undeliverable);
        }
    }

    /// Adds what another has counted of other people.
    pub(super) fn join(&mut self, mut other: Self) {
        for action in Action::ALL {
            *self.of(action) += *other.of(action);
        }
        self.said_no += other.said_no;
        self.undeliverable += other.undeliverable;
    }

    fn of(&mut self, action: Action) -> &mut u32 {
        match action {
            Action::Keep => &mut self.keep,
            Action::ReConsent => &mut self.re_consent,
            Action::Review => &mut self.review,
            Action::FixData => &mut self.fix_data,
            Action::Hold => &mut self.hold,
            Action::Suppress => &mut self.suppress,
            Action::Restrict => &mut self.restrict,
            Action::Delete => &mut self.delete,
        }
    }

    fn all(mut self) -> u32 {
        Action::ALL.into_iter().map(|action| *self.of(action)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::CountryCode;
    use crate::store::{CellLine, PersonLine};
    use crate::vocabulary::Class;

    fn person(number: u32, cells: &[(Channel, Action)]) -> PersonLine {
        let graded: Vec<_> = cells.iter().map(|(channel, action)| (*channel, *action, Grade::E1)).collect();
        worth(number, &graded)
    }

    fn worth(number: u32, cells: &[(Channel, Action, Grade)]) -> PersonLine {
        PersonLine {
            person: number,
            email: Some(format!("p{number}@example.org")),
            phone: None,
            name: None,
            company: None,
            country: CountryCode::UNKNOWN,
            rows: 1,
            cells: cells
                .iter()
                .map(|(channel, action, grade)| CellLine {
                    channel: *channel,
                    grade: *grade,
                    class: Class::D,
                    action: *action,
                    rules: 0,
                    states: Vec::new(),
                    consent_at: None,
                    in_batch: false,
                    declared: false,
                    question: None,
                })
                .collect(),
        }
    }

    #[test]
    fn a_person_counts_once_on_each_channel_by_the_best_of_it() {
        use Channel::{Email, Sms};
        let mut ledger = Ledger::default();
        ledger.push(&person(0, &[(Email, Action::Suppress), (Email, Action::ReConsent), (Sms, Action::Hold)]));
        ledger.push(&person(1, &[(Email, Action::Restrict)]));
        ledger.push(&person(2, &[(Email, Action::Delete)]));
        let plans = PlanCounts::of(&ledger).channels;
        let told: Vec<_> =
            plans.iter().map(|plan| (plan.channel, plan.keep, plan.hold, plan.stop, plan.delete)).collect();
        assert_eq!(told, [(Email, 1, 0, 1, 1), (Sms, 0, 1, 0, 0)]);
        assert_eq!(plans.iter().map(|plan| plan.reachable).collect::<Vec<_>>(), [3, 1]);
        assert_eq!((plans[0].actions.re_consent, plans[0].actions.restrict), (1, 1));
    }

    #[test]
    fn a_decision_moves_the_person_on_that_channel_alone() {
        use Channel::{Email, Sms};
        let mut ledger = Ledger::default();
        ledger.push(&person(0, &[(Email, Action::Hold), (Sms, Action::Hold)]));
        ledger.decide(0, 0, Some(Action::Keep));
        let told: Vec<_> = PlanCounts::of(&ledger).channels.iter().map(|plan| (plan.keep, plan.hold)).collect();
        assert_eq!(told, [(1, 0), (0, 1)]);
    }

    #[test]
    fn everybody_counts_once_however_many_channels_they_have() {
        use Channel::{Email, Sms};
        let mut ledger = Ledger::default();
        ledger.push(&person(0, &[(Email, Action::Suppress), (Sms, Action::ReConsent)]));
        ledger.push(&person(1, &[(Email, Action::Delete), (Sms, Action::Suppress)]));
        ledger.push(&person(2, &[(Email, Action::Keep), (Email, Action::ReConsent)]));
        let counts = PlanCounts::of(&ledger);
        assert_eq!((counts.once.keep, counts.once.re_consent, counts.once.suppress), (1, 1, 1));
        assert_eq!(counts.once.all(), 3);
        let on = |action: Action| counts.lists.iter().find(|list| list.action == action).unwrap().people;
        assert_eq!((on(Action::Keep), on(Action::Suppress), on(Action::Delete)), (1, 2, 1));
        // Class D is never asked: the gate keeps both off the list.
        assert_eq!(on(Action::ReConsent), 0);
    }

    #[test]
    fn whoever_is_stopped_is_told_why_and_a_no_outweighs_what_bounced() {
        use Channel::{Email, Sms};
        let mut ledger = Ledger::default();
        ledger.push(&worth(0, &[(Email, Action::Suppress, Grade::Dead), (Sms, Action::Suppress, Grade::Neg)]));
        ledger.push(&worth(1, &[(Email, Action::Suppress, Grade::E0)]));
        ledger.push(&worth(2, &[(Email, Action::Suppress, Grade::Neg), (Sms, Action::Hold, Grade::E2)]));
        let counts = PlanCounts::of(&ledger);
        assert_eq!((counts.once.suppress, counts.once.said_no, counts.once.undeliverable), (2, 1, 0));
        let email = counts.channels[0].actions;
        assert_eq!((email.suppress, email.said_no, email.undeliverable), (3, 1, 1));
        let why = |number: u32, channel| StopReason::of(ledger.person(number).unwrap(), channel);
        assert_eq!(why(2, None), None);
        assert_eq!(why(2, Some(Email)), Some(StopReason::SaidNo));
        assert_eq!(why(1, None), Some(StopReason::Unreliable));
    }
}
