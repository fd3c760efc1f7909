import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import type { Imprime, Imprimeur, RefusDImprimer } from '#app/ports/imprimeur.ts';
import type { Result } from '#base/result.ts';
import type { DocumentImprime } from '#formats/document/document.ts';
import {
  acteDeDeuxPages,
  document,
  listeDeNoms,
  membres,
  nom,
  paragraphe,
  rapportLong,
  sieges,
  t,
} from '../../../test/harness/documents.ts';
import { ouvrirImprimeur } from './imprimeur.ts';

const imprimeur = ouvrirImprimeur({ ouvriers: 2 });
afterAll(() => imprimeur.fermer());

const sha = (pdf: Uint8Array): string => createHash('sha256').update(pdf).digest('hex');

const reussi = (issue: Result<Imprime, RefusDImprimer>): Imprime => {
  if (!issue.ok) throw new Error(issue.error.phrases.join('\n'));
  return issue.value;
};
const phrases = (issue: Result<Imprime, RefusDImprimer>): readonly string[] =>
  issue.ok ? [] : issue.error.phrases;

const imprimer = async (d: DocumentImprime): Promise<Imprime> =>
  reussi(await imprimeur.imprimer(d));

type Page = { readonly lignes: readonly string[] };

/** The words of each page, line by line, as a reader or a search finds them. */
async function lire(pdf: Uint8Array): Promise<readonly Page[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const lu = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: Page[] = [];
  for (let i = 1; i <= lu.numPages; i += 1) {
    const { items } = await (await lu.getPage(i)).getTextContent();
    const texte = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''));
    pages.push({ lignes: texte.join('').split('\n') });
  }
  await lu.destroy();
  return pages;
}

const enUnTexte = (pages: readonly Page[]): string =>
  pages
    .flatMap((p) => p.lignes)
    .join(' ')
    .replace(/\s+/g, ' ');

const coupures = async (d: DocumentImprime): Promise<number> =>
  (await lire((await imprimer(d)).pdf))
    .flatMap((p) => p.lignes)
    .filter((l) => /\p{L}-\s*$/u.test(l)).length;

/** A printing house whose workers can be struck down. */
const fragile = (morts: number): { imprimeur: Imprimeur; demarres: () => number } => {
  let demarres = 0;
  const demarrer = (): Worker => {
    const ouvrier = new Worker(new URL('./ouvrier.ts', import.meta.url), { execArgv: [] });
    demarres += 1;
    if (demarres <= morts) setTimeout(() => void ouvrier.terminate(), 20);
    return ouvrier;
  };
  return { imprimeur: ouvrirImprimeur({ ouvriers: 1, demarrer }), demarres: () => demarres };
};

