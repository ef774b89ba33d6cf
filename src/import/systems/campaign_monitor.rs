//! Campaign Monitor: one table per state, named by the file alone, and the date of that state; or all states in a column.

use super::{Known, Layout, Missing, known, nothing};
use crate::vocabulary::{Category, ConsentStatus, Field, System};

/// Address, name and date are everybody's columns: only the column nobody else has, or the file's name, makes them
/// Campaign Monitor's.
const NAMES: &[(&str, i32)] =
    &[("campaign monitor", 80), ("campaignmonitor", 80), ("campaign_monitor", 80), ("campaign-monitor", 80)];
const STATES: &[(&str, ConsentStatus)] = &[
    ("active", ConsentStatus::Given),
    ("subscribed", ConsentStatus::Given),
    ("unconfirmed", ConsentStatus::Pending),
    ("unsubscribed", ConsentStatus::Withdrawn),
    ("bounced", ConsentStatus::Bounced),
    ("deleted", ConsentStatus::Withdrawn),
];

/// Where a column has the state, a file may hold all.
const BY_NAME: &[Missing] = &[Missing { columns: &["State"], ..Missing::until("lacks-campaign-monitor-states", &[]) }];

pub(crate) const LAYOUTS: &[Layout] = &[
    Layout {
        signs: &[("Reads Email With", 80), ("Email Address", 10), ("Date", 10), ("Name", 5)],
        names: NAMES,
        columns: COLUMNS,
        state_in_name: true,
        state_words: STATES,
        lacks: "lacks-campaign-monitor",
        lacks_until: BY_NAME,
        ..Layout::new(System::CampaignMonitor, "subscribers of one state")
    },
    Layout {
        signs: &[
            ("ReadsEmailWith", 70),
            ("EmailAddress", 15),
            ("ConsentToTrack", 40),
            ("ConsentToSendSms", 40),
            ("State", 10),
            ("Date", 5),
            ("Name", 3),
        ],
        needs: &["ReadsEmailWith", "ConsentToTrack"],
        names: NAMES,
        columns: COLUMNS,
        state_in_name: true,
        state_words: STATES,
        lacks: "lacks-campaign-monitor",
        lacks_until: BY_NAME,
        ..Layout::new(System::CampaignMonitor, "subscribers with the names of the programming interface")
    },
];

const COLUMNS: &[Known] = &[
    known("Email Address", Field::Email, "Campaign Monitor's own name for the address"),
    known("Name", Field::FullName, "Campaign Monitor's own name for the whole name"),
    known("Date", Field::UpdatedAt, "Campaign Monitor's own name for when the person came into the present state")
        .dating_the_state(),
    known("State", Field::Status, "Campaign Monitor's own name for the state of the subscription").saying(STATES),
    nothing("Reads Email With", Category::Behaviour, "the program the person reads mail with"),
    nothing("ConsentToTrack", Category::Consent, "consent to tracking, which is no channel"),
    known(
        "ConsentToSendSms",
        Field::OptinSms,
        "Campaign Monitor's own name for consent to text messages; no may mean never asked",
    )
    .no_is_unknown()
    .saying(&[
        ("Yes", ConsentStatus::Given),
        ("No", ConsentStatus::Unknown),
        ("Unchanged", ConsentStatus::Unknown),
    ]),
    known("MobileNumber", Field::Phone, "Campaign Monitor's own name for the mobile number"),
];
