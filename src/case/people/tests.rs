#![allow(clippy::unwrap_used)]

use std::time::Instant;

use proptest::prelude::*;

use super::filter::disagreement;
use super::*;
use crate::audit::{CountryCode, rules};
use crate::case::{StopReason, best_cell};
use crate::store::{CellLine, LedgerCell, PersonLine, StateLine};
use crate::vocabulary::{Class, DAY, System, Voices};

/// Numbers that look like chance and are the same on every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
}

/// Whoever no system knows stands on one of two lists, some on both.
fn voices() -> Voices {
    let systems = [System::Mailchimp, System::HubSpot, System::Mautic].map(Voice::from);
    Voices::of(systems.into_iter().chain([Voice::of_list("fair.csv"), Voice::of_list("till.xlsx, June")]))
}

fn invented(people: u32) -> Ledger {
    let mut chance = Chance(7);
    let mut ledger = Ledger::with(voices());
    let id = |voice: Voice| voices().place(&voice);
    let systems = [System::Mailchimp, System::HubSpot, System::Mautic].map(|system| id(system.into()));
    let lists = [id(Voice::of_list("fair.csv")), id(Voice::of_list("till.xlsx, June"))];
    let countries = [*b"SE", *b"DE", *b"IT", *b"FR", *b"FI", *b"XX"];
    let first = ["Ada", "Bo", "Çelik", "Dag", "Eva", "Åsa", "Nils", "Maria", "Jan", "Olle"];
    let last = ["Lind", "Öberg", "Falk", "Ek", "Dahl", "Andersson", "Andersen", "Johansson", "Berg"];
    for person in 0..people {
        let cells = [Channel::Email, Channel::Sms];
        let count = if chance.below(5) == 0 { 2 } else { 1 };
        let known: Vec<VoiceId> = systems.into_iter().filter(|_| chance.below(2) == 0).collect();
        let known = if known.is_empty() { lists[chance.below(2) as usize..].to_vec() } else { known };
        ledger.push(&PersonLine {
            person,
            email: Some(format!("person{person:07}@example.org")),
            phone: (chance.below(3) == 0).then(|| format!("+4670174{person:05}")),
            name: (chance.below(8) > 0)
                .then(|| format!("{} {} {}", chance.of(&first), chance.of(&last), chance.below(1000))),
            company: (chance.below(4) == 0).then(|| format!("{} AB", chance.of(&last))),
            country: CountryCode(chance.of(&countries)),
            rows: 2,
            cells: cells[..count]
                .iter()
                .map(|channel| CellLine {
                    channel: *channel,
                    grade: chance.of(&Grade::ALL),
                    class: Class::D,
                    action: chance.of(&Action::ALL),
                    rules: (0..rules::ALL.len() as u32)
                        .filter(|_| chance.below(12) == 0)
                        .fold(0, |bits, at| bits | 1 << at),
                    states: known
                        .iter()
                        .map(|voice| {
                            let status = chance.of(&ConsentStatus::ALL);
                            StateLine { voice: *voice, status, says_yes: status == ConsentStatus::Given }
                        })
                        .collect(),
                    consent_at: (chance.below(3) > 0).then(|| (18_000 + chance.below(2_000) as i64) * DAY),
                    in_batch: chance.below(10) == 0,
                    declared: chance.below(10) == 0,
                    question: (chance.below(6) == 0).then_some(9),
                })
                .collect(),
        });
    }
    ledger
}

fn numbers(ledger: &Ledger, filter: &PeopleFilter, sort: PeopleSort) -> Vec<u32> {
    People::default().page(ledger, filter, sort, 0, u32::MAX).rows.iter().map(|row| row.person).collect()
}

