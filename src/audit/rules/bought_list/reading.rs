//! Reading a source, list, tag or note for words that say where the data came from.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::words::{
    ACQUIRED, ALONE, DATA, DATA_ENDINGS, DATA_OF_ORDERS, DIRECTORIES, DOERS, MARKETS, NEGATIONS, NO_DATA, OF, ORDERS,
    STEMS,
};

/// How data were got from somebody who is not the person. Worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Origin {
    /// Rented, leased, licensed.
    Rented,
    /// Bought, ceded, from a broker.
    Bought,
    /// Added to what the person gave.
    Appended,
    /// Taken from where people had put it for something else.
    Scraped,
}

/// How many words may lie between what was got and how.
const REACH: usize = 4;

/// What a text says of the origin of the data, the worst of it; `None` if it says nothing.
/// `items` tells that a comma separates things that have nothing to do with each other, as in tags.
pub(super) fn origin(text: &str, items: bool) -> Option<Origin> {
    if !may_speak(text) {
        return None;
    }
    let words = words(text, items);
    let mut worst = None;
    for at in 0..words.len() {
        worst = worst.max(alone(&words, at)).max(acquired(&words, at)).max(order(&words, at));
    }
    worst
}

/// A word of a text, folded, and what separates it from the one before.
struct Word {
    folded: String,
    gap: Gap,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Space,
    /// What is denied before it is not denied after it.
    Comma,
    /// Words on its two sides have nothing to do with each other.
    Stop,
}

/// Words that fire alone, from a position on.
fn alone(words: &[Word], at: usize) -> Option<Origin> {
    let found = ALONE.iter().filter(|(_, expression)| reads(words, at, expression));
    let origin = found.map(|(origin, _)| *origin).max()?;
    (!is_denied(words, at, at)).then_some(origin)
}

/// A word for getting, near a word for data.
fn acquired(words: &[Word], at: usize) -> Option<Origin> {
    let origin = meaning(&words[at].folded)?;
    if at > 0 && words[at].gap == Gap::Space && DOERS.contains(&words[at - 1].folded.as_str()) {
        return None;
    }
    let first =
        (at.saturating_sub(REACH)..at).rev().find(|start| words[start + 1..=at].iter().any(|w| w.gap == Gap::Stop));
    let first = first.map_or(at.saturating_sub(REACH), |stop| stop + 1);
    let last = (at + 1..words.len().min(at + REACH + 1)).take_while(|next| words[*next].gap != Gap::Stop).last();
    (first..=last.unwrap_or(at))
        .any(|other| other != at && is_data(words, other, origin) && !is_denied(words, other.min(at), other.max(at)))
        .then_some(origin)
}

/// An order of data: `purchase of a list`, never `purchase at checkout`.
fn order(words: &[Word], at: usize) -> Option<Origin> {
    let (origin, noun) = ORDERS.iter().find(|(_, noun)| words[at].folded == *noun)?;
    let follows = |after: usize| {
        words.get(at + after).filter(|_| words[at + 1..=at + after].iter().all(|word| word.gap == Gap::Space))
    };
    let joined = follows(1).is_some_and(|word| OF.contains(&word.folded.as_str()));
    // Polish has a case for it; French rents "location fichier" in short.
    let data = if joined {
        follows(2).filter(|word| word.folded != "a" && word.folded != "la").or_else(|| follows(3))
    } else {
        follows(1).filter(|_| matches!(*noun, "zakup" | "location"))
    };
    let data = data.is_some_and(|word| {
        DATA_OF_ORDERS.contains(&word.folded.as_str()) && (joined || !matches!(word.folded.as_str(), "list" | "lists"))
    });
    (data && !is_denied(words, at, at)).then_some(*origin)
}

fn is_data(words: &[Word], at: usize, origin: Origin) -> bool {
    let word = words[at].folded.as_str();
    DATA.contains(&word)
        || DATA_ENDINGS
            .iter()
            .any(|ending| word.len() > ending.len() && word.ends_with(ending) && !NO_DATA.contains(&word))
        || DIRECTORIES.iter().any(|name| reads(words, at, name))
        || (origin >= Origin::Appended && MARKETS.iter().any(|name| reads(words, at, name)))
}

/// Whether an expression stands at a position, without a break inside.
fn reads(words: &[Word], at: usize, expression: &[&str]) -> bool {
    words.len() >= at + expression.len()
        && expression.iter().zip(&words[at..]).all(|(wanted, word)| word.folded == *wanted)
        && words[at + 1..at + expression.len()].iter().all(|word| word.gap == Gap::Space)
}

