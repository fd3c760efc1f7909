import { repondreAuCourrier } from '#app/transmission/transmettre.ts';
import type { FichierATransmettre } from '#app/transmission/preparer.ts';
import { enHeureLocale } from '#base/instant.ts';
import { enToutesLettres } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import { type CourrierEnClair, courriersEnClair } from '#conseil/transmission/courriers.ts';
import { typologieParDefaut } from '#formats/actes/classification.ts';
import { NATURES } from '#formats/actes/nomenclature.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL } from '../../commande.ts';
import type { Outils } from '../../outils.ts';
import { refuser } from '../../refuser.ts';
import { nomDe } from './acte-vu.ts';
import {
  COLLECTIVITE,
  type Guichet,
  TYPES,
  auGuichet,
  dire,
  lireLesFichiers,
  listeDe,
  raconter,
  typer,
} from './guichet.ts';
import { compter } from '#formats/mots/nombres.ts';

const uneLettre = ({ courrier, phrase, repondreAvantLe }: CourrierEnClair): string =>
  `  n° ${courrier.transaction} : ${phrase}${repondreAvantLe === null ? '' : ` Dernier jour : ${enToutesLettres(repondreAvantLe)}.`}`;

/** The letter meant: the one typed, or the only one that waits for an answer. */
function lettreVoulue(lus: Lus, { trouve }: Guichet): Result<CourrierEnClair, readonly string[]> {
  const lettres = courriersEnClair(trouve.suivi.teletransmission);
  const numero = lus.options.get('courrier');
  if (numero !== undefined) {
    const voulue = lettres.find(({ courrier }) => courrier.transaction === numero);
    if (voulue !== undefined) return ok(voulue);
    const phrase = `Aucun courrier n° ${numero} n’est arrivé sur ${nomDe(trouve)}. Relevez d’abord : parvis transmission relever.`;
    return err([phrase, ...lettres.map(uneLettre)]);
  }
  const sansReponse = lettres.filter(
    ({ courrier, reponduLe }) => reponduLe === null && courrier.genre !== 'defere',
  );
  const [seule, autre] = sansReponse;
  if (seule === undefined) {
    return err([
      `Aucun courrier de la préfecture n’attend de réponse sur ${nomDe(trouve)}.`,
      ...lettres.map(uneLettre),
    ]);
  }
  return autre === undefined
    ? ok(seule)
    : err([
        'Plusieurs courriers attendent une réponse : dites lequel avec --courrier.',
        ...sansReponse.map(uneLettre),
      ]);
}

/** The documents of the answer, each with its type: those of the act when none is typed. */
async function documents(
  lus: Lus,
  outils: Outils,
  { trouve }: Guichet,
): Promise<Result<readonly Required<FichierATransmettre>[], string>> {
  const chemins = [lus.options.get('pdf') ?? '', ...listeDe(lus, 'annexes')];
  const fichiers = await lireLesFichiers(chemins, outils);
  if (!fichiers.ok) return fichiers;
  const types = typer(fichiers.value, listeDe(lus, 'types'));
  if (!types.ok) return types;
  const code = trouve.suivi.teletransmission.demande?.nature;
  const nature = NATURES.find((n) => n.code === code)?.code ?? 1;
  const propose = typologieParDefaut(nature, null);
  return ok(types.value.map((f) => ({ ...f, typologie: f.typologie ?? propose })));
}

/** A late answer still leaves: the clerk is told what silence has meant. */
function prevenirDuRetard(
  { courrier, repondreAvantLe }: CourrierEnClair,
  { trouve }: Guichet,
  { sortie, horloge }: Outils,
): void {
  const { fuseau } = trouve.seance.identite.collectivite;
  const { jour } = enHeureLocale(horloge.maintenant(), fuseau);
  if (repondreAvantLe === null || repondreAvantLe >= jour) return;
  sortie.annoncer(
    `Attention : le dernier jour pour répondre au courrier n° ${courrier.transaction} était le ${enToutesLettres(repondreAvantLe)}. Le silence a valu refus ; la réponse part quand même.\n`,
  );
}

async function repondre(guichet: Guichet, lus: Lus, outils: Outils): Promise<number> {
  const lettre = lettreVoulue(lus, guichet);
  if (!lettre.ok) return refuser(lettre.error, lus, outils);
  const fichiers = await documents(lus, outils, guichet);
  if (!fichiers.ok) return refuser([fichiers.error], lus, outils);
  prevenirDuRetard(lettre.value, guichet, outils);
  const { bureau, trouve } = guichet;
  dire(`Envoi de ${compter(fichiers.value.length, 'document')} à ${bureau.tdt.nom}`, outils);
  const reponse = await repondreAuCourrier(bureau, trouve.lieu, {
    courrier: lettre.value.courrier.transaction,
    sens: lus.options.has('refus') ? 'refus' : 'envoi',
    fichiers: fichiers.value,
  });
  return reponse.ok
    ? raconter(guichet, reponse.value.echec, { lus, outils })
    : refuser([...reponse.error, 'Rien n’est parti.'], lus, outils);
}

export const transmissionRepondre: Commande = {
  nom: 'transmission repondre',
  positions: ['numero'],
  options: [
    { nom: 'courrier', valeur: 'n', aide: 'Lequel, s’il y en a plusieurs (voir etat).' },
    { nom: 'pdf', valeur: 'reponse.pdf', aide: 'Le document de la réponse.' },
    {
      nom: 'annexes',
      valeur: 'a.pdf,b.pdf',
      aide: 'D’autres pièces, si la préfecture en demande.',
    },
    TYPES,
    { nom: 'refus', valeur: null, aide: 'Refuse les pièces demandées, ou les observations.' },
    COLLECTIVITE,
    JSON_SEUL,
  ],
  resume: 'répond à un courrier de la préfecture',
  aide: `Trois courriers reçoivent une réponse : un courrier simple, une demande de pièces (les pièces, ou
--refus avec le document qui dit pourquoi), une lettre d’observations (la réponse, ou --refus). Un
déféré se défend devant le tribunal. « parvis transmission etat » donne les courriers, leur numéro et
leur dernier jour ; une réponse tardive part quand même, et le retard est dit.
Code de sortie : 0 si la réponse est prise en charge, 1 sinon (la raison est dite).

Exemple : parvis transmission repondre DL.2022-330 --pdf reponse.pdf`,
  executer: async (lus, outils) => {
    if (!lus.options.has('pdf')) {
      outils.sortie.annoncer('Donnez le document de la réponse : --pdf <reponse.pdf>.\n');
      return 2;
    }
    return auGuichet(lus, outils, (guichet) => repondre(guichet, lus, outils));
  },
};
