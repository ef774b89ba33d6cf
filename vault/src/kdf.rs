//! Passphrase → wrapping key, by Argon2id.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use crate::keys::Key;

/// How much work one guess at the passphrase costs. Stored in the case, so that each case opens with the cost it was made with.
///
/// Nothing below the floor (19 MiB, 2 passes, 1 lane: OWASP's minimum) is accepted, from a caller or from a file:
/// a case cannot be talked into a cheaper derivation. Nothing above the ceiling either, so
/// that a prepared file cannot take all memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfCost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// A cost outside the floor and the ceiling of [`KdfCost`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "key derivation with {memory_mib} MiB, {passes} passes and {lanes} lanes is outside what is allowed; use 19 to 2048 MiB, 2 to 32 passes and 1 to 16 lanes"
)]
pub struct KdfCostOutOfRange {
    memory_mib: u32,
    passes: u32,
    lanes: u32,
}

impl KdfCost {
    /// The least that is accepted; for tests, and for machines with very little memory. About 35 ms.
    pub const FLOOR: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
    const CEILING: Self = Self { memory_kib: 2048 * 1024, passes: 32, lanes: 16 };

    /// A cost of `memory_mib` MiB, `passes` over it, in `lanes`.
    pub fn new(memory_mib: u32, passes: u32, lanes: u32) -> Result<Self, KdfCostOutOfRange> {
        Self::checked(memory_mib.saturating_mul(1024), passes, lanes)
    }

    /// As [`KdfCost::new`], from the stored values.
    pub(crate) fn checked(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, KdfCostOutOfRange> {
        let within = |value, floor, ceiling| (floor..=ceiling).contains(&value);
        if within(memory_kib, Self::FLOOR.memory_kib, Self::CEILING.memory_kib)
            && within(passes, Self::FLOOR.passes, Self::CEILING.passes)
            && within(lanes, Self::FLOOR.lanes, Self::CEILING.lanes)
        {
            Ok(Self { memory_kib, passes, lanes })
        } else {
            Err(KdfCostOutOfRange { memory_mib: memory_kib / 1024, passes, lanes })
        }
    }

    /// Memory in KiB, passes, lanes: as stored.
    pub(crate) fn stored(self) -> [u32; 3] {
        [self.memory_kib, self.passes, self.lanes]
    }

    pub(crate) fn memory_mib(self) -> u32 {
        self.memory_kib.div_ceil(1024)
    }
}

impl Default for KdfCost {
    /// 256 MiB, 3 passes, 4 lanes: about 0.8 s on a small laptop.
    fn default() -> Self {
        Self { memory_kib: 256 * 1024, passes: 3, lanes: 4 }
    }
}

/// The derivation found too little memory.
#[derive(Debug)]
pub(crate) struct NotEnoughMemory;

/// Derives the wrapping key. The passphrase is brought to Unicode's NFC first: keyboards of different systems
/// send "å" as one character or as two, and the same words must open the same case.
pub(crate) fn derive(passphrase: &SecretString, salt: &[u8; 16], cost: KdfCost) -> Result<Key, NotEnoughMemory> {
    let given = passphrase.expose_secret();
    // Composed text is never longer than three times the bytes given, so no unwiped copy is left by growing.
    let mut composed = Zeroizing::new(String::with_capacity(given.len() * 3));
    composed.extend(given.nfc());

    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32))
        .expect("the range of KdfCost lies within Argon2's own");
    let mut blocks = Vec::new();
    blocks.try_reserve_exact(params.block_count()).map_err(|_| NotEnoughMemory)?;
    blocks.resize(params.block_count(), Block::default());

    let mut key = Key::default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(composed.as_bytes(), salt, key.as_mut_slice(), &mut blocks)
        .expect("salt and output have lengths Argon2 takes");
    blocks.iter_mut().for_each(Zeroize::zeroize);
    Ok(key)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn nothing_below_the_floor_or_above_the_ceiling_is_a_cost() {
        assert!(KdfCost::new(18, 3, 4).is_err());
        assert!(KdfCost::new(64, 1, 4).is_err());
        assert!(KdfCost::new(64, 3, 0).is_err());
        assert!(KdfCost::new(4096, 3, 4).is_err());
        assert!(KdfCost::new(u32::MAX, 3, 4).is_err());
        assert_eq!(KdfCost::new(256, 3, 4).unwrap(), KdfCost::default());
        assert_eq!(KdfCost::new(19, 2, 1).unwrap(), KdfCost::FLOOR);
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same_passphrase() {
        let of = |text: &str| derive(&SecretString::from(text), &[7; 16], KdfCost::FLOOR).unwrap();
        assert_eq!(*of("sm\u{e5} b\u{e5}tar"), *of("sma\u{30a} ba\u{30a}tar"));
        assert_ne!(*of("små båtar"), *of("sma batar"));
    }
}
