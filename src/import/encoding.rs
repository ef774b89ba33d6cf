//! What the bytes of a text mean, and text made of them. A byte that is no text is never replaced without a word.

use std::borrow::Cow;
use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::survey::Survey;

/// How the bytes of one text are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextEncoding {
    encoding: &'static Encoding,
    /// Bytes of the byte-order mark at the start.
    mark: usize,
}

/// The character that stands for what could not be decoded.
pub(crate) const UNDECODABLE: char = '\u{FFFD}';

impl TextEncoding {
    /// Byte-order mark, then strict UTF-8, then UTF-16 by its zeros, then the letters that stand in the text.
    pub fn of(survey: &Survey) -> Self {
        let head = survey.head();
        if let Some((encoding, mark)) = Encoding::for_bom(head) {
            return Self { encoding, mark };
        }
        if let Some(encoding) = utf16_without_mark(head) {
            return Self { encoding, mark: 0 };
        }
        let encoding = if survey.is_utf8() || survey.is_mostly_utf8() { UTF_8 } else { survey.guess() };
        Self { encoding, mark: 0 }
    }

    /// The name of the encoding as the WHATWG writes it: `UTF-8`, `windows-1252`, `UTF-16LE` …
    pub fn name(self) -> &'static str {
        self.encoding.name()
    }

    /// Whether every byte is a character: such a text is never UTF-8, unless it is all ASCII.
    #[inline]
    pub fn is_single_byte(self) -> bool {
        self.encoding.is_single_byte()
    }

    /// Whether delimiters, quotes and line ends are the same bytes as in ASCII and never part of another character.
    fn splits_as_ascii(self) -> bool {
        self.encoding == UTF_8 || self.encoding.is_single_byte()
    }

    /// The bytes of `inner`, ready to be split into records: the mark is gone, and encodings whose bytes cannot be
    /// split are turned into UTF-8.
    pub fn reader<R: Read>(self, inner: R) -> TextReader<R> {
        let decoder = (!self.splits_as_ascii()).then(|| self.encoding.new_decoder_without_bom_handling());
        TextReader { inner, mark: self.mark, decoder, raw: Vec::new(), done: 0, ended: false }
    }

    /// Whether a character of these bytes was lost when they were turned into UTF-8.
    pub fn lost_some(self, bytes: &[u8]) -> bool {
        !self.splits_as_ascii()
            && memchr::memmem::find(bytes, UNDECODABLE.encode_utf8(&mut [0; 4]).as_bytes()).is_some()
    }

    /// The text of bytes that came out of [`TextEncoding::reader`], where they are it already.
    #[inline]
    pub fn as_is(self, bytes: &[u8]) -> Option<&str> {
        let text = std::str::from_utf8(bytes).ok()?;
        let plainly = !self.encoding.is_single_byte() || self.encoding == WINDOWS_1252 || text.is_ascii();
        (plainly || is_utf8_by_no_chance(text)).then_some(text)
    }

    /// Whether bytes that came out of [`TextEncoding::reader`] are written in another encoding than the rest.
    pub fn is_of_another(self, bytes: &[u8]) -> bool {
        if self.is_single_byte() {
            return !bytes.is_ascii() && self.as_is(bytes).is_some();
        }
        self.encoding == UTF_8 && std::str::from_utf8(bytes).is_err()
    }

    /// The text of bytes that came out of [`TextEncoding::reader`], cut at places where characters end.
    /// In a UTF-8 file, what is not UTF-8 is read as windows-1252, and the other way round: files are glued together.
    pub fn text(self, bytes: &[u8]) -> Cow<'_, str> {
        match self.as_is(bytes) {
            Some(text) => text.into(),
            None if self.encoding.is_single_byte() => self.encoding.decode_without_bom_handling(bytes).0,
            None => WINDOWS_1252.decode_without_bom_handling(bytes).0,
        }
    }
}

