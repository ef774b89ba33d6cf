//! Systems of whose exports only a part was seen: what is theirs is recognised, what is everybody's is not.

use super::{read, read_with};
use crate::import::{Corrections, Recognition};
use crate::vocabulary::{ConsentStatus, Field, System};

fn named(file: &str, text: &str) -> Recognition {
    read_with(file, "", text, &Corrections::none())
}

fn field(found: &Recognition, header: &str) -> Option<Field> {
    found.columns.iter().find(|column| column.header == header).unwrap().field
}

#[test]
fn ordinary_columns_are_nobodys() {
    for header in [
        "Email Address,Name,Date",
        "Email Address,Name,Date,State",
        "Email,First Name,Last Name,Phone,Tags,Date Created,Status",
        "Email,First Name,Last Name,IP,Status",
        "Email,Status,Created At,Tags",
        "Name,Email,Phone,Organization,Owner,Label",
        "Subscriber,Sent,Opens,Clicks,Subscribed,Location,Name,Last name",
        "First Name,Last Name,URL,Email Address,Company,Position",
        "id,email,firstname,lastname,status,created,activated",
        "id,created_time,email,full_name,phone_number",
        "id,name,email,opt_out,create_date",
        "Name,Email,Mailing List,Opt Out,Created on",
        "Contact ID,Display Name,Email,Do Not Email,Do Not Phone",
        "Email,Prefisso,Numero,Nome,Cognome,Data iscrizione,Data conferma,IP iscrizione,Stato",
        "Full Name,Email,Company Name,Business Phone,Status,Created On",
    ] {
        let cells = header.split(',').map(|_| "").collect::<Vec<_>>().join(",");
        assert_eq!(read(&format!("{header}\n{cells}\n")).system, System::List, "{header}");
    }
}

#[test]
fn a_few_columns_that_are_nobody_elses_are_enough() {
    for (header, system) in [
        ("Email Address,Reads Email With,Name,Date", System::CampaignMonitor),
        ("Person - Name,Person - Email - Work,Person - Organization,Person - Owner", System::Pipedrive),
        ("(Do Not Modify) Lead,(Do Not Modify) Row Checksum,Topic,Name,E-Mail", System::Dynamics365),
        ("contact_id,list_id,opt_out,opt_out_datetime,opt_out_reason_id", System::Odoo),
        ("Contact/Email,Mailing List,Opt Out,Unsubscription Date,Blacklist", System::Odoo),
        ("id,name,email,subscription_list_ids/list_id,subscription_list_ids/opt_out", System::Odoo),
        ("Email,No Bulk Emails (User Opt Out),Do Not Trade", System::CiviCrm),
        ("email,opted_in_at,optin_ip", System::MailerLite),
        ("Email,OptOut_Date,optout_nl,optout_type", System::MailUp),
        ("id,created_time,form_id,form_name,is_organic,platform,correo,nombre", System::FacebookLeadAds),
    ] {
        assert_eq!(read(&format!("{header}\n")).system, system, "{header}");
    }
}

#[test]
fn a_state_in_the_name_counts_only_where_the_system_is_sure() {
    let titles = "Subscriber,Sent,Opens,Clicks,Subscribed,Signup IP,Signup timestamp,Confirmation timestamp\n\
                  ada@example.com,12,8,2,2021-08-31 14:22:08,192.0.2.1,2021-08-31 14:22:08,2021-08-31 14:25:40\n";
    let state = |file: &str| (named(file, titles).system, named(file, titles).table_status);
    assert_eq!(state("mailerlite active.csv"), (System::MailerLite, Some(ConsentStatus::Given)));
    assert_eq!(state("mailerlite junk.csv"), (System::MailerLite, Some(ConsentStatus::Complained)));
    assert_eq!(state("mailerlite inactive.csv"), (System::MailerLite, None));
    assert_eq!(state("active subscribers.csv"), (System::List, None));
    assert_eq!(state("unsubscribed.csv"), (System::List, Some(ConsentStatus::Withdrawn)));
}

#[test]
fn a_date_of_the_state_is_what_the_state_makes_it() {
    let text = "Email Address,Name,Date,Reads Email With\nada@example.com,Ada,2016-01-12 14:27:00,Apple Mail\n";
    for (file, date) in [
        ("Active.csv", Field::ConsentAt),
        ("Unconfirmed.csv", Field::ConsentAt),
        ("Unsubscribed.csv", Field::UnsubscribedAt),
        ("Deleted.csv", Field::UnsubscribedAt),
        ("Bounced.csv", Field::BouncedAt),
        ("Newsletter.csv", Field::UpdatedAt),
        ("active and unsubscribed.csv", Field::UpdatedAt),
    ] {
        assert_eq!(field(&named(file, text), "Date"), Some(date), "{file}");
    }
    let by_row = "Email Address,Name,Date,State,Reads Email With\nada@example.com,Ada,2016-01-12 14:27:00,Bounced,\n";
    let found = named("Active.csv", by_row);
    assert_eq!((found.table_status, field(&found, "Date")), (None, Some(Field::UpdatedAt)));
}

#[test]
fn a_box_left_alone_in_a_lead_form_refuses_nothing() {
    let found = read(
        "id,created_time,ad_id,form_id,form_name,is_organic,platform,email,newsletter_opt_in\n\
         l:1,2026-05-01T10:00:00+02:00,ag:2,f:3,Guests,false,ig,ada@example.com,1\n\
         l:2,2026-05-01T10:00:00+02:00,ag:2,f:3,Guests,false,ig,bo@example.com,0\n",
    );
    let said = &found.columns.last().unwrap().values;
    let said = |word: &str| said.iter().find(|value| value.value == word).unwrap().status;
    assert_eq!((said("1"), said("0")), (ConsentStatus::Given, ConsentStatus::Unknown));
}
