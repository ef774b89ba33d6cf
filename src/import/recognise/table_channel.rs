//! The channel a state speaks of that names none itself: from the name of the file or sheet, from a column of channels,
//! from what the table reaches people by.

use std::sync::LazyLock;

use super::TableSample;
use super::compose;
use super::header::{self, Header};
use super::table_name;
use crate::import::header_words::{Concept, header_words};
use crate::import::{ColumnMeaning, Polarity};
use crate::vocabulary::{Channel, Field};

/// What the states of a table without a channel of their own speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spoken {
    pub(crate) channel: Channel,
    /// Whether a no refuses every channel.
    pub(crate) refuses_all: bool,
    /// The column, from 1, that names the channel of each row.
    pub(crate) column: Option<u32>,
}

/// What a header without a meaning says of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeaderChannel {
    /// Nothing.
    None,
    /// It names one.
    Named(Channel),
    /// It speaks of fax, which is none that is judged.
    Fax,
}

impl HeaderChannel {
    /// The channel it names.
    pub(crate) fn channel(self) -> Option<Channel> {
        if let Self::Named(channel) = self { Some(channel) } else { None }
    }
}

/// The channel that a header names, whatever else it says.
pub(crate) fn channel_of_header(header: &str) -> HeaderChannel {
    let header = Header::read(header);
    let words = header_words();
    match compose::channel_of(words, &header) {
        Some(channel) => HeaderChannel::Named(channel),
        None if header.words.iter().any(|word| words.concepts(word).has(Concept::Fax)) => HeaderChannel::Fax,
        None => HeaderChannel::None,
    }
}

/// The channel of a table that no system is known to have written. `refused`: its name says that nobody on it may be
/// written to. A no that names no channel, beside a number, is one for whatever the number is used for.
pub(crate) fn of(table: &TableSample<'_>, columns: &[ColumnMeaning], usual: Channel, refused: bool) -> Spoken {
    let has = |field: Field| columns.iter().any(|column| column.field == Some(field));
    let (email, phone) = (has(Field::Email), has(Field::Phone));
    let mut named: Vec<Channel> = Vec::new();
    for name in [table.sheet, table.file_name] {
        for channel in channels(&without_ending(name)) {
            // A post is more often one of a blog than one of a letter.
            let of_blog = channel == Channel::Post && email;
            if !of_blog && !named.contains(&channel) {
                named.push(channel);
            }
        }
    }
    let column = channel_column(table, columns);
    match named[..] {
        [] => {
            let wide = [table.sheet, table.file_name].iter().any(|name| table_name::is_of_all_channels(name));
            let several = consents_elsewhere(columns);
            let refuses_all = column.is_none() && (wide || several || phone && (refused || !email));
            Spoken { channel: usual, refuses_all, column }
        }
        [channel] => {
            let reached = match channel {
                Channel::Email => email || !phone,
                Channel::Post => true,
                _ => phone,
            };
            Spoken { channel, refuses_all: !reached, column }
        }
        _ => Spoken { channel: usual, refuses_all: true, column },
    }
}

fn without_ending(name: &str) -> String {
    let name = name.rsplit_once('.').filter(|(_, ending)| ending.len() <= 4).map_or(name, |(name, _)| name);
    name.replace('!', " ")
}

/// The channels that a text names, each once.
fn channels(text: &str) -> Vec<Channel> {
    let mut found = Vec::new();
    for word in Header::read(text).words {
        let channel = channel_of_word(&word);
        found.extend(channel.filter(|channel| !found.contains(channel)));
    }
    found
}

/// Words for calls, folded, and not merely for a telephone: a list of telephone numbers is not one of calls.
const CALLS: [&str; 44] = [
    "call",
    "calls",
    "calling",
    "callcenter",
    "coldcall",
    "coldcalls",
    "coldcalling",
    "telemarketing",
    "anruf",
    "anrufe",
    "anrufen",
    "telefonwerbung",
    "telefonsperre",
    "appel",
    "appels",
    "appeler",
    "appeles",
    "demarchage",
    "llamada",
    "llamadas",
    "llamar",
    "chiamata",
    "chiamate",
    "chiamare",
    "bellen",
    "gebeld",
    "telefoontjes",
    "ligacoes",
    "chamadas",
    "ligar",
    "ring",
    "ringa",
    "samtal",
    "uppringning",
    "opkald",
    "ringe",
    "ringes",
    "oppringning",
    "oppringinger",
    "soitto",
    "soitot",
    "puhelut",
    "dzwonic",
    "polaczenia",
];

