// A walk through the window without a driver, and so without any socket but the program's own: what the network proof
// looks at. Run in the page once it is loaded; ends the program with a report of the headings it saw.
(async () => {
  const seen = [];
  const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const heading = () => (document.querySelector('h1')?.innerText ?? '').replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
  const until = async (what, holds) => {
    for (let tries = 0; tries < 1200; tries += 1) {
      const found = holds();
      if (found) return found;
      const trouble = document.querySelector('[role=alertdialog], [role=dialog] .trouble');
      if (trouble) throw new Error(trouble.innerText);
      await later(100);
    }
    throw new Error(`${what} did not come; the heading says “${heading()}”`);
  };
  const press = async (words, within = 'body') => {
    const button = await until(words, () =>
      [...document.querySelectorAll(`${within} :is(button, a, [role=radio], [role=tab])`)].find((one) =>
        (one.getAttribute('aria-label') ?? one.textContent).replace(/[\u2066-\u2069]/g, '').trim().startsWith(words),
      ),
    );
    button.click();
  };
  const end = (report) => window.__TAURI_INTERNALS__.invoke('test_end', { report });
  try {
    await press('See the sample audit');
    await until('the sentence', () => /You can vouch for \d+ of 1,249 people/.test(heading()));
    seen.push(heading());
    for (const screen of ['Sources', 'People', 'Plan', 'Campaigns', 'Report', 'Journal', 'Settings', 'Findings']) {
      const before = heading();
      await press(screen, 'nav');
      await until(screen, () => heading() && heading() !== before);
      seen.push(heading());
    }
    await press('Proof', 'main');
    await until('Proof', () => /provable/.test(heading()));
    seen.push(heading());
    // Not the self-test: it tries what must not work, and would be seen.
    await later(500);
    await end(`walked\n${seen.join('\n')}\n`);
  } catch (reason) {
    await end(`stopped: ${reason.message}\n${seen.join('\n')}\n`);
  }
})();
