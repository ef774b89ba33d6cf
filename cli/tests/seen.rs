//! What a person sees, as a pipe of 80 or 100 columns gets it. Read the difference before you accept it.
#![allow(clippy::unwrap_used)]

mod program;

use insta::assert_snapshot;
use program::{program, ran};

fn seen(columns: &str, arguments: &[&str]) -> String {
    ran(program().args(arguments).args(["--quiet"]).env("COLUMNS", columns).current_dir(program::root())).out
}

const CASE: [&str; 6] =
    ["audit", "fixtures/cases/norrsken", "--today", "2026-11-01", "--controller", "Norrsken Kaffe AB"];

#[test]
fn the_sample_case_by_its_cells_alone_on_a_narrow_terminal() {
    assert_snapshot!(seen("80", &CASE), @r#"
    Audit of Norrsken Kaffe AB as of 1 Nov 2026
    You can vouch for 0 of 1,249 people.

      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░········

      █     0  may be written to
      ▒   703  on hold while proof is sought
      ░   376  stopped: said no, bounced, or not to be relied on
      ·   170  to be deleted: nothing to stand on

    Answer 3 questions, and up to 530 people become provable
      362  Which text did people see who came through “Hosted Signup Form”?
           mailchimp, grade E2 → E4
      111  Which text did people see who came through “Kassan i webbutiken”, and
           what did they do to agree (tick, button, signature …)?
           hubspot, grade E2 → E4
       57  Which text did people see who came through “Mässa Nordiska smaker 2025”,
           and what did they do to agree (tick, button, signature …)?
           list, grade E2 → E4
      12 more questions are written to questions.csv with --out DIR.
      Write the answers into a file and give it with --declare; “bonafide audit
      --help” shows one.

    What is wrong, and for how many people
      ■ breach: stop sending, act now
          44  Withdrawn in one system, subscribed in another       R032
          13  Unconfirmed double opt-in being mailed               R022
          10  Re-subscribed after withdrawal with no new evidence  R034
           7  Re-activated by import, sync, API or staff           R035
           5  Child below the digital age                          R059
           5  Spam complaint, and still subscribed                 R040
           1  On a suppression list and still subscribed           R036
        file  A column of sensitive data                           R061
      △ risk: do not rely on it until it is cleared
         859  No legal basis recorded                              R073
         676  No wording on record                                 R005
         365  No affirmative act on record                         R006
         324  Stale consent for the country                        R024
         149  No consent state and no other basis                  R001
         122  Consent older than the GDPR, never refreshed         R023
         121  Consent date equals the import                       R013
         121  Many consents in the same second                     R012
         121  No source of the consent                             R004
         111  A source where everybody said yes                    R051
          77  Opt-in asserted, nothing behind it                   R002
          62  No consent date                                      R003
          33  Country unknown                                      R081
          28  Withdrawal not passed on to every system             R038
          18  Bought, rented, scraped or appended data             R049
          14  One IP address for many people                       R014
          12  Undeliverable, and still subscribed                  R039
           7  A placeholder instead of a date                      R016
           4  A date that lies ahead                               R017
           3  Conflicting states without dates                     R033
           2  Duplicates with different states                     R044
           1  Dates in an impossible order                         R018
           1  Address of a function, not of a person               R080
      ○ hygiene: keep the data in order
           1  Dates without time, zone or order                    R020
      With --out DIR, findings.csv cites the cells behind each; “bonafide explain
      RULE” tells the law.

    What was read
      5 files, 1,700 rows: none was rejected.
      file                                                 system     rows  rejected
      hubspot-crm-exports-all-contacts-2026-10-30.csv      hubspot     283         0
      mailchimp-audience-export.zip
        subscribed_email_audience_export_3f2a9c71d0.csv    mailchimp   467         0
        unsubscribed_email_audience_export_3f2a9c71d0.csv  mailchimp    90         0
        cleaned_email_audience_export_3f2a9c71d0.csv       mailchimp    31         0
        nonsubscribed_email_aud…nce_export_3f2a9c71d0.csv  mailchimp    46         0
      mautic-contacts.csv                                  mautic      157         0
      nordiska-smaker-2025.xlsx
        Besökare 2025                                      list        117         0
        Gamla registret                                    list        121         0
        Kafferesan 2024                                    list         36         0
      shopify-customers_export.csv                         shopify     352         0

    What these exports do not say
      – Archived and pending contacts are not in an audience export, and the wording
        of the sign-up form is in none: export archived contacts by themselves, and
        declare the wording of each form.
      – Mautic's contacts export has no unsubscribes and no bounces: build a report
        of contacts with the do-not-contact columns, and import it beside this file.
      – Shopify's table has no date, form or level of consent, and a no does not
        tell unsubscribed from never asked: read email_marketing_consent through
        Shopify's API, or add the unsubscribes of the system that sends.
      – What a person opted in to, and with which wording, is only in HubSpot's
        communication subscription history: export it per contact, or declare the
        forms and their wording.

    What only you know about the columns
      – nordiska-smaker-2025.xlsx, “Samtyckesdatum”: is “02/11/2024” written day
        first or month first? Until you say, the stricter reading counts.
      “--map 'COLUMN=day_first'” or “--map 'COLUMN=MEANING'” answers; what words
      stand for is written into a mapping file, which “bonafide recognise FILE
      --save-mapping MAPPING” makes.

    1 group of rows shares an address, a number or an id without agreeing on a name.
    It was left apart; a no in it counts for everybody in it.

    No lists were written. --out DIR writes whom to keep, to ask and to stop.
    This shows risks under the law cited, not legal advice. Nothing left this
    machine.
    "#);
}

#[test]
fn the_sample_case_with_what_its_people_declare() {
    let declared = seen("100", &[&CASE[..], &["--declare", "fixtures/cases/norrsken/declarations.toml"]].concat());
    let head: Vec<&str> = declared.lines().take_while(|line| !line.starts_with("What is wrong")).collect();
    assert_snapshot!(head.join("\n"), @r#"
    Audit of Norrsken Kaffe AB as of 1 Nov 2026
    You can vouch for 407 of 1,249 people.

      ████████████████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░········

      █   407  may be written to
               335 of them rest on what Saga Lind, marketing, declared (mailchimp-hosted-form)
                57 of them rest on what Elin Öberg, café manager, declared (stand-card-2025)
      ▒   296  on hold while proof is sought
      ░   376  stopped: said no, bounced, or not to be relied on
      ·   170  to be deleted: nothing to stand on

    Answer 3 questions, and up to 183 people become provable
      111  Which text did people see who came through “Kassan i webbutiken”, and what did they do to
           agree (tick, button, signature …)?
           hubspot, grade E2 → E4
       41  Which text did people see who came through “Embedded Form”?
           mailchimp, grade E2 → E4
       31  Which text did people see who came through “Kaffeklubben”?
           mautic, grade E2 → E4
      8 more questions are written to questions.csv with --out DIR.
      Write the answers into a file and give it with --declare; “bonafide audit --help” shows one.
    "#);
}

#[test]
fn the_rule_about_withdrawals() {
    assert_snapshot!(seen("80", &["explain", "R032"]), @r#"
    Withdrawn in one system, subscribed in another
    ■ breach · withdrawn-but-subscribed · R032

    A person withdrew consent in one system and is still subscribed in another.

    Why it matters
    Every further message is a risk under Art. 7(3), whichever list the address
    comes from.

    What to do
    Suppress the person in every system, and keep the withdrawal as evidence.

    Example
      system,    email,           status
      mailchimp, ada@example.org, unsubscribed
      hubspot,   ada@example.org, subscribed
      finds: ada@example.org: unsubscribed in mailchimp, subscribed in hubspot

    Counter-example
      system,    email,           status
      mailchimp, ada@example.org, unsubscribed
      hubspot,   ada@example.org, unsubscribed
      finds nothing

    Law
    GDPR (EU) 2016/679, Art. 7(3)
      Consent can be withdrawn at any time, as easily as given; people are told so
      before; earlier use stays lawful.
      https://eur-lex.europa.eu/eli/reg/2016/679/oj
    GDPR (EU) 2016/679, Art. 21(2)
      People may object at any time to direct marketing, including related
      profiling.
      https://eur-lex.europa.eu/eli/reg/2016/679/oj
    GDPR (EU) 2016/679, Art. 21(3)
      After such an objection the data are no longer used for direct marketing.
      https://eur-lex.europa.eu/eli/reg/2016/679/oj
    "#);
}

#[test]
fn a_list_of_an_italian_shop() {
    assert_snapshot!(seen("80", &["recognise", "fixtures/systems/list/iscritti.csv"]), @r#"
    iscritti.csv: list, likely
      no system's own columns; read by column names and cells · windows-1252 · cells
      parted by “;” · header in row 1
         1  Nominativo          full_name         88 %
            the header is a word for it in Italian
         2  Indirizzo e-mail    email             98 %
            the header is a word for it in Italian; 5 of 5 sampled cells are e-mail
            addresses
         3  Cellulare           phone             98 %
            the header is a word for it in Italian; 1 of 1 sampled cells are
            telephone numbers
         4  Paese               country           98 %
            the header is a word for it in Italian; 4 of 4 sampled cells are
            countries
         5  Consenso marketing  optin_email       98 %
            the header is a word for it in Italian; 3 of 4 sampled cells are a yes,
            a no or a known state
         6  Data consenso       consent_at        98 %
            the header is a word for it in Italian; 3 of 3 sampled cells are dates
         7  Origine             consent_source    88 %
            the header is a word for it
         8  Stato               status            85 %
            the header is a word for it in Italian; 5 of 5 sampled cells are a yes,
            a no or a known state
         9  Data disiscrizione  unsubscribed_at   98 %
            the header is a word for it in Italian; 1 of 1 sampled cells are dates
    "#);
}

#[test]
fn a_salesforce_export_on_a_wide_terminal() {
    assert_snapshot!(seen("100", &["recognise", "fixtures/systems/salesforce/Contact.csv"]), @r#"
    Contact.csv: salesforce, sure
      contacts or leads of salesforce: its own columns HasOptedOutOfEmail, HasOptedOutOfFax,
      MasterRecordId · UTF-8 · cells parted by “,” · header in row 1
         1  Id                  external_id        98 %  Salesforce's own id of the record
         2  IsDeleted           its own name       98 %  whether the record lies in the recycle bin
         3  MasterRecordId      its own name       98 %  the record this one was merged into
         4  AccountId           its own name       98 %  the id of the person's company
         5  LastName            last_name          98 %  Salesforce's own name for the last name
         6  FirstName           first_name         98 %  Salesforce's own name for the first name
         7  Salutation          its own name       98 %  a form of address
         8  Name                full_name          98 %  Salesforce's own name for the whole name
         9  MailingStreet       address            98 %  Salesforce's own name for the street; no cell
                                                         of the sample is filled
        10  MailingCity         city               98 %  Salesforce's own name for the town; no cell of
                                                         the sample is filled
        11  MailingPostalCode   postcode           98 %  Salesforce's own name for the postal code; no
                                                         cell of the sample is filled
        12  MailingCountry      country            98 %  Salesforce's own name for the country; 6 of 6
                                                         sampled cells are countries
        13  Phone               phone              98 %  Salesforce's own name for the telephone number;
                                                         no cell of the sample is filled
        14  MobilePhone         phone              98 %  Salesforce's own name for the mobile number; 2
                                                         of 2 sampled cells are telephone numbers
        15  Email               email              98 %  Salesforce's own name for the address; 6 of 6
                                                         sampled cells are e-mail addresses
        16  Title               its own name       98 %  a job title
        17  LeadSource          consent_source     98 %  where Salesforce says the person came from
        18  HasOptedOutOfEmail  do_not_email       98 %  Salesforce's own name for the opt-out of
                                                         e-mail; false is no consent; 6 of 6 sampled
                                                         cells are a yes, a no or a known state
        19  HasOptedOutOfFax    its own name       98 %  the opt-out of fax; Bonafide judges no fax
        20  DoNotCall           do_not_call        98 %  Salesforce's own name for the opt-out of calls;
                                                         false is no consent; 6 of 6 sampled cells are a
                                                         yes, a no or a known state
        21  CreatedDate         created_at         98 %  Salesforce's own name for when the record was
                                                         made; no consent date; 6 of 6 sampled cells are
                                                         dates
        22  LastModifiedDate    updated_at         98 %  Salesforce's own name for the last change; 6 of
                                                         6 sampled cells are dates
        23  LastActivityDate    last_activity_at   98 %  Salesforce's own name for the last activity; 3
                                                         of 3 sampled cells are dates
        24  EmailBouncedReason  bounced            98 %  Salesforce's own name for why the address
                                                         bounced
        25  EmailBouncedDate    bounced_at         98 %  Salesforce's own name for when the address
                                                         bounced; 1 of 1 sampled cells are dates
        26  IsEmailBounced      bounced            98 %  Salesforce's own name for a bounced address; 6
                                                         of 6 sampled cells are a yes, a no or a known
                                                         state
        27  IndividualId        customer_id        98 %  the id of the privacy record, which holds the
                                                         person's choices
      Salesforce keeps opt-outs here, but no consent: export Individual and ContactPointTypeConsent too,
      or declare how these people agreed.
    "#);
}
