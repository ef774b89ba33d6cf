//! An example as a case: contacts are read, joined, counted and judged as in an audit.

use bonafide::audit::{self, Count, CountryCode, Declarations, Dossier, Finding, Policy, Rule, TableFacts, rules};
use bonafide::import::{ColumnMeaning, DateOrder, Polarity, Recognition, RowBatch};
use bonafide::matching::{Subject, TableKeys, cluster};
use bonafide::normalise::{Contact, Normaliser, Options};
use bonafide::vocabulary::{Category, Channel, DAY, Field, Severity, SubjectId, System, TableId, VoiceId};

use crate::page::Example;

/// One finding as a page writes it.
struct Found {
    who: String,
    because: String,
    severity: &'static str,
    action: &'static str,
}

/// One line of `finds`.
struct Expected<'e> {
    line: &'e str,
    /// Nobody in particular where findings are counted.
    who: Option<&'e str>,
    count: usize,
    because: &'e str,
    severity_and_action: Option<(&'e str, &'e str)>,
}

/// Says what a rule finds in an example and should not, or should and does not.
pub fn compare(rule: &Rule, example: &Example) -> Result<(), String> {
    let mut found = run(rule, example);
    let mut missing = Vec::new();
    for line in &example.finds {
        let expected = Expected::read(line);
        let before = found.len();
        match expected.who {
            None => found.retain(|found| !expected.is_reason_of(found)),
            Some(who) => {
                let at = found.iter().position(|found| found.who == who && expected.is_reason_of(found));
                at.map(|at| found.remove(at));
            }
        }
        let times = before - found.len();
        if times != expected.count {
            missing.push(format!("  missing: {} (found {times} times)", expected.line));
        }
    }
    if missing.is_empty() && found.is_empty() {
        return Ok(());
    }
    let surplus = found
        .iter()
        .take(5)
        .map(|found| format!("  found:   {}: {} [{}, {}]", found.who, found.because, found.severity, found.action));
    Err(missing.into_iter().chain(surplus).collect::<Vec<_>>().join("\n"))
}

impl<'e> Expected<'e> {
    fn read(line: &'e str) -> Self {
        let no_finding = || -> ! { panic!("“{line}” is no `who: because`") };
        let (who, rest) = line.split_once(": ").unwrap_or_else(|| no_finding());
        let (who, count, because) = if who == "rows" {
            let (count, because) = rest.split_once(": ").unwrap_or_else(|| no_finding());
            (None, count.parse().unwrap_or_else(|_| no_finding()), because)
        } else {
            (Some(who), 1, rest)
        };
        let judged = because.strip_suffix(']').and_then(|rest| rest.rsplit_once(" ["));
        let (because, severity_and_action) = match judged {
            Some((because, words)) => (because, words.split_once(", ")),
            None => (because, None),
        };
        Self { line, who, count, because, severity_and_action }
    }

    fn is_reason_of(&self, found: &Found) -> bool {
        found.because == self.because
            && self.severity_and_action.is_none_or(|words| words == (found.severity, found.action))
    }
}

fn run(rule: &Rule, example: &Example) -> Vec<Found> {
    let (mut policy, contacts) = read(example);
    let people = people(&contacts, &policy);
    let mut count = Count::default();
    for subject in &people {
        for contact in &subject.contacts {
            count.add(contact, subject.id, policy.table(contact.table), &policy);
        }
    }
    policy.census = count.finish(&policy);

    let mut found = Vec::new();
    let mut keep = |who: String, finding: &Finding| {
        check_frame(finding, &policy);
        if finding.rule == rule.position() {
            found.push(Found {
                who,
                because: finding.because.clone(),
                severity: finding.severity.word(),
                action: finding.remedy.word(),
            });
        }
    };
    for subject in &people {
        let who = subject.email().or_else(|| subject.phone()).unwrap_or("somebody");
        let dossier = Dossier::open(subject, &policy);
        for finding in audit::findings(&dossier, &policy) {
            for contact in &subject.contacts {
                for field in [Field::Email, Field::Phone, Field::FirstName, Field::LastName, Field::FullName] {
                    let says = contact.text(field).is_some_and(|text| finding.because.contains(text));
                    assert!(!says, "{} gives a reason that names a person", rules::ALL[usize::from(finding.rule)].id);
                }
            }
            assert!(finding.cell.is_none_or(|cell| usize::from(cell) < dossier.cells.len()));
            keep(who.to_owned(), &finding);
        }
    }
    for table in &policy.tables {
        for finding in audit::table_findings(table, &policy) {
            let who = match table.header(finding.evidence[0].place.column) {
                Some(header) => format!("column {header}"),
                None => format!("file {}", table.file),
            };
            keep(who, &finding);
        }
    }
    found
}

