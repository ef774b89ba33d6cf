//! Workbooks that are ZIP files, of which the fuzzer changes one part: a change to packed bytes would only ever reach
//! the unpacking.

use std::io::Write;

use zip::write::SimpleFileOptions;

type Part = (&'static str, &'static [u8]);

const XLSX: [Part; 7] = [
    ("xl/worksheets/sheet1.xml", include_bytes!("../parts/xlsx/sheet1.xml")),
    ("xl/sharedStrings.xml", include_bytes!("../parts/xlsx/sharedStrings.xml")),
    ("xl/styles.xml", include_bytes!("../parts/xlsx/styles.xml")),
    ("xl/workbook.xml", include_bytes!("../parts/xlsx/workbook.xml")),
    ("xl/_rels/workbook.xml.rels", include_bytes!("../parts/xlsx/workbook.xml.rels")),
    ("[Content_Types].xml", include_bytes!("../parts/xlsx/types.xml")),
    ("_rels/.rels", include_bytes!("../parts/xlsx/rels")),
];

const XLSB: [Part; 6] = [
    ("xl/worksheets/sheet1.bin", include_bytes!("../parts/xlsb/sheet1.bin")),
    ("xl/sharedStrings.bin", include_bytes!("../parts/xlsb/sharedStrings.bin")),
    ("xl/styles.bin", include_bytes!("../parts/xlsb/styles.bin")),
    ("xl/workbook.bin", include_bytes!("../parts/xlsb/workbook.bin")),
    ("xl/_rels/workbook.bin.rels", include_bytes!("../parts/xlsb/workbook.bin.rels")),
    ("[Content_Types].xml", include_bytes!("../parts/xlsb/types.xml")),
];

const ODS: [Part; 3] = [
    ("content.xml", include_bytes!("../parts/ods/content.xml")),
    ("META-INF/manifest.xml", include_bytes!("../parts/ods/manifest.xml")),
    ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
];

pub fn xlsx(data: &[u8]) -> Vec<u8> {
    with_part(&XLSX, data)
}

pub fn xlsb(data: &[u8]) -> Vec<u8> {
    with_part(&XLSB, data)
}

pub fn ods(data: &[u8]) -> Vec<u8> {
    with_part(&ODS, data)
}

/// The first byte says which part the rest replaces; a file that is a ZIP file already stays what it is.
fn with_part(parts: &[Part], data: &[u8]) -> Vec<u8> {
    if data.starts_with(b"PK") {
        return data.to_vec();
    }
    let (chosen, content) = data.split_first().map_or((0, data), |(first, rest)| (usize::from(*first), rest));
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (at, (name, usual)) in parts.iter().enumerate() {
        zip.start_file(*name, stored).expect("the names differ");
        zip.write_all(if at == chosen % parts.len() { content } else { usual }).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}
