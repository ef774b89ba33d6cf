//! Customers and contacts: the web shop, the CRM, and the coffee club.

use super::newsletter::silent;
use super::{Crowd, EXPORTED, Exports, Someone};
use crate::generate::moments::{later, minute, second};
use crate::generate::norrsken::named::{CHECKOUT, COFFEE_CLUB};
use crate::generate::{hubspot, mautic, names, shopify};

pub(super) fn add(exports: &mut Exports, crowd: &mut Crowd<'_>) {
    checkout(exports, crowd);
    crm(exports, crowd);
    coffee_club(exports, crowd);
    for number in 0..95 {
        let someone = crowd.someone();
        exports.shopify.push(customer(crowd, &someone, number < 40));
    }
}

/// A customer, and whether the box for e-mail is ticked.
pub(super) fn customer(crowd: &mut Crowd<'_>, someone: &Someone, accepts_email: bool) -> shopify::Customer {
    let accepts_sms = !someone.phone.is_empty() && crowd.chance(20);
    let note = if crowd.chance(2) { "Hämtar i kaféet".to_owned() } else { String::new() };
    shopify::Customer {
        first: someone.first.to_owned(),
        last: someone.last.to_owned(),
        email: someone.email.clone(),
        accepts_email,
        accepts_sms,
        country: someone.country,
        city: if someone.country == "SE" {
            ["Luleå", "Piteå", "Umeå", "Göteborg"][crowd.rng.usize(..4)]
        } else {
            ""
        },
        phone: someone.phone.clone(),
        orders: crowd.rng.u32(0..14),
        note,
        tags: if accepts_email { "newsletter" } else { "" },
    }
}

/// A contact of whose consent the CRM says nothing.
pub(super) fn contact(crowd: &mut Crowd<'_>, someone: &Someone) -> hubspot::Contact {
    hubspot::Contact {
        first: someone.first.to_owned(),
        last: someone.last.to_owned(),
        email: someone.email.clone(),
        phone: someone.phone.clone(),
        lifecycle: ["Lead", "Customer", "Subscriber", "Opportunity"][crowd.rng.usize(..4)],
        created: minute(crowd.second("2019-06-01 08:00:00", "2024-01-01 00:00:00")),
        country: names::english(someone.country),
        original_source: ["Offline sources", "Organic search", "Direct traffic", ""][crowd.rng.usize(..4)],
        marketing_contact: crowd.chance(70),
        ..hubspot::Contact::default()
    }
}

/// The box comes ticked, so everybody who ever bought here "agreed".
fn checkout(exports: &mut Exports, crowd: &mut Crowd<'_>) {
    for number in 0..110 {
        let someone = crowd.someone();
        let consented = crowd.second("2024-02-01 08:00:00", EXPORTED);
        exports.hubspot.push(hubspot::Contact {
            status: "Subscribed",
            created: minute(later(consented, -86_400 * crowd.rng.i64(1..90))),
            consent_date: minute(consented),
            consent_source: CHECKOUT,
            ..contact(crowd, &someone)
        });
        if number < 45 {
            exports.shopify.push(customer(crowd, &someone, true));
        }
    }
}

fn crm(exports: &mut Exports, crowd: &mut Crowd<'_>) {
    for number in 0..45 {
        let someone = crowd.someone();
        let silent = contact(crowd, &someone);
        let tasting = minute(crowd.second("2023-03-01 08:00:00", EXPORTED));
        exports.hubspot.push(match number {
            0..15 => hubspot::Contact {
                status: "Subscribed",
                legal_basis: "Freely given consent from contact",
                consent_date: tasting,
                consent_source: "Provsmakning i butik",
                consent_method: if number < 4 { "pre-ticked" } else { "" },
                ..silent
            },
            15..18 => hubspot::Contact { status: "Subscribed", hard_bounce: "UNKNOWN_USER", ..silent },
            _ => hubspot::Contact { unsubscribed_from_all: "false", ..silent },
        });
    }
}

/// The sign-up form of the coffee club, and what its first versions wrote into the date fields.
fn coffee_club(exports: &mut Exports, crowd: &mut Crowd<'_>) {
    for number in 0..82 {
        let someone = crowd.someone();
        let newest = number < 14;
        let since = if newest { "2026-01-05 08:00:00" } else { "2025-01-05 08:00:00" };
        let until = if newest { "2026-08-30 00:00:00" } else { "2025-12-30 00:00:00" };
        let consented = crowd.second(since, until);
        let contact = mautic::Contact {
            consent_date: second(consented),
            consent_source: "Kaffeklubben",
            consent_ip: crowd.ip(),
            status: "subscribed",
            ..silent(&someone)
        };
        exports.mautic.push(match number {
            0..45 => mautic::Contact {
                confirmed_at: second(later(consented, 600)),
                form: newest.then_some(COFFEE_CLUB),
                ..contact
            },
            45..57 => mautic::Contact { status: "pending", last_sent_at: "2026-10-15 07:00:00".to_owned(), ..contact },
            57..63 => mautic::Contact {
                status: "pending",
                consent_date: second(crowd.second("2026-10-25 00:00:00", "2026-10-29 20:00:00")),
                ..contact
            },
            63..69 => mautic::Contact { consent_date: "1970-01-01 00:00:00".to_owned(), ..contact },
            69..72 => mautic::Contact { consent_date: "2027-01-01 09:00:00".to_owned(), ..contact },
            _ => silent(&someone),
        });
    }
}
