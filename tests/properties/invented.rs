//! Random cases: a few people, some of whom share a mailbox or a telephone, in three systems.

use proptest::prelude::*;
use proptest::sample::select;

use crate::support::{TODAY, date, days};

/// Who wrote a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    List,
    HubSpot,
    Mautic,
}

impl Source {
    pub const ALL: [Self; 3] = [Self::List, Self::HubSpot, Self::Mautic];

    pub fn file(self) -> &'static str {
        match self {
            Self::List => "list.csv",
            Self::HubSpot => "hubspot.csv",
            Self::Mautic => "mautic.csv",
        }
    }
}

/// One row of one export. Days are counted back from the day of the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub source: Source,
    pub email: &'static str,
    pub name: (&'static str, &'static str),
    pub phone: &'static str,
    pub country: &'static str,
    pub status: &'static str,
    pub consent: Option<i64>,
    pub form: &'static str,
    pub method: &'static str,
    pub wording: &'static str,
    pub unsubscribed: Option<i64>,
    /// HubSpot's own column, and the list's column of complaints.
    pub flagged: bool,
    /// The list's column of those who want no text messages.
    pub no_sms: bool,
    /// The list's column of purposes.
    pub purpose: &'static str,
}

/// A person: name, address in list and HubSpot, address in Mautic, telephone.
type Person = ((&'static str, &'static str), &'static str, &'static str, &'static str);

/// The first four have addresses of their own, of which Mautic knows another, joined by name and telephone. The next
/// two read one mailbox; the last uses the fourth one's telephone.
const PEOPLE: [Person; 7] = [
    (("Ada", "Falk"), "ada@example.org", "ada@mail.example.net", "+46701740605"),
    (("Bo", "Ek"), "bo@example.org", "bo@mail.example.net", "+46701740606"),
    (("Cia", "Dahl"), "cia@example.org", "cia@example.org", "+46701740607"),
    (("Dan", "Berg"), "dan@example.org", "dan@mail.example.net", "+46701740608"),
    (("Eva", "Alm"), "info@firm.example.com", "info@firm.example.com", ""),
    (("Finn", "Rask"), "info@firm.example.com", "info@firm.example.com", ""),
    (("Gro", "Lie"), "gro@example.org", "gro@example.org", "+46701740608"),
];

/// Words of state. Some mean nothing to anybody.
const STATES: [&str; 10] = [
    "subscribed",
    "unsubscribed",
    "",
    "never asked",
    "konstig",
    "pending",
    "cleaned",
    "spam complaint",
    "do not contact",
    "erased",
];
const COUNTRIES: [&str; 8] = ["SE", "DE", "FR", "IT", "SK", "US", "", "Atlantis"];
/// Before the last review, between review and stop in most countries, beyond the stop, and before the GDPR.
const AGES: [i64; 8] = [3, 40, 200, 760, 800, 900, 1_300, 3_300];

const METHODS: [&str; 4] = ["tick", "", "import", "pre-ticked"];
const FORMS: [&str; 3] = ["Webshop footer form", "", "import"];
const WORDINGS: [&str; 3] = ["W-1", "", "W-unregistered"];
const PURPOSES: [&str; 3] = ["", "newsletter", "offers"];

fn row() -> impl Strategy<Value = Row> {
    let who = (select(Source::ALL.to_vec()), 0..PEOPLE.len(), prop::bool::weighted(0.7), select(COUNTRIES.to_vec()));
    let state = prop_oneof![8 => Just(STATES[0]), 5 => select(STATES.to_vec())];
    let evidence = prop_oneof![
        // All six fields, in time or stale; stale and to be asked again; nothing.
        2 => select(AGES.to_vec()).prop_map(|age| (Some(age), FORMS[0], METHODS[0], WORDINGS[0])),
        3 => select(AGES[3..6].to_vec()).prop_map(|age| (Some(age), FORMS[0], METHODS[0], WORDINGS[0])),
        1 => Just((None, "", "", "")),
        2 => (prop::option::of(select(AGES.to_vec())), select(FORMS.to_vec()), select(METHODS.to_vec()), select(WORDINGS.to_vec())),
    ];
    let refusal =
        (prop::option::weighted(0.12, select(AGES.to_vec())), prop::bool::weighted(0.06), prop::bool::weighted(0.05));
    (who, state, evidence, refusal, select(PURPOSES.to_vec())).prop_map(
        |(
            (source, person, has_phone, country),
            status,
            (consent, form, method, wording),
            (left, flagged, no_sms),
            purpose,
        )| {
            let (name, email, elsewhere, phone) = PEOPLE[person];
            let is_list = source == Source::List;
            Row {
                source,
                email: if source == Source::Mautic { elsewhere } else { email },
                name,
                phone: if has_phone || elsewhere != email { phone } else { "" },
                country,
                status,
                consent,
                form,
                method,
                wording,
                unsubscribed: left,
                flagged: flagged && source != Source::Mautic,
                no_sms: no_sms && is_list,
                purpose: if is_list { purpose } else { "" },
            }
        },
    )
}

/// The rows of a case, of all systems together.
pub fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec(row(), 1..12)
}

