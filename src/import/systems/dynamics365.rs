//! Microsoft Dynamics 365 and Dataverse: contacts or leads of a view, and rows by logical name. Everybody is “Allow” until
//! somebody forbids it, so Allow is no consent.

use super::{Known, Layout, known, nothing};
use crate::vocabulary::{Category, ConsentStatus, Field, System};

const LACKS: &str = "lacks-dynamics365";
const EMAIL: &str = "Dynamics' own name for a ban on e-mail; Allow is everybody's default and no consent";
const BULK: &str = "Dynamics' own name for a ban on mailings; Allow is everybody's default and no consent";
const CALLS: &str = "Dynamics' own name for a ban on calls; Allow is everybody's default and no consent";
const LETTERS: &str = "Dynamics' own name for a ban on letters; Allow is everybody's default and no consent";
const FAX: &str = "a ban on fax; Bonafide judges no fax";
/// In a column that forbids.
const BANS: &[(&str, ConsentStatus)] = &[("Allow", ConsentStatus::Unknown), ("Do Not Allow", ConsentStatus::Withdrawn)];
const MATERIAL: &str = "Dynamics' own name for a ban on marketing material; Send is everybody's default and no consent";
const MATERIAL_WORDS: &[(&str, ConsentStatus)] =
    &[("Send", ConsentStatus::Unknown), ("Do Not Send", ConsentStatus::Withdrawn)];
/// In a column that somebody gave a title that allows.
const LEAVES: &[(&str, ConsentStatus)] = &[
    ("Allow", ConsentStatus::Unknown),
    ("Do Not Allow", ConsentStatus::Withdrawn),
    ("Yes", ConsentStatus::Unknown),
    ("No", ConsentStatus::Withdrawn),
    ("True", ConsentStatus::Unknown),
    ("False", ConsentStatus::Withdrawn),
    ("1", ConsentStatus::Unknown),
    ("0", ConsentStatus::Withdrawn),
];

pub(crate) const LAYOUTS: &[Layout] = &[
    Layout {
        signs: &[
            ("(Nicht ändern) *", 100),
            ("(Nicht aendern) *", 100),
            ("(Ne pas modifier) *", 100),
            ("(Non modificare) *", 100),
            ("(Do Not Modify) Row Checksum", 70),
            ("(Do Not Modify) Modified On", 50),
            ("(Do Not Modify) Contact", 50),
            ("(Do Not Modify) Lead", 50),
            ("(Do Not Modify) Account", 50),
            ("Do not allow Bulk Emails", 50),
            ("Do not allow Emails", 25),
            ("Do not allow Phone Calls", 25),
            ("Do not allow Mails", 25),
            ("Do not allow Faxes", 25),
            ("Do not allow Bulk Mails", 25),
            ("Address 1: Country/Region", 15),
            ("Address 1: City", 10),
            ("Address 1: ZIP/Postal Code", 15),
            ("Status Reason", 5),
            ("Created On", 5),
        ],
        needs: &[
            "(Nicht ändern) *",
            "(Nicht aendern) *",
            "(Ne pas modifier) *",
            "(Non modificare) *",
            "(Do Not Modify) Row Checksum",
            "(Do Not Modify) Modified On",
            "Do not allow Bulk Emails",
        ],
        columns: LABELS,
        lacks: LACKS,
        ..Layout::new(System::Dynamics365, "view of contacts or leads")
    },
    Layout {
        signs: &[
            ("donotbulkemail", 60),
            ("donotbulkpostalmail", 40),
            ("donotpostalmail", 40),
            ("donotsendmm", 40),
            ("donotemail", 25),
            ("donotphone", 25),
            ("donotfax", 20),
            ("emailaddress1", 30),
            ("telephone1", 20),
            ("contactid", 15),
            ("leadid", 15),
            ("statecode", 15),
            ("statuscode", 10),
            ("createdon", 10),
            ("modifiedon", 10),
        ],
        needs: &["donotbulkemail", "donotpostalmail", "donotsendmm", "emailaddress1"],
        names: &[("dataverse", 20), ("dynamics", 20)],
        columns: LOGICAL,
        writes_utc: true,
        lacks: LACKS,
        ..Layout::new(System::Dynamics365, "rows by logical name")
    },
];

