//! Mautic: the contacts export, which carries no refusal at all, and reports with do-not-contact columns.

use super::{Channels, Known, Layout, Missing, Supply, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::{Category, ConsentStatus, Field, System};

const REASON: &str = "Mautic's reason of the do-not-contact";
const REASONS: &[(&str, ConsentStatus)] = &[
    ("0", ConsentStatus::Unknown),
    ("1", ConsentStatus::Withdrawn),
    ("2", ConsentStatus::Bounced),
    ("3", ConsentStatus::Suppressed),
];
const DNC: &str = "Mautic's own name for do not contact by e-mail; no is no consent";

pub(crate) const LAYOUTS: &[Layout] = &[
    Layout {
        signs: &[
            ("preferred_locale", 40),
            ("attribution_date", 40),
            ("attribution", 25),
            ("last_active", 25),
            ("foursquare", 30),
            ("points", 10),
            ("stage", 10),
            ("zipcode", 5),
            ("address1", 3),
            ("firstname", 3),
            ("lastname", 3),
            ("facebook", 3),
            ("skype", 3),
            ("twitter", 3),
            ("email", 2),
            ("mobile", 2),
        ],
        needs: &["preferred_locale", "attribution_date", "attribution", "last_active"],
        names: &[("mautic", 20), ("contacts_export", 10)],
        columns: COLUMNS,
        writes_utc: true,
        carries_refusals: false,
        dates: Some(DateOrder::Plain),
        lacks_until: &[Missing::until(
            "lacks-mautic",
            &[Supply::Export(&["do-not-contact report", "do-not-contact list"])],
        )],
        ..Layout::new(System::Mautic, "contacts export")
    },
    Layout {
        signs: &[
            ("DNC Unsubscribed", 60),
            ("DNC Bounced", 60),
            ("DNC Manual", 50),
            ("DNC Reason", 50),
            ("DNC Channel", 50),
            ("DNC Date Added", 50),
            ("DNC Comments", 40),
            ("DNC Preferences", 60),
            ("DNC List", 30),
        ],
        names: &[("mautic", 40), ("report", 5)],
        columns: REPORT,
        tells_refusals_apart: true,
        writes_utc: true,
        ..Layout::new(System::Mautic, "do-not-contact report")
    },
    // Its titles are anybody's: the numbers below them, or the name of the file, have to say the rest.
    Layout {
        signs: &[("Reason", 20), ("Channel", 20), ("Date added", 20), ("Email", 5)],
        needs: &["Reason"],
        names: &[("mautic", 40), ("dnc", 20), ("report", 5)],
        cells: &[("Reason", &["0", "1", "2", "3"], 50)],
        columns: DNC_ROWS,
        tells_refusals_apart: true,
        writes_utc: true,
        ..Layout::new(System::Mautic, "do-not-contact list")
    },
    Layout {
        signs: &[("alias", 50), ("value", 50), ("Email", -60)],
        names: &[("mautic", 20)],
        columns: CONTACT,
        carries_refusals: false,
        lacks: "lacks-mautic-contact",
        ..Layout::new(System::Mautic, "one contact")
    },
];

const COLUMNS: &[Known] = &[
    known("id", Field::ExternalId, "Mautic's own id of the contact"),
    nothing("title", Category::Identity, "a form of address"),
    known("firstname", Field::FirstName, "Mautic's own name for the first name"),
    known("lastname", Field::LastName, "Mautic's own name for the last name"),
    known("company", Field::Company, "Mautic's own name for the company"),
    nothing("position", Category::Identity, "a job title"),
    known("email", Field::Email, "Mautic's own name for the address"),
    known("mobile", Field::Phone, "Mautic's own name for the mobile number"),
    known("phone", Field::Phone, "Mautic's own name for the telephone number"),
    known("points", Field::Score, "Mautic's own name for the points of a contact"),
    nothing("fax", Category::Identity, "a fax number"),
    known("address1", Field::Address, "Mautic's own name for the street"),
    known("address2", Field::Address, "Mautic's own name for the second line of the address"),
    known("city", Field::City, "Mautic's own name for the town"),
    nothing("state", Category::Identity, "a region, not a state of a subscription"),
    known("zipcode", Field::Postcode, "Mautic's own name for the postal code"),
    known("country", Field::Country, "Mautic's own name for the country"),
    known("preferred_locale", Field::Language, "Mautic's own name for the language"),
    nothing("timezone", Category::Technical, "a time zone"),
    known("last_active", Field::LastActivityAt, "Mautic's own name for the last activity"),
    nothing("attribution_date", Category::Behaviour, "when a sale was credited; no consent date"),
    nothing("attribution", Category::Behaviour, "what a sale was worth"),
    nothing("website", Category::Identity, "a web address"),
    nothing("facebook", Category::Identity, "an account elsewhere"),
    nothing("foursquare", Category::Identity, "an account elsewhere"),
    nothing("instagram", Category::Identity, "an account elsewhere"),
    nothing("linkedin", Category::Identity, "an account elsewhere"),
    nothing("skype", Category::Identity, "an account elsewhere"),
    nothing("twitter", Category::Identity, "an account elsewhere"),
    nothing("stage", Category::Behaviour, "a stage of a sale"),
];

const REPORT: &[Known] = &[
    known("Contact ID", Field::ExternalId, "Mautic's own id of the contact"),
    known("Email", Field::Email, "Mautic's own name for the address"),
    known("DNC Unsubscribed", Field::DoNotEmail, DNC).inverted(),
    known("DNC Manual", Field::DoNotEmail, DNC).inverted(),
    known("DNC Preferences", Field::DoNotEmail, DNC).inverted(),
    known("DNC List", Field::DoNotEmail, DNC).inverted(),
    known("DNC Bounced", Field::Bounced, "Mautic's own name for a bounced address").inverted(),
    known("DNC Date Added", Field::UnsubscribedAt, "when the do-not-contact was set"),
    known("DNC Comments", Field::UnsubscribeReason, "why the do-not-contact was set"),
    known("DNC Reason", Field::Status, REASON).saying(REASONS),
    nothing("DNC Channel", Category::Consent, "the channel of each row").naming(Channels::Spoken),
    known("Do not contact", Field::DoNotEmail, DNC).inverted(),
];

const DNC_ROWS: &[Known] = &[
    known("Email", Field::Email, "Mautic's own name for the address"),
    known("Reason", Field::Status, REASON).saying(REASONS),
    nothing("Channel", Category::Consent, "the channel of each row").naming(Channels::Spoken),
    // A date of leaving would turn every bounce into a refusal: it is what the reason makes it.
    known("Date added", Field::UpdatedAt, "when the do-not-contact was set, for whatever reason").dating_the_state(),
];

const CONTACT: &[Known] = &[
    nothing("alias", Category::Technical, "the name of a field of one contact"),
    nothing("value", Category::Other, "what stands in that field"),
];
