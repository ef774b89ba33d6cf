//! The texts of the ledger made comparable: what a search reads, and what lists are put in order by.

use super::Ledger;
use crate::normalise::fold::{fold, fold_onto};

/// Everybody's texts, folded. Made when it is first asked for: a case opens without it.
#[derive(Clone)]
pub(super) struct Folded {
    /// Per person one run, closed by a line feed; in it, each text that is there, closed by a unit separator.
    text: String,
    /// Where each person's run begins.
    starts: Vec<u32>,
}

const END_OF_TEXT: char = '\u{1f}';

impl Folded {
    fn of(ledger: &Ledger) -> Self {
        let mut text = String::with_capacity(ledger.texts.len() + 3 * ledger.len());
        let mut starts = Vec::with_capacity(ledger.len());
        for person in ledger.people() {
            starts.push(u32::try_from(text.len()).expect("the texts of a case stay under 4 GiB"));
            for one in [person.email(), person.phone(), person.name(), person.company()].into_iter().flatten() {
                fold_onto(&mut text, one);
                text.push(END_OF_TEXT);
            }
            text.push('\n');
        }
        text.shrink_to_fit();
        Self { text, starts }
    }

    /// The run of one person.
    fn run(&self, place: usize) -> &str {
        let end = self.starts.get(place + 1).map_or(self.text.len(), |next| *next as usize);
        &self.text[self.starts[place] as usize..end]
    }

    /// The person in whose run a byte lies, no earlier than `from`. Hits often lie close together, so the way is
    /// searched in strides that double.
    fn holder(&self, byte: usize, from: usize) -> usize {
        let is_before = |place: usize| self.starts.get(place).is_some_and(|start| *start as usize <= byte);
        let mut stride = 1;
        while is_before(from + stride) {
            stride *= 2;
        }
        let (start, end) = (from + stride / 2, (from + stride).min(self.starts.len()));
        start + self.starts[start..end].partition_point(|start| *start as usize <= byte) - 1
    }
}

impl Ledger {
    /// Makes the texts comparable, a third of a second for a million people. The first search does it otherwise.
    pub fn fold(&self) {
        self.folded();
    }

    fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::of(self))
    }

    /// The numbers of the people of whom an address, a number, a name or a company holds a text, in order. Letter
    /// case, accents and marks do not count.
    pub fn search(&self, text: &str) -> Vec<u32> {
        let needle = fold(text.trim());
        if needle.is_empty() {
            return (0..).take(self.people.len()).collect();
        }
        let folded = self.folded();
        let mut found = Vec::new();
        let (mut from, mut place) = (0, 0);
        let finder = memchr::memmem::Finder::new(needle.as_bytes());
        while let Some(at) = finder.find(&folded.text.as_bytes()[from..]) {
            let at = from + at;
            place = folded.holder(at, place);
            found.extend(u32::try_from(place));
            from = folded.starts.get(place + 1).map_or(folded.text.len(), |next| *next as usize);
        }
        found
    }

    /// A person's name or company, folded; empty if there is none.
    pub(super) fn folded_text(&self, place: usize, position: usize) -> &str {
        let lengths = &self.people[place].lengths;
        if lengths[position] == 0 {
            return "";
        }
        let before = lengths[..position].iter().filter(|length| **length > 0).count();
        self.folded().run(place).split(END_OF_TEXT).nth(before).unwrap_or_default()
    }
}
