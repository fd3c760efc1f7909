import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { VueDActe } from '#app/parvis.ts';
import { controler } from '#app/controler.ts';
import { jour } from '#base/jour.ts';
import { centimes } from '#base/montant.ts';
import { vieDeLActe } from '#conseil/acte/vie-de-l-acte.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { lireSeance } from '#formats/seance/lire.ts';
import { pageDActe } from './acte.ts';
import { vueDeLArgent } from './argent.ts';
import { pageDeSeance } from './seance.ts';
import { vueDeLaVie } from './vie.ts';

function seance(fichier: string): Seance {
  const lue = lireSeance(readFileSync(new URL(`../../../examples/${fichier}`, import.meta.url)));
  if (!lue.ok) throw new Error(JSON.stringify(lue.error));
  return rejouer(lue.value.map(({ fait }) => fait));
}

function acte(de: Seance, numero: string): VueDActe {
  const suivi = de.affaires.find((a) => a.affaire.numero === numero);
  if (suivi === undefined) throw new Error(`${numero} is in the example`);
  const constats = controler(de).filter((c) => c.affaire === (suivi.affaire.id as string));
  return {
    seance: de,
    suivi,
    vie: vieDeLActe(de, suivi),
    homonymes: [],
    constats,
    documents: [],
    enPreparation: false,
  };
}

const AIX = acte(seance('aix-2022-10-14.json'), 'DL.2022-330');
const EPCI = seance('epci-2025-09-25.json');
const VILLAGE = seance('village-2026-06-12.json');
const AUJOURDHUI = jour('2026-11-23');
const enPage = (vue: VueDActe) => pageDActe(vue, 'mot', AUJOURDHUI);
const simple = (texte: string): string => texte.replace(/\s/g, ' ');

describe('La page de DL.2022-330', () => {
  const page = enPage(AIX);

  it('dit quelle autre séance a repris son numéro, s’il y en a une', () => {
    expect(page.homonymes).toEqual([]);
    const homonymes = [{ id: '2022-11-18-conseil-municipal', jour: jour('2022-11-18') }];
    const [reprise] = enPage({ ...AIX, homonymes }).homonymes;
    expect(reprise?.adresse).toContain('/seances/2022-11-18-conseil-municipal');
    expect(simple(reprise?.date ?? '')).toBe('18 novembre 2022');
  });

  it('dit le résultat en mots et en nombres', () => {
    expect(page.verdict).toEqual({ ton: 'oui', mots: 'Adoptée à l’unanimité', precision: null });
    expect(page.decompte.map(({ n, mot }) => `${n} ${mot}`)).toEqual([
      '53 pour',
      '0 contre',
      '0 abstention',
    ]);
    expect(simple(page.presence ?? '')).toBe('42 présents, 11 représentés et 2 absents');
  });

  it('place 55 élus, dont 11 représentés par un collègue nommé et 2 absents', () => {
    const sieges = page.hemicycle?.sieges ?? [];
    expect(sieges).toHaveLength(55);
    expect(sieges.filter((s) => s.mandataire !== null)).toHaveLength(11);
    expect(sieges.filter((s) => s.voix === 'absent').map((s) => s.nom)).toEqual([
      'Amandine JANER',
      'Françoise TERME',
    ]);
    expect(sieges[0]).toMatchObject({ nom: 'Jonathan AMIACH', mandataire: 'Fabienne VINCENTI' });
    expect(page.hemicycle?.centre).toEqual({ chiffre: '53', mot: 'pour' });
    expect(simple(page.hemicycle?.description ?? '')).toBe(
      'Hémicycle de 55 sièges : 42 pour, sur place ; 11 pour, par pouvoir ; 2 absences sans pouvoir.',
    );
  });

  it('n’affirme pas qu’elle s’applique : la publication en ligne n’est pas prouvée', () => {
    expect(page.vie.application.ton).toBe('attente');
    expect(simple(page.vie.application.explication)).toContain(
      'il manque la preuve de la publication sur le site internet',
    );
    expect(page.vie.frise.map((e) => [e.titre, e.etat])).toEqual([
      ['Votée', 'fait'],
      ['Reçue par la préfecture', 'fait'],
      ['Publiée en ligne', 'inconnu'],
      ['Fin du délai pour la contester', 'inconnu'],
    ]);
  });

  it('dit qui paie : 9 850 € chacun', () => {
    expect(page.argent?.parts.map((p) => simple(`${p.montant} ${p.taux} ${p.mots}`))).toEqual([
      '9 850 € 50 % aide à demander',
      '9 850 € 50 % payé par la collectivité',
    ]);
  });
});

