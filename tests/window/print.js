// Creates a case and prints its recovery key. Without a driver: a page that is driven does not print.
steps.walk(async () => {
  await steps.create('Printed', 'copper lantern walks seven hills');
  await steps.press('Print', '[role=dialog]');
  await steps.until('never', () => false);
});
