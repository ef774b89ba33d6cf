//! People who said no, whose address is dead, or of whom the systems say two things.

use super::provable::visitor;
use super::{Exports, Person};
use crate::generate::mailchimp::{Audience, Member};
use crate::generate::norrsken::fair::Visitor;
use crate::generate::{hubspot, mautic, names, phones, shopify};

pub(super) fn add(exports: &mut Exports) {
    left_but_subscribed_in_hubspot(exports);
    left_but_subscribed_elsewhere(exports);
    left_everywhere(exports);
    complaints_and_blocks(exports);
    dead_addresses(exports);
    twice_in_one_system(exports);
    one_phone(exports);
}

/// A contact with the firm's own state, and nothing else.
pub(super) fn contact(person: &Person, status: &'static str) -> hubspot::Contact {
    hubspot::Contact {
        first: person.0.to_owned(),
        last: person.1.to_owned(),
        email: person.2.to_owned(),
        country: names::english(person.3),
        lifecycle: "Customer",
        created: "2021-03-02 10:15".to_owned(),
        marketing_contact: true,
        status,
        ..hubspot::Contact::default()
    }
}

/// A customer, and whether the box for e-mail is ticked.
pub(super) fn customer(person: &Person, accepts_email: bool) -> shopify::Customer {
    shopify::Customer {
        first: person.0.to_owned(),
        last: person.1.to_owned(),
        email: person.2.to_owned(),
        country: person.3,
        accepts_email,
        orders: 2,
        ..shopify::Customer::default()
    }
}

fn left_but_subscribed_in_hubspot(exports: &mut Exports) {
    let oskar = Person("Oskar", "Nordin", "oskar.nordin@example.org", "SE");
    exports.mailchimp.push(oskar.left("2023-04-02 06:30:00"));
    exports.hubspot.push(contact(&oskar, "Subscribed"));

    let ebba = Person("Ebba", "Wallin", "ebba.wallin@example.org", "SE");
    exports.mailchimp.push(Member { email: "Ebba.Wallin@Example.ORG".to_owned(), ..ebba.left("2024-11-20 21:14:09") });
    exports.hubspot.push(contact(&ebba, "Subscribed"));

    let lukas = Person("Lukas", "Schäfer", "lukas.schaefer@example.com", "DE");
    exports.mailchimp.push(lukas.left("2022-01-01 12:00:00"));
    exports.hubspot.push(hubspot::Contact {
        consent_date: "2022-06-01 03:00".to_owned(),
        consent_source: "API - CRM sync",
        ..contact(&lukas, "Subscribed")
    });

    let paivi = Person("Päivi", "Koskela", "paivi.koskela@example.net", "FI");
    exports.hubspot.push(hubspot::Contact {
        created: "2019-05-01 09:00".to_owned(),
        consent_date: "2019-05-01 11:30".to_owned(),
        consent_source: "Import från fil",
        opt_out_date: "2022-01-01 08:00".to_owned(),
        ..contact(&paivi, "Subscribed")
    });

    let milica = Person("Milica", "Jovanović", "milica.jovanovic@example.org", "DE");
    exports.mailchimp.push(milica.hosted("2025-05-10 15:00:00"));
    exports.hubspot.push(hubspot::Contact {
        unsubscribed_from_all: "true",
        opt_out_date: "2023-02-01 10:00".to_owned(),
        ..contact(&milica, "Unsubscribed")
    });
}

fn left_but_subscribed_elsewhere(exports: &mut Exports) {
    let theo = Person("Théo", "Moreau", "theo.moreau@example.org", "FR");
    exports.mailchimp.push(theo.left("2024-09-09 09:09:09"));
    exports.shopify.push(customer(&theo, true));

    let niamh = Person("Niamh", "Kavanagh", "niamh.kavanagh@example.com", "IE");
    exports.mailchimp.push(niamh.left("2025-05-05 14:41:00"));
    exports.fair.visitors.push(visitor(&niamh, "Ja", "2025-09-12 15:20:48"));

    let carlos = Person("Carlos", "Muñoz", "carlos.munoz@example.org", "ES");
    exports.hubspot.push(hubspot::Contact { unsubscribed_from_all: "true", ..contact(&carlos, "") });
    exports.shopify.push(customer(&carlos, true));

    let folake = Person("Folake", "Adeyemi", "folake.adeyemi@example.org", "SE");
    exports.mailchimp.push(folake.left("2025-02-14 17:00:00"));
    exports.shopify.push(shopify::Customer {
        accepts_sms: true,
        phone: phones::of("SE", 0).unwrap_or_default(),
        ..customer(&folake, false)
    });
}

