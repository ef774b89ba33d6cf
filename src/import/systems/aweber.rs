//! AWeber: subscribers, with the page the form stood on. Times are those of New York, months first.

use super::{Known, Layout, nothing, remembered};
use crate::import::DateOrder;
use crate::vocabulary::{Category, ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("Ad Tracking", 40),
        ("Stop Status", 35),
        ("Stop Time", 35),
        ("Add URL", 25),
        ("Add Date", 20),
        ("Subscription Method", 15),
        ("Verified Date", 10),
        ("Misc", 5),
    ],
    needs: &["Ad Tracking", "Stop Status", "Stop Time"],
    names: &[("aweber", 60)],
    columns: COLUMNS,
    dates: Some(DateOrder::MonthFirst),
    lacks: "lacks-aweber",
    ..Layout::remembered(System::AWeber, "subscribers export")
}];

const COLUMNS: &[Known] = &[
    remembered("Email", Field::Email, "AWeber's name for the address"),
    remembered("Name", Field::FullName, "AWeber's name for the whole name"),
    nothing("Message", Category::Behaviour, "the last message of a series the person was sent").less_sure(0.7),
    remembered("Stop Status", Field::DoNotEmail, "whether AWeber stopped writing to the person; no is no consent")
        .inverted(),
    remembered("Stop Time", Field::UnsubscribedAt, "when AWeber stopped writing to the person").less_sure(0.6),
    nothing("Misc", Category::Other, "free text").less_sure(0.7),
    nothing("Ad Tracking", Category::Behaviour, "a mark of the advertisement that led to the form").less_sure(0.7),
    remembered("Add Date", Field::CreatedAt, "when the person was added, by a form or by an import; no consent date"),
    remembered("Add URL", Field::ConsentUrl, "the page the sign-up form stood on"),
    remembered("IP Address", Field::ConsentIp, "the address the sign-up form was sent from"),
    remembered("Country", Field::Country, "AWeber's name for the country"),
    remembered("City", Field::City, "AWeber's name for the town"),
    nothing("Region", Category::Identity, "a region").less_sure(0.7),
    remembered("Status", Field::Status, "AWeber's state of the subscription").saying(&[
        ("subscribed", ConsentStatus::Given),
        ("unsubscribed", ConsentStatus::Withdrawn),
        ("unconfirmed", ConsentStatus::Pending),
    ]),
    remembered("Verified Date", Field::ConfirmedAt, "when the person confirmed"),
    remembered("Subscription Method", Field::ConsentMethod, "AWeber's name for how the person signed up"),
    remembered("Tags", Field::Tags, "AWeber's name for tags"),
];
