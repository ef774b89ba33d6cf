#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

mod ends;
mod reached;
mod refusals;

use super::*;
use crate::import::{DateOrder, Polarity, RowBatch, ValueMeaning};
use crate::normalise::Fact;
use crate::vocabulary::Column;
use ConsentStatus::{Bounced, Complained, Erased, Given, Pending, Suppressed, Withdrawn};

fn column(header: &str, field: Field) -> ColumnMeaning {
    ColumnMeaning {
        position: 0,
        header: header.to_owned(),
        field: Some(field),
        confidence: 1.0,
        why: String::new(),
        polarity: Polarity::YesOrRefused,
        channel: None,
        purpose: None,
        dates: None,
        category: field.category(),
        every_channel: false,
        every_purpose: false,
        tells_of_messages: false,
        perhaps: None,
        values: Vec::new(),
    }
}

fn table(columns: Vec<ColumnMeaning>) -> Recognition {
    let columns = (1..).zip(columns).map(|(position, column)| ColumnMeaning { position, ..column }).collect();
    Recognition {
        system: System::List,
        confidence: 1.0,
        why: String::new(),
        table_status: None,
        is_doubted: false,
        channel: Channel::Email,
        refuses_all: false,
        channel_column: None,
        agreed_column: None,
        permitted_column: None,
        writes_utc: false,
        carries_refusals: true,
        carries_down: Vec::new(),
        hashed: false,
        columns,
    }
}

/// Reads one row of a table with an e-mail column in front.
fn read(recognition: &Recognition, cells: &[&str]) -> Result<Contact, String> {
    read_in(recognition, cells, None)
}

fn read_in(recognition: &Recognition, cells: &[&str], country: Option<&str>) -> Result<Contact, String> {
    let options = Options { default_country: country.and_then(Country::from_code) };
    let mut batch = RowBatch::new();
    batch.push(2, cells.iter().copied());
    Normaliser::new(TableId(7), recognition, &options).contact(batch.rows().next().unwrap())
}

fn with(columns: &[(&str, Field)]) -> Recognition {
    let email = std::iter::once(("Email", Field::Email));
    table(email.chain(columns.iter().copied()).map(|(header, field)| column(header, field)).collect())
}

fn claims(recognition: &Recognition, cells: &[&str]) -> Vec<(Channel, ConsentStatus, u16, bool)> {
    let cells: Vec<&str> = std::iter::once("ada@example.org").chain(cells.iter().copied()).collect();
    let contact = read(recognition, &cells).unwrap();
    contact.claims().iter().map(|claim| (claim.channel, claim.status, claim.column.0, claim.at.is_some())).collect()
}

const MARCH: &str = "2024-03-14 09:12:31";

#[test]
fn every_mapped_cell_that_holds_something_is_one_fact_at_its_column() {
    let recognition = table(vec![
        column("Email", Field::Email),
        ColumnMeaning { field: None, ..column("Shoe size", Field::Notes) },
        column("Land", Field::Country),
        column("Telefon", Field::Phone),
        column("Name", Field::FullName),
        column("Konto", Field::Ignored),
        column("OPTIN_TIME", Field::ConsentAt),
        column("Status", Field::Status),
        column("Notes", Field::Notes),
    ]);
    let contact = read(
        &recognition,
        &[" Ada@Example.org ", "38", "Schweden", "070-174 06 05", " Ada Lovelace ", "x", MARCH, "dunno", "NULL"],
    )
    .unwrap();
    assert_eq!((contact.table, contact.row), (TableId(7), 2));
    let told: Vec<(Field, u16, Option<&str>)> = contact
        .facts()
        .iter()
        .map(|Fact { field, column, value }| {
            (*field, column.0, if let Value::Text(text) = value { Some(contact.text_of(*text)) } else { None })
        })
        .collect();
    assert_eq!(
        told,
        [
            (Field::Email, 0, Some("ada@example.org")),
            (Field::Country, 2, Some("SE")),
            (Field::Phone, 3, Some("+46701740605")),
            (Field::FullName, 4, Some("Ada Lovelace")),
            (Field::ConsentAt, 6, None),
            (Field::Status, 7, Some("dunno")),
        ]
    );
    assert!(contact.claims().is_empty(), "an unknown word claims nothing, and stays a fact");
}

