//! The recovery key: what a person prints, keeps in a drawer, and types in once, years later.
//!
//! Eight groups of seven characters of Crockford's base 32 (no I, L, O, U). In each group six characters carry the key
//! and the seventh checks them, so that a typo is found before anything is tried, and its group is named.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::keys::{Key, random};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 8;
const DATA: usize = 6;

/// 240 random bits that open a case when its passphrase is lost.
///
/// [`Display`](fmt::Display) shows the key itself, to be printed or copied; `Debug` does not.
/// Parsing forgives lower case, other or missing separators, and I, L, O written for 1, 1, 0.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryKey(Zeroizing<[u8; GROUPS * DATA]>);

/// What is wrong with a recovery key as typed. Names the group, never its characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecoveryKeyTypo {
    /// Characters are missing or too many.
    #[error(
        "a recovery key has 8 groups of 7 characters (56), and {found} were typed; compare it with the printed sheet"
    )]
    Length {
        /// How many letters and digits were typed.
        found: usize,
    },
    /// A separated group does not have seven characters.
    #[error("group {group} of the recovery key has {found} characters instead of 7; compare it with the printed sheet")]
    GroupLength {
        /// Counted from 1.
        group: usize,
        /// How many characters it has.
        found: usize,
    },
    /// A character that no recovery key has.
    #[error(
        "character {position} of group {group} of the recovery key is none that it can have; compare it with the printed sheet"
    )]
    Character {
        /// Counted from 1.
        group: usize,
        /// Counted from 1, within the group.
        position: usize,
    },
    /// A group whose check character does not fit the others.
    #[error("group {group} of the recovery key has a typo; compare it with the printed sheet")]
    Group {
        /// Counted from 1.
        group: usize,
    },
}

impl RecoveryKey {
    pub(crate) fn random() -> Self {
        let bytes = Zeroizing::new(random::<{ GROUPS * DATA }>());
        Self(Zeroizing::new(bytes.map(|byte| byte & 31)))
    }

    /// The wrapping key. The 240 bits are random, so one hash is enough: there is nothing to guess.
    pub(crate) fn derive(&self) -> Key {
        let digest =
            Sha256::new().chain_update(b"bonafide recovery key 1\0").chain_update(self.0.as_slice()).finalize();
        Key::new(digest.into())
    }
}

impl fmt::Display for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (group, data) in self.0.chunks(DATA).enumerate() {
            if group > 0 {
                f.write_str("-")?;
            }
            for value in data.iter().copied().chain([check(group, data)]) {
                write!(f, "{}", char::from(ALPHABET[usize::from(value)]))?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(…)")
    }
}

impl FromStr for RecoveryKey {
    type Err = RecoveryKeyTypo;

    fn from_str(typed: &str) -> Result<Self, RecoveryKeyTypo> {
        let separates =
            |c: char| c.is_whitespace() || c.is_ascii_punctuation() || ('\u{2010}'..='\u{2015}').contains(&c);
        let written: Vec<&str> = typed.split(separates).filter(|part| !part.is_empty()).collect();
        if written.len() == GROUPS
            && let Some(at) = written.iter().position(|part| part.chars().count() != DATA + 1)
        {
            return Err(RecoveryKeyTypo::GroupLength { group: at + 1, found: written[at].chars().count() });
        }
        let found = written.iter().map(|part| part.chars().count()).sum();
        if found != GROUPS * (DATA + 1) {
            return Err(RecoveryKeyTypo::Length { found });
        }

        let mut key = Zeroizing::new([0; GROUPS * DATA]);
        let mut values = written.iter().flat_map(|part| part.chars()).map(value);
        for (group, data) in key.chunks_mut(DATA).enumerate() {
            let mut next = |position| {
                let value = values.next().expect("56 characters were counted");
                value.ok_or(RecoveryKeyTypo::Character { group: group + 1, position: position + 1 })
            };
            for (position, place) in data.iter_mut().enumerate() {
                *place = next(position)?;
            }
            if next(DATA)? != check(group, data) {
                return Err(RecoveryKeyTypo::Group { group: group + 1 });
            }
        }
        Ok(Self(key))
    }
}