fn channel_of_word(word: &str) -> Option<Channel> {
    let concepts = header_words().concepts(word);
    match () {
        () if matches!(word, "text" | "texting" | "texto" | "textos" | "mms") || concepts.has(Concept::Sms) => {
            Some(Channel::Sms)
        }
        () if concepts.has(Concept::Messenger) => Some(Channel::Messenger),
        () if CALLS.contains(&word) => Some(Channel::PhoneLive),
        () if concepts.any(&[Concept::Email, Concept::Newsletter]) => Some(Channel::Email),
        () if concepts.has(Concept::Post) => Some(Channel::Post),
        () => None,
    }
}

/// What a cell of a column of channels names: one channel, or none or several.
pub(crate) fn channel_of_cell(cell: &str) -> Option<Channel> {
    let words = Header::read(cell).words;
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["mailing" | "postal", "address"] => return Some(Channel::Post),
        ["social"] => return Some(Channel::Messenger),
        _ => {}
    }
    let mut named = words.iter().filter_map(|word| {
        let voice = header_words().concepts(word).has(Concept::Phone) || matches!(word.as_str(), "voice" | "dialer");
        channel_of_word(word).or(voice.then_some(Channel::PhoneLive))
    });
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}

/// The channels that a list of them names in a system's own words: `['email', 'sms']`, `email`.
pub(crate) fn agreed_channels(cell: &str) -> impl Iterator<Item = Channel> + '_ {
    const WORDS: [(&str, Channel); 5] = [
        ("email", Channel::Email),
        ("sms", Channel::Sms),
        ("directmail", Channel::Post),
        ("whatsapp", Channel::Messenger),
        ("push", Channel::Push),
    ];
    let words = cell.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter_map(|word| {
        WORDS.iter().find(|(known, _)| word.eq_ignore_ascii_case(known)).map(|(_, channel)| *channel)
    })
}

/// Whether one of the labels of permissions is of e-mail, and refuses nothing.
pub(crate) fn permits_email(cell: &str) -> bool {
    cell.split([',', ';', '|', '"']).any(|label| {
        let words = Header::read(label).words;
        let of_letters = words.iter().any(|word| word == "directmail" || word.starts_with("post"))
            || words.windows(2).any(|pair| pair[0] == "direct" && pair[1] == "mail");
        let of_email = words.iter().any(|word| channel_of_word(word) == Some(Channel::Email));
        of_email && !of_letters && table_name::refusal_in_name(label).is_none()
    })
}

/// Headers of a column that says of what kind the address of a row is, as they are compared: a number under them is
/// one for whatever it is used for.
const KIND_OF_ADDRESS: [&str; 34] = [
    "type",
    "kind",
    "contact type",
    "contact kind",
    "address type",
    "identifier type",
    "identity type",
    "recipient type",
    "value type",
    "contact point type",
    "subscription type",
    "typ",
    "art",
    "kontaktart",
    "kontakttyp",
    "Adressart",
    "Art des Kontakts",
    "type de contact",
    "type d'adresse",
    "tipo",
    "tipo de contacto",
    "tipo de dirección",
    "tipo di contatto",
    "tipo contatto",
    "soort",
    "soort contact",
    "contactsoort",
    "tipo de contato",
    "kontakttype",
    "adresstyp",
    "adressetype",
    "tyyppi",
    "yhteystyyppi",
    "rodzaj kontaktu",
];
/// Headers of a column of channels, as they are compared.
const CHANNEL: [&str; 22] = [
    "channel",
    "channels",
    "channel type",
    "contact channel",
    "communication channel",
    "marketing channel",
    "kanal",
    "kanale",
    "kontaktkanal",
    "werbekanal",
    "canal",
    "canal de communication",
    "canal de contacto",
    "canale",
    "canale di contatto",
    "kanaal",
    "kanalen",
    "kanava",
    "kanał",
    "kanal kontaktu",
    "medium",
    "message type",
];

/// Whether the header of a column of channels is one of kinds of addresses.
pub(crate) fn is_of_addresses(header: &str) -> bool {
    static KEYS: LazyLock<Vec<String>> =
        LazyLock::new(|| KIND_OF_ADDRESS.iter().map(|name| header::key(name)).collect());
    KEYS.contains(&Header::read(header).key)
}