/// The same question asked plainly, a facet at a time.
fn is_selected(person: Person<'_>, filter: &PeopleFilter, found: &[u32]) -> bool {
    let of_cell = |cell: LedgerCell<'_>| {
        let rule = |id: &String| rules::ALL.iter().position(|rule| rule.id == id.as_str()).unwrap();
        (filter.grades.is_empty() || filter.grades.contains(&cell.grade()))
            && (filter.channels.is_empty() || filter.channels.contains(&cell.channel()))
            && (filter.rules.is_empty() || filter.rules.iter().any(|id| cell.rules() & 1 << rule(id) != 0))
            && (filter.disagreement.is_empty() || filter.disagreement.contains(&disagreement(cell)))
            && (!filter.in_batch || cell.in_batch())
            && (!filter.declared || cell.declared())
            && (filter.question.is_none() || filter.question == cell.question())
    };
    let country = match person.country().word() {
        "" => "XX".to_owned(),
        word => word.to_owned(),
    };
    let first = person.cells().next().unwrap();
    (filter.text.is_empty() || found.contains(&person.number()))
        && (filter.countries.is_empty() || filter.countries.contains(&country))
        && (filter.buckets.is_empty() || filter.buckets.contains(&Bucket::of_person(person)))
        && (filter.systems.is_empty()
            || first
                .states()
                .iter()
                .any(|state| voices().get(state.voice).is_some_and(|voice| filter.systems.contains(voice))))
        && filter.stopped.is_none_or(|stopped| StopReason::of(person, stopped.channel) == Some(stopped.why))
        && person
            .cells()
            .filter(|cell| of_cell(*cell))
            .map(LedgerCell::action)
            .max_by_key(|action| (Bucket::of(*action), *action))
            .is_some_and(|best| filter.actions.is_empty() || filter.actions.contains(&best))
}

fn left(ledger: &Ledger, filter: &PeopleFilter) -> u32 {
    let found = ledger.search(&filter.text);
    ledger.people().filter(|person| is_selected(*person, filter, &found)).count() as u32
}

fn some<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Vec<T>> {
    prop_oneof![2 => Just(Vec::new()), 1 => prop::sample::subsequence(all.clone(), 1..=2.min(all.len()))]
}

