//! 4Dem, formerly MailChef: Italian columns that any list may have, so only the name of a file makes them 4Dem's.

use super::{Known, Layout, remembered};
use crate::vocabulary::{ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("data_iscrizione", 25),
        ("ip_iscrizione", 25),
        ("data_disiscrizione", 20),
        ("data_conferma", 15),
        ("sorgente", 10),
    ],
    names: &[("4dem", 60), ("mailchef", 60)],
    columns: COLUMNS,
    lacks: "lacks-4dem",
    ..Layout::remembered(System::FourDem, "contacts export")
}];

const COLUMNS: &[Known] = &[
    remembered("email", Field::Email, "4Dem's name for the address"),
    remembered("nome", Field::FirstName, "4Dem's name for the first name"),
    remembered("cognome", Field::LastName, "4Dem's name for the last name"),
    remembered("stato", Field::Status, "4Dem's state of the subscription").saying(&[
        ("Iscritto", ConsentStatus::Given),
        ("Non confermato", ConsentStatus::Pending),
        ("Disiscritto", ConsentStatus::Withdrawn),
        ("Errore", ConsentStatus::Bounced),
        ("Bounce", ConsentStatus::Bounced),
        ("Errore/Bounce", ConsentStatus::Bounced),
    ]),
    remembered("data_iscrizione", Field::ConsentAt, "4Dem's name for when the person signed up"),
    remembered("ip_iscrizione", Field::ConsentIp, "4Dem's name for the address the person signed up from"),
    remembered("data_conferma", Field::ConfirmedAt, "4Dem's name for when the person confirmed"),
    remembered("data_disiscrizione", Field::UnsubscribedAt, "4Dem's name for when the person unsubscribed"),
    remembered("sorgente", Field::ConsentSource, "4Dem's name for where the contact came from"),
];
