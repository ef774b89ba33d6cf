//! What a table is: which system wrote it, what every column means, and why.
//!
//! In: the header and a sample of the rows. Out: a [`Recognition`]. A column is understood by, in this order, a
//! correction made by hand, the system's own name for it, its whole header, parts of its header, its cells.
//! Never here: a date of creation taken for one of consent, an opt-out's absence taken for consent, cell content in a
//! reason a person reads.

use crate::import::correction::{ColumnCorrection, Corrections, Meaning};
use crate::import::header_words::{LANGUAGES, header_words};
use crate::import::systems::{self, Channels, Known, LIST, Layout, Match};
use crate::import::{ColumnMeaning, Polarity, Recognition, ValueMeaning};
use crate::vocabulary::{Category, Channel, ConsentStatus, Field, System};

mod answers;
mod clauses;
mod compose;
mod content;
mod dates;
mod doubt;
mod formatting;
mod going_on;
mod hashed;
pub(crate) mod header;
mod idea;
mod idle;
mod layout;
mod mail;
mod marks;
mod parts;
mod purposes;
mod reconcile;
mod refusals;
mod shared_address;
mod shared_start;
mod special;
mod subscriptions;
mod table_channel;
mod table_name;
mod table_name_words;
mod table_state;
#[cfg(test)]
mod tests;
mod until;
mod values;
mod whole;
mod will;

use content::{Kind, Profile};
use header::Header;
use idea::{ASKED, By, Idea};

pub use dates::{DateShape, date_shape};
pub(crate) use formatting::{FORMATTING, FORMATTING_EXPLAINED, speaks_of_colour};
pub(crate) use header::key as header_key;
pub use layout::layout_key;
pub(crate) use mail::also_refused;
pub(crate) use purposes::{Purpose, of_cell as purpose_of_cell};
pub use reconcile::is_date_field;
pub(crate) use table_channel::{
    HeaderChannel, agreed_channels, channel_of_cell, channel_of_header, is_of_addresses, permits_email,
};
pub(crate) use table_name::{names_others, refusal_in_name, title_that_refuses};
pub(crate) use table_state::date_of as date_of_state;
pub(crate) use values::usual_polarity;
pub use values::{speaks_of_state, status_of_cell};

/// Why a column means what a person said.
pub(crate) const BY_HAND: &str = "set by hand";

/// A table as far as recognition looks at it.
#[derive(Clone, Copy)]
pub struct TableSample<'a> {
    /// The name of the file, without its folder.
    pub file_name: &'a str,
    /// The name of the sheet or of the entry of a bundle; empty if there is none.
    pub sheet: &'a str,
    /// The header of every column; empty texts for a table without a header row.
    pub header: &'a [String],
    /// The first rows, about 200.
    pub sample: &'a [Vec<String>],
    /// The country where people live unless a row says otherwise, as two letters. It decides between day and month where
    /// nothing in the table does.
    pub home: Option<&'a str>,
}

/// Words of cells that other stations know.
#[derive(Clone, Copy)]
pub struct ValueWords<'a> {
    /// The state a word names, if it names one.
    pub status: &'a dyn Fn(&str) -> Option<ConsentStatus>,
    /// Whether a cell is the name or the code of a country.
    pub country: &'a dyn Fn(&str) -> bool,
    /// Whether a cell may be a no, in whatever words.
    pub doubt: &'a dyn Fn(&str) -> bool,
    /// Whether a cell speaks of what is sent to people.
    pub message: &'a dyn Fn(&str) -> bool,
}

