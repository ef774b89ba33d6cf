//! Salesforce: contacts and leads by API name, privacy records, and reports by label. Its opt-out columns are inverted.

use super::{Known, Layout, known, nothing};
use crate::vocabulary::{Category, Field, System};

const EMAIL_OPT_OUT: &str = "Salesforce's own name for the opt-out of e-mail; false is no consent";
const LACKS: &str = "Salesforce keeps opt-outs here, but no consent: export Individual and ContactPointTypeConsent too, or \
                     declare how these people agreed.";

pub(crate) const LAYOUTS: &[Layout] = &[
    Layout {
        signs: &[
            ("HasOptedOutOfEmail", 80), ("HasOptedOutOfFax", 40), ("DoNotCall", 20), ("IsDeleted", 20),
            ("MasterRecordId", 40), ("AccountId", 20), ("LeadSource", 15), ("SystemModstamp", 50), ("CreatedDate", 10),
            ("LastModifiedDate", 10), ("CreatedById", 20), ("LastModifiedById", 20), ("EmailBouncedReason", 30),
            ("EmailBouncedDate", 30), ("IsEmailBounced", 40), ("IndividualId", 30), ("MailingCountry", 15),
            ("OwnerId", 10), ("IsConverted", 20), ("MobilePhone", 5), ("Id", 5), ("LastName", 3), ("FirstName", 3),
        ],
        needs: &["HasOptedOutOfEmail", "HasOptedOutOfFax", "MasterRecordId", "SystemModstamp", "IsEmailBounced", "EmailBouncedDate", "IndividualId", "AccountId"],
        columns: API,
        writes_utc: true,
        lacks: LACKS,
        ..Layout::new(System::Salesforce, "contacts or leads")
    },
    Layout {
        signs: &[
            ("HasOptedOutTracking", 40), ("HasOptedOutProfiling", 40), ("HasOptedOutProcessing", 40),
            ("HasOptedOutSolicit", 40), ("ShouldForget", 40), ("SendIndividualData", 40), ("CanStorePiiElsewhere", 40),
        ],
        columns: INDIVIDUAL,
        writes_utc: true,
        lacks: "The privacy record has no address: import Contact or Lead of the same export beside it.",
        ..Layout::new(System::Salesforce, "individuals")
    },
    Layout {
        signs: &[
            ("ContactPointType", 40), ("PrivacyConsentStatus", 60), ("CaptureDate", 20), ("CaptureSource", 20),
            ("CaptureContactPointType", 40), ("DoubleConsentCaptureDate", 50), ("DataUsePurposeId", 40), ("PartyId", 20),
            ("EffectiveFrom", 10), ("EffectiveTo", 10),
        ],
        columns: CONSENT,
        writes_utc: true,
        lacks: "The consent record has no address: import Contact or Lead of the same export beside it.",
        ..Layout::new(System::Salesforce, "consent per channel")
    },
    Layout {
        signs: &[
            ("Email Opt Out", 60), ("Fax Opt Out", 40), ("Do Not Call", 20), ("Lead Source", 20), ("Account Name", 20),
            ("Contact ID", 15), ("Lead ID", 20), ("Mailing Country", 20), ("Mailing Zip/Postal Code", 40),
            ("Mailing State/Province", 40), ("Mailing City", 15), ("Mailing Street", 20), ("Contact Owner", 15),
            ("Lead Owner", 20), ("Created Date", 15), ("Email Bounced Reason", 40), ("Email Bounced Date", 30),
            ("Last Activity", 10), ("First Name", 3), ("Last Name", 3),
            // Zoho CRM has the same labels, and these beside them.
            ("Created Time", -60), ("Modified Time", -40), ("Record Id", -40), ("Mailing Zip", -40),
        ],
        needs: &["Email Opt Out", "Fax Opt Out", "Contact ID", "Lead ID", "Mailing Zip/Postal Code"],
        columns: REPORT,
        lacks: LACKS,
        ..Layout::new(System::Salesforce, "report")
    },
];

