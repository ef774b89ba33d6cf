//! What only the user can answer. Every question has “I do not know” for an answer, and an answer is remembered.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use serde::Serialize;
use specta::Type;

use crate::import::{
    ColumnCorrection, ColumnMeaning, DateOrder, DateShape, Recognition, date_shape, is_date_field, speaks_of_state,
};
use crate::normalise::date::{self, Date};
use crate::normalise::{cell, is_placed, is_unread};
use crate::store::{StoreError, TableRecord};
use crate::vocabulary::{Field, Moment, System};

use super::super::{Case, CaseError};
use super::correct::layout_of;
use super::{count, percent, shortened};

/// A question about one column.
#[derive(Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// The table.
    pub table: u32,
    /// The column, from 1.
    pub position: u32,
    /// Its header.
    pub header: String,
    /// What is asked.
    pub asked: Asked,
}

/// What is asked.
#[derive(Clone, PartialEq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Asked {
    /// Which of two numbers is the day.
    DateOrder {
        /// Dates in the column.
        dates: u32,
        /// Of these, how many can be read both ways.
        both_ways: u32,
        /// How many can only be day first.
        day_only: u32,
        /// How many can only be month first.
        month_only: u32,
        /// Up to three dates that can be read both ways, as written.
        written: Vec<String>,
        /// The same read day first, as `YYYY-MM-DD`.
        day_first: Vec<String>,
        /// The same read month first.
        month_first: Vec<String>,
        /// The likelier order, if one is. It is not applied.
        likely: Option<Likely>,
    },
    /// Whether an unsure meaning that decides about consent is right.
    Meaning {
        /// The meaning taken for now.
        field: Field,
        /// How sure it is, in percent.
        sure: u32,
    },
    /// What words of a column of states stand for.
    Words {
        /// The words nobody can place, the most frequent first. They count as unknown, which is
        /// never a yes.
        words: Vec<String>,
        /// How many others there are.
        others: u32,
    },
    /// What remarks say that may be a no. Whoever has one is held until somebody has read it, so nothing waits for it.
    Remarks {
        /// Those that may be one by their words, to be read one by one, as written. Personal data.
        remarks: Vec<String>,
        /// How many others of these there are.
        others: u32,
        /// Those of which nobody can tell, beside some that speak of what is sent or may be a no; they may be settled
        /// together by [`REST`](crate::normalise::REST). The first of them, as written. Personal data.
        unread: Vec<String>,
        /// How many others of these there are.
        more_unread: u32,
    },
}

impl Question {
    /// Whether people are joined only after it is answered.
    pub fn is_needed(&self) -> bool {
        !matches!(self.asked, Asked::Remarks { .. })
    }
}

/// An order that is likelier than the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Likely {
    /// The order.
    pub order: DateOrder,
    /// Why.
    pub reason: LikelyReason,
}

/// Why an order is likelier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum LikelyReason {
    /// More of the dates that can be read in one way only are written so.
    ClearDates,
    /// The other would put dates after today.
    NoneInTheFuture,
    /// The dates lie much closer together.
    CloserTogether,
}

/// As many unplaced words are asked about at once. Where more stand in the column, these are named first.
const MOST_WORDS: usize = 8;
const FIRST_WORDS: usize = 6;
/// Longer ones are free text, and only asked about where there is nothing shorter.
const LONGEST_WORD: usize = 32;
/// So many of the remarks that are settled together are shown.
const MOST_UNREAD: usize = 40;

/// The words of a column that nobody can place.
#[derive(Default)]
struct Unplaced {
    /// Those that are asked about.
    words: Vec<String>,
    /// How many others there are.
    others: u32,
    /// Remarks to be read that may be settled together, and how many more of them there are.
    unread: Vec<String>,
    more_unread: u32,
}

impl Case {
    /// Every open question, in the order of tables and columns.
    pub fn questions(&self) -> Result<Vec<Question>, CaseError> {
        let mut questions = Vec::new();
        for table in self.store.tables()? {
            questions.extend(self.questions_of(&table)?);
        }
        Ok(questions)
    }

    /// How many questions are to be answered before people are joined.
    pub fn open_questions(&self) -> Result<u32, CaseError> {
        Ok(needed(&self.questions()?))
    }

