import { STATUTS, type Transaction, statutDe } from '../etat.ts';
import { type Instant, PARIS, enHeureLocale } from '#base/instant.ts';
import { enToutesLettres } from '#base/jour.ts';
import { type Monde, instantDe } from '../monde.ts';
import { type Reponse, echapper } from './reponse.ts';

const STYLE = `
body { margin: 0 auto; max-width: 70rem; padding: 1rem; font: 1.0625rem/1.5 system-ui, sans-serif; color: #1b1b1f; background: #fff; }
.avis { border: 0.2rem solid #8a3b00; background: #fff4e8; padding: 0.75rem 1rem; font-weight: 700; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 700; padding: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid #c8c8d0; overflow-wrap: break-word; }
td:nth-child(3), td:nth-child(4) { overflow-wrap: anywhere; }
.large { overflow-x: auto; }
code { overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { body { color: #ececf1; background: #16161a; } .avis { background: #3a2408; border-color: #ffb366; } }
`;

/** Types as people say them. */
const TYPES: Readonly<Record<number, string>> = {
  1: 'Acte',
  2: 'Courrier simple',
  3: 'Demande de pièces complémentaires',
  4: 'Lettre d’observations',
  5: 'Déféré au tribunal administratif',
  6: 'Annulation',
  7: 'Demande de classification',
};

const LIGNES = 200;

/** « 23 novembre 2026, 11:00 », at the prefecture's clock. */
function momentDe(le: Instant): string {
  const { jour, heure } = enHeureLocale(le, PARIS);
  return `${enToutesLettres(jour)}, ${heure}`;
}

const typeDe = (t: Transaction): string =>
  `${TYPES[t.type] ?? ''}${t.reponse === null ? '' : ' (réponse)'}`;

function ligneDe(t: Transaction): string {
  const derniere = t.etapes.at(-1);
  const cellules = [
    String(t.id),
    typeDe(t),
    t.idActe,
    t.acte?.objet ?? '',
    `${STATUTS[statutDe(t)] ?? ''} (${statutDe(t)})`,
    derniere === undefined ? '' : momentDe(derniere.le),
    statutDe(t) === -1 ? (derniere?.message ?? '') : '',
  ];
  return `<tr>${cellules.map((c) => `<td>${echapper(c)}</td>`).join('')}</tr>`;
}

function tableau(transactions: readonly Transaction[], total: number): string {
  if (total === 0) return '<p>Rien n’a encore été déposé.</p>';
  const entetes = ['N°', 'Message', 'Identifiant', 'Objet', 'État', 'Depuis', 'Motif'];
  const reste = total > LIGNES ? ` Les ${LIGNES} derniers sont montrés.` : '';
  return `<div class="large" role="region" tabindex="0" aria-label="Actes et courriers"><table><caption>Ce qui a été déposé : ${total}.${reste}</caption>
<thead><tr>${entetes.map((e) => `<th scope="col">${e}</th>`).join('')}</tr></thead>
<tbody>${transactions.map(ligneDe).join('\n')}</tbody></table></div>`;
}

/** The one page for people: what this is, what was received. No script, no form, everything escaped. */
export function pageDAccueil(monde: Monde): Reponse {
  const toutes = [...monde.etat.transactions.values()];
  const comptes = monde.comptes.map(
    (c) =>
      `<li>${echapper(c.nom)}, SIREN ${echapper(c.siren)} : identifiant <code>${echapper(c.login)}</code>, mot de passe <code>${echapper(c.motDePasse)}</code></li>`,
  );
  const html = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Simulation : préfecture d’entraînement</title><style>${STYLE}</style></head>
<body><main><h1>Préfecture d’entraînement</h1>
<p class="avis">Simulation : aucun acte n’est transmis. Rien de ce qui est déposé ici ne quitte cet ordinateur ni ne produit d’effet.</p>
<p>Ce serveur parle comme une plateforme de télétransmission (API de S²LOW), puis comme la préfecture : accusés de réception, anomalies, courriers. Tout est oublié quand il s’arrête.</p>
<p>Heure de la simulation : ${momentDe(instantDe(monde.temps.ms()))}. Classification en vigueur : celle du ${enToutesLettres(monde.etat.enVigueur.le)}.</p>
<h2>Comptes</h2><ul>${comptes.join('')}</ul>
<h2>Actes et courriers</h2>
${tableau(toutes.slice(-LIGNES).toReversed(), toutes.length)}
<p>Pour provoquer une anomalie, un courrier ou une panne : <a href="/simulation/">/simulation/</a>.</p>
</main></body></html>`;
  return {
    statut: 200,
    entetes: { 'Content-Type': 'text/html; charset=utf-8' },
    corps: new TextEncoder().encode(html),
  };
}

/** The hash of the style is not computed: the policy allows inline style, and nothing else at all. */
export const POLITIQUE =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
