// Rules for Find: those that fired, by title, id and number.
import { backend } from '../../lib/backend/backend';
import type { FiredRule } from '../../lib/bindings';
import { fits, type Finder, type Hit } from '../../lib/palette.svelte';
import { route } from '../../lib/route.svelte';
import { session } from '../../lib/session.svelte';
import { text } from '../../lib/texts';

/** Asked for once each time Find opens: the overview is kept by the program, but all of it crosses the bridge. */
let fired: Promise<FiredRule[]> = Promise.resolve([]);

async function ask(): Promise<FiredRule[]> {
  if (session.facts?.people == null) return [];
  try {
    return (await backend().overview())?.rules ?? [];
  } catch {
    return []; // the other finders still answer
  }
}

async function rules(query: string): Promise<Hit[]> {
  if (query.length < 2) return [];
  const known = await fired;
  return known
    .filter((rule) => fits(query, rule.title, rule.id, rule.number))
    .map((rule) => ({
      id: `rule-${rule.id}`,
      label: rule.title,
      note: `${text(`mark-${rule.severity}`)}, ${rule.number}`,
      run: () => route.go('findings', { rule: rule.id }),
    }));
}

export const finders: Finder[] = [{ id: 'rules', title: 'palette-rules', open: () => void (fired = ask()), find: rules }];