/// What holds of every finding of every rule.
fn check_frame(finding: &Finding, policy: &Policy) {
    let id = rules::ALL[usize::from(finding.rule)].id;
    let because = &finding.because;
    assert!(!because.is_empty() && !because.starts_with(char::is_uppercase), "{id}: “{because}”");
    assert!(!because.to_lowercase().contains("illegal") && !because.ends_with('.'), "{id}: “{because}”");
    assert!(!finding.evidence.is_empty(), "{id} shows no cell");
    for evidence in &finding.evidence {
        let columns = policy.table(evidence.place.table).recognition.columns.len();
        assert!(evidence.place.column.position().is_none_or(|column| column < columns), "{id}: no such column");
        assert!(evidence.place.row > 0, "{id}: no such row");
    }
    assert!(finding.severity != Severity::Breach || !finding.remedy.permits_sending() || is_about_a_column(finding));
}

/// A column is looked at; nobody is written to or not because of it alone.
fn is_about_a_column(finding: &Finding) -> bool {
    !matches!(rules::ALL[usize::from(finding.rule)].check, audit::Check::Person(_))
}

/// Everybody in the example, joined as in a case. `contacts` stand in the order of tables and rows.
fn people(contacts: &[Contact], policy: &Policy) -> Vec<Subject> {
    let mut keys = TableKeys::default();
    for contact in contacts {
        keys.push(contact, policy.table(contact.table).system());
    }
    for (contact, keys) in contacts.iter().zip(&mut keys.rows) {
        let table = policy.table(contact.table);
        if table.system() == System::List {
            *keys = keys.within(&table.file);
        }
    }
    let clusters = cluster(&keys.rows, &keys.loose, |contact| u64::from(contact.0));
    let nobody = |person| Subject { id: SubjectId(person), contacts: Vec::new(), neighbours: Vec::new() };
    let mut people: Vec<Subject> = (0..clusters.people).map(nobody).collect();
    for (contact, subject) in contacts.iter().zip(&clusters.subject_of) {
        people[subject.0 as usize].contacts.push(contact.clone());
    }
    for (contact, subject) in &clusters.carried {
        people[subject.0 as usize].neighbours.push(contacts[contact.0 as usize].clone());
    }
    people
}

