//! PrestaShop's newsletter module: customers and people who left only their address. Nothing in it is ever quoted.

use super::{Known, Layout, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::{Category, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("subscribed_on", 40),
        ("iso_language", 40),
        ("shop_name", 35),
        ("subscribed", 15),
        ("gender", 5),
        ("lastname", 3),
        ("firstname", 3),
        ("email", 2),
        ("id", 2),
    ],
    needs: &["subscribed_on", "iso_language"],
    names: &[("prestashop", 20)],
    columns: COLUMNS,
    dates: Some(DateOrder::Plain),
    lacks: "lacks-prestashop",
    ..Layout::new(System::PrestaShop, "newsletter export")
}];

const COLUMNS: &[Known] = &[
    known("id", Field::ExternalId, "PrestaShop's number of the customer; with an N, of an address alone"),
    known("shop_name", Field::Controller, "the shop the person signed up with").less_sure(0.8),
    nothing("gender", Category::Identity, "a form of address"),
    known("lastname", Field::LastName, "PrestaShop's own name for the last name"),
    known("firstname", Field::FirstName, "PrestaShop's own name for the first name"),
    known("email", Field::Email, "PrestaShop's own name for the address"),
    known(
        "subscribed",
        Field::OptinEmail,
        "PrestaShop's own name for the newsletter; 0 is unsubscribed or a customer nobody asked",
    )
    .no_is_unknown(),
    known("subscribed_on", Field::ConsentAt, "PrestaShop's own name for when the newsletter was asked for"),
    known("iso_language", Field::Language, "PrestaShop's own name for the language, which is no country"),
];
