import { setTimeout as attendre } from 'node:timers/promises';
import type { Scene } from '#app/demonstration/derouler.ts';
import type { Horloge } from '#app/ports/horloge.ts';
import type { Imprimeur } from '#app/ports/imprimeur.ts';
import { instant } from '#base/instant.ts';
import { type Result, ok } from '#base/result.ts';
import { examinateur } from '../signature/examinateur.ts';
import { creerLaFormation, horodateurDeLaFormation } from '../signature/formation.ts';
import { cleDe } from '../signature/trousseau.ts';
import { boiteEnMemoire } from '../store/boite-en-memoire.ts';
import { magasinEnMemoire } from '../store/memoire.ts';
import { S2low } from '../tdt/s2low.ts';
import { COMPTE_D_ESSAI, simulerLeTdt } from '../tdt-simule/simuler.ts';

/** The morning the real act was sent: it is played again from there, a second a second. */
const MATIN_DE_L_ENVOI = Date.parse('2022-10-19T07:00:00.000Z');

/** A clock that starts that morning: certificates, receipts and dates agree with the sitting. */
function horlogeDuMatin(): Horloge {
  const debut = performance.now();
  return {
    maintenant: () => instant(new Date(MATIN_DE_L_ENVOI + performance.now() - debut).toISOString()),
  };
}

export type SceneDressee = {
  readonly scene: Scene;
  readonly magasin: ReturnType<typeof magasinEnMemoire>;
  readonly horloge: Horloge;
  /** Where the prefecture to practise with answers. */
  readonly prefecture: string;
  readonly fermer: () => Promise<void>;
};

type Reglages = {
  /** 0 lets the system choose one. */
  readonly port: number;
  readonly imprimeur: Imprimeur;
  readonly raconter: (phrase: string) => void;
  readonly signaler: (phrase: string) => void;
};

/**
 * Sets the scene to practise on: a prefecture that sends nothing anywhere, keys without value, a
 * store in memory that goes with it. Nothing real is touched. The error is one French sentence.
 */
export async function dresserLaScene(reglages: Reglages): Promise<Result<SceneDressee, string>> {
  const { port, imprimeur, raconter, signaler } = reglages;
  const horloge = horlogeDuMatin();
  const ouverte = await simulerLeTdt({
    port,
    horloge,
    scenario: { delais: { validation: 50, transmission: 50, accuse: 200 } },
    signaler: (erreur) => signaler(String(erreur)),
  });
  if (!ouverte.ok) return ouverte;
  const { adresse } = ouverte.value;
  const formation = creerLaFormation(horloge.maintenant(), {
    maire: 'Sophie JOISSAINS',
    secretaire: 'Kayané BIANCO',
  });
  const { login, motDePasse } = COMPTE_D_ESSAI;
  const identification = { mode: 'basic', login, motDePasse } as const;
  const tdt = new S2low(new URL(adresse), { adresse, identification, nom: 'simulation' });
  const magasin = magasinEnMemoire(horloge);
  return ok({
    magasin,
    horloge,
    prefecture: adresse,
    fermer: () => ouverte.value.fermer(),
    scene: {
      bureau: { magasin, boite: boiteEnMemoire(), tdt, horloge, auteur: 'simulation' },
      imprimeur,
      maire: cleDe(formation.maire),
      secretaire: cleDe(formation.secretaire),
      horodateur: horodateurDeLaFormation(formation, horloge),
      examinateur,
      ancres: [formation.ancre],
      patienter: () => attendre(100),
      raconter,
    },
  });
}
