import { enToutesLettres } from '#base/jour.ts';
import type { VieDeLActe } from '#conseil/acte/vie.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { courriersEnClair } from '#conseil/transmission/courriers.ts';
import { NATURES } from '../actes/nomenclature.ts';
import type { Bloc, DocumentImprime } from '../document/document.ts';
import { nomDeLActe, suiviDe } from '../extrait/extrait.ts';
import { encadre, gras, ligne, liste, paires, paragraphe, titre } from '../mots/ligne.ts';
import { enTeteDe } from '../mots/organe.ts';
import { blocDuTampon, tamponDe } from './tampon.ts';

/** The hash in groups, so that a line can break and an eye can compare. */
const enGroupes = (sha256: string): string => sha256.replaceAll(/(.{16})(?=.)/g, '$1 ');

function envoi({ teletransmission: { demande, acceptee } }: SuiviDAffaire): readonly Bloc[] {
  if (demande === null) return [paragraphe('Cet acte n’a pas été transmis par Parvis.')];
  const nature = NATURES.find(({ code }) => code === demande.nature)?.libelle ?? '';
  return [
    ...paires(
      ['Numéro transmis', demande.numero],
      ['Nature', `${demande.nature} ${nature}`],
      ['Matière', demande.matiere],
      ['Objet transmis', demande.objet],
      ['Opérateur', demande.operateur],
      ['Transaction', acceptee?.transaction ?? 'pas encore prise en charge'],
      ['Partie sur papier', demande.documentPapier ? 'oui' : 'non'],
      ['Identifiant attendu', demande.identifiant],
    ),
    {
      genre: 'tableau',
      legende: 'Fichiers transmis, l’acte d’abord',
      colonnes: [
        { titre: 'Fichier', largeur: 2 },
        { titre: 'Type', largeur: 0.7 },
        { titre: 'Empreinte SHA-256', largeur: 3 },
      ],
      lignes: demande.pieces.map(({ nom, typologie, sha256 }) => [
        ligne(nom),
        ligne(typologie),
        ligne(enGroupes(sha256)),
      ]),
    },
  ];
}

function accuse(
  { teletransmission: { accuse: recu } }: SuiviDAffaire,
  ecarts: readonly string[],
): readonly Bloc[] {
  if (recu === null) {
    return [paragraphe('L’accusé n’est pas arrivé. Il arrive en général les jours ouvrés.')];
  }
  return [
    ...paires(
      ['Date de réception', enToutesLettres(recu.le)],
      ['Identifiant', recu.identifiant],
      ['Empreinte SHA-256 du message', enGroupes(recu.sha256)],
    ),
    ecarts.length === 0
      ? paragraphe(
          'L’accusé dit la même chose que l’envoi : date, numéro, nature, matière, objet, fichiers.',
        )
      : encadre('attention', 'L’accusé ne dit pas la même chose que l’envoi', [
          liste(ecarts.map((ecart) => ligne(ecart))),
        ]),
  ];
}

function courriers({ teletransmission }: SuiviDAffaire): readonly Bloc[] {
  const recus = courriersEnClair(teletransmission);
  if (recus.length === 0) return [];
  return [
    titre(2, 'Courriers de la préfecture'),
    liste(
      recus.map(({ phrase, queFaire, repondreAvantLe }) =>
        ligne(
          gras(phrase),
          ' ',
          queFaire,
          repondreAvantLe === null
            ? ''
            : ` Dernier jour pour répondre : ${enToutesLettres(repondreAvantLe)}.`,
        ),
      ),
    ),
  ];
}

function effet(vie: VieDeLActe): Bloc {
  if (vie.fin !== null) {
    const mot = vie.fin.genre === 'retrait' ? 'retiré' : 'abrogé';
    return paragraphe(gras(`L’acte a été ${mot} le ${enToutesLettres(vie.fin.le)}.`));
  }
  return vie.executoireDepuis === null
    ? paragraphe('Rien ne permet encore de dire que cet acte s’applique.')
    : paragraphe(gras(`L’acte s’applique depuis le ${enToutesLettres(vie.executoireDepuis)}.`));
}

/**
 * What went to the prefecture and what came back, on one page, for the file. `ecarts` are the
 * differences between the two, in words.
 */
export function bordereau(
  seance: Seance,
  id: IdAffaire,
  { vie, ecarts }: { readonly vie: VieDeLActe; readonly ecarts: readonly string[] },
): DocumentImprime {
  const suivi = suiviDe(seance, id);
  const { collectivite, assemblee, jour } = seance.identite;
  const nom = nomDeLActe(suivi);
  return {
    genre: 'bordereau',
    titre: `Bordereau de transmission — ${nom}`,
    auteur: collectivite.nom,
    date: jour,
    mise: 'courante',
    enTete: enTeteDe(collectivite, assemblee),
    piedDePage: `Bordereau — ${nom}`,
    blocs: [
      titre(1, `Bordereau de transmission — ${nom}`),
      paragraphe(`Décision du ${enToutesLettres(jour)}. ${suivi.affaire.objet}`),
      blocDuTampon(tamponDe(suivi, vie), 'En bref'),
      effet(vie),
      titre(2, 'Ce qui a été envoyé'),
      ...envoi(suivi),
      titre(2, 'L’accusé de réception'),
      ...accuse(suivi, ecarts),
      ...courriers(suivi),
    ],
    pieces: [],
  };
}
