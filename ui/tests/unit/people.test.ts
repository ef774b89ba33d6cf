import { fireEvent, render } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { useBackend, type Backend } from '../../src/lib/backend/backend';
import { audited } from '../../src/lib/backend/fixture/case';
import { recorded as recordedFindings } from '../../src/lib/backend/fixture/findings';
import { recorded } from '../../src/lib/backend/fixture/matching';
import type { Facets, PeopleFilter, PersonView } from '../../src/lib/bindings';
import { foot } from '../../src/lib/foot.svelte';
import { has, text } from '../../src/lib/texts';
import { troubles } from '../../src/lib/trouble.svelte';
import { columnsOf } from '../../src/stages/matching/columns';
import { Deciding } from '../../src/stages/matching/deciding.svelte';
import { asked, everybody, on, others, valuesShown } from '../../src/stages/matching/filter';
import { heading } from '../../src/stages/matching/heading';
import { drawing } from '../../src/stages/matching/lanes';
import List from '../../src/stages/matching/List.svelte';
import { PAGE, People } from '../../src/stages/matching/people.svelte';
import { saidArgs } from '../../src/stages/matching/said';
import { HIGHEST, range, reveal, sight } from '../../src/stages/matching/window';

function answering(parts: Partial<Backend>): void {
  useBackend({ ...recorded, ...parts } as Backend);
}

// The recorded people are read once; that takes a busy machine a while.
beforeAll(() => recorded.facets!(everybody()), 60_000);

beforeEach(() => {
  answering({});
  foot.clear();
  troubles.dismiss();
});

async function loaded(filter: Partial<PeopleFilter> = {}): Promise<People> {
  const people = new People();
  people.filter = { ...everybody(), ...filter };
  await people.load();
  return people;
}

describe('what is in sight of a long list', () => {
  it('is every row once, from the first to the last', () => {
    expect(sight(1000, 28, 280, 0)).toEqual({ first: 0, count: 11, offset: 0 });
    expect(sight(1000, 28, 280, 14)).toEqual({ first: 0, count: 11, offset: 14 });
    const end = sight(1000, 28, 280, range(1000, 28) - 280);
    expect([end.first, end.offset]).toEqual([990, 0]);
    expect(end.first + end.count).toBeGreaterThanOrEqual(1000);
  });

  it('reaches both ends of a list higher than a browser draws', () => {
    const [total, row, height] = [5_000_000, 56, 700];
    expect(range(total, row)).toBe(HIGHEST);
    expect(sight(total, row, height, 0).first).toBe(0);
    const end = sight(total, row, height, HIGHEST - height);
    expect(end.first + end.count).toBe(total);
    const middle = reveal(total, row, height, 0, 2_500_000);
    const seen = sight(total, row, height, middle);
    expect(2_500_000).toBeGreaterThanOrEqual(seen.first);
    expect(2_500_000).toBeLessThan(seen.first + seen.count);
  });

  it('moves no further than needed', () => {
    expect(reveal(1000, 28, 280, 100, 5)).toBe(100);
    expect(reveal(1000, 28, 280, 100, 2)).toBe(56);
    expect(reveal(1000, 28, 280, 0, 10)).toBe(28);
    expect(sight(0, 28, 280, 0).count).toBe(0);
  });
});

