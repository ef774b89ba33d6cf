//! Consent that could be proven if somebody said what the form showed, and consent that could not even then.

use super::{Exports, Person};
use crate::generate::mailchimp::{Audience, Member};
use crate::generate::moments::{at, between, later, second};
use crate::generate::norrsken::fair::Visitor;
use crate::generate::{mautic, names, shopify};

/// The tablet in the yoga studio that passed for many people.
const ONE_FOR_MANY: &str = "198.51.100.77";

/// Since January 2026.
pub const COFFEE_CLUB: mautic::Form = mautic::Form { method: "tick", wording: "NK-3" };

pub(super) fn add(exports: &mut Exports) {
    for (person, optin) in [
        (Person("Astrid", "Lindqvist", "astrid.lindqvist@example.org", "SE"), "2025-03-14 09:12:31"),
        (Person("Jonas", "Weber", "jonas.weber@example.com", "DE"), "2024-02-20 19:40:05"),
        (Person("Marie", "Dubois", "marie.dubois@example.net", "FR"), "2023-09-01 07:55:12"),
        (Person("Chloé", "Garnier", "chloe.garnier@example.org", "FR"), "2024-06-10 12:01:44"),
        (Person("Nuria", "Ortega", "nuria.ortega@example.com", "ES"), "2024-06-10 21:30:09"),
        (Person("Harriet", "Whitfield", "harriet.whitfield@example.org", "GB"), "2025-11-02 16:18:27"),
        (Person("Veikko", "Mäkinen", "veikko.makinen@example.org", "FI"), "2017-11-05 11:11:40"),
        (Person("Kaffeehaus", "Sonnenallee", "info@kaffeehaus.example.com", "DE"), "2025-08-19 08:03:51"),
        (Person("Samira", "Haddad", "samira.haddad@example.net", ""), "2026-02-18 13:45:00"),
    ] {
        exports.mailchimp.push(person.hosted(optin));
    }
    active_elsewhere(exports);
    well_kept(exports);
    other_forms(exports);
    odd_confirmations(exports);
    one_address_for_many(exports);
    let linnea = Person("Linnéa", "Sjöberg", "linnea.sjoberg@example.org", "SE");
    exports.fair.visitors.push(Visitor { birth: "1984-02-17", ..visitor(&linnea, "Ja", "2025-09-12 10:41:20") });
}

/// A visitor of the stand who filled in the card of the fair.
pub(super) fn visitor(person: &Person, consent: &'static str, at: &str) -> Visitor {
    Visitor {
        name: person.name(),
        email: person.2.to_owned(),
        country: person.3,
        consent,
        consent_at: at.to_owned(),
        source: "Mässa Nordiska smaker 2025",
        ..Visitor::default()
    }
}

/// Another system shows the person's own recent act, or says nothing at all.
fn active_elsewhere(exports: &mut Exports) {
    let giulia = Person("Giulia", "Ferri", "giulia.ferri@mail.example.org", "IT");
    exports.mailchimp.push(giulia.hosted("2022-06-15 20:07:33"));
    exports.mautic.push(mautic::Contact {
        first: giulia.0.to_owned(),
        last: giulia.1.to_owned(),
        email: giulia.2.to_owned(),
        country: names::english(giulia.3),
        locale: "it",
        last_active: "2026-05-03 08:15:42".to_owned(),
        ..mautic::Contact::default()
    });
    let ravi = Person("Ravi", "Iyer", "ravi.iyer@example.org", "SE");
    exports.mailchimp.push(ravi.hosted("2026-01-09 06:48:52"));
    exports.shopify.push(shopify::Customer {
        first: ravi.0.to_owned(),
        last: ravi.1.to_owned(),
        email: ravi.2.to_owned(),
        country: ravi.3,
        city: "Luleå",
        orders: 3,
        ..shopify::Customer::default()
    });
}

