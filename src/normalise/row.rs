//! Turns the rows of one table into contacts.

mod claims;
mod dates;
mod plan;

use crate::import::{ColumnMeaning, Recognition, SourceRow};
use crate::vocabulary::{Channel, ConsentStatus, Field, System, TableId};

use super::contact::{Contact, Text, Value};
use super::country::Country;
use super::date::{self, Date};
use super::phone::Phones;
use super::state::Said;
use super::{cell, email, legal_basis, words};

use claims::{Dated, Draft, refusal_among};
use dates::{birth_date, happened, safest};
use plan::{Plan, Reading, country_in, surest_first};

/// What normalising needs to know beyond the table itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// The country of people whose row names none: it decides what a telephone number in national notation means.
    pub default_country: Option<Country>,
}

/// Reads the rows of one table. What every column means is settled once; a row looks up no header.
///
/// Which cells make a claim (a claim is never made by the absence of one):
///
/// * the name of the file or sheet, and a word in the status column;
/// * opt-in columns: yes is [`ConsentStatus::Given`]; no is [`ConsentStatus::Withdrawn`] where the column's polarity
///   says that no is a refusal, and nothing where it may mean that nobody asked;
/// * a column that says whether a double opt-in was confirmed: yes is [`ConsentStatus::Given`], no is nothing;
/// * opt-out columns: yes is a refusal, and so is any text that does not deny it; no is nothing;
/// * a bounce that does not pass, a complaint, an erasure;
/// * a date of leaving, readable or not: an undated refusal is one. `0000-00-00` is how databases write that there is
///   none, and tells nothing;
/// * a withdrawal that stands in place of a legal basis (SuiteCRM);
/// * a reason for leaving, in a row that tells of no refusal otherwise, and a tag or list named for a refusal;
/// * a readable date of consent, in a table without any column or name that states a state, unless the column is known
///   to date something else as well.
///
/// A claim bears the date that belongs to it: of leaving for a refusal, of consent for a consent, and so on.
pub struct Normaliser {
    table: TableId,
    channel: Channel,
    status_of_table: Option<ConsentStatus>,
    writes_utc: bool,
    default_country: Option<Country>,
    columns: Vec<Plan>,
    countries: Vec<usize>,
    has_phone: bool,
    phones: Phones,
    dated: Vec<Dated>,
    drafts: Vec<Draft>,
}

/// What a row has to be known by.
#[derive(Default)]
struct Identity {
    known: bool,
    bad_email: Option<usize>,
    bad_phone: Option<usize>,
    rounded_phone: Option<usize>,
}

impl Normaliser {
    /// Settles what every column of a table means.
    pub fn new(table: TableId, recognition: &Recognition, options: &Options) -> Self {
        let states = |column: &ColumnMeaning| {
            matches!(
                column.field,
                Some(Field::Status | Field::OptinEmail | Field::OptinSms | Field::OptinPhone | Field::OptinPost)
            )
        };
        let status_of_table = recognition.table_status.filter(|status| *status != ConsentStatus::Unknown);
        let consent_is_stated = recognition.table_status.is_some() || recognition.columns.iter().any(states);
        let mut columns: Vec<Plan> =
            recognition.columns.iter().filter_map(|column| Plan::of(column, recognition, consent_is_stated)).collect();
        columns.sort_by_key(|plan| plan.position);
        surest_first(&mut columns, recognition);
        let with =
            |field: Field| columns.iter().enumerate().filter(move |(_, plan)| plan.field == field).map(|(at, _)| at);
        let countries = with(Field::Country).collect();
        let has_phone = with(Field::Phone).next().is_some();
        Self {
            table,
            channel: recognition.channel,
            status_of_table,
            writes_utc: recognition.writes_utc,
            default_country: options.default_country,
            columns,
            countries,
            has_phone,
            phones: Phones::new(recognition.system == System::Brevo),
            dated: Vec::new(),
            drafts: Vec::new(),
        }
    }

