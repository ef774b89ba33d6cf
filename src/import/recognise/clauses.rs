//! Headers that are questions of a form: what is asked, apart from what is said beside it.
//!
//! “May we send you our newsletter? You can unsubscribe at any time.” asks for a consent, and says how it ends.

use super::compose;
use super::header::Header;
use super::idea::{By, Idea};
use crate::import::header_words::{Concept, Concepts, HeaderWords};

/// A header of fewer words is a label, and means what all of it means together.
const WORDS_OF_A_QUESTION: usize = 7;

/// What may turn a consent round.
const LEAVING: [Concept; 4] = [Concept::Unsubscribe, Concept::Negation, Concept::Block, Concept::Erase];

/// A yes and a no of one language, folded. `Nej tak` is no choice: in Danish it refuses.
const PAIRS: [(&str, &str); 16] = [
    ("yes", "no"),
    ("y", "n"),
    ("true", "false"),
    ("1", "0"),
    ("si", "no"),
    ("s", "n"),
    ("ja", "nej"),
    ("ja", "nein"),
    ("ja", "nee"),
    ("ja", "nei"),
    ("j", "n"),
    ("oui", "non"),
    ("o", "n"),
    ("sim", "nao"),
    ("kylla", "ei"),
    ("tak", "nie"),
];
const OR: [&str; 9] = ["or", "oder", "o", "ou", "of", "eller", "tai", "lub", "albo"];

/// Ways of saying that a consent can be taken back, folded.
const AT_ANY_TIME: [&str; 21] = [
    "any time",
    "anytime",
    "any moment",
    "any point",
    "jederzeit",
    "nar som helst",
    "tout moment",
    "tout instant",
    "cualquier momento",
    "qualsiasi momento",
    "qualunque momento",
    "ogni momento",
    "elk moment",
    "ieder moment",
    "elk gewenst",
    "altijd",
    "qualquer momento",
    "qualquer altura",
    "milloin tahansa",
    "kazdej chwili",
    "dowolnym momencie",
];

/// What a header means that is a question or says that a consent can be taken back; `None` if it is a label.
pub(super) fn meaning(words: &HeaderWords, header: &Header) -> Option<Option<Idea>> {
    let folded = header.words.join(" ");
    let revocable = revocable(&folded);
    if !revocable && header.words.len() < WORDS_OF_A_QUESTION {
        return None;
    }
    let sentences: Vec<Header> = split(&header.written, &['.', '?', '!', ';', '\n', '(', ')', '[', ']'])
        .filter_map(|sentence| if revocable { without_right(words, sentence) } else { Some(Header::read(sentence)) })
        .filter(|sentence| !sentence.is_empty())
        .collect();
    if !revocable && sentences.len() < 2 {
        return None;
    }
    let ideas: Vec<Idea> = sentences
        .iter()
        .filter_map(|sentence| compose::of_words(words, sentence))
        // What says no to nobody knows what is one with the rest.
        .filter(|idea| idea.by != By::Content)
        .collect();
    let grants = ideas.iter().find(|idea| idea.grants());
    let refuses = ideas.iter().find(|idea| idea.refuses());
    let negated = sentences.iter().any(|sentence| concepts(words, sentence).any(&LEAVING));
    Some(match (grants, refuses) {
        // One of the two is what is asked, the other what is said beside it.
        (Some(grants), _) if negated => Some(grants.clone().asked()),
        (Some(one), _) | (None, Some(one)) => Some(one.clone()),
        // What no sentence says alone, all of them together may.
        (None, None) if ideas.is_empty() && !revocable => compose::of_words(words, header).map(Idea::asked),
        (None, None) => ideas.into_iter().next(),
    })
}

/// What stands in the brackets of a header turns it round, or makes it something else: `Newsletter (abgemeldet)`.
pub(super) fn brackets_turn(words: &HeaderWords, header: &Header) -> bool {
    use Concept::{Elsewhere, Terms, Unsettled, Until};
    header.written.split(['(', '[']).skip(1).any(|rest| {
        let inside = Header::read(rest.split([')', ']']).next().unwrap_or_default());
        let found = concepts(words, &inside);
        found.any(&LEAVING) || found.any(&[Unsettled, Until, Elsewhere, Terms])
    })
}

/// The words of a header at which a yes and a no stand side by side: `Newsletter (yes/no)`.
pub(super) fn yes_or_no(words: &[String]) -> Vec<usize> {
    let is_pair = |one: &str, other: &str| {
        PAIRS.iter().any(|(yes, no)| (one == *yes && other == *no) || (one == *no && other == *yes))
    };
    let mut found = Vec::new();
    for at in 0..words.len() {
        let between = words.get(at + 1).is_some_and(|word| OR.contains(&word.as_str()));
        let next = at + 1 + usize::from(between);
        if words.get(next).is_some_and(|word| is_pair(&words[at], word)) {
            found.extend([at, next]);
        }
    }
    found
}

/// A sentence without the right to take a consent back; `None` if it says nothing else.
fn without_right(words: &HeaderWords, sentence: &str) -> Option<Header> {
    let whole = Header::read(sentence);
    if !revocable(&whole.words.join(" ")) {
        return Some(whole);
    }
    let parts = split(sentence, &[',', '–', '—', '|', '/', ':']).map(Header::read);
    let rest: Vec<Header> = parts.filter(|part| !part.is_empty() && !revocable(&part.words.join(" "))).collect();
    if rest.iter().any(|part| !concepts(words, part).is_empty()) {
        let rest: Vec<&str> = rest.iter().map(|part| part.written.as_str()).collect();
        return Some(Header::read(&rest.join(" ")));
    }
    // One clause: what is asked stands beside the words of leaving.
    use Concept::{Consent, Marketing, Newsletter};
    let leaves = |word: &String| words.word(word).concepts.any(&LEAVING);
    let kept: Vec<&str> = whole
        .words
        .iter()
        .zip(&whole.spelt)
        .filter(|(word, _)| {
            !leaves(word) && !AT_ANY_TIME.iter().any(|phrase| phrase.split(' ').any(|one| one == *word))
        })
        .map(|(_, spelt)| spelt.as_str())
        .collect();
    let kept = Header::read(&kept.join(" "));
    concepts(words, &kept).any(&[Consent, Newsletter, Marketing]).then_some(kept)
}

fn revocable(folded: &str) -> bool {
    AT_ANY_TIME.iter().any(|phrase| {
        folded.match_indices(phrase).any(|(at, _)| {
            let end = at + phrase.len();
            (at == 0 || folded.as_bytes()[at - 1] == b' ') && (end == folded.len() || folded.as_bytes()[end] == b' ')
        })
    })
}

fn concepts(words: &HeaderWords, header: &Header) -> Concepts {
    let pairs = yes_or_no(&header.words);
    let mut found = Concepts::default();
    for (at, word) in header.words.iter().enumerate() {
        if !pairs.contains(&at) {
            found.add(words.word(word).concepts);
        }
    }
    found
}

fn split<'t>(text: &'t str, marks: &'static [char]) -> impl Iterator<Item = &'t str> {
    text.split(marks).map(str::trim).filter(|part| !part.is_empty())
}
