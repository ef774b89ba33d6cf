import { render } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';

import { intake } from '../../src/lib/intake.svelte';
import { session } from '../../src/lib/session.svelte';
import { troubles } from '../../src/lib/trouble.svelte';
import Rail from '../../src/shell/Rail.svelte';
import { stops } from '../../src/shell/stages';
import { Creating } from '../../src/stages/case/creating.svelte';
import { caseName, doors } from '../../src/stages/case/doors.svelte';
import { FactsForm } from '../../src/stages/case/facts.svelte';
import { Unlocking } from '../../src/stages/case/unlocking.svelte';
import { FACTS, stateOf, trouble, withBackend } from './helpers';

const strong = { score: 4, guesses: 'centuries' };

beforeEach(() => {
  session.state = stateOf(null);
  doors.close();
});

describe('making a case', () => {
  it('says what is missing, one thing after the other', async () => {
    withBackend({ strength: async (passphrase) => ({ score: passphrase.length > 8 ? 4 : 0, guesses: '' }) });
    const creating = new Creating();
    expect(creating.missing).toBe('create-missing-passphrase');
    await creating.judge('weak');
    expect(creating.missing).toBe('create-missing-strength');
    await creating.judge('a long passphrase');
    expect(creating.missing).toBe('create-missing-again');
    creating.again = 'another';
    expect(creating.missing).toBe('create-missing-same');
    creating.again = 'a long passphrase';
    expect(creating.missing).toBeNull();
    creating.name = ' ';
    expect(creating.missing).toBe('create-missing-name');
  });

  it('shows the recovery key, and has forgotten the passphrase by then', async () => {
    withBackend({ strength: async () => strong, createCase: async () => ({ recoveryKey: 'AAA-BBB' }) });
    const creating = new Creating();
    await creating.judge('a long passphrase');
    creating.again = 'a long passphrase';
    expect(await creating.make()).toBe(false);
    expect([creating.recoveryKey, creating.passphrase, creating.again]).toEqual(['AAA-BBB', '', '']);
  });

  it('stays as it is when the dialog is closed', async () => {
    withBackend({ strength: async () => strong, createCase: async () => null });
    const creating = new Creating();
    await creating.judge('a long passphrase');
    creating.again = 'a long passphrase';
    expect(await creating.make()).toBe(false);
    expect([creating.recoveryKey, creating.passphrase, creating.trouble]).toEqual(['', 'a long passphrase', null]);
  });

  it('needs no passphrase for a quick look', async () => {
    withBackend({ quickLook: async () => null });
    const creating = new Creating();
    creating.kept = 'nothing';
    expect(await creating.make()).toBe(true);
  });
});

describe('asking for a key', () => {
  it('keeps what was typed after a mistake and forgets it after success', async () => {
    let fits = false;
    const unlocking = new Unlocking(async () => {
      if (!fits) throw trouble('wrong-passphrase');
    });
    unlocking.typed = 'almost';
    expect(await unlocking.unlock()).toBe(false);
    expect([unlocking.trouble?.code, unlocking.typed]).toEqual(['wrong-passphrase', 'almost']);
    fits = true;
    expect(await unlocking.unlock()).toBe(true);
    expect(unlocking.typed).toBe('');
  });

  it('takes the recovery key for one', async () => {
    const given: unknown[] = [];
    const unlocking = new Unlocking(async (typed, by) => given.push([typed, by]));
    unlocking.turn();
    unlocking.typed = 'AAA-BBB';
    await unlocking.unlock();
    expect(given).toEqual([['AAA-BBB', 'recoveryKey']]);
  });
});

describe('a recovery key in sight', () => {
  it('is taken away neither by a lock nor by files', async () => {
    session.state = stateOf(FACTS);
    doors.create();
    doors.showsKey = true;
    await doors.lock();
    await doors.receive(['/stick/Spring.bonafide']);
    doors.showsKey = false;
    expect(session.locked).toBe(false);
    expect(doors.sheet).toEqual({ kind: 'create' });
  });
});

