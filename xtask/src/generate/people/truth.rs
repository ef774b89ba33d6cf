//! What is true of each person, to hold an audit against.

use std::io::Write;

use super::draw::Person;
use crate::generate::mailchimp::Audience;

/// `truth.csv` while it is written: `person,email,other_email,states,refused`.
pub struct Truth<W: Write>(csv::Writer<W>);

impl Person {
    /// What the systems say of e-mail, in the words of the command-line contract, sorted by system.
    fn states(&self) -> String {
        let contact = self.contact.as_ref().map(|contact| match contact.status {
            "Subscribed" => "hubspot=subscribed",
            "Unsubscribed" => "hubspot=unsubscribed",
            _ => "hubspot=unknown",
        });
        let member = self.member.as_ref().map(|member| match member.audience {
            Audience::Subscribed => "mailchimp=subscribed",
            Audience::Unsubscribed if member.reason == "ABUSE" => "mailchimp=complained",
            Audience::Unsubscribed => "mailchimp=unsubscribed",
            Audience::Cleaned => "mailchimp=bounced",
            Audience::Nonsubscribed => "mailchimp=unknown",
        });
        let customer = self.customer.as_ref().map(|customer| match customer.accepts_email {
            true => "shopify=subscribed",
            false => "shopify=unknown",
        });
        [contact, member, customer].into_iter().flatten().collect::<Vec<_>>().join(";")
    }

    /// Whether some system holds a no to e-mail. Nothing in these cases outweighs it.
    pub fn refused(&self) -> bool {
        self.member.as_ref().is_some_and(|member| member.audience == Audience::Unsubscribed)
            || self.contact.as_ref().is_some_and(|contact| contact.unsubscribed_from_all == "true")
    }
}

impl<W: Write> Truth<W> {
    /// Writes the header.
    pub fn new(to: W) -> anyhow::Result<Self> {
        let mut file = csv::Writer::from_writer(to);
        file.write_record(["person", "email", "other_email", "states", "refused"])?;
        Ok(Self(file))
    }

    /// Adds a person.
    pub fn write(&mut self, number: u32, person: &Person) -> anyhow::Result<()> {
        let refused = if person.refused() { "yes" } else { "no" };
        let other = person.other_email.as_deref().unwrap_or_default();
        self.0.write_record([&number.to_string(), &person.email, other, &person.states(), refused])?;
        Ok(())
    }

    /// Flushes.
    pub fn finish(mut self) -> anyhow::Result<()> {
        Ok(self.0.flush()?)
    }
}
