//! Each system in its real layouts.

use super::{column, fields, read, read_with};
use crate::import::{Corrections, DateOrder, Polarity, Recognition, what_is_missing};
use crate::vocabulary::{Category, Channel, ConsentStatus, Field, System};

const MAILCHIMP: &str = "Email Address,First Name,Last Name,Address,Phone Number,Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS\n\
    ada@example.com,Ada,Lovelace,,,03/14,4,2024-03-14 09:12:31,192.0.2.10,2024-03-14 09:14:00,192.0.2.11,47.66,-122.29,1,0,Europe/Berlin,DE,BE,2024-05-01 10:00:00,44877845,c2cb0681af,note,\"\"\"VIP\"\"\"\n\
    bo@example.org,Bo,Ek,,,,2,,,2023-01-01 10:00:00,,,,,,,,,2024-05-01 10:00:00,44877846,c2cb0681b0,,\n";

#[test]
fn mailchimp_is_known_by_its_constant_columns_and_its_state_by_the_name() {
    for (name, state) in [
        ("subscribed_email_audience_export_0a1b.csv", Some(ConsentStatus::Given)),
        ("unsubscribed_members_export_0a1b.csv", Some(ConsentStatus::Withdrawn)),
        ("cleaned_email_audience_export_0a1b.csv", Some(ConsentStatus::Bounced)),
        ("nonsubscribed_email_audience_export_0a1b.csv", Some(ConsentStatus::Unknown)),
        ("kunder.csv", None),
    ] {
        let found = read_with("export.zip", name, MAILCHIMP, &Corrections::none());
        assert_eq!((found.system, found.table_status), (System::Mailchimp, state), "{name}");
        assert_eq!(read_with(name, "", MAILCHIMP, &Corrections::none()).table_status, state, "{name}");
        assert_eq!(found.carries_refusals, matches!(state, Some(state) if state != ConsentStatus::Unknown), "{name}");
    }
    let found = read(MAILCHIMP);
    assert_eq!(
        fields(&found),
        "email first_name last_name address phone birth_date score consent_at consent_ip confirmed_at confirmed_ip \
         - - - - - country - updated_at - external_id notes tags"
    );
    assert!(found.writes_utc && found.confidence > 0.95);
    assert_eq!(column(&found, "Birthday").dates, Some(DateOrder::MonthFirst));
    assert_eq!(column(&found, "OPTIN_TIME").dates, Some(DateOrder::Plain));
    assert!(column(&found, "CC").confidence < 0.8, "a guess of the place is no declaration");
}

#[test]
fn mailchimp_survives_translated_headers_and_older_exports() {
    let found = read_with(
        "unsubscribed_members_export_0a1b.csv",
        "",
        "Indirizzo email,Nome,Cognome,Numero di telefono,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER,LEID,EUID\n\
         ada@example.com,Ada,Lovelace,,2,2021-03-14 09:12:31,192.0.2.1,2021-03-14 09:14:00,192.0.2.1,2022-01-01 10:00:00,March,abc,N/A,,1,e1\n",
        &Corrections::none(),
    );
    assert_eq!(found.system, System::Mailchimp);
    assert_eq!(found.table_status, Some(ConsentStatus::Withdrawn));
    assert_eq!(
        fields(&found),
        "email first_name last_name phone score consent_at consent_ip confirmed_at confirmed_ip unsubscribed_at - - \
         unsubscribe_reason unsubscribe_reason - external_id"
    );
}

#[test]
fn a_renamed_unsubscribe_table_of_mailchimp_still_refuses() {
    let text = "Email Address,MEMBER_RATING,UNSUB_TIME,LEID,EUID\nada@example.com,2,2022-01-01 10:00:00,1,e1\n";
    let found = read_with("subscribed_customers.csv", "", text, &Corrections::none());
    assert_eq!((found.system, found.table_status), (System::Mailchimp, Some(ConsentStatus::Withdrawn)));
    let text = "Email Address,MEMBER_RATING,CLEAN_TIME,LEID,EUID\nada@example.com,2,2022-01-01 10:00:00,1,e1\n";
    assert_eq!(read(text).table_status, Some(ConsentStatus::Bounced));
}

