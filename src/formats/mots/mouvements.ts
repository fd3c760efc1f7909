import { never } from '#base/assert.ts';
import type { Heure } from '#base/heure.ts';
import { heureEnLettres } from '#base/heure.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import type { DeportDeclare, HuisClosPrononce } from '#conseil/faits.ts';
import type { FaitDeMouvement } from '#conseil/seance/mouvement.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { Ligne } from '../document/document.ts';
import { enumerer, ligne } from './ligne.ts';
import { nomme } from './membres.ts';
import { compter } from './nombres.ts';
import { CGCT } from './organe.ts';

const a = (heure: Heure | null): string => (heure === null ? '' : ` à ${heureEnLettres(heure)}`);

/** « affaire n° 3 », by its rank in the sitting, else by its number, else by its object. */
export function affaireEnMots({ affaires }: Seance, id: IdAffaire): string {
  const affaire = affaires.find((s) => s.affaire.id === id)?.affaire;
  if (affaire === undefined) return 'une affaire';
  if (affaire.rang !== null) return `l’affaire n° ${affaire.rang}`;
  return affaire.numero === null ? `« ${affaire.objet} »` : `l’affaire ${affaire.numero}`;
}

const pendant = (seance: Seance, id: IdAffaire | null): string =>
  id === null ? '' : `, pendant l’examen de ${affaireEnMots(seance, id)}`;

/**
 * A member steps aside, told with the words of its own regime: an interest of one's own
 * (L2131-11), or a seat held in an outside body by virtue of the law (L1111-6 II).
 */
export function deportEnMots(seance: Seance, fait: DeportDeclare): Ligne {
  const organisme = fait.organisme === null ? null : `« ${fait.organisme} »`;
  const personnel = fait.motif === 'interet-personnel';
  const pourquoi = personnel
    ? `déclare un intérêt personnel à l’affaire${organisme === null ? '' : ` (${organisme})`}`
    : `représente la collectivité ${organisme === null ? 'au sein de l’organisme concerné' : `au sein de ${organisme}`}`;
  const salle = fait.quitteLaSalle ? 'quitte la salle' : 'reste dans la salle';
  const article = personnel ? 'L2131-11' : 'L1111-6';
  return ligne(
    nomme(seance, fait.membre),
    ` ${pourquoi}, se déporte et ${salle}, sans prendre part au débat ni au vote (article ${article} du ${CGCT}).`,
  );
}

function huisClosEnMots(seance: Seance, fait: HuisClosPrononce): Ligne {
  const demandeurs = fait.demandeurs.map((id) => nomme(seance, id));
  const demande =
    demandeurs.length === 0
      ? ligne('Le huis clos est demandé.')
      : ligne('Le huis clos est demandé par ', enumerer(demandeurs, ', ', ' et '), '.');
  return ligne(
    demande,
    ` Sans débat, l’assemblée se prononce : ${fait.pour} voix pour, ${fait.contre} contre, ${compter(fait.abstentions, 'abstention')}. Le public se retire.`,
  );
}

/** What moved the room, in one sentence for the minutes. */
export function mouvementEnMots(seance: Seance, fait: FaitDeMouvement): Ligne {
  switch (fait.type) {
    case 'ArriveeConstatee':
      return ligne(
        nomme(seance, fait.membre),
        ` arrive en séance${a(fait.heure)}${pendant(seance, fait.affaire)}.`,
      );
    case 'DepartConstate':
      return ligne(
        nomme(seance, fait.membre),
        ` quitte la séance${a(fait.heure)}${pendant(seance, fait.affaire)}.`,
      );
    case 'PouvoirRemis':
      return ligne(
        nomme(seance, fait.mandant),
        ' donne pouvoir à ',
        nomme(seance, fait.mandataire),
        '.',
      );
    case 'PouvoirRetire':
      return ligne(nomme(seance, fait.mandant), ' retire le pouvoir donné.');
    case 'DeportDeclare':
      return deportEnMots(seance, fait);
    case 'PresidenceConfiee':
      return ligne(
        'La présidence est confiée à ',
        nomme(seance, fait.membre),
        `${fait.affaire === null ? '' : `, pour ${affaireEnMots(seance, fait.affaire)}`}.`,
      );
    case 'SeanceSuspendue':
      return ligne(
        `La séance est suspendue${a(fait.heure)}${fait.motif === null ? '' : ` : ${fait.motif}`}.`.replace(
          '..',
          '.',
        ),
      );
    case 'SeanceReprise':
      return ligne(`La séance reprend${a(fait.heure)}.`);
    case 'HuisClosPrononce':
      return huisClosEnMots(seance, fait);
    case 'HuisClosLeve':
      return ligne('Le huis clos est levé : la séance redevient publique.');
    default:
      return never(fait, 'mouvementEnMots');
  }
}

/** Why the sitting ended, in words. */
export const finEnMots = (motif: string | null): string => {
  if (motif === 'ordre-du-jour-epuise') return 'L’ordre du jour est épuisé.';
  return motif === 'quorum-perdu' ? 'Le quorum n’est plus atteint.' : '';
};
