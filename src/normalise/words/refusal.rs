//! Refusals in longer texts: “No, thanks”, “abgemeldet am 3.4.”, “hat widersprochen (Telefon)”.
//!
//! A consent is only read from a cell that says it and nothing else. A refusal is also read from a part of a text,
//! unless a word before it turns it round: “no objection”, “nicht widersprochen”, “can unsubscribe at any time”.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::short_no::is_short_no;
use super::{is_never_asked, is_soft_bounce, yes_no};
use crate::normalise::fold::fold;
use crate::vocabulary::ConsentStatus::{self, Bounced, Suppressed, Withdrawn};

/// Beginnings of words and phrases, folded, that refuse wherever they stand.
const REFUSALS: &[(ConsentStatus, &str)] = &[
    (
        Withdrawn,
        "unsub|opt out|optout|opted out|opts out|withdrawn|withdrew|withdraws|revoked|revokes|objected|objects",
    ),
    (Withdrawn, "objection|do not mail|do not e mail|do not email|do not call|do not send|do not text|do not want"),
    (
        Withdrawn,
        "does not want|dont want|dont mail|dont email|dont contact|dont call|dont send|doesnt want|did not agree",
    ),
    (Withdrawn, "not interested|no interest|no longer interested|no longer wants|no longer subscribed|asked to stop"),
    (Withdrawn, "asked us to stop|wants out|remove me|removed himself|removed herself|no consent|no more mail|no mail"),
    (
        Withdrawn,
        "no more email|no email|no marketing|no newsletter|keine werbung|keine mail|keine e mail|kein newsletter",
    ),
    (
        Withdrawn,
        "abgemeldet|abmeldung|abbestell|widerspr|widerruf|ausgetragen|austragung|kein interesse|keine einwilligung",
    ),
    (
        Withdrawn,
        "keine zustimmung|nicht mehr anschreiben|nicht mehr kontaktieren|nicht mehr gewunscht|nicht mehr interessiert",
    ),
    (
        Withdrawn,
        "desabonn|desinscri|plus de mail|pas interess|pas d interet|ne souhaite p|ne veut p|soppose|sest oppose",
    ),
    (Withdrawn, "opposition|consentement retire|retrait du consentement|refus du|a refuse"),
    (
        Withdrawn,
        "de baja|darse de baja|desuscri|no desea|no quiere|no interesa|no le interesa|revocado|revocada|revoco",
    ),
    (
        Withdrawn,
        "disiscri|disdett|revocat|revoca |non desidera|non vuole|non interessa|si oppone|opposizione|ha rifiutato",
    ),
    (Withdrawn, "uitgeschreven|uitschrij|afgemeld|afmeld|opgezegd|ingetrokken|bezwaar|geen interesse|geen toestemming"),
    (
        Withdrawn,
        "wil geen|wenst geen|descadastr|nao deseja|nao quer|sem interesse|revogad|revogou|oposicao|sem consentimento",
    ),
    (
        Withdrawn,
        "avregistr|avanmal|avprenum|aterkall|tackat nej|vill inte|vill ej|inte intress|ej intress|samtycker inte",
    ),
    (
        Withdrawn,
        "frameld|udmeldt|onsker ikke|ikke interess|takket nej|tilbagekald|avmeld|utmeldt|takket nei|tilbakekall",
    ),
    (
        Withdrawn,
        "samtykke trukket|reservert seg|perunut|perui |peruutta|peruutet|kieltanyt|kieltayty|ei halua|ei kiinnost",
    ),
    (
        Withdrawn,
        "ei suostumusta|wypisan|wypisal|rezygn|zrezygn|cofnal|cofnel|cofniet|wycofan|wycofal|nie chce|nie wyraz",
    ),
    (Withdrawn, "brak zgody|sprzeciw|odmowil|niezainteresowan"),
    (Suppressed, "blacklist|blocklist|black list|block list|suppress|sperrliste|werbesperr|kontaktsperr|kontaktverbot"),
    (
        Suppressed,
        "gesperrt|liste noire|lista negra|lista nera|zwarte lijst|svarta listan|svartlist|mustalista|mustalla listalla",
    ),
    (
        Suppressed,
        "czarna lista|czarnej liscie|do not contact|do not solicit|no solicitation|no soliciting|never contact|nicht kontaktieren|ne pas contacter|ne plus contacter",
    ),
    (Suppressed, "no contactar|non contattare|niet contacteren|kontakta inte|kontakta ej|ma ikke kontaktes|robinson"),
    (Bounced, "hard bounce|bounced|undeliverab|unzustellbar"),
];

