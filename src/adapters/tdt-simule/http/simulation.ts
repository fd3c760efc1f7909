import { parseJour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import { CODES_D_ANOMALIE, lireAnomalie } from './simulation-anomalies.ts';
import { type Delais, STATUTS, type Transaction, nouvelEtat, statutDe } from '../etat.ts';
import { classificationDu } from '../metier/classification.ts';
import { envoyerUnCourrier, estUnCourrier } from '../metier/courriers.ts';
import { faireUnPas, rattraper } from '../metier/marche.ts';
import { delaiDe } from '../metier/ranger.ts';
import type { Monde } from '../monde.ts';
import { GENRES_DE_PANNE, type GenreDePanne, type Pannes } from '../pannes.ts';
import { type Reponse, json } from './reponse.ts';
import type { Requete } from './requete.ts';

/** A control call: what is asked, read from JSON. */
type Ordre = Readonly<Record<string, unknown>>;
type Controle = (monde: Monde, ordre: Ordre, pannes: Pannes) => Result<unknown, string>;

const texteDe = (ordre: Ordre, nom: string, defaut = ''): string => {
  const lu = ordre[nom];
  return typeof lu === 'string' ? lu.slice(0, 2_000) : defaut;
};

const nombreDe = (ordre: Ordre, nom: string, defaut: number): number => {
  const lu = ordre[nom];
  return typeof lu === 'number' && Number.isFinite(lu) ? lu : defaut;
};

/** A transaction as control calls and the page show it. */
export const resume = (t: Transaction) => ({
  id: t.id,
  type: t.type,
  liee: t.liee,
  siren: t.compte.siren,
  numero: t.numero,
  idActe: t.idActe,
  objet: t.acte?.objet ?? null,
  statut: statutDe(t),
  etat: STATUTS[statutDe(t)] ?? String(statutDe(t)),
  etapes: t.etapes.map(({ statut, le, message }) => ({ statut, le, message })),
  fichiers: t.fichiers.map((f) => ({
    id: f.id,
    nom: f.nom,
    nomPoste: f.nomPoste,
    octets: f.octets.byteLength,
  })),
});

/** The act an order speaks of, by `id` or by `numero`. */
function acteDe({ etat }: Monde, ordre: Ordre): Transaction | null {
  const id = nombreDe(ordre, 'id', 0);
  const numero = texteDe(ordre, 'numero');
  if (numero !== '') {
    return [...etat.transactions.values()].find((t) => t.type === 1 && t.numero === numero) ?? null;
  }
  return etat.transactions.get(id) ?? null;
}

const INCONNUE = 'Aucune transaction ne porte cet identifiant ou ce numéro.';

const avancer: Controle = (monde, ordre) => {
  const une = 'id' in ordre || 'numero' in ordre;
  const t = une ? acteDe(monde, ordre) : null;
  if (une && t === null) return err(INCONNUE);
  const qui = t === null ? [...monde.etat.enMarche] : [t];
  for (const celle of qui) faireUnPas(monde, celle, monde.temps.ms());
  return ok(qui.map(resume));
};

const JOUR_MS = 86_400_000;

const horloge: Controle = (monde, ordre) => {
  const ms = nombreDe(ordre, 'secondes', 0) * 1_000 + nombreDe(ordre, 'jours', 0) * JOUR_MS;
  if (!(ms > 0 && ms <= 4_000 * JOUR_MS)) {
    return err(
      'L’horloge n’avance que vers l’avenir : donnez « secondes » ou « jours », positifs.',
    );
  }
  monde.temps.avancer(ms);
  rattraper(monde);
  return ok({ maintenant: new Date(monde.temps.ms()).toISOString() });
};

const lireDelai = (lu: unknown, ancien: number | null): number | null => {
  if (lu === null) return null;
  return typeof lu === 'number' && lu >= 0 && lu <= 400 * JOUR_MS ? lu : ancien;
};

/** New delays also hold for what was already waiting in that state. */
const delais: Controle = (monde, ordre) => {
  const anciens = monde.etat.delais;
  const nouveaux: Delais = {
    validation: lireDelai(ordre['validation'], anciens.validation),
    transmission: lireDelai(ordre['transmission'], anciens.transmission),
    accuse: lireDelai(ordre['accuse'], anciens.accuse),
  };
  monde.etat.delais = nouveaux;
  for (const t of monde.etat.enMarche) {
    const delai = delaiDe(monde, statutDe(t));
    t.echeance = delai === null ? null : Date.parse(t.etapes.at(-1)?.le ?? '') + delai;
  }
  return ok(nouveaux);
};

const anomalie =
  (genre: 'acte' | 'enveloppe'): Controle =>
  (monde, ordre) => {
    const prevue = lireAnomalie(genre, {
      nature: texteDe(ordre, 'nature', genre === 'acte' ? '002' : '999'),
      detail: texteDe(ordre, 'detail'),
    });
    if (!prevue.ok) return prevue;
    if (!('id' in ordre) && !('numero' in ordre)) {
      monde.etat.prochaineAnomalie = prevue.value;
      return ok({ pour: 'le prochain acte déposé', ...prevue.value });
    }
    const t = acteDe(monde, ordre);
    if (t === null) return err(INCONNUE);
    if (!monde.etat.enMarche.has(t)) {
      return err('Le ministère a déjà répondu sur cet acte : une anomalie ne vient qu’avant.');
    }
    t.anomalie = prevue.value;
    return ok({ pour: t.id, ...prevue.value });
  };

const courrier: Controle = (monde, ordre) => {
  const acte = acteDe(monde, ordre);
  if (acte === null) return err(INCONNUE);
  const genre = ordre['genre'];
  if (!estUnCourrier(genre)) return err('Le genre d’un courrier est 2-1, 3-1, 4-1 ou 5-1.');
  const le = parseJour(texteDe(ordre, 'le'));
  const envoye = envoyerUnCourrier(monde, acte, {
    genre,
    texte: texteDe(ordre, 'texte', 'Exercice : merci de votre réponse.'),
    le: le.ok ? le.value : null,
  });
  return envoye.ok ? ok(resume(envoye.value)) : envoye;
};

const estUnePanne = (genre: string): genre is GenreDePanne => Object.hasOwn(GENRES_DE_PANNE, genre);

const panne: Controle = (_monde, ordre, pannes) => {
  const genre = texteDe(ordre, 'genre');
  if (genre === 'aucune') {
    pannes.oublier();
    return ok([]);
  }
  if (!estUnePanne(genre)) {
    return err(`Le genre d’une panne est ${Object.keys(GENRES_DE_PANNE).join(', ')} ou aucune.`);
  }
  const armee = pannes.armer({
    genre,
    chemin: texteDe(ordre, 'chemin'),
    ms: Math.max(0, nombreDe(ordre, 'ms', 1_000)),
    texte: texteDe(ordre, 'texte', 'Erreur inconnue'),
    statut: Math.min(599, Math.max(400, Math.trunc(nombreDe(ordre, 'statut', 503)))),
    fois: Math.min(10_000, Math.max(1, Math.trunc(nombreDe(ordre, 'fois', 1)))),
  });
  return armee ? ok(pannes.toutes()) : err('Cent pannes attendent déjà : désarmez-les d’abord.');
};

/** Makes a number already taken, as if an act had borne it long ago. */
const numero: Controle = (monde, ordre) => {
  const pris = texteDe(ordre, 'numero').slice(0, 15);
  if (pris === '') return err('Donnez le « numero » à rendre indisponible.');
  for (const { siren } of monde.comptes) monde.etat.numeros.add(`${siren}/${pris}`);
  return ok({ pris });
};

const classification: Controle = (monde, ordre) => {
  const le = parseJour(texteDe(ordre, 'le'));
  if (!le.ok) return err(le.error);
  // Those who never fetched one hold the former: theirs is now out of date.
  for (const { siren } of monde.comptes) {
    if (!monde.etat.classifications.has(siren)) {
      monde.etat.classifications.set(siren, monde.etat.enVigueur);
    }
  }
  monde.etat.enVigueur = classificationDu(le.value);
  return ok({ enVigueur: le.value });
};

const zero: Controle = (monde, _ordre, pannes) => {
  pannes.oublier();
  monde.etat = nouvelEtat(monde.etat.enVigueur, monde.etat.delais);
  return ok({ transactions: 0 });
};

const CONTROLES = {
  '/simulation/avancer': avancer,
  '/simulation/horloge': horloge,
  '/simulation/delais': delais,
  '/simulation/anomalie': anomalie('acte'),
  '/simulation/anomalie-enveloppe': anomalie('enveloppe'),
  '/simulation/courrier': courrier,
  '/simulation/panne': panne,
  '/simulation/numero': numero,
  '/simulation/classification': classification,
  '/simulation/remise-a-zero': zero,
} as const satisfies Readonly<Record<string, Controle>>;

const controleDe = (chemin: string): Controle | null =>
  Object.entries(CONTROLES).find(([adresse]) => adresse === chemin)?.[1] ?? null;

/** What one may ask: for who opens `/simulation/` to see. */
const AIDE = {
  simulation: 'Simulation : aucun acte n’est transmis.',
  usage: 'POST, Content-Type: application/json, un objet ; GET /simulation/etat pour tout voir.',
  controles: {
    '/simulation/avancer': 'Fait un pas. id ou numero : une transaction ; sans rien : toutes.',
    '/simulation/horloge': 'Avance l’heure. secondes, jours.',
    '/simulation/delais':
      'Temps passé dans chaque état, en millisecondes ; null : jusqu’à nouvel ordre. validation, transmission, accuse.',
    '/simulation/anomalie':
      'Le ministère refusera l’acte (1-3). id ou numero, sinon le prochain déposé ; nature, detail.',
    '/simulation/anomalie-enveloppe': 'Le ministère refusera l’enveloppe. Les mêmes.',
    '/simulation/courrier':
      'La préfecture écrit sur un acte reçu. id ou numero ; genre ; texte ; le (AAAA-MM-JJ).',
    '/simulation/panne':
      'Les prochaines requêtes échouent. genre ; chemin (partie d’adresse) ; fois ; ms ; texte ; statut. genre aucune : tout désarmer.',
    '/simulation/numero': 'Rend un numéro indisponible. numero.',
    '/simulation/classification': 'Le ministère change de classification. le (AAAA-MM-JJ).',
    '/simulation/remise-a-zero': 'Oublie tout.',
  } satisfies Readonly<Record<keyof typeof CONTROLES, string>>,
  pannes: GENRES_DE_PANNE,
  anomalies: CODES_D_ANOMALIE,
  courriers: ['2-1', '3-1', '4-1', '5-1'],
};

function lireOrdre({ corps }: Requete): Result<Ordre, string> {
  try {
    const lu: unknown = corps.length === 0 ? {} : JSON.parse(new TextDecoder().decode(corps));
    return typeof lu === 'object' && lu !== null && !Array.isArray(lu)
      ? ok(lu as Ordre)
      : err('On attend un objet JSON.');
  } catch {
    return err('Ce n’est pas du JSON.');
  }
}

/**
 * Control calls, for those who practise and for tests: never part of the platform's own interface.
 * A call that changes something must be JSON, which no page of another site can send unasked.
 */
export function controler(monde: Monde, pannes: Pannes, requete: Requete): Reponse {
  const { chemin, methode } = requete;
  if (chemin === '/simulation/etat' && methode === 'GET') {
    const { etat } = monde;
    return json({
      maintenant: new Date(monde.temps.ms()).toISOString(),
      delais: etat.delais,
      classification: etat.enVigueur.le,
      octets: etat.octets,
      pannes: pannes.toutes(),
      transactions: [...etat.transactions.values()].map(resume),
    });
  }
  const controle = controleDe(chemin);
  if (controle === null) return json(AIDE, chemin === '/simulation/' ? 200 : 404);
  if (methode !== 'POST' || !/^application\/json\b/.test(requete.entetes['content-type'] ?? '')) {
    return json({ refus: 'Envoyez cet ordre par POST, en application/json.' }, 405);
  }
  const ordre = lireOrdre(requete);
  if (!ordre.ok) return json({ refus: ordre.error }, 400);
  const fait = controle(monde, ordre.value, pannes);
  return fait.ok ? json({ fait: fait.value }) : json({ refus: fait.error }, 400);
}
