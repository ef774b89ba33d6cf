//! Turns the rows of one table into contacts.

use std::cell::RefCell;

use crate::import::{ColumnMeaning, DateOrder, Polarity, Recognition, SourceRow};
use crate::vocabulary::{Channel, Column, ConsentStatus, Field, Moment, System, TableId};

use super::contact::{Claim, Contact, Text, Value};
use super::country::{self, Country};
use super::date::{self, Date};
use super::memo::Memo;
use super::phone::Phones;
use super::state::{Kind, Said, StateColumn};
use super::{cell, email, legal_basis, words};

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

/// What to do with one column.
struct Plan {
    position: usize,
    column: Column,
    field: Field,
    reading: Reading,
    channel: Channel,
    /// Whether the column names its channel itself.
    channel_named: bool,
    purpose: Option<Box<str>>,
    /// Whether the header refuses every channel (“Do not contact”).
    all_channels: bool,
    header: Box<str>,
}

enum Reading {
    Email,
    Phone,
    Country(Vec<(Box<str>, Option<Country>)>),
    /// `event`: what a date in this column claims; `nothing`: what stands in it for no date.
    Date {
        order: DateOrder,
        event: Option<ConsentStatus>,
        nothing: Vec<Box<str>>,
    },
    BirthDate(DateOrder),
    /// Yes or no to a confirmed double opt-in (Brevo).
    DoubleOptIn,
    Text,
    State(StateColumn),
}

/// A date that may belong to a claim.
struct Dated {
    field: Field,
    channel: Option<Channel>,
    at: Moment,
}

/// A claim whose date is not yet known.
struct Draft {
    plan: usize,
    said: Said,
    status: ConsentStatus,
    /// The date in the claiming cell itself.
    own: Option<Moment>,
}

/// What a row has to be known by.
#[derive(Default)]
struct Identity {
    known: bool,
    bad_email: Option<usize>,
    bad_phone: Option<usize>,
    rounded_phone: Option<usize>,
}

