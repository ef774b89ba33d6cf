//! What a date cell tells of its row beside the date.

use crate::import::DateOrder;
use crate::normalise::contact::Value;
use crate::normalise::date::{self, Date};
use crate::normalise::fold::fold;
use crate::normalise::{cell, words};
use crate::vocabulary::{ConsentStatus, Field, Moment};

/// The moment a date is taken for where it decides what holds. Where day and month may be either way round, a refusal
/// has none, so that nothing comes after it, and a consent is the earlier one.
pub(super) fn safest(field: Field, order: DateOrder, cell: &str, writes_utc: bool, read: Moment) -> Option<Moment> {
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
        Field::ConsentAt | Field::ConsentUntil | Field::ConfirmedAt => {
            Some(if one.seconds < other.seconds { one } else { other })
        }
        _ => Some(read),
    }
}

/// Whether a date cell tells that its event happened. A refusal counts without a readable date; consent and bounce
/// do not.
pub(super) fn happened(status: ConsentStatus, date: Date, cell: &str) -> bool {
    match date {
        Date::Moment(_) => true,
        Date::Sentinel(_) => status.is_refusal(),
        Date::Unreadable => {
            let denied = words::denies(cell) || words::status(cell) == Some(ConsentStatus::Given);
            status.is_refusal() && !denied
        }
        Date::Empty | Date::Zero => false,
    }
}

/// What stands in place of the day on which a consent ends.
pub(super) enum End {
    /// That it has none: “unbefristet”, “until withdrawn”.
    None,
    /// That the consent is refused, with a date of its own.
    Refused(ConsentStatus, Option<Moment>),
    /// Nobody knows.
    Unknown,
}

/// Reads words in a column of days on which consents end.
pub(super) fn end_in_words(cell: &str, order: DateOrder, writes_utc: bool) -> End {
    const WITHOUT_END: &str = "unlimited|unbegrenzt|unbefristet|indefinite|indefinitely|permanent|lifetime|forever|never|none|nie|\
        open ended|no expiry|no end|tills vidare|tillsvidare|aldrig|illimite|illimitee|illimitato|illimitata|ilimitado|ilimitada|\
        indefinido|indefinida|indeterminato|indeterminado|mai|jamais|nunca|onbepaald|onbeperkt|nooit|indtil videre|inntil videre|\
        toistaiseksi|bezterminowo";
    /// “Bis auf Widerruf” tells of no withdrawal.
    const UNTIL: [&str; 12] =
        ["until", "till", "til", "bis", "tot", "fino", "jusqu", "hasta", "ate", "asti", "saakka", "do"];
    const WITHDRAWN: &str =
        "revo|withdr|notice|cancel|widerruf|weiteres|opzegg|intrekk|odwolan|peruut|aterkall|tilbage|tilbake";
    let folded = fold(cell);
    let starts = |list: &str| folded.split(' ').any(|word| list.split('|').any(|start| word.starts_with(start)));
    let until = folded.split(' ').any(|word| UNTIL.contains(&word));
    if WITHOUT_END.split('|').any(|words| words == folded)
        || until && starts(WITHDRAWN) && !folded.contains(char::is_numeric)
    {
        return End::None;
    }
    match refusal_for_a_date(cell, order, writes_utc, false) {
        Some((status, at)) if !until => End::Refused(status, at),
        _ => End::Unknown,
    }
}

/// The refusal that stands in a column of dates of consent in place of one, with its own date: “widerrufen am 4.5.2024”.
/// `bare`: whether a bare no refuses there.
pub(super) fn refusal_for_a_date(
    cell: &str,
    order: DateOrder,
    writes_utc: bool,
    bare: bool,
) -> Option<(ConsentStatus, Option<Moment>)> {
    let text = cell::text(cell)?;
    let no = || bare && (words::yes_no(text) == Some(false) || words::begins_with_no(text));
    let status = words::status(text)
        .or_else(|| words::state_within(text))
        .or_else(|| no().then_some(ConsentStatus::Withdrawn))
        .filter(|status| status.is_refusal())?;
    let dated = text.find(|c: char| c.is_ascii_digit()).map(|at| text[at..].trim_end_matches([')', ']', '.', ' ']));
    let at = dated.and_then(|dated| match date::read(dated, order, writes_utc) {
        Date::Moment(moment) => safest(Field::UnsubscribedAt, order, dated, writes_utc, moment),
        _ => None,
    });
    Some((status, at))
}

/// Some placeholders are birthdays of real people; a day and month without a year tell no age and make no fact.
pub(super) fn birth_date(cell: &str, date: Date) -> Option<Value> {
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
