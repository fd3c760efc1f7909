import { describe, expect, it } from 'vitest';
import { autorisationLue } from './dispositif.ts';

const lue = (...dispositif: readonly string[]) =>
  autorisationLue({ objet: 'Chemin du Serre', dispositif, rapport: '', cocontractants: [] });

describe('CE 13 octobre 2004, Montélimar : ce qui engage la commune, et ce qui ne l’engage pas', () => {
  it.each([
    'AUTORISER le maire à demander des devis pour l’élargissement du chemin.',
    'CHARGER le maire de demander l’avis de la commission.',
    'FIXER les tarifs de location de la salle.',
  ])('« %s » : rien n’est à signer, la règle ne se dit pas', (point) => {
    expect(lue(point)).toBeNull();
  });

  it.each([
    'AUTORISER Madame le Maire à signer tout document relatif à ce dossier.',
    'AUTORISER le maire à conclure le marché.',
    'SOLLICITER auprès de la Caisse une subvention.',
    'DEMANDER au Département une aide de 9 600 €.',
    'AUTORISER le maire à souscrire un emprunt.',
  ])('« %s » : l’objet, le montant et le cocontractant doivent être connus', (point) => {
    expect(lue(point)).not.toBeNull();
  });
});
