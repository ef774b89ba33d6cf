import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SHOTS, type Shot } from './list';
import { axe, compare, open, walk, type Size, type Theme } from './look';
import { serve } from './server';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const USUAL: Size = { width: 1280, height: 800 };
const SMALL: Size = { width: 1024, height: 700 };
const SIZES: Record<NonNullable<Shot['sizes']>, Size[]> = { all: [SMALL, USUAL, { width: 2560, height: 1440 }], smaller: [SMALL, USUAL], usual: [USUAL] };
const THEMES: Theme[] = ['light', 'dark'];

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  server = await serve();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text', '--hide-scrollbars'] });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe.each(SHOTS)('$name', (shot) => {
  const sizes = SIZES[shot.sizes ?? 'all'];
  const cases = THEMES.flatMap((theme) => sizes.map((size) => ({ theme, size, as: `${theme}, ${size.width} × ${size.height}` })));

  it.each(cases)('looks as reviewed, by keyboard too, and axe finds nothing: $as', async ({ theme, size }) => {
    const { page, wrong, close } = await open(browser, server.address, shot, theme, size);
    try {
      expect.soft(await compare(page, `${shot.name}-${theme}-${size.width}`)).toBeNull();
      // What axe looks at changes with the layout, and the widest has that of the usual one.
      if (size.width <= USUAL.width) expect.soft(await axe(page, AXE)).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect.soft(wrong).toEqual([]);
      if (theme === 'light' && size === USUAL) expect(await walk(page)).toEqual([]);
    } finally {
      await close();
    }
  });
});
