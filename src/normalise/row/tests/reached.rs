//! Rows that say themselves what they are about: the channel, the purpose, an address or a number.

use super::*;
use crate::import::{Corrections, TableSample, ValueWords, recognise};
use crate::normalise::{country, words};

/// The contacts and refusals of a whole table: what each row is reached at, and what it claims.
fn rows(text: &str) -> Vec<Result<(String, String), String>> {
    let delimiter = if text.lines().next().unwrap().contains(';') { ';' } else { ',' };
    let mut lines = text.lines().map(|line| line.split(delimiter).map(str::to_owned).collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let sample: Vec<Vec<String>> = lines.collect();
    let known = ValueWords {
        status: &words::status,
        country: &|cell| country::read(cell).is_some(),
        doubt: &words::may_refuse,
        message: &words::speaks_of_messages,
    };
    let table = TableSample { file_name: "list.csv", sheet: "", header: &header, sample: &sample, home: None };
    let recognition = recognise(&table, &Corrections::none(), &known);
    let mut normaliser = Normaliser::new(TableId(0), &recognition, &Options::default());
    sample
        .iter()
        .map(|row| {
            let mut batch = RowBatch::new();
            batch.push(2, row.iter().map(String::as_str));
            let contact = normaliser.contact(batch.rows().next().unwrap())?;
            let reached: Vec<&str> = contact.texts(Field::Email).chain(contact.texts(Field::Phone)).collect();
            let mut claims: Vec<String> = contact
                .claims()
                .iter()
                .map(|claim| {
                    let channel = if claim.all_channels { "all".to_owned() } else { format!("{:?}", claim.channel) };
                    format!("{channel} {:?}", claim.status)
                })
                .collect();
            claims.dedup();
            Ok((reached.join(" "), claims.join(", ")))
        })
        .collect()
}

fn claimed(text: &str) -> Vec<String> {
    rows(text).into_iter().map(|row| row.unwrap().1).collect()
}

#[test]
fn consent_to_something_that_is_no_message_is_consent_to_no_channel() {
    for (header, cells) in [
        ("email,purpose,consentGiven,consentDate", ["MARKETING_EMAILS", "ANALYTICS", "cookies"]),
        ("Email;Zweck;Einwilligung;Einwilligung am", ["Newsletter", "Bildrechte", "Weitergabe an Dritte"]),
        ("Email;finalité;consentement;date de consentement", ["Lettre d'information newsletter", "cookies", "CGV"]),
        ("Email;finalidad;consentimiento;fecha de consentimiento", ["boletín", "derechos de imagen", "perfiles"]),
        ("Email;finalità;consenso;data consenso", ["Newsletter", "profilazione", "cessione a terzi"]),
        ("E-mail;doel;toestemming;datum toestemming", ["nieuwsbrief", "beeldmateriaal", "delen met derden"]),
        ("Email;finalidade;consentimento;data de consentimento", ["newsletter", "direitos de imagem", "termos de uso"]),
        ("E-post;ändamål;samtycke;samtyckesdatum", ["nyhetsbrev", "bilder", "villkor"]),
        ("E-mail;formål;samtykke;samtykkedato", ["nyhedsbrev", "billeder", "tredjepart"]),
        ("E-post;formål;samtykke;samtykkedato", ["nyhetsbrev", "bilder av barn", "personvern"]),
        ("Sähköposti;käyttötarkoitus;suostumus;suostumuspäivä", ["uutiskirje", "valokuvat", "evästeet"]),
        ("E-mail;cel przetwarzania;zgoda;data zgody", ["newsletter", "wizerunek", "ciasteczka"]),
    ] {
        let mark = if header.contains(';') { ';' } else { ',' };
        let rows: String = ["a", "b", "c"]
            .iter()
            .zip(cells)
            .map(|(name, cell)| format!("{name}@example.org{mark}{cell}{mark}true{mark}2024-01-02\n"))
            .collect();
        let claims = claimed(&format!("{header}\n{rows}"));
        assert!(claims[0].contains("Given"), "{header}: {claims:?}");
        assert!(!claims[1..].iter().any(|claim| claim.contains("Given")), "{header}: {claims:?}");
    }
    let table = with(&[("Purpose", Field::Purpose), ("Granted", Field::OptinEmail)]);
    assert_eq!(claims(&table, &["photos", "no"]), [(Channel::Email, Withdrawn, 2, false)], "a no stays");
    assert_eq!(claims(&table, &["xyzzy", "yes"]), [(Channel::Email, Given, 2, false)]);
}

#[test]
fn a_kind_of_consent_is_a_purpose_and_may_name_its_channel() {
    for header in ["email,consent_type,granted", "email,purpose_type,granted", "email,Einwilligungsart,granted"] {
        let claims = claimed(&format!(
            "{header}\na@example.org,email_marketing,true\nb@example.org,analytics,true\nc@example.org,sms_marketing,false\n"
        ));
        assert!(!claims[1].contains("Given"), "{header}: {claims:?}");
        assert_eq!(claims[2], "Sms Withdrawn", "{header}: {claims:?}");
    }
}

#[test]
fn a_column_of_addresses_and_numbers_is_read_row_by_row() {
    for (text, expected) in [
        (
            "channel,address,date_unsubscribed\nEMAIL,a@example.org,2015-07-05\nEMAIL,b@example.org,2015-07-05\nSMS,+393331234567,2015-07-05\n",
            [
                ("a@example.org", "Email Withdrawn"),
                ("b@example.org", "Email Withdrawn"),
                ("+393331234567", "Sms Withdrawn"),
            ],
        ),
        (
            "utility_customer_id,channel,address,date_unsubscribed\n71,EMAIL,a@example.org,2015-07-05\n72,EMAIL,b@example.org,2015-07-05\n73,SMS,+393331234567,2015-07-05\n",
            [
                ("a@example.org", "Email Withdrawn"),
                ("b@example.org", "Email Withdrawn"),
                ("+393331234567", "Sms Withdrawn"),
            ],
        ),
        (
            "Identifier,Type,Status\na@example.org,email,unsubscribed\nb@example.org,email,unsubscribed\n+4915112345678,phone,unsubscribed\n",
            [
                ("a@example.org", "Email Withdrawn"),
                ("b@example.org", "Email Withdrawn"),
                ("+4915112345678", "all Withdrawn"),
            ],
        ),
        (
            "Kontakt;Kanal;Abgemeldet am\na@example.org;E-Mail;05.07.2015\n+4915112345678;SMS;05.07.2015\n+4915112345679;Anruf;05.07.2015\n",
            [
                ("a@example.org", "Email Withdrawn"),
                ("+4915112345678", "Sms Withdrawn"),
                ("+4915112345679", "PhoneLive Withdrawn"),
            ],
        ),
        (
            "recipient,status\na@example.org,unsubscribed\nb@example.org,unsubscribed\n+393331234567,unsubscribed\n",
            [
                ("a@example.org", "Email Withdrawn"),
                ("b@example.org", "Email Withdrawn"),
                ("+393331234567", "all Withdrawn"),
            ],
        ),
    ] {
        let rows = rows(text);
        for (row, (reached, claim)) in rows.iter().zip(expected) {
            assert_eq!(row.as_ref(), Ok(&(reached.to_owned(), claim.to_owned())), "{text}");
        }
    }
}

#[test]
fn a_bare_opt_out_beside_a_number_among_addresses_refuses_whatever_the_number_is_used_for() {
    let rows = rows("contact,opted_out\na@example.org,yes\nb@example.org,\n+393331234567,yes\n+393331234568,no\n");
    let claims: Vec<&str> = rows.iter().map(|row| row.as_ref().unwrap().1.as_str()).collect();
    assert!(claims[0].ends_with("Withdrawn"), "{claims:?}");
    assert_eq!(claims[2], "all Withdrawn", "{claims:?}");
    let rows = self::rows("contact,newsletter\na@example.org,yes\nb@example.org,yes\n+393331234567,yes\n");
    assert_eq!(rows[2].as_ref().unwrap().1, "", "a yes to mail is none where no address stands");
}

#[test]
fn a_refusal_without_a_channel_reaches_every_channel_the_table_has_consents_for() {
    for (text, expected) in [
        (
            "phone,email,country,sms_consent,opted_out_at\n+15165550002,b@example.org,US,true,2026-05-02\n",
            "all Withdrawn",
        ),
        ("email,SMS opt-in,Date unsubscribed\nb@example.org,yes,2026-05-02\n", "all Withdrawn"),
        ("email,Email opt-in,SMS opt-in,Unsubscribed\nb@example.org,yes,yes,2026-05-02\n", "all Withdrawn"),
        ("email,Anrufe erlaubt,Abgemeldet\nb@example.org,ja,ja\n", "all Withdrawn"),
        ("email,consenso sms,disiscritto il\nb@example.org,sì,2026-05-02\n", "all Withdrawn"),
        ("email,SMS opt-in,Status\nb@example.org,yes,unsubscribed\n", "all Withdrawn"),
        ("email,SMS opt-in,Email unsubscribed\nb@example.org,yes,yes\n", "Email Withdrawn"),
        ("email,SMS opt-in,Newsletter abgemeldet\nb@example.org,yes,yes\n", "Email Withdrawn"),
        ("email,Unsubscribed\nb@example.org,yes\n", "Email Withdrawn"),
        ("email,SMS opt-in,SMS opt-out date\nb@example.org,yes,2026-05-02\n", "Sms Withdrawn"),
    ] {
        let claims = claimed(text);
        let refusals: Vec<&str> = claims[0].split(", ").filter(|claim| claim.ends_with("Withdrawn")).collect();
        assert_eq!(refusals, [expected], "{text}: {claims:?}");
    }
}

#[test]
fn a_one_under_dnc_refuses_calls_and_everything_else() {
    let said = claimed("Email,Phone,DNC\nada@example.org,+46701740605,1\nbo@example.org,+46701740606,0\n");
    assert_eq!(said, ["all Withdrawn", ""]);
}
