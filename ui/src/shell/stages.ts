// The rail in the order of the work, with what stands below each name, told from the facts of the case.
import type { CaseFacts } from '../lib/bindings';
import type { ScreenName } from '../lib/route.svelte';
import { text } from '../lib/texts';

export type NodeState = 'later' | 'todo' | 'work' | 'done' | 'needs';
export type Stop = { screen: ScreenName; name: string; state: NodeState; says: string };

const nothing = (): Pick<Stop, 'state' | 'says'> => ({ state: 'todo', says: text('rail-nothing') });

/** A station that this version does not have. */
const notYet = (): Pick<Stop, 'state' | 'says'> => ({ state: 'later', says: text('rail-not-yet') });

/** What stood here no longer holds. */
const waiting = (): Pick<Stop, 'state' | 'says'> => ({ state: 'work', says: text('rail-waits') });

function sources(facts: CaseFacts | null): Pick<Stop, 'state' | 'says'> {
  if (!facts || facts.files === 0) return nothing();
  if (facts.openQuestions > 0) return { state: 'needs', says: text('rail-questions', { questions: facts.openQuestions }) };
  return { state: 'done', says: text('rail-read', { files: facts.files, rows: facts.accepted }) };
}

function people(facts: CaseFacts | null): Pick<Stop, 'state' | 'says'> {
  if (!facts || facts.files === 0) return nothing();
  if (facts.takenBack) return { state: 'needs', says: text('rail-taken-back') };
  if (facts.people === null) return { state: 'work', says: text('rail-not-joined') };
  return { state: 'done', says: text('rail-people', { people: facts.people }) };
}

function findings(facts: CaseFacts | null): Pick<Stop, 'state' | 'says'> {
  if (facts?.takenBack) return waiting();
  if (!facts || facts.people === null) return nothing();
  if (facts.breaches + facts.risks > 0) return { state: 'done', says: text('rail-findings', { breaches: facts.breaches, risks: facts.risks }) };
  return { state: 'done', says: facts.hygiene > 0 ? text('rail-hygiene', { hygiene: facts.hygiene }) : text('rail-clean') };
}

function plan(facts: CaseFacts | null): Pick<Stop, 'state' | 'says'> {
  if (facts?.takenBack) return waiting();
  if (!facts?.outcome) return nothing();
  return { state: 'work', says: text('rail-keep', { people: facts.outcome.keep }) };
}

export function stops(facts: CaseFacts | null): Stop[] {
  return [
    { screen: 'sources', name: text('sources-name'), ...sources(facts) },
    { screen: 'people', name: text('people-name'), ...people(facts) },
    { screen: 'findings', name: text('findings-name'), ...findings(facts) },
    { screen: 'plan', name: text('plan-name'), ...plan(facts) },
    { screen: 'campaigns', name: text('campaigns-name'), ...notYet() },
    { screen: 'report', name: text('report-name'), ...notYet() },
  ];
}
