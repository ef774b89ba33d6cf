//! The envelope: the plaintext first 16 KiB of a case file, with the wrapped keys in two slots.
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
//! Both slots hold the same. To replace them, one is written and flushed, then the other: whenever the
//! power fails, one of them is whole, and the highest generation wins. They are
//! 4 KiB apart, so no sector holds parts of both.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use secrecy::SecretString;
use sha2::{Digest, Sha256};

use crate::kdf::{self, KdfCost, NotEnoughMemory};
use crate::keys::{DatabaseKey, Wrapped, random};
use crate::recovery_key::RecoveryKey;

/// The format this program writes, and the newest it reads.
pub(crate) const FORMAT: u16 = 1;
/// Length of the envelope, and where the database starts.
pub(crate) const LEN: usize = 16 * 1024;

const MAGIC: &[u8; 8] = b"BONAFIDE";
const SLOT: usize = 512;
const SLOTS: [usize; 2] = [0, 4096];
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
        let mut next = Self {
            generation: self.generation + 1,
            cost,
            salt: random(),
            ..self.clone()
        };
        let outer = kdf::derive(passphrase, &next.salt, cost)?;
        next.by_passphrase = Wrapped::seal(key, &outer, &next.encode()[..72]);
        Ok(next)
    }

    /// The database key, or nothing if the passphrase is another.
    pub(crate) fn open(
        &self,
        passphrase: &SecretString,
    ) -> Result<Option<DatabaseKey>, NotEnoughMemory> {
        let outer = kdf::derive(passphrase, &self.salt, self.cost)?;
        Ok(self.by_passphrase.open(&outer, &self.encode()[..72]))
    }

    /// The database key, or nothing if the recovery key is another case's.
    pub(crate) fn recover(&self, recovery: &RecoveryKey) -> Option<DatabaseKey> {
        self.by_recovery
            .open(&recovery.derive(), &self.encode()[..32])
    }

    /// What one guess at the passphrase costs.
    pub(crate) fn cost(&self) -> KdfCost {
        self.cost
    }

    fn encode(&self) -> [u8; SLOT] {
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

    fn decode(slot: &[u8; SLOT]) -> Result<Self, Unreadable> {
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
            cost: KdfCost::checked(number(40), number(44), number(48)).map_err(|_| {
                Unreadable::Damaged("its key derivation is weaker or costlier than allowed")
            })?,
            salt: part(slot, 56),
            by_passphrase: Wrapped(part(slot, 72)),
            by_recovery: Wrapped(part(slot, 160)),
        })
    }
}

fn part<const N: usize>(slot: &[u8; SLOT], at: usize) -> [u8; N] {
    slot[at..at + N].try_into().expect("a range of N bytes")
}

/// Reads the envelope at the front of a file. The flag says whether both slots hold it; if not, it should be [`write`]n again.
///
/// The error is doubled: reading may fail, and what was read may be no envelope.
pub(crate) fn read(file: &mut File) -> io::Result<Result<(Envelope, bool), Unreadable>> {
    let mut front = Vec::with_capacity(LEN);
    file.seek(SeekFrom::Start(0))?;
    Read::by_ref(file)
        .take(LEN as u64)
        .read_to_end(&mut front)?;
    Ok(choose(&front))
}

/// Replaces both slots, one after the other, each flushed to the disk before the next is touched.
pub(crate) fn write(file: &mut File, envelope: &Envelope) -> io::Result<()> {
    let slot = envelope.encode();
    for at in order([
        generation_at(file, SLOTS[0])?,
        generation_at(file, SLOTS[1])?,
    ]) {
        file.seek(SeekFrom::Start(at as u64))?;
        file.write_all(&slot)?;
        file.sync_all()?;
    }
    Ok(())
}

/// Which slot to overwrite first: never the better one. If only one is whole, it must stand until the other is.
fn order(generations: [Option<u64>; 2]) -> [usize; 2] {
    if generations[0] > generations[1] {
        [SLOTS[1], SLOTS[0]]
    } else {
        SLOTS
    }
}

/// The generation of the slot at `at`, if it is whole.
fn generation_at(file: &mut File, at: usize) -> io::Result<Option<u64>> {
    let mut slot = [0; SLOT];
    file.seek(SeekFrom::Start(at as u64))?;
    file.read_exact(&mut slot)?;
    Ok(Envelope::decode(&slot)
        .ok()
        .map(|envelope| envelope.generation))
}

