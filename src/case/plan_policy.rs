//! The policy of a case: its own numbers in place of the usual ones, tried before they are applied.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{Country, CountryCode, Origin, Parameters, Policy, country, fixed_stops};
use crate::store::Ledger;

use super::{Case, CaseError, OutcomeFacts, PlanError, Settings, Summary, Watch};

/// How long a hold lasts unless a case says otherwise (rule book 1.8).
const HOLD_DAYS: u32 = 30;

/// The numbers a case has of its own; `None` where it goes by the usual one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OwnPolicy {
    /// Months of silence after which a consent is reviewed.
    pub review_months: Option<u32>,
    /// Months of silence after which nobody is written to any more.
    pub stop_months: Option<u32>,
    /// Days an unconfirmed request may wait.
    pub pending_days: Option<u32>,
    /// Days a hold lasts.
    pub hold_days: Option<u32>,
}

/// The policy as a case keeps it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct KeptPolicy {
    /// Its own numbers.
    pub own: OwnPolicy,
    /// Counts the changes.
    pub version: u32,
    /// The day of the last change, as `YYYY-MM-DD`.
    pub since: Option<String>,
}

/// What the plan is judged by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PolicyView {
    /// The numbers the case has of its own.
    pub own: OwnPolicy,
    /// Counts the changes; 0 as long as everything is as usual.
    pub version: u32,
    /// The day of the last change, as `YYYY-MM-DD`.
    pub since: Option<String>,
    /// Where people live unless a row says otherwise, as two letters.
    pub home: Option<String>,
    /// Months of silence after which a consent is reviewed.
    pub review: PolicyNumber,
    /// Months of silence after which nobody is written to any more.
    pub stop: PolicyNumber,
    /// Days an unconfirmed request may wait.
    pub pending: PolicyNumber,
    /// Days a hold lasts.
    pub hold: PolicyNumber,
}

/// A number of the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PolicyNumber {
    /// The usual one; `None` where it is that of each person's country.
    pub usual: Option<u32>,
    /// What may be chosen instead, in ascending order.
    pub choices: Vec<u32>,
}

/// What a change of the policy would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PolicyPreview {
    /// As it is.
    pub now: OutcomeFacts,
    /// As it would be.
    pub then: OutcomeFacts,
    /// What is to be said of the months after which writing stops; `None` where they stay as they are usual.
    pub stop: Option<StopNote>,
}

/// What is to be said of a case's own months of silence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StopNote {
    /// The case's own months.
    pub months: u32,
    /// How they compare with the usual ones of the countries people live in.
    pub manner: Manner,
    /// Countries of people here whose months come from outside and are not more than the case's own: there they hold.
    pub fixed: Vec<FixedStop>,
}

/// How a rule of one's own compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Manner {
    /// Stricter than usual in some country and looser in none.
    Cautious,
    /// The usual one.
    Usual,
    /// Looser than usual in some country.
    Looser,
}

/// Months that come from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FixedStop {
    /// The country, as two letters; `XX` for the unknown one.
    pub country: String,
    /// Who names them.
    pub origin: Origin,
    /// How many.
    pub months: u32,
}

impl OwnPolicy {
    /// The parameters of an audit by it.
    pub fn parameters(&self) -> Parameters {
        let usual = Parameters::default();
        Parameters {
            pending_ttl_days: self.pending_days.map_or(usual.pending_ttl_days, i64::from),
            stale_review_months: self.review_months,
            stale_stop_months: self.stop_months,
            ..usual
        }
    }

    /// Days a hold lasts.
    pub fn hold_days(&self) -> u32 {
        self.hold_days.unwrap_or(HOLD_DAYS)
    }

