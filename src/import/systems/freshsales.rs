//! Freshsales, also Freshworks CRM: one state for each channel, beside the state of a sale.

use super::{Known, Layout, nothing, remembered};
use crate::vocabulary::{Category, Channel, ConsentStatus, Field, System};

const STATES: &[(&str, ConsentStatus)] = &[
    ("Subscribed", ConsentStatus::Given),
    ("Unsubscribed", ConsentStatus::Withdrawn),
    ("Not subscribed", ConsentStatus::Unknown),
    ("Reported as spam", ConsentStatus::Complained),
    ("Bounced", ConsentStatus::Bounced),
];

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("WhatsApp subscription status", 35),
        ("SMS subscription status", 30),
        ("Subscription types", 30),
        ("Do not disturb", 30),
        ("Unsubscription reason", 20),
        ("Last contacted time", 15),
        ("Subscription status", 10),
        ("Lifecycle stage", 5),
    ],
    needs: &["Subscription types", "Do not disturb", "WhatsApp subscription status"],
    names: &[("freshsales", 60), ("freshworks", 60)],
    columns: COLUMNS,
    lacks: "lacks-freshsales",
    ..Layout::remembered(System::Freshsales, "contacts export")
}];

const COLUMNS: &[Known] = &[
    remembered("Id", Field::ExternalId, "Freshsales's id of the contact"),
    remembered("First name", Field::FirstName, "Freshsales's name for the first name"),
    remembered("Last name", Field::LastName, "Freshsales's name for the last name"),
    nothing("Job title", Category::Identity, "a job title").less_sure(0.7),
    remembered("Emails", Field::Email, "Freshsales's name for the addresses"),
    remembered("Work", Field::Phone, "Freshsales's name for the number at work").less_sure(0.6),
    remembered("Mobile", Field::Phone, "Freshsales's name for the mobile number"),
    remembered("Country", Field::Country, "Freshsales's name for the country"),
    nothing("Lifecycle stage", Category::Behaviour, "the state of a sale, not of a subscription").less_sure(0.7),
    nothing("Status", Category::Behaviour, "the state of a sale, not of a subscription").less_sure(0.7),
    remembered("Subscription status", Field::Status, "Freshsales's state of the e-mail subscription")
        .on(Channel::Email)
        .saying(STATES),
    remembered("SMS subscription status", Field::Status, "Freshsales's state of the text-message subscription")
        .on(Channel::Sms)
        .saying(STATES),
    remembered("WhatsApp subscription status", Field::Status, "Freshsales's state of the WhatsApp subscription")
        .on(Channel::Messenger)
        .saying(STATES),
    remembered("Subscription types", Field::Lists, "Freshsales's kinds of e-mail"),
    remembered("Unsubscription reason", Field::UnsubscribeReason, "Freshsales's name for why the person unsubscribed"),
    remembered("Do not disturb", Field::DoNotCall, "Freshsales's opt-out of calls; no is no consent")
        .on(Channel::PhoneLive)
        .inverted(),
    remembered("Created at", Field::CreatedAt, "when the contact was made; no consent date"),
    nothing("Last contacted time", Category::Behaviour, "when a colleague last wrote or called").less_sure(0.7),
    remembered("Source", Field::ConsentSource, "where Freshsales says the contact came from").less_sure(0.6),
    remembered("Tags", Field::Tags, "Freshsales's name for tags"),
];
