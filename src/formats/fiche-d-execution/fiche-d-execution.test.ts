import { describe, expect, it } from 'vitest';
import { idAffaire } from '../../../test/harness/conseil.ts';
import { seanceDExemple } from '../../../test/harness/seances.ts';
import { jour } from '#base/jour.ts';
import type { VieDeLActe } from '#conseil/acte/vie.ts';
import type { Constat } from '#droit/constat.ts';
import { texteDuDocument } from '../document/texte.ts';
import { ficheDExecution } from './fiche-d-execution.ts';

const aix = seanceDExemple('aix-2022-10-14');
const id = idAffaire('inclusion-numerique');

/** What the law says of DL.2022-330 with what its file proves: transmitted, never shown on line. */
const SANS_PREUVE: VieDeLActe = {
  aTransmettre: true,
  transmiseLe: jour('2022-10-19'),
  recueLe: jour('2022-10-19'),
  publiciteRequise: 'electronique',
  publieeLe: null,
  executoireDepuis: null,
  urgence: false,
  afficheeEnUrgenceLe: null,
  manque: ['publicite'],
  recoursJusquAu: null,
  delaiDeRecours: null,
  recoursGracieux: [],
  recoursEpuisesLe: null,
  defereJusquAu: jour('2022-12-20'),
  controle: {
    dernierJour: jour('2022-12-20'),
    depart: jour('2022-10-19'),
    motif: 'reception',
    rejetImplicite: null,
    piecesDemandeesLe: null,
    gracieuxLe: null,
  },
  defere: null,
  retirableJusquAu: jour('2023-02-14'),
  fin: null,
  listeAvantLe: jour('2022-10-21'),
  constats: [],
};

const constat = (regle: string, conforme: boolean | null, affaire = true): Constat => ({
  regle: {
    id: regle,
    fondement: { code: 'CGCT', article: 'L2131-1', alinea: '1' },
    gravite: 'risque',
    certitude: 'A15',
    enVigueur: { du: null, au: null },
  },
  conforme,
  phrase: `Phrase de ${regle}.`,
  queFaire: conforme === true ? null : 'Publier.',
  faits: {},
  ...(affaire && { affaire: id }),
});

const fiche = (vie: VieDeLActe, constats: readonly Constat[] = []): string =>
  texteDuDocument(ficheDExecution(aix, id, vie, constats));

