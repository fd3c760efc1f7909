import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texteAHacher } from '#app/chaine.ts';
import type { Annonce, Annonces } from '#app/ports/annonces.ts';
import type { FaitAInscrire, Magasin } from '#app/ports/magasin.ts';
import type { Sommaire } from '#app/ports/sommaire.ts';
import { canonicalJson, type Json } from '#base/canonical-json.ts';
import { jour } from '#base/jour.ts';
import { AIX, fait, MARSEILLE, SEANCE, valeur } from './exemples.ts';

export type MagasinComplet = Magasin & Annonces & Sommaire;
export type MagasinDEssai = {
  readonly magasin: MagasinComplet;
  readonly fermer: () => Promise<void>;
};

const enHexa = (texte: string): string => createHash('sha256').update(texte, 'utf8').digest('hex');

/** What every store promises, run alike on memory, the embedded PostgreSQL and a server. */
export function contratDuMagasin(nom: string, ouvrir: () => Promise<MagasinDEssai>): void {
  describe(`Le contrat du magasin : ${nom}`, () => {
    let essai: MagasinDEssai;
    let magasin: MagasinComplet;
    beforeAll(async () => {
      essai = await ouvrir();
      magasin = essai.magasin;
    });
    afterAll(() => essai?.fermer());
    ajouterEtLire(() => magasin);
    refuser(() => magasin);
    cloisonner(() => magasin);
    conserver(() => magasin);
    annoncer(() => magasin);
  });
}

type Acces = () => MagasinComplet;

const preparee = (le: string): FaitAInscrire => ({ ...fait('SeancePreparee'), jour: jour(le) });

