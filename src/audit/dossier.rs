//! A person laid out for judgement: every cell with its records, refusals, state and grade.

use crate::matching::Subject;
use crate::normalise::country::of_phone;
use crate::normalise::{Contact, Fact, Value};
use crate::vocabulary::{Channel, Column, ConsentStatus, Field, Grade, Place, System};

use super::age::below_digital_age;
use super::country::{Country, CountryCode, country};
use super::grade::grade;
use super::merge::{Refusal, State, merge, refusals};
use super::policy::{Policy, the_other_way};
use super::record::{Proof, Record, place_without_status, status_of};

/// A person laid out for judgement.
#[derive(Debug)]
pub struct Dossier<'a> {
    /// The person.
    pub subject: &'a Subject,
    /// Where the person lives; [`CountryCode::UNKNOWN`] if nothing says so.
    pub country: CountryCode,
    /// Whether that is only guessed, from an IP address or a doubtful column.
    pub country_is_guessed: bool,
    home: Option<CountryCode>,
    /// The cells, at least one, in the order of channel and purpose.
    pub cells: Vec<Cell<'a>>,
    /// The evidence of each contact, in the order of [`Subject::contacts`].
    pub proofs: Vec<Proof<'a>>,
}

/// One unit of judgement: person × channel × purpose. The controller is that of the policy.
#[derive(Debug)]
pub struct Cell<'a> {
    /// The channel.
    pub channel: Channel,
    /// The purpose as exports name it; empty if none does.
    pub purpose: String,
    /// What each row says of it, in the order of tables and rows. Rows that say nothing are there with
    /// `Unknown`. Never empty.
    pub records: Vec<Record<'a>>,
    /// Every no that covers it.
    pub refusals: Vec<Refusal>,
    /// What all systems together say.
    pub state: State,
    /// The grade.
    pub grade: Grade,
}

impl<'a> Dossier<'a> {
    /// Lays a person out.
    pub fn open(subject: &'a Subject, policy: &'a Policy) -> Self {
        let proofs: Vec<Proof<'a>> =
            subject.contacts.iter().map(|contact| Proof::read(contact, policy.table(contact.table), policy)).collect();
        let (country, country_is_guessed) = country_of(subject, policy);
        let cells = cell_keys(subject)
            .into_iter()
            .map(|(channel, purpose)| Cell::lay_out(subject, &proofs, channel, purpose, country, policy))
            .collect();
        Self { subject, country, country_is_guessed, home: policy.home, cells, proofs }
    }

    /// The law of the person's country.
    pub fn law(&self) -> &'static Country {
        country(self.country)
    }

    /// The laws that count: of the person's country and of the controller's. The stricter of the two decides.
    pub fn laws(&self) -> impl Iterator<Item = &'static Country> {
        std::iter::once(self.law()).chain(self.home.map(country))
    }

    /// Whether messages may go out in a cell until the person objects, with or without consent: both laws say
    /// so, and more than a guess tells where the person lives.
    pub fn is_opt_out(&self, cell: &Cell<'_>) -> bool {
        cell.channel == Channel::Email && !self.country_is_guessed && self.laws().all(Country::email_is_opt_out)
    }

    /// Whether a sale is shown, which may need the record for a while.
    pub fn is_customer(&self) -> bool {
        self.cells[0].records.iter().any(|record| {
            let shows = |field: Field| record.contact.fact(field).is_some();
            // Salesforce's id of the person is that of a privacy record.
            let customer = record.system != System::Salesforce && shows(Field::CustomerId);
            customer || shows(Field::PurchaseAt) || shows(Field::OrderId)
        })
    }

    /// A cell of the row that names the person, for a finding about the person as a whole.
    pub fn identity_place(&self) -> Place {
        let contact = &self.subject.contacts[0];
        match contact.fact(Field::Email).or_else(|| contact.fact(Field::Phone)) {
            Some(fact) => contact.place(fact.column),
            None => contact.place(Column::WHOLE_ROW),
        }
    }
}

