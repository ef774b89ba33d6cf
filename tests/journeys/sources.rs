//! What the Sources screen shows and does: cards, columns, questions, corrections by hand, and forgetting an import.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use bonafide::case::sources::{Asked, Change, LikelyReason, State, TableDates};
use bonafide::case::{Case, Imported, Settings};
use bonafide::import::{DateOrder, Mapping, Repair};
use bonafide::report::write_rejected;
use bonafide::store::Casefile;
use bonafide::vocabulary::{ConsentStatus, Field, TableId};

use crate::norrsken;
use crate::support::{Audited, Setting, TODAY, folder_of, import_all, onward};

pub fn case_of(paths: &[PathBuf], setting: &Setting) -> Case {
    let mut case = Case::new(Casefile::throwaway().unwrap());
    let settings = Settings { name: "Norrsken".to_owned(), today: TODAY.to_owned(), ..Settings::default() };
    case.keep_settings(&settings).unwrap();
    import_all(&mut case, paths, setting);
    case
}

fn ordered(order: DateOrder) -> Change {
    Change::Dates { order }
}

fn means(field: Field) -> Change {
    Change::Meaning { field: Some(field) }
}

pub fn words(words: &[(&str, ConsentStatus)]) -> Change {
    Change::Words { words: words.iter().map(|(word, status)| ((*word).to_owned(), *status)).collect() }
}

const FAIR: &str = "Nome e cognome,E-mail,Data consenso,Consenso mkt,Stand\n\
    Giulia Rinaldi,giulia@example.org,03/04/2025,SI,A12\n\
    Marco Bellini,marco@example.org,04/04/2025,SI,A12\n\
    Anna Sjöberg,anna@example.org,05/04/2025,forse,A14\n\
    Nessuno,,05/04/2025,NO,A14\n";

fn fair() -> (tempfile::TempDir, Vec<PathBuf>) {
    folder_of(&[("fair.csv", FAIR)])
}

pub const TABLE: TableId = TableId(0);

#[test]
fn the_sample_is_told_by_file_and_asks_one_question() {
    let case = case_of(&norrsken::paths(), &norrsken::setting(""));
    let sources = case.sources().unwrap();
    assert_eq!(sources.files.len(), 5);
    assert_eq!(sources.rows, sources.accepted + sources.rejected);
    assert_eq!((sources.systems, sources.lists, sources.open_questions), (4, 1, 1));
    let mautic = sources.files.iter().find(|file| file.name == "mautic-contacts.csv").unwrap();
    assert_eq!((mautic.state, mautic.tables[0].lacks.as_deref()), (State::Incomplete, Some("lacks-mautic")));
    let workbook = sources.files.iter().find(|file| file.name.ends_with(".xlsx")).unwrap();
    assert_eq!((workbook.state, workbook.tables.len()), (State::Question, 3));
    assert_eq!(workbook.tables[2].dates, TableDates::Unclear);

    let questions = case.questions().unwrap();
    assert_eq!(questions[0].header, "Samtyckesdatum");
    let Asked::DateOrder { dates, both_ways, written, day_first, month_first, .. } = &questions[0].asked else {
        panic!("it asks for the order of dates")
    };
    assert!(*both_ways > 0 && dates >= both_ways, "{both_ways} of {dates}");
    assert!(written.len() == 3 && day_first.len() == 3 && month_first.len() == 3);
    assert_eq!(case.facts().unwrap().open_questions, 1);
}

#[test]
fn a_table_shows_three_different_cells_of_each_column_and_masks_what_tells_of_a_person() {
    let (_folder, paths) = fair();
    let case = case_of(&paths, &Setting::default());
    let view = case.table(TABLE).unwrap();
    assert_eq!(view.columns[2].samples, ["03/04/2025", "04/04/2025", "05/04/2025"]);
    assert_eq!(view.columns[3].samples, ["SI", "forse", "NO"]);
    let personal: Vec<bool> = view.columns.iter().map(|column| column.personal).collect();
    assert_eq!(personal, [true, true, false, false, true]);
    assert_eq!((view.columns[1].field, view.columns[1].filled), (Some(Field::Email), 3));
    assert_eq!(view.card.lacks.as_deref(), Some("lacks-list-source"));
}

