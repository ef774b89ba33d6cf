//! Which contacts are one person: deterministic, and the same whatever the order of files.
//!
//! Every decision looks at one whole group of rows that share a key, never at what was joined before it.
//! A personal e-mail address joins. A shared mailbox, a telephone and a person id join only rows whose names
//! agree; where they do not, the rows stay apart, the group is kept for review, and a refusal in it counts
//! for everybody in it. An id that one table gives to two addresses joins only names that agree, and so does an
//! address that one table writes beside several others: an adviser's, a household's.

use std::collections::{BTreeSet, HashSet};

use crate::vocabulary::{ContactId, SubjectId};

use super::keys::{Keys, LooseKey};
use super::subject::MatchKey;
use super::union_find::UnionFind;

/// Groups past this size are compared by equal names only.
const COMPARED_PAIRWISE: usize = 64;
/// Of one shared group, so many refusing rows are always carried to the others …
const CARRIED_REFUSALS: usize = 16;
/// … and all of them, unless rows times people go beyond this.
const CARRIED_PAIRS: usize = 100_000;
/// Distinct addresses a nameless group may have and still be one person.
const NAMELESS_ADDRESSES: usize = 2;

/// The person of a contact that counts for nobody; see [`Keys::silent`].
pub const NOBODY: SubjectId = SubjectId(u32::MAX);

/// Who is whom.
#[derive(Debug, Default)]
pub struct Clusters {
    /// The person of each contact, by [`ContactId`]; [`NOBODY`] for rows that count for none. People are numbered in the order of their addresses.
    pub subject_of: Vec<SubjectId>,
    /// How many people there are.
    pub people: u32,
    /// Refusing rows that count for a person they are not joined with.
    pub carried: Vec<(ContactId, SubjectId)>,
    /// Groups left for a person to review.
    pub ambiguities: Vec<Ambiguity>,
}

/// Rows that share a key and were not joined because they seem to be several people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ambiguity {
    /// What they share.
    pub key: MatchKey,
    /// The rows.
    pub contacts: Vec<ContactId>,
}

/// Joins contacts into people. `keys` are by [`ContactId`]; `loose` join nobody and carry refusals; `place` orders rows by
/// their files, for those that have no key at all or share the one they are ordered by.
pub fn cluster(keys: &[Keys], loose: &[LooseKey], place: impl Fn(ContactId) -> u64) -> Clusters {
    let mut joined = UnionFind::new(keys.len());
    let mut ambiguities = Vec::new();
    for (key, of) in [
        (MatchKey::Email, (|keys: &Keys| [keys.email, keys.other_email]) as fn(&Keys) -> [u64; 2]),
        (MatchKey::Phone, |keys| [keys.phone, keys.other_phone]),
        (MatchKey::PersonId, |keys| [keys.person_id, 0]),
        (MatchKey::ExternalId, |keys| [keys.external_id, 0]),
    ] {
        for group in groups(keys, of).chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
            let members: Vec<u32> = group.iter().map(|(_, contact)| *contact).collect();
            let shared = Shared::of(keys, key, group[0].0, members);
            if !join(&mut joined, keys, key, &shared) {
                let contacts: Vec<ContactId> = shared.reached(keys).map(ContactId).collect();
                if !contacts.is_empty() {
                    ambiguities.push(Ambiguity { key, contacts });
                }
            }
        }
    }
    number(keys, loose, joined, ambiguities, place)
}

/// Contacts that have a key, sorted by it.
fn groups(keys: &[Keys], of: fn(&Keys) -> [u64; 2]) -> Vec<(u64, u32)> {
    let mut groups: Vec<(u64, u32)> = (0..)
        .zip(keys)
        .flat_map(|(contact, keys)| of(keys).map(|key| (key, contact)))
        .filter(|(key, _)| *key != 0)
        .collect();
    groups.sort_unstable();
    groups
}

/// Rows that share a key.
struct Shared {
    hash: u64,
    members: Vec<u32>,
    /// Beside how many other addresses one table writes this one; 0 of other keys.
    beside: usize,
}

impl Shared {
    fn of(keys: &[Keys], key: MatchKey, hash: u64, members: Vec<u32>) -> Self {
        let beside = if key == MatchKey::Email { beside(keys, hash, &members) } else { 0 };
        Self { hash, members, beside }
    }

    /// Whether people who have an address of their own share this one.
    fn is_shared_by_others(&self) -> bool {
        self.beside > 1
    }