describe('the filter', () => {
  it('is what another screen asks for', () => {
    const filter = asked({ rule: 'no-basis', grade: 'E1,E2', noIn: 'mailchimp', yesIn: 'hubspot', undated: '', batch: '' });
    expect(filter.rules).toEqual(['no-basis']);
    expect(filter.grades).toEqual(['E1', 'E2']);
    expect(filter.conflict).toEqual({ noIn: 'mailchimp', yesIn: 'hubspot' });
    expect(filter.consent?.undated).toBe(true);
    expect(others(filter).map((other) => other.label)).toContain('no in Mailchimp, yes in HubSpot');
    expect(on(filter)).toBe(6);
    expect(on(asked({}))).toBe(0);
  });

  it('says in the heading what was clicked, and counts what it leaves unsaid', () => {
    const said = (params: Record<string, string>, left = 20) => {
      const told = heading(asked(params))!;
      return text(told.key, { left, people: 1249, ...told.args }) + (told.more > 0 ? text('people-head-more', { more: told.more }) : '');
    };
    expect(heading(everybody())).toBeNull();
    expect(said({ noIn: 'mailchimp', yesIn: 'hubspot' })).toBe('20 people said no in Mailchimp and are still a yes in HubSpot');
    expect(said({ noIn: 'mautic', yesIn: 'mautic' }, 1)).toBe('1 person said no in one row of Mautic and is still a yes in another');
    expect(said({ noIn: 'list:till.csv', yesIn: 'list:fair, summer.csv' })).toBe('20 people said no in till and are still a yes in fair, summer');
    expect(said({ system: 'list:fair, summer.csv' })).toBe('20 people stand in fair, summer');
    expect(said({ kind: 'said-no-still-yes' })).toBe('20 people said no, and are still a yes elsewhere');
    expect(said({ from: '2018-05-24', to: '2018-05-24' })).toBe('20 people consented on 24 May 2018');
    expect(said({ from: '2018-05-24', to: '2018-05-24', batch: '' })).toBe('20 people consented on 24 May 2018, and 1 more filter');
    expect(said({ rule: 'no-basis', country: 'SE', system: 'hubspot' })).toBe('20 people: no-basis, and 2 more filters');
    expect(said({ bucket: 'stop' })).toBe('20 people are stopped');
    expect(said({ stopped: 'said-no', stoppedOn: 'email' })).toBe('20 people are stopped, e-mail: said no');
    expect(said({ action: 'hold', channel: 'sms' })).toBe('20 people to hold, by their text messages');
    expect(said({ country: 'XX' })).toBe('20 people live nobody knows where');
    expect(said({ declared: '', bucket: 'keep', action: 'keep,re-consent,review,fix-data' })).toBe('20 people rest on a declaration');
    expect(said({ text: 'anna' })).toBe('20 people with “anna” in a name, an address or a company');
  });

  it('keeps what is chosen in sight however rare', async () => {
    const people = await loaded();
    const last = people.facets!.rules.at(-1)!.value;
    const { shown, more } = valuesShown(people.facets!, { ...everybody(), rules: [last] }, 'rules', false);
    expect(shown.map((value) => value.value)).toContain(last);
    expect(more).toBeGreaterThan(0);
  });
});

describe('columns of states', () => {
  const voices = ['hubspot', 'mailchimp', 'list:a.csv', 'list:b.csv', 'list:c.csv'];
  const facets = { systems: voices.map((value, at) => ({ value, people: at })) } as unknown as Facets;

  it('are all there where they fit', () => {
    expect(columnsOf(voices, 5, everybody(), facets)).toEqual({ shown: [0, 1, 2, 3, 4], more: [] });
    expect(columnsOf(voices, Infinity, everybody(), null).more).toEqual([]);
  });

  it('else of those who know most people, and of those the filter names', () => {
    expect(columnsOf(voices, 4, everybody(), facets)).toEqual({ shown: [2, 3, 4], more: [0, 1] });
    const filter = { ...everybody(), conflict: { noIn: 'hubspot', yesIn: 'list:a.csv' } };
    expect(columnsOf(voices, 4, filter, facets)).toEqual({ shown: [0, 2, 4], more: [1, 3] });
    expect(columnsOf(voices, -2, filter, facets).shown).toEqual([]);
  });
});

