//! The plan: what becomes of everybody, by channel, and what it rests on.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::store::{Ledger, Person};
use crate::vocabulary::{Action, Channel};

use super::{Bucket, Case, CaseError, OutcomeFacts, Overrides, PolicyView, Settings, SignOff};

/// What will be done.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// The day the audit speaks of, as `YYYY-MM-DD`.
    pub today: String,
    /// The day on which holds end, as `YYYY-MM-DD`: what has no proof by then is stopped (rule book 1.9).
    pub hold_until: String,
    /// Everybody.
    pub people: u32,
    /// People by the best that may be done with any of their cells. Adds up to everybody.
    pub outcome: OutcomeFacts,
    /// By channel, in the order of channels; those on which nobody can be reached are left out.
    pub channels: Vec<ChannelPlan>,
    /// The order in which the strictest action is found, strictest first.
    pub precedence: Vec<Action>,
    /// What it is judged by.
    pub policy: PolicyView,
    /// What people decided otherwise.
    pub overrides: Overrides,
    /// Who stands for it.
    pub sign_off: SignOff,
}

/// What becomes of the people who can be reached on a channel. Each counts once, by the best that may be done with any
/// of their cells of this channel, so that the buckets add up to those who are reachable.
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
    /// Archive, no marketing.
    pub restrict: u32,
    /// Delete.
    pub delete: u32,
}

/// Why the plan cannot be changed or signed so. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// There are no verdicts.
    #[error("there is no plan before the audit. Audit first")]
    NotAudited,
    /// Rows were read by another country's numbering.
    #[error("the country of this case has changed since its audit. Audit again, then look at the plan")]
    AuditAgain,
    /// A number of months out of reach.
    #[error("{0} months of silence cannot be set. Choose 1 to 60 months")]
    Months(u32),
    /// A request may wait no longer than its confirmation would count.
    #[error("a request cannot wait {0} days: a confirmation that comes after 30 does not count. Choose 1 to 30 days")]
    PendingDays(u32),
    /// A hold without end is none.
    #[error("a hold of {0} days cannot be set. Choose 1 to 90 days")]
    HoldDays(u32),
    /// The review would never be reached.
    #[error(
        "a review at {review} months would come after the stop at {stop}. Choose a review of {stop} months or fewer"
    )]
    ReviewAfterStop {
        /// Months until the review.
        review: u32,
        /// Months until the stop.
        stop: u32,
    },
    /// What comes from outside cannot be loosened.
    #[error("{origin} for {country} names {fixed} months, and {own} would be longer. Choose {fixed} months or fewer")]
    Fixed {
        /// The country's name.
        country: String,
        /// Who names them.
        origin: &'static str,
        /// Their months.
        fixed: u32,
        /// The months asked for.
        own: u32,
    },
    /// Nobody puts their name to it.
    #[error("a signature needs a name. Write it and sign again")]
    NoName,
    /// One person would stand for both.
    #[error("the second signature must be another person's. Somebody else has to sign")]
    SamePerson,
    /// There is nothing to countersign.
    #[error("nobody has signed for preparing the plan. Sign that first")]
    NotPrepared,
    /// The line is taken.
    #[error("this line is signed already. Take the signature back first")]
    AlreadySigned,
}

impl Case {
    /// The plan; `None` before the audit.
    ///
    /// # Errors
    /// When the casefile cannot be read.
    pub fn plan(&self, ledger: &Ledger) -> Result<Option<PlanView>, CaseError> {
        let Some(summary) = self.summary()? else { return Ok(None) };
        let settings = self.settings()?;
        Ok(Some(PlanView {
            hold_until: hold_until(&settings),
            people: u32::try_from(ledger.len()).unwrap_or(u32::MAX),
            outcome: OutcomeFacts::of(&summary),
            channels: by_channel(ledger),
            precedence: Action::ALL.to_vec(),
            policy: PolicyView::of(&settings),
            overrides: self.overrides(ledger)?,
            sign_off: self.sign_off(ledger)?,
            today: settings.today,
        }))
    }
}

/// Everybody on every channel they have.
pub fn by_channel(ledger: &Ledger) -> Vec<ChannelPlan> {
    let mut counts = [ActionCounts::default(); Channel::ALL.len()];
    for person in ledger.people() {
        for (channel, count) in Channel::ALL.into_iter().zip(&mut counts) {
            if let Some(action) = best_on(person, channel) {
                *count.of(action) += 1;
            }
        }
    }
    let plans = Channel::ALL.into_iter().zip(counts).map(|(channel, actions)| ChannelPlan {
        channel,
        keep: actions.keep + actions.re_consent + actions.review + actions.fix_data,
        hold: actions.hold,
        stop: actions.suppress + actions.restrict,
        delete: actions.delete,
        reachable: actions.all(),
        actions,
    });
    plans.filter(|plan| plan.reachable > 0).collect()
}

/// The best that may be done with any of a person's cells of a channel.
fn best_on(person: Person<'_>, channel: Channel) -> Option<Action> {
    let cells = person.cells().filter(|cell| cell.channel() == channel);
    cells.map(|cell| cell.action()).max_by_key(|action| (Bucket::of(*action), *action))
}

impl ActionCounts {
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

fn hold_until(settings: &Settings) -> String {
    let day = chrono::NaiveDate::parse_from_str(&settings.today, "%Y-%m-%d").unwrap_or_default();
    let end = day + chrono::TimeDelta::days(i64::from(settings.policy.own.hold_days()));
    end.format("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::CountryCode;
    use crate::store::{CellLine, PersonLine};
    use crate::vocabulary::{Class, Grade};

    fn person(number: u32, cells: &[(Channel, Action)]) -> PersonLine {
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
                .map(|(channel, action)| CellLine {
                    channel: *channel,
                    grade: Grade::E1,
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
        let plans = by_channel(&ledger);
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
        let told: Vec<_> = by_channel(&ledger).iter().map(|plan| (plan.keep, plan.hold)).collect();
        assert_eq!(told, [(1, 0), (0, 1)]);
    }
}