#[test]
fn the_name_of_the_file_states_the_state_with_the_date_that_belongs_to_it() {
    let mut recognition = with(&[
        ("OPTIN_TIME", Field::ConsentAt),
        ("UNSUB_TIME", Field::UnsubscribedAt),
        ("UNSUB_REASON", Field::UnsubscribeReason),
    ]);
    recognition.table_status = Some(Withdrawn);
    assert_eq!(
        claims(&recognition, &[MARCH, "2024-05-01 10:00:00", "NORMAL"]),
        [(Channel::Email, Withdrawn, 2, true), (Channel::Email, Withdrawn, Column::FILE_NAME.0, true)]
    );
    assert_eq!(
        claims(&recognition, &[MARCH, "2024-05-01 10:00:00", "ABUSE"])[1],
        (Channel::Email, Complained, 3, true)
    );
    recognition.table_status = Some(Given);
    let contact = read(&recognition, &["ada@example.org", MARCH]).unwrap();
    assert_eq!(contact.claims().len(), 1, "the consent date dates the claim and makes none of its own");
    assert_eq!(contact.claims()[0].at, contact.moment(Field::ConsentAt));
    recognition.table_status = Some(ConsentStatus::Unknown);
    assert!(claims(&recognition, &[MARCH]).is_empty(), "a table of people who never subscribed claims no consent");
}

#[test]
fn a_tick_on_a_list_of_those_who_never_confirmed_is_no_yes() {
    let mut recognition = with(&[("Newsletter", Field::OptinEmail), ("Date", Field::ConsentAt)]);
    recognition.table_status = Some(Pending);
    let said: Vec<_> = claims(&recognition, &["yes", MARCH]).into_iter().map(|claim| claim.1).collect();
    assert_eq!(said, [Pending, Pending]);
    let said: Vec<_> = claims(&recognition, &["no", MARCH]).into_iter().map(|claim| claim.1).collect();
    assert_eq!(said, [Withdrawn, Pending]);
}

#[test]
fn a_record_in_the_recycle_bin_says_no_yes_and_keeps_its_no() {
    let mut recognition = with(&[
        ("IsDeleted", Field::Ignored),
        ("HasOptedOutOfEmail", Field::DoNotEmail),
        ("Newsletter__c", Field::OptinEmail),
        ("MasterRecordId", Field::Ignored),
        ("SystemModstamp", Field::Ignored),
    ]);
    recognition.system = System::Salesforce;
    recognition.columns.iter_mut().filter(|column| column.field == Some(Field::Ignored)).for_each(|column| {
        column.field = None;
    });
    recognition.columns[2].polarity = Polarity::RefusedOrUnknown;
    let said = |cells: &[&str]| claims(&recognition, cells).into_iter().map(|claim| claim.1).collect::<Vec<_>>();
    assert_eq!(said(&["false", "false", "true"]), [Given]);
    assert_eq!(said(&["true", "false", "true"]), []);
    assert_eq!(said(&["true", "true", "true"]), [Withdrawn]);
}

#[test]
fn a_calling_code_in_the_column_before_belongs_to_the_number() {
    let mut recognition = with(&[("Prefisso", Field::Ignored), ("Numero", Field::Phone)]);
    recognition.columns[1].field = None;
    let phone = |recognition: &Recognition, cells: &[&str]| {
        let mut all = vec!["ada@example.org"];
        all.extend(cells);
        read_in(recognition, &all, Some("SE")).unwrap().text(Field::Phone).map(str::to_owned)
    };
    assert_eq!(phone(&recognition, &["+39", "3331234567"]).as_deref(), Some("+393331234567"));
    assert_eq!(phone(&recognition, &["0046", "070 174 06 05"]).as_deref(), Some("+46701740605"));
    assert_eq!(phone(&recognition, &["+39", "+46 70 174 06 05"]).as_deref(), Some("+46701740605"));
    // `333` may be the first half of the number.
    assert_eq!(phone(&recognition, &["39", "0701740605"]).as_deref(), Some("+46701740605"));
    recognition.system = System::MailUp;
    assert_eq!(phone(&recognition, &["39", "3331234567"]).as_deref(), Some("+393331234567"));
}

