//! Words made comparable: case, accents and punctuation do not tell two spellings apart.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The word in lower case without accents; every run of punctuation and space becomes one space, full stops
/// and apostrophes within a word vanish (`U.S.A.` → `usa`). Ticks and crosses stay.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    folded
}

/// Folds a word onto the end of a text.
pub fn fold_onto(folded: &mut String, text: &str) {
    let mut folding = Folding { start: folded.len(), folded, gap: false };
    // Marks of ASCII stand for themselves in every normal form: only the runs between them are taken apart.
    for run in text.as_bytes().chunk_by(|one, next| one.is_ascii() == next.is_ascii()) {
        let run = std::str::from_utf8(run).expect("a run ends where a letter does");
        if run.is_ascii() {
            run.bytes().for_each(|c| folding.ascii(c));
        } else {
            run.nfkd().flat_map(char::to_lowercase).for_each(|c| folding.letter(c));
        }
    }
}

/// A word in the making at the end of a text.
struct Folding<'t> {
    folded: &'t mut String,
    start: usize,
    gap: bool,
}

impl Folding<'_> {
    fn put(&mut self, c: char) {
        if self.gap && self.folded.len() > self.start {
            self.folded.push(' ');
        }
        self.gap = false;
        self.folded.push(c);
    }

    fn ascii(&mut self, c: u8) {
        match c {
            b'a'..=b'z' | b'0'..=b'9' | b'A'..=b'Z' => self.put(char::from(c.to_ascii_lowercase())),
            b'.' | b'\'' => {}
            _ => self.gap = true,
        }
    }

    fn letter(&mut self, c: char) {
        match c {
            'ß' => "ss".chars().for_each(|c| self.put(c)),
            'æ' => "ae".chars().for_each(|c| self.put(c)),
            'œ' => "oe".chars().for_each(|c| self.put(c)),
            'ø' => self.put('o'),
            'ł' => self.put('l'),
            'đ' | 'ð' => self.put('d'),
            'þ' => self.put('t'),
            'ı' => self.put('i'),
            '’' | '‘' | 'ʼ' => {}
            '✓' | '✔' | '☑' | '✅' | '✗' | '✘' | '✖' | '❌' | '×' => self.put(c),
            // Some letters are taken apart into ASCII: “ﬁ” into “fi”, “…” into full stops.
            c if c.is_ascii() => self.ascii(u8::try_from(c).expect("ASCII fits a byte")),
            c if is_combining_mark(c) || super::cell::is_invisible(c) => {}
            c if c.is_alphanumeric() => self.put(c),
            _ => self.gap = true,
        }
    }
}

/// Folded words with what they mean, for look-up.
pub(super) struct Lexicon<T>(Vec<(String, T)>);

impl<T: Copy + PartialEq> Lexicon<T> {
    /// Folds the words of each group, which are separated by `|`. A word in two groups of different meaning means nothing and is left out:
    /// what is ambiguous stays unknown. (A test of each list asserts that there is none by accident.)
    pub fn of(groups: &[(T, &str)]) -> Self {
        Self::from_words(groups.iter().flat_map(|(meaning, words)| words.split('|').map(|word| (fold(word), *meaning))))
    }

    /// The same from words that are folded already.
    pub fn from_words(words: impl Iterator<Item = (String, T)>) -> Self {
        let mut words: Vec<(String, T)> = words.filter(|(word, _)| !word.is_empty()).collect();
        words.sort_by(|a, b| a.0.cmp(&b.0));
        let mut kept: Vec<(String, T)> = Vec::with_capacity(words.len());
        for same in words.chunk_by(|a, b| a.0 == b.0) {
            if same.iter().all(|(_, meaning)| *meaning == same[0].1) {
                kept.push(same[0].clone());
            }
        }
        Self(kept)
    }

    /// What a folded word means.
    pub fn get(&self, folded: &str) -> Option<T> {
        self.0.binary_search_by(|(word, _)| word.as_str().cmp(folded)).ok().map(|at| self.0[at].1)
    }
}

/// Words of a list that stand in two groups of different meaning.
#[cfg(test)]
pub(super) fn ambiguous<T: Copy + PartialEq>(groups: &[(T, &str)]) -> Vec<String> {
    let mut words: Vec<(String, T)> =
        groups.iter().flat_map(|(meaning, words)| words.split('|').map(|word| (fold(word), *meaning))).collect();
    words.sort_by(|a, b| a.0.cmp(&b.0));
    words
        .windows(2)
        .filter(|pair| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1)
        .map(|pair| pair[0].0.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_word_fold_to_one() {
        for (spelling, folded) in [
            ("U.S.A.", "usa"),
            ("  Double_Opt-In ", "double opt in"),
            ("Désabonné", "desabonne"),
            ("de\u{301}sabonne\u{301}", "desabonne"),
            ("Größe", "grosse"),
            ("Påmeldt", "pameldt"),
            ("odmówił", "odmowil"),
            ("Côte d’Ivoire", "cote divoire"),
            ("✓", "✓"),
            ("---", ""),
        ] {
            assert_eq!(fold(spelling), folded, "{spelling}");
        }
    }

    proptest! {
        #[test]
        fn folding_is_idempotent_and_never_panics(text in "\\PC{0,40}|[A-Za-zÀ-žß-ɏ .'_-]{0,24}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
