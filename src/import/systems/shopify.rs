//! Shopify: customers, customers of older stores, and orders. A no does not tell never asked from unsubscribed.

use super::{Known, Layout, known, nothing};
use crate::vocabulary::{Category, Channel, Field, System};

const ACCEPTS: &str = "Shopify's own name for the opt-in to e-mail; no may mean unsubscribed or never asked";
const LACKS: &str = "lacks-shopify";

pub(crate) const LAYOUTS: &[Layout] = &[
    Layout {
        signs: &[
            ("Accepts Email Marketing", 60),
            ("Accepts SMS Marketing", 40),
            ("Accepts WhatsApp Marketing", 40),
            ("Default Address Company", 25),
            ("Default Address Address1", 40),
            ("Default Address Address2", 30),
            ("Default Address City", 20),
            ("Default Address Province Code", 30),
            ("Default Address Country Code", 30),
            ("Default Address Zip", 30),
            ("Default Address Phone", 20),
            ("Total Spent", 20),
            ("Total Orders", 20),
            ("Tax Exempt", 30),
            ("Customer ID", 5),
            ("Note", 3),
            ("Tags", 3),
        ],
        columns: CUSTOMERS,
        carries_refusals: false,
        lacks: LACKS,
        ..Layout::new(System::Shopify, "customers export")
    },
    Layout {
        signs: &[
            ("Accepts Marketing", 40),
            ("Total Spent", 20),
            ("Total Orders", 20),
            ("Tax Exempt", 40),
            ("Province Code", 25),
            ("Country Code", 10),
            ("Province", 5),
            ("Address1", 5),
        ],
        needs: &["Accepts Marketing"],
        columns: CUSTOMERS,
        carries_refusals: false,
        lacks: LACKS,
        ..Layout::new(System::Shopify, "customers export of an older store")
    },
    Layout {
        signs: &[
            ("Financial Status", 50),
            ("Fulfillment Status", 40),
            ("Accepts Marketing", 20),
            ("Lineitem name", 50),
            ("Lineitem quantity", 40),
            ("Lineitem sku", 20),
            ("Paid at", 20),
            ("Fulfilled at", 20),
        ],
        columns: ORDERS,
        carries_refusals: false,
        lacks: LACKS,
        ..Layout::new(System::Shopify, "orders export")
    },
];

const CUSTOMERS: &[Known] = &[
    known("Customer ID", Field::ExternalId, "Shopify's own id of the customer"),
    known("First Name", Field::FirstName, "Shopify's own name for the first name"),
    known("Last Name", Field::LastName, "Shopify's own name for the last name"),
    known("Email", Field::Email, "Shopify's own name for the address"),
    known("Accepts Email Marketing", Field::OptinEmail, ACCEPTS).no_is_unknown(),
    known("Accepts Marketing", Field::OptinEmail, ACCEPTS).no_is_unknown(),
    known(
        "Accepts SMS Marketing",
        Field::OptinSms,
        "Shopify's own name for the opt-in to text messages; no may mean unsubscribed or never asked",
    )
    .no_is_unknown(),
    known(
        "Accepts WhatsApp Marketing",
        Field::Status,
        "Shopify's own name for the opt-in to WhatsApp; no may mean unsubscribed or never asked",
    )
    .on(Channel::Messenger)
    .no_is_unknown(),
    known("Default Address Company", Field::Company, "Shopify's own name for the company"),
    known("Company", Field::Company, "Shopify's own name for the company"),
    known("Default Address Address1", Field::Address, "Shopify's own name for the street"),
    known("Default Address Address2", Field::Address, "Shopify's own name for the second line of the address"),
    known("Address1", Field::Address, "Shopify's own name for the street"),
    known("Address2", Field::Address, "Shopify's own name for the second line of the address"),
    known("Default Address City", Field::City, "Shopify's own name for the town"),
    known("City", Field::City, "Shopify's own name for the town"),
    nothing("Default Address Province Code", Category::Identity, "a region"),
    nothing("Province", Category::Identity, "a region"),
    nothing("Province Code", Category::Identity, "a region"),
    known("Default Address Country Code", Field::Country, "Shopify's own name for the country code"),
    known("Country", Field::Country, "Shopify's own name for the country").less_sure(0.85),
    known("Country Code", Field::Country, "Shopify's own name for the country code"),
    known("Default Address Zip", Field::Postcode, "Shopify's own name for the postal code"),
    known("Zip", Field::Postcode, "Shopify's own name for the postal code"),
    known("Default Address Phone", Field::Phone, "Shopify's own name for the number of the address"),
    known("Phone", Field::Phone, "Shopify's own name for the telephone number"),
    nothing("Total Spent", Category::Behaviour, "what the customer spent"),
    nothing("Total Orders", Category::Behaviour, "how often the customer bought"),
    known("Note", Field::Notes, "Shopify's own name for notes"),
    nothing("Tax Exempt", Category::Technical, "whether tax is charged"),
    known("Tags", Field::Tags, "Shopify's own name for tags"),
];

const ORDERS: &[Known] = &[
    known("Name", Field::OrderId, "Shopify's number of the order"),
    known("Email", Field::Email, "Shopify's own name for the address"),
    nothing("Financial Status", Category::Behaviour, "the state of the payment"),
    nothing("Fulfillment Status", Category::Behaviour, "the state of the delivery"),
    nothing("Paid at", Category::Behaviour, "when the order was paid"),
    nothing("Fulfilled at", Category::Behaviour, "when the order was sent"),
    nothing("Cancelled at", Category::Behaviour, "when the order was cancelled; nothing of a subscription"),
    known("Accepts Marketing", Field::OptinEmail, "what the customer said when ordering; no may mean never asked")
        .no_is_unknown(),
    known("Created at", Field::PurchaseAt, "when the order was made"),
    known("Billing Name", Field::FullName, "Shopify's own name for who pays"),
    known("Billing Company", Field::Company, "Shopify's own name for the company"),
    known("Billing Street", Field::Address, "Shopify's own name for the street"),
    known("Billing City", Field::City, "Shopify's own name for the town"),
    known("Billing Zip", Field::Postcode, "Shopify's own name for the postal code"),
    known("Billing Country", Field::Country, "Shopify's own name for the country"),
    known("Billing Phone", Field::Phone, "Shopify's own name for the telephone number"),
    known("Phone", Field::Phone, "Shopify's own name for the telephone number"),
    nothing("Shipping Name", Category::Identity, "who receives the goods; may be somebody else"),
    nothing("Shipping Country", Category::Identity, "where the goods go"),
    nothing("Shipping Phone", Category::Identity, "the number of who receives the goods"),
    nothing("Id", Category::Technical, "the id of the order"),
    known("Tags", Field::Tags, "Shopify's own name for tags"),
    known("Notes", Field::Notes, "Shopify's own name for notes"),
    nothing("Source", Category::Technical, "where the order was made, not where consent was given"),
];
