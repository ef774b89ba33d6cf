//! An address that came back for good is dead in every system, not only where it bounced.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, consent_rule, law};
use crate::normalise::Contact;
use crate::vocabulary::{Action, Channel, Confidence, ConsentStatus, Field, Severity};

consent_rule! {
    /// An address came back as undeliverable and is still subscribed somewhere.
    ///
    /// ## Why it matters
    /// Wrong data that stay in use are a risk under Art. 5(1)(d) and (e), and an address that was given up may
    /// belong to somebody else tomorrow.
    ///
    /// ## What to do
    /// Suppress this address on this channel; only the person can open it again. A bounce is no refusal:
    /// other addresses and channels are judged on their own.
    ///
    /// ## Example
    /// ```contacts
    /// system,    email,           status
    /// mailchimp, ada@example.org, bounced
    /// hubspot,   ada@example.org, subscribed
    /// ```
    /// ```finds
    /// ada@example.org: bounced in mailchimp, subscribed in hubspot
    /// ```
    ///
    /// ## Example: whatever it is sent
    /// ```contacts
    /// system,    email,           status,     purpose
    /// mailchimp, ada@example.org, bounced,
    /// hubspot,   ada@example.org, subscribed, News
    /// ```
    /// ```finds
    /// ada@example.org: bounced in mailchimp, subscribed in hubspot
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,    email,           status
    /// mailchimp, ada@example.org, bounced
    /// hubspot,   ada@example.org, unsubscribed
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "bounced-but-subscribed",
        number: "R039",
        title: "Undeliverable, and still subscribed",
        severity: Severity::Risk,
        remedy: Action::Suppress,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_5_1_D, &law::GDPR_5_1_E],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        for bounced in cell.with_status(ConsentStatus::Bounced) {
            let still =
                || cell.yeses().filter(|yes| share_an_address(bounced.contact, yes.record.contact, cell.channel));
            if still().next().is_none() {
                continue;
            }
            let (dead, given) = policy.sides(std::iter::once(bounced.table), still().map(|yes| yes.record.table));
            findings.push(
                RULE.finding(Confidence::High)
                    .on_cell(position)
                    .because(format!("bounced in {dead}, subscribed in {given}"))
                    .evidence_and(Evidence::of(bounced), still().map(|yes| Evidence::at(yes.place))),
            );
        }
    }
    findings
}

/// A bounce speaks of one address. Rows that were joined by a customer number may have two.
fn share_an_address(bounced: &Contact, other: &Contact, channel: Channel) -> bool {
    let field = match channel {
        Channel::Email => Field::Email,
        Channel::Sms | Channel::PhoneLive | Channel::PhoneAuto | Channel::Messenger => Field::Phone,
        Channel::Post => Field::Address,
        Channel::Push => return true,
    };
    match (bounced.text(field), other.text(field)) {
        (Some(one), Some(another)) => one == another,
        _ => true,
    }
}