#[test]
fn the_opt_in_times_of_another_system_do_not_make_it_mailchimp() {
    let found = read(
        "Email,First name,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LAST_CHANGED\n\
         ada@example.com,Ada,2024-03-14 09:12:31,192.0.2.1,2024-03-14 09:14:00,192.0.2.1,2024-05-01 10:00:00\n",
    );
    assert_eq!(found.system, System::List);
    assert_eq!(fields(&found), "email first_name consent_at consent_ip confirmed_at confirmed_ip updated_at");
    assert!(!found.writes_utc);
}

#[test]
fn hubspot_opt_outs_are_inverted_and_the_billing_flag_means_nothing() {
    let found = read(
        "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Lifecycle Stage,Create Date,Last Activity Date,Country/Region,Original Source,Marketing contact status,Unsubscribed from all email,Opted out of email: Marketing Information,Opted out of email: One to One,Legal basis for processing contact's data,Email hard bounce reason,Favourite coffee\n\
         101,Ada,Lovelace,ada@example.com,+46 70 174 06 05,owner@example.com,NEW,Lead,2024-03-12 09:14,2024-05-01 10:00,Sweden,Organic Search,Marketing contact,false,true,,Legitimate interest – prospect/lead,,espresso\n\
         102,Bo,Ek,bo@example.com,,owner@example.com,NEW,Lead,2024-03-12 09:14,,Italia,Offline,Non-marketing contact,true,,,,UNKNOWN_USER,\n",
    );
    assert_eq!(found.system, System::HubSpot);
    assert_eq!(
        fields(&found),
        "external_id first_name last_name email phone - - - created_at last_activity_at country consent_source - \
         do_not_email do_not_email do_not_email legal_basis bounced -"
    );
    let all = column(&found, "Unsubscribed from all email");
    assert_eq!((all.polarity, all.purpose.as_deref()), (Polarity::RefusedOrUnknown, None));
    let said: Vec<_> = all.values.iter().map(|value| (value.value.as_str(), value.status)).collect();
    assert_eq!(said, [("false", ConsentStatus::Unknown), ("true", ConsentStatus::Withdrawn)]);
    assert_eq!(
        column(&found, "Opted out of email: Marketing Information").purpose.as_deref(),
        Some("Marketing Information")
    );
    assert!(column(&found, "Marketing contact status").why.contains("billing"));
    assert!(found.carries_refusals);
    assert_eq!(what_is_missing(&found, [&found]), ["lacks-hubspot"]);
}

#[test]
fn hubspot_internal_names_and_the_unsubscribes_export_are_known() {
    let found = read(
        "hs_object_id,firstname,lastname,email,hs_email_optout,hs_email_optout_10470,hs_legal_basis,hs_marketable_status,createdate\n\
         101,Ada,Lovelace,ada@example.com,true,,,true,2024-03-12 09:14\n",
    );
    assert_eq!(found.system, System::HubSpot);
    assert_eq!(
        fields(&found),
        "external_id first_name last_name email do_not_email do_not_email legal_basis - created_at"
    );

    let found = read(
        "Email,Portal Bounce,Portal Unsubscribe,Portal Spam Report,Global Bounce,Marketing Information,Product news\n\
         ada@example.com,FALSE,TRUE,FALSE,FALSE,TRUE,FALSE\n",
    );
    assert_eq!(found.system, System::HubSpot);
    assert_eq!(fields(&found), "email bounced do_not_email complained bounced do_not_email do_not_email");
    for name in ["Marketing Information", "Product news"] {
        let column = column(&found, name);
        assert_eq!((column.polarity, column.purpose.as_deref()), (Polarity::RefusedOrUnknown, Some(name)));
    }
    assert_eq!(column(&found, "Product news").values[0].status, ConsentStatus::Unknown);
}