    pub(super) fn questions_of(&self, table: &TableRecord) -> Result<Vec<Question>, CaseError> {
        if let Some(known) = self.asked.borrow().get(&table.id) {
            return Ok(known.clone());
        }
        let said = self.store.remembered(&layout_of(table))?;
        let unplaced = self.unplaced_words(table)?;
        let mut questions = Vec::new();
        for (column, unplaced) in table.recognition.columns.iter().zip(unplaced) {
            let nothing = ColumnCorrection::default();
            let said = said.get(&column.position).unwrap_or(&nothing);
            if let Some(asked) = self.asked_of(table, column, said, unplaced)? {
                let (position, header) = (column.position, column.header.clone());
                questions.push(Question { table: table.id.0, position, header, asked });
            }
        }
        self.asked.borrow_mut().insert(table.id, questions.clone());
        Ok(questions)
    }

    fn asked_of(
        &self,
        table: &TableRecord,
        column: &ColumnMeaning,
        said: &ColumnCorrection,
        unplaced: Unplaced,
    ) -> Result<Option<Asked>, CaseError> {
        let Some(field) = column.field else {
            // Answers to nobody knows what: asked once, and until then they say nothing.
            let open = column.perhaps.filter(|_| said.meaning.is_none());
            return Ok(open.map(|field| Asked::Meaning { field, sure: percent(column.confidence) }));
        };
        if column.is_unsure() && said.meaning.is_none() {
            return Ok(Some(Asked::Meaning { field, sure: percent(column.confidence) }));
        }
        if is_date_field(field) && column.dates == Some(DateOrder::Ambiguous) {
            return Ok(self.order_question(table, column)?.filter(|asked| {
                // Dates that all say the same either way ask nothing.
                matches!(asked, Asked::DateOrder { both_ways, .. } if *both_ways > 0)
            }));
        }
        let Unplaced { words, others, unread, more_unread } = unplaced;
        Ok((!words.is_empty() || !unread.is_empty()).then_some(match field {
            Field::Notes => Asked::Remarks { remarks: words, others, unread, more_unread },
            _ => Asked::Words { words, others },
        }))
    }

    /// Looks at every date of the column.
    fn order_question(&self, table: &TableRecord, column: &ColumnMeaning) -> Result<Option<Asked>, CaseError> {
        let Some(at) = (column.position as usize).checked_sub(1) else { return Ok(None) };
        let today = self.settings()?.audit_options().ok().map(|options| options.today);
        let mut seen = Evidence::default();
        self.store.each_batch_of(table.id, |batch| -> Result<_, StoreError> {
            for row in batch.rows() {
                seen.add(row.cell(at).unwrap_or_default(), table.recognition.writes_utc, today);
            }
            Ok(ControlFlow::Continue(()))
        })?;
        let likely = seen.likely();
        Ok(Some(Asked::DateOrder {
            dates: count(seen.dates),
            both_ways: count(seen.both_ways),
            day_only: count(seen.day_only),
            month_only: count(seen.month_only),
            day_first: seen.examples.iter().map(|(_, day, _)| date::iso_day(*day)).collect(),
            month_first: seen.examples.iter().map(|(_, _, month)| date::iso_day(*month)).collect(),
            written: seen.examples.into_iter().map(|(written, ..)| written).collect(),
            likely,
        }))
    }

    /// Per column the words of a state nobody can place, among the first few thousand rows.
    fn unplaced_words(&self, table: &TableRecord) -> Result<Vec<Unplaced>, CaseError> {
        let mut seen = SeenWords::of(&table.recognition);
        if !seen.asks() {
            return Ok(table.recognition.columns.iter().map(|_| Unplaced::default()).collect());
        }
        self.store.each_batch_of(table.id, |batch| -> Result<_, StoreError> {
            batch.rows().for_each(|row| seen.add(|at| row.cell(at)));
            Ok(ControlFlow::Break(()))
        })?;
        Ok(seen.unplaced())
    }
}

/// How many of these are to be answered before people are joined.
pub(super) fn needed(questions: &[Question]) -> u32 {
    count(questions.iter().filter(|question| question.is_needed()).count() as u64)
}

