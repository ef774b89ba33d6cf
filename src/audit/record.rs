//! One row as evidence: what it proves once placeholder, future and impossible dates are set aside.

use crate::normalise::legal_basis::{LegalBasis, legal_basis};
use crate::normalise::{Actor, Claim, Contact, Fact, Method, Value, actor, is_generic_source, method};
use crate::vocabulary::{Channel, Column, ConsentStatus, Field, Grade, Moment, Place, System, TableId};

use super::declaration::Wording;
use super::policy::{Policy, TableFacts};

/// What one row says of one cell.
#[derive(Debug, Clone)]
pub struct Record<'a> {
    /// The row.
    pub contact: &'a Contact,
    /// The system it comes from.
    pub system: System,
    /// The table it comes from.
    pub table: TableId,
    /// The state it asserts.
    pub status: ConsentStatus,
    /// The cell that asserts it.
    pub status_place: Place,
    /// Its evidence.
    pub proof: Proof<'a>,
    /// The cell of the day until which the consent was given, if that day is over.
    pub ended: Option<Place>,
    /// Its grade, capped.
    pub grade: Grade,
}

/// The evidence fields of one row (rule book 1.4), and what speaks against them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Proof<'a> {
    /// When consent was given, if the date can be relied on.
    pub consent_at: Option<Moment>,
    /// When it was confirmed, if the date can be relied on.
    pub confirmed_at: Option<Moment>,
    /// Whether day and month of one of these dates can be read both ways.
    pub open_date: bool,
    /// Where it was given: a source that is no generic word, a form, an address.
    pub source: Option<&'a str>,
    /// The IP address of the consent.
    pub ip: Option<&'a str>,
    /// The act.
    pub method: Option<Method>,
    /// Who acted last on the state.
    pub actor: Option<Actor>,
    /// What was told.
    pub told: Told<'a>,
    /// The declaration some of this rests on, by its place in the file.
    pub declared: Option<u16>,
    /// What speaks against it.
    pub marks: Marks,
}

/// What the person was told.
#[derive(Debug, Clone, Copy, Default)]
pub enum Told<'a> {
    /// Nothing is recorded.
    #[default]
    Nothing,
    /// A version or text that no registered wording resolves.
    Unregistered,
    /// A registered wording that the row itself names.
    Registered(&'a Wording),
    /// A registered wording that a declaration supplies.
    Declared(&'a Wording),
}

/// What speaks against a record (rule book R012–R018).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    /// How many consents share its second, or its day in a list without times, if they are a batch (R012).
    pub batch: u32,
    /// The consent carries the moment of an import (R013).
    pub import_time: bool,
    /// How many people share its IP address, if too many (R014).
    pub people_behind_ip: u32,
    /// Whether they came within minutes (R014).
    pub ip_burst: bool,
    /// The field of a placeholder date (R016).
    pub sentinel: Option<Field>,
    /// The field of a date that lies ahead (R017).
    pub future: Option<Field>,
    /// The field of a date that cannot have been then (R018).
    pub impossible: Option<Field>,
}

/// The dates of a yes or a no, in which a placeholder or a day to come is a fault (R016, R017).
pub(crate) const STRICT_DATES: [Field; 5] =
    [Field::ConsentAt, Field::ConfirmedAt, Field::UnsubscribedAt, Field::ComplaintAt, Field::ErasedAt];

impl Record<'_> {
    /// Whether the row names a lawful basis. “Not applicable”, a denial and a word nobody can place name none.
    pub fn names_legal_basis(&self) -> bool {
        self.contact.text(Field::LegalBasis).is_some_and(|cell| {
            cell.split(';').any(|one| !matches!(legal_basis(one), LegalBasis::NotApplicable | LegalBasis::Unknown))
        })
    }

    /// Whether a state is all the row has: no date, source, act, wording, confirmation or trace.
    pub fn is_bare(&self) -> bool {
        self.proof.is_bare(self.contact)
    }
}

impl<'a> Proof<'a> {
    /// Whether the row holds nothing that would show a consent, only perhaps a state.
    pub fn is_bare(&self, contact: &Contact) -> bool {
        self.consent_at.is_none()
            && self.source.is_none()
            && self.ip.is_none()
            && self.method.is_none()
            && matches!(self.told, Told::Nothing)
            && contact.fact(Field::ConfirmedAt).is_none()
    }