/// Whether bytes may hold letters that were turned into UTF-8 twice: `Ã`, `Â`, `Ä`, `Å`, `â` or `ï` before another
/// letter beyond ASCII.
#[inline]
pub(crate) fn may_be_encoded_twice(bytes: &[u8]) -> bool {
    memchr::memchr_iter(0xC3, bytes).any(|at| {
        matches!(bytes.get(at + 1), Some(0x82..=0x85 | 0xA2 | 0xAF))
            && bytes.get(at + 2).is_some_and(|next| *next >= 0xC2)
    })
}

/// A text that was turned into UTF-8 twice, as it was before the second time: `NÃ£o` is `Não`. `None` if it was not.
pub(crate) fn encoded_once(text: &str) -> Option<String> {
    if !may_be_encoded_twice(text.as_bytes()) {
        return None;
    }
    let (bytes, _, lost) = WINDOWS_1252.encode(text);
    if lost {
        return None;
    }
    let once = std::str::from_utf8(&bytes).ok()?;
    // What the second time made longer gets shorter.
    (once.chars().count() < text.chars().count()).then(|| once.trim_start_matches('\u{FEFF}').to_owned())
}

/// Whether letters beyond ASCII are UTF-8 in a file of an encoding whose letters may look like that by chance: one
/// pair of them may, two hardly.
fn is_utf8_by_no_chance(text: &str) -> bool {
    text.chars().filter(|letter| !letter.is_ascii()).nth(1).is_some()
}

/// UTF-16 shows itself by zeros on one side of its pairs only: digits, delimiters and line ends have them in any script.
fn utf16_without_mark(head: &[u8]) -> Option<&'static Encoding> {
    let pairs = head.len() / 2;
    if pairs < 2 {
        return None;
    }
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = |zeros: usize| zeros * 10 >= pairs;
    let few = |zeros: usize| zeros * 100 <= pairs;
    match () {
        () if many(odd) && few(even) => Some(UTF_16LE),
        () if many(even) && few(odd) => Some(UTF_16BE),
        () => None,
    }
}

/// Reads a text as bytes that can be split into records.
pub(crate) struct TextReader<R> {
    inner: R,
    mark: usize,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    done: u64,
    ended: bool,
}

const CHUNK: usize = 256 << 10;

