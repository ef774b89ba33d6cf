//! One person and what each system holds of them.

use chrono::NaiveDateTime;

use crate::generate::mailchimp::{Audience, Member};
use crate::generate::moments::{between, day, later, minute, second};
use crate::generate::{hubspot, names, phones, shopify};

/// A person with their rows.
pub struct Person {
    /// The address most systems know, in lower case.
    pub email: String,
    /// Another address, known to Shopify, which the telephone number joins to the first.
    pub other_email: Option<String>,
    pub member: Option<Member>,
    pub contact: Option<hubspot::Contact>,
    pub customer: Option<shopify::Customer>,
}

/// One in so many people has a telephone number, as long as the ranges last: to some 1.1 million people.
const ONE_IN_HAS_PHONE: u32 = 16;
/// Oddities come in blocks of so many people, so that a fingerprint has a batch to show.
const BATCH: u32 = 4_000;

/// Sign-ups on the form, contacts of the CRM, and the day of the exports.
const FORM_SINCE: NaiveDateTime = day(2019, 3, 2);
const FORM_UNTIL: NaiveDateTime = day(2026, 9, 25);
const CRM_SINCE: NaiveDateTime = day(2016, 1, 1);
const CRM_UNTIL: NaiveDateTime = day(2024, 1, 1);
const EXPORTED: NaiveDateTime = day(2026, 10, 29);

