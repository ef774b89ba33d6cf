//! Remembers what a text was understood as: the sources and methods of a million rows are a few dozen texts,
//! and remarks repeat themselves.

use std::cell::RefCell;
use std::thread::LocalKey;

/// What a few hundred texts were understood as. Of two texts that fall into one slot the later is kept.
pub(super) struct Memo<T>(Vec<Option<(Box<str>, T)>>);

const SLOTS: usize = 512;
/// Longer texts are prose, and do not come again.
const LONGEST: usize = 80;

impl<T: Copy> Memo<T> {
    pub fn new() -> Self {
        Self(Vec::new())
    }

    /// What the text means, from a memo of this thread, or understood now.
    pub fn recall(memo: &'static LocalKey<RefCell<Self>>, text: &str, understand: impl FnOnce(&str) -> T) -> T {
        if text.len() > LONGEST {
            return understand(text);
        }
        memo.with_borrow_mut(|Self(slots)| {
            if slots.is_empty() {
                slots.resize_with(SLOTS, || None);
            }
            let slot = (xxhash_rust::xxh3::xxh3_64(text.as_bytes()) % SLOTS as u64) as usize;
            match &slots[slot] {
                Some((seen, meaning)) if **seen == *text => *meaning,
                _ => {
                    let meaning = understand(text);
                    slots[slot] = Some((text.into(), meaning));
                    meaning
                }
            }
        })
    }
}
