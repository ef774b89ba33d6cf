//! The side of the program: starts the child, listens, and says in one sentence what went wrong.

use std::collections::BTreeMap;
use std::io::{BufReader, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;

use super::WorkbookParser;
use super::child::Job;
use super::frame::{self, Failure, Frame};
use crate::import::bundle;
use crate::import::error::ImportError;
use crate::import::limits::{Limits, bytes, grouped};
use crate::import::repair::RepairSet;
use crate::import::sieve::Sieve;

/// A workbook to be read.
pub(crate) struct Workbook<'a> {
    /// What it is called in a sentence.
    pub name: String,
    pub path: &'a Path,
    /// Its bytes, where it lies in a ZIP file.
    pub content: Option<Vec<u8>>,
    pub parser: &'a WorkbookParser,
}

/// The beginning of a sheet.
pub(crate) struct Sheet {
    pub index: usize,
    pub name: String,
    /// Rows with content, with their numbers.
    pub rows: Vec<(u32, Vec<String>)>,
    /// How the formatting of rows is unlike that of the rest.
    pub marks: BTreeMap<u32, String>,
    /// How many rows the sheet says it has.
    pub declared_rows: u32,
}

/// The formatting of rows as a column of the table: what nobody wrote, and somebody said.
pub(crate) struct MarkColumn {
    /// Its place, from 0: behind the last of the sheet.
    pub at: usize,
    pub rows: BTreeMap<u32, String>,
}

impl MarkColumn {
    /// What stands in it, and where, for a row of several cells: one alone is a title.
    pub fn of<'c, C: Iterator<Item = &'c str>>(&self, row: u32, cells: impl FnOnce() -> C) -> Option<(usize, &str)> {
        let mark = self.rows.get(&row)?;
        let filled = cells().filter(|cell| !cell.trim().is_empty()).count();
        (filled > 1).then_some((self.at, mark.as_str()))
    }
}

