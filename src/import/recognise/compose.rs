//! The meaning of a header that is not listed whole: put together from the parts that are.

use super::clauses;
use super::header::Header;
use super::idea::{Answered, By, Idea};
use super::parts::{Parts, purpose_of, take_apart};
use super::refusals;
use crate::import::Polarity;
use crate::import::header_words::{Concept, HeaderWords};
use crate::vocabulary::{Category, Channel, Field};

/// What a header means by its parts, or `None` if they say nothing.
pub(crate) fn compose(words: &HeaderWords, header: &Header) -> Option<Idea> {
    clauses::meaning(words, header).unwrap_or_else(|| of_words(words, header))
}

/// What all words of a header mean together.
pub(super) fn of_words(words: &HeaderWords, header: &Header) -> Option<Idea> {
    let parts = take_apart(words, header);
    if parts.found.is_empty() {
        return None;
    }
    nobody_of_the_row(&parts)
        .or_else(|| activity(&parts))
        .or_else(|| refusals::refusal(header, &parts))
        .or_else(|| delivery(&parts))
        .or_else(|| confirmation(&parts))
        .or_else(|| consent(&parts))
        .or_else(|| bookkeeping(&parts))
        .or_else(|| identity(&parts))
        .or_else(|| refusals::negated(header, &parts))
}

/// Whether what a header refuses is refused for every channel.
pub(super) fn refuses_every_channel(words: &HeaderWords, header: &Header) -> bool {
    refusals::of_every_channel(&take_apart(words, header))
}

/// The channel a header names, whatever else it means.
pub(crate) fn channel_of(words: &HeaderWords, header: &Header) -> Option<Channel> {
    take_apart(words, header).channel
}

/// Owners, senders, counts and terms: nothing that the person of the row said or is.
fn nobody_of_the_row(parts: &Parts<'_>) -> Option<Idea> {
    use Concept::*;
    let found = parts.found;
    if let Some(idea) = refusals::by_whom(parts) {
        return Some(idea);
    }
    let consents = found.any(&[Consent, Newsletter, Unsubscribe, Confirm, Subscribe]);
    if (found.has(Person) || parts.by_somebody) && !(consents && parts.date) {
        return Some(Idea::nothing(Category::Technical, 0.6, "the header speaks of somebody other than the person"));
    }
    if found.has(Terms) && !found.any(&[Newsletter, Marketing]) {
        if found.has(Version) {
            return Some(part(Field::WordingVersion, 0.7));
        }
        return Some(Idea::nothing(Category::Consent, 0.7, "agreeing to terms is no consent to be written to"));
    }
    if parts.letters && !found.any(&[Address, Country, Phone]) {
        return Some(Idea::nothing(Category::Identity, 0.6, "a part of a postal address"));
    }
    if found.has(Count) && found.any(&[Open, Click, Sent, Purchase, Bounce, Email, Activity, Subscribe]) {
        return Some(Idea::nothing(Category::Behaviour, 0.7, "the header speaks of a number of events"));
    }
    None
}

fn activity(parts: &Parts<'_>) -> Option<Idea> {
    use Concept::*;
    let found = parts.found;
    if found.has(Birth) {
        return Some(part(Field::BirthDate, 0.85));
    }
    if !found.has(Last) || found.any(&[Unsubscribe, Consent, Confirm, Bounce, Negation, Source]) {
        return None;
    }
    if found.has(Newsletter) && found.any(&[Subscribe, Create, Update]) {
        return None;
    }
    let field = [
        (Open, Field::LastOpenAt),
        (Click, Field::LastClickAt),
        (Purchase, Field::PurchaseAt),
        (Update, Field::UpdatedAt),
        (Sent, Field::LastSentAt),
        (Sending, Field::LastSentAt),
        (Newsletter, Field::LastSentAt),
        (Activity, Field::LastActivityAt),
    ]
    .into_iter()
    .find(|(concept, _)| found.has(*concept))?
    .1;
    Some(part(field, doubted(0.8, parts)))
}

/// The field of an opt-in to a channel; as [`refusals::refusal_field`].
pub(crate) fn optin_field(channel: Option<Channel>) -> Field {
    match channel {
        None | Some(Channel::Email) => Field::OptinEmail,
        Some(Channel::Sms) => Field::OptinSms,
        Some(Channel::PhoneLive | Channel::PhoneAuto) => Field::OptinPhone,
        Some(Channel::Post) => Field::OptinPost,
        Some(Channel::Push | Channel::Messenger) => Field::Status,
    }
}

