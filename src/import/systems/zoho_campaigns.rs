//! Zoho Campaigns: contacts with the time and the address of their opt-in.

use super::{Known, Layout, remembered};
use crate::vocabulary::{ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("Contact Email", 15),
        ("Contact Status", 20),
        ("Subscription type", 20),
        ("Added Time", 25),
        ("Opt-in Time", 10),
        ("Opt-in IP", 10),
        ("Unsubscribed Time", 15),
    ],
    needs: &["Contact Email"],
    names: &[("zoho campaigns", 60), ("zoho-campaigns", 60), ("zoho_campaigns", 60), ("zohocampaigns", 60)],
    columns: COLUMNS,
    lacks: "lacks-zoho-campaigns",
    ..Layout::remembered(System::ZohoCampaigns, "contacts export")
}];

const COLUMNS: &[Known] = &[
    remembered("Contact Email", Field::Email, "Zoho's name for the address"),
    remembered("First Name", Field::FirstName, "Zoho's name for the first name"),
    remembered("Last Name", Field::LastName, "Zoho's name for the last name"),
    remembered("Phone", Field::Phone, "Zoho's name for the telephone number"),
    remembered("Company", Field::Company, "Zoho's name for the company"),
    remembered("Contact Status", Field::Status, "Zoho's state of the contact").saying(&[
        ("Active", ConsentStatus::Given),
        ("Unsubscribed", ConsentStatus::Withdrawn),
        ("Bounced", ConsentStatus::Bounced),
        ("Do-Not-Mail", ConsentStatus::Suppressed),
        ("Spam", ConsentStatus::Complained),
        ("Non-marketing", ConsentStatus::Unknown),
    ]),
    remembered("Subscription type", Field::ConsentMethod, "whether the opt-in was single or double"),
    remembered(
        "Added Time",
        Field::CreatedAt,
        "when the contact was added, by a form or by an import; no consent date",
    ),
    remembered("Opt-in Time", Field::ConsentAt, "Zoho's name for when the person opted in"),
    remembered("Opt-in IP", Field::ConsentIp, "Zoho's name for the address the person opted in from"),
    remembered("Unsubscribed Time", Field::UnsubscribedAt, "Zoho's name for when the person unsubscribed"),
    remembered("Source", Field::ConsentSource, "Zoho's name for where the contact came from"),
];
