//! What kind of file the first bytes say it is. Names lie: a `.xls` may be a web page, a `.csv` a workbook.

use encoding_rs::Encoding;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signature {
    /// A ZIP file: a workbook or a bundle.
    Zip,
    /// A compound file of Microsoft's: an old workbook, or a new one behind a password, or a document.
    Compound,
    /// A text with tags: a workbook in the XML format of Excel 2003, or a web page with tables.
    Markup,
    /// Neither text nor a workbook that is read: what it is, and what to try.
    Foreign(&'static str, &'static str),
    /// Presumably text.
    Text,
}

const AS_TABLE: &str = "Open it in a spreadsheet program and save it as .xlsx or as CSV.";
const EXPORT: &str = "Export the contacts as CSV from the system that wrote it.";
const AS_UTF8: &str = "Open it in an editor, save it as UTF-8, and add that file.";
const UNPACK: &str = "Unpack it, and add the files that were inside.";

impl Signature {
    /// The kind by the beginning of the file.
    pub fn of(head: &[u8]) -> Self {
        const MAGIC: [(&[u8], Signature); 25] = [
            (b"PK\x03\x04", Signature::Zip),
            (b"PK\x05\x06", Signature::Zip),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Signature::Compound),
            (b"\x09\x00\x04\x00", Signature::Foreign("a workbook of Excel 2", AS_TABLE)),
            (b"\x09\x02\x06\x00", Signature::Foreign("a workbook of Excel 3", AS_TABLE)),
            (b"\x09\x04\x06\x00", Signature::Foreign("a workbook of Excel 4", AS_TABLE)),
            (b"\x09\x08\x08\x00\x00\x05", Signature::Foreign("a workbook of Excel 5", AS_TABLE)),
            (b"\x09\x08\x06\x00\x00\x05", Signature::Foreign("a workbook of Excel 5", AS_TABLE)),
            (b"%PDF", Signature::Foreign("a PDF document", EXPORT)),
            (b"{\\rtf", Signature::Foreign("a text document (RTF)", EXPORT)),
            (b"\x1F\x8B", Signature::Foreign("a compressed file (gzip)", UNPACK)),
            (b"BZh", Signature::Foreign("a compressed file (bzip2)", UNPACK)),
            (b"7z\xBC\xAF\x27\x1C", Signature::Foreign("a compressed file (7-Zip)", UNPACK)),
            (b"Rar!", Signature::Foreign("a compressed file (RAR)", UNPACK)),
            (b"\xFD7zXZ", Signature::Foreign("a compressed file (xz)", UNPACK)),
            (b"\x28\xB5\x2F\xFD", Signature::Foreign("a compressed file (Zstandard)", UNPACK)),
            (b"\x89PNG", Signature::Foreign("a picture", EXPORT)),
            (b"\xFF\xD8\xFF", Signature::Foreign("a picture", EXPORT)),
            (b"GIF8", Signature::Foreign("a picture", EXPORT)),
            (b"RIFF", Signature::Foreign("a picture or a recording", EXPORT)),
            (b"II*\0", Signature::Foreign("a picture", EXPORT)),
            (b"MM\0*", Signature::Foreign("a picture", EXPORT)),
            (b"SQLite format 3", Signature::Foreign("a database", EXPORT)),
            (b"\x7FELF", Signature::Foreign("a program", EXPORT)),
            (b"PAR1", Signature::Foreign("a Parquet file", EXPORT)),
        ];
        if is_utf32(head) {
            return Self::Foreign("a text in UTF-32, which hardly any program reads", AS_UTF8);
        }
        let magic = MAGIC.iter().find(|(magic, _)| head.starts_with(magic));
        magic.map(|(_, signature)| *signature).or_else(|| Self::of_text(head)).unwrap_or_else(|| Self::of_bytes(head))
    }

    /// Texts that are no tables.
    fn of_text(head: &[u8]) -> Option<Self> {
        let text = match Encoding::for_bom(head) {
            Some((encoding, mark)) => encoding.decode_without_bom_handling(&head[mark..head.len().min(8192)]).0,
            None => String::from_utf8_lossy(&head[..head.len().min(4096)]),
        };
        let text = text.trim_ascii_start().to_ascii_lowercase();
        let text = text.as_bytes();
        let starts = |beginnings: &[&str]| beginnings.iter().any(|beginning| text.starts_with(beginning.as_bytes()));
        let holds = |needle: &str| memchr::memmem::find(text, needle.as_bytes()).is_some();
        let page = ["<html", "<!doctype html", "<table", "<head", "<meta", "<style", "<body"];
        let workbook = holds("urn:schemas-microsoft-com:office:spreadsheet") && holds("workbook");
        if starts(&page) || starts(&["<?xml", "<workbook", "<ss:workbook"]) && (holds("<html") || workbook) {
            return Some(Self::Markup);
        }
        if starts(&["<?xml"]) {
            return Some(Self::Foreign("an XML file", EXPORT));
        }
        if starts(&["begin:vcard"]) {
            return Some(Self::Foreign("a file of address cards (vCard)", EXPORT));
        }
        if starts(&["mime-version:"]) {
            return Some(Self::Foreign("a web page saved as one file", AS_TABLE));
        }
        let object =
            |text: &[u8]| text.strip_prefix(b"{").is_some_and(|inner| inner.trim_ascii_start().starts_with(b"\""));
        if object(text) || text.strip_prefix(b"[").is_some_and(|inner| object(inner.trim_ascii_start())) {
            return Some(Self::Foreign("a JSON file", EXPORT));
        }
        None
    }

    /// Text has hardly any control characters, and zeros only where it is UTF-16.
    fn of_bytes(head: &[u8]) -> Self {
        let head = &head[..head.len().min(64 << 10)];
        let control = |byte: &&u8| matches!(**byte, 1..=8 | 0x0E..=0x1A | 0x1C..=0x1E);
        // A delimiter may be a control character; a file in which many of them appear is no text.
        let mut kinds = [false; 32];
        head.iter().filter(control).for_each(|byte| kinds[*byte as usize] = true);
        let many = head.iter().filter(control).count() * 20 > head.len();
        if many && kinds.iter().filter(|seen| **seen).count() > 3 {
            return Self::Foreign("no text and no workbook", EXPORT);
        }
        Self::Text
    }
}

