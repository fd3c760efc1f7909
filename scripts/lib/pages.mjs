// Writes the generated pages, or with `--check` compares them to what is committed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FICHES } from '#droit/regles.ts';
import { COMPLEMENTS } from '#droit/catalogue/complements.ts';
import { FICHES_DES_MOTS } from '#droit/mots/regles.ts';
import { pageDuFormat } from '#formats/seance/page/page.ts';
import { schemaDeSeance } from '#formats/seance/schema-json.ts';
import { project } from './bootstrap.mjs';
import { conformite } from './conformite.mjs';
import { refus } from './refus.mjs';

const PAGES = {
  'docs/conformite.md': () => conformite([...FICHES, ...COMPLEMENTS, ...FICHES_DES_MOTS], project),
  'docs/refus.md': refus,
  'docs/formats/seance.md': pageDuFormat,
  'docs/formats/seance.schema.json': () => `${JSON.stringify(schemaDeSeance(), null, 2)}\n`,
};

const checkOnly = process.argv.includes('--check');
const stale = [];
for (const [page, write] of Object.entries(PAGES)) {
  const path = join(project, page);
  const text = write();
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (checkOnly) stale.push(page);
  else writeFileSync(path, text);
}
if (stale.length > 0) {
  process.stderr.write(`Not what the code says: ${stale.join(', ')}. Run « npm run docs ».\n`);
  process.exitCode = 1;
}