/// The newest form of the coffee club writes down what it showed and what the person did.
fn well_kept(exports: &mut Exports) {
    let nasrin = Person("Nasrin", "Rostami", "nasrin.rostami@example.org", "SE");
    exports.mautic.push(mautic::Contact {
        first: nasrin.0.to_owned(),
        last: nasrin.1.to_owned(),
        email: nasrin.2.to_owned(),
        country: names::english(nasrin.3),
        locale: "sv",
        status: "subscribed",
        consent_date: "2026-03-03 19:20:21".to_owned(),
        consent_source: "Kaffeklubben",
        consent_ip: "192.0.2.77".to_owned(),
        confirmed_at: "2026-03-03 19:31:02".to_owned(),
        form: Some(COFFEE_CLUB),
        ..mautic::Contact::default()
    });
}

/// Sources no declaration covers.
fn other_forms(exports: &mut Exports) {
    let eoin = Person("Eoin", "Byrne", "eoin.byrne@example.net", "IE");
    exports.mailchimp.push(Member { source: "Embedded Form".to_owned(), ..eoin.hosted("2025-04-01 10:30:15") });
    let mette = Person("Mette", "Kjær", "mette.kjaer@example.com", "DK");
    exports.mailchimp.push(Member {
        source: "List Import from File".to_owned(),
        confirm_time: "2019-08-02 14:00:11".to_owned(),
        changed: "2019-08-02 14:00:11".to_owned(),
        ..mette.member(Audience::Subscribed)
    });
}

/// Confirmed too late to count, and confirmed before signing up.
fn odd_confirmations(exports: &mut Exports) {
    let ylva = Person("Ylva", "Ekdahl", "ylva.ekdahl@example.org", "SE");
    exports
        .mailchimp
        .push(Member { confirm_time: "2025-07-05 09:10:00".to_owned(), ..ylva.hosted("2025-05-21 09:00:00") });
    let rasmus = Person("Rasmus", "Nygaard", "rasmus.nygaard@example.org", "DK");
    exports
        .mailchimp
        .push(Member { confirm_time: "2025-10-04 17:22:00".to_owned(), ..rasmus.hosted("2025-10-06 17:20:00") });
}

fn one_address_for_many(exports: &mut Exports) {
    let named = [
        Person("Tunde", "Balogun", "tunde.balogun@example.org", "SE"),
        Person("Leyla", "Karimi", "leyla.karimi@example.com", "SE"),
    ];
    let crowd = [
        Person("Ana", "Costa", "ana.costa@home.example.org", "SE"),
        Person("Ilse", "Böhm", "ilse.bohm@inbox.example.com", "SE"),
        Person("Minh", "Tran", "minh.tran@home.example.org", "SE"),
        Person("Olena", "Kovalenko", "olena.kovalenko@inbox.example.com", "SE"),
        Person("Kaveh", "Moradi", "kaveh.moradi@home.example.org", "SE"),
        Person("Elif", "Öztürk", "elif.ozturk@home.example.org", "SE"),
        Person("Hana", "Sato", "hana.sato@inbox.example.com", "SE"),
        Person("Paweł", "Nowak", "pawel.nowak@home.example.org", "SE"),
        Person("Adaeze", "Eze", "adaeze.eze@home.example.org", "SE"),
        Person("Mateus", "Silva", "mateus.silva@inbox.example.com", "SE"),
        Person("Miriam", "Cohen", "miriam.cohen@home.example.org", "SE"),
        Person("Gergő", "Nagy", "gergo.nagy@inbox.example.com", "SE"),
    ];
    let mut rng = fastrand::Rng::with_seed(77);
    for person in named.into_iter().chain(crowd) {
        let optin = between(&mut rng, at("2025-01-10 08:00:00"), at("2026-08-30 20:00:00"));
        let mut member = person.hosted(&second(optin));
        member.confirm_time = second(later(optin, 90));
        member.optin_ip = ONE_FOR_MANY.to_owned();
        member.confirm_ip = ONE_FOR_MANY.to_owned();
        exports.mailchimp.push(member);
    }
}
