//! The page of a rule, taken apart: a rule is told once, in its doc comment, and shown from there.

use super::rule::Rule;

/// What the doc comment of a rule says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// What the rule finds, in one sentence.
    pub sentence: String,
    /// Why it matters, on one line.
    pub why: String,
    /// What to do, on one line.
    pub remedy: String,
    /// Examples and counter-examples, in order.
    pub examples: Vec<Example>,
}

/// Invented contacts, and what the rule finds among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Example {
    /// What tells it from the other examples; empty for the first.
    pub title: String,
    /// Whether the rule finds nothing here.
    pub is_counter: bool,
    /// Lines before the table, such as the day and the country.
    pub given: Vec<String>,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The contacts.
    pub rows: Vec<Vec<String>>,
    /// What is declared beside them, as TOML.
    pub declarations: String,
    /// One line per finding: whom it is about, and why.
    pub finds: Vec<String>,
}

impl Page {
    /// Takes the page of a rule apart.
    pub fn of(rule: &Rule) -> Self {
        let mut page = Self::default();
        let mut heading = "";
        let mut block: Option<&str> = None;
        let mut example = Example::default();
        for line in rule.doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
            match (line.strip_prefix("```"), block) {
                (Some(kind), None) => block = Some(kind.trim()),
                (Some(_), Some(kind)) => {
                    if kind == "finds" {
                        example.title = heading.split_once(": ").map(|(_, title)| title.to_owned()).unwrap_or_default();
                        example.is_counter = heading.starts_with("Counter-example");
                        page.examples.push(std::mem::take(&mut example));
                    }
                    block = None;
                }
                (None, Some("contacts")) => example.contact_line(line),
                (None, Some("declarations")) => example.declarations.extend([line, "\n"]),
                (None, Some(_)) => example.finds.extend(Some(line.trim().to_owned()).filter(|line| !line.is_empty())),
                (None, None) => match line.strip_prefix("## ") {
                    Some(title) => heading = title.trim(),
                    None => page.text_line(heading, line.trim()),
                },
            }
        }
        page
    }

    fn text_line(&mut self, heading: &str, line: &str) {
        let text = match heading {
            "" => &mut self.sentence,
            "Why it matters" => &mut self.why,
            "What to do" => &mut self.remedy,
            _ => return,
        };
        if !line.is_empty() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(line);
        }
    }
}

impl Example {
    /// Options come first, then the header, then the contacts.
    fn contact_line(&mut self, line: &str) {
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        if self.header.is_empty() && !line.contains(',') && line.contains(": ") {
            self.given.push(line.to_owned());
            return;
        }
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .trim(csv::Trim::All)
            .flexible(true)
            .from_reader(line.as_bytes());
        let cells =
            reader.records().next().and_then(Result::ok).map(|record| record.iter().map(str::to_owned).collect());
        match cells {
            Some(cells) if self.header.is_empty() => self.header = cells,
            Some(cells) => self.rows.push(cells),
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::rules;
    use super::*;

    #[test]
    fn every_rule_says_why_it_matters_what_to_do_and_gives_an_example_and_a_counter_example() {
        for rule in rules::ALL {
            let page = Page::of(rule);
            for text in [&page.sentence, &page.why, &page.remedy] {
                assert!(!text.is_empty() && !text.contains("```"), "{}: {page:#?}", rule.id);
            }
            let shows = |counter: bool| {
                page.examples.iter().any(|example| example.is_counter == counter && example.finds.is_empty() == counter)
            };
            assert!(shows(false) && shows(true), "{}: {page:#?}", rule.id);
            for example in &page.examples {
                assert!(example.header.len() > 1 && !example.rows.is_empty(), "{}: {example:#?}", rule.id);
                assert!(example.rows.iter().all(|row| row.len() <= example.header.len()), "{}: {example:#?}", rule.id);
            }
        }
    }
}