#[test]
fn salesforce_api_names_and_report_labels_are_inverted() {
    let found = read(
        "Id,IsDeleted,MasterRecordId,AccountId,LastName,FirstName,Salutation,Name,MailingCountry,Phone,MobilePhone,Email,Title,LeadSource,HasOptedOutOfEmail,HasOptedOutOfFax,DoNotCall,CreatedDate,LastModifiedDate,LastActivityDate,EmailBouncedReason,EmailBouncedDate,IsEmailBounced,IndividualId,Favourite_Coffee__c\n\
         0035g00000ABCDeAAP,false,,0015g,Lovelace,Ada,Ms,Ada Lovelace,Sweden,,,ada@example.com,CEO,Web,true,false,false,2024-03-14T09:12:31.000Z,2024-03-14T09:12:31.000Z,,,,false,,\n",
    );
    assert_eq!(found.system, System::Salesforce);
    assert_eq!(
        fields(&found),
        "external_id - - - last_name first_name - full_name country phone phone email - consent_source do_not_email - \
         do_not_call created_at updated_at last_activity_at bounced bounced_at bounced customer_id -"
    );
    assert_eq!(column(&found, "HasOptedOutOfEmail").polarity, Polarity::RefusedOrUnknown);

    let found = read(
        "First Name,Last Name,Email,Phone,Account Name,Mailing Country,Lead Source,Email Opt Out,Do Not Call,Created Date,Contact ID\n\
         Ada,Lovelace,ada@example.com,,Acme,Sweden,Web,1,0,3/14/2024,0035g00000ABCDe\n",
    );
    assert_eq!(found.system, System::Salesforce);
    assert_eq!(
        fields(&found),
        "first_name last_name email phone company country consent_source do_not_email do_not_call created_at external_id"
    );
    assert_eq!(column(&found, "Created Date").dates, Some(DateOrder::MonthFirst));
}

#[test]
fn salesforce_privacy_records_are_known() {
    let found = read(
        "Id,LastName,FirstName,HasOptedOutTracking,HasOptedOutProfiling,HasOptedOutProcessing,HasOptedOutSolicit,ShouldForget,SendIndividualData,CanStorePiiElsewhere\n\
         0PK,Lovelace,Ada,false,false,false,true,false,false,false\n",
    );
    assert_eq!(found.system, System::Salesforce);
    assert_eq!(fields(&found), "customer_id last_name first_name - - do_not_email do_not_email do_not_email - -");

    let found = read(
        "Id,PartyId,ContactPointType,PrivacyConsentStatus,EffectiveFrom,EffectiveTo,CaptureDate,CaptureSource,CaptureContactPointType,DoubleConsentCaptureDate,DataUsePurposeId\n\
         0ZY,0PK,Email,OptIn,2024-03-14T09:12:31.000Z,,2024-03-14T09:12:31.000Z,Web form,Web,2024-03-14T09:12:31.000Z,0ZW\n",
    );
    assert_eq!(found.system, System::Salesforce);
    assert_eq!(
        fields(&found),
        "- customer_id - status consent_at consent_until consent_at consent_source consent_method confirmed_at purpose"
    );
    assert_eq!(found.channel_column, Some(3));
}

#[test]
fn a_word_that_is_also_a_system_claims_no_list_and_loses_no_refusal() {
    let text = "email;phone_number;created_at;updated_at;opted_in;tags\n\
        ada@example.org;;2024-03-14 09:12:31;2024-03-14 09:12:31;true;vip\n\
        bo@example.org;;2024-03-14 09:12:31;2024-03-14 09:12:31;false;vip\n";
    for (name, system) in [
        ("golden-rule-customers.csv", System::List),
        ("schedule rules 2024.csv", System::List),
        ("rule_export_2026.csv", System::Rule),
    ] {
        let found = read_with(name, "", text, &Corrections::none());
        assert_eq!(found.system, system, "{name}");
        let said = column(&found, "opted_in").values.iter().find(|value| value.value == "false").unwrap();
        assert_eq!(said.status, ConsentStatus::Withdrawn, "{name}");
    }
    let text = "Email,First Name,Last Name,Phone,Opt-in Date,IP Address,Status\n\
        ada@example.org,Ada,Berg,,2024-03-14,192.0.2.1,Active\n";
    assert_eq!(read_with("benchmark test.csv", "", text, &Corrections::none()).system, System::List);
}

