import type { Json } from '#base/canonical-json.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { SuiviDAffaire } from '#conseil/seance/etat.ts';
import type { PieceTransmise } from '#conseil/transmission/faits.ts';
import { type Bureau, type Lieu, aujourdhui, inscrire, lireLaSeance, suiviDe } from './bureau.ts';
import { annulation, depot, reponse } from './cles.ts';
import {
  type BilanDesCourriers,
  type LireCourrier,
  releverLesCourriers,
} from './envois/courriers.ts';
import { fautesDeLaReponse, refusDAnnuler } from './envois/possible.ts';
import { type ATransmettre, type FichierATransmettre, preparerLaTransmission } from './preparer.ts';
import { reprendre, traiterLaBoite } from './traiter.ts';

/** A PDF, an XML or a picture, by its name: the kind under which it is kept. */
const mimeDe = (nom: string): string => {
  const extension = nom.toLowerCase().split('.').at(-1);
  if (extension === 'xml') return 'application/xml';
  if (extension === 'png') return 'image/png';
  return extension === 'jpg' || extension === 'jpeg' ? 'image/jpeg' : 'application/pdf';
};

async function garder(
  { magasin }: Bureau,
  { collectivite }: Lieu,
  fichiers: readonly Required<FichierATransmettre>[],
): Promise<readonly PieceTransmise[]> {
  const pieces: PieceTransmise[] = [];
  for (const { nom, contenu, typologie } of fichiers) {
    const { sha256 } = await magasin.deposer(collectivite, contenu, mimeDe(nom));
    pieces.push({ nom, sha256, typologie });
  }
  return pieces;
}

/**
 * Asks for an act to be sent: its files are kept, the request is a fact, and the outbox holds the
 * sending. Nothing has left yet. Errors are French sentences, all of them at once.
 */
export async function demanderLaTransmission(
  bureau: Bureau,
  lieu: Lieu,
  voulu: ATransmettre,
): Promise<Result<string, readonly string[]>> {
  const seance = await lireLaSeance(bureau, lieu);
  const suivi = suiviDe(seance, lieu.affaire);
  if (seance === null || suivi === null) {
    return err([`L’affaire « ${lieu.affaire} » n’est pas au registre (${lieu.flux}).`]);
  }
  const le = aujourdhui(bureau, seance);
  const prepare = preparerLaTransmission(seance, suivi, { voulu, aujourdhui: le });
  if (!prepare.ok) return prepare;
  const { fichiers, ...acte } = prepare.value;
  const pieces = await garder(bureau, lieu, fichiers);
  const note = await inscrire(bureau, lieu, () => ({
    type: 'DemanderLaTransmission',
    affaire: lieu.affaire,
    le,
    operateur: bureau.tdt.nom,
    ...acte,
    pieces,
  }));
  if (!note.ok) return err([note.error]);
  const rang = suiviDe(note.value, lieu.affaire)?.teletransmission.demandes ?? 1;
  const maintenant = bureau.horloge.maintenant();
  const envoi = depot(lieu, rang, { maintenant, repris: false });
  await bureau.boite.deposer(lieu.collectivite, envoi);
  return ok(envoi.cle);
}

/** Where an act stands after a try, and why when something stopped it. */
export type Avancee = { readonly suivi: SuiviDAffaire; readonly echec: string | null };

async function avancee(bureau: Bureau, lieu: Lieu, cle: string): Promise<Avancee> {
  const suivi = suiviDe(await lireLaSeance(bureau, lieu), lieu.affaire);
  if (suivi === null) throw new Error(`${lieu.affaire} was there a moment ago`);
  const envoi = await bureau.boite.lire(lieu.collectivite, cle);
  return { suivi, echec: suivi.teletransmission.anomalie?.motif ?? envoi?.echec ?? null };
}

/**
 * Asks for an act to be sent and tries at once. When the operator does not answer, the request
 * stays in the outbox: `releverLesReponses` goes on with it.
 */
export async function transmettreUnActe(
  bureau: Bureau,
  lieu: Lieu,
  voulu: ATransmettre,
): Promise<Result<Avancee, readonly string[]>> {
  const demande = await demanderLaTransmission(bureau, lieu, voulu);
  if (!demande.ok) return demande;
  await traiterLaBoite(bureau, lieu.collectivite, demande.value);
  return ok(await avancee(bureau, lieu, demande.value));
}

