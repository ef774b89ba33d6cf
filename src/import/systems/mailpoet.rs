//! MailPoet: one row per person and list. Its headers are in the language of the WordPress installation.

use super::{Known, Layout, known};
use crate::import::DateOrder;
use crate::vocabulary::ConsentStatus::{Bounced, Given, Pending, Unknown, Withdrawn};
use crate::vocabulary::{ConsentStatus, Field, System};

const LACKS: &str = "lacks-mailpoet";

/// An inactive subscriber opened nothing for long: MailPoet pauses, the person said nothing.
const STATES: &[(&str, ConsentStatus)] = &[
    ("subscribed", Given),
    ("unconfirmed", Pending),
    ("unsubscribed", Withdrawn),
    ("inactive", Unknown),
    ("bounced", Bounced),
];

/// Beside the state on a list, that on all of them refuses and waits only: whoever left each list is still “subscribed”.
const GLOBAL_STATES: &[(&str, ConsentStatus)] = &[
    ("subscribed", Unknown),
    ("unconfirmed", Pending),
    ("unsubscribed", Withdrawn),
    ("inactive", Unknown),
    ("bounced", Bounced),
];

// MailPoet makes the name; in another language than English it is all that stays.
const NAMES: &[(&str, i32)] = &[("mailpoet_export_", 100), ("mailpoet", 20)];

/// Columns are chosen by the user: with a state on each list or without.
pub(crate) const LAYOUTS: &[Layout] = &[
    Layout {
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
        needs: &["List status"],
        names: NAMES,
        columns: BY_LIST,
        dates: Some(DateOrder::Plain),
        lacks: LACKS,
        ..Layout::new(System::MailPoet, "subscribers export by list")
    },
    Layout {
        signs: &[
            ("Global status", 60),
            ("Subscription IP", 30),
            ("Confirmation IP", 30),
            ("Subscription time", 25),
            ("Confirmation time", 25),
            ("First name", 3),
            ("Last name", 3),
            ("Email", 2),
            ("List", 2),
            ("List status", -100),
        ],
        names: NAMES,
        columns: BY_PERSON,
        dates: Some(DateOrder::Plain),
        lacks: LACKS,
        ..Layout::new(System::MailPoet, "subscribers export")
    },
];
const ADDRESS: Known = known("Email", Field::Email, "MailPoet's own name for the address");
const FIRST_NAME: Known = known("First name", Field::FirstName, "MailPoet's own name for the first name");
const LAST_NAME: Known = known("Last name", Field::LastName, "MailPoet's own name for the last name");
const IP: Known =
    known("Subscription IP", Field::ConsentIp, "MailPoet's own name for the address the form was sent from");
const SUBSCRIBED: Known = known(
    "Subscription time",
    Field::CreatedAt,
    "when MailPoet made the record, also of people who were imported; no consent date",
);
const CONFIRMED: Known =
    known("Confirmation time", Field::ConfirmedAt, "MailPoet's own name for the time of confirmation");
const CONFIRMED_IP: Known =
    known("Confirmation IP", Field::ConfirmedIp, "MailPoet's own name for the address the confirmation came from");

const BY_LIST: &[Known] = &[
    ADDRESS,
    FIRST_NAME,
    LAST_NAME,
    IP,
    SUBSCRIBED,
    CONFIRMED,
    CONFIRMED_IP,
    known("List status", Field::Status, "MailPoet's state of the person on the list of the row").saying(STATES),
    known("Global status", Field::Status, "MailPoet's state of the person on all lists: a no there is one to each")
        .saying(GLOBAL_STATES)
        .of_every_purpose(),
    known("List", Field::Purpose, "the list of the row; a person has a row for each"),
];

const BY_PERSON: &[Known] = &[
    ADDRESS,
    FIRST_NAME,
    LAST_NAME,
    IP,
    SUBSCRIBED,
    CONFIRMED,
    CONFIRMED_IP,
    known("Global status", Field::Status, "MailPoet's state of the person on all lists").saying(STATES),
    known("List", Field::Lists, "a list of the person, who may have a row for each"),
];
