//! Who speaks of people in a case: the known systems, and every list of no system by itself.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::System;

/// One who says something of people: a known system, whatever its exports are called, or one list of no system. Two lists
/// kept by hand may contradict each other, and nobody could tell which is right if they spoke with one voice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
#[serde(into = "String", try_from = "String")]
#[specta(type = String)]
pub struct Voice {
    /// The system.
    pub system: System,
    /// The name of the list, for one of no system. [`Voice::OTHER_LISTS`] has none.
    pub list: Option<String>,
}

/// The place of a voice among those of its case. Below [`Voices::MOST`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8")]
pub struct VoiceId(u8);

/// The voices of a case, in the order in which they are shown: systems first, then lists by their names.
///
/// There are at most [`Voices::MOST`], as many as a mask has bits. The lists that come after share the last place, as
/// [`Voice::OTHER_LISTS`]; known systems always have a place of their own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voices(Vec<Voice>);

impl Voice {
    /// The lists that found no place of their own.
    pub const OTHER_LISTS: Self = Self { system: System::List, list: None };

    /// The voice of a list of no system.
    pub fn of_list(name: impl Into<String>) -> Self {
        Self { system: System::List, list: Some(name.into()) }
    }

    /// The word a filter takes: that of the system, and behind it the name of the list.
    pub fn word(&self) -> String {
        match &self.list {
            Some(list) => format!("{}:{list}", self.system.word()),
            None => self.system.word().to_owned(),
        }
    }
}

impl From<System> for Voice {
    fn from(system: System) -> Self {
        Self { system, list: None }
    }
}

impl From<Voice> for String {
    fn from(voice: Voice) -> Self {
        voice.word()
    }
}

impl FromStr for Voice {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let (system, list) = match word.split_once(':') {
            Some((system, list)) => (system, Some(list.to_owned())),
            None => (word, None),
        };
        match System::from_word(system) {
            Some(system) if list.is_none() || system == System::List => Ok(Self { system, list }),
            _ => Err("neither a system nor a list".to_owned()),
        }
    }
}

impl TryFrom<String> for Voice {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        word.parse()
    }
}

impl VoiceId {
    /// The place as an index.
    pub fn at(self) -> usize {
        usize::from(self.0)
    }

    /// The bit that stands for it.
    pub fn bit(self) -> u64 {
        1 << self.0
    }
}

impl TryFrom<u8> for VoiceId {
    type Error = &'static str;

    fn try_from(place: u8) -> Result<Self, &'static str> {
        if usize::from(place) < Voices::MOST { Ok(Self(place)) } else { Err("no voice has this place") }
    }
}

impl Voices {
    /// How many there can be.
    pub const MOST: usize = u64::BITS as usize;

    /// The voices of a case, however often each is named.
    pub fn of(named: impl IntoIterator<Item = Voice>) -> Self {
        let mut voices: Vec<Voice> = named.into_iter().collect();
        voices.sort();
        voices.dedup();
        if voices.len() > Self::MOST {
            voices.truncate(Self::MOST - 1);
            voices.push(Voice::OTHER_LISTS);
        }
        Self(voices)
    }

    /// The voice with a name; `None` for one that is none of the case, or has no place of its own.
    pub fn find(&self, voice: &Voice) -> Option<VoiceId> {
        let place = self.0.iter().position(|known| known == voice)?;
        u8::try_from(place).ok().map(VoiceId)
    }

    /// The place at which a voice of the case speaks.
    pub fn place(&self, voice: &Voice) -> VoiceId {
        let shared = || self.find(&Voice::OTHER_LISTS);
        self.find(voice).or_else(shared).expect("the voices of a case are taken from all of its tables")
    }

    /// The voice at a place, if the case has one there.
    pub fn get(&self, id: VoiceId) -> Option<&Voice> {
        self.0.get(id.at())
    }

    /// All of them with their places, in order.
    pub fn iter(&self) -> impl Iterator<Item = (VoiceId, &Voice)> {
        (0..).map(VoiceId).zip(&self.0)
    }
}

// A known system never shares its place: there is room for all of them and for two lists.
const _: () = assert!(System::ALL.len() < Voices::MOST);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn systems_come_first_and_every_list_speaks_for_itself() {
        let voices = Voices::of([
            Voice::of_list("till.csv"),
            System::HubSpot.into(),
            Voice::of_list("fair.xlsx, Saturday"),
            System::HubSpot.into(),
            System::Brevo.into(),
            Voice::of_list("till.csv"),
        ]);
        let words: Vec<String> = voices.iter().map(|(_, voice)| voice.word()).collect();
        assert_eq!(words, ["brevo", "hubspot", "list:fair.xlsx, Saturday", "list:till.csv"]);
        for (id, voice) in voices.iter() {
            assert_eq!((voices.place(voice), voices.get(id)), (id, Some(voice)));
        }
        assert_eq!(voices.find(&System::Mautic.into()), None);
    }

    #[test]
    fn lists_beyond_the_last_place_share_it_and_no_system_does() {
        let list = |number: usize| Voice::of_list(format!("list {number:03}.csv"));
        let systems = || System::ALL.into_iter().filter(|system| *system != System::List).map(Voice::from);
        let voices = Voices::of((0..100).map(list).chain(systems()));
        assert_eq!(voices.iter().count(), Voices::MOST);
        let own = Voices::MOST - 1 - systems().count();
        let place = |number: usize| voices.place(&list(number)).at();
        assert_eq!(place(own - 1), Voices::MOST - 2, "the last with a place of its own");
        assert_eq!((place(own), place(99)), (Voices::MOST - 1, Voices::MOST - 1));
        assert_eq!(voices.get(voices.place(&list(99))), Some(&Voice::OTHER_LISTS));
        assert_eq!(voices.find(&list(99)), None, "it cannot be asked for alone");
        assert!(systems().all(|system| voices.get(voices.place(&system)) == Some(&system)));
        assert_eq!(Voices::of((0..64).map(list)).find(&Voice::OTHER_LISTS), None, "as many as there are places");
        assert_eq!(VoiceId::try_from(63).map(VoiceId::bit), Ok(1 << 63));
        assert!(VoiceId::try_from(64).is_err());
    }

    #[test]
    fn a_voice_is_one_word_to_those_who_ask() {
        for voice in [Voice::from(System::Mailchimp), Voice::OTHER_LISTS, Voice::of_list("a: b, c.csv")] {
            let word = serde_json::to_string(&voice).unwrap();
            assert_eq!(serde_json::from_str::<Voice>(&word).unwrap(), voice);
        }
        assert!("mailchimp:till.csv".parse::<Voice>().is_err());
        assert!("nobody".parse::<Voice>().is_err());
    }
}
