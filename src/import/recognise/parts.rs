//! A header taken apart: what each of its words contributes, and what they say of one another.

use super::clauses;
use super::header::{Header, fold};
use crate::import::header_words::{Concept, Concepts, HeaderWords, Word};
use crate::vocabulary::Channel;

/// A header taken apart.
pub(super) struct Parts<'a> {
    pub(super) found: Concepts,
    pub(super) channel: Option<Channel>,
    pub(super) date: bool,
    /// Whether its date is one since when something holds: `Newsletter seit`, not `Newsletter date`.
    pub(super) since: bool,
    /// Whether it begins as the parts of a postal address do: `Mailing state`.
    pub(super) letters: bool,
    /// Whether a colon sets a part of it apart.
    pub(super) colon: bool,
    /// Whether it ends in a word for somebody who did it: `created by`.
    pub(super) by_somebody: bool,
    /// Words that mean nothing here, as written: a purpose beside a word for consent, a doubt elsewhere.
    pub(super) others: Vec<&'a str>,
    /// How many words, or parts of compounds, could not be placed: each may turn the meaning round.
    pub(super) unplaced: usize,
    /// Whether it speaks of receiving something, and not of accepting it.
    pub(super) receives: bool,
    /// Whether it speaks of what was received, and of nobody who wants it.
    pub(super) received: bool,
    /// Whether what it says of newsletters is a mailing, which may be any.
    pub(super) only_mailing: bool,
    /// Whether what it says of a confirmation is that something is double.
    pub(super) only_double: bool,
    /// Whether what it says of a consent is of its worth or kind, and not that it is missing.
    pub(super) settles: bool,
    /// Whether it says of a consent that it is asked for, wanted or missing.
    pub(super) pends: bool,
    /// Whether it speaks of a membership or a bonus, or names the law on personal data beside the consent.
    pub(super) of_a_club: bool,
}

/// Beginnings of words for what one is a member of.
const CLUBS: [&str; 9] = ["loyalty", "member", "mitglied", "medlem", "membre", "miembro", "bonus", "fidel", "treue"];
/// Names of laws on personal data.
const LAWS: [&str; 6] = ["gdpr", "dsgvo", "rgpd", "rodo", "lgpd", "avg"];

/// Beginnings of words for the worth and the kind of a consent, among those that say of one that it is not settled.
const SETTLING: [&str; 8] = ["valid", "verif", "gultig", "giltig", "type", "typ", "tipo", "proof"];

/// Words for what has been received.
const RECEIVED: [&str; 16] = [
    "received",
    "recu",
    "recue",
    "ricevuta",
    "ricevuto",
    "recibido",
    "recibida",
    "recebido",
    "recebida",
    "mottaget",
    "mottagit",
    "modtaget",
    "mottatt",
    "vastaanotettu",
    "otrzymany",
    "otrzymano",
];
/// Words for receiving that may as well say it of the past.
const RECEIVED_OR_RECEIVE: [&str; 3] = ["erhalten", "bekommen", "ontvangen"];
/// Beginnings of words for wanting.
const WANTING: [&str; 9] = ["mocht", "will", "wil", "wunsch", "gewunsch", "gern", "wens", "ich", "ik"];
/// What a mailing address has, and no mailing.
const OF_LETTERS: [&str; 19] = [
    "address", "street", "city", "state", "zip", "zipcode", "postal", "postcode", "country", "province", "county",
    "line", "region", "po", "box", "house", "suburb", "number", "name",
];
/// What a `no` behind it refuses; of the rest it counts: `Contact no`, `Subscriber no`.
const REFUSED_BY_NO: [Concept; 3] = [Concept::Consent, Concept::Newsletter, Concept::Marketing];
/// What a `no` before it refuses.
const REFUSED_AFTER_NO: [Concept; 9] = [
    Concept::Consent,
    Concept::Newsletter,
    Concept::Marketing,
    Concept::Subscribe,
    Concept::Email,
    Concept::Sms,
    Concept::Phone,
    Concept::Post,
    Concept::Contact,
];
/// Words after which a date says since when.
const SINCE: [&str; 16] = [
    "since", "seit", "dal", "depuis", "desde", "sedan", "siden", "sinds", "od", "at", "on", "am", "il", "le", "el",
    "op",
];
/// Words between a newsletter and whose it is.
const OF: [&str; 22] = [
    "of", "by", "from", "von", "vom", "der", "des", "di", "del", "della", "dal", "dalla", "de", "du", "la", "da", "do",
    "van", "fran", "fra", "af", "od",
];
/// Leftover words that name no purpose.
const NO_PURPOSE: [&str; 14] = [
    "information",
    "informationen",
    "informations",
    "informazioni",
    "informacion",
    "informasjon",
    "informatie",
    "informacje",
    "info",
    "infos",
    "eligible",
    "eligibility",
    "confirmed",
    "interest",
];

