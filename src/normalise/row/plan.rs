//! What is done with each column, settled once per table.

use crate::import::{
    ColumnMeaning, DateOrder, HeaderChannel, Polarity, Recognition, also_refused, channel_of_cell, channel_of_header,
    is_date_field,
};
use crate::normalise::country::{self, Country};
use crate::normalise::date::{self, Date};
use crate::normalise::remarks::Remarks;
use crate::normalise::state::{Kind, StateColumn};
use crate::normalise::words::HeaderNo;
use crate::normalise::{cell, words};
use crate::vocabulary::{Channel, Column, ConsentStatus, Field, Moment, System};

use super::dates::safest;

/// What to do with one column.
pub(super) struct Plan {
    pub(super) position: usize,
    pub(super) column: Column,
    pub(super) field: Field,
    pub(super) reading: Reading,
    pub(super) channel: Channel,
    /// Whether the column names its channel itself.
    pub(super) channel_named: bool,
    pub(super) purpose: Option<Box<str>>,
    /// Whether nothing but the table as a whole says its channel.
    pub(super) general: bool,
    /// Whether the header refuses every channel (“Do not contact”).
    pub(super) all_channels: bool,
    /// Whether it refuses every purpose, whatever the row is about.
    pub(super) every_purpose: bool,
    /// The other channel that a no in it refuses: “No mail” is of e-mail or of letters.
    pub(super) also: Option<Channel>,
    pub(super) header: Box<str>,
}

pub(super) enum Reading {
    Email,
    Phone,
    Country(Vec<(Box<str>, Option<Country>)>),
    /// `event`: what a date in this column claims; `nothing`: what stands in it for no date.
    Date {
        order: DateOrder,
        event: Option<ConsentStatus>,
        nothing: Vec<Box<str>>,
        refuses: Option<Refuses>,
    },
    /// Dates of consent nobody is sure of: only what refuses is read.
    Refusals(DateOrder, Refuses),
    /// What people wrote about the person. Only what firmly refuses is read; `in_doubt`: what may refuse is left open.
    Remarks {
        remarks: Remarks,
        in_doubt: bool,
        /// Whether it is known to tell of messages, so that what nobody has read is left open as well.
        tells: bool,
    },
    BirthDate(DateOrder),
    /// A column that means none of the fields: only what firmly refuses is read, in whatever part of a cell.
    Beside(Beside),
    /// A column whose header is a no or a death in so many words, and which no field takes for sure.
    HeaderNo(HeaderNo),
    /// A list of the channels that the row agreed to (Klaviyo).
    Agreed,
    /// Yes or no to a confirmed double opt-in (Brevo).
    DoubleOptIn,
    Text,
    State(StateColumn),
}

/// What the header of a column without a field leaves of the refusals below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beside {
    /// Whether it speaks of orders, courses, events: only what refuses e-mail in so many words counts.
    pub(super) of_another_matter: bool,
    /// Whether it speaks of somebody's kin, whose death stops nothing.
    pub(super) of_kin: bool,
    /// What a person is asked whether it is.
    pub(super) perhaps: Option<Field>,
    /// Whether it speaks of messages that came in or of what people ask for: a single word refuses there.
    pub(super) of_requests: bool,
}

/// What refuses in a column of dates of consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refuses {
    /// Whether a bare no does.
    pub(super) bare: bool,
}

/// Of several columns with one meaning the surest speaks first: [`Contact::text`](crate::normalise::contact::Contact::text) takes the first it finds.
pub(super) fn surest_first(columns: &mut [Plan], recognition: &Recognition) {
    let sureness =
        |plan: &Plan| recognition.columns.get(plan.position).map_or(0.0, |column: &ColumnMeaning| column.confidence);
    for at in 0..columns.len() {
        let surest = (at..columns.len())
            .filter(|other| columns[*other].field == columns[at].field)
            .fold(at, |best, other| if sureness(&columns[other]) > sureness(&columns[best]) { other } else { best });
        columns.swap(at, surest);
    }
}