    /// Whether it may be applied in a country.
    ///
    /// # Errors
    /// When a number is out of reach, or looser than what comes from outside.
    pub fn check(&self, home: Option<CountryCode>) -> Result<(), PlanError> {
        let out_of = |value: Option<u32>, most: u32| value.filter(|value| *value == 0 || *value > most);
        if let Some(months) = out_of(self.review_months, 60).or(out_of(self.stop_months, 60)) {
            return Err(PlanError::Months(months));
        }
        if let Some(days) = out_of(self.pending_days, 30) {
            return Err(PlanError::PendingDays(days));
        }
        if let Some(days) = out_of(self.hold_days, 90) {
            return Err(PlanError::HoldDays(days));
        }
        let law = home.map(country);
        if let (Some(law), Some(own)) = (law, self.stop_months)
            && law.stop_months(Some(own)) < own
        {
            let origin = match law.stop_origin() {
                Origin::Statute => "the law",
                Origin::Court => "a court",
                _ => "the authority",
            };
            let fixed = law.stale_stop_months;
            return Err(PlanError::Fixed { country: law.country.clone(), origin, fixed, own });
        }
        let stop = self.stop_months.or(law.map(|law| law.stale_stop_months));
        match (self.review_months, stop) {
            (Some(review), Some(stop)) if review > stop => Err(PlanError::ReviewAfterStop { review, stop }),
            _ => Ok(()),
        }
    }
}

impl PolicyView {
    /// The policy of a case.
    pub fn of(settings: &Settings) -> Self {
        let law = settings.home.as_deref().and_then(CountryCode::parse).map(country);
        let most = law.filter(|law| law.stop_origin() != Origin::Policy).map_or(60, |law| law.stale_stop_months);
        let usual = |number: fn(&Country) -> u32| law.map(number);
        let months = |most: u32, usual| PolicyNumber { usual, choices: up_to(&[6, 12, 18, 24, 30, 36, 48, 60], most) };
        let kept = &settings.policy;
        let pending = u32::try_from(Parameters::default().pending_ttl_days).ok();
        Self {
            own: kept.own,
            version: kept.version,
            since: kept.since.clone(),
            home: settings.home.clone(),
            review: months(most, usual(|law| law.stale_review_months)),
            stop: months(most, usual(|law| law.stale_stop_months)),
            pending: PolicyNumber { usual: pending, choices: vec![3, 7, 14, 21, 30] },
            hold: PolicyNumber { usual: Some(HOLD_DAYS), choices: vec![14, 30, 60, 90] },
        }
    }
}

fn up_to(all: &[u32], most: u32) -> Vec<u32> {
    all.iter().copied().filter(|months| *months <= most).collect()
}

impl Case {
    /// What another policy would do. The case stays as it is.
    ///
    /// # Errors
    /// When it [cannot be applied](OwnPolicy::check), before the audit, and when the work is cancelled.
    pub fn preview_policy(
        &mut self,
        ledger: &Ledger,
        own: &OwnPolicy,
        watch: Watch<'_>,
    ) -> Result<PolicyPreview, CaseError> {
        let now = self.summary()?.ok_or(PlanError::NotAudited)?;
        let settings = self.with_policy(own)?;
        let options = settings.audit_options()?;
        self.is_read_for(options.home)?;
        let then = self.preview(&options, watch)?;
        let stop = own.stop_months.map(|months| stop_note(ledger, options.home, months));
        Ok(PolicyPreview { now: OutcomeFacts::of(&now), then: OutcomeFacts::of(&then), stop })
    }

    /// Judges everybody by another policy and keeps it, with the day as `YYYY-MM-DD`.
    ///
    /// # Errors
    /// When it [cannot be applied](OwnPolicy::check), and when the work is cancelled: the case is then as it was.
    pub fn apply_policy(&mut self, own: &OwnPolicy, on: &str, watch: Watch<'_>) -> Result<Summary, CaseError> {
        let mut settings = self.with_policy(own)?;
        settings.policy.version += 1;
        settings.policy.since = Some(on.to_owned());
        let (summary, _) = self.audit(&settings.audit_options()?, watch)?;
        self.keep_settings(&settings)?;
        Ok(summary)
    }

