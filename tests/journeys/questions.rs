//! A question promises how many people its answer would lift; the promise is kept.

use std::collections::BTreeSet;

use bonafide::audit::{Ask, Question};
use bonafide::vocabulary::Grade;

use crate::norrsken;
use crate::support::Audited;

#[test]
fn answering_a_question_lifts_as_many_people_as_it_says() {
    let asked = Audited::of(&norrsken::paths(), &norrsken::setting(""));
    let before = proven(&asked);
    let questions = &asked.summary.questions;
    assert!(questions.len() >= 3, "the sample case leaves something to ask");
    assert!(questions.windows(2).all(|pair| pair[0].1 >= pair[1].1), "the answer that lifts most comes first");
    let lines = asked.lists().table("questions.csv");
    assert_eq!(lines.len(), questions.len());
    for ((question, people), line) in questions.iter().zip(&lines) {
        let shown = (line["system"].as_str(), &line["batch"], &line["people"]);
        assert_eq!(shown, (question.system.word(), &question.batch, &people.to_string()));
    }
    // The first, the last, and one of each kind.
    let mut kinds = BTreeSet::new();
    for (position, (question, people)) in questions.iter().enumerate() {
        if kinds.insert(question.ask) || position + 1 == questions.len() {
            let answered = Audited::of(&norrsken::paths(), &norrsken::setting(answer(question)));
            let lifted = proven(&answered).difference(&before).count() as u64;
            assert_eq!(lifted, *people, "question {}: {question:?}", position + 1);
        }
    }
}

/// People with a cell that is documented as well as a declaration can make it.
fn proven(audited: &Audited) -> BTreeSet<u32> {
    let well = |verdict: &&bonafide::plan::Verdict| verdict.cells.iter().any(|cell| cell.grade >= Grade::E4);
    audited.verdicts().iter().filter(well).map(|verdict| verdict.person).collect()
}

/// What somebody would declare who can answer the question.
fn answer(question: &Question) -> String {
    let wording = |id: &str| {
        format!(
            "[[wording]]\nid = {id:?}\ntext = \"Yes, write to me.\"\nchannels = [\"email\", \"sms\"]\n\
             purposes = [\"newsletter\"]\ncontroller = \"Norrsken Kaffe AB\"\n"
        )
    };
    if question.ask == Ask::Text {
        return wording(&question.batch);
    }
    let is_file = norrsken::FILES.contains(&question.batch.as_str());
    let batch = if is_file { "file" } else { "source" };
    let supplies = match question.ask {
        Ask::Wording => "wording = \"A\"",
        Ask::Act => "method = \"tick\"",
        Ask::WordingAndAct => "wording = \"A\", method = \"tick\"",
        _ => "wording = \"A\", method = \"tick\", form = \"Form on the site\"",
    };
    format!(
        "[[declaration]]\nid = \"answer\"\nby = \"Saga Lind\"\non = 2026-10-31\n\
         applies = {{ system = {:?}, {batch} = {:?} }}\nsupplies = {{ {supplies} }}\n{}",
        question.system.word(),
        question.batch,
        wording("A"),
    )
}