describe('the list of people', () => {
  it('narrows down, tells how many are left, and starts at its head', async () => {
    const people = await loaded();
    const everyone = people.total;
    await people.to(7);
    await people.toggle('disagreement', 'said-no-still-yes');
    expect(people.active).toBe(0);
    expect(people.total).toBe(people.facets!.left);
    expect(people.total).toBeLessThan(everyone);
    expect(foot.said).toContain(`${people.total} of`);
    await people.clear();
    expect(people.total).toBe(everyone);
  });

  it('is called after what was counted, and not after what is only chosen', async () => {
    const people = await loaded();
    const before = people.counted;
    const narrowing = people.toggle('disagreement', 'said-no-still-yes');
    expect(people.counted).toBe(before);
    await narrowing;
    expect(people.counted).toBe(people.filter);
  });

  it('asks for each page once, and drops an answer to an older question', async () => {
    const page = vi.fn(recorded.peoplePage!);
    answering({ peoplePage: page });
    const people = await loaded();
    page.mockClear();
    expect([people.holds(0, PAGE), people.holds(PAGE - 5, 10), people.holds(people.total, 50)]).toEqual([true, false, true]);
    await Promise.all([people.need(PAGE, PAGE + 5), people.need(PAGE, PAGE + 5)]);
    expect(page).toHaveBeenCalledTimes(1);
    expect(people.row(PAGE)).toBeDefined();
    expect(people.holds(PAGE - 5, 10)).toBe(true);
    page.mockClear();
    await people.need(PAGE, 4 * PAGE);
    expect(page.mock.calls.map(([, , from, count]) => [from, count]), 'all that lies together comes at once').toEqual([[2 * PAGE, 2 * PAGE]]);
    const there = await recorded.peoplePage!(people.filter, people.sort, 3 * PAGE + 1, 1);
    expect(people.row(3 * PAGE + 1)).toEqual(there.rows[0]);

    let late: (value: Awaited<ReturnType<Backend['peoplePage']>>) => void = () => {};
    answering({ peoplePage: (filter, ...rest) => (filter.text === 'slow' ? new Promise((resolve) => (late = resolve)) : recorded.peoplePage!(filter, ...rest)) });
    const slow = people.narrow({ text: 'slow' });
    await people.narrow({ text: '' });
    late({ total: 1, systems: [], rows: [] });
    await slow;
    expect(people.total).toBeGreaterThan(1);
  });

  it('fetches what is in sight again when it was loaded anew, though it is as long as before', async () => {
    const people = await loaded();
    const { container, unmount } = render(List, { people });
    const scroller = container.querySelector<HTMLElement>('.scroller')!;
    const place = 5 * PAGE;
    scroller.scrollTop = place * 28;
    await fireEvent.scroll(scroller);
    const shown = () => expect(container.querySelector(`tbody tr[aria-rowindex="${place + 2}"]`)?.children.length).toBeGreaterThan(3);
    await vi.waitFor(shown);
    await people.load();
    expect(people.row(place)).toBeUndefined();
    await vi.waitFor(() => expect(people.row(place)).toBeDefined());
    await vi.waitFor(shown);
    unmount();
  });

  it('turns round when a column is asked for again', async () => {
    const people = await loaded();
    await people.order('name');
    await people.order('name');
    expect(people.sort).toEqual({ column: 'name', descending: true });
  });

  it('lets the person looked at follow the keys', async () => {
    const people = await loaded();
    await people.open(0);
    const first = people.view!.person;
    await people.to(1);
    expect(people.view!.person).not.toBe(first);
    await people.to(-5);
    expect(people.active).toBe(0);
    people.close();
    expect(people.view).toBeNull();
  });

  it('finds somebody whom the filter leaves out', async () => {
    const people = await loaded({ text: 'nobody at all' });
    expect(people.total).toBe(0);
    await people.openPerson(3);
    expect(people.narrowed).toBe(false);
    expect(people.view!.person).toBe(3);
  });

  it('shows why it could not be read', async () => {
    answering({ facets: () => Promise.reject({ code: 'case-damaged', what: 'Damaged.', place: null, hint: null }) });
    await loaded();
    expect(troubles.shown?.code).toBe('case-damaged');
  });
});