impl<R: Read> TextReader<R> {
    /// Bytes of the source consumed so far.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// Appends the next bytes to `text`, about as many as `wanted` asks for. `false` at the end.
    pub fn fill(&mut self, text: &mut Vec<u8>, wanted: usize) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        if self.mark > 0 {
            let mut mark = vec![0; std::mem::take(&mut self.mark)];
            self.inner.read_exact(&mut mark)?;
            self.done += mark.len() as u64;
        }
        let Some(decoder) = &mut self.decoder else {
            let read = (&mut self.inner).take(wanted.max(CHUNK) as u64).read_to_end(text)?;
            self.done += read as u64;
            self.ended = read == 0;
            return Ok(read > 0);
        };
        self.raw.clear();
        let read = (&mut self.inner).take(wanted.max(CHUNK) as u64).read_to_end(&mut self.raw)?;
        self.done += read as u64;
        self.ended = read == 0;
        let mut rest = &self.raw[..];
        loop {
            let room = decoder.max_utf8_buffer_length(rest.len()).unwrap_or(CHUNK).max(16);
            let start = text.len();
            text.resize(start + room, 0);
            let (result, used, written, _) = decoder.decode_to_utf8(rest, &mut text[start..], self.ended);
            text.truncate(start + written);
            rest = &rest[used..];
            if result == CoderResult::InputEmpty {
                return Ok(!self.ended || written > 0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(bytes: &[u8]) -> (String, String) {
        let mut survey = Survey::default();
        survey.feed(bytes);
        survey.finish();
        let encoding = TextEncoding::of(&survey);
        let (mut reader, mut text) = (encoding.reader(bytes), Vec::new());
        while reader.fill(&mut text, 0).unwrap() {}
        (encoding.name().to_owned(), encoding.text(&text).into_owned())
    }

    fn utf16(text: &str, mark: bool, big: bool) -> Vec<u8> {
        let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn a_byte_order_mark_decides_and_is_no_text() {
        assert_eq!(read("\u{FEFF}namn,Åsa".as_bytes()), ("UTF-8".into(), "namn,Åsa".into()));
        assert_eq!(read(&utf16("namn,Åsa", true, false)), ("UTF-16LE".into(), "namn,Åsa".into()));
        assert_eq!(read(&utf16("namn,Åsa", true, true)), ("UTF-16BE".into(), "namn,Åsa".into()));
    }

    #[test]
    fn a_few_lines_of_utf_8_among_those_of_windows_1252_are_read_line_by_line() {
        for lines in [
            [
                "Email,Name".as_bytes(),
                "a@example.org,Zoë".as_bytes(),
                b"b@example.org,J\xF6rg M\xFCller",
                "c@example.org,Åsa".as_bytes(),
            ],
            [
                b"Email,Name",
                b"a@example.org,S\xF8ren B\xE6k",
                "b@example.org,Çelik".as_bytes(),
                b"c@example.org,N\xFAria Ib\xE1\xF1ez",
            ],
        ] {
            let mut survey = Survey::default();
            survey.feed(&lines.join(&b'\n'));
            survey.finish();
            let encoding = TextEncoding::of(&survey);
            let read: Vec<_> = lines.iter().map(|line| encoding.text(line).into_owned()).collect();
            let known = ["Email,Name", "a@example.org,Zoë", "b@example.org,Jörg Müller", "c@example.org,Åsa"];
            let other = ["Email,Name", "a@example.org,Søren Bæk", "b@example.org,Çelik", "c@example.org,Núria Ibáñez"];
            assert!(read == known || read == other, "{} {read:?}", encoding.name());
        }
    }

    #[test]
    fn utf_16_without_a_mark_is_known_by_its_zeros() {
        assert_eq!(read(&utf16("email;namn\na@example.org;Åsa", false, false)).0, "UTF-16LE");
        assert_eq!(
            read(&utf16("όνομα;τηλ\nΆννα;555 0100\n", false, true)),
            ("UTF-16BE".into(), "όνομα;τηλ\nΆννα;555 0100\n".into())
        );
    }

    #[test]
    fn a_text_turned_into_utf_8_twice_is_known_by_its_pairs() {
        for (twice, once) in [
            ("NÃ£o", "Não"),
            ("SituaÃ§Ã£o", "Situação"),
            ("JÃ¶rg MÃ¼ller", "Jörg Müller"),
            ("AvanmÃ¤ld", "Avanmäld"),
            ("DÃ©sabonnÃ©", "Désabonné"),
            ("ï»¿Email", "Email"),
            ("NieprawidÅ‚owy", "Nieprawidłowy"),
        ] {
            assert_eq!(encoded_once(twice).as_deref(), Some(once), "{twice}");
        }
        for plain in ["Não", "SÃO PAULO", "Ada", "Château", "ÄÖÜ", "Ã¡ é", "東京"] {
            assert_eq!(encoded_once(plain), None, "{plain}");
        }
    }

    #[test]
    fn strict_utf_8_comes_before_any_guess() {
        assert_eq!(read("Åsa Müller, 東京".as_bytes()), ("UTF-8".into(), "Åsa Müller, 東京".into()));
    }

    #[test]
    fn western_text_that_is_not_utf_8_is_windows_1252() {
        let bytes = b"email,namn,ort\na@example.org,\xC5sa Bj\xF6rk,G\xF6teborg\nb@example.org,Ren\xE9 \x96 M\xFCller,K\xF6ln\n";
        let (name, text) = read(bytes);
        assert_eq!(name, "windows-1252");
        assert!(text.contains("Åsa Björk") && text.contains("René – Müller"));
    }

    #[test]
    fn a_utf_8_file_with_a_few_other_rows_stays_utf_8_and_loses_no_letter() {
        let encoding = {
            let mut survey = Survey::default();
            survey.feed("Åsa\nÖrjan\nJörg\nRené\n".as_bytes());
            survey.feed(b"Bj\xF6rk\n");
            survey.finish();
            TextEncoding::of(&survey)
        };
        assert_eq!(encoding.name(), "UTF-8");
        assert_eq!(encoding.text(b"Bj\xF6rk"), "Björk");
        assert_eq!(encoding.text("Åsa".as_bytes()), "Åsa");
    }
}
