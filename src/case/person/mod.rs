//! One person, closely: what each system says side by side, what happened when, what was found, why the rows are one
//! person, and what may be decided. Every value leads to its cell.

mod events;
mod quote;
mod said;
mod side;
#[cfg(test)]
mod tests;
mod view;

use crate::audit::{Policy, rules};
use crate::normalise::{Contact, Normaliser, Options};
use crate::plan::{Decision, Decisions, Verdict, permits, person_key};
use crate::store::Ledger;
use crate::vocabulary::{Field, System};

use super::facts::list_name;
use super::{Bucket, Case, CaseError};

pub use events::{Event, EventKind};
pub use quote::{Quoted, SaidBy};
pub use said::Said;
pub use side::{Doubt, SideCell, SideKind, SideRow, Told};
pub use view::{CellView, Choice, DecisionView, FindingView, LawView, LinkView, Neighbour, PersonView, Source};

use quote::Rows;

/// Rows that are laid out; a person of more has been generated, not lived.
const ROWS: usize = 60;
/// Cited cells that are shown of one finding.
const CITED: usize = 12;
/// People shown who share an address or a number.
const NEIGHBOURS: usize = 10;

/// The rows of a person, read once more.
struct Closely<'c> {
    case: &'c Case,
    verdict: Verdict,
    policy: Policy,
    /// The rows laid out, in the order of tables and rows.
    rows: Rows,
    contacts: Vec<Contact>,
    /// The source of each contact, by its place among the sources.
    source_of: Vec<u32>,
    sources: Vec<Source>,
}

impl Case {
    /// One person, closely; `None` for a number that nobody has.
    ///
    /// # Errors
    /// When the case cannot be read.
    pub fn person(&self, ledger: &Ledger, number: u32) -> Result<Option<PersonView>, CaseError> {
        let Some(verdict) = self.store.verdict(number)? else { return Ok(None) };
        let Some(line) = ledger.person(number) else { return Ok(None) };
        let closely = self.closely(verdict)?;
        let verdict = &closely.verdict;
        let main = closely.main();
        let refused = closely.refused(main);
        let events = closely.events();
        let first = events.iter().filter(|event| event.kind.is_a_beginning()).map(|event| &event.told.day).min();
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Ok(Some(PersonView {
            person: number,
            name: owned(line.name()),
            email: verdict.email.clone(),
            phone: verdict.phone.clone(),
            company: owned(line.company()),
            country: verdict.country.word().to_owned(),
            first_seen: first.cloned(),
            rows: short(verdict.rows.len()),
            rows_shown: short(closely.contacts.len()),
            said: closely.said(main, &refused),
            side: closely.side(),
            refused_since: refused.since(),
            today: day(closely.policy.today),
            findings: closely.findings()?,
            links: closely.links()?,
            neighbours: closely.neighbours(ledger),
            cells: self.cells(verdict)?,
            main: short(main),
            decisions: self.decided_of(verdict)?,
            events,
            sources: closely.sources,
        }))
    }

    fn closely(&self, verdict: Verdict) -> Result<Closely<'_>, CaseError> {
        let mut policy = Policy::on(self.settings()?.audit_options().map_or(0, |options| options.today));
        policy.tables = self.table_facts()?;
        let homes: std::collections::BTreeMap<_, _> =
            self.store.tables()?.into_iter().map(|table| (table.id, table.home)).collect();
        let wanted = verdict.rows.iter().take(ROWS).copied();
        let (mut rows, mut contacts) = (Rows::default(), Vec::new());
        let mut last: Option<Normaliser> = None;
        let mut read_by = None;
        self.store.each_row(wanted, |table, row| -> Result<(), CaseError> {
            if read_by != Some(table) {
                let home = homes.get(&table).copied().flatten();
                let options = Options { default_country: home.and_then(|home| home.hint()) };
                last = Some(Normaliser::new(table, &policy.table(table).recognition, &options));
                read_by = Some(table);
            }
            rows.keep(table, row);
            // A row of a verdict was a contact when it was judged.
            let contact = last.as_mut().and_then(|normaliser| normaliser.contact(row).ok());
            contacts.extend(match policy.table(table).older {
                true => contact.and_then(Contact::into_refusal),
                false => contact,
            });
            Ok(())
        })?;
        let mut sources: Vec<Source> = Vec::new();
        let source = |contact: &Contact| {
            let table = policy.table(contact.table);
            let list = (table.system() == System::List).then(|| list_name(&table.file, &table.sheet));
            Source { system: table.system(), list, rows: 0 }
        };
        sources.extend(contacts.iter().map(source));
        sources.sort();
        sources.dedup();
        let place = |contact: &Contact| {
            let of = source(contact);
            sources.iter().position(|source| source.system == of.system && source.list == of.list).unwrap_or_default()
        };
        let source_of: Vec<u32> = contacts.iter().map(|contact| short(place(contact))).collect();
        for source in &source_of {
            sources[*source as usize].rows += 1;
        }
        Ok(Closely { case: self, verdict, policy, rows, contacts, source_of, sources })
    }

    fn cells(&self, verdict: &Verdict) -> Result<Vec<CellView>, CaseError> {
        let decisions = Decisions::of(self.store.decisions()?);
        let choices = |position: usize| {
            let choice = |bucket: Bucket| Choice {
                bucket,
                refused: permits(verdict, position, bucket.action()).err().map(|refused| refused.key().to_owned()),
            };
            Bucket::ALL.map(choice).to_vec()
        };
        Ok(verdict
            .cells
            .iter()
            .enumerate()
            .map(|(position, cell)| CellView {
                channel: cell.channel,
                purpose: cell.purpose.clone(),
                grade: cell.grade,
                class: cell.class,
                action: cell.action,
                by_rules: cell.asked_for(),
                bucket: Bucket::of(cell.action),
                decision: decisions.on(verdict, position).map(|decision| decision.id),
                choices: choices(position),
            })
            .collect())
    }

    /// Every decision about a person, last first.
    fn decided_of(&self, verdict: &Verdict) -> Result<Vec<DecisionView>, CaseError> {
        let history = self.store.decisions()?;
        let about = |decision: &Decision| {
            let known = [verdict.email.as_deref(), verdict.phone.as_deref()];
            known.contains(&Some(decision.key.as_str()))
                && (Some(decision.key.as_str()) == person_key(known[0], known[1]) || !decision.to.permits_sending())
        };
        let decisions = Decisions::of(history.clone());
        let standing: Vec<u32> = (0..verdict.cells.len())
            .filter_map(|cell| decisions.on(verdict, cell).map(|decision| decision.id))
            .collect();
        Ok(history
            .into_iter()
            .rev()
            .filter(about)
            .map(|decision| DecisionView {
                stands: standing.contains(&decision.id),
                id: decision.id,
                channel: decision.channel,
                purpose: decision.purpose,
                from: decision.from,
                to: decision.to,
                by: decision.by,
                reason: decision.reason,
                on: decision.on,
                withdrawn_on: decision.withdrawn_on,
            })
            .collect())
    }
}

