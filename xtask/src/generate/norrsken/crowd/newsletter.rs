//! The audience of the newsletter, and where its members turn up besides.

use super::shop::{contact, customer};
use super::{Crowd, EXPORTED, Exports, Someone};
use crate::generate::mailchimp::{Audience, Member};
use crate::generate::moments::{later, minute, second};
use crate::generate::norrsken::fair::Visitor;
use crate::generate::norrsken::named::HOSTED;
use crate::generate::{hubspot, mautic, names};

pub(super) fn add(exports: &mut Exports, crowd: &mut Crowd<'_>) {
    for _ in 0..350 {
        let someone = crowd.someone();
        exports.mailchimp.push(signed_up(crowd, &someone, HOSTED));
        elsewhere(exports, crowd, &someone);
    }
    for _ in 0..40 {
        let someone = crowd.someone();
        exports.mailchimp.push(signed_up(crowd, &someone, "Embedded Form"));
    }
    for number in 0..45 {
        let someone = crowd.someone();
        let source = if number < 35 { "List Import from File" } else { "API - Generic" };
        exports.mailchimp.push(put_in(crowd, &someone, source));
    }
    for number in 0..80 {
        left(exports, crowd, number);
    }
    for number in 0..30 {
        cleaned(exports, crowd, number);
    }
    for number in 0..45 {
        let someone = crowd.someone();
        exports.mailchimp.push(member(&someone, Audience::Nonsubscribed));
        if number < 30 {
            exports.shopify.push(customer(crowd, &someone, false));
        }
    }
}

fn member(someone: &Someone, audience: Audience) -> Member {
    Member {
        audience,
        email: someone.email.clone(),
        first: someone.first.to_owned(),
        last: someone.last.to_owned(),
        phone: someone.phone.clone(),
        country: names::swedish(someone.country).to_owned(),
        cc: someone.country.to_owned(),
        rating: 2,
        ..Member::default()
    }
}

/// Signed up on a form and confirmed; mostly in the last two years and a half.
fn signed_up(crowd: &mut Crowd<'_>, someone: &Someone, form: &str) -> Member {
    let (from, until) = match crowd.rng.u32(..100) {
        0..80 => ("2024-06-01 06:00:00", "2026-09-25 00:00:00"),
        80..93 => ("2023-01-01 06:00:00", "2024-06-01 00:00:00"),
        _ => ("2019-03-02 06:00:00", "2023-01-01 00:00:00"),
    };
    let optin = crowd.second(from, until);
    let confirm = later(optin, crowd.rng.i64(40..30_000));
    let ip = crowd.ip();
    let notes = if crowd.chance(3) { "Ringde om presentkort.\nVill ha mörkrost.".to_owned() } else { String::new() };
    let tags = ["", "", "\"VIP\"", "\"VIP\",\"Mörkrost\"", "\"Kafé\""][crowd.rng.usize(..5)];
    Member {
        optin_time: second(optin),
        optin_ip: ip.clone(),
        confirm_time: second(confirm),
        confirm_ip: ip,
        source: form.to_owned(),
        changed: second(confirm),
        rating: crowd.rng.u8(2..=5),
        notes,
        tags: tags.to_owned(),
        ..member(someone, Audience::Subscribed)
    }
}

/// Put in by somebody else: a confirmation time, but no sign-up and no address it came from.
fn put_in(crowd: &mut Crowd<'_>, someone: &Someone, source: &str) -> Member {
    let when = second(crowd.second("2019-01-10 09:00:00", "2024-11-30 18:00:00"));
    Member {
        confirm_time: when.clone(),
        changed: when,
        source: source.to_owned(),
        ..member(someone, Audience::Subscribed)
    }
}

/// Most are known to another system, which mostly has nothing to say about the newsletter.
fn elsewhere(exports: &mut Exports, crowd: &mut Crowd<'_>, someone: &Someone) {
    if crowd.chance(36) {
        let ticked = crowd.chance(30);
        exports.shopify.push(customer(crowd, someone, ticked));
    }
    if crowd.chance(24) {
        let last_activity = minute(crowd.second("2024-01-01 08:00:00", EXPORTED));
        let contact = contact(crowd, someone);
        exports.hubspot.push(hubspot::Contact { last_activity, unsubscribed_from_all: "false", ..contact });
    }
    if crowd.chance(20) {
        let last_active = second(crowd.second("2025-06-01 08:00:00", EXPORTED));
        exports.mautic.push(mautic::Contact { last_active, ..silent(someone) });
    }
}

/// Mautic knows the person, but not whether they agreed.
pub(super) fn silent(someone: &Someone) -> mautic::Contact {
    mautic::Contact {
        first: someone.first.to_owned(),
        last: someone.last.to_owned(),
        email: someone.email.clone(),
        mobile: someone.phone.clone(),
        country: names::english(someone.country),
        locale: "sv",
        ..mautic::Contact::default()
    }
}

fn left(exports: &mut Exports, crowd: &mut Crowd<'_>, number: u32) {
    let someone = crowd.someone();
    let optin = crowd.second("2019-03-02 06:00:00", "2024-01-01 00:00:00");
    let gone = crowd.second("2024-01-02 06:00:00", EXPORTED);
    let reason = match number {
        0..3 => "ABUSE",
        3..12 => "NO_LONGER_INTERESTED",
        _ => "NORMAL",
    };
    exports.mailchimp.push(Member {
        optin_time: second(optin),
        optin_ip: crowd.ip(),
        confirm_time: second(later(optin, 300)),
        source: HOSTED.to_owned(),
        changed: second(gone),
        reason: reason.to_owned(),
        ..member(&someone, Audience::Unsubscribed)
    });
    match number {
        0..16 => {
            exports.hubspot.push(hubspot::Contact { status: "Subscribed", ..contact(crowd, &someone) });
        }
        16..40 => exports.hubspot.push(hubspot::Contact {
            status: "Unsubscribed",
            unsubscribed_from_all: "true",
            opt_out_date: minute(later(gone, 3_600)),
            ..contact(crowd, &someone)
        }),
        40..52 => exports.shopify.push(customer(crowd, &someone, true)),
        52..57 => exports.fair.visitors.push(Visitor {
            name: someone.name(),
            email: someone.email.clone(),
            country: someone.country,
            consent: "Ja",
            consent_at: second(crowd.second("2025-09-11 09:00:00", "2025-09-13 17:00:00")),
            source: "Mässa Nordiska smaker 2025",
            ..Visitor::default()
        }),
        _ => {}
    }
}

fn cleaned(exports: &mut Exports, crowd: &mut Crowd<'_>, number: u32) {
    let someone = crowd.someone();
    let optin = crowd.second("2019-03-02 06:00:00", "2024-01-01 00:00:00");
    let returned = crowd.second("2024-01-02 06:00:00", EXPORTED);
    exports.mailchimp.push(Member {
        optin_time: second(optin),
        optin_ip: crowd.ip(),
        confirm_time: second(later(optin, 420)),
        source: HOSTED.to_owned(),
        changed: second(returned),
        ..member(&someone, Audience::Cleaned)
    });
    match number {
        0..7 => exports.shopify.push(customer(crowd, &someone, true)),
        7..12 => exports.hubspot.push(hubspot::Contact { hard_bounce: "UNKNOWN_USER", ..contact(crowd, &someone) }),
        _ => {}
    }
}
