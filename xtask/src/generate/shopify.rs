//! Customers as Shopify exports them: apostrophes before numbers, no date and no source anywhere.

use std::io::Write;

/// One customer; empty is empty.
#[derive(Debug, Clone, Default)]
pub struct Customer {
    pub first: String,
    pub last: String,
    pub email: String,
    pub accepts_email: bool,
    pub accepts_sms: bool,
    /// ISO 3166 code.
    pub country: &'static str,
    pub city: &'static str,
    pub phone: String,
    pub orders: u32,
    pub note: String,
    pub tags: &'static str,
}

const HEADER: [&str; 20] = [
    "Customer ID",
    "First Name",
    "Last Name",
    "Email",
    "Accepts Email Marketing",
    "Default Address Company",
    "Default Address Address1",
    "Default Address Address2",
    "Default Address City",
    "Default Address Province Code",
    "Default Address Country Code",
    "Default Address Zip",
    "Default Address Phone",
    "Phone",
    "Accepts SMS Marketing",
    "Total Spent",
    "Total Orders",
    "Note",
    "Tax Exempt",
    "Tags",
];

/// The file while it is written.
pub struct Export<W: Write> {
    file: csv::Writer<W>,
    customers: u64,
}

impl<W: Write> Export<W> {
    /// Writes the header.
    pub fn new(to: W) -> anyhow::Result<Self> {
        let mut file = csv::Writer::from_writer(to);
        file.write_record(HEADER)?;
        Ok(Self { file, customers: 0 })
    }

    /// Adds a customer.
    pub fn write(&mut self, customer: &Customer) -> anyhow::Result<()> {
        self.customers += 1;
        let id = format!("'{}", 7_210_448_301_122 + 32_768 * self.customers);
        let phone = if customer.phone.is_empty() { String::new() } else { format!("'{}", customer.phone) };
        let spent = format!("{}.{:02}", customer.orders * 189, customer.orders % 100);
        let orders = customer.orders.to_string();
        let yes_no = |yes: bool| if yes { "yes" } else { "no" };
        self.file.write_record([
            &id,
            &customer.first,
            &customer.last,
            &customer.email,
            yes_no(customer.accepts_email),
            "",
            "",
            "",
            customer.city,
            "",
            customer.country,
            "",
            "",
            &phone,
            yes_no(customer.accepts_sms),
            &spent,
            &orders,
            &customer.note,
            "no",
            customer.tags,
        ])?;
        Ok(())
    }

    /// Flushes and gives back the file.
    pub fn finish(self) -> anyhow::Result<W> {
        self.file.into_inner().map_err(|stuck| anyhow::anyhow!("writing: {}", stuck.error()))
    }
}
