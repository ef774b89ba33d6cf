//! Mailchimp: an audience export is a zip of up to four tables, and only their *names* carry the status.

use super::{Channels, Known, Layout, Missing, Of, Supply, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::{Category, Channel, ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[AUDIENCE, MEMBERS];

const AUDIENCE: Layout = Layout {
    signs: &[
        ("MEMBER_RATING", 50),
        ("LEID", 50),
        ("EUID", 50),
        ("OPTIN_TIME", 30),
        ("OPTIN_IP", 20),
        ("CONFIRM_TIME", 30),
        ("CONFIRM_IP", 20),
        ("GMTOFF", 20),
        ("DSTOFF", 20),
        ("LAST_CHANGED", 20),
        ("UNSUB_TIME", 30),
        ("UNSUB_CAMPAIGN_TITLE", 20),
        ("UNSUB_CAMPAIGN_ID", 20),
        ("UNSUB_REASON", 20),
        ("CLEAN_TIME", 30),
        ("CLEAN_CAMPAIGN_ID", 20),
        ("CLEAN_CAMPAIGN_TITLE", 20),
    ],
    // Mailigen writes OPTIN_TIME and CONFIRM_TIME too.
    needs: &["MEMBER_RATING", "LEID", "EUID"],
    names: &[("audience_export", 30), ("members_export", 30), ("segment_export", 30)],
    columns: COLUMNS,
    state_in_name: true,
    state_words: NAMES,
    state_by_column: &[("UNSUB_TIME", ConsentStatus::Withdrawn), ("CLEAN_TIME", ConsentStatus::Bounced)],
    writes_utc: true,
    dates: Some(DateOrder::Plain),
    lacks: "lacks-mailchimp",
    lacks_until: &[
        Missing { of: Of::NoState, ..Missing::until("lacks-mailchimp-name", &[]) },
        Missing { of: Of::State(ConsentStatus::Given), ..Missing::until("lacks-mailchimp-unsubscribed", UNSUBSCRIBED) },
        Missing { of: Of::State(ConsentStatus::Given), ..Missing::until("lacks-mailchimp-cleaned", CLEANED) },
    ],
    ..Layout::new(System::Mailchimp, "audience export")
};

const UNSUBSCRIBED: &[Supply] = &[Supply::State(ConsentStatus::Withdrawn)];
const CLEANED: &[Supply] = &[Supply::State(ConsentStatus::Bounced)];
const NAMES: &[(&str, ConsentStatus)] = &[
    ("subscribed", ConsentStatus::Given),
    ("unsubscribed", ConsentStatus::Withdrawn),
    ("nonsubscribed", ConsentStatus::Unknown),
    ("cleaned", ConsentStatus::Bounced),
    // Whoever is archived may have been anything before.
    ("archived", ConsentStatus::Unknown),
];

/// The members of a list with the names of the programming interface, as connectors write them into tables and files.
const MEMBERS: Layout = Layout {
    signs: &[
        ("unique_email_id", 50),
        ("timestamp_opt", 50),
        ("ip_opt", 40),
        ("timestamp_signup", 40),
        ("ip_signup", 40),
        ("member_rating", 25),
        ("email_client", 15),
        ("email_type", 10),
        ("web_id", 15),
        ("last_changed", 10),
        ("unsubscribe_reason", 10),
        ("consents_to_one_to_one_messaging", 40),
        ("tags_count", 15),
        ("email_address", 5),
        ("list_id", 5),
        ("vip", 5),
    ],
    needs: &["unique_email_id", "timestamp_opt", "ip_opt", "consents_to_one_to_one_messaging"],
    names: &[("mailchimp", 30)],
    columns: MEMBER_COLUMNS,
    writes_utc: true,
    dates: Some(DateOrder::Plain),
    lacks: "lacks-mailchimp",
    ..Layout::new(System::Mailchimp, "members with the names of the programming interface")
};

const STATES: &[(&str, ConsentStatus)] = &[
    ("subscribed", ConsentStatus::Given),
    ("unsubscribed", ConsentStatus::Withdrawn),
    ("cleaned", ConsentStatus::Bounced),
    ("pending", ConsentStatus::Pending),
    ("transactional", ConsentStatus::Unknown),
    ("archived", ConsentStatus::Unknown),
];

const MEMBER_COLUMNS: &[Known] = &[
    known("email_address", Field::Email, "Mailchimp's own name for the address"),
    known("full_name", Field::FullName, "Mailchimp's own name for the name"),
    known("merge_fields.FNAME", Field::FirstName, "Mailchimp's own name for the first name"),
    known("merge_fields.LNAME", Field::LastName, "Mailchimp's own name for the last name"),
    known("merge_fields.PHONE", Field::Phone, "Mailchimp's own name for the telephone number"),
    known("merge_fname", Field::FirstName, "Mailchimp's own name for the first name"),
    known("merge_lname", Field::LastName, "Mailchimp's own name for the last name"),
    known("merge_phone", Field::Phone, "Mailchimp's own name for the telephone number"),
    known("status", Field::Status, "Mailchimp's own name for the state of the subscription")
        .on(Channel::Email)
        .saying(STATES),
    known("unsubscribe_reason", Field::UnsubscribeReason, "Mailchimp's own name for the reason of unsubscribing"),
    known("timestamp_signup", Field::ConsentAt, "Mailchimp's own name for the time the sign-up form was sent in"),
    known("ip_signup", Field::ConsentIp, "Mailchimp's own name for the address the sign-up form was sent from"),
    known(
        "timestamp_opt",
        Field::ConfirmedAt,
        "Mailchimp's own name for the time of confirmation; it is also filled for imported contacts, so it proves a click \
         only beside ip_opt",
    ),
    known("ip_opt", Field::ConfirmedIp, "Mailchimp's own name for the address the confirmation came from"),
    known("last_changed", Field::UpdatedAt, "Mailchimp's own name for the last change"),
    known("member_rating", Field::Score, "Mailchimp's own rating of engagement, 1 to 5"),
    known("unique_email_id", Field::ExternalId, "Mailchimp's own id of the address"),
    known("contact_id", Field::ExternalId, "Mailchimp's number of the person").less_sure(0.6),
    known("web_id", Field::ExternalId, "Mailchimp's number of the person in its own pages").less_sure(0.5),
    nothing("id", Category::Technical, "a hash of the address"),
    nothing("list_id", Category::Technical, "the list the person is on"),
    nothing("email_type", Category::Technical, "HTML or plain text"),
    nothing("email_client", Category::Behaviour, "the program the person reads mail with"),
    nothing("vip", Category::Behaviour, "whether somebody marked the person as important"),
    nothing("tags_count", Category::Technical, "how many tags the person has"),
    nothing("consents_to_one_to_one_messaging", Category::Consent, "consent to single messages, which are no list"),
    nothing("_fivetran_deleted", Category::Technical, "whether the row is still there at the source"),
    nothing("_fivetran_synced", Category::Technical, "when the connector read the row"),
    known("source", Field::ConsentSource, "Mailchimp's own name for where the contact came from"),
    known("language", Field::Language, "Mailchimp's own name for the language"),
    known("country_code", Field::Country, "Mailchimp's country code, guessed from the IP address and never declared")
        .less_sure(0.6),
    known("location.country_code", Field::Country, "Mailchimp's country code, guessed from the IP address")
        .less_sure(0.6),
    nothing("latitude", Category::Behaviour, "a place guessed from the IP address"),
    nothing("longitude", Category::Behaviour, "a place guessed from the IP address"),
    nothing("gmtoff", Category::Technical, "a time zone guessed from the IP address"),
    nothing("dstoff", Category::Technical, "a time zone guessed from the IP address"),
    nothing("timezone", Category::Technical, "a time zone guessed from the IP address"),
    known("tags", Field::Tags, "Mailchimp's own name for tags"),
];

const COLUMNS: &[Known] = &[
    known("Email Address", Field::Email, "Mailchimp's own name for the address"),
    known("First Name", Field::FirstName, "Mailchimp's own name for the first name"),
    known("Last Name", Field::LastName, "Mailchimp's own name for the last name"),
    known("Phone Number", Field::Phone, "Mailchimp's own name for the telephone number"),
    known("Phone", Field::Phone, "Mailchimp's own name for the telephone number"),
    known("Address", Field::Address, "Mailchimp's own name for the postal address"),
    known("Birthday", Field::BirthDate, "Mailchimp's birthday, month before day and without a year")
        .ordered(DateOrder::MonthFirst),
    known("MEMBER_RATING", Field::Score, "Mailchimp's own rating of engagement, 1 to 5"),
    // Whoever unsubscribed, or bounced, or was archived since has one too: it dates a state and is none.
    known("OPTIN_TIME", Field::ConsentAt, "Mailchimp's own name for the time the sign-up form was sent in")
        .no_is_unknown(),
    known("OPTIN_IP", Field::ConsentIp, "Mailchimp's own name for the address the sign-up form was sent from"),
    known(
        "CONFIRM_TIME",
        Field::ConfirmedAt,
        "Mailchimp's own name for the time of confirmation; it is also filled for imported contacts, so it proves a click \
         only beside CONFIRM_IP",
    ),
    known("CONFIRM_IP", Field::ConfirmedIp, "Mailchimp's own name for the address the confirmation came from"),
    nothing("LATITUDE", Category::Behaviour, "a place guessed from the IP address"),
    nothing("LONGITUDE", Category::Behaviour, "a place guessed from the IP address"),
    nothing("GMTOFF", Category::Technical, "a time zone guessed from the IP address"),
    nothing("DSTOFF", Category::Technical, "a time zone guessed from the IP address"),
    nothing("TIMEZONE", Category::Technical, "a time zone guessed from the IP address"),
    known("CC", Field::Country, "Mailchimp's country code, guessed from the IP address and never declared")
        .less_sure(0.6),
    nothing("REGION", Category::Identity, "a region guessed from the IP address"),
    known("LAST_CHANGED", Field::UpdatedAt, "Mailchimp's own name for the last change"),
    known("UNSUB_TIME", Field::UnsubscribedAt, "Mailchimp's own name for the time of unsubscribing"),
    nothing("UNSUB_CAMPAIGN_TITLE", Category::Behaviour, "the campaign the person unsubscribed from"),
    nothing("UNSUB_CAMPAIGN_ID", Category::Technical, "the campaign the person unsubscribed from"),
    known("UNSUB_REASON", Field::UnsubscribeReason, "Mailchimp's own name for the reason of unsubscribing"),
    known("UNSUB_REASON_OTHER", Field::UnsubscribeReason, "the reason of unsubscribing in the person's words"),
    known("CLEAN_TIME", Field::BouncedAt, "Mailchimp's own name for the time the address bounced for good"),
    nothing("CLEAN_CAMPAIGN_TITLE", Category::Behaviour, "the campaign that bounced"),
    nothing("CLEAN_CAMPAIGN_ID", Category::Technical, "the campaign that bounced"),
    known("LEID", Field::ExternalId, "Mailchimp's number of the person in this audience").less_sure(0.6),
    known("EUID", Field::ExternalId, "Mailchimp's own id of the address"),
    known("NOTES", Field::Notes, "Mailchimp's own name for notes"),
    known("TAGS", Field::Tags, "Mailchimp's own name for tags"),
    known("SOURCE", Field::ConsentSource, "Mailchimp's own name for where the contact came from"),
    nothing("EMAIL_TYPE", Category::Technical, "HTML or plain text"),
    nothing(
        "Marketing Permissions",
        Category::Consent,
        "labels of the permissions ticked on a GDPR form; where none speaks of e-mail, nobody agreed to any by it",
    )
    .naming(Channels::Permitted),
];