/// Of several columns with one meaning the surest speaks first: [`Contact::text`] takes the first it finds.
fn surest_first(columns: &mut [Plan], recognition: &Recognition) {
    let sureness =
        |plan: &Plan| recognition.columns.get(plan.position).map_or(0.0, |column: &ColumnMeaning| column.confidence);
    for at in 0..columns.len() {
        let surest = (at..columns.len())
            .filter(|other| columns[*other].field == columns[at].field)
            .fold(at, |best, other| if sureness(&columns[other]) > sureness(&columns[best]) { other } else { best });
        columns.swap(at, surest);
    }
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
                        self.drafts.push(Draft { plan: at, said, status, own: Some(moment) });
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

    fn is_refused(&self) -> bool {
        self.status_of_table.is_some_and(ConsentStatus::is_refusal)
            || self.drafts.iter().any(|draft| draft.status.is_refusal())
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

    /// Writes the drafts as claims, each with its date and purpose.
    fn claim(&self, contact: &mut Contact, row_purpose: Text, refuses_all: bool, soft_bounce: bool) {
        for draft in &self.drafts {
            let plan = &self.columns[draft.plan];
            let status = draft.status;
            if status == ConsentStatus::Bounced && plan.field == Field::BouncedAt && soft_bounce {
                continue;
            }
            let all_channels = draft.said.all_channels
                || plan.all_channels && status.is_refusal()
                || refuses_all && status == ConsentStatus::Withdrawn;
            let purpose = match &plan.purpose {
                _ if all_channels || !has_purpose(status) => Text::EMPTY,
                Some(purpose) => contact.store(purpose),
                // Who is on a blocklist is on it whatever the row is about.
                None if status == ConsentStatus::Suppressed => Text::EMPTY,
                None => row_purpose,
            };
            let at = draft.own.or_else(|| self.date_of(status, plan.channel, plan.own_date()));
            contact.claim(Claim { channel: plan.channel, purpose, status, column: plan.column, at, all_channels });
        }
        if let Some(status) = self.status_of_table {
            let all_channels = matches!(status, ConsentStatus::Complained | ConsentStatus::Erased)
                || refuses_all && status == ConsentStatus::Withdrawn;
            let purpose = if all_channels || !has_purpose(status) { Text::EMPTY } else { row_purpose };
            let at = self.date_of(status, self.channel, false);
            let column = Column::FILE_NAME;
            contact.claim(Claim { channel: self.channel, purpose, status, column, at, all_channels });
        }
    }

    /// The date in the row that belongs to a claim. A date column that names a channel dates that channel only.
    fn date_of(&self, status: ConsentStatus, channel: Channel, own_column: bool) -> Option<Moment> {
        if own_column {
            return None;
        }
        let fields: &[Field] = match status {
            ConsentStatus::Given | ConsentStatus::Pending => &[Field::ConsentAt],
            ConsentStatus::Withdrawn => &[Field::UnsubscribedAt],
            ConsentStatus::Bounced => &[Field::BouncedAt],
            ConsentStatus::Complained => &[Field::ComplaintAt, Field::UnsubscribedAt],
            ConsentStatus::Erased => &[Field::ErasedAt],
            ConsentStatus::Suppressed | ConsentStatus::Unknown => &[],
        };
        fields.iter().find_map(|field| {
            let of_field = || self.dated.iter().filter(|dated| dated.field == *field);
            let exact = of_field().find(|dated| dated.channel == Some(channel));
            exact.or_else(|| of_field().find(|dated| dated.channel.is_none())).map(|dated| dated.at)
        })
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

impl Plan {
    fn of(column: &ColumnMeaning, recognition: &Recognition, consent_is_stated: bool) -> Option<Self> {
        let field = column.field.filter(|field| *field != Field::Ignored)?;
        // A date of consent nobody is sure of dates no yes and makes none.
        if column.is_unsure() && matches!(field, Field::ConsentAt | Field::ConfirmedAt) {
            return None;
        }
        let position = usize::try_from(column.position.checked_sub(1)?).ok()?;
        let order = column.dates.unwrap_or(DateOrder::Plain);
        let event = match field {
            Field::UnsubscribedAt => Some(ConsentStatus::Withdrawn),
            Field::ComplaintAt => Some(ConsentStatus::Complained),
            Field::ErasedAt => Some(ConsentStatus::Erased),
            Field::BouncedAt => Some(ConsentStatus::Bounced),
            Field::ConsentAt if !consent_is_stated && column.polarity != Polarity::YesOrUnknown => {
                Some(ConsentStatus::Given)
            }
            _ => None,
        };
        let reading = match field {
            Field::Email => Reading::Email,
            Field::Phone => Reading::Phone,
            Field::Country => Reading::Country(Vec::new()),
            Field::BirthDate => Reading::BirthDate(order),
            field if is_date(field) => Reading::Date { order, event, nothing: words_for_nothing(column) },
            Field::ConsentMethod if column.polarity == Polarity::YesOrUnknown => Reading::DoubleOptIn,
            _ => match Kind::of(column) {
                Some(kind) => Reading::State(StateColumn::new(kind, column)),
                None => Reading::Text,
            },
        };
        let channel = column.channel.unwrap_or(match field {
            Field::OptinEmail | Field::DoNotEmail => Channel::Email,
            Field::OptinSms | Field::DoNotSms => Channel::Sms,
            Field::OptinPhone | Field::DoNotCall => Channel::PhoneLive,
            Field::OptinPost | Field::DoNotPost => Channel::Post,
            _ => recognition.channel,
        });
        // Mautic's label “Do not contact” means its e-mail channel, and a named channel is one.
        let all_channels = column.channel.is_none()
            && matches!(Kind::of(column), Some(Kind::YesOrNo(Polarity::RefusedOrUnknown)))
            && recognition.system != System::Mautic
            && words::is_all_channels(&column.header);
        Some(Self {
            position,
            column: Column(u16::try_from(position).ok().filter(|position| *position < Column::WHOLE_ROW.0)?),
            field,
            reading,
            channel,
            channel_named: column.channel.is_some(),
            purpose: column.purpose.as_deref().map(Box::from),
            all_channels,
            header: cell::trim(&column.header).into(),
        })
    }

    /// Whether the claims of this column are dated by their own cell alone.
    fn own_date(&self) -> bool {
        matches!(self.reading, Reading::Date { .. })
    }

    /// A date in an opt-out, bounce or complaint column says since when: it is a yes. In an opt-in column it is none.
    fn dated_state(&self, text: &str, writes_utc: bool) -> Option<(ConsentStatus, Moment)> {
        let status = match self.field {
            Field::DoNotEmail | Field::DoNotSms | Field::DoNotCall | Field::DoNotPost => ConsentStatus::Withdrawn,
            Field::Complained => ConsentStatus::Complained,
            _ => return None,
        };
        match date::read(text, DateOrder::Plain, writes_utc) {
            Date::Moment(moment) => Some((status, moment)),
            _ => None,
        }
    }
}

/// The words that the system of a column writes where nothing happened.
fn words_for_nothing(column: &ColumnMeaning) -> Vec<Box<str>> {
    let unknown = column.values.iter().filter(|value| value.status == ConsentStatus::Unknown);
    unknown.map(|value| cell::trim(&value.value).into()).collect()
}

/// The moment a date is taken for where it decides what holds. Where day and month may be either way round, a refusal
/// has none, so that nothing comes after it, and a consent is the earlier one.
fn safest(field: Field, order: DateOrder, cell: &str, writes_utc: bool, read: Moment) -> Option<Moment> {
    if order != DateOrder::Ambiguous {
        return Some(read);
    }
    let (Date::Moment(one), Date::Moment(other)) =
        (date::read(cell, DateOrder::DayFirst, writes_utc), date::read(cell, DateOrder::MonthFirst, writes_utc))
    else {
        return Some(read);
    };
    match field {
        _ if one == other => Some(read),
        Field::UnsubscribedAt | Field::ComplaintAt | Field::ErasedAt | Field::BouncedAt => None,
        Field::ConsentAt | Field::ConfirmedAt => Some(if one.seconds < other.seconds { one } else { other }),
        _ => Some(read),
    }
}

/// The refusal that one of several tags or lists is named for: `customer, unsubscribed`, “Suppression list”.
fn refusal_among(names: &str) -> Option<ConsentStatus> {
    thread_local! {
        static SEEN: RefCell<Memo<Option<ConsentStatus>>> = RefCell::new(Memo::new());
    }
    Memo::recall(&SEEN, names, |names| {
        let mut refusals = names.split([',', ';', '|']).filter_map(words::refusal_within);
        refusals.find(|status| matches!(status, ConsentStatus::Withdrawn | ConsentStatus::Suppressed))
    })
}

fn is_date(field: Field) -> bool {
    matches!(
        field,
        Field::ConsentAt
            | Field::ConfirmedAt
            | Field::UnsubscribedAt
            | Field::BouncedAt
            | Field::ComplaintAt
            | Field::ErasedAt
            | Field::LastActivityAt
            | Field::LastOpenAt
            | Field::LastClickAt
            | Field::LastSentAt
            | Field::CreatedAt
            | Field::UpdatedAt
            | Field::ImportedAt
            | Field::PurchaseAt
    )
}

fn identifies(field: Field) -> bool {
    matches!(field, Field::ExternalId | Field::CustomerId | Field::FirstName | Field::LastName | Field::FullName)
}

/// A bounce, a complaint and an erasure are not limited to a purpose.
fn has_purpose(status: ConsentStatus) -> bool {
    !matches!(status, ConsentStatus::Bounced | ConsentStatus::Complained | ConsentStatus::Erased)
}

/// Whether a date cell tells that its event happened. A refusal counts without a readable date; consent and bounce
/// do not.
fn happened(status: ConsentStatus, date: Date, cell: &str) -> bool {
    match date {
        Date::Moment(_) => true,
        Date::Sentinel(_) => status.is_refusal(),
        Date::Unreadable => {
            let denied = words::yes_no(cell) == Some(false)
                || words::status(cell) == Some(ConsentStatus::Given)
                || matches!(
                    super::fold::fold(cell).as_str(),
                    "never" | "mai" | "aldrig" | "niemals" | "jamais" | "nunca"
                );
            status.is_refusal() && !denied
        }
        Date::Empty | Date::Zero => false,
    }
}

/// Some placeholders are birthdays of real people; a day and month without a year tell no age and make no fact.
fn birth_date(cell: &str, date: Date) -> Option<Value> {
    const IN_1930: i64 = -40 * 366 * 86_400;
    const IN_2001: i64 = 978_307_200;
    match date {
        Date::Empty => None,
        Date::Moment(moment) => Some(Value::Moment(moment)),
        // “0” is 1970-01-01 as well, and nobody's birthday.
        Date::Sentinel(moment) if cell.len() >= 6 && (IN_1930..IN_2001).contains(&moment.seconds) => {
            Some(Value::Moment(moment))
        }
        Date::Sentinel(_) | Date::Zero => Some(Value::SentinelDate),
        Date::Unreadable => {
            let parts = cell::trim(cell).split(['/', '-', '.']).filter(|part| !part.is_empty());
            let short = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            let mut count = 0;
            let yearless = parts.inspect(|_| count += 1).all(short) && count == 2;
            (!yearless).then_some(Value::UnreadableDate)
        }
    }
}

/// The country of a cell; the names a column holds are few.
fn country_in(seen: &mut Vec<(Box<str>, Option<Country>)>, cell: &str) -> Option<Country> {
    if let Some((_, country)) = seen.iter().find(|(name, _)| **name == *cell) {
        return *country;
    }
    let country = country::read(cell);
    if seen.len() < 64 {
        seen.push((cell.into(), country));
    }
    country
}

#[cfg(test)]
mod tests;
