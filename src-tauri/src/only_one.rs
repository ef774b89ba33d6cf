//! One window a person: a second start hands its files to the first and ends.
//!
//! The first start listens on a local socket in the person's own runtime folder: a name on this machine, no internet
//! address. Where there is no such folder, and on Windows, each start opens a window of its own; the lock on a case
//! still keeps two of them from writing to it.

use std::path::PathBuf;

/// This start is the first.
pub struct First {
    #[cfg(unix)]
    listener: Option<std::os::unix::net::UnixListener>,
}

/// Claims the place of the first. `None` if another start holds it: the paths were handed to it.
pub fn claim(paths: &[PathBuf]) -> Option<First> {
    #[cfg(unix)]
    return unix::claim(paths);
    #[cfg(not(unix))]
    {
        let _ = paths;
        Some(First {})
    }
}

impl First {
    /// Takes what later starts hand over, and comes to the front for each.
    pub fn listen(self, app: tauri::AppHandle) {
        #[cfg(unix)]
        if let Some(listener) = self.listener {
            unix::listen(listener, app);
        }
        #[cfg(not(unix))]
        let _ = app;
    }
}

#[cfg(unix)]
mod unix {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
    use std::os::unix::net::{UnixListener, UnixStream};
    use std::path::PathBuf;

    use tauri::Manager as _;

    use super::First;

    fn address() -> Option<PathBuf> {
        let folder = PathBuf::from(std::env::var_os("XDG_RUNTIME_DIR")?);
        folder.is_dir().then(|| folder.join("bonafide.sock"))
    }

    pub(super) fn claim(paths: &[PathBuf]) -> Option<First> {
        let Some(address) = address() else { return Some(First { listener: None }) };
        if let Ok(mut running) = UnixStream::connect(&address) {
            for path in paths {
                let absolute = std::path::absolute(path).unwrap_or_else(|_| path.clone());
                // A path may hold anything but NUL.
                let _ = running.write_all(absolute.as_os_str().as_bytes()).and_then(|()| running.write_all(b"\0"));
            }
            return None;
        }
        // Nobody listens: what is there was left by a program that was killed.
        let _ = std::fs::remove_file(&address);
        Some(First { listener: UnixListener::bind(&address).ok() })
    }

    pub(super) fn listen(listener: UnixListener, app: tauri::AppHandle) {
        let serve = move || {
            for stream in listener.incoming().flatten() {
                let paths: Vec<PathBuf> = BufReader::new(stream)
                    .split(0)
                    .map_while(Result::ok)
                    .map(|path| PathBuf::from(std::ffi::OsString::from_vec(path)))
                    .collect();
                if let Some(window) = app.get_webview_window("main") {
                    let _ = window.unminimize();
                    let _ = window.set_focus();
                }
                if !paths.is_empty() {
                    crate::desk::Dropped::tell(&app, &paths);
                }
            }
        };
        // Without the thread, a second start opens a window of its own.
        let _ = std::thread::Builder::new().name("second starts".to_owned()).spawn(serve);
    }
}