describe('Impression', () => {
  it('un texte hostile est imprimé tel quel, jamais exécuté', async () => {
    const hostile =
      '#read("/etc/passwd") #panic() $x$ <label> @ref *gras* _it_ `raw` \\ // {} [] ~ = - +';
    const d = document({
      titre: hostile,
      enTete: hostile,
      piedDePage: hostile,
      blocs: [
        { genre: 'titre', niveau: 1, texte: hostile },
        paragraphe(hostile, nom(hostile)),
        { genre: 'liste', ordonnee: true, elements: [[t(hostile)]] },
        {
          genre: 'tableau',
          legende: hostile,
          colonnes: [{ titre: hostile }],
          lignes: [[[t(hostile)]]],
        },
        { genre: 'paires', paires: [{ terme: hostile, valeur: [t(hostile)] }] },
        { genre: 'encadre', ton: 'attention', titre: hostile, blocs: [] },
        { genre: 'signatures', cadres: [{ qualite: hostile, nom: hostile, mention: hostile }] },
        { genre: 'hemicycle', description: '"/>&<svg>', sieges: sieges(3, () => 'pour') },
      ],
      pieces: [
        {
          nom: 'a.txt',
          mime: 'text/plain',
          description: '#panic()',
          contenu: new Uint8Array([0, 255]),
        },
      ],
    });
    const texte = enUnTexte(await lire((await imprimer(d)).pdf));
    expect(texte.split('#read("/etc/passwd")').length - 1).toBeGreaterThanOrEqual(13);
    expect(texte).toContain('#panic() $x$ <label> @ref *gras* _it_ `raw` \\ // {} [] ~ = - +');
    expect(texte).not.toContain('root:');
  });

  it.each([
    ['5 000 parenthèses', '('.repeat(5_000)],
    ['un mot de 50 000 lettres', 'a'.repeat(50_000)],
    ['un nom sans fin', `${'Marie-'.repeat(50)}Anne`],
    ['des accents empilés', `e${'\u0301'.repeat(500)}`],
    ['des marques de sens d’écriture', 'avant \u202e\u2066milieu\u2069\u202c après'],
  ])('%s s’impriment ou se refusent, sans rien casser', async (_, texte) => {
    const issue = await imprimeur.imprimer(document({ blocs: [paragraphe(texte, nom(texte))] }));
    expect(issue.ok || phrases(issue)[0]?.includes('U+0301')).toBe(true);
  });

  it('une adresse sans fin se replie dans la page, et se recopie entière', async () => {
    const adresse = `https://exemple.fr/${'deliberation-'.repeat(20)}fin`;
    const { pdf } = await imprimer(
      document({
        blocs: [
          paragraphe(adresse),
          {
            genre: 'tableau',
            legende: null,
            colonnes: [{ titre: 'A' }, { titre: 'B' }],
            lignes: [[[t(adresse)], [t('x')]]],
          },
        ],
      }),
    );
    const [page] = await lire(pdf);
    expect(page?.lignes.join('').split(adresse)).toHaveLength(3);
    expect(Math.max(...(page?.lignes ?? []).map((l) => l.length))).toBeLessThan(110);
  });

  it('un signe qu’aucune police ne dessine est refusé, tous les passages nommés à la fois', async () => {
    const issue = await imprimeur.imprimer(
      document({
        blocs: [
          paragraphe('Bienvenue dans la salle 漢 du conseil'),
          { genre: 'tableau', legende: null, colonnes: [{ titre: 'Avis 👍' }], lignes: [] },
          paragraphe('nul \u0000 et moitié \ud83d'),
        ],
      }),
    );
    expect(phrases(issue)).toHaveLength(4);
    expect(phrases(issue)[0]).toBe(
      'Le caractère « 漢 » (U+6F22) du passage « Bienvenue dans la salle 漢 du conseil » ne peut pas être imprimé : nos polices ne le dessinent pas. Remplacez-le par un mot ou un autre signe.',
    );
    expect(phrases(issue).join('\n')).toMatch(/👍.*U\+1F44D[\s\S]*U\+0000[\s\S]*U\+D83D/);
  });

  it('les signes courants de l’administration s’impriment tous', async () => {
    const signes =
      'ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ àâäçéèêëîïôöùûüÿœæ « » “ ” ’ – — … € § ° № ½ ² ³ ‰ × ÷ ± ≤ ≥ ≠ → ☐ ☑ ✓ • † ‡ α β π Ω µ ﬁ Ⅻ';
    const texte = enUnTexte(
      await lire((await imprimer(document({ blocs: [paragraphe(signes)] }))).pdf),
    );
    for (const signe of 'ÀŸŒœæ§½≤→☑✓πΩ') expect(texte).toContain(signe);
    expect(texte).toContain('fi XII');
  });

  it('un rapport de 40 pages garde tous ses chapitres, ses signets et ses numéros de page', async () => {
    const { pdf, pages } = await imprimer(rapportLong(60));
    expect(pages).toBeGreaterThanOrEqual(40);
    const lues = await lire(pdf);
    const texte = enUnTexte(lues);
    for (let i = 1; i <= 60; i += 1) expect(texte).toContain(`Chapitre ${i} `);
    lues.forEach((page, i) =>
      expect(page.lignes.join(' ')).toContain(`page ${i + 1} sur ${pages}`),
    );
  });

  it('un tableau de 200 lignes répète son en-tête à chaque page, et ne le dit qu’une fois', async () => {
    const { pdf, pages } = await imprimer(
      document({
        blocs: [
          {
            genre: 'tableau',
            legende: 'Subventions',
            colonnes: [
              { titre: 'Bénéficiaire', largeur: 3 },
              { titre: 'Montant', alignement: 'droite' },
            ],
            lignes: Array.from({ length: 200 }, (_, i) => [
              [t(`Association n° ${i + 1}`)],
              [t(`${i + 1} 000 €`)],
            ]),
          },
        ],
      }),
    );
    const lues = await lire(pdf);
    expect(pages).toBeGreaterThan(3);
    for (const page of lues) expect(page.lignes.join(' ')).toContain('Bénéficiaire');
    expect(enUnTexte(lues)).toContain('Association n° 200');
    const balises = Buffer.from(pdf)
      .toString('latin1')
      .match(/\/S \/THead/g);
    expect(balises).toHaveLength(1);
  });

  it('163 membres émargent, et l’hémicycle les compte', async () => {
    const noms = membres(163);
    const { pdf } = await imprimer(
      document({
        blocs: [
          {
            genre: 'tableau',
            legende: 'Feuille de présence',
            colonnes: [{ titre: 'Membre' }, { titre: 'Signature', largeur: 2 }],
            lignes: noms.map((n, i) => [[nom(`${i + 1} ${n}`)], []]),
          },
          {
            genre: 'hemicycle',
            description: '163 sièges',
            sieges: sieges(163, (i) => (i < 100 ? 'pour' : i < 150 ? 'contre' : 'absent')),
          },
        ],
      }),
    );
    const texte = enUnTexte(await lire(pdf));
    for (const [i, n] of noms.entries()) expect(texte).toContain(`${i + 1} ${n}`);
    expect(texte).toContain('100 pour');
    expect(texte).toContain('50 contre');
    expect(texte).toContain('13 absents');
  });

  it('un nom n’est jamais coupé en fin de ligne ; la même phrase sans cette marque l’est', async () => {
    const noms = membres(120);
    const marques = document({ blocs: [{ genre: 'paragraphe', ligne: listeDeNoms(noms) }] });
    const nus = document({ blocs: [paragraphe(`M. ${noms.join(', M. ')}`)] });
    expect(await coupures(nus)).toBeGreaterThan(0);
    expect(await coupures(marques)).toBe(0);
  });

  it.each(['1850-01-01', '1969-12-31', '2950-12-31'] as const)(
    'un document daté du %s porte cette date',
    async (le) => {
      const { pdf } = await imprimer(document({ date: le as DocumentImprime['date'] }));
      expect(Buffer.from(pdf).toString('latin1')).toContain(
        `CreationDate (D:${le.replaceAll('-', '')}`,
      );
    },
  );
});