const LABELS: &[Known] = &[
    known("(Do Not Modify) Contact", Field::ExternalId, "Dynamics' own id of the contact, in a hidden column"),
    known("(Do Not Modify) Lead", Field::ExternalId, "Dynamics' own id of the lead, in a hidden column"),
    known("(Do Not Modify) Account", Field::ExternalId, "Dynamics' own id of the account, in a hidden column"),
    known("(Nicht ändern) Kontakt", Field::ExternalId, "Dynamics' own id of the contact, in a hidden column"),
    known("(Nicht ändern) Lead", Field::ExternalId, "Dynamics' own id of the lead, in a hidden column"),
    nothing("(Nicht ändern) Zeilenprüfsumme", Category::Technical, "a checksum of the row, in a hidden column"),
    known("(Nicht ändern) Geändert am", Field::UpdatedAt, "Dynamics' own name for the last change, in a hidden column"),
    known("(Nicht aendern) Kontakt", Field::ExternalId, "Dynamics' own id of the contact, in a hidden column"),
    known("(Nicht aendern) Lead", Field::ExternalId, "Dynamics' own id of the lead, in a hidden column"),
    nothing("(Nicht aendern) Zeilenpruefsumme", Category::Technical, "a checksum of the row, in a hidden column"),
    known(
        "(Nicht aendern) Geaendert am",
        Field::UpdatedAt,
        "Dynamics' own name for the last change, in a hidden column",
    ),
    known("(Non modificare) Contatto", Field::ExternalId, "Dynamics' own id of the contact, in a hidden column"),
    known("(Non modificare) Lead", Field::ExternalId, "Dynamics' own id of the lead, in a hidden column"),
    nothing("(Non modificare) Checksum riga", Category::Technical, "a checksum of the row, in a hidden column"),
    known(
        "(Non modificare) Data modifica",
        Field::UpdatedAt,
        "Dynamics' own name for the last change, in a hidden column",
    ),
    known("(Ne pas modifier) Contact", Field::ExternalId, "Dynamics' own id of the contact, in a hidden column"),
    known("(Ne pas modifier) Prospect", Field::ExternalId, "Dynamics' own id of the lead, in a hidden column"),
    nothing(
        "(Ne pas modifier) Somme de contrôle de la ligne",
        Category::Technical,
        "a checksum of the row, in a hidden column",
    ),
    known(
        "(Ne pas modifier) Modifié le",
        Field::UpdatedAt,
        "Dynamics' own name for the last change, in a hidden column",
    ),
    nothing("(Do Not Modify) Row Checksum", Category::Technical, "a checksum of the row, in a hidden column"),
    known(
        "(Do Not Modify) Modified On",
        Field::UpdatedAt,
        "Dynamics' own name for the last change, in a hidden column",
    ),
    known("Full Name", Field::FullName, "Dynamics' own name for the whole name"),
    known("First Name", Field::FirstName, "Dynamics' own name for the first name"),
    known("Last Name", Field::LastName, "Dynamics' own name for the last name"),
    known("Email", Field::Email, "Dynamics' own name for the address"),
    known("Email Address 2", Field::Email, "Dynamics' own name for the second address").less_sure(0.85),
    known("Email Address 3", Field::Email, "Dynamics' own name for the third address").less_sure(0.8),
    known("Company Name", Field::Company, "Dynamics' own name for the company"),
    known("Business Phone", Field::Phone, "Dynamics' own name for the number at work"),
    known("Mobile Phone", Field::Phone, "Dynamics' own name for the mobile number"),
    known("Home Phone", Field::Phone, "Dynamics' own name for the private number").less_sure(0.9),
    nothing("Fax", Category::Identity, "a fax number"),
    nothing("Job Title", Category::Identity, "a job title"),
    known("Address 1: Street 1", Field::Address, "Dynamics' own name for the street"),
    known("Address 1: City", Field::City, "Dynamics' own name for the town"),
    known("Address 1: ZIP/Postal Code", Field::Postcode, "Dynamics' own name for the postal code"),
    nothing("Address 1: State/Province", Category::Identity, "a region"),
    known("Address 1: Country/Region", Field::Country, "Dynamics' own name for the country"),
    nothing(
        "Preferred Method of Contact",
        Category::Consent,
        "by what means the person would rather be reached, which is no consent",
    ),
    known("Do not allow Emails", Field::DoNotEmail, EMAIL).inverted().saying(BANS),
    known("Do not allow Bulk Emails", Field::DoNotEmail, BULK).inverted().saying(BANS),
    known("Do not allow Phone Calls", Field::DoNotCall, CALLS).inverted().saying(BANS),
    known("Do not allow Mails", Field::DoNotPost, LETTERS).inverted().saying(BANS),
    known("Do not allow Bulk Mails", Field::DoNotPost, LETTERS).inverted().saying(BANS),
    nothing("Do not allow Faxes", Category::Consent, FAX),
    known("Allow Emails?", Field::OptinEmail, EMAIL).saying(LEAVES),
    known("Allow Bulk Emails?", Field::OptinEmail, BULK).saying(LEAVES),
    known("Allow Phone Calls?", Field::OptinPhone, CALLS).saying(LEAVES),
    known("Allow Mails?", Field::OptinPost, LETTERS).saying(LEAVES),
    known("Send Marketing Materials", Field::DoNotEmail, MATERIAL).inverted().saying(MATERIAL_WORDS),
    nothing("Statut", Category::Technical, "whether the record is in use; Actif is no subscription"),
    nothing("Status", Category::Technical, "whether the record is in use; Active is no subscription"),
    nothing("Status Reason", Category::Technical, "why the record is in use or not"),
    nothing("Owner", Category::Technical, "the colleague in charge, not the person"),
    known("Created On", Field::CreatedAt, "Dynamics' own name for when the record was made; no consent date"),
    known("Modified On", Field::UpdatedAt, "Dynamics' own name for the last change").less_sure(0.9),
    known("Description", Field::Notes, "Dynamics' own name for free text"),
];