#[test]
fn a_system_without_states_says_yes_by_the_date_of_the_confirmation_and_other_lists_do_not() {
    let mut recognition = with(&[("activated", Field::ConfirmedAt), ("deactivated", Field::UnsubscribedAt)]);
    assert!(claims(&recognition, &[MARCH, ""]).is_empty(), "an account is activated, too");
    recognition.system = System::CleverReach;
    assert_eq!(claims(&recognition, &[MARCH, ""]), [(Channel::Email, Given, 1, true)]);
    for not_yet in ["", "0", "0000-00-00 00:00:00", "1970-01-01 00:00:00", "später"] {
        assert!(claims(&recognition, &[not_yet, ""]).is_empty(), "{not_yet}");
    }
    assert!(claims(&recognition, &[MARCH, "2024-05-01 10:00:00"]).contains(&(Channel::Email, Withdrawn, 2, true)));
    let mut stated = with(&[("activated", Field::ConfirmedAt), ("Status", Field::Status)]);
    stated.system = System::CleverReach;
    assert!(claims(&stated, &[MARCH, ""]).is_empty(), "a column of states says so itself");
}

#[test]
fn a_country_that_is_hardly_more_than_a_guess_tells_nothing() {
    let country = |confidence| {
        let told = ColumnMeaning { confidence, ..column("PR", Field::Country) };
        let recognition = table(vec![column("Email", Field::Email), told, column("Tel", Field::Phone)]);
        let contact = read(&recognition, &["ada@example.org", "CN", "070-174 06 05"]).unwrap();
        contact.text(Field::Country).map(str::to_owned)
    };
    assert_eq!(country(0.6).as_deref(), Some("CN"));
    assert_eq!(country(0.59), None);
}

#[test]
fn a_status_word_claims_its_state_and_settled_meanings_come_first() {
    let mut recognition = with(&[("Status", Field::Status)]);
    for (word, expected) in [
        ("subscribed", Given),
        ("disiscritto", Withdrawn),
        ("pending", Pending),
        ("cleaned", Bounced),
        ("blocklisted", Suppressed),
        ("spam", Complained),
        ("redacted", Erased),
    ] {
        assert_eq!(claims(&recognition, &[word])[0].1, expected, "{word}");
    }
    for word in ["enabled", "transactional", "non-subscribed", "archived", "never asked", "1", ""] {
        assert!(claims(&recognition, &[word]).is_empty(), "{word}");
    }
    recognition.columns[1].values = vec![
        ValueMeaning { value: "disabled".into(), status: ConsentStatus::Unknown },
        ValueMeaning { value: "VIP".into(), status: Given },
    ];
    assert!(claims(&recognition, &["disabled"]).is_empty());
    assert_eq!(claims(&recognition, &["VIP"])[0].1, Given);
}

#[test]
fn polarity_decides_what_no_means() {
    let refused = with(&[("Newsletter", Field::OptinEmail)]);
    assert_eq!(claims(&refused, &["yes"]), [(Channel::Email, Given, 1, false)]);
    assert_eq!(claims(&refused, &["no"]), [(Channel::Email, Withdrawn, 1, false)]);
    assert!(claims(&refused, &["maybe"]).is_empty());

    let mut unknown = with(&[("Accepts SMS Marketing", Field::OptinSms)]);
    unknown.columns[1].polarity = Polarity::YesOrUnknown;
    assert_eq!(claims(&unknown, &["yes"]), [(Channel::Sms, Given, 1, false)]);
    assert!(claims(&unknown, &["no"]).is_empty());
    assert_eq!(claims(&unknown, &["opted out"]), [(Channel::Sms, Withdrawn, 1, false)]);
    assert_eq!(claims(&unknown, &["pending"]), [(Channel::Sms, Pending, 1, false)]);

    let mut inverted = with(&[("HasOptedOutOfEmail", Field::DoNotEmail), ("DoNotCall", Field::DoNotCall)]);
    for column in &mut inverted.columns {
        column.polarity = Polarity::RefusedOrUnknown;
    }
    assert_eq!(
        claims(&inverted, &["true", "1"]),
        [(Channel::Email, Withdrawn, 1, false), (Channel::PhoneLive, Withdrawn, 2, false)]
    );
    assert!(claims(&inverted, &["false", "0"]).is_empty());
    assert!(claims(&inverted, &["opted in", "Allow"]).is_empty());
    assert_eq!(claims(&inverted, &["opted out", "Do Not Allow"]).len(), 2);
    assert_eq!(claims(&inverted, &["blocklisted", ""]), [(Channel::Email, Suppressed, 1, false)]);
    assert_eq!(claims(&inverted, &["2024-03-14", ""]), [(Channel::Email, Withdrawn, 1, true)]);
}

