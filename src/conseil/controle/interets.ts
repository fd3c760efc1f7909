import { constatDInteret } from '#droit/cgct/l2131-11/interet.ts';
import { constatDesRepresentants } from '#droit/cgct/l1111-6/representants.ts';
import type { Constat } from '#droit/constat.ts';
import type { DeportDeclare } from '../faits.ts';
import { nomComplet } from '../membre.ts';
import type { Seance, SuiviDAffaire, Voix } from '../seance/etat.ts';

/** Whether the member voted, or voted for the one whose pouvoir they carry; null: nobody can tell. */
function aVote({ vote }: SuiviDAffaire, { membre }: DeportDeclare): boolean | null {
  if (vote === null) return false;
  const mandant = vote.assistance.representes.find((p) => p.mandataire === membre)?.mandant;
  const voix = [vote.voix[membre], mandant === undefined ? undefined : vote.voix[mandant]];
  const exprimees: readonly (Voix | undefined)[] = ['pour', 'contre', 'abstention'];
  if (voix.some((v) => exprimees.includes(v))) return true;
  return voix.includes('inconnue') ? null : false;
}

/**
 * R-INT-01 and R-INT-02: the two regimes of interest, kept apart. A personal interest is judged on
 * what the member did; a designation by law on what the decision gives the outside body. An item
 * with a plan that asks a third party for money and no declaration at all is silent: nothing is said.
 */
export function constatsDInterets(seance: Seance, suivi: SuiviDAffaire): readonly Constat[] {
  const { tableau, jour, collectivite } = seance.identite;
  const personnels = suivi.deports.filter(({ motif }) => motif === 'interet-personnel');
  const representants = suivi.deports.filter(({ motif }) => motif === 'representation-l1111-6');
  const presents = new Set((suivi.miseEnDiscussion ?? seance.ouverture)?.assistance.presents ?? []);
  const parle = (d: DeportDeclare) => suivi.discussion.some(({ membre }) => membre === d.membre);
  const { beneficiaire } = suivi.affaire;
  return [
    ...(personnels.length === 0
      ? []
      : [
          constatDInteret(
            personnels.map((d) => ({
              membre: nomComplet(tableau, d.membre),
              interetDistinct: true,
              present: !d.quitteLaSalle && presents.has(d.membre),
              aParle: parle(d),
              aVote: aVote(suivi, d),
              influence: null,
              le: jour,
            })),
            collectivite.genre,
          ),
        ]),
    ...(representants.length === 0 && beneficiaire === null
      ? []
      : [
          constatDesRepresentants({
            organisme: beneficiaire?.organisme ?? representants[0]?.organisme ?? 'l’organisme',
            nature: beneficiaire?.nature ?? 'autre',
            le: jour,
            representants: representants.map((d) => ({
              membre: nomComplet(tableau, d.membre),
              aPrisPart: parle(d) ? true : aVote(suivi, d),
            })),
          }),
        ]),
  ];
}
