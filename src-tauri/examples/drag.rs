//! Something to drag files from, as a file manager is: `drag FILE…` shows a small window whose whole face is the files.
//! For the tests of the real window (Linux only), which drag them onto it with a pointer.

#[cfg(target_os = "linux")]
fn main() {
    use gtk::gdk::{DragAction, ModifierType};
    use gtk::prelude::*;

    let files: Vec<String> = std::env::args_os()
        .skip(1)
        .filter_map(|path| gtk::glib::filename_to_uri(std::path::PathBuf::from(path), None).ok())
        .map(String::from)
        .collect();
    if gtk::init().is_err() {
        return;
    }
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_title("Files to drag");
    window.set_default_size(100, 60);
    let target = gtk::TargetEntry::new("text/uri-list", gtk::TargetFlags::OTHER_APP, 0);
    window.drag_source_set(ModifierType::BUTTON1_MASK, &[target], DragAction::COPY);
    window.connect_drag_data_get(move |_, _, data, _, _| {
        let _ = data.set_uris(&files.iter().map(String::as_str).collect::<Vec<_>>());
    });
    window.connect_destroy(|_| gtk::main_quit());
    window.show_all();
    gtk::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {}
