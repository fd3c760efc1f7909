import { type Result, err, ok } from '#base/result.ts';
import { enHeureLocale } from '#base/instant.ts';
import { enToutesLettres } from '#base/jour.ts';
import { utf8 } from '#base/utf8.ts';
import { vieDeLActe } from '#conseil/acte/vie-de-l-acte.ts';
import type { VieDeLActe } from '#conseil/acte/vie.ts';
import type { Commande } from '#conseil/decider.ts';
import type { Fait } from '#conseil/faits.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { imprimerLExtrait } from '../actes/imprimer-l-extrait.ts';
import { importer } from '../importer.ts';
import type { FichierAEcrire } from '../ports/fichiers.ts';
import type { Imprimeur } from '../ports/imprimeur.ts';
import type { CleDeSignature, Confiance, Examinateur, Horodateur } from '../ports/signature.ts';
import { signer } from '../signer.ts';
import { verifierSignatures } from '../verifier-signature.ts';
import { type Bureau, type Lieu, inscrire, lireLaSeance, suiviDe } from '../transmission/bureau.ts';
import { ecartsConstates, preuvesDeTransmission } from '../transmission/preuves.ts';
import { releverLesReponses, transmettreUnActe } from '../transmission/transmettre.ts';

/** What the journey is played with: an operator to practise with, keys to practise with. */
export type Scene = {
  readonly bureau: Bureau;
  readonly imprimeur: Imprimeur;
  readonly maire: CleDeSignature;
  readonly secretaire: CleDeSignature;
  readonly horodateur: Horodateur;
  readonly examinateur: Examinateur;
  /** The authority to practise with: trusted here, and nowhere else. */
  readonly ancres: Confiance['ancres'];
  /** Waits a moment between two looks at the operator. */
  readonly patienter: () => Promise<void>;
  /** Tells each step, in French. */
  readonly raconter: (phrase: string) => void;
};

export { enSimulation } from './simulation.ts';

export type Denouement = {
  readonly seance: Seance;
  /** The same sitting before anything was signed or sent: to practise on. */
  readonly avant: Seance;
  readonly vie: VieDeLActe;
  /** What the journey leaves besides the documents of the sitting. */
  readonly pieces: readonly FichierAEcrire[];
  /** Certificates (DER) of the authority to practise with: who wants to check trusts these alone. */
  readonly ancres: Confiance['ancres'];
};

/** Everything noted after the vote: the demonstration plays it again, so it is left out. */
const APRES_LA_SEANCE: ReadonlySet<Fait['type']> = new Set<Fait['type']>([
  'SignatureApposee',
  'MentionPortee',
  'ListePubliee',
  'TransmissionFaite',
  'ReceptionAttestee',
  'PublicationFaite',
]);

/** How many times one looks for the receipt: the operator to practise with answers in seconds. */
const REGARDS = 60;

type Pas = { readonly scene: Scene; readonly lieu: Lieu };

async function noter({ scene, lieu }: Pas, commande: Commande): Promise<Result<Seance, string>> {
  return inscrire(scene.bureau, lieu, () => commande);
}

async function signerLActe(pas: Pas, seance: Seance): Promise<Result<Uint8Array, string>> {
  const { scene, lieu } = pas;
  const extrait = await imprimerLExtrait(seance, lieu.affaire, scene.imprimeur);
  if (!extrait.ok) return err(extrait.error.join(' '));
  let octets = extrait.value;
  const president = seance.ouverture?.assistance.president;
  const secretaire = seance.secretaires[0];
  if (president === undefined || secretaire === undefined) {
    return err('La séance n’a pas de président ou pas de secrétaire : rien ne peut être signé.');
  }
  const signataires = [
    { cle: scene.maire, membre: president, qualite: 'Maire, président de séance' },
    { cle: scene.secretaire, membre: secretaire, qualite: 'Secrétaire de séance' },
  ];
  for (const { cle, membre, qualite } of signataires) {
    const le = scene.bureau.horloge.maintenant();
    const mention = { nom: cle.identite.sujet, motif: qualite, lieu: null, le };
    const signe = await signer(octets, { cle, mention, horodateur: scene.horodateur });
    if (!signe.ok) return err(signe.error.phrase);
    octets = signe.value;
    const note = await noter(pas, {
      type: 'ApposerUneSignature',
      document: 'deliberation',
      affaire: lieu.affaire,
      membre,
      qualite,
      delegation: null,
      le: enHeureLocale(le, seance.identite.collectivite.fuseau).jour,
    });
    if (!note.ok) return note;
    scene.raconter(`Signé : ${cle.identite.sujet} (${qualite}).`);
  }
  return ok(octets);
}

/** Looks at the operator until the receipt is there; the error says how far it went. */
async function attendreLAccuse({ scene, lieu }: Pas): Promise<Result<SuiviDAffaire, string>> {
  for (let regard = 0; regard < REGARDS; regard += 1) {
    await releverLesReponses(scene.bureau, lieu.collectivite, { sansAttendre: true });
    const suivi = suiviDe(await lireLaSeance(scene.bureau, lieu), lieu.affaire);
    if (suivi !== null && suivi.reception !== null) return ok(suivi);
    if (suivi?.teletransmission.anomalie) return err(suivi.teletransmission.anomalie.motif);
    await scene.patienter();
  }
  return err('L’accusé de réception n’est pas arrivé. En vrai, il arrive les jours ouvrés.');
}