    /// The contact of a row.
    ///
    /// # Errors
    /// Why the row identifies nobody, in a sentence without any content of the row.
    pub fn contact(&mut self, row: SourceRow<'_>) -> Result<Contact, String> {
        let mut contact = Contact::new(self.table, row.number());
        let mut identity = Identity::default();
        let mut purpose = Text::EMPTY;
        let hint = if self.has_phone { self.country_of(row) } else { None };
        let mut refuses_all = false;
        let mut soft_bounce = false;
        let mut reason = None;
        self.dated.clear();
        self.drafts.clear();

        for at in 0..self.columns.len() {
            let plan = &mut self.columns[at];
            let Some(cell) = row.cell(plan.position).filter(|cell| !cell.is_empty()) else { continue };
            match &mut plan.reading {
                Reading::Email if email::are_several(cell) => {
                    let mut found = false;
                    for address in email::normalise_all(cell) {
                        contact.tell_text(plan.field, plan.column, &address);
                        found = true;
                    }
                    identity.known |= found;
                    identity.bad_email = identity.bad_email.or((!found).then_some(at));
                }
                Reading::Email => match email::normalise(cell) {
                    Ok(address) => {
                        contact.tell_text(plan.field, plan.column, &address);
                        identity.known = true;
                    }
                    Err(email::NotAnAddress::Empty) => {}
                    Err(_) => identity.bad_email = identity.bad_email.or(Some(at)),
                },
                Reading::Phone => match self.phones.read(cell, hint) {
                    Ok(number) => {
                        contact.tell_text(plan.field, plan.column, number.write(&mut [0; 16]));
                        identity.known = true;
                        let mut rest = Phones::behind_first(cell);
                        while let Some(behind) = rest {
                            if let Ok(number) = self.phones.read(behind, hint) {
                                contact.tell_text(plan.field, plan.column, number.write(&mut [0; 16]));
                            }
                            rest = Phones::behind_first(behind);
                        }
                    }
                    Err(super::phone::NotANumber::Empty) => {}
                    Err(super::phone::NotANumber::Rounded) => {
                        identity.rounded_phone = identity.rounded_phone.or(Some(at));
                    }
                    Err(_) => identity.bad_phone = identity.bad_phone.or(Some(at)),
                },
                Reading::Country(seen) => {
                    if let Some(country) = country_in(seen, cell) {
                        contact.tell_text(plan.field, plan.column, country.code());
                    }
                }
                Reading::BirthDate(order) => {
                    let date = date::read(cell, *order, self.writes_utc);
                    if let Some(value) = birth_date(cell, date) {
                        contact.tell(plan.field, plan.column, value);
                    }
                }
                Reading::Date { order, event, nothing } => {
                    let date = date::read(cell, *order, self.writes_utc);
                    let value = match date {
                        Date::Empty => continue,
                        Date::Moment(moment) => Value::Moment(moment),
                        Date::Sentinel(_) | Date::Zero => Value::SentinelDate,
                        Date::Unreadable => Value::UnreadableDate,
                    };
                    contact.tell(plan.field, plan.column, value);
                    let at_which = match date {
                        Date::Moment(moment) => safest(plan.field, *order, cell, self.writes_utc, moment),
                        _ => None,
                    };
                    if let Some(moment) = at_which {
                        let channel = plan.channel_named.then_some(plan.channel);
                        self.dated.push(Dated { field: plan.field, channel, at: moment });
                    }
                    let says_nothing = nothing.iter().any(|word| **word == *cell::trim(cell));
                    if let Some(status) = event.filter(|status| !says_nothing && happened(*status, date, cell)) {
                        let all_channels = matches!(status, ConsentStatus::Complained | ConsentStatus::Erased);
                        let said = Said { status: Some(status), all_channels, ..Said::default() };
                        self.drafts.push(Draft { plan: at, said, status, own: at_which });
                    }
                }
                Reading::DoubleOptIn => {
                    let Some(text) = cell::text(cell) else { continue };
                    if words::yes_no(text) == Some(true) {
                        // The click on the confirmation is the yes, and the act behind it.
                        contact.tell_text(plan.field, plan.column, "doi click");
                        let status = ConsentStatus::Given;
                        let said = Said { status: Some(status), ..Said::default() };
                        self.drafts.push(Draft { plan: at, said, status, own: None });
                    } else if words::yes_no(text).is_none() {
                        contact.tell_text(plan.field, plan.column, text);
                    }
                }
                Reading::Text => {
                    let Some(text) = cell::text(cell) else { continue };
                    let stored = contact.store(text);
                    contact.tell(plan.field, plan.column, Value::Text(stored));
                    match plan.field {
                        Field::Purpose => purpose = stored,
                        Field::LegalBasis if legal_basis::is_withdrawn(text) => {
                            let status = ConsentStatus::Withdrawn;
                            let said = Said { status: Some(status), all_channels: true, ..Said::default() };
                            self.drafts.push(Draft { plan: at, said, status, own: None });
                        }
                        Field::Tags | Field::Lists => {
                            if let Some(status) = refusal_among(text) {
                                let said = Said { status: Some(status), ..Said::default() };
                                self.drafts.push(Draft { plan: at, said, status, own: None });
                            }
                        }
                        field => identity.known |= identifies(field),
                    }
                }
                Reading::State(column) => {
                    let Some(text) = cell::text(cell) else { continue };
                    contact.tell_text(plan.field, plan.column, text);
                    let said = column.read(text);
                    soft_bounce |= said.soft;
                    refuses_all |= said.all_channels && plan.field == Field::UnsubscribeReason;
                    let is_open = said.status.is_none() || said.presumed;
                    if let Some((status, moment)) = is_open.then(|| plan.dated_state(text, self.writes_utc)).flatten() {
                        self.drafts.push(Draft { plan: at, said, status, own: moment });
                    } else if let Some(status) = said.status {
                        self.drafts.push(Draft { plan: at, said, status, own: None });
                    } else if plan.field == Field::UnsubscribeReason && !words::denies(text) {
                        reason = reason.or(Some(at));
                    }
                }
            }
        }
        if !identity.known {
            return Err(self.nobody(&identity));
        }
        // Who gave a reason for leaving has left, when nothing else of the row tells when or what.
        if let Some(plan) = reason.filter(|_| !self.is_refused()) {
            let status = ConsentStatus::Withdrawn;
            self.drafts.push(Draft { plan, said: Said { status: Some(status), ..Said::default() }, status, own: None });
        }
        self.claim(&mut contact, purpose, refuses_all, soft_bounce);
        Ok(contact)
    }

