import { donneUnActe } from '#conseil/acte/vie-de-l-acte.ts';
import type { VueDActe } from '#app/parvis.ts';
import { never } from '#base/assert.ts';
import type { Jour } from '#base/jour.ts';
import type { Affaire, PointDuDispositif } from '#conseil/affaire.ts';
import type { Passage, Texte } from '#conseil/texte.ts';
import { adresses } from './adresses.ts';
import { type VueDeLArgent, vueDeLArgent } from './argent.ts';
import { type LienDeDocument, estDeLActe, liensDesDocuments } from './documents.ts';
import { type VueDuDroit, vueDuDroit } from './droit.ts';
import { date, dateLongue, enumerer, nommer, t } from './mots.ts';
import { type VueDesTours, vueDesTours } from './tours.ts';
import { type VueDeLaVie, attend, vueDeLaVie } from './vie.ts';
import {
  type VueDeLHemicycle,
  type Verdict,
  decompte,
  presence,
  verdict,
  vueDeLHemicycle,
} from './vote.ts';

export type PageDActe = {
  readonly numero: string;
  readonly assemblee: string;
  readonly seance: {
    readonly adresse: string;
    readonly date: string;
    readonly courte: string;
    readonly jour: Jour;
  };
  readonly matiere: string | null;
  /** The sittings that gave its number to another act: their addresses, and their days. */
  readonly homonymes: readonly { readonly adresse: string; readonly date: string }[];
  /** One plain sentence; the official subject when nobody wrote one. */
  readonly enClair: string;
  readonly objet: string | null;
  readonly verdict: Verdict;
  /** Whether the text became a decision, did not, or waits for the council. */
  readonly etape: 'decidee' | 'non-decidee' | 'a-venir';
  readonly decompte: ReturnType<typeof decompte>;
  readonly presence: string | null;
  readonly hemicycle: VueDeLHemicycle | null;
  readonly tours: VueDesTours | null;
  readonly vie: VueDeLaVie;
  readonly argent: VueDeLArgent | null;
  readonly formule: string | null;
  readonly dispositif: readonly PointDuDispositif[];
  readonly rapport: Texte;
  readonly rapporteurs: string | null;
  /** Those of the act itself, then those of the whole sitting. */
  readonly documents: readonly LienDeDocument[];
  readonly documentsDeLaSeance: readonly LienDeDocument[];
  /** Some documents are still being printed. */
  readonly enPreparation: boolean;
  readonly donnees: string;
  /** Address of the days of its sitting, with how each was computed. */
  readonly calendrier: string;
  readonly droit: VueDuDroit;
};

const passages = (lus: readonly Passage[]): readonly Passage[] =>
  lus.map((p) => ({ ...p, texte: t(p.texte) }));

/** The same text with French typography; nothing else of it changes. */
export const composer = (texte: Texte): Texte =>
  texte.map((bloc) => {
    switch (bloc.genre) {
      case 'titre':
        return { ...bloc, texte: t(bloc.texte) };
      case 'paragraphe':
        return { ...bloc, passages: passages(bloc.passages) };
      case 'liste':
        return { ...bloc, elements: bloc.elements.map(passages) };
      case 'tableau':
        return {
          ...bloc,
          legende: bloc.legende === null ? null : t(bloc.legende),
          colonnes: bloc.colonnes.map(t),
          lignes: bloc.lignes.map((ligne) => ligne.map(t)),
        };
      default:
        return never(bloc, 'composer');
    }
  });

function etapeDe(suivi: VueDActe['suivi']): PageDActe['etape'] {
  if (attend(suivi.etat)) return 'a-venir';
  return donneUnActe(suivi) && suivi.etat !== 'rejetee' ? 'decidee' : 'non-decidee';
}

type Redaction = Pick<PageDActe, 'formule' | 'dispositif' | 'rapport'>;

/** Composed once an item as it was replayed: it is the longest text of the page. */
const redactions = new WeakMap<Affaire, Redaction>();

function rediger(affaire: Affaire): Redaction {
  const deja = redactions.get(affaire);
  if (deja !== undefined) return deja;
  const redaction = {
    formule: affaire.formule === null ? null : t(affaire.formule),
    dispositif: affaire.dispositif.map((p) => ({ ...p, passages: passages(p.passages) })),
    rapport: composer(affaire.rapport),
  };
  redactions.set(affaire, redaction);
  return redaction;
}

/** Everything the page of an act shows, as plain values: the page itself only lays them out. */
export function pageDActe(vue: VueDActe, mot: string, aujourdHui: Jour): PageDActe {
  const { seance, suivi, documents } = vue;
  const { affaire, vote } = suivi;
  const { identite } = seance;
  const numero = affaire.numero ?? '';
  const rapporteurs = [affaire.rapporteur, ...affaire.coRapporteurs].filter((id) => id !== null);
  const matiere = affaire.matiere;
  return {
    numero,
    assemblee: t(identite.assemblee.nom),
    seance: {
      adresse: adresses.seance(mot, identite.id),
      date: dateLongue(identite.jour),
      courte: date(identite.jour),
      jour: identite.jour,
    },
    matiere: matiere === null ? null : t(matiere.libelle ?? `matière ${matiere.code}`),
    homonymes: vue.homonymes.map(({ id, jour }) => ({
      adresse: adresses.seance(mot, id),
      date: date(jour),
    })),
    enClair: t(affaire.enClair ?? affaire.objet),
    objet: affaire.enClair === null ? null : t(affaire.objet),
    verdict: verdict(suivi),
    etape: etapeDe(suivi),
    decompte: vote === null ? [] : decompte(vote.resultat),
    presence: vote === null ? null : presence(vote.assistance),
    hemicycle: vueDeLHemicycle(seance, suivi),
    tours: vueDesTours(suivi),
    vie: vueDeLaVie(vue, aujourdHui),
    argent: affaire.planDeFinancement === null ? null : vueDeLArgent(affaire.planDeFinancement),
    ...rediger(affaire),
    rapporteurs:
      rapporteurs.length === 0
        ? null
        : enumerer(rapporteurs.map((id) => nommer(identite.tableau, id))),
    documents: liensDesDocuments(documents.filter(estDeLActe), mot, identite.id),
    documentsDeLaSeance: liensDesDocuments(
      documents.filter((d) => !estDeLActe(d)),
      mot,
      identite.id,
    ),
    enPreparation: vue.enPreparation,
    donnees: adresses.donnees(mot, numero),
    calendrier: adresses.calendrier(mot, identite.id),
    droit: vueDuDroit(vue.constats),
  };
}