prop_compose! {
    fn any_filter()(
        text in prop::sample::select(vec!["", "", "lind", "person000001", "AB"]),
        systems in some(voices().iter().map(|(_, voice)| voice.clone()).collect()),
        grades in some(Grade::ALL.to_vec()),
        actions in some(Action::ALL.to_vec()),
        buckets in some(Bucket::ALL.to_vec()),
        countries in some(vec!["SE".to_owned(), "XX".to_owned(), "IT".to_owned()]),
        fired in some(rules::ALL.iter().map(|rule| rule.id.to_owned()).collect()),
        channels in some(vec![Channel::Email, Channel::Sms]),
        disagreement in some(vec![Disagreement::SaidNoStillYes, Disagreement::SameEverywhere]),
        (in_batch, declared) in (prop::bool::weighted(0.1), prop::bool::weighted(0.1)),
        question in prop::option::weighted(0.1, Just(9)),
        stopped in prop::option::weighted(0.1, prop::sample::select(vec![
            Stopped { why: StopReason::SaidNo, channel: None },
            Stopped { why: StopReason::Unreliable, channel: Some(Channel::Email) },
        ])),
    ) -> PeopleFilter {
        PeopleFilter {
            text: text.to_owned(), systems, grades, actions, buckets, countries, rules: fired, channels, disagreement,
            conflict: None, consent: None, in_batch, declared, question, stopped,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn every_count_is_what_would_be_left(filter in any_filter()) {
        let ledger = invented(400);
        let facets = People::default().facets(&ledger, &filter);
        prop_assert_eq!(facets.left, left(&ledger, &filter));
        prop_assert_eq!(facets.left as usize, numbers(&ledger, &filter, PeopleSort::default()).len());
        for value in &facets.grades {
            let grades = Grade::ALL.into_iter().filter(|grade| grade.word() == value.value).collect();
            prop_assert_eq!(value.people, left(&ledger, &PeopleFilter { grades, ..filter.clone() }));
        }
        for value in &facets.rules {
            let rules = vec![value.value.clone()];
            prop_assert_eq!(value.people, left(&ledger, &PeopleFilter { rules, ..filter.clone() }));
        }
        for value in &facets.countries {
            let countries = vec![value.value.clone()];
            prop_assert_eq!(value.people, left(&ledger, &PeopleFilter { countries, ..filter.clone() }));
        }
        for value in &facets.systems {
            let systems = vec![value.value.parse().unwrap()];
            prop_assert_eq!(value.people, left(&ledger, &PeopleFilter { systems, ..filter.clone() }));
        }
        for value in &facets.actions {
            let actions = Action::ALL.into_iter().filter(|one| one.word().replace(' ', "-") == value.value).collect();
            prop_assert_eq!(value.people, left(&ledger, &PeopleFilter { actions, ..filter.clone() }));
        }
        for value in &facets.channels {
            let channels = Channel::ALL.into_iter().filter(|channel| channel.word() == value.value).collect();
            prop_assert_eq!(value.people, left(&ledger, &PeopleFilter { channels, ..filter.clone() }));
        }
        for value in &facets.buckets {
            let buckets = Bucket::ALL.into_iter().filter(|bucket| bucket.word() == value.value).collect();
            prop_assert_eq!(value.people, left(&ledger, &PeopleFilter { buckets, ..filter.clone() }));
        }
    }
}

#[test]
fn every_word_of_a_facet_is_one_a_filter_takes() {
    let facets = People::default().facets(&invented(400), &PeopleFilter::default());
    fn taken<T: serde::de::DeserializeOwned>(values: &[FacetValue]) {
        assert!(!values.is_empty());
        for value in values {
            serde_json::from_value::<T>(serde_json::Value::String(value.value.clone())).expect(&value.value);
        }
    }
    taken::<Voice>(&facets.systems);
    taken::<Disagreement>(&facets.disagreement);
    taken::<Grade>(&facets.grades);
    taken::<Action>(&facets.actions);
    taken::<Bucket>(&facets.buckets);
    taken::<Channel>(&facets.channels);
}

#[test]
fn pages_in_any_order_put_together_are_the_whole_list() {
    let ledger = invented(1000);
    let people = People::default();
    let filter = PeopleFilter { channels: vec![Channel::Email], ..PeopleFilter::default() };
    let columns = [
        PeopleColumn::Person,
        PeopleColumn::Name,
        PeopleColumn::Company,
        PeopleColumn::Country,
        PeopleColumn::Grade,
        PeopleColumn::Action,
        PeopleColumn::Rules,
    ];
    for column in columns {
        for descending in [false, true] {
            let sort = PeopleSort { column, descending };
            let whole = numbers(&ledger, &filter, sort);
            let mut parts = Vec::new();
            for from in (0..1000).step_by(77) {
                let page = people.page(&ledger, &filter, sort, from, 77);
                assert_eq!(page.total as usize, whole.len());
                parts.extend(page.rows.iter().map(|row| row.person));
            }
            assert_eq!(parts, whole, "{column:?}");
            assert_eq!(people.place(&ledger, &filter, sort, whole[10]), Some(10));
            let mut sorted = whole.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), whole.len(), "nobody stands twice");
        }
    }
}

#[test]
fn names_stand_in_alphabetical_order_and_the_nameless_last_either_way() {
    let ledger = invented(1000);
    for descending in [false, true] {
        let sort = PeopleSort { column: PeopleColumn::Name, descending };
        let rows = People::default().page(&ledger, &PeopleFilter::default(), sort, 0, 1000).rows;
        let named: Vec<String> =
            rows.iter().map_while(|row| row.name.as_deref().map(crate::normalise::fold::fold)).collect();
        let mut sorted = named.clone();
        sorted.sort();
        if descending {
            sorted.reverse();
        }
        assert_eq!(named, sorted);
        assert!(rows[named.len()..].iter().all(|row| row.name.is_none()));
        assert!(named.len() > 500 && named.len() < 1000);
    }
}

