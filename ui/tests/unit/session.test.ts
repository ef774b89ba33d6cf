import { render, screen, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { foot } from '../../src/lib/foot.svelte';
import { watchIdle } from '../../src/lib/idle';
import { intake } from '../../src/lib/intake.svelte';
import { masking } from '../../src/lib/mask.svelte';
import { palette } from '../../src/lib/palette.svelte';
import { route } from '../../src/lib/route.svelte';
import { home, session } from '../../src/lib/session.svelte';
import { text } from '../../src/lib/texts';
import { troubles } from '../../src/lib/trouble.svelte';
import { work } from '../../src/lib/work.svelte';
import Dialog from '../../src/shared/Dialog.svelte';
import { FACTS, stateOf, trouble, withBackend } from './helpers';

beforeEach(() => {
  session.state = stateOf(null);
  masking.hide();
  troubles.dismiss();
  foot.clear();
  route.reset('welcome');
});

describe('the session', () => {
  it('masks again when another case opens', async () => {
    withBackend({ caseState: async () => stateOf(FACTS) });
    masking.toggle();
    await session.arrived();
    expect(masking.shown).toBe(false);
    masking.toggle();
    await session.changed();
    expect(masking.shown).toBe(true);
  });

  it('opens a case at the first thing that is not done', () => {
    expect(home(null)).toBe('welcome');
    expect(home({ ...FACTS, people: null })).toBe('sources');
    expect(home({ ...FACTS, openQuestions: 1 })).toBe('sources');
    expect(home(FACTS)).toBe('findings');
  });

  it('asks one question after another, so that no older answer covers a newer', async () => {
    const answers: (() => void)[] = [];
    const states = [stateOf(null), stateOf(FACTS)];
    withBackend({ caseState: () => new Promise((done) => answers.push(() => done(states.shift()!))) });
    const both = Promise.all([session.reload(), session.reload()]);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    answers.shift()!();
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(session.facts).toBeNull();
    answers.shift()!();
    await both;
    expect(session.facts).toEqual(FACTS);
  });

  it('locks, and shows nothing of the case but its name', async () => {
    let locked = false;
    withBackend({
      caseState: async () => (locked ? stateOf(FACTS, true) : stateOf(FACTS)),
      lockCase: async () => {
        locked = true;
        return null;
      },
    });
    await session.reload();
    masking.toggle();
    await session.lock();
    expect(session.locked).toBe(true);
    expect(session.facts).toBeNull();
    expect(masking.shown).toBe(false);
  });

  it('masks a quick look, which cannot be locked', async () => {
    session.state = stateOf({ ...FACTS, path: null });
    masking.toggle();
    await session.lock();
    expect(session.locked).toBe(false);
    expect(masking.shown).toBe(false);
    expect(foot.said).toContain('cannot be locked');
  });
});

describe('long work', () => {
  it('tells how far it is, and nothing once it is done', async () => {
    const shares: (number | null)[] = [];
    const came = await work.run('Reading', async (onProgress) => {
      onProgress({ station: 'import', done: 25, total: 100, file: null });
      shares.push(work.share);
      return 7;
    });
    expect([came, ...shares, work.running]).toEqual([7, 0.25, null]);
  });

  it('says nothing when a person cancelled it', async () => {
    expect(await work.run('Reading', () => Promise.reject(trouble('cancelled')))).toBeNull();
    expect(troubles.shown).toBeNull();
  });

  it('shows why it failed', async () => {
    expect(await work.run('Reading', () => Promise.reject(trouble('disk-full')))).toBeNull();
    expect(troubles.shown?.code).toBe('disk-full');
  });

  it('is one piece at a time', async () => {
    const inner = vi.fn(async () => 1);
    await work.run('Reading', async () => expect(await work.run('Again', inner)).toBeNull());
    expect(inner).not.toHaveBeenCalled();
  });

  describe('that may be short', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());
    const progress = (done: number) => ({ station: 'reread', done, total: 100, file: null });
    const later = (time: number) => vi.advanceTimersByTimeAsync(time);

    it('is told of after a moment, and once it tells how far it is', async () => {
      let tell = (_: ReturnType<typeof progress>) => {};
      let end = () => {};
      const seen: (string | undefined)[] = [];
      const see = () => seen.push(work.shown?.title);
      const came = work.watch('Correcting', (onProgress) => {
        tell = onProgress;
        return new Promise<void>((done) => (end = done));
      });
      see();
      await later(1000);
      see();
      tell(progress(10));
      see();
      end();
      await came;
      see();
      expect(seen).toEqual([undefined, undefined, 'Correcting', undefined]);
      const read = work.run('Reading', () => new Promise<void>((done) => (end = done)));
      see();
      await later(1000);
      see();
      end();
      await read;
      expect(seen.slice(4)).toEqual([undefined, 'Reading']);
    });

    it('waits for its turn beside other work, and throws what went wrong', async () => {
      const inner = vi.fn(async () => 1);
      await work.run('Reading', async () => {
        expect(await work.watch('Correcting', inner)).toBe(1);
        expect(work.running?.title).toBe('Reading');
      });
      await expect(work.watch('Correcting', () => Promise.reject(trouble('disk-full')))).rejects.toMatchObject({ code: 'disk-full' });
      expect(work.running).toBeNull();
    });

    it('counts its speed anew where it begins again', async () => {
      await work.watch('Comparing', async (onProgress) => {
        onProgress(progress(0));
        await later(4000);
        onProgress(progress(100));
        expect(work.rate).toBe(25);
        onProgress(progress(0));
        await later(1000);
        onProgress(progress(50));
        expect(work.rate).toBe(50);
      });
    });

    it('is told of in the sheet that lies over the window, and cancelled there', async () => {
      const cancel = vi.fn(async () => {});
      withBackend({ cancel });
      const { unmount } = render(Dialog, { title: 'Export', children: createRawSnippet(() => ({ render: () => '<p>Lists</p>' })) });
      let end = () => {};
      const written = work.watch('Writing', (onProgress) => {
        onProgress(progress(40));
        return new Promise<void>((done) => (end = done));
      });
      await later(1000);
      const strip = within(screen.getByRole('dialog')).getByRole('progressbar');
      expect(strip.getAttribute('aria-valuenow')).toBe('40');
      screen.getByRole('button', { name: text('dialog-cancel') }).click();
      await later(1);
      expect(cancel).toHaveBeenCalledOnce();
      end();
      await written;
      await later(1);
      expect(screen.queryByRole('progressbar')).toBeNull();
      unmount();
      expect(work.sheets).toBe(0);
    });
  });
});