#[test]
fn archived_contacts_of_mailchimp_and_a_renamed_audience_are_nobodys_yes() {
    for (name, state) in
        [("archived_email_audience_export_0a1b.csv", Some(ConsentStatus::Unknown)), ("kundenliste.csv", None)]
    {
        let found = read_with(name, "", MAILCHIMP, &Corrections::none());
        assert_eq!((found.system, found.table_status), (System::Mailchimp, state), "{name}");
        assert_eq!(column(&found, "OPTIN_TIME").polarity, Polarity::YesOrUnknown, "it dates a yes and is none");
    }
}

#[test]
fn zoho_is_not_taken_for_salesforce() {
    let found = read(
        "Record Id,Contact Owner,Lead Source,First Name,Last Name,Account Name,Email,Phone,Mailing City,Mailing State,Mailing Zip,Mailing Country,Email Opt Out,Created Time,Modified Time\n\
         zcrm_1,Grace,Web,Ada,Lovelace,Acme,ada@example.com,,Lund,,22100,Sweden,false,2024-03-14 09:12:31,2024-03-14 09:12:31\n",
    );
    assert_eq!(found.system, System::List);
    assert_eq!(column(&found, "Email Opt Out").polarity, Polarity::RefusedOrUnknown);
    assert_eq!(
        fields(&found),
        "external_id - consent_source first_name last_name company email phone city - - country do_not_email created_at \
         updated_at"
    );
}

#[test]
fn brevo_in_any_account_language() {
    for (first, last) in [("FIRSTNAME", "LASTNAME"), ("PRENOM", "NOM"), ("VORNAME", "NACHNAME"), ("NOME", "COGNOME")] {
        let found = read(&format!(
            "CONTACT ID;EMAIL;{first};{last};SMS;WHATSAPP;EXT_ID;DOUBLE_OPT-IN;OPT_IN;EMAIL_BLACKLISTED;SMS_BLACKLISTED;ADDED_TIME;MODIFIED_TIME\n\
             12;ada@example.com;Ada;Lovelace;46701740605;;;Yes;Yes;No;No;12-04-2022 09:30;13-04-2022 10:00\n"
        ));
        assert_eq!(found.system, System::Brevo, "{first}");
        assert_eq!(
            fields(&found),
            "external_id email first_name last_name phone phone customer_id consent_method optin_email do_not_email \
             do_not_sms created_at updated_at"
        );
        assert_eq!(column(&found, "OPT_IN").polarity, Polarity::YesOrUnknown);
        assert_eq!(column(&found, "EMAIL_BLACKLISTED").polarity, Polarity::RefusedOrUnknown);
        assert!(column(&found, "DOUBLE_OPT-IN").why.contains("click"));
        assert_eq!(column(&found, "ADDED_TIME").dates, Some(DateOrder::DayFirst));
    }
}

