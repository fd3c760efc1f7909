// `npm start`: everything from nothing to the pages of Aix in the browser.
import { ensureBuild, ensureDependencies, project, runForeground } from './lib/bootstrap.mjs';

ensureDependencies();
ensureBuild();
process.exitCode = await runForeground(
  [`${project}/src/main.ts`, 'servir', ...process.argv.slice(2)],
  {
    NODE_ENV: 'production',
  },
);
