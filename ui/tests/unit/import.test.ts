import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { useBackend, type Backend } from '../../src/lib/backend/backend';
import { recorded } from '../../src/lib/backend/fixture/import';
import type { Change, ColumnView, Field } from '../../src/lib/bindings';
import { foot } from '../../src/lib/foot.svelte';
import { intake } from '../../src/lib/intake.svelte';
import { route } from '../../src/lib/route.svelte';
import { troubles } from '../../src/lib/trouble.svelte';
import { masking } from '../../src/lib/mask.svelte';
import Asked from '../../src/stages/import/Asked.svelte';
import FileColumn from '../../src/stages/import/FileColumn.svelte';
import Forget from '../../src/stages/import/Forget.svelte';
import MendRow from '../../src/stages/import/MendRow.svelte';
import { offending } from '../../src/stages/import/rejected.svelte';
import { SourcesDesk } from '../../src/stages/import/sources.svelte';
import { days, format, isNeeded, lack, lacking, letters, maskCell, meaning, MEANINGS, standing, title } from '../../src/stages/import/words';
import { has, text } from '../../src/lib/texts';

const said: [number, number, Change][] = [];

function backend(own: Partial<Backend> = {}): void {
  const correct: Backend['correct'] = async (table, position, change) => {
    said.push([table, position, change]);
    return recorded.correct!(table, position, change, () => {});
  };
  useBackend({ ...recorded, correct, ...own } as Backend);
}

beforeEach(async () => {
  said.length = 0;
  foot.clear();
  troubles.dismiss();
  route.reset('sources');
  backend();
  while (await recorded.undoCorrection!(() => {}));
});

