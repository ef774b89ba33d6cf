//! Sources where many people share one device: a stand at a fair, a till, a tablet on the counter.

use super::fold::fold;

/// Words of events and shops in six languages, folded.
const WORDS: &[&str] = &[
    "event",
    "fair",
    "tradefair",
    "expo",
    "exhibition",
    "conference",
    "booth",
    "stand",
    "shop",
    "store",
    "till",
    "pos",
    "tablet",
    "kiosk",
    "fiera",
    "evento",
    "negozio",
    "cassa",
    "massa",
    "massan",
    "butik",
    "butiken",
    "kassa",
    "kassan",
    "evenemang",
    "messe",
    "messestand",
    "veranstaltung",
    "geschaft",
    "laden",
    "kasse",
    "salon",
    "foire",
    "evenement",
    "magasin",
    "boutique",
    "caisse",
    "feria",
    "tienda",
    "caja",
];

/// Whether a source is an event or a shop: there, one IP address for many people is what one expects (R014).
pub fn is_event_source(source: &str) -> bool {
    let folded = fold(source);
    folded.split(' ').any(|word| WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stand_at_a_fair_is_an_event_and_a_form_is_none() {
        for event in ["Mässa Nordiska smaker 2025", "expo-2023-stand", "Shop till", "Fiera di Milano", "Messe Köln"] {
            assert!(is_event_source(event), "{event}");
        }
        for other in ["Hosted Signup Form", "Checkout", "import"] {
            assert!(!is_event_source(other), "{other}");
        }
    }
}
