// Opens a page, waits until it is still, and compares what it shows with a picture that was reviewed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Browser, Page, Request } from 'playwright-core';

import type { Shot } from './list';

export type Theme = 'light' | 'dark';
export type Size = { width: number; height: number };
/** Pages are recorded on this day. */
const TODAY = new Date('2026-11-01T10:00:00');
/** Part of the pixels that may differ: a caret, an edge rounded otherwise. */
const TOLERATED = 0.002;

export type Opened = { page: Page; wrong: string[]; close: () => Promise<void> };

export async function open(browser: Browser, address: string, shot: Shot, theme: Theme, size: Size): Promise<Opened> {
  const context = await browser.newContext({ viewport: size, colorScheme: theme, reducedMotion: 'reduce', locale: 'en-GB' });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  /** Work that stops half-way is looked at as it stands; all other ends by itself. */
  const stops = shot.ask.includes('work=stop');
  const pending = new Set<Request>();
  page.on('request', (request) => pending.add(request));
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('requestfailed', (request) => pending.delete(request));
  const still = async () => {
    do await unchanged(page);
    while (pending.size > 0 || (!stops && (await page.locator('[aria-busy=true]').count()) > 0));
  };
  await page.clock.setFixedTime(TODAY);
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(`${address}?theme=${theme}&${shot.ask}`);
  await page.waitForSelector('.stage > .work, .lock');
  await still();
  for (const key of shot.keys ?? []) {
    if (key.startsWith('"')) await page.keyboard.type(key.slice(1, -1));
    else if (key.startsWith('>')) await page.getByRole('button', { name: key.slice(1) }).click({ timeout: 15_000 });
    else if (key.startsWith('@')) await page.getByLabel(key.slice(1)).first().focus();
    else await page.keyboard.press(key);
    await still();
  }
  // It is told of after a moment.
  if (stops) await page.waitForSelector('.strip').then(still);
  return { page, wrong, close: () => context.close() };
}

/** Waits until nothing has changed in the page for a moment. Recorded data that is still on its way changes nothing yet. */
async function unchanged(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const done = () => {
          observer.disconnect();
          void document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
        };
        let wait = setTimeout(done, 120);
        const most = performance.now() + 5000;
        const observer = new MutationObserver(() => {
          clearTimeout(wait);
          wait = setTimeout(done, performance.now() > most ? 0 : 120);
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );
}

const folder = (name: string) => join(import.meta.dirname, name);

/** Null when it looks as reviewed, else what to say. With UPDATE=1 the picture is taken for reviewed. */
export async function compare(page: Page, name: string): Promise<string | null> {
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const reviewed = join(folder('reference'), `${name}.png`);
  if (process.env.UPDATE) {
    if (!existsSync(reviewed) || (await difference(page, readFileSync(reviewed), picture)) > TOLERATED) keep(reviewed, picture);
    return null;
  }
  if (!existsSync(reviewed)) {
    keep(join(folder('out'), `${name}.png`), picture);
    return `there is no reference/${name}.png; look at out/${name}.png and run with UPDATE=1`;
  }
  const differs = await difference(page, readFileSync(reviewed), picture);
  if (differs <= TOLERATED) return null;
  keep(join(folder('out'), `${name}.png`), picture);
  return `${(differs * 100).toFixed(2)} % of reference/${name}.png differs from out/${name}.png`;
}

function keep(path: string, picture: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, picture);
}

/** The part of the pixels that differ to the eye, counted by the browser itself, in an empty page. */
async function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  if (one.equals(other)) return 0;
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(
      async (pictures) => {
        const [a, b] = await Promise.all(
          pictures.map(async (picture) => {
            const image = new Image();
            image.src = `data:image/png;base64,${picture}`;
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height);
            const pen = canvas.getContext('2d')!;
            pen.drawImage(image, 0, 0);
            return pen.getImageData(0, 0, image.width, image.height);
          }),
        );
        if (!a || !b || a.width !== b.width || a.height !== b.height) return 1;
        let differing = 0;
        for (let at = 0; at < a.data.length; at += 4) {
          const apart = Math.abs(a.data[at]! - b.data[at]!) + Math.abs(a.data[at + 1]! - b.data[at + 1]!) + Math.abs(a.data[at + 2]! - b.data[at + 2]!);
          if (apart > 48) differing += 1;
        }
        return differing / (a.data.length / 4);
      },
      [one.toString('base64'), other.toString('base64')],
    );
  } finally {
    await blank.close();
  }
}

/** What axe finds against WCAG 2.2 A and AA, one line each. */
export async function axe(page: Page, source: string): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] });
    return found.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)} (${node.failureSummary?.split('\n')[1]?.trim() ?? ''})`));
  });
}

/** Walks the page by Tab alone. Says which controls were never reached, and which show no ring when they are. */
export async function walk(page: Page): Promise<string[]> {
  const controls = await page.evaluate(() => {
    const scope = [...document.querySelectorAll('[role=dialog][data-state=open]')].at(-1) ?? document.body;
    (document.activeElement as HTMLElement | null)?.blur();
    const all = [...scope.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex]')];
    const shown = all.filter((one) => one.tabIndex >= 0 && !(one as HTMLButtonElement).disabled && one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden');
    // Of radio buttons of one name Tab reaches one alone.
    const reached = shown.filter((one, at) => !(one instanceof HTMLInputElement && one.type === 'radio' && shown.findIndex((other) => other instanceof HTMLInputElement && other.type === 'radio' && other.name === one.name) !== at));
    reached.forEach((one, at) => (one.dataset.walk = String(at)));
    return reached.map((one) => one.outerHTML.slice(0, 120));
  });
  const missed = new Set(controls.map((html, at) => `${at} never reached: ${html}`));
  for (let step = 0; step < controls.length * 2 + 4 && missed.size > 0; step += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement | null;
      const style = one && getComputedStyle(one);
      // A part of a whole may let the whole show it: the card of a button, the row of a table that is walked by arrows.
      const around = one ? [getComputedStyle(one, '::after'), ...[...one.querySelectorAll('[aria-selected=true] > td')].map((cell) => getComputedStyle(cell))] : [];
      const ringed =
        style &&
        (style.outlineStyle !== 'none' ||
          around.some((part) => part.outlineStyle !== 'none') ||
          one.matches('.asks input, input[role=combobox], .sheet, .palette'));
      return one ? { walk: one.dataset.walk ?? null, ringed, html: one.outerHTML.slice(0, 120) } : null;
    });
    if (!here?.walk) continue;
    missed.delete(`${here.walk} never reached: ${controls[Number(here.walk)]}`);
    if (!here.ringed) missed.add(`no ring: ${here.html}`);
  }
  return [...missed];
}