impl Closely<'_> {
    fn findings(&self) -> Result<Vec<FindingView>, CaseError> {
        let mut findings = Vec::with_capacity(self.verdict.findings.len());
        for finding in &self.verdict.findings {
            let rule = rules::ALL[usize::from(finding.rule)];
            let cited = finding.evidence.iter().take(CITED).map(|place| self.quote(*place));
            findings.push(FindingView {
                rule: rule.id.to_owned(),
                title: rule.title.to_owned(),
                severity: finding.severity,
                confidence: finding.confidence,
                because: finding.because.clone(),
                law: rule
                    .cites
                    .iter()
                    .map(|provision| LawView {
                        instrument: provision.instrument.to_owned(),
                        provision: provision.provision.to_owned(),
                        verified: provision.verified,
                    })
                    .collect(),
                channel: finding.cell.map(|cell| self.verdict.cells[usize::from(cell)].channel),
                cited: cited.collect::<Result<_, CaseError>>()?,
                more: short(finding.evidence.len().saturating_sub(CITED)),
            });
        }
        findings.sort_by_key(|finding| finding.severity);
        Ok(findings)
    }

    fn links(&self) -> Result<Vec<LinkView>, CaseError> {
        let by = |key: u8| match key {
            0 => Field::Email,
            1 => Field::Phone,
            2 => Field::CustomerId,
            _ => Field::ExternalId,
        };
        let links = self.verdict.links.iter().take(ROWS);
        links
            .map(|(key, from, to)| Ok(LinkView { by: by(*key), from: self.quote(*from)?, to: self.quote(*to)? }))
            .collect()
    }

    fn neighbours(&self, ledger: &Ledger) -> Vec<Neighbour> {
        let mine = |field: Field| -> Vec<&str> {
            let mut texts: Vec<&str> = self.contacts.iter().flat_map(|contact| contact.texts(field)).collect();
            texts.sort_unstable();
            texts.dedup();
            texts
        };
        let (emails, phones) = (mine(Field::Email), mine(Field::Phone));
        let has = |texts: &[&str], text: Option<&str>| text.is_some_and(|text| texts.contains(&text));
        ledger
            .people()
            .filter(|other| other.number() != self.verdict.person)
            .filter_map(|other| {
                let shares = if has(&emails, other.email()) {
                    Field::Email
                } else if has(&phones, other.phone()) {
                    Field::Phone
                } else {
                    return None;
                };
                let owned = |text: Option<&str>| text.map(str::to_owned);
                let (person, name, email) = (other.number(), owned(other.name()), owned(other.email()));
                Some(Neighbour { person, name, email, shares })
            })
            .take(NEIGHBOURS)
            .collect()
    }
}

/// A day, counted from 1970-01-01, as `YYYY-MM-DD`.
fn day(days: i64) -> String {
    let date = chrono::TimeDelta::try_days(days).and_then(|days| chrono::NaiveDate::default().checked_add_signed(days));
    date.unwrap_or_default().format("%Y-%m-%d").to_string()
}

fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl std::fmt::Debug for PersonView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PersonView({}, {} rows, {} findings)", self.person, self.rows, self.findings.len())
    }
}

impl std::fmt::Debug for Neighbour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Neighbour({}, {:?})", self.person, self.shares)
    }
}

impl std::fmt::Debug for DecisionView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DecisionView({}, {:?} to {:?})", self.id, self.from, self.to)
    }
}