#[test]
fn the_country_where_people_live_decides_between_day_and_month_where_nothing_else_does() {
    let list = "email,newsletter,consent date\n\
        ada@example.org,yes,03/04/2025\nbo@example.org,yes,05/06/2025\ncy@example.org,yes,07/08/2025\n";
    let order = |list: &str, home: Option<&'static str>| {
        let (_folder, paths) = folder_of(&[("list.csv", list)]);
        let case = case_of(&paths, &Setting { home, ..Setting::default() });
        let order = case.table_facts().unwrap()[0].recognition.columns[2].dates;
        (order.unwrap(), case.open_questions().unwrap())
    };
    assert_eq!(order(list, None), (DateOrder::Ambiguous, 1));
    assert_eq!(order(list, Some("IT")), (DateOrder::DayFirst, 0));
    assert_eq!(order(list, Some("US")), (DateOrder::MonthFirst, 0));
    assert_eq!(order(list, Some("CA")), (DateOrder::Ambiguous, 1));
    // What the dates themselves show counts more; and a clock with am and pm speaks against day first.
    assert_eq!(order(&list.replace("03/04", "03/24"), Some("IT")), (DateOrder::MonthFirst, 0));
    assert_eq!(order(&list.replace("2025", "2025 10:12 am"), Some("IT")), (DateOrder::Ambiguous, 1));
    // Said later, it comes to the same, and is taken back again.
    let (_folder, paths) = folder_of(&[("list.csv", list)]);
    let mut case = case_of(&paths, &Setting::default());
    for (home, order) in [(Some("IT"), DateOrder::DayFirst), (None, DateOrder::Ambiguous)] {
        case.audit(&Setting { home, ..Setting::default() }.audit(), &mut onward).unwrap();
        assert_eq!(case.table_facts().unwrap()[0].recognition.columns[2].dates, Some(order), "{home:?}");
        assert_eq!(case.open_questions().unwrap(), u32::from(order == DateOrder::Ambiguous), "{home:?}");
    }
}

#[test]
fn two_questions_are_asked_of_the_fair_list_and_an_answer_is_not_asked_again() {
    let (_folder, paths) = fair();
    let mut case = case_of(&paths, &Setting::default());
    let asked = case.questions().unwrap();
    let Asked::DateOrder { dates, both_ways, likely: Some(likely), day_first, month_first, .. } = &asked[0].asked
    else {
        panic!("the order of dates is asked first")
    };
    assert_eq!((*dates, *both_ways), (4, 3));
    assert_eq!((likely.order, likely.reason), (DateOrder::DayFirst, LikelyReason::CloserTogether));
    assert_eq!(day_first[..2], ["2025-04-03", "2025-04-05"]);
    assert_eq!(month_first[..2], ["2025-03-04", "2025-05-04"]);
    assert!(matches!(&asked[1].asked, Asked::Words { words, .. } if words == &["forse"]));

    case.correct(TABLE, 3, &ordered(DateOrder::Unknown), &mut onward).unwrap();
    case.correct(TABLE, 4, &words(&[("forse", ConsentStatus::Unknown)]), &mut onward).unwrap();
    assert_eq!(case.open_questions().unwrap(), 0);
    assert_eq!(case.sources().unwrap().files[0].tables[0].dates, TableDates::Unknown);
    let values = case.column_values(TABLE, 4).unwrap().values;
    let maybe = values.iter().find(|value| value.word == "forse").unwrap();
    assert_eq!((maybe.status, maybe.by_hand), (ConsentStatus::Unknown, true));
}

#[test]
fn a_word_nobody_knows_is_asked_about_once_in_every_column_that_holds_a_will() {
    let (_folder, paths) = folder_of(&[(
        "will.csv",
        "E-mail,Newsletter,Do not email,Newsletter status\n\
         ada@example.org,forse,forse,ibernato\n\
         bo@example.org,SI,X,active\n\
         eva@example.org,forse,,ibernato\n\
         kim@example.org,never asked,never asked,unknown\n",
    )]);
    let case = case_of(&paths, &Setting::default());
    let asked: Vec<(u32, Vec<String>)> = case
        .questions()
        .unwrap()
        .into_iter()
        .map(|question| match question.asked {
            Asked::Words { words, .. } => (question.position, words),
            other => panic!("{other:?}"),
        })
        .collect();
    let words = |word: &str| vec![word.to_owned()];
    assert_eq!(asked, [(2, words("forse")), (3, words("forse")), (4, words("ibernato"))]);
}