const API: &[Known] = &[
    known("Id", Field::ExternalId, "Salesforce's own id of the record"),
    nothing("IsDeleted", Category::Technical, "whether the record lies in the recycle bin"),
    nothing("MasterRecordId", Category::Technical, "the record this one was merged into"),
    nothing("AccountId", Category::Technical, "the id of the person's company"),
    nothing("IndividualId", Category::Technical, "the id of the privacy record"),
    nothing("OwnerId", Category::Technical, "the colleague in charge, not the person"),
    nothing("CreatedById", Category::Technical, "the colleague in charge, not the person"),
    nothing("LastModifiedById", Category::Technical, "the colleague in charge, not the person"),
    known("LastName", Field::LastName, "Salesforce's own name for the last name"),
    known("FirstName", Field::FirstName, "Salesforce's own name for the first name"),
    known("Name", Field::FullName, "Salesforce's own name for the whole name"),
    nothing("Salutation", Category::Identity, "a form of address"),
    nothing("Title", Category::Identity, "a job title"),
    known("Company", Field::Company, "Salesforce's own name for the company"),
    known("Email", Field::Email, "Salesforce's own name for the address"),
    known("Phone", Field::Phone, "Salesforce's own name for the telephone number"),
    known("MobilePhone", Field::Phone, "Salesforce's own name for the mobile number"),
    known("HomePhone", Field::Phone, "Salesforce's own name for the private number"),
    known("OtherPhone", Field::Phone, "Salesforce's own name for another number"),
    nothing("AssistantPhone", Category::Identity, "the number of another person"),
    nothing("AssistantName", Category::Identity, "the name of another person"),
    nothing("Fax", Category::Identity, "a fax number"),
    known("MailingStreet", Field::Address, "Salesforce's own name for the street"),
    known("MailingCity", Field::City, "Salesforce's own name for the town"),
    known("MailingPostalCode", Field::Postcode, "Salesforce's own name for the postal code"),
    known("MailingCountry", Field::Country, "Salesforce's own name for the country"),
    known("MailingCountryCode", Field::Country, "Salesforce's own name for the country code").less_sure(0.97),
    known("Street", Field::Address, "Salesforce's own name for the street"),
    known("City", Field::City, "Salesforce's own name for the town"),
    known("PostalCode", Field::Postcode, "Salesforce's own name for the postal code"),
    known("Country", Field::Country, "Salesforce's own name for the country"),
    known("LeadSource", Field::ConsentSource, "where Salesforce says the person came from"),
    nothing("Status", Category::Behaviour, "the state of a lead, not of a subscription"),
    known("HasOptedOutOfEmail", Field::DoNotEmail, EMAIL_OPT_OUT).inverted(),
    nothing("HasOptedOutOfFax", Category::Consent, "the opt-out of fax; Bonafide judges no fax"),
    known("DoNotCall", Field::DoNotCall, "Salesforce's own name for the opt-out of calls; false is no consent").inverted(),
    known("CreatedDate", Field::CreatedAt, "Salesforce's own name for when the record was made; no consent date"),
    known("LastModifiedDate", Field::UpdatedAt, "Salesforce's own name for the last change"),
    nothing("SystemModstamp", Category::Technical, "the last change by anything"),
    known("LastActivityDate", Field::LastActivityAt, "Salesforce's own name for the last activity"),
    nothing("LastCURequestDate", Category::Technical, "when contact data was last asked for"),
    nothing("LastViewedDate", Category::Technical, "when a colleague last looked"),
    known("EmailBouncedReason", Field::Bounced, "Salesforce's own name for why the address bounced").inverted(),
    known("EmailBouncedDate", Field::BouncedAt, "Salesforce's own name for when the address bounced"),
    known("IsEmailBounced", Field::Bounced, "Salesforce's own name for a bounced address").inverted(),
    known("Birthdate", Field::BirthDate, "Salesforce's own name for the date of birth"),
    known("Description", Field::Notes, "Salesforce's own name for free text"),
];

