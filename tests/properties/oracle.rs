//! What the rows say, read as plainly as can be, without a line of the program.

use bonafide::vocabulary::Channel;

use crate::invented::{Row, Source};

/// A no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Of which channel; `None` for all.
    channel: Option<Channel>,
    /// Of which purpose; empty for all.
    purpose: &'static str,
    /// Days before the audit.
    age: Option<i64>,
}

impl Refusal {
    pub fn covers(&self, channel: Channel, purpose: &str) -> bool {
        self.channel.is_none_or(|own| own == channel)
            && (self.purpose.is_empty() || purpose.is_empty() || self.purpose.eq_ignore_ascii_case(purpose))
    }

    /// The same for the words of a list.
    pub fn covers_words(&self, channel: &str, purpose: &str) -> bool {
        let channel = if channel == "sms" { Channel::Sms } else { Channel::Email };
        self.covers(channel, if purpose == "unspecified" { "" } else { purpose })
    }
}

pub fn says_yes(row: &Row) -> bool {
    row.status == "subscribed"
}

pub fn bounced(row: &Row) -> bool {
    row.status == "cleaned"
}

/// Every no of a row.
pub fn refusals_of(row: &Row) -> Vec<Refusal> {
    let (everything, email) = (None, Some(Channel::Email));
    let mut all = Vec::new();
    let mut add = |channel, purpose| all.push(Refusal { channel, purpose, age: row.unsubscribed });
    match row.status {
        "unsubscribed" => add(email, row.purpose),
        "spam complaint" | "do not contact" | "erased" => add(everything, ""),
        _ => {}
    }
    if row.unsubscribed.is_some() {
        add(email, row.purpose);
    }
    match row.source {
        Source::List if row.flagged => add(everything, ""),
        Source::HubSpot if row.flagged => add(email, ""),
        _ => {}
    }
    if row.no_sms {
        add(Some(Channel::Sms), "");
    }
    all
}

/// Rows of one person: by their own address, or by name and telephone; a mailbox of several by name.
fn same_person(one: &Row, other: &Row) -> bool {
    let shared_mailbox = one.email.starts_with("info@");
    let by_address = one.email == other.email && (!shared_mailbox || one.name == other.name);
    by_address || (!one.phone.is_empty() && one.phone == other.phone && one.name == other.name)
}

/// All rows of the person of a row, whatever joins them.
fn rows_of<'r>(row: &'r Row, all: &'r [Row]) -> Vec<&'r Row> {
    let mut own = vec![row];
    let mut next = 0;
    while next < own.len() {
        let known = own[next];
        let more: Vec<&Row> = all.iter().filter(|other| same_person(known, other) && !own.contains(other)).collect();
        own.extend(more);
        next += 1;
    }
    own
}

/// Every no that holds for the person of a row and that no row of theirs could possibly have taken back.
pub fn standing_refusals(row: &Row, all: &[Row]) -> Vec<Refusal> {
    let own = rows_of(row, all);
    let mut refusals: Vec<Refusal> = own.iter().flat_map(|row| refusals_of(row)).collect();
    // Of others with the same mailbox or telephone: their no to what reaches both.
    for other in all.iter().filter(|other| !own.contains(other)) {
        let shares = |channel| match channel {
            Channel::Email => own.iter().any(|own| own.email == other.email),
            _ => own.iter().any(|own| !own.phone.is_empty() && own.phone == other.phone),
        };
        for refusal in refusals_of(other) {
            let reached = [Channel::Email, Channel::Sms].into_iter().filter(|channel| shares(*channel));
            for channel in reached.filter(|channel| refusal.channel.is_none_or(|own| own == *channel)) {
                refusals.push(Refusal { channel: Some(channel), ..refusal.clone() });
            }
        }
    }
    refusals.retain(|refusal| !own.iter().any(|row| may_take_back(row, refusal)));
    refusals
}

/// Whether a row is a later yes of the person's own, with all that proves it.
fn may_take_back(row: &Row, refusal: &Refusal) -> bool {
    let later = matches!((row.consent, refusal.age), (Some(consent), Some(refused)) if consent < refused);
    later && says_yes(row) && row.method == "tick" && row.form.contains("form") && row.wording == "W-1"
}
