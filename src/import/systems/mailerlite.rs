//! MailerLite: subscribers of one status at a time. The window's export says which in the file's name at best; the columns
//! of its programming interface carry it.

use super::{Evidence, Known, Layout, Missing, Of, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::{Category, ConsentStatus, Field, System};

const LACKS: &str = "lacks-mailerlite";
const SIGNED_UP: &str = "MailerLite's own name for when the person signed up; also of people who have left since";
const NAMES: &[(&str, i32)] = &[("mailerlite", 40), ("mailer lite", 40), ("mailer_lite", 40), ("mailer-lite", 40)];
const STATES: &[(&str, ConsentStatus)] = &[
    ("active", ConsentStatus::Given),
    ("subscribed", ConsentStatus::Given),
    ("unsubscribed", ConsentStatus::Withdrawn),
    ("unconfirmed", ConsentStatus::Pending),
    ("bounced", ConsentStatus::Bounced),
    ("junk", ConsentStatus::Complained),
    ("spam", ConsentStatus::Complained),
];

const NAMELESS: &[Missing] = &[Missing { of: Of::NoState, ..Missing::until("lacks-mailerlite-name", &[]) }];

pub(crate) const LAYOUTS: &[Layout] = &[
    Layout {
        signs: &[
            ("opted_in_at", 60),
            ("optin_ip", 50),
            ("subscribed_at", 25),
            ("unsubscribed_at", 20),
            ("ip_address", 15),
            ("forget_at", 15),
            ("deleted_at", 5),
            ("status", 5),
            ("email", 3),
        ],
        needs: &["opted_in_at", "optin_ip"],
        names: NAMES,
        columns: INTERFACE,
        state_in_name: true,
        state_words: STATES,
        dates: Some(DateOrder::Plain),
        lacks: LACKS,
        ..Layout::new(System::MailerLite, "subscribers with the names of the programming interface")
    },
    // The titles of the window's export are known by hearsay: all of them together are nobody else's.
    Layout {
        signs: &[
            ("Confirmation IP", 30),
            ("Confirmation timestamp", 20),
            ("Signup timestamp", 20),
            ("Signup IP", 15),
            ("Subscriber", 15),
            ("Sent", 8),
            ("Opens", 8),
            ("Clicks", 8),
        ],
        needs: &["Confirmation IP"],
        names: NAMES,
        columns: TITLES,
        state_in_name: true,
        state_words: STATES,
        dates: Some(DateOrder::Plain),
        lacks: LACKS,
        lacks_until: NAMELESS,
        ..Layout::new(System::MailerLite, "subscribers export, all columns")
    },
    Layout {
        evidence: Evidence::Memory,
        signs: &[
            ("Subscriber", 20),
            ("Sent", 15),
            ("Opens", 15),
            ("Clicks", 15),
            ("Subscribed", 15),
            ("Signup IP", 20),
            ("Signup timestamp", 25),
            ("Confirmation IP", 20),
            ("Confirmation timestamp", 25),
            ("Unsubscribed", 10),
            ("Location", 5),
            ("Last name", 3),
        ],
        needs: &["Subscriber", "Signup timestamp", "Confirmation timestamp"],
        names: NAMES,
        columns: TITLES,
        state_in_name: true,
        state_words: STATES,
        dates: Some(DateOrder::Plain),
        lacks: LACKS,
        lacks_until: NAMELESS,
        ..Layout::new(System::MailerLite, "subscribers export")
    },
];

const INTERFACE: &[Known] = &[
    known("id", Field::ExternalId, "MailerLite's own id of the subscriber"),
    known("email", Field::Email, "MailerLite's own name for the address"),
    known("status", Field::Status, "MailerLite's own name for the status").saying(STATES),
    known("source", Field::ConsentSource, "where MailerLite says the subscriber came from"),
    nothing("sent", Category::Behaviour, "a number of messages"),
    nothing("opens_count", Category::Behaviour, "a number of openings"),
    nothing("clicks_count", Category::Behaviour, "a number of clicks"),
    known("ip_address", Field::ConsentIp, "MailerLite's own name for the address the person signed up from"),
    known("subscribed_at", Field::ConsentAt, SIGNED_UP).no_is_unknown(),
    known("opted_in_at", Field::ConfirmedAt, "MailerLite's own name for the time of confirmation"),
    known("optin_ip", Field::ConfirmedIp, "MailerLite's own name for the address the confirmation came from"),
    known("unsubscribed_at", Field::UnsubscribedAt, "MailerLite's own name for the time of unsubscribing"),
    known("created_at", Field::CreatedAt, "MailerLite's own name for when the subscriber was added; no consent date"),
    known("updated_at", Field::UpdatedAt, "MailerLite's own name for the last change"),
    known("name", Field::FirstName, "MailerLite's own name for the first name").less_sure(0.9),
    known("last_name", Field::LastName, "MailerLite's own name for the last name"),
    known("groups", Field::Lists, "MailerLite's own name for groups"),
];

const TITLES: &[Known] = &[
    known("Subscriber", Field::Email, "MailerLite's own name for the address"),
    known("Email", Field::Email, "MailerLite's own name for the address"),
    nothing("Sent", Category::Behaviour, "a number of messages"),
    nothing("Opens", Category::Behaviour, "a number of openings"),
    nothing("Clicks", Category::Behaviour, "a number of clicks"),
    known("Subscribed", Field::ConsentAt, SIGNED_UP).no_is_unknown(),
    nothing("Location", Category::Behaviour, "a place guessed from the IP address"),
    known("Name", Field::FirstName, "MailerLite's own name for the first name").less_sure(0.9),
    known("Last name", Field::LastName, "MailerLite's own name for the last name"),
    known("Company", Field::Company, "MailerLite's own name for the company"),
    known("Country", Field::Country, "MailerLite's own name for the country"),
    known("City", Field::City, "MailerLite's own name for the town"),
    known("Phone", Field::Phone, "MailerLite's own name for the telephone number"),
    nothing("State", Category::Identity, "a region, not a state of a subscription"),
    known("Zip", Field::Postcode, "MailerLite's own name for the postal code"),
    known("Signup IP", Field::ConsentIp, "MailerLite's own name for the address the person signed up from"),
    known("Signup timestamp", Field::ConsentAt, SIGNED_UP).no_is_unknown().less_sure(0.97),
    known("Confirmation IP", Field::ConfirmedIp, "MailerLite's own name for the address the confirmation came from"),
    known("Confirmation timestamp", Field::ConfirmedAt, "MailerLite's own name for the time of confirmation"),
    known("Unsubscribed", Field::UnsubscribedAt, "MailerLite's own name for the time of unsubscribing"),
];