describe('the desk of the Sources screen', () => {
  test('opens on the question', async () => {
    const desk = new SourcesDesk();
    await desk.load();
    expect(desk.missing).toBe(1);
    expect(desk.question?.asked.kind).toBe('date_order');
    expect(desk.position).toBe(desk.question?.position);
    expect(desk.file?.state).toBe('question');
  });

  test('a file that is added is shown', async () => {
    const all = await recorded.sources!();
    const last = all.files.at(-1)!;
    let files = all.files.slice(0, -1);
    backend({ sources: async () => ({ ...all, files }) });
    const desk = new SourcesDesk();
    await desk.load();
    expect(desk.file).not.toBe(last);
    files = all.files;
    await desk.load();
    expect(desk.file?.file).toBe(last.file);
  });

  test('files that are added faster than they are shown leave the one that asks in sight', async () => {
    const all = await recorded.sources!();
    let files = all.files.slice(0, 1);
    let slow = Promise.resolve();
    backend({ sources: async () => ({ ...all, files }), table: (table) => slow.then(() => recorded.table!(table)) });
    const desk = new SourcesDesk();
    await desk.load();
    expect(desk.question).toBeNull();
    // The first of these is told of all files, and overtaken before a table of theirs is shown.
    files = all.files;
    let go = () => {};
    slow = new Promise((open) => (go = open));
    const loads = [desk.load()];
    await vi.waitUntil(() => desk.sources?.files.length === all.files.length);
    loads.push(desk.load());
    go();
    await Promise.all(loads);
    expect(desk.question?.asked.kind).toBe('date_order');
  });

  test('files that come one by one leave the one that asks in sight, and one that is chosen meanwhile', async () => {
    const all = await recorded.sources!();
    const asking = all.files.findIndex((file) => file.state === 'question');
    expect(asking).toBeGreaterThan(0);
    expect(asking).toBeLessThan(all.files.length - 1);
    let files = all.files.slice(0, 0);
    backend({ sources: async () => ({ ...all, files }) });
    const desk = new SourcesDesk();
    await desk.load();
    intake.reading = true;
    for (let read = 1; read <= all.files.length; read += 1) {
      files = all.files.slice(0, read);
      await desk.load();
      expect(desk.question?.asked.kind).toBe(read > asking ? 'date_order' : undefined);
    }
    const chosen = all.files[0]!.tables[0]!.table;
    await desk.choose(chosen);
    await desk.load();
    intake.reading = false;
    await desk.load();
    expect(desk.table).toBe(chosen);
  });

  test('opened on a table, it knows of the files as well, and stays there', async () => {
    const desk = new SourcesDesk();
    const last = (await recorded.sources!()).files.at(-1)!.tables[0]!.table;
    await Promise.all([desk.load(), desk.choose(last)]);
    expect(desk.card?.table).toBe(last);
    await desk.load();
    expect(desk.table).toBe(last);
  });

  test('an answer closes the question, and is taken back from the foot', async () => {
    const desk = new SourcesDesk();
    await desk.load();
    const question = desk.question!;
    await desk.answer(question, { kind: 'dates', order: 'day_first' });
    expect(said).toEqual([[question.table, question.position, { kind: 'dates', order: 'day_first' }]]);
    expect([desk.missing, desk.question]).toEqual([0, null]);
    expect(desk.table).toBe(question.table);
    await foot.undo();
    expect(desk.missing).toBe(1);
  });

  test('people are not joined while an answer is missing, and it leads to the question instead', async () => {
    const audit = vi.fn();
    backend({ audit });
    const desk = new SourcesDesk();
    await desk.load();
    await desk.chooseFile(desk.sources!.files.find((file) => file.system === 'mautic')!);
    expect(desk.askedElsewhere?.table.questions).toBe(1);
    await desk.join();
    expect(audit).not.toHaveBeenCalled();
    expect(desk.question).not.toBeNull();
  });

  test('several questions are answered on one page, which closes with the last', async () => {
    let open = [1, 2].map((position) => ({ table: 1, position, header: `c${position}`, asked: { kind: 'words' as const, words: ['kanske'], others: 0 } }));
    const correct: Backend['correct'] = async (_table, position) => {
      open = open.filter((question) => question.position !== position);
      return null;
    };
    backend({ questions: async () => open, correct, sources: async () => ({ ...(await recorded.sources!()), openQuestions: open.length }) });
    const desk = new SourcesDesk();
    await desk.load();
    await desk.join();
    expect(desk.all?.map((question) => question.position)).toEqual([1, 2]);
    await desk.answerOfAll(desk.all![1]!, { kind: 'words', words: { kanske: 'unknown' } });
    expect(desk.all?.map((question) => question.position)).toEqual([1]);
    await desk.answerOfAll(desk.all![0]!, { kind: 'words', words: { kanske: 'unknown' } });
    expect(desk.all).toBeNull();
    expect(desk.missing).toBe(0);
  });

  test('remarks that may be a no wait for nobody, and what nobody read stays as it is', async () => {
    const asked = { kind: 'remarks' as const, remarks: ['nog nu', 'nicht an ada@example.org'], others: 4, unread: ['mejl går bra', 'ring bo@example.org'], moreUnread: 5 };
    const question = { table: 1, position: 3, header: 'Notiz', asked };
    expect(isNeeded(question)).toBe(false);
    const onanswer = vi.fn(async () => {});
    const { container } = render(Asked, { question, onanswer });
    const [use] = screen.getAllByRole<HTMLButtonElement>('button', { name: text('sources-use-remarks') });
    expect(use!.disabled).toBe(true);
    expect(container.textContent).toContain(text('sources-ask-others', { others: 4 }));
    expect(container.textContent).not.toContain('ada@');
    expect(container.textContent).toContain(text('sources-unread-rest', { unread: 7 }));
    const details = container.querySelector('details')!;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await tick();
    expect(container.textContent).toContain(text('sources-unread-more', { more: 5 }));
    const [first, , rest, mail, ring] = container.querySelectorAll('select');
    first!.value = 'unsubscribed';
    first!.dispatchEvent(new Event('change', { bubbles: true }));
    rest!.value = 'unknown';
    rest!.dispatchEvent(new Event('change', { bubbles: true }));
    await tick();
    // What is said of all is said of each, but of those a person takes out.
    expect([mail!.value, ring!.value]).toEqual(['unknown', 'unknown']);
    ring!.value = 'unsubscribed';
    ring!.dispatchEvent(new Event('change', { bubbles: true }));
    await tick();
    use!.click();
    expect(onanswer).toHaveBeenCalledExactlyOnceWith({ kind: 'words', words: { 'nog nu': 'unsubscribed', '*': 'unknown', 'ring bo@example.org': 'unsubscribed' } });
  });

  test('joined people lead to the findings', async () => {
    backend({ audit: async () => ({}) as never });
    const desk = new SourcesDesk();
    await desk.load();
    await desk.answer(desk.question!, { kind: 'dates', order: 'unknown' });
    await desk.join();
    expect(route.screen).toBe('findings');
  });

  test('moves from column to column and stops at the ends', async () => {
    const desk = new SourcesDesk();
    await desk.load();
    desk.goTo(1);
    desk.move(-1);
    expect(desk.position).toBe(1);
    desk.move(99);
    expect(desk.position).toBe(desk.view!.columns.length);
  });

  test('a correction that costs contacts waits for a yes', async () => {
    backend({ previewCorrection: async () => ({ accepted: 10, rejected: 0, acceptedThen: 4, rejectedThen: 6, tables: 1 }) });
    const desk = new SourcesDesk();
    await desk.load();
    await desk.mean(2, 'notes');
    expect(said).toEqual([]);
    expect(desk.waiting?.preview.acceptedThen).toBe(4);
    await desk.confirm();
    expect(said).toEqual([[desk.table, 2, { kind: 'meaning', field: 'notes' }]]);
    expect(desk.waiting).toBeNull();
  });

  test('the own name, a field and the way back are said as such', async () => {
    const desk = new SourcesDesk();
    await desk.load();
    await desk.mean(1, null);
    await desk.mean(1, 'full_name');
    await desk.mean(1, undefined);
    expect(said.map(([, , change]) => change)).toEqual([{ kind: 'meaning', field: null }, { kind: 'meaning', field: 'full_name' }, { kind: 'reset' }]);
  });

  test('forgetting says how to bring it back', async () => {
    const desk = new SourcesDesk();
    await desk.load();
    desk.forgetting = desk.sources!.files[0]!;
    const name = desk.forgetting.name;
    await desk.forget();
    expect(desk.sources!.files.some((file) => file.name === name)).toBe(false);
    expect(foot.said).toContain('again');
  });

  test('an answer that comes after a newer one is dropped', async () => {
    const desk = new SourcesDesk();
    await desk.load();
    const [first, last] = [desk.sources!.files[0]!, desk.sources!.files.at(-1)!];
    const slow = vi.fn(async (table: number) => {
      if (table === first.tables[0]!.table) await new Promise((resolve) => setTimeout(resolve, 20));
      return recorded.table!(table);
    });
    backend({ table: slow });
    await Promise.all([desk.chooseFile(first), desk.chooseFile(last)]);
    expect(desk.file?.name).toBe(last.name);
  });

  test('what goes wrong is shown and the screen stays as it was', async () => {
    const desk = new SourcesDesk();
    await desk.load();
    backend({ correct: () => Promise.reject({ code: 'disk-full', what: 'The disk is full.', place: null, hint: null }) });
    await desk.answer(desk.question!, { kind: 'dates', order: 'day_first' });
    expect(troubles.shown?.code).toBe('disk-full');
    expect(desk.missing).toBe(1);
  });
});

