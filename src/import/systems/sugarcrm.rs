//! SugarCRM: the columns of SuiteCRM, and those of its privacy module.

use super::{Known, Layout, nothing, remembered};
use crate::vocabulary::{Category, Field, System};

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
    remembered("Email Opt Out", Field::DoNotEmail, "SugarCRM's opt-out of the contact; 0 is no consent").inverted(),
    remembered("Opted-Out", Field::DoNotEmail, "SugarCRM's opt-out of the address; 0 is no consent").inverted(),
    remembered("Invalid Email", Field::Bounced, "SugarCRM's name for an address that does not work").inverted(),
    remembered("Do Not Call", Field::DoNotCall, "SugarCRM's opt-out of calls; 0 is no consent").inverted(),
    remembered("Date Created", Field::CreatedAt, "when the record was made; no consent date"),
    nothing(
        "Business purposes consented to",
        Category::Consent,
        "the purposes a colleague ticked; which channel each means must be declared",
    )
    .less_sure(0.7),
    remembered(
        "Consent Last Updated",
        Field::UpdatedAt,
        "when the purposes were last changed, also to fewer or to none",
    )
    .less_sure(0.6),
];
