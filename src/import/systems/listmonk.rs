//! listmonk: subscribers. The status is a switch of the account: `enabled` is no consent.

use super::{Known, Layout, known, nothing};
use crate::vocabulary::{Category, ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("uuid", 35),
        ("attributes", 35),
        ("status", 10),
        ("created_at", 10),
        ("updated_at", 10),
        ("email", 5),
        ("name", 5),
    ],
    needs: &["attributes"],
    names: &[("listmonk", 20)],
    columns: COLUMNS,
    writes_utc: true,
    carries_refusals: false,
    lacks: "lacks-listmonk",
    ..Layout::new(System::Listmonk, "subscribers export")
}];

const COLUMNS: &[Known] = &[
    known("uuid", Field::ExternalId, "listmonk's own id of the subscriber"),
    known("id", Field::ExternalId, "listmonk's number of the subscriber").less_sure(0.8),
    known("email", Field::Email, "listmonk's own name for the address"),
    known("name", Field::FullName, "listmonk's own name for the whole name"),
    nothing("attributes", Category::Other, "further data of the subscriber, as JSON"),
    known(
        "status",
        Field::Status,
        "a switch of the account: enabled is no consent, and somebody who left every list is still enabled",
    )
    .saying(&[
        ("enabled", ConsentStatus::Unknown),
        ("disabled", ConsentStatus::Unknown),
        ("blocklisted", ConsentStatus::Suppressed),
        ("blacklisted", ConsentStatus::Suppressed),
    ]),
    known("created_at", Field::CreatedAt, "listmonk's own name for when the subscriber was added; no consent date"),
    known("updated_at", Field::UpdatedAt, "listmonk's own name for the last change"),
];
