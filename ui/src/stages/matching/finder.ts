// People for Find: whoever has the words in a name, an address, a number or a company.
import { backend } from '../../lib/backend/backend';
import type { PersonRow } from '../../lib/bindings';
import { maskBut, type PersonalKind } from '../../lib/mask.svelte';
import type { Finder, Hit } from '../../lib/palette.svelte';
import { route } from '../../lib/route.svelte';
import { session } from '../../lib/session.svelte';
import { voiceName } from '../../lib/systems';
import { text } from '../../lib/texts';
import { everybody } from './filter';

const SHOWN = 8;

export const finders: Finder[] = [
  {
    id: 'people',
    title: 'people-finder',
    find: async (query) => {
      if (query.length < 2 || session.facts?.people == null) return [];
      const page = await backend().peoplePage({ ...everybody(), text: query }, { column: 'person', descending: false }, 0, SHOWN);
      const hits = page.rows.map((row): Hit => ({
        id: `person-${row.person}`,
        label: told(row).map(([value]) => value).join(', '),
        masked: told(row).map(([value, kind]) => maskBut(value, kind, query)).join(', '),
        note: page.systems.filter((_, at) => row.states[at]).map(voiceName).join(', '),
        run: () => route.go('people', { person: String(row.person) }),
      }));
      if (page.total <= hits.length) return hits;
      return [...hits, { id: 'people-all', label: text('people-find-all', { shown: hits.length, all: page.total }), run: () => route.go('people', { text: query }) }];
    },
  },
];

/** What a person is recognised by: the address, else the number, and the name. */
function told(row: PersonRow): [string, PersonalKind][] {
  const known: [string | null, PersonalKind][] = [row.email ? [row.email, 'email'] : [row.phone, 'phone'], [row.name, 'name']];
  return known.filter((one): one is [string, PersonalKind] => one[0] !== null && one[0] !== '');
}
