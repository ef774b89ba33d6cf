//! What the child tells the parent: frames of a length and a message, after a word that says who speaks.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use crate::import::RowBatch;

/// The first bytes of the conversation. Whatever a program prints before is not meant for us.
const GREETING: &[u8; 8] = b"BONAFIDE";
/// How much may be printed before the greeting.
const NOISE: usize = 4096;
/// No frame is longer: a batch of rows is cut at one MiB, a cell at as much.
const LONGEST: u32 = 128 << 20;

/// One message of the child.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Frame {
    /// The rows that follow are of this sheet.
    Sheet { index: usize, name: String, declared_rows: u32 },
    /// How the formatting of rows of this sheet is unlike that of the rest: rows from 1.
    Marks(BTreeMap<u32, String>),
    /// Rows in order, with their numbers.
    Rows(RowBatch),
    /// A row that cannot be taken over, and why.
    Refused { row: u32, reason: String, raw: String },
    /// The workbook cannot be read. The last frame.
    Failed(Failure),
    /// All was told. The last frame.
    End,
}

/// Why a workbook cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Failure {
    Damaged,
    Encrypted,
    /// It unpacks to more than is allowed.
    Inflates,
    /// A sheet has more cells than are read.
    Cells,
    DuplicateEntries,
    /// A web page without a table.
    NoTable,
    /// The file cannot be opened any more.
    Gone,
    /// The reader of the format broke down.
    BrokeDown,
}

pub(super) fn greet(out: &mut impl Write) -> io::Result<()> {
    out.write_all(GREETING)
}

pub(super) fn write(out: &mut impl Write, frame: &Frame) -> io::Result<()> {
    let bytes = postcard::to_stdvec(frame).map_err(io::Error::other)?;
    let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&bytes)
}

/// Waits for the greeting. `false` if it never comes.
pub(super) fn meet(input: &mut impl Read) -> io::Result<bool> {
    let mut window = [0; GREETING.len()];
    for _ in 0..NOISE {
        let mut byte = [0];
        if input.read(&mut byte)? == 0 {
            return Ok(false);
        }
        window.rotate_left(1);
        window[GREETING.len() - 1] = byte[0];
        if &window == GREETING {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The next frame; `None` if the child fell silent in the middle.
pub(super) fn read(input: &mut impl Read) -> Option<Frame> {
    let mut length = [0; 4];
    input.read_exact(&mut length).ok()?;
    let length = u32::from_le_bytes(length);
    if length > LONGEST {
        return None;
    }
    let mut bytes = Vec::new();
    let read = input.take(u64::from(length)).read_to_end(&mut bytes).ok()?;
    if read < length as usize { None } else { postcard::from_bytes(&bytes).ok() }
}