#[test]
fn a_header_with_two_meanings_that_lie_close_together_is_asked_about() {
    let (_folder, paths) = folder_of(&[(
        "stato.csv",
        "E-mail,Stato\nada@example.org,A1\nbo@example.org,\neva@example.org,active\nkim@example.org,Italia\n",
    )]);
    let case = case_of(&paths, &Setting::default());
    let view = case.table(TABLE).unwrap();
    let questions = case.questions().unwrap();
    let asked = questions.iter().any(|question| matches!(question.asked, Asked::Meaning { field: Field::Status, .. }));
    assert!(asked, "{:?} {:?}", view.columns[1].field, view.columns[1].why);
    assert!(view.columns[1].why.contains("may as well mean"), "{}", view.columns[1].why);
}

#[test]
fn a_correction_can_be_taken_back_and_leaves_no_trace() {
    let (_folder, paths) = fair();
    let mut case = case_of(&paths, &Setting::default());
    let before = case.store.tables().unwrap();
    let rejected = case.rejected_rows(TABLE, 0, 10).unwrap();
    let preview = case.preview_correction(TABLE, 2, &means(Field::Notes), &mut onward).unwrap();
    case.correct(TABLE, 2, &means(Field::Notes), &mut onward).unwrap();
    case.correct(TABLE, 1, &Change::Meaning { field: None }, &mut onward).unwrap();
    let now = &case.store.tables().unwrap()[0];
    assert_eq!((now.accepted, now.rejected), (0, 4), "nothing identifies anybody");
    assert_eq!((preview.accepted, preview.rejected, preview.tables), (4, 0, 1));
    assert_eq!((preview.accepted_then, preview.rejected_then), (4, 0), "names still identify");
    assert!(case.table(TABLE).unwrap().columns[0].by_hand);

    assert_eq!(case.undo_correction(&mut onward).unwrap().unwrap().header, "Nome e cognome");
    assert_eq!(case.undo_correction(&mut onward).unwrap().unwrap().header, "E-mail");
    assert!(case.undo_correction(&mut onward).unwrap().is_none());
    assert_eq!(case.store.tables().unwrap(), before);
    assert_eq!(case.rejected_rows(TABLE, 0, 10).unwrap(), rejected);
}

#[test]
fn words_set_by_hand_change_what_rows_say_and_verdicts_are_taken_back() {
    let (_folder, paths) = fair();
    let setting = Setting::default();
    let mut case = case_of(&paths, &setting);
    case.audit(&setting.audit(), &mut onward).unwrap();
    case.correct(TABLE, 4, &words(&[("forse", ConsentStatus::Withdrawn)]), &mut onward).unwrap();
    assert!(case.summary().unwrap().is_none(), "the verdicts hold no longer");
    let values = case.column_values(TABLE, 4).unwrap();
    let said: BTreeMap<&str, ConsentStatus> =
        values.values.iter().map(|value| (value.word.as_str(), value.status)).collect();
    assert_eq!(said["forse"], ConsentStatus::Withdrawn);
    assert_eq!((values.cells, values.empty, said["SI"]), (4, 0, ConsentStatus::Given));
    let audited = Audited::again(case, &setting);
    let anna =
        audited.lists().table("people.csv").into_iter().find(|line| line["email"] == "anna@example.org").unwrap();
    assert_eq!(anna["grade"], "NEG");
}

#[test]
fn a_correction_holds_for_every_table_of_its_layout_whichever_came_first() {
    let other = FAIR.replace("giulia", "carla").replace("marco", "ugo").replace("anna", "eva");
    let (_folder, paths) = folder_of(&[("a.csv", FAIR), ("b.csv", &other)]);
    let setting = Setting::default();
    let mut first = case_of(&paths[..1], &setting);
    first.correct(TABLE, 3, &ordered(DateOrder::MonthFirst), &mut onward).unwrap();
    import_all(&mut first, &paths[1..], &setting);
    let mut last = case_of(&paths, &setting);
    last.correct(TableId(1), 3, &ordered(DateOrder::MonthFirst), &mut onward).unwrap();
    assert_eq!(first.questions().unwrap().len(), 2, "only the words are still asked about, once per table");
    let lists = Audited::again(last, &setting).lists();
    Audited::again(first, &setting).lists().assert_same(&lists, "corrected first or last");
}

