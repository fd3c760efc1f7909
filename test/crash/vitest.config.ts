import { defineConfig } from 'vitest/config';

/** The crash rounds run alone: `vitest run --config test/crash/vitest.config.ts`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/crash/**/*.test.ts'],
    hookTimeout: 60_000,
    bail: 1,
  },
});
