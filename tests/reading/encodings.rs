//! What the bytes of a row mean.

use bonafide::import::Repair;

use super::opened::{cells, opened, outcome, read, reasons};

#[test]
fn rows_in_another_encoding_keep_their_letters() {
    let mut text = "Email,Name\na@example.org,Åsa\nb@example.org,Zoë\n".as_bytes().to_vec();
    text.extend(b"c@example.org,Bj\xF6rn\n");
    let read = cells(text);
    assert_eq!(read[0][1], "Åsa");
    assert_eq!(read[2][1], "Björn");
}

#[test]
fn a_row_whose_characters_are_lost_is_rejected_not_patched() {
    let mut text: Vec<u8> =
        "\u{FEFF}Email,Name\r\na@example.org,Åsa\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    text.extend(
        "b@example.org,".encode_utf16().chain([0xD800]).chain("\r\n".encode_utf16()).flat_map(u16::to_le_bytes),
    );
    assert_eq!(reasons(&text), [(3, "the row holds bytes that are no text in UTF-16LE".to_owned())]);
    assert_eq!(cells(&text), [["a@example.org", "Åsa"]]);
}

#[test]
fn a_row_with_a_nul_is_rejected_with_its_reason() {
    let rejected = reasons("Email,Name\na@example.org,A\0da\nb@example.org,Bo\n");
    assert_eq!(rejected.len(), 1);
    assert_eq!(rejected[0].0, 2);
    assert!(rejected[0].1.contains("NUL"));
}

fn utf16(text: &str, mark: bool, big: bool) -> Vec<u8> {
    let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn a_row_in_another_encoding_is_noted_and_no_other() {
    let mut text = "Email,Name\na@example.org,Åsa\nb@example.org,Zoë\n".as_bytes().to_vec();
    text.extend(b"c@example.org,Bj\xF6rn\nd@example.org,Bo\n");
    let outcome = outcome(text);
    assert_eq!(outcome.repaired, [(4, Repair::OtherEncoding)]);
    assert_eq!(outcome.count.repaired, 1);
}

#[test]
fn rows_of_utf_8_in_a_western_file_keep_their_letters_and_are_noted() {
    let mut text = b"Email,Name,City\n".to_vec();
    for row in 0..30 {
        text.extend(format!("p{row}@example.org,").bytes());
        text.extend(b"Ren\xE9 M\xFCller,K\xF6ln\n");
    }
    text.extend("q@example.org,Åsa Öberg,Örebro\n".as_bytes());
    let opened = opened(text);
    assert_eq!(opened.source.tables[0].encoding, "windows-1252");
    let outcome = read(&opened.source, 0);
    assert_eq!(outcome.rows[0].1[1], "René Müller");
    assert_eq!(outcome.rows[30].1[1..], ["Åsa Öberg", "Örebro"]);
    assert_eq!(outcome.repaired, [(32, Repair::OtherEncoding)]);
}

#[test]
fn rows_of_utf_8_in_a_central_european_file_keep_their_letters_and_are_noted() {
    let sentences = ["Zażółć gęślą jaźń", "Święty spokój", "Łódź i Kraków", "Gdańsk źródło"];
    let mut text = b"Email,Name,City\n".to_vec();
    for row in 0..60 {
        let line = format!("p{row}@example.org,{},Łódź\n", sentences[row % 4]);
        text.extend_from_slice(&encoding_rs::WINDOWS_1250.encode(&line).0);
    }
    text.extend("q@example.org,Åsa Öberg,Örebro\n".as_bytes());
    let opened = opened(text);
    assert_eq!(opened.source.tables[0].encoding, "windows-1250");
    let outcome = read(&opened.source, 0);
    assert_eq!((outcome.rows[0].1[1].as_str(), outcome.rows[0].1[2].as_str()), ("Zażółć gęślą jaźń", "Łódź"));
    assert_eq!(outcome.rows[60].1[1], "Åsa Öberg");
    assert_eq!(outcome.repaired, [(62, Repair::OtherEncoding)]);
}

#[test]
fn a_byte_order_mark_before_western_text_loses_no_letter() {
    let mut text = "\u{FEFF}Email,Name\n".as_bytes().to_vec();
    text.extend(b"a@example.org,\xC5sa\nb@example.org,Bo\nc@example.org,Bj\xF6rn\n");
    let outcome = outcome(text);
    let names: Vec<&str> = outcome.rows.iter().map(|(_, cells)| cells[1].as_str()).collect();
    assert_eq!(names, ["Åsa", "Bo", "Björn"]);
    assert_eq!(outcome.repaired, [(2, Repair::OtherEncoding), (4, Repair::OtherEncoding)]);
}

#[test]
fn cells_of_two_encodings_in_one_row_keep_their_letters() {
    let mut text = "Email,Name,City\na@example.org,Åsa,Malmö\n".as_bytes().to_vec();
    text.extend("b@example.org,Örjan,".as_bytes());
    text.extend(b"G\xF6teborg\n");
    let outcome = outcome(text);
    assert_eq!(outcome.rows[1].1[1..], ["Örjan", "Göteborg"]);
    assert_eq!(outcome.repaired, [(3, Repair::OtherEncoding)]);
}

#[test]
fn every_utf_16_with_tabs_is_read() {
    let text = "Email\tName\tCity\r\na@example.org\tÅsa\tLund\r\nb@example.org\tBo, Jr\tKöln\r\n";
    for (mark, big) in [(true, false), (true, true), (false, false), (false, true)] {
        let opened = opened(utf16(text, mark, big));
        let table = &opened.source.tables[0];
        assert_eq!(table.encoding, if big { "UTF-16BE" } else { "UTF-16LE" });
        assert_eq!((table.delimiter.as_deref(), table.header.join("|").as_str()), (Some("\t"), "Email|Name|City"));
        let outcome = read(&opened.source, 0);
        assert_eq!(outcome.rows[1].1, ["b@example.org", "Bo, Jr", "Köln"]);
        assert!(outcome.repaired.is_empty());
    }
}

#[test]
fn a_file_glued_in_with_its_mark_and_header_is_no_person() {
    let text = "\u{FEFF}Email,Name\na@example.org,Ada\n\u{FEFF}Email,Name\nb@example.org,Bo\n";
    let outcome = outcome(text);
    assert_eq!(outcome.count.accepted, 2);
    assert_eq!(outcome.rejected[0].1, "repeats the header, not a row of data");
}

#[test]
fn a_file_turned_into_utf_8_twice_is_read_as_it_was_before() {
    let text =
        "E-mail,Nome,SituaÃ§Ã£o,AutorizaÃ§Ã£o\na@example.org,JosÃ©,cancelado,NÃ£o\nb@example.org,Ana,ativo,Sim\n";
    for mark in ["", "\u{FEFF}", "ï»¿"] {
        let opened = opened(format!("{mark}{text}"));
        assert_eq!(opened.source.tables[0].header, ["E-mail", "Nome", "Situação", "Autorização"]);
        let outcome = read(&opened.source, 0);
        assert_eq!(outcome.rows[0].1, ["a@example.org", "José", "cancelado", "Não"]);
        assert_eq!(outcome.repaired, [(2, Repair::EncodedTwice)]);
    }
}
