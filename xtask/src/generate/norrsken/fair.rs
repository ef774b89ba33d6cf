//! The café's workbook: visitors of a trade fair, the register that was imported on the eve of the GDPR, and
//! a coffee trip. Three sheets typed by three people.

use crate::generate::names;
use crate::generate::workbook::{self, Cell, Sheet};

/// The three sheets.
#[derive(Default)]
pub struct Lists {
    pub visitors: Vec<Visitor>,
    pub register: Vec<Registered>,
    pub trip: Vec<Traveller>,
}

/// A visitor of the stand.
#[derive(Debug, Clone, Default)]
pub struct Visitor {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub country: &'static str,
    /// `2011-06-01`, or empty.
    pub birth: &'static str,
    /// `Ja`, `Nej` or empty.
    pub consent: &'static str,
    /// `2025-09-12 10:41:00`, or empty.
    pub consent_at: String,
    pub source: &'static str,
    pub status: &'static str,
    pub note: &'static str,
}

/// An address of the old register.
#[derive(Debug, Clone, Default)]
pub struct Registered {
    pub name: String,
    pub email: String,
    pub country: &'static str,
}

/// Somebody who went on the coffee trip.
#[derive(Debug, Clone, Default)]
pub struct Traveller {
    pub name: String,
    pub email: String,
    pub country: &'static str,
    pub consent: &'static str,
    /// Day, month and year as typed: nothing in the sheet tells the first two apart.
    pub consent_on: String,
    pub health: &'static str,
}

/// One run of the old import script, a second before the eve of the GDPR ended.
const IMPORTED: &str = "2018-05-24 23:59:59";

impl Lists {
    /// Puts the rows of every sheet in another order.
    pub fn shuffle(&mut self, rng: &mut fastrand::Rng) {
        rng.shuffle(&mut self.visitors);
        rng.shuffle(&mut self.register);
        rng.shuffle(&mut self.trip);
    }

    /// The file.
    pub fn workbook(&self) -> anyhow::Result<Vec<u8>> {
        workbook::xlsx(&[self.visitors(), self.register(), self.trip()])
    }

    /// Every address of every sheet.
    pub fn emails(&self) -> impl Iterator<Item = &String> {
        let visitors = self.visitors.iter().map(|row| &row.email);
        visitors.chain(self.register.iter().map(|row| &row.email)).chain(self.trip.iter().map(|row| &row.email))
    }

    fn visitors(&self) -> Sheet {
        let header = [
            "Namn",
            "E-post",
            "Telefon",
            "Land",
            "Födelsedatum",
            "Samtycke",
            "Samtyckesdatum",
            "Källa",
            "Status",
            "Anteckningar",
        ];
        let rows = self.visitors.iter().map(|row| {
            let born = if row.birth.is_empty() { Cell::from("") } else { Cell::Day(row.birth.to_owned()) };
            let land = names::swedish(row.country);
            vec![
                row.name.as_str().into(),
                row.email.as_str().into(),
                row.phone.as_str().into(),
                land.into(),
                born,
                row.consent.into(),
                time(&row.consent_at),
                row.source.into(),
                row.status.into(),
                row.note.into(),
            ]
        });
        sheet("Besökare 2025", &header, rows)
    }

    fn register(&self) -> Sheet {
        let header = ["Namn", "E-post", "Land", "Samtycke", "Samtyckesdatum", "Skapad", "Källa"];
        let rows = self.register.iter().map(|row| {
            let land = names::swedish(row.country);
            let person = [row.name.as_str().into(), row.email.as_str().into(), land.into(), "Ja".into()];
            person.into_iter().chain([time(IMPORTED), time(IMPORTED), "import".into()]).collect()
        });
        sheet("Gamla registret", &header, rows)
    }

    fn trip(&self) -> Sheet {
        let header = ["Namn", "E-post", "Land", "Samtycke", "Samtyckesdatum", "Källa", "Allergier/hälsa"];
        let rows = self.trip.iter().map(|row| {
            let land = names::swedish(row.country);
            vec![
                row.name.as_str().into(),
                row.email.as_str().into(),
                land.into(),
                row.consent.into(),
                row.consent_on.as_str().into(),
                "Anmälan Kafferesan".into(),
                row.health.into(),
            ]
        });
        sheet("Kafferesan 2024", &header, rows)
    }
}

fn sheet(name: &'static str, header: &[&str], rows: impl Iterator<Item = Vec<Cell>>) -> Sheet {
    let header = header.iter().map(|title| Cell::from(*title)).collect();
    Sheet { name, rows: std::iter::once(header).chain(rows).collect() }
}

fn time(text: &str) -> Cell {
    if text.is_empty() { Cell::from("") } else { Cell::Time(text.to_owned()) }
}
