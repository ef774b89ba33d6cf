//! Workbooks that were changed byte by byte, and all that fuzzing found: each is rows or a sentence, never a panic.

#![allow(clippy::unwrap_used)]

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::child::rows_here;
use super::tests::parser;
use crate::import::{Limits, open};

#[path = "../../../fuzz/src/packed.rs"]
mod packed;

/// What a fuzz target makes of its bytes.
fn workbook(target: &str, data: &[u8]) -> Vec<u8> {
    match target {
        "xlsx" => packed::xlsx(data),
        "xlsb" => packed::xlsb(data),
        "ods" => packed::ods(data),
        _ => data.to_vec(),
    }
}

const TARGETS: [&str; 5] = ["xlsx", "xls", "xlsb", "ods", "markup"];

fn files(folder: &str, target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder).join(target);
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Opens the bytes as the program does, with a child, and reads every table.
fn read_by_a_child(content: &[u8], limits: &Limits) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.xlsx");
    std::fs::write(&path, content).unwrap();
    let Ok(source) = open(&path, limits, &parser()) else { return };
    for table in 0..source.tables.len() {
        let (mut accepted, mut rejected) = (0, 0);
        let count = source.read(table, &mut |batch| {
            accepted += batch.rows.len() as u64;
            rejected += batch.rejected.len() as u64;
            ControlFlow::Continue(())
        });
        if let Ok(count) = count {
            assert_eq!((count.accepted, count.rejected), (accepted, rejected));
            assert_eq!(count.rows, accepted + rejected);
        }
    }
}

#[test]
fn every_seed_is_a_workbook_that_can_be_read() {
    for (target, seed) in [
        ("xlsx", "seed-sheet1-xml"),
        ("xlsx", "seed-openpyxl"),
        ("xls", "seed-xlwt"),
        ("xlsb", "seed-sheet1-bin"),
        ("ods", "seed-content-xml"),
        ("markup", "seed-excel-2003"),
        ("markup", "seed-web-page"),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target).join(seed);
        let content = workbook(target, &std::fs::read(path).unwrap());
        let sheets =
            rows_here(&content, &Limits::default(), None).unwrap_or_else(|error| panic!("{target} {seed}: {error}"));
        assert!(sheets.len() == 1 && sheets[0].1 >= 2, "{target} {seed}: {sheets:?}");
    }
}

#[test]
fn every_workbook_the_fuzzer_kept_is_rows_or_a_sentence() {
    for target in TARGETS {
        let files = files("corpus", target);
        assert!(!files.is_empty(), "{target} has no corpus");
        for file in files {
            let content = workbook(target, &std::fs::read(file).unwrap());
            // The limits of the fuzz targets.
            let limits = Limits { sheet_cells: 20_000, inflated_bytes: 8 << 20, ..Limits::default() };
            for (index, _) in rows_here(&content, &limits, None).unwrap_or_default().into_iter().take(4) {
                let told = rows_here(&content, &limits, Some(index)).unwrap_or_default();
                assert!(told.iter().all(|(other, _)| *other == index), "{target}: another sheet than was asked for");
            }
        }
    }
}

#[test]
fn every_workbook_that_broke_a_reader_is_a_sentence_about_one_file() {
    for target in TARGETS {
        for file in files("crashes", target) {
            // Some keep the reader busy without end: two seconds prove it as well as thirty.
            let limits = Limits { parser_cpu_seconds: 2, ..Limits::default() };
            read_by_a_child(&workbook(target, &std::fs::read(file).unwrap()), &limits);
        }
    }
}

#[test]
fn any_change_to_the_bytes_of_a_workbook_ends_in_rows_or_in_an_error() {
    let change = (any::<prop::sample::Index>(), any::<u8>());
    let changes = (
        0..TARGETS.len(),
        any::<prop::sample::Index>(),
        prop::collection::vec(change, 0..6),
        0..10_usize,
        any::<prop::sample::Index>(),
    );
    let config = Config { cases: 60, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let seeds: Vec<Vec<Vec<u8>>> = TARGETS
        .iter()
        .map(|target| {
            let seeds = files("corpus", target).into_iter();
            let seeds = seeds.filter(|file| file.file_name().unwrap().to_str().unwrap().starts_with("seed-"));
            seeds.map(|file| std::fs::read(file).unwrap()).collect()
        })
        .collect();
    runner
        .run(&changes, |(target, seed, changes, cut, at)| {
            let mut data = seed.get(&seeds[target]).clone();
            for (index, byte) in changes {
                let index = index.index(data.len());
                data[index] = byte;
            }
            if cut == 0 {
                data.truncate(at.index(data.len()));
            }
            let limits = Limits { parser_cpu_seconds: 10, ..Limits::default() };
            read_by_a_child(&workbook(TARGETS[target], &data), &limits);
            Ok(())
        })
        .unwrap();
}
