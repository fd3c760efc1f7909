import {
  type ModeDeScrutin,
  constatDeDemande,
  constatDesNoms,
  constatDuSecretSansDemande,
} from '#droit/cgct/l2121-21/demandes.ts';
import { constatDeDispense } from '#droit/cgct/l2121-21/nominations.ts';
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

/** The ballot held, against the requests made; a secret one that nobody asked for is told. */
function constatsDuMode(seance: Seance, suivi: SuiviDAffaire, vote: VoteCompte): Constat[] {
  const mode = modeDe(vote.fait.decompte);
  const presents = vote.assistance.presents.length;
  if (presents === 0) return [];
  const demandeurs = (voulu: 'public' | 'secret') =>
    new Set(suivi.scrutinsDemandes.filter((d) => d.mode === voulu).flatMap((d) => d.demandeurs))
      .size;
  const salle = {
    regime: regimeDe(seance.identite.collectivite),
    presents,
    nomination: suivi.affaire.genre === 'nomination',
  };
  if (suivi.scrutinsDemandes.length > 0) {
    const demandes = { pourLePublic: demandeurs('public'), pourLeSecret: demandeurs('secret') };
    return [constatDeDemande({ ...salle, ...demandes }, mode)];
  }
  const sansDemande = mode === 'secret' ? constatDuSecretSansDemande(salle) : null;
  return sansDemande === null ? [] : [sansDemande];
}

function constatsDuVote(seance: Seance, suivi: SuiviDAffaire, vote: VoteCompte): Constat[] {
  const { resultat, assistance, fait } = vote;
  const mode = modeDe(fait.decompte);
  return [
    constatDeVote({
      ...resultat,
      secret: mode === 'secret',
      voixDuPresident: voixDuPresident(vote),
      comptes: suivi.affaire.compteAdministratif,
      presents: assistance.presents.length,
      representes: assistance.representes.length,
    }),
    constatDesNoms(mode, fait.decompte.mode === 'ordinaire' || fait.decompte.mode === 'public'),
    ...constatsDuMode(seance, suivi, vote),
  ];
}

/** R-NOM-02: someone appointed without secrecy; no fact tells that the council waived it. */
function constatsDeSecret({ affaire, vote, tours }: SuiviDAffaire): readonly Constat[] {
  const aDecouvert =
    tours.some(({ fait }) => fait.scrutin === 'public') ||
    (vote !== null && vote.fait.decompte.mode !== 'secret');
  return affaire.genre === 'nomination' && aDecouvert ? [constatDeDispense(null)] : [];
}

/** R-VOTE-01 to -05, R-VOTE-08, R-NOM-01, -02: how an item was voted, and what came of it. */
export const constatsDeScrutin = (seance: Seance, suivi: SuiviDAffaire): readonly Constat[] => [
  ...(suivi.vote === null ? [] : constatsDuVote(seance, suivi, suivi.vote)),
  ...suivi.tours.map(({ fait }) => constatDeTour(fait)),
  ...constatsDeSecret(suivi),
];