/// How many remarks are to be read.
pub(super) fn unread(questions: &[Question]) -> u32 {
    let of = |question: &Question| match &question.asked {
        Asked::Remarks { remarks, others, unread, more_unread } => {
            count((remarks.len() + unread.len()) as u64) + others + more_unread
        }
        _ => 0,
    };
    questions.iter().map(of).sum()
}

/// Words of a column of states that nobody can place.
#[derive(Clone, PartialEq, Eq)]
pub struct UnknownWords {
    /// The column, from 1.
    pub position: u32,
    /// The most frequent first. They count as unknown, which is never a yes.
    pub words: Vec<String>,
    /// How many others there are.
    pub others: u32,
    /// Remarks of which nobody can tell, beside some that speak of what is sent or may be a no.
    pub unread: u32,
}

/// The words of a table that would be asked about, as far as a sample of its rows shows them.
pub fn unknown_words(recognition: &Recognition, sample: &[Vec<String>]) -> Vec<UnknownWords> {
    let mut seen = SeenWords::of(recognition);
    sample.iter().for_each(|row| seen.add(|at| row.get(at).map(String::as_str)));
    let columns = recognition.columns.iter().zip(seen.unplaced());
    columns
        .filter(|(column, _)| !column.is_unsure())
        .filter(|(_, unplaced)| !unplaced.words.is_empty() || !unplaced.unread.is_empty())
        .map(|(column, Unplaced { words, others, unread, more_unread })| {
            let unread = count(unread.len() as u64) + more_unread;
            UnknownWords { position: column.position, words, others, unread }
        })
        .collect()
}

/// How often each word stands in its column of states; those that are placed are remembered and not counted.
struct SeenWords<'a> {
    columns: &'a [ColumnMeaning],
    asking: Vec<bool>,
    words: Vec<BTreeMap<String, (Standing, u32)>>,
}

/// How a word stands to what is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Placed,
    Asked,
    Unread,
}

impl<'a> SeenWords<'a> {
    fn of(recognition: &'a Recognition) -> Self {
        let columns = &recognition.columns[..];
        // Remarks of a system's users are many and long; a list kept by hand has few, and they may be all it says.
        let of_remarks = |field: Field| field == Field::Notes && recognition.system == System::List;
        let holds = |field: Field| holds_a_will(field) || of_remarks(field);
        let asking = columns.iter().map(|column| column.field.is_some_and(holds)).collect();
        Self { columns, asking, words: vec![BTreeMap::new(); columns.len()] }
    }

    fn asks(&self) -> bool {
        self.asking.contains(&true)
    }

    fn add<'r>(&mut self, cell_at: impl Fn(usize) -> Option<&'r str>) {
        for (at, column) in self.columns.iter().enumerate().filter(|(at, _)| self.asking[*at]) {
            let Some(text) = cell_at(at).and_then(cell::text) else { continue };
            match self.words[at].get_mut(text) {
                Some((_, times)) => *times += 1,
                None => {
                    let standing = match () {
                        () if !is_placed(column, text) => Standing::Asked,
                        () if is_unread(column, text) => Standing::Unread,
                        () => Standing::Placed,
                    };
                    self.words[at].insert(text.to_owned(), (standing, 1));
                }
            }
        }
    }

    fn unplaced(self) -> Vec<Unplaced> {
        self.words.into_iter().map(Unplaced::among).collect()
    }
}

impl Unplaced {
    /// The most frequent of the words that are asked about, the shorter ones first of all.
    fn among(seen: BTreeMap<String, (Standing, u32)>) -> Self {
        let first = |standing: Standing, most: usize, first: usize| {
            let mut counted: Vec<(&String, u32)> = seen
                .iter()
                .filter(|(_, (stands, _))| *stands == standing)
                .map(|(word, (_, times))| (word, *times))
                .collect();
            let is_long = |word: &str| word.chars().count() > LONGEST_WORD;
            counted.sort_by_key(|(word, times)| (is_long(word), std::cmp::Reverse(*times)));
            let all = counted.len();
            if all > most {
                counted.truncate(first);
            }
            let others = count((all - counted.len()) as u64);
            (counted.into_iter().map(|(word, _)| word.clone()).collect(), others)
        };
        let (words, others) = first(Standing::Asked, MOST_WORDS, FIRST_WORDS);
        let (unread, more_unread) = first(Standing::Unread, MOST_UNREAD, MOST_UNREAD);
        Self { words, others, unread, more_unread }
    }
}