/// Whether a negation before the first word, or between the two, speaks of one of them.
fn is_denied(words: &[Word], first: usize, last: usize) -> bool {
    let reaches = |from: usize, to: usize| from < to && words[from + 1..=to].iter().all(|word| word.gap == Gap::Space);
    (first.saturating_sub(2)..last)
        .filter(|at| NEGATIONS.contains(&words[*at].folded.as_str()))
        .any(|at| reaches(at, first) || reaches(at, last))
}

fn meaning(folded: &str) -> Option<Origin> {
    static MEANINGS: LazyLock<HashMap<&str, Origin>> = LazyLock::new(|| {
        ACQUIRED.iter().flat_map(|(origin, words)| words.iter().map(|word| (*word, *origin))).collect()
    });
    MEANINGS.get(folded).copied().or_else(|| {
        let stem = STEMS.iter().find(|(_, stem, _)| folded.starts_with(stem))?;
        (!stem.2.iter().any(|other| folded.starts_with(other))).then_some(stem.0)
    })
}

/// The words of a text. `PurchasedList2019` is three of them.
fn words(text: &str, items: bool) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(12);
    let mut gap = Gap::Stop;
    let mut inside = false;
    let mut last = ' ';
    let mut letters = text.nfkd().peekable();
    while let Some(c) = letters.next() {
        if is_combining_mark(c) {
            continue;
        }
        if !c.is_alphanumeric() {
            inside = false;
            gap = gap.max(match c {
                ';' | '|' | '\n' | '\r' | '!' => Gap::Stop,
                '.' if letters.peek().is_none_or(|next| next.is_whitespace()) => Gap::Stop,
                ',' if items => Gap::Stop,
                ',' => Gap::Comma,
                _ => Gap::Space,
            });
            continue;
        }
        let changes = (last.is_lowercase() && c.is_uppercase()) || last.is_numeric() != c.is_numeric();
        if !inside || changes {
            words.push(Word { folded: String::with_capacity(12), gap: if inside { Gap::Space } else { gap } });
            (inside, gap) = (true, Gap::Space);
        }
        last = c;
        if let Some(word) = words.last_mut() {
            fold_into(&mut word.folded, c);
        }
    }
    words
}

fn fold_into(word: &mut String, c: char) {
    for c in c.to_lowercase() {
        match c {
            'ß' => word.push_str("ss"),
            'æ' => word.push_str("ae"),
            'œ' => word.push_str("oe"),
            'ø' => word.push('o'),
            'ł' => word.push('l'),
            'đ' | 'ð' => word.push('d'),
            'ı' => word.push('i'),
            c if is_combining_mark(c) => {}
            c => word.push(c),
        }
    }
}

/// Whether any word of a text begins like one that could fire. Every row of a case is asked, so this neither
/// allocates nor decomposes.
fn may_speak(text: &str) -> bool {
    let mut start = Beginning::default();
    let mut before = ' ';
    for c in text.chars() {
        // A word may begin within another: "PurchasedList".
        if before.is_ascii_lowercase() && c.is_ascii_uppercase() && start.may_fire() {
            return true;
        }
        if before.is_ascii_lowercase() && c.is_ascii_uppercase() {
            start = Beginning::default();
        }
        match base_letters(c) {
            Letters::None if start.may_fire() => return true,
            Letters::None => start = Beginning::default(),
            Letters::Some(first, second) => {
                start.push(first);
                if second != 0 {
                    start.push(second);
                }
            }
            Letters::Mark => {}
            Letters::Unknown => return true,
        }
        before = c;
    }
    start.may_fire()
}

/// What a character is to the quick look.
enum Letters {
    /// A letter, or two.
    Some(u8, u8),
    /// An accent of its own.
    Mark,
    /// No letter any word of the list has.
    None,
    /// Something to be decomposed first.
    Unknown,
}

/// The letters [`words`] makes of a character, as far as they are told without a table of Unicode.
fn base_letters(c: char) -> Letters {
    let one = |letter: u8| Letters::Some(letter, 0);
    match c {
        'a'..='z' => one(c as u8),
        'A'..='Z' => one((c as u8).to_ascii_lowercase()),
        '\0'..='\u{7f}' => Letters::None,
        'à'..='å' | 'À'..='Å' | 'ą' | 'Ą' | 'ă' | 'ā' => one(b'a'),
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => one(b'c'),
        'è'..='ë' | 'È'..='Ë' | 'ę' | 'Ę' | 'ě' | 'ē' => one(b'e'),
        'ì'..='ï' | 'Ì'..='Ï' => one(b'i'),
        'ñ' | 'Ñ' | 'ń' | 'Ń' => one(b'n'),
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ő' => one(b'o'),
        'ù'..='ü' | 'Ù'..='Ü' | 'ű' | 'ů' => one(b'u'),
        'ý' | 'Ý' | 'ÿ' => one(b'y'),
        'ł' | 'Ł' => one(b'l'),
        'ś' | 'Ś' | 'š' | 'Š' => one(b's'),
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => one(b'z'),
        'ß' => Letters::Some(b's', b's'),
        'æ' | 'Æ' => Letters::Some(b'a', b'e'),
        'œ' | 'Œ' => Letters::Some(b'o', b'e'),
        '\u{300}'..='\u{36f}' => Letters::Mark,
        // Signs, punctuation, other scripts and pictures.
        '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b1}' | '\u{bb}'..='\u{bf}' => Letters::None,
        '\u{370}'..='\u{1cff}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{faff}' | '\u{1f300}'.. => Letters::None,
        _ => Letters::Unknown,
    }
}

