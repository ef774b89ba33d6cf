//! Cases of any size: three systems with about 2.1 rows a person, and the truth beside them.
//!
//! Person 17 is the same in a case of a hundred and of a million, so that cases of growing size are comparable.
//! Written as it is drawn: memory does not grow with the number of people.

mod draw;
mod truth;

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use anyhow::Context as _;

use super::{hubspot, mailchimp, shopify};
use truth::Truth;

/// Writes the case into a folder.
pub fn write(people: u32, seed: u64, out: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(out.join("exports")).with_context(|| out.display().to_string())?;
    let open = |name: &str| -> anyhow::Result<BufWriter<File>> {
        let path = out.join(name);
        let file = File::create(&path).with_context(|| path.display().to_string())?;
        Ok(BufWriter::with_capacity(1 << 18, file))
    };
    let mut audience = mailchimp::Export::new(|part| open(&format!("exports/{}", part.file_name("5ca1ab1e00"))))?;
    let mut contacts = hubspot::Export::new(open("exports/hubspot.csv")?)?;
    let mut customers = shopify::Export::new(open("exports/shopify.csv")?)?;
    let mut truth = Truth::new(open("truth.csv")?)?;
    for number in 0..people {
        let person = draw::person(number, seed);
        if let Some(member) = &person.member {
            audience.write(member)?;
        }
        if let Some(contact) = &person.contact {
            contacts.write(contact)?;
        }
        if let Some(customer) = &person.customer {
            customers.write(customer)?;
        }
        truth.write(number, &person)?;
    }
    audience.finish()?;
    contacts.finish()?;
    customers.finish()?;
    truth.finish()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn rows(path: &Path) -> Vec<csv::StringRecord> {
        csv::Reader::from_path(path).unwrap().records().map(Result::unwrap).collect()
    }

    #[test]
    fn the_same_seed_writes_the_same_bytes_and_about_two_rows_a_person() {
        let folder = std::env::temp_dir().join(format!("bonafide-generate-{}", std::process::id()));
        let (one, other) = (folder.join("one"), folder.join("other"));
        write(3_000, 7, &one).unwrap();
        write(3_000, 7, &other).unwrap();
        let mut count = 0;
        for entry in std::fs::read_dir(one.join("exports")).unwrap() {
            let entry = entry.unwrap();
            let twin = std::fs::read(other.join("exports").join(entry.file_name())).unwrap();
            assert_eq!(std::fs::read(entry.path()).unwrap(), twin);
            count += rows(&entry.path()).len();
        }
        assert!((6_000..6_700).contains(&count), "{count} rows");
        assert_eq!(rows(&one.join("truth.csv")).len(), 3_000);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_person_is_the_same_in_a_small_and_a_big_case_and_nobody_shares_an_address() {
        let mut addresses = std::collections::HashSet::new();
        for number in 0..5_000 {
            let (person, again) = (draw::person(number, 3), draw::person(number, 3));
            assert_eq!(person.email, again.email);
            assert!(addresses.insert(person.email));
        }
    }

    #[test]
    fn whoever_left_anywhere_is_a_refusal_in_the_truth() {
        let left = (0..5_000).map(|number| draw::person(number, 5)).filter(|person| {
            person.member.as_ref().is_some_and(|member| member.audience == mailchimp::Audience::Unsubscribed)
                || person.contact.as_ref().is_some_and(|contact| contact.unsubscribed_from_all == "true")
        });
        let mut seen = 0;
        for person in left {
            assert!(person.refused());
            seen += 1;
        }
        assert!((500..1_500).contains(&seen), "{seen} of 5,000 left");
    }
}
