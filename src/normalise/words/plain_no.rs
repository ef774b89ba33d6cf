//! Short refusals that are nothing but their words: `NO_EMAIL`, `RECHAZA_PUBLICIDAD`, `newsletter: nein`, “pls remove”,
//! “ta bort mig”, `STOP`.
//!
//! A part of a cell is one of these only if every word of it is known here: “no email received” and “remove the old
//! number” hold a word that is not, and say nothing.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::refusal::is_one_of;
use super::remark::{Refused, Scope};
use crate::normalise::fold::fold;

mod words;
use words::WORDS;

/// What one word does in a short refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Denies what follows it: `kein`.
    Before,
    /// As `Before`, for what a person has not asked for, and not for what he merely lacks: “ohne Newsletter”.
    Without,
    /// Denies what stands before it: `nein`.
    After,
    /// Denies either: `no`, `declined`.
    Either,
    /// What may be refused.
    Topic(Scope),
    /// Both in one word: `nomail`.
    Joined(Scope),
    /// Asks to be taken off a list.
    Takes,
    /// Was taken off, as things are as well: who wished it must be said, or off what.
    Taken,
    /// Ends something, and what it is must be said.
    Ends,
    /// What one is taken off.
    List,
    /// Wishes it, or bids it.
    Wish,
    /// Stands beside a verb.
    Beside,
    /// Whom it is about, and courtesy.
    Little,
}

static ROLES: LazyLock<HashMap<&'static str, Role>> = LazyLock::new(|| {
    let mut roles = HashMap::new();
    for (role, words) in WORDS {
        for word in words.split_ascii_whitespace() {
            roles.entry(word).or_insert(*role);
        }
    }
    roles
});

/// Words that ask to be taken off only where nothing says who does or is what.
const LOOSE: &str = "stop|stopp|arret|arreter|halt|bort|baja|dar";

/// More words are no short refusal.
const MOST: usize = 8;
const LONGEST: usize = 80;

/// Words that carriers take for an end of text messages, folded; one that is an ordinary word as well is written in
/// capitals for that.
const STOPS: &str =
    "stop|stopp|stopall|stop all|arret|unsubscribe|optout|opt out|unsub|stoppa|detener|parar|stopsms|stop sms|sms stop";
const LOUD_STOPS: &str = "end|quit|cancel|revoke|baja|alto|sair|cancelar|slutt|slut|avmeld|afmeld|poista|peru|loppu|ende|halt|basta|\
    fine|annulla|cancella|disiscrivi|uit|afmelden|abmelden|stopzetten|remover|rezygnuj|wypisz|koniec|desabo|desabonner|fin|remove";

/// The stop words, and whether each counts in capitals alone.
static STOP_WORDS: LazyLock<HashMap<&'static str, bool>> = LazyLock::new(|| {
    let loud = LOUD_STOPS.split('|').map(|word| (word, true));
    loud.chain(STOPS.split('|').map(|word| (word, false))).collect()
});

/// What a short part of a cell refuses that names what it refuses; `None` if nothing.
pub(super) fn refusal_in_code(part: &str) -> Option<Refused> {
    use Role::{After, Before, Either, Joined, Little, Topic, Without};
    let words = roles_of(part)?;
    let mut refused = Refused::default();
    let mut no = None;
    for (at, (_, role)) in words.iter().enumerate() {
        match role {
            Some(Joined(scope)) if words.len() == 1 => {
                refused.add(*scope);
                return Some(refused);
            }
            Some(Topic(scope)) => refused.add(*scope),
            Some(role @ (Before | Without | After | Either)) if no.is_none() => no = Some((at, *role)),
            // A nought is a no only where it answers, and what it answers is no number of things.
            None if no.is_none() && at > 0 && at + 1 == words.len() && part.contains([':', '=']) => {
                if words[at - 1].0.ends_with('s') {
                    return None;
                }
                no = Some((at, After));
            }
            Some(Little) => {}
            _ => return None,
        }
    }
    let (no, role) = no?;
    let is_topic = |(_, role): &(String, Option<Role>)| matches!(role, Some(Topic(_)));
    let first = words.iter().position(is_topic)?;
    let last = words.iter().rposition(is_topic)?;
    let lacks = || words.iter().any(|(word, role)| *role == Some(Topic(Scope::Email)) && !is_letter(word));
    let stands = match role {
        Before => no < first,
        Without => no < first && !lacks(),
        After => no > last,
        _ => true,
    };
    stands.then_some(refused)
}

