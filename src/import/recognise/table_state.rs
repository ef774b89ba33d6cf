//! The state every row of a table has because its name or one of its columns says so.

use super::TableSample;
use super::header::{Header, fold};
use super::values::speaks_of_state;
use crate::import::ColumnMeaning;
use crate::import::systems::{Evidence, Layout};
use crate::vocabulary::{ConsentStatus, Field, System};

/// The state of all rows, and what says so.
pub(crate) struct TableState {
    pub(crate) status: ConsentStatus,
    pub(crate) why: &'static str,
}

/// The state of a table's rows, if its name or columns carry it.
///
/// A system that keeps the state in the name is believed both ways. The name of any other list can only refuse:
/// a file called `subscribers` proves nothing, one called `unsubscribed` is a no.
pub(crate) fn of(layout: &Layout, table: &TableSample<'_>, columns: &[ColumnMeaning]) -> Option<TableState> {
    if layout.state_in_name {
        let headers: Vec<Header> = table.header.iter().map(|header| Header::read(header)).collect();
        let by_column =
            layout.state_by_column.iter().find(|(name, _)| headers.iter().any(|header| header.written == *name));
        if let Some((_, status)) = by_column {
            return Some(TableState { status: *status, why: "its columns show the state of all its rows" });
        }
        return [table.sheet, table.file_name].into_iter().find_map(state_in_name);
    }
    let says_itself = columns.iter().any(|column| column.field.is_some_and(speaks_of_state));
    let dated = columns.iter().any(|column| column.field == Some(Field::UnsubscribedAt));
    // Whose layout is only remembered is believed no more than a list.
    let believed = layout.system != System::List && layout.evidence == Evidence::Seen;
    if believed || says_itself || dated {
        return None;
    }
    [table.sheet, table.file_name].into_iter().find_map(refusal_in_name)
}

/// The word Mailchimp puts before `_email_audience_export_…`.
fn state_in_name(name: &str) -> Option<TableState> {
    let words = words_of(name);
    let has = |word: &str| words.iter().any(|other| other == word);
    let apart = words.windows(2).any(|pair| pair[0] == "non" && pair[1] == "subscribed");
    let status = if has("nonsubscribed") || apart {
        ConsentStatus::Unknown
    } else if has("unsubscribed") {
        ConsentStatus::Withdrawn
    } else if has("cleaned") {
        ConsentStatus::Bounced
    } else if has("subscribed") {
        ConsentStatus::Given
    } else {
        return None;
    };
    Some(TableState { status, why: "the name of the table says the state of all its rows" })
}

/// A no in the name of a list, unless the name says that they were taken out.
fn refusal_in_name(name: &str) -> Option<TableState> {
    const WITHDRAWN: [&str; 30] = [
        "unsubscribed",
        "unsubscribes",
        "unsubscribe",
        "unsubs",
        "optout",
        "optouts",
        "disiscritti",
        "disiscritto",
        "cancellati",
        "avregistrerade",
        "avregistrerad",
        "avanmalda",
        "abgemeldet",
        "abgemeldete",
        "abmeldungen",
        "desabonnes",
        "desinscrits",
        "desinscriptions",
        "bajas",
        "desuscritos",
        "uitgeschreven",
        "afgemeld",
        "avmeldte",
        "avmeldt",
        "afmeldte",
        "frameldte",
        "peruneet",
        "wypisani",
        "cancelados",
        "widersprueche",
    ];
    const SUPPRESSED: [&str; 14] = [
        "suppressed",
        "suppression",
        "suppressions",
        "blocklist",
        "blacklist",
        "blocklisted",
        "blacklisted",
        "sparrlista",
        "sperrliste",
        "blacklista",
        "robinson",
        "dnc",
        "estolista",
        "spaerret",
    ];
    const BOUNCED: [&str; 9] =
        ["bounced", "bounces", "bounce", "hardbounces", "cleaned", "studsade", "rimbalzati", "rebotados", "npai"];
    const TAKEN_OUT: [&str; 22] = [
        "without",
        "no",
        "not",
        "removed",
        "excluding",
        "excl",
        "minus",
        "clean",
        "ohne",
        "utan",
        "senza",
        "sans",
        "sin",
        "zonder",
        "except",
        "and",
        "und",
        "et",
        "och",
        "all",
        "after",
        "resubscribed",
    ];
    let words = words_of(name);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if has(&TAKEN_OUT) {
        return None;
    }
    let status = if has(&["spam", "abuse"]) && has(&["complaint", "complaints", "report", "reports"]) {
        ConsentStatus::Complained
    } else if has(&WITHDRAWN) {
        ConsentStatus::Withdrawn
    } else if has(&SUPPRESSED) {
        ConsentStatus::Suppressed
    } else if has(&BOUNCED) {
        ConsentStatus::Bounced
    } else {
        return None;
    };
    Some(TableState { status, why: "the name of the table says that nobody on it may be written to" })
}

