//! Mailtrain: the subscriptions of a list. The database knows when and from where people agreed, the export does not.

use super::{Known, Layout, known, nothing};
use crate::vocabulary::ConsentStatus::{Bounced, Complained, Given, Withdrawn};
use crate::vocabulary::{Category, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[("HASH_EMAIL", 60), ("cid", 40), ("status", 10), ("EMAIL", 5)],
    needs: &["HASH_EMAIL"],
    names: &[("mailtrain", 20), ("subscriptions", 10)],
    columns: COLUMNS,
    lacks: "lacks-mailtrain",
    ..Layout::new(System::Mailtrain, "subscriptions export")
}];

const COLUMNS: &[Known] = &[
    known("cid", Field::ExternalId, "Mailtrain's own id of the subscription"),
    known("status", Field::Status, "Mailtrain's own name for the state of the subscription").saying(&[
        ("subscribed", Given),
        ("unsubscribed", Withdrawn),
        ("bounced", Bounced),
        ("complained", Complained),
    ]),
    nothing("HASH_EMAIL", Category::Technical, "a fingerprint of the address, kept where the address was erased"),
    known("EMAIL", Field::Email, "Mailtrain's own name for the address; empty if it was erased"),
    known("FIRST_NAME", Field::FirstName, "a usual name for the first name"),
    known("LAST_NAME", Field::LastName, "a usual name for the last name"),
];
