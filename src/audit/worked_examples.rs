//! The worked examples of rule book 1.10, as far as the rules that exist decide them.
//!
//! Left out are the rules that come later: examples 4 and 5 (R027–R029, the clock of the soft opt-in), of 10 the
//! business rules (R076–R078), of 12 the register of erasures by hash (R041), 14 (R068, R085: retention and proof)
//! and of 17 the block of re-consent by mail in Slovakia (R082). R020 in 13 looks at a column, not at a person.

#![allow(clippy::unwrap_used)]

use crate::import::{ColumnMeaning, Polarity, Recognition};
use crate::matching::Subject;
use crate::normalise::{Claim, Contact, Text, Value};
use crate::vocabulary::{
    Action, Category, Channel, Class, Column, ConsentStatus, Field, Grade, Moment, Precision, Severity, SubjectId,
    System, TableId, VoiceId, Zone,
};

use super::{Count, CountryCode, Declarations, Dossier, Policy, State, TableFacts, class, findings, rules};

/// A case as it is laid out by hand.
struct Example {
    policy: Policy,
    contacts: Vec<Contact>,
}

/// What the audit says of one cell.
#[derive(Debug)]
struct Judged {
    channel: Channel,
    state: State,
    grade: Grade,
    class: Class,
    fired: Vec<(&'static str, Severity, Action)>,
}

const WORDING: &str = r#"
[[wording]]
id = "v3"
text = "Yes, send me the newsletter by e-mail, by post and by telephone. I can stop it at any time."
channels = ["email", "post", "phone_live"]
"#;

impl Example {
    fn on(today: &str) -> Self {
        let mut policy = Policy::on(moment(today).days());
        policy.declarations = Declarations::parse(WORDING).unwrap();
        Self { policy, contacts: Vec::new() }
    }

    /// A table whose first row is added with it.
    fn row(&mut self, system: System, cells: &[(Field, &str)]) -> &mut Contact {
        let id = TableId(u32::try_from(self.policy.tables.len()).unwrap());
        self.policy.tables.push(table(id, system, cells));
        self.another_row(cells)
    }

    /// One more row of the last table.
    fn another_row(&mut self, cells: &[(Field, &str)]) -> &mut Contact {
        let table = self.policy.tables.last().unwrap().id;
        let row = u32::try_from(self.contacts.len()).unwrap() + 2;
        self.contacts.push(contact(table, row, cells));
        self.contacts.last_mut().unwrap()
    }

    /// All rows as one person.
    fn judged(mut self) -> Vec<Judged> {
        self.count(|_| 0);
        judge(self.contacts, &self.policy)
    }

    /// Every row as a person of its own; what is said of the first.
    fn first_judged(mut self) -> Vec<Judged> {
        self.count(|row| row);
        self.contacts.truncate(1);
        judge(self.contacts, &self.policy)
    }

    /// The one label of the only cell, with all rows as one person.
    fn label(mut self) -> Action {
        self.count(|_| 0);
        let subject = Subject { id: SubjectId(0), contacts: self.contacts, neighbours: Vec::new() };
        let dossier = Dossier::open(&subject, &self.policy);
        let verdict = crate::plan::Verdict::on(&dossier, findings(&dossier, &self.policy), &self.policy);
        assert_eq!(verdict.cells.len(), 1);
        verdict.cells[0].action
    }

    fn count(&mut self, person: impl Fn(u32) -> u32) {
        let mut count = Count::default();
        for (at, contact) in self.contacts.iter().enumerate() {
            let subject = SubjectId(person(u32::try_from(at).unwrap()));
            count.add(contact, subject, self.policy.table(contact.table), &self.policy);
        }
        self.policy.census = count.finish(&self.policy);
    }
}

impl Judged {
    /// Asserts that rules fire, and that no other breach is found.
    fn fires(&self, ids: &[&str]) -> &Self {
        for id in ids {
            assert!(self.fired.iter().any(|(fired, ..)| fired == id), "{id} does not fire: {:?}", self.fired);
        }
        for (fired, severity, _) in &self.fired {
            assert!(*severity != Severity::Breach || ids.contains(fired), "{fired} is no breach here");
        }
        self
    }