/// The beginnings of words that can fire, hashed into bits.
static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| {
    let mut beginnings = Beginnings(vec![0; 1 << 10]);
    let expressions = ALONE.iter().map(|(_, expression)| expression[0]);
    let acquired = ACQUIRED.iter().flat_map(|(_, words)| words.iter().copied());
    let stems = STEMS.iter().map(|(_, stem, _)| *stem);
    let orders = ORDERS.iter().map(|(_, noun)| *noun);
    // "list broker" and "data broker" are found by their first words only where the second begins so too.
    let of_two = |word: &&str| !matches!(*word, "list" | "data");
    for word in expressions.filter(of_two).chain(acquired).chain(stems).chain(orders) {
        let mut start = Beginning::default();
        word.bytes().for_each(|letter| start.push(letter));
        beginnings.add(start.hash());
    }
    beginnings
});

struct Beginnings(Vec<u64>);

impl Beginnings {
    fn add(&mut self, hash: u16) {
        self.0[usize::from(hash >> 6)] |= 1 << (hash & 63);
    }

    fn contains(&self, hash: u16) -> bool {
        self.0[usize::from(hash >> 6)] & (1 << (hash & 63)) != 0
    }
}

/// The first four letters of a word; all, where it is shorter.
#[derive(Default)]
struct Beginning {
    letters: u8,
    packed: u32,
}

impl Beginning {
    fn push(&mut self, letter: u8) {
        if self.letters < 4 {
            self.letters += 1;
            self.packed = (self.packed << 5) | u32::from(letter & 31);
        }
    }

    fn hash(&self) -> u16 {
        (self.packed.wrapping_mul(0x9E37_79B1) >> 16) as u16
    }