#[test]
fn an_inverted_opt_in_column_never_gives_consent() {
    let mut recognition = with(&[("Marketing Information", Field::OptinEmail)]);
    recognition.columns[1].polarity = Polarity::RefusedOrUnknown;
    recognition.columns[1].values = vec![ValueMeaning { value: "odd".into(), status: Given }];
    assert_eq!(claims(&recognition, &["TRUE"])[0].1, Withdrawn);
    assert!(claims(&recognition, &["FALSE"]).is_empty());
    assert!(claims(&recognition, &["odd"]).is_empty());
}

#[test]
fn leaving_is_a_refusal_even_without_a_readable_date() {
    let recognition = with(&[("Unsubscribed", Field::UnsubscribedAt)]);
    for (cell, dated) in [(MARCH, true), ("1970-01-01", false), ("0", false), ("last summer", false), ("yes", false)] {
        assert_eq!(claims(&recognition, &[cell]), [(Channel::Email, Withdrawn, 1, dated)], "{cell}");
    }
    for cell in ["", "-", "NULL", "0000-00-00 00:00:00", "no", "false", "never"] {
        assert!(claims(&recognition, &[cell]).is_empty(), "{cell}");
    }
    let contact = read(&recognition, &["ada@example.org", "0000-00-00"]).unwrap();
    assert_eq!(contact.facts()[1].value, Value::SentinelDate);
}

#[test]
fn a_zero_is_no_unsubscribe_where_the_system_writes_it_for_nothing() {
    let mut recognition = with(&[("deactivated", Field::UnsubscribedAt)]);
    recognition.columns[1].values = vec![ValueMeaning { value: "0".into(), status: ConsentStatus::Unknown }];
    assert!(claims(&recognition, &["0"]).is_empty());
    assert_eq!(claims(&recognition, &[MARCH]).len(), 1);
    assert_eq!(claims(&recognition, &["1970-01-01"]).len(), 1);
}

#[test]
fn a_blocklist_holds_whatever_the_row_is_about() {
    let mut recognition =
        with(&[("List", Field::Purpose), ("Blacklist", Field::DoNotEmail), ("Opt out", Field::DoNotEmail)]);
    recognition.columns[2].values = vec![ValueMeaning { value: "True".into(), status: Suppressed }];
    let contact = read(&recognition, &["ada@example.org", "Offers", "True", "True"]).unwrap();
    let said: Vec<_> = contact.claims().iter().map(|claim| (claim.status, contact.text_of(claim.purpose))).collect();
    assert_eq!(said, [(Suppressed, ""), (Withdrawn, "Offers")]);
}

#[test]
fn a_no_to_all_lists_holds_whatever_the_row_is_about_and_a_yes_to_one_is_of_that_list() {
    let mut recognition = with(&[("List", Field::Purpose), ("List status", Field::Status), ("Global", Field::Status)]);
    recognition.columns[3].every_purpose = true;
    let said = |cells: &[&str]| -> Vec<(ConsentStatus, String)> {
        let contact = read(&recognition, cells).unwrap();
        contact.claims().iter().map(|claim| (claim.status, contact.text_of(claim.purpose).to_owned())).collect()
    };
    assert_eq!(
        said(&["ada@example.org", "Offers", "subscribed", "unsubscribed"]),
        [(Given, "Offers".to_owned()), (Withdrawn, String::new())]
    );
    assert_eq!(
        said(&["ada@example.org", "Offers", "unsubscribed", "pending"]),
        [(Withdrawn, "Offers".to_owned()), (Pending, "Offers".to_owned())]
    );
}

#[test]
fn a_date_of_consent_is_a_claim_only_where_nothing_else_states_a_state() {
    let alone = with(&[("Consent date", Field::ConsentAt), ("HasOptedOutOfEmail", Field::DoNotEmail)]);
    assert_eq!(claims(&alone, &[MARCH, ""]), [(Channel::Email, Given, 1, true)]);
    assert!(claims(&alone, &["", ""]).is_empty());
    assert!(claims(&alone, &["1970-01-01", ""]).is_empty());
    assert!(claims(&alone, &["soon", ""]).is_empty());
    assert_eq!(claims(&alone, &[MARCH, "1"]).len(), 2);

    let stated = with(&[("Consent date", Field::ConsentAt), ("Status", Field::Status)]);
    assert!(claims(&stated, &[MARCH, ""]).is_empty());
    assert_eq!(claims(&stated, &[MARCH, "subscribed"]), [(Channel::Email, Given, 2, true)]);
}

