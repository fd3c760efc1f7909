// `npm run docs`: rewrites what is generated from the code. `--check` changes nothing and fails when
// a committed page is not what the code says.
import { spawnSync } from 'node:child_process';
import { ensureDependencies, environment, node24, project } from './lib/bootstrap.mjs';

ensureDependencies();
const run = spawnSync(node24(), [`${project}/scripts/lib/pages.mjs`, ...process.argv.slice(2)], {
  cwd: project,
  env: environment(),
  stdio: 'inherit',
});
process.exitCode = run.status ?? 1;
