//! Hands the window's pages and permissions to Tauri.

use std::path::Path;

/// Stands in for the pages until `ui/` is built, so that the Rust code compiles in a fresh clone.
const NOT_BUILT: &str =
    "<!doctype html><title>Bonafide</title><p>The pages of this window are not built yet. Run: cargo xtask demo</p>\n";

fn main() {
    let page = Path::new("../ui/dist/index.html");
    println!("cargo:rerun-if-changed=../ui/dist");
    if !page.exists() {
        std::fs::create_dir_all("../ui/dist").expect("the folder of the window's pages can be made");
        std::fs::write(page, NOT_BUILT).expect("the folder of the window's pages can be written");
    }
    tauri_build::build();
}
