//! What people write down about people, in whatever words: that somebody died, that mail came back.
//!
//! Whoever died is the person of the row only where no kin is named (“his father died”), and what came back is mail
//! only where a word for mail or an address stands close by (“mail returned”, but not “mail returned call”).

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::parts::names_kin;
use super::remark::{self, stands};
use crate::normalise::fold::{fold, fold_onto};

mod letters;
mod phrases;
use phrases::{ABBREVIATED, ALONE, BESIDE_DATES, DEATHS, FULL, INNOCENT, MAIL, RETURNED, UNDELIVERABLE, WHOLE_DEATHS};

/// What a text tells of the person it is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// That the person died.
    pub(super) died: bool,
    /// That mail does not arrive.
    pub(super) bounced: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Death,
    Mail,
    Returned,
    /// A mailbox that is full: only a person who writes it down means that it is given up.
    Full,
    Undeliverable,
    Innocent,
}

/// How many words may stand between the mail and what is said of it.
const REACH: usize = 4;
/// A clause of more words is prose that may speak of anything.
const LONGEST: usize = 16;

static MATCHER: LazyLock<(AhoCorasick, Vec<Part>)> = LazyLock::new(|| {
    let lists = [
        (Part::Death, DEATHS),
        (Part::Mail, MAIL),
        (Part::Returned, RETURNED),
        (Part::Full, FULL),
        (Part::Undeliverable, UNDELIVERABLE),
        (Part::Innocent, INNOCENT),
    ];
    let words = lists.iter().flat_map(|(part, list)| list.iter().map(move |words| (*part, *words)));
    let each = words.flat_map(|(part, words)| words.split('|').map(move |word| (part, word)));
    let (parts, words): (Vec<_>, Vec<_>) =
        each.map(|(part, word)| (part, format!(" {}", word.replace('.', " ")))).unzip();
    (AhoCorasick::new(words).expect("some hundred short phrases fit"), parts)
});

/// The words without one of which no text tells anything, folded.
pub(super) fn words_that_tell() -> impl Iterator<Item = &'static str> {
    let lists = [DEATHS, MAIL, UNDELIVERABLE].into_iter().flatten().copied();
    lists.chain([WHOLE_DEATHS, ALONE, ABBREVIATED, "sp."]).flat_map(|words| words.split('|'))
}

/// What is said of mail that does not arrive, folded.
pub(super) fn words_of_returns() -> impl Iterator<Item = &'static str> {
    [RETURNED, FULL].into_iter().flatten().flat_map(|words| words.split('|'))
}

/// Whether a text holds the cross that stands before the day of a death.
pub(super) fn has_cross(text: &str) -> bool {
    text.contains(['†', '✝'])
}

/// What a text tells. `by_hand`: whether people write there what they know of people.
pub(super) fn told(text: &str, by_hand: bool) -> Told {
    const SHORTEST: usize = 3;
    let mut told = Told::default();
    if text.contains(['?', '¿']) {
        return told;
    }
    let ends =
        |c: char| matches!(c, ';' | ',' | '!' | '(' | ')' | '[' | ']' | '\n' | '|' | ':' | '/' | '–' | '—' | '…');
    let mut folded = String::new();
    told.died = (letters::is_dated(text) || by_hand && letters::stand_first(text)) && !names_kin(&fold(text));
    let parts = text.split(". ").flat_map(|sentence| sentence.split(" - "));
    for clause in parts.flat_map(|part| part.split(ends)) {
        if clause.len() < SHORTEST {
            continue;
        }
        folded.clear();
        folded.push(' ');
        fold_onto(&mut folded, clause);
        folded.push(' ');
        let words = folded.split_ascii_whitespace().count();
        if words > LONGEST || names_kin(&folded) {
            continue;
        }
        told.died |= has_cross(clause) || is_death(&folded);
        told.read(&folded, by_hand);
    }
    told
}

/// Whether a clause says nothing but that somebody died, and perhaps when.
fn is_death(clause: &str) -> bool {
    let is_one_of = |list: &str, word: &str| list.split('|').any(|one| one == word);
    let begins_month = |word: &str| BESIDE_DATES.split('|').any(|start| start.len() >= 3 && word.starts_with(start));
    let says = |word: &&str| {
        let beside = word.bytes().all(|byte| byte.is_ascii_digit()) || is_one_of(BESIDE_DATES, word);
        is_one_of(WHOLE_DEATHS, word) || !(beside || word.len() >= 3 && begins_month(word))
    };
    let mut rest = clause.split_ascii_whitespace().filter(says);
    let Some(said) = rest.next() else { return false };
    rest.next().is_none() && is_one_of(WHOLE_DEATHS, said)
}

