//! What nobody has explained may be a no, and is treated as one until somebody does.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, State, TableFacts, consent_rule, law};
use crate::vocabulary::{Action, Channel, Column, Confidence, Field, Place, Severity};

consent_rule! {
    /// A column that may be one of consent, or a word in such a column, has not been explained, and what the person's
    /// row holds there is no yes. Or a row that was rejected holds the person's address beside a word for no.
    ///
    /// ## Why it matters
    /// Risk under Art. 7(3) GDPR: a withdrawal is binding in whatever words and column it was written. Until
    /// somebody says what stands there, nobody can rule it out.
    ///
    /// ## What to do
    /// Answer the question about the column on Sources, or with `--map`. Once it is answered, the cell counts
    /// as what it is, or as nothing. Mend the rejected row there, or forget its file.
    ///
    /// ## Example
    /// ```contacts
    /// system,  email,           status,     optin_email (asked)
    /// shopify, ada@example.org, subscribed, no
    /// shopify, bob@example.org, subscribed, yes
    /// shopify, eve@example.org, subscribed,
    /// ```
    /// ```finds
    /// ada@example.org: what shopify, column “optin_email” says may be a no, and nobody has said what it means [risk, hold]
    /// ```
    ///
    /// ## Example: a word that nobody knows
    /// ```contacts
    /// system, email,           status,     optin_email
    /// list,   ada@example.org, subscribed, xyzzy
    /// ```
    /// ```finds
    /// ada@example.org: what list, column “optin_email” says may be a no, and nobody has said what it means
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system, email,           status,       optin_email (asked)
    /// list,   ada@example.org, subscribed,   yes
    /// list,   eve@example.org, unsubscribed, xyzzy
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "possible-refusal-unanswered",
        number: "R090",
        title: "Possible refusal, not explained",
        severity: Severity::Risk,
        remedy: Action::Hold,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_7_3, &law::GDPR_5_2],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    let in_rejected_rows = rejected_rows(dossier, policy);
    for (position, cell) in dossier.cells.iter().enumerate() {
        if matches!(cell.state, State::Refused | State::Undeliverable) {
            continue;
        }
        let mut open = dossier.subject.contacts.iter().flat_map(|contact| {
            let table = policy.table(contact.table);
            let here =
                move |column: &&Column| channel_of(table, **column).is_none_or(|channel| channel == cell.channel);
            contact.open_columns().iter().filter(here).map(|column| contact.place(*column))
        });
        let rejected = if cell.channel == Channel::Email { &in_rejected_rows[..] } else { &[] };
        let (first, because) = match (open.next(), rejected.first()) {
            (Some(first), _) => {
                (first, format!("what {} says may be a no, and nobody has said what it means", policy.name_of(first)))
            }
            (None, Some(row)) => {
                (*row, "a rejected row with the address may be a no, and nobody has mended it".to_owned())
            }
            (None, None) => continue,
        };
        let others = open.chain(rejected.iter().copied().filter(|place| *place != first)).map(Evidence::at);
        findings.push(
            RULE.finding(Confidence::Medium)
                .on_cell(position)
                .because(because)
                .evidence_and(Evidence::at(first), others),
        );
    }
    findings
}

/// Rejected rows in which an address of the person stands beside a word for no.
fn rejected_rows(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Place> {
    let contacts = if policy.rejected.is_empty() { &[] } else { &dossier.subject.contacts[..] };
    let addresses = contacts.iter().flat_map(|contact| contact.texts(Field::Email));
    addresses.filter_map(|address| policy.rejected.get(address)).flatten().copied().collect()
}

/// The channel that a column speaks of; `None` if it may be of any.
fn channel_of(table: &TableFacts, column: Column) -> Option<Channel> {
    let meaning = table.recognition.columns.get(usize::from(column.0))?;
    if meaning.every_channel {
        return None;
    }
    meaning.channel.or(match meaning.field.or(meaning.perhaps)? {
        Field::OptinSms | Field::DoNotSms => Some(Channel::Sms),
        Field::OptinPhone | Field::DoNotCall => Some(Channel::PhoneLive),
        Field::OptinPost | Field::DoNotPost => Some(Channel::Post),
        _ => Some(table.recognition.channel),
    })
}
