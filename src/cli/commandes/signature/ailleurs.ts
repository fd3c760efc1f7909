import { preparerPourSignerAilleurs, recevoirSigneAilleurs } from '#app/signer.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../../commande.ts';
import type { Outils } from '../../outils.ts';
import { refuser } from '../../refuser.ts';
import { direLesDefauts, enMachine, paragraphe } from './en-clair.ts';
import { ANCRES, OCTETS_DE_PDF, REMPLACER, ecrireLeSigne, lireLesAncres } from './fichiers.ts';

async function preparer(lus: Lus, outils: Outils): Promise<number> {
  const chemin = lus.positions[0] ?? '';
  const pdf = await outils.fichiers.lire(chemin, OCTETS_DE_PDF);
  if (!pdf.ok) return refuser([pdf.error], lus, outils);
  const pret = preparerPourSignerAilleurs(pdf.value, outils.horloge.maintenant());
  if (!pret.ok) return refuser([pret.error.phrase], lus, outils);
  const { empreinte } = pret.value;
  if (lus.options.has('json')) outils.sortie.ecrire(enJson({ fichier: chemin, sha256: empreinte }));
  else {
    outils.sortie.ecrire(
      `« ${chemin} » peut être signé avec un autre outil.\nEmpreinte (SHA-256) : ${empreinte}\n` +
        `Gardez ce fichier tel quel. Au retour : parvis signature recevoir <signé.pdf> --original ${chemin}\n`,
    );
  }
  return 0;
}

async function recevoir(lus: Lus, outils: Outils): Promise<number> {
  const [chemin = ''] = lus.positions;
  const origine = lus.options.get('original');
  if (origine === undefined) {
    outils.sortie.annoncer('Dites quel fichier avait été donné à signer : --original <pdf>.\n');
    return 2;
  }
  const original = await outils.fichiers.lire(origine, OCTETS_DE_PDF);
  if (!original.ok) return refuser([original.error], lus, outils);
  const retour = await outils.fichiers.lire(chemin, OCTETS_DE_PDF);
  if (!retour.ok) return refuser([retour.error], lus, outils);
  const atelier = await outils.signature.ouvrir();
  const ancres = await lireLesAncres(lus, atelier, outils);
  if (!ancres.ok) return refuser([ancres.error], lus, outils);
  const confiance = { ancres: ancres.value, le: outils.horloge.maintenant() };
  const { examinateur } = atelier;
  const recu = recevoirSigneAilleurs(original.value, retour.value, confiance, examinateur);
  if (!recu.ok) {
    const titre = `« ${chemin} » est refusé : ce n’est pas « ${origine} » avec de bonnes signatures en plus.`;
    return direLesDefauts(titre, recu.error, lus, outils);
  }
  const vers = lus.options.get('vers');
  const ecrit = vers === undefined ? null : await ecrireLeSigne(vers, retour.value, lus, outils);
  if (ecrit?.ok === false) return refuser([ecrit.error], lus, outils);
  const { signatures, empreinte, remarques } = recu.value;
  if (lus.options.has('json')) {
    const garde = { garde: vers ?? null, sha256: empreinte, remarques };
    outils.sortie.ecrire(
      enJson({ fichier: chemin, signatures: signatures.map(enMachine), ...garde }),
    );
  } else {
    outils.sortie.ecrire(
      [
        'Reçu : le même document, avec en plus :\n\n',
        signatures.map(paragraphe).join('\n'),
        ...remarques.map((remarque) => `(${remarque})\n`),
        vers === undefined ? '' : `\nGardé dans « ${vers} ».\n`,
      ].join(''),
    );
  }
  return 0;
}

export const signaturePreparer: Commande = {
  nom: 'signature preparer',
  positions: ['fichier.pdf'],
  options: [JSON_SEUL],
  resume: 'dit si un PDF peut être signé ailleurs, et donne son empreinte',
  aide: `Pour signer avec l’outil de la mairie (parapheur, carte) plutôt qu’avec Parvis.

Exemple : parvis signature preparer DL.2022-330.pdf`,
  executer: preparer,
};

export const signatureRecevoir: Commande = {
  nom: 'signature recevoir',
  positions: ['signe.pdf'],
  options: [
    {
      nom: 'original',
      valeur: 'pdf',
      requise: true,
      aide: 'Le fichier qui avait été donné à signer.',
    },
    { nom: 'vers', valeur: 'pdf', aide: 'Où garder le fichier reçu, s’il est bon.' },
    ANCRES,
    REMPLACER,
    JSON_SEUL,
  ],
  resume: 'reçoit un PDF signé ailleurs : le même document, avec des signatures en plus',
  aide: `Le fichier est accepté s’il est l’original, à l’octet près, avec des signatures intactes.
Sinon il est refusé, et ce qui diffère est dit. Code de sortie : 0 accepté, 1 refusé.

Exemple : parvis signature recevoir signe.pdf --original DL.2022-330.pdf --vers garde.pdf`,
  executer: recevoir,
};
