// The heading of People is the answer: what was clicked, in a sentence. Of several filters the narrowest speaks.
import type { PeopleFilter } from '../../lib/bindings';
import { country, date } from '../../lib/format';
import { gradeName } from '../../lib/grades';
import { ruleTitle } from '../../lib/rules.svelte';
import { voiceName } from '../../lib/systems';
import { text, type Args } from '../../lib/texts';
import { on, orOf, valueName } from './filter';

/** A sentence, and how many filters it leaves unsaid. */
export type Heading = { key: string; args: Args; more: number };

/** What a filter says of itself; `says` is how many of its choices. Null without a choice. */
export function heading(filter: PeopleFilter): Heading | null {
  const all = on(filter);
  if (all === 0) return null;
  const { key, args = {}, says } = narrowest(filter);
  return { key, args, more: all - says };
}

type Told = { key: string; args?: Args; says: number };

function narrowest(filter: PeopleFilter): Told {
  const { conflict, stopped, consent } = filter;
  if (conflict) {
    const self = conflict.noIn === conflict.yesIn;
    return { key: self ? 'people-head-conflict-self' : 'people-head-conflict', args: { no: voiceName(conflict.noIn), yes: voiceName(conflict.yesIn) }, says: 1 };
  }
  if (stopped) {
    const why = text(`people-stopped-${stopped.why}`);
    if (!stopped.channel) return { key: 'people-head-stopped', args: { why }, says: 1 };
    return { key: 'people-head-stopped-on', args: { why, channel: text(`people-channel-${stopped.channel}`) }, says: 1 };
  }
  if (filter.question !== null) return { key: 'people-head-question', says: 1 };
  if (filter.rules.length > 0) return { key: 'people-head-rule', args: { rule: orOf(filter.rules.map((rule) => lower(ruleTitle(rule)))) }, says: filter.rules.length };
  if (consent) return { ...byDay(consent), says: 1 };
  if (filter.inBatch) return { key: 'people-head-batch', says: 1 };
  // Who may be kept and rests on a declaration is asked for by what may be done as well.
  if (filter.declared) return { key: 'people-head-declared', says: 1 + filter.buckets.length + filter.actions.length };
  if (filter.disagreement.length === 1) return { key: `people-head-${filter.disagreement[0]!}`, says: 1 };
  if (filter.text.trim()) return { key: 'people-head-text', args: { text: filter.text.trim() }, says: 1 };
  if (filter.actions.length > 0) return byAction(filter);
  if (filter.buckets.length > 0) return byBucket(filter);
  if (filter.grades.length > 0) return { key: 'people-head-grades', args: { grades: orOf(filter.grades.map(gradeName)) }, says: filter.grades.length };
  if (filter.countries.length > 0) return byCountry(filter.countries);
  if (filter.systems.length > 0) return { key: 'people-head-systems', args: { systems: orOf(filter.systems.map(voiceName)) }, says: filter.systems.length };
  if (filter.channels.length > 0) return { key: 'people-head-channels', args: { channels: orOf(filter.channels.map((channel) => valueName('channels', channel))) }, says: filter.channels.length };
  return { key: 'people-head-some', says: 0 };
}

function byDay({ fromDay, toDay, undated }: NonNullable<PeopleFilter['consent']>): { key: string; args?: Args } {
  if (undated) return { key: 'people-head-undated' };
  const [from, to] = [fromDay ? date(fromDay) : '', toDay ? date(toDay) : ''];
  if (from && from === to) return { key: 'people-head-day', args: { day: from } };
  if (from && to) return { key: 'people-head-days', args: { from, to } };
  return from ? { key: 'people-head-since', args: { from } } : { key: 'people-head-until', args: { to } };
}

function byAction(filter: PeopleFilter): Told {
  const actions = orOf(filter.actions.map((action) => text(`people-action-${action}`)));
  const [channel] = filter.channels;
  if (channel && filter.channels.length === 1) return { key: 'people-head-actions-on', args: { actions, channel: text(`people-channel-${channel}`) }, says: filter.actions.length + 1 };
  return { key: 'people-head-actions', args: { actions }, says: filter.actions.length };
}

function byBucket(filter: PeopleFilter): Told {
  if (filter.buckets.length === 1) return { key: `people-head-${filter.buckets[0]!}`, says: 1 };
  return { key: 'people-head-some', says: 0 };
}

function byCountry(countries: string[]): Told {
  if (countries.length === 1 && countries[0] === 'XX') return { key: 'people-head-country-unknown', says: 1 };
  return { key: 'people-head-countries', args: { countries: orOf(countries.map((code) => (code === 'XX' ? text('people-country-unknown') : country(code)))) }, says: countries.length };
}

/** A title within a sentence, but for one that begins with an abbreviation. */
function lower(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;
}