#[test]
fn the_cell_shown_is_the_best_that_the_filter_leaves() {
    let ledger = invented(400);
    let filter = PeopleFilter { channels: vec![Channel::Sms], ..PeopleFilter::default() };
    let page = People::default().page(&ledger, &filter, PeopleSort::default(), 0, 400);
    assert!(!page.rows.is_empty());
    assert!(page.rows.iter().all(|row| row.channel == Channel::Sms));
    for row in People::default().page(&ledger, &PeopleFilter::default(), PeopleSort::default(), 0, 400).rows {
        let best = ledger.person(row.person).unwrap().cells().map(|cell| Bucket::of(cell.action())).max();
        assert_eq!(Some(row.bucket), best);
        assert_eq!(row.bucket, Bucket::of(row.action));
    }
}

#[test]
fn a_square_of_the_matrix_holds_those_who_said_no_here_and_are_a_yes_there() {
    let ledger = invented(2000);
    let conflict = Some(Conflict { no_in: System::Mailchimp.into(), yes_in: System::HubSpot.into() });
    let page = People::default().page(
        &ledger,
        &PeopleFilter { conflict, ..PeopleFilter::default() },
        PeopleSort::default(),
        0,
        2000,
    );
    let at = |system: System| page.systems.iter().position(|known| *known == system.into()).unwrap();
    assert!(!page.rows.is_empty());
    for row in &page.rows {
        assert!(row.states[at(System::Mailchimp)].unwrap().is_refusal());
        assert_eq!(row.states[at(System::HubSpot)], Some(ConsentStatus::Given));
    }
}

#[test]
fn who_is_none_of_the_case_leaves_nobody() {
    let ledger = invented(100);
    let left = |filter: PeopleFilter| People::default().facets(&ledger, &filter).left;
    let stranger = || Voice::of_list("winter.csv");
    assert_eq!(left(PeopleFilter { systems: vec![stranger()], ..PeopleFilter::default() }), 0);
    let conflict = Some(Conflict { no_in: stranger(), yes_in: stranger() });
    assert_eq!(left(PeopleFilter { conflict, ..PeopleFilter::default() }), 0);
}

#[test]
fn days_of_consent_include_both_ends_and_leave_out_the_undated() {
    let ledger = invented(2000);
    let counted = |consent: ConsentDays| {
        let filter = PeopleFilter { consent: Some(consent), ..PeopleFilter::default() };
        People::default().facets(&ledger, &filter).left
    };
    let day = |days: i64| Some((chrono::NaiveDate::default() + chrono::TimeDelta::days(days)).to_string());
    let one = ConsentDays { from_day: day(18_100), to_day: day(18_100), undated: false };
    let naive = |from: i64, to: i64| {
        let within = |at: i64| (from..=to).contains(&at.div_euclid(DAY));
        ledger.people().filter(|person| best_cell(*person).consent_at().is_some_and(within)).count() as u32
    };
    assert_eq!(counted(one), naive(18_100, 18_100));
    assert_eq!(
        counted(ConsentDays { from_day: day(18_000), to_day: day(18_500), undated: false }),
        naive(18_000, 18_500)
    );
    assert_eq!(counted(ConsentDays::default()), naive(0, i64::MAX));
    let undated = ledger.people().filter(|person| best_cell(*person).consent_at().is_none()).count();
    assert_eq!(counted(ConsentDays { undated: true, ..ConsentDays::default() }) as usize, undated);
}

fn actions_of(ledger: &Ledger, number: u32) -> Vec<Action> {
    ledger.person(number).unwrap().cells().map(LedgerCell::action).collect()
}

#[test]
fn everybody_counts_once_among_the_actions_by_the_best_that_the_filter_leaves() {
    let ledger = invented(400);
    for channels in [vec![], vec![Channel::Sms], vec![Channel::Email]] {
        let facets = People::default().facets(&ledger, &PeopleFilter { channels, ..PeopleFilter::default() });
        assert_eq!(facets.actions.iter().map(|action| action.people).sum::<u32>(), facets.left);
    }
    let whole = People::default().facets(&ledger, &PeopleFilter::default());
    for bucket in Bucket::ALL {
        let of_bucket = |value: &&FacetValue| {
            let action = Action::ALL.into_iter().find(|action| action.word().replace(' ', "-") == value.value);
            Bucket::of(action.unwrap()) == bucket
        };
        let people = whole.actions.iter().filter(of_bucket).map(|action| action.people).sum::<u32>();
        let told = whole.buckets.iter().find(|value| value.value == bucket.word()).unwrap().people;
        assert_eq!(people, told, "{bucket:?}");
    }
}

