#![no_main]

libfuzzer_sys::fuzz_target!(init: bonafide_fuzz::prepare(), |data: &[u8]| bonafide_fuzz::markup(data));
