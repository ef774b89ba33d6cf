//! SugarCRM: the columns of SuiteCRM, and those of its privacy module.

use super::{Known, Layout, remembered};
use crate::vocabulary::{Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("Business purposes consented to", 65),
        ("Consent Last Updated", 35),
        ("Opted-Out", 5),
        ("Invalid Email", 10),
        ("Email Opt Out", 5),
        ("Do Not Call", 3),
        ("Date Created", 3),
    ],
    needs: &["Business purposes consented to", "Consent Last Updated"],
    names: &[("sugarcrm", 60), ("sugar crm", 60)],
    columns: COLUMNS,
    lacks: "lacks-sugarcrm",
    ..Layout::remembered(System::SugarCrm, "contacts export")
}];

const COLUMNS: &[Known] = &[
    remembered("ID", Field::ExternalId, "SugarCRM's id of the contact"),
    remembered("First Name", Field::FirstName, "SugarCRM's name for the first name"),
    remembered("Last Name", Field::LastName, "SugarCRM's name for the last name"),
    remembered("Email Address", Field::Email, "SugarCRM's name for the address"),
    remembered("Email Opt Out", Field::DoNotEmail, "SugarCRM's opt-out of the contact; 0 is no consent")
        .inverted()
        .of_every_purpose(),
    remembered("Opted-Out", Field::DoNotEmail, "SugarCRM's opt-out of the address; 0 is no consent")
        .inverted()
        .of_every_purpose(),
    remembered("Invalid Email", Field::Bounced, "SugarCRM's name for an address that does not work").inverted(),
    remembered("Do Not Call", Field::DoNotCall, "SugarCRM's opt-out of calls; 0 is no consent")
        .inverted()
        .of_every_purpose(),
    remembered("Date Created", Field::CreatedAt, "when the record was made; no consent date"),
    remembered(
        "Business purposes consented to",
        Field::Purpose,
        "the purposes a colleague ticked; which channel each means must be declared",
    ),
    // The purposes may have become fewer, or none: it dates a consent and is none.
    remembered("Consent Last Updated", Field::ConsentAt, "when the purposes were last changed").no_is_unknown(),
];
