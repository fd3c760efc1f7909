import { describe, expect, it } from 'vitest';
import {
  affaire,
  discutee,
  membres,
  ouverte,
  preparee,
  votee,
} from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { jour } from '#base/jour.ts';
import { vieDeLActe } from '#conseil/acte/vie-de-l-acte.ts';
import type { Fait } from '#conseil/faits.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { ligneDeSeance } from './seance.ts';
import { vueDeLaVie } from './vie.ts';

const {
  TransmissionFaite: transmise,
  ReceptionAttestee: recue,
  PublicationFaite: publiee,
  UrgenceInvoquee: urgence,
  RecoursGracieuxRecu: recours,
  RecoursGracieuxTranche: refuse,
  PiecesDemandees: demandees,
  DefereNotifie: defere,
  ActeRetire: retire,
  ActeAbroge: abroge,
} = EXEMPLES;

const simple = (texte: string): string => texte.replace(/\s/g, ' ');

/** An urban-planning decision of 14 October 2022, and what came after it. */
const decidee = (faits: readonly Fait[]) =>
  rejouer([
    preparee(3),
    affaire('ecole', { matiere: { code: '2.1', libelle: null } }),
    ouverte(membres(1, 3)),
    discutee('ecole'),
    votee('ecole'),
    ...faits,
  ]);

/** Its page, looked at on that day. */
function page(faits: readonly Fait[], le = '2022-11-10') {
  const seance = decidee(faits);
  const suivi = seance.affaires[0];
  if (suivi === undefined) throw new Error('the sitting has an item');
  const vie = vieDeLActe(seance, suivi);
  const vue = vueDeLaVie(
    { seance, suivi, vie, constats: [], homonymes: [], documents: [], enPreparation: false },
    jour(le),
  );
  return {
    ton: vue.application.ton,
    reponse: simple(`${vue.application.titre}. ${vue.application.explication}`),
    recours: simple(vue.recours.join(' ')),
    frise: vue.frise.map(({ titre, quand }) => simple(`${titre} ${quand}`.trim())),
    precisions: vue.frise.map(({ precision }) => simple(precision ?? '')).join(' '),
  };
}

const EN_VIGUEUR = [transmise, recue, publiee];

describe('S’applique-t-elle ?', () => {
  it('oui, en urgence, par son seul affichage : la publication reste à faire', () => {
    const affichee: Fait = { ...publiee, mode: 'affichage', le: jour('2022-10-17') };
    const { ton, reponse } = page([urgence, affichee, transmise]);
    expect(ton).toBe('oui');
    expect(reponse).toContain('Oui, depuis le 19 octobre 2022');
    expect(reponse).toContain('Il y avait urgence : elle a été affichée le 17 octobre 2022');
    expect(reponse).toContain('elle seule fera courir le délai');
  });

  it('non, retirée : comme si elle n’avait jamais existé, et rien à contester', () => {
    const { ton, reponse, recours: dits, frise } = page([...EN_VIGUEUR, retire]);
    expect(ton).toBe('non');
    expect(reponse).toContain('La décision DL.2022-401 du 9 décembre 2022 l’a retirée');
    expect(dits).toBe('Elle a été retirée le 9 décembre 2022 : il n’y a plus rien à contester.');
    expect(frise.at(-1)).toBe('Retirée 9 décembre 2022');
  });

  it('non, abrogée : elle ne s’applique plus, mais ce qu’elle a produit demeure', () => {
    const { ton, reponse, frise } = page([...EN_VIGUEUR, { ...abroge, acte: null }]);
    expect(ton).toBe('non');
    expect(reponse).toContain('Une décision du 9 décembre 2022 l’a abrogée');
    expect(frise.at(-1)).toBe('Abrogée 9 décembre 2022');
  });

  it.each([
    ['2022-11-19', 'attente', 'Elle est suspendue'],
    ['2022-11-20', 'oui', 'Oui, depuis le 19 octobre 2022'],
  ])('le préfet fait suspendre un acte d’urbanisme : le %s, %s', (le, ton, reponse) => {
    const saisi: Fait = { ...defere, suspensionDemandeeLe: jour('2022-10-28') };
    const vue = page([...EN_VIGUEUR, saisi], le);
    expect(vue.ton).toBe(ton);
    expect(vue.reponse).toContain(reponse);
    expect(vue.recours).toContain('Vous pouvez demander au tribunal administratif');
    expect(vue.recours).toContain('Le préfet a saisi le tribunal le 15 décembre 2022.');
    expect(vue.frise.at(-1)).toContain('Déférée au tribunal');
  });
});

describe('Comment la contester ?', () => {
  it.each([
    [
      'sans réponse',
      [recours],
      'peut saisir le tribunal jusqu’au 3 avril 2023. Pour les autres, à notre connaissance',
    ],
    ['refusé', [recours, refuse], 'refusé le 10 janvier 2023. Cette personne peut saisir'],
    ['accepté', [recours, { ...refuse, sens: 'acceptation' as const }], 'Il a été accepté'],
    ['trop tard', [{ ...recours, le: jour('2022-12-21') }], 'trop tard pour prolonger'],
  ])('un recours gracieux %s est dit, sans nommer personne', (_, faits, phrase) => {
    const dits = page([...EN_VIGUEUR, ...faits]).recours;
    expect(dits).toContain(phrase);
    expect(dits).not.toContain('C-2022-118');
  });

  it('la frise donne le délai de tous, et celui, plus long, de qui a demandé', () => {
    const { frise, precisions } = page([...EN_VIGUEUR, recours]);
    expect(frise.at(-1)).toBe('Fin du délai pour la contester 20 décembre 2022');
    expect(precisions).toContain('Jusqu’au 3 avril 2023 pour qui a fait un recours gracieux.');
  });

  it('le préfet attend des pièces : son délai n’a pas commencé', () => {
    expect(page([...EN_VIGUEUR, demandees]).recours).toContain('le préfet a demandé des pièces');
  });
});

describe('Dans une liste', () => {
  it.each([
    [[], null],
    [[abroge], 'abrogée depuis, le 9 décembre 2022'],
    [[abroge, retire], 'retirée depuis, le 9 décembre 2022'],
  ])('ce qui a mis fin à un acte se voit à côté de son vote', (faits, precision) => {
    const [ligne] = ligneDeSeance(decidee([...EN_VIGUEUR, ...faits]), 'mot', 1).affaires;
    const dite = ligne?.verdict.precision ?? null;
    expect(dite === null ? null : simple(dite)).toBe(precision);
  });
});