describe('files on their way in', () => {
  it('wait for a case where none is open', async () => {
    await intake.take(['/a.csv']);
    expect(intake.waiting).toEqual(['/a.csv']);
  });

  it('are read into the open case, and shown in Sources', async () => {
    session.state = stateOf(FACTS);
    withBackend({
      caseState: async () => stateOf(FACTS),
      importFiles: async (paths) => paths.map((path) => ({ path, name: path, outcome: path === 'bad' ? { refused: trouble('file-refused') } : { added: { rows: 1, rejected: 0 } } })),
    });
    await intake.take(['good', 'bad']);
    expect(foot.said).toBe('1 of 2 files added');
    expect(route.screen).toBe('sources');
    expect(intake.last.length).toBe(2);
  });
});

describe('the way back', () => {
  it('leads where one was', () => {
    route.go('people', { rule: 'no-basis' });
    route.go('plan');
    route.back();
    expect([route.screen, route.params.rule]).toEqual(['people', 'no-basis']);
  });

  it('ends where the case began', () => {
    route.back();
    expect(route.screen).toBe('welcome');
  });
});

describe('Undo', () => {
  it('takes back once', async () => {
    const undo = vi.fn();
    foot.say('Said here.');
    route.go('plan');
    expect(foot.said).toBe('');
    foot.say('Done.', undo);
    route.go('people');
    expect(foot.said).toBe('Done.');
    await foot.undo();
    await foot.undo();
    expect(undo).toHaveBeenCalledTimes(1);
    expect(foot.said).toBe('');
  });
});

describe('Find', () => {
  it('drops an answer that comes too late', async () => {
    const answers: Record<string, (hits: []) => void> = {};
    const away = palette.add({ id: 'slow', title: 'palette-commands', find: (query) => new Promise((resolve) => (answers[query] = resolve)) });
    const first = palette.ask('a');
    const second = palette.ask('ab');
    answers['ab']!([]);
    await second;
    answers['a']!([{ id: 'x', label: 'late', run: () => undefined }] as unknown as []);
    await first;
    away();
    expect(palette.hits.some((hit) => hit.label === 'late')).toBe(false);
  });

  it('lets one that fails leave the others their answer', async () => {
    const aways = [
      palette.add({ id: 'broken', title: 'palette-commands', find: () => Promise.reject(new Error('no')) }),
      palette.add({ id: 'whole', title: 'palette-commands', find: () => [{ id: 'y', label: 'found', run: () => undefined }] }),
    ];
    await palette.ask('f');
    aways.forEach((away) => away());
    expect(palette.hits.map((hit) => hit.label)).toContain('found');
  });
});

describe('the watch over an idle window', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('locks after the minutes that are set, and not while somebody is at it', () => {
    const onIdle = vi.fn();
    const stop = watchIdle(() => 10, onIdle);
    vi.advanceTimersByTime(9 * 60_000);
    dispatchEvent(new Event('keydown'));
    vi.advanceTimersByTime(9 * 60_000);
    expect(onIdle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2 * 60_000);
    expect(onIdle).toHaveBeenCalledTimes(1);
    stop();
  });

  it('does not lock while long work runs', () => {
    const onIdle = vi.fn();
    const stop = watchIdle(() => 1, onIdle, () => true);
    vi.advanceTimersByTime(10 * 60_000);
    expect(onIdle).not.toHaveBeenCalled();
    stop();
  });
});

describe('a question that outlived its case', () => {
  it('shows nothing: the screen says that it is locked or closed', () => {
    troubles.show(trouble('no-case'));
    expect(troubles.shown).toBeNull();
    troubles.show(trouble('case-damaged'));
    expect(troubles.shown?.code).toBe('case-damaged');
    troubles.dismiss();
  });
});
