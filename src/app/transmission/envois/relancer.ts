import { type Result, err, ok } from '#base/result.ts';
import type { Envoi, SuiteDEnvoi } from '../../ports/boite-d-envoi.ts';
import { MINUTES_DE_BAIL, fait } from '../attente.ts';
import { type Bureau, type Lieu, lireLaSeance, plusTard, suiviDe } from '../bureau.ts';
import { champ } from '../cles.ts';
import type { Avancee } from '../transmettre.ts';
import { reprendre, traiterLaBoite } from '../traiter.ts';
import { noterLAnomalie } from './anomalie.ts';
import { type Choix, envoyerLeDepot } from './depot.ts';
import { reprendreLaReponse } from './reponse.ts';

const OCCUPE =
  'Un autre programme s’occupe de cet envoi en ce moment. Recommencez dans quelques minutes.';
const SUIVI_EN_COURS =
  'Cet acte est pris en charge par l’opérateur : il ne s’abandonne plus. Attendez l’accusé, puis demandez l’annulation si elle est nécessaire.';

/** Takes a sending in hand, whatever it waited for; null when another program holds it. */
async function tenir(bureau: Bureau, { collectivite }: Lieu, cle: string): Promise<Envoi | null> {
  const maintenant = bureau.horloge.maintenant();
  await bureau.boite.relancer(collectivite, cle, maintenant);
  const bail = plusTard(maintenant, MINUTES_DE_BAIL);
  return bureau.boite.prendre(collectivite, { maintenant, bail, cle });
}

/** A cancellation given up: the act stands as received, and another may be asked. */
async function abandonnerLAnnulation(
  bureau: Bureau,
  lieu: Lieu,
  { envoi, motif }: { readonly envoi: Envoi; readonly motif: string },
): Promise<SuiteDEnvoi> {
  const essai = { tentatives: envoi.tentatives, maintenant: bureau.horloge.maintenant() };
  return noterLAnomalie(bureau, lieu, essai, {
    sur: 'annulation',
    origine: 'operateur',
    code: null,
    motif: `Abandonnée : ${motif}`,
    sha256: null,
  });
}

async function relancerUn(
  bureau: Bureau,
  lieu: Lieu,
  { attente, choix }: { readonly attente: Envoi; readonly choix: Choix | null },
): Promise<Result<string, string>> {
  const { collectivite } = lieu;
  const { cle, genre } = attente;
  const abandonner = choix?.genre === 'abandonner' ? choix.motif : null;
  if (genre === 'suivi' && abandonner !== null) return err(SUIVI_EN_COURS);
  const simple = genre !== 'reponse' && choix === null;
  if (simple || genre === 'suivi') {
    await bureau.boite.relancer(collectivite, cle, bureau.horloge.maintenant());
    const essais = await traiterLaBoite(bureau, collectivite, cle);
    return essais === 0 ? err(OCCUPE) : ok(cle);
  }
  const envoi = await tenir(bureau, lieu, cle);
  if (envoi === null) return err(OCCUPE);
  if (genre === 'reponse') {
    const { suite, cle: suivante } = await reprendreLaReponse(bureau, lieu, { envoi, abandonner });
    await bureau.boite.noter(collectivite, envoi, suite);
    if (suivante !== null) await traiterLaBoite(bureau, collectivite, suivante);
    return ok(suivante ?? cle);
  }
  const suite =
    genre === 'depot'
      ? await envoyerLeDepot(bureau, lieu, envoi, choix)
      : abandonner === null
        ? fait({ tentatives: envoi.tentatives, maintenant: bureau.horloge.maintenant() })
        : await abandonnerLAnnulation(bureau, lieu, { envoi, motif: abandonner });
  await bureau.boite.noter(collectivite, envoi, suite);
  return ok(cle);
}

/** The sendings of that act a choice is about: giving up leaves what follows an act alone. */
async function enAttente(
  { boite }: Bureau,
  { collectivite, flux, affaire }: Lieu,
  choix: Choix | null,
): Promise<readonly Envoi[]> {
  const tous = (await boite.enAttente(collectivite)).filter(
    (envoi) => envoi.flux === flux && envoi.affaire === affaire,
  );
  if (choix?.genre === 'adopter') return tous.filter(({ genre }) => genre === 'depot');
  const autres = tous.filter(({ genre }) => genre !== 'suivi');
  return choix === null || autres.length === 0 ? tous : autres;
}

/**
 * Takes up now what waits for that act, doubtful sendings above all. The operator is asked first
 * whether it arrived: what it holds is adopted, what it does not is sent again, nothing ever twice.
 * `choix` is a person's decision when the machine cannot tell. The error is a French sentence.
 */
export async function relancerLesEnvois(
  bureau: Bureau,
  lieu: Lieu,
  choix: Choix | null,
): Promise<Result<Avancee, string>> {
  await reprendre(bureau, lieu.collectivite);
  const attentes = await enAttente(bureau, lieu, choix);
  if (attentes.length === 0) return err('Rien n’attend pour cet acte : il n’y a rien à relancer.');
  let echec: string | null = null;
  for (const attente of attentes) {
    const relance = await relancerUn(bureau, lieu, { attente, choix });
    if (!relance.ok) return relance;
    const reste = await bureau.boite.lire(lieu.collectivite, relance.value);
    echec ??= reste?.echec ?? null;
  }
  const suivi = suiviDe(await lireLaSeance(bureau, lieu), lieu.affaire);
  if (suivi === null) throw new Error(`${lieu.affaire} was there a moment ago`);
  return ok({ suivi, echec: suivi.teletransmission.anomalie?.motif ?? echec });
}

/** Whether a sending of the outbox is the answer to that letter. */
export const repondA = ({ genre, charge }: Envoi, courrier: string): boolean =>
  genre === 'reponse' && champ(charge, 'courrier') === courrier;
