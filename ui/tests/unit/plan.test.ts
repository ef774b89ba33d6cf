import { beforeEach, describe, expect, it, vi } from 'vitest';

import { useBackend, type Backend } from '../../src/lib/backend/backend';
import { planned } from '../../src/lib/backend/fixture/case';
import { recorded } from '../../src/lib/backend/fixture/plan';
import type { OwnPolicy, PlanView, PolicyPreview } from '../../src/lib/bindings';
import { foot } from '../../src/lib/foot.svelte';
import { mask } from '../../src/lib/mask.svelte';
import { route } from '../../src/lib/route.svelte';
import { text } from '../../src/lib/texts';
import { troubles } from '../../src/lib/trouble.svelte';
import { Export } from '../../src/stages/plan/export.svelte';
import { notes } from '../../src/stages/plan/notes';
import { inBucket, openBucket, openPart, PARTS } from '../../src/stages/plan/opens';
import { Plan } from '../../src/stages/plan/plan.svelte';
import { BUCKETS, bucketOf } from '../../src/shared/marks';

const USUAL: OwnPolicy = { reviewMonths: null, stopMonths: null, pendingDays: null, holdDays: null };
const NOW = { keep: 4, hold: 3, stop: 2, delete: 1 };
const THEN = { keep: 2, hold: 3, stop: 4, delete: 1 };
const PREVIEW: PolicyPreview = { now: NOW, then: THEN, stop: { months: 24, manner: 'cautious', fixed: [] } };

let given: PlanView;

function answering(parts: Partial<Backend>): void {
  useBackend({ ...recorded, previewPolicy: async () => PREVIEW, ...parts } as Backend);
}

async function loaded(parts: Partial<Backend> = {}): Promise<Plan> {
  answering({ planView: async () => given, ...parts });
  const plan = new Plan();
  await plan.load();
  return plan;
}

beforeEach(async () => {
  const first = (await recorded.planView!())!;
  given = { ...first, policy: { ...first.policy, own: USUAL }, signOff: { prepared: null, second: null, missing: 2, lapsed: false } };
  foot.clear();
  troubles.dismiss();
});

it('is recorded with one outcome, in the plan and in the frame around it', async () => {
  const plan = await recorded.planView!();
  expect(planned.outcome).toEqual(plan!.outcome);
});

describe('the recorded plan', () => {
  it('adds up on every channel, and parts add up to their bucket', () => {
    for (const plan of given.channels) {
      expect(BUCKETS.reduce((sum, bucket) => sum + plan[bucket], 0)).toBe(plan.reachable);
      for (const bucket of BUCKETS) expect(PARTS[bucket].reduce((sum, part) => sum + part.of(plan.actions), 0)).toBe(plan[bucket]);
    }
  });

  it('counts everybody once in its first column, as the heading does', () => {
    for (const bucket of BUCKETS) expect(inBucket(given.once, bucket)).toBe(given.outcome[bucket]);
    const heading = text('plan-heading', { ...given.once, stop: given.outcome.stop });
    expect(heading).toBe('Keep 350, ask 56 again first, look at 2; hold 294, stop 376, delete 171');
  });

  it('opens what is stopped by its reason, of one channel or of all', () => {
    const [saidNo] = PARTS.stop;
    openPart(null, saidNo!);
    expect(route.params).toEqual({ stopped: 'said-no' });
    openPart('email', saidNo!);
    expect(route.params).toEqual({ stopped: 'said-no', stoppedOn: 'email' });
    openBucket(null, 'stop');
    expect(route.params).toEqual({ bucket: 'stop' });
  });

  it('opens a number by exactly the actions of its bucket', () => {
    for (const bucket of BUCKETS) expect(PARTS[bucket].map((part) => bucketOf(part.action))).toEqual(PARTS[bucket].map(() => bucket));
    openBucket('sms', 'stop');
    expect([route.screen, route.params]).toEqual(['people', { channel: 'sms', action: 'suppress,restrict' }]);
  });
});

