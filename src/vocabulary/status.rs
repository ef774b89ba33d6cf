//! What one system says about one channel of one person.

use serde::{Deserialize, Serialize};

/// A state as a system asserts it. Asserted is not proven: proof is a [`Grade`](super::Grade).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ConsentStatus {
    /// The system says the person subscribed or agreed.
    #[serde(rename = "subscribed")]
    Given,
    /// The person unsubscribed, opted out, refused or objected.
    #[serde(rename = "unsubscribed")]
    Withdrawn,
    /// A request that was never confirmed.
    Pending,
    /// The address came back as undeliverable for good. No refusal.
    Bounced,
    /// The person complained of spam.
    Complained,
    /// The identifier is on a suppression, block or do-not-contact list.
    Suppressed,
    /// The person's data was erased here.
    Erased,
    /// Nothing is known: empty, never asked, or a word nobody can place.
    Unknown,
}

impl ConsentStatus {
    /// Every state, in the order of output.
    pub const ALL: [Self; 8] = [
        Self::Given,
        Self::Withdrawn,
        Self::Pending,
        Self::Bounced,
        Self::Complained,
        Self::Suppressed,
        Self::Erased,
        Self::Unknown,
    ];

    /// The word of the command-line contract.
    pub fn word(self) -> &'static str {
        match self {
            Self::Given => "subscribed",
            Self::Withdrawn => "unsubscribed",
            Self::Pending => "pending",
            Self::Bounced => "bounced",
            Self::Complained => "complained",
            Self::Suppressed => "suppressed",
            Self::Erased => "erased",
            Self::Unknown => "unknown",
        }
    }

    /// Which of two states of one system is shown, the lower first: a no before a yes, a yes before nothing.
    pub fn strictness(self) -> u8 {
        match self {
            Self::Erased => 0,
            Self::Complained => 1,
            Self::Suppressed => 2,
            Self::Withdrawn => 3,
            Self::Bounced => 4,
            Self::Given => 5,
            Self::Pending => 6,
            Self::Unknown => 7,
        }
    }

    /// The state of a contract word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }

    /// A no in the sense of rule book 1.6: it outlives imports, merges and erasure.
    /// A bounce is none: it speaks of an address, not of a will.
    pub fn is_refusal(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Complained | Self::Suppressed | Self::Erased)
    }
}
