//! Fourth station: what is missing, unprovable or contradictory.
//!
//! In: subjects, the policy and the rules. Out: a grade and class for every cell, and findings that each
//! cite a cell and a provision. Never here: a finding without evidence, the word "illegal", a yes that
//! nobody said.

mod age;
mod census;
mod class;
mod conflict;
mod country;
mod declaration;
pub mod declaration_file;
mod dossier;
mod finding;
mod grade;
pub mod law;
mod merge;
mod page;
mod policy;
mod question;
mod record;
mod rule;
pub mod rules;
mod silence;

pub use age::below_digital_age;
pub use census::{Census, Count, DateColumn};
pub use class::{class, has_lapsed, is_past_stop};
pub use conflict::{Yes, each_once};
pub use country::{Country, CountryCode, country};
pub use declaration::{Declaration, DeclarationError, Declarations, Supplies, Wording};
pub use dossier::{Cell, Dossier};
pub use finding::{Draft, Evidence, Finding};
pub use grade::confirmed;
pub use law::Provision;
pub use merge::{Refusal, State, refusals, regrants};
pub use page::{Example, Page};
pub use policy::{Parameters, Policy, TableFacts, months_between};
pub use question::{Ask, Question, Questions, question};
pub(crate) use record::STRICT_DATES;
pub use record::{Marks, Proof, Record, Told, status_of};
pub(crate) use rule::consent_rule;
pub use rule::{Check, Jurisdiction, Rule};
pub use silence::{Origin, fixed_stops, stale_review, stale_stop};

/// What every rule finds about one person, in the order of the catalogue.
pub fn findings(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules::ALL {
        match rule.check {
            Check::Person(check) | Check::Both(check, _) => findings.extend(check(dossier, policy)),
            Check::Table(_) => {}
        }
    }
    findings
}

/// What every rule finds about one table, in the order of the catalogue.
pub fn table_findings(table: &TableFacts, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules::ALL {
        match rule.check {
            Check::Table(check) | Check::Both(_, check) => findings.extend(check(table, policy)),
            Check::Person(_) => {}
        }
    }
    findings
}

#[cfg(test)]
mod worked_examples;
