//! Whether a list shows addresses and numbers, or no more of them than tells two apart at a glance.

use std::borrow::Cow;

const DOTS: &str = "•••";

/// Whether personal data is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Faces {
    /// As it is.
    Shown,
    /// As the window masks it.
    Masked,
}

impl Faces {
    /// An address: `giulia.rinaldi@example.org` is masked as `g•••i@example.org`.
    pub fn email(self, address: &str) -> Cow<'_, str> {
        if self == Self::Shown || address.is_empty() {
            return Cow::Borrowed(address);
        }
        let Some((local, domain)) = address.rsplit_once('@').filter(|(local, _)| !local.is_empty()) else {
            return Cow::Owned(format!("{}{DOTS}", first(address)));
        };
        let last = local.chars().skip(2).last().map(String::from).unwrap_or_default();
        let domain: String = domain.chars().take(63).collect();
        Cow::Owned(format!("{}{DOTS}{last}@{domain}", first(local)))
    }

    /// A telephone number: `+39041234567` is masked as `+3904 •••`.
    pub fn phone(self, number: &str) -> Cow<'_, str> {
        if self == Self::Shown || number.is_empty() {
            return Cow::Borrowed(number);
        }
        let plus = if number.starts_with('+') { "+" } else { "" };
        let digits: String = number[plus.len()..].chars().take_while(char::is_ascii_digit).take(4).collect();
        Cow::Owned(format!("{plus}{digits} {DOTS}").trim_start().to_owned())
    }
}

fn first(text: &str) -> String {
    text.chars().next().map(String::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same values stand in `ui/tests/unit`.
    #[test]
    fn a_masked_list_shows_no_more_than_the_window() {
        let masked = |address| Faces::Masked.email(address).into_owned();
        assert_eq!(masked("giulia.rinaldi@example.org"), "g•••i@example.org");
        assert_eq!(masked("bo@example.org"), "b•••@example.org");
        assert_eq!(masked("no address"), "n•••");
        assert_eq!(Faces::Masked.phone("+39041234567"), "+3904 •••");
        assert_eq!((Faces::Masked.email(""), Faces::Masked.phone("")), ("".into(), "".into()));
        assert_eq!(Faces::Shown.email("bo@example.org"), "bo@example.org");
    }
}
