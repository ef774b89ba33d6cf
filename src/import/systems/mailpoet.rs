//! MailPoet: one row per person and list. Its headers are in the language of the WordPress installation.

use super::{Known, Layout, known};
use crate::import::DateOrder;
use crate::vocabulary::ConsentStatus::{Bounced, Given, Pending, Unknown, Withdrawn};
use crate::vocabulary::{ConsentStatus, Field, System};

/// An inactive subscriber opened nothing for long: MailPoet pauses, the person said nothing.
const STATES: &[(&str, ConsentStatus)] = &[
    ("subscribed", Given),
    ("unconfirmed", Pending),
    ("unsubscribed", Withdrawn),
    ("inactive", Unknown),
    ("bounced", Bounced),
];

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("Global status", 60),
        ("List status", 40),
        ("Subscription IP", 30),
        ("Confirmation IP", 30),
        ("Subscription time", 25),
        ("Confirmation time", 25),
        ("First name", 3),
        ("Last name", 3),
        ("Email", 2),
        ("List", 2),
    ],
    // MailPoet makes the name; in another language than English it is all that stays.
    names: &[("mailpoet_export_", 100), ("mailpoet", 20)],
    columns: COLUMNS,
    dates: Some(DateOrder::Plain),
    lacks: "lacks-mailpoet",
    ..Layout::new(System::MailPoet, "subscribers export")
}];

const COLUMNS: &[Known] = &[
    known("Email", Field::Email, "MailPoet's own name for the address"),
    known("First name", Field::FirstName, "MailPoet's own name for the first name"),
    known("Last name", Field::LastName, "MailPoet's own name for the last name"),
    known("Subscription IP", Field::ConsentIp, "MailPoet's own name for the address the form was sent from"),
    known(
        "Subscription time",
        Field::CreatedAt,
        "when MailPoet made the record, also of people who were imported; no consent date",
    ),
    known("Confirmation time", Field::ConfirmedAt, "MailPoet's own name for the time of confirmation"),
    known("Confirmation IP", Field::ConfirmedIp, "MailPoet's own name for the address the confirmation came from"),
    known("List status", Field::Status, "MailPoet's state of the person on the list of the row").saying(STATES),
    known("Global status", Field::Status, "MailPoet's state of the person on all lists").saying(STATES),
    known("List", Field::Lists, "the list of the row; a person has a row for each"),
];