impl<'a> Cell<'a> {
    fn lay_out(
        subject: &'a Subject,
        proofs: &[Proof<'a>],
        channel: Channel,
        purpose: String,
        country: CountryCode,
        policy: &'a Policy,
    ) -> Self {
        // Of several birth dates the latest: the doubt is the child's.
        let birth =
            subject.contacts.iter().filter_map(|contact| contact.moment(Field::BirthDate)).map(|at| at.days()).max();
        let mut records = Vec::with_capacity(subject.contacts.len());
        for (contact, proof) in subject.contacts.iter().zip(proofs) {
            let (status, status_place) = status_of(contact, channel, &purpose)
                .unwrap_or_else(|| (ConsentStatus::Unknown, place_without_status(contact)));
            let ended = end_of_consent(contact, status, channel, policy);
            records.push(Record {
                contact,
                system: policy.table(contact.table).system(),
                table: contact.table,
                status,
                status_place,
                proof: *proof,
                ended,
                grade: match birth {
                    Some(birth) if is_child(contact, proof, birth, country, policy) => Grade::E0,
                    // What is over shows that there was a consent, and no more.
                    _ if ended.is_some() => grade(contact, status, proof, channel, &purpose, policy).min(Grade::E1),
                    _ => grade(contact, status, proof, channel, &purpose, policy),
                },
            });
        }
        let mut standing = Vec::new();
        for contact in &subject.contacts {
            standing.extend(refusals(contact, channel, &purpose, false, policy));
        }
        for neighbour in subject.neighbours.iter().filter(|neighbour| is_reached_with(subject, neighbour, channel)) {
            standing.extend(refusals(neighbour, channel, &purpose, true, policy));
        }
        let state = merge(&standing, &records);
        let mut cell = Self { channel, purpose, records, refusals: standing, state, grade: Grade::E0 };
        cell.grade = cell.merged_grade(policy);
        cell
    }

    fn merged_grade(&self, policy: &Policy) -> Grade {
        match self.state {
            State::Refused => Grade::Neg,
            State::Undeliverable => Grade::Dead,
            State::Granted => {
                let best = self.given().map(|record| record.grade).max().unwrap_or(Grade::E0);
                if best == Grade::E0 { self.soft_opt_in(policy).unwrap_or(best) } else { best }
            }
            State::Pending => Grade::E0,
            State::Unknown => self.soft_opt_in(policy).unwrap_or(Grade::E0),
        }
    }

    /// The grade of a customer whose sale and own address are shown (rule book 1.5, SO).
    fn soft_opt_in(&self, policy: &Policy) -> Option<Grade> {
        if self.channel != Channel::Email {
            return None;
        }
        let customers = self.records.iter().filter(|record| {
            record.contact.text(Field::Email).is_some()
                && (record.contact.moment(Field::PurchaseAt).is_some() || record.contact.text(Field::OrderId).is_some())
        });
        let mut grade = None;
        for record in customers {
            let declarations = &policy.declarations;
            let offered = record
                .proof
                .declared
                .and_then(|position| declarations.declarations.get(usize::from(position)))
                .into_iter()
                .chain(declarations.covering(record.contact, policy.table(record.table), None).map(|(_, one)| one))
                .any(|declaration| declaration.supplies.optout_offered);
            let bought = record.contact.moment(Field::PurchaseAt);
            let found = if offered && bought.is_some() { Grade::SoPlus } else { Grade::SoMinus };
            grade = grade.max(Some(found));
        }
        grade
    }

    /// The records that say yes.
    pub fn given(&self) -> impl Iterator<Item = &Record<'a>> {
        self.with_status(ConsentStatus::Given)
    }

    /// The records that assert a state.
    pub fn with_status(&self, status: ConsentStatus) -> impl Iterator<Item = &Record<'a>> {
        self.records.iter().filter(move |record| record.status == status)
    }

    /// The record the cell's grade rests on.
    pub fn best(&self) -> Option<&Record<'a>> {
        // The first of equals, so that the answer does not depend on anything but the order of files.
        self.given().fold(None, |best: Option<&Record<'a>>, record| match best {
            Some(best) if best.grade >= record.grade => Some(best),
            _ => Some(record),
        })
    }

    /// The record the cell rests on: somebody says yes, and no no stands against it.
    pub fn relied_on(&self) -> Option<&Record<'a>> {
        if self.state == State::Granted { self.best() } else { None }
    }

    /// The last act of the person that any row of the cell shows, or the consent itself: what the clock of
    /// staleness runs from. An open or a bounce is no act.
    /// A date that lies ahead tells nothing.
    pub fn last_act(&self, policy: &Policy) -> Option<crate::vocabulary::Moment> {
        let acts = [Field::LastActivityAt, Field::LastClickAt, Field::PurchaseAt];
        self.records
            .iter()
            .flat_map(|record| {
                let consent = (record.status == ConsentStatus::Given).then_some(record.proof.consent_at).flatten();
                let confirmed = (record.status == ConsentStatus::Given).then_some(record.proof.confirmed_at).flatten();
                acts.into_iter().filter_map(|field| record.contact.moment(field)).chain(consent).chain(confirmed)
            })
            .filter(|moment| !policy.is_future(*moment))
            .max_by_key(|moment| moment.seconds)
    }
}

/// A child's own consent counts for nothing until a parent's is produced (rule book 1.5, caps).
fn is_child(contact: &Contact, proof: &Proof<'_>, birth: i64, code: CountryCode, policy: &Policy) -> bool {
    below_digital_age(contact, proof, birth, country(code), policy).is_some()
}

