//! Stripe: customers, who bought. Consent stands at best in metadata a shop wrote itself.

use super::{Known, Layout, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::{Category, Field, System};

const CARD: &str = "of a payment card; Bonafide has no use for it";

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("Created (UTC)", 50),
        ("Delinquent", 50),
        ("Refunded Volume", 30),
        ("Dispute Losses", 30),
        ("Payment Count", 20),
        ("Total Spend", 10),
        ("Card ID", 20),
        ("Card Last4", 30),
        ("Card Fingerprint", 30),
        ("Card Tokenization Method", 30),
        ("Cancel At Period End", 20),
        ("Account Balance", 10),
        ("Business Vat ID", 20),
        ("Description", 5),
        ("Plan", 3),
        ("Status", 2),
        ("id", 5),
        ("Email", 2),
        ("Name", 2),
    ],
    needs: &["Created (UTC)", "Delinquent", "Card Last4"],
    names: &[("unified_customers", 30), ("stripe", 20)],
    columns: COLUMNS,
    writes_utc: true,
    carries_refusals: false,
    dates: Some(DateOrder::Plain),
    lacks: "lacks-stripe",
    ..Layout::new(System::Stripe, "customers export")
}];

const COLUMNS: &[Known] = &[
    known("id", Field::ExternalId, "Stripe's own id of the customer"),
    known("Description", Field::Notes, "Stripe's own name for free text"),
    known("Email", Field::Email, "Stripe's own name for the address"),
    known("Name", Field::FullName, "Stripe's own name for the whole name"),
    known("Phone", Field::Phone, "Stripe's own name for the telephone number"),
    known("Created (UTC)", Field::CreatedAt, "when the customer was made; no consent date"),
    nothing("Delinquent", Category::Behaviour, "whether a payment failed"),
    nothing("Plan", Category::Behaviour, "what the customer pays for"),
    nothing("Status", Category::Behaviour, "the state of what the customer pays for, not of consent"),
    nothing("Cancel At Period End", Category::Behaviour, "whether the customer stops paying; no refusal of mail"),
    nothing("Currency", Category::Technical, "a currency"),
    nothing("Account Balance", Category::Behaviour, "what the customer owes"),
    nothing("Total Spend", Category::Behaviour, "what the customer spent"),
    nothing("Payment Count", Category::Behaviour, "how often the customer paid"),
    nothing("Average Order", Category::Behaviour, "what an order was worth on average"),
    nothing("Refunded Volume", Category::Behaviour, "what was paid back"),
    nothing("Dispute Losses", Category::Behaviour, "what was paid back"),
    nothing("Business Vat ID", Category::Identity, "a tax number"),
    nothing("Card ID", Category::Technical, CARD),
    nothing("Card Last4", Category::Technical, CARD),
    nothing("Card Brand", Category::Technical, CARD),
    nothing("Card Funding", Category::Technical, CARD),
    nothing("Card Exp Month", Category::Technical, CARD),
    nothing("Card Exp Year", Category::Technical, CARD),
    nothing("Card Name", Category::Technical, CARD),
    nothing("Card Address Line1", Category::Technical, CARD),
    nothing("Card Address Line2", Category::Technical, CARD),
    nothing("Card Address City", Category::Technical, CARD),
    nothing("Card Address State", Category::Technical, CARD),
    nothing("Card Address Country", Category::Technical, CARD),
    nothing("Card Address Zip", Category::Technical, CARD),
    nothing("Card Issue Country", Category::Technical, CARD),
    nothing("Card Fingerprint", Category::Technical, CARD),
    nothing("Card CVC Status", Category::Technical, CARD),
    nothing("Card AVS Zip Status", Category::Technical, CARD),
    nothing("Card AVS Line1 Status", Category::Technical, CARD),
    nothing("Card Tokenization Method", Category::Technical, CARD),
];