/// The value of a typed character, 0 to 31.
fn value(typed: char) -> Option<u8> {
    let meant = match typed.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    (0..).zip(ALPHABET).find(|(_, symbol)| char::from(**symbol) == meant).map(|(value, _)| value)
}

/// The check character: the group's values as a polynomial over GF(32) at a primitive element, plus the group's number.
/// One wrong character and any two swapped ones change it, and so do two groups that are exchanged.
fn check(group: usize, data: &[u8]) -> u8 {
    let sum = data.iter().fold(0, |sum, value| times_x(sum ^ value));
    sum ^ (group as u8 + 1)
}

/// Multiplication by x in GF(32) = GF(2)\[x\] / (x⁵ + x² + 1).
fn times_x(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_printed_key_reads_back_in_any_hand() {
        let key = RecoveryKey::random();
        let printed = key.to_string();
        assert_eq!(printed.len(), 8 * 7 + 7);
        for typed in [
            printed.clone(),
            printed.to_lowercase(),
            printed.replace('-', ""),
            printed.replace('-', " \u{2013} "),
            format!("  {}\n", printed.replace('1', "l").replace('0', "o")),
        ] {
            assert_eq!(typed.parse::<RecoveryKey>().unwrap(), key);
        }
    }

    #[test]
    fn every_single_typo_and_swap_is_found_and_its_group_named() {
        let printed = RecoveryKey::random().to_string();
        let bytes = printed.as_bytes();
        for at in (0..bytes.len()).filter(|at| bytes[*at] != b'-') {
            for symbol in ALPHABET.iter().filter(|symbol| **symbol != bytes[at]) {
                let mut wrong = bytes.to_vec();
                wrong[at] = *symbol;
                let wrong = String::from_utf8(wrong).unwrap();
                assert_eq!(wrong.parse::<RecoveryKey>().unwrap_err(), RecoveryKeyTypo::Group { group: at / 8 + 1 });
            }
            if at % 8 < 6 && bytes[at] != bytes[at + 1] {
                let mut swapped = bytes.to_vec();
                swapped.swap(at, at + 1);
                let swapped = String::from_utf8(swapped).unwrap();
                assert_eq!(swapped.parse::<RecoveryKey>().unwrap_err(), RecoveryKeyTypo::Group { group: at / 8 + 1 });
            }
        }
    }

    #[test]
    fn missing_strange_and_exchanged_parts_are_named() {
        let printed = RecoveryKey(Zeroizing::new([9; 48])).to_string();
        assert_eq!(printed[1..].parse::<RecoveryKey>(), Err(RecoveryKeyTypo::GroupLength { group: 1, found: 6 }));
        assert_eq!(printed[8..].parse::<RecoveryKey>(), Err(RecoveryKeyTypo::Length { found: 49 }));
        assert_eq!("".parse::<RecoveryKey>(), Err(RecoveryKeyTypo::Length { found: 0 }));
        let strange = printed.replacen('9', "U", 1);
        assert_eq!(strange.parse::<RecoveryKey>(), Err(RecoveryKeyTypo::Character { group: 1, position: 1 }));
        let exchanged = format!("{}-{}{}", &printed[8..15], &printed[..7], &printed[15..]);
        assert_eq!(exchanged.parse::<RecoveryKey>(), Err(RecoveryKeyTypo::Group { group: 1 }));
    }

    #[test]
    fn a_key_and_its_typos_do_not_show_it_in_debug_or_messages() {
        let key = RecoveryKey::random();
        assert_eq!(format!("{key:?}"), "RecoveryKey(…)");
        let wrong = format!("U{}", &key.to_string()[1..]);
        let message = wrong.parse::<RecoveryKey>().unwrap_err().to_string();
        assert!(message.starts_with("character 1 of group 1 of the recovery key"), "{message}");
    }
}
