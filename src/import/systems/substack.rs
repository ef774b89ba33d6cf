//! Substack: the subscriber list. Who pays is no question of consent, and who left is not in it.

use super::{Known, Layout, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::{Category, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("active_subscription", 60),
        ("email_disabled", 60),
        ("first_payment_at", 30),
        ("expiry", 20),
        ("plan", 5),
        ("created_at", 3),
        ("email", 2),
    ],
    needs: &["active_subscription", "email_disabled"],
    names: &[("email_list", 20), ("substack", 20)],
    columns: COLUMNS,
    writes_utc: true,
    dates: Some(DateOrder::Plain),
    lacks: "lacks-substack",
    ..Layout::new(System::Substack, "subscriber export")
}];

const COLUMNS: &[Known] = &[
    known("email", Field::Email, "Substack's own name for the address"),
    known("name", Field::FullName, "Substack's own name for the whole name"),
    nothing("active_subscription", Category::Behaviour, "whether the person pays; false means free, not unsubscribed"),
    nothing("expiry", Category::Behaviour, "until when the person paid"),
    nothing("plan", Category::Behaviour, "how the person pays"),
    known(
        "email_disabled",
        Field::DoNotEmail,
        "Substack's own name for who gets no mail: turned off, or bounced; false is no consent",
    )
    .inverted(),
    known("created_at", Field::CreatedAt, "when the subscriber was added, also by an import; no consent date"),
    nothing("first_payment_at", Category::Behaviour, "when the person first paid"),
];
