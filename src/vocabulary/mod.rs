//! The words all stations share.
//!
//! Nothing here reads a file, judges a person or knows a country: these are the nouns the stations hand
//! to one another. The glossary gives each of them in the law's language and in plain words.

mod channel;
mod field;
mod moment;
mod place;
mod status;
mod system;
mod verdict;
mod voice;

pub use channel::Channel;
pub use field::{Category, Field};
pub use moment::{DAY, Moment, Precision, Span, Zone};
pub use place::{Column, ContactId, Place, SubjectId, TableId};
pub use status::ConsentStatus;
pub use system::System;
pub use verdict::{Action, Class, Confidence, Grade, Severity};
pub use voice::{Voice, VoiceId, Voices};