    fn never_fires(&self, id: &str) -> &Self {
        assert!(rules::ALL.iter().any(|rule| rule.id == id), "there is no rule {id}");
        assert!(self.fired.iter().all(|(fired, ..)| *fired != id), "{id} fires");
        self
    }

    fn asks(&self, id: &str) -> (Severity, Action) {
        let (_, severity, action) = self.fired.iter().find(|(fired, ..)| *fired == id).expect("the rule fires");
        (*severity, *action)
    }

    /// Whether no finding stops the channel.
    fn may_be_kept(&self) -> bool {
        self.fired.iter().all(|(_, _, action)| action.permits_sending())
    }
}

#[test]
fn example_1_a_withdrawal_in_the_mail_tool_stops_the_crm() {
    let mut example = Example::on("2026-11-21");
    example.row(System::HubSpot, &[(Field::Email, "ada@example.org"), (Field::Status, "subscribed")]);
    example.row(
        System::Mailchimp,
        &[(Field::Email, "ada@example.org"), (Field::Status, "unsubscribed"), (Field::UnsubscribedAt, "2023-04-02")],
    );
    let cell = only(example.judged());
    cell.fires(&["opt-in-without-proof", "withdrawn-but-subscribed", "withdrawal-not-propagated"])
        .never_fires("conflicting-states-without-dates");
    assert_eq!((cell.grade, cell.class), (Grade::Neg, Class::N));
    assert_eq!(cell.asks("withdrawn-but-subscribed"), (Severity::Breach, Action::Suppress));
}

#[test]
fn example_2_a_confirmed_consent_with_a_recent_click_is_kept() {
    let mut example = Example::on("2026-11-21");
    example.row(
        System::Mailchimp,
        &proven(&[
            (Field::Country, "FR"),
            (Field::LastClickAt, "2025-12-03"),
            (Field::ConsentAt, "2021-05-03T10:11:12Z"),
        ]),
    );
    let cell = only(example.judged());
    cell.fires(&[]).never_fires("stale-consent").never_fires("consent-before-gdpr");
    assert_eq!((cell.grade, cell.class), (Grade::E5, Class::A));
    assert!(cell.may_be_kept(), "{:?}", cell.fired);
}

#[test]
fn example_3_an_import_with_one_timestamp_proves_nothing() {
    let mut example = Example::on("2026-11-21");
    let cells = [
        (Field::Email, "ada@example.org"),
        (Field::Status, "subscribed"),
        (Field::ConsentAt, "2018-05-24 23:59:59"),
        (Field::CreatedAt, "2018-05-24 23:59:59"),
        (Field::ConsentSource, "import"),
    ];
    example.row(System::List, &cells);
    example.policy.home = CountryCode::parse("DE");
    for _ in 1..4_000 {
        example.another_row(&cells);
    }
    let cell = only(example.first_judged());
    cell.fires(&["opt-in-without-source", "identical-timestamps", "consent-at-import", "consent-before-gdpr"])
        .never_fires("everyone-opted-in");
    assert_eq!((cell.grade, cell.class), (Grade::E1, Class::D));
    assert_eq!(cell.asks("consent-before-gdpr"), (Severity::Risk, Action::Suppress));
}

#[test]
fn example_6_an_api_cannot_take_back_a_no() {
    let mut example = Example::on("2026-11-21");
    let contact = example.row(
        System::HubSpot,
        &[
            (Field::Email, "ada@example.org"),
            (Field::UnsubscribedAt, "2022-01-01"),
            (Field::ConsentAt, "2019-04-05"),
            (Field::ConsentSource, "api"),
        ],
    );
    contact.claim(claim(Channel::Email, ConsentStatus::Given, Column(0), Some(moment("2022-06-01"))));
    let cell = only(example.judged());
    cell.fires(&["resubscribed-without-evidence", "reactivated-by-machine"]);
    assert_eq!((cell.grade, cell.class), (Grade::Neg, Class::N));
}

#[test]
fn example_7_an_expired_request_is_not_mailed_but_deleted() {
    let mut example = Example::on("2026-11-21");
    example.policy.home = CountryCode::parse("DE");
    example.row(
        System::Mautic,
        &[
            (Field::Email, "ada@example.org"),
            (Field::Status, "pending"),
            (Field::ConsentAt, "2026-10-01"),
            (Field::LastSentAt, "2026-10-22"),
        ],
    );
    let cell = only(example.judged());
    cell.fires(&["unconfirmed-but-mailed"]);
    assert_eq!(cell.asks("unconfirmed-but-mailed"), (Severity::Breach, Action::Delete));
    assert_eq!(cell.class, Class::P);
}

#[test]
fn example_8_a_purchase_at_checkout_is_no_bought_list() {
    only(from_source("purchase at checkout").judged()).fires(&[]).never_fires("bought-list");
}

#[test]
fn example_9_a_list_bought_at_a_fair_is_never_written_to() {
    let cell = only(from_source("lista acquistata fiera 2019").judged());
    cell.fires(&["bought-list"]);
    assert_eq!(cell.asks("bought-list"), (Severity::Risk, Action::Suppress));
    assert_eq!(cell.class, Class::N);
}

#[test]
fn example_9_a_proven_consent_of_ones_own_outweighs_the_list() {
    let mut example = Example::on("2026-11-21");
    example.row(
        System::Mailchimp,
        &proven(&[
            (Field::Country, "IT"),
            (Field::ConsentAt, "2025-05-03T10:11:12Z"),
            (Field::Tags, "lista acquistata fiera 2019"),
        ]),
    );
    let cell = only(example.judged());
    assert_eq!((cell.grade, cell.class), (Grade::E5, Class::A));
    assert_eq!(cell.asks("bought-list").1, Action::Review);
}

#[test]
fn example_10_scraped_contacts_are_never_written_to() {
    let mut example = from_source("LinkedIn scrape");
    example.policy.home = CountryCode::parse("DE");
    let cell = only(example.judged());
    cell.fires(&["bought-list"]);
    assert_eq!(cell.asks("bought-list").0, Severity::Breach);
    assert_eq!(cell.class, Class::N);
}

#[test]
fn example_11_the_digital_age_is_that_of_the_day() {
    let child = |consent_at: &str, birth: &str| {
        let mut example = Example::on("2026-11-21");
        example.row(
            System::List,
            &[
                (Field::Email, "ada@example.org"),
                (Field::Status, "subscribed"),
                (Field::Country, "DK"),
                (Field::BirthDate, birth),
                (Field::ConsentAt, consent_at),
            ],
        );
        only(example.judged())
    };
    let cell = child("2026-01-15", "2012-06-01");
    cell.fires(&["child-below-digital-age"]);
    assert_eq!(cell.asks("child-below-digital-age"), (Severity::Breach, Action::Delete));
    assert_eq!(cell.class, Class::N);
    // Thirteen was enough in Denmark until the end of 2023.
    child("2023-12-15", "2010-06-01").never_fires("child-below-digital-age");
}

#[test]
fn example_12_a_confirmed_new_consent_after_an_erasure_counts() {
    let mut example = Example::on("2026-11-21");
    example.policy.home = CountryCode::parse("IT");
    example.row(
        System::Mautic,
        &[(Field::Email, "ada@example.org"), (Field::Status, "erased"), (Field::ErasedAt, "2023-02-01")],
    );
    example.row(System::Mailchimp, &proven(&[(Field::ConsentAt, "2025-05-03T10:11:12Z")]));
    let cell = only(example.judged());
    cell.fires(&[]);
    assert_eq!((cell.state, cell.grade, cell.class), (State::Granted, Grade::E5, Class::A));
}

#[test]
fn example_13_on_one_and_the_same_day_the_no_wins() {
    let mut example = Example::on("2026-11-21");
    example.row(
        System::Mautic,
        &[
            (Field::Email, "ada@example.org"),
            (Field::Status, "subscribed"),
            (Field::ConsentAt, "2024-03-05"),
            (Field::UnsubscribedAt, "2024-03-05"),
            (Field::ConsentSource, "form F7"),
            (Field::ConsentMethod, "tick"),
            (Field::WordingVersion, "v3"),
        ],
    );
    let cell = only(example.judged());
    cell.fires(&["resubscribed-without-evidence"]);
    assert_eq!((cell.state, cell.grade, cell.class), (State::Refused, Grade::Neg, Class::N));
}

#[test]
fn example_15_silence_calls_for_a_refresh_and_later_for_an_end() {
    let after = |today: &str| {
        let mut example = Example::on(today);
        example.row(System::Mailchimp, &proven(&[(Field::Country, "IT"), (Field::LastClickAt, "2024-10-21")]));
        only(example.judged())
    };
    let cell = after("2026-11-21");
    cell.fires(&[]);
    assert_eq!(cell.asks("stale-consent"), (Severity::Risk, Action::ReConsent));
    assert_eq!((cell.grade, cell.class), (Grade::E5, Class::A));

    after("2026-10-21").never_fires("stale-consent");
    assert_eq!(after("2026-10-22").asks("stale-consent").1, Action::ReConsent);
    assert_eq!(after("2027-10-20").class, Class::A);
    let cell = after("2027-10-21");
    assert_eq!(cell.class, Class::D);
    assert_eq!(cell.asks("stale-consent"), (Severity::Risk, Action::Suppress));
}

#[test]
fn example_16_a_dead_address_leaves_the_post_open() {
    let mut example = Example::on("2026-11-21");
    let cells = [
        (Field::Email, "ada@example.org"),
        (Field::Address, "Hamngatan 1"),
        (Field::Country, "SE"),
        (Field::Status, "bounced"),
        (Field::OptinPost, "yes"),
        (Field::ConsentAt, "2025-05-03T10:11:12Z"),
        (Field::ConsentSource, "paper form F7"),
        (Field::ConsentMethod, "signature"),
        (Field::WordingVersion, "v3"),
    ];
    example.row(System::List, &cells).claim(claim(Channel::Post, ConsentStatus::Given, Column(4), None));
    let cells = example.judged();
    let of = |channel: Channel| cells.iter().find(|cell| cell.channel == channel).unwrap();
    assert_eq!((of(Channel::Email).grade, of(Channel::Email).class), (Grade::Dead, Class::N));
    let post = of(Channel::Post);
    post.fires(&[]);
    assert_eq!(post.grade, Grade::E4);
    assert!(post.may_be_kept(), "{:?}", post.fired);
}

#[test]
fn example_17_an_old_consent_in_slovakia_is_stale() {
    let mut example = Example::on("2026-11-21");
    example.row(System::Mailchimp, &proven(&[(Field::Country, "SK"), (Field::ConsentAt, "2024-09-03T10:11:12Z")]));
    let cell = only(example.judged());
    assert_eq!(cell.grade, Grade::E5);
    assert_eq!(cell.asks("stale-consent"), (Severity::Risk, Action::ReConsent));
}

#[test]
fn example_18_consent_to_calls_in_france_ends_after_twelve_months() {
    let on = |today: &str| {
        let mut example = Example::on(today);
        let cells = [
            (Field::Phone, "+33199001234"),
            (Field::Country, "FR"),
            (Field::OptinPhone, "yes"),
            (Field::ConsentAt, "2026-09-15T10:11:12Z"),
            (Field::ConsentSource, "recorded call"),
            (Field::ConsentMethod, "spoken"),
            (Field::WordingVersion, "v3"),
            (Field::LastActivityAt, "2027-08-01"),
        ];
        example.row(System::List, &cells).claim(claim(Channel::PhoneLive, ConsentStatus::Given, Column(2), None));
        only(example.judged())
    };
    let cell = on("2027-10-01");
    assert_eq!(cell.channel, Channel::PhoneLive);
    // Whatever else the person did: the consent itself has run out.
    assert_eq!(cell.asks("stale-consent").1, Action::Suppress);
    assert_eq!(cell.class, Class::D);
    on("2027-09-01").never_fires("stale-consent");
}

/// A subscription of which only the source is known.
/// “The contact's country; if the controller's country is stricter, the stricter of the two” (rule book, after table 3).
#[test]
fn a_controller_from_a_stricter_country_takes_its_law_along() {
    let american = |home: Option<&[u8; 2]>| {
        let mut example = Example::on("2026-11-21");
        example.policy.home = home.map(|home| CountryCode(*home));
        example.row(System::List, &[(Field::Email, "ada@example.org"), (Field::Country, "US")]);
        only(example.judged()).class
    };
    assert_eq!(american(None), Class::C);
    assert_eq!(american(Some(b"US")), Class::C);
    assert_eq!(american(Some(b"IT")), Class::D);
}

#[test]
fn a_country_guessed_from_an_ip_address_neither_outweighs_a_declared_one_nor_opens_the_mail() {
    let guessed = |rows: &[(&str, f32)]| {
        let mut example = Example::on("2026-11-21");
        for (country, confidence) in rows {
            example.row(System::List, &[(Field::Email, "ada@example.org"), (Field::Country, country)]);
            for column in &mut example.policy.tables.last_mut().unwrap().recognition.columns {
                column.confidence = *confidence;
            }
        }
        only(example.judged()).class
    };
    assert_eq!(guessed(&[("US", 0.98)]), Class::C);
    assert_eq!(guessed(&[("US", 0.6)]), Class::D);
    assert_eq!(guessed(&[("DE", 0.6), ("DE", 0.6), ("US", 0.98)]), Class::C);
}

#[test]
fn nobody_is_asked_again_where_the_controllers_own_law_forbids_it() {
    let silent = |home: Option<&[u8; 2]>| {
        let mut example = Example::on("2026-11-21");
        example.policy.home = home.map(|home| CountryCode(*home));
        example.row(System::Mailchimp, &proven(&[(Field::Country, "DE"), (Field::LastClickAt, "2024-09-01")]));
        example.label()
    };
    assert_eq!(silent(None), Action::ReConsent);
    assert_eq!(silent(Some(b"SK")), Action::Keep);
}

#[test]
fn a_request_without_a_date_is_kept_from_mail_and_not_deleted() {
    let mut example = Example::on("2026-11-21");
    example
        .row(System::HubSpot, &[(Field::Email, "ada@example.org"), (Field::Status, "pending"), (Field::Country, "SE")]);
    assert_eq!(example.label(), Action::Suppress);
}

#[test]
fn the_id_of_a_privacy_record_makes_nobody_a_customer() {
    let label = |system: System| {
        let mut example = Example::on("2026-11-21");
        let cells = [(Field::Email, "ada@example.org"), (Field::Country, "SE"), (Field::CustomerId, "0PK5g0000000001")];
        example.row(system, &cells);
        example.label()
    };
    assert_eq!(label(System::Salesforce), Action::Delete);
    assert_eq!(label(System::Shopify), Action::Suppress);
}

fn from_source(source: &str) -> Example {
    let mut example = Example::on("2026-11-21");
    example.policy.home = CountryCode::parse("IT");
    example.row(
        System::List,
        &[(Field::Email, "ada@example.org"), (Field::Status, "subscribed"), (Field::ConsentSource, source)],
    );
    example
}

/// A double opt-in with everything a proof needs, and what is added or replaced.
fn proven<'t>(with: &[(Field, &'t str)]) -> Vec<(Field, &'t str)> {
    let mut cells = vec![
        (Field::Email, "ada@example.org"),
        (Field::Status, "subscribed"),
        (Field::ConsentAt, "2022-05-03T10:11:12Z"),
        (Field::ConsentForm, "form F7"),
        (Field::ConsentMethod, "tick"),
        (Field::WordingVersion, "v3"),
    ];
    for (field, text) in with {
        match cells.iter_mut().find(|(known, _)| known == field) {
            Some(cell) => cell.1 = text,
            None => cells.push((*field, text)),
        }
    }
    let confirmed = cells.iter().find(|(field, _)| *field == Field::ConsentAt).map(|(_, at)| match *at {
        "2021-05-03T10:11:12Z" => "2021-05-03T10:15:12Z",
        "2022-05-03T10:11:12Z" => "2022-05-03T10:15:12Z",
        "2024-09-03T10:11:12Z" => "2024-09-03T10:15:12Z",
        "2025-05-03T10:11:12Z" => "2025-05-03T10:15:12Z",
        other => panic!("no confirmation is written down for {other}"),
    });
    cells.push((Field::ConfirmedAt, confirmed.unwrap()));
    cells
}

