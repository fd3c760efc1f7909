import type { Jour } from '#base/jour.ts';
import { regleDePoids } from '../regles.ts';
import type { Trouvaille } from './constat.ts';
import { lireTexte, reperer } from './texte.ts';

/** What the identifier on a receipt of the prefecture should say of the act. */
export type ActeRecu = {
  readonly identifiant: string;
  /** « 13 », « 2A », « 974 ». */
  readonly departement: string;
  readonly siren: string;
  /** Day of the act. */
  readonly le: Jour;
};

/**
 * The five parts of an act's identifier (ACTES), own number with its hyphens included; the two
 * numbers of the message may follow, as stamps print them.
 */
const FORME =
  /(\w{3}) ?- ?(\d{9}) ?- ?(\d{8}) ?- ?([\w -]*\w) ?- ?(\p{Lu}{2})(?: ?- ?\d+ ?- ?\d+)?/u;

/**
 * Whether the identifier of the receipt — département, SIREN, day, own number, nature —
 * is that of this act. A receipt for another act proves nothing of this one (R-TRANS-01).
 */
export function identifiantLu(a: ActeRecu): Trouvaille {
  const parties = FORME.exec(a.identifiant);
  const [, departement = '', siren = '', jourDeLActe = ''] = parties ?? [];
  const ecarts = [
    ...(departement === a.departement.padStart(3, '0') ? [] : ['le département']),
    ...(siren === a.siren ? [] : ['le SIREN']),
    ...(jourDeLActe === a.le.replaceAll('-', '') ? [] : ['la date de l’acte']),
  ];
  const [extrait] = reperer(lireTexte(a.identifiant), /.+/gu);
  const juste = parties !== null && ecarts.length === 0;
  return {
    regle: regleDePoids('R-TRANS-01', 'information'),
    code: juste ? 'accuse-coherent' : 'accuse-incoherent',
    conforme: juste ? true : null,
    phrase: juste
      ? `L’identifiant de l’accusé de réception (${a.identifiant}) porte le département, le SIREN et la date de cet acte.`
      : parties === null
        ? `L’identifiant de l’accusé de réception (${a.identifiant}) n’a pas la forme attendue.`
        : `Dans l’identifiant de l’accusé de réception (${a.identifiant}), ${ecarts.join(' et ')} ne ${ecarts.length > 1 ? 'correspondent' : 'correspond'} pas à cet acte.`,
    queFaire: juste ? null : 'Vérifiez que cet accusé de réception est bien celui de l’acte.',
    extrait: extrait ?? null,
  };
}
