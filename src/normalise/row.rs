//! Turns the rows of one table into contacts.

mod calling;
mod claims;
mod dates;
mod identity;
mod plan;
mod reached;

use crate::import::{
    ColumnMeaning, Recognition, SourceRow, agreed_channels, column_of_deletion, column_of_state_date, date_of_state,
    speaks_of_state,
};
use crate::vocabulary::{Channel, Column, ConsentStatus, Field, System, TableId};

use super::contact::{Contact, Text, Value};
use super::country::Country;
use super::date::{self, Date};
use super::phone::Phones;
use super::remarks::Remark;
use super::state::{Said, may_be_a_no};
use super::{cell, email, legal_basis, words};

use calling::CallingCodes;
use claims::{
    Dated, Draft, RowChannel, RowClaims, answers_header, channel_in, is_stop, left_beside, refusal_among,
    refusal_in_place_of_a_source, refuse_in_parts,
};
use dates::{End, birth_date, end_in_words, happened, refusal_for_a_date, safest};
use identity::{Identity, identifies};
use plan::{Plan, Reading, country_in, surest_first};
use reached::{ChannelColumn, Permissions, Purposes, looks_dialled};

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
/// * a firm refusal in a note, in a column without a name or meaning, among tags, sources and purposes, in whatever part of
///   the cell; and in brackets behind a name or an address;
/// * a bounce for good, a complaint and a death that are told there;
/// * a refusal in words in place of a date of consent;
/// * a reason for leaving, in a row that tells of no refusal otherwise, and a tag or list named for a refusal;
/// * a readable date of the confirmation, in the exports of a system that knows who is active by nothing else (CleverReach);
/// * a readable date of consent, in a table without any column or name that states a state, unless the column is known
///   to date something else as well.
///
/// A claim bears the date that belongs to it: of leaving for a refusal, of consent for a consent, and so on.
pub struct Normaliser {
    table: TableId,
    channel: Channel,
    status_of_table: Option<ConsentStatus>,
    refuses_all: bool,
    is_doubted: bool,
    /// Whether no system is known to have written the table, so that people may have.
    is_list: bool,
    channel_column: Option<ChannelColumn>,
    channel_of_row: RowChannel,
    permissions: Option<Permissions>,
    /// The column, from 0, that says of a row that it was deleted.
    deleted: Option<usize>,
    /// Which of the columns dates the state of each row.
    state_date: Option<usize>,
    calling_codes: Option<CallingCodes>,
    /// Whether what the table says of all its rows may be a yes of this one to e-mail.
    permitted: bool,
    /// Whether purposes of a row may be no messages; the lists of a system are all of messages.
    has_purposes: bool,
    writes_utc: bool,
    default_country: Option<Country>,
    columns: Vec<Plan>,
    countries: Vec<usize>,
    has_phone: bool,
    /// Whether a column of its own holds addresses.
    mails: bool,
    hashed: bool,
    phones: Phones,
    dated: Vec<Dated>,
    drafts: Vec<Draft>,
    /// Channels whose refusals a cell leaves in doubt; `None` is every channel.
    doubts: Vec<Option<Channel>>,
    /// Plain forms of addresses that imitate others, with their column.
    plain_forms: Vec<(usize, String)>,
    /// Cells that are only a word which ends text messages, and whether they stand where messages do.
    stops: Vec<(usize, bool)>,
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
        let consent_is_stated = recognition.table_status.is_some()
            || recognition.agreed_column.is_some()
            || recognition.columns.iter().any(states);
        let mut columns: Vec<Plan> =
            recognition.columns.iter().filter_map(|column| Plan::of(column, recognition, consent_is_stated)).collect();
        columns.sort_by_key(|plan| plan.position);
        surest_first(&mut columns, recognition);
        let position = |column: Option<u32>| usize::try_from(column?.checked_sub(1)?).ok();
        let dating = position(column_of_state_date(recognition));
        let state_date =
            columns.iter().position(|plan| plan.field == Field::UpdatedAt && Some(plan.position) == dating);
        let with =
            |field: Field| columns.iter().enumerate().filter(move |(_, plan)| plan.field == field).map(|(at, _)| at);
        let countries = with(Field::Country).collect();
        let has_phone = with(Field::Phone).next().is_some();
        let mails = with(Field::Email).next().is_some();
        Self {
            table,
            channel: recognition.channel,
            status_of_table,
            refuses_all: recognition.refuses_all,
            is_doubted: recognition.is_doubted,
            is_list: recognition.system == System::List,
            channel_column: ChannelColumn::of(recognition),
            channel_of_row: RowChannel::OfTable,
            permissions: Permissions::of(recognition),
            deleted: position(column_of_deletion(recognition)),
            state_date,
            calling_codes: CallingCodes::of(recognition),
            permitted: true,
            has_purposes: !matches!(recognition.system, System::Odoo | System::MailPoet),
            writes_utc: recognition.writes_utc,
            default_country: options.default_country,
            columns,
            countries,
            has_phone,
            mails,
            hashed: recognition.hashed,
            phones: Phones::new(recognition.system == System::Brevo),
            dated: Vec::new(),
            drafts: Vec::new(),
            doubts: Vec::new(),
            plain_forms: Vec::new(),
            stops: Vec::new(),
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
        let mut purposes = Purposes::default();
        // Numbers in a column of addresses: a column may hold either, row by row.
        let mut dialled: Option<usize> = None;
        let mut mailed = false;
        self.dated.clear();
        self.drafts.clear();
        self.doubts.clear();
        self.plain_forms.clear();
        self.stops.clear();
        if self.is_doubted {
            contact.tell_open(Column::FILE_NAME);
        }
        if let Some(column) = self.channel_column {
            self.channel_of_row = channel_in(row.cell(column.position).unwrap_or_default(), column);
        }
        if let Some(permissions) = self.permissions {
            let labels = cell::text(row.cell(permissions.position).unwrap_or_default()).unwrap_or_default();
            self.permitted = permissions.permit_email(labels);
            if !self.permitted && !permissions.answered {
                self.doubts.push(Some(Channel::Email));
                if !labels.is_empty() {
                    contact.tell_open(permissions.column);
                }
            }
        }

        for at in 0..self.columns.len() {
            let plan = &mut self.columns[at];
            let Some(cell) = row.cell(plan.position).filter(|cell| !cell.is_empty()) else { continue };
            if plan.asks_for_refusals() && cell::is_doubt(cell) {
                self.doubts.push((!plan.all_channels).then_some(plan.channel));
            } else if speaks_of_state(plan.field) && cell::is_doubt(cell) {
                // A question mark behind a name: somebody was not sure.
                contact.tell_open(plan.column);
            }
            if matches!(plan.reading, Reading::Email)
                && memchr::memchr2(b' ', b'(', cell.as_bytes()).is_some()
                && let found @ Some(_) = words::refusal_beside_address(&cell.replace('(', " ("))
            {
                refuse_in_parts(&mut self.drafts, at, plan.channel, found);
            }
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
                        let plain = email::plain_form(cell, &address);
                        self.plain_forms.extend(plain.map(|plain| (at, plain)));
                    }
                    Err(email::NotAnAddress::Empty) => {}
                    Err(_) => match email::repaired(cell) {
                        Some(address) => {
                            contact.tell_text(plan.field, plan.column, &address);
                            identity.known = true;
                        }
                        None => {
                            identity.bad_email = identity.bad_email.or(Some(at));
                            dialled = dialled.or_else(|| looks_dialled(cell).then_some(at));
                        }
                    },
                },
                Reading::Phone
                    if cell.contains('@')
                        && let Ok(address) = email::normalise(cell) =>
                {
                    contact.tell_text(Field::Email, plan.column, &address);
                    (identity.known, mailed) = (true, true);
                }
                Reading::Phone => {
                    let beside = self.calling_codes.and_then(|codes| codes.country(plan.position, row));
                    let hint = beside.or(hint);
                    match self.phones.read(cell, hint) {
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
                    }
                }
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
                // What it dates is known when the whole row is read.
                Reading::Date { .. } if self.state_date == Some(at) => {}
                Reading::Date { order, event, nothing, refuses } => {
                    let date = date::read(cell, *order, self.writes_utc);
                    let value = match date {
                        Date::Empty => continue,
                        Date::Moment(moment) => Value::Moment(moment),
                        Date::Sentinel(_) | Date::Zero => Value::SentinelDate,
                        Date::Unreadable => Value::UnreadableDate,
                    };
                    contact.tell(plan.field, plan.column, value);
                    if plan.field == Field::ConsentUntil && date == Date::Unreadable {
                        match end_in_words(cell, *order, self.writes_utc) {
                            End::None => {}
                            End::Refused(status, own) => self.drafts.push(Draft::of(at, status, own)),
                            End::Unknown => contact.tell_open(plan.column),
                        }
                    }
                    if let Some(refuses) = refuses.filter(|_| date == Date::Unreadable)
                        && let Some((status, own)) = refusal_for_a_date(cell, *order, self.writes_utc, refuses.bare)
                    {
                        self.drafts.push(Draft::of(at, status, own));
                    }
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
                        self.drafts.push(Draft::new(at, said, status, at_which));
                    }
                }
                Reading::Refusals(order, refuses) => {
                    if let Some((status, own)) = refusal_for_a_date(cell, *order, self.writes_utc, refuses.bare) {
                        self.drafts.push(Draft::of(at, status, own));
                    } else if refusal_for_a_date(cell, *order, self.writes_utc, true).is_some() {
                        contact.tell_open(plan.column);
                    }
                }
                Reading::Agreed => {
                    for channel in agreed_channels(cell) {
                        let draft = Draft::of(at, ConsentStatus::Given, None);
                        self.drafts.push(Draft { channel: Some(channel), ..draft });
                    }
                }
                Reading::Remarks { remarks, in_doubt, tells } => {
                    let Some(text) = cell::text(cell) else { continue };
                    let remark = remarks.read(text);
                    if !matches!(remark, Remark::Silent | Remark::Unread) || *tells || !plan.header.is_empty() {
                        contact.tell_text(plan.field, plan.column, text);
                    }
                    match remark {
                        Remark::Silent => {}
                        Remark::Refuses(found) => {
                            refuse_in_parts(&mut self.drafts, at, plan.channel, Some(found));
                        }
                        Remark::Settled(status) => self.drafts.push(Draft::of(at, status, None)),
                        Remark::Open if *in_doubt => contact.tell_open(plan.column),
                        Remark::Unread if *in_doubt && *tells => contact.tell_open(plan.column),
                        Remark::Open | Remark::Unread => {}
                    }
                    if words::is_stop_word(text, true) {
                        self.stops.push((at, false));
                    }
                }
                Reading::Beside(beside) => {
                    let Some(text) = cell::text(cell).or_else(|| dash(cell).filter(|_| beside.perhaps.is_some()))
                    else {
                        continue;
                    };
                    if beside.perhaps.is_some_and(|perhaps| may_be_a_no(perhaps, text))
                        || self.is_list && words::may_refuse_beside(text)
                    {
                        contact.tell_open(plan.column);
                    }
                    if is_stop(*beside, text) {
                        self.stops.push((at, beside.of_requests));
                    }
                    if refuse_in_parts(&mut self.drafts, at, plan.channel, left_beside(*beside, text)) {
                        contact.tell_text(plan.field, plan.column, text);
                    }
                }
                Reading::HeaderNo(no) => {
                    let Some(text) = cell::text(cell).filter(|text| answers_header(text)) else { continue };
                    contact.tell_text(plan.field, plan.column, text);
                    let died = *no == words::HeaderNo::Died;
                    let status = if died { ConsentStatus::Suppressed } else { ConsentStatus::Withdrawn };
                    let said = Said { status: Some(status), all_channels: died, ..Said::default() };
                    self.drafts.push(Draft::new(at, said, status, None));
                }
                Reading::DoubleOptIn => {
                    let Some(text) = cell::text(cell) else { continue };
                    if words::yes_no(text) == Some(true) {
                        // The click on the confirmation is the yes, and the act behind it.
                        contact.tell_text(plan.field, plan.column, "doi click");
                        self.drafts.push(Draft::of(at, ConsentStatus::Given, None));
                    } else if words::yes_no(text).is_none() {
                        contact.tell_text(plan.field, plan.column, text);
                    }
                }
                Reading::Text => {
                    let Some(text) = cell::text(cell) else { continue };
                    if matches!(plan.field, Field::ConsentSource | Field::ConsentForm | Field::ConsentMethod)
                        && let found @ Some(_) = refusal_in_place_of_a_source(plan.field, text)
                    {
                        // Why somebody left is no evidence of a consent.
                        contact.tell_text(Field::UnsubscribeReason, plan.column, text);
                        refuse_in_parts(&mut self.drafts, at, plan.channel, found);
                        continue;
                    }
                    let stored = contact.store(text);
                    contact.tell(plan.field, plan.column, Value::Text(stored));
                    match plan.field {
                        Field::Purpose => {
                            purpose = stored;
                            if self.has_purposes {
                                purposes.name(text);
                            }
                            refuse_in_parts(&mut self.drafts, at, plan.channel, words::refusal_in_parts(text));
                        }
                        Field::Score | Field::Controller => {
                            refuse_in_parts(&mut self.drafts, at, plan.channel, words::refusal_in_parts(text));
                        }
                        Field::LegalBasis if legal_basis::is_withdrawn(text) => {
                            let status = ConsentStatus::Withdrawn;
                            let said = Said { status: Some(status), all_channels: true, ..Said::default() };
                            self.drafts.push(Draft::new(at, said, status, None));
                        }
                        Field::Tags | Field::Lists => {
                            let among = refusal_among(text);
                            if let Some(status) = among {
                                self.drafts.push(Draft::of(at, status, None));
                            }
                            let mut found = words::refusal_in_parts(text);
                            if let (Some(found), Some(_)) = (&mut found, among) {
                                found.refused.list = false;
                                found.state = found.state.filter(|state| *state == ConsentStatus::Complained);
                            }
                            refuse_in_parts(&mut self.drafts, at, plan.channel, found);
                        }
                        field => {
                            identity.known |= identifies(field);
                            if self.is_list && names_or_places(field) && words::may_refuse_beside(text) {
                                contact.tell_open(plan.column);
                            }
                            if matches!(field, Field::FirstName | Field::LastName | Field::FullName) {
                                let found = words::refusal_beside_name(text);
                                refuse_in_parts(&mut self.drafts, at, plan.channel, found);
                            }
                        }
                    }
                }
                Reading::State(column) => {
                    let Some(text) = cell::text(cell).or_else(|| dash(cell).filter(|_| column.is_asked_about())) else {
                        continue;
                    };
                    contact.tell_text(plan.field, plan.column, text);
                    let said = column.read(text);
                    if said.open {
                        contact.tell_open(plan.column);
                    }
                    soft_bounce |= said.soft;
                    refuses_all |= said.all_channels && plan.field == Field::UnsubscribeReason;
                    let is_open = said.status.is_none() || said.presumed;
                    if let Some((status, moment)) = is_open.then(|| plan.dated_state(text, self.writes_utc)).flatten() {
                        self.drafts.push(Draft::new(at, said, status, moment));
                    } else if let Some(status) = said.status {
                        self.drafts.push(Draft::new(at, said, status, None));
                    } else if plan.field == Field::UnsubscribeReason && !words::denies(text) {
                        reason = reason.or(Some(at));
                    }
                }
            }
        }
        if let Some(at) = dialled {
            let hint = if self.has_phone { hint } else { self.country_of(row) };
            let plan = &self.columns[at];
            let cell = row.cell(plan.position).unwrap_or_default();
            if let Ok(number) = self.phones.read(cell, hint) {
                contact.tell_text(Field::Phone, plan.column, number.write(&mut [0; 16]));
                identity.known = true;
            }
        }
        if !identity.known {
            return Err(self.nobody(&identity, row));
        }
        self.date_the_state(&mut contact, row);
        self.stop(contact.fact(Field::Phone).is_some());
        // Who gave a reason for leaving has left, when nothing else of the row tells when or what.
        if let Some(plan) = reason.filter(|_| !self.is_refused()) {
            self.drafts.push(Draft::of(plan, ConsentStatus::Withdrawn, None));
        }
        // The address that another imitates shares its no, and never its yes.
        if self.is_refused() {
            for (at, plain) in &self.plain_forms {
                let plan = &self.columns[*at];
                contact.tell_text(plan.field, plan.column, plain);
            }
        }
        let reaches = |field: Field| contact.fact(field).is_some();
        // What the table speaks of is no use of a number among addresses, or of an address among numbers.
        let unlike_table = dialled.is_some() && !reaches(Field::Email) || mailed && !self.mails;
        // Whoever was deleted said no yes that still counts; a no stays one.
        let deleted = self.deleted.and_then(|at| row.cell(at)).is_some_and(|cell| words::yes_no(cell) == Some(true));
        let no_consent = purposes.are_no_sending() || deleted;
        let claims = RowClaims { purpose, refuses_all, soft_bounce, no_consent, unlike_table };
        self.claim(&mut contact, &claims);
        Ok(contact)
    }

    /// Tells the date of the state that the row itself says, as what that state makes it.
    fn date_the_state(&mut self, contact: &mut Contact, row: SourceRow<'_>) {
        let Some(plan) = self.state_date.map(|at| &self.columns[at]) else { return };
        let Reading::Date { order, .. } = plan.reading else { return };
        let cell = row.cell(plan.position).unwrap_or_default();
        let date = date::read(cell, order, self.writes_utc);
        let value = match date {
            Date::Empty => return,
            Date::Moment(moment) => Value::Moment(moment),
            Date::Sentinel(_) | Date::Zero => Value::SentinelDate,
            Date::Unreadable => Value::UnreadableDate,
        };
        let mut said = self.drafts.iter().filter(|draft| self.columns[draft.plan].field == Field::Status);
        let field = said.next().and_then(|draft| date_of_state(draft.status)).unwrap_or(plan.field);
        contact.tell(field, plan.column, value);
        if let Date::Moment(moment) = date
            && let Some(at) = safest(field, order, cell, self.writes_utc, moment)
        {
            self.dated.push(Dated { field, channel: None, at });
        }
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
}

/// The dash that a cell holds and nothing else: some write it for a no.
fn dash(cell: &str) -> Option<&str> {
    let text = cell::trim(cell);
    matches!(text, "-" | "–" | "—" | "−").then_some(text)
}

#[cfg(test)]
mod tests;

/// Whether a column holds what somebody is called or where they live, beside which people write.
fn names_or_places(field: Field) -> bool {
    matches!(field, Field::FirstName | Field::LastName | Field::FullName | Field::Company | Field::Address)
}
