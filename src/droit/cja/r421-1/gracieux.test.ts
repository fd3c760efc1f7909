import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { type DemandeGracieuse, constatDuGracieux, delaiDuDemandeur } from './gracieux.ts';

const DEPART = {
  depuis: jour('2022-10-19'),
  territoire: 'commun',
  distance: 'aucune',
  voiesMentionnees: null,
} as const;

const demande = (
  recuLe: string,
  reponse: { readonly rejeteLe?: string; readonly accepteLe?: string } = {},
): DemandeGracieuse => ({
  recuLe: jour(recuLe),
  rejeteLe: reponse.rejeteLe === undefined ? null : jour(reponse.rejeteLe),
  accepteLe: reponse.accepteLe === undefined ? null : jour(reponse.accepteLe),
});

const dire = (d: DemandeGracieuse, depart: typeof DEPART | null = DEPART) =>
  constatDuGracieux(depart, d, 'Marseille');

describe('CRPA L411-2 : le délai de la personne qui a fait un recours gracieux', () => {
  it.each([
    ['le dernier jour, sans réponse', demande('2022-12-20'), '2023-04-21'],
    ['un jour trop tard', demande('2022-12-21'), '2022-12-20'],
    ['refus exprès', demande('2022-12-01', { rejeteLe: '2023-01-10' }), '2023-03-13'],
  ] as const)('%s : jusqu’au bon jour', (_, d, dernierJour) => {
    expect(delaiDuDemandeur(DEPART, d)?.dernierJour).toBe(dernierJour);
  });

  it('n’a pas de fin connue sans publicité prouvée, ni quand la demande est acceptée', () => {
    expect(delaiDuDemandeur(null, demande('2022-12-01'))).toBeNull();
    expect(delaiDuDemandeur(DEPART, demande('2022-12-01', { accepteLe: '2023-01-10' }))).toBeNull();
  });
});

describe('Ce que l’on dit d’un recours gracieux', () => {
  it('ne profite qu’à son auteur : certitude M, à vérifier', () => {
    expect(dire(demande('2022-12-01')).regle).toMatchObject({ id: 'R-REC-03', certitude: 'M' });
  });

  it.each([
    [
      'silence',
      demande('2022-12-01'),
      true,
      'refusé le 1er février 2023, et elle peut saisir le tribunal administratif de Marseille jusqu’au 3 avril 2023',
    ],
    [
      'refus exprès',
      demande('2022-12-01', { rejeteLe: '2023-01-10' }),
      true,
      'il a été refusé le 10 janvier 2023, et elle peut saisir le tribunal administratif de Marseille jusqu’au 13 mars 2023',
    ],
    ['trop tard', demande('2022-12-21'), true, 'n’est pas venu dans le délai'],
    ['accepté', demande('2022-12-01', { accepteLe: '2023-01-10' }), true, 'a été accepté'],
  ] as const)('%s', (_, d, conforme, phrase) => {
    expect(dire(d)).toMatchObject({ conforme });
    expect(dire(d).phrase).toContain(phrase);
  });

  it('demande de répondre tant que rien n’est répondu, et seulement alors', () => {
    expect(dire(demande('2022-12-01')).queFaire).toContain('Répondez');
    expect(dire(demande('2022-12-01', { rejeteLe: '2023-01-10' })).queFaire).toBeNull();
    expect(dire(demande('2022-12-21')).queFaire).toBeNull();
  });

  it('sans publicité prouvée, ne conclut pas', () => {
    const c = dire(demande('2022-12-01'), null);
    expect(c.conforme).toBeNull();
    expect(c.phrase).toContain('n’est pas prouvée');
    expect(c.faits).toMatchObject({ dernierJour: null, interrompu: null });
  });

  it('dit que faire d’une demande acceptée, et d’une demande dont on ne peut rien conclure', () => {
    expect(dire(demande('2022-12-01', { accepteLe: '2023-01-10' })).queFaire).toContain('retirez');
    expect(dire(demande('2022-12-01'), null).queFaire).toContain('Répondez-y');
  });

  it('garde les jours sur lesquels elle se fonde', () => {
    expect(dire(demande('2022-12-01')).faits).toEqual({
      recuLe: '2022-12-01',
      rejeteLe: null,
      accepteLe: null,
      interrompu: true,
      rejetImplicite: '2023-02-01',
      dernierJour: '2023-04-03',
    });
  });

  it('nomme le tribunal sans ville quand on ne la connaît pas', () => {
    expect(constatDuGracieux(DEPART, demande('2022-12-01'), null).phrase).toContain(
      'saisir le tribunal administratif jusqu’au',
    );
  });
});
