import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import type { Portee } from '../cgct/l2131-1/publicite.ts';
import { depouiller } from '../cgct/l2121-20/depouiller.ts';
import { identifiantLu } from './accuse.ts';
import { certificatLu } from './certificat.ts';
import { recetteParLeComptable } from './dispositif.ts';
import { annonceLue } from './issue.ts';
import {
  conventionSansVisa,
  elusChezLeFinanceur,
  financeursAuPluriel,
  matiereDUneSubvention,
  operationCommencee,
  sessionOrdinaire,
} from './redaction.ts';
import { etiquettesPerimees, referencesPerimees } from './references.ts';
import { lireTexte } from './texte.ts';
import { voiesLues } from './voies.ts';

const APRES = jour('2022-07-01');
const AVANT = jour('2022-06-30');
const codes = (texte: string, le = APRES) =>
  referencesPerimees(lireTexte(texte), le, 'risque').map(({ code }) => code);

describe('Décret 2021-1311 art. 3 : les références abrogées le 1er juillet 2022', () => {
  it.each([
    'R2121-11',
    'R. 2121-11',
    'R 2121-11',
    'R.2121-11',
    'r. 2121‑11',
    'R\u00a02121-11',
    'R.\u202f2121–11',
    'R.\n2121-11',
    'R. 2121 - 11',
    'R.* 2121-11',
  ])('« %s » est trouvé et situé', (reference) => {
    const texte = `Vu l’article ${reference} du CGCT`;
    const [t] = referencesPerimees(lireTexte(texte), APRES, 'conseil');
    expect(t).toMatchObject({ code: 'r2121-11', conforme: false, regle: { gravite: 'conseil' } });
    expect(texte.slice(t?.extrait?.debut, t?.extrait?.fin)).toBe(reference);
    expect(t?.extrait?.mots).toBe(reference);
  });

  it.each(['R2121-110', 'R2121-11-1', 'LR2121-11', 'D2121-11', 'R2131-1', '12121-11'])(
    '« %s » n’est pas R2121-11',
    (autre) => {
      expect(codes(`Vu l’article ${autre}`)).toEqual([]);
    },
  );

  it('la veille, rien n’est périmé', () => {
    const texte = 'Compte rendu affiché (L2121-25, R2121-10, R2121-11), recueil des actes';
    expect(codes(texte, AVANT)).toEqual([]);
    expect(etiquettesPerimees(lireTexte(texte), AVANT)).toEqual([]);
  });

  it.each([
    [
      'Compte-rendu … (articles L2121-25 et R 2121-11)',
      ['R2121-11 abrogé au 01/07/2022', 'L2121-25 ne vise plus le compte rendu mais la liste'],
    ],
    ['au recueil (R. 2121-10)', ['R2121-10 abrogé au 01/07/2022']],
    ['la liste des délibérations (L. 2121-25)', []],
    ['recueil (article L 2121-24)', ['L2121-24 ne vise plus le recueil des actes administratifs']],
    ['le compte rendu a été affiché', ['L2121-25 ne vise plus le compte rendu mais la liste']],
    [
      'publié au recueil des actes administratifs',
      ['recueil des actes administratifs supprimé au 01/07/2022'],
    ],
    ['compte rendu des décisions du maire (L2121-25)', []],
    ['', []],
  ])('« %s »', (texte, etiquettes) => {
    expect(etiquettesPerimees(lireTexte(texte), APRES)).toEqual(etiquettes);
  });

  it('dit chaque référence, avec sa phrase et ce qu’il faut faire', () => {
    const texte = 'COMPTE RENDU affiché (L2121-25, R2121-10, R2121-11) ; recueil (L2121-24)';
    expect(referencesPerimees(lireTexte(texte), APRES, 'risque')).toMatchSnapshot();
    const sans = 'Affichage du compte rendu. Publié au recueil des actes.';
    expect(referencesPerimees(lireTexte(sans), APRES, 'risque')).toMatchSnapshot();
  });
});

