// The real window, driven through WebKitWebDriver: the program as it is built, its own pages, its own core.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { By, Capabilities, Key, type WebDriver, type WebElement, until } from 'selenium-webdriver';
import { Executor, HttpClient } from 'selenium-webdriver/http';
import { WebDriver as Driver } from 'selenium-webdriver/lib/webdriver';

export const ROOT = resolve(__dirname, '../..');
export const SAMPLE = join(ROOT, 'fixtures/cases/norrsken');

/** The program under test; named by the task that builds it. */
const PROGRAM = process.env.BONAFIDE_WINDOW;

/** How long the window may take for anything a person waits for. */
const PATIENCE = 60_000;

/** A running program with a home of its own, and the session that holds it. */
export class Window {
  private constructor(
    readonly driver: WebDriver,
    private readonly process: ChildProcess,
    readonly home: string,
    private readonly keepsHome: boolean,
  ) {}

  /** Starts the program; in the home of an earlier run if one is given. Native dialogs are answered by {@link answer}, unless they are to open. */
  static async open(home?: string, dialogs: 'answered' | 'native' = 'answered'): Promise<Window> {
    if (!PROGRAM || !existsSync(PROGRAM)) throw new Error('BONAFIDE_WINDOW names no program: run `cargo xtask test`, which builds it');
    const folder = home ?? mkdtempSync(join(tmpdir(), 'bonafide-window-'));
    const run = join(folder, 'run');
    mkdirSync(run, { recursive: true, mode: 0o700 });
    const port = await freePort();
    const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      // In a group of its own: the driver, the program and its web view are ended together.
      detached: true,
      stdio: 'ignore',
      env: {
        ...process.env,
        HOME: folder,
        XDG_CONFIG_HOME: join(folder, 'config'),
        XDG_DATA_HOME: join(folder, 'data'),
        XDG_CACHE_HOME: join(folder, 'cache'),
        XDG_RUNTIME_DIR: run,
        TAURI_WEBVIEW_AUTOMATION: 'true',
        BONAFIDE_TEST_AUTOMATION: '1',
        ...(dialogs === 'answered' && { BONAFIDE_TEST_DIALOGS: join(folder, 'dialogs') }),
      },
    });
    try {
      await listening(port);
      const capabilities = new Capabilities(new Map(Object.entries({ 'webkitgtk:browserOptions': { binary: PROGRAM, args: [] } })));
      const session = Driver.createSession(new Executor(new HttpClient(`http://127.0.0.1:${port}`)), capabilities);
      await session.getSession();
      const window = new Window(session, driver, folder, home !== undefined);
      await window.find('h1');
      return window;
    } catch (reason) {
      end(driver);
      throw reason;
    }
  }

  /** Closes the program; its home goes too, unless it was given or another run goes on with it. */
  async close(goesOn = false): Promise<void> {
    await this.driver.quit().catch(() => undefined);
    end(this.process);
    if (!this.keepsHome && !goesOn) rmSync(this.home, { recursive: true, force: true });
  }

  /** What the next native dialog is answered with; nothing closes it. */
  answer(...paths: string[]): void {
    writeFileSync(join(this.home, 'dialogs'), paths.join('\n'));
  }

  /** The first element of a selector, once it is there and seen. */
  async find(css: string): Promise<WebElement> {
    const found = await this.driver.wait(until.elementLocated(By.css(css)), PATIENCE, `nothing matches ${css}`);
    return this.driver.wait(until.elementIsVisible(found), PATIENCE, `${css} is not seen`);
  }

  /** The button or link whose words begin so, once it is there. */
  async named(words: string, within = 'body'): Promise<WebElement> {
    const script = `
      const within = document.querySelector(arguments[1]);
      if (!within) return null;
      const isSeen = (element) => element.getClientRects().length > 0;
      const name = (element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/[\\u2068\\u2069]/g, '').trim();
      const all = [...within.querySelectorAll('button, a, [role=button], [role=option], [role=menuitem], [role=tab], [role=radio], label, summary')];
      return all.find((element) => isSeen(element) && name(element).startsWith(arguments[0])) ?? null;`;
    return this.driver.wait(
      async () => (await this.driver.executeScript<WebElement | null>(script, words, within)) ?? false,
      PATIENCE,
      `nothing to press begins with “${words}”`,
    ) as Promise<WebElement>;
  }

  /** Presses what is called so. */
  async press(words: string, within?: string): Promise<void> {
    await this.retry(async () => (await this.named(words, within)).click());
  }

  /** Presses keys, as a hand would: no element is named. */
  async keys(...keys: string[]): Promise<void> {
    await this.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  /** Goes on by the tabulator until what has the keyboard is called so. */
  async tabTo(words: string): Promise<void> {
    const named = `
      const one = document.activeElement;
      const label = one.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? one.textContent ?? '';
      return label.replace(/[\\u2066-\\u2069]/g, '').trim();`;
    const passed: string[] = [];
    // Twice around, as a screen may still be on its way.
    for (let tabs = 0; tabs < 160; tabs += 1) {
      const name = await this.driver.executeScript<string>(named);
      if (name.startsWith(words)) return;
      passed.push(name.slice(0, 30));
      await this.keys(Key.TAB);
    }
    throw new Error(`the tabulator never comes to “${words}”, but to ${[...new Set(passed)].join(' · ')}`);
  }

  /** Presses a key while another is held. */
  async held(first: string, then: string): Promise<void> {
    await this.driver.actions().keyDown(first).sendKeys(then).keyUp(first).perform();
  }

  /** Writes into a field that stands under a label. */
  async write(label: string, words: string): Promise<void> {
    const field = await this.field(label);
    await field.clear();
    await field.sendKeys(words);
  }

  /** Puts the cursor into a field that stands under a label. */
  async into(label: string): Promise<void> {
    await (await this.field(label)).click();
  }

  private async field(label: string): Promise<WebElement> {
    return (await this.driver.wait(
      async () =>
        (await this.driver.executeScript<WebElement | null>(
          `const label = [...document.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(arguments[0]));
           const field = label && (label.control ?? label.querySelector('input, textarea'));
           return field ?? document.querySelector('[aria-label="' + CSS.escape(arguments[0]) + '"]');`,
          label,
        )) ?? false,
      PATIENCE,
      `no field is called “${label}”`,
    )) as WebElement;
  }

  /** Chooses one of a few by its words. */
  async choose(label: string, words: string): Promise<void> {
    const chosen = await this.driver.wait(
      async () =>
        this.driver.executeScript<boolean>(
          `const label = [...document.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(arguments[0]));
           const select = label?.control;
           const option = select && [...select.options].find((one) => one.textContent.trim() === arguments[1]);
           if (!option) return false;
           select.value = option.value;
           select.dispatchEvent(new Event('change', { bubbles: true }));
           return true;`,
          label,
          words,
        ),
      PATIENCE,
      `“${label}” has no “${words}”`,
    );
    if (!chosen) throw new Error(`“${label}” has no “${words}”`);
  }

  /** Waits until the page says something. */
  async says(words: string | RegExp, css = 'body'): Promise<string> {
    const matches = (said: string) => (typeof words === 'string' ? said.includes(words) : words.test(said));
    let said = '';
    await this.driver.wait(
      async () => {
        said = await this.text(css);
        return matches(said);
      },
      PATIENCE,
      () => `${css} does not say ${words}, but “${said.slice(0, 200)}”`,
    );
    return said;
  }

  /** What an element says now, with every run of space as one. */
  async text(css: string): Promise<string> {
    const said = await this.driver.executeScript<string>(`return document.querySelector(arguments[0])?.innerText ?? ''`, css);
    return said.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
  }

  /** Drops files on the window, the same way that a hand's drop takes. */
  async drop(...paths: string[]): Promise<void> {
    const asked = new URLSearchParams(paths.map((path) => ['path', path]));
    await this.driver.executeScript(`location.href = 'bonafide-test:drop?' + arguments[0]`, String(asked));
  }

  /** Asks the program directly, as a page would. */
  async ask<T>(command: string, payload: Record<string, unknown> = {}): Promise<T> {
    return this.driver.executeAsyncScript<T>(
      `const done = arguments[arguments.length - 1];
       window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]).then(done, (reason) => done({ refused: reason }));`,
      command,
      payload,
    );
  }

  /** A picture of the page, kept where BONAFIDE_PICTURES says. */
  async picture(name: string): Promise<void> {
    const folder = process.env.BONAFIDE_PICTURES;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    // The driver takes none of a page that is drawn without layers: the display does, through ImageMagick.
    const { status } = spawnSync('import', ['-window', 'root', join(folder, `${name}.png`)], { timeout: 15_000 });
    if (status !== 0) throw new Error('pictures are taken by ImageMagick: install it, or leave out BONAFIDE_PICTURES');
  }

  private async retry(step: () => Promise<void>): Promise<void> {
    // An element may be drawn anew between finding and pressing it, or another may still lie over it.
    const until = Date.now() + PATIENCE / 2;
    for (;;) {
      try {
        return await step();
      } catch (reason) {
        const passes = reason instanceof Error && /stale|intercept|interactable/i.test(`${reason.name} ${reason.message}`);
        if (!passes || Date.now() > until) throw reason;
        await new Promise((later) => setTimeout(later, 150));
      }
    }
  }
}

function end(process: ChildProcess): void {
  try {
    if (process.pid) globalThis.process.kill(-process.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}

async function listening(port: number): Promise<void> {
  for (let tries = 100; tries > 0; tries -= 1) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return;
    } catch {
      await new Promise((later) => setTimeout(later, 100));
    }
  }
  throw new Error('WebKitWebDriver does not answer');
}