fn left_everywhere(exports: &mut Exports) {
    let ayse = Person("Ayşe", "Demir", "ayse.demir@example.net", "DE");
    let hassan = Person("Hassan", "Warsame", "hassan.warsame@example.org", "SE");
    for (person, there) in [(ayse, "2024-03-20 09:00"), (hassan, "2024-03-01 18:30")] {
        exports.mailchimp.push(person.left("2024-03-01 10:00:00"));
        exports.hubspot.push(hubspot::Contact {
            unsubscribed_from_all: "true",
            opt_out_date: there.to_owned(),
            ..contact(&person, "Unsubscribed")
        });
    }
}

fn complaints_and_blocks(exports: &mut Exports) {
    let zofia = Person("Zofia", "Kowalska", "zofia.kowalska@example.com", "SE");
    exports.mailchimp.push(Member { reason: "ABUSE".to_owned(), ..zofia.left("2024-06-11 05:52:30") });
    exports.hubspot.push(contact(&zofia, "Subscribed"));

    let goran = Person("Göran", "Öhman", "goran.ohman@example.org", "SE");
    let amina = Person("Amina", "Jama", "amina.jama@example.net", "SE");
    for (person, status) in [(goran, "Spamanmäld"), (amina, "Blockerad")] {
        exports.mailchimp.push(person.hosted("2025-01-22 19:19:19"));
        exports.fair.visitors.push(Visitor { status, source: "Spärrlista", ..visitor(&person, "", "") });
    }
}

fn dead_addresses(exports: &mut Exports) {
    let siobhan = Person("Siobhán", "Murphy", "siobhan.murphy@example.org", "IE");
    exports.hubspot.push(hubspot::Contact { hard_bounce: "UNKNOWN_USER", ..contact(&siobhan, "Subscribed") });

    let quang = Person("Quang", "Pham", "quang.pham@example.com", "FI");
    exports.mailchimp.push(Member {
        audience: Audience::Cleaned,
        changed: "2025-03-30 02:10:00".to_owned(),
        ..quang.hosted("2023-12-24 10:00:00")
    });
    exports.shopify.push(customer(&quang, true));
}

fn twice_in_one_system(exports: &mut Exports) {
    for (email, status) in
        [("matteo.rinaldi@example.org", "subscribed"), ("Matteo.Rinaldi@example.org", "unsubscribed")]
    {
        exports.mautic.push(mautic::Contact {
            first: "Matteo".to_owned(),
            last: "Rinaldi".to_owned(),
            email: email.to_owned(),
            country: "Italy",
            locale: "it",
            status,
            ..mautic::Contact::default()
        });
    }
    let helmi = Person("Helmi", "Virtanen", "helmi.virtanen@example.net", "FI");
    exports.fair.visitors.push(visitor(&helmi, "Ja", "2025-09-11 11:05:00"));
    exports.fair.visitors.push(visitor(&helmi, "Nej", "2025-09-13 16:44:30"));
}

/// One woman with two addresses, and a family with one telephone.
fn one_phone(exports: &mut Exports) {
    let number = phones::of("DE", 0).unwrap_or_default();
    let old = Person("Anneliese", "Vogel", "anneliese.vogel@example.org", "DE");
    exports.mailchimp.push(Member { phone: number.clone(), ..old.left("2025-06-06 06:06:06") });
    let new = Person("Anneliese", "Vogel", "a.vogel@post.example.com", "DE");
    exports.shopify.push(shopify::Customer { phone: number, ..customer(&new, true) });

    let kitchen = phones::of("SE", 1).unwrap_or_default();
    for person in [
        Person("Farah", "Mansour", "farah.mansour@example.org", "SE"),
        Person("Omar", "Mansour", "omar.mansour@example.org", "SE"),
        Person("Shirin", "Mansour", "shirin.mansour@example.org", "SE"),
    ] {
        exports.shopify.push(shopify::Customer { phone: kitchen.clone(), ..customer(&person, false) });
    }
}
