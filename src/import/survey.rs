//! What one pass over the bytes of a text tells about its encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, WINDOWS_1252};

/// Facts gathered over a whole text, piece by piece. Keeps the beginning of it.
pub(crate) struct Survey {
    head: Vec<u8>,
    /// The bytes of a character that may go on in the next piece.
    carry: Vec<u8>,
    well_formed: u64,
    malformed: u64,
    detector: EncodingDetector,
    detector_fed: u64,
}

/// Bytes of the beginning that are kept: what dialect and header are decided from.
const HEAD: usize = 256 << 10;
/// Bytes the guess of an encoding is made from, counted over pieces that hold more than ASCII, from the first that
/// is no UTF-8 on.
const DETECTOR_BYTES: u64 = 4 << 20;

impl Default for Survey {
    fn default() -> Self {
        Self {
            head: Vec::new(),
            carry: Vec::new(),
            well_formed: 0,
            malformed: 0,
            detector: EncodingDetector::new(Iso2022JpDetection::Deny),
            detector_fed: 0,
        }
    }
}

impl Survey {
    pub fn feed(&mut self, mut piece: &[u8]) {
        let room = HEAD.saturating_sub(self.head.len()).min(piece.len());
        self.head.extend_from_slice(&piece[..room]);
        if piece.is_ascii() && self.carry.is_empty() {
            return;
        }
        let whole = piece;
        while !self.carry.is_empty() && !piece.is_empty() {
            self.carry.push(piece[0]);
            piece = &piece[1..];
            let carried = std::mem::take(&mut self.carry);
            self.validate(&carried);
        }
        self.validate(piece);
        // Nothing needs guessing of a text that is UTF-8 so far, and guessing is by far the dearest part.
        if self.malformed > 0 && self.detector_fed < DETECTOR_BYTES {
            // A line of UTF-8 in a text that is none was glued in: it would speak for letters that nobody wrote.
            for line in whole.split_inclusive(|byte| *byte == b'\n') {
                if line.is_ascii() || std::str::from_utf8(line).is_err() {
                    self.detector.feed(line, false);
                }
            }
            self.detector_fed += whole.len() as u64;
        }
    }

    /// Says that nothing follows.
    pub fn finish(&mut self) {
        self.malformed += u64::from(!self.carry.is_empty());
        self.carry.clear();
        self.detector.feed(&[], true);
    }

    fn validate(&mut self, mut piece: &[u8]) {
        loop {
            match std::str::from_utf8(piece) {
                Ok(_) => return self.count(piece),
                Err(error) => {
                    self.count(&piece[..error.valid_up_to()]);
                    let rest = &piece[error.valid_up_to()..];
                    let Some(length) = error.error_len() else {
                        self.carry = rest.to_vec();
                        return;
                    };
                    self.malformed += 1;
                    piece = &rest[length..];
                }
            }
        }
    }

    fn count(&mut self, valid: &[u8]) {
        self.well_formed += valid.iter().filter(|byte| **byte >= 0xC0).count() as u64;
    }

    /// The beginning of the text.
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    /// Whether all of it is UTF-8.
    pub fn is_utf8(&self) -> bool {
        self.malformed == 0
    }

    /// Whether most of what is not ASCII is well-formed UTF-8: other encodings make such characters by rare chance only.
    pub fn is_mostly_utf8(&self) -> bool {
        self.well_formed > self.malformed
    }

    /// The encoding its letters suggest; windows-1252 where they do not suggest enough.
    pub fn guess(&self) -> &'static Encoding {
        let guess = self.detector.guess(None, Utf8Detection::Deny);
        let errs = guess.decode_without_bom_handling_and_without_replacement(&self.head).is_none();
        // Two or three letters are not enough to believe in a script this reader's users rarely meet.
        let rare = !guess.is_single_byte() && self.malformed < 8;
        if errs || rare { WINDOWS_1252 } else { guess }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_cut_between_two_pieces_is_still_well_formed() {
        for cut in 0..=10 {
            let text = "aé東𝄞".as_bytes();
            let mut survey = Survey::default();
            survey.feed(&text[..cut]);
            survey.feed(&text[cut..]);
            survey.finish();
            assert!(survey.is_utf8());
            assert_eq!(survey.well_formed, 3);
        }
    }

    #[test]
    fn a_character_cut_at_the_end_is_not() {
        let mut survey = Survey::default();
        survey.feed(b"a\xC3");
        survey.finish();
        assert!(!survey.is_utf8());
    }
}
