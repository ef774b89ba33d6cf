//! What a connector or a program puts before every column: `attributes.email`, `property_firstname`, `user:optedOut`.
//!
//! It says whose the columns are and nothing of what they mean, so that it is cut before a header is looked up. Only
//! words that cannot turn a meaning round are cut: `stop_email` and `no_sms` keep theirs.

use super::header::{self, Header};

/// What holds columns of its own beside others that have none of it, as it is compared.
const CONTAINERS: [&str; 22] = [
    "attribute",
    "attributes",
    "mergefield",
    "mergefields",
    "property",
    "properties",
    "trait",
    "traits",
    "details",
    "customfield",
    "customfields",
    "customattribute",
    "customattributes",
    "customproperty",
    "customproperties",
    "userattributes",
    "userdata",
    "contactdata",
    "attendee",
    "guest",
    "user",
    "profile",
];
/// Other words that may stand before every column.
const OWNERS: [&str; 35] = [
    "attr",
    "attrs",
    "merge",
    "prop",
    "props",
    "detail",
    "custom",
    "extra",
    "field",
    "fields",
    "data",
    "meta",
    "metadata",
    "users",
    "contact",
    "contacts",
    "person",
    "persons",
    "people",
    "profiles",
    "attendees",
    "guests",
    "participant",
    "participants",
    "recipient",
    "respondent",
    "visitor",
    "record",
    "row",
    "item",
    "object",
    "entity",
    "payload",
    "result",
    "value",
];
/// What parts an owner from the column.
const BETWEEN: [&str; 8] = ["__", "::", "->", "_", ".", ":", "/", "-"];

/// The headers of a table without what most of them begin with. Only where the rest stays a header of its own.
pub(super) fn cut(written: &[String], headers: &mut [Header]) {
    let starts: Vec<Option<(String, usize)>> = written.iter().map(|header| owner(header)).collect();
    let named = headers.iter().filter(|header| !header.is_empty()).count();
    let mut cut: Vec<(usize, Header)> = Vec::new();
    for (at, start) in starts.iter().enumerate() {
        let Some((owner, length)) = start else { continue };
        let same = starts.iter().flatten().filter(|(other, _)| other == owner).count();
        let most = same >= 3 && same * 2 > named;
        let holds = same >= 2 && CONTAINERS.contains(&owner.as_str());
        let rest = written[at].get(*length..).unwrap_or_default();
        if (most || holds) && rest.chars().any(char::is_alphabetic) {
            cut.push((at, Header::read(rest)));
        }
    }
    // What would stand twice is told apart by its start alone: `user_id` beside `id`.
    for (at, short) in cut {
        if !headers.iter().any(|other| other.key == short.key) {
            headers[at] = short;
        }
    }
}

/// The owner a header begins with, as it is compared, and how long it is with what parts it from the rest.
fn owner(written: &str) -> Option<(String, usize)> {
    let first = written.find(|c: char| BETWEEN.iter().any(|between| between.starts_with(c)))?;
    // `merge_fields.town` has an owner of two words.
    let ends = written.match_indices(['_', '.', ':', '/', '-']).map(|(at, _)| at).filter(|at| *at >= first).take(2);
    ends.filter_map(|end| {
        let owner = header::key(written.get(..end)?);
        let between = BETWEEN.iter().find(|between| written[end..].starts_with(**between))?;
        (CONTAINERS.contains(&owner.as_str()) || OWNERS.contains(&owner.as_str())).then(|| (owner, end + between.len()))
    })
    .last()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(written: &[&str]) -> Vec<String> {
        let written: Vec<String> = written.iter().map(|header| (*header).to_owned()).collect();
        let mut headers: Vec<Header> = written.iter().map(|header| Header::read(header)).collect();
        cut(&written, &mut headers);
        headers.into_iter().map(|header| header.key).collect()
    }

    #[test]
    fn what_most_headers_begin_with_is_cut() {
        for (written, expected) in [
            (
                &["property_email", "property_firstname", "property_hs_email_optout"][..],
                "email firstname hsemailoptout",
            ),
            (&["attributes.email", "attributes.sms", "attributes.name", "id"], "email sms name id"),
            (
                &["merge_fields.FNAME", "merge_fields.LNAME", "email_address", "status", "id"],
                "fname lname emailaddress status id",
            ),
            (&["user:first", "user:email", "user:optedOut"], "first email optedout"),
            (&["details__email", "details__phone"], "email phone"),
            (&["custom_email", "custom_town", "custom_name"], "email town name"),
        ] {
            assert_eq!(keys(written).join(" "), expected, "{written:?}");
        }
    }

    #[test]
    fn what_says_something_stays() {
        for (written, expected) in [
            (&["email_address", "email_optin", "email_status"][..], "emailaddress emailoptin emailstatus"),
            (&["stop_email", "stop_sms", "stop_phone"], "stopemail stopsms stopphone"),
            (&["no_email", "no_sms", "no_post"], "noemail nosms nopost"),
            (&["user_id", "id", "user_email", "user_name"], "userid id email name"),
            (&["contact_email", "name", "town", "country"], "contactemail name town country"),
            (&["user_1", "user_2", "user_3"], "user1 user2 user3"),
        ] {
            assert_eq!(keys(written).join(" "), expected, "{written:?}");
        }
    }
}