/// A row with a no, still without a person.
#[derive(Debug, Clone)]
pub struct Refusing {
    source: Source,
    status: &'static str,
    unsubscribed: Option<i64>,
    flagged: bool,
    purpose: &'static str,
}

pub fn refusing_row() -> impl Strategy<Value = Refusing> {
    let no = select(vec!["unsubscribed", "spam complaint", "do not contact", "erased"]);
    let at = prop::option::of(select(AGES.to_vec()));
    (select(Source::ALL.to_vec()), no, at, any::<bool>(), select(PURPOSES.to_vec())).prop_map(
        |(source, status, unsubscribed, flagged, purpose)| Refusing {
            source,
            status,
            unsubscribed,
            flagged: flagged && source != Source::Mautic,
            purpose: if source == Source::List { purpose } else { "" },
        },
    )
}

impl Refusing {
    /// The no of whoever a row is about, known by address and name alone.
    pub fn of_the_same_person(&self, row: &Row) -> Row {
        Row {
            source: self.source,
            status: self.status,
            unsubscribed: self.unsubscribed,
            flagged: self.flagged,
            purpose: self.purpose,
            ..bare(row)
        }
    }
}

/// The person of a row and nothing else.
fn bare(row: &Row) -> Row {
    let (phone, country, form, method, wording) = ("", "", "", "", "");
    let (consent, unsubscribed) = (None, None);
    Row { phone, country, form, method, wording, consent, unsubscribed, flagged: false, no_sms: false, ..row.clone() }
}

/// A row for each word of state and each column of refusal, each about a person of their own, in each system.
pub fn one_of_each_state() -> Vec<Row> {
    const NAMES: [&str; 42] = [
        "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9",
        "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9",
        "e1", "e2", "e3", "e4", "e5", "e6",
    ];
    let plain = Row {
        source: Source::List,
        email: "",
        name: ("Ada", "Falk"),
        phone: "",
        country: "SE",
        status: "",
        consent: None,
        form: "",
        method: "",
        wording: "",
        unsubscribed: None,
        flagged: false,
        no_sms: false,
        purpose: "",
    };
    let mut all = Vec::new();
    for source in Source::ALL {
        all.extend(STATES.map(|status| Row { source, status, ..plain.clone() }));
        all.push(Row { source, unsubscribed: Some(40), ..plain.clone() });
        all.push(Row { source, status: "subscribed", unsubscribed: Some(40), ..plain.clone() });
        if source != Source::Mautic {
            all.push(Row { source, flagged: true, ..plain.clone() });
        }
        if source == Source::List {
            all.push(Row { source, no_sms: true, ..plain.clone() });
        }
    }
    for (row, name) in all.iter_mut().zip(NAMES) {
        row.email = Box::leak(format!("{name}@example.org").into_boxed_str());
    }
    all
}

