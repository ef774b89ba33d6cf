//! A web view like the window's, with no filter and no policy, whose page reaches out by every way a page has. The network
//! proof looks at it first: unless it sees these attempts, it would not see the window's either (Linux only).

#[cfg(target_os = "linux")]
fn main() {
    use gtk::glib::{ControlFlow, timeout_add_seconds_local};
    use gtk::prelude::*;
    use webkit2gtk::{WebView, WebViewExt as _};

    /// The longest the page may take, and what it still has when it has tried everything; in seconds.
    const PATIENCE: u32 = 90;
    const REST: u32 = 2;

    fn end_in(seconds: u32) {
        timeout_add_seconds_local(seconds, || {
            gtk::main_quit();
            ControlFlow::Break
        });
    }

    if gtk::init().is_err() {
        std::process::exit(2);
    }
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    let view = WebView::new();
    window.add(&view);
    view.connect_title_notify(|view| {
        if view.title().is_some_and(|title| title == "reached out") {
            end_in(REST);
        }
    });
    // As a page of a secure address: what such a page may not do would not be tried.
    view.load_html(include_str!("reach_out.html"), Some("https://page.invalid/"));
    window.show_all();
    end_in(PATIENCE);
    gtk::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {}