function ajouterEtLire(acces: Acces): void {
  it('rend les faits dans l’ordre où ils ont été inscrits, chacun scellé avec le précédent', async () => {
    const inscrits = valeur(
      await acces().ajouter(AIX, SEANCE, 0, [fait('SeancePreparee'), fait('SeanceOuverte')]),
    );
    const suite = valeur(await acces().ajouter(AIX, SEANCE, 2, [fait('SeanceLevee')]));
    const lus = await acces().lire(AIX, SEANCE);
    expect(lus).toEqual([...inscrits, ...suite]);
    expect(lus.map((f) => [f.position, f.type])).toEqual([
      [0, 'SeancePreparee'],
      [1, 'SeanceOuverte'],
      [2, 'SeanceLevee'],
    ]);
    expect(lus.map((f) => f.empreintePrecedente)).toEqual([
      null,
      lus[0]?.empreinte,
      lus[1]?.empreinte,
    ]);
    for (const { empreinte, ...reste } of lus) {
      expect(empreinte).toBe(enHexa(texteAHacher(reste)));
    }
  });

  it('donne la même empreinte qu’un calcul fait à la main sur l’export', async () => {
    const [premier] = await acces().lire(AIX, SEANCE);
    const texte = `{"auteur":"secrétariat des assemblées","charge":{"type":"SeancePreparee"},"collectivite":"211300017","empreintePrecedente":null,"flux":"${SEANCE}","instant":"${premier?.instant}","jour":"2022-10-14","position":0,"type":"SeancePreparee","version":1}`;
    expect(premier?.empreinte).toBe(enHexa(texte));
  });

  it('rend une liste vide pour un flux que personne n’a commencé', async () => {
    expect(await acces().lire(AIX, 'seance/jamais')).toEqual([]);
  });

  it('n’inscrit rien quand il n’y a rien à inscrire, mais regarde la version', async () => {
    expect(await acces().ajouter(AIX, 'vide', 0, [])).toEqual({ ok: true, value: [] });
    expect(await acces().flux(AIX, 'vide')).toEqual([]);
    expect(await acces().collectivites()).toEqual([AIX]);
    expect((await acces().ajouter(AIX, SEANCE, 0, [])).ok).toBe(false);
  });

  it('garde au caractère près tout ce que JSON peut porter', async () => {
    let version = 0;
    const json = fc.jsonValue({ stringUnit: 'binary' });
    await fc.assert(
      fc.asyncProperty(json, fc.string({ unit: 'grapheme', minLength: 1 }), async (v, auteur) => {
        const texte = JSON.stringify(v);
        fc.pre(!/\\u0000|\\ud[89a-f]/i.test(texte) && !auteur.includes('\u0000'));
        const charge: Json = JSON.parse(texte);
        const f = { ...fait('Essai', charge), auteur };
        const [inscrit] = valeur(await acces().ajouter(AIX, 'propriete', version, [f]));
        version++;
        const lu = (await acces().lire(AIX, 'propriete')).at(-1);
        expect(lu).toEqual(inscrit);
        expect(canonicalJson(lu?.charge ?? null)).toBe(canonicalJson(charge));
        expect(lu?.auteur).toBe(auteur);
      }),
      { numRuns: 60, seed: 330 },
    );
    expect(await acces().verifier(AIX)).toEqual([]);
  });

  it.each([
    ['grands nombres', { a: 1e21, b: 1e-7, c: -0, d: 123456789012345680000, e: 5e-324 }],
    ['ordre des clés', { é: 1, z: 2, a: 3, '10': 4, '9': 5, '': 6 }],
    ['caractères de commande et guillemets', { t: '\u0001\b\t\n\f\r\u001f"\\/\u007f\u2028' }],
    ['hors du plan de base', { t: '𝄞 🏛️ e\u0301 é', '🏛️': 1, '\ufffd': 2 }],
    ['clé dangereuse', JSON.parse('{"__proto__":{"x":1},"constructor":2}')],
    ['texte nu', 'simple'],
    ['rien', null],
  ])('garde %s', async (cas, charge: Json) => {
    const flux = `cas/${cas}`;
    valeur(await acces().ajouter(AIX, flux, 0, [fait('Essai', charge)]));
    const [lu] = await acces().lire(AIX, flux);
    expect(canonicalJson(lu?.charge ?? null)).toBe(canonicalJson(charge));
    expect(await acces().verifier(AIX)).toEqual([]);
  });

  it('liste les flux par leur début, dans l’ordre, sans jamais prendre « _ » ou « % » pour un joker', async () => {
    for (const flux of ['liste/b', 'liste/a_1', 'liste/ab1', 'liste/a%1', 'listes/z']) {
      valeur(await acces().ajouter(AIX, flux, 0, [fait('Essai')]));
    }
    expect(await acces().flux(AIX, 'liste/')).toEqual([
      'liste/a%1',
      'liste/a_1',
      'liste/ab1',
      'liste/b',
    ]);
    expect(await acces().flux(AIX, 'liste/a_')).toEqual(['liste/a_1']);
  });

  it('tient le sommaire des séances, la plus récente d’abord, et le refait à partir des faits', async () => {
    valeur(await acces().ajouter(AIX, 'seance/2023-a', 0, [preparee('2023-02-03'), fait('Suite')]));
    valeur(await acces().ajouter(AIX, 'seance/2023-a', 2, [fait('Suite')]));
    valeur(await acces().ajouter(AIX, 'seance/2021-b', 0, [preparee('2021-12-10')]));
    const attendu = [
      { flux: 'seance/2023-a', jour: '2023-02-03', version: 3 },
      { flux: SEANCE, jour: '2022-10-14', version: 3 },
      { flux: 'seance/2021-b', jour: '2021-12-10', version: 1 },
    ];
    expect(await acces().sommaire(AIX)).toEqual(attendu);
    expect(await acces().reconstruire()).toBe(3);
    expect(await acces().sommaire(AIX)).toEqual(attendu);
  });
}

