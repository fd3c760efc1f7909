import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import { depouiller } from '../cgct/l2121-20/depouiller.ts';
import { autorisationLue } from './dispositif.ts';
import { type MotsDeLActe, constatsDesMots } from './lecture.ts';

const compte = (pour: number, contre: number) =>
  depouiller({
    pour,
    contre,
    abstentions: 0,
    nonParticipations: 0,
    blancs: 0,
    nuls: 0,
    secret: false,
    voixDuPresident: null,
  });

/** An act without a word to say about: each row puts one in. */
const SOBRE: MotsDeLActe = {
  acte: {
    regime: { genre: 'commune', population: 145_133, alsaceMoselle: false },
    le: jour('2022-10-14'),
    portee: 'ni-l-un-ni-l-autre',
    choix: null,
  },
  mentions: [],
  appellation: null,
  rapport: 'Le rapport présente le projet.',
  dispositif: ['APPROUVER le projet'],
  annonce: null,
  compte: null,
  matiere: null,
  demandeDeSubvention: false,
  financeurs: null,
  tribunal: null,
};

/** What is read: passage, code, verdict and weight. */
const lire = (m: Partial<MotsDeLActe>) =>
  constatsDesMots({ ...SOBRE, ...m }).map(({ faits, conforme, regle }) => [
    faits['passage'],
    faits['code'],
    conforme,
    regle.gravite,
  ]);
const mention = (genre: MotsDeLActe['mentions'][number]['genre'], texte: string) => ({
  mentions: [{ genre, texte }],
});

describe('Les mots d’un acte, passage par passage', () => {
  it('un acte sobre n’appelle aucune remarque', () => {
    expect(lire({})).toEqual([]);
  });

  it.each([
    ['affichage', 'risque'],
    ['autre', 'conseil'],
    ['voies-et-delais', 'conseil'],
  ] as const)('une référence abrogée dans la mention « %s » : %s', (genre, gravite) => {
    const [premier] = lire(mention(genre, 'Au registre (R. 2121-11)'));
    expect(premier).toEqual([`mention ${genre}`, 'r2121-11', false, gravite]);
  });

  it('le tampon du caractère exécutoire est jugé en entier, non référence par référence', () => {
    const tampon = 'ACTE SIGNÉ - COMPTE RENDU AFFICHÉ (L2121-25, R2121-11) - ACTE TRANSMIS';
    expect(lire(mention('caractere-executoire', tampon))).toEqual([
      ['mention caractere-executoire', 'certificat-mal-fonde', false, 'risque'],
    ]);
  });

  it('les voies et délais ne sont lus que dans leur mention, avec le tribunal', () => {
    const texte =
      'Recours devant le tribunal administratif de Marseille dans les deux mois de la publication';
    expect(lire({ ...mention('voies-et-delais', texte), tribunal: 'Marseille' })).toEqual([
      ['mention voies-et-delais', 'voies-exactes', true, 'conseil'],
      ['mention voies-et-delais', 'tribunal-exact', true, 'conseil'],
    ]);
    expect(lire(mention('autre', texte))).toEqual([]);
    const notifiee = { ...SOBRE.acte, portee: 'individuelle' } as const;
    expect(lire({ ...mention('voies-et-delais', texte), acte: notifiee })).toEqual([
      ['mention voies-et-delais', 'voies-incompletes', false, 'risque'],
    ]);
  });

  it('la « session ordinaire » n’est relevée que pour un conseil municipal', () => {
    const appellation = 'session ordinaire';
    expect(lire({ appellation })).toEqual([
      ['appellation de la séance', 'session-ordinaire', null, 'conseil'],
    ]);
    const epci = { ...SOBRE.acte, regime: { genre: 'epci', population: 400_000 } } as const;
    expect(lire({ appellation, acte: epci })).toEqual([]);
  });

  it('le rapport et le dispositif sont lus sous le droit du jour de l’acte', () => {
    const vu = 'Vu l’article R2121-11 du CGCT';
    expect(lire({ rapport: vu })).toEqual([['rapport', 'r2121-11', false, 'conseil']]);
    expect(lire({ dispositif: ['APPROUVER', vu] })).toEqual([
      ['dispositif', 'r2121-11', false, 'conseil'],
    ]);
    const avant = { ...SOBRE.acte, le: jour('2022-06-30') };
    expect(lire({ rapport: vu, dispositif: [vu], acte: avant })).toEqual([]);
  });

  it('la recette confiée au comptable est relevée dans le dispositif', () => {
    const point = 'AUTORISER Monsieur le Trésorier à encaisser la recette';
    expect(lire({ dispositif: [point] })).toEqual([
      ['dispositif', 'recette-par-le-comptable', null, 'conseil'],
    ]);
    expect(lire({ rapport: point })).toEqual([]);
  });

  const rapport =
    'La commune a lancé une étude. La convention territoriale a été signée en mars. L’aide est attendue de ces partenaires.';

  it('une demande de subvention : matière, financeurs, opération commencée, convention', () => {
    const demande = {
      rapport,
      demandeDeSubvention: true,
      matiere: '8.5',
      financeurs: ['CAF des Bouches-du-Rhône'],
    };
    expect(lire(demande)).toEqual([
      ['rapport', 'financeurs-au-pluriel', null, 'information'],
      ['rapport', 'operation-commencee', null, 'conseil'],
      ['rapport', 'convention-sans-visa', null, 'conseil'],
      ['matière', 'matiere-d-une-subvention', null, 'conseil'],
      ['plan de financement', 'elus-chez-le-financeur', null, 'information'],
    ]);
    expect(lire({ ...demande, financeurs: null, matiere: '7.5' })).toEqual([
      ['rapport', 'operation-commencee', null, 'conseil'],
      ['rapport', 'convention-sans-visa', null, 'conseil'],
    ]);
  });

  it('sans demande de subvention, ces remarques n’ont pas lieu d’être', () => {
    expect(lire({ rapport, matiere: '8.5' })).toEqual([]);
    expect(lire({ rapport, matiere: '8.5', financeurs: ['CAF'] })).toEqual([
      ['rapport', 'financeurs-au-pluriel', null, 'information'],
    ]);
  });

  it('l’annonce est comparée au décompte quand on a les deux', () => {
    const annonce = 'Adopté à l’unanimité';
    expect(lire({ annonce, compte: compte(52, 1) })).toEqual([
      ['annonce du résultat', 'unanimite-contredite', false, 'risque'],
    ]);
    expect(lire({ annonce })).toEqual([]);
    expect(lire({ compte: compte(52, 1) })).toEqual([]);
  });

  it('chaque constat porte les mots et leur place, ou rien quand il manque quelque chose', () => {
    const texte = 'Vu l’article R. 2121-11 du CGCT';
    const [lu] = constatsDesMots({ ...SOBRE, rapport: texte });
    expect(lu?.faits).toEqual({
      code: 'r2121-11',
      passage: 'rapport',
      mots: 'R. 2121-11',
      debut: 13,
      fin: 23,
    });
    expect(lu?.phrase).toBe(
      '« R. 2121-11 » : l’article R. 2121-11 (affichage du compte rendu par extraits) est abrogé depuis le 1er juillet 2022.',
    );
    expect(lu?.queFaire).not.toBeNull();
    const [matiere] = constatsDesMots({ ...SOBRE, demandeDeSubvention: true, matiere: '8.5' });
    expect(matiere?.faits).toMatchObject({ mots: null, debut: null, fin: null });
  });
});

