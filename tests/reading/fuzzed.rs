//! What the fuzzer kept and what it broke something with, replayed through the way of a dropped file.

use std::ops::ControlFlow;

use bonafide::import::Limits;

use crate::opened::try_open;

/// The files the fuzzer kept and those it broke something with, read as a dropped file is.
#[test]
fn every_text_and_bundle_the_fuzzer_kept_is_rows_or_a_sentence() {
    let fuzz = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    for folder in ["corpus/text", "corpus/bundle", "crashes/text", "crashes/bundle"] {
        let Ok(files) = std::fs::read_dir(fuzz.join(folder)) else { continue };
        for file in files {
            let content = std::fs::read(file.unwrap().path()).unwrap();
            let Ok(opened) = try_open("kept.csv", &content, &Limits::default()) else { continue };
            for (position, table) in opened.source.tables.iter().enumerate() {
                let recognition =
                    bonafide::case::recognise_table("kept.csv", table, &bonafide::import::Corrections::none(), None);
                assert_eq!(recognition.columns.len(), table.header.len());
                let mut normaliser = bonafide::normalise::Normaliser::new(
                    bonafide::vocabulary::TableId(1),
                    &recognition,
                    &bonafide::normalise::Options::default(),
                );
                let (mut accepted, mut rejected) = (0, 0);
                let count = opened.source.read(position, &mut |batch| {
                    accepted += batch.rows.len() as u64;
                    rejected += batch.rejected.len() as u64;
                    batch.rows.rows().for_each(|row| drop(normaliser.contact(row)));
                    ControlFlow::Continue(())
                });
                if let Ok(count) = count {
                    assert_eq!((count.rows, count.accepted, count.rejected), (accepted + rejected, accepted, rejected));
                }
            }
        }
    }
    assert!(fuzz.join("corpus/text").is_dir() && fuzz.join("corpus/bundle").is_dir());
}
