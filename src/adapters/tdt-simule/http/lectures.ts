import { type Result, err, ok } from '#base/result.ts';
import { parseJour } from '#base/jour.ts';
import { elementClassification } from '#formats/actes/messages/ecrire-classification.ts';
import { lireMessage } from '#formats/actes/messages/lire.ts';
import { ecrireXml } from '#formats/actes/xml/ecrire.ts';
import { type Compte, type Transaction, aEteAu, statutDe } from '../etat.ts';
import { archiveDe } from '../metier/archive.ts';
import { bordereauDe } from '../pdf/bordereau.ts';
import { classificationDe } from '../metier/classification.ts';
import { type Monde, jourDe } from '../monde.ts';
import {
  type Reponse,
  enClair,
  jsonEnTexte,
  octets,
  redirection,
  refus,
  texte,
} from './reponse.ts';
import type { Requete, Route } from './requete.ts';

const INVALIDE = 'Numéro de transaction invalide.';
const ACTES = '/modules/actes/';

/** The transaction asked for, by its number or by its ACTES identifier; the error is the KO's text. */
function transactionDe(
  monde: Monde,
  compte: Compte,
  { parametres }: Requete,
  nom = 'transaction',
): Result<Transaction, string> {
  const unique = parametres.get('unique_id') ?? '';
  const id = Number(parametres.get(nom) ?? '');
  const t =
    unique === ''
      ? monde.etat.transactions.get(id)
      : [...monde.etat.transactions.values()].find(
          (une) =>
            une.fichiers[0]?.nom === `${unique}_0.xml` || (une.type === 1 && une.idActe === unique),
        );
  if (t === undefined) return err(INVALIDE);
  return t.compte.siren === compte.siren ? ok(t) : err('Accès refusé');
}

const fluxDe = (t: Transaction, statut: number): Uint8Array | null =>
  t.etapes.findLast((e) => e.statut === statut)?.flux ?? null;

const statut: Route = (monde, compte, requete) => {
  const t = transactionDe(monde, compte, requete);
  if (!t.ok) return refus(t.error);
  const courant = statutDe(t.value);
  const tete = texte(`OK\n${courant}\n`);
  const flux = fluxDe(t.value, courant) ?? new Uint8Array();
  // In error the reason follows the ministry's message, when there is one, on the same line.
  const raison = courant === -1 ? texte(t.value.etapes.at(-1)?.message ?? '').corps : [];
  return { ...tete, corps: Buffer.concat([tete.corps, flux, Uint8Array.from(raison)]) };
};

const listeDesFichiers: Route = (monde, compte, requete) => {
  const t = transactionDe(monde, compte, requete);
  if (!t.ok) return refus(t.error);
  const recu = t.value.etapes.some((e) => ![1, 2, 3].includes(e.statut));
  if (!recu) return refus("Pas d'acquittement recu");
  return jsonEnTexte(
    t.value.fichiers.map((f) => ({
      id: String(f.id),
      name: f.nom,
      posted_filename: f.nomPoste,
      mimetype: f.mimetype,
      size: String(f.octets.byteLength),
      sign: f.signature,
      code_pj: f.typologie,
    })),
  );
};

/** The day of the receipt: what it says itself, whenever it was fetched. */
function receptionDe(t: Transaction) {
  const flux = fluxDe(t, 4);
  const lu = flux === null ? null : lireMessage(flux);
  return lu?.ok === true && lu.value.genre === 'ARActe' ? lu.value.dateDeReception : null;
}

async function fichierTamponne(
  monde: Monde,
  t: Transaction,
  { id, affichage }: { readonly id: number; readonly affichage: string | null },
): Promise<Reponse> {
  const fichier = monde.etat.fichiers.get(id)?.fichier;
  const recuLe = receptionDe(t);
  if (fichier === undefined || recuLe === null || fichier.mimetype !== 'application/pdf') {
    return redirection('/');
  }
  const publie = parseJour(affichage ?? '');
  const tamponne = await monde.tamponner(fichier.octets, {
    envoyeLe: jourDe(Date.parse(t.etapes[0]?.le ?? '')),
    recuLe,
    publieLe: publie.ok ? publie.value : null,
    id: t.idActe,
  });
  return tamponne.ok
    ? octets(tamponne.value, { type: 'application/pdf', nom: fichier.nom })
    : refus(`Tampon impossible : ${tamponne.error}`);
}

