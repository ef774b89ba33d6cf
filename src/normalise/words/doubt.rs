//! Remarks that somebody has to read: nobody can write down every way to say no, but nearly all of them hold a word of
//! a short list, a negation, “only”, “enough”, a word for leaving, erasing, dying or being angry.
//!
//! Such a word proves nothing. It refuses nothing and grants nothing: the person waits until somebody has read it.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::remark::speaks_of_matter;
use super::{is_address, refusal_in_note, yes_no};
use crate::normalise::fold::fold_onto;
use crate::vocabulary::ConsentStatus;

mod phrases;
use phrases::{ANOTHER_WAY, MESSAGES, NONE_OF_THESE, OF_ANOTHER_MATTER, STEMS, WHOLE};

/// Whether a pattern speaks of something else than of being written to.
static MATCHER: LazyLock<(AhoCorasick, Vec<bool>)> = LazyLock::new(|| {
    let whole = WHOLE.iter().flat_map(|words| words.split('|')).map(|word| (format!(" {word} "), false));
    let stems = STEMS.iter().flat_map(|words| words.split('|')).map(|word| (format!(" {word}"), false));
    let others = OF_ANOTHER_MATTER.split('|').map(|word| (format!(" {word}"), true));
    let (patterns, other): (Vec<_>, Vec<_>) = whole.chain(stems).chain(others).unzip();
    (AhoCorasick::new(patterns).expect("some hundred short words fit"), other)
});

/// Whether a remark may hold a no, in whatever words.
pub fn may_refuse(text: &str) -> bool {
    /// Longer texts are letters and minutes, which hold a word of every kind.
    const LONGEST: usize = 160;
    if text.len() > LONGEST || !text.contains(char::is_alphabetic) {
        return false;
    }
    let mut folded = String::with_capacity(text.len() + 2);
    folded.push(' ');
    for word in text.split_whitespace().filter(|word| !is_address(word)) {
        // Without apostrophes: “n’arrive” is “n arrive”.
        for part in word.split(['\'', '’']) {
            fold_onto(&mut folded, part);
            folded.push(' ');
        }
    }
    let is_nothing = NONE_OF_THESE.split('|').any(|nothing| nothing == folded.trim());
    if is_nothing || yes_no(text) == Some(true) || speaks_of_matter(&folded) {
        return false;
    }
    let (matcher, of_another_matter) = &*MATCHER;
    let mut found = false;
    for hit in matcher.find_overlapping_iter(&folded) {
        if of_another_matter[hit.pattern()] {
            return false;
        }
        found = true;
    }
    found
}

/// Whether a name or a street has something beside it that may be a no: in brackets, behind a dash, a stroke or a comma, a
/// mark behind it (`Rossi*`), or a word that nobody is called (`Bo Ek abgemeldet`).
pub fn may_refuse_beside(text: &str) -> bool {
    /// Shorter words for leaving are somebody's name: Stop, Stopp, Nei.
    const NO_NAME: usize = 8;
    const BOUNDS: [&str; 9] = ["(", "[", "{", " / ", " - ", " – ", " — ", ", ", "; "];
    if text.ends_with(['*', '†', '¤', '#']) {
        return true;
    }
    let last = text.rsplit(' ').next().unwrap_or_default();
    if last.len() >= NO_NAME && last.len() < text.len() && super::status(last).is_some_and(ConsentStatus::is_refusal) {
        return true;
    }
    let begins = BOUNDS.iter().filter_map(|bound| Some(text.find(bound)? + bound.len())).min();
    begins.is_some_and(|begins| text[begins..].split(['(', '[', '{', ')', ']', '}']).any(may_refuse))
}

/// Whether a remark speaks of what is sent, be it a yes or a no: where one does, the others beside it may as well.
pub fn speaks_of_messages(text: &str) -> bool {
    static MATCHER: LazyLock<AhoCorasick> =
        LazyLock::new(|| AhoCorasick::new(MESSAGES.split('|')).expect("some dozen short words fit"));
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace().filter(|word| !is_address(word)) {
        folded.push(' ');
        fold_onto(&mut folded, word);
    }
    folded.push(' ');
    MATCHER.is_match(&folded) || refusal_in_note(text).is_some()
}

/// Whether a remark is nothing but another way to be reached: chosen instead of e-mail, or just noted.
pub fn is_another_way(text: &str) -> bool {
    /// The longest of them has some thirty letters.
    const LONGEST: usize = 40;
    let mut folded = String::new();
    if text.len() <= LONGEST {
        fold_onto(&mut folded, text);
    }
    !folded.is_empty() && ANOTHER_WAY.split('|').any(|way| way == folded)
}

