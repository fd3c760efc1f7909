// The checks that are not test suites: types (whole, then pure), lint, format.
import { spawnSync } from 'node:child_process';
import { environment, project } from './bootstrap.mjs';

const CHECKS = [
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['types of the pure folders', 'tsc', ['-p', 'tsconfig.pure.json']],
  ['lint', 'oxlint', ['--type-aware']],
  ['format', 'biome', ['format', '.']],
];

/** Runs each check and prints what fails; returns how many passed and failed. */
export function runChecks() {
  const tally = { passed: 0, failed: 0 };
  for (const [name, tool, args] of CHECKS) {
    const run = spawnSync(`${project}/node_modules/.bin/${tool}`, args, {
      cwd: project,
      env: environment(),
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    const passed = run.status === 0;
    tally[passed ? 'passed' : 'failed'] += 1;
    process.stdout.write(`${passed ? '✓' : '✗'} ${name}\n`);
    if (!passed) process.stdout.write(`${run.stdout}${run.stderr}\n`);
  }
  return tally;
}
