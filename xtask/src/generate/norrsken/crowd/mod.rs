//! Some 1,150 people drawn from a seed, in the shares a small shop's lists really have.

mod lists;
mod newsletter;
mod shop;

use std::collections::HashSet;

use super::Exports;
use crate::generate::moments::{at, between};
use crate::generate::{names, phones};

/// The day after the newest row of the case.
const EXPORTED: &str = "2026-10-30 00:00:00";

/// Adds them all.
pub fn add(exports: &mut Exports, rng: &mut fastrand::Rng) {
    let taken = exports.addresses().collect();
    let mut crowd = Crowd { rng, taken, visits: 0, phones: 10 };
    newsletter::add(exports, &mut crowd);
    shop::add(exports, &mut crowd);
    lists::add(exports, &mut crowd);
}

/// Where people come from.
struct Crowd<'r> {
    rng: &'r mut fastrand::Rng,
    taken: HashSet<String>,
    visits: u32,
    phones: u32,
}

/// One of them.
#[derive(Clone)]
struct Someone {
    first: &'static str,
    last: &'static str,
    email: String,
    /// ISO 3166 code; empty for a few.
    country: &'static str,
    /// E.164; empty for most.
    phone: String,
}

impl Someone {
    fn name(&self) -> String {
        format!("{} {}", self.first, self.last)
    }
}

impl Crowd<'_> {
    /// Somebody new.
    fn someone(&mut self) -> Someone {
        let (first, last) = names::name(self.rng);
        let email = self.address(first, last);
        let country = if self.chance(3) { "" } else { names::country(self.rng) };
        let phone = if self.chance(35) { self.phone(country) } else { String::new() };
        Someone { first, last, email, country, phone }
    }

    /// True so many times in a hundred.
    fn chance(&mut self, of_hundred: u32) -> bool {
        self.rng.u32(..100) < of_hundred
    }

    /// A second between two, given as `2026-10-30 08:00:00`.
    fn second(&mut self, from: &str, until: &str) -> chrono::NaiveDateTime {
        between(self.rng, at(from), at(until))
    }

    /// An address of the ranges kept for documentation, seen for few people; never the tablet's.
    fn ip(&mut self) -> String {
        self.visits += 1;
        let block = ["192.0.2", "198.51.100", "203.0.113"][self.visits as usize % 3];
        format!("{block}.{}", 80 + self.visits / 3 % 120)
    }

    fn address(&mut self, first: &str, last: &str) -> String {
        let mut local = String::new();
        names::slug(first, &mut local);
        local.push('.');
        names::slug(last, &mut local);
        let domain = names::domain(self.rng);
        let mut address = format!("{local}@{domain}");
        let mut twin = 2;
        while !self.taken.insert(address.clone()) {
            address = format!("{local}{twin}@{domain}");
            twin += 1;
        }
        address
    }

    /// Nobody's number, and no two people's; countries that keep none free have none here.
    fn phone(&mut self, country: &str) -> String {
        self.phones += 1;
        phones::of(country, self.phones).unwrap_or_default()
    }
}
