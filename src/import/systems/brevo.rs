//! Brevo, formerly Sendinblue. Names are attributes in the account's language; the block columns are inverted.

use super::{Known, Layout, known};
use crate::import::DateOrder;
use crate::vocabulary::{Channel, Field, System};

const BLOCKED: &str = "Brevo's own name for unsubscribed or blocked; no is no consent";
const BLOCKED_SMS: &str = "Brevo's own name for blocked for text messages; no is no consent";

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("DOUBLE_OPT-IN", 80),
        ("EMAIL_BLACKLISTED", 60),
        ("EMAIL_BLOCKLISTED", 60),
        ("SMS_BLACKLISTED", 50),
        ("SMS_BLOCKLISTED", 50),
        ("ADDED_TIME", 40),
        ("MODIFIED_TIME", 40),
        ("_listIds", 50),
        ("EXT_ID", 20),
        ("CONTACT ID", 15),
        ("OPT_IN", 15),
        ("WHATSAPP", 10),
        ("SMS", 10),
        ("LANDLINE_NUMBER", 15),
        ("EMAIL", 5),
    ],
    names: &[("brevo", 20), ("sendinblue", 20)],
    columns: COLUMNS,
    dates: Some(DateOrder::DayFirst),
    lacks: "lacks-brevo",
    ..Layout::new(System::Brevo, "contacts export")
}];

const COLUMNS: &[Known] = &[
    known("CONTACT ID", Field::ExternalId, "Brevo's own id of the contact"),
    known("EXT_ID", Field::CustomerId, "the person's id in another system").less_sure(0.8),
    known("EMAIL", Field::Email, "Brevo's own name for the address"),
    known("SMS", Field::Phone, "Brevo's own name for the mobile number, written without a plus"),
    known("WHATSAPP", Field::Phone, "Brevo's own name for the WhatsApp number, written without a plus").less_sure(0.8),
    known("LANDLINE_NUMBER", Field::Phone, "Brevo's own name for the landline number, written without a plus")
        .less_sure(0.8),
    known("FIRSTNAME", Field::FirstName, "Brevo's own name for the first name"),
    known("LASTNAME", Field::LastName, "Brevo's own name for the last name"),
    known("PRENOM", Field::FirstName, "Brevo's own name for the first name, in a French account"),
    known("NOM", Field::LastName, "Brevo's own name for the last name, in a French account"),
    known("VORNAME", Field::FirstName, "Brevo's own name for the first name, in a German account"),
    known("NACHNAME", Field::LastName, "Brevo's own name for the last name, in a German account"),
    known("NOMBRE", Field::FirstName, "Brevo's own name for the first name, in a Spanish account"),
    known("APELLIDOS", Field::LastName, "Brevo's own name for the last name, in a Spanish account"),
    known("NOME", Field::FirstName, "Brevo's own name for the first name, in an Italian account"),
    known("COGNOME", Field::LastName, "Brevo's own name for the last name, in an Italian account"),
    known(
        "DOUBLE_OPT-IN",
        Field::ConsentMethod,
        "Brevo's own name for a confirmed double opt-in: yes or 1 is a click on the confirmation, no or 2 is unknown",
    )
    .no_is_unknown(),
    known("OPT_IN", Field::OptinEmail, "Brevo's own name for a single opt-in; no or 2 may mean never asked")
        .no_is_unknown(),
    known("EMAIL_BLACKLISTED", Field::DoNotEmail, BLOCKED).inverted(),
    known("EMAIL_BLOCKLISTED", Field::DoNotEmail, BLOCKED).inverted(),
    known("SMS_BLACKLISTED", Field::DoNotSms, BLOCKED_SMS).inverted(),
    known("SMS_BLOCKLISTED", Field::DoNotSms, BLOCKED_SMS).inverted(),
    known("ADDED_TIME", Field::CreatedAt, "Brevo's own name for when the contact was added; no consent date"),
    known("MODIFIED_TIME", Field::UpdatedAt, "Brevo's own name for the last change"),
    known("email_marketing", Field::Status, "Brevo's state of the e-mail subscription").on(Channel::Email),
    known("sms_marketing", Field::Status, "Brevo's state of the text-message subscription").on(Channel::Sms),
    known("_listIds", Field::Lists, "Brevo's own name for the lists"),
];