impl Workbook<'_> {
    /// Every sheet, with its first rows.
    pub fn sheets(self, limits: &Limits) -> Result<Vec<Sheet>, ImportError> {
        let mut sheets: Vec<Sheet> = Vec::new();
        let _ = self.listen(None, limits, |frame| {
            match frame {
                Frame::Sheet { index, name, declared_rows } => {
                    sheets.push(Sheet { index, name, rows: Vec::new(), marks: BTreeMap::new(), declared_rows })
                }
                Frame::Rows(batch) => {
                    if let Some(sheet) = sheets.last_mut() {
                        sheet
                            .rows
                            .extend(batch.rows().map(|row| (row.number(), row.cells().map(str::to_owned).collect())));
                    }
                }
                Frame::Marks(marks) => sheets.last_mut().into_iter().for_each(|sheet| sheet.marks.clone_from(&marks)),
                _ => {}
            }
            ControlFlow::Continue(())
        })?;
        Ok(sheets)
    }

    /// Streams one sheet into a sieve. `Break` if the sieve asked to stop. `scale` makes progress of a row number.
    pub fn read(
        self,
        sheet: usize,
        limits: &Limits,
        marks: Option<&MarkColumn>,
        sieve: &mut Sieve<'_>,
        scale: &dyn Fn(u32) -> u64,
    ) -> Result<ControlFlow<()>, ImportError> {
        self.listen(Some(sheet), limits, |frame| match frame {
            Frame::Rows(batch) => {
                for row in batch.rows() {
                    let mark = marks.and_then(|marks| marks.of(row.number(), || row.cells()));
                    let width = mark.map_or(row.len(), |(at, _)| row.len().max(at + 1));
                    let cells = || {
                        (0..width).map(move |at| match mark {
                            Some((of, mark)) if of == at => mark,
                            _ => row.cell(at).unwrap_or_default(),
                        })
                    };
                    sieve.row(row.number(), cells(), RepairSet::NONE, || cells().collect::<Vec<_>>().join("\t"))?;
                }
                sieve.progress(batch.rows().last().map_or(0, |row| scale(row.number())));
                if sieve.read() > u64::from(limits.rows) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            }
            Frame::Refused { row, reason, raw } => sieve.reject(row, reason, raw),
            _ => ControlFlow::Continue(()),
        })
    }

    /// Starts the child and hands on what it says until the end, or until the listener has heard enough.
    fn listen(
        mut self,
        sheet: Option<usize>,
        limits: &Limits,
        mut each: impl FnMut(Frame) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, ImportError> {
        let content = self.content.take();
        let mut child = Running(
            self.start(sheet, limits, content.is_some())
                .map_err(|source| ImportError::NoParser { file: self.name.clone(), source })?,
        );
        if let (Some(content), Some(pipe)) = (content, child.0.stdin.take()) {
            thread::spawn(move || feed(pipe, &content));
        }
        let frames = self.hear(&mut child);
        loop {
            match frames.recv_timeout(limits.parser_silence) {
                Ok(Frame::End) => return Ok(ControlFlow::Continue(())),
                Ok(Frame::Failed(failure)) => return Err(self.failure(failure, limits)),
                Ok(frame) => {
                    if each(frame).is_break() {
                        return Ok(ControlFlow::Break(()));
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    let limit = format!("{} seconds", grouped(limits.parser_silence.as_secs()));
                    return Err(ImportError::WorkbookTooSlow { file: self.name, limit });
                }
                Err(RecvTimeoutError::Disconnected) => return Err(self.silence(child.0.wait().ok(), limits)),
            }
        }
    }

    /// How long the child may work: what a workbook of that size needs many times over. A damaged one can keep a
    /// reader busy without end, and a small one shall not do so for as long as a large one may.
    fn cpu_seconds(&self, limits: &Limits) -> u64 {
        const AT_LEAST: u64 = 30;
        const BYTES_A_SECOND: u64 = 32 << 10;
        let size = std::fs::metadata(self.path).map_or(u64::MAX, |metadata| metadata.len());
        limits.parser_cpu_seconds.min(AT_LEAST.saturating_add(size / BYTES_A_SECOND))
    }

    fn start(&self, sheet: Option<usize>, limits: &Limits, piped: bool) -> std::io::Result<Child> {
        let job = Job { cpu_seconds: self.cpu_seconds(limits), ..Job::of(sheet, limits) };
        let program = self.parser.program.clone().map_or_else(std::env::current_exe, Ok)?;
        let mut command = Command::new(program);
        command.args(&self.parser.arguments);
        if piped {
            command.arg("-")
        } else {
            command.arg(std::path::absolute(self.path)?)
        };
        command.arg(serde_json::to_string(&job)?);
        // Only Windows programs need anything of the environment to start.
        if cfg!(not(windows)) {
            command.env_clear();
            // Debug builds pass on the switch of the network proof, which has to see attempts, not refusals.
            #[cfg(debug_assertions)]
            if let Some(switch) = std::env::var_os("BONAFIDE_TEST_NO_FILTER") {
                command.env("BONAFIDE_TEST_NO_FILTER", switch);
            }
        }
        command
            .stdin(if piped { Stdio::piped() } else { Stdio::null() })
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
    }

    /// Reads frames on a thread of their own, so that waiting for one can end.
    fn hear(&self, child: &mut Running) -> Receiver<Frame> {
        let (sender, receiver) = sync_channel(4);
        if let Some(output) = child.0.stdout.take() {
            thread::spawn(move || {
                let mut output = BufReader::with_capacity(1 << 16, output);
                if !frame::meet(&mut output).unwrap_or(false) {
                    return;
                }
                while let Some(frame) = frame::read(&mut output) {
                    if sender.send(frame).is_err() {
                        return;
                    }
                }
            });
        }
        receiver
    }

    fn failure(self, failure: Failure, limits: &Limits) -> ImportError {
        let file = self.name;
        match failure {
            Failure::Damaged => ImportError::DamagedWorkbook { file },
            Failure::Encrypted => ImportError::Encrypted { file },
            Failure::Inflates => bundle::too_inflated(file, limits),
            Failure::Cells => ImportError::Limit {
                file,
                what: format!("a sheet with more than {} cells", grouped(limits.sheet_cells)),
                limit: grouped(limits.sheet_cells),
                hint: "Save the sheet as CSV and try again.",
            },
            Failure::DuplicateEntries => ImportError::DuplicateEntries { file },
            Failure::NoTable => ImportError::NotATable {
                file,
                what: "a web page without a table",
                hint: "Export the contacts as CSV from the system that wrote it.",
            },
            Failure::Gone => ImportError::Changed { file },
            Failure::BrokeDown => ImportError::WorkbookBrokeReader { file },
        }
    }

    /// What it means that the child ended without a last word.
    fn silence(self, status: Option<ExitStatus>, limits: &Limits) -> ImportError {
        let seconds = self.cpu_seconds(limits);
        let file = self.name;
        match status.and_then(signal) {
            Some(ABORTED) => ImportError::WorkbookTooLarge { file, limit: bytes(limits.parser_memory) },
            Some(OUT_OF_TIME | KILLED) => {
                let limit = format!("{} seconds", grouped(seconds));
                ImportError::WorkbookTooSlow { file, limit }
            }
            _ => ImportError::WorkbookBrokeReader { file },
        }
    }
}

/// A program aborts itself when it is refused memory.
const ABORTED: i32 = 6;
const KILLED: i32 = 9;
const OUT_OF_TIME: i32 = 24;

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}

/// A child that does not outlive the interest in it.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The child may end before it has read everything; that is not this thread's business.
fn feed(mut pipe: ChildStdin, content: &[u8]) {
    let _ = pipe.write_all(content);
}