/// Words for wanting and receiving what is offered.
const RECEIVING: [&str; 25] = [
    "receiv",
    "receb",
    "recib",
    "recev",
    "ricev",
    "erhalt",
    "empfang",
    "ontvang",
    "mottag",
    "motta",
    "modtag",
    "vastaanot",
    "otrzymy",
    "send",
    "want",
    "vill",
    "mocht",
    "quier",
    "dese",
    "souhait",
    "wunsch",
    "halua",
    "onsk",
    "chce",
    "desider",
];

/// The words beside those of consent, as written: the purpose a header names.
pub(super) fn purpose_of(parts: &Parts<'_>) -> Option<String> {
    let named = |other: &&&str| !NO_PURPOSE.contains(&fold(other).as_str());
    let purpose: Vec<&str> = parts.others.iter().filter(named).copied().collect();
    (!purpose.is_empty()).then(|| purpose.join(" "))
}

pub(super) fn take_apart<'a>(words: &HeaderWords, header: &'a Header) -> Parts<'a> {
    let mut parts = Parts {
        found: Concepts::default(),
        channel: None,
        date: false,
        since: false,
        letters: false,
        colon: header.written.contains(": "),
        by_somebody: false,
        others: Vec::new(),
        unplaced: 0,
        receives: false,
        received: false,
        only_mailing: false,
        only_double: false,
        settles: false,
        pends: false,
        of_a_club: false,
    };
    let last = header.words.len().saturating_sub(1);
    let pairs = clauses::yes_or_no(&header.words);
    let wants = header.words.iter().any(|word| WANTING.iter().any(|stem| word.starts_with(stem)));
    let (mut newsletters, mut mailings, mut confirms, mut doubles) = (0, 0, 0, 0);
    let mut settles = false;
    for (at, word) in header.words.iter().enumerate() {
        if pairs.contains(&at) {
            continue;
        }
        if word.bytes().all(|b| b.is_ascii_digit()) {
            // `18+` is an age, and no place among columns.
            parts.unplaced += usize::from(header.written.contains(&format!("{word}+")));
            continue;
        }
        let (before, after) = (at.checked_sub(1).map(|at| &header.words[at]), header.words.get(at + 1));
        // `Phone no` counts, `no phone` and `newsletter no` refuse; `Mailing street` is no mailing.
        let counts = word == "no" && counts(words, before, after);
        let of_letters = word == "mailing"
            && after.is_some_and(|next| OF_LETTERS.contains(&next.as_str()))
            && !parts.found.any(&[Concept::Negation, Concept::Consent]);
        if counts {
            parts.found = parts.found.with(Concept::Number);
        }
        parts.letters |= of_letters;
        let received = RECEIVED.contains(&word.as_str());
        parts.received |= received || (!wants && RECEIVED_OR_RECEIVE.contains(&word.as_str()));
        if counts || of_letters || received {
            continue;
        }
        let Word { concepts, doubtful } = by_neighbours(words, header, at);
        parts.receives |= RECEIVING.iter().any(|stem| word.starts_with(stem));
        parts.since |= SINCE.contains(&word.as_str());
        newsletters += usize::from(concepts.has(Concept::Newsletter));
        mailings += usize::from(word.starts_with("mailing"));
        confirms += usize::from(concepts.has(Concept::Confirm));
        doubles += usize::from(["dou", "dop", "dob", "dub", "dup"].iter().any(|start| word.starts_with(start)));
        let is_settling = SETTLING.iter().any(|stem| word.starts_with(stem));
        settles |= is_settling;
        parts.pends |= concepts.has(Concept::Unsettled) && !concepts.has(Concept::Until) && !is_settling;
        parts.unplaced += usize::from(doubtful);
        if at == last && at > 0 && concepts.has(Concept::UntilAtEnd) {
            parts.found = parts.found.with(Concept::Until);
        }
        if at == last && at > 0 && concepts.has(Concept::DateAtEnd) {
            parts.date = true;
        } else if concepts.is_empty() && word.len() > 2 {
            parts.unplaced += 1;
            if !names_sender(words, header, at) {
                parts.others.push(header.spelt[at].as_str());
            }
        } else if concepts == Concepts::default().with(Concept::Offer) {
            parts.others.push(header.spelt[at].as_str());
        }
        parts.found.add(concepts);
    }
    parts.only_mailing = newsletters > 0 && newsletters == mailings;
    parts.only_double = confirms > 0 && confirms == doubles;
    parts.settles = settles;
    let law = header.words.iter().any(|word| LAWS.contains(&word.as_str()));
    parts.of_a_club = law && header.words.len() > 1
        || header.words.iter().any(|word| CLUBS.iter().any(|stem| word.starts_with(stem)));
    parts.date |= parts.found.has(Concept::Date);
    parts.channel = [
        (Concept::Sms, Channel::Sms),
        (Concept::Messenger, Channel::Messenger),
        (Concept::Push, Channel::Push),
        (Concept::Post, Channel::Post),
        (Concept::Phone, Channel::PhoneLive),
        (Concept::Email, Channel::Email),
    ]
    .into_iter()
    .find(|(concept, _)| parts.found.has(*concept))
    .map(|(_, channel)| channel);
    // `Do not contact by` leaves to its cells by what.
    parts.by_somebody = last > 0
        && matches!(header.words[last].as_str(), "by" | "von" | "av" | "par" | "por" | "door" | "af" | "przez")
        && !parts.found.has(Concept::Contact);
    parts
}