impl Plan {
    pub(super) fn of(column: &ColumnMeaning, recognition: &Recognition, consent_is_stated: bool) -> Option<Self> {
        if !column.takes_effect() {
            return None;
        }
        let header = cell::trim(&column.header);
        let unnamed = column.field.is_none() && header.is_empty();
        // Taken for remarks by their cells alone, they stand under a header that may tell of what.
        let of_what =
            |header| words::is_of_another_matter(header) || words::is_of_kin(header) || words::is_of_requests(header);
        let by_cells = column.field == Some(Field::Notes) && column.confidence < 0.6 && of_what(header);
        let unplaced = (column.field.is_none() || by_cells) && (!unnamed || column.perhaps.is_some());
        if unplaced && column.is_set_by_hand() {
            return None;
        }
        let named = if unplaced { channel_of_header(header) } else { HeaderChannel::None };
        if named == HeaderChannel::Fax {
            return None;
        }
        let field = column.field.unwrap_or(Field::Notes);
        if field == Field::Ignored {
            return None;
        }
        let of_consent = matches!(field, Field::ConsentAt | Field::ConfirmedAt);
        let refuses = Refuses { bare: column.polarity == Polarity::YesOrRefused && field == Field::ConsentAt };
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
            Field::ConfirmedAt if !consent_is_stated && is_state(recognition.system) => Some(ConsentStatus::Given),
            _ => None,
        };
        // An opt-in nobody is sure of whose header says no is none, nor is a column without a field that settles it.
        let is_open = column.field.is_none() && column.confidence < 0.6
            || column.is_unsure() && matches!(field, Field::OptinEmail | Field::UnsubscribedAt);
        let header_no = if is_open { words::header_no(header) } else { None };
        let reading = match field {
            // A column without a name may hold what people wrote beside the table.
            _ if !unplaced && (unnamed || field == Field::Notes) => {
                let in_doubt = recognition.system == System::List && column.field.is_some();
                Reading::Remarks { remarks: Remarks::of(column), in_doubt, tells: column.tells_of_messages }
            }
            _ if recognition.agreed_column == Some(column.position) => Reading::Agreed,
            _ if header_no.is_some() => Reading::HeaderNo(header_no?),
            _ if unplaced => Reading::Beside(Beside {
                of_another_matter: words::is_of_another_matter(header),
                of_kin: words::is_of_kin(header),
                // What was permitted is read as such: whoever named e-mail is not asked.
                perhaps: column.perhaps.filter(|_| recognition.permitted_column != Some(column.position)),
                of_requests: words::is_of_requests(header),
            }),
            // A date of consent nobody is sure of dates no yes and makes none.
            _ if of_consent && column.is_unsure() => Reading::Refusals(order, Refuses { bare: false }),
            Field::Email => Reading::Email,
            Field::Phone => Reading::Phone,
            Field::Country => Reading::Country(Vec::new()),
            Field::BirthDate => Reading::BirthDate(order),
            field if is_date_field(field) => {
                let nothing = words_for_nothing(column);
                Reading::Date { order, event, nothing, refuses: of_consent.then_some(refuses) }
            }
            Field::ConsentMethod if column.polarity == Polarity::YesOrUnknown => Reading::DoubleOptIn,
            _ => match Kind::of(column) {
                Some(kind) => Reading::State(StateColumn::new(kind, column)),
                None => Reading::Text,
            },
        };
        let own = column.channel.or(named.channel()).or(match field {
            Field::OptinEmail | Field::DoNotEmail => Some(Channel::Email),
            Field::OptinSms | Field::DoNotSms => Some(Channel::Sms),
            Field::OptinPhone | Field::DoNotCall => Some(Channel::PhoneLive),
            Field::OptinPost | Field::DoNotPost => Some(Channel::Post),
            _ => None,
        });
        let channel = own.unwrap_or(recognition.channel);
        // Beside a column of channels a bare `granted` or `opted out` is of the channel that its row names.
        let of_row = recognition.channel_column.is_some()
            && column.channel.is_none()
            && matches!(field, Field::OptinEmail | Field::DoNotEmail)
            && channel_of_cell(&column.header).is_none();
        // Mautic's label “Do not contact” means its e-mail channel, and a named channel is one.
        let all_channels = column.every_channel
            || column.channel.is_none()
                && matches!(Kind::of(column), Some(Kind::YesOrNo(Polarity::RefusedOrUnknown)))
                && recognition.system != System::Mautic
                && words::is_all_channels(&column.header);
        Some(Self {
            position,
            column: Column(u16::try_from(position).ok().filter(|position| *position < Column::WHOLE_ROW.0)?),
            field,
            reading,
            channel,
            channel_named: column.channel.or(named.channel()).is_some(),
            general: own.is_none() || of_row,
            purpose: column.purpose.as_deref().map(Box::from),
            all_channels,
            every_purpose: column.every_purpose,
            also: also_refused(column, &recognition.columns).filter(|_| recognition.system == System::List),
            header: header.into(),
        })
    }

    /// Whether an answer in this column would be a refusal.
    pub(super) fn asks_for_refusals(&self) -> bool {
        matches!(
            self.field,
            Field::DoNotEmail | Field::DoNotSms | Field::DoNotCall | Field::DoNotPost | Field::UnsubscribedAt
        )
    }

    /// Whether the claims of this column are dated by their own cell alone.
    pub(super) fn own_date(&self) -> bool {
        matches!(self.reading, Reading::Date { .. } | Reading::Refusals(..))
    }

    /// A date in an opt-out, bounce or complaint column says since when: it is a yes. In an opt-in column it is none.
    /// Nothing has settled its order there, so that one which may be either way round tells no day.
    pub(super) fn dated_state(&self, text: &str, writes_utc: bool) -> Option<(ConsentStatus, Option<Moment>)> {
        let status = match self.field {
            Field::DoNotEmail | Field::DoNotSms | Field::DoNotCall | Field::DoNotPost => ConsentStatus::Withdrawn,
            Field::Complained => ConsentStatus::Complained,
            _ => return None,
        };
        match date::read(text, DateOrder::Plain, writes_utc) {
            Date::Moment(moment) => {
                Some((status, safest(Field::UnsubscribedAt, DateOrder::Ambiguous, text, writes_utc, moment)))
            }
            _ => None,
        }
    }
}

/// Whether a system knows who is active by the date of the confirmation alone, and exports no state.
fn is_state(system: System) -> bool {
    matches!(system, System::CleverReach | System::Newsletter2Go)
}

/// The words that the system of a column writes where nothing happened.
fn words_for_nothing(column: &ColumnMeaning) -> Vec<Box<str>> {
    let unknown = column.values.iter().filter(|value| value.status == ConsentStatus::Unknown);
    unknown.map(|value| cell::trim(&value.value).into()).collect()
}

/// The country of a cell; the names a column holds are few.
pub(super) fn country_in(seen: &mut Vec<(Box<str>, Option<Country>)>, cell: &str) -> Option<Country> {
    if let Some((_, country)) = seen.iter().find(|(name, _)| **name == *cell) {
        return *country;
    }
    let country = country::read(cell);
    if seen.len() < 64 {
        seen.push((cell.into(), country));
    }
    country
}
