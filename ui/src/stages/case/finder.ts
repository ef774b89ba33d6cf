// Recent cases can be found by name.
import { fits, type Finder } from '../../lib/palette.svelte';
import { session } from '../../lib/session.svelte';
import { doors } from './doors.svelte';

export const finders: Finder[] = [
  {
    id: 'recent',
    title: 'palette-recent',
    find: (query) =>
      session.state.recent
        .filter((recent) => recent.isThere && fits(query, recent.name, recent.controller ?? ''))
        .map((recent) => ({ id: recent.path, label: recent.name, note: recent.controller ?? undefined, run: () => void doors.open(recent.path) })),
  },
];