describe('S’applique-t-elle ?', () => {
  it('oui, avec sa date, quand les deux formalités sont faites', () => {
    const vie = vueDeLaVie(acte(EPCI, '2025-61'), AUJOURDHUI);
    expect(simple(vie.application.titre)).toBe('Oui, depuis le 30 septembre 2025');
    expect(vie.frise.at(-1)).toMatchObject({ etat: 'passe', le: '2025-12-01' });
  });

  it.each([
    ['2025-11-30', 'a-venir'],
    ['2025-12-01', 'a-venir'],
    ['2025-12-02', 'passe'],
  ])('le délai de recours, le %s, est : %s', (le, etat) => {
    expect(vueDeLaVie(acte(EPCI, '2025-61'), jour(le)).frise.at(-1)?.etat).toBe(etat);
  });

  it('non, quand le conseil l’a rejetée, même transmise et publiée', () => {
    const adoptee = acte(EPCI, '2025-61');
    const rejetee: VueDActe = { ...adoptee, suivi: { ...adoptee.suivi, etat: 'rejetee' } };
    expect(vueDeLaVie(rejetee, AUJOURDHUI).application).toMatchObject({ ton: 'non', titre: 'Non' });
    expect(enPage(rejetee).etape).toBe('non-decidee');
  });
});

describe('Une affaire que le conseil n’a pas encore examinée', () => {
  it('n’est dite ni rejetée ni sans effet : elle attend', () => {
    const inscrite: VueDActe = { ...AIX, suivi: { ...AIX.suivi, etat: 'inscrite', vote: null } };
    const { etape, vie, verdict } = enPage(inscrite);
    expect(etape).toBe('a-venir');
    expect(vie.application).toMatchObject({ ton: 'attente', titre: 'Pas encore' });
    expect(verdict.mots).toBe('Inscrite à l’ordre du jour');
  });
});

describe('Les autres façons de voter', () => {
  it('à égalité, la voix de la présidence l’emporte, et cela se lit', () => {
    const { verdict, hemicycle } = enPage(acte(EPCI, '2025-61'));
    expect(simple(`${verdict.mots} ${verdict.precision}`)).toBe(
      'Adoptée par 9 voix contre 9, la voix de la présidence l’emportant',
    );
    expect(hemicycle?.description).toContain('9 contre');
  });

  it('une nomination se raconte tour par tour', () => {
    const { tours, hemicycle, verdict } = enPage(acte(EPCI, '2025-63'));
    expect(simple(verdict.mots)).toBe('Nomination : Noël HAUTEFORGE');
    expect(tours?.tours.map(simple)).toEqual(['1er tour', '2e tour', '3e tour']);
    expect(tours?.candidats).toEqual([
      { nom: 'Rosalie TINCHEBRAY-LEROUX', elu: false, voix: [8, 8, 9] },
      { nom: 'Noël HAUTEFORGE', elu: true, voix: [7, 8, 9] },
      { nom: 'Loïc KERVASDOUX', elu: false, voix: [3, 2, null] },
    ]);
    expect(tours?.exprimes).toEqual([18, 18, 18]);
    expect(tours?.majorite).toEqual(['10', '10', 'relative']);
    expect(simple(tours?.fin ?? '')).toBe(
      'Élection de Noël HAUTEFORGE au 3e tour. À égalité de voix, l’âge l’emporte.',
    );
    expect(hemicycle).toBeNull();
  });

  it('un point reporté dit pourquoi, et ne mène à aucun acte', () => {
    const { affaires } = pageDeSeance(
      { seance: VILLAGE, constats: [], documents: [], enPreparation: false },
      'mot',
    );
    expect(affaires.at(-1)).toMatchObject({ adresse: null, verdict: { mots: 'Reportée' } });
    expect(affaires.at(-1)?.verdict.precision).toContain('quorum');
  });
});

describe('La séance d’Aix', () => {
  it('compte les pouvoirs remis à l’ouverture', () => {
    const vue = {
      seance: AIX.seance,
      constats: controler(AIX.seance),
      documents: [],
      enPreparation: false,
    };
    const { presence, affaires } = pageDeSeance(vue, 'mot');
    expect(presence?.chiffres.map(({ n }) => n)).toEqual([42, 11, 2]);
    expect(presence?.pouvoirs).toHaveLength(11);
    expect(affaires).toHaveLength(1);
  });
});

describe('L’argent', () => {
  it('ce que personne n’est dit payer est montré comme tel', () => {
    const vue = vueDeLArgent({
      cout: centimes(100_000),
      base: null,
      nature: null,
      financeurs: [{ nom: 'Région', montant: centimes(33_333), taux: null, etat: 'accorde' }],
    });
    expect(vue.parts.map((p) => [p.nom, simple(p.montant), simple(p.taux)])).toEqual([
      ['Région', '333,33 €', '33,3 %'],
      ['Le reste', '666,67 €', '66,7 %'],
    ]);
    expect(vue.parts[1]?.etat).toBe('non-dit');
    expect(vue.parts[0]?.largeur).toBeCloseTo(33.33, 1);
  });

  it('plus de financements que de coût : la bande reste pleine, rien ne déborde', () => {
    const part = { nom: 'A', montant: centimes(800), taux: null, etat: 'accorde' } as const;
    const { parts } = vueDeLArgent({
      cout: centimes(1000),
      base: null,
      nature: null,
      financeurs: [part, { ...part, nom: 'B' }],
    });
    expect(parts.reduce((somme, p) => somme + p.largeur, 0)).toBeLessThanOrEqual(100);
  });
});