#[test]
fn shopify_says_yes_or_nothing() {
    let found = read(
        "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags,Accepts WhatsApp Marketing,Birth date (customer.metafields.facts.birth_date)\n\
         '7210448301122,Teo,Villa,teo@example.com,no,Villa Ranch,Box 1,,Elko,NV,US,'89801,'+1 775 555 0154,'+17755550154,no,7790.44,6,Cattle ranch.,yes,\"retail, newsletter\",no,1980-01-02\n",
    );
    assert_eq!(found.system, System::Shopify);
    assert_eq!(
        fields(&found),
        "external_id first_name last_name email optin_email company address address city - country postcode phone phone \
         optin_sms - - notes - tags status birth_date"
    );
    let email = column(&found, "Accepts Email Marketing");
    assert_eq!((email.polarity, email.values[0].status), (Polarity::YesOrUnknown, ConsentStatus::Unknown));
    assert_eq!(column(&found, "Accepts WhatsApp Marketing").channel, Some(Channel::Messenger));
    assert_eq!(column(&found, "Total Spent").category, Category::Behaviour);
    assert!(!found.carries_refusals);

    let older = read(
        "First Name,Last Name,Email,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt\n\
         Teo,Villa,teo@example.com,,Box 1,,Elko,Nevada,NV,United States,US,89801,,yes,1.00,1,,,no\n",
    );
    assert_eq!(older.system, System::Shopify);
    assert_eq!(column(&older, "Accepts Marketing").polarity, Polarity::YesOrUnknown);
}

#[test]
fn shopify_orders_are_orders_and_not_customers() {
    let found = read(
        "Name,Email,Financial Status,Paid at,Fulfillment Status,Accepts Marketing,Created at,Lineitem quantity,Lineitem name,Billing Name,Billing Country\n\
         #1001,teo@example.com,paid,2024-02-21 10:00:00 +0100,fulfilled,yes,2024-02-21 10:00:00 +0100,1,Coffee,Teo Villa,SE\n",
    );
    assert_eq!(found.system, System::Shopify);
    assert_eq!(fields(&found), "order_id email - - - optin_email purchase_at - - full_name country");
}

#[test]
fn woocommerce_has_no_consent_at_all() {
    let found = read(
        "Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City,Region,Postal Code\n\
         Ada Lovelace,ada,2024-05-01 10:00:00,2023-01-01 09:00:00,ada@example.com,3,120.00,40.00,SE,Lund,,22100\n",
    );
    assert_eq!(found.system, System::WooCommerce);
    assert_eq!(fields(&found), "full_name - last_activity_at created_at email - - - country city - postcode");
    assert!(!found.carries_refusals);
}

#[test]
fn an_enabled_subscriber_of_listmonk_is_unknown() {
    let found = read(
        "uuid,email,name,attributes,status,created_at,updated_at\n\
         0e1f0000-0000-4000-8000-000000000001,ada@example.com,Ada Lovelace,\"{\"\"city\"\": \"\"Lund\"\"}\",enabled,2024-03-14 09:12:31.123456 +0000 UTC,2024-03-14 09:12:31.123456 +0000 UTC\n",
    );
    assert_eq!(found.system, System::Listmonk);
    assert_eq!(fields(&found), "external_id email full_name - status created_at updated_at");
    let said = |word: &str| column(&found, "status").values.iter().find(|value| value.value == word).unwrap().status;
    assert_eq!(said("enabled"), ConsentStatus::Unknown);
    assert_eq!(said("disabled"), ConsentStatus::Unknown);
    assert_eq!(said("blocklisted"), ConsentStatus::Suppressed);
    assert!(found.writes_utc && !found.carries_refusals);
}

