//! After how long a silence a consent is looked at again, and after how long nobody relies on it any more.
//!
//! No law of the Union sets such a time, so the numbers of most countries are policy and a case may have its own
//! (rule book 1.8, table 3). A number that comes from outside can be made stricter, never looser.

use super::country::{Country, CountryCode, country};
use super::dossier::Dossier;
use super::policy::Policy;

/// Where the months of silence of a country come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// A law sets them.
    Statute,
    /// An authority recommends them.
    Authority,
    /// A court has decided so once.
    Court,
    /// The country is unknown, so the strictest hold.
    Caution,
    /// Nobody but us: they are policy.
    Policy,
}

impl Country {
    /// Where the months after which a silent person is no longer written to come from.
    pub fn stop_origin(&self) -> Origin {
        match self.code.as_str() {
            "KR" => Origin::Statute,
            "FR" => Origin::Authority,
            "DE" => Origin::Court,
            "XX" => Origin::Caution,
            _ => Origin::Policy,
        }
    }

    /// The months after which a silent person is no longer written to, where a case has a rule of its own.
    pub fn stop_months(&self, own: Option<u32>) -> u32 {
        match (own, self.stop_origin()) {
            (None, _) => self.stale_stop_months,
            (Some(own), Origin::Policy) => own,
            (Some(own), _) => own.min(self.stale_stop_months),
        }
    }

    /// The months after which a silent person's consent is reviewed. Never later than the stop.
    pub fn review_months(&self, own: Option<u32>, own_stop: Option<u32>) -> u32 {
        own.unwrap_or(self.stale_review_months).min(self.stop_months(own_stop))
    }
}

/// Months after which a silent person's consent is to be reviewed: the stricter of their country and ours.
pub fn stale_review(dossier: &Dossier<'_>, policy: &Policy) -> u32 {
    let (own, stop) = (policy.parameters.stale_review_months, policy.parameters.stale_stop_months);
    of_both(dossier, policy, |law| law.review_months(own, stop))
}

/// Months after which it is no longer relied on.
pub fn stale_stop(dossier: &Dossier<'_>, policy: &Policy) -> u32 {
    of_both(dossier, policy, |law| law.stop_months(policy.parameters.stale_stop_months))
}

fn of_both(dossier: &Dossier<'_>, policy: &Policy, months: impl Fn(&Country) -> u32) -> u32 {
    let home = policy.home.map_or(u32::MAX, |home| months(country(home)));
    months(dossier.law()).min(home)
}

/// The countries whose months come from outside, with where from.
pub fn fixed_stops() -> impl Iterator<Item = (CountryCode, Origin, u32)> {
    [*b"KR", *b"FR", *b"DE", *b"XX"].into_iter().map(CountryCode).map(|code| {
        let law = country(code);
        (code, law.stop_origin(), law.stale_stop_months)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(code: &[u8; 2], own: Option<u32>) -> u32 {
        country(CountryCode(*code)).stop_months(own)
    }

    #[test]
    fn a_case_may_be_stricter_everywhere_and_looser_where_nobody_else_says_so() {
        for code in [b"IT", b"SE", b"FR", b"DE", b"KR", b"XX"] {
            assert_eq!(stop(code, Some(12)), 12);
        }
        assert_eq!([b"IT", b"SE", b"GB"].map(|code| stop(code, Some(60))), [60, 60, 60]);
        assert_eq!([b"FR", b"DE", b"KR", b"XX"].map(|code| stop(code, Some(60))), [36, 48, 24, 24]);
        assert_eq!([b"IT", b"KR", b"US"].map(|code| stop(code, None)), [36, 24, 60]);
    }

    #[test]
    fn a_review_never_comes_after_the_stop() {
        let italy = country(CountryCode(*b"IT"));
        assert_eq!(italy.review_months(None, None), 24);
        assert_eq!(italy.review_months(None, Some(12)), 12);
        assert_eq!(italy.review_months(Some(30), Some(24)), 24);
        assert_eq!(italy.review_months(Some(18), None), 18);
    }

    #[test]
    fn the_numbers_from_outside_are_those_of_the_table() {
        let told: Vec<_> = fixed_stops().collect();
        assert!(told.iter().all(|(_, origin, _)| *origin != Origin::Policy));
        assert_eq!(told.len(), 4);
    }
}
