// Which systems and lists have a column of states, where there is no room for all.
import type { Facets, PeopleFilter, Voice } from '../../lib/bindings';

/** The voices by their places, in order: those with a column, and those that one column stands for together. */
export type Columns = { shown: number[]; more: number[] };

/** Where all do not fit: whoever the filter names, then whoever knows most of the people it leaves. */
export function columnsOf(voices: Voice[], fit: number, filter: PeopleFilter, facets: Facets | null): Columns {
  const all = voices.map((_, at) => at);
  if (voices.length <= fit) return { shown: all, more: [] };
  const named = [...filter.systems, filter.conflict?.noIn, filter.conflict?.yesIn];
  const known = new Map(facets?.systems.map(({ value, people }) => [value, people]));
  const worth = (at: number) => (named.includes(voices[at]!) ? Infinity : (known.get(voices[at]!) ?? 0));
  const best = all.toSorted((a, b) => (worth(a) === worth(b) ? a - b : worth(b) - worth(a))).slice(0, Math.max(0, fit - 1));
  return { shown: all.filter((at) => best.includes(at)), more: all.filter((at) => !best.includes(at)) };
}