#[test]
fn mautic_contacts_carry_no_refusal_and_its_reports_do() {
    let found = read(
        "id,title,firstname,lastname,company,position,email,mobile,phone,points,fax,address1,address2,city,state,zipcode,country,preferred_locale,timezone,last_active,attribution_date,attribution,website,facebook,foursquare,instagram,linkedin,skype,twitter,gdpr_consent,optin_date,newsletter_optin,stage\n\
         43,Mrs.,Ada,Lovelace,Acme,,ada@example.com,,+46701740605,100,,,,Lund,,22100,Sweden,sv,Europe/Stockholm,2024-05-01 10:00:00,,,,,,,,,,1,2024-03-14 09:12:31,1,Stage 3\n",
    );
    assert_eq!(found.system, System::Mautic);
    assert_eq!(
        fields(&found),
        "external_id - first_name last_name company - email phone phone score - address address city - postcode country \
         language - last_activity_at - - - - - - - - - optin_email consent_at optin_email -"
    );
    assert!(!found.carries_refusals);
    assert_eq!(what_is_missing(&found, [&found]), ["lacks-mautic"]);

    let report = read("Contact ID,Email,DNC Unsubscribed,DNC Bounced\n43,ada@example.com,1,0\n");
    assert_eq!(report.system, System::Mautic);
    assert_eq!(fields(&report), "external_id email do_not_email bounced");
    assert!(report.carries_refusals);
    // The report supplies what the contacts lack, and no other export does.
    assert!(what_is_missing(&found, [&found, &report]).is_empty());
    let other = read("hs_object_id,email,hs_email_optout,hs_legal_basis\n101,ada@example.com,true,\n");
    assert_eq!(what_is_missing(&found, [&found, &other]), ["lacks-mautic"]);
}

#[test]
fn what_one_salesforce_table_lacks_the_others_supply() {
    let contacts = read(
        "Id,IsDeleted,MasterRecordId,LastName,Email,HasOptedOutOfEmail,HasOptedOutOfFax,IndividualId\n003,false,,Lovelace,ada@example.com,false,false,0PK\n",
    );
    let individuals = read(
        "Id,LastName,HasOptedOutTracking,HasOptedOutProfiling,HasOptedOutSolicit,ShouldForget\n0PK,Lovelace,false,false,false,false\n",
    );
    let channels =
        read("PartyId,ContactPointType,PrivacyConsentStatus,CaptureDate\n0PK,Email,OptIn,2024-03-14T09:12:31.000Z\n");
    let all = [&contacts, &individuals, &channels];
    assert!(all.iter().all(|table| table.system == System::Salesforce));
    assert!(all.iter().all(|table| what_is_missing(table, all).is_empty()));
    assert_eq!(what_is_missing(&contacts, [&contacts, &individuals]), ["lacks-salesforce"]);
    assert_eq!(what_is_missing(&individuals, [&individuals, &channels]), ["lacks-salesforce-individuals"]);
    assert_eq!(what_is_missing(&channels, [&channels]), ["lacks-salesforce-channels"]);
}

#[test]
fn the_subscribed_of_mailchimp_lack_their_sister_files() {
    let named = |name: &str| read_with(name, "", MAILCHIMP, &Corrections::none());
    let subscribed = named("subscribed_email_audience_export_0a1b.csv");
    let unsubscribed = named("unsubscribed_email_audience_export_0a1b.csv");
    let cleaned = named("cleaned_email_audience_export_0a1b.csv");
    let lacks = |case: &[&Recognition]| what_is_missing(&subscribed, case.iter().copied());
    let all = ["lacks-mailchimp-unsubscribed", "lacks-mailchimp-cleaned", "lacks-mailchimp"];
    assert_eq!(lacks(&[&subscribed]), all);
    assert_eq!(lacks(&[&subscribed, &unsubscribed]), all[1..], "only what is missing is named");
    assert_eq!(lacks(&[&subscribed, &cleaned]), [all[0], all[2]]);
    assert_eq!(lacks(&[&subscribed, &cleaned, &unsubscribed]), ["lacks-mailchimp"]);
    assert_eq!(what_is_missing(&cleaned, [&cleaned]), ["lacks-mailchimp"]);
    let renamed = named("kundenliste.csv");
    assert_eq!(what_is_missing(&renamed, [&renamed]), ["lacks-mailchimp-name", "lacks-mailchimp"]);
}

