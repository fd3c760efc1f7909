import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { magasinEnMemoire } from '#adapters/store/memoire.ts';
import { instant } from '#base/instant.ts';
import { jour } from '#base/jour.ts';
import type { Fait } from '#conseil/faits.ts';
import { lireSeance } from '#formats/seance/lire.ts';
import { importer } from '../importer.ts';
import { numerosEcrits, numerosRepris } from './numeros.ts';

const lue = lireSeance(
  readFileSync(new URL('../../../examples/aix-2022-10-14.json', import.meta.url), 'utf8'),
);
const AIX: readonly Fait[] = lue.ok ? lue.value.map(({ fait }) => fait) : [];

const AVANT_LES_SUITES: ReadonlySet<string> = new Set([
  'SeancePreparee',
  'AffaireInscrite',
  'SeanceOuverte',
  'AffaireMiseEnDiscussion',
  'VoteClos',
  'SeanceLevee',
]);

/** The same council a month later, with those of its facts. */
const unMoisApres = (garde: (fait: Fait) => boolean): readonly Fait[] =>
  AIX.filter(garde).map((fait) =>
    fait.type === 'SeancePreparee'
      ? { ...fait, id: '2022-11-18-conseil-municipal', jour: jour('2022-11-18') }
      : fait,
  );
const VOTEE = unMoisApres(({ type }) => AVANT_LES_SUITES.has(type));
const A_VENIR = unMoisApres(({ type }) => type === 'SeancePreparee' || type === 'AffaireInscrite');

async function registre(...seances: readonly (readonly Fait[])[]) {
  const magasin = magasinEnMemoire({ maintenant: () => instant('2026-11-23T10:00:00.000Z') });
  for (const faits of seances) await importer(faits, magasin, 'essai');
  return magasin;
}

describe('Un numéro d’acte voté à deux séances', () => {
  it('se dit, avec les deux séances et leurs dates', async () => {
    const magasin = await registre(AIX, VOTEE);
    const [phrase, ...reste] = await numerosRepris(VOTEE, magasin);
    expect(reste).toEqual([]);
    expect(phrase).toBe(
      'Le numéro DL.2022-330 désigne deux délibérations : celle de la séance du 14 octobre 2022 (« 2022-10-14-conseil-municipal »), et celle du 18 novembre 2022 (« 2022-11-18-conseil-municipal »). Son adresse publique mène à la plus ancienne. Rien n’est bloqué : vérifiez le numéro, et rectifiez celui qui est faux.',
    );
  });

  it.each<[string, readonly (readonly Fait[])[], readonly Fait[]]>([
    ['la même séance, importée encore', [AIX], AIX],
    ['une affaire à venir', [AIX, A_VENIR], A_VENIR],
    ['une affaire remise à une autre séance, votée là', [A_VENIR, AIX], AIX],
    ['un registre vide', [], AIX],
  ])('ne se dit pas pour %s', async (_, seances, faits) => {
    expect(await numerosRepris(faits, await registre(...seances))).toEqual([]);
  });

  it('ne se dit plus une fois le numéro rectifié', async () => {
    const position = VOTEE.findIndex(({ type }) => type === 'AffaireInscrite');
    const affaire = VOTEE[position];
    if (affaire?.type !== 'AffaireInscrite') throw new Error('the example has an item');
    const par: Fait = { ...affaire, affaire: { ...affaire.affaire, numero: 'DL.2022-400' } };
    const rectifiee: readonly Fait[] = [
      ...VOTEE,
      { type: 'FaitRectifie', position, par, motif: 'Mauvais numéro.' },
    ];
    const magasin = await registre(AIX, rectifiee);
    expect(await numerosRepris(rectifiee, magasin)).toEqual([]);
    expect(await numerosRepris(AIX, magasin)).toEqual([]);
    const inscrits = await magasin.lire('211300017', 'seance/2022-11-18-conseil-municipal');
    expect([...numerosEcrits(inscrits)].toSorted()).toEqual(['DL.2022-330', 'DL.2022-400']);
  });
});
