import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import type { Fait } from '#conseil/faits.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { ecrireSeance } from './ecrire.ts';
import { lireSeance } from './lire.ts';
import { enJson, relireFait } from './relire.ts';

const AIX = readFileSync(new URL('../../../examples/aix-2022-10-14.json', import.meta.url), 'utf8');
const ID = 'inclusion-numerique';

type Fichier = { faits: { [champ: string]: unknown }[] };

/** The file of Aix with more facts at its end. */
const avec = (...faits: readonly { readonly [champ: string]: unknown }[]): string => {
  const fichier = JSON.parse(AIX) as Fichier;
  return JSON.stringify({ ...fichier, faits: [...fichier.faits, ...faits] });
};
const premier = (JSON.parse(AIX) as Fichier).faits.length;

const pointeurs = (source: string) => {
  const lu = lireSeance(source);
  return lu.ok ? [] : lu.error.map(({ pointeur }) => pointeur);
};
const seance = (source: string) => {
  const lu = lireSeance(source);
  if (!lu.ok) throw new Error(JSON.stringify(lu.error));
  return rejouer(lu.value.map(({ fait }) => fait));
};

const recours = {
  type: 'RecoursGracieuxRecu',
  affaire: ID,
  le: '2022-12-01',
  reference: 'C-2022-118',
  demandeur: 'tiers',
};
const insere = (fait: object, apres = 2) => ({
  type: 'FaitInsere',
  apres,
  fait,
  motif: 'Un courrier n’avait pas été noté.',
});

describe('Ce qui arrive à l’acte après coup', () => {
  it.each([
    { type: 'UrgenceInvoquee', affaire: ID, motif: 'La demande expire demain.' },
    recours,
    { type: 'PiecesDemandees', affaire: ID, le: '2022-11-10', reference: 'P-7' },
    { type: 'DefereNotifie', affaire: ID, le: '2022-12-15' },
    { type: 'ActeRetire', affaire: ID, le: '2022-12-09' },
    { type: 'ActeAbroge', affaire: ID, le: '2022-12-09', motif: 'autre', creatriceDeDroits: false },
  ])('$type se lit, et se récrit à l’identique', (fait) => {
    const lu = lireSeance(avec(fait));
    const faits = lu.ok ? lu.value.map((l) => l.fait) : [];
    expect(faits.at(-1)).toMatchObject(fait);
    const relu = lireSeance(ecrireSeance(faits));
    expect(relu.ok ? relu.value.map((l) => l.fait) : relu.error).toEqual(faits);
  });

  it('une réponse à un recours qui n’est pas noté est une faute, à sa référence', () => {
    const reponse = {
      type: 'RecoursGracieuxTranche',
      affaire: ID,
      le: '2023-01-10',
      reference: 'C-2022-119',
      sens: 'rejet',
    };
    expect(pointeurs(avec(recours, reponse))).toEqual([`/faits/${premier + 1}/reference`]);
    expect(pointeurs(avec(recours, { ...reponse, reference: 'C-2022-118' }))).toEqual([]);
  });

  it('toutes les fautes sont dites : champ inconnu, valeur, jour', () => {
    const faux = { ...recours, demandeur: 'voisin', nom: 'M. Untel', le: '2022-13-01' };
    expect(pointeurs(avec(faux)).toSorted()).toEqual([
      `/faits/${premier}/demandeur`,
      `/faits/${premier}/le`,
      `/faits/${premier}/nom`,
    ]);
  });
});

describe('Un fait inséré dans le fichier', () => {
  it('se lit avec sa trace, et prend sa place', () => {
    const lue = seance(avec({ ...insere(recours, premier), auteur: 'Jeanne MOREL' }));
    expect(lue.insertions).toHaveLength(1);
    expect(lue.insertions[0]?.fait).toMatchObject({ auteur: 'Jeanne MOREL', constateLe: null });
    expect(lue.affaires[0]?.contestation.recours).toHaveLength(1);
  });

  it('porte ses fautes à leur place, dans le fait inséré', () => {
    expect(pointeurs(avec(insere({ ...recours, affaire: 'inconnue' }, premier)))).toEqual([
      `/faits/${premier}/fait/affaire`,
    ]);
    expect(pointeurs(avec(insere({ ...recours, le: 'demain' }, premier)))).toEqual([
      `/faits/${premier}/fait/le`,
    ]);
    expect(pointeurs(avec(insere({ type: 'Inconnu' }, premier)))).toHaveLength(1);
  });

  it('est refusé là où il ne peut pas avoir eu lieu, ou après un fait qui n’existe pas', () => {
    expect(pointeurs(avec(insere(recours, 1)))).toEqual([`/faits/${premier}/fait`]);
    expect(pointeurs(avec(insere(recours, 5_000)))).toEqual([`/faits/${premier}/apres`]);
  });

  it('n’insère ni une identité, ni une correction, ni une autre insertion', () => {
    for (const fait of [insere(recours), { type: 'FaitRectifie', position: 1, motif: 'x' }]) {
      expect(pointeurs(avec(insere(fait, premier)))).not.toEqual([]);
    }
    expect(pointeurs(avec(insere(EXEMPLES.SeancePreparee, premier)))).not.toEqual([]);
  });
});

describe('Le magasin', () => {
  it.each(Object.values<Fait>(EXEMPLES).map((fait) => [fait.type, fait] as const))(
    'rend %s tel qu’il l’a reçu',
    (_, fait) => {
      expect(relireFait(enJson(fait))).toEqual({ ok: true, value: fait });
    },
  );
});