/// Recognises a table.
pub fn recognise(table: &TableSample<'_>, corrections: &Corrections, known: &ValueWords<'_>) -> Recognition {
    let mut headers: Vec<Header> = table.header.iter().map(|header| Header::read(header)).collect();
    let profiles: Vec<Profile<'_>> = (0..headers.len())
        .map(|column| Profile::of(table.sample.iter().filter_map(|row| row.get(column)).map(String::as_str), known))
        .collect();
    let found = systems::identify(&headers, [table.file_name, table.sheet], table.sample);
    let layout = found.as_ref().map_or(LIST, |found| found.layout);
    if found.is_none() {
        shared_start::cut(table.header, &mut headers);
    }
    let by_hand = corrections.of_table(table.file_name, table.sheet, table.header);

    let keys = found.as_ref().map_or(&[][..], |found| found.column_keys);
    let mut ideas = first_ideas(layout, keys, &headers, &profiles);
    if let Some(found) = found.as_ref().filter(|found| found.claims) {
        table_state::date_by_state(&mut ideas, found.layout, &headers, table);
    }
    reconcile::with_content(&mut ideas, &headers, &profiles);
    doubt::weigh_states(&mut ideas, &headers, &profiles);
    reconcile::with_each_other(&mut ideas, &headers, &profiles);
    let fields: Vec<Option<Field>> = by_hand.iter().map(ColumnCorrection::field).collect();
    reconcile::only_once(&mut ideas, &profiles, &fields);
    if !found.as_ref().is_some_and(|found| found.claims) {
        purposes::settle(&mut ideas, &headers, &profiles);
        subscriptions::weigh(&mut ideas, &headers, table);
        refusals::reach_every_consent(&mut ideas, &headers);
        shared_address::settle(&mut ideas, table);
        marks::ask(&mut ideas, &headers, &profiles, table);
        formatting::ask(&mut ideas, &headers, &profiles);
    }
    for (idea, said) in ideas.iter_mut().zip(&by_hand) {
        if let Some(meaning) = said.meaning {
            set_by_hand(idea, meaning);
        }
    }
    if found.as_ref().is_some_and(|found| found.claims) {
        // A system has columns of its own for what people want; of a list every column of answers may be one.
        let open = ideas.iter_mut().filter(|idea| idea.answered == idea::Answered::Open);
        open.for_each(|idea| idea.perhaps = None);
        ask_about_permissions(&mut ideas, layout, table);
    }
    mark_special(&mut ideas, &headers, table);
    let mut columns = finish(ideas, table, layout, &profiles, known);
    table_state::apply_legend(&mut columns, table);
    for (column, said) in columns.iter_mut().zip(&by_hand) {
        order_and_words_by_hand(column, said);
    }
    describe(table, found, layout, columns)
}

fn first_ideas(layout: &'static Layout, own: &[String], headers: &[Header], profiles: &[Profile<'_>]) -> Vec<Idea> {
    let language = whole::language_of(headers);
    headers
        .iter()
        .zip(profiles)
        .map(|(header, profile)| {
            if header.is_empty() {
                // A mark alone is a name only to the system that uses it: Typeform's `#`.
                return named_by_mark(layout, header).unwrap_or_else(|| Idea::unknown("there is no header"));
            }
            by_system(layout, own, header, profile)
                .or_else(|| whole::meaning(header, headers, profile, language))
                .or_else(|| compose::compose(header_words(), header))
                .unwrap_or_else(|| Idea::unknown("no word of the header is known"))
        })
        .collect()
}

/// The meaning a system gives to a column it names by a mark without letters.
fn named_by_mark(layout: &'static Layout, header: &Header) -> Option<Idea> {
    let column = layout.columns.iter().find(|column| column.header == header.written)?;
    Some(idea_of(layout, column, None))
}

/// The meaning a system gives to its own column.
fn by_system(layout: &'static Layout, own: &[String], header: &Header, profile: &Profile<'_>) -> Option<Idea> {
    let exact = layout.columns.iter().find(|column| !column.header.ends_with('*') && header.written == column.header);
    let folded = || {
        let mut columns = own.iter().zip(layout.columns);
        let same = |key: &str, column: &Known| match systems::begins_with_mark(column.header) {
            true => header.written.eq_ignore_ascii_case(column.header),
            false => header.key == key && !column.header.ends_with('*'),
        };
        columns.find(|(key, column)| same(key, column)).map(|(_, column)| column)
    };
    let begun = || {
        layout.columns.iter().find_map(|column| {
            let start = column.header.strip_suffix('*')?;
            let rest = header.written.get(start.len()..)?;
            (header.written.get(..start.len())?.eq_ignore_ascii_case(start) && !rest.trim().is_empty())
                .then(|| (column, rest.trim().to_owned()))
        })
    };
    let (column, purpose) = match exact.or_else(folded) {
        Some(column) => (column, None),
        None => match begun() {
            Some((column, rest)) => (column, Some(rest)),
            None => return refused_purpose(layout, header, profile),
        },
    };
    Some(idea_of(layout, column, purpose))
}

