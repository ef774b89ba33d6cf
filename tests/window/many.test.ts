// Twenty exports at once: each is seen as what it is, and what only a person can answer stands on one page.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WebElement } from 'selenium-webdriver';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { ROOT, Window } from './window';

const SYSTEMS = join(ROOT, 'fixtures/systems');
/** Systems that their columns give away, and the names people know them by. */
const KNOWN = ['activecampaign', 'brevo', 'civicrm', 'ghost', 'google-contacts', 'hubspot', 'klaviyo', 'listmonk', 'magento', 'mailpoet', 'mailtrain', 'odoo', 'phplist', 'pipedrive', 'salesforce', 'stripe', 'substack', 'suitecrm'];
const name = (system: string) => new RegExp(`^system-${system} = (.*)$`, 'm').exec(readFileSync(join(ROOT, 'locales/en/window-systems.ftl'), 'utf8'))![1]!;
const exportOf = (system: string) => join(SYSTEMS, system, readdirSync(join(SYSTEMS, system)).find((file) => file.endsWith('.csv'))!);

let window: Window;
beforeAll(async () => {
  window = await Window.open();
  await window.ask('quick_look', { request: { name: 'Twenty', controller: 'Norrsken Kaffe AB', home: null, today: '2026-11-01' } });
});
afterAll(async () => {
  await window?.close();
});

test('twenty files dropped at once are each recognised', async () => {
  const rows = (day: string) => Array.from({ length: 8 }, (_, at) => `p${at}@example.org,yes,0${(at % 8) + 1}/0${day}/2024`);
  const lists = ['fair', 'till'].map((list, at) => {
    const file = join(window.home, `${list}.csv`);
    writeFileSync(file, ['Email,Consent,Consent date', ...rows(String(at + 3))].join('\n'));
    return file;
  });
  await window.drop(...KNOWN.map(exportOf), ...lists);
  await window.says(/from \d+ systems/, 'h1');
  const files = await window.driver.wait(async () => {
    const seen = await window.driver.executeScript<string[]>(`return [...document.querySelectorAll('.files h2')].map((one) => one.textContent.replace(/[\\u2066-\\u2069]/g, '').trim())`);
    return seen.length === 20 ? seen : false;
  }, 60_000, 'there are not twenty files');
  for (const system of KNOWN) expect(files).toContain(name(system));
});

test('their open questions stand on one page, and are answered there', async () => {
  await window.press('Answer all', 'main');
  const first = await window.says(/questions only you can answer/, '[role=dialog]');
  const open = Number(/(\d+) questions/.exec(first)![1]);
  expect(open).toBeGreaterThanOrEqual(2);
  // “I do not know” to a question about dates, of which there are two at least.
  const form = `[...document.querySelectorAll('[role=dialog] form')].find((one) => one.querySelector('input[value=unknown]'))`;
  await (await window.driver.executeScript<WebElement>(`return ${form}.querySelector('input[value=unknown]')`)).click();
  await (await window.driver.executeScript<WebElement>(`return ${form}.querySelector('.primary')`)).click();
  await window.driver.wait(async () => {
    const [, left] = /(\d+) questions? only/.exec(await window.text('[role=dialog]')) ?? [];
    return left === undefined || Number(left) < open;
  }, 20_000, 'no question was answered');
});
