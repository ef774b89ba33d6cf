//! The ways a person can be written to or called. Consent for one says nothing about another.

use serde::{Deserialize, Serialize};

/// A channel of rule book 1.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
// The bridge to the window has a channel of its own, through which progress is told.
#[serde(rename = "ContactChannel", rename_all = "snake_case")]
pub enum Channel {
    /// E-mail.
    Email,
    /// Text message.
    Sms,
    /// A call by a person.
    PhoneLive,
    /// A call by a machine.
    PhoneAuto,
    /// Letter post.
    Post,
    /// Push message of an app.
    Push,
    /// WhatsApp and its kin.
    Messenger,
}

impl Channel {
    /// Every channel, in the order of output.
    pub const ALL: [Self; 7] =
        [Self::Email, Self::Sms, Self::PhoneLive, Self::PhoneAuto, Self::Post, Self::Push, Self::Messenger];

    /// The word of the command-line contract.
    pub fn word(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
            Self::PhoneLive => "phone_live",
            Self::PhoneAuto => "phone_auto",
            Self::Post => "post",
            Self::Push => "push",
            Self::Messenger => "messenger",
        }
    }

    /// The channel of a contract word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.word() == word)
    }
}