const acte = (population: number, choix: 'affichage' | 'papier' | null, le = APRES) => ({
  regime: { genre: 'commune', population, alsaceMoselle: false } as const,
  le,
  portee: 'ni-l-un-ni-l-autre' as Portee,
  choix,
});

describe('L2131-1 I : ce que doit viser le certificat du caractère exécutoire', () => {
  const TAMPON = '- ACTE SIGNÉ ✓ - COMPTE RENDU AFFICHÉ ✓ - ACTE TRANSMIS ✓';
  it.each([
    ['le tampon d’Aix', TAMPON, acte(145_133, null), false],
    [
      'publié et transmis',
      'Publié en ligne le 19/10/2022, transmis le 19/10/2022',
      acte(3_500, null),
      true,
    ],
    [
      'mis en ligne, reçu en préfecture',
      'Mise en ligne le 3, reçu en préfecture le 3',
      acte(3_500, null),
      true,
    ],
    ['affiché, alors qu’il faut publier', 'Affiché le 3, transmis le 3', acte(3_500, null), false],
    ['affiché par choix', 'Affiché le 3, transmis le 3', acte(3_499, 'affichage'), true],
    [
      'compte rendu affiché, malgré le choix',
      'Compte rendu affiché le 3, transmis le 3',
      acte(3_499, 'affichage'),
      false,
    ],
    ['publié sur papier par choix', 'Publié le 3, transmis le 3', acte(3_499, 'papier'), true],
    ['sans la transmission', 'Publié en ligne le 3', acte(3_500, null), false],
    [
      'publié et transmis, mais fondé aussi sur un compte rendu affiché',
      'Publié en ligne le 3, transmis le 3 ; compte rendu affiché le 3',
      acte(3_500, null),
      false,
    ],
    [
      'une décision individuelle',
      'Notifié le 3, transmis le 3',
      { ...acte(3_500, null), portee: 'individuelle' as const },
      true,
    ],
    [
      'une décision individuelle affichée',
      'Affiché le 3',
      { ...acte(3_500, null), portee: 'individuelle' as const },
      false,
    ],
    ['papier attendu', 'Signature de l’acte', acte(3_499, 'papier'), false],
  ])('%s', (_titre, texte, a, conforme) => {
    const t = certificatLu(lireTexte(texte), a);
    expect(t?.conforme).toBe(conforme);
    expect(t).toMatchSnapshot();
  });

  it('avant juillet 2022, ce tampon n’est pas jugé', () => {
    expect(certificatLu(lireTexte(TAMPON), acte(145_133, null, AVANT))).toBeNull();
  });
});

describe('CJA R421-5 : la mention des voies et délais', () => {
  const AIX =
    'Toute décision individuelle peut faire l’objet d’un recours devant le Tribunal administratif de Marseille, dans un délai de deux mois à compter de sa notification.';
  const EXACTE =
    'Recours devant le tribunal administratif de Marseille dans les deux mois de la publication.';
  it.each([
    ['Aix', AIX, 'ni-l-un-ni-l-autre', 'Marseille', [false, true]],
    ['exacte', EXACTE, 'ni-l-un-ni-l-autre', 'Marseille', [true, true]],
    ['exacte, autre tribunal', EXACTE, 'reglementaire', 'Nice', [true, null]],
    ['exacte, tribunal inconnu', EXACTE, 'ni-l-un-ni-l-autre', null, [true]],
    [
      'publication et notification',
      `${EXACTE} ou de la notification`,
      'ni-l-un-ni-l-autre',
      null,
      [true],
    ],
    [
      'sans délai',
      'Recours devant le tribunal administratif après publication',
      'reglementaire',
      'Nice',
      [null],
    ],
    [
      'sans point de départ',
      'Recours devant le tribunal administratif dans les 2 mois',
      'reglementaire',
      null,
      [null],
    ],
    [
      'sans le nom du tribunal',
      'Recours devant le tribunal administratif dans les deux mois de la publication',
      'reglementaire',
      'Nice',
      [true],
    ],
    [
      'le bon tribunal, sans délai',
      'Recours devant le tribunal administratif de Marseille après publication',
      'reglementaire',
      'Marseille',
      [null],
    ],
    [
      'notification seule, sur un acte publié',
      'Recours devant le tribunal administratif dans les deux mois de sa notification',
      'reglementaire',
      null,
      [false],
    ],
    [
      'décision individuelle seule, sur un acte publié',
      'Toute décision individuelle peut être portée devant le tribunal administratif',
      'reglementaire',
      null,
      [false],
    ],
    ['publiée : ni tribunal, ni délai', 'Recours possible', 'reglementaire', null, [null]],
    ['notifiée : la mention d’Aix', AIX, 'individuelle', 'Marseille', [true, true]],
    ['notifiée : mention de publication', EXACTE, 'individuelle', null, [false]],
    ['notifiée : rien', 'Recours possible', 'individuelle', null, [false]],
  ] as const)('%s', (...ligne) => {
    const [, texte, portee, tribunal, attendus] = ligne;
    const lues = voiesLues(lireTexte(texte), portee, tribunal).filter((t) => t !== null);
    expect(lues.map(({ conforme }) => conforme)).toEqual(attendus);
    expect(lues).toMatchSnapshot();
  });
});

