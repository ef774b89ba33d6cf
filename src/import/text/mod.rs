//! Tables written as text: CSV, TSV and everything that was meant to be one of them.

mod dialect;
mod halves;
mod join;
mod part;
mod record;
mod records;
mod seen;
mod shape;
mod sniff;
mod split;
mod stack;
mod stream;
mod table;

pub(crate) use part::part;
pub(crate) use shape::Shape;
pub(crate) use stream::read;
pub(crate) use table::TextLayout;
