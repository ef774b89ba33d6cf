//! The people whose verdicts are written down in the README and in `expected/by-cells.csv`, one by one.

mod impossible;
mod origins;
mod provable;
mod refusals;

pub use origins::CHECKOUT;
pub use provable::COFFEE_CLUB;

use super::Exports;
use crate::generate::mailchimp::{Audience, Member};
use crate::generate::moments::{at, later, second};
use crate::generate::names;

/// The hosted form, whose wording the declarations file knows.
pub const HOSTED: &str = "Hosted Signup Form";

/// Adds them all.
pub fn add(exports: &mut Exports) {
    provable::add(exports);
    refusals::add(exports);
    impossible::add(exports);
    origins::add(exports);
}

/// A name and an address.
pub struct Person(pub &'static str, pub &'static str, pub &'static str, pub &'static str);

impl Person {
    /// Both names.
    pub fn name(&self) -> String {
        format!("{} {}", self.0, self.1)
    }

    /// A member of the audience who signed up on the hosted form and confirmed four minutes later.
    pub fn hosted(&self, optin: &str) -> Member {
        let confirmed = second(later(at(optin), 4 * 60 + 7));
        Member {
            optin_time: optin.to_owned(),
            optin_ip: self.ip(),
            confirm_time: confirmed.clone(),
            confirm_ip: self.ip(),
            source: HOSTED.to_owned(),
            changed: confirmed,
            rating: 4,
            ..self.member(Audience::Subscribed)
        }
    }

    /// Somebody who signed up on the hosted form in 2021 and left since.
    pub fn left(&self, when: &str) -> Member {
        Member {
            audience: Audience::Unsubscribed,
            changed: when.to_owned(),
            reason: "NORMAL".to_owned(),
            ..self.hosted(&second(later(at("2021-02-08 18:22:10"), i64::from(self.mark()) * 3_671)))
        }
    }

    /// An address of the ranges kept for documentation, seen for few people.
    fn ip(&self) -> String {
        let block = ["192.0.2", "198.51.100", "203.0.113"][self.mark() as usize % 3];
        format!("{block}.{}", 201 + self.mark() / 3 % 50)
    }

    /// A number of one's own, near enough.
    fn mark(&self) -> u32 {
        self.2.bytes().fold(7, |mark, letter| (mark * 31 + u32::from(letter)) % 9_973)
    }

    /// A member of whom nothing is known.
    pub fn member(&self, audience: Audience) -> Member {
        Member {
            audience,
            email: self.2.to_owned(),
            first: self.0.to_owned(),
            last: self.1.to_owned(),
            country: names::swedish(self.3).to_owned(),
            cc: self.3.to_owned(),
            rating: 2,
            ..Member::default()
        }
    }
}
