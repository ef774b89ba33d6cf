//! The plan: what becomes of everybody, by channel, and what it rests on.

use serde::Serialize;
use specta::Type;

use crate::store::Ledger;
use crate::vocabulary::Action;

use super::plan_counts::{ActionCounts, ChannelPlan, ListSize, PlanCounts};
use super::{Case, CaseError, OutcomeFacts, Overrides, PolicyView, Settings, SignOff};

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
    /// The same by action: everybody once, by the best that may be done with any of their cells.
    pub once: ActionCounts,
    /// By channel, in the order of channels; those on which nobody has an address or a number are left out.
    pub channels: Vec<ChannelPlan>,
    /// What each list holds that can be written, in the order of actions. Who is treated differently on two channels,
    /// or for two purposes, stands on two of them.
    pub lists: Vec<ListSize>,
    /// The order in which the strictest action is found, strictest first.
    pub precedence: Vec<Action>,
    /// What it is judged by.
    pub policy: PolicyView,
    /// What people decided otherwise.
    pub overrides: Overrides,
    /// Who stands for it.
    pub sign_off: SignOff,
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
        let PlanCounts { once, channels, lists } = PlanCounts::of(ledger);
        Ok(Some(PlanView {
            hold_until: hold_until(&settings),
            people: u32::try_from(ledger.len()).unwrap_or(u32::MAX),
            outcome: OutcomeFacts::of(&summary),
            once,
            channels,
            lists,
            precedence: Action::ALL.to_vec(),
            policy: PolicyView::of(&settings),
            overrides: self.overrides(ledger)?,
            sign_off: self.sign_off(ledger)?,
            today: settings.today,
        }))
    }
}

fn hold_until(settings: &Settings) -> String {
    let day = chrono::NaiveDate::parse_from_str(&settings.today, "%Y-%m-%d").unwrap_or_default();
    let end = day + chrono::TimeDelta::days(i64::from(settings.policy.own.hold_days()));
    end.format("%Y-%m-%d").to_string()
}