    /// Whom a no travels to: everybody, but of those who share the address of a third only who is written to there.
    fn reached<'a>(&'a self, keys: &'a [Keys]) -> impl Iterator<Item = u32> + 'a {
        let all = self.beside <= NAMELESS_ADDRESSES;
        self.members.iter().copied().filter(move |contact| all || keys[*contact as usize].email == self.hash)
    }
}

/// Beside how many other addresses a table writes this one: the most of any table.
fn beside(keys: &[Keys], shared: u64, members: &[u32]) -> usize {
    let other = |keys: &Keys| if keys.email == shared { keys.other_email } else { keys.email };
    let rows = members.iter().map(|contact| &keys[*contact as usize]);
    let mut found: Vec<(u32, u64)> = rows.map(|keys| (keys.table, other(keys))).filter(|pair| pair.1 != 0).collect();
    found.sort_unstable();
    found.dedup();
    found.chunk_by(|a, b| a.0 == b.0).map(<[_]>::len).max().unwrap_or(0)
}

/// Joins what may be joined of a group; false if it seems to be several people.
fn join(joined: &mut UnionFind, keys: &[Keys], key: MatchKey, shared: &Shared) -> bool {
    let of = |contact: u32| &keys[contact as usize];
    let members = &shared.members[..];
    let first = of(members[0]);
    let role = if first.email == shared.hash { first.role } else { first.other_role };
    let personal_mail = key == MatchKey::Email && !role;
    let named: Vec<u32> = members.iter().copied().filter(|contact| of(*contact).is_named()).collect();
    if shared.is_shared_by_others() {
        return join_by_names(joined, keys, shared, &named);
    }
    if is_id(key) && is_nobodys_own(keys, members) {
        return join_by_id(joined, keys, members, &named);
    }
    if personal_mail || (named.is_empty() && addresses(keys, members) <= NAMELESS_ADDRESSES) {
        join_all(joined, members);
        return true;
    }
    let names = names(keys, &named);
    if names.len() == 1 && addresses(keys, members) <= NAMELESS_ADDRESSES.max(addresses(keys, &named)) {
        join_all(joined, members);
        return true;
    }
    for same in &names {
        join_all(joined, same);
    }
    if key == MatchKey::Email {
        // Nameless rows of one shared mailbox are one mailbox, whoever reads it.
        let nameless: Vec<u32> = members.iter().copied().filter(|contact| !of(*contact).is_named()).collect();
        join_all(joined, &nameless);
    }
    false
}

/// Joins rows that name an address which is shared by people with others of their own: those whose names agree, and the
/// nameless ones that have only this one.
fn join_by_names(joined: &mut UnionFind, keys: &[Keys], shared: &Shared, named: &[u32]) -> bool {
    let names = names(keys, named);
    for same in &names {
        join_all(joined, same);
    }
    let only_this = |keys: &Keys| !keys.is_named() && [keys.email, keys.other_email] == [shared.hash, 0];
    let mailbox: Vec<u32> =
        shared.members.iter().copied().filter(|contact| only_this(&keys[*contact as usize])).collect();
    join_all(joined, &mailbox);
    names.len() == 1 && named.len() == shared.members.len()
}

/// Whether a key is an id: two people may share one, where a program gives it to whoever did something for both.
fn is_id(key: MatchKey) -> bool {
    matches!(key, MatchKey::PersonId | MatchKey::ExternalId)
}

/// Whether one table gives an id to two addresses: then it tells no people apart. In two exports of a list it may be one
/// person, whose address changed.
fn is_nobodys_own(keys: &[Keys], members: &[u32]) -> bool {
    let with_address = members.iter().map(|contact| &keys[*contact as usize]).filter(|keys| keys.email != 0);
    let mut found: Vec<(u32, u64)> = with_address.map(|keys| (keys.table, keys.email)).collect();
    found.sort_unstable();
    found.dedup();
    found.windows(2).any(|pair| pair[0].0 == pair[1].0)
}

/// Joins rows of one id and several addresses: those whose names agree, and beside one name those without another
/// address.
fn join_by_id(joined: &mut UnionFind, keys: &[Keys], members: &[u32], named: &[u32]) -> bool {
    let names = names(keys, named);
    for same in &names {
        join_all(joined, same);
    }
    if names.len() != 1 {
        return false;
    }
    let email = |contact: u32| keys[contact as usize].email;
    let theirs: BTreeSet<u64> = named.iter().map(|contact| email(*contact)).collect();
    let agrees =
        |contact: u32| keys[contact as usize].is_named() || email(contact) == 0 || theirs.contains(&email(contact));
    let together: Vec<u32> = members.iter().copied().filter(|contact| agrees(*contact)).collect();
    join_all(joined, &together);
    together.len() == members.len()
}

