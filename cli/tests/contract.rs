//! The command line is a contract: names, columns, order and exit codes change only with a major version.
#![allow(clippy::unwrap_used)]

mod program;

use std::process::Stdio;

use program::{program, ran, run, run_in};

const SAMPLE: &str = "fixtures/cases/norrsken";
const COMMANDS: [&str; 8] = ["audit", "recognise", "read", "history", "rules", "explain", "completions", "man"];

fn first_line(path: &std::path::Path) -> String {
    let content = std::fs::read_to_string(path).unwrap();
    content.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn every_list_has_the_columns_of_the_contract_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let ran = run(&["audit", SAMPLE, "--today", "2026-11-01", "--quiet", "--out", out.to_str().unwrap()]);
    assert_eq!(ran.code, 1, "{}", ran.notes);
    for (name, header) in [
        ("sources", "file,sheet,sha256,system,confidence,encoding,delimiter,rows,accepted,rejected"),
        ("columns", "file,sheet,position,header,field,confidence,fill_rate,category"),
        ("people", "person,email,phone,country,channel,purpose,systems,states,grade,class,action,rules"),
        ("findings", "rule,severity,confidence,person,channel,system,file,sheet,row,column,because"),
        ("rejected", "file,sheet,row,reason"),
        ("questions", "question,system,batch,people,grade_now,grade_then"),
    ] {
        assert_eq!(first_line(&out.join(format!("{name}.csv"))), header, "{name}.csv");
    }
    let summary: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(out.join("summary.json")).unwrap()).unwrap();
    for key in ["systems", "rules", "grades", "classes", "actions"] {
        assert!(summary[key].as_object().is_some_and(|counts| !counts.is_empty()), "summary.json: {key}");
    }
    assert_eq!(
        summary["rows"].as_u64(),
        Some(summary["accepted"].as_u64().unwrap() + summary["rejected"].as_u64().unwrap())
    );
    let states = ["subscribed", "unsubscribed", "pending", "bounced", "complained", "suppressed", "erased", "unknown"];
    let mut people = csv::Reader::from_path(out.join("people.csv")).unwrap();
    for line in people.records().map(Result::unwrap) {
        for state in line[7].split(';') {
            let (system, state) = state.split_once('=').unwrap();
            assert!(line[6].split(';').any(|named| named == system) && states.contains(&state), "{system}={state}");
        }
    }
}

#[test]
fn the_exit_code_says_whether_findings_are_as_bad_as_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("asserted.csv"), "email,status\nada@example.org,subscribed\n").unwrap();
    std::fs::write(folder.path().join("nobody.csv"), "email,status\n").unwrap();
    let code =
        |arguments: &[&str]| run_in(folder.path(), &[&["audit", "--today", "2026-11-01"], arguments].concat()).code;
    assert_eq!(code(&["nobody.csv"]), 0);
    assert_eq!(code(&["asserted.csv"]), 0, "a risk is no breach");
    assert_eq!(code(&["asserted.csv", "--fail-on", "breach"]), 0);
    assert_eq!(code(&["asserted.csv", "--fail-on", "risk"]), 1);
    assert_eq!(code(&["asserted.csv", "--fail-on", "hygiene"]), 1);
    assert_eq!(code(&["asserted.csv", "--fail-on", "never"]), 2);
    assert_eq!(code(&["missing.csv"]), 2);
    assert_eq!(code(&[]), 2);
}

