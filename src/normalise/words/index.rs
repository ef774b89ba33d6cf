//! Every word of the formats' index, in every kind of column: what it says, and that no other column makes a yes of it.

use super::{is_never_asked, status, yes_no};
use crate::import::{ColumnMeaning, Polarity, bare_answer, status_of_cell};
use crate::normalise::{cell, state_of_word};
use crate::vocabulary::ConsentStatus::{self, Bounced, Complained, Erased, Given, Pending, Suppressed, Withdrawn};
use crate::vocabulary::Field;

/// `(who writes it, what it says, the word)`
fn index() -> Vec<(&'static str, &'static str, &'static str)> {
    include_str!("index.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| {
            let parts: Vec<&str> = line.split('\t').collect();
            let [who, says, words] = parts[..] else { panic!("{line}") };
            words.split('|').map(move |word| (who, says, word))
        })
        .collect()
}

fn in_column(field: Field, polarity: Polarity, word: &str) -> Option<ConsentStatus> {
    let column = ColumnMeaning {
        position: 1,
        header: String::new(),
        field: Some(field),
        confidence: 1.0,
        why: String::new(),
        polarity,
        channel: None,
        purpose: None,
        dates: None,
        category: field.category(),
        every_channel: false,
        every_purpose: false,
        tells_of_messages: false,
        perhaps: None,
        values: Vec::new(),
    };
    state_of_word(&column, word)
}

fn stands_for(says: &str) -> Option<ConsentStatus> {
    match says {
        "given" => Some(Given),
        "withdrawn" => Some(Withdrawn),
        "pending" => Some(Pending),
        "bounced" => Some(Bounced),
        "suppressed" => Some(Suppressed),
        "complained" => Some(Complained),
        "erased" => Some(Erased),
        _ => None,
    }
}

#[test]
fn every_word_of_the_index_says_what_it_says() {
    let words = index();
    assert!(words.len() > 300, "{} words", words.len());
    let mut wrong = Vec::new();
    for (who, says, word) in words {
        let found = match says {
            "yes" => yes_no(word) == Some(true),
            "no" => yes_no(word) == Some(false),
            "never" => is_never_asked(word) && status(word).is_none() && yes_no(word).is_none(),
            "nothing" => status(word).is_none() && yes_no(word).is_none(),
            says => stands_for(says).is_some() && status(word) == stands_for(says),
        };
        if !found {
            wrong.push(format!("{who}: “{word}” does not say {says}: {:?} {:?}", status(word), yes_no(word)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_word_of_the_index_means_in_a_column_what_the_column_asks() {
    use Polarity::{RefusedOrUnknown, YesOrRefused, YesOrUnknown};
    let mut wrong = Vec::new();
    for (who, says, word) in index() {
        let optin = in_column(Field::OptinEmail, YesOrRefused, word);
        let optin_or_silence = in_column(Field::OptinEmail, YesOrUnknown, word);
        let optout = in_column(Field::DoNotEmail, RefusedOrUnknown, word);
        let state = in_column(Field::Status, YesOrRefused, word);
        let bare = bare_answer(word);
        let held = match says {
            "yes" => {
                optin == Some(Given) && optin_or_silence == Some(Given) && (bare.is_none() || optout == Some(Withdrawn))
            }
            // A bare no where silence is no refusal tells nothing; a refusal in words stays one.
            "no" => {
                optin == Some(Withdrawn)
                    && optin_or_silence != Some(Given)
                    && (bare.is_none() || (optin_or_silence.is_none() && optout.is_none()))
            }
            "never" => optin.is_none() && optin_or_silence.is_none() && optout.is_none() && state.is_none(),
            // Whatever else stands in a column of refusals was written there for one.
            "nothing" => optin.is_none() && optin_or_silence.is_none() && state.is_none(),
            "given" | "pending" => {
                let status = stands_for(says);
                state == status && optin == status && optin_or_silence == status && optout.is_none()
            }
            says => {
                let status = stands_for(says);
                [state, optin, optin_or_silence, optout].iter().all(|found| *found == status)
            }
        };
        if !held || optout == Some(Given) {
            wrong.push(format!(
                "{who}: “{word}” ({says}): opt-in {optin:?}, {optin_or_silence:?}; opt-out {optout:?}; {state:?}"
            ));
        }
        // What the preview shows is what the rows say.
        for (field, polarity, said) in [
            (Field::OptinEmail, YesOrRefused, optin),
            (Field::OptinEmail, YesOrUnknown, optin_or_silence),
            (Field::DoNotEmail, RefusedOrUnknown, optout),
            (Field::Status, YesOrRefused, state),
        ] {
            let shown =
                status_of_cell(word, field, polarity, &status).filter(|status| *status != ConsentStatus::Unknown);
            // A bare answer in a column of states is shown with the meaning it would be given there.
            if shown.is_some() && said.is_some() && shown != said {
                wrong.push(format!("{who}: “{word}” under {}: shown as {shown:?}, read as {said:?}", field.word()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_way_of_writing_nothing_is_a_word() {
    for nothing in
        ["N/A", "-", "--", "----", "NULL", "null", "\\N", "None", "(null)", "#N/A", "nan", "–", "", " ", "(blank)"]
    {
        assert_eq!(cell::text(nothing), None, "{nothing:?}");
        for (field, polarity) in [
            (Field::OptinEmail, Polarity::YesOrRefused),
            (Field::DoNotEmail, Polarity::RefusedOrUnknown),
            (Field::Status, Polarity::YesOrRefused),
            (Field::Complained, Polarity::RefusedOrUnknown),
            (Field::Bounced, Polarity::RefusedOrUnknown),
        ] {
            assert_eq!(in_column(field, polarity, nothing), None, "{nothing:?}");
        }
    }
}

#[test]
fn who_was_never_asked_did_not_refuse() {
    for (who, says, word) in index() {
        match says {
            "never" => assert!(is_never_asked(word), "{who}: {word}"),
            "nothing" => {}
            _ => assert!(!is_never_asked(word), "{who}: {word}"),
        }
    }
}
