// Every number of Findings and Plan that counts people leads to them; what does not says why in the markup beside it.
import { render } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Overview, PlanView, PolicyPreview, ProofView } from '../../src/lib/bindings';
import findings from '../../src/lib/backend/recorded/findings.json';
import recordedPlan from '../../src/lib/backend/recorded/plan.json';
import { route } from '../../src/lib/route.svelte';
import Sentence from '../../src/shared/Sentence.svelte';
import ConsentTable from '../../src/stages/audit/ConsentTable.svelte';
import Matrix from '../../src/stages/audit/Matrix.svelte';
import QuestionList from '../../src/stages/audit/QuestionList.svelte';
import Rules from '../../src/stages/audit/Rules.svelte';
import Actions from '../../src/stages/plan/Actions.svelte';
import Change from '../../src/stages/plan/Change.svelte';
import { headingOpens } from '../../src/stages/plan/opens';
import { years } from '../../src/stages/audit/timeline';

const { overview, proof } = (findings as unknown as { byCells: { overview: Overview; proof: ProofView } }).byCells;
const { plan, previews } = recordedPlan as unknown as { plan: PlanView; previews: Record<string, PolicyPreview> };
const nothing = () => undefined;

/** Cells with a number that leads nowhere and does not say that it cannot. Nobody stands behind a nought. */
function dead(container: HTMLElement): string[] {
  return [...container.querySelectorAll<HTMLElement>('td.num, .matrix td')]
    .filter((cell) => /[1-9]/.test(cell.textContent ?? ''))
    .filter((cell) => !cell.querySelector('button') && !cell.matches('[data-counted]') && !cell.querySelector('[data-counted]'))
    .map((cell) => `${cell.closest('tr')?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''}: ${cell.textContent!.trim()}`);
}

/** Why a number leads nowhere: what it counts is nobody, or not there yet. */
const COUNTED = {
  rules: 'a rule about columns counts columns, which its panel cites beside it',
  change: 'what a change would make of people is counted before it is judged: nobody is there yet',
};

beforeEach(() => route.reset('findings'));

describe('every number leads to its people', () => {
  it('in the tables of Findings and Proof', () => {
    expect(dead(render(ConsentTable, { dates: overview.consents }).container)).toEqual([]);
    expect(dead(render(Matrix, { matrix: overview.disagreement }).container)).toEqual([]);
    const rules = render(Rules, { rules: overview.rules, catalogue: overview.catalogue, chosen: null, onchoose: nothing }).container;
    expect(dead(rules)).toEqual([]);
    expect([rules.querySelectorAll('[data-counted]').length, COUNTED.rules]).toEqual([overview.rules.filter((rule) => rule.people === 0).length, COUNTED.rules]);
    expect(dead(render(QuestionList, { questions: proof.questions, best: proof.best, chosen: null, onchoose: nothing }).container)).toEqual([]);
  });

  it('in the tables of Plan', () => {
    expect(dead(render(Actions, { view: plan }).container)).toEqual([]);
    const change = render(Change, { preview: Object.values(previews)[0]!, onapply: nothing, ondiscard: nothing }).container;
    expect(dead(change)).toEqual([]);
    expect([change.querySelectorAll('[data-counted]').length, COUNTED.change]).toEqual([8, COUNTED.change]);
  });

  it('of a year, and of its batches alone', () => {
    const year = years(overview.consents).find((one) => one.bulk > 0)!;
    const { container } = render(ConsentTable, { dates: overview.consents });
    const row = [...container.querySelectorAll('tbody tr')].find((line) => line.querySelector('th')?.textContent === String(year.year))!;
    const [all, bulk] = [...row.querySelectorAll('button')].slice(-2);
    all!.click();
    expect(route.params).toEqual({ from: year.fromDay, to: year.toDay });
    bulk!.click();
    expect(route.params).toEqual({ from: year.fromDay, to: year.toDay, batch: '' });
  });

  it('of all, and of a channel', () => {
    const { container } = render(Actions, { view: plan });
    const [all, first] = [...container.querySelectorAll<HTMLElement>('tr.sum button')];
    first!.click();
    expect(route.params).toEqual({ channel: plan.channels[0]!.channel });
    all!.click();
    expect([route.screen, route.params]).toEqual(['people', {}]);
  });

  it('in the headings, each to its own, whoever is left out', () => {
    const opened = (once: PlanView['once']) => {
      const { container, unmount } = render(Sentence, { key: 'plan-heading', args: { ...once, stop: plan.outcome.stop }, links: headingOpens(once) });
      const found = [...container.querySelectorAll('button')].map((button) => {
        button.click();
        return [button.textContent, route.params.action ?? route.params.bucket];
      });
      unmount();
      return found.map(([, leads]) => leads);
    };
    expect(opened({ ...plan.once, fixData: 3 })).toEqual(['keep', 're-consent', 'review', 'fix-data', 'hold', 'stop', 'delete']);
    expect(opened({ ...plan.once, reConsent: 0, fixData: 0 })).toEqual(['keep', 'review', 'hold', 'stop', 'delete']);
    const kept = render(Sentence, { key: 'findings-heading', args: { kept: overview.outcome.keep, people: overview.people }, links: [nothing] });
    expect(kept.container.querySelectorAll('button').length).toBe(1);
  });
});
