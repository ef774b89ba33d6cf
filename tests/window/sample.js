// Waits for the sentence of the case that the program was started with.
steps.walk(async () => {
  await steps.says(/You can vouch for [\d,]+ of [\d,]+ people/, 'h1');
  steps.note();
});
