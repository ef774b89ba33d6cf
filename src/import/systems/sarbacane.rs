//! Sarbacane: three flags that only refuse, as French marketers name them in any list.

use super::{Known, Layout, remembered};
use crate::vocabulary::{Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[("NPAI", 25), ("Plainte", 20), ("Désinscrit", 20), ("Date d'ajout", 20)],
    names: &[("sarbacane", 60)],
    columns: COLUMNS,
    lacks: "lacks-sarbacane",
    ..Layout::remembered(System::Sarbacane, "contacts export")
}];

const COLUMNS: &[Known] = &[
    remembered("EMAIL", Field::Email, "Sarbacane's name for the address"),
    remembered("NOM", Field::LastName, "Sarbacane's name for the last name"),
    remembered("PRENOM", Field::FirstName, "Sarbacane's name for the first name"),
    remembered("Date d'ajout", Field::CreatedAt, "when the contact was added; no consent date"),
    remembered("Désinscrit", Field::DoNotEmail, "Sarbacane's name for unsubscribed; no is no consent").inverted(),
    remembered("NPAI", Field::Bounced, "Sarbacane's name for an address that bounced for good").inverted(),
    remembered("Plainte", Field::Complained, "Sarbacane's name for a complaint").inverted(),
];
