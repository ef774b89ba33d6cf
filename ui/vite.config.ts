import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// `vite build` makes the window's pages; `--mode browser` the same pages over recorded data, for tests and pictures.
export default defineConfig(({ mode }) => ({
  plugins: [svelte(), svelteTesting()],
  define: { __RECORDED__: JSON.stringify(mode === 'browser') },
  build: {
    outDir: mode === 'browser' ? 'dist-browser' : 'dist',
    emptyOutDir: true,
    target: 'safari16',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  server: { fs: { allow: ['..'] } },
  test: { environment: 'happy-dom', include: ['tests/unit/**/*.test.ts'] },
}));
