//! A column header as it is compared: without case, accents, separators, prefixes and units.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What stands before the name of a column in exports of several objects, and says nothing of its meaning.
const PREFIXES: &[&str] = &[
    "contact",
    "contacts",
    "person",
    "persona",
    "personne",
    "persoon",
    "pessoa",
    "people",
    "kontakt",
    "contatto",
    "contacto",
    "customer",
    "kund",
    "kunde",
    "klant",
    "cliente",
    "client",
    "klient",
    "asiakas",
    "subscriber",
    "lead",
    "profile",
    "customfield",
    "customfields",
    "user",
    "respondent",
    "attendee",
    "guest",
    "participant",
    "registrant",
    "visitor",
    "gast",
    "teilnehmer",
    "participante",
    "partecipante",
    "deelnemer",
    "deltagare",
    "deltager",
    "deltaker",
    "osallistuja",
    "uczestnik",
];
/// Pairs of words that are one word in other spellings.
const COMPOUNDS: [(&str, &str); 20] = [
    ("opt", "in"),
    ("opt", "out"),
    ("opted", "in"),
    ("opted", "out"),
    ("sign", "up"),
    ("signed", "up"),
    ("black", "list"),
    ("block", "list"),
    ("black", "listed"),
    ("block", "listed"),
    ("news", "letter"),
    ("whats", "app"),
    ("direct", "mail"),
    ("time", "stamp"),
    ("e", "mailing"),
    ("text", "message"),
    ("hard", "bounce"),
    ("post", "code"),
    ("zip", "code"),
    ("nyhets", "brev"),
];

/// Words a question begins with before it names what it asks for, in the languages forms are written in.
const ASKING: [&str; 56] = [
    "what",
    "whats",
    "s",
    "is",
    "and",
    "please",
    "enter",
    "type",
    "tell",
    "us",
    "the",
    "wie",
    "was",
    "lautet",
    "ist",
    "und",
    "bitte",
    "welche",
    "qual",
    "quale",
    "e",
    "il",
    "la",
    "l",
    "inserisci",
    "indica",
    "scrivi",
    "vad",
    "ar",
    "och",
    "ange",
    "quel",
    "quelle",
    "est",
    "et",
    "indiquez",
    "cual",
    "es",
    "y",
    "cuales",
    "escribe",
    "introduce",
    "wat",
    "en",
    "vul",
    "o",
    "a",
    "hva",
    "hvad",
    "er",
    "og",
    "mika",
    "on",
    "jaki",
    "jaka",
    "podaj",
];
/// Words for “your”: what follows them is asked for.
const YOURS: [&str; 41] = [
    "your", "dein", "deine", "deiner", "ihr", "ihre", "ihrer", "euer", "eure", "tuo", "tua", "tuoi", "tue", "suo",
    "sua", "vostra", "vostro", "din", "ditt", "dina", "er", "ert", "era", "votre", "vos", "ton", "ta", "tes", "tu",
    "su", "sus", "vuestro", "je", "jouw", "uw", "seu", "teu", "dit", "deres", "sinun", "twoj",
];
/// What Mailtrain puts before the key of a column.
const MERGE: &str = "MERGE_";

/// A header ready to be compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Header {
    /// As written, without byte-order mark, quotes and blanks around it.
    pub(crate) written: String,
    /// All of it, folded, without separators.
    pub(crate) key: String,
    /// Without prefix, brackets, units and loose numbers. Equal to `key` if there were none.
    pub(crate) core: String,
    /// Its words, folded, opposite their spelling in `spelt`.
    pub(crate) words: Vec<String>,
    /// Its words as written.
    pub(crate) spelt: Vec<String>,
}

impl Header {
    /// Reads a header.
    pub(crate) fn read(raw: &str) -> Self {
        let written = raw.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '"' | '\'' | '`'));
        let composed = number_signs(&compose(written), written);
        let unbanned = without_note(without_ban(&composed));
        let (words, spelt) = words_of(unbanned);
        let all = if unbanned.len() == composed.len() { &words } else { &words_of(&composed).0 };
        let key = all.concat();
        let core = core_of(&composed, all);
        Self { written: written.to_owned(), core: if core.is_empty() { key.clone() } else { core }, key, words, spelt }
    }

    /// Its key without a first word that only says whose column it is: `contact_phone`.
    pub(crate) fn without_owner(&self) -> Option<String> {
        let (first, rest) = self.words.split_first()?;
        (!rest.is_empty() && PREFIXES.contains(&first.as_str())).then(|| rest.concat())
    }

    /// Whether a word of it is cut short by a stop: `Abm. Newsletter`.
    pub(crate) fn is_short(&self, at: usize) -> bool {
        self.spelt.get(at).is_some_and(|word| self.written.contains(&format!("{word}.")))
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.key.is_empty()
    }
}

