//! What the two workbooks that are texts with tags have in common: their letters, and the texts between the tags.

use encoding_rs::Encoding;
use quick_xml::Reader;
use quick_xml::escape::{resolve_html5_entity, resolve_predefined_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::frame::Failure;
use crate::import::encoding::TextEncoding;
use crate::import::survey::Survey;

/// A declaration of the encoding stands here, if there is one.
const DECLARES: usize = 4096;

/// The text of a file that says itself which encoding it is in, which is believed where it is neither marked nor UTF-8.
pub(super) fn text(content: &[u8]) -> String {
    let mut survey = Survey::default();
    survey.feed(content);
    survey.finish();
    let seen = TextEncoding::of(&survey);
    let declared = declared(&content[..content.len().min(DECLARES)]).filter(|_| seen.is_single_byte());
    let encoding = declared.or_else(|| Encoding::for_label(seen.name().as_bytes())).unwrap_or(encoding_rs::UTF_8);
    encoding.decode(content).0.into_owned()
}

/// The encoding after `encoding=` or `charset=`, if it is one of single bytes.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = head.to_ascii_lowercase();
    let label = ["encoding=", "charset="].iter().find_map(|word| {
        let at = memchr::memmem::find(&head, word.as_bytes())? + word.len();
        let rest = head[at..].strip_prefix(b"\"").or_else(|| head[at..].strip_prefix(b"'")).unwrap_or(&head[at..]);
        let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:".contains(byte))?;
        Some(rest[..end].to_vec())
    })?;
    Encoding::for_label(&label).filter(|encoding| encoding.is_single_byte())
}

/// Whether the first tag is that of a workbook.
pub(super) fn is_workbook(text: &str) -> bool {
    let mut reader = reader(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => return name(&tag) == "workbook",
            Ok(Event::Eof | Event::Empty(_)) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

/// A reader that takes tags as they come: what is not closed, or closed twice, is no reason to stop.
pub(super) fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
}

/// The next piece of it.
pub(super) fn next<'t>(reader: &mut Reader<&'t [u8]>) -> Result<Event<'t>, Failure> {
    reader.read_event().map_err(|_| Failure::Damaged)
}

/// The name of a tag without its prefix, in small letters.
pub(super) fn name(tag: &BytesStart<'_>) -> String {
    tag.local_name().as_ref().to_ascii_lowercase()
}

/// What stands for one character: `&#228;`, `&amp;`, `&uuml;`. Anything else stays as it was written.
pub(super) fn entity(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let known = resolve_predefined_entity(reference).or_else(|| resolve_html5_entity(reference));
    known.map_or_else(|| format!("&{};", &**reference), str::to_owned)
}

/// The value of an attribute, whatever its prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let mut all = tag.html_attributes();
    let all = all.with_checks(false).filter_map(Result::ok);
    let mut values = all.filter(|attribute| attribute.key.local_name().as_ref().eq_ignore_ascii_case(wanted));
    let value = values.next()?;
    Some(unescape(&value.value).map_or_else(|_| value.value.to_string(), std::borrow::Cow::into_owned))
}

/// The number an attribute gives.
pub(super) fn number(tag: &BytesStart<'_>, wanted: &str) -> Option<u32> {
    attribute(tag, wanted)?.trim().parse().ok()
}
