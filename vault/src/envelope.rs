//! The envelope: what a case file says in plaintext, which is how to unwrap its key.
//!
//! A slot, 512 bytes, little-endian; what stands in brackets never changes in later formats:
//!
//! ```text
//!   0  [8 magic "BONAFIDE"] [2 format] 6 zero   16 case id
//!  32  8 generation   4 memory KiB   4 passes   4 lanes   4 zero   16 salt of the passphrase
//!  72  88 database key wrapped by the passphrase (bound to bytes 0..72)
//! 160  88 database key wrapped by the recovery key (bound to bytes 0..32)
//! 248  zero
//! 480  [32 SHA-256 of bytes 0..480]
//! ```
//!
//! The checksum tells damage from a wrong passphrase; the wrapping itself is what is authenticated.

use secrecy::SecretString;
use sha2::{Digest, Sha256};

use crate::kdf::{self, KdfCost, NotEnoughMemory};
use crate::keys::{DatabaseKey, Wrapped, random};
use crate::recovery_key::RecoveryKey;

/// The format this program writes, and the newest it reads.
pub(crate) const FORMAT: u16 = 1;

/// How a slot, and so a case file, begins.
pub(crate) const MAGIC: &[u8; 8] = b"BONAFIDE";
/// Length of an encoded envelope.
pub(crate) const SLOT: usize = 512;
const SUMMED: usize = 480;

/// One slot's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Envelope {
    case_id: [u8; 16],
    generation: u64,
    cost: KdfCost,
    salt: [u8; 16],
    by_passphrase: Wrapped,
    by_recovery: Wrapped,
}

