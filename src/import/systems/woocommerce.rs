//! WooCommerce: the customers report. The shop itself stores no consent at all.

use super::{Known, Layout, known, nothing};
use crate::vocabulary::{Category, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("Last Active", 30),
        ("Sign Up", 35),
        ("AOV", 45),
        ("Total Spend", 30),
        ("Country / Region", 25),
        ("Username", 10),
        ("Orders", 5),
        ("Postal Code", 5),
    ],
    columns: COLUMNS,
    carries_refusals: false,
    lacks: "lacks-woocommerce",
    ..Layout::new(System::WooCommerce, "customers report")
}];

const COLUMNS: &[Known] = &[
    known("Name", Field::FullName, "WooCommerce's own name for the whole name"),
    nothing("Username", Category::Identity, "the name of the account"),
    known("Last Active", Field::LastActivityAt, "WooCommerce's own name for the last activity"),
    known("Sign Up", Field::CreatedAt, "when the shop account was made; no consent date"),
    known("Email", Field::Email, "WooCommerce's own name for the address"),
    nothing("Orders", Category::Behaviour, "how often the customer bought"),
    nothing("Total Spend", Category::Behaviour, "what the customer spent"),
    nothing("AOV", Category::Behaviour, "what an order was worth on average"),
    known("Country / Region", Field::Country, "WooCommerce's own name for the country"),
    known("City", Field::City, "WooCommerce's own name for the town"),
    nothing("Region", Category::Identity, "a region"),
    known("Postal Code", Field::Postcode, "WooCommerce's own name for the postal code"),
];