fn join_all(joined: &mut UnionFind, members: &[u32]) {
    for pair in members.windows(2) {
        joined.union(pair[0], pair[1]);
    }
}

fn addresses(keys: &[Keys], members: &[u32]) -> usize {
    members
        .iter()
        .map(|contact| keys[*contact as usize].email)
        .filter(|email| *email != 0)
        .collect::<BTreeSet<_>>()
        .len()
}

/// Named rows by name: agreeing names stand together.
fn names(keys: &[Keys], named: &[u32]) -> Vec<Vec<u32>> {
    let mut by_name: Vec<([u16; 4], Vec<u32>)> = Vec::new();
    let mut sorted = named.to_vec();
    sorted.sort_unstable_by_key(|contact| (keys[*contact as usize].name, *contact));
    for contact in sorted {
        let name = keys[contact as usize].name;
        match by_name.last_mut() {
            Some((known, members)) if *known == name => members.push(contact),
            _ => by_name.push((name, vec![contact])),
        }
    }
    if by_name.len() > COMPARED_PAIRWISE {
        return by_name.into_iter().map(|(_, members)| members).collect();
    }
    let mut alike = UnionFind::new(by_name.len());
    for a in 0..by_name.len() {
        for b in a + 1..by_name.len() {
            if keys[by_name[a].1[0] as usize].name_agrees(&keys[by_name[b].1[0] as usize]) {
                alike.union(a as u32, b as u32);
            }
        }
    }
    let mut together: Vec<Vec<u32>> = vec![Vec::new(); by_name.len()];
    for (position, (_, members)) in by_name.into_iter().enumerate() {
        together[alike.find(position as u32) as usize].extend(members);
    }
    together.retain(|members| !members.is_empty());
    together
}

/// Numbers the people in the order of their addresses, and carries refusals across shared groups.
fn number(
    keys: &[Keys],
    loose: &[LooseKey],
    mut joined: UnionFind,
    ambiguities: Vec<Ambiguity>,
    place: impl Fn(ContactId) -> u64,
) -> Clusters {
    let count = keys.len();
    // Two people may share their first key, say a number that stands alone in a row of each: their places decide.
    let before = |a: &(u64, u64, u32), b: &(u64, u64, u32)| {
        (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| place(ContactId(a.2)).cmp(&place(ContactId(b.2))))
    };
    let mut first: Vec<(u64, u64, u32)> = vec![(u64::MAX, u64::MAX, u32::MAX); count];
    for (contact, keys) in (0_u32..).zip(keys).filter(|(_, keys)| !keys.silent) {
        let root = joined.find(contact) as usize;
        let tie = [keys.email, keys.phone, keys.external_id, keys.person_id].into_iter().find(|key| *key != 0);
        let order = (keys.order, tie.unwrap_or_else(|| place(ContactId(contact))), contact);
        if first[root].2 == u32::MAX || before(&order, &first[root]).is_lt() {
            first[root] = order;
        }
    }
    first.retain(|(_, _, contact)| *contact != u32::MAX);
    first.sort_unstable_by(before);
    let mut rank = vec![0_u32; count];
    for (position, (_, _, contact)) in (0_u32..).zip(&first) {
        rank[joined.find(*contact) as usize] = position;
    }
    let people = u32::try_from(first.len()).expect("there are no more people than contacts");
    drop(first);
    let subject_of: Vec<SubjectId> = (0..count as u32)
        .map(|contact| match keys[contact as usize].silent {
            true => NOBODY,
            false => SubjectId(rank[joined.find(contact) as usize]),
        })
        .collect();
    let ambiguities: Vec<Ambiguity> = ambiguities
        .into_iter()
        .filter(|group| {
            let first = subject_of[group.contacts[0].0 as usize];
            group.contacts.iter().any(|contact| subject_of[contact.0 as usize] != first)
        })
        .collect();
    let shared = loosely_shared(keys, loose);
    let carried = carried(keys, &subject_of, ambiguities.iter().chain(&shared), &place);
    Clusters { subject_of, people, carried, ambiguities }
}