/// Whether a word is of the name of whose newsletter it is: `Send me the newsletter of Acme`. That is no purpose, and a no to
/// it is one to all that comes.
fn names_sender(words: &HeaderWords, header: &Header, at: usize) -> bool {
    let is_capital = |at: usize| header.spelt[at].starts_with(char::is_uppercase);
    let is_of = |at: usize| OF.contains(&header.words[at].as_str());
    // Where every word begins with a capital, it tells of no name.
    let in_sentence = (0..header.words.len()).any(|at| !is_capital(at) && !is_of(at));
    let name = (0..=at).rev().take_while(|at| is_capital(*at) && !is_of(*at)).count();
    let of = (0..=at - name.min(at)).rev().take_while(|at| is_of(*at)).count();
    let before = (at + 1).checked_sub(name + of + 1);
    in_sentence && of > 0 && before.is_some_and(|before| words.concepts(&header.words[before]).has(Concept::Newsletter))
}

/// Whether a `no` is short for a number.
fn counts(words: &HeaderWords, before: Option<&String>, after: Option<&String>) -> bool {
    let is = |word: &String, concepts: &[Concept]| words.word(word).concepts.any(concepts);
    match (before, after) {
        (None, after) => after.is_some_and(|next| next == "de" || next == "of"),
        (Some(_), Some(after)) if is(after, &REFUSED_AFTER_NO) => false,
        (Some(before), _) => {
            let counted = is(before, &[Concept::Customer, Concept::Phone, Concept::Purchase]);
            let refused = is(before, &REFUSED_BY_NO) || before.bytes().all(|b| b.is_ascii_digit());
            counted || !(refused || before == "if" || before == "says")
        }
    }
}

/// What a word contributes where those beside it decide.
fn by_neighbours(words: &HeaderWords, header: &Header, at: usize) -> Word {
    const TEXTED: [&str; 9] =
        ["optin", "optout", "optedin", "optedout", "unsubscribed", "marketing", "messages", "messaging", "alerts"];
    const BEFORE_TEXT: [&str; 7] = ["no", "not", "dont", "by", "via", "to", "stop"];
    const OF_PAYS: [&str; 8] = ["de", "du", "code", "residence", "livraison", "facturation", "origine", "client"];
    let word = header.words[at].as_str();
    let beside = |place: Option<usize>, list: &[&str]| {
        place.and_then(|place| header.words.get(place)).is_some_and(|beside| list.contains(&beside.as_str()))
    };
    let only = |concept| Word { concepts: Concepts::default().with(concept), doubtful: false };
    let (before, after) = (at.checked_sub(1), Some(at + 1));
    match word {
        // `Text opt-out` is of messages, `opt-in text` is wording.
        "text" if (at == 0 && beside(after, &TEXTED)) || beside(before, &BEFORE_TEXT) => only(Concept::Sms),
        // `Pays monthly` is no country.
        "pays" if header.words.len() > 1 && !beside(before, &OF_PAYS) && !beside(after, &OF_PAYS) => {
            Word { concepts: Concepts::default(), doubtful: false }
        }
        // Direct advertising, as Swedes shorten it; elsewhere a title.
        "dr" => {
            let others = || (0..header.words.len()).filter(|other| *other != at).map(|other| &header.words[other]);
            let will = [Concept::Consent, Concept::Negation, Concept::Assent, Concept::Block];
            match others().any(|other| words.word(other).concepts.any(&will)) {
                true => only(Concept::Post),
                false => words.word(word),
            }
        }
        _ => {
            let found = words.word(word);
            // Alone it may as well be somebody's leaving of a club.
            let unknown = found.concepts.is_empty() && header.words.len() > 1;
            let refuses = unknown && words.begins_a_refusal(word, header.is_short(at));
            if refuses { Word { doubtful: true, ..only(Concept::Unsubscribe) } } else { found }
        }
    }
}
