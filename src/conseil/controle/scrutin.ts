import {
  type ModeDeScrutin,
  constatDeDemande,
  constatDesNoms,
} from '#droit/cgct/l2121-21/demandes.ts';
import { constatDeVote } from '#droit/cgct/l2121-20/vote.ts';
import { constatDeTour } from '#droit/cgct/l2122-7/election.ts';
import type { Constat } from '#droit/constat.ts';
import type { Decompte } from '../faits.ts';
import type { Seance, SuiviDAffaire, VoteCompte } from '../seance/etat.ts';
import { regimeDe } from '../acte/regime-de.ts';

const modeDe = (decompte: Decompte): ModeDeScrutin =>
  decompte.mode === 'ordinaire-sans-noms' ? 'ordinaire' : decompte.mode;

/** The chair's own voice on the item, which alone settles a tie. */
function voixDuPresident({ fait, assistance, voix }: VoteCompte) {
  if (fait.decompte.mode === 'ordinaire-sans-noms') return fait.decompte.voixDuPresident;
  const sienne = voix[assistance.president];
  return sienne === 'pour' || sienne === 'contre' || sienne === 'abstention' ? sienne : null;
}

function constatsDuVote(seance: Seance, suivi: SuiviDAffaire, vote: VoteCompte): Constat[] {
  const { resultat, assistance, fait } = vote;
  const mode = modeDe(fait.decompte);
  const demandeurs = (voulu: 'public' | 'secret') =>
    new Set(suivi.scrutinsDemandes.filter((d) => d.mode === voulu).flatMap((d) => d.demandeurs))
      .size;
  const presents = assistance.presents.length;
  return [
    constatDeVote({
      ...resultat,
      secret: mode === 'secret',
      voixDuPresident: voixDuPresident(vote),
      comptes: suivi.affaire.compteAdministratif,
      presents,
      representes: assistance.representes.length,
    }),
    constatDesNoms(mode, fait.decompte.mode === 'ordinaire' || fait.decompte.mode === 'public'),
    ...(presents > 0 && suivi.scrutinsDemandes.length > 0
      ? [
          constatDeDemande(
            {
              regime: regimeDe(seance.identite.collectivite),
              presents,
              pourLePublic: demandeurs('public'),
              pourLeSecret: demandeurs('secret'),
              nomination: suivi.affaire.genre === 'nomination',
            },
            mode,
          ),
        ]
      : []),
  ];
}

/** R-VOTE-01 to -05, R-VOTE-08, R-NOM-01: how an item was voted, and what came of it. */
export const constatsDeScrutin = (seance: Seance, suivi: SuiviDAffaire): readonly Constat[] => [
  ...(suivi.vote === null ? [] : constatsDuVote(seance, suivi, suivi.vote)),
  ...suivi.tours.map(({ fait }) => constatDeTour(fait)),
];
