// What belongs into the sentences of a verdict.
import type { PersonView, Said, Source } from '../../lib/bindings';
import { date } from '../../lib/format';
import type { Args } from '../../lib/texts';
import { listName, systemName } from '../../lib/systems';

const lists = new Intl.ListFormat('en', { type: 'conjunction' });

/** A system by its name, a list of no system by its file. */
export function sourceName(source: Source): string {
  return source.list === null ? systemName(source.system) : listName(source.list);
}

export function saidArgs(said: Said, view: PersonView): Args {
  const names = said.sources.map((at) => view.sources[at]).filter((source) => source !== undefined).map(sourceName);
  return { sources: lists.format(names), count: names.length, day: said.day ? date(said.day) : '' };
}
