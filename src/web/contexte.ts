import type { Lecture } from '#app/parvis.ts';
import type { Horloge } from '#app/ports/horloge.ts';
import { RouterContextProvider, createContext } from 'react-router';

/** What the pages are given: what may be read, the time of day, and where a bug is reported. */
export type Contexte = {
  readonly lecture: Lecture;
  readonly horloge: Horloge;
  readonly signaler: (erreur: unknown) => void;
};

/** The key under which a loader finds it. */
export const contexteDesPages = createContext<Contexte>();

/**
 * What a page is made from: the very values, compared one by one. A sitting is replayed anew at
 * each fact, so the same value means the same facts.
 */
export type Sources = readonly unknown[];

/** What the page kept at this address was made from, and what the one under way is made from. */
export type Provenance = { readonly avant: Sources | null; sources: Sources | null };

export const provenanceDeLaPage = createContext<Provenance>();

/** Wraps them as React Router hands them to loaders, one provider a request. */
export function fournir(contexte: Contexte, provenance: Provenance): RouterContextProvider {
  const fourni = new RouterContextProvider();
  fourni.set(contexteDesPages, contexte);
  fourni.set(provenanceDeLaPage, provenance);
  return fourni;
}