/** The day and the name the prefecture gives, and what it says otherwise than what was sent. */
async function raconterLAccuse(
  { scene, lieu }: Pas,
  suivi: SuiviDAffaire,
  seance: Seance,
): Promise<void> {
  const { accuse } = suivi.teletransmission;
  if (accuse === null) return;
  scene.raconter(
    `Reçu par la préfecture de simulation le ${enToutesLettres(accuse.le)}, sous l’identifiant ${accuse.identifiant}.`,
  );
  const brut = await scene.bureau.magasin.retirer(lieu.collectivite, accuse.sha256);
  const ecarts = ecartsConstates(seance, suivi, brut);
  if (ecarts.length === 0) scene.raconter('L’accusé dit la même chose que l’envoi.');
  for (const { phrase } of ecarts) scene.raconter(`Écart entre l’envoi et l’accusé. ${phrase}`);
}

async function publier(pas: Pas, seance: Seance): Promise<Result<Seance, string>> {
  const le = enHeureLocale(
    pas.scene.bureau.horloge.maintenant(),
    seance.identite.collectivite.fuseau,
  ).jour;
  const liste = await noter(pas, { type: 'PublierLaListe', afficheeLe: le, enLigneLe: le });
  if (!liste.ok) return liste;
  return noter(pas, {
    type: 'Publier',
    affaire: pas.lieu.affaire,
    le,
    mode: 'electronique',
    adresse: null,
    integrale: true,
    nonModifiable: true,
    telechargeable: true,
    auteurEtDate: true,
  });
}

/**
 * Plays the journey of an act from the end of the sitting to its entry into force, with keys and an
 * operator to practise with: signed twice, sent, received, published. Facts go to the store given,
 * which must not hold the sitting yet. The error is a French sentence.
 */
export async function derouler(
  faits: readonly Fait[],
  scene: Scene,
): Promise<Result<Denouement, string>> {
  const debut = faits.filter(({ type }) => !APRES_LA_SEANCE.has(type));
  const entree = await importer(debut, scene.bureau.magasin, scene.bureau.auteur);
  if (!entree.ok) return err(entree.error.phrase);
  const { collectivite, flux } = entree.value;
  const depart = await lireLaSeance(scene.bureau, { collectivite, flux });
  const affaire = depart?.affaires.find(({ etat }) => etat === 'adoptee')?.affaire;
  if (depart === null || affaire === undefined) return err('Aucun acte adopté à suivre.');
  const pas: Pas = { scene, lieu: { collectivite, flux, affaire: affaire.id } };
  scene.raconter(
    `Séance du ${enToutesLettres(depart.identite.jour)} : la délibération ${affaire.numero ?? affaire.id} est adoptée.`,
  );

  const signe = await signerLActe(pas, depart);
  if (!signe.ok) return signe;
  const nom = `${affaire.numero ?? affaire.id}-signe.pdf`;
  const envoi = await transmettreUnActe(scene.bureau, pas.lieu, {
    acte: { nom, contenu: signe.value },
  });
  if (!envoi.ok) return err(envoi.error.join(' '));
  if (envoi.value.echec !== null) return err(envoi.value.echec);
  const { acceptee } = envoi.value.suivi.teletransmission;
  scene.raconter(`Transmis à l’opérateur de simulation (n° ${acceptee?.transaction}).`);
  const recu = await attendreLAccuse(pas);
  if (!recu.ok) return recu;
  await raconterLAccuse(pas, recu.value, depart);
  const publie = await publier(pas, depart);
  if (!publie.ok) return publie;
  scene.raconter('Publié en ligne, et la liste des délibérations affichée, le même jour.');
  return conclure(pas, { avant: depart, publie: publie.value, nom, signe: signe.value });
}

/** What each signature is worth for whoever trusts the authority to practise with. */
function verification({ bureau, examinateur, ancres }: Scene, signe: Uint8Array): Uint8Array {
  const confiance = { ancres, le: bureau.horloge.maintenant() };
  const verdicts = verifierSignatures(signe, confiance, examinateur);
  return utf8(`${JSON.stringify(verdicts.ok ? verdicts.value : verdicts.error, null, 2)}\n`);
}

async function conclure(
  { scene, lieu }: Pas,
  {
    avant,
    publie,
    nom,
    signe,
  }: {
    readonly avant: Seance;
    readonly publie: Seance;
    readonly nom: string;
    readonly signe: Uint8Array;
  },
): Promise<Result<Denouement, string>> {
  const suivi = suiviDe(publie, lieu.affaire);
  if (suivi === null) throw new Error('the item was there a moment ago');
  const vie = vieDeLActe(publie, suivi);
  scene.raconter(
    vie.executoireDepuis === null
      ? 'L’acte ne s’applique pas encore.'
      : `L’acte s’applique depuis le ${enToutesLettres(vie.executoireDepuis)}.`,
  );
  if (vie.recoursJusquAu !== null) {
    scene.raconter(
      `Il peut être contesté devant le tribunal administratif jusqu’au ${enToutesLettres(vie.recoursJusquAu)}.`,
    );
  }
  const preuves = await preuvesDeTransmission(
    { magasin: scene.bureau.magasin, imprimeur: scene.imprimeur },
    lieu,
  );
  if (!preuves.ok) return err(preuves.error.join(' '));
  const { accuse, bordereau } = preuves.value;
  return ok({
    seance: publie,
    avant,
    vie,
    ancres: scene.ancres,
    pieces: [
      { nom, contenu: signe },
      { nom: 'verification-des-signatures.json', contenu: verification(scene, signe) },
      ...(accuse === null ? [] : [{ nom: 'accuse-de-reception.xml', contenu: accuse }]),
      { nom: 'bordereau-d-acquittement.pdf', contenu: bordereau },
    ],
  });
}
