//! CleverReach: three times tell the state. Active is who was activated and not deactivated since; a 0 is no time.

use super::{Known, Layout, nothing, remembered};
use crate::import::DateOrder;
use crate::vocabulary::{Category, ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("deactivated", 35),
        ("activated", 20),
        ("registered", 20),
        ("last_location", 25),
        ("last_client", 25),
        ("last_ip", 15),
        ("stars", 15),
        ("quality", 10),
        ("points", 5),
        ("imported", 5),
    ],
    needs: &["deactivated", "last_client", "last_location"],
    names: &[("cleverreach", 60)],
    columns: COLUMNS,
    dates: Some(DateOrder::DayFirst),
    lacks: "lacks-cleverreach",
    ..Layout::remembered(System::CleverReach, "receivers export")
}];

const COLUMNS: &[Known] = &[
    remembered("email", Field::Email, "CleverReach's name for the address"),
    remembered("registered", Field::CreatedAt, "when the person signed up or was imported; no proof of a sign-up")
        .less_sure(0.6),
    remembered("activated", Field::ConfirmedAt, "when the person confirmed; 0 is not yet"),
    remembered("deactivated", Field::UnsubscribedAt, "when the person unsubscribed; 0 is never")
        .saying(&[("0", ConsentStatus::Unknown)]),
    remembered("bounced", Field::BouncedAt, "when the address bounced; 0 is never"),
    remembered("source", Field::ConsentSource, "CleverReach's name for where the person came from"),
    nothing("last_ip", Category::Behaviour, "where the last opening came from").less_sure(0.7),
    nothing("last_location", Category::Behaviour, "a place guessed from the last opening").less_sure(0.7),
    nothing("last_client", Category::Behaviour, "the program of the last opening").less_sure(0.7),
    remembered("points", Field::Score, "CleverReach's points of a receiver"),
    nothing("stars", Category::Behaviour, "a rating of engagement").less_sure(0.7),
    nothing("imported", Category::Technical, "whether or when the receiver was imported").less_sure(0.7),
    nothing("quality", Category::Behaviour, "a rating of the address").less_sure(0.7),
    remembered("tags", Field::Tags, "CleverReach's name for tags"),
];
