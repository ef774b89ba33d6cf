//! beehiiv: subscribers. `Created At` stays the first subscription of all, also after leaving and coming back.

use super::{Known, Layout, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::{Category, ConsentStatus, Field, System};

const LACKS: &str = "lacks-beehiiv";
const STATES: &[(&str, ConsentStatus)] = &[
    ("active", ConsentStatus::Given),
    ("inactive", ConsentStatus::Withdrawn),
    ("pending", ConsentStatus::Pending),
    ("validating", ConsentStatus::Pending),
    ("invalid", ConsentStatus::Bounced),
    ("needs_attention", ConsentStatus::Unknown),
    ("needs attention", ConsentStatus::Unknown),
];
const FIRST: &str =
    "beehiiv's own name for the first subscription; after a return it is no date of the present consent";

pub(crate) const LAYOUTS: &[Layout] = &[
    Layout {
        signs: &[("Subscription Tier", 70), ("Created At", 15), ("Status", 10), ("Email", 10)],
        needs: &["Subscription Tier"],
        names: &[("beehiiv", 30)],
        columns: COLUMNS,
        dates: Some(DateOrder::Plain),
        lacks: LACKS,
        ..Layout::new(System::Beehiiv, "subscribers export")
    },
    Layout {
        signs: &[
            ("subscription_premium_tier_names", 60),
            ("subscription_tier", 70),
            ("referral_code", 20),
            ("referring_site", 20),
            ("utm_channel", 20),
            ("created_at", 15),
            ("status", 10),
            ("email", 10),
            ("utm_source", 3),
            ("utm_medium", 3),
            ("utm_campaign", 3),
        ],
        needs: &["subscription_tier", "subscription_premium_tier_names"],
        names: &[("beehiiv", 30)],
        columns: COLUMNS,
        dates: Some(DateOrder::Plain),
        lacks: LACKS,
        ..Layout::new(System::Beehiiv, "full subscribers export")
    },
];

const COLUMNS: &[Known] = &[
    known("id", Field::ExternalId, "beehiiv's own id of the subscription"),
    known("email", Field::Email, "beehiiv's own name for the address"),
    known("status", Field::Status, "beehiiv's own name for the state of the subscription").saying(STATES),
    known("created_at", Field::CreatedAt, FIRST),
    nothing("subscription_tier", Category::Behaviour, "whether the subscriber pays"),
    nothing("subscription_premium_tier_names", Category::Behaviour, "what the subscriber pays for"),
    known("utm_source", Field::ConsentSource, "the site the subscriber came from").less_sure(0.6),
    nothing("utm_medium", Category::Behaviour, "a detail of where the subscriber came from"),
    nothing("utm_campaign", Category::Behaviour, "a detail of where the subscriber came from"),
    nothing("utm_channel", Category::Behaviour, "a detail of where the subscriber came from"),
    nothing("utm_term", Category::Behaviour, "a detail of where the subscriber came from"),
    nothing("utm_content", Category::Behaviour, "a detail of where the subscriber came from"),
    known("referring_site", Field::ConsentSource, "the page the subscriber came from").less_sure(0.7),
    nothing("referral_code", Category::Technical, "the code this subscriber gives to others"),
    known("tags", Field::Tags, "beehiiv's own name for tags"),
];
