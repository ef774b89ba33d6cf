//! Words put together from others: `Newsletterabmeldung` begins as a newsletter does, and is none.

use super::{Concept, Concepts, HeaderWords, Stem};

/// The parts of compounds.
pub(super) struct Compounds {
    /// Whole words that begin compounds. What follows them has to be placed.
    heads: Vec<String>,
    /// What makes a refusal of the word before it.
    turning: Vec<Stem>,
}

/// What a word contributes to a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) concepts: Concepts,
    /// Whether a part of it could not be placed: it may turn the rest round.
    pub(crate) doubtful: bool,
}

/// What is written between two parts of a compound.
const LINKS: [&str; 8] = ["", "s", "es", "n", "en", "e", "er", "ns"];
/// Words for consent that end compounds.
const CONSENTS: [&str; 7] =
    ["einwilligung", "zustimmung", "einverstandnis", "samtyck", "samtykke", "suostumus", "lupa"];
/// Endings up to here are inflection.
const INFLECTION: usize = 3;
/// Beginnings of refusals shorter than this stand in too many other words.
const TURNING: usize = 5;
/// What a compound speaks of that can be refused.
const REFUSABLE: [Concept; 11] = [
    Concept::Consent,
    Concept::Newsletter,
    Concept::Marketing,
    Concept::Subscribe,
    Concept::Email,
    Concept::Sms,
    Concept::Phone,
    Concept::Post,
    Concept::Contact,
    Concept::Assent,
    Concept::Offer,
];

impl Compounds {
    /// Heads and turning parts as listed, and every beginning of a refusal that is long enough.
    pub(super) fn new(heads: &[String], turning: &[String], partial: &[(Stem, Concept)]) -> Self {
        let refusals = [Concept::Unsubscribe, Concept::Negation, Concept::Block];
        let mut parts: Vec<Stem> = turning.iter().flat_map(|stem| Stem::read(stem)).collect();
        parts.extend(
            partial
                .iter()
                .filter(|(stem, concept)| refusals.contains(concept) && !stem.open_before && stem.text.len() >= TURNING)
                .map(|(stem, _)| Stem { text: stem.text.clone(), open_before: false, open_after: true }),
        );
        Self { heads: heads.iter().flat_map(|head| super::keys(head)).collect(), turning: parts }
    }

    fn turns(&self, word: &str) -> bool {
        const LEAST: usize = 3;
        self.turning.iter().any(|stem| {
            let mut places = word.match_indices(&stem.text).filter(|(at, _)| *at >= LEAST);
            places.any(|(at, _)| stem.open_after || at + stem.text.len() == word.len())
        })
    }
}

impl HeaderWords {
    /// What a word contributes, looked at part by part where it is a compound.
    pub(crate) fn word(&self, word: &str) -> Word {
        let concepts = self.concepts(word);
        let plain = Word { concepts, doubtful: false };
        if concepts.is_empty() || self.exact.contains_key(word) {
            return plain;
        }
        if concepts.any(&REFUSABLE) && self.compounds.turns(word) {
            return Word { concepts: concepts.with(Concept::Unsubscribe), doubtful: false };
        }
        if let Some(doubtful) = self.of_unknown_matter(word) {
            return Word { concepts, doubtful };
        }
        let begins = self.compounds.heads.iter().filter_map(|head| word.strip_prefix(head.as_str()));
        let Some(rest) = begins.min_by_key(|rest| rest.len()).filter(|rest| rest.len() > INFLECTION) else {
            return plain;
        };
        let placed = LINKS
            .iter()
            .filter_map(|link| rest.strip_prefix(link))
            .map(|rest| self.concepts(rest))
            .find(|concepts| !concepts.is_empty());
        match placed {
            Some(more) => {
                let mut concepts = concepts;
                concepts.add(more);
                Word { concepts, doubtful: false }
            }
            None => Word { concepts, doubtful: true },
        }
    }

    /// Whether a compound that ends in a word for consent is one to a matter that cannot be placed: `Julkaisulupa`, to a
    /// publication. `None` if it does not end so.
    fn of_unknown_matter(&self, word: &str) -> Option<bool> {
        let at = CONSENTS.iter().filter_map(|consent| word.rfind(consent)).filter(|at| *at > INFLECTION).max()?;
        let matter = &word[..at];
        let placed =
            LINKS.iter().filter_map(|link| matter.strip_suffix(link)).any(|matter| !self.concepts(matter).is_empty());
        Some(!placed)
    }

