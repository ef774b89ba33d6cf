//! HubSpot: contacts (by label or by internal name), and the export of unsubscribes and bounces, whose columns are inverted.

use super::{Known, Layout, Missing, Others, Supply, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::{Category, ConsentStatus, Field, System};

const BILLING: &str = "HubSpot's flag for billing: it says who is paid for, not who agreed";
const GLOBAL_OPT_OUT: &str = "HubSpot's own name for unsubscribed from everything; no or empty is no consent";
/// The reasons HubSpot gives; each is of a bounce for good, also `SPAM`, which is a filter's word and no complaint.
const BOUNCE_REASONS: &[(&str, ConsentStatus)] = &[
    ("OTHER", ConsentStatus::Bounced),
    ("UNKNOWN_USER", ConsentStatus::Bounced),
    ("SPAM", ConsentStatus::Bounced),
    ("POLICY", ConsentStatus::Bounced),
    ("MAILBOX_FULL", ConsentStatus::Bounced),
    ("CONTENT", ConsentStatus::Bounced),
];
const LACKS: &str = "lacks-hubspot";
const LACKS_REFUSALS: &[Missing] = &[Missing {
    columns: &["Unsubscribed from all email", "hs_email_optout"],
    ..Missing::until("lacks-hubspot-refusals", &[Supply::Export(&["unsubscribes and bounces"])])
}];

pub(crate) const LAYOUTS: &[Layout] = &[
    Layout {
        signs: &[
            ("Record ID", 35),
            ("Record ID - Contact", 60),
            ("Unsubscribed from all email", 90),
            ("Opted out of email: *", 70),
            ("Marketing contact status", 60),
            ("Legal basis for processing contact's data", 70),
            ("Email hard bounce reason", 50),
            ("Lifecycle Stage", 30),
            ("Original Source", 20),
            ("Original Source Drill-Down 1", 40),
            ("Contact owner", 15),
            ("Lead Status", 10),
            ("Create Date", 15),
            ("Last Activity Date", 10),
            ("Country/Region", 10),
            ("Associated Company", 20),
            ("Email", 5),
            ("First Name", 3),
            ("Last Name", 3),
        ],
        needs: &[
            "Record ID",
            "Record ID - Contact",
            "Unsubscribed from all email",
            "Opted out of email: *",
            "Marketing contact status",
            "Legal basis for processing contact's data",
            "Email hard bounce reason",
        ],
        names: &[("hubspot-crm-exports", 50), ("hubspot", 20)],
        columns: LABELS,
        dates: Some(DateOrder::Plain),
        lacks: LACKS,
        lacks_until: LACKS_REFUSALS,
        ..Layout::new(System::HubSpot, "contacts export")
    },
    Layout {
        signs: &[
            ("hs_object_id", 70),
            ("hs_email_optout", 80),
            ("hs_email_optout_*", 40),
            ("hs_legal_basis", 70),
            ("hs_marketable_status", 70),
            ("hs_email_hard_bounce_reason_enum", 60),
            ("hs_email_hard_bounce_reason", 60),
            ("hs_emailconfirmationstatus", 60),
            ("hubspot_owner_id", 60),
            ("hs_analytics_source", 50),
            ("hs_lead_status", 40),
            ("lifecyclestage", 30),
            ("createdate", 20),
            ("notes_last_contacted", 30),
            ("email", 5),
            ("firstname", 5),
            ("lastname", 5),
        ],
        names: &[("hubspot", 20)],
        columns: INTERNAL,
        dates: Some(DateOrder::Plain),
        lacks: LACKS,
        lacks_until: LACKS_REFUSALS,
        ..Layout::new(System::HubSpot, "contacts export with internal names")
    },
    Layout {
        signs: &[
            ("Portal Bounce", 60),
            ("Portal Unsubscribe", 60),
            ("Portal Spam Report", 60),
            ("Global Bounce", 40),
            ("Marketing Information", 20),
        ],
        names: &[("hubspot", 20)],
        columns: UNSUBSCRIBES,
        others: Others::RefusedPurposes,
        tells_refusals_apart: true,
        lacks: "lacks-hubspot-unsubscribes",
        ..Layout::new(System::HubSpot, "unsubscribes and bounces")
    },
];

const LABELS: &[Known] = &[
    known("Record ID", Field::ExternalId, "HubSpot's own id of the contact"),
    known("Record ID - Contact", Field::ExternalId, "HubSpot's own id of the contact"),
    known("Contact ID", Field::ExternalId, "HubSpot's own id of the contact"),
    known("First Name", Field::FirstName, "HubSpot's own name for the first name"),
    known("Last Name", Field::LastName, "HubSpot's own name for the last name"),
    known("Email", Field::Email, "HubSpot's own name for the address"),
    known("Phone Number", Field::Phone, "HubSpot's own name for the telephone number"),
    known("Mobile Phone Number", Field::Phone, "HubSpot's own name for the mobile number"),
    known("Company Name", Field::Company, "HubSpot's own name for the company"),
    known("Associated Company", Field::Company, "the company HubSpot joined the contact to").less_sure(0.7),
    known("Country/Region", Field::Country, "HubSpot's own name for the country"),
    nothing("IP Country", Category::Behaviour, "a place guessed from the IP address"),
    nothing("IP Country Code", Category::Behaviour, "a place guessed from the IP address"),
    nothing("Contact owner", Category::Technical, "the colleague in charge, not the person"),
    nothing("Lead Status", Category::Behaviour, "the state of a sale, not of a subscription"),
    nothing("Lifecycle Stage", Category::Behaviour, "the state of a sale, not of a subscription"),
    known("Create Date", Field::CreatedAt, "HubSpot's own name for when the record was made; no consent date"),
    known("Last Modified Date", Field::UpdatedAt, "HubSpot's own name for the last change"),
    known("Last Activity Date", Field::LastActivityAt, "HubSpot's own name for the last activity"),
    known("Original Source", Field::ConsentSource, "where HubSpot says the contact came from").less_sure(0.6),
    nothing("Original Source Drill-Down 1", Category::Behaviour, "a detail of where the contact came from"),
    nothing("Original Source Drill-Down 2", Category::Behaviour, "a detail of where the contact came from"),
    nothing("Marketing contact status", Category::Technical, BILLING),
    nothing("Email Domain", Category::Identity, "a part of the address"),
    known("Unsubscribed from all email", Field::DoNotEmail, GLOBAL_OPT_OUT).inverted(),
    known(
        "Opted out of email: *",
        Field::DoNotEmail,
        "HubSpot's own name for opted out of one kind of e-mail; no or empty is no consent",
    )
    .inverted(),
    known("Legal basis for processing contact's data", Field::LegalBasis, "HubSpot's own name for the legal basis"),
    known("Email hard bounce reason", Field::Bounced, "HubSpot's own name for why the address bounced for good")
        .inverted()
        .saying(BOUNCE_REASONS),
    known("Invalid email address", Field::Bounced, "HubSpot's own name for an address that is none").inverted(),
    known("Email Address Quarantined", Field::Bounced, "HubSpot stopped writing to this address")
        .inverted()
        .less_sure(0.6),
    known("Marketing email confirmation status", Field::Status, "HubSpot's own name for the double opt-in"),
    known("Last marketing email open date", Field::LastOpenAt, "HubSpot's own name for the last opening"),
    known("Last marketing email click date", Field::LastClickAt, "HubSpot's own name for the last click"),
    known("Last marketing email send date", Field::LastSentAt, "HubSpot's own name for the last message"),
    nothing("Marketing emails opened", Category::Behaviour, "a number of openings"),
    nothing("Marketing emails clicked", Category::Behaviour, "a number of clicks"),
    nothing("Marketing emails delivered", Category::Behaviour, "a number of messages"),
    nothing("Marketing emails bounced", Category::Behaviour, "a number of bounces"),
];

const INTERNAL: &[Known] = &[
    known("hs_object_id", Field::ExternalId, "HubSpot's own id of the contact"),
    known("vid", Field::ExternalId, "HubSpot's older id of the contact").less_sure(0.8),
    known("email", Field::Email, "HubSpot's own name for the address"),
    known("firstname", Field::FirstName, "HubSpot's own name for the first name"),
    known("lastname", Field::LastName, "HubSpot's own name for the last name"),
    known("phone", Field::Phone, "HubSpot's own name for the telephone number"),
    known("mobilephone", Field::Phone, "HubSpot's own name for the mobile number"),
    known("company", Field::Company, "HubSpot's own name for the company"),
    known("country", Field::Country, "HubSpot's own name for the country"),
    known("hs_language", Field::Language, "HubSpot's own name for the language"),
    known("hs_email_optout", Field::DoNotEmail, GLOBAL_OPT_OUT).inverted(),
    known("hs_email_optout_*", Field::DoNotEmail, "HubSpot's opt-out of one kind of e-mail, named by its number")
        .inverted(),
    known("hs_legal_basis", Field::LegalBasis, "HubSpot's own name for the legal basis"),
    nothing("hs_marketable_status", Category::Technical, BILLING),
    known(
        "hs_email_hard_bounce_reason_enum",
        Field::Bounced,
        "HubSpot's own name for why the address bounced for good",
    )
    .inverted()
    .saying(BOUNCE_REASONS),
    known("hs_email_hard_bounce_reason", Field::Bounced, "HubSpot's own name for why the address bounced for good")
        .inverted()
        .saying(BOUNCE_REASONS),
    known("hs_emailconfirmationstatus", Field::Status, "HubSpot's own name for the double opt-in"),
    nothing("hs_lead_status", Category::Behaviour, "the state of a sale, not of a subscription"),
    nothing("lifecyclestage", Category::Behaviour, "the state of a sale, not of a subscription"),
    nothing("hubspot_owner_id", Category::Technical, "the colleague in charge, not the person"),
    known("hs_analytics_source", Field::ConsentSource, "where HubSpot says the contact came from").less_sure(0.6),
    known("createdate", Field::CreatedAt, "HubSpot's own name for when the record was made; no consent date"),
    known("lastmodifieddate", Field::UpdatedAt, "HubSpot's own name for the last change"),
    known("hs_email_last_open_date", Field::LastOpenAt, "HubSpot's own name for the last opening"),
    known("hs_email_last_click_date", Field::LastClickAt, "HubSpot's own name for the last click"),
    known("hs_email_last_send_date", Field::LastSentAt, "HubSpot's own name for the last message"),
    known("notes_last_updated", Field::LastActivityAt, "HubSpot's own name for the last activity").less_sure(0.7),
    nothing("notes_last_contacted", Category::Behaviour, "when a colleague last wrote or called"),
];

const UNSUBSCRIBES: &[Known] = &[
    known("Email", Field::Email, "HubSpot's own name for the address"),
    known("Portal Bounce", Field::Bounced, "the address bounced for good for this account").inverted(),
    known("Global Bounce", Field::Bounced, "the address bounced for good for another HubSpot customer").inverted(),
    known("Portal Unsubscribe", Field::DoNotEmail, "unsubscribed from everything of this account").inverted(),
    known("Portal Spam Report", Field::Complained, "the person reported a message as spam").inverted(),
    known(
        "Marketing Information",
        Field::DoNotEmail,
        "in this export a yes means opted out of Marketing Information, despite the name",
    )
    .inverted(),
];
