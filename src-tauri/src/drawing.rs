//! Who draws the window on Linux: the graphics card, or the processor where there is none.
//!
//! Without a card WebKit still composes its layers with OpenGL, which Mesa then computes on the processor: scrolling
//! takes four times as long and the program holds 160 MiB more (`docs/benchmarks.md`). It also can draw without layers.

use std::path::Path;

use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt as _, WebViewExt as _};

/// Where the kernel shows what can compute pictures: `renderD128` and on (kernel.org, "DRM Userland Interfaces",
/// render nodes).
const DEVICES: &str = "/dev/dri";

/// Has the web view draw without layers where no graphics card would compose them.
pub fn fit(window: &tauri::WebviewWindow) -> tauri::Result<()> {
    if can_compute_pictures(Path::new(DEVICES)) {
        return Ok(());
    }
    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Whether a folder of devices holds one that computes pictures.
fn can_compute_pictures(devices: &Path) -> bool {
    let Ok(found) = std::fs::read_dir(devices) else { return false };
    found.flatten().any(|device| device.file_name().as_encoded_bytes().starts_with(b"renderD"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_card_that_only_shows_pictures_computes_none() {
        let devices = tempfile::tempdir().unwrap();
        assert!(!can_compute_pictures(&devices.path().join("absent")));
        std::fs::write(devices.path().join("card0"), "").unwrap();
        assert!(!can_compute_pictures(devices.path()));
        std::fs::write(devices.path().join("renderD128"), "").unwrap();
        assert!(can_compute_pictures(devices.path()));
    }
}