    /// Reads the evidence of a row.
    pub fn read(contact: &'a Contact, table: &TableFacts, policy: &'a Policy) -> Self {
        let mut proof = Self::default();
        proof.read_dates(contact, policy);
        let of_consent = |field: Field| matches!(field, Field::ConsentAt | Field::ConfirmedAt);
        proof.open_date = contact.facts().iter().any(|fact| of_consent(fact.field) && table.open_date(fact).is_some());
        proof.source = [Field::ConsentSource, Field::ConsentForm, Field::ConsentUrl]
            .into_iter()
            .filter_map(|field| contact.text(field))
            .find(|source| !is_generic_source(source));
        proof.ip = contact.text(Field::ConsentIp);
        proof.method = contact.text(Field::ConsentMethod).and_then(method);
        proof.actor = contact
            .text(Field::ConsentSource)
            .map(|source| actor(source, contact.text(Field::ConsentMethod)))
            .or_else(|| contact.text(Field::ConsentMethod).map(|word| actor("", Some(word))));
        if proof.method.is_none()
            && contact.text(Field::ConsentMethod).is_none()
            && is_confirmed(&proof, contact, table)
        {
            proof.method = Some(Method::DoiClick);
        }
        proof.read_wording(contact, policy);
        proof.supply(contact, table, policy);
        proof.count(contact, table, policy);
        proof
    }

    fn read_dates(&mut self, contact: &Contact, policy: &Policy) {
        self.consent_at = contact.moment(Field::ConsentAt);
        self.confirmed_at = contact.moment(Field::ConfirmedAt);
        for fact in contact.facts().iter().filter(|fact| STRICT_DATES.contains(&fact.field)) {
            match fact.value {
                Value::SentinelDate => {
                    self.marks.sentinel.get_or_insert(fact.field);
                }
                Value::Moment(moment) if policy.is_future(moment) => {
                    self.marks.future.get_or_insert(fact.field);
                }
                _ => {}
            }
        }
        self.consent_at = self.consent_at.filter(|moment| !policy.is_future(*moment));
        self.confirmed_at = self.confirmed_at.filter(|moment| !policy.is_future(*moment));
        if let (Some(given), Some(confirmed)) = (self.consent_at, self.confirmed_at) {
            // Five minutes are allowed for two clocks.
            if confirmed.span().latest < given.span().earliest - 300 {
                self.marks.impossible = Some(Field::ConfirmedAt);
                self.confirmed_at = None;
            }
        }
        if let (Some(given), Some(birth)) = (self.consent_at, contact.moment(Field::BirthDate))
            && super::policy::months_between(birth.days(), given.days()) < 36
        {
            self.marks.impossible = Some(Field::ConsentAt);
            self.consent_at = None;
        }
    }

    fn read_wording(&mut self, contact: &'a Contact, policy: &'a Policy) {
        let version = contact.text(Field::WordingVersion);
        let text = contact.text(Field::WordingText);
        let registered = version.and_then(|id| policy.declarations.wordings.get(id)).or_else(|| {
            let text = text?.trim();
            policy.declarations.wordings.values().find(|wording| wording.text.trim() == text)
        });
        self.told = match registered {
            Some(wording) if self.consent_at.is_none_or(|at| wording.was_shown_at(at)) => Told::Registered(wording),
            _ if version.is_some() || text.is_some() => Told::Unregistered,
            _ => Told::Nothing,
        };
    }

    /// Adds what a declaration supplies and the row itself does not say.
    fn supply(&mut self, contact: &'a Contact, table: &TableFacts, policy: &'a Policy) {
        if policy.declarations.declarations.is_empty() {
            return;
        }
        for (position, declaration) in policy.declarations.covering(contact, table, self.consent_at) {
            let mut used = false;
            if self.method.is_none() && contact.text(Field::ConsentMethod).is_none() && declaration.method.is_some() {
                self.method = declaration.method;
                used = true;
            }
            if self.source.is_none() {
                self.source = declaration.supplies.form.as_deref().or(declaration.supplies.source.as_deref());
                used |= self.source.is_some();
            }
            let wording = declaration.supplies.wording.as_ref().and_then(|id| policy.declarations.wordings.get(id));
            if let (Told::Nothing, Some(wording)) = (self.told, wording)
                && self.consent_at.is_none_or(|at| wording.was_shown_at(at))
            {
                self.told = Told::Declared(wording);
                used = true;
            }
            if used {
                self.declared.get_or_insert(position);
            }
        }
    }

