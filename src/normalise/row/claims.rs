//! What a row claims: the states its cells assert, each with its date and purpose.

use std::cell::RefCell;

use crate::import::{DateOrder, channel_of_cell};
use crate::normalise::contact::{Claim, Contact, Text};
use crate::normalise::date::{self, Date};
use crate::normalise::fold::fold;
use crate::normalise::memo::Memo;
use crate::normalise::method;
use crate::normalise::state::{Said, is_filled};
use crate::normalise::words::{self, InParts, Refused};
use crate::vocabulary::{Channel, Column, ConsentStatus, Field, Moment};

use super::Normaliser;
use super::plan::Beside;
use super::reached::ChannelColumn;

/// A date that may belong to a claim.
pub(super) struct Dated {
    pub(super) field: Field,
    pub(super) channel: Option<Channel>,
    pub(super) at: Moment,
}

/// The channel of what a row says in cells that name none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowChannel {
    /// The table's.
    OfTable,
    /// The one that the column of channels names.
    Named(Channel),
    /// The table has a column of channels, and in this row it names none or several: no yes, and a no for all.
    Open,
    /// What the column names is no channel that is judged, such as pages of the web: neither yes nor no.
    Elsewhere,
}

/// What a row says as a whole of everything it claims.
pub(super) struct RowClaims {
    /// What it is about, by a cell of its own.
    pub(super) purpose: Text,
    /// Whether what it withdraws it withdraws from every channel.
    pub(super) refuses_all: bool,
    /// Whether it tells of a bounce that passes.
    pub(super) soft_bounce: bool,
    /// Whether what it consents to is no message.
    pub(super) no_consent: bool,
    /// Whether its only address is a number among addresses, or the other way round, so that the channel of the table
    /// is not the row's.
    pub(super) unlike_table: bool,
}

/// A claim whose date is not yet known.
pub(super) struct Draft {
    pub(super) plan: usize,
    pub(super) said: Said,
    pub(super) status: ConsentStatus,
    /// The date in the claiming cell itself.
    pub(super) own: Option<Moment>,
    /// The channel that a remark names, of whatever purpose.
    pub(super) channel: Option<Channel>,
}

impl Draft {
    /// What the cell of a column says.
    pub(super) fn new(plan: usize, said: Said, status: ConsentStatus, own: Option<Moment>) -> Self {
        Self { plan, said, status, own, channel: None }
    }

    /// What a cell says of the channel of its column, and of nothing else.
    pub(super) fn of(plan: usize, status: ConsentStatus, own: Option<Moment>) -> Self {
        Self::new(plan, Said { status: Some(status), ..Said::default() }, status, own)
    }
}

/// Drafts what a remark refuses; `list`: the channel that the list is for.
pub(super) fn refuse(drafts: &mut Vec<Draft>, plan: usize, list: Channel, refused: Refused) {
    let channels = [
        (refused.everything || refused.list, list),
        (refused.email && (list != Channel::Email || !(refused.everything || refused.list)), Channel::Email),
        (refused.calls, Channel::PhoneLive),
        (refused.calls, Channel::PhoneAuto),
        (refused.sms, Channel::Sms),
    ];
    for (_, channel) in channels.into_iter().filter(|(is_refused, _)| *is_refused) {
        let mut draft = Draft::of(plan, ConsentStatus::Withdrawn, None);
        draft.said.all_channels = refused.everything;
        draft.channel = Some(channel);
        drafts.push(draft);
    }
}

/// Drafts what a cell refuses in its parts; whether it does.
pub(super) fn refuse_in_parts(drafts: &mut Vec<Draft>, plan: usize, list: Channel, found: Option<InParts>) -> bool {
    let Some(InParts { refused, state, died }) = found else { return false };
    let before = drafts.len();
    refuse(drafts, plan, list, refused);
    // The phrase has said so already.
    let said = refused.everything || refused.list;
    let left = |status: &ConsentStatus| match status {
        ConsentStatus::Withdrawn => !said,
        ConsentStatus::Suppressed => !refused.everything,
        _ => true,
    };
    if let Some(status) = state.filter(left) {
        let all_channels = status == ConsentStatus::Complained || refused.everything;
        drafts.push(Draft::new(plan, Said { status: Some(status), all_channels, ..Said::default() }, status, None));
    }
    if died {
        let status = ConsentStatus::Suppressed;
        let said = Said { status: Some(status), all_channels: true, ..Said::default() };
        drafts.push(Draft::new(plan, said, status, None));
    }
    drafts.len() > before
}

