// Find: the columns of every table, by their header or meaning.
import { backend } from '../../lib/backend/backend';
import { fits, type Finder, type Hit } from '../../lib/palette.svelte';
import { route } from '../../lib/route.svelte';
import { session } from '../../lib/session.svelte';
import { meaning } from './words';

const MOST = 6;

export const finders: Finder[] = [{ id: 'columns', title: 'sources-find-columns', find: columns }];

async function columns(query: string): Promise<Hit[]> {
  if (query.trim().length < 2 || !session.facts || session.facts.files === 0) return [];
  const { files } = await backend().sources();
  const views = await Promise.all(files.flatMap((file) => file.tables.map((table) => backend().table(table.table))));
  return views
    .flatMap((view) => view.columns.map((column) => ({ view, column })))
    .filter(({ column }) => fits(query, column.header, column.field ? meaning(column.field) : ''))
    .slice(0, MOST)
    .map(({ view, column }) => ({
      id: `${view.card.table}:${column.position}`,
      label: column.header,
      note: view.card.sheet || view.name,
      run: () => route.go('sources', { table: String(view.card.table), column: String(column.position) }),
    }));
}
