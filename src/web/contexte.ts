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

/** Wraps it as React Router hands it to loaders, one provider a request. */
export const fournir = (contexte: Contexte): RouterContextProvider =>
  new RouterContextProvider(new Map([[contexteDesPages, contexte]]));
