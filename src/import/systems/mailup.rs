//! MailUp: the export of those who left, and, by hearsay, the export of recipients in an Italian account.

use super::{Evidence, Known, Layout, Missing, Supply, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::{Category, ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[
    Layout {
        signs: &[
            ("OptOut_Date", 40),
            ("optout_type", 35),
            ("optout_subtype", 35),
            ("optout_nl", 35),
            ("idList", 20),
            ("Phone Number", 3),
            ("Email", 3),
        ],
        needs: &["optout_type", "optout_nl"],
        names: &[("mailup", 30)],
        columns: UNSUBSCRIBED,
        state_by_column: &[("OptOut_Date", ConsentStatus::Withdrawn), ("optout_type", ConsentStatus::Withdrawn)],
        dates: Some(DateOrder::Plain),
        lacks_until: &[Missing::until("lacks-mailup-unsubscribed", &[Supply::Export(&["recipients export"])])],
        ..Layout::new(System::MailUp, "unsubscribed recipients")
    },
    Layout {
        evidence: Evidence::Memory,
        signs: &[
            ("Prefisso", 25),
            ("Numero", 20),
            ("Data iscrizione", 25),
            ("Data conferma", 20),
            ("IP iscrizione", 25),
            ("Stato", 10),
            ("Azienda", 5),
            ("Email", 3),
        ],
        needs: &["Prefisso", "IP iscrizione"],
        names: &[("mailup", 40)],
        columns: RECIPIENTS,
        dates: Some(DateOrder::DayFirst),
        lacks: "lacks-mailup",
        ..Layout::new(System::MailUp, "recipients export")
    },
];

const UNSUBSCRIBED: &[Known] = &[
    known("Email", Field::Email, "MailUp's own name for the address"),
    known("Phone Number", Field::Phone, "MailUp's own name for the telephone number"),
    known("idList", Field::Lists, "MailUp's own number of the list the person left"),
    known("OptOut_Date", Field::UnsubscribedAt, "MailUp's own name for the time of unsubscribing"),
    nothing("optout_nl", Category::Technical, "the message the person unsubscribed from"),
    known("optout_type", Field::UnsubscribeReason, "MailUp's number of how the person was unsubscribed; 0 is by hand"),
    known("optout_subtype", Field::UnsubscribeReason, "a detail of how the person was unsubscribed").less_sure(0.8),
];

const RECIPIENTS: &[Known] = &[
    known("Email", Field::Email, "MailUp's own name for the address"),
    nothing("Prefisso", Category::Identity, "the calling code of the number in the next column"),
    known("Numero", Field::Phone, "MailUp's own name for the mobile number, without its calling code").less_sure(0.8),
    known("Nome", Field::FirstName, "MailUp's own name for the first name"),
    known("Cognome", Field::LastName, "MailUp's own name for the last name"),
    known("Azienda", Field::Company, "MailUp's own name for the company"),
    known(
        "Data iscrizione",
        Field::ConsentAt,
        "MailUp's own name for when the person signed up; also of who has left since",
    )
    .no_is_unknown(),
    known("Data conferma", Field::ConfirmedAt, "MailUp's own name for the time of confirmation"),
    known("IP iscrizione", Field::ConsentIp, "MailUp's own name for the address the person signed up from"),
    known("Stato", Field::Status, "MailUp's own name for the state of the subscription").saying(&[
        ("Iscritto", ConsentStatus::Given),
        ("Disiscritto", ConsentStatus::Withdrawn),
        ("In attesa", ConsentStatus::Pending),
    ]),
];
