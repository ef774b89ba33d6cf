//! Disjoint sets over numbered things.

/// Which numbers belong together.
#[derive(Debug)]
pub struct UnionFind {
    parents: Vec<u32>,
}

impl UnionFind {
    /// Every number for itself.
    pub fn new(count: usize) -> Self {
        Self { parents: (0..u32::try_from(count).expect("a case has fewer than 2^32 contacts")).collect() }
    }

    /// The smallest number of the set `of` belongs to.
    pub fn find(&mut self, of: u32) -> u32 {
        let mut at = of;
        while self.parents[at as usize] != at {
            let above = self.parents[self.parents[at as usize] as usize];
            self.parents[at as usize] = above;
            at = above;
        }
        at
    }

    /// Puts two sets together. The smaller number stands for both, so the order of calls leaves no trace.
    pub fn union(&mut self, a: u32, b: u32) {
        let (a, b) = (self.find(a), self.find(b));
        if a != b {
            self.parents[a.max(b) as usize] = a.min(b);
        }
    }
}