/// The content of one system's export.
pub fn export(source: Source, rows: &[Row]) -> String {
    let mut text = String::from(match source {
        Source::List => {
            "email,full_name,phone,country,status,consent_at,consent_source,consent_method,wording_version,\
             unsubscribed_at,complained,do_not_sms,purpose\n"
        }
        Source::HubSpot => {
            "Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Lifecycle Stage,Country/Region,\
             Marketing contact status,Unsubscribed from all email,Subscription status,Consent date,Consent source,\
             Consent method,Wording,Opt-out date\n"
        }
        Source::Mautic => {
            "id,title,firstname,lastname,company,email,mobile,points,country,preferred_locale,timezone,last_active,\
             attribution_date,stage,subscription_status,consent_date,consent_source,consent_method,wording_version,\
             unsubscribed_at\n"
        }
    });
    for (number, row) in rows.iter().filter(|row| row.source == source).enumerate() {
        text += &line(number, row);
    }
    text
}

fn line(number: usize, row: &Row) -> String {
    let day = |age: Option<i64>| age.map_or_else(String::new, |age| format!("{} 10:20:07", date(days(TODAY) - age)));
    let (consent, left) = (day(row.consent), day(row.unsubscribed));
    let Row { email, name: (first, last), phone, country, status, form, method, wording, purpose, .. } = row;
    let yes = |flag: bool| if flag { "yes" } else { "" };
    match row.source {
        Source::List => format!(
            "{email},{first} {last},{phone},{country},{status},{consent},{form},{method},{wording},{left},{},{},{purpose}\n",
            yes(row.flagged),
            yes(row.no_sms)
        ),
        Source::HubSpot => format!(
            "{},{first},{last},{email},{phone},,Subscriber,{country},Marketing contact,{},{status},{consent},{form},{method},\
             {wording},{left}\n",
            51_000 + number,
            if row.flagged { "true" } else { "false" }
        ),
        Source::Mautic => format!(
            "{},,{first},{last},,{email},{phone},0,{country},sv,Europe/Stockholm,,,,{status},{consent},{form},{method},{wording},\
             {left}\n",
            300 + number
        ),
    }
}

/// What every column means, so that a case with few rows is read as one with many.
pub const MEANINGS: [&str; 21] = [
    "list.csv:email=email",
    "list.csv:full_name=full_name",
    "list.csv:phone=phone",
    "list.csv:country=country",
    "list.csv:status=status",
    "list.csv:complained=complained",
    "list.csv:do_not_sms=do_not_sms",
    "list.csv:purpose=purpose",
    "consent_at=consent_at",
    "consent_source=consent_source",
    "consent_method=consent_method",
    "wording_version=wording_version",
    "unsubscribed_at=unsubscribed_at",
    "Subscription status=status",
    "Consent date=consent_at",
    "Consent source=consent_source",
    "Consent method=consent_method",
    "Wording=wording_version",
    "Opt-out date=unsubscribed_at",
    "subscription_status=status",
    "consent_date=consent_at",
];

const REGISTRY: &str = "[[wording]]\nid = \"W-1\"\ntext = \"Yes, write to me.\"\nchannels = [\"email\"]\n\
                        purposes = [\"newsletter\", \"offers\"]\n";

/// Nothing declared; the wording alone; everything declared about everybody.
pub fn declarations() -> impl Strategy<Value = String> {
    let everything = "[[declaration]]\nid = \"all\"\nby = \"Saga Lind\"\non = 2026-10-20\napplies = {}\n\
                      supplies = { method = \"tick\", form = \"Form\", wording = \"W-1\", optout_offered = true }\n";
    prop_oneof![
        1 => Just(String::new()),
        3 => Just(REGISTRY.to_owned()),
        2 => Just(format!("{everything}{REGISTRY}")),
    ]
}
