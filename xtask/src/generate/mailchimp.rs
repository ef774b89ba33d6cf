//! An audience as Mailchimp exports it: one file per status, the status only in the file's name.

use std::io::Write;

/// What Mailchimp calls a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// Gets the newsletter.
    #[default]
    Subscribed,
    /// Left.
    Unsubscribed,
    /// Came back as undeliverable.
    Cleaned,
    /// A customer who never signed up.
    Nonsubscribed,
}

/// One member. Times are spelled out; empty is empty.
#[derive(Debug, Clone, Default)]
pub struct Member {
    pub audience: Audience,
    pub email: String,
    pub first: String,
    pub last: String,
    pub phone: String,
    /// The audience's own field for the country, in words.
    pub country: String,
    pub rating: u8,
    pub optin_time: String,
    pub optin_ip: String,
    pub confirm_time: String,
    pub confirm_ip: String,
    /// Guessed by Mailchimp from the IP address.
    pub cc: String,
    pub source: String,
    /// When the member changed, left or was cleaned.
    pub changed: String,
    pub reason: String,
    pub notes: String,
    pub tags: String,
}

const BEFORE: [&str; 18] = [
    "Email Address",
    "First Name",
    "Last Name",
    "Phone Number",
    "Land",
    "MEMBER_RATING",
    "OPTIN_TIME",
    "OPTIN_IP",
    "CONFIRM_TIME",
    "CONFIRM_IP",
    "LATITUDE",
    "LONGITUDE",
    "GMTOFF",
    "DSTOFF",
    "TIMEZONE",
    "CC",
    "REGION",
    "SOURCE",
];
const AFTER: [&str; 4] = ["LEID", "EUID", "NOTES", "TAGS"];

impl Audience {
    /// Every status, in the order of the files.
    pub const ALL: [Self; 4] = [Self::Subscribed, Self::Unsubscribed, Self::Cleaned, Self::Nonsubscribed];

    /// The file of the export with that hash.
    pub fn file_name(self, hash: &str) -> String {
        let status = match self {
            Self::Subscribed => "subscribed",
            Self::Unsubscribed => "unsubscribed",
            Self::Cleaned => "cleaned",
            Self::Nonsubscribed => "nonsubscribed",
        };
        format!("{status}_email_audience_export_{hash}.csv")
    }

    /// The columns only this status has.
    fn own_columns(self) -> &'static [&'static str] {
        match self {
            Self::Subscribed | Self::Nonsubscribed => &["LAST_CHANGED"],
            Self::Unsubscribed => {
                &["UNSUB_TIME", "UNSUB_CAMPAIGN_TITLE", "UNSUB_CAMPAIGN_ID", "UNSUB_REASON", "UNSUB_REASON_OTHER"]
            }
            Self::Cleaned => &["CLEAN_TIME", "CLEAN_CAMPAIGN_TITLE", "CLEAN_CAMPAIGN_ID"],
        }
    }
}

/// The four files while they are written.
pub struct Export<W: Write> {
    files: [csv::Writer<W>; 4],
    members: u64,
}

impl<W: Write> Export<W> {
    /// Opens the four files and writes their headers.
    pub fn new(mut open: impl FnMut(Audience) -> anyhow::Result<W>) -> anyhow::Result<Self> {
        let mut file = |audience: Audience| -> anyhow::Result<csv::Writer<W>> {
            let mut file = csv::Writer::from_writer(open(audience)?);
            file.write_record(BEFORE.iter().chain(audience.own_columns()).chain(&AFTER))?;
            Ok(file)
        };
        let [a, b, c, d] = Audience::ALL;
        Ok(Self { files: [file(a)?, file(b)?, file(c)?, file(d)?], members: 0 })
    }

    /// Adds a member to the file of its status.
    pub fn write(&mut self, member: &Member) -> anyhow::Result<()> {
        self.members += 1;
        let file = &mut self.files[member.audience as usize];
        let (rating, leid) = (member.rating.to_string(), (44_870_000 + self.members).to_string());
        let euid = format!("{:010x}", self.members.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 24);
        let zone = if member.cc.is_empty() { "" } else { "Europe/Stockholm" };
        for cell in [
            &member.email,
            &member.first,
            &member.last,
            &member.phone,
            &member.country,
            &rating,
            &member.optin_time,
            &member.optin_ip,
            &member.confirm_time,
            &member.confirm_ip,
        ] {
            file.write_field(cell)?;
        }
        for cell in ["", "", "", "", zone, &member.cc, "", &member.source, &member.changed] {
            file.write_field(cell)?;
        }
        match member.audience {
            Audience::Subscribed | Audience::Nonsubscribed => {}
            Audience::Unsubscribed => {
                for cell in ["Nyhetsbrev", "f1c0ffee01", &member.reason, ""] {
                    file.write_field(cell)?;
                }
            }
            Audience::Cleaned => {
                for cell in ["Nyhetsbrev", "f1c0ffee01"] {
                    file.write_field(cell)?;
                }
            }
        }
        for cell in [&leid, &euid, &member.notes, &member.tags] {
            file.write_field(cell)?;
        }
        file.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Flushes and gives back the four files in the order of [`Audience::ALL`].
    pub fn finish(self) -> anyhow::Result<Vec<W>> {
        self.files
            .into_iter()
            .map(|file| file.into_inner().map_err(|stuck| anyhow::anyhow!("writing: {}", stuck.error())))
            .collect()
    }
}
