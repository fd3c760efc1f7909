import { enToutesLettres } from '#base/jour.ts';
import type { SignatureApposee } from '#conseil/faits.ts';
import type { IdMembre } from '#conseil/membre.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { REFORME_DE_LA_PUBLICITE } from '#droit/cgct/l2131-1/publicite.ts';
import type { Bloc } from '../document/document.ts';
import { paragraphe } from '../mots/ligne.ts';
import { estEcartee } from './corps.ts';
import { membreDe, nomDuMembre } from '../mots/membres.ts';
import { chefDe, motsDe } from '../mots/organe.ts';
import { majuscule } from '../mots/nombres.ts';

type Cadre = Extract<Bloc, { genre: 'signatures' }>['cadres'][number];

const blocDe = (cadres: readonly Cadre[]): readonly Bloc[] =>
  cadres.length === 0 ? [] : [{ genre: 'signatures', cadres }];

/** Who signs for the body: its mayor or president when the table names one, else the chair. */
const signataireDe = ({ identite, president, ouverture }: Seance): IdMembre | null =>
  chefDe(identite.tableau)?.id ?? ouverture?.assistance.president ?? president;

/** A frame to be signed by hand by the mayor or president. */
export function cadreDuChef(seance: Seance): Cadre {
  const id = signataireDe(seance);
  const { chef } = motsDe(seance.identite.collectivite);
  if (id === null) return { qualite: majuscule(chef), nom: '', mention: null };
  const membre = membreDe(seance, id);
  return {
    qualite: membre.fonction ?? 'Présidence de séance',
    nom: nomDuMembre(membre),
    mention: null,
  };
}

/** Frames to be signed by hand by the secretaries of the sitting. */
export const cadresDesSecretaires = (seance: Seance): readonly Cadre[] =>
  seance.secretaires.map((id) => ({
    qualite: 'Secrétaire de séance',
    nom: nomDuMembre(membreDe(seance, id)),
    mention: null,
  }));

/** The mayor or president and the secretaries, as blank frames: register and minutes. */
export const aSigner = (seance: Seance): readonly Bloc[] =>
  blocDe([cadreDuChef(seance), ...cadresDesSecretaires(seance)]);

const signee = (seance: Seance, { membre, qualite, le }: SignatureApposee): Cadre => ({
  qualite,
  nom: nomDuMembre(membreDe(seance, membre)),
  mention: le === null ? 'Original signé' : `Original signé le ${enToutesLettres(le)}`,
});

/**
 * The signatures of the deliberation: mayor and secretaries (L2121-23, since July 2022). Those
 * recorded are told; those still due are left blank. Before, all members present signed.
 */
export function signaturesDeLaDeliberation(seance: Seance, suivi: SuiviDAffaire): readonly Bloc[] {
  const { jour, collectivite } = seance.identite;
  const communal = collectivite.genre === 'commune' || collectivite.genre === 'epci';
  const portees = [...suivi.signatures, ...seance.signatures.filter((s) => s.affaire === null)]
    .filter(({ document }) => document === 'deliberation')
    .map((s) => ({ membre: s.membre, cadre: signee(seance, s) }));
  const ontSigne = new Set(portees.map(({ membre }) => membre));
  const chef = signataireDe(seance);
  const president = seance.ouverture?.assistance.president ?? null;
  const chefASigne =
    (chef !== null && ontSigne.has(chef)) || (president !== null && ontSigne.has(president));
  const dues = seance.secretaires.filter((id) => !ontSigne.has(id));
  return [
    ...(communal && jour < REFORME_DE_LA_PUBLICITE
      ? [
          paragraphe(
            'Séance antérieure au 1er juillet 2022 : la délibération porte, au registre, la signature de tous les membres présents, ou la mention de ce qui les a empêchés de signer.',
          ),
        ]
      : []),
    ...blocDe([
      ...(chefASigne ? [] : [cadreDuChef(seance)]),
      ...portees.map(({ cadre }) => cadre),
      ...cadresDesSecretaires({ ...seance, secretaires: dues }),
    ]),
  ];
}

/**
 * Who certifies the extract. A delegate certifies a copy (L2122-18); he does not sign the
 * deliberation, and the words never let one think so.
 */
export function certification(seance: Seance, suivi: SuiviDAffaire): readonly Bloc[] {
  const chef = signataireDe(seance);
  const certifient = suivi.signatures.filter(({ document }) => document === 'extrait');
  const cadres = certifient.map((s): Cadre => {
    const membre = membreDe(seance, s.membre);
    const quand = s.le === null ? '' : ` le ${enToutesLettres(s.le)}`;
    const delegation =
      s.membre === chef
        ? ''
        : s.delegation === null
          ? ' (délégation non citée)'
          : `, par délégation (${s.delegation})`;
    return {
      qualite: s.qualite,
      nom: nomDuMembre(membre),
      mention: `Extrait certifié${quand}${delegation}`,
    };
  });
  const delegue = certifient.some(({ membre }) => membre !== chef);
  const source = estEcartee(suivi) ? 'au procès-verbal' : 'au registre';
  const qui = `Pour extrait certifié conforme ${source}${delegue ? ', sans que cette certification vaille signature de la délibération' : ''} :`;
  return [paragraphe(qui), ...blocDe(cadres.length === 0 ? [cadreDuChef(seance)] : cadres)];
}
