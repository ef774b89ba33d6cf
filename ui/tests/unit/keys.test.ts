import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { drawn, keys, matches } from '../../src/lib/keys.svelte';
import { has } from '../../src/lib/texts';
import { shellKeys } from '../../src/shell/commands';

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