fn idea_of(layout: &'static Layout, column: &Known, purpose: Option<String>) -> Idea {
    let mut idea = match column.field {
        Some(field) => Idea::of(By::System, field, column.confidence, column.why.to_owned()),
        None => Idea { by: By::System, ..Idea::nothing(column.category, column.confidence, column.why) },
    };
    idea.polarity = column.polarity;
    idea.channel = column.channel;
    idea.purpose = purpose.or_else(|| {
        (layout.others == systems::Others::RefusedPurposes && column.header == "Marketing Information")
            .then(|| column.header.to_owned())
    });
    idea.every_purpose = column.every_purpose;
    idea.words = column.words.iter().map(|(word, status)| ((*word).to_owned(), *status)).collect();
    idea.dates = column.dates;
    idea.listed = layout.columns.iter().position(|listed| listed.header == column.header).unwrap_or(usize::MAX);
    idea
}

/// A column of bare answers in an export whose further columns are all opt-outs.
fn refused_purpose(layout: &'static Layout, header: &Header, profile: &Profile<'_>) -> Option<Idea> {
    if layout.others != systems::Others::RefusedPurposes || profile.kind().is_some_and(|kind| kind != Kind::Answer) {
        return None;
    }
    let why = "in this export a yes means opted out of what the column is named after".to_owned();
    Some(
        // A column of the user's own looks the same.
        Idea::of(By::System, Field::DoNotEmail, 0.65, why)
            .with_purpose(Some(header.written.clone()))
            .pointing(Polarity::RefusedOrUnknown),
    )
}

/// Labels of a user's own that are no permission of e-mail in so many words are asked about.
fn ask_about_permissions(ideas: &mut [Idea], layout: &Layout, table: &TableSample<'_>) {
    for (at, idea) in ideas.iter_mut().enumerate().filter(|(_, idea)| idea.by == By::System && idea.field.is_none()) {
        let known = layout.columns.get(idea.listed);
        let cells = table.sample.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.trim().is_empty());
        let permits = known.is_some_and(|known| known.channels == Some(Channels::Permitted));
        if permits && cells.into_iter().any(|cell| !permits_email(cell)) {
            idea.perhaps = Some(Field::OptinEmail);
            idea.ask();
        }
    }
}

fn set_by_hand(idea: &mut Idea, meaning: Meaning) {
    let field = match meaning {
        Meaning::Field(field) => field,
        Meaning::OwnName => {
            // What the column holds stays what it is: special categories are still looked for.
            *idea = Idea { by: By::Content, ..Idea::nothing(Category::Other, 1.0, BY_HAND) };
            return;
        }
    };
    if idea.field != Some(field) {
        idea.limit = 1.0;
        idea.becomes(field, 1.0, String::new());
        idea.purpose = None;
        idea.every_purpose = false;
        idea.every_channel &= idea.perhaps == Some(field);
        // A field that names a channel speaks of that one, whatever the header names.
        if !speaks_of_channel(Some(field)) || (speaks_of_state(field) && field != Field::Status) {
            idea.channel = None;
        }
        idea.words.clear();
    }
    // A no that might have been none is one once a person says what the column is.
    if idea.by != By::System && idea.limit <= ASKED && idea.polarity == Some(Polarity::YesOrUnknown) {
        idea.polarity = None;
    }
    idea.by = By::Hand;
    idea.confidence = 1.0;
    BY_HAND.clone_into(&mut idea.why);
}

/// What was said of dates counts for a column of dates, what was said of words for one of states or of remarks.
fn order_and_words_by_hand(column: &mut ColumnMeaning, said: &ColumnCorrection) {
    if column.dates.is_some() {
        column.dates = said.dates.or(column.dates);
    }
    if column.field.is_some_and(|field| speaks_of_state(field) || field == Field::Notes) {
        column.values.retain(|known| !said.words.contains_key(&known.value));
        let words = said.words.iter().map(|(value, status)| ValueMeaning { value: value.clone(), status: *status });
        column.values.splice(0..0, words);
    }
}

