import type { Jour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Collectivite } from '#conseil/collectivite.ts';
import { natureDeCollectivite } from '#formats/actes/enveloppe.ts';
import type { Expedition } from '#formats/actes/envoi.ts';
import { departementActes } from '#formats/actes/noms.ts';
import type { Lus, Option } from '../arguments.ts';

/** What the agreement with the prefecture says, and no fact of a sitting does. */
export const OPTIONS_D_EXPEDITION: readonly Option[] = [
  { nom: 'application', valeur: 'TACT|EACT', aide: 'TACT : essai (par défaut) ; EACT : réel.' },
  { nom: 'adresse', valeur: 'courriel', aide: 'Où la préfecture répond ; exigée avec EACT.' },
  { nom: 'plateforme', valeur: 'abc', aide: 'Trois lettres du tiers de télétransmission.' },
  { nom: 'arrondissement', valeur: 'n', aide: 'Celui de la convention ; 1 si rien n’est dit.' },
  { nom: 'nature', valeur: 'code', aide: 'Nature de la collectivité, deux chiffres (commune 31).' },
];

/** A reserved domain: nothing sent there by mistake reaches anyone. */
const ADRESSE_D_ESSAI = 'retour@tdt.test';

type Jourdhui = { readonly le: Jour; readonly serie: number | null };

/** Who sends, by the facts of the collectivity and the options; the error is a French sentence. */
export function expeditionDe(
  { siren, departement, genre, nom }: Collectivite,
  { options }: Lus,
  jourPour: (application: 'EACT' | 'TACT') => Jourdhui,
): Result<Expedition, string> {
  const application = options.get('application') ?? 'TACT';
  if (application !== 'EACT' && application !== 'TACT') {
    return err(`« ${application} » n’est pas une application : TACT (essai) ou EACT (réel).`);
  }
  const adresse = options.get('adresse') ?? (application === 'TACT' ? ADRESSE_D_ESSAI : null);
  if (adresse === null) {
    return err(
      'Pour un envoi réel, donnez l’adresse où la préfecture répond : --adresse <courriel>.',
    );
  }
  const plateforme = options.get('plateforme') ?? 'abc';
  if (!/^[A-Za-z0-9]{3}$/.test(plateforme)) {
    return err(
      `« ${plateforme} » n’est pas une plateforme : trois lettres ou chiffres, par exemple abc.`,
    );
  }
  const nature = options.get('nature') ?? natureDeCollectivite(genre, nom);
  if (nature === null) {
    return err(
      'La nature de la collectivité n’est pas connue : donnez --nature <deux chiffres>, selon votre convention.',
    );
  }
  const { le, serie } = jourPour(application);
  if (serie === null) return err('Les 9 999 envois du jour sont faits : attendez demain.');
  return ok({
    emetteur: {
      siren,
      departement: departementActes(departement),
      arrondissement: options.get('arrondissement') ?? '1',
      nature,
      referent: null,
    },
    adressesDeRetour: [adresse],
    plateforme,
    application,
    envoyeLe: le,
    serie,
  });
}