/// `Nº cliente`, `N° client`, `№` and `No. of …` count; a plain `no` refuses.
fn number_signs(composed: &str, written: &str) -> String {
    let signed = written.contains(['º', '°', '№']);
    if !signed && !composed.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("no.")) {
        return composed.to_owned();
    }
    let rest = composed.get(1..).unwrap_or_default().trim_start_matches(['o', 'O', '°', '.', ' ']);
    if composed.starts_with(['n', 'N']) { format!("Nr {rest}") } else { composed.replace("No", "Nr") }
}

/// What a system writes before its own columns is no word of theirs: `(Do Not Modify)`, `(Nicht ändern)`.
fn without_ban(composed: &str) -> &str {
    const NOT: [&str; 14] =
        ["not", "nicht", "ne", "no", "non", "nao", "niet", "inte", "ej", "ikke", "ei", "ala", "alkaa", "nie"];
    const CHANGE: [&str; 17] = [
        "modif", "ander", "aender", "andra", "edit", "bearbeit", "wijzig", "redig", "endre", "muokka", "muuta", "edyt",
        "zmien", "alter", "verander", "change", "cambia",
    ];
    let Some((inside, rest)) = composed.strip_prefix(['(', '[']).and_then(|text| text.split_once([')', ']'])) else {
        return composed;
    };
    let words = words_of(inside).0;
    let bans = words.iter().any(|word| NOT.contains(&word.as_str()))
        && words.iter().any(|word| CHANGE.iter().any(|stem| word.starts_with(stem)));
    if bans && !rest.trim().is_empty() { rest } else { composed }
}

/// What Stripe writes behind the keys a shop made itself is no word of theirs: `newsletter_consent (metadata)`.
fn without_note(composed: &str) -> &str {
    let key = composed.strip_suffix("(metadata)").map(str::trim_end).filter(|key| !key.is_empty());
    key.unwrap_or(composed)
}

/// A text as it is compared: compatible forms united, lower case, without accents.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            _ => folded.push(c),
        }
    }
    folded
}

/// A text with its compatible forms united.
fn compose(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfkc().collect()) }
}

/// A text without separators, folded.
pub(crate) fn key(text: &str) -> String {
    words_of(&compose(text)).0.concat()
}

/// Without prefix, brackets, units and loose numbers. `all`: the words of the whole text.
fn core_of(text: &str, all: &[String]) -> String {
    let mut outside = String::with_capacity(text.len());
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    let mut rest = outside.trim();
    for separator in [": ", " - ", " – ", " / ", "."] {
        if let Some((before, after)) = rest.split_once(separator)
            && PREFIXES.contains(&words_of(before).0.concat().as_str())
            && !after.trim().is_empty()
        {
            rest = after;
        }
    }
    for separator in [" - ", " – "] {
        if let Some((before, after)) = rest.rsplit_once(separator)
            && matches!(words_of(after).0.concat().as_str(), "other" | "contact" | "contacts" | "kontakt")
        {
            rest = before;
        }
    }
    let rest = rest.strip_prefix(MERGE).unwrap_or(rest);
    let words = if rest.len() == text.len() { all } else { &words_of(rest).0 };
    // `18+` is an age, and no number of a column.
    let loose = |word: &&String| word.bytes().all(|b| b.is_ascii_digit()) && !rest.contains(&format!("{word}+"));
    what_is_asked(words).iter().filter(|word| !loose(word)).map(String::as_str).collect()
}

/// `What's your first name?` asks for a first name. All words, if they are no question for something of yours.
fn what_is_asked(words: &[String]) -> &[String] {
    let asking = |word: &String| ASKING.contains(&word.as_str());
    let lead = words.iter().take_while(|word| asking(word)).count();
    let yours = (lead.saturating_sub(1)..=lead)
        .filter(|at| words.get(*at).is_some_and(|word| YOURS.contains(&word.as_str())))
        .max();
    match yours {
        Some(at) if at + 1 < words.len() => &words[at + 1..],
        _ => words,
    }
}