#[test]
fn recognise_tells_programs_what_every_column_means_and_why() {
    let ran = run(&[
        "recognise",
        "fixtures/systems/list/iscritti.csv",
        "fixtures/systems/mautic/contacts.xlsx",
        "--format",
        "json",
    ]);
    assert_eq!((ran.code, ran.notes.as_str()), (0, ""));
    let shown = ran.json();
    let tables = shown.as_array().unwrap();
    assert!(tables.len() >= 2);
    for table in tables {
        for key in ["file", "sheet", "system", "encoding"] {
            assert!(table[key].is_string(), "{key} of {table}");
        }
        assert!(table["delimiter"].is_string() || table["delimiter"].is_null());
        assert!(table["header_row"].is_u64() && table["confidence"].is_f64());
        for (position, column) in (1..).zip(table["columns"].as_array().unwrap()) {
            assert_eq!(column["position"], position);
            assert!(column["header"].is_string() && column["why"].is_string() && column["confidence"].is_number());
            assert!(column["field"].is_string() || column["field"].is_null());
            if let Some(values) = column.get("values") {
                assert!(
                    values
                        .as_array()
                        .unwrap()
                        .iter()
                        .all(|value| value["value"].is_string() && value["status"].is_string())
                );
            }
        }
    }
    let list = tables.iter().find(|table| table["file"] == "iscritti.csv").unwrap();
    let status = list["columns"].as_array().unwrap().iter().find(|column| column["field"] == "status").unwrap();
    assert!(status["values"].as_array().is_some_and(|values| !values.is_empty()), "{status}");
}

#[test]
fn rules_and_explain_tell_programs_the_law() {
    let rules = run(&["rules", "--format", "json"]).json();
    let rules = rules.as_array().unwrap();
    assert!(rules.len() >= 32);
    for rule in rules {
        for key in ["id", "number", "title", "severity", "remedy", "since"] {
            assert!(rule[key].as_str().is_some_and(|word| !word.is_empty()), "{key} of {rule}");
        }
        let cites = rule["cites"].as_array().unwrap();
        assert!(
            !cites.is_empty() && cites.iter().all(|law| law["verified"].is_boolean() && law["url"].is_string()),
            "{rule}"
        );
    }
    let by_number = run(&["explain", "r032", "--format", "json"]).json();
    let by_name = run(&["explain", "withdrawn-but-subscribed", "--format", "json"]).json();
    assert_eq!(by_number, by_name);
    assert!(by_name["page"].as_str().unwrap().contains("## Why it matters"));
}

#[test]
fn audit_tells_programs_the_numbers_and_nothing_else() {
    let ran = run(&["audit", SAMPLE, "--today", "2026-11-01", "--format", "json"]);
    assert!(ran.notes.contains("README.md"), "notes go to standard error: {}", ran.notes);
    let shown = ran.json();
    let outcome = &shown["outcome"];
    let people: u64 = ["keep", "hold", "stop", "delete"].iter().map(|key| outcome[key].as_u64().unwrap()).sum();
    assert_eq!(shown["people"], people);
    let questions = shown["questions"].as_array().unwrap();
    assert!(questions.is_sorted_by_key(|question| std::cmp::Reverse(question["people"].as_u64())));
    for key in ["question", "system", "batch", "grade_now", "grade_then"] {
        assert!(questions[0][key].is_string(), "{key}");
    }
    let [asked] = shown["columns_asked"].as_array().unwrap().as_slice() else { panic!("one column is asked about") };
    assert_eq!((&asked["header"], &asked["asked"]), (&"Samtyckesdatum".into(), &"date_order".into()));
}

#[test]
fn read_gives_clean_csv_and_names_rejected_rows_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let content =
        b"email;note\r\nada@example.org;\"says \"\"hi\"\", twice\"\r\nbo@example.org;a;b;c\r\ncy@example.org\r\n";
    std::fs::write(folder.path().join("x.csv"), content).unwrap();
    let ran = run_in(folder.path(), &["read", "x.csv"]);
    assert_eq!(ran.code, 0);
    assert_eq!(ran.out, "email,note\r\nada@example.org,\"says \"\"hi\"\", twice\"\r\ncy@example.org,\r\n");
    assert_eq!(
        ran.notes,
        "row 3: the row has 4 cells, the table has 2 columns\n\
         ends before its last column; the missing cells are empty: row 4\n"
    );
    let quiet = run_in(folder.path(), &["read", "x.csv", "--quiet", "--format", "json"]);
    assert_eq!(quiet.notes, "");
    let shown = quiet.json();
    assert_eq!(shown["header"], serde_json::json!(["email", "note"]));
    assert_eq!(shown["rows"].as_array().unwrap().len(), 2);
}

