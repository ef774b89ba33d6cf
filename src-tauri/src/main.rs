//! Bonafide in a window.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

fn main() {
    bonafide_window::main();
}
