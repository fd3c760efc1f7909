import type { VieDeLActe } from '#conseil/acte/vie.ts';
import { controler } from '#conseil/controle/controler.ts';
import { vieDeLActe } from '#conseil/acte/vie-de-l-acte.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { Jugements } from '#formats/documents-de-seance/documents-de-seance.ts';

export { controler };

/** The life of the act of every item. */
const viesDesActes = (seance: Seance): { readonly [affaire: IdAffaire]: VieDeLActe } =>
  Object.fromEntries(seance.affaires.map((suivi) => [suivi.affaire.id, vieDeLActe(seance, suivi)]));

const juges = new WeakMap<Seance, Jugements>();

/** What the documents of a sitting need beside its facts: judged once, however many there are. */
export function jugementsSur(seance: Seance): Jugements {
  const deja = juges.get(seance);
  if (deja !== undefined) return deja;
  const nouveaux = { constats: controler(seance), vies: viesDesActes(seance) };
  juges.set(seance, nouveaux);
  return nouveaux;
}