const INDIVIDUAL: &[Known] = &[
    known("Id", Field::ExternalId, "Salesforce's own id of the privacy record"),
    known("LastName", Field::LastName, "Salesforce's own name for the last name"),
    known("FirstName", Field::FirstName, "Salesforce's own name for the first name"),
    known("HasOptedOutSolicit", Field::DoNotEmail, "the person wants no advertising on any channel; false is no consent")
        .inverted(),
    known("HasOptedOutProcessing", Field::DoNotEmail, "the person wants no processing at all; false is no consent").inverted(),
    known("ShouldForget", Field::DoNotEmail, "the person asked to be forgotten; false is no consent").inverted(),
    nothing("HasOptedOutTracking", Category::Consent, "the opt-out of tracking, which is no channel"),
    nothing("HasOptedOutProfiling", Category::Consent, "the opt-out of profiling, which is no channel"),
    nothing("SendIndividualData", Category::Consent, "the person asked for a copy of the data"),
    nothing("CanStorePiiElsewhere", Category::Consent, "where the data may be kept"),
];

const CONSENT: &[Known] = &[
    known("PartyId", Field::ExternalId, "the id of the privacy record this consent belongs to"),
    nothing("Id", Category::Technical, "the id of the consent record, not of the person"),
    nothing("ContactPointType", Category::Consent, "the channel of each row"),
    known("PrivacyConsentStatus", Field::Status, "Salesforce's own name for the state of the consent"),
    known("EffectiveFrom", Field::ConsentAt, "from when the consent holds").less_sure(0.7),
    nothing("EffectiveTo", Category::Consent, "until when the consent holds"),
    known("CaptureDate", Field::ConsentAt, "Salesforce's own name for when the consent was taken"),
    known("CaptureSource", Field::ConsentSource, "Salesforce's own name for where the consent was taken"),
    known("CaptureContactPointType", Field::ConsentMethod, "by what means the consent was taken").less_sure(0.7),
    known("DoubleConsentCaptureDate", Field::ConfirmedAt, "Salesforce's own name for when the consent was confirmed"),
    known("DataUsePurposeId", Field::Purpose, "the purpose of the consent"),
];

const REPORT: &[Known] = &[
    known("Contact ID", Field::ExternalId, "Salesforce's own id of the contact"),
    known("Lead ID", Field::ExternalId, "Salesforce's own id of the lead"),
    known("First Name", Field::FirstName, "Salesforce's own name for the first name"),
    known("Last Name", Field::LastName, "Salesforce's own name for the last name"),
    known("Email", Field::Email, "Salesforce's own name for the address"),
    known("Phone", Field::Phone, "Salesforce's own name for the telephone number"),
    known("Mobile", Field::Phone, "Salesforce's own name for the mobile number"),
    known("Account Name", Field::Company, "Salesforce's own name for the company"),
    known("Mailing Country", Field::Country, "Salesforce's own name for the country"),
    known("Mailing City", Field::City, "Salesforce's own name for the town"),
    known("Mailing Street", Field::Address, "Salesforce's own name for the street"),
    known("Mailing Zip/Postal Code", Field::Postcode, "Salesforce's own name for the postal code"),
    nothing("Mailing State/Province", Category::Identity, "a region"),
    known("Lead Source", Field::ConsentSource, "where Salesforce says the person came from"),
    nothing("Lead Status", Category::Behaviour, "the state of a lead, not of a subscription"),
    known("Email Opt Out", Field::DoNotEmail, EMAIL_OPT_OUT).inverted(),
    nothing("Fax Opt Out", Category::Consent, "the opt-out of fax; Bonafide judges no fax"),
    known("Do Not Call", Field::DoNotCall, "Salesforce's own name for the opt-out of calls; no is no consent").inverted(),
    known("Created Date", Field::CreatedAt, "Salesforce's own name for when the record was made; no consent date"),
    known("Last Modified Date", Field::UpdatedAt, "Salesforce's own name for the last change"),
    known("Last Activity", Field::LastActivityAt, "Salesforce's own name for the last activity"),
    known("Email Bounced Reason", Field::Bounced, "Salesforce's own name for why the address bounced").inverted(),
    known("Email Bounced Date", Field::BouncedAt, "Salesforce's own name for when the address bounced"),
    nothing("Contact Owner", Category::Technical, "the colleague in charge, not the person"),
    nothing("Lead Owner", Category::Technical, "the colleague in charge, not the person"),
];