/// Whether an answer begins with a yes, and nothing behind it may be a no: “ja gern”, but not “ja, nur Post”.
pub fn begins_with_yes(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    // A letter or a digit is an answer only alone.
    first.is_some_and(|word| word.chars().nth(1).is_some() && yes_no(word) == Some(true))
        && !text.contains(['?', '¿'])
        && !may_refuse(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_no_is_read_by_somebody() {
        for remark in [
            "nej, sagde fra 12. maj",
            "vil slettes hos os",
            "fed up with our mails, promised him no more",
            "their lawyer wrote: take us off everything",
            "ni hablar",
            "está harto",
            "no insistir, muy molesto con nuestros correos",
            "surtout pas",
            "il en a marre",
            "n'en veut plus",
            "exige qu'on le retire de nos envois",
            "meglio di no",
            "basta così",
            "chiede di cancellare tutti i suoi dati",
            "wil uit ons bestand",
            "boos over de actie",
            "raczej nie",
            "ma dość",
            "tylko telefon, mailem nie",
            "não voltar a contactar",
            "já chega",
            "inget alls",
            "bara brev",
            "trakk samtykket i september",
            "klaget til Datatilsynet over mailene våre",
            "konkurs, mailen er stengt",
            "suuttui maaliskuun keräyksestä",
            "viesti palautuu, osoitetta ei ole",
            "nur wenn die Inspektion fällig ist",
            "ask again after Christmas",
            "don't write",
            "möchte erst einmal Ruhe",
            "wg. Newsletter nochmal fragen",
            "usikker på om han vil ha infoen",
            "wkurzony na reklamy",
            "boîte mail fermée",
        ] {
            assert!(may_refuse(remark), "{remark}");
        }
    }

    #[test]
    fn a_remark_about_what_is_sent_is_known_in_twelve_languages() {
        for remark in [
            "yes to the e-bulletin",
            "Rundmail ja bitte",
            "d'accord pour les infos par courriel",
            "la hoja, al correo sí",
            "ok circolari via mail",
            "graag de nieuwsbrief",
            "circular por e-mail, sim senhor",
            "klubbnytt på mejl ja tack",
            "medlemsblad på e-post, ja",
            "vil gerne have nyhedsbrevet",
            "kesäkirje meiliin ok",
            "komunikaty mailem tak",
        ] {
            assert!(speaks_of_messages(remark), "{remark}");
        }
        for other in ["mag Riesling", "bolag", "ask for Ada", "ada@example.org", "kommer på tisdag", "zahlt immer bar"]
        {
            assert!(!speaks_of_messages(other), "{other}");
        }
    }

    #[test]
    fn what_stands_beside_a_name_may_be_a_no() {
        for beside in [
            "Delfino Roattero*",
            "Rantatie 9 (älä lähetä mitään)",
            "Bo Ek (never again)",
            "Pentti / soitto ok, sposti ei",
            "Krótka 1 / NIE SŁAĆ OFERT",
            "FHU Dętka, tylko telefon",
            "Tuomo - pyysi poistamaan",
            "Hr. (k. Werbg., nie)",
            "Bo Ek UNSUBSCRIBED",
            "Bo Ek abgemeldet",
        ] {
            assert!(may_refuse_beside(beside), "{beside}");
        }
        for name in [
            "Bo Ek",
            "Jukka (nuorempi)",
            "* Bo Ek",
            "Ada (Acme)",
            "Stop-Bike",
            "Ek, Bo",
            "Bez Granic Tour",
            "Ada Stop",
            "Unsubscribed",
        ] {
            assert!(!may_refuse_beside(name), "{name}");
        }
    }

    #[test]
    fn another_way_to_be_reached_is_no_mail() {
        for way in ["Brief", "per Post", "kirje", "Carta", "listownie", "SMS"] {
            assert!(is_another_way(way), "{way}");
        }
        for other in ["", "E-Mail", "mail, brief", "Briefmarken", "post@example.org"] {
            assert!(!is_another_way(other), "{other}");
        }
    }

    #[test]
    fn a_yes_in_more_words_is_no_doubt() {
        for answer in ["ja gern", "sí, encantada", "oui volontiers", "kyllä mielellään", "ja tack gärna", "yes please"]
        {
            assert!(begins_with_yes(answer), "{answer}");
        }
        for answer in ["nein", "ja, nur Post", "yes?", "sí, pero no por correo", "x files", "jaguar", "gern"] {
            assert!(!begins_with_yes(answer), "{answer}");
        }
    }

    #[test]
    fn most_of_what_people_write_down_needs_no_reading() {
        for remark in [
            "",
            "yes",
            "ja",
            "keine",
            "nessuna",
            "likes Riesling",
            "bestiller hver tirsdag",
            "verhuisd naar Zwolle",
            "flyttet til Odense",
            "fakturaen betalt",
            "mag Bordeaux und Burgunder",
            "ring igen i maj",
            "takkebrev sendt",
            "skrev sig op til nyhedsbrevet på messen",
            "sí, encantada",
            "membre depuis 2019",
            "compra todos los meses",
            "gluten-free, no nuts",
            "keine Allergien",
            "order not paid yet",
            "Nonna Rosa",
            "nona@example.org",
            "+49 30 1234567",
        ] {
            assert!(!may_refuse(remark), "{remark}");
        }
    }
}