fn only(cells: Vec<Judged>) -> Judged {
    let [cell] = <[Judged; 1]>::try_from(cells).unwrap();
    cell
}

fn judge(contacts: Vec<Contact>, policy: &Policy) -> Vec<Judged> {
    let subject = Subject { id: SubjectId(0), contacts, neighbours: Vec::new() };
    let dossier = Dossier::open(&subject, policy);
    let found = findings(&dossier, policy);
    let judge_cell = |(position, cell): (usize, &super::Cell<'_>)| {
        let here = found.iter().filter(|finding| finding.cell.is_none_or(|at| usize::from(at) == position));
        Judged {
            channel: cell.channel,
            state: cell.state,
            grade: cell.grade,
            class: class(&dossier, cell, &found, policy),
            fired: here
                .map(|finding| (rules::ALL[usize::from(finding.rule)].id, finding.severity, finding.remedy))
                .collect(),
        }
    };
    dossier.cells.iter().enumerate().map(judge_cell).collect()
}

fn table(id: TableId, system: System, cells: &[(Field, &str)]) -> TableFacts {
    let columns = cells.iter().zip(1..).map(|((field, _), position)| ColumnMeaning {
        position,
        header: field.word().to_owned(),
        field: Some(*field),
        confidence: 1.0,
        why: String::new(),
        polarity: Polarity::YesOrRefused,
        channel: None,
        purpose: None,
        dates: None,
        category: Category::Consent,
        every_channel: false,
        every_purpose: false,
        tells_of_messages: false,
        perhaps: None,
        values: Vec::new(),
    });
    let recognition = Recognition {
        system,
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
        columns: columns.collect(),
    };
    let file = format!("{}.csv", id.0);
    TableFacts {
        older: false,
        id,
        numbered_as: file.clone(),
        file,
        sheet: String::new(),
        voice: VoiceId::default(),
        header_row: 1,
        recognition,
    }
}

