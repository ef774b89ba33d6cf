//! What a column can mean.

use serde::{Deserialize, Serialize};

macro_rules! fields {
    ($($(#[doc = $doc:literal])* $name:ident = $word:literal, $category:ident;)*) => {
        /// The meaning of a column. The words are part of the command-line contract.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
        #[serde(rename_all = "snake_case")]
        #[repr(u8)]
        pub enum Field { $($(#[doc = $doc])* $name,)* }

        impl Field {
            /// Every field, in the order of the contract.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The word of the command-line contract.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// What kind of personal data it is, for the data inventory.
            pub fn category(self) -> Category {
                match self { $(Self::$name => Category::$category,)* }
            }

            /// The field of a contract word.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|field| field.word() == word)
            }
        }
    };
}

/// The kind of personal data a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Who the person is and how to reach them.
    Identity,
    /// What they agreed to, and its proof.
    Consent,
    /// What they did.
    Behaviour,
    /// Bookkeeping of the system.
    Technical,
    /// Health, belief, politics, origin, sexuality, biometrics (GDPR Art. 9).
    Special,
    /// None of these is known.
    Other,
}

impl Category {
    /// The word of the command-line contract.
    pub fn word(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Consent => "consent",
            Self::Behaviour => "behaviour",
            Self::Technical => "technical",
            Self::Special => "special",
            Self::Other => "other",
        }
    }
}

fields! {
    /// E-mail address.
    Email = "email", Identity;
    /// Telephone number.
    Phone = "phone", Identity;
    /// Given name.
    FirstName = "first_name", Identity;
    /// Family name.
    LastName = "last_name", Identity;
    /// Whole name in one cell.
    FullName = "full_name", Identity;
    /// Employer or firm.
    Company = "company", Identity;
    /// Country of the person.
    Country = "country", Identity;
    /// Language of the person.
    Language = "language", Identity;
    /// The system's own id of the person.
    ExternalId = "external_id", Identity;
    /// State of the subscription.
    Status = "status", Consent;
    /// Yes or no to e-mail.
    OptinEmail = "optin_email", Consent;
    /// Yes or no to text messages.
    OptinSms = "optin_sms", Consent;
    /// Yes or no to calls.
    OptinPhone = "optin_phone", Consent;
    /// Yes or no to letters.
    OptinPost = "optin_post", Consent;
    /// When consent was given.
    ConsentAt = "consent_at", Consent;
    /// Until when it was given.
    ConsentUntil = "consent_until", Consent;
    /// Where it was given.
    ConsentSource = "consent_source", Consent;
    /// On which form.
    ConsentForm = "consent_form", Consent;
    /// At which address.
    ConsentUrl = "consent_url", Consent;
    /// From which IP address.
    ConsentIp = "consent_ip", Consent;
    /// By which act.
    ConsentMethod = "consent_method", Consent;
    /// Which wording was shown.
    WordingVersion = "wording_version", Consent;
    /// The wording itself.
    WordingText = "wording_text", Consent;
    /// When a double opt-in was confirmed.
    ConfirmedAt = "confirmed_at", Consent;
    /// From which IP address it was confirmed.
    ConfirmedIp = "confirmed_ip", Consent;
    /// When the person unsubscribed.
    UnsubscribedAt = "unsubscribed_at", Consent;
    /// Why.
    UnsubscribeReason = "unsubscribe_reason", Consent;
    /// Whether the address bounced.
    Bounced = "bounced", Technical;
    /// When it bounced.
    BouncedAt = "bounced_at", Technical;
    /// Whether the person complained.
    Complained = "complained", Consent;
    /// When.
    ComplaintAt = "complaint_at", Consent;
    /// When the data was erased.
    ErasedAt = "erased_at", Consent;
    /// Opt-out of e-mail.
    DoNotEmail = "do_not_email", Consent;
    /// Opt-out of text messages.
    DoNotSms = "do_not_sms", Consent;
    /// Opt-out of calls.
    DoNotCall = "do_not_call", Consent;
    /// Opt-out of letters.
    DoNotPost = "do_not_post", Consent;
    /// Lawful basis as recorded.
    LegalBasis = "legal_basis", Consent;
    /// What the data is used for.
    Purpose = "purpose", Consent;
    /// The legal entity or brand.
    Controller = "controller", Consent;
    /// Last act of any kind.
    LastActivityAt = "last_activity_at", Behaviour;
    /// Last opening of a message. No act of the person.
    LastOpenAt = "last_open_at", Behaviour;
    /// Last click.
    LastClickAt = "last_click_at", Behaviour;
    /// Last message sent.
    LastSentAt = "last_sent_at", Behaviour;
    /// When the record was made. Not when consent was given.
    CreatedAt = "created_at", Technical;
    /// When it was last changed.
    UpdatedAt = "updated_at", Technical;
    /// When it was imported.
    ImportedAt = "imported_at", Technical;
    /// When the person last bought.
    PurchaseAt = "purchase_at", Behaviour;
    /// Date of birth.
    BirthDate = "birth_date", Identity;
    /// Tags.
    Tags = "tags", Behaviour;
    /// Lists, groups, segments.
    Lists = "lists", Behaviour;
    /// Points or rating.
    Score = "score", Behaviour;
    /// Free text.
    Notes = "notes", Other;
    /// Street address.
    Address = "address", Identity;
    /// Postal code.
    Postcode = "postcode", Identity;
    /// Town.
    City = "city", Identity;
    /// Customer number shared between systems.
    CustomerId = "customer_id", Identity;
    /// Number of an order.
    OrderId = "order_id", Behaviour;
    /// A column that is left out on purpose.
    Ignored = "ignored", Other;
}
