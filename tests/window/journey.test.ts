// The whole way, as a shop owner goes it, in the real window: from five exports to a list on the disk.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Key } from 'selenium-webdriver';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { SAMPLE, Window } from './window';

/** Whom the one answer lifts, as `tests/journeys/findings.rs` has it. */
const KEPT = 335;
const PASSPHRASE = 'copper lantern walks seven hills';
const EXPORTS = readdirSync(SAMPLE)
  .filter((name) => /\.(csv|xlsx|zip)$/.test(name))
  .map((name) => join(SAMPLE, name));

let window: Window;
const file = () => join(window.home, 'Norrsken.bonafide');

beforeAll(async () => {
  window = await Window.open();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await window?.picture(`failed: ${task.name}`);
});
afterAll(async () => {
  await window?.close();
});

test('a case is created with a passphrase, and its recovery key shown once', async () => {
  window.answer(file());
  await window.press('Audit my lists');
  await window.write('Name of the case', 'Norrsken');
  await window.write('Controller', 'Norrsken Kaffe AB');
  await window.write('Passphrase', PASSPHRASE);
  await window.write('The same again', PASSPHRASE);
  await window.picture('journey-1-create');
  await window.press('Choose where to keep it', '[role=dialog]');
  await window.says('It is shown now and never again', '[role=dialog]');
  expect(await window.text('[role=dialog] .key')).toMatch(/^(\S{7} ?){8}$/);
  await window.picture('journey-2-recovery');
  await window.press('I have written it down', '[role=dialog]');
  await window.press('Go on', '[role=dialog]');
  await window.says('Norrsken Kaffe AB', 'header');
});

test('five exports are dropped, and each is recognised', async () => {
  // The sample speaks of a day; without it, what counts as stale would depend on today.
  await window.ask('set_case_facts', { facts: { name: 'Norrsken', controller: 'Norrsken Kaffe AB', home: null, today: '2026-11-01' } });
  await window.drop(...EXPORTS);
  for (const system of ['Mailchimp', 'HubSpot', 'Mautic', 'Shopify', 'nordiska smaker 2025']) await window.says(system, 'main');
  await window.picture('journey-3-sources');
});

test('the one question that only a person can answer is answered', async () => {
  await window.says('In “Samtyckesdatum”, which number is the day?', 'main');
  await window.says('Join people: 1 answer missing', 'main');
  await window.press('Day first');
  await window.picture('journey-4-question');
  await window.press('Use this order');
  await window.named('Join people', 'main');
  await window.driver.wait(async () => !(await window.text('main')).includes('answer missing'), 60_000);
});

test('people are joined, and Findings says the known sentence', async () => {
  await window.press('Join people');
  await window.says('You can vouch for 0 of 1,249 people', 'h1');
  await window.picture('journey-5-findings');
});

test('an answer in Proof is tried, kept, and the sentence changes as known', async () => {
  await window.press('Proof');
  await window.says('people become provable', 'h1');
  await window.press('Hosted Signup Form', 'main');
  await window.write('The text, word for word', 'Ja, jag vill få nyhetsbrev från Norrsken Kaffe AB.');
  await window.write('Shown since', '2019-03-01');
  await window.choose('What people did', 'Ticked a box');
  await window.write('Who says so', 'Saga Lind, marketing');
  await window.press('See what changes');
  await window.says('What it would change', 'main');
  await window.picture('journey-6-proof');
  await window.press('Save the answer');
  await window.press('Findings', 'main');
  const [, kept] = /You can vouch for (\d+) of 1,249 people/.exec(await window.says(/You can vouch for [1-9]\d* of 1,249 people/, 'h1'))!;
  expect(Number(kept)).toBe(KEPT);
});

test('a contradiction opens the person with its two cells', async () => {
  await window.press('20 people said no in Mailchimp and are still a yes in HubSpot');
  await window.says('20 people said no in Mailchimp and are still a yes in HubSpot', 'h1');
  await window.picture('journey-7-people');
  await window.keys(Key.ENTER);
  const said = await window.says(/Said no in Mailchimp/, 'main');
  expect(said).toContain('withdrawn-but-subscribed');
  expect(said).toMatch(/mailchimp-audience-export\.zip.*row \d+/);
  expect(said).toMatch(/hubspot-crm-exports.*row \d+/);
  await window.picture('journey-8-person');
});

