// A backend for tests: what a test does not name is refused loudly.
import { useBackend, type Backend } from '../../src/lib/backend/backend';
import type { CaseFacts, CaseState, Trouble } from '../../src/lib/bindings';

export function withBackend(parts: Partial<Backend>): void {
  useBackend(
    new Proxy(parts, {
      get: (given, name) => Reflect.get(given, name) ?? (() => Promise.reject(new Error(`the test names no ${String(name)}`))),
    }) as Backend,
  );
}

export const FACTS: CaseFacts = {
  name: 'Autumn', path: '/cases/Autumn.bonafide', controller: null, home: 'IT', today: '2026-11-01',
  files: 4, rows: 100, accepted: 98, rejected: 2, people: 60, outcome: { keep: 30, hold: 15, stop: 10, delete: 5 },
  breaches: 1, risks: 2, hygiene: 3, openQuestions: 0, lists: [], takenBack: false,
};

export function stateOf(open: CaseFacts | null, locked = false): CaseState {
  return { open, locked, recent: [], given: [], sample: false, version: '0.1.0' };
}

export function trouble(code: string): Trouble {
  return { code, what: `It is ${code}.`, place: null, hint: null };
}
