import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One browser and one server at a time: two cores are shared.
    fileParallelism: false,
    env: { NODE_ENV: 'production' },
  },
});