#[test]
fn help_of_every_command_gives_examples() {
    for command in COMMANDS {
        let ran = run(&[command, "--help"]);
        assert_eq!((ran.code, ran.notes.as_str()), (0, ""), "{command}");
        assert!(ran.out.contains(&format!("Examples:\n  bonafide {command}")), "{command}: {}", ran.out);
        assert!(ran.out.lines().all(|line| line.chars().count() <= 100), "{command}");
    }
    let bare = run(&[]);
    assert_eq!((bare.code, bare.out.as_str()), (2, ""));
    assert!(bare.notes.contains("Usage: bonafide"));
}

#[test]
fn completions_and_manual_name_every_command_and_option() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run(&["completions", shell]).out;
        for word in COMMANDS.iter().chain(&["declare", "fail-on", "passphrase-file"]) {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let page = run(&["man"]).out;
    assert!(page.contains(".TH bonafide 1"), "{}", &page[..200]);
    for command in COMMANDS {
        assert!(page.contains(command), "{command}");
        let own = run(&["man", command]).out;
        assert!(own.contains(".SH SYNOPSIS") && own.contains(&format!("bonafide {command}")), "{command}: {own}");
    }
    assert!(run(&["man", "audit"]).out.contains("fail\\-on"));
}

#[test]
fn colours_come_only_where_they_are_wanted() {
    let colourful =
        |set: &[(&str, &str)]| ran(program().args(["rules"]).envs(set.iter().copied())).out.contains('\u{1b}');
    assert!(!colourful(&[]), "a pipe gets none");
    assert!(colourful(&[("CLICOLOR_FORCE", "1")]));
    assert!(!colourful(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "0")]));
    assert!(!colourful(&[("NO_COLOR", "1"), ("CLICOLOR", "1")]));
}

#[test]
fn lines_keep_to_the_width_they_are_given() {
    let long = "subscribed_email_audience_export_of_the_whole_year_with_everybody_who_ever_came_by_3f2a9c71d0.csv";
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join(long),
        "email,status,consent_at,consent_source\na@example.org,subscribed,2025-01-01,Form\n",
    )
    .unwrap();
    for columns in ["60", "80", "120"] {
        for command in [vec!["audit", long, "--today", "2026-11-01"], vec!["recognise", long], vec!["--help"]] {
            let ran = ran(program().args(&command).env("COLUMNS", columns).current_dir(folder.path()));
            let widest = ran.out.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= columns.parse::<usize>().unwrap().min(100), "{command:?} at {columns}:\n{}", ran.out);
        }
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    for arguments in [&["rules"][..], &["read", "fixtures/cases/norrsken/mautic-contacts.csv"], &["explain", "R032"]] {
        let mut child = program()
            .args(arguments)
            .current_dir(program::root())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{arguments:?}");
    }
    // Nobody listens to the notes either.
    let mut child =
        program().args(["audit", "nowhere.csv"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(2));
}

