import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { ReponseEnvoyee } from './faits.ts';
import { JAMAIS_TRANSMIS } from './suivi.ts';

export type RepondreAUnCourrier = CommandeDe<'RepondreAUnCourrier', ReponseEnvoyee>;
export type RepondreAUnCourrierRefuse = RefusParCode<'courrier-inconnu'>;

/**
 * Notes an answer to a letter of the prefecture that was received. Several may be sent: a refusal
 * may be followed by the documents.
 */
export function repondreAUnCourrier(
  seance: Seance,
  commande: RepondreAUnCourrier,
): Result<readonly [ReponseEnvoyee], RepondreAUnCourrierRefuse> {
  const { courriers } = suiviDe(seance, commande.affaire)?.teletransmission ?? JAMAIS_TRANSMIS;
  const refus = courriers.some(({ transaction }) => transaction === commande.courrier)
    ? null
    : ({ code: 'courrier-inconnu', transaction: commande.courrier } as const);
  return trancher(refus, { ...commande, type: 'ReponseEnvoyee' });
}
