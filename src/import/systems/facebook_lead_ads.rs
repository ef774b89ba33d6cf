//! Facebook and Instagram lead ads: who sent in which form, and when. Sending in a form is no consent to mail; only a box
//! the form asked to tick is, and its name is the advertiser's.

use super::{Known, Layout, Others, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::{Category, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("form_id", 30),
        ("created_time", 25),
        ("form_name", 10),
        ("adset_id", 25),
        ("adset_name", 20),
        ("ad_id", 15),
        ("ad_name", 10),
        ("is_organic", 25),
        ("campaign_id", 10),
        ("campaign_name", 5),
        ("platform", 10),
        ("id", 3),
    ],
    needs: &["form_id", "form_name", "is_organic"],
    names: &[("facebook", 10), ("meta", 5), ("leads", 5)],
    columns: COLUMNS,
    others: Others::TickedBoxes,
    carries_refusals: false,
    dates: Some(DateOrder::Plain),
    lacks: "lacks-facebook-lead-ads",
    ..Layout::new(System::FacebookLeadAds, "leads export")
}];

const COLUMNS: &[Known] = &[
    known("id", Field::ExternalId, "Meta's own id of the lead"),
    known(
        "created_time",
        Field::ConsentAt,
        "Meta's own name for when the form was sent in, which by itself is no consent",
    )
    .no_is_unknown(),
    nothing("ad_id", Category::Technical, "the advertisement the form was opened from"),
    nothing("ad_name", Category::Technical, "the advertisement the form was opened from"),
    nothing("adset_id", Category::Technical, "the advertisement the form was opened from"),
    nothing("adset_name", Category::Technical, "the advertisement the form was opened from"),
    nothing("campaign_id", Category::Technical, "the campaign the form was opened from"),
    nothing("campaign_name", Category::Technical, "the campaign the form was opened from"),
    known("form_id", Field::ConsentForm, "Meta's own id of the form").less_sure(0.8),
    known("form_name", Field::ConsentForm, "the form as the advertiser named it"),
    nothing("is_organic", Category::Technical, "whether the form was opened without an advertisement"),
    nothing("platform", Category::Technical, "Facebook or Instagram"),
    known("email", Field::Email, "Meta's own name for the address"),
    known("full_name", Field::FullName, "Meta's own name for the whole name"),
    known("first_name", Field::FirstName, "Meta's own name for the first name"),
    known("last_name", Field::LastName, "Meta's own name for the last name"),
    known("phone_number", Field::Phone, "Meta's own name for the telephone number, written p:+…"),
    known("company_name", Field::Company, "Meta's own name for the company"),
    nothing("job_title", Category::Identity, "a job title"),
    known("street_address", Field::Address, "Meta's own name for the street"),
    known("city", Field::City, "Meta's own name for the town"),
    known("zip_code", Field::Postcode, "Meta's own name for the postal code, written z:…"),
    known("post_code", Field::Postcode, "Meta's own name for the postal code, written z:…"),
    known("country", Field::Country, "Meta's own name for the country"),
    known("date_of_birth", Field::BirthDate, "Meta's own name for the date of birth"),
    nothing("inbox_url", Category::Technical, "where a colleague can answer"),
    nothing("lead_status", Category::Behaviour, "how far a sale has come, not a state of a subscription"),
];
