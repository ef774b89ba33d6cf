// The whole journey without a driver: what the network proof looks at. The exports come from the task that starts it.
steps.walk(async () => {
  const { choose, create, drop, heading, invoke, key, note, press, says, until, write } = steps;
  const PASSPHRASE = 'copper lantern walks seven hills';

  await create('Norrsken', PASSPHRASE);
  await press('I have written it down', '[role=dialog]');
  await press('Go on', '[role=dialog]');
  await says(/Norrsken Kaffe AB/, 'header');
  await invoke('set_case_facts', { facts: { name: 'Norrsken', controller: 'Norrsken Kaffe AB', home: null, today: '2026-11-01' } });
  drop(globalThis.EXPORTS);
  await says(/In “Samtyckesdatum”, which number is the day\?/, 'main');
  note();
  await press('Day first');
  await press('Use this order');
  await until('the last answer', () => !/answer missing/.test(document.querySelector('main').innerText));
  await press('Join people');
  await says(/You can vouch for 0 of 1,249 people/, 'h1');
  note();

  await press('Proof', 'main');
  await says(/provable/, 'h1');
  note();
  await press('Hosted Signup Form', 'main');
  // What the exports say of the form is filled in first.
  await until('what the form begins with', () => [...document.querySelectorAll('main form input')].some((one) => one.value === 'newsletter'));
  await write('The text, word for word', 'Ja, jag vill få nyhetsbrev från Norrsken Kaffe AB.');
  await write('Shown since', '2019-03-01');
  await choose('What people did', 'Ticked a box');
  await write('Who says so', 'Saga Lind, marketing');
  await press('See what changes');
  await says(/What it would change/, 'main');
  await press('Save the answer');
  await press('Findings', 'main');
  await says(/You can vouch for 335 of 1,249 people/, 'h1');
  note();

  await press('20 people said no in Mailchimp and are still a yes in HubSpot');
  await says(/^20 /, 'h1');
  key('Enter');
  await says(/Said no in Mailchimp/, 'main');
  await press('Stop', 'footer');
  await write('Your name', 'Elin Öberg');
  await write('Reason', 'Asked at the till not to be written to');
  await press('Decide', '[role=dialog]');
  await says(/Elin Öberg/, 'main');
  note();
  await press('Undo', 'footer');

  await press('Plan', 'nav');
  await until('Plan', () => /Keep/.test(heading()));
  note();
  await press('Export lists');
  await press('Choose a file', '[role=dialog]');
  await says(/277/, '[role=dialog] table');
  await press('Done', '[role=dialog]');

  key('l', { ctrlKey: true });
  await says(/Nothing of it is in this window/);
  await write('Passphrase', PASSPHRASE);
  await press('Unlock');
  await until('Plan', () => /Keep/.test(heading()));

  // Not the self-test: it tries what must not work, and would be seen.
  for (const screen of ['Sources', 'People', 'Campaigns', 'Report', 'Journal', 'Settings', 'Findings']) {
    const before = heading();
    await press(screen, 'nav');
    await until(screen, () => heading() !== before && !/^$|one moment|counting/i.test(heading()));
    note();
  }
});
