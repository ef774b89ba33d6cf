//! Ungapped: Swedish columns that any list may have, so only the name of a file makes them Ungapped's.

use super::{Known, Layout, remembered};
use crate::vocabulary::{ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[("Prenumerationer", 20), ("Samtycke datum", 15), ("Samtycke", 5), ("Skapad", 5)],
    names: &[("ungapped", 60)],
    columns: COLUMNS,
    lacks: "lacks-ungapped",
    ..Layout::remembered(System::Ungapped, "contacts export")
}];

const COLUMNS: &[Known] = &[
    remembered("E-post", Field::Email, "Ungapped's name for the address"),
    remembered("Förnamn", Field::FirstName, "Ungapped's name for the first name"),
    remembered("Efternamn", Field::LastName, "Ungapped's name for the last name"),
    remembered("Telefon", Field::Phone, "Ungapped's name for the telephone number"),
    remembered("Status", Field::Status, "Ungapped's state of the contact").saying(&[
        ("Aktiv", ConsentStatus::Given),
        ("Avregistrerad", ConsentStatus::Withdrawn),
        ("Studsad", ConsentStatus::Bounced),
        ("Spärrad", ConsentStatus::Suppressed),
    ]),
    remembered("Skapad", Field::CreatedAt, "when the contact was made; no consent date"),
    remembered("Prenumerationer", Field::Lists, "Ungapped's name for the lists a person is on; no payment plan"),
    remembered("Samtycke", Field::OptinEmail, "Ungapped's name for the consent"),
    remembered("Samtycke datum", Field::ConsentAt, "Ungapped's name for when the consent was given"),
];
