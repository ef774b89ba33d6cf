// Notes the size of the page; waits for another before, if one is named.
steps.walk(async () => {
  const { WIDTH } = globalThis;
  if (WIDTH) await steps.until('another size', () => innerWidth === WIDTH);
  else await steps.later(2000);
  steps.note(`${innerWidth} x ${innerHeight}`);
});