#[test]
fn a_file_of_campaign_monitor_with_a_column_of_states_lacks_no_other_states() {
    let lacks = |text: &str| {
        let found = read(text);
        assert_eq!(found.system, System::CampaignMonitor);
        what_is_missing(&found, [&found])
    };
    assert_eq!(
        lacks("Email Address,Name,Date,Reads Email With\na@example.org,Ada,2016-01-12,\n"),
        ["lacks-campaign-monitor-states", "lacks-campaign-monitor"]
    );
    assert_eq!(
        lacks("EmailAddress,Date,State,Name,ReadsEmailWith\na@example.org,2016-01-12,Active,Ada,\n"),
        ["lacks-campaign-monitor"]
    );
}

#[test]
fn all_titles_of_mailerlite_are_its_own_and_a_name_without_a_status_is_told() {
    let text = "Subscriber,Sent,Opens,Clicks,Subscribed,Signup IP,Signup timestamp,Confirmation IP,Confirmation timestamp\n\
                ada@example.com,12,8,2,2021-08-31 14:22:08,192.0.2.1,2021-08-31 14:22:08,192.0.2.1,2021-08-31 14:25:40\n";
    for (name, state, lacks) in [
        ("active.csv", Some(ConsentStatus::Given), vec!["lacks-mailerlite"]),
        ("unconfirmed.csv", Some(ConsentStatus::Pending), vec!["lacks-mailerlite"]),
        ("junk.csv", Some(ConsentStatus::Complained), vec!["lacks-mailerlite"]),
        ("in attesa.csv", Some(ConsentStatus::Pending), vec!["lacks-mailerlite"]),
        ("export.csv", None, vec!["lacks-mailerlite-name", "lacks-mailerlite"]),
    ] {
        let found = read_with(name, "", text, &Corrections::none());
        assert_eq!((found.system, found.table_status), (System::MailerLite, state), "{name}");
        assert_eq!(what_is_missing(&found, [&found]), lacks, "{name}");
    }
}

#[test]
fn what_a_shop_wrote_into_stripe_names_no_purpose_metadata() {
    let found = read(
        "id,Description,Email,Name,Created (UTC),Delinquent,newsletter_consent (metadata)\n\
         cus_1,,ada@example.com,Ada,2024-05-05 19:00,false,no\n",
    );
    let consent = column(&found, "newsletter_consent (metadata)");
    assert_eq!(
        (found.system, consent.field, consent.purpose.as_deref()),
        (System::Stripe, Some(Field::OptinEmail), None)
    );
}

#[test]
fn whose_newsletter_it_is_is_no_purpose() {
    let found = read(
        "#,Your email,\"Yes, send me the newsletter of Acme by e-mail.\",Start Date (UTC),Submit Date (UTC),Network ID\n\
         abc,ada@example.com,1,2024-01-23 06:24:12,2024-01-23 06:27:59,938f\n",
    );
    let consent = &found.columns[2];
    assert_eq!(
        (found.system, consent.field, consent.purpose.as_deref()),
        (System::Typeform, Some(Field::OptinEmail), None)
    );
    for (header, purpose) in [
        ("Send me the newsletter from Acme Coffee", None),
        ("Ich möchte den Newsletter von Muster", None),
        ("Newsletter: events", Some("events")),
    ] {
        let found = read(&format!("Email;{header}\nada@example.com;no\n"));
        assert_eq!(found.columns[1].purpose.as_deref(), purpose, "{header}");
    }
}

#[test]
fn mautics_do_not_contact_is_read_by_its_numbers_and_one_contact_is_no_list() {
    let report = read(
        "Email,Channel,Reason,Date added\nada@example.com,email,1,2024-01-01 10:00:00\n\
         bo@example.org,email,2,2024-01-01 10:00:00\n",
    );
    assert_eq!((report.system, fields(&report).as_str()), (System::Mautic, "email - status updated_at"));
    let said = |word: &str| column(&report, "Reason").values.iter().find(|value| value.value == word).unwrap().status;
    assert_eq!(
        ["1", "2", "3"].map(said),
        [ConsentStatus::Withdrawn, ConsentStatus::Bounced, ConsentStatus::Suppressed]
    );
    assert_eq!(report.channel_column, Some(2));
    let words = read("Email,Channel,Reason,Date added\nada@example.com,email,too many,2024-01-01\n");
    assert_eq!(words.system, System::List, "its titles are anybody's");

    let contact = read("alias,value\nid,43\nfirstname,Ada\nlastname,Ek\nemail,ada@example.com\ncountry,Sweden\n");
    assert_eq!((contact.system, fields(&contact).as_str()), (System::Mautic, "- -"));
    assert_eq!(what_is_missing(&contact, [&contact]), ["lacks-mautic-contact"]);
}

