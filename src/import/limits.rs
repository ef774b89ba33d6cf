//! Every cap of the reader in one place. A refusal names its number; nothing is cut off silently.

use std::time::Duration;

const MIB: u64 = 1 << 20;
const GIB: u64 = 1 << 30;

/// What the reader refuses to go beyond. [`Limits::default`] is the table of the product; a user may raise each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file on disk.
    pub file_bytes: u64,
    /// Bytes a ZIP file or a workbook may unpack to, counted while they are read.
    pub inflated_bytes: u64,
    /// Entries in a ZIP file.
    pub entries: usize,
    /// How many times larger an entry may be unpacked than packed, once it is past [`Limits::ratio_from`].
    pub ratio: u64,
    /// Unpacked bytes below which [`Limits::ratio`] is not asked.
    pub ratio_from: u64,
    /// Rows of one table.
    pub rows: u32,
    /// Columns of one table.
    pub columns: usize,
    /// Bytes of one cell.
    pub field_bytes: usize,
    /// Bytes of one row.
    pub record_bytes: usize,
    /// Cells of one sheet of a workbook.
    pub sheet_cells: u64,
    /// Bytes of memory of the process that reads a workbook.
    pub parser_memory: u64,
    /// Seconds of processor time of the process that reads a workbook.
    pub parser_cpu_seconds: u64,
    /// How long to wait for the next word of that process.
    pub parser_silence: Duration,
    /// Rows a table shows of itself before it is read.
    pub sample_rows: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 4 * GIB,
            inflated_bytes: 2 * GIB,
            entries: 10_000,
            ratio: 200,
            ratio_from: 64 * MIB,
            rows: 50_000_000,
            columns: 4_096,
            field_bytes: MIB as usize,
            record_bytes: 16 * MIB as usize,
            sheet_cells: 50_000_000,
            parser_memory: 512 * MIB,
            parser_cpu_seconds: 600,
            parser_silence: Duration::from_secs(900),
            sample_rows: 200,
        }
    }
}

/// A number as people write it: 1,048,576.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of bytes in the largest unit that divides it.
pub(crate) fn bytes(number: u64) -> String {
    match number {
        n if n >= GIB && n.is_multiple_of(GIB) => format!("{} GiB", n / GIB),
        n if n >= MIB && n.is_multiple_of(MIB) => format!("{} MiB", n / MIB),
        n => format!("{} bytes", grouped(n)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_refusals_read_like_numbers() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(16_384), "16,384");
        assert_eq!(grouped(1_048_576), "1,048,576");
        assert_eq!(bytes(Limits::default().file_bytes), "4 GiB");
        assert_eq!(bytes(1000), "1,000 bytes");
    }
}
