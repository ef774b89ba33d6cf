//! The one window, and what it may not do.

use std::path::PathBuf;
use std::process::ExitCode;

use tauri::webview::{DownloadEvent, NewWindowResponse, PageLoadEvent};
use tauri::{AppHandle, DragDropEvent, Manager as _, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent};

use crate::desk::Dropped;

/// The smallest window every screen works in.
const SMALLEST: (f64, f64) = (1024.0, 700.0);

/// Whether internet sockets are refused from the first statement on. Always, but for a debug build that a test
/// drives: its driver is reached through a socket, so there the filter comes once the page is loaded.
pub fn filters_at_start() -> bool {
    !automated()
}

#[cfg(debug_assertions)]
fn automated() -> bool {
    crate::test_hooks::is_automated()
}

#[cfg(not(debug_assertions))]
fn automated() -> bool {
    false
}

/// Opens the window: no page but its own, no second window, no download, nothing kept by the web view.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    let goes = app.clone();
    let builder = WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
        .title("Bonafide")
        .inner_size(1280.0, 800.0)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .incognito(!automated())
        .devtools(false)
        .on_navigation(move |address| !hooked(&goes, address) && is_own_page(address))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _: DownloadEvent<'_>| false)
        .on_page_load(|window, page| {
            if page.event() == PageLoadEvent::Finished {
                loaded(&window);
            }
        });
    let window = builder.build()?;
    #[cfg(target_os = "linux")]
    crate::drawing::fit(&window)?;
    let handle = app.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
            Dropped::tell(&handle, paths);
        }
    });
    Ok(())
}

/// Whether an address was a wish of a test, which leads nowhere.
#[cfg(debug_assertions)]
fn hooked(app: &AppHandle, address: &Url) -> bool {
    crate::test_hooks::does(app, address)
}

#[cfg(not(debug_assertions))]
fn hooked(_: &AppHandle, _: &Url) -> bool {
    false
}

/// A later start was made: the window shows itself, and takes the files as if they were dropped on it.
pub fn come_forward(app: &AppHandle, paths: &[PathBuf]) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
    if !paths.is_empty() {
        Dropped::tell(app, paths);
    }
}

/// Says that there is a window already, which nobody could ask to show itself.
#[expect(clippy::print_stderr, reason = "a program that is started from a terminal answers there")]
pub fn say_it_is_open() -> ExitCode {
    let sentence = bonafide::texts::text("already-open", &[]);
    eprintln!("{sentence}");
    // On Linux a dialog needs a program that runs; there, who opens a second window mostly sees the first.
    #[cfg(not(target_os = "linux"))]
    rfd::MessageDialog::new().set_title("Bonafide").set_description(sentence).show();
    ExitCode::FAILURE
}

/// The pages of the program itself, by the address they have on this system.
fn is_own_page(address: &Url) -> bool {
    matches!(
        (address.scheme(), address.host_str()),
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost"))
    )
}

#[cfg(debug_assertions)]
fn loaded(window: &tauri::WebviewWindow) {
    if automated() && bonafide_sandbox::deny_internet().is_err() {
        std::process::exit(2);
    }
    crate::test_hooks::walk(window);
}

#[cfg(not(debug_assertions))]
fn loaded(_: &tauri::WebviewWindow) {}

/// A crash leaves no picture of memory on the disk.
pub fn leave_no_core_dump() {
    #[cfg(unix)]
    {
        // Where the system does not allow it, it was forbidden before.
        let _ = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0);
    }
}

/// A panic is our defect: it is told by its place and without its words, which could hold a cell of a list.
#[expect(clippy::print_stderr, reason = "a panic may leave no window to say it in")]
pub fn keep_panics_quiet() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        eprintln!("Bonafide: a defect of the program at {place}. The case is as it was before the last step.");
    }));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn no_page_but_its_own_is_ever_loaded() {
        let own = |address: &str| is_own_page(&Url::parse(address).unwrap());
        assert!(own("tauri://localhost/index.html"));
        assert!(own("http://tauri.localhost/"));
        for foreign in
            ["https://example.org/", "tauri://example.org/", "data:text/html,x", "file:///etc/passwd", "about:blank"]
        {
            assert!(!own(foreign), "{foreign}");
        }
    }
}