    /// The policy that a list of the verdicts is written by: all of it but what was counted over whole lists.
    ///
    /// # Errors
    /// When the casefile cannot be read.
    pub fn policy_of_lists(&self) -> Result<Policy, CaseError> {
        let options = self.settings()?.audit_options()?;
        Ok(Policy {
            home: options.home,
            controller: options.controller,
            parameters: options.parameters,
            declarations: options.declarations,
            tables: self.table_facts()?,
            ..Policy::on(options.today)
        })
    }

    /// The settings with another policy.
    fn with_policy(&self, own: &OwnPolicy) -> Result<Settings, CaseError> {
        let mut settings = self.settings()?;
        own.check(settings.audit_options()?.home)?;
        settings.policy.own = *own;
        Ok(settings)
    }

    /// Judging without keeping must not read rows anew.
    fn is_read_for(&self, home: Option<CountryCode>) -> Result<(), CaseError> {
        let read_otherwise = self.store.tables()?.iter().any(|table| table.home != home);
        if read_otherwise { Err(PlanError::AuditAgain.into()) } else { Ok(()) }
    }
}

/// Compares a case's own months with those of the countries people live in.
fn stop_note(ledger: &Ledger, home: Option<CountryCode>, months: u32) -> StopNote {
    let mut countries: BTreeSet<CountryCode> = ledger.people().map(|person| person.country()).collect();
    countries.extend(home);
    let fixed: Vec<FixedStop> = fixed_stops()
        .filter(|(code, _, fixed)| countries.contains(code) && *fixed <= months)
        .map(|(code, origin, months)| {
            let word = std::str::from_utf8(&code.0).unwrap_or_default();
            FixedStop { country: word.to_owned(), origin, months }
        })
        .collect();
    let with_own = |code: &CountryCode| country(*code).stop_months(Some(months));
    let usual = |code: &CountryCode| country(*code).stale_stop_months;
    let manner = if countries.iter().any(|code| with_own(code) > usual(code)) {
        Manner::Looser
    } else if countries.iter().any(|code| with_own(code) < usual(code)) {
        Manner::Cautious
    } else {
        Manner::Usual
    };
    StopNote { months, manner, fixed }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(months: u32) -> OwnPolicy {
        OwnPolicy { stop_months: Some(months), ..OwnPolicy::default() }
    }

    #[test]
    fn what_comes_from_outside_cannot_be_loosened_and_says_why() {
        let home = |code: &[u8; 2]| Some(CountryCode(*code));
        assert!(stop(24).check(home(b"KR")).is_ok());
        let refused = stop(36).check(home(b"KR")).map_err(|error| error.to_string());
        assert!(refused.is_err_and(|why| why.contains("the law") && why.contains("24 months")));
        assert!(matches!(stop(48).check(home(b"FR")), Err(PlanError::Fixed { fixed: 36, .. })));
        assert!(stop(48).check(home(b"IT")).is_ok() && stop(60).check(None).is_ok());
    }

    #[test]
    fn numbers_out_of_reach_are_refused() {
        assert!(matches!(stop(0).check(None), Err(PlanError::Months(0))));
        let review = OwnPolicy { review_months: Some(36), ..stop(24) };
        assert!(matches!(review.check(None), Err(PlanError::ReviewAfterStop { review: 36, stop: 24 })));
        let pending = OwnPolicy { pending_days: Some(31), ..OwnPolicy::default() };
        assert!(matches!(pending.check(None), Err(PlanError::PendingDays(31))));
    }

    #[test]
    fn nothing_of_its_own_is_the_usual_policy() {
        let (own, usual) = (OwnPolicy::default().parameters(), Parameters::default());
        assert_eq!((own.pending_ttl_days, own.stale_stop_months), (usual.pending_ttl_days, None));
    }
}
