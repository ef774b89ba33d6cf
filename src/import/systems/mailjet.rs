//! Mailjet: one file for each state of a contact list. Excluded is who no campaign of the account reaches.

use super::{Known, Layout, remembered};
use crate::vocabulary::{Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("IsExcludedFromCampaigns", 70),
        ("IsUnsubscribed", 30),
        ("UnsubscribedAt", 10),
        ("SubscribedAt", 10),
        ("CreatedAt", 5),
    ],
    needs: &["IsExcludedFromCampaigns"],
    names: &[("mailjet", 60)],
    columns: COLUMNS,
    lacks: "lacks-mailjet",
    ..Layout::remembered(System::Mailjet, "contact list export")
}];

const COLUMNS: &[Known] = &[
    remembered("email", Field::Email, "Mailjet's name for the address"),
    remembered("name", Field::FullName, "Mailjet's name for the whole name"),
    remembered("IsUnsubscribed", Field::DoNotEmail, "Mailjet's name for unsubscribed from the list; no is no consent")
        .inverted(),
    remembered("UnsubscribedAt", Field::UnsubscribedAt, "Mailjet's name for when the person unsubscribed"),
    remembered("SubscribedAt", Field::ConsentAt, "when the person came onto the list, by a form or by an import")
        .less_sure(0.6),
    remembered("CreatedAt", Field::CreatedAt, "when the contact was made; no consent date"),
    remembered(
        "IsExcludedFromCampaigns",
        Field::DoNotEmail,
        "Mailjet's name for excluded from every campaign; no is no consent",
    )
    .inverted(),
];