    /// Whether a word that is none itself is the beginning of one for leaving a list: `Abm.`, `afgem`. One that is cut
    /// `short` by a stop needs three letters, and may begin any word that refuses.
    pub(crate) fn begins_a_refusal(&self, word: &str, short: bool) -> bool {
        const LEAVING: [Concept; 2] = [Concept::Unsubscribe, Concept::Leave];
        const REFUSING: [Concept; 5] =
            [Concept::Unsubscribe, Concept::Leave, Concept::Negation, Concept::Block, Concept::Erase];
        let (least, of): (usize, &[Concept]) = if short { (3, &REFUSING) } else { (5, &LEAVING) };
        let listed = || self.exact.range(word.to_owned()..).take_while(|(listed, _)| listed.starts_with(word));
        word.len() >= least && (listed().any(|(_, concepts)| concepts.any(of)) || self.partial.begun_by(word, of))
    }

    /// Whether a word stands in the states of lists of recipients and in no other: `unsubscribed`, not `active`.
    pub(crate) fn is_of_lists(&self, word: &str) -> bool {
        // In Finnish one orders a thing and a newsletter by one word.
        let orders = word.starts_with("tilau");
        self.of_lists.of(word).next().is_some()
            || !orders && self.concepts(word).any(&[Concept::Subscribe, Concept::Consent, Concept::Newsletter])
    }
}

#[cfg(test)]
mod tests {
    use crate::import::header_words::{Concept, header_words};
    use crate::import::recognise::header;

    #[test]
    fn the_beginning_of_a_refusal_is_one() {
        let words = header_words();
        for short in ["abm", "afm", "avreg", "désab", "anul", "opgez", "résil", "decl", "perut", "poist"] {
            assert!(words.begins_a_refusal(&header::fold(short), true), "{short}");
        }
        for other in ["abo", "monat", "xyz", "ab"] {
            assert!(!words.begins_a_refusal(other, true), "{other}");
        }
        assert!(words.begins_a_refusal("afgem", false) && !words.begins_a_refusal("abm", false));
    }

    #[test]
    fn the_rest_of_a_compound_is_looked_up_too() {
        let word = |word: &str| header_words().word(&header::fold(word));
        for refusal in [
            "Newsletterabmeldung",
            "Newsletterkündigung",
            "Newsletterkuendigung",
            "Newsletterwiderruf",
            "Newsletterstopp",
            "Einwilligungswiderruf",
            "Samtyckesåterkallelse",
            "Nyhetsbrevsstopp",
            "Nieuwsbriefafmelding",
            "Uutiskirjeenesto",
            "Uutiskirjekielto",
            "Mailingstop",
            "Markedsføringsforbud",
            "Reklamereservasjon",
            "Reklamebeskyttet",
            "Werbestopp",
            "Werbeverweigerer",
            "Markkinointikielto",
            "reklamfri",
            "Emailverbot",
        ] {
            let found = word(refusal);
            assert!(found.concepts.any(&[Concept::Unsubscribe, Concept::Block]), "{refusal}");
        }
        for (consent, concept) in [
            ("Newsletteranmeldung", Concept::Subscribe),
            ("Newsletterdatum", Concept::Date),
            ("Werbeeinwilligung", Concept::Consent),
            ("Marketingtoestemming", Concept::Consent),
            ("Nyhetsbrevssamtycke", Concept::Consent),
            ("Einwilligungstext", Concept::Text),
            ("Newsletterempfang", Concept::Assent),
        ] {
            let found = word(consent);
            assert!(found.concepts.has(concept) && !found.doubtful, "{consent}");
            assert!(!found.concepts.any(&[Concept::Unsubscribe, Concept::Block, Concept::Negation]), "{consent}");
        }
        for inflected in ["newsletters", "nyhetsbrevet", "uutiskirjettä", "suostumuksen", "Werbung", "consentement"] {
            let found = word(inflected);
            assert!(!found.doubtful && !found.concepts.has(Concept::Unsubscribe), "{inflected}");
        }
        assert!(word("Newsletterxyzzy").doubtful);
    }
}
