//! LinkedIn: whom a member is connected with. A connection is no consent, and few of them show an address.

use super::{Known, Layout, known, nothing};
use crate::vocabulary::{Category, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("Connected On", 55),
        ("Position", 20),
        ("URL", 15),
        ("Company", 5),
        ("Email Address", 5),
        ("First Name", 5),
        ("Last Name", 5),
    ],
    needs: &["Connected On"],
    names: &[("connections", 15), ("linkedin", 15)],
    columns: COLUMNS,
    carries_refusals: false,
    lacks: "lacks-linkedin",
    ..Layout::new(System::LinkedIn, "connections export")
}];

const COLUMNS: &[Known] = &[
    known("First Name", Field::FirstName, "LinkedIn's own name for the first name"),
    known("Last Name", Field::LastName, "LinkedIn's own name for the last name"),
    nothing("URL", Category::Identity, "the person's page on LinkedIn"),
    known("Email Address", Field::Email, "LinkedIn's own name for the address, which most members hide"),
    known("Company", Field::Company, "LinkedIn's own name for the company"),
    nothing("Position", Category::Identity, "a job title"),
    known("Connected On", Field::CreatedAt, "the day the two were connected; no consent date"),
];