/// The words of a text, folded, and as written. Splits at separators and inside CamelCase, then joins what is one word.
fn words_of(text: &str) -> (Vec<String>, Vec<String>) {
    let mut spelt: Vec<String> = Vec::new();
    for part in text.split(|c: char| !(c.is_alphanumeric() || is_combining_mark(c))) {
        split_camel(part, &mut spelt);
    }
    let mut words: Vec<String> = spelt.iter().map(|word| fold(word)).collect();
    let mut at = 0;
    while at + 1 < words.len() {
        if is_one_word(&words[at], &words[at + 1]) {
            let next = words.remove(at + 1);
            words[at].push_str(&next);
            let next = spelt.remove(at + 1);
            spelt[at].push('-');
            spelt[at].push_str(&next);
        }
        at += 1;
    }
    (words, spelt)
}

fn is_one_word(first: &str, second: &str) -> bool {
    const NOT: [&str; 11] = ["don", "doesn", "didn", "won", "isn", "aren", "wasn", "can", "hasn", "wouldn", "shouldn"];
    if second == "t" && NOT.contains(&first) {
        return true;
    }
    (first == "e" && (second.starts_with("mail") || second.starts_with("post"))) || COMPOUNDS.contains(&(first, second))
}

/// `HasOptedOut` → Has, Opted, Out; `IPAddress` → IP, Address; `EMAIL` and `förnamn` stay whole.
fn split_camel(part: &str, into: &mut Vec<String>) {
    let chars: Vec<char> = part.chars().collect();
    let mut start = 0;
    for at in 1..chars.len() {
        let (before, here) = (chars[at - 1], chars[at]);
        let next_is_lower = chars.get(at + 1).is_some_and(|c| c.is_lowercase());
        let starts_word = here.is_uppercase() && (before.is_lowercase() || (before.is_uppercase() && next_is_lower));
        if starts_word && at - start + 1 > 1 {
            into.push(chars[start..at].iter().collect());
            start = at;
        }
    }
    if start < chars.len() {
        into.push(chars[start..].iter().collect());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_header_have_one_key() {
        for spelling in [
            "E-Mail Address",
            "email_address",
            "emailAddress",
            "EMAIL ADDRESS:",
            "\u{feff}\"Email address\"",
            "e.mail-address*",
        ] {
            assert_eq!(Header::read(spelling).key, "emailaddress", "{spelling}");
        }
        assert_eq!(Header::read("HasOptedOutOfEmail").key, Header::read("has opted out of e-mail").key);
        assert_eq!(Header::read("Prénom").key, "prenom");
        assert_eq!(Header::read("Ｅｍａｉｌ").key, "email");
        assert_eq!(Header::read("Nº cliente").words, ["nr", "cliente"]);
        assert_eq!(Header::read("N° client").words, ["nr", "client"]);
        assert_eq!(Header::read("No. telephone").words, ["nr", "telephone"]);
        assert_eq!(Header::read("No telephone").words, ["no", "telephone"]);
    }

    #[test]
    fn prefixes_units_brackets_and_numbers_are_left_out_of_the_core() {
        for (header, core) in [
            ("Contact: Email", "email"),
            ("Person - Phone", "phone"),
            ("Record ID - Contact", "recordid"),
            ("Submit Date (UTC)", "submitdate"),
            ("E-mail 1 - Value", "emailvalue"),
            ("Birth date (customer.metafields.facts.birth_date)", "birthdate"),
            ("(Do Not Modify) Contact", "contact"),
            ("Opted out of email: Offers", "optedoutofemailoffers"),
            ("custom_fields.town", "town"),
            ("MERGE_FIRST_NAME", "firstname"),
            ("What's your first name?", "firstname"),
            ("And your e-mail address?", "emailaddress"),
            ("Qual è la tua e-mail?", "email"),
            ("Wie lautet Ihre E-Mail-Adresse?", "emailadresse"),
            ("Vad är ditt telefonnummer?", "telefonnummer"),
            ("Your", "your"),
            ("What is the matter", "whatisthematter"),
        ] {
            assert_eq!(Header::read(header).core, core, "{header}");
        }
    }

    #[test]
    fn camel_case_is_split_and_acronyms_stay_whole() {
        assert_eq!(Header::read("EmailBouncedDate").words, ["email", "bounced", "date"]);
        assert_eq!(Header::read("OPTIN_IPAddress").words, ["optin", "ip", "address"]);
        assert_eq!(Header::read("WhatsApp").words, ["whatsapp"]);
        assert!(Header::read(" \"\" ").is_empty());
    }
}