    fn may_fire(&self) -> bool {
        self.letters > 0 && BEGINNINGS.contains(self.hash())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_list_is_folded() {
        let expressions = ALONE.iter().flat_map(|(_, words)| words.iter()).chain(DIRECTORIES.iter().copied().flatten());
        let acquired = ACQUIRED.iter().flat_map(|(_, words)| words.iter());
        for word in expressions.chain(acquired).chain(DATA).chain(DATA_ENDINGS).chain(NEGATIONS).chain(DATA_OF_ORDERS) {
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
        }
    }

    #[test]
    fn every_language_is_understood() {
        use Origin::{Appended, Bought, Rented, Scraped};
        for (text, expected) in [
            ("purchased list 2021", Bought),
            ("Leads bought from partner", Bought),
            ("rented database", Rented),
            ("Licensed data (Q3)", Rented),
            ("scraped contacts", Scraped),
            ("harvesting of contacts", Scraped),
            ("web crawler leads", Scraped),
            ("appended records", Appended),
            ("data enrichment", Appended),
            ("list broker", Bought),
            ("Data broker", Bought),
            ("third-party list", Bought),
            ("cold list spring", Bought),
            ("PurchasedList2019", Bought),
            ("purchased_leads.csv", Bought),
            ("lista acquistata fiera 2019", Bought),
            ("elenco comprato", Bought),
            ("nominativi da broker", Bought),
            ("banca dati noleggiata", Rented),
            ("contatti scaricati da Pagine Gialle", Scraped),
            ("anagrafiche arricchite", Appended),
            ("inköpt lista", Bought),
            ("köpta adresser", Bought),
            ("hyrd databas", Rented),
            ("skrapad kontaktlista", Scraped),
            ("insamlad från webb", Scraped),
            ("berikat kundregister", Appended),
            ("Adressköp 2020", Bought),
            ("adressmäklare", Bought),
            ("gekaufte Adressen", Bought),
            ("Adressliste, zugekauft", Bought),
            ("angemietete Datenbank", Rented),
            ("aus Xing ausgelesen", Scraped),
            ("angereicherte Kontakte", Appended),
            ("ADRESSKAUF", Bought),
            ("Adressmiete Messe", Rented),
            ("Adresshändler", Bought),
            ("Fremdadressen", Bought),
            ("Fichier acheté", Bought),
            ("base louée", Rented),
            ("location de fichier", Rented),
            ("adresses aspirées", Scraped),
            ("contacts enrichis", Appended),
            ("courtier en base de contacts", Bought),
            ("fichier tiers", Bought),
            ("lista comprada", Bought),
            ("base de datos adquirida", Bought),
            ("contactos alquilados", Rented),
            ("base de datos extraída", Scraped),
            ("registros enriquecidos", Appended),
            ("lista de bróker", Bought),
            ("gekochte lijst", Bought),
            ("gehuurd adressenbestand", Rented),
            ("gescrapete adressen", Scraped),
            ("verrijkte database", Appended),
            ("adressenbroker", Bought),
            ("lista de contatos comprada", Bought),
            ("base de dados alugada", Rented),
            ("contactos raspados", Scraped),
            ("købt liste", Bought),
            ("kjøpte adresser", Bought),
            ("lejet adresseliste", Rented),
            ("leid register", Rented),
            ("skrabede adresser", Scraped),
            ("beriket register", Appended),
            ("kupiona baza", Bought),
            ("zakupiona lista kontaktów", Bought),
            ("wynajęta baza", Rented),
            ("zeskrobane kontakty", Scraped),
            ("zakup bazy", Bought),
            ("LinkedIn scrape", Scraped),
            ("google maps scraper", Scraped),
            ("bought via LinkedIn", Bought),
            ("scraped from Facebook", Scraped),
            ("purchase of a list", Bought),
            ("Kauf von Adressen", Bought),
        ] {
            assert_eq!(origin(text, false), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_people_buy_themselves_is_no_bought_list() {
        for text in [
            "purchase at checkout",
            "Purchase",
            "first purchase",
            "acquisto in negozio",
            "Acquisto online lista nozze",
            "köp i butik",
            "Kauf im Shop",
            "achat en magasin",
            "compra online",
            "koop webshop",
            "zakup w sklepie",
            "purchased shoes",
            "gekauft im Online-Shop",
            "Wunschliste gekauft",
            "bought via Instagram shop",
            "customers who bought, newsletter list",
            "cliente che ha acquistato, lista vip",
            "store location list",
            "mailing list",
            "newsletter",
            "scrapbooking contacts",
            "Purchased shoes. Joined our list in the shop",
            "data protection officer",
            "",
        ] {
            assert_eq!(origin(text, false), None, "{text}");
        }
    }

    #[test]
    fn what_is_denied_does_not_fire() {
        for text in [
            "not a purchased list",
            "no bought leads",
            "list not purchased",
            "lista non acquistata",
            "keine gekauften Adressen",
            "Adressen nicht gekauft",
            "kein Adresskauf",
            "ej köpt lista",
            "inte köpta adresser",
            "pas de fichier acheté",
            "sans fichier loué",
            "lista no comprada",
            "sin lista comprada",
            "geen gekochte lijst",
            "lijst niet gekocht",
            "lista não comprada",
            "sem lista comprada",
            "ikke købt liste",
            "uden købte adresser",
            "uten kjøpte adresser",
            "nie kupiona lista",
            "bez kupionej listy",
        ] {
            assert_eq!(origin(text, false), None, "{text}");
        }
        assert_eq!(origin("no newsletter, purchased list", false), Some(Origin::Bought));
    }

    #[test]
    fn words_that_lie_too_far_apart_have_nothing_to_do_with_each_other() {
        assert_eq!(origin("list of people that were purchased", false), None);
        assert_eq!(origin("list one two three purchased", false), Some(Origin::Bought));
        assert_eq!(origin("purchased; newsletter list", false), None);
    }

    #[test]
    fn a_comma_parts_tags_but_not_a_sentence() {
        assert_eq!(origin("purchased, newsletter list", true), None);
        assert_eq!(origin("vip, purchased list, 2019", true), Some(Origin::Bought));
        assert_eq!(origin("list, purchased in 2019", false), Some(Origin::Bought));
    }

    #[test]
    fn the_quick_look_lets_every_word_of_the_list_through() {
        for (_, words) in ACQUIRED {
            for word in *words {
                assert!(may_speak(&format!("our {word}")), "{word}");
            }
        }
        for text in ["KÖPT lista", "wynaje\u{328}ta baza", "ACHETÉE", "vår inköpta lista", "Ｐurchased list"] {
            assert!(may_speak(text), "{text}");
        }
        for (_, expression) in ALONE {
            assert!(may_speak(&expression.join(" ")), "{expression:?}");
        }
        for text in
            ["Newsletter form on the home page, tick", "nyhetsbrev för kunder", "boletín – tienda", "Рассылка", ""]
        {
            assert!(!may_speak(text), "{text}");
        }
    }
}