/// UTF-32 begins with its own mark, or has three zeros to each letter.
fn is_utf32(head: &[u8]) -> bool {
    let marked = head.starts_with(b"\xFF\xFE\0\0") || head.starts_with(b"\0\0\xFE\xFF");
    let letters = |zeros: [usize; 3], letter: usize| {
        head.chunks_exact(4).take(8).all(|four| four[letter] != 0 && zeros.iter().all(|at| four[*at] == 0))
    };
    marked || head.len() >= 16 && (letters([1, 2, 3], 0) || letters([0, 1, 2], 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_four_bytes_to_a_letter_is_called_so() {
        let wide =
            |text: &str, order: fn(u32) -> [u8; 4]| text.chars().flat_map(|c| order(c.into())).collect::<Vec<u8>>();
        for text in ["\u{FEFF}Email,Name\na@example.org,Ada\n", "Email,Name\na@example.org,Ada\n"] {
            assert!(foreign(&wide(text, u32::to_le_bytes)).contains("UTF-32"));
            assert!(foreign(&wide(text, u32::to_be_bytes)).contains("UTF-32"));
        }
    }

    fn foreign(head: &[u8]) -> &'static str {
        match Signature::of(head) {
            Signature::Foreign(what, _) => what,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_foreign_kind_is_called_by_its_name() {
        assert_eq!(foreign(b"<?xml version='1.0'?><contacts>"), "an XML file");
        assert_eq!(foreign(b"\x09\x00\x04\x00\x02\x00"), "a workbook of Excel 2");
        assert_eq!(foreign(b"%PDF-1.7"), "a PDF document");
        assert_eq!(foreign(b"[ {\"email\": 1}]"), "a JSON file");
        assert_eq!(foreign(&(0..=255).collect::<Vec<u8>>().repeat(8)), "no text and no workbook");
    }

    #[test]
    fn tags_are_told_in_every_encoding() {
        let workbook = "<?xml version='1.0'?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
        let wide: Vec<u8> =
            "\u{FEFF}".encode_utf16().chain(workbook.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        for head in [workbook.as_bytes(), &wide, b"\n<HTML><table>", b"\xEF\xBB\xBF<table border=1>"] {
            assert_eq!(Signature::of(head), Signature::Markup);
        }
    }

    #[test]
    fn text_is_text_whatever_its_delimiter() {
        assert_eq!(Signature::of(b"<email>,name\n"), Signature::Text);
        assert_eq!(Signature::of(&b"a\x01b\x01c\n".repeat(99)), Signature::Text);
        assert_eq!(Signature::of(b""), Signature::Text);
    }
}
