/** What a field means wherever it has no words of its own. */
export const SENS_COMMUNS: { readonly [champ: string]: string } = {
  format: 'Le nom et la version de ce format.',
  collectivite: 'La collectivité.',
  assemblee: 'L’assemblée qui siège.',
  tableau: 'Le conseil ce jour-là.',
  membres: 'Des membres.',
  seance: 'La séance.',
  ordreDuJour: 'Les affaires, dans l’ordre.',
  convocation: 'La convocation, si elle est connue.',
  faits: 'Ce qui s’est passé, dans l’ordre.',
  genre: 'Lequel.',
  parametres: 'Règles propres, exigées du seul genre « autre ».',
  joursFrancsDeConvocation: 'Jours francs entre l’envoi et la séance.',
  joursFrancsEnUrgence: 'Les mêmes, en urgence.',
  pouvoirsParPorteur: 'Pouvoirs qu’un présent peut tenir.',
  publiciteElectronique: 'Les actes se publient-ils en ligne ?',
  civilite: 'La civilité.',
  prenom: 'Le prénom.',
  nom: 'Le nom.',
  groupe: 'Le groupe politique.',
  debut: 'Premier jour.',
  fin: 'Dernier jour.',
  jour: 'Le jour.',
  heure: 'Heure locale, si elle a été notée.',
  lieu: 'Le lieu.',
  objet: 'Ce dont il s’agit.',
  rapporteur: 'Identifiant du membre qui rapporte.',
  coRapporteurs: 'Identifiants des co-rapporteurs.',
  code: 'Le code.',
  libelle: 'Son libellé, tel qu’imprimé.',
  politiquePublique: 'Rubrique de politique publique.',
  organisme: 'Le nom de l’organisme.',
  nature: 'La nature.',
  montant: 'Centimes d’euro.',
  base: 'Hors taxes ou toutes taxes.',
  financeurs: 'Qui paie quoi.',
  etat: 'Où en est la demande.',
  planDeFinancement: 'Coût et financeurs.',
  passages: 'La phrase, morceau par morceau.',
  texte: 'Le texte.',
  legende: 'La légende.',
  elements: 'Les éléments, chacun fait de passages.',
  par: 'Identifiant du membre qui convoque.',
  canal: 'Le canal d’envoi.',
  rang: 'Première convocation, ou seconde faute de quorum.',
  urgence: 'Délai abrégé pour urgence.',
  publieeLe: 'Jour où elle a été affichée ou publiée.',
  mentionneeAuRegistre: 'Est-elle mentionnée au registre ?',
  president: 'Identifiant de celui ou celle qui préside.',
  membre: 'Identifiant d’un membre.',
  mandant: 'Identifiant de l’absent.',
  mandataire: 'Identifiant du porteur.',
  ecrit: 'Le pouvoir est-il écrit ?',
  affaire: 'Identifiant de l’affaire.',
  motif: 'Le motif.',
  quitteLaSalle: 'Sort-il ou elle de la salle ?',
  mode: 'Comment on vote.',
  demandeurs: 'Identifiants de ceux qui demandent.',
  decompte: 'Les voix.',
  annonce: 'Le résultat annoncé.',
  contre: 'Ceux qui votent contre, ou leur nombre.',
  pour: 'Nombre de voix pour.',
  abstentions: 'Ceux qui s’abstiennent, ou leur nombre.',
  nonParticipations: 'Nombre de ceux qui ne prennent pas part au vote.',
  blancs: 'Bulletins blancs.',
  nuls: 'Bulletins nuls.',
  tour: 'Premier, deuxième ou troisième tour.',
  scrutin: 'Secret ou public.',
  votants: 'Nombre de votants.',
  candidats: 'Candidats et voix obtenues.',
  naissance: 'Jour de naissance.',
  voix: 'Nombre de voix.',
  vers: 'Où l’affaire est renvoyée.',
  document: 'Le document signé.',
  qualite: 'La qualité du signataire.',
  delegation: 'Délégation citée.',
  le: 'Le jour.',
  afficheeLe: 'Jour de l’affichage.',
  enLigneLe: 'Jour de la mise en ligne.',
  voie: 'Par quelle voie.',
  identifiant: 'Identifiant de l’accusé.',
  adresse: 'Adresse de la page publiée.',
  integrale: 'L’acte entier est-il publié ?',
  nonModifiable: 'Dans un format non modifiable ?',
  telechargeable: 'Téléchargeable ?',
  auteurEtDate: 'Avec l’auteur et la date de mise en ligne ?',
  publieLe: 'Jour de sa publication.',
  sha256: 'Empreinte SHA-256 du fichier.',
  typologie: 'Code ACTES du type de fichier, 99_DE.',
  regle: 'La règle.',
  position: 'Rang du fait.',
};

