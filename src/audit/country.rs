//! What the law of a country asks, as data (`data/jurisdictions.json`).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// An ISO 3166-1 alpha-2 code, upper case; `XX` where the country is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, Deserialize)]
pub struct CountryCode(pub [u8; 2]);

impl CountryCode {
    /// The country nobody told us: judged by the strictest set (R081).
    pub const UNKNOWN: Self = Self(*b"XX");

    /// A code from two letters.
    pub fn parse(code: &str) -> Option<Self> {
        match code.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    /// The country as the normaliser takes it for a hint; `None` if it is unknown.
    pub fn hint(&self) -> Option<crate::normalise::country::Country> {
        crate::normalise::country::Country::from_code(self.word())
    }

    /// The two letters; empty for the unknown country.
    pub fn word(&self) -> &str {
        if *self == Self::UNKNOWN { "" } else { std::str::from_utf8(&self.0).unwrap_or_default() }
    }
}

/// The parameters of one country, as published in `data/jurisdictions.json`. Periods are in months.
#[derive(Debug, Clone, Deserialize)]
pub struct Country {
    /// ISO code.
    pub code: String,
    /// English name.
    pub country: String,
    /// The national acts, by name.
    pub law: String,
    digital_age: serde_json::Value,
    digital_age_history: Vec<DigitalAge>,
    email_b2c: String,
    soft_opt_in: String,
    /// Statutory end of a soft opt-in, if there is one.
    pub soft_opt_in_limit_months: Option<u32>,
    /// Consent older than this without activity is to be reviewed (R024).
    pub stale_review_months: u32,
    /// Consent older than this without activity is no longer relied on.
    pub stale_stop_months: u32,
    /// Contacts without a live basis are kept no longer.
    pub retention_prospect_months: u32,
    /// Consent to calls lapses after this, where a law says so.
    pub phone_consent_max_months: Option<u32>,
    /// Classes that may be asked again by e-mail (rule book 4.2).
    pub reconsent_email_classes: Vec<String>,
    /// `opt-in`, `opt-out`, `conditional` or `check` for role addresses.
    pub b2b_role_code: String,
    /// Where the row of the table comes from.
    pub sources: String,
}

#[derive(Debug, Clone, Deserialize)]
struct DigitalAge {
    from: Option<String>,
    age: u32,
}

static COUNTRIES: LazyLock<BTreeMap<CountryCode, Country>> = LazyLock::new(|| {
    let table: Vec<Country> = serde_json::from_str(include_str!("data/jurisdictions.json"))
        .expect("the table is part of the program and tested");
    table.into_iter().filter_map(|country| Some((CountryCode::parse(&country.code)?, country))).collect()
});

/// The parameters of a country; the strictest set for one that is not in the table.
pub fn country(code: CountryCode) -> &'static Country {
    COUNTRIES
        .get(&code)
        .or_else(|| COUNTRIES.get(&CountryCode::UNKNOWN))
        .expect("the table has a row for the unknown country")
}

impl Country {
    /// Whether e-mail may be sent until the person objects (US, SG).
    pub fn email_is_opt_out(&self) -> bool {
        self.email_b2c.starts_with("opt-out")
    }

    /// Whether the law knows a customer exception for e-mail.
    pub fn knows_soft_opt_in(&self) -> bool {
        self.soft_opt_in.starts_with("yes") || self.soft_opt_in.starts_with("implied")
    }

    /// The age from which a child consents alone to online services, on a day counted from 1970-01-01.
    /// Where no age is fixed, 16, the strictest the GDPR knows.
    pub fn digital_age_on(&self, days: i64) -> u32 {
        let mut history = self
            .digital_age_history
            .iter()
            .filter(|step| step.from.as_deref().is_none_or(|from| days_of_iso(from).is_some_and(|from| from <= days)));
        history.next_back().map(|step| step.age).unwrap_or_else(|| self.digital_age())
    }

    fn digital_age(&self) -> u32 {
        let text = match &self.digital_age {
            serde_json::Value::Number(number) => return number.as_u64().map_or(16, |age| age.min(18) as u32),
            serde_json::Value::String(text) => text.as_str(),
            _ => return 16,
        };
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(16)
    }

    /// Whether people of a class may be asked again by e-mail here.
    pub fn allows_asking(&self, class: crate::vocabulary::Class) -> bool {
        self.reconsent_email_classes.iter().any(|allowed| allowed == class.word())
    }
}

fn days_of_iso(date: &str) -> Option<i64> {
    let date = chrono::NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
    Some(date.signed_duration_since(chrono::NaiveDate::default()).num_days())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(COUNTRIES.len(), 42);
        assert_eq!(country(CountryCode(*b"DE")).stale_stop_months, 48);
        assert_eq!(country(CountryCode(*b"QQ")).code, "XX");
    }

    #[test]
    fn the_danish_digital_age_follows_the_day_of_the_consent() {
        let denmark = country(CountryCode(*b"DK"));
        assert_eq!(denmark.digital_age_on(days_of_iso("2023-12-31").unwrap()), 13);
        assert_eq!(denmark.digital_age_on(days_of_iso("2026-01-15").unwrap()), 15);
        assert_eq!(country(CountryCode(*b"CH")).digital_age_on(0), 16);
        assert_eq!(country(CountryCode(*b"US")).digital_age_on(0), 13);
    }
}