fn delivery(parts: &Parts<'_>) -> Option<Idea> {
    use Concept::*;
    let found = parts.found;
    if found.has(Bounce) && !found.any(&[Phone, Sms]) {
        return Some(part(if parts.date { Field::BouncedAt } else { Field::Bounced }, doubted(0.8, parts)));
    }
    if found.has(Bad) && found.has(Email) && !parts.date && !found.any(&[Phone, Sms]) {
        return Some(part(Field::Bounced, doubted(0.7, parts)));
    }
    if found.has(Complaint) && !found.has(Score) {
        return Some(part(if parts.date { Field::ComplaintAt } else { Field::Complained }, doubted(0.75, parts)));
    }
    (found.has(Erase) && parts.date).then(|| part(Field::ErasedAt, doubted(0.75, parts)))
}

fn confirmation(parts: &Parts<'_>) -> Option<Idea> {
    use Concept::*;
    let found = parts.found;
    if !found.has(Confirm) || found.has(Purchase) {
        return None;
    }
    if found.has(Ip) {
        return Some(part(Field::ConfirmedIp, 0.85));
    }
    if found.any(&[Sent, Text, Url, Form, Source, Reason]) {
        return Some(Idea::nothing(
            Category::Consent,
            0.6,
            "the header speaks of the confirmation's message, not of the click",
        ));
    }
    if found.has(Elsewhere) && !found.any(&[Newsletter, Marketing]) {
        return Some(Idea::nothing(Category::Consent, 0.6, "consent to something that is no message"));
    }
    if found.any(&[Negation, Block, Open, Until]) || (found.has(Unsettled) && !parts.settles) {
        let why = "the header speaks of a confirmation that has not come";
        return Some(Idea::nothing(Category::Consent, 0.6, why).answered(Answered::NotYet));
    }
    let of_consent = found.any(&[Consent, Newsletter, Subscribe, Email, Marketing]);
    if !of_consent && !parts.others.is_empty() {
        return None;
    }
    let field = if found.has(Status) { Field::Status } else { Field::ConfirmedAt };
    let idea = part(field, doubted(0.8, parts)).with_channel(parts.channel);
    let double_what = parts.only_double && !found.any(&[Consent, Subscribe]);
    Some(if parts.unplaced > 0 || double_what || parts.settles { idea.asked() } else { idea })
}

/// Whether one may write or call, and not by what: `Darf kontaktiert werden`. Who may not, may not by anything.
fn reachable(parts: &Parts<'_>) -> Option<Idea> {
    use Concept::*;
    let found = parts.found;
    let may = found.has(Assent) && found.has(Contact) && parts.channel.is_none() && !parts.date;
    let else_where = found.any(&[Consent, Newsletter, Marketing, Status, Source, Method, Reason, Id, Number, Fax]);
    (may && !else_where).then(|| part(Field::OptinEmail, 0.5).asked().of_every_channel(true))
}