const compte = (
  pour: number,
  contre: number,
  abstentions = 0,
  autres: {
    readonly nonParticipations?: number;
    readonly blancs?: number;
    readonly nuls?: number;
  } = {},
) =>
  depouiller({
    pour,
    contre,
    abstentions,
    nonParticipations: 0,
    blancs: 0,
    nuls: 0,
    ...autres,
    secret: false,
    voixDuPresident: null,
  });

describe('L2121-20 : « à l’unanimité », devant le décompte', () => {
  it.each([
    ['Adopté à l’unanimité', compte(53, 0), ['unanimite-exacte']],
    ['Adopté à l’unanimité', compte(52, 1), ['unanimite-contredite']],
    ['Adopté à l’unanimité', compte(50, 0, 3), ['unanimite-a-preciser']],
    ['Adopté à l’unanimité', compte(52, 0, 1), ['unanimite-a-preciser']],
    ['Adopté à l’unanimité', compte(52, 0, 0, { nonParticipations: 1 }), ['unanimite-a-preciser']],
    ['Adopté à l’unanimité', compte(52, 0, 0, { blancs: 1 }), ['unanimite-a-preciser']],
    ['Adopté à l’unanimité', compte(52, 0, 0, { nuls: 1 }), ['unanimite-a-preciser']],
    ['Adopté à l’unanimité des suffrages exprimés', compte(50, 0, 3), ['unanimite-exacte']],
    ["A ADOPTÉ A L'UNANIMITE", compte(53, 0), ['unanimite-exacte']],
    ['Le conseil rejette', compte(20, 30), []],
    ['Le conseil rejette', compte(30, 20), ['issue-contredite']],
    ['Le conseil adopte', compte(20, 30), ['issue-contredite']],
    ['La délibération n’est pas adoptée', compte(20, 30), []],
    ['La délibération n’est pas adoptée', compte(30, 20), ['issue-contredite']],
    ['Approuvé', compte(30, 20), []],
    ['Le conseil a délibéré', compte(30, 20), []],
    ['Approuvé à l’unanimité', compte(20, 30), ['issue-contredite', 'unanimite-contredite']],
  ] as const)('« %s » : %o', (annonce, c, attendus) => {
    const lues = annonceLue(lireTexte(annonce), c);
    expect(lues.map(({ code }) => code)).toEqual(attendus);
    expect(lues).toMatchSnapshot();
  });
});

