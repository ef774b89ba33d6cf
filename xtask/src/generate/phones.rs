//! Telephone numbers nobody has: the ranges the authorities keep free for film and fiction.

/// A block of consecutive numbers.
struct Block {
    country: &'static str,
    prefix: &'static str,
    /// First and number of the counted endings.
    first: u32,
    count: u32,
    digits: usize,
}

const fn block(country: &'static str, prefix: &'static str, first: u32, count: u32, digits: usize) -> Block {
    Block { country, prefix, first, count, digits }
}

const BLOCKS: [Block; 24] = [
    block("SE", "+467017406", 5, 95, 2),
    block("SE", "+463139006", 0, 100, 2),
    block("SE", "+464062804", 0, 100, 2),
    block("SE", "+468465004", 0, 100, 2),
    block("DE", "+493023125", 0, 1000, 3),
    block("DE", "+494066969", 0, 1000, 3),
    block("DE", "+496990009", 0, 1000, 3),
    block("DE", "+4917139200", 0, 100, 2),
    block("GB", "+447700900", 0, 1000, 3),
    block("GB", "+442079460", 0, 1000, 3),
    block("GB", "+441134960", 0, 1000, 3),
    block("GB", "+441144960", 0, 1000, 3),
    block("GB", "+441154960", 0, 1000, 3),
    block("GB", "+441164960", 0, 1000, 3),
    block("GB", "+441174960", 0, 1000, 3),
    block("GB", "+441214960", 0, 1000, 3),
    block("GB", "+441314960", 0, 1000, 3),
    block("GB", "+441414960", 0, 1000, 3),
    block("FR", "+3363998", 0, 10_000, 4),
    block("FR", "+3319900", 0, 10_000, 4),
    block("FR", "+3326191", 0, 10_000, 4),
    block("FR", "+3335301", 0, 10_000, 4),
    block("FR", "+3346571", 0, 10_000, 4),
    block("FR", "+3353649", 0, 10_000, 4),
];

/// The country and the number at a position among all of them; `None` past the last.
pub fn any(position: u32) -> Option<(&'static str, String)> {
    pick(BLOCKS.iter(), position).map(|(block, number)| (block.country, number))
}

/// The number at a position among those of a country; `None` past the last, or if the country keeps none free.
pub fn of(country: &str, position: u32) -> Option<String> {
    pick(BLOCKS.iter().filter(|block| block.country == country), position).map(|(_, number)| number)
}

fn pick<'a>(blocks: impl Iterator<Item = &'a Block>, mut position: u32) -> Option<(&'a Block, String)> {
    for block in blocks {
        if position < block.count {
            let ending = block.first + position;
            return Some((block, format!("{}{ending:0width$}", block.prefix, width = block.digits)));
        }
        position -= block.count;
    }
    None
}

/// A Swedish mobile number as Swedes write it: `070-174 06 05`.
pub fn swedish(number: &str) -> String {
    match number.strip_prefix("+4670174") {
        Some(end) if end.len() == 4 => format!("070-174 {} {}", &end[..2], &end[2..]),
        _ => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_within_their_block_and_end_with_it() {
        assert_eq!(any(0), Some(("SE", "+46701740605".to_owned())));
        assert_eq!(of("DE", 3099).as_deref(), Some("+491713920099"));
        assert_eq!(of("DE", 3100), None);
        assert_eq!(of("FR", 17).as_deref(), Some("+33639980017"));
        assert_eq!(of("IT", 0), None);
    }

    #[test]
    fn a_swedish_number_is_written_the_swedish_way() {
        assert_eq!(swedish("+46701740642"), "070-174 06 42");
    }
}
