import type { Commande } from '../commande.ts';

const PORT = 8340;

function lirePort(ecrit: string | undefined): number | null {
  if (ecrit === undefined) return PORT;
  const port = Number(ecrit);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : null;
}

export const tdtSimule: Commande = {
  nom: 'tdt-simule',
  positions: [],
  options: [
    { nom: 'port', valeur: 'numéro', aide: `Port d’écoute, ${PORT} sauf avis contraire.` },
    { nom: 'tls', valeur: null, aide: 'HTTPS, avec certificat du client (autorité d’essai).' },
  ],
  resume: 'ouvre une préfecture d’entraînement : aucun acte n’est transmis',
  aide: `Une plateforme de télétransmission et une préfecture simulées, sur cet ordinateur seulement.
Elle parle l’API de S²LOW : tout logiciel qui la connaît peut s’y exercer. Compte d’essai :
identifiant « aix », mot de passe « simulation ». Tout est oublié à l’arrêt (Ctrl-C).

Avec --tls, les certificats d’essai sont rangés dans le dossier des données, sous tdt-simule.
Anomalies, courriers et pannes se provoquent par l’adresse /simulation/ (JSON).

Exemple : parvis tdt-simule --port 8340`,
  executer: async (lus, outils) => {
    const port = lirePort(lus.options.get('port'));
    if (port === null) {
      outils.sortie.annoncer('Le port est un nombre de 0 à 65535, par exemple --port 8340.\n');
      return 2;
    }
    return outils.simulerLeTdt({ port, tls: lus.options.has('tls') });
  },
};
