//! What is known of quotes that end nothing, so that a text with an odd quote in every row is not searched to its end
//! for each of them.
//!
//! Inside a quoted cell everything goes by pairs: a doubled quote, an escaped sign. Two searches that began at different
//! quotes read the same pairs from the first one on that stands behind a plain sign. What the first passed over without
//! an end, the second need not look at.

/// Stretches of a text in which a quoted cell does not end, wherever before them it began. By one way of splitting.
#[derive(Debug, Default)]
pub(super) struct Seen {
    stretches: Vec<Stretch>,
}

#[derive(Debug, Clone, Copy)]
struct Stretch {
    /// Positions in the whole text. What stands at `to` is to be looked at again.
    from: usize,
    to: usize,
    /// The last quote in it that stands where none should.
    odd: Option<usize>,
}

/// The way one search has come.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Path {
    from: Option<usize>,
    odd: Option<usize>,
}

/// Stretches shorter than this are searched again as quickly.
const WORTH: usize = if cfg!(test) { 1 } else { 256 };
/// Stretches that are kept.
const MOST: usize = 64;

impl Seen {
    /// A search that stands at `at`, behind a plain sign: where it may go on, and whether it passes an odd quote.
    #[inline]
    pub fn beyond(&self, at: usize, path: &mut Path) -> Option<(usize, bool)> {
        if !self.stretches.is_empty()
            && let Some(known) = self.stretches.iter().find(|known| known.from <= at && at < known.to)
        {
            let odd = known.odd.is_some_and(|odd| odd >= at);
            *path = Path { from: Some(known.from), odd: path.odd.max(known.odd) };
            return Some((known.to, odd));
        }
        path.from = path.from.or(Some(at));
        None
    }

    /// Keeps that nothing ended between the beginning of a path and `to`. Nobody asks of what stands before `base` again.
    pub fn keep(&mut self, path: Path, to: usize, base: usize) {
        let Some(from) = path.from.filter(|from| from + WORTH <= to) else { return };
        if let Some(known) = self.stretches.iter_mut().find(|known| known.from == from) {
            if to > known.to {
                (known.to, known.odd) = (to, path.odd);
            }
            return;
        }
        self.stretches.retain(|known| known.to > base && !(from <= known.from && known.to <= to));
        if self.stretches.len() == MOST {
            self.stretches.remove(0);
        }
        self.stretches.push(Stretch { from, to, odd: path.odd });
    }
}

impl Path {
    /// Notes an odd quote.
    #[inline]
    pub fn passed_odd(&mut self, at: usize) {
        self.odd = Some(at);
    }
}

/// Where two bytes next stand side by side in a text, looked for once.
#[derive(Debug)]
pub(super) struct Next {
    pair: Option<[u8; 2]>,
    /// The pair begins nowhere from here …
    from: usize,
    /// … to here.
    to: usize,
}

impl Next {
    pub fn of(pair: Option<[u8; 2]>) -> Self {
        Self { pair, from: 0, to: 0 }
    }

    /// Whether it stands in `source`, which begins at `base` of the text.
    pub fn is_in(&mut self, source: &[u8], base: usize) -> bool {
        let Some(pair) = self.pair else { return false };
        if !(self.from..=self.to).contains(&base) {
            (self.from, self.to) = (base, base);
        }
        let Some(rest) = source.get(self.to - base..) else { return false };
        if let Some(ahead) = memchr::memmem::find(rest, &pair) {
            self.to += ahead;
            return true;
        }
        self.to = self.to.max((base + source.len()).saturating_sub(1));
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_found_wherever_it_is_looked_for() {
        let text = b"a\"b\"\"c\"\"\"d\"";
        for first in 0..text.len() {
            let mut next = Next::of(Some([b'"', b'"']));
            for from in first..text.len() {
                for to in from..=text.len() {
                    let source = &text[from..to];
                    let expected = source.windows(2).any(|pair| pair == b"\"\"");
                    assert_eq!(next.is_in(source, from), expected, "{first} {from}..{to}");
                }
            }
        }
    }
}
