//! Pipedrive: people, every column named `Person - …`; a contact that nobody asked has the status “No consent”.

use super::{Known, Layout, known, nothing};
use crate::vocabulary::{Category, ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("Person - Marketing status", 60),
        ("Person - Double opt-in", 50),
        ("Person - Email - Work", 50),
        ("Person - Email - Home", 30),
        ("Person - Email - Other", 30),
        ("Person - Phone - Work", 40),
        ("Person - Phone - Mobile", 25),
        ("Person - Phone - Home", 20),
        ("Person - Phone - Other", 20),
        ("Person - Person created", 50),
        ("Person - Created", 20),
        ("Person - Organization", 25),
        ("Person - Owner", 25),
        ("Person - ID", 20),
        ("Person - Name", 15),
        ("Person - Label", 15),
        ("Person - Labels", 15),
        ("Person - First name", 10),
        ("Person - Last name", 10),
    ],
    names: &[("pipedrive", 30)],
    columns: COLUMNS,
    lacks: "lacks-pipedrive",
    ..Layout::new(System::Pipedrive, "people export")
}];

const COLUMNS: &[Known] = &[
    known("Person - ID", Field::ExternalId, "Pipedrive's own number of the person"),
    known("Person - Name", Field::FullName, "Pipedrive's own name for the whole name"),
    known("Person - First name", Field::FirstName, "Pipedrive's own name for the first name"),
    known("Person - Last name", Field::LastName, "Pipedrive's own name for the last name"),
    known("Person - Organization", Field::Company, "Pipedrive's own name for the company"),
    nothing("Person - Organization ID", Category::Technical, "the number of the person's company"),
    known("Person - Label", Field::Tags, "Pipedrive's own name for labels"),
    known("Person - Labels", Field::Tags, "Pipedrive's own name for labels"),
    known("Person - Email", Field::Email, "Pipedrive's own name for the address"),
    known("Person - Email - Work", Field::Email, "Pipedrive's own name for the address at work"),
    known("Person - Email - Home", Field::Email, "Pipedrive's own name for the private address").less_sure(0.9),
    known("Person - Email - Other", Field::Email, "Pipedrive's own name for another address").less_sure(0.85),
    known("Person - Phone", Field::Phone, "Pipedrive's own name for the telephone number"),
    known("Person - Phone - Work", Field::Phone, "Pipedrive's own name for the number at work"),
    known("Person - Phone - Mobile", Field::Phone, "Pipedrive's own name for the mobile number").less_sure(0.95),
    known("Person - Phone - Home", Field::Phone, "Pipedrive's own name for the private number").less_sure(0.9),
    known("Person - Phone - Other", Field::Phone, "Pipedrive's own name for another number").less_sure(0.85),
    nothing("Person - Owner", Category::Technical, "the colleague in charge, not the person"),
    nothing("Person - Visible to", Category::Technical, "who may see the record"),
    known(
        "Person - Marketing status",
        Field::Status,
        "Pipedrive's own name for the state of the e-mail subscription; “No consent” says that nobody has agreed yet",
    )
    .saying(&[
        ("Subscribed", ConsentStatus::Given),
        ("Unsubscribed", ConsentStatus::Withdrawn),
        ("No consent", ConsentStatus::Unknown),
        ("no_consent", ConsentStatus::Unknown),
        ("Archived", ConsentStatus::Unknown),
        ("Bounced", ConsentStatus::Bounced),
    ]),
    known(
        "Person - Double opt-in",
        Field::ConsentMethod,
        "Pipedrive's own name for a confirmed double opt-in; no is unknown",
    )
    .no_is_unknown(),
    known(
        "Person - Person created",
        Field::CreatedAt,
        "Pipedrive's own name for when the person was added; no consent date",
    ),
    known("Person - Created", Field::CreatedAt, "Pipedrive's own name for when the person was added; no consent date"),
    known("Person - Update time", Field::UpdatedAt, "Pipedrive's own name for the last change"),
    known("Person - Notes", Field::Notes, "Pipedrive's own name for notes"),
    nothing("Person - Last activity date", Category::Behaviour, "when a colleague last did something, not the person"),
    nothing("Person - Last email sent", Category::Behaviour, "when a colleague last wrote"),
    nothing("Person - Next activity date", Category::Behaviour, "what a colleague plans"),
];