#[test]
fn a_bounce_that_passes_is_none() {
    let recognition = with(&[("Bounce", Field::Bounced), ("Bounced at", Field::BouncedAt)]);
    for cell in ["yes", "UNKNOWN_USER", "hard", "550 5.1.1"] {
        assert_eq!(
            claims(&recognition, &[cell, MARCH]),
            [(Channel::Email, Bounced, 1, true), (Channel::Email, Bounced, 2, true)],
            "{cell}"
        );
    }
    for cell in ["soft", "MAILBOX_FULL", "Temporary"] {
        assert!(claims(&recognition, &[cell, MARCH]).is_empty(), "{cell}");
    }
    for cell in ["no", "0", "3", "not bounced", ""] {
        assert!(claims(&recognition, &[cell]).is_empty(), "{cell}");
    }
}

#[test]
fn complaints_and_erasures_speak_of_every_channel() {
    let recognition =
        with(&[("Spam", Field::Complained), ("Erased", Field::ErasedAt), ("Complaint at", Field::ComplaintAt)]);
    let contact = read(&recognition, &["ada@example.org", "TRUE", "2024-03-14", "2024-03-15"]).unwrap();
    let told: Vec<_> =
        contact.claims().iter().map(|claim| (claim.status, claim.all_channels, claim.at.unwrap().days())).collect();
    assert_eq!(told, [(Complained, true, 19_797), (Erased, true, 19_796), (Complained, true, 19_797)]);
    assert!(claims(&recognition, &["FALSE"]).is_empty());
}

#[test]
fn a_refusal_of_everything_says_so() {
    let recognition = with(&[
        ("Status", Field::Status),
        ("Reason", Field::UnsubscribeReason),
        ("Do not contact", Field::DoNotEmail),
        ("Spärrad", Field::DoNotEmail),
    ]);
    let all = |cells: &[&str]| -> Vec<bool> {
        let cells: Vec<&str> = std::iter::once("ada@example.org").chain(cells.iter().copied()).collect();
        read(&recognition, &cells).unwrap().claims().iter().map(|claim| claim.all_channels).collect()
    };
    assert_eq!(all(&["unsubscribed"]), [false]);
    assert_eq!(all(&["do not contact"]), [true]);
    assert_eq!(all(&["unsubscribed", "please delete my data"]), [true]);
    assert_eq!(all(&["", "", "1", ""]), [true]);
    assert_eq!(all(&["", "", "", "1"]), [false]);
    assert_eq!(all(&["", "", "", "keine Kontaktaufnahme"]), [true]);
}

#[test]
fn purposes_come_from_the_column_or_the_row() {
    let mut recognition = with(&[
        ("Purpose", Field::Purpose),
        ("Status", Field::Status),
        ("Opted out of email: Tips", Field::DoNotEmail),
        ("Bounce", Field::Bounced),
    ]);
    recognition.columns[3].purpose = Some("Tips".into());
    let contact = read(&recognition, &["ada@example.org", "own offers", "subscribed", "true", "yes"]).unwrap();
    let purposes: Vec<&str> = contact.claims().iter().map(|claim| contact.text_of(claim.purpose)).collect();
    assert_eq!(purposes, ["own offers", "Tips", ""]);
}

#[test]
fn a_date_column_of_one_channel_dates_that_channel_only() {
    let mut recognition =
        with(&[("E-mail", Field::OptinEmail), ("SMS", Field::OptinSms), ("SMS date", Field::ConsentAt)]);
    recognition.columns[3].channel = Some(Channel::Sms);
    assert_eq!(
        claims(&recognition, &["yes", "yes", MARCH]),
        [(Channel::Email, Given, 1, false), (Channel::Sms, Given, 2, true)]
    );
    recognition.columns[3].channel = None;
    assert_eq!(
        claims(&recognition, &["yes", "yes", MARCH]),
        [(Channel::Email, Given, 1, true), (Channel::Sms, Given, 2, true)]
    );
}