/// Rows that can be reached at one address or number, which is a loose one of some of them, where one of them refuses.
fn loosely_shared(keys: &[Keys], loose: &[LooseKey]) -> Vec<Ambiguity> {
    if loose.is_empty() {
        return Vec::new();
    }
    let wanted: HashSet<(MatchKey, u64)> = loose.iter().map(|one| (one.key, one.hash)).collect();
    let mut members: Vec<(MatchKey, u64, u32)> = loose.iter().map(|one| (one.key, one.hash, one.contact)).collect();
    for (contact, keys) in (0..).zip(keys) {
        let own = [(MatchKey::Email, keys.email), (MatchKey::Email, keys.other_email)];
        let numbers = [(MatchKey::Phone, keys.phone), (MatchKey::Phone, keys.other_phone)];
        let shared = own.into_iter().chain(numbers).filter(|of| of.1 != 0 && wanted.contains(of));
        members.extend(shared.map(|(key, hash)| (key, hash, contact)));
    }
    members.sort_unstable();
    members.dedup();
    members
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .filter(|group| group.len() > 1 && group.iter().any(|(.., contact)| keys[*contact as usize].refuses))
        .map(|group| Ambiguity {
            key: group[0].0,
            contacts: group.iter().map(|(.., contact)| ContactId(*contact)).collect(),
        })
        .collect()
}

fn carried<'a>(
    keys: &[Keys],
    subject_of: &[SubjectId],
    ambiguities: impl Iterator<Item = &'a Ambiguity>,
    place: &impl Fn(ContactId) -> u64,
) -> Vec<(ContactId, SubjectId)> {
    let mut carried = BTreeSet::new();
    for group in ambiguities {
        // An id is no mailbox: a refusal travels along it only where it may well be one person with two addresses, or from
        // a row that knows its person by nothing else, such as a record of choices.
        let by_id_alone = is_id(group.key) && !may_be_one(keys, &group.contacts);
        let travels = |keys: &Keys| keys.refuses && !(by_id_alone && (keys.email != 0 || keys.phone != 0));
        let person = |contact: &ContactId| subject_of[contact.0 as usize];
        let people: BTreeSet<SubjectId> = group.contacts.iter().map(person).collect();
        let mut refusing: Vec<ContactId> =
            group.contacts.iter().filter(|contact| travels(&keys[contact.0 as usize])).copied().collect();
        let most = (CARRIED_PAIRS / people.len()).max(CARRIED_REFUSALS);
        if refusing.len() > most {
            refusing.sort_by_cached_key(|contact| place(*contact));
            refusing.truncate(most);
        }
        for contact in refusing {
            carried.extend(people.iter().filter(|other| **other != person(&contact)).map(|other| (contact, *other)));
        }
    }
    carried.into_iter().collect()
}

