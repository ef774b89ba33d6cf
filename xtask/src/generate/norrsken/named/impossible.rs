//! Dates nobody can have meant, requests nobody confirmed, and one second in which a whole register agreed.

use super::{Exports, Person};
use crate::generate::norrsken::fair::{Registered, Traveller};
use crate::generate::{mautic, names};

pub(super) fn add(exports: &mut Exports) {
    let ivana = Person("Ivana", "Horvat", "ivana.horvat@example.org", "DE");
    exports.mautic.push(from_the_site(&ivana, "subscribed", "1970-01-01 00:00:00"));
    let andriy = Person("Andriy", "Bondar", "andriy.bondar@example.com", "SE");
    exports.mautic.push(from_the_site(&andriy, "subscribed", "2027-03-14 10:20:30"));

    let yusuf = Person("Yusuf", "Kaya", "yusuf.kaya@example.net", "SE");
    exports.mautic.push(mautic::Contact {
        last_sent_at: "2026-10-15 07:00:00".to_owned(),
        ..from_the_site(&yusuf, "pending", "2026-09-01 13:37:00")
    });
    let selam = Person("Selam", "Tekle", "selam.tekle@example.org", "SE");
    exports.mautic.push(from_the_site(&selam, "pending", "2026-10-28 20:02:11"));

    let sven = Person("Sven", "Hägg", "sven.hagg@example.org", "SE");
    exports.fair.register.push(Registered { name: sven.name(), email: sven.2.to_owned(), country: sven.3 });

    let kenji = Person("Kenji", "Tanaka", "kenji.tanaka@example.com", "SE");
    exports.mautic.push(from_the_site(&kenji, "subscribed", "2024-04-03 00:00:00"));
    exports.fair.trip.push(Traveller {
        name: kenji.name(),
        email: kenji.2.to_owned(),
        country: kenji.3,
        consent: "Ja",
        consent_on: "04/03/2024".to_owned(),
        health: "",
    });
}

fn from_the_site(person: &Person, status: &'static str, consent_date: &str) -> mautic::Contact {
    mautic::Contact {
        first: person.0.to_owned(),
        last: person.1.to_owned(),
        email: person.2.to_owned(),
        country: names::english(person.3),
        locale: "sv",
        status,
        consent_date: consent_date.to_owned(),
        consent_source: "Hemsidan",
        ..mautic::Contact::default()
    }
}
