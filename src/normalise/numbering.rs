//! Numbering plans of the world: calling codes, trunk prefixes, and how long a number may be.

use std::sync::LazyLock;

use super::country::Country;

/// How numbers of one country are built.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub country: Country,
    /// Without the `+`, one to three digits.
    pub calling_code: u16,
    /// What is dialled before a number within the country; empty where nothing is.
    pub trunk: &'static str,
    /// Bit n: a number may have n digits without trunk and calling code.
    pub lengths: u32,
    /// The same for mobile numbers.
    pub mobile_lengths: u32,
}

struct Plans {
    plans: Vec<Plan>,
    by_country: Vec<Option<u8>>,
    /// The first plan of each calling code, and the lengths any of its countries knows.
    by_code: Vec<Option<(u8, u32)>>,
}

static TABLE: &str = include_str!("numbering.tsv");

static PLANS: LazyLock<Plans> = LazyLock::new(|| {
    let plans: Vec<Plan> = TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(plan).collect();
    let mut by_country = vec![None; 26 * 26];
    let mut by_code: Vec<Option<(u8, u32)>> = vec![None; 1000];
    for (at, plan) in (0u8..).zip(&plans) {
        by_country[plan.country.index()] = Some(at);
        let code = &mut by_code[usize::from(plan.calling_code)];
        *code = Some(code.map_or((at, plan.lengths), |(first, lengths)| (first, lengths | plan.lengths)));
    }
    Plans { plans, by_country, by_code }
});

fn plan(line: &'static str) -> Option<Plan> {
    let mut parts = line.split('\t');
    let country = Country::from_code(parts.next()?)?;
    let calling_code = parts.next()?.parse().ok()?;
    let trunk = parts.next().map(|trunk| if trunk == "-" { "" } else { trunk })?;
    let mut lengths = || {
        let lengths = parts.next()?.split(',').filter_map(|length| length.parse::<u32>().ok());
        Some(lengths.filter(|length| *length < 16).fold(0, |mask, length| mask | 1 << length))
    };
    Some(Plan { country, calling_code, trunk, lengths: lengths()?, mobile_lengths: lengths()? })
}

impl Plan {
    /// Whether a number of that many digits exists under this plan.
    pub fn knows_length(&self, digits: usize) -> bool {
        digits < 16 && self.lengths & (1 << digits) != 0
    }

    /// Whether a mobile number has that many digits under this plan.
    pub fn knows_mobile_length(&self, digits: usize) -> bool {
        digits < 16 && self.mobile_lengths & (1 << digits) != 0
    }
}

/// The plan of a country.
pub(super) fn of(country: Country) -> Option<&'static Plan> {
    PLANS.by_country[country.index()].map(|at| &PLANS.plans[usize::from(at)])
}

/// The plan whose calling code the digits start with, and the number after it. Where countries share a code,
/// the plan is the main country's and knows the lengths of all of them.
pub(super) fn by_calling_code(digits: &str) -> Option<(Plan, &str)> {
    let bytes = digits.as_bytes();
    let mut code = 0;
    for length in 1..=bytes.len().min(3) {
        code = code * 10 + usize::from(bytes[length - 1].wrapping_sub(b'0'));
        if length == 1 && code == 0 || bytes[length - 1].wrapping_sub(b'0') > 9 {
            return None;
        }
        if let Some((first, lengths)) = PLANS.by_code[code] {
            return Some((Plan { lengths, ..PLANS.plans[usize::from(first)] }, &digits[length..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_plan() {
        assert_eq!(PLANS.plans.len(), TABLE.lines().filter(|line| !line.starts_with('#')).count());
        assert!(PLANS.plans.len() > 230 && PLANS.plans.len() < 256);
        assert!(PLANS.plans.iter().all(|plan| plan.lengths != 0));
    }

    #[test]
    fn calling_codes_are_read_longest_known_first_digit_by_digit() {
        let (plan, rest) = by_calling_code("46701740605").unwrap();
        assert_eq!((plan.country.code(), rest), ("SE", "701740605"));
        let (plan, rest) = by_calling_code("358401234567").unwrap();
        assert_eq!((plan.country.code(), rest), ("FI", "401234567"));
        assert!(by_calling_code("0461").is_none() && by_calling_code("").is_none() && by_calling_code("999").is_none());
    }
}
