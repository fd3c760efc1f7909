import { assert } from '#base/assert.ts';
import { enToutesLettres } from '#base/jour.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import type { Constat } from '#droit/constat.ts';
import type { Bloc, DocumentImprime, PieceEmbarquee } from '../document/document.ts';
import { assistanceDe, blocsDAppel, phraseDuQuorum } from '../mots/assistance.ts';
import { faitsJoints } from '../mots/faits-joints.ts';
import { encadre, gras, paires, paragraphe, titre } from '../mots/ligne.ts';
import { nommeAvecFonction } from '../mots/membres.ts';
import { de, enTeteDe } from '../mots/organe.ts';
import { corpsDeDeliberation, estEcartee } from './corps.ts';
import { pairesDAffaire, pairesDeSeance } from './identification.ts';
import { blocsDePublicite, voiesEtDelais } from './publicite.ts';
import { blocsDeDeport } from './scrutin.ts';
import { certification, signaturesDeLaDeliberation } from './signatures.ts';

/** The follow-up of an item; throws when the sitting has none of that name: a bug of the caller. */
export function suiviDe({ affaires }: Seance, id: IdAffaire): SuiviDAffaire {
  const suivi = affaires.find(({ affaire }) => affaire.id === id);
  assert(suivi !== undefined, `${id} is an item of the sitting`);
  return suivi;
}

/** How an act is named: by its number, else by its rank, else by its object. */
export const nomDeLActe = ({ affaire }: SuiviDAffaire): string => {
  if (affaire.numero !== null) return affaire.numero;
  return affaire.rang === null ? affaire.objet : `affaire n° ${affaire.rang}`;
};

/** Signatures and certification, then the formalities and the ways to challenge. */
function fin(seance: Seance, suivi: SuiviDAffaire): readonly Bloc[] {
  if (estEcartee(suivi)) return certification(seance, suivi);
  const attaquable = suivi.etat !== 'prise-d-acte';
  return [
    titre(2, 'Signatures'),
    ...signaturesDeLaDeliberation(seance, suivi),
    ...certification(seance, suivi),
    titre(2, attaquable ? 'Publicité et recours' : 'Publicité'),
    ...blocsDePublicite(suivi),
    ...(attaquable ? [voiesEtDelais(seance, suivi)] : []),
  ];
}

/** What is carried inside: the sitting and the item, without the notes of the discussion. */
const faits = (seance: Seance, suivi: SuiviDAffaire): PieceEmbarquee =>
  faitsJoints('Les faits dont cet extrait est tiré', {
    seance: seance.identite,
    convocation: seance.convocation,
    secretaires: seance.secretaires,
    affaire: { ...suivi, discussion: [] },
  });

/**
 * The extract of the register for one item, as delivered to whoever asks: the sitting, who was
 * there for that item, the report, the vote, the signatures, the formalities. What is printed as
 * law is what the law says today of that day; words a past stamp got wrong are findings, not text.
 * Throws when the sitting has no such item.
 */
export function extrait(
  seance: Seance,
  id: IdAffaire,
  constats: readonly Constat[] = [],
): DocumentImprime {
  const suivi = suiviDe(seance, id);
  const { affaire } = suivi;
  const { collectivite, assemblee, jour } = seance.identite;
  const salle = assistanceDe(seance, suivi);
  const president = salle === null ? null : nommeAvecFonction(seance, salle.president);
  // An item without a decision makes no act: the register does not hold it, the minutes do.
  const nature = estEcartee(suivi)
    ? 'Extrait du procès-verbal'
    : 'Extrait du registre des délibérations';
  const numero = affaire.numero === null ? '' : ` n° ${affaire.numero}`;
  return {
    genre: 'extrait',
    titre: `${nature} — ${nomDeLActe(suivi)}`,
    auteur: collectivite.nom,
    date: jour,
    mise: 'courante',
    enTete: enTeteDe(collectivite, assemblee),
    piedDePage: `${nomDeLActe(suivi)} — séance du ${enToutesLettres(jour)}`,
    blocs: [
      titre(1, `${nature}${numero}`),
      paragraphe(`${assemblee.nom} ${de(collectivite.nom)}, séance du ${enToutesLettres(jour)}`),
      encadre('neutre', 'Objet', [paragraphe(gras(affaire.objet))]),
      ...paires(...pairesDeSeance(seance, president), ...pairesDAffaire(seance, affaire)),
      ...(salle === null
        ? []
        : [
            titre(2, 'Membres présents et représentés'),
            ...blocsDAppel(seance, salle),
            phraseDuQuorum(seance, suivi, suivi.miseEnDiscussion?.assistance ?? salle, constats),
            ...blocsDeDeport(seance, suivi),
          ]),
      ...corpsDeDeliberation(seance, suivi, 'extrait'),
      ...fin(seance, suivi),
    ],
    pieces: [faits(seance, suivi)],
  };
}