fn mark_special(ideas: &mut [Idea], headers: &[Header], table: &TableSample<'_>) {
    for (column, (idea, header)) in ideas.iter_mut().zip(headers).enumerate() {
        if idea.field.is_some() || matches!(idea.by, By::Hand | By::System | By::WholeHeader) {
            continue;
        }
        let cells = table.sample.iter().filter_map(|row| row.get(column)).map(String::as_str);
        if let Some(found) = special::special_column(header_words(), header, cells) {
            *idea = Idea::nothing(Category::Special, found.confidence, &found.why);
        }
    }
}

fn finish(
    ideas: Vec<Idea>,
    table: &TableSample<'_>,
    layout: &'static Layout,
    profiles: &[Profile<'_>],
    known: &ValueWords<'_>,
) -> Vec<ColumnMeaning> {
    let country = ideas.iter().position(|idea| idea.field == Some(Field::Country));
    let country = country.and_then(|column| {
        dates::order_of_country(table.sample.iter().filter_map(|row| row.get(column)).map(String::as_str))
    });
    let country = country.or_else(|| dates::order_in(table.home?));
    let others = dates::order_of_others(profiles.iter().map(|profile| profile.order), layout.dates, country);
    ideas
        .into_iter()
        .zip(profiles)
        .enumerate()
        .map(|(at, (idea, profile))| {
            let polarity = idea.polarity.unwrap_or_else(|| layout.others.polarity(idea.field));
            let fixed = if idea.by == By::System { idea.words.len() } else { 0 };
            let mut column = ColumnMeaning {
                position: u32::try_from(at + 1).unwrap_or(u32::MAX),
                header: table.header[at].clone(),
                values: meanings_of_words(&idea, polarity, profile, known),
                dates: dates_of(&idea, profile, others),
                channel: idea.channel.filter(|_| speaks_of_channel(idea.field)),
                purpose: idea.purpose,
                every_purpose: idea.every_purpose,
                tells_of_messages: idea.field == Some(Field::Notes) && profile.messages + profile.doubts > 0,
                every_channel: idea.every_channel && idea.channel.is_none() && idea.field.is_some(),
                perhaps: idea.perhaps.filter(|_| idea.field.is_none()),
                field: idea.field,
                confidence: (idea.confidence.clamp(0.0, 1.0) * 100.0).round() / 100.0,
                why: idea.why,
                polarity,
                category: idea.category,
            };
            // Nobody's yes until a person has said what the column means.
            if column.is_unsure() {
                let yes = column.values.iter_mut().skip(fixed).filter(|value| value.status == ConsentStatus::Given);
                yes.for_each(|value| value.status = ConsentStatus::Unknown);
            }
            column
        })
        .collect()
}

/// The fixed words of a system's column first, then those of the sample.
fn meanings_of_words(
    idea: &Idea,
    polarity: Polarity,
    profile: &Profile<'_>,
    known: &ValueWords<'_>,
) -> Vec<ValueMeaning> {
    let mut meanings: Vec<ValueMeaning> =
        idea.words.iter().map(|(value, status)| ValueMeaning { value: value.clone(), status: *status }).collect();
    if let Some(field) = idea.field.filter(|field| speaks_of_state(*field)) {
        let of_sample = values::value_meanings(&profile.words, field, polarity, known);
        meanings.extend(
            of_sample
                .into_iter()
                .filter(|new| !idea.words.iter().any(|(value, _)| value.eq_ignore_ascii_case(&new.value))),
        );
    }
    meanings
}

fn dates_of(idea: &Idea, profile: &Profile<'_>, others: super::DateOrder) -> Option<super::DateOrder> {
    let is_date = idea.field.is_some_and(is_date_field);
    if !is_date && (idea.field.is_some() || profile.kind() != Some(Kind::Date)) {
        return None;
    }
    if profile.order.plain + profile.order.parts == 0 {
        return Some(idea.dates.unwrap_or(others));
    }
    Some(profile.order.decided().or(idea.dates).unwrap_or(others))
}

fn speaks_of_channel(field: Option<Field>) -> bool {
    field.is_some_and(|field| {
        speaks_of_state(field)
            || matches!(
                field,
                Field::ConsentAt
                    | Field::ConsentUntil
                    | Field::ConfirmedAt
                    | Field::UnsubscribedAt
                    | Field::ConsentSource
                    | Field::ConsentForm
                    | Field::ConsentMethod
                    | Field::WordingVersion
                    | Field::WordingText
            )
    })
}

fn describe(
    table: &TableSample<'_>,
    found: Option<Match>,
    layout: &'static Layout,
    columns: Vec<ColumnMeaning>,
) -> Recognition {
    let claims = found.as_ref().is_some_and(|found| found.claims);
    let state = table_state::of(layout, claims, table, &columns);
    let refusing = |column: &ColumnMeaning| {
        column.field.is_some_and(|field| speaks_of_state(field) || field == Field::UnsubscribedAt)
            && !matches!(column.field, Some(Field::Bounced))
            && column.polarity != Polarity::YesOrUnknown
    };
    let mut why = match &found {
        Some(found) if found.claims && found.signs.is_empty() => {
            format!("{} of {}: the name of the file", layout.export, layout.system.word())
        }
        Some(found) if found.claims => {
            format!("{} of {}: its own columns {}", layout.export, layout.system.word(), found.signs.join(", "))
        }
        Some(found) => format!(
            "columns read as those of {}, whose exports are known by hearsay only: {}",
            layout.system.word(),
            found.signs.join(", ")
        ),
        None => String::from("no system's own columns; read by column names and cells"),
    };
    let found = found.filter(|found| found.claims);
    if let Some(state) = &state {
        why.push_str("; ");
        why.push_str(state.why);
    }
    let usual = usual_channel(&columns);
    let refused = state.as_ref().is_some_and(|state| state.status.is_refusal());
    let spoken = match &found {
        // What a system exports is of its own channel, or of the one that a column of its own names.
        Some(found) => table_channel::Spoken {
            channel: usual,
            refuses_all: false,
            column: systems::column_of(Channels::Spoken, found.layout, &columns),
        },
        None => table_channel::of(table, &columns, usual, refused),
    };
    Recognition {
        system: found.as_ref().map_or(System::List, |found| found.layout.system),
        confidence: found
            .as_ref()
            .map_or_else(|| list_confidence(&columns), |found| (found.confidence * 100.0).round() / 100.0),
        why,
        table_status: state.as_ref().map(|state| state.status),
        is_doubted: found.is_none() && table_state::is_doubted(state.as_ref(), table),
        channel: spoken.channel,
        refuses_all: spoken.refuses_all,
        channel_column: spoken.column,
        agreed_column: found.as_ref().and_then(|found| systems::column_of(Channels::Agreed, found.layout, &columns)),
        permitted_column: found
            .as_ref()
            .and_then(|found| systems::column_of(Channels::Permitted, found.layout, &columns)),
        // Hearsay reads columns; it does not make a time exact.
        writes_utc: layout.writes_utc && found.is_some(),
        carries_refusals: layout.carries_refusals
            && (columns.iter().any(refusing) || state.is_some_and(|state| state.status != ConsentStatus::Unknown)),
        hashed: hashed::names_people(table, &columns),
        carries_down: found.as_ref().map_or_else(
            || going_on::carried_down(table, &columns),
            |found| systems::carried_down(found.layout, table.header),
        ),
        columns,
    }
}

/// A list is as surely read as the column that reaches the person.
fn list_confidence(columns: &[ColumnMeaning]) -> f32 {
    columns
        .iter()
        .filter(|column| matches!(column.field, Some(Field::Email | Field::Phone)))
        .map(|column| column.confidence)
        .fold(0.1, f32::max)
        .min(0.8)
}

/// E-mail, unless the table has telephone numbers and no e-mail address.
fn usual_channel(columns: &[ColumnMeaning]) -> Channel {
    let has = |field| columns.iter().any(|column| column.field == Some(field));
    if has(Field::Email) || !has(Field::Phone) {
        Channel::Email
    } else if has(Field::OptinSms) || has(Field::DoNotSms) {
        Channel::Sms
    } else {
        Channel::PhoneLive
    }
}

/// The name of the language with this bit, for a person to read.
fn language_name(languages: u16) -> Option<&'static str> {
    (languages.count_ones() == 1).then(|| LANGUAGES[languages.trailing_zeros() as usize].1)
}
