//! A point in time as an export gives it: how exact it is, and whether its zone is known, are kept.

use serde::{Deserialize, Serialize};

/// How exact a moment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Precision {
    /// Only the day is known.
    Day,
    /// Hours and minutes.
    Minute,
    /// To the second.
    Second,
}

/// What is known of the time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Zone {
    /// Written in the cell.
    Written,
    /// Not written, but the exporting system is known to write UTC.
    OfSystem,
    /// Not known.
    Unknown,
}

/// One dated fact. `seconds` counts from 1970-01-01T00:00:00, in UTC when the zone is known,
/// in an unknown local time otherwise. A moment of day precision points at the start of its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moment {
    /// Seconds since 1970-01-01T00:00:00.
    pub seconds: i64,
    /// How exact it is.
    pub precision: Precision,
    /// What is known of its zone.
    pub zone: Zone,
}

/// The earliest and the latest UTC second a moment can mean (rule book 1.6, `[t_min, t_max]`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// Not before.
    pub earliest: i64,
    /// Not after.
    pub latest: i64,
}

/// Seconds in a day.
pub const DAY: i64 = 86_400;
/// The clocks of the world run from UTC-12 to UTC+14.
const FARTHEST_WEST: i64 = 12 * 3_600;
const FARTHEST_EAST: i64 = 14 * 3_600;

impl Moment {
    /// A day without time or zone. `days` counts from 1970-01-01.
    pub fn day(days: i64) -> Self {
        Self { seconds: days * DAY, precision: Precision::Day, zone: Zone::Unknown }
    }

    /// A UTC second.
    pub fn utc(seconds: i64) -> Self {
        Self { seconds, precision: Precision::Second, zone: Zone::Written }
    }

    /// Every UTC second this moment can mean.
    pub fn span(self) -> Span {
        let width = match self.precision {
            Precision::Day => DAY - 1,
            Precision::Minute => 59,
            Precision::Second => 0,
        };
        let (west, east) = match self.zone {
            Zone::Written | Zone::OfSystem => (0, 0),
            Zone::Unknown => (FARTHEST_WEST, FARTHEST_EAST),
        };
        Span { earliest: self.seconds - east, latest: self.seconds + width + west }
    }

    /// Whether this moment is later than `other` whatever their zones and lost digits hide.
    /// Two moments of one system share their unknown zone, which then hides nothing.
    pub fn is_surely_after(self, other: Self, same_system: bool) -> bool {
        let (mut late, mut early) = (self, other);
        if same_system && self.zone == Zone::Unknown && other.zone == Zone::Unknown {
            late.zone = Zone::OfSystem;
            early.zone = Zone::OfSystem;
        }
        late.span().earliest > early.span().latest
    }

    /// The day it falls on as written, counted from 1970-01-01.
    pub fn days(self) -> i64 {
        self.seconds.div_euclid(DAY)
    }
}