/// Whether a whole remark asks for nothing but to be taken off a list.
pub(super) fn is_bare_request(remark: &str, is_whole: bool) -> bool {
    use Role::{Beside, Ends, List, Little, Taken, Takes, Topic, Wish};
    let Some(words) = roles_of(remark) else { return false };
    if words.len() < 2 && !is_whole {
        return false;
    }
    let has = |wanted: fn(Role) -> bool| words.iter().any(|(_, role)| role.is_some_and(wanted));
    let known = |role: Role| matches!(role, Takes | Taken | Ends | List | Wish | Beside | Little | Topic(_));
    // “Stop” and “away” are said of much: “will stop by”.
    let is_said = has(|role| matches!(role, Wish | Beside));
    let takes = |(word, role): &(String, Option<Role>)| *role == Some(Takes) && !(is_said && is_one_of(LOOSE, word));
    let off = has(|role| matches!(role, List | Topic(_)));
    let is = |list: &str| words.iter().any(|(word, _)| is_one_of(list, word));
    let takes_off = is("off") && is("take|taking|get") && is("me|him|her|them|us");
    words.iter().all(|(word, role)| role.is_some_and(known) || word == "off")
        && (words.iter().any(takes)
            || takes_off
            || has(|role| role == List)
                && has(|role| role == Wish)
                && is("off|from|van|uit|af|av|fra|fran|ur|ut|raus|pois")
            || has(|role| role == Taken) && (off || has(|role| role == Wish))
            || has(|role| role == Ends) && off)
}

/// Whether a cell is only a word that carriers take for an end of text messages. `loud`: one that is an ordinary word as
/// well counts in capitals.
pub fn is_stop_word(cell: &str, loud: bool) -> bool {
    const LONGEST: usize = 16;
    let cell = cell.trim_matches(|c: char| !c.is_alphanumeric());
    if cell.len() < 3 || cell.len() > LONGEST {
        return false;
    }
    let in_capitals = !cell.chars().any(char::is_lowercase);
    STOP_WORDS.get(fold(cell).as_str()).is_some_and(|of_capitals| !of_capitals || !loud || in_capitals)
}

/// The words of topics and of refusals in one, without one of which no part is a short refusal of something.
pub(super) fn words_of_topics() -> impl Iterator<Item = &'static str> {
    let topics = WORDS.iter().filter(|(role, _)| matches!(role, Role::Topic(_) | Role::Joined(_)));
    topics.flat_map(|(_, words)| words.split_ascii_whitespace())
}

/// The words without one of which nothing is a bare request.
pub(super) fn words_of_requests() -> impl Iterator<Item = &'static str> {
    let requests = WORDS.iter().filter(|(role, _)| matches!(role, Role::Takes | Role::Taken | Role::Ends));
    requests.flat_map(|(_, words)| words.split_ascii_whitespace())
}

/// The words of a short text with their roles; `None` if one of them has none, but for a nought.
fn roles_of(text: &str) -> Option<Vec<(String, Option<Role>)>> {
    if text.len() > LONGEST || text.contains(['?', '¿', '@', '/']) {
        return None;
    }
    let folded = format!(" {} ", fold(text)).replace(" e mail", " email").replace(" e post", " epost");
    let role = |word: &str| {
        let role = ROLES.get(word).copied();
        (role.is_some() || word == "0").then(|| (word.to_owned(), role))
    };
    let words: Vec<_> = folded.split_ascii_whitespace().map(role).collect::<Option<_>>()?;
    (1..=MOST).contains(&words.len()).then_some(words)
}

