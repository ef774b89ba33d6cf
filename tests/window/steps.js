// What a walk does in a person's place, in the page itself: no driver, and so no socket but the program's own.
// A walk is `steps.walk(async () => { … })`; the program ends with its report of what was seen.
globalThis.steps = (() => {
  const seen = [];
  const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const plain = (words) => (words ?? '').replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
  const heading = () => plain(document.querySelector('h1')?.innerText);
  /** Asks the program for what a debug build does for tests. */
  const hook = (what, words) => {
    location.href = `bonafide-test:${what}?${new URLSearchParams(words)}`;
  };
  /** Drops files, the same way that a hand's drop takes. */
  const drop = (paths) => hook('drop', paths.map((path) => ['path', path]));
  const invoke = (command, payload) => window.__TAURI_INTERNALS__.invoke(command, payload);

  async function until(what, holds) {
    for (let tries = 0; tries < 1200; tries += 1) {
      const found = holds();
      if (found) return found;
      const trouble = document.querySelector('[role=alertdialog], [role=dialog] .trouble');
      if (trouble) throw new Error(trouble.innerText);
      await later(100);
    }
    throw new Error(`${what} did not come; the heading says “${heading()}”`);
  }

  /** Waits until a part of the page says something. */
  const says = (words, within = 'body') => until(words, () => plain(document.querySelector(within)?.innerText).match(words));

  /** Presses what is called so, once it can be pressed. */
  async function press(words, within = 'body') {
    const button = await until(words, () =>
      [...document.querySelectorAll(`${within} :is(button, a, label, [role=radio], [role=tab])`)].find(
        (one) => !one.disabled && one.getClientRects().length > 0 && plain(one.getAttribute('aria-label') ?? one.textContent).startsWith(words),
      ),
    );
    button.click();
  }

  const labelled = (label) =>
    until(label, () => {
      const found = [...document.querySelectorAll('label')].find((one) => plain(one.textContent).startsWith(label));
      return found && (found.control ?? found.querySelector('input, textarea'));
    });

  /** Writes into a field, as keys would. */
  async function write(label, words) {
    const field = await labelled(label);
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Chooses one of a few by its words. */
  async function choose(label, words) {
    const select = await labelled(label);
    select.value = (await until(words, () => [...select.options].find((one) => plain(one.textContent) === words))).value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Presses keys, with Control held where it is asked for. */
  function key(name, { ctrlKey = false } = {}) {
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key: name, ctrlKey, bubbles: true, cancelable: true }));
  }

  /** Keeps something for the report: the heading, if nothing else is named. */
  const note = (words = heading()) => seen.push(words);

  /** Creates a case with a passphrase, up to the sheet that shows its recovery key. */
  async function create(name, passphrase) {
    await press('Audit my lists');
    await write('Name of the case', name);
    await write('Controller', 'Norrsken Kaffe AB');
    await write('Passphrase', passphrase);
    await write('The same again', passphrase);
    await press('Choose where to keep it', '[role=dialog]');
    await until('the recovery key', () => document.querySelector('[role=dialog] .key'));
  }

  async function walk(way) {
    const end = (report) => hook('end', [['report', `${report}\n${seen.join('\n')}\n`]]);
    try {
      await way();
      await later(500);
      end('walked');
    } catch (reason) {
      end(`stopped: ${reason.message}`);
    }
  }

  return { choose, create, drop, heading, invoke, key, later, note, press, says, until, walk, write };
})();