/// Words that turn round what follows them.
pub(super) const NEGATING: &str = "not|no|never|hasnt|havent|isnt|wasnt|didnt|without|nicht|kein|keine|keinen|keinerlei|nie|niemals|ohne|non|pas|sans|\
    jamais|aucun|aucune|sin|ningun|ninguna|nunca|nessun|nessuna|senza|niet|geen|zonder|nooit|nao|sem|nenhum|nenhuma|inte|ej|icke|\
    ingen|inget|utan|aldrig|ikke|uden|uten|aldri|ei|ilman|bez|brak";

/// Words that make what follows them a mere possibility.
pub(super) const POSSIBLE: &str = "can|could|until|unless|if|kann|konnen|bis|falls|peut|puede|puo|kan|pode|moze";

/// What follows a bare no where people are polite.
const COURTESY: &str = "thanks|thank|thx|please|danke|bitte|merci|gracias|grazie|bedankt|dank|obrigado|obrigada|tack|tak|takk|kiitos|dziekuje|dzieki";

static MATCHER: LazyLock<(AhoCorasick, Vec<ConsentStatus>)> = LazyLock::new(|| {
    let phrases = REFUSALS.iter().flat_map(|(status, phrases)| phrases.split('|').map(move |phrase| (*status, phrase)));
    let (states, phrases): (Vec<_>, Vec<_>) = phrases.unzip();
    let matcher = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(phrases);
    (matcher.expect("a few hundred short phrases fit"), states)
});

pub(super) fn is_one_of(list: &str, word: &str) -> bool {
    list.split('|').any(|one| one == word)
}

/// The refusal that a text holds among other words; `None` if it holds none, or only one that is turned round.
/// Never a consent.
pub fn refusal_within(text: &str) -> Option<ConsentStatus> {
    if is_never_asked(text) || is_address(text) {
        return None;
    }
    let folded = fold(text);
    let (matcher, states) = &*MATCHER;
    let starts_word = |at: usize| at == 0 || folded.as_bytes()[at - 1] == b' ';
    let stands = |at: usize| {
        !folded[..at].split(' ').rev().take(5).any(|word| is_one_of(NEGATING, word) || is_one_of(POSSIBLE, word))
    };
    let found = matcher
        .find_iter(&folded)
        .filter(|found| starts_word(found.start()) && stands(found.start()))
        .map(|found| states[found.pattern()]);
    let passes = is_soft_bounce(text);
    found.filter(|status| *status != Bounced || !passes).min_by_key(|status| *status == Bounced).or_else(|| {
        let mut words = folded.split(' ');
        let is_no = words.next().is_some_and(|word| yes_no(word) == Some(false));
        (is_no && words.next().is_some_and(|word| is_one_of(COURTESY, word)) || folded == "stop").then_some(Withdrawn)
    })
}

/// Whether a text is a link or an e-mail address: its words are a name, and no statement.
pub fn is_address(text: &str) -> bool {
    !text.contains(char::is_whitespace) && (text.contains("://") || text.contains('@') || text.starts_with("www."))
}

/// Whether an answer is a no that goes on or is put in other words: “No (by phone)”, “nein – 3.4.”, “lieber nicht”.
/// A yes that goes on is nothing.
pub fn begins_with_no(text: &str) -> bool {
    goes_on_after_no(text) || is_short_no(text)
}

/// Whether a text begins with a bare no and goes on after a mark.
fn goes_on_after_no(text: &str) -> bool {
    let head = text.split([',', ';', ':', '(', '[', '/', '|', '–', '—', '\n']).next().unwrap_or_default();
    let head = head.split(" - ").next().unwrap_or_default();
    head.len() < text.len() && yes_no(head) == Some(false)
}

