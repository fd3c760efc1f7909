import { basename, dirname } from 'node:path';
import { classificationDe } from '#app/transmission/envois/classification.ts';
import { avertissementDeCertificat } from '#app/transmission/certificat.ts';
import type { OperateurRegle } from '#app/transmission/operateur.ts';
import { PARIS, enHeureLocale } from '#base/instant.ts';
import { enToutesLettres } from '#base/jour.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../../commande.ts';
import type { Outils } from '../../outils.ts';
import { refuser } from '../../refuser.ts';
import { dire } from './guichet.ts';

/** What an operator says of itself, for a person and for a program. */
type Reponse = { readonly phrases: readonly string[]; readonly champs: object };

/** Until when the certificate is valid, and whether it is time to ask for the next. */
function certificat(
  operateur: OperateurRegle,
  enLigne: Reponse['champs'],
  outils: Outils,
): Reponse {
  const jusquAu = operateur.certificatJusquAu;
  const { jour } = enHeureLocale(outils.horloge.maintenant(), PARIS);
  const champs = { ...enLigne, certificat_jusqu_au: jusquAu };
  if (jusquAu === null) return { phrases: ['Aucun certificat n’est réglé.'], champs };
  const mot = avertissementDeCertificat(jusquAu, jour);
  const phrase = mot ?? `Certificat valable jusqu’au ${enToutesLettres(jusquAu)}.`;
  return { phrases: [phrase], champs: { ...champs, certificat_a_renouveler: mot !== null } };
}

/** The classification, written where it was asked; it decides which types and matters may be sent. */
async function classification(
  { tdt }: OperateurRegle,
  lus: Lus,
  outils: Outils,
): Promise<Reponse & { readonly ok: boolean }> {
  dire('Classification de la préfecture', outils);
  const recue = await classificationDe(tdt);
  // A folder has none, which only matters to whoever wants it written.
  if (!recue.ok) {
    const ok = !lus.options.has('classification');
    return { ok, phrases: [recue.error], champs: { classification: null } };
  }
  const { classification: c, brut } = recue.value;
  const phrase = `Classification de la préfecture : celle du ${enToutesLettres(c.le)} (${c.natures.length} natures, ${c.matieres.length} matières de premier niveau).`;
  const champs = { classification: c.le };
  const vers = lus.options.get('classification');
  if (vers === undefined) return { ok: true, phrases: [phrase], champs };
  const ecrire = [{ nom: basename(vers), contenu: brut }];
  const depot = await outils.fichiers.deposer(dirname(vers), { ecrire, retirer: [] });
  return depot.ok
    ? {
        ok: true,
        phrases: [phrase, `Écrite dans « ${vers} ».`],
        champs: { ...champs, fichier: vers },
      }
    : { ok: false, phrases: [phrase, depot.error], champs };
}

async function demander({ tdt }: OperateurRegle): Promise<Reponse & { readonly ok: boolean }> {
  const demande = await tdt.demanderLaClassification();
  const champs = { classification_demandee: demande.ok };
  if (demande.ok) {
    const phrase =
      'La classification en vigueur est demandée à la préfecture ; elle arrive en général les jours ouvrés.';
    return { ok: true, phrases: [phrase], champs };
  }
  const { phrase, texte } = demande.error;
  return { ok: false, phrases: [texte === '' ? phrase : `${phrase} (« ${texte} »)`], champs };
}

async function interroger(operateur: OperateurRegle, lus: Lus, outils: Outils): Promise<number> {
  const { tdt, simulation } = operateur;
  dire(`Contact avec ${tdt.nom}`, outils);
  const etat = await tdt.testerLaConnexion();
  const cert = certificat(
    operateur,
    { operateur: tdt.nom, simulation, connexion: etat.ok },
    outils,
  );
  const dites = [etat.ok ? etat.value.phrase : etat.error.phrase, ...cert.phrases];
  let champs = cert.champs;
  let reussi = etat.ok;
  if (etat.ok) {
    const suites = [
      ...(lus.options.has('demander') ? [await demander(operateur)] : []),
      await classification(operateur, lus, outils),
    ];
    for (const suite of suites) {
      dites.push(...suite.phrases);
      champs = { ...champs, ...suite.champs };
      reussi &&= suite.ok;
    }
  }
  if (lus.options.has('json')) outils.sortie.ecrire(enJson({ ...champs, phrases: dites }));
  else outils.sortie.ecrire(`${dites.join('\n')}\n`);
  return reussi ? 0 : 1;
}

export const transmissionOperateur: Commande = {
  nom: 'transmission operateur',
  positions: [],
  options: [
    { nom: 'classification', valeur: 'f.xml', aide: 'Écrit la classification de la préfecture.' },
    {
      nom: 'demander',
      valeur: null,
      aide: 'Demande à la préfecture celle en vigueur (une par jour).',
    },
    JSON_SEUL,
  ],
  resume: 'interroge l’opérateur : connexion, certificat, classification',
  aide: `Dit si l’opérateur répond et reconnaît le compte, jusqu’à quand le certificat est valable, et de
quel jour est la classification de la préfecture (natures, matières et types de fichiers permis).
Si un acte revient parce que la classification a changé : --demander, puis recommencez le lendemain.
Code de sortie : 0 si tout répond, 1 sinon. Les réglages : parvis aide transmission envoyer.

Exemple : parvis transmission operateur --classification classification.xml`,
  executer: async (lus, outils) => {
    const operateur = await outils.ouvrirLeTdt();
    if (!operateur.ok) return refuser([operateur.error], lus, outils);
    try {
      return await interroger(operateur.value, lus, outils);
    } finally {
      operateur.value.fermer();
    }
  },
};