/// What the header of a column without a field leaves of what a cell refuses.
pub(super) fn left_beside(beside: Beside, text: &str) -> Option<InParts> {
    let mut found = if beside.of_requests { words::refusal_in_note(text) } else { words::refusal_in_parts(text) }?;
    if beside.of_another_matter {
        found = InParts { refused: Refused { email: found.refused.email, ..Refused::default() }, ..InParts::default() };
    }
    found.died &= !beside.of_kin;
    (found != InParts::default()).then_some(found)
}

/// Whether a cell is only a word that ends text messages, under a header where it may be meant so.
pub(super) fn is_stop(beside: Beside, text: &str) -> bool {
    !beside.of_another_matter && words::is_stop_word(text, !beside.of_requests)
}

/// Whether a cell says that what its header says is so: anything but a denial, a number of things and a key.
pub(super) fn answers_header(text: &str) -> bool {
    let year = |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number {
        return text == "1" || year(text);
    }
    let is_date = matches!(date::read(text, DateOrder::Plain, false), Date::Moment(_));
    is_date || is_filled(text) || words::status(text).is_some_and(ConsentStatus::is_refusal)
}

/// What a cell refuses that was to tell how a consent came about. Alone in the cell, any word for a state of refusal
/// does: `Complaint`. A method by which consent is presumed (`opt-out`) is none.
pub(super) fn refusal_in_place_of_a_source(field: Field, text: &str) -> Option<InParts> {
    let is_method = field == Field::ConsentMethod && method(text).is_some();
    if is_method {
        return None;
    }
    words::refusal_in_parts(text).or_else(|| {
        let state = words::status(text).filter(|status| {
            use ConsentStatus::{Bounced, Complained, Suppressed, Withdrawn};
            matches!(status, Withdrawn | Complained | Bounced | Suppressed)
        });
        state.map(|status| InParts { state: Some(status), ..InParts::default() })
    })
}

impl Normaliser {
    pub(super) fn is_refused(&self) -> bool {
        self.status_of_table.is_some_and(ConsentStatus::is_refusal)
            || self.drafts.iter().any(|draft| draft.status.is_refusal())
    }

    /// Drafts what a word refuses that ends text messages: these, where the row has a number; and what the list is for,
    /// where the word stands in a message, whichever way it came.
    pub(super) fn stop(&mut self, has_number: bool) {
        for (at, in_message) in std::mem::take(&mut self.stops) {
            let refused = Refused { sms: has_number, list: in_message, ..Refused::default() };
            refuse(&mut self.drafts, at, self.columns[at].channel, refused);
        }
    }

