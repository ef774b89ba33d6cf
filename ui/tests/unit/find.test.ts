import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Overview } from '../../src/lib/bindings';
import sample from '../../src/lib/backend/recorded/findings.json';
import { keys } from '../../src/lib/keys.svelte';
import { palette } from '../../src/lib/palette.svelte';
import { route } from '../../src/lib/route.svelte';
import { session } from '../../src/lib/session.svelte';
import { text } from '../../src/lib/texts';
import { commands, here } from '../../src/shell/commands';
import PaletteSheet from '../../src/shell/PaletteSheet.svelte';
import { FACTS, stateOf, withBackend } from './helpers';

const { overview } = (sample as unknown as { byCells: { overview: Overview } }).byCells;
const found = (title: string) => palette.groups.find((group) => group.title === title)?.hits.map((hit) => hit.label) ?? [];

let away: (() => void)[];
beforeEach(() => {
  session.state = stateOf(FACTS);
  route.reset('plan');
  withBackend({
    overview: async () => overview,
    sources: async () => ({ files: [], rows: 0, accepted: 0, rejected: 0, systems: 0, lists: 0, openQuestions: 0, canUndo: false }),
    peoplePage: async () => ({ total: 0, rows: [], systems: [] }),
  });
  away = [palette.add(commands), palette.add(here)];
});
afterEach(() => {
  palette.close();
  away.forEach((one) => one());
});

async function find(query: string): Promise<void> {
  palette.open();
  await palette.ask(query);
}

describe('Find', () => {
  it('finds a rule by its title, its id and its number, and opens Findings on it', async () => {
    const rule = overview.rules.find((one) => one.id === 'withdrawn-but-subscribed') ?? overview.rules[0]!;
    for (const query of [rule.title.toUpperCase(), rule.id, rule.number]) {
      await find(query);
      expect(found('palette-rules')).toContain(rule.title);
    }
    await find(rule.id);
    palette.run(palette.hits.find((hit) => hit.id === `rule-${rule.id}`));
    expect([route.screen, route.params.rule]).toEqual(['findings', rule.id]);
  });

  it('asks for the rules once, however much is typed', async () => {
    const asked = vi.fn(async () => overview);
    withBackend({ overview: asked });
    palette.open();
    for (const query of ['wi', 'wit', 'with']) await palette.ask(query);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('finds what the screen in sight can do, before what works everywhere', async () => {
    const run = vi.fn();
    away.push(keys.register('Plan', [{ key: 'E', does: 'plan-keys-export', run }, { key: 'P', does: 'plan-keys-policy', when: () => false, run }, { key: 'ArrowDown', does: 'plan-keys-sign', run }]));
    await find('export');
    expect(found('palette-here')).toEqual([text('plan-keys-export')]);
    palette.run();
    expect(run).toHaveBeenCalledTimes(1);
    await find('');
    expect(palette.groups.map((group) => group.title).slice(0, 2)).toEqual(['palette-here', 'palette-commands']);
    expect(found('palette-here')).toEqual([text('plan-keys-export')]);
  });

  it('asks what can be done while the focus is still where it was', async () => {
    const stage = document.body.appendChild(document.createElement('button'));
    stage.focus();
    away.push(() => stage.remove(), keys.register('Plan', [{ key: 'E', does: 'plan-keys-export', when: () => document.activeElement === stage, run: vi.fn() }]));
    palette.open();
    stage.blur();
    await palette.ask('export');
    expect(found('palette-here')).toEqual([text('plan-keys-export')]);
  });

  it('says what it looks through when it found nothing', async () => {
    await find('no such thing');
    render(PaletteSheet);
    await tick();
    expect(screen.getByText(/No person, fired rule, column or command/)).toBeTruthy();
  });
});