#[test]
fn a_saved_mapping_says_the_same_as_its_options_and_a_wrong_one_is_refused_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &str| std::fs::write(folder.path().join(name), content).unwrap();
    write("fair.csv", "Kontakt,Datum,Svar\nada@example.org,03/04/2025,ja\nbo@example.org,05/04/2025,nej\n");
    write("other.csv", "Mejl,Tid\nada@example.org,2025-01-01\n");
    let run = |arguments: &[&str]| run_in(folder.path(), arguments);
    let options =
        ["recognise", "fair.csv", "--format", "json", "--map", "Datum=consent_at", "--map", "Datum=month_first"];
    let mapped = run(&[options.as_slice(), &["--save-mapping", "fair.toml"]].concat());
    assert_eq!(mapped.code, 0, "{}", mapped.notes);
    let saved = std::fs::read_to_string(folder.path().join("fair.toml")).unwrap();
    assert!(
        saved.contains("month_first") && !saved.contains("example.org") && !saved.contains("03/04/2025"),
        "{saved}"
    );
    let again = run(&["recognise", "fair.csv", "--format", "json", "--mapping", "fair.toml"]);
    let fields = |out: &str| -> Vec<String> {
        let tables: serde_json::Value = serde_json::from_str(out).unwrap();
        tables[0]["columns"].as_array().unwrap().iter().map(|column| column["field"].to_string()).collect()
    };
    assert_eq!(fields(&again.out), fields(&mapped.out));

    let over = run(&["recognise", "fair.csv", "--save-mapping", "fair.toml"]);
    assert!(over.code == 2 && over.notes.contains("is there already"), "{}", over.notes);
    let stale = run(&["audit", "other.csv", "--mapping", "fair.toml"]);
    assert!(stale.code == 2 && stale.notes.contains("other columns"), "{}", stale.notes);
    write("hostile.toml", "ada@example.org,\u{1b}[2J\n");
    let hostile = run(&["audit", "fair.csv", "--mapping", "hostile.toml"]);
    assert!(hostile.code == 2 && hostile.notes.contains("hostile.toml"), "{}", hostile.notes);
    assert!(!hostile.notes.contains("ada@example.org") && !hostile.notes.contains('\u{1b}'), "{}", hostile.notes);
    assert_eq!(run(&["audit", "fair.csv", "--mapping", "nowhere.toml"]).code, 2);
}

#[test]
fn the_history_of_a_case_is_told_and_a_case_that_is_not_there_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("secret");
    std::fs::write(&secret, "correct horse battery staple\n").unwrap();
    std::fs::write(folder.path().join("fair 2024-05-01.csv"), "email,status\nada@example.org,unsubscribed\n").unwrap();
    std::fs::write(folder.path().join("fair 2025-05-01.csv"), "email,status\nada@example.org,subscribed\n").unwrap();
    let given = ["--passphrase-file", secret.to_str().unwrap()];
    let run = |arguments: &[&str]| run_in(folder.path(), &[arguments, &given].concat());
    let audited = run(&["audit", "fair 2024-05-01.csv", "fair 2025-05-01.csv", "--case", "fair.bonafide"]);
    assert!(audited.code < 2 && audited.notes.contains("Only its refusals count"), "{}", audited.notes);
    let told = run(&["history", "fair.bonafide", "--format", "json"]);
    assert_eq!(told.code, 0, "{}", told.notes);
    let history: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!(history[0]["tables"][0]["superseded_by"]["file"], "fair 2025-05-01.csv");
    assert_eq!(history[0]["tables"][0]["superseded_by"]["why"], "file_date");
    assert!(
        history[1]["imported_at"].as_str().unwrap().ends_with('Z')
            && history[1]["sha256"].as_str().unwrap().len() == 64
    );
    let text = run(&["history", "fair.bonafide"]).out;
    assert!(text.contains("SHA-256") && text.contains("set aside for fair 2025-05-01.csv"), "{text}");
    assert!(!text.contains("ada@example.org"));
    assert_eq!(run(&["history", "nowhere.bonafide"]).code, 2);
    assert!(!folder.path().join("nowhere.bonafide").exists());
}