/// The policy and the contacts of an example.
fn read(example: &Example) -> (Policy, Vec<Contact>) {
    let options: Vec<&str> =
        example.contacts.lines().take_while(|line| !line.trim_start().starts_with("system")).collect();
    let mut policy = Policy::on(day("2026-11-21"));
    for option in &options {
        let (name, value) = option.split_once(':').unwrap_or_else(|| panic!("“{option}” is no `name: value`"));
        match (name.trim(), value.trim()) {
            ("today", value) => policy.today = day(value),
            ("home", value) => policy.home = CountryCode::parse(value),
            ("controller", value) => policy.controller = Some(value.to_owned()),
            (name, _) => panic!("an example cannot set “{name}”"),
        }
    }
    policy.declarations = Declarations::parse(&example.declarations).unwrap();
    let table: String = example.contacts.lines().skip(options.len()).map(|line| format!("{line}\n")).collect();
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(table.as_bytes());
    let headers: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let place = |name: &str| headers.iter().position(|header| header == name);
    let (system, split, repeat) = (place("system").unwrap(), place("table"), place("rows"));
    let own: Vec<usize> = (0..headers.len()).filter(|at| ![Some(system), split, repeat].contains(&Some(*at))).collect();

    let mut batches: Vec<RowBatch> = Vec::new();
    for record in reader.records() {
        let record = record.unwrap();
        let name = split.map_or(&record[system], |split| &record[split]);
        let file = format!("{}.csv", if name.is_empty() { &record[system] } else { name });
        let system = System::from_word(&record[system]).unwrap_or_else(|| panic!("“{}” is no system", &record[system]));
        let at = policy.tables.iter().position(|table| table.file == file && table.system() == system);
        let at = at.unwrap_or_else(|| {
            let columns = own.iter().enumerate().map(|(at, header)| column(at, &headers[*header], system)).collect();
            policy.tables.push(facts(policy.tables.len(), file, system, columns));
            batches.push(RowBatch::new());
            batches.len() - 1
        });
        let rows = repeat.map_or("1", |repeat| &record[repeat]);
        for n in 1..=rows.parse::<u32>().unwrap_or(1) {
            let number = u32::try_from(batches[at].len()).unwrap() + 2;
            let cells: Vec<String> = own
                .iter()
                .map(|at| record[*at].replace("{n}", &n.to_string()).replace("{nn}", &format!("{n:02}")))
                .collect();
            batches[at].push(number, cells.iter().map(String::as_str));
        }
    }
    let options = Options { default_country: policy.home.and_then(|home| home.hint()) };
    let mut contacts = Vec::new();
    for (table, batch) in policy.tables.iter().zip(&batches) {
        let mut normaliser = Normaliser::new(table.id, &table.recognition, &options);
        for row in batch.rows() {
            contacts.push(normaliser.contact(row).unwrap_or_else(|reason| panic!("row {}: {reason}", row.number())));
        }
    }
    (policy, contacts)
}

fn facts(number: usize, file: String, system: System, columns: Vec<ColumnMeaning>) -> TableFacts {
    TableFacts {
        older: false,
        numbered_as: file.clone(),
        id: TableId(u32::try_from(number).unwrap()),
        file,
        sheet: String::new(),
        voice: VoiceId::default(),
        header_row: 1,
        recognition: Recognition {
            system,
            confidence: 1.0,
            why: "the example says so".to_owned(),
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
        },
    }
}

fn column(position: usize, header: &str, system: System) -> ColumnMeaning {
    let name = header.trim_end_matches("(special)").trim_end_matches("(ambiguous)").trim_end_matches("(asked)").trim();
    let field = Field::from_word(name);
    let is_date = name.ends_with("_at") || name.ends_with("_date");
    let polarity = match field {
        Some(
            Field::DoNotEmail
            | Field::DoNotSms
            | Field::DoNotCall
            | Field::DoNotPost
            | Field::Bounced
            | Field::Complained,
        ) => Polarity::RefusedOrUnknown,
        _ if system == System::Shopify => Polarity::YesOrUnknown,
        _ => Polarity::YesOrRefused,
    };
    ColumnMeaning {
        position: u32::try_from(position).unwrap() + 1,
        header: name.to_owned(),
        field,
        confidence: if header.ends_with("(asked)") { 0.5 } else { 1.0 },
        why: "the example says so".to_owned(),
        polarity,
        channel: None,
        purpose: None,
        dates: is_date.then_some(if header.ends_with("(ambiguous)") { DateOrder::Ambiguous } else { DateOrder::Plain }),
        category: if header.ends_with("(special)") {
            Category::Special
        } else {
            field.map_or(Category::Other, Field::category)
        },
        every_channel: false,
        every_purpose: false,
        tells_of_messages: false,
        perhaps: None,
        values: Vec::new(),
    }
}

/// Days from 1970-01-01 to a date.
fn day(date: &str) -> i64 {
    let date = chrono::NaiveDate::parse_from_str(date, "%Y-%m-%d").unwrap();
    date.and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp() / DAY
}
