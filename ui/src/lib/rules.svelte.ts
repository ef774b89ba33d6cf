// What the rules that fired are called. A rule nobody has heard of yet goes by its id.
import { backend } from './backend/backend';
import { troubles } from './trouble.svelte';

let titles = $state.raw<Record<string, string>>({});

/** The title of a rule, once it is here. */
export function ruleTitle(id: string): string {
  return titles[id] ?? id;
}

/** Asks for the titles; what was counted is kept, so that this costs nothing. */
export async function loadRuleTitles(): Promise<void> {
  try {
    const overview = await backend().overview();
    titles = Object.fromEntries((overview?.rules ?? []).map((rule) => [rule.id, rule.title]));
  } catch (thrown) {
    troubles.show(thrown);
  }
}
