//! Klaviyo: lists and segments, and the export of suppressed profiles. A profile can be subscribed and suppressed.

use super::{Channels, Known, Layout, Missing, Supply, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::ConsentStatus::{Bounced, Complained, Given, Suppressed, Unknown, Withdrawn};
use crate::vocabulary::{Category, Channel, ConsentStatus, Field, System};

const STATES: &[(&str, ConsentStatus)] = &[
    ("SUBSCRIBED", Given),
    ("UNSUBSCRIBED", Withdrawn),
    ("NEVER_SUBSCRIBED", Unknown),
    ("Subscribe", Given),
    ("Unsubscribed", Withdrawn),
];
const REASONS: &[(&str, ConsentStatus)] = &[
    ("UNSUBSCRIBED", Withdrawn),
    ("UNSUBSCRIBE", Withdrawn),
    ("USER_SUPPRESSED", Suppressed),
    ("SPAM_COMPLAINT", Complained),
    ("HARD_BOUNCE", Bounced),
    ("INVALID_EMAIL", Bounced),
];

pub(crate) const LAYOUTS: &[Layout] = &[
    Layout {
        signs: &[
            ("Klaviyo ID", 100),
            ("Email Marketing Consent", 50),
            ("Email Marketing Consent Timestamp", 40),
            ("SMS Marketing Consent", 20),
            ("Email Suppressions", 40),
            ("Profile Created On", 40),
            ("Historic Customer Lifetime Value", 40),
            ("Predicted Customer Lifetime Value", 40),
            ("Total Customer Lifetime Value", 30),
            ("Historic Number Of Orders", 30),
            ("Average Days Between Orders", 25),
            ("First Active", 15),
            ("Last Active", 5),
            ("State / Region", 10),
            ("Date Added", 5),
            ("$consent", 30),
            ("$consent_method", 20),
            ("$consent_form_id", 40),
            ("$consent_form_version", 40),
            ("$consent_timestamp", 20),
            ("Email", 2),
        ],
        needs: &[
            "Klaviyo ID",
            "Email Marketing Consent",
            "Email Suppressions",
            "Profile Created On",
            "Predicted Customer Lifetime Value",
            "$consent_form_id",
            "$consent_form_version",
        ],
        names: &[("klaviyo", 20)],
        columns: PROFILES,
        dates: Some(DateOrder::Plain),
        lacks: "lacks-klaviyo",
        ..Layout::new(System::Klaviyo, "list or segment export")
    },
    Layout {
        // Its names are anybody's, in changing case: the name of the file, or the reasons, have to say the rest.
        signs: &[
            ("Email", 10),
            ("reason", 20),
            ("Reason", 20),
            ("timestamp", 20),
            ("Timestamp", 20),
            ("Klaviyo ID", 70),
        ],
        needs: &["reason"],
        names: &[("suppress", 40), ("klaviyo", 40)],
        cells: &[(
            "reason",
            &["UNSUBSCRIBED", "UNSUBSCRIBE", "USER_SUPPRESSED", "SPAM_COMPLAINT", "HARD_BOUNCE", "INVALID_EMAIL"],
            60,
        )],
        columns: SUPPRESSED,
        dates: Some(DateOrder::Plain),
        lacks_until: &[Missing::until("lacks-klaviyo-suppressions", &[Supply::Export(&["list or segment export"])])],
        ..Layout::new(System::Klaviyo, "suppressed profiles")
    },
];

const PROFILES: &[Known] = &[
    known("Email", Field::Email, "Klaviyo's own name for the address"),
    known("Klaviyo ID", Field::ExternalId, "Klaviyo's own id of the profile"),
    known("First Name", Field::FirstName, "Klaviyo's own name for the first name"),
    known("Last Name", Field::LastName, "Klaviyo's own name for the last name"),
    known("Organization", Field::Company, "Klaviyo's own name for the company"),
    nothing("Title", Category::Identity, "a job title"),
    known("Phone Number", Field::Phone, "Klaviyo's own name for the telephone number"),
    known("Address", Field::Address, "Klaviyo's own name for the street"),
    known("Address 2", Field::Address, "Klaviyo's own name for the second line of the address"),
    known("City", Field::City, "Klaviyo's own name for the town"),
    nothing("State / Region", Category::Identity, "a region"),
    known("Country", Field::Country, "Klaviyo's own name for the country"),
    known("Zip Code", Field::Postcode, "Klaviyo's own name for the postal code"),
    nothing("Latitude", Category::Behaviour, "a place guessed from the IP address"),
    nothing("Longitude", Category::Behaviour, "a place guessed from the IP address"),
    known("Source", Field::ConsentSource, "Klaviyo's own name for where the profile came from"),
    known("$source", Field::ConsentSource, "Klaviyo's own name for where the profile came from"),
    known("IP Address", Field::ConsentIp, "Klaviyo's own name for the address the person signed up from"),
    known("Email Marketing Consent", Field::Status, "Klaviyo's own name for the state of e-mail; never is no refusal")
        .on(Channel::Email)
        .saying(STATES),
    known(
        "Email Marketing Consent Timestamp",
        Field::ConsentAt,
        "Klaviyo's own name for when the state of e-mail was recorded; it may be empty",
    )
    .on(Channel::Email),
    known("SMS Marketing Consent", Field::OptinSms, "Klaviyo's own name for the state of text messages")
        .no_is_unknown()
        .saying(STATES),
    known(
        "SMS Marketing Consent Timestamp",
        Field::ConsentAt,
        "Klaviyo's own name for when the state of text messages was recorded",
    )
    .on(Channel::Sms),
    known(
        "Email Suppressions",
        Field::DoNotEmail,
        "why Klaviyo writes no e-mail to the profile, even to one that is subscribed; none is no consent",
    )
    .inverted()
    .saying(REASONS),
    nothing("Historic Customer Lifetime Value", Category::Behaviour, "what the customer spent"),
    nothing("Total Customer Lifetime Value", Category::Behaviour, "what the customer spent and is thought to spend"),
    nothing("Predicted Customer Lifetime Value", Category::Behaviour, "what the customer is thought to spend"),
    nothing("Average Order Value", Category::Behaviour, "what an order was worth on average"),
    nothing("Historic Number Of Orders", Category::Behaviour, "how often the customer bought"),
    nothing("Average Days Between Orders", Category::Behaviour, "how often the customer bought"),
    nothing("First Active", Category::Behaviour, "when the profile was first active"),
    known("Last Active", Field::LastActivityAt, "Klaviyo's own name for the last activity"),
    known("Profile Created On", Field::CreatedAt, "when the profile was made; no consent date"),
    known("Date Added", Field::CreatedAt, "when the profile came onto the list; no consent date").less_sure(0.8),
    known("Last Open", Field::LastOpenAt, "Klaviyo's own name for the last opening"),
    known("Last Click", Field::LastClickAt, "Klaviyo's own name for the last click"),
    nothing(
        "$consent",
        Category::Consent,
        "the channels a form was agreed to for; where a column has the state, that counts",
    )
    .naming(Channels::Agreed),
    known("$consent_method", Field::ConsentMethod, "Klaviyo's own name for how consent was taken"),
    known("$consent_form_id", Field::ConsentForm, "Klaviyo's own name for the form"),
    known("$consent_form_version", Field::WordingVersion, "Klaviyo's own name for the version of the form"),
    known("$consent_timestamp", Field::ConsentAt, "Klaviyo's own name for when consent was taken"),
];

const SUPPRESSED: &[Known] = &[
    known("Email", Field::Email, "Klaviyo's own name for the address"),
    known("Klaviyo ID", Field::ExternalId, "Klaviyo's own id of the profile"),
    known("reason", Field::Status, "why Klaviyo writes no e-mail to the profile").on(Channel::Email).saying(REASONS),
    // A date of leaving would turn every bounce into a refusal: it is what the reason makes it.
    known("timestamp", Field::UpdatedAt, "when the profile was suppressed, for whatever reason").dating_the_state(),
];
