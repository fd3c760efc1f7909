import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';

const USUELS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is; throws the sentence that says how to get it. */
function trouverChromium(): string {
  const dit = process.env.PARVIS_CHROMIUM;
  const trouve = dit ?? USUELS.find((chemin) => existsSync(chemin));
  if (trouve === undefined || !existsSync(trouve)) {
    throw new Error(
      'Chromium est introuvable. Lancez « apt-get install chromium », ou donnez son chemin dans PARVIS_CHROMIUM.',
    );
  }
  return trouve;
}

/** Where the machine names no language, Chromium would drop the accents of a file's name. */
export const ouvrirLeNavigateur = (): Promise<Browser> =>
  chromium.launch({
    executablePath: trouverChromium(),
    headless: true,
    args: OPTIONS,
    env: { ...definies(process.env), LC_ALL: 'C.UTF-8' },
  });

const definies = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([nom, valeur]) => (valeur === undefined ? [] : [[nom, valeur]])),
  );

export type Vue = {
  readonly largeur?: number;
  readonly hauteur?: number;
  readonly echelle?: number;
  readonly theme?: 'light' | 'dark';
  readonly javaScript?: boolean;
};

export type Visite = {
  readonly contexte: BrowserContext;
  readonly page: Page;
  /** What the console said, and every address asked for. */
  readonly console: readonly string[];
  readonly adresses: readonly string[];
};

/** Opens a page in a fresh context: nothing in cache, nothing remembered. */
export async function visiter(
  navigateur: Browser,
  adresse: string,
  vue: Vue = {},
): Promise<Visite> {
  const contexte = await navigateur.newContext({
    viewport: { width: vue.largeur ?? 1280, height: vue.hauteur ?? 900 },
    deviceScaleFactor: vue.echelle ?? 1,
    colorScheme: vue.theme ?? 'light',
    javaScriptEnabled: vue.javaScript ?? true,
    locale: 'fr-FR',
  });
  const page = await contexte.newPage();
  const dit: string[] = [];
  const adresses: string[] = [];
  page.on('console', (message) => dit.push(`${message.type()} ${message.text()}`));
  page.on('pageerror', (erreur) => dit.push(`erreur ${erreur.message}`));
  page.on('request', (requete) => adresses.push(requete.url()));
  await page.goto(adresse, { waitUntil: 'networkidle' });
  return { contexte, page, console: dit, adresses };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, one line a fault: rule, where, why. */
export async function examiner(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, which the page's own policy does not bind.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: {
          run: (
            ou: Document,
            quoi: object,
          ) => Promise<{
            violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
          }>;
        };
      }
    ).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((n) => `${id} ${n.target.join(' ')} ${n.failureSummary}`),
    );
  });
}
