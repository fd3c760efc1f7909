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