#[test]
fn what_only_a_person_knows_about_the_columns_is_asked_until_it_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let list = "E-Mail;Newsletter;Abgemeldet am\nada@example.org;forse;03.04.2024\nbo@example.org;ja;05.04.2024\n";
    std::fs::write(folder.path().join("liste.csv"), list).unwrap();
    let audit = |more: &[&str]| {
        let ran = run_in(folder.path(), &[&["audit", "liste.csv", "--today", "2026-11-01", "--quiet"], more].concat());
        ran.out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let asked = audit(&[]);
    assert!(asked.contains("liste.csv, “Newsletter”: what do you call “forse”?"), "{asked}");
    let map = run_in(folder.path(), &["recognise", "liste.csv", "--save-mapping", "liste.toml"]);
    assert_eq!(map.code, 0, "{}", map.notes);
    let path = folder.path().join("liste.toml");
    let mapping = std::fs::read_to_string(&path).unwrap();
    // It is a mapping as it stands, and has a place for the word.
    assert!(audit(&["--mapping", "liste.toml"]).contains("“forse”"));
    let answered = mapping.replacen("# \"forse\" = \"?\"", "\"forse\" = \"unknown\"", 1);
    assert_ne!(answered, mapping);
    std::fs::write(&path, answered).unwrap();
    let answered = audit(&["--mapping", "liste.toml"]);
    assert!(!answered.contains("forse"), "{answered}");

    let shown = run_in(folder.path(), &["audit", "liste.csv", "--today", "2026-11-01", "--format", "json"]).json();
    let asked = shown["columns_asked"].as_array().unwrap();
    let words = asked.iter().find(|asked| asked["asked"] == "words").unwrap();
    assert_eq!((&words["words"], &words["more_words"]), (&serde_json::json!(["forse"]), &0.into()));
    let shown = run_in(folder.path(), &["recognise", "liste.csv", "--format", "json"]).json();
    assert_eq!(shown[0]["columns"][1]["unknown_words"], serde_json::json!(["forse"]));
    let text = run_in(folder.path(), &["recognise", "liste.csv"]).out;
    assert!(text.contains("“Newsletter” holds words that nobody knows, and no yes: “forse”."), "{text}");
}

#[test]
fn remarks_that_nobody_can_tell_have_one_place_in_the_mapping() {
    let folder = tempfile::tempdir().unwrap();
    let list = "Email;Name;Newsletter;Bemerkung\nada@example.org;Ada;ja;mag Riesling\nbo@example.org;Bo;ja;Rundmail ja bitte\n";
    std::fs::write(folder.path().join("liste.csv"), list).unwrap();
    let held = |more: &[&str]| {
        let ran = [&["audit", "liste.csv", "--today", "2026-11-01", "--format", "json", "--quiet"], more].concat();
        let shown = run_in(folder.path(), &ran).json();
        let asked = shown["columns_asked"].as_array().unwrap().iter().find(|asked| asked["asked"] == "remarks");
        asked.map_or(0, |asked| asked["unread"].as_array().unwrap().len())
    };
    assert_eq!(held(&[]), 2);
    let map = run_in(folder.path(), &["recognise", "liste.csv", "--save-mapping", "liste.toml"]);
    assert!(map.out.contains("2 others have to be read"), "{}", map.out);
    let path = folder.path().join("liste.toml");
    let mapping = std::fs::read_to_string(&path).unwrap();
    let answered = mapping.replacen("# \"*\" = \"?\"", "\"*\" = \"unknown\"", 1);
    assert_ne!(answered, mapping);
    std::fs::write(&path, answered).unwrap();
    assert_eq!(held(&["--mapping", "liste.toml"]), 0);
}

#[test]
fn what_an_export_lacks_is_told_to_programs_until_another_supplies_it() {
    let folder = tempfile::tempdir().unwrap();
    let contacts = "id,firstname,email,preferred_locale,last_active,attribution_date,attribution,points,stage\n\
        43,Ada,ada@example.org,sv,2024-05-01 10:00:00,,,100,Stage 3\n";
    let report = "Contact ID,Email,DNC Reason,DNC Channel\n43,ada@example.org,1,email\n";
    std::fs::write(folder.path().join("contacts.csv"), contacts).unwrap();
    std::fs::write(folder.path().join("report.csv"), report).unwrap();
    let lacks = |arguments: &[&str]| {
        let ran = run_in(folder.path(), &[arguments, &["--format", "json", "--quiet"]].concat());
        let shown = ran.json();
        let shown = if shown.is_array() { shown[0]["lacks"].clone() } else { shown["lacks"].clone() };
        shown.as_array().unwrap().iter().map(|lack| lack.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (command, day) in [("recognise", &[][..]), ("audit", &["--today", "2026-11-01"])] {
        let alone = lacks(&[&[command, "contacts.csv"], day].concat());
        assert!(matches!(&alone[..], [one] if one.contains("build a report of contacts")), "{alone:?}");
        assert!(lacks(&[&[command, "contacts.csv", "report.csv"], day].concat()).is_empty(), "{command}");
    }
}
