// The checks that are not test suites: types (whole, then pure), lint, format.
import { spawnSync } from 'node:child_process';
import { environment, node24, project } from './bootstrap.mjs';

const CHECKS = [
  { name: 'types', tool: 'tsc', args: ['-p', 'tsconfig.json'] },
  { name: 'types of the pure folders', tool: 'tsc', args: ['-p', 'tsconfig.pure.json'] },
  { name: 'lint', tool: 'oxlint', args: ['--type-aware'] },
  { name: 'format', tool: 'biome', args: ['format', '.'] },
  { name: 'generated pages', tool: 'node', args: ['scripts/lib/pages.mjs', '--check'] },
];

/** Runs each check and prints what fails; returns how many passed and failed. */
export function runChecks() {
  const tally = { passed: 0, failed: 0 };
  for (const { name, tool, args } of CHECKS) {
    const program = tool === 'node' ? node24() : `${project}/node_modules/.bin/${tool}`;
    const run = spawnSync(program, args, {
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
