//! Typeform: the answers to a form. Its own columns stand around the questions, which are the wording.

use super::{Known, Layout, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::{Category, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("Submit Date (UTC)", 45),
        ("Start Date (UTC)", 35),
        ("Network ID", 40),
        ("Stage Date (UTC)", 35),
        ("Response Type", 20),
        ("Ending", 3),
        ("Tags", 2),
    ],
    needs: &["Submit Date (UTC)", "Network ID"],
    names: &[("typeform", 20), ("responses", 5)],
    columns: COLUMNS,
    writes_utc: true,
    dates: Some(DateOrder::Plain),
    lacks: "lacks-typeform",
    ..Layout::new(System::Typeform, "responses")
}];

const COLUMNS: &[Known] = &[
    known("#", Field::ExternalId, "Typeform's own id of the response"),
    nothing("Response Type", Category::Behaviour, "whether the form was sent in"),
    nothing("Start Date (UTC)", Category::Behaviour, "when the form was opened"),
    nothing("Stage Date (UTC)", Category::Behaviour, "when the last answer was given to a form never sent in"),
    // A form is sent in with or without a yes: the date alone agrees to nothing.
    known("Submit Date (UTC)", Field::ConsentAt, "when the form was sent in; it dates a yes, and is none")
        .no_is_unknown(),
    nothing("Network ID", Category::Technical, "a fingerprint of the browser and network, no IP address"),
    known("Tags", Field::Tags, "Typeform's own name for tags"),
    nothing("Ending", Category::Technical, "the page the form ended with"),
];