function refuser(acces: Acces): void {
  it('refuse d’écrire sur une version périmée, dit laquelle il a trouvée, et n’écrit rien', async () => {
    const avant = await acces().lire(AIX, SEANCE);
    for (const attendue of [0, 2, 4]) {
      const refus = await acces().ajouter(AIX, SEANCE, attendue, [fait('Trop')]);
      expect(refus).toEqual({
        ok: false,
        error: { code: 'version-perimee', attendue, trouvee: 3 },
      });
    }
    expect(await acces().lire(AIX, SEANCE)).toEqual(avant);
  });

  it('quand dix personnes écrivent au même endroit en même temps, une seule y parvient', async () => {
    for (let tour = 0; tour < 10; tour++) {
      const essais = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          acces().ajouter(AIX, 'course', tour, [fait('Coureur', { i })]),
        ),
      );
      expect(essais.filter((e) => e.ok)).toHaveLength(1);
      for (const perdant of essais.filter((e) => !e.ok)) {
        expect(perdant.error).toEqual({
          code: 'version-perimee',
          attendue: tour,
          trouvee: tour + 1,
        });
      }
    }
    expect(await acces().lire(AIX, 'course')).toHaveLength(10);
    expect(await acces().verifier(AIX)).toEqual([]);
  });

  it.each([
    [
      'un caractère nul',
      fait('Essai', { texte: ['a\u0000b'] }),
      /\/faits\/0\/charge\/texte\/0.*nul/,
    ],
    ['un caractère coupé', fait('Essai', { t: '\ud83c' }), /\/faits\/0\/charge\/t .*coupé/],
    ['une clé avec un caractère nul', fait('Essai', { 'a\u0000': 1 }), /caractère nul/],
    ['un auteur vide', { ...fait('Essai'), auteur: '' }, /\/faits\/0\/auteur .*vide/],
    ['un auteur avec un nul', { ...fait('Essai'), auteur: 'a\u0000' }, /\/faits\/0\/auteur .*nul/],
    ['un nombre infini', fait('Essai', { n: Number.POSITIVE_INFINITY }), /nombre/],
    ['une version zéro', { ...fait('Essai'), version: 0 }, /\/faits\/0\/version/],
  ])('refuse en clair %s, et rien n’est écrit', async (_, mauvais, phrase) => {
    await expect(acces().ajouter(AIX, 'refus', 0, [fait('Bon'), mauvais])).rejects.toThrow(
      /Rien n’a été inscrit/,
    );
    await expect(acces().ajouter(AIX, 'refus', 0, [mauvais])).rejects.toThrow(phrase);
    expect(await acces().lire(AIX, 'refus')).toEqual([]);
  });

  it('refuse une collectivité qui n’est pas un SIREN', async () => {
    await expect(acces().ajouter("1' OR 1=1", SEANCE, 0, [fait('Essai')])).rejects.toThrow(/SIREN/);
  });
}

function cloisonner(acces: Acces): void {
  it('ne montre rien d’une collectivité à une autre', async () => {
    valeur(await acces().ajouter(MARSEILLE, SEANCE, 0, [fait('SeancePreparee', { de: 'M' })]));
    const fichier = await acces().deposer(AIX, new Uint8Array([1, 2, 3]), 'application/pdf');
    expect((await acces().lire(MARSEILLE, SEANCE)).map((f) => f.charge)).toEqual([{ de: 'M' }]);
    expect(await acces().flux(MARSEILLE, '')).toEqual([SEANCE]);
    expect(await acces().retirer(MARSEILLE, fichier.sha256)).toBeNull();
    expect(await acces().sommaire(MARSEILLE)).toHaveLength(1);
    expect(await acces().collectivites()).toEqual([AIX, MARSEILLE]);
    expect(await acces().lire(AIX, SEANCE)).toHaveLength(3);
  });
}

function conserver(acces: Acces): void {
  it('nomme un fichier par son contenu et rend les mêmes octets', async () => {
    const contenu = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 31) % 256);
    const fichier = await acces().deposer(AIX, contenu, 'application/pdf');
    expect(fichier).toEqual({
      sha256: createHash('sha256').update(contenu).digest('hex'),
      octets: 300_000,
      mime: 'application/pdf',
    });
    expect(await acces().deposer(AIX, contenu, 'application/pdf')).toEqual(fichier);
    expect(Buffer.from((await acces().retirer(AIX, fichier.sha256)) ?? [])).toEqual(
      Buffer.from(contenu),
    );
    expect(await acces().retirer(AIX, 'f'.repeat(64))).toBeNull();
    const vide = await acces().deposer(AIX, new Uint8Array(0), 'text/plain');
    expect(await acces().retirer(AIX, vide.sha256)).toHaveLength(0);
  });
}

function annoncer(acces: Acces): void {
  it('prévient de ce qui vient d’être inscrit, puis se tait quand on ne suit plus', async () => {
    const annonces: Annonce[] = [];
    const cesser = await acces().suivre((a) => annonces.push(a));
    valeur(await acces().ajouter(AIX, 'annonce/é', 0, [fait('Un'), fait('Deux')]));
    await expect
      .poll(() => annonces, { timeout: 10_000 })
      .toContainEqual({ collectivite: AIX, flux: 'annonce/é', version: 2 });
    await cesser();
    const recues = annonces.length;
    valeur(await acces().ajouter(AIX, 'annonce/é', 2, [fait('Trois')]));
    await new Promise((suite) => setTimeout(suite, 60));
    expect(annonces).toHaveLength(recues);
  });
}
