//! How far a piece of work is, as a screen shows it.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use bonafide::case::{Progress as Done, Station};
use serde::Serialize;
use specta::Type;
use tauri::ipc::Channel;

use crate::desk::Desk;

/// How far a piece of work is.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Who is at work: `import`, `matching`, `regroup`, `audit`, `reread` or `export`.
    pub station: &'static str,
    /// Done so far: bytes for the import, rows and people for the rest.
    #[specta(type = specta_typescript::Number)]
    pub done: u64,
    /// Of how much.
    #[specta(type = specta_typescript::Number)]
    pub total: u64,
    /// The file that is read.
    pub file: Option<String>,
}

/// Tells a screen of progress, at most twenty times a second, and stops the work when it is asked to.
pub struct Teller<'d> {
    desk: &'d Desk,
    screen: Channel<Progress>,
    /// The file that is read.
    pub file: Option<String>,
    told: Option<Instant>,
}

impl<'d> Teller<'d> {
    /// For one piece of work. A wish to cancel that came before does not count.
    pub fn new(desk: &'d Desk, screen: Channel<Progress>) -> Self {
        desk.start_work();
        Self { desk, screen, file: None, told: None }
    }

    /// Tells, and says whether to go on.
    pub fn tell(&mut self, progress: Done) -> ControlFlow<()> {
        const PAUSE: Duration = Duration::from_millis(50);
        let due = progress.done == progress.total || self.told.is_none_or(|told| told.elapsed() >= PAUSE);
        if due {
            self.told = Some(Instant::now());
            let station = match progress.station {
                Station::Import => "import",
                Station::Matching => "matching",
                Station::Regroup => "regroup",
                Station::Audit => "audit",
                Station::Reread => "reread",
                Station::Export => "export",
            };
            let (done, total) = (progress.done, progress.total);
            // A screen that is gone needs no progress.
            let _ = self.screen.send(Progress { station, done, total, file: self.file.clone() });
        }
        if self.desk.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}
