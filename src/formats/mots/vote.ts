import { never } from '#base/assert.ts';
import type { GenreAffaire } from '#conseil/affaire.ts';
import type { Assemblee } from '#conseil/collectivite.ts';
import type { SuiviDAffaire, VoteCompte } from '#conseil/seance/etat.ts';
import type { Resultat } from '#droit/resultat.ts';
import { compter, majuscule, ordinal } from './nombres.ts';
import { avecArticle } from './organe.ts';

/** « 30 voix pour, 10 contre, 2 abstentions »; what is zero is left out. */
export function decompteEnMots(r: Resultat): string {
  const dites = [
    ...(r.pour > 0 ? [`${r.pour} voix pour`] : []),
    ...(r.contre > 0 ? [r.pour > 0 ? `${r.contre} contre` : `${r.contre} voix contre`] : []),
    ...(r.abstentions > 0 ? [compter(r.abstentions, 'abstention')] : []),
    ...(r.blancs > 0 ? [compter(r.blancs, 'bulletin blanc', 'bulletins blancs')] : []),
    ...(r.nuls > 0 ? [compter(r.nuls, 'bulletin nul', 'bulletins nuls')] : []),
    ...(r.nonParticipations > 0
      ? [
          r.nonParticipations === 1
            ? '1 membre ne prenant pas part au vote'
            : `${r.nonParticipations} membres ne prenant pas part au vote`,
        ]
      : []),
  ];
  return dites.length === 0 ? 'aucune voix' : dites.join(', ');
}

/** « à l’unanimité des suffrages exprimés » is said only when nobody voted against. */
const unanimite = ({ unanime }: Resultat): string =>
  unanime ? ' à l’unanimité des suffrages exprimés,' : '';

/** Why the count carried, or failed, when the figures alone do not show it. */
function raison(r: Resultat): string {
  if (r.suffragesExprimes === 0) return ' Aucun suffrage n’est exprimé.';
  if (!r.partage) return '';
  if (r.preponderante) {
    return r.adoptee
      ? ' Les voix sont partagées : la voix du président de séance, pour, est prépondérante.'
      : ' Les voix sont partagées : la voix du président de séance, contre, est prépondérante.';
  }
  return r.adoptee
    ? ' Les voix sont partagées : aucune majorité ne s’est dégagée contre le compte.'
    : ' Les voix sont partagées et aucune voix n’est prépondérante.';
}

const feminin = (genre: GenreAffaire): boolean => genre !== 'voeu';

/**
 * « Adoptée à l’unanimité des suffrages exprimés, par 53 voix pour. »: the result of a ballot in
 * words. « Adopté » for a vœu.
 */
export function resultatDuVote({ resultat: r }: VoteCompte, genre: GenreAffaire): string {
  const e = feminin(genre) ? 'e' : '';
  const verdict = r.adoptee ? `Adopté${e}` : `Rejeté${e}`;
  return `${verdict}${unanimite(r)} par ${decompteEnMots(r)}.${raison(r)}`.replace(
    'par aucune voix',
    ': aucune voix',
  );
}

/**
 * The sentence of the extract and the minutes: « Le conseil municipal, après en avoir délibéré,
 * adopte la délibération à l’unanimité des suffrages exprimés, par 53 voix pour. »
 */
export function phraseDuVote(
  { resultat: r }: VoteCompte,
  { genre }: { readonly genre: GenreAffaire },
  assemblee: Assemblee,
): string {
  const quoi = {
    deliberation: 'la délibération',
    voeu: 'le vœu',
    nomination: 'la désignation proposée',
    'prise-d-acte': '',
  }[genre];
  const qui = `${majuscule(avecArticle(assemblee))}, après en avoir délibéré,`;
  const fait =
    genre === 'prise-d-acte' && r.adoptee
      ? 'prend acte'
      : `${r.adoptee ? 'adopte' : 'rejette'} ${quoi}`;
  const objet = genre === 'prise-d-acte' && !r.adoptee ? 'refuse de prendre acte' : fait;
  const compte =
    r.pour + r.contre + r.abstentions === 0 ? '.' : `${unanimite(r)} par ${decompteEnMots(r)}.`;
  return `${qui} ${objet}${compte}${raison(r)}`.replace('  ', ' ');
}

/** What became of an item, as lists say it: « Approuvée à l’unanimité », « Rejetée », « Retirée ». */
export function issueEnMots(suivi: SuiviDAffaire): string {
  const { etat, vote, tours, affaire } = suivi;
  const e = feminin(affaire.genre) ? 'e' : '';
  switch (etat) {
    case 'adoptee':
      return vote?.resultat.unanime === true ? `Approuvé${e} à l’unanimité` : `Approuvé${e}`;
    case 'rejetee':
      return `Rejeté${e}`;
    case 'pourvue': {
      const elu = tours.at(-1)?.elu ?? null;
      return elu === null ? 'Désignation faite' : `Désignation de ${elu}`;
    }
    case 'prise-d-acte':
      return 'Il est pris acte';
    case 'ajournee':
      return `Ajourné${e}`;
    case 'retiree':
      return `Retiré${e} de l’ordre du jour`;
    case 'renvoyee':
      return `Renvoyé${e}`;
    case 'inscrite':
      return 'Non examinée';
    case 'en-discussion':
      return 'Sans décision';
    default:
      return never(etat, 'issueEnMots');
  }
}

/** « Au 3e tour, Noël HAUTEFORGE est proclamé… » without a gender nobody told. */
export function phraseDeNomination({ tours }: SuiviDAffaire, assemblee: Assemblee): string | null {
  const dernier = tours.at(-1);
  if (dernier === undefined) return null;
  const { elu, fait, aDepartager } = dernier;
  const rang = `${ordinal(fait.tour)} tour`;
  if (elu === null) {
    return aDepartager.length > 1
      ? `Au ${rang}, ${aDepartager.join(' et ')} ont le même nombre de voix. La personne la plus âgée l’emporte : les dates de naissance manquent pour la nommer.`
      : `Au ${rang}, aucune candidature n’obtient la majorité absolue.`;
  }
  const voix = fait.candidats.find(({ nom }) => nom === elu)?.voix ?? 0;
  const egalite = fait.candidats.filter((c) => c.voix === voix).length > 1;
  const comment = egalite
    ? `au ${rang}, à égalité de voix (${voix} chacun), au bénéfice de l’âge`
    : `au ${rang}, par ${voix} voix`;
  return `${majuscule(avecArticle(assemblee))} désigne ${elu}, ${comment}.`;
}

/** How the ballot was held, in words. */
export const modeEnMots = ({ fait }: VoteCompte): string =>
  ({
    ordinaire: 'scrutin ordinaire (à main levée)',
    'ordinaire-sans-noms': 'scrutin ordinaire (à main levée), noms non relevés',
    public: 'scrutin public',
    secret: 'scrutin secret',
  })[fait.decompte.mode];