/** Asks to take a transmission back, and tries at once. The error is one French sentence. */
export async function annulerLaTransmission(
  bureau: Bureau,
  lieu: Lieu,
  motif: string,
): Promise<Result<Avancee, string>> {
  const avant = suiviDe(await lireLaSeance(bureau, lieu), lieu.affaire);
  const refus = avant === null ? null : refusDAnnuler(avant.teletransmission, bureau.tdt.nom);
  if (refus !== null) return err(refus);
  const note = await inscrire(bureau, lieu, (_, seance) => ({
    type: 'DemanderLAnnulation',
    affaire: lieu.affaire,
    le: aujourdhui(bureau, seance),
    motif,
  }));
  if (!note.ok) return note;
  const rang = suiviDe(note.value, lieu.affaire)?.teletransmission.annulations ?? 1;
  const maintenant = bureau.horloge.maintenant();
  const envoi = annulation(lieu, rang, { maintenant, repris: false });
  await bureau.boite.deposer(lieu.collectivite, envoi);
  await traiterLaBoite(bureau, lieu.collectivite, envoi.cle);
  return ok(await avancee(bureau, lieu, envoi.cle));
}

/** The first free place for an answer to that letter; the error says what stands there. */
async function placeDeLaReponse(
  bureau: Bureau,
  lieu: Lieu,
  { courrier, faites }: { readonly courrier: string; readonly faites: number },
): Promise<Result<number, string>> {
  const maintenant = bureau.horloge.maintenant();
  for (let essai = faites * 100; ; essai += 1) {
    const { cle } = reponse(lieu, essai, { maintenant, courrier, charge: null });
    const deja = await bureau.boite.lire(lieu.collectivite, cle);
    if (deja === null) return ok(essai);
    if (deja.etat === 'a-verifier') {
      return err(
        `Une réponse à ce courrier attend déjà une vérification. ${deja.echec ?? ''} Relancez-la ou abandonnez-la d’abord : parvis transmission relancer.`,
      );
    }
    if (deja.etat === 'a-faire') return err('Une réponse à ce courrier est déjà en cours d’envoi.');
  }
}

/** Answers a letter of the prefecture, and tries at once. Errors are French sentences. */
export async function repondreAuCourrier(
  bureau: Bureau,
  lieu: Lieu,
  {
    courrier,
    sens,
    fichiers,
  }: {
    readonly courrier: string;
    readonly sens: 'envoi' | 'refus';
    readonly fichiers: readonly Required<FichierATransmettre>[];
  },
): Promise<Result<Avancee, readonly string[]>> {
  const t = suiviDe(await lireLaSeance(bureau, lieu), lieu.affaire)?.teletransmission;
  const lettre = t?.courriers.find(({ transaction }) => transaction === courrier);
  if (t === undefined || lettre === undefined) {
    return err([`Le courrier n° ${courrier} de la préfecture n’est pas noté pour cette affaire.`]);
  }
  const fautes = fautesDeLaReponse(t, lettre, { sens, fichiers, operateur: bureau.tdt.nom });
  if (fautes.length > 0) return err(fautes);
  // A new answer to the same letter is another sending: the number of the answers tells them apart.
  const faites = t.reponses.filter((r) => r.courrier === courrier).length;
  const place = await placeDeLaReponse(bureau, lieu, { courrier, faites });
  if (!place.ok) return err([place.error]);
  const essai = place.value;
  const pieces = await garder(bureau, lieu, fichiers);
  const charge: Json = { courrier, sens, essai, pieces: pieces.map((piece) => ({ ...piece })) };
  const maintenant = bureau.horloge.maintenant();
  const envoi = reponse(lieu, essai, { maintenant, courrier, charge });
  if (!(await bureau.boite.deposer(lieu.collectivite, envoi))) {
    return err(['Une réponse à ce courrier est déjà en cours d’envoi.']);
  }
  await traiterLaBoite(bureau, lieu.collectivite, envoi.cle);
  return ok(await avancee(bureau, lieu, envoi.cle));
}

export type Releve = {
  /** Tries made: deposits, questions, cancellations. */
  readonly essais: number;
  readonly courriers: BilanDesCourriers;
};

/**
 * Goes on with everything: fills the box again from the facts, does what is due, and takes in the
 * letters. `sansAttendre` asks about everything now, whatever the hour of the next try.
 */
export async function releverLesReponses(
  bureau: Bureau,
  collectivite: string,
  options: { readonly sansAttendre?: boolean; readonly lireCourrier?: LireCourrier } = {},
): Promise<Releve> {
  await reprendre(bureau, collectivite);
  if (options.sansAttendre === true) {
    const maintenant = bureau.horloge.maintenant();
    for (const { cle, etat } of await bureau.boite.enAttente(collectivite)) {
      if (etat === 'a-faire') await bureau.boite.relancer(collectivite, cle, maintenant);
    }
  }
  const essais = await traiterLaBoite(bureau, collectivite);
  return {
    essais,
    courriers: await releverLesCourriers(bureau, collectivite, options.lireCourrier),
  };
}
