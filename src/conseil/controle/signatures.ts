import { type SignataireDExtrait, constatDExtrait } from '#droit/cgct/l2122-18/extrait.ts';
import { constatDeSignatures } from '#droit/cgct/l2121-23/signatures.ts';
import type { Constat } from '#droit/constat.ts';
import { donneUnActe } from '../acte/vie-de-l-acte.ts';
import type { SignatureApposee } from '../faits.ts';
import { type IdMembre, nomComplet } from '../membre.ts';
import type { Assistance, Seance, SuiviDAffaire } from '../seance/etat.ts';

/** The room that made the act: at the vote, at the last round, or when the discussion began. */
const salleDe = (seance: Seance, suivi: SuiviDAffaire): Assistance | null =>
  (suivi.vote ?? suivi.tours.at(-1) ?? suivi.miseEnDiscussion ?? seance.ouverture)?.assistance ??
  null;

/**
 * Whose signature is that of « le maire » (L2121-23): the chair of the sitting, and for the accounts
 * the one elected to chair that item too. The mayor who withdrew for the vote still signs the act.
 */
const presidentsDe = ({ president }: Seance, salle: Assistance): readonly IdMembre[] =>
  president === null ? [salle.president] : [salle.president, president];

function constatDeLaDeliberation(seance: Seance, suivi: SuiviDAffaire, salle: Assistance): Constat {
  const signataires = new Set<IdMembre>(
    [
      ...suivi.signatures.filter(({ document }) => document === 'deliberation'),
      ...seance.signatures.filter(({ document }) => document === 'registre'),
    ].map(({ membre }) => membre),
  );
  const presidents = presidentsDe(seance, salle);
  const parmi = (ids: readonly IdMembre[]) => ids.filter((id) => signataires.has(id)).length;
  return constatDeSignatures({
    seance: seance.identite.jour,
    parLePresident: presidents.some((id) => signataires.has(id)),
    secretaires: seance.secretaires.length,
    secretairesSignataires: parmi(seance.secretaires),
    presents: salle.presents.length,
    presentsSignataires: parmi(salle.presents),
    existenceProuvee: suivi.reception === null ? null : true,
  });
}

/** A delegate by an order cited, or by the function printed above the name. */
const roleDe = ({ delegation, qualite }: SignatureApposee): SignataireDExtrait['role'] =>
  delegation !== null || /adjoint|délégué|vice-président/i.test(qualite) ? 'delegue' : 'membre';

function assistanceDe(salle: Assistance, membre: IdMembre): SignataireDExtrait['assistance'] {
  if (salle.presents.includes(membre)) return 'present';
  return salle.representes.some(({ mandant }) => mandant === membre) ? 'represente' : 'absent';
}

/**
 * R-SIGN-01 for the deliberation itself, R-SIGN-02 for each signature that is neither the chair's
 * nor a secretary's: a delegate may certify an extract, never sign the deliberation.
 */
export function constatsDeSignature(seance: Seance, suivi: SuiviDAffaire): readonly Constat[] {
  const salle = salleDe(seance, suivi);
  if (salle === null || !donneUnActe(suivi)) return [];
  const attendus = [...presidentsDe(seance, salle), ...seance.secretaires];
  const autres = suivi.signatures.filter(({ membre }) => !attendus.includes(membre));
  return [
    constatDeLaDeliberation(seance, suivi, salle),
    ...autres.map((s) =>
      constatDExtrait({
        seance: seance.identite.jour,
        nom: nomComplet(seance.identite.tableau, s.membre),
        role: roleDe(s),
        assistance: assistanceDe(salle, s.membre),
        delegation: s.delegation,
      }),
    ),
  ];
}