#[test]
fn a_mapping_of_the_command_line_holds_for_a_file_that_is_there_already() {
    let (_folder, paths) = fair();
    let mapped = Setting::correcting(&["Data consenso=month first", "E-mail=ignored", "#1=ignored"]);
    let fresh = case_of(&paths, &mapped);
    let mut case = case_of(&paths, &Setting::default());
    let imported = case.import(&paths[0], &mapped.import(), &mut onward).unwrap();
    assert!(matches!(imported, Imported::AlreadyThere(name) if name == "fair.csv"));
    assert_eq!(case.store.tables().unwrap(), fresh.store.tables().unwrap());
    assert_eq!(case.store.tables().unwrap()[0].accepted, 0);
}

#[test]
fn a_forgotten_file_leaves_no_trace() {
    let other = "Email,Opted out\nanna@example.org,yes\nnew@example.org,no\n";
    let (_folder, paths) = folder_of(&[("fair.csv", FAIR), ("crm.csv", other)]);
    let setting = Setting::default();
    for (kept, forgotten) in [(0, 1), (1, 0)] {
        let mut case = case_of(&paths, &setting);
        case.audit(&setting.audit(), &mut onward).unwrap();
        let file = case.sources().unwrap().files[forgotten].file;
        assert_eq!(case.forget(file.into(), TODAY, &mut onward).unwrap(), ["fair.csv", "crm.csv"][forgotten]);
        assert!(case.summary().unwrap().is_none() && case.store.files().unwrap().len() == 1);
        let alone = Audited::of(&paths[kept..=kept], &setting).lists();
        let left = Audited::again(case, &setting);
        left.lists().assert_same(&alone, "forgotten or never there");
        let mut case = left.case;
        import_all(&mut case, &paths[forgotten..=forgotten], &setting);
        let again = Audited::again(case, &setting).lists();
        again.assert_same(&Audited::of(&paths, &setting).lists(), "imported once more");
    }
}

#[test]
fn what_was_said_of_columns_outlives_the_file() {
    let (_folder, paths) = fair();
    let mut case = case_of(&paths, &Setting::default());
    case.correct(TABLE, 3, &ordered(DateOrder::DayFirst), &mut onward).unwrap();
    case.forget(1, TODAY, &mut onward).unwrap();
    import_all(&mut case, &paths, &Setting::default());
    let table = &case.store.tables().unwrap()[0];
    assert_eq!(table.recognition.columns[2].dates, Some(DateOrder::DayFirst));
    assert_eq!(table.id, TableId(1), "a number is not given twice");
    assert!(case.forget(99, TODAY, &mut onward).is_err());
}

#[test]
fn rejected_rows_are_shown_as_they_were_read_and_saved_without_formulas() {
    let list = "Email,Since\nada@example.org,2024-01-01\n=1+1,2024-01-02\nbo@example.org,2024-01-03,too,many\n";
    let (folder, paths) = folder_of(&[("list.csv", list)]);
    let case = case_of(&paths, &Setting::default());
    let page = case.rejected_rows(TABLE, 0, 10).unwrap();
    assert_eq!((page.total, page.rows), (2, 3));
    assert_eq!(page.reasons.iter().map(|reason| reason.first.clone()).collect::<Vec<_>>(), [vec![3], vec![4]]);
    assert_eq!(page.page[0].text, "=1+1,2024-01-02");
    assert_eq!(page.page[1].text, "bo@example.org,2024-01-03,too,many");
    let path = folder.path().join("rejected.csv");
    assert_eq!(write_rejected(&path, &case, TABLE).unwrap(), 2);
    let written = std::fs::read_to_string(path).unwrap();
    assert!(written.contains("\"'=1+1,2024-01-02\""), "{written}");
}

#[test]
fn what_is_not_there_is_refused() {
    let (_folder, paths) = fair();
    let mut case = case_of(&paths, &Setting::default());
    assert!(case.table(TableId(7)).is_err());
    assert!(case.column_values(TABLE, 9).is_err());
    assert!(case.correct(TABLE, 0, &ordered(DateOrder::DayFirst), &mut onward).is_err());
    assert!(case.correct(TABLE, 6, &ordered(DateOrder::DayFirst), &mut onward).is_err());
    assert!(case.correct(TABLE, 3, &ordered(DateOrder::Ambiguous), &mut onward).is_err());
}

