//! What headers promise against what cells hold, and columns against one another.

use super::answers::{answers_meaning, are_answers, are_codes_of_a_will, are_keys, says_something, turned_round};
use super::compose::optin_field;
use super::content::{Kind, Profile};
use super::header::Header;
use super::idea::{Answered, By, Idea};
use super::idle::{is_idle, is_of_business};
use super::mail;
use super::refusals::refusal_field;
use super::{until, will};
use crate::import::Polarity;
use crate::import::header_words::header_words;
use crate::vocabulary::{Category, Channel, ConsentStatus, Field};

/// How the cells of a column fit a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    Agrees,
    /// The cells can neither confirm nor refute it.
    Silent,
    Contradicts,
}

/// Whether the cells of a column fit a field. An empty column fits everything.
pub(crate) fn fit(field: Field, profile: &Profile<'_>) -> Fit {
    if profile.filled == 0 {
        return Fit::Silent;
    }
    let of = |count: u32| match profile.share(count) {
        share if share >= 0.6 => Fit::Agrees,
        share if share < 0.2 => Fit::Contradicts,
        _ => Fit::Silent,
    };
    match field {
        Field::Email => of(profile.emails),
        Field::Phone => of(profile.phones + profile.long_numbers),
        Field::BirthDate => of(profile.dates + profile.could_be_dates),
        field if is_date_field(field) => of(profile.dates + profile.could_be_dates),
        Field::ConsentIp | Field::ConfirmedIp => of(profile.ips),
        Field::Status
        | Field::OptinEmail
        | Field::OptinSms
        | Field::OptinPhone
        | Field::OptinPost
        | Field::DoNotEmail
        | Field::DoNotSms
        | Field::DoNotCall
        | Field::DoNotPost
        | Field::Complained => of(profile.answers + profile.states),
        Field::Bounced => match profile.kind() {
            Some(Kind::Email | Kind::Date | Kind::Ip | Kind::Url) => Fit::Contradicts,
            Some(Kind::Answer) => Fit::Agrees,
            _ => Fit::Silent,
        },
        Field::Country => match of(profile.countries) {
            Fit::Contradicts if profile.kind() == Some(Kind::Text) => Fit::Silent,
            fit => fit,
        },
        // `Address ok`: a yes is no address.
        Field::FullName | Field::Company | Field::City | Field::Address if profile.kind() == Some(Kind::Answer) => {
            Fit::Contradicts
        }
        Field::FirstName
        | Field::LastName
        | Field::FullName
        | Field::Company
        | Field::City
        | Field::Language
        | Field::Address
        | Field::LegalBasis
        | Field::ConsentForm
        | Field::ConsentSource => match profile.kind() {
            Some(Kind::Email | Kind::Date | Kind::Ip) => Fit::Contradicts,
            Some(Kind::Phone) => Fit::Contradicts,
            _ => Fit::Silent,
        },
        // “villkor” over yes and no says that terms were accepted, not which.
        Field::WordingText | Field::WordingVersion if profile.kind() == Some(Kind::Answer) && profile.numbers == 0 => {
            Fit::Contradicts
        }
        // A yes and a no are the names of no lists.
        Field::Tags | Field::Lists if profile.kind() == Some(Kind::Answer) && are_answers(profile) => Fit::Contradicts,
        Field::ExternalId | Field::CustomerId | Field::OrderId | Field::Postcode | Field::Tags | Field::Lists => {
            match profile.kind() {
                Some(Kind::Email | Kind::Date | Kind::Ip | Kind::Url) => Fit::Contradicts,
                _ => Fit::Silent,
            }
        }
        _ => Fit::Silent,
    }
}

/// Whether a field holds a date.
pub fn is_date_field(field: Field) -> bool {
    matches!(
        field,
        Field::ConsentAt
            | Field::ConsentUntil
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
            | Field::BirthDate
    )
}