fn consent(parts: &Parts<'_>) -> Option<Idea> {
    use Concept::*;
    let found = parts.found;
    let strong = found.any(&[Consent, Newsletter])
        || (found.has(Marketing) && (found.has(Assent) || parts.channel.is_some()))
        || (found.has(Assent) && (parts.channel.is_some() || (found.has(Offer) && parts.receives)));
    let signup = found.has(Subscribe);
    // What is subscribed to comes by a channel, and is not bought: a no leaves it.
    let sent = signup && (found.has(Marketing) || parts.channel.is_some_and(is_sent));
    let bought = found.has(Paid) && !sent;
    let alone = found.has(Marketing) && parts.others.is_empty();
    if !(strong || signup || alone) {
        return reachable(parts);
    }
    let detail = [
        (Ip, Field::ConsentIp),
        (Url, Field::ConsentUrl),
        (Version, Field::WordingVersion),
        (Text, Field::WordingText),
        (Form, Field::ConsentForm),
        (Source, Field::ConsentSource),
        (Method, Field::ConsentMethod),
        (Purpose, Field::Purpose),
        (Status, Field::Status),
    ]
    .into_iter()
    .find(|(concept, _)| found.has(*concept));
    if found.has(Legal) && found.has(Basis) {
        return Some(part(Field::LegalBasis, 0.8));
    }
    if let Some((_, field)) = detail {
        return Some(part(field, doubted(0.8, parts)).with_channel(parts.channel));
    }
    if found.has(Until) && strong && !parts.pends && !found.any(&[Elsewhere, Fax, Reason]) {
        let idea = part(Field::ConsentUntil, doubted(0.8, parts)).with_channel(parts.channel);
        return Some(if parts.unplaced > 0 || parts.of_a_club { idea.asked() } else { idea });
    }
    if found.any(&[Unsettled, Until]) {
        return Some(Idea::nothing(
            Category::Consent,
            0.6,
            "the header speaks of a consent that is not there yet or no more",
        ));
    }
    if found.any(&[Reason, Count, Score, Id, Number, Open, Click, Sent]) {
        return Some(Idea::nothing(Category::Consent, 0.5, "the header speaks of a detail no field keeps"));
    }
    if alone && !strong && !signup && parts.date {
        return Some(Idea::nothing(Category::Behaviour, 0.5, "the header speaks of advertising, and of no consent"));
    }
    if found.has(Update) {
        return Some(part(Field::UpdatedAt, 0.6));
    }
    if found.has(Create) && !found.any(&[Consent, Newsletter]) {
        return Some(part(Field::CreatedAt, 0.6));
    }
    if found.has(Elsewhere) && !found.any(&[Newsletter, Marketing, Offer]) && parts.channel.is_none() {
        return Some(Idea::nothing(Category::Consent, 0.7, "consent to something that is no message"));
    }
    if found.has(Fax) && parts.channel.is_none() {
        return Some(Idea::nothing(Category::Consent, 0.8, "consent to fax; Bonafide judges no fax"));
    }
    if signup && !strong && parts.date && found.has(Customer) {
        return Some(part(Field::CreatedAt, 0.6));
    }
    if !strong && !parts.date && parts.unplaced > 0 {
        return None;
    }
    // Words that could not be placed may be a purpose, or turn the meaning round: nobody's yes until it is asked.
    let of_another =
        found.any(&[Consent, Subscribe]) && !found.any(&[Newsletter, Marketing]) && parts.channel.is_none();
    let doubtful = parts.unplaced > 0
        // To opt in to a club, or to what a law asks, is to opt in to no letters.
        || (of_another && parts.of_a_club)
        || found.any(&[Import, Purchase, Birth, Country, First])
        || may_be_something_else(parts)
        // A column whose no is not believed gives no yes either.
        || (!strong && (!signup || bought));
    if parts.date {
        let confidence = if strong { 0.85 } else { 0.7 };
        let idea = part(Field::ConsentAt, confidence).with_channel(parts.channel).with_purpose(purpose_of(parts));
        return Some(if doubtful { idea.asked() } else { idea });
    }
    let two_channels = [Email, Sms, Phone, Post].iter().filter(|concept| found.has(**concept)).count() > 1;
    let confidence = if strong && !two_channels && parts.others.is_empty() { 0.8 } else { 0.5 };
    let idea = part(optin_field(parts.channel), confidence);
    let mut idea = idea.with_channel(parts.channel).with_purpose(purpose_of(parts));
    if !strong && (!signup || bought) {
        // `Advertising: no` is as far from a refusal as from a consent.
        idea.polarity = Some(Polarity::YesOrUnknown);
    }
    Some(if doubtful { idea.asked() } else { idea })
}

/// Whether what comes by a channel is subscribed to, unlike a telephone line or a paper.
fn is_sent(channel: Channel) -> bool {
    matches!(channel, Channel::Email | Channel::Sms | Channel::Messenger | Channel::Push)
}

/// Words for consent that as often speak of something else: an issue, an offer, a purchase.
fn may_be_something_else(parts: &Parts<'_>) -> bool {
    use Concept::*;
    let found = parts.found;
    let wanted = found.any(&[Consent, Assent, Subscribe, Confirm]);
    let of_an_issue = parts.date && !parts.since && found.has(Newsletter) && !wanted && !found.has(Create);
    let bought = found.has(Paid) && parts.channel.is_none() && !found.any(&[Newsletter, Consent, Marketing, Assent]);
    let of_anything = parts.only_mailing && !wanted && !parts.date;
    let offered = found.has(Newsletter) && found.has(Offer) && !wanted;
    of_an_issue || bought || of_anything || offered || (parts.received && !found.has(Consent))
}

