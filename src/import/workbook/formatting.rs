//! What people say without words: a name struck through, a row in red. Read from an XLSX sheet beside its cells, because
//! the reader of its cells tells none of it. Source: ECMA-376-1, §18.8 (styles) and §18.3.1 (sheets).

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{Read, Seek};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::markup::{attribute, name, number, reader};

/// A sheet that unpacks to more was not formatted row by row by a person.
const LARGEST: u64 = 4 << 20;
/// No list of sheets, styles or colours is longer.
const LARGEST_PART: u64 = 4 << 20;
/// From this share of the rows on, in hundredths, a colour on every other row is there for the eye.
const BANDED: usize = 40;

/// For each sheet by its name, rows and what their formatting is.
pub(super) type Marks = HashMap<String, BTreeMap<u32, String>>;

/// How a cell is formatted, as far as it may say something.
type Format = BTreeSet<String>;

/// The formatting of every sheet that is small enough; nothing where it cannot be read, which the reader of cells will
/// say if it matters.
pub(super) fn marks(source: impl Read + Seek) -> Marks {
    let Ok(mut archive) = ZipArchive::new(source) else { return Marks::new() };
    let mut part = |path: &str| part(&mut archive, path, LARGEST_PART);
    let Some(styles) = part("xl/styles.xml") else { return Marks::new() };
    let theme = part("xl/theme/theme1.xml").map(|theme| theme_colours(&theme)).unwrap_or_default();
    let formats = formats(&styles, &theme);
    if formats.iter().all(Format::is_empty) {
        return Marks::new();
    }
    let (book, relations) = (part("xl/workbook.xml"), part("xl/_rels/workbook.xml.rels"));
    let targets = relations.map(|relations| targets(&relations)).unwrap_or_default();
    let mut found = Marks::new();
    for (sheet, id) in book.map(|book| sheets(&book)).unwrap_or_default() {
        let path = targets.get(&id).map(|target| match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("xl/{target}"),
        });
        if let Some(content) = path.and_then(|path| self::part(&mut archive, &path, LARGEST)) {
            found.insert(sheet, unlike_the_rest(&cells(&content, &formats)));
        }
    }
    found
}

/// An entry as text, if it is there and not too large.
fn part(archive: &mut ZipArchive<impl Read + Seek>, path: &str, most: u64) -> Option<String> {
    let mut content = Vec::new();
    archive.by_name(path).ok()?.take(most + 1).read_to_end(&mut content).ok()?;
    (content.len() as u64 <= most).then(|| String::from_utf8(content).ok())?
}

