// People for Find: whoever has the words in a name, an address, a number or a company.
import { backend } from '../../lib/backend/backend';
import type { Finder } from '../../lib/palette.svelte';
import { route } from '../../lib/route.svelte';
import { session } from '../../lib/session.svelte';
import { everybody } from './filter';

export const finders: Finder[] = [
  {
    id: 'people',
    title: 'people-finder',
    find: async (query) => {
      if (query.length < 2 || session.facts?.people == null) return [];
      const page = await backend().peoplePage({ ...everybody(), text: query }, { column: 'person', descending: false }, 0, 8);
      return page.rows.map((row) => ({
        id: `person-${row.person}`,
        label: row.email ?? row.phone ?? row.name ?? '',
        personal: row.email ? 'email' : row.phone ? 'phone' : 'name',
        run: () => route.go('people', { person: String(row.person) }),
      }));
    },
  },
];