    /// The country that decides what a number in national notation means: the row's own. A row that names one
    /// nobody can read has none; a row that names none has the default.
    fn country_of(&mut self, row: SourceRow<'_>) -> Option<Country> {
        let mut silent = true;
        for at in &self.countries {
            let plan = &mut self.columns[*at];
            let Some(cell) = row.cell(plan.position).filter(|cell| cell::text(cell).is_some()) else { continue };
            silent = false;
            if let Reading::Country(seen) = &mut plan.reading
                && let Some(country) = country_in(seen, cell)
            {
                return Some(country);
            }
        }
        if silent { self.default_country } else { None }
    }

    fn nobody(&self, identity: &Identity) -> String {
        let name = |at: usize| {
            let plan = &self.columns[at];
            if plan.header.is_empty() { (plan.position + 1).to_string() } else { format!("“{}”", plan.header) }
        };
        match (identity.bad_email, identity.bad_phone, identity.rounded_phone) {
            (Some(at), ..) => format!("the e-mail address in column {} is not an address", name(at)),
            (None, Some(at), _) => {
                format!("the telephone number in column {} cannot be used without knowing its country", name(at))
            }
            (None, None, Some(at)) => format!(
                "a spreadsheet rounded the telephone number in column {}, and its last digits are lost: export that column as text",
                name(at)
            ),
            (None, None, None) => "nothing in this row identifies a person".to_owned(),
        }
    }
}

fn identifies(field: Field) -> bool {
    matches!(field, Field::ExternalId | Field::CustomerId | Field::FirstName | Field::LastName | Field::FullName)
}

#[cfg(test)]
mod tests;
