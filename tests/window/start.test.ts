// The program starts, shows itself, and what its pages may do is what is written down.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { ROOT, Window } from './window';

/** What is written down, but for hashes. */
const WRITTEN: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'src-tauri/tauri.conf.json'), 'utf8')).app.security.csp;
const POLICY = Object.fromEntries(Object.entries(WRITTEN).map(([name, sources]) => [name, sources.split(' ').filter((source) => !source.startsWith("'sha256-"))]));

let window: Window;
beforeAll(async () => {
  window = await Window.open();
});
afterAll(async () => {
  await window?.close();
});

test('the window asks its one question', async () => {
  await window.says('Bonafide', 'header');
  await window.picture('welcome');
});

test('nothing of the bridge lies open to a page', async () => {
  expect(await window.driver.executeScript('return typeof window.__TAURI__')).toBe('undefined');
});

test('a command that is not on the list is refused before it reaches the program', async () => {
  const answer = await window.ask<{ refused?: unknown }>('plugin:fs|read_file', { path: '/etc/passwd' });
  expect(answer.refused).toBeDefined();
});

test('no other page can be reached, and no second window opened', async () => {
  const before = await window.driver.getCurrentUrl();
  await window.driver.executeScript(`location.href = 'https://example.org/'`);
  expect(await window.driver.executeScript(`return window.open('https://example.org/') === null`)).toBe(true);
  expect(await window.driver.executeScript(`return fetch('https://example.org/').then(() => 'reached', () => 'refused')`)).toBe('refused');
  expect(await window.driver.getCurrentUrl()).toBe(before);
});

test('the policy that holds in the page is the strict one', async () => {
  const policy = await window.driver.executeAsyncScript<string>(`
    const done = arguments[0];
    addEventListener('securitypolicyviolation', (event) => done(event.originalPolicy), { once: true });
    fetch('https://example.org/').catch(() => undefined);`);
  const directives = new Map(policy.split(';').map((one) => one.trim().split(/\s+/)).map(([name, ...sources]) => [name!, sources]));
  // Hashes are of what was compiled in. Tauri adds its own, and the frame of its isolation, by a name made for this run.
  const sources = (name: string) => [...new Set(directives.get(name)!.filter((source) => !/^'sha256-[^']+'$|^isolation-[0-9a-f-]+:\/\/localhost\/$/.test(source)))];
  expect([...directives.keys()].sort()).toEqual(Object.keys(POLICY).sort());
  for (const [name, meant] of Object.entries(POLICY)) expect([name, ...sources(name)]).toEqual([name, ...meant]);
});

test('a page has no way to speak to another machine but those that the policy names', async () => {
  expect(await window.driver.executeScript(`return [typeof RTCPeerConnection, typeof WebTransport, typeof EventSource === 'function']`)).toEqual(['undefined', 'undefined', true]);
});

test('a script or a style that stands in a text does nothing', async () => {
  const ran = await window.driver.executeScript(`
    const script = document.createElement('script');
    script.textContent = 'window.__ran = 1';
    const paragraph = document.createElement('p');
    paragraph.innerHTML = '<b style="color: red" onclick="window.__ran = 2">x</b>';
    document.body.append(script, paragraph);
    paragraph.firstChild.click();
    const colour = getComputedStyle(paragraph.firstChild).color;
    script.remove();
    paragraph.remove();
    let evaluated;
    try { evaluated = new Function('return 3')(); } catch { evaluated = null; }
    return [window.__ran ?? null, evaluated, colour === 'rgb(255, 0, 0)'];`);
  expect(ran).toEqual([null, null, false]);
});

test('internet sockets are refused while it runs', async () => {
  const proof = await window.ask<{ filter: boolean; refused: { refused: boolean }[] }>('local_proof');
  expect(proof.filter).toBe(true);
  expect(proof.refused.map((one) => one.refused)).toEqual([true, true, true]);
});

/** What lies in a folder or a file; nothing where there is none, or no longer. */
function found<T>(look: () => T, none: T): T {
  try {
    return look();
  } catch {
    return none;
  }
}

/** How long the threads that compute pictures on the processor in place of a graphics card have worked, in ms. */
function composing(home: string): number {
  const names = (folder: string) => found(() => readdirSync(folder), []);
  const read = (path: string) => found(() => readFileSync(path, 'utf8'), '');
  const mine = names('/proc').filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/environ`).includes(home));
  const threads = mine.flatMap((process) => names(`/proc/${process}/task`).map((thread) => read(`/proc/${process}/task/${thread}/stat`)));
  // proc(5): the name stands in brackets; the eleventh and twelfth field after it are hundredths of a second.
  const ticks = threads.filter((stat) => stat.includes('(llvmpipe')).map((stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13));
  return ticks.flat().reduce((sum, one) => sum + Number(one) * 10, 0);
}

test('without a graphics card the page is drawn without layers, which would be composed on the processor', async (context) => {
  context.skip(found(() => readdirSync('/dev/dri'), []).some((name) => name.startsWith('renderD')), 'this machine has a graphics card');
  const before = composing(window.home);
  const frames = await window.driver.executeAsyncScript<number>(`
    const done = arguments[0];
    let frames = 0;
    const next = () => {
      document.body.style.opacity = frames % 2 ? '1' : '.99';
      if ((frames += 1) < 40) requestAnimationFrame(next);
      else done(frames);
    };
    next();`);
  expect(frames).toBe(40);
  expect(composing(window.home) - before).toBeLessThan(50);
});