/// The words of a name, with `opt-out` and its kin in one.
fn words_of(name: &str) -> Vec<String> {
    const IN_ONE: [(&str, &str); 13] = [
        ("opt out", "optout"),
        ("hard bounce", "bounce"),
        ("do not contact", "dnc"),
        ("do not mail", "dnc"),
        ("do not email", "dnc"),
        ("non contattare", "dnc"),
        ("kontakta ej", "dnc"),
        ("ne pas contacter", "dnc"),
        ("no contactar", "dnc"),
        ("robinsonliste", "robinson"),
        ("lista nera", "blacklist"),
        ("liste noire", "blacklist"),
        ("lista negra", "blacklist"),
    ];
    let spaced = fold(name).replace(['-', '_'], " ");
    let folded = IN_ONE.iter().fold(spaced, |name, (words, one)| name.replace(words, one));
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(name: &str) -> Option<ConsentStatus> {
        state_in_name(name).map(|state| state.status)
    }

    #[test]
    fn the_name_of_a_mailchimp_table_carries_its_state() {
        assert_eq!(name("subscribed_email_audience_export_0a1b2c.csv"), Some(ConsentStatus::Given));
        assert_eq!(name("unsubscribed_members_export_0a1b2c.csv"), Some(ConsentStatus::Withdrawn));
        assert_eq!(name("cleaned_segment_export_0a1b2c.csv"), Some(ConsentStatus::Bounced));
        assert_eq!(name("nonsubscribed_email_audience_export_0a1b2c.csv"), Some(ConsentStatus::Unknown));
        assert_eq!(name("non-subscribed_email_audience_export_0a1b2c.csv"), Some(ConsentStatus::Unknown));
        assert_eq!(name("audience.csv"), None);
    }

    #[test]
    fn the_name_of_a_list_can_refuse_and_never_grant() {
        let refused = |name: &str| refusal_in_name(name).map(|state| state.status);
        assert_eq!(refused("Avregistrerade"), Some(ConsentStatus::Withdrawn));
        assert_eq!(refused("opt-out 2024.csv"), Some(ConsentStatus::Withdrawn));
        assert_eq!(refused("Sperrliste.csv"), Some(ConsentStatus::Suppressed));
        assert_eq!(refused("do-not-contact.csv"), Some(ConsentStatus::Suppressed));
        assert_eq!(refused("Lista nera 2024.xlsx"), Some(ConsentStatus::Suppressed));
        assert_eq!(refused("spam complaints.csv"), Some(ConsentStatus::Complained));
        assert_eq!(refused("complaints about coffee.csv"), None);
        assert_eq!(refused("do not forget.csv"), None);
        assert_eq!(refused("subscribed.csv"), None);
        assert_eq!(refused("list without unsubscribed.csv"), None);
        assert_eq!(refused("subscribed and unsubscribed.csv"), None);
    }
}