describe('L2131-1 : la fiche d’exécution de DL.2022-330', () => {
  it('sans preuve de publication en ligne, ne dit pas l’acte exécutoire', () => {
    const texte = fiche(SANS_PREUVE);
    expect(texte).toContain('Rien ne permet encore de l’affirmer.');
    expect(texte).toContain('la preuve de la publicité exigée (publication en ligne)');
    expect(texte).toContain('le délai n’a pas de départ connu');
    expect(texte).toContain('jusqu’au 20 décembre 2022 inclus');
    expect(texte).toContain('au plus tard le 21 octobre 2022');
    expect(texte).not.toContain('Oui, depuis');
  });

  it('publié le 21, transmis le 19 : s’applique depuis le 21, et dit pourquoi', () => {
    const texte = fiche({
      ...SANS_PREUVE,
      publieeLe: jour('2022-10-21'),
      executoireDepuis: jour('2022-10-21'),
      manque: [],
      recoursJusquAu: jour('2022-12-22'),
    });
    expect(texte).toContain('Oui, depuis le 21 octobre 2022.');
    expect(texte).toContain('Publication en ligne du 21 octobre 2022 et transmission');
    expect(texte).toContain('jusqu’au 22 décembre 2022 inclus');
  });

  const EN_VIGUEUR: VieDeLActe = {
    ...SANS_PREUVE,
    publieeLe: jour('2022-10-21'),
    executoireDepuis: jour('2022-10-21'),
    manque: [],
    recoursJusquAu: jour('2022-12-22'),
    recoursEpuisesLe: jour('2022-12-22'),
  };

  it('L2131-1 V : affiché en urgence, le dit avec l’article', () => {
    const texte = fiche({
      ...EN_VIGUEUR,
      urgence: true,
      publieeLe: null,
      afficheeEnUrgenceLe: jour('2022-10-17'),
    });
    expect(texte).toContain('Affichage en urgence du 17 octobre 2022 (L2131-1, V) et transmission');
  });

  it('CRPA L411-2 : chaque recours gracieux a sa ligne, sans nom, avec ce qu’il change', () => {
    const recours = {
      reference: 'C-2022-118',
      demandeur: 'tiers',
      recuLe: jour('2022-12-01'),
      rejeteLe: null,
      accepteLe: null,
      interrompt: true,
      rejetImplicite: jour('2023-02-01'),
      depart: jour('2023-02-01'),
      dernierJour: jour('2023-04-03'),
    } as const;
    const dit = (plus: Partial<VieDeLActe['recoursGracieux'][number]>) =>
      fiche({ ...EN_VIGUEUR, recoursGracieux: [{ ...recours, ...plus }] });
    expect(dit({})).toContain('refusé par le silence le 1er février 2023, sauf réponse avant');
    expect(dit({})).toContain('elle seule (à vérifier), recours jusqu’au 3 avril 2023 inclus');
    expect(dit({})).not.toContain('C-2022-118 ;');
    expect(dit({ rejeteLe: jour('2023-01-10'), depart: jour('2023-01-10') })).toContain(
      'refusé le 10 janvier 2023 ;',
    );
    expect(dit({ accepteLe: jour('2023-01-10') })).toContain('accepté le 10 janvier 2023');
    expect(dit({ interrompt: false })).toContain('venu hors délai');
    expect(dit({ interrompt: null, depart: null, dernierJour: null })).toContain(
      'sans effet connu',
    );
  });

  it('CJA R421-5 : un an, et non deux mois, quand la notification tait les voies de recours', () => {
    const publieeLe = jour('2022-10-19');
    const recoursJusquAu = jour('2023-10-19');
    const dit = (delaiDeRecours: VieDeLActe['delaiDeRecours']) =>
      fiche({ ...EN_VIGUEUR, publieeLe, recoursJusquAu, delaiDeRecours });
    expect(dit('raisonnable')).toContain(
      'un an, en général, après la notification du 19 octobre 2022',
    );
    expect(dit('raisonnable')).not.toContain('deux mois francs après la publicité');
    expect(dit('deux-mois')).toContain('deux mois francs après la publicité exigée du 19 octobre');
  });

  it('L2131-6 : dit de quoi se compte le dernier jour du préfet, et la suspension', () => {
    const attend = fiche({
      ...EN_VIGUEUR,
      defereJusquAu: null,
      controle: {
        dernierJour: null,
        depart: null,
        motif: 'pieces-attendues',
        rejetImplicite: null,
        piecesDemandeesLe: jour('2022-11-10'),
        gracieuxLe: null,
      },
    });
    expect(attend).toContain('Le préfet a demandé des pièces le 10 novembre 2022');
    const saisi = fiche({
      ...EN_VIGUEUR,
      defere: { le: jour('2022-12-15'), suspendueJusquAu: jour('2022-11-19') },
    });
    expect(saisi).toContain('tribunal saisi le 15 décembre 2022 ; acte suspendu');
  });

  it('CRPA L242-1 : jusqu’à quand retirer, et ce qui a mis fin à l’acte', () => {
    expect(fiche(EN_VIGUEUR)).toContain('si l’acte est illégal, jusqu’au 14 février 2023 inclus');
    const fin = { le: jour('2022-12-09'), acte: 'DL.2022-401' };
    expect(fiche({ ...EN_VIGUEUR, fin: { genre: 'retrait', ...fin } })).toContain(
      'Non, retirée par la décision DL.2022-401 du 9 décembre 2022.',
    );
    expect(fiche({ ...EN_VIGUEUR, fin: { genre: 'abrogation', ...fin, acte: null } })).toContain(
      'Plus maintenant : abrogée par une décision du 9 décembre 2022.',
    );
  });

  it('range les constats, avec article, poids et certitude', () => {
    const texte = fiche({ ...SANS_PREUVE, constats: [constat('R-A', false)] }, [
      constat('R-A', false),
      constat('R-B', null),
      constat('R-C', true),
      constat('R-D', true, false),
    ]);
    expect(texte.match(/Phrase de R-A/g)).toHaveLength(1);
    expect(texte).toContain('À corriger ou à expliquer (1)');
    expect(texte).toContain('Que faire : Publier.');
    expect(texte).toContain('L2131-1, alinéa 1 (CGCT)\nfragilise l’acte ou sa preuve');
    expect(texte).toContain('texte officiel de 2015, tenu pour inchangé');
    expect(texte.indexOf('Phrase de R-D')).toBeGreaterThan(texte.indexOf('Constats sur la séance'));
  });

  it('cite les mentions de l’original sans les reprendre à son compte', () => {
    const texte = fiche(SANS_PREUVE);
    const citees = texte.slice(texte.indexOf('Ce que porte l’exemplaire d’origine'));
    expect(citees).toContain('COMPTE RENDU AFFICHÉ');
    expect(texte.slice(0, texte.indexOf('Ce que porte'))).not.toContain('COMPTE RENDU');
  });
});
