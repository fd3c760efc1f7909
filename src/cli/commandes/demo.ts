import { emballer } from '#app/actes/emballer.ts';
import type { Denouement } from '#app/demonstration/derouler.ts';
import type { FichierAEcrire } from '#app/ports/fichiers.ts';
import { produire } from '#app/produire.ts';
import { ranger } from '#app/ranger.ts';
import { type Result, err, ok } from '#base/result.ts';
import { utf8 } from '#base/utf8.ts';
import { calendrier } from '#conseil/calendrier/calendrier.ts';
import { controler } from '#conseil/controle/controler.ts';
import { calendrierIcs } from '#formats/calendrier/ics.ts';
import { ecrireSeance } from '#formats/seance/ecrire.ts';
import type { Lus } from '../arguments.ts';
import { type Commande, enJson } from '../commande.ts';
import type { Outils } from '../outils.ts';
import { constatEnJson } from './controler.ts';
import { expeditionDe } from './expedition.ts';

/** The archive a platform would send, made from the signed act, as if there were no operator. */
async function archive(
  { seance, pieces: laissees }: Denouement,
  lus: Lus,
  { archives }: Outils,
): Promise<Result<readonly FichierAEcrire[], string>> {
  const suivi = seance.affaires.find(({ signatures }) => signatures.length > 0);
  const signe = laissees.find(({ nom }) => nom.endsWith('-signe.pdf'));
  const le = suivi?.transmission?.le;
  if (suivi === undefined || signe === undefined || le === undefined) return ok([]);
  const { collectivite } = seance.identite;
  const expedition = expeditionDe(collectivite, lus, () => ({ le, serie: 1 }));
  if (!expedition.ok) return expedition;
  const acte = emballer(seance, suivi, {
    expedition: expedition.value,
    pdf: signe.contenu,
    annexes: [],
    classification: null,
    dejaTransmis: new Set(),
  });
  if (!acte.ok) return err(acte.error.join(' '));
  const octets = await archives.emballer(acte.value.entrees);
  return octets.ok ? ok([{ nom: acte.value.archive, contenu: octets.value }]) : octets;
}

/** Everything the journey leaves besides the printed documents. */
async function pieces(
  fin: Denouement,
  lus: Lus,
  outils: Outils,
): Promise<Result<readonly FichierAEcrire[], string>> {
  const { seance } = fin;
  const emballee = await archive(fin, lus, outils);
  if (!emballee.ok) return emballee;
  return ok([
    ...fin.pieces,
    ...emballee.value,
    { nom: 'seance.json', contenu: utf8(ecrireSeance(seance.faits)) },
    { nom: 'constats.json', contenu: utf8(enJson(controler(seance).map(constatEnJson))) },
    { nom: 'calendrier.ics', contenu: utf8(calendrierIcs(calendrier(seance), seance)) },
  ]);
}

async function ecrireTout(
  fin: Denouement,
  lus: Lus,
  outils: Outils,
): Promise<Result<number, string>> {
  const dossier = lus.options.get('vers') ?? '';
  const imprimeur = await outils.ouvrirLImprimeur();
  try {
    const produits = await produire(fin.seance, imprimeur);
    if (!produits.ok) return err(produits.error.flatMap((r) => r.phrases).join(' '));
    const autres = await pieces(fin, lus, outils);
    if (!autres.ok) return autres;
    const remplacer = lus.options.has('remplacer');
    const range = await ranger(produits.value, dossier, { fichiers: outils.fichiers, remplacer });
    if (!range.ok) return range;
    const depot = await outils.fichiers.deposer(dossier, { ecrire: autres.value, retirer: [] });
    return depot.ok ? ok(produits.value.length + autres.value.length) : depot;
  } finally {
    await imprimeur.fermer();
  }
}

async function executer(lus: Lus, outils: Outils): Promise<number> {
  const { sortie } = outils;
  const refuser = (phrase: string, code: number): number => {
    sortie.annoncer(`${phrase}\n`);
    return code;
  };
  if (lus.positions[0] !== 'aix')
    return refuser('Un seul exemple se déroule : parvis demo aix.', 2);
  if (!lus.options.has('vers')) return refuser('Dites où écrire : --vers <dossier>.', 2);
  sortie.ecrire(
    'SIMULATION : clés, préfecture et dates d’essai. Rien n’est transmis nulle part.\n',
  );
  const fin = await outils.deroulerLExemple((phrase) => sortie.ecrire(`${phrase}\n`));
  if (!fin.ok) return refuser(fin.error, 1);
  const ecrits = await ecrireTout(fin.value, lus, outils);
  if (!ecrits.ok) return refuser(ecrits.error, 1);
  sortie.ecrire(`${ecrits.value} fichiers dans « ${lus.options.get('vers')} ».\n`);
  return 0;
}

export const demo: Commande = {
  nom: 'demo',
  positions: ['exemple'],
  options: [
    {
      nom: 'vers',
      valeur: 'dossier',
      requise: true,
      aide: 'Où écrire ; le dossier est créé s’il manque.',
    },
    { nom: 'remplacer', valeur: null, aide: 'Remplace aussi des fichiers d’un autre programme.' },
  ],
  resume: 'déroule l’acte d’Aix, de la séance à son entrée en vigueur, en simulation',
  aide: `La séance, ses documents, deux signatures d’essai, l’archive ACTES, l’envoi à une préfecture de
simulation, son accusé de réception, la copie tamponnée, la publication : tout est écrit dans le
dossier. Rien n’est transmis nulle part, et le registre de cette machine n’est pas touché.

Exemple : parvis demo aix --vers aix`,
  executer,
};
