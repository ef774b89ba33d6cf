//! What the fixtures are expected to be, as `expected.toml` beside them says.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The fixtures of one system.
pub struct Folder {
    /// The system's word.
    pub name: String,
    pub path: PathBuf,
    /// Every export in it, as a path below the folder.
    pub files: Vec<String>,
    pub tables: Vec<ExpectedTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    table: Vec<ExpectedTable>,
}

/// One table of an export.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedTable {
    /// The file, as a path below the folder.
    pub file: String,
    /// The sheet or the entry of a bundle.
    #[serde(default)]
    pub sheet: String,
    /// The word of the system that is said to have written it.
    pub system: String,
    /// The state every row has because the name of the file or sheet says so; empty if it says none.
    #[serde(default)]
    pub state: String,
    /// The row that names the columns, 0 if none does.
    #[serde(default = "one")]
    pub header_row: u32,
    /// Rows that are no contact.
    #[serde(default)]
    pub rejected: Vec<u32>,
    /// `[header, field]`, or `[header, field, polarity, channel, dates]` as far as they matter: `-` for none.
    pub columns: Vec<Vec<String>>,
    /// What a row says: its number, its address or number, then every claim and every date, sorted as
    /// [`crate::seen`] writes them.
    #[serde(default)]
    pub rows: Vec<Vec<String>>,
}

fn one() -> u32 {
    1
}

/// The folders of `fixtures/systems`, by name.
pub fn folders() -> Vec<Folder> {
    let systems = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/systems");
    let mut folders: Vec<Folder> =
        std::fs::read_dir(systems).unwrap().map(|entry| folder(&entry.unwrap().path())).collect();
    folders.sort_by(|one, other| one.name.cmp(&other.name));
    folders
}

fn folder(path: &Path) -> Folder {
    let name = path.file_name().unwrap().to_str().unwrap().to_owned();
    let expected = std::fs::read_to_string(path.join("expected.toml")).unwrap_or_else(|_| "table = []".to_owned());
    let expected: Expected = toml::from_str(&expected).unwrap_or_else(|error| panic!("{name}/expected.toml: {error}"));
    let mut files: Vec<String> = std::fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().unwrap().is_file())
        .map(|entry| entry.file_name().into_string().unwrap())
        .filter(|file| file != "README.md" && file != "expected.toml")
        .collect();
    files.sort();
    Folder { name, path: path.to_owned(), files, tables: expected.table }
}
