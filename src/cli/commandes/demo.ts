import { join } from 'node:path';
import { emballer } from '#app/actes/emballer.ts';
import type { Denouement } from '#app/demonstration/derouler.ts';
import type { FichierAEcrire } from '#app/ports/fichiers.ts';
import { MANIFESTE, produire } from '#app/produire.ts';
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
    { nom: 'seance-avant-envoi.json', contenu: utf8(ecrireSeance(fin.avant.faits)) },
    { nom: 'constats.json', contenu: utf8(enJson(controler(seance).map(constatEnJson))) },
    { nom: 'calendrier.ics', contenu: utf8(calendrierIcs(calendrier(seance), seance)) },
  ]);
}

/** What each file is, for who opens the folder; the first words of a name decide. */
const CE_QUE_C_EST: readonly (readonly [debut: RegExp, phrase: string])[] = [
  [/^convocation\.pdf$/, 'la convocation'],
  [/^feuille-de-presence/, 'la feuille de présence'],
  [/^proces-verbal/, 'le procès-verbal'],
  [/^liste-des-deliberations/, 'la liste des délibérations, à afficher et à mettre en ligne'],
  [/^registre/, 'les feuillets du registre'],
  [/^fiche-d-execution/, 'quand l’acte s’applique, et jusqu’à quand le contester'],
  [/-signe\.pdf$/, 'l’acte avec ses deux signatures : c’est lui qui a été envoyé'],
  [/-tamponne\.pdf$/, 'une copie, avec le tampon de la préfecture'],
  [/\.tar\.gz$/, 'l’archive ACTES, telle qu’une plateforme l’envoie au ministère'],
  [/^accuse-de-reception/, 'l’accusé de la préfecture, tel qu’il est arrivé (XML)'],
  [/^bordereau/, 'ce qui a été envoyé et reçu, comparé point par point'],
  [/^verification-des-signatures/, 'ce que valent les signatures'],
  [/^autorite-de-simulation/, 'l’autorité d’essai, pour vérifier soi-même les signatures'],
  [/^seance\.json$/, 'toute la séance en un fichier, à relire ou à importer'],
  [/^seance-avant/, 'la même avant signature et envoi : à importer pour s’exercer à transmettre'],
  [/^constats/, 'ce que dit la loi de cette séance'],
  [/^calendrier/, 'les dates à venir, pour un agenda'],
  [/^manifeste/, 'la liste des documents imprimés et leurs empreintes'],
  [/\.pdf$/, 'l’extrait de la délibération, avant signature'],
];

const ligneDe = (nom: string): string =>
  `  ${nom.padEnd(42)} ${CE_QUE_C_EST.find(([debut]) => debut.test(nom))?.[1] ?? ''}`.trimEnd();

const AUTORITE = 'autorite-de-simulation';

async function ecrireTout(
  fin: Denouement,
  lus: Lus,
  outils: Outils,
): Promise<Result<readonly string[], string>> {
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
    if (!depot.ok) return depot;
    const ancres = fin.ancres.map((contenu, i) => ({ nom: `autorite-${i + 1}.der`, contenu }));
    const autorite = await outils.fichiers.deposer(join(dossier, AUTORITE), {
      ecrire: ancres,
      retirer: [],
    });
    if (!autorite.ok) return autorite;
    const imprimes = produits.value.map(({ ligne }) => ligne.fichier);
    return ok([...imprimes, MANIFESTE, ...autres.value.map(({ nom }) => nom), AUTORITE]);
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
  const vers = lus.options.get('vers') ?? '';
  sortie.ecrire(
    `\n${ecrits.value.length} pièces dans « ${vers} » :\n${ecrits.value.map(ligneDe).join('\n')}\n`,
  );
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