#[test]
fn a_decision_changes_the_counts_at_once() {
    let mut ledger = invented(50);
    let people = People::default();
    let filter = PeopleFilter { actions: vec![Action::Restrict], ..PeopleFilter::default() };
    let before = people.facets(&ledger, &filter).left;
    let other =
        (0..50).find(|number| matches!(actions_of(&ledger, *number).as_slice(), [one] if *one != Action::Restrict));
    ledger.decide(other.unwrap(), 0, Some(Action::Restrict));
    assert_eq!(people.facets(&ledger, &filter).left, before + 1);
    assert!(people.page(&ledger, &filter, PeopleSort::default(), 0, 50).rows.iter().any(|row| row.decided));
    ledger.decide(other.unwrap(), 0, None);
    assert_eq!(people.facets(&ledger, &filter).left, before);
}

/// What a million people cost. Prints a table; fails where an answer takes longer than a person notices. The search for
/// a text is the library's: without `--config 'profile.dev.package.memchr.opt-level=3'` beside it, it is slow.
///
///     cargo test --workspace --lib --config 'profile.dev.package.bonafide.opt-level=3' a_million -- --ignored --nocapture
#[test]
#[ignore = "measures, and needs an optimised build"]
#[expect(clippy::print_stdout, reason = "the figures are what it is run for")]
fn a_million_people_are_narrowed_down_without_waiting() {
    let ledger = invented(1_000_000);
    let people = People::default();
    let all = PeopleFilter::default;
    let (mut lines, mut slow) = (Vec::new(), Vec::new());
    let mut time = |what: &str, most: u128, work: &mut dyn FnMut() -> u32| {
        let start = Instant::now();
        let left = work();
        let took = start.elapsed();
        lines.push(format!("| {what} | {left} | {:.1} ms |", took.as_secs_f64() * 1000.0));
        if took.as_millis() > most {
            slow.push(format!("{what} took {} ms", took.as_millis()));
        }
    };
    let by = |column: PeopleColumn| PeopleSort { column, descending: false };
    time("all facets, everybody, first time", 1000, &mut || people.facets(&ledger, &all()).left);
    let filters = [
        ("one grade", PeopleFilter { grades: vec![Grade::E2], ..all() }),
        ("said no, still a yes", PeopleFilter { disagreement: vec![Disagreement::SaidNoStillYes], ..all() }),
        ("a country, a rule", PeopleFilter { countries: vec!["SE".into()], rules: vec!["no-basis".into()], ..all() }),
        ("a text of few", PeopleFilter { text: "person0000123".into(), ..all() }),
        ("a text of everybody", PeopleFilter { text: "example.org".into(), ..all() }),
        (
            "a square of the matrix",
            PeopleFilter {
                conflict: Some(Conflict { no_in: System::Mailchimp.into(), yes_in: System::HubSpot.into() }),
                ..all()
            },
        ),
    ];
    for (what, filter) in &filters {
        time(&format!("facets: {what}"), 200, &mut || people.facets(&ledger, filter).left);
        time(&format!("first page: {what}"), 100, &mut || {
            people.page(&ledger, filter, PeopleSort::default(), 0, 100).total
        });
    }
    for column in [PeopleColumn::Grade, PeopleColumn::Rules, PeopleColumn::Name, PeopleColumn::Company] {
        time(&format!("everybody by {column:?}, first time"), 1000, &mut || {
            people.page(&ledger, &all(), by(column), 0, 100).total
        });
        time(&format!("by {column:?}, a page further on"), 100, &mut || {
            people.page(&ledger, &all(), by(column), 500_000, 100).total
        });
    }
    let narrowed = &filters[0].1;
    time("one grade by name", 100, &mut || people.page(&ledger, narrowed, by(PeopleColumn::Name), 0, 100).total);
    println!("| what | people | time |\n|---|--:|--:|\n{}", lines.join("\n"));
    assert!(slow.is_empty(), "{slow:#?}");
}
