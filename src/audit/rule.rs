//! What a rule is. Each lives in a file of its own under `rules/`.

use crate::vocabulary::{Action, Confidence, Severity};

use super::dossier::Dossier;
use super::finding::{Draft, Finding};
use super::law::Provision;
use super::policy::{Policy, TableFacts};
use super::rules;

/// Where a rule applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jurisdiction {
    /// European Union, EEA.
    Eu,
    /// United Kingdom.
    Uk,
    /// Everywhere the product knows.
    All,
}

/// One rule of the catalogue.
pub struct Rule {
    /// Names what is wrong; reads well after "accept". Never reused.
    pub id: &'static str,
    /// The rule book's number.
    pub number: &'static str,
    /// The title a person reads.
    pub title: &'static str,
    /// The usual severity.
    pub severity: Severity,
    /// What it usually asks for.
    pub remedy: Action,
    /// Where it applies.
    pub applies: &'static [Jurisdiction],
    /// The provisions it rests on.
    pub cites: &'static [&'static Provision],
    /// The version that brought it.
    pub since: &'static str,
    /// Its page: why it matters, what to do, example and counter-example, in Markdown.
    pub doc: &'static str,
    /// Judges one person.
    pub check: Check,
}

/// What a rule looks at.
pub enum Check {
    /// One person, with all their cells.
    Person(fn(&Dossier<'_>, &Policy) -> Vec<Finding>),
    /// One table and its columns, whoever stands in it.
    Table(fn(&TableFacts, &Policy) -> Vec<Finding>),
    /// Both.
    Both(fn(&Dossier<'_>, &Policy) -> Vec<Finding>, fn(&TableFacts, &Policy) -> Vec<Finding>),
}

impl Rule {
    /// Starts a finding of this rule.
    pub fn finding(&'static self, confidence: Confidence) -> Draft {
        Draft::new(self, confidence)
    }

    /// Its place in [`rules::ALL`]. The catalogue is sorted by id.
    pub fn position(&self) -> u16 {
        let position =
            rules::ALL.binary_search_by(|rule| rule.id.cmp(self.id)).expect("every rule is in the catalogue");
        u16::try_from(position).expect("the catalogue has fewer than 65,536 rules")
    }
}

/// Declares a rule. The doc comment is its page in `docs/rules.md`, its panel in the window and what
/// `explain` prints; the examples in it are its tests.
macro_rules! consent_rule {
    (
        $(#[doc = $doc:literal])*
        pub static RULE = {
            id: $id:literal,
            number: $number:literal,
            title: $title:literal,
            severity: $severity:expr,
            remedy: $remedy:expr,
            applies: $applies:expr,
            cites: $cites:expr,
            since: $since:literal,
            check: $check:expr,
        };
    ) => {
        $(#[doc = $doc])*
        pub static RULE: $crate::audit::Rule = $crate::audit::Rule {
            id: $id,
            number: $number,
            title: $title,
            severity: $severity,
            remedy: $remedy,
            applies: $applies,
            cites: $cites,
            since: $since,
            doc: concat!($($doc, "\n",)*),
            check: $check,
        };
    };
}
pub(crate) use consent_rule;
