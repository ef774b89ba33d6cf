//! Walks from exports to lists: what the sample case says of every person, and what holds of the lists of any case.
#![allow(clippy::unwrap_used)]

mod support;

#[path = "journeys/amend.rs"]
mod amend;
#[path = "journeys/bad_files.rs"]
mod bad_files;
#[path = "journeys/countries.rs"]
mod countries;
#[path = "journeys/counts.rs"]
mod counts;
#[path = "journeys/escapes.rs"]
mod escapes;
#[path = "journeys/findings.rs"]
mod findings;
#[path = "journeys/history.rs"]
mod history;
#[path = "journeys/norrsken.rs"]
mod norrsken;
#[path = "journeys/order.rs"]
mod order;
#[path = "journeys/plan.rs"]
mod plan;
#[path = "journeys/questions.rs"]
mod questions;
#[path = "journeys/remarks.rs"]
mod remarks;
#[path = "journeys/snapshots.rs"]
mod snapshots;
#[path = "journeys/sources.rs"]
mod sources;
#[path = "journeys/voices.rs"]
mod voices;
