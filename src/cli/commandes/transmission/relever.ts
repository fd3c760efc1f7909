import { lireCourrierDans } from '#app/transmission/envois/lire-courrier.ts';
import { type OperateurRegle, refusDeServir } from '#app/transmission/operateur.ts';
import { releverLesReponses } from '#app/transmission/transmettre.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../../commande.ts';
import { avecLeMagasin } from '../../magasin.ts';
import type { MagasinDeCommande, Outils } from '../../outils.ts';
import { refuser } from '../../refuser.ts';
import { type ActeVu, aVerifier, courrierEnMots, enMachine, enMots, nomDe } from './acte-vu.ts';
import { actesTransmis } from './etat.ts';
import { COLLECTIVITE, bureauDe, collectivitesDe, prendreContact } from './guichet.ts';

/** What one look brought. */
type Releve = {
  /** Acts something came for: a receipt, an anomaly, a letter. */
  readonly nouvelles: readonly Nouvelle[];
  readonly actes: readonly ActeVu[];
  readonly difficultes: readonly string[];
};

type Nouvelle = {
  readonly acte: ActeVu;
  readonly genres: readonly ('accuse' | 'anomalie' | 'annulation' | 'courrier')[];
  readonly phrases: readonly string[];
};

const cle = ({ lieu }: ActeVu): string => `${lieu.collectivite}/${lieu.flux}/${lieu.affaire}`;

/** What an act has now that it had not before; null when nothing came. */
function nouvelle(acte: ActeVu, avant: ActeVu | undefined): Nouvelle | null {
  const t = acte.suivi.teletransmission;
  const ancien = avant?.suivi.teletransmission;
  const accuse = t.accuse !== null && ancien?.accuse?.sha256 !== t.accuse.sha256;
  const anomalie = t.anomalie !== null && (ancien?.anomalie ?? null) === null;
  const annulation =
    (t.annulee !== null && (ancien?.annulee ?? null) === null) ||
    (t.annulationRefusee !== null && (ancien?.annulationRefusee ?? null) === null);
  const courriers = acte.etat.courriers.slice(ancien?.courriers.length ?? 0);
  const genres = [
    ...(accuse ? (['accuse'] as const) : []),
    ...(anomalie ? (['anomalie'] as const) : []),
    ...(annulation ? (['annulation'] as const) : []),
    ...courriers.map(() => 'courrier' as const),
  ];
  if (genres.length === 0) return null;
  const etat = accuse || anomalie || annulation ? [acte.etat.phrase] : [];
  const ecarts = accuse
    ? acte.ecarts.map(({ phrase }) => `Écart entre l’envoi et l’accusé. ${phrase}`)
    : [];
  return {
    acte,
    genres,
    phrases: [
      ...etat,
      ...ecarts,
      ...courriers.flatMap((courrier) => courrierEnMots(courrier, acte.aujourdhui)),
    ],
  };
}

async function relever(
  collectivites: readonly string[],
  operateur: OperateurRegle,
  { ouvert, outils }: { readonly ouvert: MagasinDeCommande; readonly outils: Outils },
): Promise<Releve> {
  const avant = new Map(
    (await actesTransmis(collectivites, ouvert, outils)).map((vu) => [cle(vu), vu]),
  );
  const bureau = bureauDe(ouvert, operateur, outils);
  const lireCourrier = lireCourrierDans(outils.archives);
  const difficultes: string[] = [];
  for (const collectivite of collectivites) {
    const { courriers } = await releverLesReponses(bureau, collectivite, {
      sansAttendre: true,
      lireCourrier,
    });
    difficultes.push(...courriers.difficultes);
  }
  const actes = await actesTransmis(collectivites, ouvert, outils);
  const nouvelles = actes.map((vu) => nouvelle(vu, avant.get(cle(vu)))).filter((n) => n !== null);
  return { nouvelles, actes, difficultes };
}

const TERMINEES: ReadonlySet<string> = new Set(['recue', 'annulee', 'pas-demandee']);

function dire({ nouvelles, actes, difficultes }: Releve, lus: Lus, { sortie }: Outils): void {
  const enCours = actes.filter(
    ({ etat, attentes }) => !TERMINEES.has(etat.etape) || attentes.length > 0,
  );
  if (lus.options.has('json')) {
    const dites = nouvelles.map(({ acte, genres }) => ({ genres, ...enMachine(acte) }));
    sortie.ecrire(enJson({ nouvelles: dites, en_cours: enCours.map(enMachine), difficultes }));
    return;
  }
  if (nouvelles.length === 0) sortie.ecrire('Rien de nouveau.\n');
  for (const { acte, phrases } of nouvelles) {
    sortie.ecrire(`${nomDe(acte)}\n${phrases.map((phrase) => `  ${phrase}\n`).join('')}`);
  }
  if (enCours.length > 0) sortie.ecrire(`\nEn cours\n${enCours.map(enMots).join('')}`);
  for (const phrase of difficultes) sortie.annoncer(`${phrase}\n`);
}

async function executer(
  lus: Lus,
  { ouvert, outils }: { readonly ouvert: MagasinDeCommande; readonly outils: Outils },
): Promise<number> {
  const voulues = await collectivitesDe(lus, ouvert);
  if (!voulues.ok) return refuser([voulues.error], lus, outils);
  const operateur = await outils.ouvrirLeTdt();
  if (!operateur.ok) return refuser([operateur.error], lus, outils);
  try {
    const toutes = await ouvert.magasin.collectivites();
    const refus = (siren: string) => refusDeServir(operateur.value, siren, toutes);
    const servies = voulues.value.filter((siren) => refus(siren) === null);
    const [premiere] = voulues.value;
    if (servies.length === 0 && premiere !== undefined) {
      return refuser([refus(premiere) ?? ''], lus, outils);
    }
    const contact = await prendreContact(operateur.value, outils);
    if (!contact.ok) return refuser([contact.error], lus, outils);
    const releve = await relever(servies, operateur.value, { ouvert, outils });
    dire(releve, lus, outils);
    const aRegarder = releve.actes.some(aVerifier);
    const anomalie = releve.nouvelles.some(({ genres }) => genres.includes('anomalie'));
    return aRegarder || anomalie || releve.difficultes.length > 0 ? 1 : 0;
  } finally {
    operateur.value.fermer();
  }
}

export const transmissionRelever: Commande = {
  nom: 'transmission relever',
  positions: [],
  options: [COLLECTIVITE, JSON_SEUL],
  resume: 'relève les accusés, anomalies et courriers de la préfecture',
  aide: `Continue les envois en attente, demande où en est chaque acte et prend les courriers, avec leurs
délais. Le serveur (parvis servir) le fait seul quand PARVIS_TDT est réglé.
Code de sortie : 0 si tout va bien, 1 s’il y a une anomalie, une difficulté ou un envoi à vérifier.
Les réglages de l’opérateur : parvis aide transmission envoyer.`,
  executer: (lus, outils) =>
    avecLeMagasin(outils, lus.options.has('json'), (ouvert) => executer(lus, { ouvert, outils })),
};