    fn count(&mut self, contact: &Contact, table: &TableFacts, policy: &Policy) {
        if let Some(at) = self.consent_at {
            self.marks.batch = policy.census.batch(table, at, policy);
            self.marks.import_time = policy.census.is_import(table, contact, at, policy);
        }
        if let Some(ip) = self.ip {
            let (people, burst) = policy.census.people_behind(ip);
            self.marks.people_behind_ip = people;
            self.marks.ip_burst = burst;
        }
    }

    /// Whether the text the person was shown asks for this channel and purpose in our name.
    pub fn wording_covers(&self, channel: Channel, purpose: &str, policy: &Policy) -> bool {
        match self.told {
            Told::Registered(wording) | Told::Declared(wording) => {
                wording.covers(channel, purpose, policy.controller.as_deref())
            }
            Told::Nothing | Told::Unregistered => false,
        }
    }
}

impl Marks {
    /// Whether the IP address speaks against the record: too many people behind it, and no event or till
    /// that would explain it (R014 above info level).
    pub fn ip_is_shared(self, source: Option<&str>) -> bool {
        self.people_behind_ip > 0 && !source.is_some_and(crate::normalise::is_event_source)
    }
}

/// Whether the row shows the click that confirmed a double opt-in. Where a table tells the IP address of that
/// click, a time without one is an import's (Mailchimp fills it for every address).
fn is_confirmed(proof: &Proof<'_>, contact: &Contact, table: &TableFacts) -> bool {
    let told_apart = contact.text(Field::ConfirmedIp).is_some() || !table.has(Field::ConfirmedIp);
    told_apart && proof.consent_at.is_some() && proof.confirmed_at.is_some()
}

/// The state a row asserts for a channel and purpose, and the cell that says so.
///
/// A withdrawal date beside a status that still says subscribed leaves the status standing: that is the
/// contradiction R034 looks for. A mere date of consent is no such status. Any other no beats a yes of the same row.
pub fn status_of(contact: &Contact, channel: Channel, purpose: &str) -> Option<(ConsentStatus, Place)> {
    let about = |claim: &&Claim| {
        (claim.all_channels && claim.status.is_refusal())
            || (claim.channel == channel && {
                let named = contact.text_of(claim.purpose);
                // A yes is for the purpose it names; a no that names none is for all of them, and a dead address is dead
                // whatever it is sent.
                named.eq_ignore_ascii_case(purpose)
                    || claim.status == ConsentStatus::Bounced
                    || (claim.status.is_refusal() && (named.is_empty() || purpose.is_empty()))
            })
    };
    let only_dated = |claim: &Claim| {
        claim.status == ConsentStatus::Withdrawn
            && contact.facts().iter().any(|fact| fact.column == claim.column && fact.field == Field::UnsubscribedAt)
    };
    let given = contact
        .claims()
        .iter()
        .filter(about)
        .any(|claim| claim.status == ConsentStatus::Given && !was_given_up(contact, claim, about));
    contact
        .claims()
        .iter()
        .filter(about)
        .filter(|claim| !(given && only_dated(claim)))
        .min_by_key(|claim| strength(claim.status))
        .map(|claim| (claim.status, contact.place(claim.column)))
}

/// Whether a consent is no more than a day on which it was given, and the row has a later one on which it was withdrawn: the
/// date of an act, other than a state, does not say that it still holds.
fn was_given_up(contact: &Contact, given: &Claim, about: impl Fn(&&Claim) -> bool) -> bool {
    let dates =
        |fact: &Fact| fact.column == given.column && matches!(fact.field, Field::ConsentAt | Field::ConfirmedAt);
    let Some(at) = given.at.filter(|_| contact.facts().iter().any(dates)) else { return false };
    let withdrawn = contact.claims().iter().filter(about).filter(|claim| claim.status == ConsentStatus::Withdrawn);
    withdrawn.filter_map(|claim| claim.at).any(|left| left.is_surely_after(at, true))
}

/// Which of two states of one row is shown: the strictest.
fn strength(status: ConsentStatus) -> u8 {
    match status {
        ConsentStatus::Erased => 0,
        ConsentStatus::Complained => 1,
        ConsentStatus::Suppressed => 2,
        ConsentStatus::Withdrawn => 3,
        ConsentStatus::Bounced => 4,
        ConsentStatus::Pending => 5,
        ConsentStatus::Given => 6,
        ConsentStatus::Unknown => 7,
    }
}

/// The cell that would have to state the status, for a row that asserts none.
pub fn place_without_status(contact: &Contact) -> Place {
    contact.fact(Field::Status).map_or(contact.place(Column::WHOLE_ROW), |fact| contact.place(fact.column))
}
