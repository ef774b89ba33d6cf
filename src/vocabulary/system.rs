//! The systems whose exports are recognised.

use serde::{Deserialize, Serialize};

/// Where a table was exported from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "lowercase")]
pub enum System {
    /// Brevo, formerly Sendinblue.
    Brevo,
    /// HubSpot.
    HubSpot,
    /// listmonk.
    Listmonk,
    /// Mailchimp.
    Mailchimp,
    /// Mautic.
    Mautic,
    /// Salesforce.
    Salesforce,
    /// Shopify.
    Shopify,
    /// WooCommerce.
    WooCommerce,
    /// Any other list, read by its column names.
    List,
}

impl System {
    /// Every system, in the order of output.
    pub const ALL: [Self; 9] = [
        Self::Brevo,
        Self::HubSpot,
        Self::Listmonk,
        Self::Mailchimp,
        Self::Mautic,
        Self::Salesforce,
        Self::Shopify,
        Self::WooCommerce,
        Self::List,
    ];

    /// The word of the command-line contract.
    pub fn word(self) -> &'static str {
        match self {
            Self::Brevo => "brevo",
            Self::HubSpot => "hubspot",
            Self::Listmonk => "listmonk",
            Self::Mailchimp => "mailchimp",
            Self::Mautic => "mautic",
            Self::Salesforce => "salesforce",
            Self::Shopify => "shopify",
            Self::WooCommerce => "woocommerce",
            Self::List => "list",
        }
    }

    /// The system of a contract word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|system| system.word() == word)
    }
}
