import { type Result, err } from '#base/result.ts';
import { type Transaction, statutDe } from '../etat.ts';
import { annuler, demanderLaClassification } from '../metier/demandes.ts';
import { deposer } from '../metier/deposer.ts';
import { valeurDe } from '../metier/formulaire.ts';
import { noter } from '../metier/ranger.ts';
import { repondre } from '../metier/repondre.ts';
import { enClair, fin, redirection, texte } from './reponse.ts';
import { type Requete, type Route, veutDuTexte } from './requete.ts';

const SUITE = '/modules/actes/actes_transac_show.php?id=';

const finir = (requete: Requete, issue: Result<Transaction, string>, retour: string) =>
  fin(
    veutDuTexte(requete),
    issue.ok
      ? // The platform ends the number's line, then its answer: an empty line follows.
        { ok: true, ligne: `${issue.value.id}\n`, vers: `${SUITE}${issue.value.id}` }
      : { ok: false, ligne: issue.error, vers: retour },
  );

const creer: Route = (monde, compte, requete) =>
  finir(
    requete,
    deposer(monde, compte, requete.formulaire),
    '/modules/actes/actes_transac_add.php',
  );

const annulation: Route = (monde, compte, requete) =>
  finir(
    requete,
    annuler(monde, compte, valeurDe(requete.formulaire, 'id')),
    '/modules/actes/index.php',
  );

/** With `api=1` in the query the shape of the answer is another one: an oddity kept as it is. */
const reponse: Route = (monde, compte, requete) => {
  const issue = repondre(monde, compte, requete.formulaire);
  if (requete.parametres.get('api') === '1') {
    return enClair(
      texte(issue.ok ? `OK : id généré : ${issue.value.id}\n` : `KO : ${issue.error}`),
    );
  }
  return finir(requete, issue, '/modules/actes/actes_transac_repondre.php');
};

const demandeDeClassification: Route = (monde, compte, requete) =>
  finir(requete, demanderLaClassification(monde, compte), '/modules/actes/index.php');

/** Where the client asked to come back to, with how it went. */
const retourDe = ({ parametres }: Requete, faute: string | null): string =>
  (parametres.get('url_return') ?? '/modules/actes/')
    .replaceAll('%%ERROR%%', faute === null ? '0' : '1')
    .replaceAll('%%MESSAGE%%', faute ?? '');

/** A person with the right certificate posts what waited (17 → 1). */
const confirmer: Route = (monde, compte, requete) => {
  const { parametres } = requete;
  const ids = [...parametres.getAll('id'), ...parametres.getAll('id[]')];
  if (!compte.rgs) {
    const faute = 'La télétransmission nécessite un certificat RGS<br/>Erreur : certificat';
    return redirection(retourDe(requete, faute));
  }
  if (ids.length === 0) {
    return redirection(retourDe(requete, "Pas d'identifiant de transaction spécifié"));
  }
  for (const id of ids) {
    const t = monde.etat.transactions.get(Number(id));
    if (t === undefined) {
      return redirection(retourDe(requete, "Erreur d'initialisation de la transaction."));
    }
    if (t.compte.siren !== compte.siren) return redirection(retourDe(requete, 'Accès refusé'));
    if (statutDe(t) !== 17) {
      const faute = "La transaction n'est pas dans le statut « En attente d'être posté»";
      return redirection(retourDe(requete, faute));
    }
    const message = `La transaction a été postée par l'agent télétransmetteur ${compte.nom}`;
    noter(monde, t, { statut: 1, message }, monde.temps.ms());
  }
  return redirection(retourDe(requete, null));
};

const DEPRECIE =
  "Cette fonctionnalité est déprécié. Vous devez désormais utiliser : '/modules/actes/actes_transac_create.php'";

/** The platform makes the envelope itself: an archive made elsewhere is no longer taken. */
const archiveRefusee: Route = (_monde, _compte, requete) =>
  finir(requete, err(DEPRECIE), '/modules/actes/');

const ACTES = '/modules/actes/';

/** Addresses that change something. */
export const ECRITURES: Readonly<Record<string, Route>> = {
  [`${ACTES}actes_transac_create.php`]: creer,
  [`${ACTES}actes_transac_cancel.php`]: annulation,
  [`${ACTES}actes_transac_reponse_create.php`]: reponse,
  [`${ACTES}actes_classification_request.php`]: demandeDeClassification,
  [`${ACTES}actes_transac_post_confirm_api.php`]: confirmer,
  [`${ACTES}actes_transac_post_confirm_api_multi.php`]: confirmer,
  [`${ACTES}actes_transac_submit.php`]: archiveRefusee,
};
