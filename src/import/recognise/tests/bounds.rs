//! Where recognition ends: a few ordinary columns are no system, and a wide table takes no longer than it may.
//! What users do to the columns of an export is in `tests/formats/robust.rs`, over all fixtures.

use super::{read_with, status};
use crate::import::Corrections;
use crate::import::recognise::{TableSample, ValueWords, recognise};
use crate::vocabulary::System;

#[test]
fn two_generic_columns_of_a_system_make_no_system() {
    for header in [
        "uuid,email,name,status,created_at",
        "First Name,Last Name,Email,Phone,Note,Tags",
        "id,firstname,lastname,email,phone,points,city,state",
        "Name,Email,Orders,City",
        "EMAIL;SMS;OPT_IN",
        "Email,Lead Source,Account Name,Created Date",
        "Email,Create Date,Lifecycle Stage",
        "email,OPTIN_TIME,CONFIRM_TIME",
        "Name,Last Active,Email,Country / Region",
        "Email,Accepts Marketing,Total Spent",
        "Id,Name,Email,Phone,OwnerId,CreatedDate",
        "Email,Reason,Timestamp",
        "Email,Consent,Consent method,Consent timestamp,Date Added,State / Region",
        "Email,List,Status,Subscription time,Confirmation time",
        "First Name,Last Name,Email Address,Phone Mobile,Phone Work,Primary Address Street,Date Created,Do Not Call",
        "Name,Given Name,Family Name,Birthday,Notes,Labels,E-mail,Phone",
        "First Name,Last Name,E-mail Address,Mobile Phone,Business Phone,Company,Categories",
        "Vorname,Nachname,Firma,E-Mail-Adresse,Telefon geschäftlich,Mobiltelefon,Kategorien,Notizen",
        "id,email,name,note,created_at,deleted_at,labels,tiers",
        "email,plan,expiry,created_at",
        "id,Email,Name,Created (UTC),Plan,Status,Description",
        "id,Email,Entered,Last Modified,Unique ID,Foreign Key,List Membership",
        "id;lastname;firstname;email;subscribed;subscribed_on",
        "ID,Email,Type,Customer Name,Status,Website,Store",
        "cid,status,EMAIL,FIRST_NAME",
        "Email,Start Date (UTC),End Date (UTC),Tags,Response Type",
    ] {
        let found = read_with("list.csv", "", &format!("{header}\n"), &Corrections::none());
        assert_eq!(found.system, System::List, "{header}");
    }
}

#[test]
fn a_wide_table_is_recognised_in_time() {
    let header: Vec<String> = (0..1_000).map(|at| format!("Kolumn {at} samtycke e-post")).collect();
    let rows: Vec<Vec<String>> =
        (0..200).map(|row| (0..1_000).map(|at| format!("some text {row} {at}")).collect()).collect();
    let table = TableSample { file_name: "wide.csv", sheet: "", header: &header, sample: &rows, home: None };
    let words = ValueWords { status: &status, country: &super::country, doubt: &|_| false, message: &|_| false };
    recognise(&table, &Corrections::none(), &words);
    let start = std::time::Instant::now();
    recognise(&table, &Corrections::none(), &words);
    // On a busy machine, hardly optimised, there must only be no explosion.
    let limit = if cfg!(debug_assertions) { 20_000 } else { 100 };
    assert!(start.elapsed().as_millis() < limit, "{:?}", start.elapsed());
}
