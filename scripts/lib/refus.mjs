// docs/refus.md: every refusal, with the sentence people read, made from sample values.
import { REFUS_EN_CLAIR } from '#conseil/refus/refus-en-clair.ts';

/** A value for any field of a refusal: words in ‹ ›, except where a sentence needs a real one. */
const SAMPLES = {
  le: '2022-10-14',
  jour: '2022-10-14',
  seance: '2022-10-14',
  fait: 'AffaireMiseEnDiscussion',
  cause: { code: 'seance-inexistante' },
};
const STATES = { 'hors-de-propos': 'levee', 'affaire-hors-de-propos': 'adoptee' };

const sample = (code) =>
  new Proxy(
    {},
    {
      get: (_, field) =>
        field === 'etat'
          ? STATES[code]
          : (SAMPLES[field] ?? (typeof field === 'string' ? `‹${field}›` : undefined)),
    },
  );

/** The whole page. */
export const refus = () =>
  [
    '# Les refus',
    '',
    'Page produite par `npm run docs` à partir du code : ne pas la modifier à la main.',
    'Une commande n’est refusée que si elle est impossible. Ce qui est seulement irrégulier est inscrit,',
    'et le droit le constate. Chaque refus dit ce qui se passe, pourquoi, et que faire. Rien n’est perdu.',
    '',
    '| code | phrase |',
    '| --- | --- |',
    ...Object.entries(REFUS_EN_CLAIR)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, say]) => `| \`${code}\` | ${say(sample(code)).replaceAll('|', '\\|')} |`),
    '',
  ].join('\n');
