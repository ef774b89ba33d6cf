//! Consent does not die of age alone, but a long silence has to be looked at.

use crate::audit::{
    Cell, Check, Dossier, Evidence, Finding, Jurisdiction, Policy, State, consent_rule, has_lapsed, is_past_stop, law,
    months_between, stale_review, stale_stop,
};
use crate::vocabulary::{Action, Confidence, Field, Grade, Moment, Place, Severity};

consent_rule! {
    /// Nothing was heard of the person for longer than the country's period of review.
    ///
    /// ## Why it matters
    /// Data are kept no longer than their purpose needs, and authorities expect consent to be refreshed: a
    /// risk under Art. 5(1)(e), no more, for no law of the Union sets a date and courts refuse a lapse by time
    /// alone. Some countries do set one: in France consent to calls ends after twelve months.
    ///
    /// ## What to do
    /// A proven consent (E4, E5) may be refreshed before the stop: ask once whether the person wants to stay.
    /// Beyond the stop, suppress, then delete. Less well proven: review first what there is.
    ///
    /// ## Example
    /// ```contacts
    /// today: 2026-11-21
    /// home: IT
    /// system,    email,           status,     consent_at, consent_source,   consent_method, wording_version, last_click_at
    /// mailchimp, ada@example.org, subscribed, 2021-03-01, shop footer form, tick,           v3,              2024-10-21
    /// mailchimp, bob@example.org, subscribed, 2021-03-01, shop footer form, tick,           v3,              2022-10-21
    /// ```
    /// ```declarations
    /// [[wording]]
    /// id = "v3"
    /// text = "Yes, send me the newsletter by e-mail. I can stop it at any time."
    /// channels = ["email"]
    /// ```
    /// ```finds
    /// ada@example.org: no act of the person for 25 months; review is due after 24
    /// bob@example.org: no act of the person for 49 months; consent is not relied on after 36
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// today: 2026-11-21
    /// home: IT
    /// system,    email,           status,     consent_at, last_click_at
    /// mailchimp, ada@example.org, subscribed, 2021-03-01, 2026-02-03
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "stale-consent",
        number: "R024",
        title: "Stale consent for the country",
        severity: Severity::Risk,
        remedy: Action::ReConsent,
        applies: &[Jurisdiction::All],
        cites: &[
            &law::GDPR_5_1_E,
            &law::GDPR_REC_39,
            &law::EDPB_05_2020_REFRESH,
            &law::EDPB_05_2020_110,
            &law::FR_L223_1,
            &law::KR_50_8,
        ],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        // A sale that carries a soft opt-in has a clock of its own.
        if cell.state != State::Granted || matches!(cell.grade, Grade::SoPlus | Grade::SoMinus | Grade::B2b) {
            continue;
        }
        let (Some(act), Some(best)) = (cell.last_act(policy), cell.best()) else { continue };
        let lapsed = has_lapsed(dossier, cell, policy);
        let review = stale_review(dossier, policy);
        // More than so many months: on the day itself they are not over.
        let stale = months_between(act.days(), policy.today - 1) >= i64::from(review);
        if !stale && !lapsed {
            continue;
        }
        let stopped = is_past_stop(dossier, cell, policy);
        let silent = policy.months_since(act);
        let reason = match (lapsed, stopped) {
            (true, _) => "consent to calls has run out by law".to_owned(),
            (_, true) => {
                let stop = stale_stop(dossier, policy);
                format!("no act of the person for {silent} months; consent is not relied on after {stop}")
            }
            _ => format!("no act of the person for {silent} months; review is due after {review}"),
        };
        let remedy = match cell.grade {
            _ if stopped => Action::Suppress,
            Grade::E4 | Grade::E5 => Action::ReConsent,
            _ => Action::Review,
        };
        let declared = best.proof.declared;
        findings.push(
            RULE.finding(Confidence::High)
                .on_cell(position)
                .remedy(remedy)
                .because(format!("{reason}{}", policy.declarations.clause(declared)))
                .evidence([Evidence { place: place_of(act, cell), declared }, Evidence::of(best)]),
        );
    }
    findings
}

/// The cell that shows an act.
fn place_of(act: Moment, cell: &Cell<'_>) -> Place {
    const ACTS: [Field; 5] =
        [Field::LastActivityAt, Field::LastClickAt, Field::PurchaseAt, Field::ConsentAt, Field::ConfirmedAt];
    let shown = cell.records.iter().find_map(|record| {
        let field = ACTS.into_iter().find(|field| record.contact.moment(*field) == Some(act))?;
        Some(record.contact.place_of(field))
    });
    shown.unwrap_or_else(|| cell.records[0].status_place)
}
