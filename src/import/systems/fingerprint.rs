//! Which system wrote a table: the sum of what its constant columns are worth.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{Evidence, LAYOUTS, Layout};
use crate::import::recognise::header::{self, Header};

/// A layout found, and what says so.
pub(crate) struct Match {
    pub(crate) layout: &'static Layout,
    /// The names of its columns as they are compared, in order.
    pub(crate) column_keys: &'static [String],
    /// Whether the system is said to have written the table; if not, its columns are only read alike.
    pub(crate) claims: bool,
    pub(crate) confidence: f32,
    /// The columns that said it, the weightiest first, as written by the system.
    pub(crate) signs: Vec<&'static str>,
}

/// The columns that speak for a layout, with what each is worth.
type Signs = Vec<(&'static str, i32)>;

/// What a layout must be worth to be recognised.
const ENOUGH: i32 = 100;
/// How sure a claim can be that rests on memory and a file's name.
const SURE_FROM_MEMORY: f32 = 0.6;
/// A header in another spelling than the system's own counts six tenths.
const OTHER_SPELLING: (i32, i32) = (6, 10);

/// The layout whose signs are worth most, if it is enough. `names` are the file's and the sheet's.
pub(crate) fn identify(headers: &[Header], names: [&str; 2], sample: &[Vec<String>]) -> Option<Match> {
    let folded = names.map(header::fold);
    let spellings = Spellings::of(headers);
    let mut best: Option<((bool, i32), &'static Keyed, Signs)> = None;
    for keyed in KEYED.iter() {
        let layout = keyed.layout;
        let (mut score, signs) = weigh(layout, &keyed.signs, &spellings, &folded);
        score += if score > 0 { worth_of_cells(layout, headers, sample) } else { 0 };
        // What is known for sure goes before what is remembered, however much of that is there.
        let rank = (layout.evidence == Evidence::Seen, score);
        if score >= ENOUGH && best.as_ref().is_none_or(|(most, ..)| rank > *most) {
            best = Some((rank, keyed, signs));
        }
    }
    let ((seen, score), keyed, mut signs) = best?;
    let layout = keyed.layout;
    signs.sort_by_key(|(_, worth)| Reverse(*worth));
    // Sure by many signs, or by all there are.
    let all: i32 = layout.signs.iter().map(|(_, worth)| (*worth).max(0)).sum();
    let by_number = 0.7 + 0.29 * (score - ENOUGH) as f32 / ENOUGH as f32;
    let confidence = by_number.max(0.99 * score as f32 / all as f32).min(0.99);
    let named = layout.names.iter().any(|(part, _)| folded.iter().any(|name| is_in_name(part, name)));
    let confidence = if seen { confidence } else { confidence.min(SURE_FROM_MEMORY) };
    Some(Match {
        layout,
        column_keys: &keyed.columns,
        claims: seen || named,
        confidence,
        signs: signs.into_iter().map(|(sign, _)| sign).take(3).collect(),
    })
}

/// What the words are worth that a column of the layout holds and no other.
fn worth_of_cells(layout: &Layout, headers: &[Header], sample: &[Vec<String>]) -> i32 {
    let holds = |name: &str, words: &[&str]| {
        let key = header::key(name);
        let Some(at) = headers.iter().position(|header| header.key == key) else { return false };
        let cells = sample.iter().filter_map(|row| row.get(at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        // A word of two parts is nobody's else, nor are the numbers of one system.
        let numbers = words.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        let is_word = |cell: &str| words.iter().any(|word| word.eq_ignore_ascii_case(cell));
        let (known, own) = cells
            .fold((true, false), |(known, own), cell| (known && is_word(cell), own || numbers || cell.contains('_')));
        known && own
    };
    layout.cells.iter().filter(|(name, words, _)| holds(name, words)).map(|(.., worth)| worth).sum()
}

/// Whether a part is in a name; one that begins with `^` only where the name begins with it.
fn is_in_name(part: &str, name: &str) -> bool {
    match part.strip_prefix('^') {
        Some(start) => name.starts_with(start),
        None => name.contains(part),
    }
}

/// What the headers alone are worth to a layout.
pub(crate) fn score_of_headers(layout: &'static Layout, headers: &[String]) -> i32 {
    let headers: Vec<Header> = headers.iter().map(|header| Header::read(header)).collect();
    weigh(layout, &sign_keys(layout), &Spellings::of(&headers), &[String::new(), String::new()]).0
}

/// A layout with what its names are compared by.
struct Keyed {
    layout: &'static Layout,
    signs: Vec<String>,
    columns: Vec<String>,
}

/// Every layout, in order.
static KEYED: LazyLock<Vec<Keyed>> = LazyLock::new(|| {
    let keyed = |layout: &'static Layout| Keyed {
        layout,
        signs: sign_keys(layout),
        columns: layout.columns.iter().map(|column| header::key(column.header)).collect(),
    };
    LAYOUTS.iter().copied().flatten().map(keyed).collect()
});

/// The headers of a table, to be looked up as written and as compared.
struct Spellings<'a> {
    headers: &'a [Header],
    written: BTreeSet<&'a str>,
    keys: BTreeSet<&'a str>,
}

impl<'a> Spellings<'a> {
    fn of(headers: &'a [Header]) -> Self {
        Self {
            headers,
            written: headers.iter().map(|header| header.written.as_str()).collect(),
            keys: headers.iter().map(|header| header.key.as_str()).collect(),
        }
    }

    /// Whether a sign is among them: `Some(true)` in the system's own spelling, `Some(false)` in another.
    fn spelling(&self, sign: &str, key: &str) -> Option<bool> {
        if let Some(start) = sign.strip_suffix('*') {
            return self.headers.iter().filter_map(|header| begun(header, start, key)).max();
        }
        if self.written.contains(sign) {
            return Some(true);
        }
        if super::begins_with_mark(sign) {
            return None;
        }
        (!key.is_empty() && self.keys.contains(key)).then_some(false)
    }
}

/// Whether a header begins so and goes on.
fn begun(header: &Header, start: &str, key: &str) -> Option<bool> {
    if header.written.len() > start.len() && header.written.starts_with(start) {
        return Some(true);
    }
    (header.key.len() > key.len() && header.key.starts_with(key)).then_some(false)
}

fn sign_keys(layout: &Layout) -> Vec<String> {
    layout.signs.iter().map(|(sign, _)| header::key(sign)).collect()
}

fn weigh(layout: &'static Layout, keys: &[String], headers: &Spellings<'_>, names: &[String; 2]) -> (i32, Signs) {
    let mut score = 0;
    let mut signs = Signs::new();
    let mut needed = layout.needs.is_empty();
    for ((sign, worth), key) in layout.signs.iter().zip(keys) {
        let Some(own_spelling) = headers.spelling(sign, key) else { continue };
        score += if own_spelling || *worth < 0 { *worth } else { worth * OTHER_SPELLING.0 / OTHER_SPELLING.1 };
        needed |= layout.needs.contains(sign);
        if *worth > 0 {
            signs.push((*sign, *worth));
        }
    }
    for (part, worth) in layout.names {
        if names.iter().any(|name| is_in_name(part, name)) {
            score += worth;
        }
    }
    (if needed { score } else { 0 }, signs)
}
