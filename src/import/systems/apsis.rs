//! Apsis One and Apsis Pro: consent is kept per topic; what a file shows of it depends on who exported.

use super::{Known, Layout, remembered};
use crate::vocabulary::{ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[("Opt-out date", 20), ("Opt-out reason", 20), ("Double opt-in", 20)],
    names: &[("apsis", 60)],
    columns: COLUMNS,
    lacks: "lacks-apsis",
    ..Layout::remembered(System::Apsis, "profiles export")
}];

const COLUMNS: &[Known] = &[
    remembered("Email", Field::Email, "Apsis's name for the address"),
    remembered("Name", Field::FullName, "Apsis's name for the whole name"),
    remembered("Created", Field::CreatedAt, "Apsis's name for when the profile was made; no consent date"),
    remembered("Updated", Field::UpdatedAt, "Apsis's name for the last change"),
    remembered("Opt-out date", Field::UnsubscribedAt, "Apsis's name for when the person opted out"),
    remembered("Opt-out reason", Field::UnsubscribeReason, "Apsis's name for why the person opted out"),
    remembered("Consent status", Field::Status, "Apsis's state of the consent to a topic").saying(&[
        ("Consent given", ConsentStatus::Given),
        ("Opt-out", ConsentStatus::Withdrawn),
        ("Pending", ConsentStatus::Pending),
    ]),
];