#[test]
fn a_row_that_identifies_nobody_is_refused_without_quoting_it() {
    let recognition = with(&[
        ("Telefon", Field::Phone),
        ("Name", Field::FullName),
        ("Id", Field::ExternalId),
        ("Note", Field::Notes),
    ]);
    assert_eq!(read(&recognition, &["", "", "", "", "hi"]).unwrap_err(), "nothing in this row identifies a person");
    assert_eq!(read(&recognition, &[]).unwrap_err(), "nothing in this row identifies a person");
    assert_eq!(
        read(&recognition, &["secret-value", "", "", "", "hi"]).unwrap_err(),
        "the e-mail address in column “Email” is not an address"
    );
    let reason = read(&recognition, &["", "070-174 06 05", "", "", ""]).unwrap_err();
    assert!(reason.contains("“Telefon”") && !reason.contains("174"), "{reason}");
    for cells in [["", "070-174 06 05", "", "", ""], ["bad", "", "Ada", "", ""], ["bad", "", "", "12", ""]] {
        assert!(read_in(&recognition, &cells, Some("SE")).is_ok(), "{cells:?}");
    }
}

#[test]
fn a_row_with_an_address_in_the_wrong_place_is_not_said_to_hold_nobody() {
    let recognition = table(vec![column("Notiz", Field::Notes)]);
    for cell in
        ["bob@example.org wrote: remove me", "Email: bob@example.org", "Anna§bob@example.org§ja", "<bob@example.org>"]
    {
        let reason = read(&recognition, &[cell]).unwrap_err();
        assert!(reason.contains("holds an e-mail address") && !reason.contains("bob"), "{cell}: {reason}");
    }
    for cell in ["see you @ eight", "@bob", "nobody"] {
        assert_eq!(read(&recognition, &[cell]).unwrap_err(), "nothing in this row identifies a person", "{cell}");
    }
}

#[test]
fn a_no_beside_a_number_is_one_for_every_use_of_it_unless_a_channel_is_named() {
    let mut recognition = table(vec![
        column("Mobile", Field::Phone),
        column("Status", Field::Status),
        ColumnMeaning { field: None, ..column("Channel", Field::Notes) },
    ]);
    recognition.refuses_all = true;
    let told = |recognition: &Recognition, cells: &[&str]| -> Vec<(Channel, ConsentStatus, bool)> {
        let contact = read(recognition, cells).unwrap();
        contact.claims().iter().map(|claim| (claim.channel, claim.status, claim.all_channels)).collect()
    };
    let number = "+46701740605";
    assert_eq!(told(&recognition, &[number, "unsubscribed", ""]), [(Channel::Email, Withdrawn, true)]);
    assert_eq!(told(&recognition, &[number, "subscribed", ""]), [(Channel::Email, Given, false)]);
    recognition.channel_column = Some(3);
    assert_eq!(told(&recognition, &[number, "unsubscribed", "SMS"]), [(Channel::Sms, Withdrawn, false)]);
    assert_eq!(told(&recognition, &[number, "subscribed", "Telefon"]), [(Channel::PhoneLive, Given, false)]);
    assert_eq!(told(&recognition, &[number, "unsubscribed", "SMS, E-Mail"]), [(Channel::Email, Withdrawn, true)]);
    assert_eq!(told(&recognition, &[number, "subscribed", "?"]), [], "nobody knows to what");
}

#[test]
fn the_rows_country_decides_a_national_number_and_the_default_where_the_row_is_silent() {
    let recognition = with(&[("Phone", Field::Phone), ("Country", Field::Country)]);
    let phone = |country: &str, default: Option<&str>| {
        let contact = read_in(&recognition, &["ada@example.org", "030 23125012", country], default).unwrap();
        contact.text(Field::Phone).map(str::to_owned)
    };
    assert_eq!(phone("Germany", Some("SE")).as_deref(), Some("+493023125012"));
    assert_eq!(phone("", Some("DE")).as_deref(), Some("+493023125012"));
    assert_eq!(phone("", None), None);
    assert_eq!(phone("Atlantis", Some("DE")), None);
}

#[test]
fn brevos_numbers_begin_with_the_calling_code() {
    let mut recognition = with(&[("SMS", Field::Phone)]);
    recognition.system = System::Brevo;
    let contact = read_in(&recognition, &["ada@example.org", "46701740605"], Some("DE")).unwrap();
    assert_eq!(contact.text(Field::Phone), Some("+46701740605"));
}

#[test]
fn birthdays_of_real_people_are_no_placeholders() {
    let recognition = with(&[("Birthday", Field::BirthDate)]);
    let value = |cell: &str| {
        read(&recognition, &["ada@example.org", cell]).unwrap().fact(Field::BirthDate).map(|fact| fact.value)
    };
    for cell in ["1980-01-01", "1970-01-01", "2000-01-01", "1991-05-17"] {
        assert!(matches!(value(cell), Some(Value::Moment(_))), "{cell}");
    }
    for cell in ["0", "1900-01-01", "9999-12-31", "0000-00-00"] {
        assert_eq!(value(cell), Some(Value::SentinelDate), "{cell}");
    }
    assert_eq!(value("03/14"), None);
    assert_eq!(value("spring"), Some(Value::UnreadableDate));
}

