// `npm test`: types, lint, format, borders, tidy and every suite, on a fresh machine, ending with
// one line « N passed, N failed ».
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, ensureDependencies, environment, project } from './lib/bootstrap.mjs';
import { runChecks } from './lib/checks.mjs';
import { ensureChromium } from './lib/chromium.mjs';

ensureDependencies();
const tally = { passed: 0, failed: 0, skipped: 0 };
const count = ({ passed, failed, skipped = 0 }) => {
  tally.passed += passed;
  tally.failed += failed;
  tally.skipped += skipped;
};

count(runChecks());
ensureBuild();
const chromium = ensureChromium();

const SUITES = [
  ['law, scenarios, contracts, walks, documents', 'vitest.config.ts'],
  ['crash', 'test/crash/vitest.config.ts'],
  ['browser and accessibility', 'test/browser/vitest.config.ts'],
];
const reports = mkdtempSync(join(tmpdir(), 'parvis-test-'));

/** Runs one vitest suite; a runner that dies without a report is one failure. */
function runSuite([name, config], index) {
  process.stdout.write(`\n— ${name}\n`);
  const report = join(reports, `${index}.json`);
  const run = spawnSync(
    `${project}/node_modules/.bin/vitest`,
    ['run', '--config', config, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    {
      cwd: project,
      env: environment({
        ...(chromium === null ? {} : { PARVIS_CHROMIUM: chromium }),
        ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
      }),
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const failed = result.numFailedTests;
  return {
    passed: result.numPassedTests,
    // A file that fails to load, or an error outside a test, fails the run without a failed test.
    failed: failed === 0 && run.status !== 0 ? 1 : failed,
    skipped: result.numPendingTests,
  };
}

for (const [index, suite] of SUITES.entries()) count(runSuite(suite, index));
rmSync(reports, { recursive: true, force: true });

if (tally.skipped > 0)
  process.stdout.write(`\n${tally.skipped} skipped: what they need is absent, each says what.\n`);
process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`);
process.exitCode = tally.failed === 0 ? 0 : 1;
