import { defineConfig } from 'vitest/config';

// The built pages over recorded data in headless Chromium: `npm run screens`, `UPDATE=1` writes the pictures anew,
// `-- -t people` looks at one screen alone.
export default defineConfig({
  test: { environment: 'node', include: ['tests/screens/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000, fileParallelism: false },
});
