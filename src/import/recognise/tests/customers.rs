//! Tables of customers, of connectors and of programming interfaces, which are no lists of recipients by their names.

use super::{column, fields, read, read_with};
use crate::import::Corrections;
use crate::vocabulary::{Field, System};

#[test]
fn the_date_of_a_subscription_of_customers_is_asked_about() {
    for header in [
        "Customer Id,Company,Email,Subscription Date",
        "Email,Plan,Subscription Date",
        "Email,Firma,Kundennummer,Abonniert am",
        "Email,Société,Date d'abonnement",
        "Email,Empresa,Fecha de suscripción",
        "Email,Azienda,Data iscrizione",
        "Email,Bedrijf,Klantnummer,Inschrijfdatum",
        "Email,Price,Subscribed at",
    ] {
        let width = header.split(',').count();
        let row: Vec<&str> = header
            .split(',')
            .map(|name| match name {
                "Email" => "a@example.org",
                name if name.starts_with("Sub")
                    || name.contains("ibed")
                    || name == header.rsplit(',').next().unwrap() =>
                {
                    "2021-03-04"
                }
                _ => "Basic",
            })
            .collect();
        assert_eq!(row.len(), width);
        let found = read(&format!("{header}\n{}\n", row.join(",")));
        let dates = found.columns.last().unwrap();
        assert!(dates.field == Some(Field::ConsentAt) && dates.is_unsure(), "{header}: {dates:?}");
    }
}

#[test]
fn the_date_of_a_subscription_of_recipients_is_not() {
    for (name, header) in [
        ("list.csv", "Email,Company,Newsletter,Subscription Date"),
        ("list.csv", "Email,Company,Unsubscribed at,Subscription Date"),
        ("newsletter.csv", "Email,Company,Subscription Date"),
        ("list.csv", "Email,Name,Subscription Date"),
        ("list.csv", "Email,Company,Opt-in Date"),
        ("list.csv", "Email,Company,Consent Date"),
    ] {
        let row: Vec<&str> = header
            .split(',')
            .map(|name| match name {
                "Email" => "a@example.org",
                "Newsletter" => "yes",
                name if name.contains("ate") => "2021-03-04",
                "Company" | "Name" => "Basic",
                _ => "",
            })
            .collect();
        let found = read_with(name, "", &format!("{header}\n{}\n", row.join(",")), &Corrections::none());
        let dates = found.columns.last().unwrap();
        assert!(dates.field == Some(Field::ConsentAt) && !dates.is_unsure(), "{header}: {dates:?}");
    }
}

#[test]
fn mailchimps_members_are_known_by_the_names_of_its_programming_interface() {
    let found = read(
        "id,list_id,email_address,unique_email_id,email_type,status,ip_signup,timestamp_signup,ip_opt,timestamp_opt,vip\n\
         a1,b2,ada@example.org,c3,html,subscribed,192.0.2.1,2024-03-14 09:00:00,192.0.2.1,2024-03-14 09:12:31,false\n",
    );
    assert_eq!(found.system, System::Mailchimp);
    assert_eq!(fields(&found), "- - email external_id - status consent_ip consent_at confirmed_ip confirmed_at -");
    let prefixed = read(
        "email_address,unique_email_id,timestamp_opt,ip_opt,timestamp_signup,merge_fields.FNAME,merge_fields.LNAME\n\
         ada@example.org,c3,2024-03-14 09:12:31,192.0.2.1,2024-03-14 09:00:00,Ada,Berg\n",
    );
    assert_eq!(fields(&prefixed), "email external_id confirmed_at confirmed_ip consent_at first_name last_name");
}

#[test]
fn what_every_column_begins_with_says_nothing() {
    for (header, expected) in [
        ("property_email,property_firstname,property_lastname,property_country", "email first_name last_name country"),
        (
            "attributes.email,attributes.firstname,attributes.lastname,attributes.country",
            "email first_name last_name country",
        ),
        ("traits.email,traits.first_name,traits.last_name,traits.country", "email first_name last_name country"),
        ("user:email,user:firstname,user:lastname,user:country", "email first_name last_name country"),
        ("attendee_email,attendee_name", "email full_name"),
        ("guestEmail,guestName", "email full_name"),
    ] {
        let row =
            if header.split(',').count() == 2 { "ada@example.org,Ada Berg" } else { "ada@example.org,Ada,Berg,SE" };
        let found = read(&format!("{header}\n{row}\n"));
        assert_eq!(fields(&found), expected, "{header}");
    }
    let found = read("stop_email,stop_sms,stop_post,id\nyes,no,yes,1\n");
    assert!(!found.columns.iter().any(|column| column.field == Some(Field::OptinEmail)));
    assert_ne!(column(&found, "stop_email").field, Some(Field::Email));
}