/// Whether the words of the column tell what a person wants, and not what became of a message.
fn holds_a_will(field: Field) -> bool {
    speaks_of_state(field) && !matches!(field, Field::Bounced | Field::Complained)
}

/// What the dates of a column show.
#[derive(Default)]
struct Evidence {
    dates: u64,
    both_ways: u64,
    day_only: u64,
    month_only: u64,
    examples: Vec<(String, Moment, Moment)>,
    /// Earliest and latest day of each reading, and how many dates lie after today.
    day_first: Reading,
    month_first: Reading,
}

#[derive(Default)]
struct Reading {
    days: Option<(i64, i64)>,
    in_the_future: u64,
}

impl Reading {
    fn add(&mut self, days: i64, today: Option<i64>) {
        let (first, last) = self.days.unwrap_or((days, days));
        self.days = Some((first.min(days), last.max(days)));
        self.in_the_future += u64::from(today.is_some_and(|today| days > today));
    }

    fn span(&self) -> i64 {
        self.days.map_or(0, |(first, last)| last - first)
    }
}

impl Evidence {
    fn add(&mut self, written: &str, writes_utc: bool, today: Option<i64>) {
        let read = |order| match date::read(written, order, writes_utc) {
            Date::Moment(moment) => Some(moment),
            _ => None,
        };
        let (Some(day), Some(month)) = (read(DateOrder::DayFirst), read(DateOrder::MonthFirst)) else { return };
        self.dates += 1;
        self.day_first.add(day.days(), today);
        self.month_first.add(month.days(), today);
        if day != month {
            self.both_ways += 1;
            if self.examples.len() < 3 && self.examples.iter().all(|(_, known, _)| known.days() != day.days()) {
                self.examples.push((shortened(written, 40), day, month));
            }
        } else if let Some(DateShape::Parts { first, second, .. }) = date_shape(written) {
            self.day_only += u64::from(first > 12);
            self.month_only += u64::from(second > 12);
        }
    }

    fn likely(&self) -> Option<Likely> {
        use DateOrder::{DayFirst, MonthFirst};
        // Less speaks for the order: of dates against it, of dates after today, of days from first to last.
        let less = |day: u64, month: u64, reason| match day.cmp(&month) {
            std::cmp::Ordering::Less => Some(Likely { order: DayFirst, reason }),
            std::cmp::Ordering::Greater => Some(Likely { order: MonthFirst, reason }),
            std::cmp::Ordering::Equal => None,
        };
        let (day, month) = (self.day_first.span().unsigned_abs(), self.month_first.span().unsigned_abs());
        let much_closer = day.min(month) * 2 <= day.max(month);
        less(self.month_only, self.day_only, LikelyReason::ClearDates)
            .or_else(|| {
                let (day, month) = (self.day_first.in_the_future, self.month_first.in_the_future);
                less(day, month, LikelyReason::NoneInTheFuture).filter(|_| day == 0 || month == 0)
            })
            .or_else(|| less(day, month, LikelyReason::CloserTogether).filter(|_| much_closer))
    }
}

/// As with a question: no cell.
impl std::fmt::Debug for UnknownWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "UnknownWords(column {}, {} and {})", self.position, self.words.len(), self.others)
    }
}

/// Cells are personal data: a question tells a log where it stands and nothing else.
impl std::fmt::Debug for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Question(table {}, column {}, {:?})", self.table, self.position, self.asked)
    }
}

impl std::fmt::Debug for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::DateOrder { dates, both_ways, .. } => write!(f, "DateOrder({both_ways} of {dates})"),
            Self::Meaning { field, sure } => write!(f, "Meaning({field:?}, {sure} %)"),
            Self::Words { words, others } => write!(f, "Words({} and {others})", words.len()),
            Self::Remarks { remarks, others, unread, more_unread } => {
                write!(f, "Remarks({} and {others}, {} and {more_unread})", remarks.len(), unread.len())
            }
        }
    }
}
