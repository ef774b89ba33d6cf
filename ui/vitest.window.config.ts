// The real window: `cargo xtask test` builds the program and starts these.
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const ours = (name: string) => resolve(import.meta.dirname, 'node_modules', name);

export default defineConfig({
  root: resolve(import.meta.dirname, '../tests/window'),
  resolve: { alias: { 'selenium-webdriver': ours('selenium-webdriver'), vitest: ours('vitest') } },
  test: { environment: 'node', include: [process.env.BONAFIDE_LARGE_CASE ? '**/*.measure.ts' : '**/*.test.ts'], testTimeout: 240_000, hookTimeout: 120_000, fileParallelism: false },
});
