//! Addresses that look like another one: they are shown, and never merged with what they imitate (UTS 39 in small).

use unicode_normalization::UnicodeNormalization;

use crate::normalise::cell;

/// Whether an address in normal form looks made to be taken for another: invisible marks, letters of several
/// scripts in one word, compatibility forms of ASCII letters, or a label of lookalikes alone.
pub fn is_suspicious(address: &str) -> bool {
    if address.is_ascii() && !address.contains("xn--") {
        return false;
    }
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let (unicode, _) = idna::domain_to_unicode(domain);
    address.chars().any(is_imitation)
        || unicode.chars().any(is_imitation)
        || local.split(['.', '-', '_', '+']).chain(unicode.split(['.', '-'])).any(mixes_scripts)
        || unicode.split('.').any(is_all_lookalikes)
}

/// Whether normalising the character would make it another one that people type: it is kept as it is instead.
pub(super) fn is_imitation(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    cell::is_invisible(c)
        || matches!(c, 'ı' | 'ȷ' | 'ɡ' | 'ɑ' | '\u{3002}' | '\u{ff61}')
        || c.to_lowercase().all(|lower| lower.is_ascii())
        || std::iter::once(c).nfkc().flat_map(char::to_lowercase).all(|folded| folded.is_ascii())
}

#[derive(PartialEq, Clone, Copy)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Cherokee,
    /// Han, kana, hangul, bopomofo: they are written together, and with Latin letters.
    EastAsian,
    /// Any other, by the block of 128 code points.
    Other(u32),
}

fn script(c: char) -> Option<Script> {
    Some(match u32::from(c) {
        _ if !c.is_alphabetic() => return None,
        0..=0x24f | 0x1e00..=0x1eff | 0x2c60..=0x2c7f | 0xa720..=0xa7ff => Script::Latin,
        0x250..=0x2ff => Script::Latin,
        0x370..=0x3ff | 0x1f00..=0x1fff => Script::Greek,
        0x400..=0x52f | 0x1c80..=0x1c8f | 0x2de0..=0x2dff | 0xa640..=0xa69f => Script::Cyrillic,
        0x530..=0x58f => Script::Armenian,
        0x13a0..=0x13ff | 0xab70..=0xabbf => Script::Cherokee,
        0x1100..=0x11ff | 0x3005..=0x31ff | 0x3400..=0x9fff | 0xac00..=0xd7ff | 0xf900..=0xfaff | 0x20000..=0x3ffff => {
            Script::EastAsian
        }
        other => Script::Other(other / 128),
    })
}

fn mixes_scripts(word: &str) -> bool {
    let mut seen = None;
    for script in word.chars().filter_map(script) {
        match seen {
            None => seen = Some(script),
            Some(before) if before == script => {}
            Some(Script::Latin) if script == Script::EastAsian => {}
            Some(Script::EastAsian) if script == Script::Latin => {}
            Some(_) => return true,
        }
    }
    false
}

/// Whether every letter of a label has a Latin twin (`еха.example` in Cyrillic).
fn is_all_lookalikes(label: &str) -> bool {
    const TWINS: &str = "асԁеһіјӏорԛѕԝхуүαικνορτυχωօսոզցհ";
    !label.is_empty() && !label.is_ascii() && label.chars().all(|c| TWINS.contains(c) || c.is_ascii_digit() || c == '-')
}