#[test]
fn a_short_row_keeps_every_cell_it_has_whatever_column_speaks_first() {
    let mut recognition = with(&[("Name", Field::FullName), ("Status", Field::Status), ("Work e-mail", Field::Email)]);
    recognition.columns[0].confidence = 0.5;
    let contact = read(&recognition, &["ada@example.org", "Ada", "unsubscribed"]).unwrap();
    assert_eq!(contact.text(Field::Email), Some("ada@example.org"));
    assert_eq!(contact.claims()[0].status, Withdrawn);
}

#[test]
fn a_column_a_person_is_still_asked_about_refuses_and_says_no_yes() {
    let mut unsure = with(&[("Consent xyz", Field::OptinEmail), ("Status", Field::Status), ("Date", Field::ConsentAt)]);
    unsure.columns.iter_mut().skip(1).for_each(|column| column.confidence = 0.55);
    assert_eq!(claims(&unsure, &["yes", "subscribed", "2024-03-14"]), []);
    let refused = claims(&unsure, &["no", "unsubscribed", "2024-03-14"]);
    assert!(refused.len() == 2 && refused.iter().all(|(_, status, ..)| *status == Withdrawn), "{refused:?}");
    let dated = with(&[("Date", Field::ConsentAt)]);
    assert_eq!(claims(&dated, &["2024-03-14"]).len(), 1);
    let mut dated = dated;
    dated.columns[1].confidence = 0.55;
    assert_eq!(claims(&dated, &["2024-03-14"]), []);
}

#[test]
fn what_nobody_has_explained_is_kept_open_unless_it_is_a_yes() {
    let open = |recognition: &Recognition, cell: &str| {
        let contact = read(recognition, &["ada@example.org", cell]).unwrap();
        contact.open_columns() == [Column(1)]
    };
    let with_polarity = |field: Field, confidence: f32, polarity: Polarity| {
        let mut table = with(&[("Xyzzy", field)]);
        (table.columns[1].confidence, table.columns[1].polarity) = (confidence, polarity);
        table
    };
    let unsure = with_polarity(Field::OptinEmail, 0.5, Polarity::YesOrUnknown);
    for cell in ["no", "0", "false", "xyzzy", "2", "-", "O", "nicht erwünscht"] {
        assert!(open(&unsure, cell), "{cell}");
    }
    for cell in ["yes", "1", "ja", "x", "subscribed", "", "NULL", "  "] {
        assert!(!open(&unsure, cell), "{cell}");
    }
    let mut turned = with_polarity(Field::OptinEmail, 0.5, Polarity::YesOrRefused);
    turned.columns[1].values = vec![ValueMeaning { value: "x".into(), status: ConsentStatus::Unknown }];
    assert!(open(&turned, "x") && !open(&turned, "ja"), "a yes that nobody can be sure of");
    let status = with_polarity(Field::Status, 0.5, Polarity::YesOrRefused);
    assert!(open(&status, "xyzzy") && !open(&status, "subscribed") && !open(&status, "unsubscribed"));
    // In a column that is sure only the words nobody knows are open.
    let sure = with_polarity(Field::OptinEmail, 0.9, Polarity::YesOrUnknown);
    for (cell, expected) in [("xyzzy", true), ("no", false), ("yes", false), ("2024-03-14", false), ("-", false)] {
        assert_eq!(open(&sure, cell), expected, "{cell}");
    }
    let mut perhaps = with(&[("Xyzzy", Field::Notes)]);
    (perhaps.columns[1].field, perhaps.columns[1].perhaps) = (None, Some(Field::OptinEmail));
    assert!(open(&perhaps, "no") && open(&perhaps, "–") && !open(&perhaps, "yes") && !open(&perhaps, ""));
    perhaps.columns[1].perhaps = Some(Field::DoNotEmail);
    assert!(open(&perhaps, "yes") && !open(&perhaps, "no") && !open(&perhaps, "-"));
    perhaps.columns[1].perhaps = None;
    assert!(!open(&perhaps, "no"));
    let mut unnamed = with(&[("", Field::Notes)]);
    (unnamed.columns[1].field, unnamed.columns[1].perhaps) = (None, Some(Field::OptinEmail));
    assert!(open(&unnamed, "no") && !open(&unnamed, "yes"), "nor one without a header");
}

