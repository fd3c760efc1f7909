// Finds a Chromium for the browser suite, or installs Debian's where this is allowed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './bootstrap.mjs';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const find = () => [process.env.PARVIS_CHROMIUM, ...USUAL].find((path) => path && existsSync(path));

/** The path of a Chromium, or null after saying which command installs one. */
export function ensureChromium() {
  const found = find();
  if (found !== undefined) return found;
  const root = process.getuid?.() === 0;
  if (root && existsSync('/usr/bin/apt-get')) {
    say('Installation de Chromium pour les essais dans le navigateur…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { env, stdio: 'ignore' });
    const installed = find();
    if (installed !== undefined) return installed;
  }
  say(
    'Il manque Chromium pour les essais dans le navigateur. Lancez : sudo apt-get install chromium ' +
      '(ou donnez son chemin dans PARVIS_CHROMIUM), puis recommencez.',
  );
  return null;
}