/// The column that names the channel of each row, if most of its cells do; or a column of purposes, some of which name
/// another channel than e-mail.
fn channel_column(table: &TableSample<'_>, columns: &[ColumnMeaning]) -> Option<u32> {
    static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| CHANNEL.iter().map(|name| header::key(name)).collect());
    let cells = |column: &ColumnMeaning| {
        let at = (column.position as usize).wrapping_sub(1);
        table.sample.iter().filter_map(move |row| row.get(at)).filter(|cell| !cell.trim().is_empty())
    };
    let names_them = |column: &&ColumnMeaning| {
        let (all, known) = cells(column)
            .fold((0, 0), |(all, known), cell| (all + 1, known + usize::from(channel_of_cell(cell).is_some())));
        known > 0 && known * 2 > all
    };
    let unplaced = || columns.iter().filter(|column| column.field.is_none());
    let named = unplaced().find(|column| KEYS.contains(&Header::read(&column.header).key));
    if let Some(column) = named.filter(names_them) {
        return Some(column.position);
    }
    if let Some(column) = unplaced().filter(|column| is_of_addresses(&column.header)).find(names_them) {
        return Some(column.position);
    }
    let elsewhere = |cell: &String| channel_of_cell(cell).is_some_and(|channel| channel != Channel::Email);
    let purposes = columns.iter().filter(|column| column.field == Some(Field::Purpose));
    purposes.into_iter().find(|column| cells(column).any(elsewhere)).map(|column| column.position)
}

/// Whether consents of a table are for more than e-mail, so that a no which names no channel is one for all of them.
pub(super) fn consents_elsewhere(columns: &[ColumnMeaning]) -> bool {
    columns.iter().any(|column| match column.field {
        Some(Field::OptinSms | Field::OptinPhone | Field::OptinPost) => true,
        Some(Field::Status | Field::ConsentAt | Field::ConfirmedAt | Field::OptinEmail) => {
            column.polarity != Polarity::RefusedOrUnknown
                && column.channel.is_some_and(|channel| channel != Channel::Email)
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_speaks_of_the_channel_it_names_in_any_language() {
        for (name, expected) in [
            ("sms_unsubscribed", Some(Channel::Sms)),
            ("SMS opt-outs", Some(Channel::Sms)),
            ("SMS-Abmeldungen", Some(Channel::Sms)),
            ("désinscrits sms", Some(Channel::Sms)),
            ("tekstiviestikielto", Some(Channel::Sms)),
            ("Text opt outs", Some(Channel::Sms)),
            ("whatsapp blocklist", Some(Channel::Messenger)),
            ("do not call", Some(Channel::PhoneLive)),
            ("nicht anrufen", Some(Channel::PhoneLive)),
            ("Newsletter-Abmeldungen", Some(Channel::Email)),
            ("unsubscribed", None),
            ("Telefonnummern abgemeldet", None),
        ] {
            assert_eq!(channels(name).first().copied(), expected, "{name}");
        }
    }

    #[test]
    fn a_label_of_a_permission_is_of_email_where_it_says_so() {
        for (labels, expected) in [
            ("Email", true),
            ("Direct Mail, Email", true),
            ("E-Mail-Newsletter", true),
            ("Direct Mail", false),
            ("Customized Online Advertising", false),
            ("No email", false),
            ("", false),
        ] {
            assert_eq!(permits_email(labels), expected, "{labels}");
        }
    }

    #[test]
    fn a_list_of_channels_names_those_that_are_judged() {
        let all = |cell| agreed_channels(cell).collect::<Vec<_>>();
        assert_eq!(all("['email','sms']"), [Channel::Email, Channel::Sms]);
        assert_eq!(all("[\"directmail\", \"web\", \"mobile\"]"), [Channel::Post]);
        assert_eq!((all("sms"), all("[]")), (vec![Channel::Sms], vec![]));
    }

    #[test]
    fn a_cell_of_a_column_of_channels_names_one_or_none() {
        for (cell, expected) in [
            ("SMS", Some(Channel::Sms)),
            ("E-Mail", Some(Channel::Email)),
            ("Telefon", Some(Channel::PhoneLive)),
            ("WhatsApp", Some(Channel::Messenger)),
            ("SMS, Email", None),
            ("MailingAddress", Some(Channel::Post)),
            ("Social", Some(Channel::Messenger)),
            ("Phone", Some(Channel::PhoneLive)),
            ("web", None),
            ("", None),
        ] {
            assert_eq!(channel_of_cell(cell), expected, "{cell}");
        }
    }
}
