import { render } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';

import { route } from '../../src/lib/route.svelte';
import { has, text } from '../../src/lib/texts';
import { asTrouble, troubles } from '../../src/lib/trouble.svelte';
import TroubleNote from '../../src/shared/TroubleNote.svelte';
import { rust } from './code';
import { trouble } from './helpers';

/** Every code the program can tell: the bindings carry it as a bare word. */
const program = rust(['src-tauri/src']).replace(/#\[cfg\(test\)\][\s\S]*?\n\}\n/g, '');
const codes = [
  ...new Set([
    ...[...program.matchAll(/(?:Trouble|Self)::(?:of|text)\(\s*"([a-z-]+)"/g)].map((found) => found[1]!),
    ...[...program.matchAll(/(?:ImportError|VaultError|StoreError)::[^\n]*=> \(?"([a-z-]+)"|_ => \(?"([a-z]+-[a-z-]+)"/g)].map((found) => found[1] ?? found[2]!),
    'unexpected',
  ]),
].sort();
/** None of these is ever read by a person. */
const NEED_NO_HINT: Record<string, string> = {
  cancelled: 'it is what the person asked for, and is not shown',
};

beforeEach(() => troubles.dismiss());

describe('a trouble', () => {
  it('has something to try, whichever it is', () => {
    expect(codes.length).toBeGreaterThan(35);
    expect(codes.filter((code) => !has(`trouble-hint-${code}`) && !(code in NEED_NO_HINT))).toEqual([]);
    expect(Object.keys(NEED_NO_HINT).filter((code) => !codes.includes(code) || has(`trouble-hint-${code}`))).toEqual([]);
  });

  it('of a text of the window says what happened and what to try', () => {
    const keys = [...program.matchAll(/Trouble::text\(\s*"([a-z-]+)"/g)].map((found) => `trouble-${found[1]!}`);
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter((key) => !has(key) || !text(key).includes('. '))).toEqual([]);
  });

  it('keeps the hint that came with it, and has one of its kind where none came', () => {
    expect(asTrouble({ ...trouble('disk-full'), hint: 'Take the large disk.' }).hint).toBe('Take the large disk.');
    expect(asTrouble(trouble('disk-full')).hint).toBe('Free some space and do the last step again.');
    expect(asTrouble(new Error('no bridge')).hint).toContain('Try again');
  });

  it('is shown with what, where and what to try', () => {
    route.reset('plan');
    troubles.show(trouble('not-written'));
    const { container } = render(TroubleNote, { trouble: troubles.shown! });
    expect([...container.querySelectorAll('p')].map((line) => line.textContent)).toEqual(['It is not-written.', 'Plan', 'Choose a folder you may write to, with enough space.']);
    troubles.show({ ...trouble('case-damaged'), place: '/cases/autumn.bonafide' });
    expect(troubles.shown?.place).toBe('/cases/autumn.bonafide');
  });
});
