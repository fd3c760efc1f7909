import { heureEnLettres } from '#base/heure.ts';
import { avecJourDeSemaine, enToutesLettres } from '#base/jour.ts';
import type { Affaire } from '#conseil/affaire.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { Bloc, DocumentImprime } from '../document/document.ts';
import { articlesDeConvocation } from '../extrait/identification.ts';
import { cadreDuChef } from '../extrait/signatures.ts';
import { faitsJoints } from '../mots/faits-joints.ts';
import { SAUT, encadre, enumerer, gras, ligne, paires, paragraphe, titre } from '../mots/ligne.ts';
import { membreDe, nomDuMembre, nomme } from '../mots/membres.ts';
import { majuscule } from '../mots/nombres.ts';
import { de, deLAssemblee, enTeteDe } from '../mots/organe.ts';
import { formulaireDePouvoir, rappelDesPouvoirs } from './pouvoir.ts';
import { mentionDUrgence, mentionDeSecondeConvocation } from './mentions.ts';

/** Each item with its rank, its number, its object and who reports on it. */
function ordreDuJour(seance: Seance): Bloc {
  const rapporteurs = ({ rapporteur, coRapporteurs }: Affaire) =>
    enumerer(
      [...(rapporteur === null ? [] : [rapporteur]), ...coRapporteurs].map((id) =>
        nomme(seance, id),
      ),
    );
  const affaires = seance.affaires.map(({ affaire }) => affaire);
  const numerotees = affaires.some(({ numero }) => numero !== null);
  const nommees = affaires.some(({ rapporteur }) => rapporteur !== null);
  return {
    genre: 'tableau',
    legende: null,
    colonnes: [
      { titre: 'Ordre', alignement: 'centre', largeur: 0.6 },
      ...(numerotees ? [{ titre: 'Numéro', largeur: 1.2 } as const] : []),
      { titre: 'Objet', largeur: 4.4 },
      ...(nommees ? [{ titre: 'Rapporteur', largeur: 1.9 } as const] : []),
    ],
    lignes: affaires.map((affaire, i) => [
      ligne(`${affaire.rang ?? i + 1}`),
      ...(numerotees ? [ligne(affaire.numero ?? '')] : []),
      ligne(affaire.objet),
      ...(nommees ? [rapporteurs(affaire)] : []),
    ]),
  };
}

function pieces({ convocation: envoi }: Seance): readonly Bloc[] {
  if (envoi?.rapportsJoints !== true) return [];
  return [
    paragraphe(
      'Le rapport ou la note de synthèse de chaque affaire est joint à cette convocation. Vous pouvez demander au secrétariat à consulter les dossiers complets.',
    ),
  ];
}

/** Signed by whoever convened, when told; a blank frame for the mayor or president else. */
function signature(seance: Seance): Bloc {
  const par = seance.convocation?.par ?? null;
  const membre = par === null ? null : membreDe(seance, par);
  const cadre =
    membre === null
      ? cadreDuChef(seance)
      : {
          qualite: membre.fonction ?? 'Convoque la séance',
          nom: nomDuMembre(membre),
          mention: null,
        };
  return { genre: 'signatures', cadres: [cadre] };
}

/**
 * The convocation, with its order of business (L2121-10): when, where, on what ground, which
 * items; the mentions a second convocation or an urgency calls for; how to give a proxy, with a
 * form to fill in. The same for all members: proof of each dispatch is kept elsewhere.
 */
export function convocation(seance: Seance): DocumentImprime {
  const { identite, convocation: envoi } = seance;
  const { collectivite, assemblee, jour, heure, lieu } = identite;
  const articles = articlesDeConvocation(seance);
  const nom = `${deLAssemblee(assemblee)} ${de(collectivite.nom)}`;
  const second = envoi?.rang === 'seconde';
  return {
    genre: 'convocation',
    titre: `Convocation à la séance du ${enToutesLettres(jour)}`,
    auteur: collectivite.nom,
    date: envoi?.le ?? jour,
    mise: 'courante',
    enTete: enTeteDe(collectivite, assemblee),
    piedDePage: `Convocation — séance du ${enToutesLettres(jour)}`,
    blocs: [
      titre(1, second ? 'Seconde convocation' : 'Convocation'),
      paragraphe('À l’attention des membres ', nom),
      paragraphe(
        `J’ai l’honneur de vous convoquer${articles === null ? '' : `, en application des ${articles},`} à la séance ${nom} qui se tiendra :`,
      ),
      encadre('neutre', null, [
        paragraphe(
          gras(
            `${majuscule(avecJourDeSemaine(jour))}${heure === null ? '' : ` à ${heureEnLettres(heure)}`}`,
          ),
        ),
        ...paires(
          ['Lieu', lieu === null ? null : majuscule(lieu)],
          ['Convocation envoyée le', envoi === null ? null : enToutesLettres(envoi.le)],
        ),
      ]),
      ...mentionDeSecondeConvocation(seance),
      ...mentionDUrgence(seance),
      titre(2, 'Ordre du jour'),
      ...(seance.affaires.length === 0
        ? [paragraphe('Aucune affaire n’est inscrite à ce jour.')]
        : [ordreDuJour(seance)]),
      ...pieces(seance),
      titre(2, 'Si vous ne pouvez pas venir'),
      ...rappelDesPouvoirs(seance),
      signature(seance),
      SAUT,
      ...formulaireDePouvoir(seance),
    ],
    pieces: [
      faitsJoints('Les faits dont cette convocation est tirée', {
        seance: identite,
        convocation: envoi,
        ordreDuJour: seance.affaires.map(({ affaire }) => affaire),
      }),
    ],
  };
}
