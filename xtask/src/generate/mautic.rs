//! Contacts as Mautic's window exports them: a byte-order mark, every cell quoted, and no unsubscribes unless
//! the firm keeps them in fields of its own.

/// One contact. Times are spelled out to the second; empty is empty.
#[derive(Debug, Clone, Default)]
pub struct Contact {
    pub first: String,
    pub last: String,
    pub email: String,
    pub mobile: String,
    pub country: &'static str,
    pub locale: &'static str,
    pub last_active: String,
    /// The firm's own fields from here on: `subscribed`, `unsubscribed`, `pending` or empty.
    pub status: &'static str,
    pub consent_date: String,
    pub consent_source: &'static str,
    pub consent_ip: String,
    pub confirmed_at: String,
    pub last_sent_at: String,
    /// What the newest form writes down of itself: the act, and which wording it showed.
    pub form: Option<Form>,
}

/// The act and the wording of a sign-up.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    pub method: &'static str,
    pub wording: &'static str,
}

const HEADER: [&str; 39] = [
    "id",
    "title",
    "firstname",
    "lastname",
    "company",
    "position",
    "email",
    "mobile",
    "phone",
    "points",
    "fax",
    "address1",
    "address2",
    "city",
    "state",
    "zipcode",
    "country",
    "preferred_locale",
    "timezone",
    "last_active",
    "attribution_date",
    "attribution",
    "website",
    "facebook",
    "foursquare",
    "instagram",
    "linkedin",
    "skype",
    "twitter",
    "subscription_status",
    "consent_date",
    "consent_source",
    "consent_ip",
    "confirmed_at",
    "last_sent_at",
    "unsubscribed_at",
    "consent_method",
    "wording_version",
    "stage",
];

/// The whole file.
pub fn export(contacts: &[Contact]) -> anyhow::Result<Vec<u8>> {
    let mut file =
        csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer("\u{feff}".as_bytes().to_vec());
    file.write_record(HEADER)?;
    for (number, contact) in (301_usize..).zip(contacts) {
        let id = number.to_string();
        let (method, wording) = contact.form.map_or(("", ""), |form| (form.method, form.wording));
        let mut row = [""; 39];
        let zone = if contact.country.is_empty() { "" } else { "Europe/Stockholm" };
        for (column, cell) in [
            (0, id.as_str()),
            (2, &contact.first),
            (3, &contact.last),
            (6, &contact.email),
            (7, &contact.mobile),
            (9, "0"),
            (16, contact.country),
            (17, contact.locale),
            (18, zone),
            (19, &contact.last_active),
            (29, contact.status),
            (30, &contact.consent_date),
            (31, contact.consent_source),
            (32, &contact.consent_ip),
            (33, &contact.confirmed_at),
            (34, &contact.last_sent_at),
            (36, method),
            (37, wording),
        ] {
            row[column] = cell;
        }
        file.write_record(row)?;
    }
    file.into_inner().map_err(|stuck| anyhow::anyhow!("writing: {}", stuck.error()))
}
