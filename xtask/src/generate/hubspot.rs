//! Contacts as HubSpot exports them, with the labels of an English portal and five properties of the firm's own.

use std::io::Write;

/// One contact. Times are spelled out to the minute; empty is empty.
#[derive(Debug, Clone, Default)]
pub struct Contact {
    pub first: String,
    pub last: String,
    pub email: String,
    pub phone: String,
    pub lifecycle: &'static str,
    pub created: String,
    pub last_activity: String,
    pub country: &'static str,
    pub original_source: &'static str,
    /// A billing flag; says nothing of consent.
    pub marketing_contact: bool,
    /// `true`, `false` or empty.
    pub unsubscribed_from_all: &'static str,
    pub legal_basis: &'static str,
    pub hard_bounce: &'static str,
    /// The firm's own property: `Subscribed`, `Unsubscribed` or empty.
    pub status: &'static str,
    pub consent_date: String,
    pub consent_source: &'static str,
    pub consent_method: &'static str,
    pub opt_out_date: String,
}

const HEADER: [&str; 22] = [
    "Record ID",
    "First Name",
    "Last Name",
    "Email",
    "Phone Number",
    "Contact owner",
    "Lead Status",
    "Lifecycle Stage",
    "Create Date",
    "Last Activity Date",
    "Country/Region",
    "Original Source",
    "Marketing contact status",
    "Unsubscribed from all email",
    "Legal basis for processing contact's data",
    "Email hard bounce reason",
    "Subscription status",
    "Consent date",
    "Consent source",
    "Consent method",
    "Opt-out date",
    "Associated Company",
];

/// The file while it is written.
pub struct Export<W: Write> {
    file: csv::Writer<W>,
    contacts: u64,
}

impl<W: Write> Export<W> {
    /// Writes the header.
    pub fn new(to: W) -> anyhow::Result<Self> {
        let mut file = csv::Writer::from_writer(to);
        file.write_record(HEADER)?;
        Ok(Self { file, contacts: 0 })
    }

    /// Adds a contact.
    pub fn write(&mut self, contact: &Contact) -> anyhow::Result<()> {
        self.contacts += 1;
        let id = (51_000 + 7 * self.contacts).to_string();
        let marketing = if contact.marketing_contact { "Marketing contact" } else { "Non-marketing contact" };
        self.file.write_record([
            &id,
            &contact.first,
            &contact.last,
            &contact.email,
            &contact.phone,
            "saga@norrsken.example",
            "",
            contact.lifecycle,
            &contact.created,
            &contact.last_activity,
            contact.country,
            contact.original_source,
            marketing,
            contact.unsubscribed_from_all,
            contact.legal_basis,
            contact.hard_bounce,
            contact.status,
            &contact.consent_date,
            contact.consent_source,
            contact.consent_method,
            &contact.opt_out_date,
            "",
        ])?;
        Ok(())
    }

    /// Flushes and gives back the file.
    pub fn finish(self) -> anyhow::Result<W> {
        self.file.into_inner().map_err(|stuck| anyhow::anyhow!("writing: {}", stuck.error()))
    }
}
