import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Backend } from '../../src/lib/backend/backend';
import type { CaseFacts } from '../../src/lib/bindings';
import { palette } from '../../src/lib/palette.svelte';
import { route } from '../../src/lib/route.svelte';
import { session } from '../../src/lib/session.svelte';
import { work } from '../../src/lib/work.svelte';
import App from '../../src/shell/App.svelte';
import { FACTS, stateOf, trouble, withBackend } from './helpers';

const never = () => new Promise<never>(() => undefined);
const SECRET: CaseFacts = { ...FACTS, controller: 'Norrsken Kaffe AB' };
const asked: string[] = [];
const stop = () => () => undefined;

function open(parts: Partial<Backend>): void {
  withBackend({
    preferences: async () => ({ theme: 'light', textSize: 100, idleMinutes: 0 }),
    caseState: async () => stateOf(SECRET),
    overview: async () => null,
    cancel: async () => void asked.push('cancel'),
    onCaseChanged: stop,
    onDropped: stop,
    onDragging: stop,
    ...parts,
  });
}

beforeEach(() => {
  asked.length = 0;
  session.state = stateOf(SECRET);
  session.locking = false;
  session.notLocked = null;
  route.reset('findings');
});
afterEach(() => {
  session.locking = false;
  session.notLocked = null;
});

/** Runs work that ends when it is cancelled. */
const atWork = () => void work.run('Judging', () => never());

describe('the lock, while the program is at long work', () => {
  it('takes the case out of sight at once, cancels the work, and only then waits', async () => {
    open({ lockCase: () => (asked.push('lock'), never()) });
    const { container } = render(App);
    await vi.waitFor(() => expect(container.textContent).toContain('Norrsken Kaffe AB'));
    atWork();
    palette.open();
    await tick();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', ctrlKey: true, cancelable: true }));
    await tick();
    expect(document.body.textContent).not.toContain('Norrsken Kaffe AB');
    expect(container.querySelector('.app')).toBeNull();
    expect(screen.getByRole('dialog', { name: 'Locked' })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('Locking');
    expect(session.facts).toBeNull();
    expect([palette.isOpen, palette.groups.length]).toEqual([false, 0]);
    expect(asked).toEqual(['cancel', 'lock']);
  });

  it('says so when the program could not lock, shows nothing of the case, and can be tried again', async () => {
    let fails = true;
    open({
      lockCase: async () => {
        if (fails) throw trouble('unexpected');
        return null;
      },
      caseState: async () => stateOf(SECRET, !fails),
    });
    const { container } = render(App);
    await vi.waitFor(() => expect(container.textContent).toContain('Norrsken Kaffe AB'));
    await session.lock();
    await tick();
    expect(screen.getByRole('alert').textContent).toContain('could not be locked');
    expect(container.textContent).not.toContain('Norrsken Kaffe AB');
    fails = false;
    screen.getByRole('button', { name: 'Lock again' }).click();
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Unlock' })).toBeTruthy());
    expect(session.locked).toBe(true);
  });

  it('stays when the program cannot say how the case stands', async () => {
    open({ lockCase: async () => null, caseState: () => Promise.reject(trouble('unexpected')) });
    await session.lock();
    expect(session.locked).toBe(true);
    expect(session.facts).toBeNull();
  });
});
