//! Magento and Adobe Commerce: the grid of newsletter subscribers. It knows no date.

use super::{Known, Layout, known, nothing};
use crate::vocabulary::ConsentStatus::{Given, Pending, Withdrawn};
use crate::vocabulary::{Category, ConsentStatus, Field, System};

/// By name in the grid, by number in the database.
const STATES: &[(&str, ConsentStatus)] = &[
    ("Subscribed", Given),
    ("Not Activated", Pending),
    ("Unsubscribed", Withdrawn),
    ("Unconfirmed", Pending),
    ("1", Given),
    ("2", Pending),
    ("3", Withdrawn),
    ("4", Pending),
];

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("Customer First Name", 35),
        ("Customer Last Name", 30),
        ("Web Site", 30),
        ("Store View", 40),
        ("Store", 10),
        ("Type", 5),
        ("Status", 5),
        ("ID", 2),
        ("Email", 2),
    ],
    needs: &["Store View", "Customer First Name"],
    names: &[("subscribers", 5), ("magento", 20)],
    columns: COLUMNS,
    lacks: "lacks-magento",
    ..Layout::new(System::Magento, "newsletter subscribers")
}];

const COLUMNS: &[Known] = &[
    known("ID", Field::ExternalId, "Magento's number of the subscriber"),
    known("Email", Field::Email, "Magento's own name for the address"),
    nothing("Type", Category::Behaviour, "whether the subscriber is a customer"),
    known("Customer First Name", Field::FirstName, "Magento's own name for the first name"),
    known("Customer Last Name", Field::LastName, "Magento's own name for the last name"),
    known("Status", Field::Status, "Magento's own name for the state of the newsletter").saying(STATES),
    known("Web Site", Field::Controller, "the site the person signed up with").less_sure(0.7),
    nothing("Store", Category::Technical, "a part of the site"),
    nothing("Store View", Category::Technical, "a view of the shop, often one for each language"),
];