/// Whether a word is that of a newsletter, which nobody has as one has an address.
fn is_letter(word: &str) -> bool {
    const LETTERS: &str =
        "newsl nl nieuws nyhe uutis biulet bolet infolettre rundbrief bulletin utskick mailing spam infomail rundmail";
    LETTERS.split(' ').any(|start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str) -> [bool; 4] {
        let said = refusal_in_code(text).unwrap_or_default();
        [said.list, said.email, said.calls, said.sms]
    }

    #[test]
    fn a_code_that_refuses_something_by_name_refuses_it() {
        for text in [
            "NO_EMAIL",
            "no-mail",
            "nomail",
            "No e-mail",
            "no newsletters please",
            "declined_newsletter",
            "newsletter declined",
            "kein_newsletter",
            "NL_NEIN",
            "newsletter:no",
            "newsletter=0",
            "email: no",
            "Newsletter nein",
            "no ai email",
            "pas de newsletter",
            "newsletter non",
            "sin boletín",
            "REFUS_MAIL",
            "niente newsletter",
            "geen nieuwsbrief",
            "nieuwsbrief: nee",
            "sem newsletter",
            "inget nyhetsbrev",
            "nyhedsbrev: nej",
            "ei uutiskirjettä",
            "bez newslettera",
            "newsletter-nie",
            "avböjt nyhetsbrev",
            "email_rejected",
        ] {
            assert_eq!(of(text), [false, true, false, false], "{text}");
        }
        for text in [
            "RECHAZA_PUBLICIDAD",
            "rechaza publicidad",
            "REFUSED_MARKETING",
            "marketing: declined",
            "werbung_nein",
            "keine Werbung",
            "REFUS_PUB",
            "pub: non",
            "NO_PUBLICIDAD",
            "rifiuta pubblicità",
            "sem publicidade",
            "weigert reclame",
            "ingen-reklam".replace("ingen", "inga").as_str(),
            "afvist markedsføring",
            "ei markkinointia",
            "odmowa marketingu",
            "promo off",
        ] {
            assert_eq!(of(text), [true, false, false, false], "{text}");
        }
        assert_eq!(of("NO_SMS"), [false, false, false, true]);
        assert_eq!(of("no calls"), [false, false, true, false]);
    }

    #[test]
    fn a_code_with_a_yes_another_word_or_no_topic_says_nothing() {
        for text in [
            "newsletter",
            "newsletter: yes",
            "newsletter=1",
            "no",
            "declined",
            "refused delivery",
            "no email received",
            "no email address",
            "no marketing budget",
            "emails: 0",
            "calls=0",
            "newsletter 0",
            "no newsletter yet",
            "do_not_email: no",
            "non-marketing contact",
            "non marketing",
            "sin correo",
            "sem email",
            "brak maila",
            "Mail stop 12",
            "publicidad exterior",
            "email marketing",
            "no, newsletter?",
            "Nordic newsletter",
            "nl",
            "NL-Nederland",
            "no problem",
            "CASA_VISITADA",
            "pub quiz",
            "no smoking",
        ] {
            assert_eq!(refusal_in_code(text), None, "{text}");
        }
    }

    #[test]
    fn a_bare_request_to_be_taken_off_is_one_and_an_errand_is_none() {
        for text in [
            "REMOVER",
            "pls remove",
            "remove from newsletter",
            "Please remove me from your list",
            "Cancelar subscrição",
            "cancel subscription",
            "cancelar suscripción",
            "Bitte austragen",
            "Austragen",
            "Newsletter abbestellen",
            "retirez-moi",
            "Baja",
            "darme de baja",
            "quitarme de la lista",
            "Cancellazione",
            "cancellatemi",
            "ta bort mig",
            "fjern meg",
            "Peruutus",
            "poistakaa minut",
            "Wypisz mnie",
            "rezygnacja",
            "verwijder mij uit de lijst",
            "afmelden aub".trim_end_matches(" aub"),
        ] {
            assert!(is_bare_request(text, true), "{text}");
        }
        for text in [
            "cancel",
            "cancelled",
            "remove old phone number",
            "delete duplicate",
            "cancel appointment",
            "Rechnung löschen",
            "stop by the shop",
            "bort i veckan",
            "baja temporada",
            "please",
            "newsletter",
            "the list",
            "remove?",
        ] {
            assert!(!is_bare_request(text, true), "{text}");
        }
        assert!(!is_bare_request("stop", false) && is_bare_request("stop", true));
    }

    #[test]
    fn the_words_of_carriers_are_known_and_ordinary_ones_only_in_capitals() {
        for cell in [
            "STOP",
            "Stop",
            "stop.",
            "STOPP",
            "ARRÊT",
            "ARRET",
            "UNSUBSCRIBE",
            "BAJA",
            "SAIR",
            "SLUTT",
            "QUIT",
            "END",
            "CANCEL",
            "POISTA",
        ] {
            assert!(is_stop_word(cell, true), "{cell}");
        }
        for cell in ["end", "Baja", "Cancel", "Stopper", "no", "ok thanks", "STOP 12", "stop?!x"] {
            assert!(!is_stop_word(cell, true), "{cell}");
        }
        assert!(is_stop_word("baja", false) && is_stop_word("Quit", false));
    }

    #[test]
    fn the_words_are_folded() {
        for word in
            WORDS.iter().flat_map(|(_, words)| words.split_ascii_whitespace()).filter(|word| !word.contains('-'))
        {
            assert_eq!(fold(word), word, "{word}");
        }
        for word in STOPS.split('|').chain(LOUD_STOPS.split('|')) {
            assert_eq!(fold(word), word, "{word}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_a_panic(text in "\\PC{0,60}|(no|newsletter|remove|: ?0|nein|_| ){0,12}") {
            refusal_in_code(&text);
            is_bare_request(&text, true);
            is_stop_word(&text, true);
        }
    }
}
