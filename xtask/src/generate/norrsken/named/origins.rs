//! Where a yes came from: nowhere, a box ticked beforehand, a bought list, a child.

use super::provable::visitor;
use super::refusals::{contact, customer};
use super::{Exports, Person};
use crate::generate::hubspot;
use crate::generate::mailchimp::Audience;
use crate::generate::norrsken::fair::Visitor;

/// The checkout of the web shop, whose box comes ticked.
pub const CHECKOUT: &str = "Kassan i webbutiken";

pub(super) fn add(exports: &mut Exports) {
    bare_states(exports);
    pieces_of_evidence(exports);
    bought_or_not(exports);
    children(exports);
}

fn bare_states(exports: &mut Exports) {
    let bjorn = Person("Björn", "Bäckström", "bjorn.backstrom@example.org", "SE");
    exports.shopify.push(customer(&bjorn, true));
    let aino = Person("Aino", "Lehtonen", "aino.lehtonen@example.com", "FI");
    exports.shopify.push(customer(&aino, false));
    let dragan = Person("Dragan", "Petrović", "dragan.petrovic@example.org", "SE");
    exports.mailchimp.push(dragan.member(Audience::Nonsubscribed));
    let letizia = Person("Letizia", "Sanna", "letizia.sanna@example.net", "IT");
    exports.hubspot.push(hubspot::Contact { unsubscribed_from_all: "false", ..contact(&letizia, "") });
}

fn pieces_of_evidence(exports: &mut Exports) {
    let thu = Person("Thu", "Nguyen", "thu.nguyen@example.org", "SE");
    exports.hubspot.push(hubspot::Contact { consent_source: "Provsmakning i butik", ..contact(&thu, "Subscribed") });

    let callum = Person("Callum", "MacLeod", "callum.macleod@example.com", "GB");
    exports.hubspot.push(hubspot::Contact {
        consent_date: "2025-02-11 12:12".to_owned(),
        consent_source: "Kampanj Alla hjärtans dag",
        consent_method: "pre-ticked",
        ..contact(&callum, "Subscribed")
    });

    let oksana = Person("Oksana", "Shevchenko", "oksana.shevchenko@example.org", "SE");
    exports.hubspot.push(hubspot::Contact {
        consent_date: "2025-12-03 17:48".to_owned(),
        consent_source: CHECKOUT,
        ..contact(&oksana, "Subscribed")
    });
}

fn bought_or_not(exports: &mut Exports) {
    for (person, source) in [
        (Person("Märta", "Rönn", "marta.ronn@example.org", "SE"), "köpta adresser mässa 2019"),
        (Person("Salvatore", "De Luca", "salvatore.deluca@example.net", "IT"), "lista acquistata fiera"),
        (Person("Imogen", "Hughes", "imogen.hughes@example.org", "GB"), "köp i butik"),
        (Person("Reza", "Sadeghi", "reza.sadeghi@example.com", "SE"), "egna kunder, ej köpt lista"),
    ] {
        exports.fair.visitors.push(Visitor { source, ..visitor(&person, "Ja", "2025-09-13 09:30:05") });
    }
}

fn children(exports: &mut Exports) {
    for (person, birth) in [
        (Person("Hodan", "Abdullahi", "hodan.abdullahi@example.org", "SE"), "2015-03-09"),
        (Person("Freja", "Holm", "freja.holm@example.com", "DK"), "2011-06-01"),
        (Person("Emre", "Yılmaz", "emre.yilmaz@example.org", "SE"), "2011-06-01"),
    ] {
        exports.fair.visitors.push(Visitor { birth, ..visitor(&person, "Ja", "2025-09-13 14:02:37") });
    }
}