#[test]
fn what_was_mended_is_kept_with_the_import_shown_and_forgotten_with_it() {
    let mut text = String::from("Email,Phone,City\n");
    for row in 0..12 {
        text += &format!("p{row}@example.org,+46 70 174 06 {row:02},Lund\n");
    }
    text += "a@example.org,4.67E+10,Lund\nb@example.org,'+46 70 174 06 05\nc@example.org,\"=\"\"+46 70 174 06 06\"\"\",Lund\n";
    let (_folder, paths) = folder_of(&[("list.csv", &text)]);
    let mut case = case_of(&paths, &Setting::default());
    let sources = case.sources().unwrap();
    let card = &sources.files[0].tables[0];
    assert_eq!((card.rows, card.accepted, card.repaired), (15, 15, 3));
    let of = |what: Repair| card.repairs.iter().find(|repair| repair.what == what).map(|repair| repair.first.clone());
    assert_eq!(of(Repair::RoundedNumber), Some(vec![14]));
    assert_eq!(of(Repair::Apostrophe), Some(vec![15]));
    assert_eq!(of(Repair::MissingCells), Some(vec![15]));
    assert_eq!(of(Repair::FormulaText), Some(vec![16]));
    assert!(serde_json::to_string(&card.repairs).unwrap().contains("rounded_number"));
    case.forget(i64::from(sources.files[0].file), "2026-11-01", &mut onward).unwrap();
    assert!(case.sources().unwrap().files.is_empty());
}

#[test]
fn a_file_in_which_nobody_was_found_is_no_source_of_people_and_lacks_nothing() {
    let (_folder, paths) = folder_of(&[
        ("klaviyo.csv", "Email,First Name,Last Name,Klaviyo ID,Email Marketing Consent\n"),
        ("letter.csv", "Dear all\nplease remember the fair on Sunday.\n"),
        ("list.csv", "E-Mail,Name,Newsletter\na@example.org,Ada,ja\nkein-at-zeichen,Bo,nein\n-,Cy,ja\nSumme,3,\n"),
    ]);
    let case = case_of(&paths, &Setting::default());
    let sources = case.sources().unwrap();
    assert_eq!((sources.files.len(), sources.systems, sources.lists), (3, 0, 1));
    let lacks = |at: usize| sources.files[at].tables[0].lacks.as_deref();
    assert_eq!((lacks(0), lacks(1)), (None, None));
    let list = &sources.files[2].tables[0];
    assert_eq!((list.rows, list.accepted, list.rejected), (4, 3, 1), "the total is no person, a name alone is one");
    assert_eq!(
        list.repairs.iter().map(|repair| (repair.what, repair.first.clone())).collect::<Vec<_>>(),
        [(Repair::NoAddress, vec![3])]
    );
}

#[test]
fn a_verdict_that_no_longer_holds_is_said_to_be_taken_back() {
    let (_folder, paths) = folder_of(&[
        ("one.csv", "E-Mail,Newsletter\na@example.org,ja\n"),
        ("two.csv", "E-Mail,Newsletter\nb@example.org,nein\n"),
    ]);
    let mut case = case_of(&paths[..1], &Setting::default());
    assert!(!case.facts().unwrap().taken_back, "nobody was judged yet");
    case.audit(&Setting::default().audit(), &mut onward).unwrap();
    assert!(!case.facts().unwrap().taken_back);
    import_all(&mut case, &paths[1..], &Setting::default());
    assert_eq!((case.facts().unwrap().people, case.facts().unwrap().taken_back), (None, true));
    case.audit(&Setting::default().audit(), &mut onward).unwrap();
    assert_eq!((case.facts().unwrap().people, case.facts().unwrap().taken_back), (Some(2), false));
}

