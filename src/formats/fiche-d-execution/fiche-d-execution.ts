import { type Jour, enToutesLettres } from '#base/jour.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import type { VieDeLActe } from '#conseil/acte/vie.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import type { Constat } from '#droit/constat.ts';
import type { Bloc, DocumentImprime } from '../document/document.ts';
import { nomDeLActe, suiviDe } from '../extrait/extrait.ts';
import { sansDoublon } from '../mots/constats.ts';
import { faitsJoints } from '../mots/faits-joints.ts';
import { encadre, gras, italique, ligne, paires, paragraphe, titre } from '../mots/ligne.ts';
import { majuscule } from '../mots/nombres.ts';
import { enTeteDe } from '../mots/organe.ts';
import { blocsDeConstats } from './constats.ts';
import { delais } from './delais.ts';

const PUBLICITES: { readonly [p in VieDeLActe['publiciteRequise']]: string } = {
  electronique: 'publication en ligne',
  affichage: 'affichage',
  papier: 'publication sur papier',
  notification: 'notification à la personne concernée',
};

const QUESTION = 'Cette délibération s’applique-t-elle ?';

/** What is missing before the act applies, with its article. */
const manques = ({ manque, publiciteRequise }: VieDeLActe): string =>
  manque
    .map((quoi) =>
      quoi === 'transmission'
        ? 'la date de transmission au représentant de l’État'
        : `la preuve de la publicité exigée (${PUBLICITES[publiciteRequise]})`,
    )
    .join(' et ');

/** The publicity that put the act in force: in urgency, its posting (L2131-1 V). */
function publicite({
  afficheeEnUrgenceLe,
  publieeLe,
  publiciteRequise,
}: VieDeLActe): readonly string[] {
  if (afficheeEnUrgenceLe !== null) {
    return [`affichage en urgence du ${enToutesLettres(afficheeEnUrgenceLe)} (L2131-1, V)`];
  }
  return publieeLe === null
    ? []
    : [`${PUBLICITES[publiciteRequise]} du ${enToutesLettres(publieeLe)}`];
}

/** A later decision ended the act. */
function finie({ genre, le, acte }: NonNullable<VieDeLActe['fin']>): Bloc {
  const par = `par ${acte === null ? 'une décision' : `la décision ${acte}`} du ${enToutesLettres(le)}`;
  return encadre('attention', QUESTION, [
    paragraphe(
      gras(genre === 'retrait' ? `Non, retirée ${par}.` : `Plus maintenant : abrogée ${par}.`),
    ),
    paragraphe(
      genre === 'retrait'
        ? 'Elle est considérée comme n’ayant jamais existé.'
        : 'Ce qu’elle a produit avant demeure.',
    ),
  ]);
}

/** Does the act apply? One sentence, and on what ground; or what is missing to tell. */
function reponse(vie: VieDeLActe): Bloc {
  if (vie.fin !== null) return finie(vie.fin);
  if (vie.executoireDepuis !== null) {
    const motifs = [
      ...publicite(vie),
      ...(vie.aTransmettre && vie.transmiseLe !== null
        ? [`transmission au représentant de l’État du ${enToutesLettres(vie.transmiseLe)}`]
        : []),
    ];
    return encadre('neutre', QUESTION, [
      paragraphe(gras(`Oui, depuis le ${enToutesLettres(vie.executoireDepuis)}.`)),
      ...(motifs.length === 0
        ? []
        : [
            paragraphe(
              `${majuscule(motifs.join(' et '))}${motifs.length > 1 ? ' : la date la plus tardive compte' : ''}.`,
            ),
          ]),
    ]);
  }
  return encadre('attention', QUESTION, [
    paragraphe(gras('Rien ne permet encore de l’affirmer.')),
    paragraphe(
      `Il manque ${manques(vie)}. Enregistrez la date : la réponse se calculera d’elle-même.`,
    ),
  ]);
}

const jourOu = (le: Jour | null, sinon: string): string =>
  le === null ? sinon : enToutesLettres(le);