/// Why no envelope could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It never was a case.
    Foreign(&'static str),
    /// It is, or was, one.
    Damaged(&'static str),
    /// A later format.
    TooNew(u16),
}

impl Envelope {
    /// A new envelope for `key`, with a new recovery key.
    pub(crate) fn seal(
        key: &DatabaseKey,
        passphrase: &SecretString,
        cost: KdfCost,
    ) -> Result<(Self, RecoveryKey), NotEnoughMemory> {
        let recovery = RecoveryKey::random();
        let mut envelope = Self {
            case_id: random(),
            generation: 0,
            cost,
            salt: [0; 16],
            by_passphrase: Wrapped([0; Wrapped::LEN]),
            by_recovery: Wrapped([0; Wrapped::LEN]),
        };
        envelope.by_recovery = Wrapped::seal(key, &recovery.derive(), &envelope.encode()[..32]);
        Ok((envelope.rewrapped(key, passphrase, cost)?, recovery))
    }

    /// The next generation of this envelope, for a new passphrase. The recovery key stays.
    pub(crate) fn rewrapped(
        &self,
        key: &DatabaseKey,
        passphrase: &SecretString,
        cost: KdfCost,
    ) -> Result<Self, NotEnoughMemory> {
        let mut next = Self { generation: self.generation.saturating_add(1), cost, salt: random(), ..self.clone() };
        let outer = kdf::derive(passphrase, &next.salt, cost)?;
        next.by_passphrase = Wrapped::seal(key, &outer, &next.encode()[..72]);
        Ok(next)
    }

    /// The database key, or nothing if the passphrase is another.
    pub(crate) fn open(&self, passphrase: &SecretString) -> Result<Option<DatabaseKey>, NotEnoughMemory> {
        let outer = kdf::derive(passphrase, &self.salt, self.cost)?;
        Ok(self.by_passphrase.open(&outer, &self.encode()[..72]))
    }

    /// The database key, or nothing if the recovery key is another case's.
    pub(crate) fn recover(&self, recovery: &RecoveryKey) -> Option<DatabaseKey> {
        self.by_recovery.open(&recovery.derive(), &self.encode()[..32])
    }

    /// What one guess at the passphrase costs.
    pub(crate) fn cost(&self) -> KdfCost {
        self.cost
    }

    /// Grows by one with every new passphrase.
    pub(crate) fn generation(&self) -> u64 {
        self.generation
    }

    /// One slot, as laid out above.
    pub(crate) fn encode(&self) -> [u8; SLOT] {
        let mut slot = [0; SLOT];
        let mut at = 0;
        let mut put = |bytes: &[u8]| {
            slot[at..at + bytes.len()].copy_from_slice(bytes);
            at += bytes.len();
        };
        put(MAGIC);
        put(&FORMAT.to_le_bytes());
        put(&[0; 6]);
        put(&self.case_id);
        put(&self.generation.to_le_bytes());
        for number in self.cost.stored() {
            put(&number.to_le_bytes());
        }
        put(&[0; 4]);
        put(&self.salt);
        put(&self.by_passphrase.0);
        put(&self.by_recovery.0);
        let sum = Sha256::digest(&slot[..SUMMED]);
        slot[SUMMED..].copy_from_slice(&sum);
        slot
    }

    /// Reads one slot back.
    pub(crate) fn decode(slot: &[u8; SLOT]) -> Result<Self, Unreadable> {
        if Sha256::digest(&slot[..SUMMED])[..] != slot[SUMMED..] || &slot[..8] != MAGIC {
            return Err(Unreadable::Damaged("its key slots are broken"));
        }
        let number = |at| u32::from_le_bytes(part(slot, at));
        match u16::from_le_bytes(part(slot, 8)) {
            FORMAT => {}
            newer if newer > FORMAT => return Err(Unreadable::TooNew(newer)),
            _ => return Err(Unreadable::Damaged("it has a format that never was")),
        }
        Ok(Self {
            case_id: part(slot, 16),
            generation: u64::from_le_bytes(part(slot, 32)),
            cost: KdfCost::checked(number(40), number(44), number(48))
                .map_err(|_| Unreadable::Damaged("its key derivation is weaker or costlier than allowed"))?,
            salt: part(slot, 56),
            by_passphrase: Wrapped(part(slot, 72)),
            by_recovery: Wrapped(part(slot, 160)),
        })
    }
}

fn part<const N: usize>(slot: &[u8; SLOT], at: usize) -> [u8; N] {
    slot[at..at + N].try_into().expect("a range of N bytes")
}

#[cfg(test)]
pub(crate) mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// An envelope, what is in it, and what opens it beside "three small boats".
    pub(crate) fn sealed() -> (Envelope, DatabaseKey, RecoveryKey) {
        let key = DatabaseKey::random();
        let (envelope, recovery) = Envelope::seal(&key, &"three small boats".into(), KdfCost::FLOOR).unwrap();
        (envelope, key, recovery)
    }

    #[test]
    fn either_secret_opens_and_no_other() {
        let (envelope, key, recovery) = sealed();
        assert!(envelope.open(&"three small boats".into()).unwrap() == Some(key.clone()));
        assert!(envelope.open(&"three small goats".into()).unwrap().is_none());
        assert!(envelope.recover(&recovery) == Some(key));
        assert!(envelope.recover(&RecoveryKey::random()).is_none());
    }

    #[test]
    fn a_new_passphrase_replaces_the_old_and_keeps_the_recovery_key() {
        let (envelope, key, recovery) = sealed();
        let next = envelope.rewrapped(&key, &"a lighthouse".into(), KdfCost::FLOOR).unwrap();
        assert_eq!(next.generation, 2);
        assert!(next.open(&"three small boats".into()).unwrap().is_none());
        assert!(next.open(&"a lighthouse".into()).unwrap() == Some(key.clone()));
        assert!(next.recover(&recovery) == Some(key));
    }

    #[test]
    fn a_later_format_is_too_new_and_a_flipped_format_is_damage() {
        let (envelope, ..) = sealed();
        let mut later = envelope.encode();
        later[8] = 2;
        let damaged = later;
        let sum = Sha256::digest(&later[..SUMMED]);
        later[SUMMED..].copy_from_slice(&sum);
        assert_eq!(Envelope::decode(&later), Err(Unreadable::TooNew(2)));
        assert!(matches!(Envelope::decode(&damaged), Err(Unreadable::Damaged(_))));
    }

    #[test]
    fn a_weakened_derivation_is_refused_even_with_a_right_checksum() {
        let (envelope, ..) = sealed();
        for (at, number) in [(40, 8_u32), (40, u32::MAX), (44, 1), (48, 0)] {
            let mut weak = envelope.encode();
            weak[at..at + 4].copy_from_slice(&number.to_le_bytes());
            let sum = Sha256::digest(&weak[..SUMMED]);
            weak[SUMMED..].copy_from_slice(&sum);
            assert!(matches!(Envelope::decode(&weak), Err(Unreadable::Damaged(_))));
        }
    }

    #[test]
    fn changed_parameters_within_the_range_do_not_open() {
        let (mut envelope, ..) = sealed();
        envelope.cost = KdfCost::new(20, 2, 1).unwrap();
        assert!(envelope.open(&"three small boats".into()).unwrap().is_none());
        let (mut envelope, _, recovery) = sealed();
        envelope.case_id[0] ^= 1;
        assert!(envelope.recover(&recovery).is_none());
    }
}
