//! How the names of lists end. What a file is, its content says; a name only says what is worth opening.

use std::io::Read;
use std::path::Path;

use super::passes;
use super::signature::Signature;

/// Endings of lists, and of bundles of them.
pub const LISTS: [&str; 10] = ["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "zip"];
/// Endings of what is a list at times: a workbook of Excel 2003, or a web page with a table.
pub const LISTS_AT_TIMES: [&str; 3] = ["xml", "htm", "html"];

/// Whether a file that lies in a folder is taken for a list by its name, and an XML file by how it begins. A web page
/// lies beside exports for many reasons, and is a list only where somebody says so.
pub fn is_list(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    LISTS.contains(&ending.as_str()) || ending == "xml" && path.is_file() && begins_as_workbook(path)
}

fn begins_as_workbook(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = passes::open_patiently(path).and_then(|file| file.take(8192).read_to_end(&mut head));
    read.is_ok() && Signature::of(&head) == Signature::Markup
}