const LOGICAL: &[Known] = &[
    known("contactid", Field::ExternalId, "Dynamics' own id of the contact"),
    known("leadid", Field::ExternalId, "Dynamics' own id of the lead"),
    known("fullname", Field::FullName, "Dynamics' own name for the whole name"),
    known("firstname", Field::FirstName, "Dynamics' own name for the first name"),
    known("lastname", Field::LastName, "Dynamics' own name for the last name"),
    known("emailaddress1", Field::Email, "Dynamics' own name for the address"),
    known("emailaddress2", Field::Email, "Dynamics' own name for the second address").less_sure(0.85),
    known("emailaddress3", Field::Email, "Dynamics' own name for the third address").less_sure(0.8),
    known("company", Field::Company, "Dynamics' own name for the company").less_sure(0.8),
    known("companyname", Field::Company, "Dynamics' own name for the company"),
    known("telephone1", Field::Phone, "Dynamics' own name for the number at work"),
    known("telephone2", Field::Phone, "Dynamics' own name for the private number").less_sure(0.9),
    known("mobilephone", Field::Phone, "Dynamics' own name for the mobile number"),
    nothing("fax", Category::Identity, "a fax number"),
    nothing("jobtitle", Category::Identity, "a job title"),
    known("address1_line1", Field::Address, "Dynamics' own name for the street"),
    known("address1_city", Field::City, "Dynamics' own name for the town"),
    known("address1_postalcode", Field::Postcode, "Dynamics' own name for the postal code"),
    known("address1_country", Field::Country, "Dynamics' own name for the country"),
    known("donotemail", Field::DoNotEmail, EMAIL).inverted().saying(BANS),
    known("donotbulkemail", Field::DoNotEmail, BULK).inverted().saying(BANS),
    known("donotphone", Field::DoNotCall, CALLS).inverted().saying(BANS),
    known("donotpostalmail", Field::DoNotPost, LETTERS).inverted().saying(BANS),
    known("donotbulkpostalmail", Field::DoNotPost, LETTERS).inverted().saying(BANS),
    nothing("donotfax", Category::Consent, FAX),
    known("donotsendmm", Field::DoNotEmail, MATERIAL).inverted().saying(MATERIAL_WORDS),
    nothing(
        "preferredcontactmethodcode",
        Category::Consent,
        "by what means the person would rather be reached, which is no consent",
    ),
    nothing("statecode", Category::Technical, "whether the record is in use; Active is no subscription"),
    nothing("statuscode", Category::Technical, "why the record is in use or not"),
    nothing("ownerid", Category::Technical, "the colleague in charge, not the person"),
    known("createdon", Field::CreatedAt, "Dynamics' own name for when the record was made; no consent date"),
    known("modifiedon", Field::UpdatedAt, "Dynamics' own name for the last change"),
    known("birthdate", Field::BirthDate, "Dynamics' own name for the date of birth"),
    known("description", Field::Notes, "Dynamics' own name for free text"),
    nothing("msgdpr_gdprconsent", Category::Consent, "a level of consent to the use of data, not to messages"),
    known(
        "msgdpr_consentchangesourceformid",
        Field::ConsentForm,
        "the form on which the level of consent was last changed",
    )
    .less_sure(0.7),
];