/// Hands on every tag: its name, its attributes, and whether it opens (`true`) or closes.
fn tags(text: &str, mut each: impl FnMut(&str, Option<&BytesStart<'_>>, bool)) {
    let mut reader = reader(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => each(&name(&tag), Some(&tag), true),
            Ok(Event::Empty(tag)) => {
                each(&name(&tag), Some(&tag), true);
                each(&name(&tag), None, false);
            }
            Ok(Event::End(tag)) => each(&tag.local_name().as_ref().to_ascii_lowercase(), None, false),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn sheets(book: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    tags(book, |name, tag, _| {
        if let Some(tag) = tag.filter(|_| name == "sheet") {
            // `r:id`, and not `sheetId`.
            found.extend(attribute(tag, "name").zip(attribute(tag, "id")));
        }
    });
    found
}

fn targets(relations: &str) -> HashMap<String, String> {
    let mut found = HashMap::new();
    tags(relations, |name, tag, _| {
        if let Some(tag) = tag.filter(|_| name == "relationship") {
            found.extend(attribute(tag, "Id").zip(attribute(tag, "Target")));
        }
    });
    found
}

/// The colours of the theme in the order in which cells name them: light before dark.
fn theme_colours(theme: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside = false;
    tags(theme, |name, tag, opens| match name {
        "clrscheme" => inside = opens,
        "srgbclr" if inside => found.extend(tag.and_then(|tag| attribute(tag, "val"))),
        "sysclr" if inside => found.extend(tag.and_then(|tag| attribute(tag, "lastClr"))),
        _ => {}
    });
    for pair in [0, 2] {
        if found.len() > pair + 1 {
            found.swap(pair, pair + 1);
        }
    }
    found
}

/// The format of each style of a cell, in the order of their numbers.
fn formats(styles: &str, theme: &[String]) -> Vec<Format> {
    let (mut fonts, mut fills, mut found) = (Vec::<Format>::new(), Vec::<Format>::new(), Vec::new());
    let mut within = String::new();
    let mut solid = false;
    tags(styles, |name, tag, opens| {
        let Some(tag) = tag else {
            if name == within {
                within.clear();
            }
            return;
        };
        match name {
            "fonts" | "fills" | "cellxfs" if opens => name.clone_into(&mut within),
            "font" if within == "fonts" => fonts.push(Format::new()),
            "fill" if within == "fills" => fills.push(Format::new()),
            "patternfill" => solid = attribute(tag, "patternType").is_some_and(|kind| kind != "none"),
            "strike" if within == "fonts" => {
                let off = attribute(tag, "val").is_some_and(|value| matches!(value.as_str(), "0" | "false"));
                if let Some(font) = fonts.last_mut().filter(|_| !off) {
                    font.insert("struck through".to_owned());
                }
            }
            "color" if within == "fonts" => {
                let colour = colour(tag, theme);
                fonts
                    .last_mut()
                    .into_iter()
                    .for_each(|font| font.extend(colour.map(|colour| format!("{colour} letters"))));
            }
            "fgcolor" if within == "fills" && solid => {
                let colour = colour(tag, theme);
                fills
                    .last_mut()
                    .into_iter()
                    .for_each(|fill| fill.extend(colour.map(|colour| format!("{colour} fill"))));
            }
            "xf" if within == "cellxfs" => {
                let of = |list: &[Format], wanted| list.get(number(tag, wanted)? as usize).cloned();
                let mut format = of(&fonts, "fontId").unwrap_or_default();
                format.extend(of(&fills, "fillId").unwrap_or_default());
                found.push(format);
            }
            _ => {}
        }
    });
    found
}

/// The name of a colour; `None` for black, white, and what cannot be told.
fn colour(tag: &BytesStart<'_>, theme: &[String]) -> Option<&'static str> {
    /// The first eight of the colours that old workbooks number, twice.
    const NUMBERED: [&str; 8] = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"];
    let rgb = attribute(tag, "rgb")
        .or_else(|| theme.get(number(tag, "theme")? as usize).cloned())
        .or_else(|| number(tag, "indexed").filter(|at| *at < 16).map(|at| NUMBERED[at as usize % 8].to_owned()))?;
    let digits = rgb.get(rgb.len().checked_sub(6)?..)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok().map(i32::from);
    named(part(0)?, part(2)?, part(4)?)
}

/// The plain word for a colour by its hue.
fn named(red: i32, green: i32, blue: i32) -> Option<&'static str> {
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let spread = most - least;
    if most < 50 || least > 245 {
        return None;
    }
    if spread * 6 < most {
        return (80..=225).contains(&most).then_some("grey");
    }
    let hue = match () {
        () if most == red => (60 * (green - blue) / spread + 360) % 360,
        () if most == green => 60 * (blue - red) / spread + 120,
        () => 60 * (red - green) / spread + 240,
    };
    Some(match hue {
        0..=15 | 341..=360 => "red",
        16..=42 => "orange",
        43..=68 => "yellow",
        69..=165 => "green",
        166..=260 => "blue",
        261..=300 => "purple",
        _ => "pink",
    })
}

/// The format of every cell with content: row from 1, column from 0.
fn cells(sheet: &str, formats: &[Format]) -> Vec<(u32, u32, Format)> {
    let mut found = Vec::new();
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut format = None;
    tags(sheet, |name, tag, _| match (name, tag) {
        ("row", Some(tag)) => {
            row = number(tag, "r").unwrap_or(row.saturating_add(1));
            column = 0;
        }
        ("c", Some(tag)) => {
            let at = attribute(tag, "r").and_then(|at| column_of(&at));
            let at = at.unwrap_or(column);
            column = at.saturating_add(1);
            format = number(tag, "s").map_or(Some(&Format::new()), |style| formats.get(style as usize)).cloned();
        }
        ("v" | "t", Some(_)) => found.extend(format.take().map(|format| (row, column - 1, format))),
        _ => {}
    });
    found
}

/// The column of `AB12`, from 0.
fn column_of(place: &str) -> Option<u32> {
    let letters =
        place.bytes().take_while(u8::is_ascii_alphabetic).map(|letter| u32::from(letter.to_ascii_uppercase() - b'A'));
    let mut letters = letters;
    let number = letters.try_fold(0_u32, |number, letter| number.checked_mul(26)?.checked_add(letter + 1))?;
    number.checked_sub(1)
}

/// The rows in which a cell is formatted otherwise than its column mostly is.
fn unlike_the_rest(cells: &[(u32, u32, Format)]) -> BTreeMap<u32, String> {
    let mut usual: BTreeMap<u32, BTreeMap<&Format, usize>> = BTreeMap::new();
    for (_, column, format) in cells {
        *usual.entry(*column).or_default().entry(format).or_default() += 1;
    }
    let usual: BTreeMap<u32, &Format> = usual
        .into_iter()
        .filter_map(|(column, formats)| Some((column, formats.into_iter().max_by_key(|(_, times)| *times)?.0)))
        .collect();
    let mut rows: BTreeMap<u32, Format> = BTreeMap::new();
    for (row, column, format) in cells {
        rows.entry(*row).or_default().extend(format.difference(usual[column]).cloned());
    }
    let all: Format = rows.values().flatten().cloned().collect();
    let for_the_eye: Format = all.into_iter().filter(|mark| is_banding(mark, &rows)).collect();
    let said = |(row, format): (u32, Format)| {
        let marks: Vec<String> = format.difference(&for_the_eye).cloned().collect();
        (!marks.is_empty()).then(|| (row, marks.join(", ")))
    };
    rows.into_iter().filter_map(said).collect()
}

/// Whether a colour is on every other row.
fn is_banding(mark: &str, rows: &BTreeMap<u32, Format>) -> bool {
    let marked: Vec<bool> = rows.values().map(|format| format.contains(mark)).collect();
    let count = marked.iter().filter(|marked| **marked).count();
    let beside = marked.windows(2).filter(|pair| pair[0] && pair[1]).count();
    mark.ends_with("fill") && count * 100 >= rows.len() * BANDED && beside * 5 <= count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_have_their_plain_names() {
        for (rgb, word) in [
            ((255, 0, 0), Some("red")),
            ((192, 0, 0), Some("red")),
            ((255, 199, 206), Some("red")),
            ((255, 192, 0), Some("yellow")),
            ((255, 165, 0), Some("orange")),
            ((255, 255, 0), Some("yellow")),
            ((0, 176, 80), Some("green")),
            ((0, 112, 192), Some("blue")),
            ((112, 48, 160), Some("purple")),
            ((166, 166, 166), Some("grey")),
            ((0, 0, 0), None),
            ((255, 255, 255), None),
        ] {
            assert_eq!(named(rgb.0, rgb.1, rgb.2), word, "{rgb:?}");
        }
    }

    #[test]
    fn a_column_in_one_colour_and_bands_of_rows_say_nothing() {
        let format = |marks: &[&str]| marks.iter().map(|mark| (*mark).to_owned()).collect::<Format>();
        let rows = |of: fn(u32) -> &'static [&'static str]| {
            (1..=10)
                .flat_map(|row| [(row, 0, format(&["blue letters"])), (row, 1, format(of(row)))])
                .collect::<Vec<_>>()
        };
        assert!(unlike_the_rest(&rows(|_| &[])).is_empty());
        assert!(unlike_the_rest(&rows(|row| if row % 2 == 0 { &["grey fill"] } else { &[] })).is_empty());
        let left = unlike_the_rest(&rows(|row| if row == 3 { &["struck through", "red letters"] } else { &[] }));
        assert_eq!(left.into_iter().collect::<Vec<_>>(), [(3, "red letters, struck through".to_owned())]);
    }

    #[test]
    fn a_place_is_its_column() {
        assert_eq!([column_of("A1"), column_of("AB12"), column_of("7")], [Some(0), Some(27), None]);
    }
}
