//! Reading files of every bad kind, from outside: what is promised of a table holds for each of them.

#![allow(clippy::unwrap_used)]

#[path = "reading/any.rs"]
mod any;
#[path = "reading/bundles.rs"]
mod bundles;
#[path = "reading/continued.rs"]
mod continued;
#[path = "reading/encodings.rs"]
mod encodings;
#[path = "reading/fuzzed.rs"]
mod fuzzed;
#[path = "reading/headers.rs"]
mod headers;
#[path = "reading/limits.rs"]
mod limits;
#[path = "reading/opened.rs"]
mod opened;
#[path = "reading/plain.rs"]
mod plain;
#[path = "reading/pollution.rs"]
mod pollution;
#[path = "reading/quotes.rs"]
mod quotes;
#[path = "reading/ragged.rs"]
mod ragged;
#[path = "reading/speed.rs"]
mod speed;
#[path = "reading/stacked.rs"]
mod stacked;
