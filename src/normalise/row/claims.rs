//! What a row claims: the states its cells assert, each with its date and purpose.

use std::cell::RefCell;

use crate::normalise::contact::{Claim, Contact, Text};
use crate::normalise::memo::Memo;
use crate::normalise::state::Said;
use crate::normalise::words;
use crate::vocabulary::{Channel, Column, ConsentStatus, Field, Moment};

use super::Normaliser;

/// A date that may belong to a claim.
pub(super) struct Dated {
    pub(super) field: Field,
    pub(super) channel: Option<Channel>,
    pub(super) at: Moment,
}

/// A claim whose date is not yet known.
pub(super) struct Draft {
    pub(super) plan: usize,
    pub(super) said: Said,
    pub(super) status: ConsentStatus,
    /// The date in the claiming cell itself.
    pub(super) own: Option<Moment>,
}

impl Normaliser {
    pub(super) fn is_refused(&self) -> bool {
        self.status_of_table.is_some_and(ConsentStatus::is_refusal)
            || self.drafts.iter().any(|draft| draft.status.is_refusal())
    }

    /// Writes the drafts as claims, each with its date and purpose.
    pub(super) fn claim(&self, contact: &mut Contact, row_purpose: Text, refuses_all: bool, soft_bounce: bool) {
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

/// A bounce, a complaint and an erasure are not limited to a purpose.
fn has_purpose(status: ConsentStatus) -> bool {
    !matches!(status, ConsentStatus::Bounced | ConsentStatus::Complained | ConsentStatus::Erased)
}