fn bookkeeping(parts: &Parts<'_>) -> Option<Idea> {
    use Concept::*;
    let found = parts.found;
    if found.has(Create) {
        let detail = [
            (Ip, Field::ConsentIp),
            (Source, Field::ConsentSource),
            (Form, Field::ConsentForm),
            (Url, Field::ConsentUrl),
        ]
        .into_iter()
        .find(|(concept, _)| found.has(*concept));
        return Some(part(detail.map_or(Field::CreatedAt, |(_, field)| field), doubted(0.75, parts)));
    }
    if found.has(Update) && (parts.date || parts.others.is_empty()) {
        return Some(part(Field::UpdatedAt, doubted(0.7, parts)));
    }
    if found.has(Import) && parts.date {
        return Some(part(Field::ImportedAt, doubted(0.7, parts)));
    }
    if found.has(Purchase) {
        if found.any(&[Number, Id]) && !parts.date {
            return Some(part(Field::OrderId, doubted(0.7, parts)));
        }
        if parts.date && !found.has(First) {
            return Some(part(Field::PurchaseAt, doubted(0.75, parts)));
        }
        return Some(Idea::nothing(Category::Behaviour, 0.6, "the header speaks of orders"));
    }
    if found.has(Customer) {
        if found.any(&[Number, Id]) {
            return Some(part(Field::CustomerId, doubted(0.8, parts)));
        }
        if parts.date {
            return Some(part(Field::CreatedAt, doubted(0.6, parts)));
        }
    }
    if found.has(Legal) && found.has(Basis) {
        return Some(part(Field::LegalBasis, 0.8));
    }
    if found.has(Ip) {
        return Some(part(Field::ConsentIp, doubted(0.6, parts)));
    }
    if found.has(Source) && parts.others.len() <= 1 {
        return Some(part(Field::ConsentSource, doubted(0.65, parts)));
    }
    if found.has(Form) && parts.others.len() <= 1 && !found.any(&[Name, Address]) {
        return Some(part(Field::ConsentForm, doubted(0.55, parts)));
    }
    if found.has(Status) && found.any(&[Negation, Block]) {
        // `Stop status`: a yes there is a no, or nobody knows what.
        return Some(Idea::nothing(Category::Consent, 0.5, "the header turns a state round"));
    }
    if found.has(Status) {
        if parts.channel == Some(Channel::Email) || parts.others.is_empty() && !found.any(&[Customer, Legal]) {
            return Some(part(Field::Status, doubted(0.7, parts)).with_channel(parts.channel));
        }
        return Some(Idea::nothing(Category::Behaviour, 0.6, "the state of something other than a subscription"));
    }
    if found.has(Score) {
        return Some(part(Field::Score, doubted(0.65, parts)));
    }
    None
}

fn identity(parts: &Parts<'_>) -> Option<Idea> {
    use Concept::*;
    let found = parts.found;
    let events =
        found.any(&[Open, Click, Sent, Count, Name, Text, Method, Unsettled, Until]) || parts.date || parts.received;
    if let Some(channel) = parts.channel {
        if events {
            return Some(Idea::nothing(Category::Behaviour, 0.5, "the header speaks of messages, not of an address"));
        }
        let field = match channel {
            Channel::Email => Some(Field::Email),
            Channel::Sms | Channel::PhoneLive | Channel::PhoneAuto if !found.has(Country) => Some(Field::Phone),
            _ => None,
        };
        let mut idea = field.map_or_else(
            || Idea::nothing(Category::Other, 0.3, "the header names a channel"),
            |field| part(field, doubted(0.75, parts)),
        );
        idea.channel = Some(channel);
        idea.names_only_a_channel = parts.others.is_empty();
        return Some(idea);
    }
    if found.has(Fax) {
        return Some(Idea::nothing(Category::Identity, 0.7, "the header speaks of fax"));
    }
    if found.has(Country) {
        return Some(part(Field::Country, doubted(0.75, parts)));
    }
    if found.has(Address) && !found.any(&[Ip, Url]) {
        return Some(part(Field::Address, doubted(0.7, parts)));
    }
    None
}

pub(super) fn part(field: Field, confidence: f32) -> Idea {
    Idea::of(By::PartOfHeader, field, confidence, "the header contains words for it".to_owned())
}

/// Every word that could not be placed makes the meaning less sure.
fn doubted(confidence: f32, parts: &Parts<'_>) -> f32 {
    (confidence - 0.12 * parts.others.len() as f32).max(0.35)
}