describe('Le dispositif', () => {
  it.each([
    ['AUTORISER le Chef du service comptable de la Trésorerie à en faire recette', true],
    ['AUTORISER Monsieur le Trésorier à encaisser la recette', true],
    ['DIRE que la recette est inscrite au budget', false],
    ['AUTORISER le maire à en faire recette', false],
    ['CHARGER le comptable de tenir les comptes', false],
  ])('W4 « %s » : %s', (point, trouve) => {
    const t = recetteParLeComptable(lireTexte(point));
    expect(t !== null).toBe(trouve);
    if (trouve) expect(t).toMatchSnapshot();
  });
});

describe('La rédaction', () => {
  it.each([
    ['W5', () => sessionOrdinaire(lireTexte('réuni en session Ordinaire')), true],
    ['W5 extraordinaire', () => sessionOrdinaire(lireTexte('en session extra-ordinaire')), true],
    ['W5 séance', () => sessionOrdinaire(lireTexte('réuni en séance publique')), false],
    ['D8 en 8.5', () => matiereDUneSubvention('8.5'), true],
    ['D8 en 7.5', () => matiereDUneSubvention('7.5'), false],
    ['D8 en 7.5.1', () => matiereDUneSubvention('7.5.1'), false],
    ['D8 sans matière', () => matiereDUneSubvention(null), false],
    [
      'D5 pluriel, un financeur',
      () => financeursAuPluriel(lireTexte('escomptés de ces partenaires'), 1),
      true,
    ],
    [
      'D5 par les partenaires',
      () => financeursAuPluriel(lireTexte('financé par les partenaires'), 1),
      true,
    ],
    [
      'D5 pluriel, deux financeurs',
      () => financeursAuPluriel(lireTexte('de ces partenaires'), 2),
      false,
    ],
    ['D5 singulier', () => financeursAuPluriel(lireTexte('de ce partenaire'), 1), false],
    ['D6 lancée', () => operationCommencee(lireTexte('la Commune a lancé une étude')), true],
    ['D6 à lancer', () => operationCommencee(lireTexte('la Commune lancera une étude')), false],
    [
      'D11 sans visa',
      () => conventionSansVisa(lireTexte('la Convention Territoriale Globale signée en mars')),
      true,
    ],
    [
      'D11 avec visa',
      () => conventionSansVisa(lireTexte('Vu la délibération n° 12 ; la convention X signée')),
      false,
    ],
    ['D11 sans convention', () => conventionSansVisa(lireTexte('un contrat')), false],
    ['D10', () => elusChezLeFinanceur('CAF 13'), true],
    ['D10 État', () => elusChezLeFinanceur('État, dotation'), false],
    ['D10 département', () => elusChezLeFinanceur('Département de la Lozère'), false],
  ])('%s', (_titre, lire, trouve) => {
    const t = lire();
    expect(t !== null).toBe(trouve);
    if (trouve) expect(t).toMatchSnapshot();
  });
});

describe('L’identifiant de l’accusé de réception', () => {
  const aix = {
    identifiant: '013-211300017-20221014-lmc1226572-DE-1-1',
    departement: '13',
    siren: '211300017',
    le: jour('2022-10-14'),
  };
  it.each([
    ['celui de l’acte', aix, true],
    [
      'coupé par une espace',
      { ...aix, identifiant: '013-211300017-20221014- lmc1226572-DE-1-1' },
      true,
    ],
    ['un autre département', { ...aix, departement: '2A' }, null],
    ['un autre SIREN', { ...aix, siren: '211300025' }, null],
    ['un autre jour', { ...aix, le: jour('2022-10-15') }, null],
    ['un autre SIREN, un autre jour', { ...aix, siren: '211300025', le: jour('2022-10-15') }, null],
    [
      'sans les numéros du message',
      { ...aix, identifiant: '013-211300017-20221014-DL_2022_330-DE' },
      true,
    ],
    ['au numéro à tirets', { ...aix, identifiant: '013-211300017-20221014-2022-330-DE-1-1' }, true],
    ['illisible', { ...aix, identifiant: 'accusé' }, null],
  ])('%s', (_titre, a, conforme) => {
    const t = identifiantLu(a);
    expect(t.conforme).toBe(conforme);
    expect(t).toMatchSnapshot();
  });
});