#[test]
fn a_mapping_is_saved_without_a_row_and_tells_another_case_the_same() {
    let (_folder, paths) = fair();
    let mut case = case_of(&paths, &Setting::default());
    case.correct(TABLE, 3, &ordered(DateOrder::DayFirst), &mut onward).unwrap();
    case.correct(TABLE, 4, &words(&[("forse", ConsentStatus::Pending)]), &mut onward).unwrap();
    case.correct(TABLE, 5, &means(Field::ConsentSource), &mut onward).unwrap();
    let saved = case.mapping(TABLE).unwrap();
    for cell in ["Rinaldi", "giulia@", "03/04/2025", "A12", "fair.csv"] {
        assert!(!saved.contains(cell), "{cell} is no part of a mapping");
    }

    let mut colleague = case_of(&paths, &Setting::default());
    let before = colleague.store.tables().unwrap();
    let mapping = Mapping::parse(&saved).unwrap();
    assert_eq!(
        colleague.apply_mapping(TABLE, &mapping, &mut onward).unwrap(),
        3,
        "the others are understood so already"
    );
    assert_eq!(colleague.store.tables().unwrap(), case.store.tables().unwrap());
    assert_eq!(colleague.mapping(TABLE).unwrap(), saved);
    assert_eq!(colleague.apply_mapping(TABLE, &mapping, &mut onward).unwrap(), 0, "nothing is left to say");
    let undone = colleague.undo_correction(&mut onward).unwrap().unwrap();
    assert_eq!((undone.position, undone.header.as_str()), (0, ""));
    assert_eq!(colleague.store.tables().unwrap(), before, "taken back in one step");

    // The same by the command line's way, at the import.
    let mut case = Case::new(Casefile::throwaway().unwrap());
    let mut options = Setting::default().import();
    options.corrections = options.corrections.with_mappings([mapping.clone()]);
    case.import(&paths[0], &options, &mut onward).unwrap();
    let columns = &case.store.tables().unwrap()[0].recognition.columns;
    assert_eq!((columns[4].field, columns[2].dates), (Some(Field::ConsentSource), Some(DateOrder::DayFirst)));

    let (_other, others) = folder_of(&[("fair.csv", FAIR.replace("Stand", "Padiglione").as_str())]);
    let mut other = case_of(&others, &Setting::default());
    let error = other.apply_mapping(TABLE, &mapping, &mut onward).unwrap_err().to_string();
    assert!(error.contains("“Stand”"), "{error}");
    assert!(other.undo_correction(&mut onward).unwrap().is_none(), "nothing was changed");
}

/// The browser draws the screen over this recording. `UPDATE=1` rewrites it.
#[test]
fn the_recording_of_the_sources_screen_is_up_to_date() {
    let mut case = case_of(&norrsken::paths(), &norrsken::setting(""));
    let question = case.questions().unwrap()[0].clone();
    let asked = recorded(&case);
    case.correct(TableId(question.table), question.position, &ordered(DateOrder::DayFirst), &mut onward).unwrap();
    let answered = recorded(&case);
    let fresh = serde_json::json!({ "asked": asked, "answered": answered });
    let fresh = format!("{}\n", serde_json::to_string_pretty(&fresh).unwrap());
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/backend/recorded/sources.json");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &fresh).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(kept == fresh, "stale: run UPDATE=1 cargo nextest run --workspace recording");
}

fn recorded(case: &Case) -> serde_json::Value {
    let sources = case.sources().unwrap();
    let (mut tables, mut values, mut rejected) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for card in sources.files.iter().flat_map(|file| &file.tables) {
        let table = TableId(card.table);
        let view = case.table(table).unwrap();
        for column in view.columns.iter().filter(|column| column.states) {
            let words = case.column_values(table, column.position).unwrap();
            values.insert(format!("{}:{}", card.table, column.position), words);
        }
        rejected.insert(card.table, case.rejected_rows(table, 0, 50).unwrap());
        tables.insert(card.table, view);
    }
    serde_json::json!({ "sources": sources, "tables": tables, "values": values, "rejected": rejected, "history": case.history().unwrap() })
}

/// What the screen waits for, in milliseconds: `cargo nextest run --workspace --run-ignored only --no-capture waits`.
#[test]
#[ignore = "prints figures"]
fn what_the_screen_of_the_sample_waits_for() {
    let since = Instant::now();
    let mut case = case_of(&norrsken::paths(), &norrsken::setting(""));
    let told = |what: &str, since: Instant| eprintln!("{what}\t{:.1} ms", since.elapsed().as_secs_f64() * 1000.0);
    told("import", since);
    let since = Instant::now();
    case.sources().unwrap();
    told("sources, questions not yet known", since);
    let since = Instant::now();
    let sources = case.sources().unwrap();
    told("sources", since);
    for card in sources.files.iter().flat_map(|file| &file.tables) {
        let since = Instant::now();
        let view = case.table(TableId(card.table)).unwrap();
        told(&format!("table {} of {} rows", card.table, card.rows), since);
        if let Some(column) = view.columns.iter().find(|column| column.states) {
            let since = Instant::now();
            case.column_values(TableId(card.table), column.position).unwrap();
            told("  its words", since);
        }
    }
    let since = Instant::now();
    case.correct(TableId(8), 5, &ordered(DateOrder::DayFirst), &mut onward).unwrap();
    told("an answer", since);
    let since = Instant::now();
    case.undo_correction(&mut onward).unwrap();
    told("undo", since);
    let since = Instant::now();
    case.forget(1, TODAY, &mut onward).unwrap();
    told("forget", since);
}
