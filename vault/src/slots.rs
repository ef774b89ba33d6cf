//! Where the envelope lies in a case file: twice, in two slots 4 KiB apart, so that no sector holds parts of both.
//!
//! Both hold the same. To replace them, one is written and flushed, then the other: whenever the
//! power fails, one of them is whole, and the highest generation wins.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use crate::envelope::{Envelope, MAGIC, SLOT, Unreadable};

/// Length of the file's front that holds the slots, and where the database starts.
pub(crate) const FRONT: usize = 16 * 1024;

const SLOTS: [usize; 2] = [0, 4096];

/// Reads the envelope at the front of a file. The flag says whether both slots hold it; if not, it should be [written](write()) again.
///
/// The error is doubled: reading may fail, and what was read may be no envelope.
pub(crate) fn read(file: &mut File) -> io::Result<Result<(Envelope, bool), Unreadable>> {
    let mut front = Vec::with_capacity(FRONT);
    file.seek(SeekFrom::Start(0))?;
    Read::by_ref(file).take(FRONT as u64).read_to_end(&mut front)?;
    Ok(choose(&front))
}

/// Replaces both slots, one after the other, each flushed to the disk before the next is touched.
pub(crate) fn write(file: &mut File, envelope: &Envelope) -> io::Result<()> {
    let slot = envelope.encode();
    for at in order([generation_at(file, SLOTS[0])?, generation_at(file, SLOTS[1])?]) {
        file.seek(SeekFrom::Start(at as u64))?;
        file.write_all(&slot)?;
        file.sync_all()?;
    }
    Ok(())
}

/// Which slot to overwrite first: never the better one. If only one is whole, it must stand until the other is.
fn order(generations: [Option<u64>; 2]) -> [usize; 2] {
    if generations[0] > generations[1] { [SLOTS[1], SLOTS[0]] } else { SLOTS }
}

/// The generation of the slot at `at`, if it is whole.
fn generation_at(file: &mut File, at: usize) -> io::Result<Option<u64>> {
    let mut slot = [0; SLOT];
    file.seek(SeekFrom::Start(at as u64))?;
    file.read_exact(&mut slot)?;
    Ok(Envelope::decode(&slot).ok().map(|envelope| envelope.generation()))
}

fn choose(front: &[u8]) -> Result<(Envelope, bool), Unreadable> {
    let slots = SLOTS.map(|at| front.get(at..at + SLOT).map(|slot| slot.try_into().expect("a slot's length")));
    let ours = SLOTS.iter().any(|at| front.get(*at..).is_some_and(|slot| slot.starts_with(MAGIC)));
    match slots.map(|slot| slot.map(Envelope::decode)) {
        [Some(Ok(one)), Some(Ok(two))] => {
            let same = one == two;
            Ok((if two.generation() > one.generation() { two } else { one }, same))
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
    } else if front.len() == FRONT && front.iter().all(|byte| *byte == 0) {
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
    use crate::envelope::tests::sealed;
    use crate::kdf::KdfCost;

    fn front(one: &Envelope, two: &Envelope) -> Vec<u8> {
        let mut front = vec![0; FRONT];
        for (at, envelope) in SLOTS.into_iter().zip([one, two]) {
            front[at..at + SLOT].copy_from_slice(&envelope.encode());
        }
        front
    }

    #[test]
    fn ten_thousand_flipped_bits_are_found_or_harmless() {
        let (envelope, ..) = sealed();
        let whole = front(&envelope, &envelope);
        let mut random = fastrand::Rng::with_seed(19);
        // Every bit of both slots, and as many anywhere as make ten thousand in all.
        let in_slots = SLOTS.into_iter().flat_map(|at| at * 8..(at + SLOT) * 8);
        let anywhere = std::iter::repeat_with(|| random.usize(..FRONT * 8));
        for bit in in_slots.chain(anywhere).take(10_000) {
            let mut flipped = whole.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let (read, both) = choose(&flipped).unwrap();
            assert_eq!(read, envelope, "bit {bit}");
            assert_eq!(both, !SLOTS.iter().any(|at| (*at..at + SLOT).contains(&(bit / 8))), "bit {bit}");
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
            assert_eq!(matches!(found, Unreadable::Damaged(_)), !magic_hit, "bit {bit}: {found:?}");
            assert_eq!(matches!(found, Unreadable::Foreign(_)), magic_hit, "bit {bit}: {found:?}");
        }
    }

    #[test]
    fn a_write_torn_anywhere_leaves_the_old_or_the_new() {
        let (old, key, _) = sealed();
        let new = old.rewrapped(&key, &"a lighthouse".into(), KdfCost::FLOOR).unwrap();
        let (before, after) = (front(&old, &old), new.encode());
        for written in 0..SLOT {
            let mut first = before.clone();
            first[..written].copy_from_slice(&after[..written]);
            assert_eq!(choose(&first).unwrap().0, old, "{written} bytes of the first slot");

            let mut second = front(&new, &old);
            second[SLOTS[1]..SLOTS[1] + written].copy_from_slice(&after[..written]);
            assert_eq!(choose(&second).unwrap(), (new.clone(), false), "{written} bytes of the second slot");
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
        let new = old.rewrapped(&key, &"a lighthouse".into(), KdfCost::FLOOR).unwrap();
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
}
