//! Benchmark Email: columns that any list may have, so only the name of a file makes them Benchmark's.

use super::{Known, Layout, nothing, remembered};
use crate::vocabulary::{Category, ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[("Opt-in Date", 25), ("Middle Name", 15), ("IP Address", 10), ("Status", 5)],
    // The word itself is anybody's.
    names: &[("benchmark email", 60), ("benchmark_email", 60), ("benchmark-email", 60), ("benchmarkemail", 60)],
    columns: COLUMNS,
    lacks: "lacks-benchmark",
    ..Layout::remembered(System::Benchmark, "contacts export")
}];

const COLUMNS: &[Known] = &[
    remembered("Email", Field::Email, "Benchmark's name for the address"),
    remembered("First Name", Field::FirstName, "Benchmark's name for the first name"),
    remembered("Last Name", Field::LastName, "Benchmark's name for the last name"),
    nothing("Middle Name", Category::Identity, "a middle name").less_sure(0.7),
    remembered("Address", Field::Address, "Benchmark's name for the street"),
    remembered("City", Field::City, "Benchmark's name for the town"),
    nothing("State", Category::Identity, "a region, not a state of a subscription").less_sure(0.7),
    remembered("Zip", Field::Postcode, "Benchmark's name for the postal code"),
    remembered("Country", Field::Country, "Benchmark's name for the country"),
    remembered("Phone", Field::Phone, "Benchmark's name for the telephone number"),
    remembered("Opt-in Date", Field::ConsentAt, "Benchmark's name for when the person signed up"),
    remembered("IP Address", Field::ConsentIp, "Benchmark's name for the address the person signed up from"),
    remembered("Status", Field::Status, "Benchmark's state of the subscription").saying(&[
        ("Active", ConsentStatus::Given),
        ("Unsubscribed", ConsentStatus::Withdrawn),
        ("Bounced", ConsentStatus::Bounced),
        ("Unconfirmed", ConsentStatus::Pending),
    ]),
];