#[test]
fn who_permitted_email_is_not_asked_about_for_anothers_sake() {
    let mut table = with(&[("Marketing Permissions", Field::Notes)]);
    (table.columns[1].field, table.columns[1].perhaps) = (None, Some(Field::OptinEmail));
    table.permitted_column = Some(2);
    let open = |cell: &str| read(&table, &["ada@example.org", cell]).unwrap().open_columns().len();
    assert_eq!([open("Email, Direct Mail"), open("Customized Online Advertising"), open("")], [0, 1, 0]);
}

const FIELDS: &[Field] = &[
    Field::Status,
    Field::OptinEmail,
    Field::DoNotEmail,
    Field::Bounced,
    Field::Complained,
    Field::UnsubscribedAt,
    Field::ConsentAt,
    Field::ConfirmedAt,
    Field::Phone,
    Field::Country,
    Field::UnsubscribeReason,
    Field::BirthDate,
];

proptest! {
    #[test]
    fn nothing_but_an_explicit_yes_gives_consent(
        field in prop::sample::select(FIELDS.to_vec()),
        polarity in prop::sample::select(vec![Polarity::YesOrRefused, Polarity::YesOrUnknown, Polarity::RefusedOrUnknown]),
        cell in "\\PC{0,20}|no|false|0|unknown|-|enabled|[0-9]{1,13}|not? [a-z]{3,10}",
    ) {
        let mut recognition = with(&[("Column", field), ("Status", Field::Status)]);
        recognition.columns[1].polarity = polarity;
        let contact = read(&recognition, &["ada@example.org", &cell]).unwrap();
        let given = contact.claims().iter().any(|claim| claim.status == Given);
        let yes = words::yes_no(&cell) == Some(true) || words::status(&cell) == Some(Given);
        let may = yes && match field {
            Field::Status => true,
            Field::OptinEmail => polarity != Polarity::RefusedOrUnknown,
            _ => false,
        };
        prop_assert!(!given || may);
    }
}

#[test]
fn a_confirmed_double_opt_in_is_a_yes_and_its_act() {
    let mut method = column("DOUBLE_OPT-IN", Field::ConsentMethod);
    method.polarity = Polarity::YesOrUnknown;
    let brevo = table(vec![column("EMAIL", Field::Email), method]);
    for yes in ["Yes", "1"] {
        assert_eq!(claims(&brevo, &[yes]), [(Channel::Email, Given, 1, false)], "{yes}");
        let contact = read(&brevo, &["ada@example.org", yes]).unwrap();
        assert_eq!(contact.text(Field::ConsentMethod), Some("doi click"));
    }
    for nothing in ["No", "", "2"] {
        assert_eq!(claims(&brevo, &[nothing]), [], "{nothing}");
    }
}

#[test]
fn an_opt_out_of_salesforces_privacy_record_is_of_every_channel() {
    let mut solicit = column("HasOptedOutSolicit", Field::DoNotEmail);
    solicit.polarity = Polarity::RefusedOrUnknown;
    let individual = table(vec![column("Id", Field::CustomerId), solicit]);
    let contact = read(&individual, &["0PK5g0000000001AAA", "true"]).unwrap();
    assert!(contact.claims().iter().all(|claim| claim.all_channels && claim.status == Withdrawn));
    assert_eq!(contact.claims().len(), 1);
}

#[test]
fn a_rounded_telephone_number_is_unknown_and_never_invented() {
    let recognition = with(&[("Phone", Field::Phone)]);
    let contact = read(&recognition, &["ada@example.org", "4.67E+10"]).unwrap();
    assert_eq!(contact.text(Field::Phone), None);
    let reason = read(&recognition, &["", "4,67E+10"]).unwrap_err();
    assert!(reason.contains("rounded") && !reason.contains("4,67"), "{reason}");
}

#[test]
fn what_keeps_a_spreadsheet_from_changing_a_number_is_no_part_of_it() {
    let recognition = with(&[("Phone", Field::Phone)]);
    for written in ["'+46701740605", "' +46701740605", "=\"+46701740605\"", "+46701740605.0"] {
        let contact = read(&recognition, &["ada@example.org", written]).unwrap();
        assert_eq!(contact.text(Field::Phone), Some("+46701740605"), "{written}");
    }
}
