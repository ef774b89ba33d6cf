//! ActiveCampaign: contacts of one list, with its status; an export of all contacts has no status that can be relied on.

use super::{Known, Layout, known, nothing};
use crate::vocabulary::{Category, ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    // Every one of these names is ordinary: only nearly all of them together are ActiveCampaign's.
    signs: &[
        ("Date Created", 35),
        ("IP", 35),
        ("Status", 15),
        ("Tags", 10),
        ("Email", 5),
        ("First Name", 5),
        ("Last Name", 5),
        ("Phone", 5),
        // Others that write the date of creation and an IP address.
        ("Date Added", -40),
        ("Date Modified", -40),
        ("Customer ID", -40),
        ("Order ID", -40),
        ("User Agent", -40),
        ("Entry Id", -40),
        ("Entry ID", -40),
    ],
    needs: &["IP"],
    names: &[("activecampaign", 30), ("active campaign", 30), ("active_campaign", 30)],
    columns: COLUMNS,
    lacks: "lacks-activecampaign",
    ..Layout::new(System::ActiveCampaign, "contacts export")
}];

const COLUMNS: &[Known] = &[
    known("Contact ID", Field::ExternalId, "ActiveCampaign's own id of the contact"),
    known("Email", Field::Email, "ActiveCampaign's own name for the address"),
    known("First Name", Field::FirstName, "ActiveCampaign's own name for the first name"),
    known("Last Name", Field::LastName, "ActiveCampaign's own name for the last name"),
    known("Phone", Field::Phone, "ActiveCampaign's own name for the telephone number"),
    known("Organization", Field::Company, "ActiveCampaign's own name for the company"),
    known("Tags", Field::Tags, "ActiveCampaign's own name for tags"),
    known("Lists", Field::Lists, "ActiveCampaign's own name for the lists"),
    known("Date Created", Field::CreatedAt, "ActiveCampaign's own name for when the contact was made; no consent date"),
    known("Date Updated", Field::UpdatedAt, "ActiveCampaign's own name for the last change"),
    known("IP", Field::ConsentIp, "ActiveCampaign's own name for the address the contact signed up from"),
    known("IP Address", Field::ConsentIp, "ActiveCampaign's own name for the address the contact signed up from"),
    known("Last Open Date", Field::LastOpenAt, "ActiveCampaign's own name for the last opening"),
    known("Last Click Date", Field::LastClickAt, "ActiveCampaign's own name for the last click"),
    nothing("Bounces", Category::Behaviour, "a number of bounces of any kind"),
    known("Status", Field::Status, "ActiveCampaign's own name for the status on the exported list").saying(&[
        ("Active", ConsentStatus::Given),
        ("Unconfirmed", ConsentStatus::Pending),
        ("Unsubscribed", ConsentStatus::Withdrawn),
        ("Bounced", ConsentStatus::Bounced),
        ("1", ConsentStatus::Given),
        ("0", ConsentStatus::Pending),
        ("2", ConsentStatus::Withdrawn),
        ("3", ConsentStatus::Bounced),
    ]),
];
