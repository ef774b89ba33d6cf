//! How a text file says where its cells and rows end.

/// The conventions of one text table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dialect {
    /// What stands between two cells; empty if the table has one column. May be several bytes long.
    pub delimiter: Vec<u8>,
    /// What stands around a cell that holds a delimiter or a line break. Doubled inside, it stands for itself.
    pub quote: Option<u8>,
    /// Whether a backslash takes the meaning from a quote, a delimiter or a line break after it.
    pub backslash: bool,
    /// Whether a carriage return alone ends a row. LF and CRLF always do.
    pub bare_cr: bool,
}

impl Default for Dialect {
    fn default() -> Self {
        Self { delimiter: Vec::new(), quote: Some(b'"'), backslash: false, bare_cr: false }
    }
}