impl Told {
    /// Adds what a clause tells, which is folded and stands between spaces.
    fn read(&mut self, clause: &str, by_hand: bool) {
        let (matcher, parts) = &*MATCHER;
        let (mut mail, mut returned): ([usize; 4], [usize; 4]) = ([usize::MAX; 4], [usize::MAX; 4]);
        let (mut undeliverable, mut innocent) = (false, false);
        let word = |at: usize| clause.as_bytes()[..at].iter().filter(|byte| **byte == b' ').count();
        let keep = |kept: &mut [usize; 4], at: usize| {
            if let Some(free) = kept.iter_mut().find(|kept| **kept == usize::MAX) {
                *free = at;
            }
        };
        for found in matcher.find_overlapping_iter(clause) {
            match parts[found.pattern()] {
                Part::Death => self.died |= stands(&clause[..found.start()]),
                Part::Mail => keep(&mut mail, word(found.start())),
                Part::Returned if stands(&clause[..found.start()]) => keep(&mut returned, word(found.start())),
                Part::Full if by_hand && stands(&clause[..found.start()]) => keep(&mut returned, word(found.start())),
                Part::Returned | Part::Full => {}
                Part::Undeliverable => undeliverable |= stands(&clause[..found.start()]),
                Part::Innocent => innocent = true,
            }
        }
        let known = |kept: [usize; 4]| kept.into_iter().filter(|at| *at != usize::MAX);
        let close = known(mail).any(|mail| known(returned).any(|said| said.abs_diff(mail) <= REACH + 1));
        let alone = by_hand && ALONE.split('|').any(|words| words == clause.trim());
        if (undeliverable || close || alone) && !innocent && !remark::speaks_of_matter(clause) {
            self.bounced = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_death_is_read_however_it_is_written_down() {
        for text in [
            "† 3/2025",
            "Kunde †",
            "RIP",
            "rest in peace",
            "passed away in March",
            "customer died last year",
            "died 12 May 2024",
            "gest. 2024",
            "tot",
            "verstorben im Mai 2023",
            "ist leider verstorben",
            "Todesfall 2022",
            "décédé en mars",
            "DCD",
            "décès 2024",
            "est mort en 2023",
            "falleció en marzo",
            "difunto",
            "ha fallecido",
            "murió en 2022",
            "mancato nel 2024",
            "è deceduta a maggio",
            "defunto",
            "overleden in juni",
            "óbito 2024",
            "faleceu em abril",
            "avliden maj 2024",
            "död 2024",
            "har gått bort",
            "afgået ved døden",
            "død 2025",
            "avgått ved døden",
            "kuollut 2024",
            "nukkui pois",
            "zmarła 2024",
            "nie żyje od 2023",
            "phoned in May; passed away in June",
            "RIP - widow keeps the car",
            "RIP Walter",
            "verst. 2024",
            "verst.",
            "Kunde seit 1998, verst. 03/2022",
            "gest. 3/23",
            "gest. am 12.03.2021",
            "heimgegangen im Advent",
            "friedlich entschlafen",
            "nous a quittés en mai",
            "feu Monsieur Petit",
            "s'est éteinte",
            "que en paz descanse, q.e.p.d.",
            "ya no vive",
            "è mancato a marzo",
            "è venuto a mancare",
            "ci ha lasciati",
            "overl. 2023",
            "vorig jaar heengegaan",
            "leeft niet meer",
            "já não está entre nós",
            "gick bort i våras",
            "somnade in 2022",
            "lever inte längre",
            "sov ind i fredags",
            "døde 2024",
            "sovnet stille inn",
            "lever ikke lenger",
            "nukkui pois viime vuonna",
            "menehtyi keväällä",
            "zm. 2023",
            "śp. Jan Kowalski",
            "umarła",
            "świętej pamięci",
        ] {
            assert!(told(text, true).died, "{text}");
        }
    }

    #[test]
    fn the_death_of_another_or_of_a_thing_is_none() {
        for text in [
            "his father died in May",
            "Mutter verstorben",
            "son mari est décédé",
            "su padre falleció",
            "marito deceduto",
            "moeder overleden",
            "hans mor är avliden",
            "mies ja äiti kuollut",
            "not deceased",
            "nicht verstorben",
            "verstorben?",
            "Deceased's estate office",
            "dead lead",
            "battery died",
            "Dod Street 4",
            "gestern angerufen",
            "total",
            "Total 2024",
            "Ripley 2024",
            "Tottenham",
            "mortgage 2024",
            "Morten 3.4.",
            "Tod Browning",
            "tot ziens",
            "d. 2023",
            "d. 12.3.2023",
            "passed",
            "passed 2024",
            "gest. angerufen",
            "gest. 12.3. angerufen",
            "gest. 12.3.",
            "dec. 2023",
            "déc. 2023",
            "fall 2023",
            "zm. adres 2023",
            "zm.",
            "feu vert 2024",
            "sp. z o.o.",
            "SP Jan",
            "rip off",
            "rip current 2024",
            "è mancato il pagamento",
            "verst. nicht alles",
            "Witwe, Mann verst. 2022",
            "lives on, alive",
            "moved on 2023",
            "sovende barn",
            "avl. post",
        ] {
            assert!(!told(text, true).died, "{text}");
        }
    }

    #[test]
    fn mail_that_came_back_is_a_bounce() {
        for text in [
            "mail bounces",
            "email returned",
            "undeliverable",
            "address no longer valid",
            "mail keeps coming back",
            "email address unknown",
            "mailbox full",
            "Mail kommt zurück",
            "verzogen, Mail kommt zurück",
            "unzustellbar",
            "Mailadresse ungültig",
            "Postfach voll",
            "E-Mail-Adresse existiert nicht mehr",
            "mail en erreur",
            "NPAI",
            "adresse invalide",
            "mail revient",
            "boîte pleine",
            "correo devuelto",
            "rebota",
            "correo no válido",
            "email erróneo",
            "email torna indietro",
            "indirizzo inesistente",
            "casella piena",
            "mail komt terug",
            "mailadres ongeldig",
            "onbestelbaar",
            "email voltou",
            "email inválido",
            "caixa cheia",
            "studsar",
            "mejlet studsar",
            "felaktig adress",
            "adressen fungerar inte",
            "mail kommer retur",
            "ugyldig mail",
            "mailen afvises",
            "e-post i retur",
            "adressen virker ikke",
            "osoite ei toimi",
            "sähköposti palautuu",
            "virheellinen osoite",
            "mail wraca",
            "zły adres",
            "adres nieaktualny",
        ] {
            assert!(told(text, true).bounced, "{text}");
        }
        assert!(!told("mailbox full", false).bounced && told("Mail kommt zurück", false).bounced);
    }

    #[test]
    fn other_things_that_come_back_or_are_wrong_are_no_bounce() {
        for text in [
            "mail returned call",
            "returned my call",
            "emailed back on Monday",
            "mail if invoice unknown",
            "mail not returned",
            "Adresse nicht ungültig",
            "Brief kam zurück",
            "letter returned",
            "old address invalid",
            "alte Mailadresse falsch",
            "wrong e-mail corrected",
            "falsche Mailadresse korrigiert",
            "ancienne adresse invalide",
            "Lieferadresse unbekannt",
            "postal address unknown",
            "wenn Mail zurückkommt, anrufen",
            "mails bouncing?",
            "Rückruf per Mail",
            "ruft zurück",
            "kommt zurück aus dem Urlaub",
            "full refund by mail",
            "invalid coupon",
            "unknown caller",
        ] {
            assert!(!told(text, true).bounced, "{text}");
        }
    }

    #[test]
    fn the_words_are_folded() {
        let lists = [DEATHS, MAIL, RETURNED, FULL, UNDELIVERABLE, INNOCENT].into_iter().flatten().copied();
        for word in lists.chain([WHOLE_DEATHS, ALONE, BESIDE_DATES, ABBREVIATED]).flat_map(|words| words.split('|')) {
            assert_eq!(fold(word), word.trim_end_matches('.'), "{word}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_a_panic(text in "\\PC{0,60}|(mail|kommt zurück|†|died|,|\\. | ){0,12}") {
            told(&text, true);
        }
    }
}
