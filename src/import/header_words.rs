//! The words of column headers in twelve languages, compiled from `header_words.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::recognise::header;
use crate::vocabulary::{Category, Field};

mod compounds;

use compounds::Compounds;
pub(crate) use compounds::Word;

/// The languages of the table, in the order of their bits in [`Meaning::languages`].
pub(crate) const LANGUAGES: [(&str, &str); 12] = [
    ("en", "English"),
    ("it", "Italian"),
    ("sv", "Swedish"),
    ("de", "German"),
    ("fr", "French"),
    ("es", "Spanish"),
    ("nl", "Dutch"),
    ("pt", "Portuguese"),
    ("da", "Danish"),
    ("no", "Norwegian"),
    ("fi", "Finnish"),
    ("pl", "Polish"),
];

macro_rules! concepts {
    ($($(#[doc = $doc:literal])* $name:ident = $word:literal;)*) => {
        /// A part of a header's meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub(crate) enum Concept { $($(#[doc = $doc])* $name,)* }

        impl Concept {
            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

concepts! {
    Email = "email"; Sms = "sms"; Phone = "phone"; Post = "post"; Messenger = "messenger"; Push = "push"; Fax = "fax";
    Consent = "consent";
    /// Agreement to something, not necessarily to advertising.
    Assent = "assent";
    Subscribe = "subscribe"; Newsletter = "newsletter"; Marketing = "marketing";
    Date = "date";
    /// A date if it is the last word: `confirmed at`, `bestätigt am`.
    DateAtEnd = "date_at_end";
    Ip = "ip"; Source = "source"; Form = "form"; Url = "url"; Text = "text"; Version = "version"; Method = "method";
    Confirm = "confirm"; Unsubscribe = "unsubscribe"; Reason = "reason"; Bounce = "bounce"; Complaint = "complaint";
    /// Leaving a list, of what `Unsubscribe` has: it refuses what the list is sent, and no more.
    Leave = "leave";
    /// A subscription that may as well be bought, of what `Subscribe` has.
    Paid = "paid";
    /// Said of an address that reaches nobody.
    Bad = "bad";
    Erase = "erase"; Negation = "negation"; Block = "block"; Last = "last"; First = "first"; Open = "open";
    Click = "click"; Sent = "sent"; Activity = "activity"; Create = "create"; Update = "update"; Import = "import";
    Purchase = "purchase"; Birth = "birth"; Customer = "customer"; Number = "number"; Id = "id"; Status = "status";
    Legal = "legal"; Basis = "basis"; Purpose = "purpose";
    Offer = "offer"; Sending = "sending"; Contact = "contact"; Unsettled = "unsettled";
    /// The end of what holds for a time.
    Until = "until";
    /// That end if it is the last word: `giltigt till`.
    UntilAtEnd = "until_at_end";
    /// Consent to something that is no message: photos, processing, a parent's.
    Elsewhere = "elsewhere";
    /// Terms and policies: agreeing to them is no consent to be written to.
    Terms = "terms";
    Score = "score";
    /// Somebody other than the person of the row.
    Person = "person";
    Count = "count"; Name = "name"; Address = "address"; Country = "country"; All = "all"; Filler = "filler";
}

/// Several concepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Concepts(u128);

impl Concepts {
    /// Whether it is among them.
    pub(crate) fn has(self, concept: Concept) -> bool {
        self.0 & (1 << concept as u8) != 0
    }

    /// Whether one of these is among them.
    pub(crate) fn any(self, concepts: &[Concept]) -> bool {
        concepts.iter().any(|concept| self.has(*concept))
    }

    /// Whether there is none.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Adds all of them.
    pub(crate) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// These and one more.
    pub(crate) fn with(mut self, concept: Concept) -> Self {
        self.0 |= 1 << concept as u8;
        self
    }
}

/// One meaning of a whole header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meaning {
    /// The field; `None` if it is known to be none of them.
    pub(crate) field: Option<Field>,
    /// The kind of data.
    pub(crate) category: Category,
    /// One bit for each of [`LANGUAGES`] that uses the word so.
    pub(crate) languages: u16,
}

/// What a word that reveals a special category speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SpecialKind {
    /// For a person to read: `health`, `belief` …
    pub(crate) word: &'static str,
    /// Whether it only may reveal one (halal, kosher).
    pub(crate) borderline: bool,
}

/// The compiled table.
pub(crate) struct HeaderWords {
    whole: BTreeMap<String, Vec<Meaning>>,
    exact: BTreeMap<String, Concepts>,
    partial: Stems<Concept>,
    special: Stems<SpecialKind>,
    innocent: Stems<()>,
    compounds: Compounds,
    of_lists: Stems<()>,
    idle: Stems<()>,
    yes: BTreeSet<String>,
    no: BTreeSet<String>,
}

/// Parts of words, to be looked up by the first byte of a word.
struct Stems<T> {
    all: Vec<(Stem, T)>,
    beginnings: BTreeMap<u8, Vec<usize>>,
    /// Those that may stand anywhere but at the beginning.
    others: Vec<usize>,
}

/// A part of a word, and where it stands in it.
struct Stem {
    text: String,
    open_before: bool,
    open_after: bool,
}

/// The table, compiled on first use.
pub(crate) fn header_words() -> &'static HeaderWords {
    static WORDS: LazyLock<HeaderWords> = LazyLock::new(HeaderWords::compile);
    &WORDS
}

/// Whether a cell is a bare yes (`Some(true)`), a bare no (`Some(false)`) or neither, in twelve languages.
/// A word that names a state (`granted`, `unsubscribed`, `do not allow`) is neither.
pub fn bare_answer(cell: &str) -> Option<bool> {
    let cell = cell.trim();
    if cell.is_empty() || cell.len() > 12 {
        return None;
    }
    let words = header_words();
    let folded = header::fold(cell);
    match (words.yes.contains(&folded), words.no.contains(&folded)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

impl HeaderWords {
    /// What a whole header means, by its key; empty if it is not listed.
    pub(crate) fn meanings(&self, key: &str) -> &[Meaning] {
        self.whole.get(key).map_or(&[], Vec::as_slice)
    }

    /// What a word of a header contributes.
    pub(crate) fn concepts(&self, word: &str) -> Concepts {
        if let Some(found) = self.exact.get(word) {
            return *found;
        }
        self.partial.of(word).fold(Concepts::default(), |found, (_, concept)| found.with(concept))
    }

    /// What special category a folded word reveals.
    pub(crate) fn special(&self, word: &str) -> Option<SpecialKind> {
        self.special.of(word).min_by_key(|(at, _)| *at).map(|(_, kind)| kind)
    }

    /// Whether a folded word shows that its neighbour means something harmless.
    pub(crate) fn is_innocent(&self, word: &str) -> bool {
        self.innocent.of(word).next().is_some()
    }

    /// Whether a word is of a flag of the row, and never of what anybody wants.
    pub(crate) fn is_idle(&self, word: &str) -> bool {
        self.idle.of(word).next().is_some()
    }

    fn compile() -> Self {
        let table: Table =
            toml::from_str(include_str!("header_words.toml")).expect("the table is part of the program and tested");
        let mut whole: BTreeMap<String, Vec<Meaning>> = BTreeMap::new();
        for (word, languages) in &table.fields {
            let field = Field::from_word(word).expect("every field of the table is one of the contract, tested");
            add_meanings(&mut whole, Some(field), field.category(), languages);
        }
        for (word, languages) in &table.nothing {
            add_meanings(&mut whole, None, category(word), languages);
        }
        let mut exact: BTreeMap<String, Concepts> = BTreeMap::new();
        let mut partial = Vec::new();
        for (word, stems) in &table.stems {
            let concept = Concept::from_word(word).expect("every stem of the table belongs to a concept, tested");
            for stem in stems.iter().flat_map(|stem| Stem::read(stem)) {
                if stem.open_before || stem.open_after {
                    partial.push((stem, concept));
                } else {
                    let found = exact.entry(stem.text).or_default();
                    *found = found.with(concept);
                }
            }
        }
        // A word that is listed whole may also begin or end with the part of another.
        for (word, found) in &mut exact {
            for (stem, concept) in &partial {
                if stem.fits(word) {
                    *found = found.with(*concept);
                }
            }
        }
        let compounds = Compounds::new(&table.compounds.heads, &table.compounds.refusals, &partial);
        let of_lists = table.states.of_lists.iter().flat_map(|stem| Stem::read(stem)).map(|stem| (stem, ()));
        let of_lists = Stems::new(of_lists.collect());
        let idle = table.idle.words.iter().flat_map(|stem| Stem::read(stem)).map(|stem| (stem, ()));
        let idle = Stems::new(idle.collect());
        let innocent = table.special.get("innocent").into_iter().flatten().flat_map(|stem| Stem::read(stem));
        Self {
            whole,
            exact,
            partial: Stems::new(partial),
            special: Stems::new(special_stems(&table.special)),
            innocent: Stems::new(innocent.map(|stem| (stem, ())).collect()),
            compounds,
            of_lists,
            idle,
            yes: table.answers.yes.iter().map(|word| header::fold(word)).collect(),
            no: table.answers.no.iter().map(|word| header::fold(word)).collect(),
        }
    }
}

impl<T: Copy> Stems<T> {
    fn new(all: Vec<(Stem, T)>) -> Self {
        let mut beginnings: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
        let mut others = Vec::new();
        for (at, (stem, _)) in all.iter().enumerate() {
            match stem.text.as_bytes().first().filter(|_| !stem.open_before) {
                Some(first) => beginnings.entry(*first).or_default().push(at),
                None => others.push(at),
            }
        }
        Self { all, beginnings, others }
    }

    /// Those a word has, each with its place in the table; in no order.
    fn of(&self, word: &str) -> impl Iterator<Item = (usize, T)> {
        let first = word.as_bytes().first().and_then(|first| self.beginnings.get(first));
        let places = first.into_iter().flatten().chain(&self.others).copied();
        places.filter(move |at| self.all[*at].0.fits(word)).map(|at| (at, self.all[at].1))
    }
}

impl Stems<Concept> {
    /// Whether a word is the beginning of a part that stands for one of these.
    fn begun_by(&self, word: &str, of: &[Concept]) -> bool {
        let begins = |(stem, concept): &(Stem, Concept)| {
            of.contains(concept) && !stem.open_before && stem.text.starts_with(word)
        };
        self.all.iter().any(begins)
    }
}

impl Stem {
    /// The stem and its transcriptions.
    fn read(written: &str) -> Vec<Self> {
        let (open_before, open_after) = (written.starts_with('*'), written.ends_with('*'));
        keys(written.trim_matches('*')).into_iter().map(|text| Self { text, open_before, open_after }).collect()
    }

    fn fits(&self, word: &str) -> bool {
        match (self.open_before, self.open_after) {
            (false, false) => word == self.text,
            (false, true) => word.starts_with(&self.text),
            (true, false) => word.ends_with(&self.text),
            (true, true) => word.contains(&self.text),
        }
    }
}

#[derive(Deserialize)]
struct Table {
    fields: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    nothing: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    stems: BTreeMap<String, Vec<String>>,
    special: BTreeMap<String, Vec<String>>,
    answers: Answers,
    compounds: Parts,
    states: States,
    idle: Idle,
}

#[derive(Deserialize)]
struct Parts {
    heads: Vec<String>,
    refusals: Vec<String>,
}

#[derive(Deserialize)]
struct States {
    of_lists: Vec<String>,
}

#[derive(Deserialize)]
struct Idle {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Answers {
    yes: Vec<String>,
    no: Vec<String>,
}

fn add_meanings(
    whole: &mut BTreeMap<String, Vec<Meaning>>,
    field: Option<Field>,
    category: Category,
    languages: &BTreeMap<String, Vec<String>>,
) {
    for (language, words) in languages {
        let bit = LANGUAGES.iter().position(|(code, _)| code == language).expect("a known language, tested");
        for key in words.iter().flat_map(|word| keys(word)) {
            let meanings = whole.entry(key).or_default();
            match meanings.iter_mut().find(|meaning| meaning.field == field) {
                Some(meaning) => meaning.languages |= 1 << bit,
                None => meanings.push(Meaning { field, category, languages: 1 << bit }),
            }
        }
    }
}

fn special_stems(table: &BTreeMap<String, Vec<String>>) -> Vec<(Stem, SpecialKind)> {
    const KINDS: [(&str, SpecialKind); 9] = [
        ("health", SpecialKind { word: "health", borderline: false }),
        ("belief", SpecialKind { word: "religion or belief", borderline: false }),
        ("politics", SpecialKind { word: "political opinion", borderline: false }),
        ("union", SpecialKind { word: "trade-union membership", borderline: false }),
        ("origin", SpecialKind { word: "ethnic origin", borderline: false }),
        ("sexuality", SpecialKind { word: "sexuality", borderline: false }),
        ("biometrics", SpecialKind { word: "biometrics", borderline: false }),
        ("genetics", SpecialKind { word: "genetics", borderline: false }),
        ("borderline", SpecialKind { word: "religion, by food", borderline: true }),
    ];
    let mut stems = Vec::new();
    for (name, kind) in KINDS {
        for stem in table.get(name).into_iter().flatten().flat_map(|stem| Stem::read(stem)) {
            stems.push((stem, kind));
        }
    }
    stems
}

fn category(word: &str) -> Category {
    match word {
        "identity" => Category::Identity,
        "behaviour" => Category::Behaviour,
        "technical" => Category::Technical,
        "consent" => Category::Consent,
        _ => Category::Other,
    }
}

/// A word's key, and that of its transcription where it has one (`gelöscht`: geloscht, geloescht).
fn keys(word: &str) -> Vec<String> {
    let plain = header::key(word);
    let mut transcribed = String::with_capacity(word.len());
    for c in word.to_lowercase().chars() {
        match c {
            'ä' | 'æ' => transcribed.push_str("ae"),
            'ö' | 'ø' => transcribed.push_str("oe"),
            'ü' => transcribed.push_str("ue"),
            'å' => transcribed.push_str("aa"),
            _ => transcribed.push(c),
        }
    }
    let transcribed = header::key(&transcribed);
    if transcribed == plain { vec![plain] } else { vec![plain, transcribed] }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_table_compiles_and_knows_the_words_of_six_languages() {
        let words = header_words();
        for (header, field) in [
            ("E-postadress", Field::Email),
            ("indirizzo e-mail", Field::Email),
            ("Samtyckesdatum", Field::ConsentAt),
            ("Kundennummer", Field::CustomerId),
            ("codice cliente", Field::CustomerId),
            ("kundnummer", Field::CustomerId),
            ("date de désinscription", Field::UnsubscribedAt),
            ("fecha de creación", Field::CreatedAt),
            ("Sign Up", Field::CreatedAt),
            ("created", Field::CreatedAt),
            ("Date Added", Field::CreatedAt),
        ] {
            let meanings = words.meanings(&header::key(header));
            assert_eq!(meanings.iter().map(|m| m.field).collect::<Vec<_>>(), [Some(field)], "{header}");
        }
    }

    #[test]
    fn all_concepts_fit_into_their_set() {
        let every = Concepts::default().with(Concept::Filler);
        assert!(every.has(Concept::Filler) && !every.has(Concept::Email) && (Concept::Filler as u8) < 128);
    }

    #[test]
    fn umlauts_are_found_in_their_transcriptions() {
        let words = header_words();
        assert_eq!(words.meanings(&header::key("geloescht am"))[0].field, Some(Field::ErasedAt));
        assert_eq!(words.meanings(&header::key("Strasse"))[0].field, Some(Field::Address));
    }

    #[test]
    fn a_bare_answer_is_a_yes_or_a_no_and_never_a_state() {
        for yes in ["Ja", " SÌ ", "oui", "TRUE", "1", "x", "kyllä", "SANT"] {
            assert_eq!(bare_answer(yes), Some(true), "{yes}");
        }
        for no in ["nej", "Nein", "FALSO", "0", "ei", "non"] {
            assert_eq!(bare_answer(no), Some(false), "{no}");
        }
        for neither in ["", "granted", "unsubscribed", "do not allow", "maybe", "2"] {
            assert_eq!(bare_answer(neither), None, "{neither}");
        }
    }

    #[test]
    fn consent_words_and_creation_words_never_share_a_header() {
        for (key, meanings) in &header_words().whole {
            let has = |field| meanings.iter().any(|meaning| meaning.field == Some(field));
            assert!(!(has(Field::ConsentAt) && has(Field::CreatedAt)), "{key}");
        }
    }
}