test('a decision of a named person lies over the rules, and is undone', async () => {
  await window.press('Findings', 'nav');
  await window.press('368 held', 'main');
  const [, before] = /(\d+) people are held/.exec(await window.says(/\d+ people are held/, 'h1'))!;
  await window.keys(Key.ENTER);
  await window.press('Stop', 'footer');
  await window.write('Your name', 'Elin Öberg');
  await window.write('Reason', 'Asked at the till not to be written to');
  await window.press('Decide', '[role=dialog]');
  await window.says('Elin Öberg', 'main');
  await window.says(`${Number(before) - 1} people are held`, 'h1');
  await window.picture('journey-9-decided');
  await window.press('Undo', 'footer');
  await window.says(`${before} people are held`, 'h1');
});

test('the list that is exported holds exactly the people who are kept as they are', async () => {
  await window.press('Plan', 'nav');
  await window.says('Keep 277, ask 56 again first, look at 2', 'h1');
  await window.picture('journey-10-plan');
  await window.press('Export lists');
  const list = join(window.home, 'keep.csv');
  window.answer(list);
  await window.press('Choose a file', '[role=dialog]');
  await window.says('277', '[role=dialog] table');
  await window.picture('journey-11-exported');
  const written = readFileSync(list, 'utf8');
  expect(addresses(written)).toEqual(addresses(byCommandLine()));
  expect(addresses(written)).toHaveLength(277);
  await window.press('Done', '[role=dialog]');
});

test('locked, unlocked and opened anew, all of it is there', async () => {
  await window.held(Key.CONTROL, 'l');
  await window.says('Nothing of it is in this window', 'body');
  expect(await window.text('body')).not.toContain('1,249');
  await window.picture('journey-12-locked');
  await window.write('Passphrase', 'not it');
  await window.press('Unlock');
  await window.says('This is not the passphrase of this case', 'body');
  await window.write('Passphrase', PASSPHRASE);
  await window.press('Unlock');
  await window.says('Keep 277', 'h1');

  const { home } = window;
  await window.close(true);
  window = await Window.open(home);
  await window.press('Norrsken', 'main');
  await window.write('Passphrase', PASSPHRASE);
  await window.press('Open', '[role=dialog]');
  await window.says(`You can vouch for ${KEPT} of 1,249 people`, 'h1');
  await window.press('Proof', 'main');
  await window.says('Saga Lind, marketing', 'main');
});

/** The addresses of a list, sorted. */
function addresses(list: string): string[] {
  const [header, ...rows] = list.trim().split('\n').map((line) => line.split(','));
  const email = header!.indexOf('email');
  return rows.map((row) => row[email]!).sort();
}

/** The same list, as the command line writes it from the exports and the same answer. */
function byCommandLine(): string {
  const declarations = join(window.home, 'declarations.toml');
  writeFileSync(
    declarations,
    `[[declaration]]
id = "hosted"
by = "Saga Lind, marketing"
on = 2026-10-20
applies = { system = "mailchimp", source = "Hosted Signup Form", from = 2019-03-01 }
supplies = { method = "tick", wording = "hosted" }

[[wording]]
id = "hosted"
language = "sv"
text = "Ja, jag vill få nyhetsbrev från Norrsken Kaffe AB."
channels = ["email"]
purposes = ["newsletter"]
controller = "Norrsken Kaffe AB"
released = 2019-03-01
`,
  );
  const out = join(window.home, 'out');
  const words = ['audit', SAMPLE, '--today', '2026-11-01', '--controller', 'Norrsken Kaffe AB', '--declare', declarations, '--out', out, '--quiet'];
  const ended = spawnSync(process.env.BONAFIDE!, words, { encoding: 'utf8' });
  if (ended.status !== 0 && ended.status !== 1) throw new Error(`bonafide could not run: ${ended.stderr}`);
  return readFileSync(join(out, 'lists', 'keep.csv'), 'utf8');
}