describe('a change of the policy', () => {
  it('is shown, not applied, and can be discarded', async () => {
    const applyPolicy = vi.fn();
    const plan = await loaded({ applyPolicy });
    await plan.tryOut('stopMonths', 24);
    expect(plan.policy?.stopMonths).toBe(24);
    expect(plan.preview?.then).toEqual(THEN);
    expect(foot.canUndo).toBe(true);
    await foot.undo();
    expect([plan.draft, plan.preview, plan.policy?.stopMonths]).toEqual([null, null, null]);
    expect(applyPolicy).not.toHaveBeenCalled();
  });

  it('that comes back to the policy in force is none', async () => {
    const plan = await loaded();
    await plan.tryOut('stopMonths', 24);
    await plan.tryOut('stopMonths', null);
    expect([plan.draft, plan.preview]).toEqual([null, null]);
  });

  it('that is refused leaves what was shown before, and says why', async () => {
    const refused = { code: 'plan', what: 'No.', place: null, hint: null };
    const plan = await loaded({ previewPolicy: async (policy) => (policy.stopMonths === 60 ? Promise.reject(refused) : PREVIEW) });
    await plan.tryOut('stopMonths', 24);
    await plan.tryOut('stopMonths', 60);
    expect(plan.policy?.stopMonths).toBe(24);
    expect(troubles.shown).toMatchObject({ code: refused.code, what: refused.what });
  });

  it('is applied by a button of its own, and undone by applying the one before', async () => {
    const applied: OwnPolicy[] = [];
    const plan = await loaded({
      applyPolicy: async (policy) => {
        applied.push(policy);
        given = { ...given, policy: { ...given.policy, own: policy } };
        return null;
      },
    });
    await plan.tryOut('stopMonths', 24);
    await plan.apply();
    expect([plan.draft, plan.policy?.stopMonths]).toEqual([null, 24]);
    await foot.undo();
    expect(applied.map((policy) => policy.stopMonths)).toEqual([24, null]);
    expect(plan.policy?.stopMonths).toBe(null);
  });
});

describe('what is said of months of one’s own', () => {
  it('denies a law only where there is none', () => {
    expect(notes(PREVIEW.stop)).toEqual(['No law sets 24 months. It is your own rule, and cautious.']);
    const korea = notes({ months: 24, manner: 'cautious', fixed: [{ country: 'KR', origin: 'statute', months: 24 }] });
    expect(korea[0]).toBe('In South Korea the law says 24 months, which hold there.');
    expect(korea[1]).toMatch(/^Elsewhere no law/);
    expect(notes(null)).toEqual([]);
  });

  it('names whose shorter months hold on', () => {
    const told = notes({ months: 48, manner: 'looser', fixed: [{ country: 'FR', origin: 'authority', months: 36 }, { country: 'DE', origin: 'court', months: 48 }] });
    expect(told).toEqual(['No law sets 48 months. It is your own rule, and looser than usual.', 'In France the authority says 36 months, which hold there.']);
  });
});

describe('signatures', () => {
  it('are asked for in order, and a refused one stays in the form', async () => {
    const refused = { code: 'plan', what: 'Somebody else.', place: null, hint: null };
    const prepared = { name: 'Saga', role: '', at: '2026-11-01T10:00' };
    const plan = await loaded({
      signPlan: async ({ part, name }) => {
        if (part === 'second' && name === 'Saga') throw refused;
        return part === 'prepared' ? { prepared, second: null, missing: 1, lapsed: false } : { prepared, second: { ...prepared, name }, missing: 0, lapsed: false };
      },
    });
    expect(plan.nextToSign).toBe('prepared');
    plan.signing = 'prepared';
    await plan.sign('Saga', '');
    expect([plan.nextToSign, plan.signing]).toEqual(['second', null]);
    plan.signing = 'second';
    await expect(plan.sign('Saga', '')).rejects.toEqual(refused);
    expect(plan.signing).toBe('second');
    await plan.sign('Elin', '');
    expect(plan.nextToSign).toBe(null);
  });
});

describe('an export', () => {
  it('says what was written, and nothing when the dialog was closed', async () => {
    const exportPlan = vi.fn<Backend['exportPlan']>(async () => null);
    answering({ exportPlan });
    const leaving = new Export();
    leaving.masked = true;
    await leaving.write();
    expect(exportPlan).toHaveBeenLastCalledWith({ what: { list: 'keep' }, masked: true }, expect.any(Function));
    expect(leaving.written).toBe(null);
    leaving.kind = 'fixes';
    await leaving.write();
    expect(exportPlan).toHaveBeenLastCalledWith({ what: 'fixes', masked: false }, expect.any(Function));
  });

  it('that fails says why and can be tried again', async () => {
    const trouble = { code: 'not-written', what: 'No space.', place: '/x', hint: null };
    answering({ exportPlan: () => Promise.reject(trouble) });
    const leaving = new Export();
    await leaving.write();
    expect(leaving.trouble).toMatchObject({ code: trouble.code, what: trouble.what, place: trouble.place });
    expect(leaving.busy).toBe(false);
  });

  it('that was cancelled says nothing, writes nothing, and can be tried again', async () => {
    answering({ exportPlan: () => Promise.reject({ code: 'cancelled', what: 'Cancelled.', place: null, hint: null }) });
    const leaving = new Export();
    await leaving.write();
    expect([leaving.trouble, leaving.written, leaving.busy]).toEqual([null, null, false]);
  });

  it('masks as the window does (the same values stand beside `report::Faces`)', () => {
    expect(['giulia.rinaldi@example.org', 'bo@example.org', 'no address'].map((value) => mask(value, 'email'))).toEqual(['g•••i@example.org', 'b•••@example.org', 'n•••']);
    expect(mask('+39041234567', 'phone')).toBe('+3904 •••');
  });
});