    /// Writes the drafts as claims, each with its date and purpose.
    pub(super) fn claim(&self, contact: &mut Contact, row: &RowClaims) {
        let RowClaims { purpose: row_purpose, refuses_all, soft_bounce, no_consent, unlike_table } = *row;
        let grants = |status: ConsentStatus| matches!(status, ConsentStatus::Given | ConsentStatus::Pending);
        for draft in &self.drafts {
            let plan = &self.columns[draft.plan];
            let status = draft.status;
            if status == ConsentStatus::Bounced && plan.field == Field::BouncedAt && soft_bounce {
                continue;
            }
            let of_row =
                if plan.general && draft.channel.is_none() { self.channel_of_row } else { RowChannel::OfTable };
            let unnamed =
                unlike_table && of_row == RowChannel::OfTable && !plan.channel_named && draft.channel.is_none();
            if of_row == RowChannel::Elsewhere
                || grants(status) && (of_row == RowChannel::Open || no_consent || unnamed)
            {
                continue;
            }
            let channel = match (draft.channel, of_row) {
                (Some(channel), _) | (None, RowChannel::Named(channel)) => channel,
                (None, _) => plan.channel,
            };
            if status == ConsentStatus::Given && self.is_in_doubt(channel) {
                continue;
            }
            let unconfirmed = self.status_of_table == Some(ConsentStatus::Pending) && channel == self.channel;
            let status = match status {
                // The box was ticked, and the click that makes it a yes never came.
                ConsentStatus::Given if unconfirmed && is_tick(plan.field) => ConsentStatus::Pending,
                status => status,
            };
            let general = of_row == RowChannel::Open || self.refuses_all && of_row == RowChannel::OfTable;
            let all_channels = draft.said.all_channels
                || plan.all_channels && status.is_refusal()
                || plan.general && general && is_general(status)
                || unnamed && is_general(status)
                || refuses_all && status == ConsentStatus::Withdrawn;
            let purpose = match &plan.purpose {
                _ if all_channels || draft.channel.is_some() || !has_purpose(status) => Text::EMPTY,
                Some(purpose) => contact.store(purpose),
                // Who is on a blocklist is on it whatever the row is about.
                None if status == ConsentStatus::Suppressed || plan.every_purpose && status.is_refusal() => Text::EMPTY,
                None => row_purpose,
            };
            let at = draft.own.or_else(|| self.date_of(status, channel, plan.own_date()));
            let claim = Claim { channel, purpose, status, column: plan.column, at, all_channels };
            contact.claim(claim);
            if let Some(channel) = plan.also.filter(|_| draft.channel.is_none() && is_general(status)) {
                contact.claim(Claim { channel, ..claim });
            }
        }
        let of_row = self.channel_of_row;
        let channel = if let RowChannel::Named(channel) = of_row { channel } else { self.channel };
        let unnamed = unlike_table && of_row == RowChannel::OfTable;
        let doubted = |status: &ConsentStatus| {
            *status == ConsentStatus::Given
                && (self.is_in_doubt(channel) || channel == Channel::Email && !self.permitted)
                || grants(*status) && (no_consent || unnamed)
        };
        if let Some(status) = self.status_of_table.filter(|status| !doubted(status)) {
            let open = of_row == RowChannel::Open;
            let all_channels = matches!(status, ConsentStatus::Complained | ConsentStatus::Erased)
                || refuses_all && status == ConsentStatus::Withdrawn
                || (open || unnamed || self.refuses_all && of_row == RowChannel::OfTable) && is_general(status);
            let purpose = if all_channels || !has_purpose(status) { Text::EMPTY } else { row_purpose };
            let at = self.date_of(status, channel, false);
            let column = Column::FILE_NAME;
            contact.claim(Claim { channel, purpose, status, column, at, all_channels });
        }
    }

    /// Whether a column of refusals of the channel holds something else than an answer.
    fn is_in_doubt(&self, channel: Channel) -> bool {
        self.doubts.iter().any(|doubted| doubted.is_none_or(|doubted| doubted == channel))
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
}

/// The refusal that one of several tags or lists is named for: `customer, unsubscribed`, “Suppression list”.
pub(super) fn refusal_among(names: &str) -> Option<ConsentStatus> {
    thread_local! {
        static SEEN: RefCell<Memo<Option<ConsentStatus>>> = RefCell::new(Memo::new());
    }
    Memo::recall(&SEEN, names, |names| {
        let mut refusals = names.split([',', ';', '|']).filter_map(words::refusal_within);
        refusals.find(|status| matches!(status, ConsentStatus::Withdrawn | ConsentStatus::Suppressed))
    })
}

/// The channel that a cell of a column of channels names.
pub(super) fn channel_in(cell: &str, column: ChannelColumn) -> RowChannel {
    thread_local! {
        static SEEN: RefCell<Memo<Option<Channel>>> = RefCell::new(Memo::new());
    }
    match Memo::recall(&SEEN, cell, channel_of_cell) {
        Some(Channel::PhoneLive) if column.of_addresses => RowChannel::Open,
        Some(channel) => RowChannel::Named(channel),
        None if column.of_system && matches!(fold(cell).as_str(), "web" | "app") => RowChannel::Elsewhere,
        None if column.of_purposes => RowChannel::OfTable,
        None => RowChannel::Open,
    }
}

/// Whether a no may be one for every channel: what a person or a list refuses, not what an address did.
fn is_general(status: ConsentStatus) -> bool {
    matches!(status, ConsentStatus::Withdrawn | ConsentStatus::Suppressed)
}

/// Whether a column holds what somebody ticked.
fn is_tick(field: Field) -> bool {
    matches!(field, Field::OptinEmail | Field::OptinSms | Field::OptinPhone | Field::OptinPost)
}

/// A bounce, a complaint and an erasure are not limited to a purpose.
fn has_purpose(status: ConsentStatus) -> bool {
    !matches!(status, ConsentStatus::Bounced | ConsentStatus::Complained | ConsentStatus::Erased)
}
