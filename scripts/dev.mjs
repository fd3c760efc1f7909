// `npm run dev`: the server, restarted and rebuilt when a source changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import {
  ensureBuild,
  ensureDependencies,
  environment,
  node24,
  project,
  say,
} from './lib/bootstrap.mjs';

ensureDependencies();

let server = null;
const launch = () => {
  ensureBuild({ quiet: false });
  server = spawn(node24(), [`${project}/src/main.ts`, 'servir'], {
    stdio: 'inherit',
    env: environment({ NODE_ENV: 'production' }),
  });
};

let pending = null;
watch(`${project}/src`, { recursive: true }, () => {
  clearTimeout(pending);
  pending = setTimeout(() => {
    say('Une source a changé : redémarrage.');
    server.once('exit', launch);
    server.kill('SIGINT');
  }, 300);
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server?.once('exit', () => process.exit(0));
    server?.kill(signal);
  });
}
launch();
