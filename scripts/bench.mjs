// `npm run bench`: what Parvis takes, in medians, beside the bar it wants to hold. Each file of
// test/bench/ prints one JSON object { name: value }; starts are timed here.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ensureBuild,
  ensureDependencies,
  environment,
  node24,
  project,
  say,
} from './lib/bootstrap.mjs';

ensureDependencies();
ensureBuild();

const wanted = process.argv.slice(2);
const results = {};

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Milliseconds from `npm start`'s own script to the first page, on the data folder given. */
async function timeStart(folder) {
  const port = await freePort();
  const began = performance.now();
  const server = spawn(process.execPath, [join(project, 'scripts/start.mjs')], {
    env: { ...process.env, PARVIS_DONNEES: folder, PORT: String(port) },
    stdio: 'ignore',
  });
  const deadline = began + 60_000;
  let answered = false;
  while (!answered && performance.now() < deadline) {
    answered = await fetch(`http://127.0.0.1:${port}/`).then(
      (page) => page.ok,
      () => false,
    );
    if (!answered) await new Promise((done) => setTimeout(done, 20));
  }
  const took = Math.round(performance.now() - began);
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGINT');
  await ended;
  return answered ? took : null;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function benchStarts() {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-bench-'));
  const cold = await timeStart(folder);
  const warm = [];
  for (let i = 0; i < 3; i += 1) warm.push(await timeStart(folder));
  rmSync(folder, { recursive: true, force: true });
  return { 'start.newDataMs': cold, 'start.secondMs': median(warm) };
}

const files = readdirSync(join(project, 'test/bench')).filter((file) => file.endsWith('.ts'));
for (const file of files) {
  const name = file.replace('.ts', '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(`… ${name}`);
  const run = spawnSync(node24(), [join(project, 'test/bench', file)], {
    env: environment({ NODE_ENV: 'production' }),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 300_000,
  });
  if (run.status !== 0) results[name] = 'failed';
  else {
    for (const [key, value] of Object.entries(JSON.parse(run.stdout)))
      results[`${name}.${key}`] = value;
  }
}
if (wanted.length === 0 || wanted.includes('start')) {
  say('… start');
  Object.assign(results, await benchStarts());
}

const width = Math.max(...Object.keys(results).map((key) => key.length));
for (const [key, value] of Object.entries(results)) {
  process.stdout.write(
    `${key.padEnd(width)}  ${typeof value === 'number' ? Math.round(value * 100) / 100 : JSON.stringify(value)}\n`,
  );
}
process.exitCode = Object.values(results).includes('failed') ? 1 : 0;
