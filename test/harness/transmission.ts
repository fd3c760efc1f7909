import { boiteEnMemoire } from '#adapters/store/boite-en-memoire.ts';
import { magasinEnMemoire } from '#adapters/store/memoire.ts';
import { importer } from '#app/importer.ts';
import type { BoiteDEnvoi } from '#app/ports/boite-d-envoi.ts';
import { type Bureau, lireLaSeance, suiviDe } from '#app/transmission/bureau.ts';
import { demanderLaTransmission, releverLesReponses } from '#app/transmission/transmettre.ts';
import { type Instant, instant } from '#base/instant.ts';
import type { Fait } from '#conseil/faits.ts';
import { affaire, discutee, idAffaire, membres, ouverte, preparee, votee } from './conseil.ts';
import { TdtDEssai } from './tdt.ts';

/** A town and its operator in memory, that can be stopped dead between any two steps. */

export const AIX = '211300017';
const ID = idAffaire('ecole');
export const PDF = new TextEncoder().encode('%PDF-1.7\nUne délibération.');

export class Coupure extends Error {}

/** Counts the steps of what crosses a port, and stops dead at one of them: before or after it. */
class Horlogerie {
  pas = 0;
  #coupeA: number;
  constructor(coupeA: number) {
    this.#coupeA = coupeA;
  }
  #passer(): void {
    this.pas += 1;
    if (this.pas === this.#coupeA) throw new Coupure();
  }
  autour<T extends object>(cible: T): T {
    return new Proxy(cible, {
      get: (objet, nom) => {
        const valeur: unknown = Reflect.get(objet, nom, objet);
        if (typeof valeur !== 'function') return valeur;
        return async (...mots: unknown[]) => {
          this.#passer();
          const rendu: unknown = await Reflect.apply(valeur, objet, mots);
          this.#passer();
          return rendu;
        };
      },
    });
  }
}

/** A town, its act, its operator; time goes on by hand. */
export async function monde() {
  let heure = Date.parse('2022-10-17T08:00:00.000Z');
  const horloge = { maintenant: (): Instant => instant(new Date(heure).toISOString()) };
  const magasin = magasinEnMemoire(horloge);
  const faits: Fait[] = [
    preparee(5),
    affaire('ecole', {
      numero: 'DL.2022-330',
      objet: 'Étude de l’œuvre',
      matiere: { code: '8.5', libelle: null },
    }),
    ouverte(membres(1, 4)),
    discutee('ecole'),
    votee('ecole'),
  ];
  const importes = await importer(faits, magasin, 'essai');
  if (!importes.ok) throw new Error(importes.error.phrase);
  const lieu = { collectivite: AIX, flux: importes.value.flux, affaire: ID };
  const tdt = new TdtDEssai();
  tdt.numerosUniques = false;
  let boite: BoiteDEnvoi = boiteEnMemoire();
  const bureau = (coupeA: number | null = null): Bureau => {
    const h = new Horlogerie(coupeA ?? -1);
    return {
      magasin: h.autour(magasin),
      boite: h.autour(boite),
      tdt: h.autour(tdt),
      horloge,
      auteur: 'essai',
    };
  };
  return {
    tdt,
    lieu,
    bureau,
    attendre: (minutes: number) => void (heure += minutes * 60_000),
    perdreLaBoite: () => void (boite = boiteEnMemoire()),
    boite: () => boite,
    etat: async () => {
      const seance = await lireLaSeance({ magasin }, lieu);
      const suivi = suiviDe(seance, ID);
      if (seance === null || suivi === null) throw new Error('the act is there');
      const combien = (type: Fait['type']) => seance.faits.filter((f) => f.type === type).length;
      return { suivi, combien };
    },
  };
}

export type Monde = Awaited<ReturnType<typeof monde>>;

/** Everything a clerk and the clock do, in order; each part is done again after a cut. */
export async function toutFaire(m: Monde, bureau: Bureau): Promise<void> {
  const avant = await m.etat();
  if (avant.suivi.teletransmission.demande === null) {
    const demande = await demanderLaTransmission(bureau, m.lieu, {
      acte: { nom: 'DL.2022-330.pdf', contenu: PDF },
    });
    if (!demande.ok) throw new Error(demande.error.join(' '));
  }
  await releverLesReponses(bureau, AIX, { sansAttendre: true });
  m.tdt.accuserTout();
  m.tdt.lettres = m.tdt.tenus.map(({ transaction }) => ({
    transaction: `c${transaction}`,
    genre: 3,
    acte: transaction,
  }));
  await releverLesReponses(bureau, AIX, { sansAttendre: true });
}
