import type { Horloge } from '#app/ports/horloge.ts';
import { jour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import {
  type CertificatsDEntrainement,
  certificatsDuDossier,
  creerLesCertificats,
} from './certificats.ts';
import { type Compte, type Delais, LIMITES, type Limites, nouvelEtat } from './etat.ts';
import { hasardDe } from './hasard.ts';
import { Nonces } from './http/comptes.ts';
import { ecouter } from './http/serveur.ts';
import { resume } from './http/simulation.ts';
import { classificationDu } from './metier/classification.ts';
import { rattraper } from './metier/marche.ts';
import { tamponSimple } from './pdf/tampon.ts';
import { type Monde, type Tamponner, Temps } from './monde.ts';
import { Pannes } from './pannes.ts';

/** The town of the example, as its sub-prefecture knows it. */
export const COMPTE_D_ESSAI: Compte = {
  login: 'aix',
  motDePasse: 'simulation',
  nom: 'Ville d’Aix-en-Provence (simulation)',
  siren: '211300017',
  departement: '013',
  arrondissement: '1',
  nature: '31',
  empreinte: null,
  rgs: true,
};

/** Half a second in each state, two before the receipt: long enough to be seen, short enough to practise. */
const DELAIS: Delais = { validation: 500, transmission: 500, accuse: 2_000 };

export type Scenario = {
  readonly delais?: Delais;
  /** Day of the classification the ministry applies at first. */
  readonly classificationDu?: string;
};

export type OptionsDuTdt = {
  /** 0 lets the system choose one. */
  readonly port: number;
  /** Mutual TLS; `dossier` keeps the certificates from one time to the next. */
  readonly tls?: boolean | { readonly dossier: string };
  readonly horloge: Horloge;
  /** Seed of serial numbers, nonces and garbage. */
  readonly hasard?: number;
  readonly comptes?: readonly Compte[];
  readonly scenario?: Scenario;
  readonly limites?: Partial<Limites>;
  readonly tamponner?: Tamponner;
  /** Told of bugs; nothing when absent. */
  readonly signaler?: (erreur: unknown) => void;
};

export type TdtSimule = {
  /** « http://localhost:8340 ». */
  readonly adresse: string;
  /** With TLS, what a client needs to be let in. */
  readonly certificats: CertificatsDEntrainement | null;
  fermer(): Promise<void>;
  /** What was deposited and where each transaction stands, for tests. */
  etat(): readonly ReturnType<typeof resume>[];
};

/** Why these accounts cannot send anything; null when they can. */
function refusDesComptes(comptes: readonly Compte[]): string | null {
  if (comptes.length === 0) return 'La simulation a besoin d’au moins un compte.';
  const faux = comptes.find(
    (c) =>
      !/^\d{9}$/.test(c.siren) ||
      !/^\d{2}[0-9AB]$/.test(c.departement) ||
      !/^\d$/.test(c.arrondissement) ||
      !/^\d{2}$/.test(c.nature),
  );
  return faux === undefined
    ? null
    : `Le compte « ${faux.login} » est mal écrit : il faut un SIREN de neuf chiffres, un département comme 013, un arrondissement d’un chiffre et une nature comme 31.`;
}

async function certificatsPour({
  tls = false,
  horloge,
}: OptionsDuTdt): Promise<Result<CertificatsDEntrainement | null, string>> {
  if (tls === false) return ok(null);
  const maintenant = horloge.maintenant();
  return tls === true
    ? ok(creerLesCertificats(maintenant))
    : certificatsDuDossier(tls.dossier, maintenant);
}

/**
 * Opens a transmission platform to practise with, on this machine only: it speaks as S²LOW does,
 * checks as it does, and answers as a prefecture. Nothing leaves. The error is one French sentence.
 */
export async function simulerLeTdt(options: OptionsDuTdt): Promise<Result<TdtSimule, string>> {
  const { port, horloge, scenario = {}, comptes = [COMPTE_D_ESSAI] } = options;
  const refus = refusDesComptes(comptes);
  if (refus !== null) return err(refus);
  const certificats = await certificatsPour(options);
  if (!certificats.ok) return certificats;
  const enVigueur = classificationDu(jour(scenario.classificationDu ?? '2019-04-18'));
  const monde: Monde = {
    temps: new Temps(horloge),
    hasard: hasardDe(options.hasard ?? 1),
    comptes,
    limites: { ...LIMITES, ...options.limites },
    tamponner: options.tamponner ?? tamponSimple,
    etat: nouvelEtat(enVigueur, { ...(scenario.delais ?? DELAIS) }),
  };
  const pem = certificats.value;
  const tls =
    pem === null
      ? null
      : { cle: pem.serveur.cle, certificat: pem.serveur.certificat, autorite: pem.autorite };
  const ici = {
    monde,
    nonces: new Nonces(),
    pannes: new Pannes(),
    signaler: options.signaler ?? (() => undefined),
  };
  const ecoute = await ecouter(ici, { port, tls });
  if (!ecoute.ok) return ecoute;
  return ok({
    adresse: ecoute.value.adresse,
    certificats: pem,
    fermer: () => ecoute.value.fermer(),
    etat: () => {
      rattraper(monde);
      return [...monde.etat.transactions.values()].map(resume);
    },
  });
}
