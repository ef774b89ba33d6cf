//! Rule: ordinary columns, and the account's own as `Group.Field`. Only the name of a file makes them Rule's.

use super::{Known, Layout, remembered};
use crate::vocabulary::{ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[("opted_in", 20), ("phone_number", 10), ("created_at", 5), ("updated_at", 5), ("tags", 5)],
    needs: &["opted_in"],
    // The word itself is anybody's, and stands inside others.
    names: &[
        ("^rule export", 60),
        ("^rule_export", 60),
        ("^rule-export", 60),
        ("rule.io", 60),
        ("rulemailer", 60),
        ("rule-mailer", 60),
    ],
    columns: COLUMNS,
    lacks: "lacks-rule",
    ..Layout::remembered(System::Rule, "subscribers export")
}];

const COLUMNS: &[Known] = &[
    remembered("email", Field::Email, "Rule's name for the address"),
    remembered("phone_number", Field::Phone, "Rule's name for the telephone number"),
    remembered("created_at", Field::CreatedAt, "when the subscriber was added; no consent date"),
    remembered("updated_at", Field::UpdatedAt, "Rule's name for the last change"),
    // From hearsay alone no “false” is taken for a question that nobody asked.
    remembered("opted_in", Field::OptinEmail, "Rule's name for opted in"),
    remembered("status", Field::Status, "Rule's state of the subscriber").saying(&[
        ("ACTIVE", ConsentStatus::Given),
        ("INACTIVE", ConsentStatus::Withdrawn),
        ("PENDING", ConsentStatus::Pending),
        ("BLOCKED", ConsentStatus::Suppressed),
    ]),
    remembered("tags", Field::Tags, "Rule's name for tags, which are its lists"),
];
