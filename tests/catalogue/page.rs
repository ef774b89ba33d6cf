//! The page of a rule, taken apart.

use bonafide::audit::Rule;

/// The doc comment of a rule.
pub struct Page {
    /// What the rule finds, in one sentence.
    pub sentence: String,
    /// What follows, in order.
    pub sections: Vec<Section>,
}

/// What stands under one heading.
pub struct Section {
    pub title: String,
    /// Everything under the heading, blocks included.
    pub text: String,
    pub examples: Vec<Example>,
}

/// Contacts, and what the rule finds among them.
#[derive(Default)]
pub struct Example {
    pub contacts: String,
    pub declarations: String,
    pub finds: Vec<String>,
}

impl Page {
    pub fn of(rule: &Rule) -> Self {
        let mut page = Self { sentence: String::new(), sections: Vec::new() };
        let mut block: Option<String> = None;
        let mut example = Example::default();
        for line in rule.doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
            if let (None, Some(title)) = (&block, line.strip_prefix("## ")) {
                let title = title.trim().to_owned();
                page.sections.push(Section { title, text: String::new(), examples: Vec::new() });
                continue;
            }
            let Some(section) = page.sections.last_mut() else {
                if !line.trim().is_empty() {
                    let gap = if page.sentence.is_empty() { "" } else { " " };
                    page.sentence.push_str(&format!("{gap}{}", line.trim()));
                }
                continue;
            };
            section.text.push_str(line);
            section.text.push('\n');
            match (line.strip_prefix("```"), &block) {
                (Some(kind), None) => block = Some(kind.trim().to_owned()),
                (Some(_), Some(kind)) => {
                    if kind == "finds" {
                        section.examples.push(std::mem::take(&mut example));
                    }
                    block = None;
                }
                (None, Some(kind)) => match kind.as_str() {
                    "contacts" => example.contacts.push_str(&format!("{line}\n")),
                    "declarations" => example.declarations.push_str(&format!("{line}\n")),
                    "finds" => example.finds.extend(Some(line.trim().to_owned()).filter(|line| !line.is_empty())),
                    other => panic!("{}: a block is called “{other}”", rule.id),
                },
                (None, None) => {}
            }
        }
        assert!(block.is_none(), "{}: a block is not closed", rule.id);
        assert!(example.contacts.is_empty(), "{}: contacts without what is found", rule.id);
        page
    }
}