describe('deciding', () => {
  async function lookingAt(wanted: (view: PersonView) => boolean): Promise<{ people: People; deciding: Deciding }> {
    const people = await loaded();
    const deciding = new Deciding(people);
    for (let place = 0; place < people.total; place += 1) {
      people.isOpen = true;
      people.active = place;
      troubles.dismiss();
      await people.open(place);
      if (people.view && people.row(place)?.person === people.view.person && wanted(people.view)) break;
    }
    deciding.reset(people.view);
    return { people, deciding };
  }

  it('is impossible against a no, and says why', async () => {
    const { deciding } = await lookingAt((view) => view.cells[view.main]!.grade === 'NEG');
    expect(deciding.begin('keep')).toContain('only the person can take it back');
    expect(deciding.to).toBeNull();
    expect(deciding.begin('stop')).toBeNull();
  });

  it('needs a name and a reason, and can be undone', async () => {
    const { people, deciding } = await lookingAt((view) => view.cells.length === 1 && view.cells[0]!.bucket === 'hold');
    expect(deciding.begin('keep')).toBeNull();
    await deciding.finish();
    expect(people.view!.decisions).toHaveLength(0);
    deciding.by = 'Saga Lind';
    deciding.reason = ' ';
    expect(deciding.isComplete).toBe(false);
    deciding.reason = 'signed form';
    await deciding.finish();
    expect(people.view!.cells[0]!.bucket).toBe('keep');
    expect(foot.canUndo).toBe(true);
    await foot.undo();
    expect(people.view!.cells[0]!.bucket).toBe('hold');
    expect(people.view!.decisions[0]!.withdrawnOn).not.toBeNull();
  });

  it('marks no other row when the person decided about leaves the selection', async () => {
    const { people, deciding } = await lookingAt((view) => view.cells.length === 1 && view.cells[0]!.bucket === 'hold');
    const person = people.view!.person;
    answering({ placeOfPerson: () => Promise.resolve(null) });
    deciding.begin('stop');
    deciding.by = 'Saga Lind';
    deciding.reason = 'asked on the phone';
    await deciding.finish();
    expect([people.isElsewhere, people.view!.person]).toEqual([true, person]);
    expect(deciding.view?.person).toBe(person);
    await people.to(people.active);
    expect([people.isElsewhere, people.view!.person]).toEqual([false, people.row(people.active)!.person]);
    await foot.undo();
  });

  it('shows what the core refuses, and keeps what was written', async () => {
    const { people, deciding } = await lookingAt((view) => view.cells.length === 1 && view.cells[0]!.bucket === 'hold');
    answering({ decide: () => Promise.reject({ code: 'decision-refused', what: 'No.', place: null, hint: null }) });
    deciding.begin('keep');
    deciding.by = 'Saga Lind';
    deciding.reason = 'signed form';
    await deciding.finish();
    expect(deciding.trouble?.code).toBe('decision-refused');
    expect(deciding.reason).toBe('signed form');
    expect(people.view!.cells[0]!.bucket).toBe('hold');
  });
});

describe('the recorded people', () => {
  it('have a text for every sentence, reason, word and event', async () => {
    const people = await loaded();
    for (const facet of ['systems', 'disagreement', 'buckets', 'grades', 'actions', 'channels'] as const) expect(people.facets![facet].length).toBeGreaterThan(0);
    let seen = 0;
    for (let person = 0; person < people.facets!.everybody; person += 1) {
      const view = await recorded.person!(person).catch(() => null);
      if (!view) continue;
      seen += 1;
      for (const said of view.said) {
        expect(has(said.key), said.key).toBe(true);
        expect(saidArgs(said, view).count).toBe(said.sources.length);
      }
      for (const row of view.side) if (row.field) expect(has(`people-field-${row.field}`), row.field).toBe(true);
      for (const event of view.events) expect(has(`people-event-${event.kind}`), event.kind).toBe(true);
      for (const choice of view.cells.flatMap((cell) => cell.choices)) if (choice.refused) expect(has(choice.refused), choice.refused).toBe(true);
      if (view.events.length > 0) {
        const drawn = drawing(view, view.sources.map(() => 'Mailchimp'), 384);
        for (const mark of drawn.marks) expect(mark.x >= drawn.left && mark.x <= drawn.width && mark.y < drawn.bottom).toBe(true);
      }
    }
    expect(seen).toBeGreaterThan(20);
  });
});

it('are recorded with one outcome, in the list, in the findings and in the frame around them', async () => {
  const { buckets } = await recorded.facets!(everybody());
  const listed = Object.fromEntries(buckets.map(({ value, people }) => [value, people]));
  expect(listed).toEqual(audited.outcome);
  expect((await recordedFindings.overview!())?.outcome).toEqual(audited.outcome);
});