const telecharger: Route = async (monde, compte, requete) => {
  const { parametres } = requete;
  const fichier = parametres.get('file');
  if (fichier === null) {
    const t = monde.etat.transactions.get(Number(parametres.get('env') ?? ''));
    if (t === undefined || t.compte.siren !== compte.siren) return redirection('/');
    const archive = await archiveDe(t);
    return archive.ok
      ? octets(archive.value, { type: 'application/x-gzip', nom: t.nomDeLArchive })
      : refus(archive.error);
  }
  const connu = monde.etat.fichiers.get(Number(fichier));
  const t = connu === undefined ? undefined : monde.etat.transactions.get(connu.transaction);
  if (connu === undefined || t === undefined || t.compte.siren !== compte.siren) {
    return redirection('/');
  }
  if ((parametres.get('tampon') ?? '') === '') {
    const { mimetype, nom, octets: contenu } = connu.fichier;
    return octets(contenu, { type: mimetype, nom });
  }
  const affichage = parametres.get('date_affichage');
  return fichierTamponne(monde, t, { id: connu.fichier.id, affichage });
};

const tampon: Route = (monde, compte, requete) => {
  const t = transactionDe(monde, compte, requete);
  if (!t.ok) return refus(t.error);
  if (!aEteAu(t.value, 4)) return refus("Pas d'acquittement recu");
  const pdf = t.value.fichiers.find(({ nomPoste }) => /pdf$/i.test(nomPoste));
  return pdf === undefined
    ? texte('')
    : redirection(`actes_download_file.php?file=${pdf.id}&tampon=true`);
};

const bordereau: Route = (monde, compte, requete) => {
  const t = transactionDe(monde, compte, requete, 'trans_id');
  return t.ok
    ? octets(bordereauDe(t.value), { type: 'application/pdf', nom: 'acquittement.pdf' })
    : redirection(`${ACTES}index.php`);
};

const accuse: Route = (monde, compte, requete) => {
  const cle = requete.parametres.has('id') ? 'id' : 'transaction';
  const t = transactionDe(monde, compte, requete, cle);
  const flux = t.ok ? fluxDe(t.value, 4) : null;
  return flux === null
    ? redirection(`${ACTES}index.php`)
    : octets(flux, { type: 'application/xml', nom: null });
};

const classification: Route = (monde, compte) =>
  octets(ecrireXml(elementClassification(classificationDe(monde, compte))), {
    type: 'text/xml',
    nom: null,
  });

/** For an act, its letters, one a line; for a letter, where its archive is. */
const documents: Route = (monde, compte, requete) => {
  const t = transactionDe(monde, compte, requete, 'id');
  if (!t.ok) return refus(INVALIDE);
  if (t.value.type !== 1) {
    // Beside the address that was asked, as the platform writes it: no path before the name.
    return redirection(`actes_download_file.php?env=${t.value.enveloppe}`);
  }
  const lignes = [...monde.etat.transactions.values()]
    .filter((une) => une.liee === t.value.id && une.type >= 2 && une.type <= 5)
    .map((une) => `${une.type}-${statutDe(une)}-${une.id}\n`);
  return enClair(texte(lignes.join('')));
};

export const LECTURES: Readonly<Record<string, Route>> = {
  [ACTES]: () => texte('<!doctype html><title>ACTES</title><p>Module ACTES'),
  [`${ACTES}index.php`]: () => texte('<!doctype html><title>ACTES</title><p>Module ACTES'),
  [`${ACTES}actes_transac_get_status.php`]: statut,
  [`${ACTES}actes_transac_get_files_list.php`]: listeDesFichiers,
  [`${ACTES}actes_download_file.php`]: telecharger,
  [`${ACTES}actes_transac_get_tampon.php`]: tampon,
  [`${ACTES}actes_create_pdf.php`]: bordereau,
  [`${ACTES}actes_transac_get_ARActe.php`]: accuse,
  [`${ACTES}actes_classification_fetch.php`]: classification,
  [`${ACTES}actes_transac_get_document.php`]: documents,
};
