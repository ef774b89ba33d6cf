//! The sample case: a café and web shop in the far north, with five exports of people it would like to write to.
//!
//! Some sixty people are written down one by one in `named`; the crowd around them is drawn from a fixed seed.

mod crowd;
mod fair;
mod named;

use super::mailchimp::{Audience, Member};
use super::tree::{self, Files};
use super::{hubspot, mailchimp, mautic, shopify};

/// Draws the crowd and the order of the rows.
const SEED: u64 = 2026;

/// Everything the café's systems hold.
#[derive(Default)]
struct Exports {
    mailchimp: Vec<Member>,
    hubspot: Vec<hubspot::Contact>,
    mautic: Vec<mautic::Contact>,
    shopify: Vec<shopify::Customer>,
    fair: fair::Lists,
}

/// The five files, by name.
pub fn files() -> anyhow::Result<Files> {
    let mut rng = fastrand::Rng::with_seed(SEED);
    let mut exports = Exports::default();
    named::add(&mut exports);
    crowd::add(&mut exports, &mut rng);
    exports.shuffle(&mut rng);
    Ok(Files::from([
        ("mailchimp-audience-export.zip".to_owned(), exports.mailchimp_zip()?),
        ("hubspot-crm-exports-all-contacts-2026-10-30.csv".to_owned(), exports.hubspot_csv()?),
        ("mautic-contacts.csv".to_owned(), mautic::export(&exports.mautic)?),
        ("shopify-customers_export.csv".to_owned(), exports.shopify_csv()?),
        ("nordiska-smaker-2025.xlsx".to_owned(), exports.fair.workbook()?),
    ]))
}

impl Exports {
    /// The people written down must not stand at the top of every file.
    fn shuffle(&mut self, rng: &mut fastrand::Rng) {
        rng.shuffle(&mut self.mailchimp);
        rng.shuffle(&mut self.hubspot);
        rng.shuffle(&mut self.mautic);
        rng.shuffle(&mut self.shopify);
        self.fair.shuffle(rng);
    }

    /// The address of every row, in lower case.
    fn addresses(&self) -> impl Iterator<Item = String> {
        let all = self.mailchimp.iter().map(|row| &row.email).chain(self.hubspot.iter().map(|row| &row.email));
        let all = all.chain(self.mautic.iter().map(|row| &row.email));
        let all = all.chain(self.shopify.iter().map(|row| &row.email)).chain(self.fair.emails());
        all.map(|email| email.to_lowercase())
    }

    fn mailchimp_zip(&self) -> anyhow::Result<Vec<u8>> {
        let mut export = mailchimp::Export::new(|_| Ok(Vec::new()))?;
        for member in &self.mailchimp {
            export.write(member)?;
        }
        let names = Audience::ALL.map(|audience| audience.file_name("3f2a9c71d0"));
        let entries: Vec<(String, Vec<u8>)> = names.into_iter().zip(export.finish()?).collect();
        tree::zip(&entries)
    }

    fn hubspot_csv(&self) -> anyhow::Result<Vec<u8>> {
        let mut export = hubspot::Export::new(Vec::new())?;
        for contact in &self.hubspot {
            export.write(contact)?;
        }
        export.finish()
    }

    fn shopify_csv(&self) -> anyhow::Result<Vec<u8>> {
        let mut export = shopify::Export::new(Vec::new())?;
        for customer in &self.shopify {
            export.write(customer)?;
        }
        export.finish()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    fn exports() -> Exports {
        let mut exports = Exports::default();
        named::add(&mut exports);
        crowd::add(&mut exports, &mut fastrand::Rng::with_seed(SEED));
        exports
    }

    fn addresses() -> BTreeSet<String> {
        exports().addresses().collect()
    }

    #[test]
    fn the_case_has_some_1200_people_under_reserved_domains() {
        let addresses = addresses();
        assert!((1_150..1_350).contains(&addresses.len()), "{} addresses", addresses.len());
        for address in addresses {
            let domain = address.rsplit('@').next().unwrap();
            let reserved = ["example.org", "example.com", "example.net"];
            assert!(reserved.iter().any(|end| domain == *end || domain.ends_with(&format!(".{end}"))), "{address}");
        }
    }

    #[test]
    fn one_address_alone_passed_for_many_and_one_second_alone_for_a_batch() {
        let (mut by_ip, mut by_second) = (BTreeMap::new(), BTreeMap::new());
        let exports = exports();
        let signed_up = exports.mailchimp.iter().map(|row| (&row.optin_ip, &row.optin_time));
        let joined = exports.mautic.iter().map(|row| (&row.consent_ip, &row.consent_date));
        for (ip, time) in signed_up.chain(joined) {
            *by_ip.entry(ip).or_insert(0) += 1;
            *by_second.entry(time).or_insert(0) += 1;
        }
        let many: Vec<(&String, i32)> =
            by_ip.into_iter().filter(|(ip, people)| !ip.is_empty() && *people >= 10).collect();
        assert_eq!(many, [(&"198.51.100.77".to_owned(), 14)]);
        assert!(by_second.into_iter().all(|(time, people)| time.is_empty() || people < 10));
        assert!(exports.fair.register.len() >= 100, "the old register is a batch of its own");
    }

    #[test]
    fn the_checkout_lets_nobody_say_no() {
        let exports = exports();
        let checkout = exports.hubspot.iter().filter(|row| row.consent_source == named::CHECKOUT);
        let said: Vec<&str> = checkout.map(|row| row.status).collect();
        assert!(said.len() >= 100 && said.iter().all(|status| *status == "Subscribed"), "{} sign-ups", said.len());
    }

    #[test]
    fn nobody_of_the_crowd_shares_an_address_with_somebody_written_down() {
        let mut named = Exports::default();
        named::add(&mut named);
        let named: Vec<String> = named.addresses().collect();
        let all: Vec<String> = exports().addresses().collect();
        for address in &named {
            let rows = |of: &[String]| of.iter().filter(|other| *other == address).count();
            assert_eq!(rows(&all), rows(&named), "{address}");
        }
    }

    #[test]
    fn everybody_whose_verdict_is_written_down_is_in_the_case() {
        let addresses = addresses();
        let folder = super::super::fixtures().join("cases/norrsken");
        let readme = std::fs::read_to_string(folder.join("README.md")).unwrap();
        for file in ["expected/by-cells.csv", "expected/declared.csv"] {
            let mut expected = csv::Reader::from_path(folder.join(file)).unwrap();
            for email in expected.records().map(|row| row.unwrap()[0].to_owned()).filter(|email| email != "*") {
                assert!(addresses.contains(&email), "{file}: {email} is in no export");
                assert!(readme.contains(&email), "{file}: {email} is not in the README");
            }
        }
    }
}
