//! GetResponse: the contacts of a list, with their day in a series. Who left is in files of their own.

use super::{Known, Layout, nothing, remembered};
use crate::vocabulary::{Category, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("day_of_cycle", 60),
        ("engagement_score", 20),
        ("campaign_name", 20),
        ("scoring", 15),
        ("origin", 15),
        ("created_on", 15),
    ],
    needs: &["day_of_cycle"],
    names: &[("getresponse", 60)],
    columns: COLUMNS,
    carries_refusals: false,
    lacks: "lacks-getresponse",
    ..Layout::remembered(System::GetResponse, "contacts export")
}];

const COLUMNS: &[Known] = &[
    remembered("email", Field::Email, "GetResponse's name for the address"),
    remembered("name", Field::FullName, "GetResponse's name for the whole name"),
    remembered("campaign_name", Field::Lists, "GetResponse's older name for a list"),
    nothing("day_of_cycle", Category::Behaviour, "the day in a series of messages").less_sure(0.7),
    remembered(
        "created_on",
        Field::CreatedAt,
        "when the contact was added, by a form or by an import; no consent date",
    ),
    remembered("origin", Field::ConsentSource, "by what means the contact was added; import is no form"),
    remembered("ip", Field::ConsentIp, "the address the contact signed up from"),
    remembered("country", Field::Country, "GetResponse's name for the country"),
    remembered("city", Field::City, "GetResponse's name for the town"),
    remembered("note", Field::Notes, "GetResponse's name for notes"),
    remembered("scoring", Field::Score, "GetResponse's points of a contact"),
    nothing("engagement_score", Category::Behaviour, "a rating of engagement").less_sure(0.7),
    remembered("tags", Field::Tags, "GetResponse's name for tags"),
];
