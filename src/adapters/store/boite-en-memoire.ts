import type { BoiteDEnvoi, Envoi } from '#app/ports/boite-d-envoi.ts';
import { canonicalJson, type Json } from '#base/canonical-json.ts';
import type { Instant } from '#base/instant.ts';

type Casier = Envoi & { readonly prisJusquA: Instant | null };

const sansBail = ({ prisJusquA: _bail, ...envoi }: Casier): Envoi => envoi;

const dAbord = (a: Envoi, b: Envoi): number =>
  Buffer.compare(
    Buffer.from(`${a.prochainEssai} ${a.cle}`),
    Buffer.from(`${b.prochainEssai} ${b.cle}`),
  );

/** The outbox without a disk, for tests and trials: the same contract as the real one. */
export function boiteEnMemoire(): BoiteDEnvoi {
  const casiers = new Map<string, Map<string, Casier>>();
  const de = (collectivite: string): Map<string, Casier> => {
    const casier = casiers.get(collectivite) ?? new Map<string, Casier>();
    casiers.set(collectivite, casier);
    return casier;
  };
  return {
    async deposer(collectivite, envoi) {
      if (de(collectivite).has(envoi.cle)) return false;
      const charge: Json = JSON.parse(canonicalJson(envoi.charge));
      const { cle, genre, flux, affaire, prochainEssai } = envoi;
      const etat = { etat: 'a-faire', tentatives: 0, echec: null, prisJusquA: null } as const;
      de(collectivite).set(cle, { cle, genre, flux, affaire, charge, prochainEssai, ...etat });
      return true;
    },
    async prendre(collectivite, { maintenant, bail, cle }) {
      const du = [...de(collectivite).values()]
        .filter(
          (e) =>
            e.etat === 'a-faire' &&
            e.prochainEssai <= maintenant &&
            (e.prisJusquA === null || e.prisJusquA <= maintenant) &&
            (cle === undefined || e.cle === cle),
        )
        .toSorted(dAbord)[0];
      if (du === undefined) return null;
      const pris = { ...du, tentatives: du.tentatives + 1, prisJusquA: bail };
      de(collectivite).set(du.cle, pris);
      return sansBail(pris);
    },
    async noter(collectivite, { cle, tentatives }, { etat, prochainEssai, echec }) {
      const casier = de(collectivite).get(cle);
      if (casier?.tentatives !== tentatives || casier.prisJusquA === null) return false;
      de(collectivite).set(cle, { ...casier, etat, prochainEssai, echec, prisJusquA: null });
      return true;
    },
    async relancer(collectivite, cle, maintenant) {
      const casier = de(collectivite).get(cle);
      if (casier === undefined || casier.etat === 'fait') return false;
      de(collectivite).set(cle, { ...casier, etat: 'a-faire', prochainEssai: maintenant });
      return true;
    },
    async lire(collectivite, cle) {
      const casier = de(collectivite).get(cle);
      return casier === undefined ? null : sansBail(casier);
    },
    async enAttente(collectivite) {
      return [...de(collectivite).values()]
        .filter(({ etat }) => etat !== 'fait')
        .map(sansBail)
        .toSorted(dAbord);
    },
  };
}
