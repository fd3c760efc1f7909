#!/usr/bin/env node
// `npx parvis …`: the command line. Installs on first use, then hands over to Node 24.
import { ensureDependencies, project, runForeground } from '../scripts/lib/bootstrap.mjs';

ensureDependencies();
process.exitCode = await runForeground([`${project}/src/main.ts`, ...process.argv.slice(2)], {
  NODE_ENV: 'production',
});
