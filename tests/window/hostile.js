// Hostile cells in clear on every screen, without a driver: what the network proof looks at. The list comes from the task.
steps.walk(async () => {
  const { drop, heading, invoke, key, note, press, says, until } = steps;

  await invoke('quick_look', { request: { name: '<img src=https://name.invalid/>', controller: '<script src=https://name.invalid/></script>', home: null, today: '2026-11-01' } });
  drop(globalThis.EXPORTS);
  await says(/rows, from 1 list/, 'h1');
  key('m');
  await says(/img\.invalid/, 'main');
  note();
  await press('Show rows', 'main');
  await says(/img\.invalid/, '[role=dialog]');
  await press('Close', '[role=dialog]');
  await press('Join people');
  await says(/You can vouch for/, 'h1');
  note();
  await press('People', 'nav');
  await says(/row\d{4}@example\.org/, 'main');
  for (let row = 0; row < 30; row += 1) {
    document.activeElement?.blur();
    key('ArrowDown');
    key('Enter');
    await says(/\brow \d+/, 'main');
  }
  note();
  for (const screen of ['Plan', 'Settings', 'Journal', 'Sources', 'Findings']) {
    const before = heading();
    await press(screen, 'nav');
    await until(screen, () => heading() !== before && !/^$|one moment|counting/i.test(heading()));
    note();
  }
});
