import { render } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { drawn, keys, matches } from '../../src/lib/keys.svelte';
import { route } from '../../src/lib/route.svelte';
import { has } from '../../src/lib/texts';
import Step from '../../src/shared/Step.svelte';
import { shellKeys } from '../../src/shell/commands';
import { sources } from './code';

const press = (key: string, init: KeyboardEventInit = {}, target: HTMLElement = document.body) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, 'target', { value: target });
  return keys.press(event);
};

describe('a written key', () => {
  it('is the key that is pressed', () => {
    expect(matches('Mod+K', new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }), false)).toBe(true);
    expect(matches('Mod+K', new KeyboardEvent('keydown', { key: 'k', metaKey: true }), true)).toBe(true);
    expect(matches('Mod+K', new KeyboardEvent('keydown', { key: 'k' }), false)).toBe(false);
    expect(matches('M', new KeyboardEvent('keydown', { key: 'm', ctrlKey: true }), false)).toBe(false);
    expect(matches('?', new KeyboardEvent('keydown', { key: '?', shiftKey: true }), false)).toBe(true);
    expect(matches('Mod++', new KeyboardEvent('keydown', { key: '+', ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(matches('Mod+-', new KeyboardEvent('keydown', { key: '-', ctrlKey: true }), false)).toBe(true);
    expect(matches('Shift+F8', new KeyboardEvent('keydown', { key: 'F8' }), false)).toBe(false);
  });

  it('is drawn as on its cap', () => {
    expect(['Mod+K', 'ArrowDown', '?', 'Mod++', 'Escape', 'm'].map((key) => drawn(key, false))).toEqual(['Ctrl K', '↓', '?', 'Ctrl +', 'Esc', 'M']);
    expect(drawn('Mod+K', true)).toBe('⌘ K');
  });
});

describe('the registry of keys', () => {
  const run = vi.fn();
  let stop: () => void;
  beforeEach(() => {
    run.mockReset();
    stop = keys.register('Here', [{ key: 'S', does: 'keys-find', foot: 'keys-find', run }]);
  });
  afterEach(() => {
    stop();
    document.body.replaceChildren();
  });

  it('runs what a key stands for, and no more once it is gone', () => {
    expect(press('s')).toBe(true);
    stop();
    expect(press('s')).toBe(false);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('leaves letters to whoever types', () => {
    expect(press('s', {}, document.body.appendChild(document.createElement('input')))).toBe(false);
  });

  it('leaves the keys of a screen alone while a dialog is open', () => {
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.setAttribute('role', 'dialog');
    dialog.dataset.state = 'open';
    expect(press('s')).toBe(false);
  });

  it('asks the latest part first', () => {
    const later = vi.fn();
    const away = keys.register('Over it', [{ key: 'S', does: 'keys-find', run: later }]);
    press('s');
    away();
    expect(later).toHaveBeenCalled();
    expect(run).not.toHaveBeenCalled();
  });

  it('passes on a key that is not ours just now', () => {
    const away = keys.register('Over it', [{ key: 'S', does: 'keys-find', when: () => false, run: vi.fn() }]);
    press('s');
    away();
    expect(run).toHaveBeenCalled();
  });

  it('shows four at most in the foot', () => {
    const away = keys.register('Many', ['A', 'B', 'C', 'D', 'E'].map((key) => ({ key, does: 'keys-find', foot: 'keys-find', run })));
    expect(keys.shown.map((binding) => binding.key)).toEqual(['A', 'B', 'C', 'D']);
    away();
  });
});

describe('the keys that work everywhere', () => {
  it('stand in the help sheet with words', () => expect(shellKeys.filter((binding) => !has(binding.does))).toEqual([]));

  it('are each used once', () => {
    const all = shellKeys.flatMap((binding) => [binding.key, ...(binding.also ?? [])]);
    expect(new Set(all).size).toBe(all.length);
  });
});

/** Every key written in the components, by the folder of its stage. */
const written = sources()
  .filter((file) => /\.svelte$/.test(file.path))
  .flatMap((file) => [...file.text.matchAll(/\{ key: '([^']+)'(?:, also: \['([^']+)'\])?, does: '([\w-]+)'/g)].map((found) => ({ file: file.path, keys: [found[1]!, found[2]].filter((key) => key !== undefined), does: found[3]! })));

describe('the keys of the screens', () => {
  it('stand in the help sheet with words', () => {
    expect(written.length).toBeGreaterThan(40);
    expect(written.filter((binding) => !has(binding.does))).toEqual([]);
  });

  it('are each used once in a screen, and not in place of one that works everywhere', () => {
    const everywhere = shellKeys.flatMap((binding) => [binding.key, ...(binding.also ?? [])]);
    const twice = written.flatMap((binding) => binding.keys.filter((key) => everywhere.includes(key) || written.some((other) => other !== binding && other.file === binding.file && other.keys.includes(key))).map((key) => `${binding.file}: ${key}`));
    expect(twice).toEqual([]);
  });
});

describe('the main action of a screen', () => {
  it('is a Step, which has its key; else it belongs to a form or a sheet, which Enter and Esc end', () => {
    const bare = sources()
      .filter((file) => /^(?:stages|shared|shell)\//.test(file.path) && file.path !== 'shared/Step.svelte')
      .filter((file) => /class=(?:"btn[^"]*\bprimary\b|\{\[[^\]]*\bprimary\b)/.test(file.text) && !/<Dialog\b|<form\b/.test(file.text))
      .map((file) => file.path);
    expect(bare).toEqual([]);
  });

  it('is run by its key, which goes with it', () => {
    const run = vi.fn();
    route.reset('findings');
    const { unmount } = render(Step, { does: 'findings-plan', onclick: run, children: createRawSnippet(() => ({ render: () => '<b>Make the plan</b>' })) });
    expect(press('Enter', { ctrlKey: true })).toBe(true);
    expect(keys.groups.map((group) => group.title)).toContain('Findings');
    unmount();
    expect(press('Enter', { ctrlKey: true })).toBe(false);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['stages/import/Sources.svelte', ['sources-key-all', 'sources-key-rejected', 'sources-key-save-mapping', 'sources-key-use-mapping', 'sources-key-history', 'sources-key-forget']],
    ['stages/import/RejectedRows.svelte', ['sources-key-mend', 'sources-key-save-rejected']],
    ['stages/audit/Proof.svelte', ['proof-keys-save', 'proof-keys-try', 'proof-keys-attach', 'proof-keys-import', 'proof-keys-export', 'proof-keys-withdraw']],
    ['stages/plan/Plan.svelte', ['plan-keys-sign', 'plan-keys-export', 'plan-keys-override', 'plan-keys-policy', 'plan-keys-apply', 'plan-keys-discard']],
    ['stages/case/CaseFactsForm.svelte', ['settings-keep']],
  ])('has others beside it, each with a key: %s', (file, wanted) => {
    expect(wanted.filter((does) => !written.some((binding) => binding.file === file && binding.does === does))).toEqual([]);
  });

  it('has the tools of the case bar beside it', () => {
    expect(['keys-find', 'keys-mask', 'keys-local', 'keys-theme'].filter((does) => !shellKeys.some((binding) => binding.does === does))).toEqual([]);
  });
});
