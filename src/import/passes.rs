//! How the bytes of a file are gone through: all of them, with their digest or without, or a sample.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::time::Duration;

use sha2::{Digest, Sha256};

use super::signature::Signature;
use super::survey::Survey;

/// Texts up to this size are looked at as a whole.
const WHOLE: u64 = 16 << 20;
/// Of larger ones, so many pieces at even distances, the first of them their beginning.
const PIECES: u64 = 32;
const PIECE: usize = 256 << 10;

/// Opens a file for reading. Where another program holds it for a moment (a virus scanner, Excel), tries again.
pub(super) fn open_patiently(path: &Path) -> io::Result<File> {
    const TRIES: u32 = 5;
    let held = |error: &io::Error| cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
    let mut tries = 1;
    loop {
        match File::open(path) {
            Err(error) if held(&error) && tries < TRIES => {
                tries += 1;
                std::thread::sleep(Duration::from_millis(200));
            }
            result => return result,
        }
    }
}

/// One pass over a file: its SHA-256, its size, and what its bytes tell.
pub(super) fn digest(source: &mut File, survey: &mut Survey, most: u64) -> io::Result<([u8; 32], u64)> {
    let mut hash = Sha256::new();
    let mut chunk = vec![0; 1 << 20];
    let mut size = 0;
    let mut source = source.take(most.saturating_add(1));
    loop {
        let read = source.read(&mut chunk)?;
        if read == 0 {
            break;
        }
        size += read as u64;
        hash.update(&chunk[..read]);
        survey.feed(&chunk[..read]);
    }
    survey.finish();
    Ok((hash.finalize().into(), size))
}

/// One pass over an unpacked entry.
pub(super) fn look_through(source: &mut impl Read, survey: &mut Survey) -> io::Result<u64> {
    let mut chunk = vec![0; 256 << 10];
    let mut size = 0;
    loop {
        let read = source.read(&mut chunk)?;
        if read == 0 {
            break;
        }
        size += read as u64;
        survey.feed(&chunk[..read]);
    }
    survey.finish();
    Ok(size)
}

/// One pass over as much of a file of `size` bytes as its tables are decided from. Of a large text these are pieces, each
/// with its whole lines only, so that no character is cut. A workbook and an archive are told by their beginning.
pub(super) fn sample(source: &mut (impl Read + Seek), survey: &mut Survey, size: u64) -> io::Result<()> {
    let mut piece = Vec::with_capacity(PIECE);
    source.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
    let is_text = matches!(Signature::of(&piece), Signature::Text);
    // What follows is no continuation of it.
    let cut = std::str::from_utf8(&piece).err().filter(|error| size > WHOLE && error.error_len().is_none());
    if let Some(cut) = cut {
        piece.truncate(cut.valid_up_to());
    }
    survey.feed(&piece);
    if is_text && size <= WHOLE {
        look_through(source, survey)?;
        return Ok(());
    }
    let beginnings = (1..PIECES).map(|at| size / PIECES * at).filter(|_| is_text);
    for beginning in beginnings {
        piece.clear();
        source.seek(SeekFrom::Start(beginning))?;
        source.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
        let ends = |byte: &u8| matches!(byte, b'\n' | b'\r');
        if let (Some(first), Some(last)) = (piece.iter().position(ends), piece.iter().rposition(ends)) {
            survey.feed(&piece[first..=last]);
        }
    }
    survey.finish();
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::import::encoding::TextEncoding;

    /// A source that counts what is read of it.
    struct Counted(Cursor<Vec<u8>>, u64);

    impl Read for Counted {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let read = self.0.read(into)?;
            self.1 += read as u64;
            Ok(read)
        }
    }

    impl Seek for Counted {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }

    /// The encoding that a sample of so many rows suggests, the bytes read for it, and those there are.
    fn sampled(row: &[u8], rows: usize) -> (String, u64, u64) {
        let text = row.repeat(rows);
        let size = text.len() as u64;
        let mut source = Counted(Cursor::new(text), 0);
        let mut survey = Survey::default();
        sample(&mut source, &mut survey, size).unwrap();
        (TextEncoding::of(&survey).name().to_owned(), source.1, size)
    }

    #[test]
    fn of_a_large_text_a_sample_is_read_and_no_character_is_cut() {
        let (encoding, read, size) = sampled("åsa@example.org;Åsa;東京;𝄞\n".as_bytes(), 2_000_000);
        assert_eq!(encoding, "UTF-8");
        assert!(size > 4 * WHOLE && read <= WHOLE, "{read} of {size} bytes");
    }

    #[test]
    fn a_character_at_the_end_of_the_beginning_is_not_cut() {
        let mut text = b"ada@example.org;yes\n".repeat(1_000_000);
        text[PIECE - 1..=PIECE].copy_from_slice("é".as_bytes());
        let size = text.len() as u64;
        let mut survey = Survey::default();
        sample(&mut Cursor::new(text), &mut survey, size).unwrap();
        assert!(survey.is_utf8());
    }

    #[test]
    fn another_encoding_is_seen_in_a_sample() {
        assert_eq!(sampled(b"bj@example.org;Bj\xF6rk;M\xFCller\n", 2_000_000).0, "windows-1252");
    }

    #[test]
    fn a_small_text_is_read_whole() {
        let (_, read, size) = sampled(b"ada@example.org;yes\n", 100_000);
        assert_eq!(read, size);
    }
}
