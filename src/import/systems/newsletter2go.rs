//! Newsletter2Go, which became a part of Brevo in 2020: only older files, with the pairs of date and address of a
//! double opt-in.

use super::{Known, Layout, nothing, remembered};
use crate::vocabulary::{Category, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("is_blacklisted", 35),
        ("is_unsubscribed", 30),
        ("unsubscribe_at", 20),
        ("registration_ip", 20),
        ("activation_ip", 20),
        ("registration_date", 10),
        ("activation_date", 10),
    ],
    needs: &["is_blacklisted", "is_unsubscribed"],
    names: &[("newsletter2go", 60)],
    columns: COLUMNS,
    lacks: "lacks-newsletter2go",
    ..Layout::remembered(System::Newsletter2Go, "recipients export")
}];

const COLUMNS: &[Known] = &[
    remembered("email", Field::Email, "Newsletter2Go's name for the address"),
    remembered("first_name", Field::FirstName, "Newsletter2Go's name for the first name"),
    remembered("last_name", Field::LastName, "Newsletter2Go's name for the last name"),
    nothing("gender", Category::Identity, "a form of address").less_sure(0.7),
    remembered("phone", Field::Phone, "Newsletter2Go's name for the telephone number"),
    remembered("is_unsubscribed", Field::DoNotEmail, "Newsletter2Go's name for unsubscribed; no is no consent")
        .inverted(),
    remembered("is_blacklisted", Field::DoNotEmail, "Newsletter2Go's name for blocked; no is no consent").inverted(),
    remembered("unsubscribe_at", Field::UnsubscribedAt, "Newsletter2Go's name for when the person unsubscribed"),
    remembered("registration_date", Field::CreatedAt, "when the person registered; who did not confirm did not agree"),
    remembered("registration_ip", Field::ConsentIp, "the address the sign-up form was sent from"),
    remembered("activation_date", Field::ConfirmedAt, "when the person confirmed"),
    remembered("activation_ip", Field::ConfirmedIp, "the address the confirmation came from"),
];
