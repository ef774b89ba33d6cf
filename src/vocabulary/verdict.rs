//! What the audit says and what follows: grades, classes, actions (rule book 1.5, 1.9 and 4.2).

use serde::{Deserialize, Serialize};

/// How well the exports document a consent. It speaks of the record, not of the truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "UPPERCASE")]
pub enum Grade {
    /// The person said no; overrides every other grade.
    Neg,
    /// The address is undeliverable.
    Dead,
    /// No state, no evidence.
    E0,
    /// A state, nothing behind it.
    E1,
    /// A state and some trace.
    E2,
    /// A customer, but no refusal offered at the sale is shown.
    #[serde(rename = "SO-")]
    SoMinus,
    /// Who, when and how, and part of the rest.
    E3,
    /// A business address in a country where opting out is the rule.
    B2b,
    /// A customer, with every condition of the soft opt-in shown.
    #[serde(rename = "SO+")]
    SoPlus,
    /// All six fields, single opt-in.
    E4,
    /// All six fields, confirmed.
    E5,
}

impl Grade {
    /// Every grade, weakest first.
    pub const ALL: [Self; 11] = [
        Self::Neg,
        Self::Dead,
        Self::E0,
        Self::E1,
        Self::E2,
        Self::SoMinus,
        Self::E3,
        Self::B2b,
        Self::SoPlus,
        Self::E4,
        Self::E5,
    ];

    /// The word of the command-line contract.
    pub fn word(self) -> &'static str {
        match self {
            Self::Neg => "NEG",
            Self::Dead => "DEAD",
            Self::E0 => "E0",
            Self::E1 => "E1",
            Self::E2 => "E2",
            Self::SoMinus => "SO-",
            Self::E3 => "E3",
            Self::B2b => "B2B",
            Self::SoPlus => "SO+",
            Self::E4 => "E4",
            Self::E5 => "E5",
        }
    }
}

/// Whether a person may be asked again on a channel (rule book 4.2). Worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "UPPERCASE")]
pub enum Class {
    /// Never.
    N,
    /// Country unknown: not by mail.
    X,
    /// Unprovable: not by mail.
    D,
    /// Pending: the single confirmation message only.
    P,
    /// South African non-customer: one approach on Form 4.
    Za,
    /// Only after a named person signed it off.
    #[serde(rename = "A-")]
    AMinus,
    /// Opt-out regime.
    C,
    /// Soft opt-in with the clock running.
    B,
    /// Refresh.
    A,
}

impl Class {
    /// Every class, worst first.
    pub const ALL: [Self; 9] = [Self::N, Self::X, Self::D, Self::P, Self::Za, Self::AMinus, Self::C, Self::B, Self::A];

    /// The word of the command-line contract.
    pub fn word(self) -> &'static str {
        match self {
            Self::N => "N",
            Self::X => "X",
            Self::D => "D",
            Self::P => "P",
            Self::Za => "ZA",
            Self::AMinus => "A-",
            Self::C => "C",
            Self::B => "B",
            Self::A => "A",
        }
    }
}

/// The one label of rule book 1.9 for a cell, in its order of display: the first that applies is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Archive, no marketing: a law protects the record.
    Restrict,
    /// Delete; hash first if the person ever said no.
    Delete,
    /// Stop the channel, keep the minimum to keep it stopped.
    Suppress,
    /// Stop for now while proof is sought.
    Hold,
    /// A person has to look.
    Review,
    /// A datum has to be mended.
    FixData,
    /// May be asked once whether they want to stay.
    ReConsent,
    /// May be written to.
    Keep,
}

impl Action {
    /// Every action, in order of display.
    pub const ALL: [Self; 8] = [
        Self::Restrict,
        Self::Delete,
        Self::Suppress,
        Self::Hold,
        Self::Review,
        Self::FixData,
        Self::ReConsent,
        Self::Keep,
    ];

    /// The word of the command-line contract.
    pub fn word(self) -> &'static str {
        match self {
            Self::Restrict => "restrict",
            Self::Delete => "delete",
            Self::Suppress => "suppress",
            Self::Hold => "hold",
            Self::Review => "review",
            Self::FixData => "fix data",
            Self::ReConsent => "re-consent",
            Self::Keep => "keep",
        }
    }

    /// Whether messages may go out on this cell while the action stands.
    /// A review or a datum to mend loosens nothing and stops nothing (rule book 1.9, 4).
    pub fn permits_sending(self) -> bool {
        matches!(self, Self::Review | Self::FixData | Self::ReConsent | Self::Keep)
    }
}

/// How bad a finding is. The rule book's critical, high and medium, low and info show as these three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Stop sending, act now.
    Breach,
    /// No reliance until cleared.
    Risk,
    /// Quality of the data.
    Hygiene,
}

impl Severity {
    /// Every severity, worst first.
    pub const ALL: [Self; 3] = [Self::Breach, Self::Risk, Self::Hygiene];

    /// The word of the command-line contract.
    pub fn word(self) -> &'static str {
        match self {
            Self::Breach => "breach",
            Self::Risk => "risk",
            Self::Hygiene => "hygiene",
        }
    }
}

/// How sure a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// A guess to be checked.
    Low,
    /// Likely.
    Medium,
    /// As sure as the files are.
    High,
}

impl Confidence {
    /// The word of the command-line contract.
    pub fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}
