// `npm run check`: what must hold before a commit, in a few seconds: types ×2, lint, format,
// borders, tidy.
import { spawnSync } from 'node:child_process';
import { ensureDependencies, environment, project } from './lib/bootstrap.mjs';
import { runChecks } from './lib/checks.mjs';

ensureDependencies();
const { failed } = runChecks();
const suites = spawnSync(
  `${project}/node_modules/.bin/vitest`,
  ['run', 'test/borders.test.ts', 'test/tidy.test.ts'],
  { cwd: project, env: environment(), stdio: 'inherit' },
);
process.exitCode = failed > 0 || suites.status !== 0 ? 1 : 0;