/** The hand-written head of the page. */
export const PRESENTATION = `# Le format \`parvis-seance/1\`

Un fichier JSON raconte une séance entière : la collectivité, le conseil, l’ordre du jour avec ses
rapports, la convocation, puis les faits dans l’ordre où ils ont eu lieu. De ce seul fichier,
\`parvis produire\` tire tous les documents et \`parvis controler\` tous les constats.

Trois exemples : [Aix-en-Provence](../../examples/aix-2022-10-14.json) (un acte réel),
[un village](../../examples/village-2026-06-12.json) qui perd son quorum,
[une communauté de communes](../../examples/epci-2025-09-25.json) où la voix du président départage.
Le [schéma JSON](seance.schema.json) (2020-12) dit la même chose à un programme.

## Les règles

- Le fichier est en UTF-8 sans BOM, de 20 Mo au plus.
- **Ce qui n’est pas connu est absent.** On n’écrit ni \`null\`, ni texte vide, ni valeur devinée.
- Un champ que cette page ne nomme pas est refusé, comme un champ écrit deux fois.
- Les montants sont en centimes d’euro (\`1970000\` pour 19 700 €), les taux en centièmes de pour cent
  (\`5000\` pour 50 %).
- Un jour s’écrit \`2022-10-14\`, une heure \`14:00\`, à l’heure de la collectivité.
- Membres et affaires se désignent par un identifiant choisi dans le fichier : minuscules sans
  accent, chiffres, traits d’union.
- Aucun texte n’est interprété comme du balisage.

## Ce qui est refusé, ce qui est constaté

Parvis refuse ce qui n’a pas pu se passer : un membre compté deux fois, un pouvoir remis à quelqu’un
qui n’est pas dans la salle, plus de voix que la salle n’en compte, un acte transmis avant la séance.
Il **ne refuse pas** ce qui est irrégulier : un délai trop court ou un quorum manqué est un constat,
que \`parvis controler\` dit avec son article.

Toutes les fautes sont dites à la fois. Chacune donne un pointeur JSON (RFC 6901) et une phrase :

\`\`\`
/faits/3/mandataire
  Madame Françoise TERME n’est pas dans la salle et ne peut pas recevoir de pouvoir maintenant.
\`\`\`

## Ce qui a été oublié ou mal noté

Les faits ne s’effacent pas : un fait de plus les corrige, et le journal garde les deux.

- \`FaitRectifie\` remplace le fait du rang donné, ou le retire.
- \`FaitInsere\` remet à sa place un fait oublié : juste après le fait du rang donné. La salle, le
  quorum, les votes et les documents qui suivent sont recalculés comme s’il avait été noté à son heure.

Les rangs comptent tous les faits depuis 0 : la séance, chaque affaire de l’ordre du jour, la
convocation si elle est donnée, puis la liste \`faits\`. \`parvis journal lire seance.json\` les montre.

\`\`\`json
{ "type": "FaitInsere", "apres": 6, "motif": "Une arrivée n’avait pas été notée.",
  "fait": { "type": "ArriveeConstatee", "membre": "dupont-anne", "heure": "19:40" } }
\`\`\`

## Un petit fichier

\`\`\`json
{
  "format": "parvis-seance/1",
  "collectivite": {
    "nom": "Commune de Saint-Exemple", "siren": "214809998", "departement": "48",
    "genre": "commune", "population": 90
  },
  "assemblee": {
    "id": "conseil-municipal", "nom": "Conseil municipal",
    "tableau": {
      "sieges": 7, "ordre": "tableau",
      "membres": [
        { "id": "a", "prenom": "Anne", "nom": "ALARY", "fonction": "Maire" },
        { "id": "b", "prenom": "Bruno", "nom": "BESSE" },
        { "id": "c", "prenom": "Carole", "nom": "CLAVEL" },
        { "id": "d", "prenom": "David", "nom": "DELMAS" }
      ]
    }
  },
  "seance": { "id": "2026-09-04-conseil-municipal", "jour": "2026-09-04", "heure": "20:00" },
  "ordreDuJour": [
    {
      "id": "eau", "numero": "2026-12", "genre": "deliberation", "objet": "Prix de l’eau",
      "portee": "reglementaire",
      "dispositif": [
        { "verbe": "FIXER", "passages": [{ "texte": "le prix du mètre cube à 1,90 €." }] }
      ]
    }
  ],
  "convocation": { "le": "2026-08-28", "par": "a" },
  "faits": [
    { "type": "SeanceOuverte", "heure": "20:05", "president": "a", "presents": ["a", "b", "c", "d"] },
    { "type": "SecretaireNomme", "membres": ["b"] },
    { "type": "AffaireMiseEnDiscussion", "affaire": "eau" },
    { "type": "VoteClos", "affaire": "eau", "decompte": { "mode": "ordinaire", "contre": ["d"] } },
    { "type": "SeanceLevee", "heure": "20:40" }
  ]
}
\`\`\`
`;
