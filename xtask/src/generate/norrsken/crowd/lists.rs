//! The three sheets of the workbook.

use super::shop::customer;
use super::{Crowd, Exports};
use crate::generate::moments::second;
use crate::generate::norrsken::fair::{Registered, Traveller, Visitor};
use crate::generate::phones;

const BORN: [&str; 8] =
    ["1958-04-30", "1967-11-02", "1979-07-19", "1983-01-25", "1991-09-08", "1996-12-12", "2002-05-17", "2004-03-03"];

pub(super) fn add(exports: &mut Exports, crowd: &mut Crowd<'_>) {
    for number in 0..99 {
        let visitor = visitor(crowd, number);
        exports.fair.visitors.push(visitor);
    }
    for number in 0..120 {
        let someone = crowd.someone();
        let (name, email) = (someone.name(), someone.email.clone());
        exports.fair.register.push(Registered { name, email, country: someone.country });
        if number < 30 {
            exports.shopify.push(customer(crowd, &someone, true));
        }
    }
    for _ in 0..35 {
        let someone = crowd.someone();
        // Nobody travels in a month past the twelfth, and nobody here signed up on a day past it either.
        let (one, other) = (crowd.rng.u32(1..=12), crowd.rng.u32(1..=12));
        exports.fair.trip.push(Traveller {
            name: someone.name(),
            email: someone.email,
            country: someone.country,
            consent: ["Ja", "Ja", "Ja", "Nej", ""][crowd.rng.usize(..5)],
            consent_on: format!("{one:02}/{other:02}/2024"),
            health: ["", "", "", "Nötallergi", "Celiaki", "Diabetes typ 1", "Laktosintolerant"][crowd.rng.usize(..7)],
        });
    }
}

/// Most filled in the card at the stand; some stand there because somebody bought addresses.
fn visitor(crowd: &mut Crowd<'_>, number: u32) -> Visitor {
    let someone = crowd.someone();
    let consent = match crowd.rng.u32(..100) {
        0..66 => "Ja",
        66..82 => "Nej",
        _ => "",
    };
    let met = second(crowd.second("2025-09-11 09:00:00", "2025-09-13 17:00:00"));
    let visitor = Visitor {
        name: someone.name(),
        email: someone.email.clone(),
        phone: phones::swedish(&someone.phone),
        country: someone.country,
        birth: if crowd.chance(30) { BORN[crowd.rng.usize(..BORN.len())] } else { "" },
        consent,
        consent_at: if consent.is_empty() { String::new() } else { met },
        source: "Mässa Nordiska smaker 2025",
        ..Visitor::default()
    };
    match number {
        0..10 => Visitor { source: "köpta adresser mässa 2019", consent: "Ja", ..visitor },
        10..16 => Visitor { source: "lista acquistata fiera", consent: "Ja", country: "IT", ..visitor },
        16..19 => Visitor { birth: "2016-08-21", consent: "Ja", note: "kom med sina föräldrar", ..visitor },
        19..22 => Visitor { status: "Avregistrerad", ..visitor },
        22..24 => Visitor { status: "Blockerad", consent: "", ..visitor },
        _ => visitor,
    }
}
