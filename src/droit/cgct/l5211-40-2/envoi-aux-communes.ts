import { type Jour, ajouterMois, enToutesLettres, jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

/** In force with the reform of publicity (ordinance 2021-1310). */
const DEPUIS = jour('2022-07-01');

/** Last day to send the list and the minutes to the councillors of member communes; null before. */
export const envoiAuPlusTard = (seance: Jour): Jour | null =>
  seance >= DEPUIS ? ajouterMois(seance, 1) : null;

/** Whether the councillors of member communes were served in time. `le`: the day of looking. */
export function constatDEnvoiAuxCommunes(faits: {
  readonly seance: Jour;
  readonly envoyeLe: Jour | null;
  readonly le: Jour;
}): Constat {
  const limite = envoiAuPlusTard(faits.seance);
  const { envoyeLe, le } = faits;
  const tardif = limite !== null && (envoyeLe ?? le) > limite;
  const attendu = limite !== null && envoyeLe === null && !tardif;
  return {
    regle: regle('R-EPCI-01'),
    conforme: tardif ? false : attendu ? null : true,
    phrase:
      limite === null
        ? 'L’envoi aux conseillers des communes membres n’était pas encore obligatoire.'
        : `La liste des délibérations est envoyée aux conseillers des communes membres au plus tard le ${enToutesLettres(limite)}${envoyeLe === null ? ' ; rien ne dit qu’elle le soit' : ` ; elle l’a été le ${enToutesLettres(envoyeLe)}`}.`,
    queFaire:
      tardif || attendu
        ? 'Envoyez la liste aux conseillers des communes membres, et notez le jour.'
        : null,
    faits: { seance: faits.seance, limite, envoyeLe },
  };
}