#[test]
fn magentos_states_are_known_by_their_numbers_as_well() {
    let found = read(
        "ID,Email,Type,Customer First Name,Customer Last Name,Status,Web Site,Store,Store View\n12,ada@example.com,Customer,Ada,Ek,1,Main,Main,Default\n",
    );
    let said = |word: &str| column(&found, "Status").values.iter().find(|value| value.value == word).unwrap().status;
    assert_eq!(
        ["1", "2", "3", "4"].map(said),
        [ConsentStatus::Given, ConsentStatus::Pending, ConsentStatus::Withdrawn, ConsentStatus::Pending]
    );
}

#[test]
fn to_have_seen_the_question_is_no_answer_in_salesforce() {
    let found = read(
        "PartyId,ContactPointType,PrivacyConsentStatus,CaptureDate,CaptureSource\n0PK1,Email,Seen,2024-01-01T00:00:00.000Z,web\n",
    );
    let said = |word: &str| {
        let known = &column(&found, "PrivacyConsentStatus").values;
        known.iter().find(|value| value.value == word).unwrap().status
    };
    assert_eq!(["Seen", "NotSeen"].map(said), [ConsentStatus::Unknown; 2]);
    assert_eq!(["OptIn", "OptOut"].map(said), [ConsentStatus::Given, ConsentStatus::Withdrawn]);
}

#[test]
fn dynamics_hides_its_id_in_italian_and_without_umlauts() {
    for (ban, contact) in [("Non modificare", "Contatto"), ("Nicht aendern", "Kontakt")] {
        let found = read(&format!("({ban}) {contact},E-Mail\n1f2e0000-0000-4000-8000-000000000001,ada@example.com\n"));
        assert_eq!((found.system, fields(&found).as_str()), (System::Dynamics365, "external_id email"), "{ban}");
    }
}

#[test]
fn suppressed_profiles_of_klaviyo_are_known_by_their_reasons_in_any_case() {
    for reasons in [["HARD_BOUNCE", "UNSUBSCRIBE"], ["hard_bounce", "unsubscribed"]] {
        let found = read(&format!(
            "email,reason,timestamp\na@example.org,{},2024-01-01 00:00:00\nb@example.org,{},2024-01-01 00:00:00\n",
            reasons[0], reasons[1]
        ));
        assert_eq!(
            (found.system, fields(&found).as_str()),
            (System::Klaviyo, "email status updated_at"),
            "{reasons:?}"
        );
    }
}

#[test]
fn contacts_of_hubspot_without_opt_outs_lack_the_unsubscribes() {
    let contacts = read(
        "Record ID,First Name,Email,Lifecycle Stage,Marketing contact status,Create Date\n101,Ada,ada@example.com,Lead,Marketing contact,2024-03-12 09:14\n",
    );
    let unsubscribes = read(
        "Email,Portal Bounce,Portal Unsubscribe,Portal Spam Report,Global Bounce\nada@example.com,FALSE,TRUE,FALSE,FALSE\n",
    );
    assert_eq!((contacts.system, unsubscribes.system), (System::HubSpot, System::HubSpot));
    assert_eq!(what_is_missing(&contacts, [&contacts]), ["lacks-hubspot-refusals", "lacks-hubspot"]);
    assert_eq!(what_is_missing(&contacts, [&contacts, &unsubscribes]), ["lacks-hubspot"]);
}
