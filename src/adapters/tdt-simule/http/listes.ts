import { NATURES } from '#formats/actes/nomenclature.ts';
import { type Compte, STATUTS, type Transaction, statutDe } from '../etat.ts';
import type { Monde } from '../monde.ts';
import { jsonEnTexte as json, refus, texte } from './reponse.ts';
import type { Requete, Route } from './requete.ts';

const API = '/modules/actes/api/';

const entier = ({ parametres }: Requete, nom: string, defaut = 0): number => {
  const lu = Math.trunc(Number(parametres.get(nom) ?? ''));
  return parametres.has(nom) && Number.isSafeInteger(lu) ? lu : defaut;
};

/** A number for the collectivity, as databases give: its rank among those of this platform. */
const numeroDe = ({ comptes }: Monde, { siren }: Compte): number =>
  [...new Set(comptes.map((c) => c.siren))].indexOf(siren) + 1;

const siennes = ({ etat }: Monde, { siren }: Compte): readonly Transaction[] =>
  [...etat.transactions.values()].filter((t) => t.compte.siren === siren);

const statuts: Route = () =>
  json(
    Object.entries(STATUTS)
      .map(([id, name]) => ({ id: Number(id), name }))
      .toSorted((a, b) => a.id - b.id),
  );

const nombre: Route = (monde, compte, requete) => {
  const status_id = entier(requete, 'status_id');
  const toutes = siennes(monde, compte).filter((t) => statutDe(t) === status_id);
  const authority_id = numeroDe(monde, compte);
  return json({ status_id, authority_id, nb_transactions: toutes.length });
};

/** The moment it came to where it stands, as lists filter on. */
const arrivee = (t: Transaction): string => t.etapes.at(-1)?.le ?? '';

const actes: Route = (monde, compte, requete) => {
  const { parametres } = requete;
  const status_id = entier(requete, 'status_id');
  const offset = Math.max(0, entier(requete, 'offset'));
  const limit = Math.min(1000, Math.max(0, entier(requete, 'limit', 100)));
  const min = parametres.get('min_submission_date') ?? '';
  const max = parametres.get('max_submission_date') ?? '';
  const transactions = siennes(monde, compte)
    .filter((t) => statutDe(t) === status_id)
    .filter((t) => (min === '' || arrivee(t) >= min) && (max === '' || arrivee(t) <= `${max}T24`))
    .toReversed()
    .slice(offset, offset + limit)
    .map((t) => ({
      id: t.id,
      subject: t.acte?.objet ?? null,
      number: t.numero,
      date: t.acte?.le ?? t.courrier?.dateDuCourrier ?? null,
      nature_descr: NATURES.find(({ code }) => code === t.acte?.codeNature)?.libelle ?? null,
      classification: t.acte?.matieres.join('.') ?? null,
      type: String(t.type),
    }));
  const authority_id = numeroDe(monde, compte);
  return json({ status_id, authority_id, offset, limit, transactions });
};

const courriers: Route = (monde, compte) =>
  json(
    siennes(monde, compte)
      .filter((t) => t.type >= 2 && t.type <= 5 && t.reponse === null && !t.lu)
      .map((t) => ({
        id: t.id,
        type: String(t.type),
        related_transaction_id: t.liee,
        number: t.numero,
        unique_id: t.idActe,
        last_status_id: statutDe(t),
      })),
  );

const marquerLu: Route = (monde, compte, requete) => {
  const t = monde.etat.transactions.get(entier(requete, 'transaction_id'));
  if (t !== undefined && t.compte.siren === compte.siren) t.lu = true;
  return json({ result: 'ok' });
};

const connexion: Route = (monde, compte) => {
  const { nom, login, siren, departement, arrondissement, nature } = compte;
  const id = numeroDe(monde, compte);
  return json({
    user_info: { id, login, name: nom, authority_id: id, status: 1, siren },
    authority_info: {
      id,
      authority_type_id: nature,
      status: 1,
      name: nom,
      email: '',
      address: '',
      postal_code: '',
      city: '',
      telephone: '',
      department: departement,
      district: arrondissement,
      authority_group_id: null,
    },
  });
};

export const LISTES: Readonly<Record<string, Route>> = {
  [`${API}actes_status.php`]: statuts,
  [`${API}number_actes.php`]: nombre,
  [`${API}list_actes.php`]: actes,
  [`${API}list_document_prefecture.php`]: courriers,
  [`${API}document_prefecture_mark_as_read.php`]: marquerLu,
  '/api/test-connexion.php': () => texte('OK\n'),
  '/api/test-rgs.php': (_monde, compte) =>
    compte.rgs ? texte('OK\n') : refus('La télétransmission nécessite un certificat RGS'),
  '/api/info-connexion.php': connexion,
};