fn choose(front: &[u8]) -> Result<(Envelope, bool), Unreadable> {
    let slots = SLOTS.map(|at| {
        front
            .get(at..at + SLOT)
            .map(|slot| slot.try_into().expect("a slot's length"))
    });
    let ours = SLOTS
        .iter()
        .any(|at| front.get(*at..).is_some_and(|slot| slot.starts_with(MAGIC)));
    match slots.map(|slot| slot.map(Envelope::decode)) {
        [Some(Ok(one)), Some(Ok(two))] => {
            let same = one == two;
            Ok((
                if two.generation > one.generation {
                    two
                } else {
                    one
                },
                same,
            ))
        }
        // Half a case of a newer format must not be judged, and mended, by the half that is not.
        [Some(Err(Unreadable::TooNew(format))), _] | [_, Some(Err(Unreadable::TooNew(format)))] => {
            Err(Unreadable::TooNew(format))
        }
        [Some(Ok(one)), _] | [_, Some(Ok(one))] => Ok((one, false)),
        [Some(Err(reason)), _] if ours => Err(reason),
        _ if ours => Err(Unreadable::Damaged("its end is missing")),
        _ => Err(foreign(front)),
    }
}

/// What a file without our magic is.
fn foreign(front: &[u8]) -> Unreadable {
    if front.is_empty() {
        Unreadable::Foreign("an empty file")
    } else if front.starts_with(b"SQLite format 3\0") {
        Unreadable::Foreign("a plain SQLite database")
    } else if front.starts_with(b"PK\x03\x04") {
        Unreadable::Foreign("a ZIP archive or a workbook")
    } else if front.len() == LEN && front.iter().all(|byte| *byte == 0) {
        // The envelope is written last of all, so this is what a crash while creating leaves.
        Unreadable::Damaged("its front is blank: its creation was interrupted, or the disk lost it")
    } else {
        Unreadable::Foreign("another kind of file")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn sealed() -> (Envelope, DatabaseKey, RecoveryKey) {
        let key = DatabaseKey::random();
        let (envelope, recovery) =
            Envelope::seal(&key, &"three small boats".into(), KdfCost::FLOOR).unwrap();
        (envelope, key, recovery)
    }

    fn front(one: &Envelope, two: &Envelope) -> Vec<u8> {
        let mut front = vec![0; LEN];
        for (at, envelope) in SLOTS.into_iter().zip([one, two]) {
            front[at..at + SLOT].copy_from_slice(&envelope.encode());
        }
        front
    }

    #[test]
    fn either_secret_opens_and_no_other() {
        let (envelope, key, recovery) = sealed();
        assert!(envelope.open(&"three small boats".into()).unwrap() == Some(key.clone()));
        assert!(
            envelope
                .open(&"three small goats".into())
                .unwrap()
                .is_none()
        );
        assert!(envelope.recover(&recovery) == Some(key));
        assert!(envelope.recover(&RecoveryKey::random()).is_none());
    }

    #[test]
    fn a_new_passphrase_replaces_the_old_and_keeps_the_recovery_key() {
        let (envelope, key, recovery) = sealed();
        let next = envelope
            .rewrapped(&key, &"a lighthouse".into(), KdfCost::FLOOR)
            .unwrap();
        assert_eq!(next.generation, 2);
        assert!(next.open(&"three small boats".into()).unwrap().is_none());
        assert!(next.open(&"a lighthouse".into()).unwrap() == Some(key.clone()));
        assert!(next.recover(&recovery) == Some(key));
    }

    #[test]
    fn ten_thousand_flipped_bits_are_found_or_harmless() {
        let (envelope, ..) = sealed();
        let whole = front(&envelope, &envelope);
        let mut random = fastrand::Rng::with_seed(19);
        // Every bit of both slots, and as many anywhere as make ten thousand in all.
        let in_slots = SLOTS.into_iter().flat_map(|at| at * 8..(at + SLOT) * 8);
        let anywhere = std::iter::repeat_with(|| random.usize(..LEN * 8));
        for bit in in_slots.chain(anywhere).take(10_000) {
            let mut flipped = whole.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let (read, both) = choose(&flipped).unwrap();
            assert_eq!(read, envelope, "bit {bit}");
            assert_eq!(
                both,
                !SLOTS.iter().any(|at| (*at..at + SLOT).contains(&(bit / 8))),
                "bit {bit}"
            );
        }
    }

    #[test]
    fn every_flipped_bit_in_the_only_slot_is_damage() {
        let (envelope, ..) = sealed();
        let mut whole = front(&envelope, &envelope);
        whole[SLOTS[1]..SLOTS[1] + SLOT].fill(0xFF);
        for bit in 0..SLOT * 8 {
            let mut flipped = whole.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let found = choose(&flipped).unwrap_err();
            let magic_hit = bit < 64;
            assert_eq!(
                matches!(found, Unreadable::Damaged(_)),
                !magic_hit,
                "bit {bit}: {found:?}"
            );
            assert_eq!(
                matches!(found, Unreadable::Foreign(_)),
                magic_hit,
                "bit {bit}: {found:?}"
            );
        }
    }

    #[test]
    fn a_write_torn_anywhere_leaves_the_old_or_the_new() {
        let (old, key, _) = sealed();
        let new = old
            .rewrapped(&key, &"a lighthouse".into(), KdfCost::FLOOR)
            .unwrap();
        let (before, after) = (front(&old, &old), new.encode());
        for written in 0..SLOT {
            let mut first = before.clone();
            first[..written].copy_from_slice(&after[..written]);
            assert_eq!(
                choose(&first).unwrap().0,
                old,
                "{written} bytes of the first slot"
            );

            let mut second = front(&new, &old);
            second[SLOTS[1]..SLOTS[1] + written].copy_from_slice(&after[..written]);
            assert_eq!(
                choose(&second).unwrap(),
                (new.clone(), false),
                "{written} bytes of the second slot"
            );
        }
        assert_eq!(choose(&front(&new, &new)).unwrap(), (new, true));
    }

    #[test]
    fn the_better_slot_is_overwritten_last() {
        assert_eq!(order([Some(1), None]), [SLOTS[1], SLOTS[0]]);
        assert_eq!(order([None, Some(1)]), SLOTS);
        assert_eq!(order([Some(2), Some(1)]), [SLOTS[1], SLOTS[0]]);
        assert_eq!(order([Some(1), Some(2)]), SLOTS);
    }

    #[test]
    fn writing_mends_a_broken_slot() {
        let (old, key, _) = sealed();
        let new = old
            .rewrapped(&key, &"a lighthouse".into(), KdfCost::FLOOR)
            .unwrap();
        for broken in SLOTS {
            let mut file = tempfile::tempfile().unwrap();
            let mut content = front(&old, &old);
            content[broken + 100] ^= 1;
            file.write_all(&content).unwrap();
            assert_eq!(read(&mut file).unwrap(), Ok((old.clone(), false)));
            write(&mut file, &new).unwrap();
            assert_eq!(read(&mut file).unwrap(), Ok((new.clone(), true)));
        }
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
        assert!(matches!(
            Envelope::decode(&damaged),
            Err(Unreadable::Damaged(_))
        ));
    }

    #[test]
    fn a_weakened_derivation_is_refused_even_with_a_right_checksum() {
        let (envelope, ..) = sealed();
        for (at, number) in [(40, 8_u32), (40, u32::MAX), (44, 1), (48, 0)] {
            let mut weak = envelope.encode();
            weak[at..at + 4].copy_from_slice(&number.to_le_bytes());
            let sum = Sha256::digest(&weak[..SUMMED]);
            weak[SUMMED..].copy_from_slice(&sum);
            assert!(matches!(
                Envelope::decode(&weak),
                Err(Unreadable::Damaged(_))
            ));
        }
    }

    #[test]
    fn changed_parameters_within_the_range_do_not_open() {
        let (mut envelope, ..) = sealed();
        envelope.cost = KdfCost::new(20, 2, 1).unwrap();
        assert!(
            envelope
                .open(&"three small boats".into())
                .unwrap()
                .is_none()
        );
        let (mut envelope, _, recovery) = sealed();
        envelope.case_id[0] ^= 1;
        assert!(envelope.recover(&recovery).is_none());
    }
}
