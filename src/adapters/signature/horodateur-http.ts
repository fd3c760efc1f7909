import type { Horodateur } from '#app/ports/signature.ts';
import { type Result, err, ok } from '#base/result.ts';
import { demanderUnJeton, lireLaReponse } from './jeton.ts';

/** A token with its certificates weighs some kilobytes. */
const OCTETS_PERMIS = 200_000;
const PATIENCE_MS = 15_000;

export type Reglages = { readonly patience: number };

/** Reads the body without ever holding more than allowed. */
async function lireLeCorps(reponse: Response): Promise<Uint8Array | null> {
  const morceaux: Uint8Array[] = [];
  let taille = 0;
  for await (const morceau of reponse.body ?? []) {
    taille += morceau.length;
    if (taille > OCTETS_PERMIS) return null;
    morceaux.push(morceau);
  }
  return new Uint8Array(Buffer.concat(morceaux));
}

async function demander(
  url: URL,
  der: Uint8Array,
  patience: number,
): Promise<Result<Uint8Array, string>> {
  try {
    const reponse = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query' },
      body: new Uint8Array(der),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (!reponse.ok) return err(`L’autorité d’horodatage ${url.host} répond ${reponse.status}.`);
    const corps = await lireLeCorps(reponse);
    return corps === null
      ? err(`La réponse de l’autorité d’horodatage ${url.host} est trop longue.`)
      : ok(corps);
  } catch (erreur) {
    const lente = erreur instanceof Error && erreur.name === 'TimeoutError';
    return err(
      lente
        ? `L’autorité d’horodatage ${url.host} n’a pas répondu en ${Math.round(patience / 1000)} secondes. Réessayez plus tard : rien n’a été signé.`
        : `L’autorité d’horodatage ${url.host} ne peut pas être jointe. Vérifiez son adresse et le réseau : rien n’a été signé.`,
    );
  }
}

/** A timestamp authority reached over HTTP (RFC 3161 §3.4). The error is one French sentence. */
export function horodateurHttp(
  adresse: string,
  { patience }: Reglages = { patience: PATIENCE_MS },
): Result<Horodateur, string> {
  const url = URL.canParse(adresse) ? new URL(adresse) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    return err(
      `« ${adresse} » n’est pas une adresse d’horodatage : on attend http://… ou https://…`,
    );
  }
  return ok({
    horodater: async (sha256) => {
      const demande = demanderUnJeton(sha256);
      const recue = await demander(url, demande.der, patience);
      return recue.ok ? lireLaReponse(recue.value, demande) : recue;
    },
  });
}