/// Weighs every header against its cells.
pub(crate) fn with_content(ideas: &mut [Idea], headers: &[Header], profiles: &[Profile<'_>]) {
    for ((idea, header), profile) in ideas.iter_mut().zip(headers).zip(profiles) {
        if idea.field == Some(Field::ConsentUntil) && fit(Field::ConsentUntil, profile) == Fit::Contradicts {
            let why = "the header speaks of the end of a consent, and the cells are no days";
            *idea = Idea::nothing(Category::Consent, 0.6, why).answered(Answered::MayRefuse);
        }
        if is_about_business(idea, header, profile) {
            let why = "the header speaks of what is paid, ordered or done, and of nothing anybody is sent";
            *idea = Idea::nothing(Category::Behaviour, 0.5, why);
            continue;
        }
        if idea.field.is_none() && idea.answered != Answered::Open && turned_round(idea, header, profile) {
            continue;
        }
        match idea.field {
            Some(field) => weigh(idea, field, header, profile),
            None if idea.names_only_a_channel => consent_by_channel(idea, header, profile),
            None if names_a_channel(idea) && (answers(profile) || are_codes_of_a_will(header, profile)) => {
                perhaps_by_channel(idea, profile);
            }
            None if idea.by == By::Content => by_cells_alone(idea, header, profile),
            None if names_a_channel(idea) && will::may_be_told(header, profile) => ask_for_a_will(idea),
            None => {}
        }
    }
}

/// Whether a yes or no stands under what was paid, ordered or photographed: `Rechnung per Mail`.
fn is_about_business(idea: &Idea, header: &Header, profile: &Profile<'_>) -> bool {
    let by_words = matches!(idea.by, By::Content | By::PartOfHeader);
    let no_field = matches!(idea.field, None | Some(Field::Email | Field::Phone));
    let told = answers(profile) || will::may_be_told(header, profile);
    by_words && no_field && idea.answered == Answered::Open && told && is_of_business(header_words(), header)
}

fn weigh(idea: &mut Idea, field: Field, header: &Header, profile: &Profile<'_>) {
    if profile.filled == 0 {
        idea.confidence -= if idea.by == By::System { 0.0 } else { 0.08 };
        idea.why.push_str("; no cell of the sample is filled");
        return;
    }
    match fit(field, profile) {
        Fit::Agrees => {
            idea.confidence = (idea.confidence + 0.1).min(idea.limit);
            if let Some((count, what)) = counted(field, profile) {
                idea.why.push_str(&format!("; {count} of {} sampled cells are {what}", profile.filled));
            }
        }
        Fit::Silent => {}
        Fit::Contradicts => contradicted(idea, field, header, profile),
    }
}

/// A header whose cells are something else: the twin of its meaning that fits them, or little confidence.
fn contradicted(idea: &mut Idea, field: Field, header: &Header, profile: &Profile<'_>) {
    if idea.by == By::System {
        idea.confidence = idea.confidence.min(0.5);
        idea.why.push_str(&unlike(field, profile));
        return;
    }
    if idea.names_only_a_channel && profile.kind() == Some(Kind::Answer) {
        consent_by_channel(idea, header, profile);
        return;
    }
    let is_name = matches!(field, Field::FullName | Field::Company | Field::City | Field::Address);
    if (is_name || matches!(field, Field::Tags | Field::Lists)) && answers(profile) {
        *idea = Idea::unknown("the header may name something else");
        by_cells_alone(idea, header, profile);
        return;
    }
    if idea.refuses() && are_keys(profile) {
        *idea = Idea::nothing(Category::Technical, 0.4, "the header refuses, but no two cells are alike, as keys are");
        return;
    }
    let wills = answers(profile) || are_codes_of_a_will(header, profile) || will::may_be_told(header, profile);
    if matches!(field, Field::Email | Field::Phone) && names_a_channel(idea) && wills {
        perhaps_by_channel(idea, profile);
        return;
    }
    if let Some(twin) = profile.kind().and_then(|kind| twin(field, kind, idea.channel)) {
        let confidence = (idea.confidence - 0.08).max(0.4);
        idea.becomes(twin, confidence, format!("{}; {}", idea.why, holds(profile)));
        if field == Field::ConfirmedAt {
            idea.polarity = Some(Polarity::YesOrUnknown);
            idea.words = answers_meaning(profile, ConsentStatus::Given, ConsentStatus::Pending);
        } else if field == Field::ErasedAt {
            idea.polarity = Some(Polarity::RefusedOrUnknown);
            idea.words = answers_meaning(profile, ConsentStatus::Erased, ConsentStatus::Unknown);
        }
        return;
    }
    idea.confidence = 0.3;
    idea.why.push_str(&unlike(field, profile));
    if idea.refuses() {
        idea.why.push_str("; whatever is written there counts as a no all the same");
    }
    // Beside “its own name” nobody would know what “it” is.
    idea.why = idea.why.replacen(" for it", &format!(" for “{}”", field.word()), 1);
    // Parts of a header that the cells refute are no meaning: `Email valid`, `Last purchase amount`.
    if idea.by == By::PartOfHeader && (is_date_field(field) || matches!(field, Field::Email | Field::Phone)) {
        idea.field = None;
    }
}

/// The field that means the same of another kind of cell: a date of what is a yes, a yes of what is a date.
fn twin(field: Field, kind: Kind, channel: Option<Channel>) -> Option<Field> {
    use Field::*;
    match (field, kind) {
        (OptinEmail | OptinSms | OptinPhone | OptinPost, Kind::Date) => Some(ConsentAt),
        (OptinEmail, Kind::Ip) | (ConsentAt, Kind::Ip) => Some(ConsentIp),
        (OptinEmail, Kind::Url) => Some(ConsentUrl),
        (DoNotEmail | DoNotSms | DoNotCall | DoNotPost, Kind::Date) => Some(UnsubscribedAt),
        (Bounced, Kind::Date) => Some(BouncedAt),
        (Complained, Kind::Date) => Some(ComplaintAt),
        (ConsentAt, Kind::Answer) => Some(optin_field(channel)),
        (ConfirmedAt, Kind::Answer) | (ErasedAt, Kind::Answer) => Some(Status),
        (ConfirmedAt, Kind::Ip) => Some(ConfirmedIp),
        (UnsubscribedAt, Kind::Answer) => Some(refusal_field(channel)),
        (DoNotCall | DoNotSms, Kind::Phone) => Some(Phone),
        (BouncedAt, Kind::Answer) => Some(Bounced),
        (ComplaintAt, Kind::Answer) => Some(Complained),
        _ => None,
    }
}

/// A yes or no under the bare name of a channel is consent to it, if it is anything.
fn consent_by_channel(idea: &mut Idea, header: &Header, profile: &Profile<'_>) {
    if profile.kind() != Some(Kind::Answer) {
        return;
    }
    let bare = header.words.len() == 1 && !header.words[0].ends_with("ed");
    let channel = idea.channel;
    idea.by = By::PartOfHeader;
    idea.becomes(
        optin_field(channel),
        0.5,
        format!("the header names a channel and {}: consent to the channel, if it is anything", holds(profile)),
    );
    if !bare {
        // `Primary email: no`, `Has email: no` say nothing of what anybody wants.
        idea.polarity = Some(Polarity::YesOrUnknown);
    }
}

/// Whether the header names a channel beside words nobody can place.
fn names_a_channel(idea: &Idea) -> bool {
    idea.by == By::PartOfHeader && idea.channel.is_some()
}

pub(super) fn answers(profile: &Profile<'_>) -> bool {
    profile.kind() == Some(Kind::Answer) || profile.states * 2 > profile.filled
}

/// Answers under a channel and words nobody can place: consent to the channel perhaps, so a no alone refuses nothing.
fn perhaps_by_channel(idea: &mut Idea, profile: &Profile<'_>) {
    let why = format!("the header names a channel and {}: perhaps consent to the channel", holds(profile));
    idea.becomes(optin_field(idea.channel), 0.5, why);
    idea.polarity = Some(Polarity::YesOrUnknown);
    idea.ask();
}

/// What some write above codes of countries.
const LETTERS_FOR_A_COUNTRY: [&str; 8] = ["cc", "ctry", "cntry", "iso", "iso2", "iso3", "iso3166", "lkz"];

/// A column whose header says nothing: only what reaches a person or names a state is taken from cells.
fn by_cells_alone(idea: &mut Idea, header: &Header, profile: &Profile<'_>) {
    let headerless = header.is_empty();
    match profile.kind() {
        Some(Kind::Email) => idea.becomes(Field::Email, if headerless { 0.85 } else { 0.7 }, holds(profile)),
        Some(Kind::Phone) => idea.becomes(Field::Phone, if headerless { 0.7 } else { 0.55 }, holds(profile)),
        Some(Kind::Ip) if headerless => idea.becomes(Field::ConsentIp, 0.4, holds(profile)),
        Some(Kind::Country) => {
            let names = profile.country_names * 2 >= profile.countries;
            // Two letters are a province, a state or who looks after somebody as well.
            if names || headerless || LETTERS_FOR_A_COUNTRY.contains(&header.key.as_str()) {
                idea.becomes(Field::Country, if names { 0.65 } else { 0.6 }, holds(profile));
            } else {
                "the cells could be codes of countries, but the header does not say so".clone_into(&mut idea.why);
            }
        }
        Some(Kind::Answer) if profile.states * 2 > profile.filled => {
            idea.becomes(Field::Status, 0.5, holds(profile));
        }
        Some(Kind::Answer) => {
            "the cells are yes or no, but nothing says to what".clone_into(&mut idea.why);
            // Without a header, words of an answer are asked about; digits may count anything.
            let asks = if headerless { profile.numbers == 0 } else { !is_idle(header_words(), header) };
            if asks && says_something(profile) && are_answers(profile) {
                idea.confidence = 0.3;
                idea.perhaps = Some(optin_field(None));
            }
        }
        Some(Kind::Date) => "the cells are dates, but nothing says of what".clone_into(&mut idea.why),
        _ if headerless => remarks(idea, header, profile),
        _ if will::may_be_told(header, profile) => ask_for_a_will(idea),
        _ if will::may_be_a_state(header, profile) => {
            "some cells are words for a state, but the header does not say of what".clone_into(&mut idea.why);
            idea.confidence = 0.3;
            idea.perhaps = Some(Field::Status);
        }
        _ => remarks(idea, header, profile),
    }
}

/// What people wrote about people, under a header in their own words: a third of the cells are sentences, or one may be
/// a no.
fn remarks(idea: &mut Idea, header: &Header, profile: &Profile<'_>) {
    let of_another_matter = || is_idle(header_words(), header) || is_of_business(header_words(), header);
    let are_names = profile.names * 3 >= profile.filled * 2;
    if profile.kind() != Some(Kind::Text) || are_names || of_another_matter() {
        return;
    }
    if profile.sentences * 3 >= profile.filled && profile.distinct * 3 >= profile.filled * 2 && profile.filled > 1 {
        idea.becomes(Field::Notes, 0.5, "many cells are sentences: remarks, whatever the header says".to_owned());
    } else if profile.doubts > 0 && (profile.distinct > 1 || profile.filled == 1) {
        idea.becomes(Field::Notes, 0.4, "a cell may be a no: remarks, whatever the header says".to_owned());
    }
}

/// A column that may say what people want is asked about.
fn ask_for_a_will(idea: &mut Idea) {
    "many cells begin with a yes or a no, but nothing says to what".clone_into(&mut idea.why);
    idea.confidence = 0.3;
    idea.perhaps = Some(optin_field(idea.channel));
}

/// Decides between columns: names beside names, one address column, whose address it is.
pub(crate) fn with_each_other(ideas: &mut [Idea], headers: &[Header], profiles: &[Profile<'_>]) {
    let has = |ideas: &[Idea], field: Field| ideas.iter().any(|idea| idea.field == Some(field));
    let (first, last) = (has(ideas, Field::FirstName), has(ideas, Field::LastName));
    for (idea, profile) in ideas.iter_mut().zip(profiles) {
        let lonely = matches!(idea.field, Some(Field::FirstName)) && !last
            || matches!(idea.field, Some(Field::LastName)) && !first;
        if lonely && idea.by != By::System && profile.filled > 0 && profile.share(profile.several_words) >= 0.6 {
            idea.becomes(Field::FullName, 0.7, format!("{}; most cells hold several words", idea.why));
        }
    }
    name_by_cells(ideas, headers, profiles);
    one_address(ideas, headers, profiles);
    mail::settle(ideas, headers);
    until::settle(ideas, headers, profiles);
}

/// In a list that names nobody otherwise, the first column whose cells look like names: `Gast`, `Kto`.
fn name_by_cells(ideas: &mut [Idea], headers: &[Header], profiles: &[Profile<'_>]) {
    let named = |idea: &Idea| {
        let name = matches!(idea.field, Some(Field::FirstName | Field::LastName | Field::FullName));
        name || matches!(idea.by, By::System | By::Hand)
    };
    if ideas.iter().any(named) {
        return;
    }
    let looks_so = |profile: &Profile<'_>| {
        profile.filled > 1 && profile.names * 5 >= profile.filled * 4 && profile.distinct * 5 >= profile.filled * 4
    };
    let first = (0..ideas.len()).find(|at| {
        let (idea, header) = (&ideas[*at], &headers[*at]);
        let free = idea.field.is_none() && idea.perhaps.is_none() && !is_of_business(header_words(), header);
        free && looks_so(&profiles[*at])
    });
    if let Some(at) = first {
        ideas[at].becomes(
            Field::FullName,
            0.5,
            "the cells look like names, and no other column is named for them".to_owned(),
        );
    }
}

/// The address column: by its header if one holds addresses, else the column with the most different ones.
fn one_address(ideas: &mut [Idea], headers: &[Header], profiles: &[Profile<'_>]) {
    let named = ideas.iter().zip(profiles).any(|(idea, profile)| {
        idea.field == Some(Field::Email)
            && idea.by != By::Content
            && (profile.filled == 0 || profile.share(profile.emails) >= 0.2)
    });
    let mut holds_addresses: Vec<usize> =
        (0..ideas.len()).filter(|at| profiles[*at].kind() == Some(Kind::Email)).collect();
    if !named && holds_addresses.is_empty() {
        // Addresses among numbers, or among other things, reach people all the same: each row is read for itself.
        holds_addresses = (0..ideas.len()).filter(|at| holds_some_addresses(&profiles[*at])).collect();
    }
    if named {
        // Beside the person's own address an unnamed one is somebody's: an owner, a sender.
        for at in holds_addresses {
            if ideas[at].by == By::Content && !headers[at].is_empty() {
                ideas[at] =
                    Idea::nothing(Category::Identity, 0.5, "addresses, but another column is named for the person's");
            }
        }
        return;
    }
    let best = holds_addresses
        .iter()
        .copied()
        .filter(|at| ideas[*at].field.is_none() || ideas[*at].by != By::System)
        .max_by_key(|at| (profiles[*at].distinct, std::cmp::Reverse(*at)));
    let Some(best) = best else { return };
    if ideas[best].field != Some(Field::Email) {
        let held = match profiles[best].kind() {
            Some(Kind::Email) => holds(&profiles[best]),
            _ => {
                let Profile { emails, phones, numbers, filled, .. } = &profiles[best];
                format!("{emails} of {filled} sampled cells are e-mail addresses, {} are numbers", phones + numbers)
            }
        };
        let why = format!("{held}, and no column is named for the address");
        ideas[best] = Idea::of(By::Content, Field::Email, 0.6, why);
    }
    for at in holds_addresses {
        let fewer = profiles[at].distinct * 2 <= profiles[best].distinct;
        if at != best && fewer && ideas[at].by == By::Content {
            ideas[at] = Idea::nothing(Category::Identity, 0.5, "addresses, but another column has more different ones");
        }
    }
}

/// Whether a column holds addresses and telephone numbers, or at least a third of addresses.
fn holds_some_addresses(profile: &Profile<'_>) -> bool {
    let reaching = profile.share(profile.emails + profile.phones + profile.numbers);
    profile.emails > 0 && (reaching >= 0.8 || profile.share(profile.emails) >= 0.33)
}

/// Keeps the surest column of a field a person has once, a filled one before an empty one; what was set by hand leaves
/// no room for others.
pub(crate) fn only_once(ideas: &mut [Idea], profiles: &[Profile<'_>], by_hand: &[Option<Field>]) {
    const ONCE: [Field; 9] = [
        Field::ExternalId,
        Field::FirstName,
        Field::LastName,
        Field::FullName,
        Field::Country,
        Field::Language,
        Field::CreatedAt,
        Field::UpdatedAt,
        Field::BirthDate,
    ];
    for field in ONCE {
        let hand = by_hand.iter().position(|set| *set == Some(field));
        let surest =
            (0..ideas.len()).filter(|at| ideas[*at].field == Some(field) && by_hand[*at].is_none()).max_by(|a, b| {
                let filled = |at: usize| profiles[at].filled > 0;
                let sure = ideas[*a].confidence.total_cmp(&ideas[*b].confidence);
                filled(*a).cmp(&filled(*b)).then(sure).then(ideas[*b].listed.cmp(&ideas[*a].listed)).then(b.cmp(a))
            });
        let keep = hand.or(surest);
        for (at, idea) in ideas.iter_mut().enumerate() {
            if idea.field == Some(field) && Some(at) != keep && by_hand[at].is_none() {
                let category = idea.category;
                *idea = Idea { by: idea.by, ..Idea::nothing(category, 0.5, "another column is more surely this") };
            }
        }
    }
}

fn counted(field: Field, profile: &Profile<'_>) -> Option<(u32, &'static str)> {
    Some(match field {
        Field::Email => (profile.emails, "e-mail addresses"),
        Field::Phone => (profile.phones + profile.long_numbers, "telephone numbers"),
        Field::ConsentIp | Field::ConfirmedIp => (profile.ips, "IP addresses"),
        Field::Country => (profile.countries, "countries"),
        field if is_date_field(field) => (profile.dates + profile.could_be_dates, "dates"),
        _ if super::values::speaks_of_state(field) => {
            (profile.answers + profile.states, "a yes, a no or a known state")
        }
        _ => return None,
    })
}

fn unlike(field: Field, profile: &Profile<'_>) -> String {
    match counted(field, profile) {
        Some((count, what)) => format!("; but only {count} of {} sampled cells are {what}", profile.filled),
        None => format!("; but {}", holds(profile)),
    }
}

pub(super) fn holds(profile: &Profile<'_>) -> String {
    let (count, what) = match profile.kind() {
        Some(Kind::Email) => (profile.emails, "e-mail addresses"),
        Some(Kind::Url) => (profile.urls, "web addresses"),
        Some(Kind::Ip) => (profile.ips, "IP addresses"),
        Some(Kind::Date) => (profile.dates, "dates"),
        Some(Kind::Phone) => (profile.phones, "telephone numbers"),
        Some(Kind::Number) => (profile.numbers, "numbers"),
        Some(Kind::Answer) => (profile.answers + profile.states, "a yes, a no or a known state"),
        Some(Kind::Country) => (profile.countries, "countries"),
        Some(Kind::Text) | None => (profile.filled, "text"),
    };
    format!("{count} of {} sampled cells are {what}", profile.filled)
}