/// Whether a text denies what its column asks: it begins with a no or a word that turns the rest round.
pub fn denies(text: &str) -> bool {
    let folded = fold(text);
    let first = folded.split(' ').next().unwrap_or_default();
    // “Mai” is a month as well.
    yes_no(first) == Some(false) || is_one_of(NEGATING, first) || folded == "mai" || goes_on_after_no(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::normalise::words::lists::{STATUS, YES_NO};

    #[test]
    fn a_refusal_stays_one_among_other_words() {
        for text in [
            "No thanks",
            "Nein, danke",
            "Nej tack",
            "Non merci",
            "No, gracias",
            "Ei kiitos",
            "Nie, dziękuję",
            "withdrawn 2024-05-01",
            "Unsubscribed (by phone)",
            "Abgemeldet am 3.4.2024",
            "Hat widersprochen",
            "kein Interesse mehr",
            "asked us to stop in May",
            "STOP",
            "unsub",
            "A demandé: désabonnement",
            "Ha solicitado la baja: dado de baja",
            "Si è disiscritto",
            "heeft zich uitgeschreven",
            "Não deseja receber",
            "Har avanmält sig",
            "ønsker ikke nyhedsbrev",
            "har meldt seg av, avmeldt 3.4.",
            "ei halua postia",
            "Nie wyrażam zgody",
        ] {
            assert_eq!(refusal_within(text), Some(Withdrawn), "{text}");
        }
        for text in ["Auf Sperrliste seit 2023", "on the blacklist", "Suppression list", "PLEASE DO NOT CONTACT"] {
            assert_eq!(refusal_within(text), Some(Suppressed), "{text}");
        }
        assert_eq!(refusal_within("Unsubscribed;Bounced"), Some(Withdrawn));
        assert_eq!(refusal_within("Mail bounced twice"), Some(Bounced));
    }

    #[test]
    fn a_refusal_that_is_turned_round_or_merely_possible_is_none() {
        for text in [
            "no objection",
            "nicht widersprochen",
            "has not unsubscribed",
            "kein Widerspruch",
            "sans opposition",
            "nessuna opposizione",
            "You can unsubscribe at any time",
            "yes, until revoked",
            "soft bounced, mailbox full",
            "never subscribed",
            "stopover",
            "customer",
            "No preference",
            "Nobel",
            "ja, gerne",
            "https://news.example.org/unsubscribe",
            "unsubscribe@example.org",
        ] {
            assert_eq!(refusal_within(text), None, "{text}");
        }
    }

    #[test]
    fn a_no_that_goes_on_is_still_a_no_and_a_yes_is_nothing() {
        for text in ["No (15/03/2024)", "No - phoned", "Nein, erst später", "nej: ringde"] {
            assert!(begins_with_no(text) && denies(text), "{text}");
        }
        for text in ["no", "Yes (phone)", "ja, telefonisch", "Nordic - Oslo", "2024 - 2025"] {
            assert!(!begins_with_no(text), "{text}");
        }
        for text in ["lieber nicht", "surtout pas", "rather not"] {
            assert!(
                begins_with_no(text) && !denies(text),
                "{text}: in a column of refusals it is none that denies them"
            );
        }
        assert!(denies("not yet") && denies("keine") && !denies("ja, telefonisch") && !denies("März 2024"));
    }

    #[test]
    fn phrases_are_folded_and_no_word_of_consent_holds_one() {
        for phrase in REFUSALS.iter().flat_map(|(_, phrases)| phrases.split('|')).chain(NEGATING.split('|')) {
            assert_eq!(fold(phrase), phrase.trim_end(), "{phrase}");
        }
        let given = STATUS.iter().filter(|(status, _)| matches!(status, ConsentStatus::Given | ConsentStatus::Pending));
        let words =
            given.map(|(_, words)| *words).chain(YES_NO.iter().filter(|(yes, _)| *yes).map(|(_, words)| *words));
        for word in words.flat_map(|words| words.split('|')) {
            assert_eq!(refusal_within(word), None, "{word}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_a_consent_or_a_panic(text in "\\PC{0,60}") {
            let said = refusal_within(&text);
            prop_assert!(said.is_none_or(|said| matches!(said, Withdrawn | Suppressed | Bounced)));
            denies(&text);
        }
    }
}