/// Whether the rows of one id may be one person, who changed the address: two at most, and no names that disagree.
fn may_be_one(keys: &[Keys], contacts: &[ContactId]) -> bool {
    let members: Vec<u32> = contacts.iter().map(|contact| contact.0).collect();
    let named: Vec<u32> = members.iter().copied().filter(|contact| keys[*contact as usize].is_named()).collect();
    addresses(keys, &members) <= NAMELESS_ADDRESSES && names(keys, &named).len() <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_of_two_addresses_in_one_table_joins_only_names_that_agree_and_carries_a_no() {
        let with = |email: u64, name: &[u16]| Keys { person_id: 7, ..row(email, 0, name) };
        assert_eq!(people(&[with(1, &[]), with(2, &[])]), [0, 1]);
        assert_eq!(people(&[with(1, &[]), with(1, &[]), with(0, &[])]), [0, 0, 0]);
        assert_eq!(people(&[with(1, &[5]), with(2, &[5, 6])]), [0, 0]);
        assert_eq!(people(&[with(1, &[5]), with(2, &[])]), [0, 1]);
        assert_eq!(people(&[with(1, &[5]), with(2, &[5]), with(0, &[])]), [0, 0, 0]);
        assert_eq!(people(&[with(1, &[5]), with(2, &[6])]), [0, 1]);
        let later = Keys { table: 1, ..with(2, &[]) };
        assert_eq!(people(&[with(1, &[]), later]), [0, 0], "in a later export the address may have changed");
        for (names, carried) in [([&[][..], &[]], 1), ([&[5], &[]], 1), ([&[5], &[6]], 0)] {
            let refusing = Keys { refuses: true, ..with(1, names[0]) };
            let clusters = cluster(&[refusing, with(2, names[1])], &[], |_| 0);
            assert_eq!((clusters.people, clusters.carried.len()), (2, carried), "{names:?}");
        }
    }

    #[test]
    fn a_no_of_a_row_that_is_known_by_an_id_alone_counts_whatever_the_names() {
        let record = Keys { person_id: 7, refuses: true, ..row(0, 0, &[6]) };
        let clusters = cluster(&[Keys { person_id: 7, ..row(1, 0, &[5]) }, record], &[], |_| 0);
        assert_eq!(clusters.carried, [(ContactId(1), clusters.subject_of[0])]);
    }

    fn row(email: u64, phone: u64, name: &[u16]) -> Keys {
        let mut words = [0; 4];
        words[..name.len()].copy_from_slice(name);
        Keys { email, phone, name: words, order: email, ..Keys::default() }
    }

    fn people(keys: &[Keys]) -> Vec<u32> {
        cluster(keys, &[], |contact| u64::from(contact.0)).subject_of.iter().map(|subject| subject.0).collect()
    }

    #[test]
    fn one_address_is_one_person_whatever_the_names() {
        assert_eq!(people(&[row(1, 0, &[5]), row(2, 0, &[6]), row(1, 0, &[7])]), [0, 1, 0]);
    }

    #[test]
    fn a_second_address_or_number_joins_as_the_first_does() {
        let two = Keys { other_email: 2, other_phone: 9, ..row(1, 8, &[5]) };
        assert_eq!(people(&[two, row(2, 0, &[6])]), [0, 0]);
        assert_eq!(people(&[two, row(3, 9, &[5])]), [0, 0]);
        assert_eq!(people(&[two, row(3, 9, &[6])]), [0, 1]);
        let shared = Keys { other_role: true, ..two };
        assert_eq!(people(&[shared, Keys { role: true, ..row(2, 0, &[6]) }]), [0, 1]);
    }

    #[test]
    fn an_address_beside_several_others_of_a_table_joins_only_names_that_agree() {
        let own = |email: u64, name: &[u16]| Keys { other_email: 9, ..row(email, 0, name) };
        assert_eq!(people(&[own(1, &[]), own(2, &[]), own(3, &[])]), [0, 1, 2]);
        assert_eq!(people(&[own(1, &[5]), own(2, &[5, 6]), own(3, &[7])]), [0, 0, 1]);
        assert_eq!(people(&[own(1, &[]), own(1, &[]), own(2, &[])]), [0, 0, 1], "their own address joins");
        assert_eq!(people(&[own(1, &[]), row(9, 0, &[])]), [0, 0], "one row alone may be one person");
        assert_eq!(people(&[own(1, &[]), own(2, &[]), row(9, 0, &[]), row(9, 0, &[])]), [0, 1, 2, 2]);
        let elsewhere = Keys { table: 1, ..own(2, &[]) };
        assert_eq!(people(&[own(1, &[]), elsewhere]), [0, 0], "in a later export the address may have changed");
        let first = |other: u64| Keys { other_email: other, ..row(9, 0, &[]) };
        assert_eq!(people(&[first(1), first(2), first(3)]).iter().collect::<BTreeSet<_>>().len(), 3);
    }

    #[test]
    fn a_no_travels_along_a_shared_address_to_two_and_not_to_all_customers_of_an_adviser() {
        let own = |email: u64| Keys { other_email: 9, ..row(email, 0, &[]) };
        let no = |email: u64| Keys { refuses: true, ..own(email) };
        let carried = |keys: &[Keys]| cluster(keys, &[], |_| 0).carried.len();
        assert_eq!(carried(&[no(1), own(2)]), 1);
        assert_eq!(carried(&[no(1), own(2), own(3)]), 0);
        // Where it is the first address of each, it is the one they are written to at.
        let first = |other: u64, refuses: bool| Keys { other_email: other, refuses, ..row(9, 0, &[]) };
        assert_eq!(carried(&[first(1, true), first(2, false), first(3, false)]), 2);
    }

    #[test]
    fn one_phone_joins_only_names_that_agree() {
        assert_eq!(people(&[row(1, 9, &[5, 6]), row(2, 9, &[5]), row(3, 9, &[8])]), [0, 0, 1]);
        let clusters = cluster(&[row(1, 9, &[5]), row(2, 9, &[8])], &[], |_| 0);
        assert_eq!(clusters.ambiguities.len(), 1);
    }

    #[test]
    fn a_silent_row_is_nobody_and_joins_nobody() {
        let silent = Keys { silent: true, ..Keys::default() };
        let clusters = cluster(&[silent, row(1, 0, &[]), silent, row(2, 0, &[])], &[], |contact| u64::from(contact.0));
        assert_eq!(clusters.subject_of, [NOBODY, SubjectId(0), NOBODY, SubjectId(1)]);
        assert_eq!(clusters.people, 2);
    }

    #[test]
    fn a_shared_mailbox_keeps_its_people_apart_but_shares_its_no() {
        let mut no = row(1, 0, &[5]);
        (no.role, no.refuses) = (true, true);
        let other = Keys { role: true, ..row(1, 0, &[8]) };
        let clusters = cluster(&[no, other], &[], |_| 0);
        assert_ne!(clusters.subject_of[0], clusters.subject_of[1]);
        assert_eq!(clusters.carried, [(ContactId(0), clusters.subject_of[1])]);
    }

    #[test]
    fn a_loose_address_joins_nobody_and_carries_a_no_both_ways() {
        let refusing = |keys: Keys| Keys { refuses: true, ..keys };
        let loose = |contact: u32, hash: u64| LooseKey { contact, key: MatchKey::Email, hash };
        for (keys, loose, expected) in [
            (vec![refusing(row(1, 0, &[])), row(2, 0, &[])], vec![loose(0, 2)], vec![(0, 1)]),
            (vec![row(1, 0, &[]), refusing(row(2, 0, &[]))], vec![loose(0, 2)], vec![(1, 0)]),
            (vec![refusing(row(1, 0, &[])), row(2, 0, &[])], vec![loose(0, 3), loose(1, 3)], vec![(0, 1)]),
            (vec![row(1, 0, &[]), row(2, 0, &[])], vec![loose(0, 2)], vec![]),
            (vec![refusing(row(1, 0, &[])), row(0, 2, &[])], vec![loose(0, 2)], vec![]),
        ] {
            let clusters = cluster(&keys, &loose, |_| 0);
            assert_eq!(clusters.people, 2, "{loose:?}");
            let carried: Vec<(u32, u32)> = clusters.carried.iter().map(|(row, person)| (row.0, person.0)).collect();
            let expected: Vec<(u32, u32)> =
                expected.into_iter().map(|(row, other)| (row, clusters.subject_of[other as usize].0)).collect();
            assert_eq!(carried, expected, "{loose:?}");
            assert!(clusters.ambiguities.is_empty(), "nothing is left to a person to review");
        }
    }

    #[test]
    fn people_who_share_their_first_key_keep_their_numbers_in_any_order() {
        let rows = [row(1, 9, &[5]), row(2, 9, &[8]), row(0, 9, &[8]), row(0, 9, &[5])];
        let numbers = |order: [usize; 4]| {
            let shuffled: Vec<Keys> = order.iter().map(|at| rows[*at]).collect();
            let clusters = cluster(&shuffled, &[], |contact| order[contact.0 as usize] as u64);
            let mut person = [0; 4];
            for (contact, at) in order.iter().enumerate() {
                person[*at] = clusters.subject_of[contact].0;
            }
            person
        };
        assert_eq!(numbers([0, 1, 2, 3]), [1, 0, 0, 1]);
        assert_eq!(numbers([2, 3, 0, 1]), numbers([0, 1, 2, 3]));
        assert_eq!(numbers([3, 2, 1, 0]), numbers([0, 1, 2, 3]));
    }

    #[test]
    fn the_order_of_rows_changes_nothing() {
        let rows = [
            row(1, 9, &[5]),
            row(2, 9, &[]),
            row(3, 0, &[5]),
            row(0, 9, &[5, 6]),
            row(1, 0, &[7]),
            row(4, 9, &[8]),
            row(0, 0, &[5]),
        ];
        let partition = |order: &[usize]| {
            let shuffled: Vec<Keys> = order.iter().map(|at| rows[*at]).collect();
            let clusters = cluster(&shuffled, &[], |contact| order[contact.0 as usize] as u64);
            let mut person = vec![0; rows.len()];
            for (contact, at) in order.iter().enumerate() {
                person[*at] = clusters.subject_of[contact].0;
            }
            person
        };
        let straight = partition(&[0, 1, 2, 3, 4, 5, 6]);
        for order in [[6, 5, 4, 3, 2, 1, 0], [3, 1, 6, 0, 2, 5, 4], [2, 4, 0, 6, 5, 3, 1]] {
            assert_eq!(partition(&order), straight);
        }
    }
}
