// A long import is stopped by hand, and the case is as it was before.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { SAMPLE, Window } from './window';

const ROWS = 600_000;

let window: Window;
let large: string;
beforeAll(async () => {
  window = await Window.open();
  large = join(window.home, 'everybody.csv');
  const file = createWriteStream(large);
  file.write('Email,First name,Last name,Status,Consent date\n');
  for (let from = 0; from < ROWS; from += 1000) {
    const rows = Array.from({ length: 1000 }, (_, at) => `person${from + at}@example.org,Ada,Number ${from + at},subscribed,2024-05-03\n`);
    if (!file.write(rows.join(''))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
});
afterAll(async () => {
  await window?.close();
});

test('what was read before stays, and what was being read leaves nothing', async () => {
  await window.ask('quick_look', { request: { name: 'Stopped', controller: 'Norrsken Kaffe AB', home: null, today: '2026-11-01' } });
  await window.drop(join(SAMPLE, 'mautic-contacts.csv'));
  await window.says(/rows, from 1 system/, 'h1');
  const before = await window.ask('sources');
  const heading = await window.text('h1');

  await window.drop(large);
  // It is under way: some of it was read, and how much is told.
  await window.says(/[1-9][\d.]* (kB|MB) of \d+/, '.strip');
  await window.press('Cancel', '.strip');
  await window.driver.wait(async () => (await window.text('.strip')) === '', 60_000, 'the import goes on');

  expect(await window.ask('sources')).toEqual(before);
  expect(await window.text('h1')).toBe(heading);
  expect(await window.text('main')).not.toContain('everybody');
});

test('the next file is read as ever', async () => {
  await window.drop(join(SAMPLE, 'shopify-customers_export.csv'));
  await window.says(/from 2 systems/, 'h1');
});
