//! Ghost: members. No wording and no confirmation is exported, though people sign up by a link they are sent.

use super::{Known, Layout, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::ConsentStatus::{Given, Withdrawn};
use crate::vocabulary::{Category, Channel, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("subscribed_to_emails", 70),
        ("complimentary_plan", 50),
        ("stripe_customer_id", 25),
        ("deleted_at", 15),
        ("tiers", 15),
        ("products", 10),
        ("gift_id", 10),
        ("labels", 10),
        ("note", 5),
        ("created_at", 3),
        ("email", 2),
    ],
    needs: &["subscribed_to_emails", "complimentary_plan"],
    names: &[("ghost", 10), ("members", 5)],
    columns: COLUMNS,
    writes_utc: true,
    dates: Some(DateOrder::Plain),
    lacks: "lacks-ghost",
    ..Layout::new(System::Ghost, "members export")
}];

const COLUMNS: &[Known] = &[
    known("id", Field::ExternalId, "Ghost's own id of the member"),
    known("email", Field::Email, "Ghost's own name for the address"),
    known("name", Field::FullName, "Ghost's own name for the whole name"),
    known("note", Field::Notes, "Ghost's own name for notes"),
    known(
        "subscribed_to_emails",
        Field::Status,
        "Ghost's own name for the state of e-mail; false is unsubscribed or stopped, without a date",
    )
    .on(Channel::Email)
    .saying(&[("true", Given), ("false", Withdrawn), ("TRUE", Given), ("FALSE", Withdrawn)]),
    nothing("complimentary_plan", Category::Behaviour, "whether the member pays nothing; no consent"),
    known("stripe_customer_id", Field::CustomerId, "the member's id in Stripe"),
    known("created_at", Field::CreatedAt, "when the member was added, also by an import; no consent date"),
    known("deleted_at", Field::ErasedAt, "when the member was deleted").less_sure(0.7),
    known("labels", Field::Tags, "Ghost's own name for labels; those of an import name it"),
    nothing("tiers", Category::Behaviour, "what the member pays for"),
    nothing("products", Category::Behaviour, "what the member pays for"),
    nothing("gift_id", Category::Behaviour, "a subscription somebody gave"),
];
