import { estEnSimulation } from '#app/demonstration/simulation.ts';
import type { Lecture } from '#app/parvis.ts';
import { enHeureLocale } from '#base/instant.ts';
import type { Jour } from '#base/jour.ts';
import type { Collectivite } from '#conseil/collectivite.ts';
import { type LoaderFunctionArgs, data, redirect } from 'react-router';
import { type Sources, contexteDesPages, provenanceDeLaPage } from '../contexte.ts';
import type { EnTete } from '../parts/page.tsx';
import { adresses, motDe, trouverCollectivite } from '../vues/adresses.ts';
import { t } from '../vues/mots.ts';

export type Chez = {
  readonly lecture: Lecture;
  readonly collectivite: Collectivite;
  /** The word that names it in addresses. */
  readonly mot: string;
  readonly aujourdHui: Jour;
};

/** What a page lays out, under a name that enumerates to nothing. */
export type Remis<T> = { readonly vue: T };

/**
 * Hands a page what it lays out. React Router writes out whatever it can enumerate in a loader's
 * answer, for a script that would read it back; there is no script, so it is shown nothing.
 */
export function remettre<T>(vue: T): Remis<T> {
  const remis = { vue };
  Object.defineProperty(remis, 'vue', { enumerable: false });
  return remis;
}

const memes = (avant: Sources | null, sources: Sources): boolean =>
  avant !== null &&
  avant.length === sources.length &&
  sources.every((source, i) => Object.is(source, avant[i]));

/**
 * Tells from what a page is about to be made, the collectivity, its word and the day besides. When
 * the page kept was made from the very same, throws « not modified »: it is then served again.
 */
export function siAChange({ context }: LoaderFunctionArgs, ici: Chez, sources: Sources): void {
  const toutes = [ici.collectivite, ici.mot, ici.aujourdHui, ...sources];
  const provenance = context.get(provenanceDeLaPage);
  if (memes(provenance.avant, toutes)) throw data(null, { status: 304 });
  provenance.sources = toutes;
}

/** What a loader throws when nothing is at that address. */
export const introuvable = () => data(null, { status: 404 });

/**
 * The collectivity an address speaks of. A SIREN leads for good to the address in words; an
 * unknown word throws « introuvable ».
 */
export async function chez({ context, params, request }: LoaderFunctionArgs): Promise<Chez> {
  const { lecture, horloge } = context.get(contexteDesPages);
  const toutes = await lecture.collectivites();
  const demande = params.collectivite ?? '';
  const collectivite = trouverCollectivite(demande, toutes);
  if (collectivite === null) throw introuvable();
  const mot = motDe(collectivite, toutes);
  if (mot !== demande) {
    const { pathname, search } = new URL(request.url);
    const suite = pathname.split('/').slice(2).join('/');
    const base = adresses.collectivite(mot);
    throw redirect(`${suite === '' ? base : `${base}/${suite}`}${search}`, 301);
  }
  const aujourdHui = enHeureLocale(horloge.maintenant(), collectivite.fuseau).jour;
  return { lecture, collectivite, mot, aujourdHui };
}

/** The header of its pages; `ici` is the page one is on. */
export const enTeteDe = (
  { collectivite, mot }: Chez,
  ici: 'accueil' | 'seances' | null,
): EnTete => ({
  nom: t(collectivite.nom),
  simulation: estEnSimulation(collectivite),
  accueil: adresses.collectivite(mot),
  liens: [
    { adresse: adresses.collectivite(mot), mots: 'Décisions', ici: ici === 'accueil' },
    { adresse: adresses.seances(mot), mots: 'Séances', ici: ici === 'seances' },
  ],
});