/** Each formality, whether the law asks for it, and the day it was done. */
function formalites(vie: VieDeLActe): Bloc {
  const requise = vie.aTransmettre ? 'oui' : 'non';
  return {
    genre: 'tableau',
    legende: null,
    colonnes: [
      { titre: 'Formalité', largeur: 3 },
      { titre: 'Exigée', alignement: 'centre', largeur: 0.8 },
      { titre: 'Date', largeur: 2 },
    ],
    lignes: [
      [
        ligne('Transmission au représentant de l’État'),
        ligne(requise),
        ligne(jourOu(vie.transmiseLe, vie.aTransmettre ? 'non enregistrée' : '')),
      ],
      [
        ligne('Accusé de réception (il n’est pas une condition)'),
        ligne('non'),
        ligne(jourOu(vie.recueLe, 'non enregistré')),
      ],
      [
        ligne(`Publicité : ${PUBLICITES[vie.publiciteRequise]}`),
        ligne('oui'),
        ligne(jourOu(vie.publieeLe, 'aucune preuve enregistrée')),
      ],
    ],
  };
}

/** Words an original carries are quoted, never taken over: a finding tells what they are worth. */
function mentions({ mentions: portees }: SuiviDAffaire): readonly Bloc[] {
  if (portees.length === 0) return [];
  return [
    titre(2, 'Ce que porte l’exemplaire d’origine'),
    paragraphe(
      italique(
        'Mentions recopiées mot pour mot. Elles ne valent pas ce que disent les constats ci-dessus.',
      ),
    ),
    ...portees.map(({ texte }) => encadre('neutre', null, [paragraphe(texte)])),
  ];
}

/**
 * The execution sheet of an act: whether it applies, since when and on what ground; what is
 * missing; until when it can be challenged; what the law has to say, right or wrong, with its
 * article and how sure we are. Nothing unproven is told as done.
 */
export function ficheDExecution(
  seance: Seance,
  id: IdAffaire,
  vie: VieDeLActe,
  constats: readonly Constat[] = [],
): DocumentImprime {
  const suivi = suiviDe(seance, id);
  const { affaire } = suivi;
  const { collectivite, assemblee, jour } = seance.identite;
  const surLActe = sansDoublon([...vie.constats, ...constats.filter((c) => c.affaire === id)]);
  const surLaSeance = sansDoublon(constats.filter((c) => c.affaire === undefined)).filter(
    ({ regle, phrase }) => !surLActe.some((c) => c.regle.id === regle.id && c.phrase === phrase),
  );
  return {
    genre: 'fiche-d-execution',
    titre: `Fiche d’exécution — ${nomDeLActe(suivi)}`,
    auteur: collectivite.nom,
    date: jour,
    mise: 'courante',
    enTete: enTeteDe(collectivite, assemblee),
    piedDePage: `Fiche d’exécution — ${nomDeLActe(suivi)}`,
    blocs: [
      titre(1, `Fiche d’exécution — ${nomDeLActe(suivi)}`),
      paragraphe(gras(affaire.objet)),
      ...(affaire.enClair === null ? [] : [paragraphe(affaire.enClair)]),
      ...paires(['Séance', enToutesLettres(jour)]),
      reponse(vie),
      titre(2, 'Formalités'),
      formalites(vie),
      titre(2, 'Délais'),
      ...delais(seance, suivi, vie),
      titre(2, 'Constats sur cet acte'),
      ...blocsDeConstats(surLActe, seance.passesOutre),
      ...(surLaSeance.length === 0
        ? []
        : [
            titre(2, 'Constats sur la séance'),
            ...blocsDeConstats(surLaSeance, seance.passesOutre),
          ]),
      ...mentions(suivi),
      paragraphe(italique('Ces constats citent les textes ; ils ne sont pas un avis juridique.')),
    ],
    pieces: [
      faitsJoints('Les faits et les constats dont cette fiche est tirée', {
        affaire: { id, numero: affaire.numero, objet: affaire.objet },
        formalites: {
          transmission: suivi.transmission,
          reception: suivi.reception,
          publications: suivi.publications,
        },
        vie,
        constatsSurLaSeance: surLaSeance,
      }),
    ],
  };
}