/// The person with that number.
pub fn person(number: u32, seed: u64) -> Person {
    // Numbers next to each other must not give streams that look alike.
    let mixed = (u64::from(number) + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ seed.wrapping_mul(0xd134_2543_de82_ef95);
    let mut rng = fastrand::Rng::with_seed(mixed);
    let (first, last) = names::name(&mut rng);
    let (phone_country, phone) = number
        .is_multiple_of(ONE_IN_HAS_PHONE)
        .then(|| phones::any(number / ONE_IN_HAS_PHONE))
        .flatten()
        .unwrap_or_default();
    let country = match phone_country {
        "" if rng.u32(..100) < 3 => "",
        "" => names::country(&mut rng),
        known => known,
    };
    let mut email = String::with_capacity(40);
    names::slug(first, &mut email);
    email.push('.');
    names::slug(last, &mut email);
    email.push_str(&number.to_string());
    let other_email = (!phone.is_empty() && rng.u8(..4) == 0).then(|| format!("{email}@private.example.net"));
    email.push('@');
    email.push_str(names::domain(&mut rng));

    let someone = Someone { number, first, last, country, phone };
    // 80, 70 and 60 in a hundred; who would be nowhere is in Mailchimp.
    let (in_hubspot, in_shopify) = (rng.u32(..100) < 70, rng.u32(..100) < 60);
    let in_mailchimp = rng.u32(..100) < 80 || !(in_hubspot || in_shopify);
    let member = in_mailchimp.then(|| someone.member(&mut rng, &email));
    let left = member.as_ref().filter(|member| member.audience == Audience::Unsubscribed).map(|left| &left.changed);
    let contact = in_hubspot.then(|| someone.contact(&mut rng, &email, left));
    let there = other_email.as_ref().unwrap_or(&email);
    let customer = in_shopify.then(|| someone.customer(&mut rng, there));
    let other_email = other_email.filter(|_| in_shopify);
    Person { email, other_email, member, contact, customer }
}

struct Someone {
    number: u32,
    first: &'static str,
    last: &'static str,
    country: &'static str,
    phone: String,
}

impl Someone {
    fn member(&self, rng: &mut fastrand::Rng, email: &str) -> Member {
        let mut member = Member {
            email: email.to_owned(),
            first: self.first.to_owned(),
            last: self.last.to_owned(),
            phone: self.phone.clone(),
            country: names::swedish(self.country).to_owned(),
            cc: self.country.to_owned(),
            rating: rng.u8(1..=5),
            ..Member::default()
        };
        let optin = between(rng, FORM_SINCE, FORM_UNTIL);
        let (audience, source) = match rng.u32(..100) {
            0..60 => (Audience::Subscribed, "Hosted Signup Form"),
            60..69 => (Audience::Subscribed, "List Import from File"),
            69..84 => (Audience::Unsubscribed, "Hosted Signup Form"),
            84..88 => (Audience::Cleaned, "Hosted Signup Form"),
            _ => (Audience::Nonsubscribed, ""),
        };
        member.audience = audience;
        source.clone_into(&mut member.source);
        let confirm = later(optin, rng.i64(30..40_000));
        if source == "Hosted Signup Form" {
            member.optin_time = second(optin);
            member.optin_ip = self.ip();
            member.confirm_ip.clone_from(&member.optin_ip);
        }
        if !source.is_empty() {
            member.confirm_time = second(confirm);
        }
        member.changed = match audience {
            Audience::Unsubscribed | Audience::Cleaned => second(between(rng, confirm.min(FORM_UNTIL), EXPORTED)),
            _ => member.confirm_time.clone(),
        };
        if audience == Audience::Unsubscribed {
            member.reason = if rng.u32(..100) < 3 { "ABUSE" } else { "NORMAL" }.to_owned();
        }
        member
    }

    /// Forty people of every batch sat before one screen.
    fn ip(&self) -> String {
        match self.number % BATCH {
            0..40 => format!("198.51.100.{}", self.number / BATCH % 250 + 1),
            _ => format!("2001:db8:{:x}:{:x}::1", self.number >> 16, self.number & 0xffff),
        }
    }

    /// `left` is when the person left in Mailchimp: most were taken out here too, some were forgotten.
    fn contact(&self, rng: &mut fastrand::Rng, email: &str, left: Option<&String>) -> hubspot::Contact {
        let created = between(rng, CRM_SINCE, CRM_UNTIL);
        let mut contact = hubspot::Contact {
            first: self.first.to_owned(),
            last: self.last.to_owned(),
            email: if rng.u32(..100) < 3 { email.to_uppercase() } else { email.to_owned() },
            phone: self.phone.clone(),
            lifecycle: ["Lead", "Customer", "Subscriber", "Opportunity"][rng.usize(..4)],
            created: minute(created),
            last_activity: minute(between(rng, CRM_UNTIL, EXPORTED)),
            country: names::english(self.country),
            original_source: ["Offline sources", "Organic search", "Direct traffic", ""][rng.usize(..4)],
            marketing_contact: rng.bool(),
            ..hubspot::Contact::default()
        };
        let roll = rng.u32(..100);
        match left {
            Some(when) if roll < 60 => {
                contact.unsubscribed_from_all = "true";
                contact.status = "Unsubscribed";
                contact.opt_out_date = when[..16].to_owned();
            }
            Some(_) if roll < 75 => contact.status = "Subscribed",
            None if roll < 6 => {
                contact.unsubscribed_from_all = "true";
                contact.status = "Unsubscribed";
                contact.opt_out_date = minute(between(rng, created, EXPORTED));
            }
            None if roll < 40 => {
                contact.status = "Subscribed";
                contact.consent_date = if self.number % BATCH > BATCH - 60 {
                    "2018-05-24 23:59".to_owned()
                } else {
                    minute(between(rng, created, EXPORTED))
                };
                contact.consent_source = ["Provsmakning i butik", "Kundtjänst", "import", ""][rng.usize(..4)];
            }
            _ => contact.unsubscribed_from_all = "false",
        }
        contact
    }

    fn customer(&self, rng: &mut fastrand::Rng, email: &str) -> shopify::Customer {
        shopify::Customer {
            first: self.first.to_owned(),
            last: self.last.to_owned(),
            email: email.to_owned(),
            accepts_email: rng.u32(..100) < 35,
            accepts_sms: !self.phone.is_empty() && rng.bool(),
            country: self.country,
            city: ["Luleå", "Lyon", "Leeds", "Köln", ""][rng.usize(..5)],
            phone: self.phone.clone(),
            orders: rng.u32(0..14),
            note: String::new(),
            tags: ["", "newsletter", "stamkund"][rng.usize(..3)],
        }
    }
}
