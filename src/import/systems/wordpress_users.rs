//! Users of WordPress, as plugins write them: an account is no consent.

use super::{Known, Layout, nothing, remembered};
use crate::vocabulary::{Category, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("user_nicename", 40),
        ("user_login", 35),
        ("user_registered", 35),
        ("user_email", 20),
        ("display_name", 10),
        ("role", 5),
    ],
    needs: &["user_nicename", "user_login"],
    names: &[("wordpress", 60), ("wp_users", 60), ("wp-users", 60)],
    columns: COLUMNS,
    writes_utc: true,
    carries_refusals: false,
    lacks: "lacks-wordpress-users",
    ..Layout::remembered(System::WordPressUsers, "users export")
}];

const COLUMNS: &[Known] = &[
    remembered("ID", Field::ExternalId, "WordPress's number of the user"),
    nothing("user_login", Category::Identity, "the name of the account").less_sure(0.7),
    remembered("user_email", Field::Email, "WordPress's name for the address"),
    nothing("user_nicename", Category::Identity, "the name of the account in links").less_sure(0.7),
    remembered("display_name", Field::FullName, "WordPress's name for the whole name").less_sure(0.6),
    remembered("user_registered", Field::CreatedAt, "when the account was made; no consent date"),
    nothing("role", Category::Technical, "what the account may do").less_sure(0.7),
    remembered("first_name", Field::FirstName, "WordPress's name for the first name"),
    remembered("last_name", Field::LastName, "WordPress's name for the last name"),
];