describe('Ce que le dispositif autorise, et avec qui', () => {
  const base = { objet: 'Étude', rapport: '', cocontractants: ['Caisse d’Allocations Familiales'] };
  it.each([
    ['rien à autoriser', ['DÉSIGNER un représentant'], null],
    [
      'sans montant ni cocontractant',
      ['AUTORISER le maire à signer tout document'],
      { montant: false, cocontractant: false },
    ],
    [
      'le montant et le cocontractant',
      ['AUTORISER à solliciter 9 850 € auprès de la CAF'],
      { montant: true, cocontractant: true },
    ],
    [
      'le cocontractant nommé ailleurs',
      ['AUTORISER à signer', "VISER la CAISSE D'ALLOCATIONS FAMILIALES"],
      { montant: false, cocontractant: true },
    ],
    [
      'le cocontractant dit dans un point sur deux',
      ['AUTORISER à solliciter une aide auprès de la CAF', 'AUTORISER à signer tout document'],
      { montant: false, cocontractant: true },
    ],
    [
      'un montant en euros',
      ['AUTORISER à conclure pour 1 200,50 euros avec la société X'],
      { montant: true, cocontractant: true },
    ],
  ])('D4 %s', (_titre, dispositif, attendu) => {
    const a = autorisationLue({ ...base, dispositif });
    if (attendu === null) expect(a).toBeNull();
    else {
      expect(a).toEqual({
        ...attendu,
        objet: true,
        montantDansLeRapport: false,
        cocontractantDansLeRapport: false,
      });
    }
  });

  it('D4 : un cocontractant nommé sur deux suffit', () => {
    const cocontractants = ['Région Sud', 'Caisse d’Allocations Familiales'];
    const dispositif = ['AUTORISER à signer', 'VISER la Région Sud'];
    expect(autorisationLue({ ...base, cocontractants, dispositif })?.cocontractant).toBe(true);
  });

  it('D4 : lit aussi le rapport, et un objet vide', () => {
    expect(
      autorisationLue({
        objet: ' ',
        dispositif: ['AUTORISER à signer'],
        rapport: 'coût de 19 700 €, avec la Caisse',
        cocontractants: [' '],
      }),
    ).toEqual({
      objet: false,
      montant: false,
      cocontractant: false,
      montantDansLeRapport: true,
      cocontractantDansLeRapport: true,
    });
  });
});
