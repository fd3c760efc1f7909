import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/crash/**', 'node_modules/**'],
    // Against a test that hangs, not a slow machine: the longest takes 2 s when it is alone.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A test's record lies beside it, as the test lies beside its source.
    resolveSnapshotPath: (test, extension) => `${test}${extension}`,
  },
});
