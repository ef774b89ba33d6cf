// Which people to look at: made from nothing, from what another screen asks for, and told in words.
import type { FacetValue, Facets, PeopleFilter } from '../../lib/bindings';
import { country, date } from '../../lib/format';
import type { Params } from '../../lib/route.svelte';
import { gradeName } from '../../lib/grades';
import { ruleTitle } from '../../lib/rules.svelte';
import { voiceName } from '../../lib/systems';
import { text } from '../../lib/texts';

export function everybody(): PeopleFilter {
  return {
    text: '',
    systems: [],
    grades: [],
    actions: [],
    buckets: [],
    countries: [],
    rules: [],
    channels: [],
    disagreement: [],
    conflict: null,
    consent: null,
    inBatch: false,
    declared: false,
    question: null,
    stopped: null,
  };
}

/** The facets, in the order in which they stand. What becomes of people counts each once; in four words it comes from
    other screens alone, and stands among the other choices. */
export const FACETS = ['systems', 'disagreement', 'actions', 'grades', 'channels', 'countries', 'rules'] as const;
export type FacetName = (typeof FACETS)[number];

const LISTS: Record<string, FacetName | 'buckets'> = {
  system: 'systems',
  kind: 'disagreement',
  bucket: 'buckets',
  grade: 'grades',
  action: 'actions',
  channel: 'channels',
  country: 'countries',
  rule: 'rules',
};

/**
 * What another screen asks for: `rule`, `grade`, `action`, `bucket`, `country`, `channel`, `kind` (several parted by
 * commas), `system` (one, as names of lists hold commas), `noIn` with `yesIn`, `stopped` with or without `stoppedOn`, `from` and `to` or `undated`, `batch`, `declared`, `question`, `text`.
 */
export function asked(params: Params): PeopleFilter {
  const filter = everybody();
  for (const [name, facet] of Object.entries(LISTS)) {
    const given = params[name];
    if (given) (filter[facet] as string[]) = facet === 'systems' ? [given] : given.split(',');
  }
  if (params.noIn && params.yesIn) filter.conflict = { noIn: params.noIn, yesIn: params.yesIn } as PeopleFilter['conflict'];
  if (params.from || params.to || params.undated !== undefined) {
    filter.consent = { fromDay: params.from ?? null, toDay: params.to ?? null, undated: params.undated !== undefined };
  }
  filter.inBatch = params.batch !== undefined;
  filter.declared = params.declared !== undefined;
  filter.question = params.question ? Number(params.question) : null;
  if (params.stopped) filter.stopped = { why: params.stopped, channel: params.stoppedOn ?? null } as PeopleFilter['stopped'];
  filter.text = params.text ?? '';
  return filter;
}

/** How many choices are on. */
export function on(filter: PeopleFilter): number {
  const lists = FACETS.reduce((sum, facet) => sum + filter[facet].length, 0);
  return lists + (filter.text.trim() ? 1 : 0) + others(filter).length;
}

const either = new Intl.ListFormat('en', { type: 'disjunction' });
export const orOf = (names: string[]) => either.format(names);

type Other = { label: string; without: Partial<PeopleFilter> };

/** Choices that are no facet: told, and taken away one by one. */
export function others(filter: PeopleFilter): Other[] {
  const found: Other[] = [];
  if (filter.buckets.length > 0) found.push({ label: orOf(filter.buckets.map((bucket) => text(`people-also-${bucket}`))), without: { buckets: [] } });
  if (filter.stopped) {
    const { why, channel } = filter.stopped;
    const label = channel ? text('people-also-stopped-on', { channel: text(`people-channel-${channel}`), why: text(`people-stopped-${why}`) }) : text('people-also-stopped', { why: text(`people-stopped-${why}`) });
    found.push({ label, without: { stopped: null } });
  }
  if (filter.conflict) {
    const { noIn, yesIn } = filter.conflict;
    found.push({ label: text('people-also-conflict', { no: voiceName(noIn), yes: voiceName(yesIn) }), without: { conflict: null } });
  }
  if (filter.consent) found.push({ label: consent(filter.consent), without: { consent: null } });
  if (filter.inBatch) found.push({ label: text('people-also-batch'), without: { inBatch: false } });
  if (filter.declared) found.push({ label: text('people-also-declared'), without: { declared: false } });
  if (filter.question !== null) found.push({ label: text('people-also-question'), without: { question: null } });
  return found;
}

function consent({ fromDay, toDay, undated }: NonNullable<PeopleFilter['consent']>): string {
  if (undated) return text('people-also-undated');
  if (fromDay && toDay) return text('people-also-consent', { from: date(fromDay), to: date(toDay) });
  return fromDay ? text('people-also-consent-since', { from: date(fromDay) }) : text('people-also-consent-until', { to: date(toDay ?? '') });
}

/** A value of a facet in words. */
export function valueName(facet: FacetName, value: string): string {
  switch (facet) {
    case 'systems':
      return voiceName(value);
    case 'disagreement':
      return text(`people-kind-${value}`);
    case 'grades':
      return gradeName(value);
    case 'actions':
      return text(`people-action-${value}`);
    case 'channels':
      return text(`people-channel-${value}`);
    case 'countries':
      return value === 'XX' ? text('people-country-unknown') : country(value);
    case 'rules':
      return ruleTitle(value);
  }
}

/** The values of a facet worth showing: what is chosen, and what there is; the long ones cut unless all are wanted. */
export function valuesShown(facets: Facets, filter: PeopleFilter, facet: FacetName, all: boolean): { shown: FacetValue[]; more: number } {
  const values = facets[facet];
  const most = facet === 'countries' ? 4 : facet === 'rules' ? 6 : facet === 'systems' ? 12 : values.length;
  if (all || values.length <= most + 1) return { shown: values, more: 0 };
  const chosen = filter[facet] as string[];
  const shown = values.filter((value, place) => place < most || chosen.includes(value.value));
  return { shown, more: values.length - shown.length };
}