describe('files from outside', () => {
  it('open a case', async () => {
    withBackend({ chooseCase: async (path) => path });
    await doors.receive(['/stick/Spring.bonafide']);
    expect(doors.sheet).toEqual({ kind: 'open', path: '/stick/Spring.bonafide' });
  });

  it('that are no case are told before anybody is asked for a passphrase', async () => {
    withBackend({ chooseCase: async () => Promise.reject(trouble('not-a-case')) });
    await doors.receive(['/stick/Spring.bonafide']);
    expect(doors.sheet).toBeNull();
    expect(troubles.shown?.code).toBe('not-a-case');
    troubles.dismiss();
  });

  it('begin a case and wait for it', async () => {
    await doors.receive(['/a.csv', '/b.zip']);
    expect(doors.sheet).toEqual({ kind: 'create' });
    expect(intake.waiting).toEqual(['/a.csv', '/b.zip']);
    doors.close();
    expect(intake.waiting).toEqual([]);
  });

  it('are read into a case whose opening is still being told', async () => {
    const read: string[][] = [];
    withBackend({
      caseState: async () => stateOf(FACTS),
      importFiles: async (paths) => {
        read.push(paths);
        return [];
      },
    });
    const told = session.changed();
    await doors.receive(['/a.csv']);
    await told;
    expect(read).toEqual([['/a.csv']]);
    expect(doors.sheet).toBeNull();
  });

  it('are named without folder and ending', () => {
    expect(['/a/b/Spring.bonafide', 'C:\\cases\\Autumn.BONAFIDE', 'x.csv'].map(caseName)).toEqual(['Spring', 'Autumn', 'x.csv']);
  });
});

describe('the facts of a case', () => {
  it('are kept only where they changed and the day is one', () => {
    const form = new FactsForm(FACTS);
    expect(form.canKeep).toBe(false);
    form.edited.today = '2026-02-30';
    expect([form.isDay, form.canKeep]).toEqual([false, false]);
    form.edited.today = '2026-02-28';
    expect(form.canKeep).toBe(true);
  });

  it('judge anew those whom they decide about, and stay as they were where that is stopped', async () => {
    const written: (string | null)[] = [];
    let judged = 0;
    let stops = false;
    withBackend({
      caseState: async () => stateOf(FACTS),
      setCaseFacts: async ({ controller }) => {
        written.push(controller);
        return null;
      },
      audit: async () => {
        if (stops) throw trouble('cancelled');
        judged += 1;
        return FACTS;
      },
    });
    session.state = stateOf(FACTS);
    const form = new FactsForm(FACTS);
    form.edited.name = 'Winter';
    await form.keep();
    expect(judged).toBe(0);
    form.edited.controller = 'Norrsken Roastery AB';
    await form.keep();
    expect([judged, form.changed]).toEqual([1, false]);
    stops = true;
    form.edited.controller = 'Somebody else';
    await form.keep();
    expect(written).toEqual([null, 'Norrsken Roastery AB', 'Somebody else', 'Norrsken Roastery AB']);
    expect([judged, form.changed]).toEqual([1, true]);
  });
});

describe('the rail', () => {
  const says = (facts: typeof FACTS | null) => stops(facts).slice(0, 4).map((stop) => [stop.state, stop.says]);

  it('says nothing yet where there is nothing', () => {
    expect(says(null)).toEqual(Array(4).fill(['todo', 'nothing yet']));
  });

  it('says what needs a person', () => {
    expect(says({ ...FACTS, openQuestions: 1, people: null, outcome: null }).slice(0, 2)).toEqual([['needs', '1 question'], ['work', 'not joined yet']]);
  });

  it('says that people wait to be joined again, and what is not in this version', () => {
    expect(says({ ...FACTS, takenBack: true, people: null, outcome: null })[1]).toEqual(['needs', 'join again']);
    expect(stops(FACTS).slice(4).map((stop) => stop.says)).toEqual(['not in this version', 'not in this version']);
  });

  it('says what was found', () => {
    expect(says(FACTS)).toEqual([['done', '4 files, 98 rows'], ['done', '60 people'], ['done', '1 breach, 2 risks'], ['work', '30 may be kept']]);
  });
});

describe('the rail', () => {
  it('is quiet about what this version does not have: a name, and the rest when it is asked', () => {
    session.state = stateOf(FACTS);
    const { container } = render(Rail);
    const later = [...container.querySelectorAll('.is-later')];
    expect(later.map((entry) => entry.getAttribute('title'))).toEqual(['Campaigns: not in this version', 'Report: not in this version', 'Journal: not in this version']);
    expect(later.every((entry) => entry.querySelector('small') === null)).toBe(true);
    expect(container.querySelectorAll('small').length).toBe(4);
  });
});
