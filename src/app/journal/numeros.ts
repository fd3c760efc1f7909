import { type Json, estObjet } from '#base/canonical-json.ts';
import { enToutesLettres } from '#base/jour.ts';
import type { Fait } from '#conseil/faits.ts';
import { donneUnActe } from '#conseil/acte/vie-de-l-acte.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import { fluxDe } from '../importer.ts';
import type { FaitInscrit, Magasin } from '../ports/magasin.ts';
import { relire } from '../relire.ts';

/** The number an item bears in a recorded fact, in one that corrects it, or inserted. */
function numeroDe(charge: Json | undefined): readonly string[] {
  if (!estObjet(charge)) return [];
  const { affaire, par, fait } = charge;
  const sien = estObjet(affaire) && typeof affaire.numero === 'string' ? [affaire.numero] : [];
  return [...sien, ...numeroDe(par), ...numeroDe(fait)];
}

/**
 * Every number of act a stream ever wrote, corrected since or not: enough to leave the other
 * streams unread, without replaying this one.
 */
export const numerosEcrits = (inscrits: readonly FaitInscrit[]): ReadonlySet<string> =>
  new Set(inscrits.flatMap(({ charge }) => numeroDe(charge)));

const numerosVotes = ({ affaires }: Seance): readonly string[] =>
  affaires.flatMap((suivi) => (donneUnActe(suivi) ? (suivi.affaire.numero ?? []) : []));

const citer = ({ identite: { id, jour } }: Seance): string =>
  `${enToutesLettres(jour)} (« ${id} »)`;

function phrase(numero: string, une: Seance, autre: Seance): string {
  const [avant, apres] = une.identite.jour <= autre.identite.jour ? [une, autre] : [autre, une];
  return `Le numéro ${numero} désigne deux délibérations : celle de la séance du ${citer(avant)}, et celle du ${citer(apres)}. Son adresse publique mène à la plus ancienne. Rien n’est bloqué : vérifiez le numéro, et rectifiez celui qui est faux.`;
}

/**
 * The numbers of acts this sitting voted that another sitting of the register had voted too, one
 * French sentence each. An item put off from one sitting to another keeps its number: only two
 * decisions under one number are told.
 */
export async function numerosRepris(
  faits: readonly Fait[],
  magasin: Magasin,
): Promise<readonly string[]> {
  const seance = rejouer(faits);
  const { id, collectivite } = seance.identite;
  const votes = numerosVotes(seance);
  const phrases: string[] = [];
  for (const flux of await magasin.flux(collectivite.siren, fluxDe(''))) {
    if (flux === fluxDe(id) || votes.length === 0) continue;
    const inscrits = await magasin.lire(collectivite.siren, flux);
    const ecrits = numerosEcrits(inscrits);
    if (!votes.some((numero) => ecrits.has(numero))) continue;
    const autre = rejouer(relire(inscrits));
    const siens = new Set(numerosVotes(autre));
    phrases.push(...votes.filter((n) => siens.has(n)).map((n) => phrase(n, seance, autre)));
  }
  return phrases;
}
