//! Intercom: users and leads, with flags that only refuse.

use super::{Known, Layout, nothing, remembered};
use crate::vocabulary::{Category, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("Unsubscribed from Emails", 45),
        ("Marked email as spam", 45),
        ("Has hard bounced", 40),
        ("Web sessions", 20),
        ("Last opened email", 10),
        ("Signed up", 5),
        ("User ID", 5),
    ],
    needs: &["Marked email as spam", "Has hard bounced"],
    names: &[("intercom", 60)],
    columns: COLUMNS,
    lacks: "lacks-intercom",
    ..Layout::remembered(System::Intercom, "users or leads export")
}];

const COLUMNS: &[Known] = &[
    remembered("User ID", Field::ExternalId, "Intercom's name for the id of the user"),
    remembered("Name", Field::FullName, "Intercom's name for the whole name"),
    remembered("Email", Field::Email, "Intercom's name for the address"),
    remembered("Phone", Field::Phone, "Intercom's name for the telephone number"),
    nothing("Type", Category::Technical, "user or lead").less_sure(0.7),
    remembered("Signed up", Field::CreatedAt, "when the account was made; no consent date"),
    remembered("Last seen", Field::LastActivityAt, "Intercom's name for the last activity"),
    nothing("Last contacted", Category::Behaviour, "when a colleague last wrote").less_sure(0.7),
    remembered("Last opened email", Field::LastOpenAt, "Intercom's name for the last opening"),
    nothing("Web sessions", Category::Behaviour, "a number of visits").less_sure(0.7),
    remembered("Unsubscribed from Emails", Field::DoNotEmail, "Intercom's name for unsubscribed; false is no consent")
        .inverted(),
    remembered("Has hard bounced", Field::Bounced, "Intercom's name for an address that bounced for good").inverted(),
    remembered("Marked email as spam", Field::Complained, "Intercom's name for a complaint").inverted(),
    remembered("Country", Field::Country, "Intercom's name for the country").less_sure(0.6),
    remembered("City", Field::City, "Intercom's name for the town").less_sure(0.6),
    remembered("Tags", Field::Tags, "Intercom's name for tags"),
];