describe('Mêmes faits, mêmes octets', () => {
  it('quel que soit l’ouvrier, et ce qu’il a imprimé avant', async () => {
    const actes = [1, 2, 3, 1, 2, 3, 1, 1].map((n) => imprimer(acteDeDeuxPages(n)));
    const sommes = (await Promise.all(actes)).map(({ pdf }) => sha(pdf));
    expect(new Set(sommes).size).toBe(3);
    expect(sommes[3]).toBe(sommes[0]);
    expect(sommes[7]).toBe(sommes[0]);
  });

  it('dans un autre processus aussi', async () => {
    const { pdf } = await imprimer(acteDeDeuxPages(7));
    const ici = new URL('.', import.meta.url).href;
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '-e',
      `const { ouvrirAtelier } = await import('${ici}atelier.ts');
       const { acteDeDeuxPages } = await import('${new URL('../../../test/harness/documents.ts', import.meta.url).href}');
       const { createHash } = await import('node:crypto');
       process.stdout.write(createHash('sha256').update(ouvrirAtelier().imprimer(acteDeDeuxPages(7)).pdf).digest('hex'));`,
    ]);
    expect(stdout).toBe(sha(pdf));
  });
});

describe('L’imprimerie', () => {
  it('remplace un ouvrier qui meurt, et imprime quand même', async () => {
    const maison = fragile(1);
    reussi(await maison.imprimeur.imprimer(acteDeDeuxPages(1)));
    expect(maison.demarres()).toBe(2);
    await maison.imprimeur.fermer();
  });

  it('renonce, en le disant, à un document qui tue deux ouvriers, et continue avec les autres', async () => {
    const maison = fragile(2);
    const [perdu, suivant] = await Promise.all([
      maison.imprimeur.imprimer(acteDeDeuxPages(1)),
      maison.imprimeur.imprimer(acteDeDeuxPages(2)),
    ]);
    expect(phrases(perdu)[0]).toMatch(
      /^L’impression de « Délibération DL\.2022-1 » s’est arrêtée en route/,
    );
    expect(suivant.ok).toBe(true);
    await maison.imprimeur.fermer();
  });

  it('arrête un document qui dépasse son délai', async () => {
    const maison = ouvrirImprimeur({ ouvriers: 1, delai: 5 });
    expect(phrases(await maison.imprimer(rapportLong(100)))[0]).toContain('s’est arrêtée en route');
    await maison.fermer();
  });

  it('ne laisse pas la file s’allonger sans fin', async () => {
    const maison = ouvrirImprimeur({ ouvriers: 1, attente: 1 });
    const [un, deux, trois] = await Promise.all(
      [1, 2, 3].map((n) => maison.imprimer(acteDeDeuxPages(n))),
    );
    expect([un?.ok, deux?.ok, trois?.ok]).toEqual([true, true, false]);
    expect(trois === undefined ? [] : phrases(trois)).toEqual([
      'Trop de documents attendent l’impression (1) : « Délibération DL.2022-3 » n’a pas été pris. Redemandez-le dans quelques minutes.',
    ]);
    await maison.fermer();
  });

  it('en fermant, finit ce qui est en main, refuse ce qui attend et ce qui vient', async () => {
    const maison = ouvrirImprimeur({ ouvriers: 1 });
    const [enMain, enAttente] = [1, 2].map((n) => maison.imprimer(acteDeDeuxPages(n)));
    await maison.fermer();
    expect((await enMain)?.ok).toBe(true);
    expect((await enAttente)?.ok).toBe(false);
    expect(phrases(await maison.imprimer(acteDeDeuxPages(3)))[0]).toContain(
      'L’imprimerie est fermée',
    );
    await maison.fermer();
  });
});
