//! EmailOctopus: one file for each state of a list, with columns that any list may have.

use super::{Known, Layout, remembered};
use crate::vocabulary::{ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[("Last updated", 20), ("Date added", 15), ("Email address", 10), ("Status", 5), ("Tags", 5)],
    names: &[("emailoctopus", 60), ("email octopus", 60), ("email-octopus", 60)],
    columns: COLUMNS,
    lacks: "lacks-emailoctopus",
    ..Layout::remembered(System::EmailOctopus, "list export")
}];

const COLUMNS: &[Known] = &[
    remembered("Email address", Field::Email, "EmailOctopus's name for the address"),
    remembered("First name", Field::FirstName, "EmailOctopus's name for the first name"),
    remembered("Last name", Field::LastName, "EmailOctopus's name for the last name"),
    remembered("Tags", Field::Tags, "EmailOctopus's name for tags"),
    remembered("Status", Field::Status, "EmailOctopus's state of the subscription").saying(&[
        ("SUBSCRIBED", ConsentStatus::Given),
        ("UNSUBSCRIBED", ConsentStatus::Withdrawn),
        ("PENDING", ConsentStatus::Pending),
    ]),
    remembered(
        "Date added",
        Field::CreatedAt,
        "when the contact was added, by a form or by an import; no consent date",
    ),
    remembered("Last updated", Field::UpdatedAt, "EmailOctopus's name for the last change"),
];