fn contact(table: TableId, row: u32, cells: &[(Field, &str)]) -> Contact {
    let mut contact = Contact::new(table, row);
    let date = |field: Field| cells.iter().find(|(known, _)| *known == field).map(|(_, text)| moment(text));
    for ((field, text), column) in cells.iter().zip(0..) {
        let column = Column(column);
        let is_date = field.word().ends_with("_at") || *field == Field::BirthDate;
        if is_date {
            contact.tell(*field, column, Value::Moment(moment(text)));
        } else {
            contact.tell_text(*field, column, text);
        }
        if *field == Field::Status {
            let status = ConsentStatus::from_word(text).unwrap();
            let dated = match status {
                ConsentStatus::Withdrawn => date(Field::UnsubscribedAt),
                ConsentStatus::Erased => date(Field::ErasedAt),
                _ => date(Field::ConsentAt),
            };
            contact.claim(claim(Channel::Email, status, column, dated));
        }
        if *field == Field::UnsubscribedAt {
            contact.claim(claim(Channel::Email, ConsentStatus::Withdrawn, column, Some(moment(text))));
        }
    }
    contact
}

fn claim(channel: Channel, status: ConsentStatus, column: Column, at: Option<Moment>) -> Claim {
    let all_channels = matches!(status, ConsentStatus::Complained | ConsentStatus::Erased);
    Claim { channel, purpose: Text::EMPTY, status, column, at, all_channels }
}

/// `2024-03-05`, `2024-03-05 10:11:12` (zone unknown) or `2024-03-05T10:11:12Z`.
fn moment(text: &str) -> Moment {
    let of = |format: &str| chrono::NaiveDateTime::parse_from_str(text, format).map(|at| at.and_utc().timestamp());
    if let Ok(seconds) = of("%Y-%m-%dT%H:%M:%SZ") {
        return Moment::utc(seconds);
    }
    if let Ok(seconds) = of("%Y-%m-%d %H:%M:%S") {
        return Moment { seconds, precision: Precision::Second, zone: Zone::Unknown };
    }
    let day = chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap();
    Moment::day(day.signed_duration_since(chrono::NaiveDate::default()).num_days())
}
