//! The sentences a person reads. They live in `locales/<language>/*.ftl`, the same files for terminal and window.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The English files, in the order they are loaded.
pub const ENGLISH: &[&str] = &[
    include_str!("../locales/en/audit.ftl"),
    include_str!("../locales/en/questions.ftl"),
    include_str!("../locales/en/sources.ftl"),
    include_str!("../locales/en/terminal.ftl"),
    include_str!("../locales/en/window.ftl"),
];

static BUNDLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let mut bundle = FluentBundle::new_concurrent(vec![LanguageIdentifier::default()]);
    // Marks that isolate the direction of a name have no place in a terminal or a CSV file.
    bundle.set_use_isolating(false);
    for file in ENGLISH {
        let resource =
            FluentResource::try_new((*file).to_owned()).expect("the texts are part of the program and tested");
        bundle.add_resource(resource).expect("every key is defined once, which is tested");
    }
    bundle
});

/// A sentence with its arguments filled in. A key that is missing reads as the key; a test keeps that from happening.
pub fn text(key: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
    let Some(pattern) = BUNDLE.get_message(key).and_then(|message| message.value()) else { return key.to_owned() };
    let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
    let mut errors = Vec::new();
    let text = BUNDLE.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
    debug_assert!(errors.is_empty(), "{key}: {errors:?}");
    text
}

/// A number as people read it: thousands parted by commas.
pub fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut parted = String::with_capacity(digits.len() * 4 / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(digit);
    }
    parted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
    }
}
