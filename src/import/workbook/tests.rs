//! Workbooks written here, cell by cell, and read by a real child.

#![allow(clippy::unwrap_used)]

use std::io::Write;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use zip::write::SimpleFileOptions;

use super::WorkbookParser;
use crate::import::{Count, ImportError, Limits, SourceFile, open};

/// Not a test of its own: the process the other tests start to read a workbook is this test program, run with this name.
#[test]
fn a_child_reads_workbooks() {
    if super::child::is_asked_for() {
        super::child::main();
    }
}

pub(super) fn parser() -> WorkbookParser {
    let arguments = ["import::workbook::tests::a_child_reads_workbooks", "--exact", "--nocapture"];
    WorkbookParser { program: None, arguments: arguments.map(Into::into).to_vec() }
}

fn zipped(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Style 1 is a date, 2 struck through, 3 red on white, 4 on light blue.
const FORMATS: &str = r#"<fonts><font/><font><strike/></font><font><color rgb="FFC00000"/></font></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/></patternFill></fill></fills><cellStyleXfs><xf fontId="2"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf fontId="1"/><xf fontId="2"/><xf fillId="1"/></cellXfs>"#;

/// A workbook of sheets, each given as the XML inside `sheetData`.
fn xlsx(sheets: &[(&str, &str)], is_1904: bool, strings: &str) -> Vec<u8> {
    let (mut list, mut relations) = (String::new(), String::new());
    let mut entries = Vec::new();
    for (index, (name, data)) in sheets.iter().enumerate() {
        let id = index + 1;
        list += &format!(r#"<sheet name="{name}" sheetId="{id}" r:id="rId{id}"/>"#);
        relations +=
            &format!(r#"<Relationship Id="rId{id}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{id}.xml"/>"#);
        entries.push((
            format!("xl/worksheets/sheet{id}.xml"),
            format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>"#),
        ));
    }
    let date1904 = if is_1904 { r#"<workbookPr date1904="1"/>"# } else { "" };
    entries.push(("[Content_Types].xml".into(), TYPES.into()));
    entries.push(("_rels/.rels".into(), format!(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#)));
    entries.push((
        "xl/workbook.xml".into(),
        format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{date1904}<sheets>{list}</sheets></workbook>"#),
    ));
    entries.push(("xl/_rels/workbook.xml.rels".into(), format!(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#)));
    entries.push(("xl/styles.xml".into(), format!(r#"<styleSheet xmlns="{MAIN}">{FORMATS}</styleSheet>"#)));
    if !strings.is_empty() {
        entries.push(("xl/sharedStrings.xml".into(), strings.into()));
    }
    let entries: Vec<(&str, &str)> = entries.iter().map(|(name, content)| (name.as_str(), content.as_str())).collect();
    zipped(&entries)
}

fn text(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// A sheet of words with a header.
fn people(rows: usize) -> String {
    let mut data = format!(r#"<row r="1">{}{}</row>"#, text("A1", "Email"), text("B1", "Name"));
    for row in 2..rows + 2 {
        let (email, name) = (text(&format!("A{row}"), &format!("p{row}@example.org")), text(&format!("B{row}"), "Åsa"));
        data += &format!(r#"<row r="{row}">{email}{name}</row>"#);
    }
    data
}

struct Written {
    _folder: TempDir,
    path: PathBuf,
}

fn file(name: &str, content: &[u8]) -> Written {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    Written { _folder: folder, path }
}

fn opened(content: &[u8]) -> Result<(Written, SourceFile), ImportError> {
    let written = file("list.xlsx", content);
    let source = open(&written.path, &Limits::default(), &parser())?;
    Ok((written, source))
}

type Rows = Vec<(u32, Vec<String>)>;

fn rows(source: &SourceFile, table: usize) -> (Rows, Vec<(u32, String)>, Count) {
    let (mut rows, mut rejected) = (Vec::new(), Vec::new());
    let count = source.read(table, &mut |batch| {
        rows.extend(batch.rows.rows().map(|row| (row.number(), row.cells().map(str::to_owned).collect())));
        rejected.extend(batch.rejected.into_iter().map(|row| (row.row, row.reason)));
        ControlFlow::Continue(())
    });
    (rows, rejected, count.unwrap())
}

#[test]
fn every_sheet_is_a_table_with_its_rows_and_their_numbers() {
    let second = format!(
        r#"<row r="3">{}{}</row><row r="7">{}{}</row>"#,
        text("B3", "Namn"),
        text("C3", "Ort"),
        text("B7", "Bo"),
        text("C7", "Lund")
    );
    let (_written, source) = opened(&xlsx(&[("Fair", &people(5000)), ("Två", &second)], false, "")).unwrap();
    assert_eq!(source.tables.len(), 2);
    let table = &source.tables[0];
    assert_eq!(
        (table.sheet.as_str(), table.header_row, table.encoding.as_str(), &table.delimiter),
        ("Fair", 1, "", &None)
    );
    assert_eq!(table.header, ["Email", "Name"]);
    assert_eq!(table.sample.len(), 200);
    let (read, rejected, count) = rows(&source, 0);
    assert_eq!(count, Count { rows: 5000, accepted: 5000, ..Count::default() });
    assert!(rejected.is_empty());
    assert_eq!(read[4999], (5001, vec!["p5001@example.org".to_owned(), "Åsa".to_owned()]));
    assert_eq!(source.tables[1].header_row, 3);
    assert_eq!(source.tables[1].header, ["", "Namn", "Ort"]);
    assert_eq!(rows(&source, 1).0, [(7, vec![String::new(), "Bo".to_owned(), "Lund".to_owned()])]);
}

#[test]
fn dates_numbers_booleans_and_errors_read_as_text() {
    let data = format!(
        r#"<row r="1">{}{}{}{}{}{}</row><row r="2"><c r="A2" s="1"><v>45365</v></c><c r="B2" s="1"><v>0</v></c><c r="C2"><v>46701740605</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c><c r="F2"><v>3.0</v></c></row>"#,
        text("A1", "Since"),
        text("B1", "Never"),
        text("C1", "Phone"),
        text("D1", "Opt in"),
        text("E1", "Error"),
        text("F1", "Score"),
    );
    let (_written, source) = opened(&xlsx(&[("S", &data)], false, "")).unwrap();
    assert_eq!(rows(&source, 0).0[0].1, ["2024-03-14", "1899-12-30", "46701740605", "TRUE", "#N/A", "3"]);
    let (_written, source) = opened(&xlsx(&[("S", &data)], true, "")).unwrap();
    assert_eq!(rows(&source, 0).0[0].1[0], "2028-03-15");
}

#[test]
fn an_empty_second_sheet_is_no_table() {
    let (_written, source) = opened(&xlsx(&[("Contacts", &people(2)), ("Worksheet", "")], false, "")).unwrap();
    assert_eq!(source.tables.len(), 1);
    let Err(error) = opened(&xlsx(&[("Worksheet", "")], false, "")) else { panic!("there is no other sheet") };
    assert_eq!(error.code(), "empty");
}

#[test]
fn the_sheet_in_which_dynamics_lists_choices_is_no_table_unless_it_names_somebody() {
    let choices = format!(r#"<row r="1">{}{}</row>"#, text("A1", "Allow"), text("B1", "Do Not Allow"));
    let (_written, source) =
        opened(&xlsx(&[("Active Contacts", &people(2)), ("hiddenSheet", &choices)], false, "")).unwrap();
    assert_eq!(source.tables.iter().map(|table| table.sheet.as_str()).collect::<Vec<_>>(), ["Active Contacts"]);
    let (_written, source) =
        opened(&xlsx(&[("Active Contacts", &people(2)), ("hiddenSheet", &people(1))], false, "")).unwrap();
    assert_eq!(source.tables.len(), 2);
}

#[test]
fn a_cell_at_the_far_corner_costs_one_row_and_no_memory() {
    let data = people(2) + &format!(r#"<row r="1048576">{}</row>"#, text("XFD1048576", "far"));
    let (_written, source) = opened(&xlsx(&[("S", &data)], false, "")).unwrap();
    let (_, rejected, count) = rows(&source, 0);
    assert_eq!(count, Count { rows: 3, accepted: 2, rejected: 1, repaired: 0 });
    assert_eq!(rejected, [(1_048_576, "the row has content in column 16,384, and at most 4,096 are read".to_owned())]);
}

#[test]
fn a_lie_about_the_number_of_strings_ends_in_a_sentence_or_in_rows() {
    let strings =
        format!(r#"<sst xmlns="{MAIN}" count="9999999999" uniqueCount="4294967295"><si><t>Email</t></si></sst>"#);
    let data = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    match opened(&xlsx(&[("S", data)], false, &strings)) {
        Ok((_written, source)) => assert_eq!(source.tables[0].header, ["Email"]),
        Err(error) => assert!(
            matches!(
                error,
                ImportError::WorkbookTooLarge { .. }
                    | ImportError::WorkbookBrokeReader { .. }
                    | ImportError::DamagedWorkbook { .. }
            ),
            "{error}"
        ),
    }
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_read() {
    let bomb = xlsx(&[("S", &format!(r#"<row r="1">{}</row>"#, text("A1", &"0".repeat(6 << 20))))], false, "");
    let limits = Limits { ratio_from: 1 << 20, ..Limits::default() };
    let written = file("bomb.xlsx", &bomb);
    let error = open(&written.path, &limits, &parser()).unwrap_err();
    assert_eq!(error.code(), "limit", "{error}");
    assert!(error.to_string().contains("200 times"), "{error}");
}

#[test]
fn the_child_holds_its_limit_of_memory() {
    let huge = xlsx(&[("S", &format!(r#"<row r="1">{}</row>"#, text("A1", &"0".repeat(64 << 20))))], false, "");
    let limits = Limits { parser_memory: 64 << 20, ratio: 1 << 20, ..Limits::default() };
    let written = file("huge.xlsx", &huge);
    let error = open(&written.path, &limits, &parser()).unwrap_err();
    assert_eq!(error.code(), "workbook-too-large", "{error}");
    assert!(error.to_string().contains("64 MiB"), "{error}");
}

#[test]
fn the_child_holds_its_limit_of_time() {
    let limits = Limits { parser_cpu_seconds: 1, sample_rows: usize::MAX - 100, ..Limits::default() };
    let rows: String = (1..=100_000)
        .map(|row| format!(r#"<row r="{row}"><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>"#))
        .collect();
    let written = file("slow.xlsx", &xlsx(&[("S", &rows), ("T", &rows)], false, ""));
    let started = Instant::now();
    match open(&written.path, &limits, &parser()) {
        Err(error) => assert_eq!(error.code(), "workbook-too-slow", "{error}"),
        Ok(_) => assert!(started.elapsed() < Duration::from_secs(20), "a fast machine may read it in one second"),
    }
}

#[test]
fn a_silent_child_is_not_waited_for_forever() {
    let limits = Limits { parser_silence: Duration::from_millis(200), ..Limits::default() };
    let written = file("list.xlsx", &xlsx(&[("S", &people(1))], false, ""));
    let deaf = WorkbookParser { program: Some("sleep".into()), arguments: vec!["30".into(), "--".into()] };
    let started = Instant::now();
    let error = open(&written.path, &limits, &deaf).unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(10));
    assert!(matches!(error.code(), "workbook-too-slow" | "workbook-broke-reader"), "{error}");
}

#[test]
fn a_sink_that_stops_ends_the_child() {
    let (_written, source) = opened(&xlsx(&[("S", &people(20_000))], false, "")).unwrap();
    let mut batches = 0;
    let count = source.read(0, &mut |_| {
        batches += 1;
        ControlFlow::Break(())
    });
    assert_eq!(batches, 1);
    assert_eq!(count.unwrap().accepted, 4096);
}

#[test]
fn each_kind_of_unreadable_workbook_has_its_own_sentence() {
    let compound = |inside: &str| {
        let mut content = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        content.resize(1024, 0);
        content.extend(inside.encode_utf16().flat_map(u16::to_le_bytes));
        content.resize(4096, 0);
        content
    };
    let code = |content: &[u8]| opened(content).map(|_| ()).unwrap_err();
    assert_eq!(code(&compound("EncryptedPackage")).code(), "encrypted");
    assert_eq!(code(&compound("Workbook")).code(), "damaged-workbook");
    assert_eq!(
        code(b"\x09\x00\x04\x00\x02\x00\x10\x00").to_string(),
        "list.xlsx is a workbook of Excel 2, not a table. Open it in a spreadsheet program and save it as .xlsx or as CSV."
    );
    assert!(code(b"<html><body><p>Sign in to export</body>").to_string().contains("a web page without a table"));
    assert_eq!(
        code(&zipped(&[("[Content_Types].xml", TYPES), ("xl/workbook.xml", "<workbook")])).code(),
        "damaged-workbook"
    );
    let whole = xlsx(&[("S", &people(300))], false, "");
    assert_eq!(code(&whole[..whole.len() / 2]).code(), "damaged-bundle");
}

#[test]
fn an_open_document_sheet_is_read() {
    let content = r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Lista"><table:table-row><table:table-cell office:value-type="string"><text:p>Email</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Data</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>a@example.org</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-03-14"><text:p>14/03/24</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let manifest = r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    let ods = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content),
        ("META-INF/manifest.xml", manifest),
    ]);
    let (_written, source) = opened(&ods).unwrap();
    assert_eq!((source.tables[0].sheet.as_str(), source.tables[0].header.join(",")), ("Lista", "Email,Data".into()));
    assert_eq!(rows(&source, 0).0, [(2, vec!["a@example.org".to_owned(), "2024-03-14".to_owned()])]);
}

#[test]
fn a_workbook_in_a_zip_file_is_read_without_being_unpacked() {
    let inner = xlsx(&[("Fair", &people(3))], false, "");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("lists/fair.xlsx", SimpleFileOptions::default()).unwrap();
    zip.write_all(&inner).unwrap();
    let written = file("bundle.zip", &zip.finish().unwrap().into_inner());
    let source = open(&written.path, &Limits::default(), &parser()).unwrap();
    assert_eq!(source.tables[0].sheet, "lists/fair.xlsx!Fair");
    assert_eq!(rows(&source, 0).2.accepted, 3);
    assert_eq!(std::fs::read_dir(written.path.parent().unwrap()).unwrap().count(), 1);
}

/// A sheet in the XML of Excel 2003, of rows as they are written there.
fn xml2003(rows: &str) -> String {
    let declared = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>"#;
    let spaces = r#"xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet""#;
    format!(
        r#"{declared}<Workbook {spaces}><Worksheet ss:Name="Sheet &amp; 1"><Table>{rows}</Table></Worksheet><Worksheet ss:Name="Empty"/></Workbook>"#
    )
}

fn data(kind: &str, text: &str) -> String {
    format!(r#"<Cell><Data ss:Type="{kind}">{text}</Data></Cell>"#)
}

#[test]
fn a_workbook_in_the_xml_of_excel_2003_is_read_with_its_types() {
    let header: String = ["Email", "Since", "Phone", "Opt in", "At", "Note"].map(|name| data("String", name)).concat();
    let cells = [
        data("String", "&quot;ada&quot;@example.org"),
        data("DateTime", "2024-03-14T10:30:00.000"),
        data("Number", "4.6701740605E+10"),
        data("Boolean", "1"),
        data("DateTime", "1899-12-31T08:15:00.000"),
        r#"<Cell><ss:Data ss:Type="String"><B>no</B> more&#10;mail</ss:Data><Comment><Data>of a colleague</Data></Comment></Cell>"#.to_owned(),
    ];
    let book = xml2003(&format!("<Row>{header}</Row><Row>{}</Row>", cells.concat()));
    for content in [
        book.clone().into_bytes(),
        "\u{FEFF}".encode_utf16().chain(book.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
    ] {
        let (_written, source) = opened(&content).unwrap();
        assert_eq!(source.tables.len(), 1);
        assert_eq!(source.tables[0].sheet, "Sheet & 1");
        assert_eq!(
            rows(&source, 0).0[0].1,
            ["\"ada\"@example.org", "2024-03-14 10:30:00", "46701740605", "TRUE", "08:15:00", "no more\nmail"]
        );
    }
}

#[test]
fn cells_of_excel_2003_stand_where_their_numbers_say() {
    let sheet = [
        r#"<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Email</Data></Cell>"#,
        r#"<Cell><Data ss:Type="String">Name</Data></Cell></Row><Row ss:Index="4" ss:Span="1"/>"#,
        r#"<Row><Cell ss:Index="3"><Data ss:Type="String">Ada</Data></Cell></Row>"#,
    ];
    let (_written, source) = opened(xml2003(&sheet.concat()).as_bytes()).unwrap();
    assert_eq!(source.tables[0].header, ["Email", "", "Name"]);
    assert_eq!(rows(&source, 0).0, [(6, vec![String::new(), String::new(), "Ada".to_owned()])]);
    let backwards = xml2003(
        r#"<Row ss:Index="3"><Cell><Data>b</Data></Cell></Row><Row ss:Index="2"><Cell><Data>a</Data></Cell></Row>"#,
    );
    assert_eq!(opened(backwards.as_bytes()).map(|_| ()).unwrap_err().code(), "damaged-workbook");
}

#[test]
fn a_web_page_under_the_name_of_a_workbook_is_read_table_by_table() {
    let page = r#"<html><head><meta charset="iso-8859-1"><style>td > b { color: red }</style></head><body>
        <script>if (a<b) document.write("<table>")</script><table><tr><td><table border=1><caption>Members</caption>
        <tr><th>Email<th>Name<th colspan=2>Newsletter<th>Town
        <tr><td rowspan=2>ada@example.org</td><td> Åsa &amp; Bo&nbsp;Ek<br>(both)</td><td>yes</td><td></td><td>Malm&ouml;</td></tr>
        <tr><td>Cy</td><td>no</td></tr></table></td></tr></table></body></html>"#;
    let (latin, ..) = encoding_rs::WINDOWS_1252.encode(page);
    let (_written, source) = opened(&latin).unwrap();
    assert_eq!(source.tables.iter().map(|table| table.sheet.as_str()).collect::<Vec<_>>(), ["Members"]);
    assert_eq!(source.tables[0].header, ["Email", "Name", "Newsletter", "", "Town"]);
    let cells = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let read = rows(&source, 0).0;
    assert_eq!(read[0].1, cells(&["ada@example.org", "Åsa & Bo Ek\n(both)", "yes", "", "Malmö"]));
    assert_eq!(read[1].1, cells(&["", "Cy", "no"]));
}

#[test]
fn rows_that_are_struck_through_or_red_have_a_column_that_says_so() {
    let styled = |row: usize, style: usize| {
        let cell = |letter: &str, text: &str| {
            format!(r#"<c r="{letter}{row}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>"#)
        };
        format!(r#"<row r="{row}">{}{}</row>"#, cell("A", &format!("p{row}@example.org")), cell("B", "Bo"))
    };
    let header = format!(r#"<row r="1">{}{}</row>"#, text("A1", "Email"), text("B1", "Name"));
    let sheet = |styles: &[usize]| {
        let rows: String = (2..).zip(styles).map(|(row, style)| styled(row, *style)).collect();
        format!("{header}{rows}")
    };
    let (_written, source) = opened(&xlsx(&[("S", &sheet(&[0, 2, 0, 3, 0, 0]))], false, "")).unwrap();
    assert_eq!(source.tables[0].header, ["Email", "Name", "(formatting of the row)"]);
    let said = |row: usize| rows(&source, 0).0[row].1.get(2).cloned().unwrap_or_default();
    assert_eq!([said(0), said(1), said(3)], ["", "struck through", "red letters"]);
    assert_eq!(source.tables[0].sample[1], ["p3@example.org", "Bo", "struck through"]);
    for plain in [sheet(&[0, 0, 0]), sheet(&[3, 3, 3]), sheet(&[0, 4, 0, 4, 0, 4, 0, 4])] {
        let (_written, source) = opened(&xlsx(&[("S", &plain)], false, "")).unwrap();
        assert_eq!(source.tables[0].header, ["Email", "Name"], "one colour for all, and bands, say nothing of anybody");
    }
}