/// The cell of the day until which a consent was given, if that day is over. Where day and month can change places, either
/// day ends it.
fn end_of_consent(contact: &Contact, status: ConsentStatus, channel: Channel, policy: &Policy) -> Option<Place> {
    if status != ConsentStatus::Given {
        return None;
    }
    let table = policy.table(contact.table);
    let of_channel = |column: Column| {
        let meaning = column.position().and_then(|position| table.recognition.columns.get(position));
        meaning.and_then(|meaning| meaning.channel).is_none_or(|named| named == channel)
    };
    let ends = contact.facts().iter().filter(|fact| fact.field == Field::ConsentUntil && of_channel(fact.column));
    let over = |fact: &&Fact| match fact.value {
        Value::Moment(end) => {
            let other = table.open_date(fact).and_then(the_other_way);
            other.map_or(end.days(), |other| other.min(end.days())) < policy.today
        }
        _ => false,
    };
    ends.filter(over).map(|fact| contact.place(fact.column)).next()
}

/// Whether a message to the person on this channel reaches the neighbour too: they share what it is sent to, or the
/// neighbour is known by an id alone, under which the person is known as well.
fn is_reached_with(subject: &Subject, neighbour: &Contact, channel: Channel) -> bool {
    let field = match channel {
        Channel::Email => Field::Email,
        Channel::Sms | Channel::PhoneLive | Channel::PhoneAuto | Channel::Messenger => Field::Phone,
        Channel::Post | Channel::Push => return false,
    };
    let by_id_alone = [Field::Email, Field::Phone].iter().all(|field| neighbour.text(*field).is_none());
    let mut theirs = neighbour.texts(field);
    by_id_alone
        || theirs.any(|shared| subject.contacts.iter().any(|contact| contact.texts(field).any(|known| known == shared)))
}

/// The channels and purposes any row speaks of. There is always one: where no row claims anything, the
/// channel the person can be reached on.
fn cell_keys(subject: &Subject) -> Vec<(Channel, String)> {
    let mut keys: Vec<(Channel, String)> = Vec::with_capacity(2);
    let mut add = |channel: Channel, purpose: &str| {
        if !keys.iter().any(|(known, named)| *known == channel && named.eq_ignore_ascii_case(purpose)) {
            keys.push((channel, purpose.to_owned()));
        }
    };
    for contact in &subject.contacts {
        for claim in contact.claims() {
            add(claim.channel, contact.text_of(claim.purpose));
        }
    }
    let mail_is_open = subject.email().is_some() && !keys.iter().any(|(channel, _)| *channel == Channel::Email);
    if mail_is_open {
        keys.push((Channel::Email, String::new()));
    } else if keys.is_empty() {
        let fallback = if subject.phone().is_some() { Channel::PhoneLive } else { Channel::Email };
        keys.push((fallback, String::new()));
    }
    keys.sort();
    keys
}

/// Below this a column of countries only guesses. Mailchimp's, which is read from the IP address, stays below
/// even where its cells look well.
const SURE_COUNTRY: f32 = 0.75;

/// Where the person lives, and whether that is a guess: what the rows declare, most often first; else what the
/// number says; else what the rows guess; else home.
fn country_of(subject: &Subject, policy: &Policy) -> (CountryCode, bool) {
    let most_often = |guessed: bool| {
        let mut counted: Vec<(CountryCode, usize)> = Vec::new();
        for contact in &subject.contacts {
            let Some(fact) = contact.fact(Field::Country) else { continue };
            if is_guess(contact, fact.column, policy) != guessed {
                continue;
            }
            let Some(code) = contact.text(Field::Country).and_then(CountryCode::parse) else { continue };
            match counted.iter_mut().find(|(known, _)| *known == code) {
                Some((_, count)) => *count += 1,
                None => counted.push((code, 1)),
            }
        }
        counted.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        counted.first().map(|(code, _)| *code)
    };
    let by_phone = || {
        let country = subject.contacts.iter().find_map(|contact| of_phone(contact.text(Field::Phone)?))?;
        CountryCode::parse(country.code())
    };
    if let Some(code) = most_often(false).or_else(by_phone) {
        return (code, false);
    }
    match most_often(true) {
        Some(guess) => (guess, true),
        None => (policy.home.unwrap_or(CountryCode::UNKNOWN), false),
    }
}

fn is_guess(contact: &Contact, column: Column, policy: &Policy) -> bool {
    let columns = &policy.table(contact.table).recognition.columns;
    column.position().and_then(|position| columns.get(position)).is_some_and(|column| column.confidence < SURE_COUNTRY)
}
