import { render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';

import { foot } from '../../src/lib/foot.svelte';
import type { Answer, ConsentDates, OpenQuestion, Overview, ProofView, RulePanel } from '../../src/lib/bindings';
import { text } from '../../src/lib/texts';
import { route } from '../../src/lib/route.svelte';
import { work } from '../../src/lib/work.svelte';
import AnswerForm from '../../src/stages/audit/AnswerForm.svelte';
import { AnswerDraft } from '../../src/stages/audit/draft.svelte';
import { Findings } from '../../src/stages/audit/findings.svelte';
import { dayBefore, open, toPeople } from '../../src/stages/audit/opens';
import { ProofDesk } from '../../src/stages/audit/proof.svelte';
import { notes, placeOf, years } from '../../src/stages/audit/timeline';
import sample from '../../src/lib/backend/recorded/findings.json';
import { trouble, withBackend } from './helpers';

type Shown = { overview: Overview; proof: ProofView; panels: Record<string, RulePanel> };
const { byCells, declared, preview } = sample as unknown as { byCells: Shown; declared: Shown; preview: { now: Overview['outcome']; then: Overview['outcome'] } };

describe('the findings', () => {
  let asked: string[];
  beforeEach(() => {
    asked = [];
    withBackend({
      overview: async () => byCells.overview,
      rulePanel: async (rule) => {
        asked.push(rule);
        return byCells.panels[rule] ?? null;
      },
    });
  });

  it('open on the worst rule and stay on the one that was chosen', async () => {
    const findings = new Findings();
    await findings.load();
    expect(findings.chosen?.severity).toBe('breach');
    expect(findings.panel?.id).toBe(byCells.overview.rules[0]!.id);
    await findings.choose('identical-timestamps');
    await findings.load();
    expect(findings.rule).toBe('identical-timestamps');
  });

  it('go from rule to rule and stop at the ends', async () => {
    const findings = new Findings();
    await findings.load();
    await findings.step(-1);
    expect(findings.rule).toBe(byCells.overview.rules[0]!.id);
    await findings.step(1);
    expect(findings.rule).toBe(byCells.overview.rules[1]!.id);
    await findings.step(1000);
    expect(findings.rule).toBe(byCells.overview.rules.at(-1)!.id);
    expect(asked).toHaveLength(3);
  });

  it('show the panel of the rule that was chosen last, whichever answer comes last', async () => {
    const late: (() => void)[] = [];
    withBackend({
      overview: async () => byCells.overview,
      rulePanel: (rule) => new Promise((resolve) => late.push(() => resolve(byCells.panels[rule]!))),
    });
    const findings = new Findings();
    const first = findings.choose('no-basis');
    const second = findings.choose('stale-consent');
    late[1]!();
    late[0]!();
    await Promise.all([first, second]);
    expect(findings.panel?.id).toBe('stale-consent');
  });

  it('say that nothing was judged yet', async () => {
    withBackend({ overview: async () => null });
    const findings = new Findings();
    await findings.load();
    expect([findings.ready, findings.overview, findings.panel]).toEqual([true, null, null]);
  });
});

describe('the time line', () => {
  const dates: ConsentDates = byCells.overview.consents;

  it('puts everybody with a date into a quarter of a year', () => {
    const rows = years(dates);
    const told = rows.reduce((sum, row) => sum + row.people, 0);
    expect(told + dates.undated + dates.earlier).toBe(byCells.overview.people);
    expect(rows.every((row) => row.quarters.length === 4)).toBe(true);
  });

  it('notes a bulk import at its bar', () => {
    const [note] = notes(dates);
    expect(note?.spike.day).toBe('2018-05-24');
    expect(note?.place).toBe(placeOf(dates.quarters, '2018-05-24'));
    expect(note?.top).toBe(note?.spike.people);
  });

  it('leaves out notes that would stand in each other’s way', () => {
    const spike = dates.spikes[0]!;
    const near = { ...spike, day: '2018-08-01', people: 3 };
    expect(notes({ ...dates, spikes: [spike, near] })).toHaveLength(1);
  });

  it('knows the day before', () => {
    expect(dayBefore('2024-03-01')).toBe('2024-02-29');
  });
});

describe('a number', () => {
  it('opens the people behind it', () => {
    open(toPeople.conflict('mailchimp', 'hubspot'));
    expect([route.screen, route.params]).toEqual(['people', { noIn: 'mailchimp', yesIn: 'hubspot' }]);
    open(toPeople.moment('2018-05-24'));
    expect(route.params).toEqual({ from: '2018-05-24', to: '2018-05-24', batch: '' });
  });
});

const question = (parts: Partial<OpenQuestion> = {}): OpenQuestion => ({ ...byCells.proof.questions[1]!, ...parts });

describe('an answer that is written', () => {
  it('says what it lacks once somebody tries to use it', () => {
    const draft = new AnswerDraft(question({ ask: 'wording-and-act' }));
    expect(draft.says('text')).toBeUndefined();
    expect(draft.check()).toBe(false);
    expect(Object.keys(draft.lacks).sort()).toEqual(['by', 'method', 'since', 'text']);
    expect(draft.says('by')).toBe(text('proof-lacks-by'));
    Object.assign(draft, { wording: 'Yes', since: '2024-02-30', method: 'tick', by: 'Saga Lind' });
    expect(draft.lacks).toEqual({ since: text('proof-lacks-day') });
    draft.since = '2024-02-29';
    draft.until = '2024-01-01';
    expect(draft.lacks).toEqual({ until: text('proof-lacks-order') });
    draft.until = '';
    expect(draft.check()).toBe(true);
  });

  it('asks for no more than its question does', () => {
    const act = new AnswerDraft(question({ ask: 'act' }));
    Object.assign(act, { method: 'signature', by: 'Saga Lind', wording: 'typed before' });
    expect(act.check()).toBe(true);
    expect([act.answer.text, act.answer.method, act.answer.form]).toEqual([null, 'signature', null]);
    const wording = new AnswerDraft(question({ ask: 'text' }));
    wording.method = 'tick';
    expect(wording.answer.method).toBeNull();
  });

  it('begins with the channels and purposes of the batch', () => {
    const draft = new AnswerDraft(question({ channels: ['sms'] }));
    draft.startWith({ purposes: ['offers', 'news'] });
    draft.toggle('email');
    expect([draft.channels, draft.answer.purposes]).toEqual([['email', 'sms'], ['offers', 'news']]);
  });
});

describe('the proof', () => {
  let kept: Answer[];
  let shown: Shown;
  beforeEach(() => {
    kept = [];
    shown = byCells;
    withBackend({
      proof: async () => shown.proof,
      answerStart: async () => ({ purposes: [] }),
      previewAnswer: async () => preview,
      saveAnswer: async (answer) => {
        kept.push(answer);
        shown = declared;
        return null;
      },
      withdrawAnswer: async () => {
        shown = byCells;
        return null;
      },
      undoAnswer: async () => {
        shown = shown === byCells ? declared : byCells;
        return true;
      },
    });
  });

  const filled = async () => {
    const desk = new ProofDesk();
    await desk.load();
    Object.assign(desk.draft!, { wording: 'Yes, write to me.', since: '2019-03-01', method: 'tick', by: 'Saga Lind' });
    return desk;
  };

  it('opens on the question that lifts most and keeps what was typed when it is asked again', async () => {
    const desk = await filled();
    expect(desk.question?.key).toBe(byCells.proof.questions[0]!.key);
    await desk.load();
    expect(desk.draft?.wording).toBe('Yes, write to me.');
    await desk.step(1);
    expect([desk.question?.key, desk.draft?.wording]).toEqual([byCells.proof.questions[1]!.key, '']);
  });

  it('shows what an answer would change until the answer is altered', async () => {
    const desk = await filled();
    await desk.tryOut();
    expect(desk.preview).toEqual(preview);
    desk.draft!.since = '2020-01-01';
    expect(desk.preview).toBeNull();
    expect(kept).toEqual([]);
  });

  it('keeps an answer, and takes it back', async () => {
    const desk = await filled();
    await desk.save();
    expect(kept).toHaveLength(1);
    expect(desk.view?.answers.length).toBeGreaterThan(0);
    desk.leaving = desk.view!.answers[0]!;
    await desk.withdraw();
    expect(desk.view?.answers).toEqual([]);
    await foot.undo();
    expect(desk.view?.answers.length).toBeGreaterThan(0);
    expect(foot.said).toBe(text('proof-undone'));
  });

  it('does not send what is incomplete', async () => {
    const desk = new ProofDesk();
    await desk.load();
    await desk.save();
    expect([kept, desk.draft?.checked]).toEqual([[], true]);
  });

  it('says beside the form why an answer was refused', async () => {
    withBackend({ proof: async () => byCells.proof, answerStart: async () => ({ purposes: [] }), previewAnswer: () => Promise.reject(trouble('answer')) });
    const desk = await filled();
    await desk.tryOut();
    expect([desk.trouble?.code, desk.preview, work.running]).toEqual(['answer', null, null]);
  });
});

describe('the form of an answer', () => {
  it('offers one thing while answers are missing: to say which', async () => {
    withBackend({ proof: async () => byCells.proof, answerStart: async () => ({ purposes: [] }) });
    const desk = new ProofDesk();
    await desk.load();
    const { container } = render(AnswerForm, { desk, draft: desk.draft!, view: byCells.proof });
    const buttons = () => [...container.querySelectorAll('.buttons button')].map((button) => [button.textContent, button.getAttribute('aria-disabled')]);
    expect(buttons()).toEqual([[text('proof-missing-count', { count: desk.draft!.missing }), 'true']]);
    desk.draft!.wording = 'May we write?';
    desk.draft!.since = '2019-03-01';
    desk.draft!.method = 'tick';
    desk.draft!.form = 'the hosted form';
    desk.draft!.by = 'Saga Lind';
    await tick();
    expect(buttons()).toEqual([[text('proof-save'), null], [text('proof-try'), null]]);
  });
});