describe('the words of the Sources screen', () => {
  test('columns are lettered as in a spreadsheet', () => {
    expect([1, 26, 27, 702, 703].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  test('days of one month are told together', () => {
    expect(days(['2025-04-03', '2025-04-04', '2025-04-05'])).toBe('3, 4 and 5 Apr 2025');
    expect(days(['2025-03-04', '2025-05-04'])).toBe('4 Mar and 4 May 2025');
    expect(days(['2025-03-04'])).toBe('4 Mar 2025');
    expect(days([])).toBe('');
  });

  test('every meaning has a name and stands in one group', () => {
    const fields = MEANINGS.flatMap(({ fields }) => fields);
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields.length).toBe(57);
    for (const field of fields) expect(meaning(field)).not.toContain('sources-field');
    for (const { group } of MEANINGS) expect(has(`sources-group-${group}`)).toBe(true);
  });

  test('a file of which nobody was accepted is not called read', async () => {
    const { files } = await recorded.sources!();
    const file = files.find((file) => file.state === 'read')!;
    expect(standing(file)).toBe('read');
    expect(standing({ ...file, rows: 0, accepted: 0 })).toBe('nobody');
    expect(standing({ ...file, accepted: 0, state: 'incomplete' })).toBe('nobody');
    expect(standing({ ...file, accepted: 0, state: 'question' })).toBe('question');
    expect(standing({ ...file, state: 'incomplete' })).toBe('incomplete');
  });

  test('every file of the sample is described in words', async () => {
    const sources = await recorded.sources!();
    for (const file of sources.files) {
      expect(title(file)).not.toContain('sources-');
      for (const table of file.tables) {
        expect(format(table)).not.toContain('sources-');
        if (table.lacks) expect(lack(table)).not.toBeNull();
      }
    }
    expect(lacking(sources, null)[0]?.key).toBe('lacks-mautic');
  });
});

describe('what is said of imports and rows', () => {
  const desk = async () => {
    const desk = new SourcesDesk();
    await desk.load();
    return desk;
  };
  const refused = { code: 'amend', what: 'Row 3 still cannot be read.', place: null, hint: null };

  test('every import is in the history, and forgetting one leaves its line', async () => {
    const sources = await desk();
    const imports = sources.past.history!.imports;
    expect(imports.map((one) => one.name)).toEqual(sources.sources!.files.map((file) => file.name));
    expect(imports.every((one) => /^[0-9a-f]{64}$/.test(one.sha256) && one.tables.length > 0)).toBe(true);
  });

  test('a newer export and a source of its own are said of the file, and taken back from the foot', async () => {
    const calls: unknown[] = [];
    backend({
      sayNewer: async (newer, older) => (calls.push(['newer', newer, older]), null),
      sayOwn: async (own) => (calls.push(['own', own]), null),
      undoSnapshot: async () => (calls.push(['undo']), 'b.csv'),
    });
    const sources = await desk();
    const [first, second] = sources.past.history!.imports;
    await sources.past.sayNewer(second!, first!.file!);
    await foot.undo();
    await sources.past.sayOwn(first!);
    await sources.past.sayOwn({ ...first!, file: null });
    expect(calls).toEqual([['newer', second!.file, first!.file], ['undo'], ['own', first!.file]]);
  });

  test('a mapping tells how many columns changed, and is taken back as a whole', async () => {
    backend({ loadMapping: async () => 3, undoCorrection: async () => ({ table: null, position: 0, header: '' }) });
    const sources = await desk();
    await sources.loadMapping();
    expect(foot.said).toContain('3 columns');
    await foot.undo();
    expect(foot.said).toBe('The mapping is taken back.');
    backend({ loadMapping: async () => null });
    foot.clear();
    await sources.loadMapping();
    expect(foot.said).toBeFalsy();
  });

  test('a mended row leaves the rejected ones, and is among them again when it is taken back', async () => {
    const row = { row: 3, reason: 'the row has 4 cells, the table has 3 columns', text: 'a,b,c,d', cells: ['a', 'b', 'c', 'd'], cut: false };
    let mended: string[] | null = null;
    backend({
      rejectedRows: async () => ({
        ...{ total: mended ? 0 : 1, rows: 4, reasons: [], page: mended ? [] : [row], header: ['Email', 'Name', 'Status'] },
        amended: mended ? [{ row: 3, reason: row.reason, text: mended.join(',') }] : [],
      }),
      amendRow: async (_table, _row, said) => {
        mended = said.kind === 'cells' ? said.cells : [said.line];
        return null;
      },
      takeAmendmentBack: async () => {
        mended = null;
        return null;
      },
    });
    const sources = await desk();
    sources.rows.mending = 3;
    await sources.rows.mend(3, { kind: 'cells', cells: ['ada@example.org'] });
    expect([sources.rows.mending, sources.rows.rejected!.total, sources.rows.rejected!.amended[0]!.text]).toEqual([null, 0, 'ada@example.org']);
    await foot.undo();
    expect([sources.rows.rejected!.total, sources.rows.rejected!.amended.length]).toEqual([1, 0]);
  });

  test('what is refused stays open as it was typed', async () => {
    backend({ amendRow: () => Promise.reject(refused) });
    const sources = await desk();
    sources.rows.mending = 3;
    await sources.rows.mend(3, { kind: 'line', line: 'nobody' });
    expect(sources.rows.mending).toBe(3);
    expect(troubles.shown?.code).toBe('amend');
  });
});

describe('rejected rows, while personal data is masked', () => {
  const header = ['Namn', 'E-post', 'Telefon', 'Land'];
  const row = { row: 41, reason: 'the e-mail address in column “E-post” is not an address', text: '', cells: ['Lena Holm', 'lena.holm(at)example.org', '', 'Sverige'], cut: false };
  const column = (field: Field | null, personal: boolean) => ({ field, personal, samples: [] }) as unknown as ColumnView;

  test('show the cell they were rejected for, with its column', () => {
    expect(offending(row, header)).toEqual({ column: 'E-post', cell: 'lena.holm(at)example.org', at: 1 });
    expect(offending({ ...row, reason: 'nothing in this row identifies a person' }, header)).toBeNull();
    expect(offending({ ...row, cells: null }, header)).toBeNull();
  });

  test('show of a cell what is wrong with it, and no more', () => {
    expect(maskCell('lena.holm(at)example.org', column('email', true))).toBe('l•••.h•••(a•••)e•••.o•••');
    expect(maskCell('jonas.berg@', column('email', true))).toBe('j•••.b•••@');
    expect(maskCell('090-174 06 83', column('phone', true))).not.toContain('06 83');
    expect(maskCell('Lena Holm', column('full_name', true))).toBe('L••• H•••');
    expect(maskCell('Sverige', column('country', false))).toBe('Sverige');
    expect(maskCell('written beyond the last column', undefined)).toBe('w•••');
  });

  async function mending(): Promise<{ desk: SourcesDesk; fields: HTMLInputElement[] }> {
    const desk = new SourcesDesk();
    await desk.load();
    desk.view = { ...desk.view!, columns: [column('full_name', true), column('email', true), column('phone', true), column('country', false)] };
    desk.rows.rejected = { ...desk.rows.rejected!, header, page: [row], total: 1 };
    const { container } = render(MendRow, { desk, row });
    await tick();
    return { desk, fields: [...container.querySelectorAll('input')] };
  }

  test('are mended in the field that is wrong; the others stay masked until they are entered', async () => {
    const { desk, fields } = await mending();
    expect(document.activeElement).toBe(fields[1]);
    expect(fields.map((field) => field.value)).toEqual(['L••• H•••', 'lena.holm(at)example.org', '', 'Sverige']);
    fields[0]!.focus();
    await tick();
    expect(fields.map((field) => field.value)[0]).toBe('Lena Holm');
    const mend = vi.spyOn(desk.rows, 'mend').mockResolvedValue();
    fields[1]!.focus();
    await tick();
    fields[1]!.value = 'lena.holm@example.org';
    fields[1]!.dispatchEvent(new Event('input', { bubbles: true }));
    fields[1]!.form!.requestSubmit();
    expect(mend).toHaveBeenCalledWith(41, { kind: 'cells', cells: ['Lena Holm', 'lena.holm@example.org', '', 'Sverige'] });
  });

  test('are mended in clear once it is asked for', async () => {
    const { fields } = await mending();
    masking.toggle();
    await tick();
    expect(fields[0]!.value).toBe('Lena Holm');
    masking.hide();
  });

  test('are opened by their key wherever they are', async () => {
    const desk = new SourcesDesk();
    await desk.load();
    const file = desk.sources!.files.at(-1)!;
    desk.sources = { ...desk.sources!, files: desk.sources!.files.map((one) => (one === file ? { ...one, tables: one.tables.map((table, at) => (at === 0 ? { ...table, rejected: 2 } : table)) } : one)) };
    await desk.readRejected(desk.file);
    expect([desk.table, desk.rows.reading]).toEqual([file.tables[0]!.table, true]);
  });
});

test('what would forget an import is not what Enter does', async () => {
  const desk = new SourcesDesk();
  await desk.load();
  render(Forget, { desk, file: desk.file! });
  await tick();
  expect([...document.querySelectorAll('.sheet-foot .primary')].map((button) => button.textContent)).toEqual(['Keep it']);
});

test('the file in sight stays in sight when the text grows', async () => {
  const watched: (() => void)[] = [];
  vi.stubGlobal('ResizeObserver', class {
    constructor(seen: () => void) {
      watched.push(seen);
    }
    observe(): void {}
    disconnect(): void {}
  });
  const desk = new SourcesDesk();
  await desk.load();
  const { container } = render(FileColumn, { file: desk.file!, chosen: true, onchoose: () => undefined, onreject: () => undefined });
  await tick();
  const column = container.querySelector<HTMLElement>('.file')!;
  const strip = column.parentElement!;
  vi.spyOn(strip, 'getBoundingClientRect').mockReturnValue({ left: 0, right: 500 } as DOMRect);
  vi.spyOn(column, 'getBoundingClientRect').mockReturnValue({ left: 480, right: 680 } as DOMRect);
  watched.forEach((seen) => seen());
  expect(strip.scrollLeft).toBe(180);
  vi.unstubAllGlobals();
});
