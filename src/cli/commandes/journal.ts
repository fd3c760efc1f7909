import type { RuptureDeChaine } from '#app/ports/magasin.ts';
import type { Result } from '#base/result.ts';
import { compter } from '#formats/mots/nombres.ts';
import type { Lus, Option } from '../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../commande.ts';
import { avecLeMagasin } from '../magasin.ts';
import type { Outils } from '../outils.ts';
import { temoigner } from './sauvegarde.ts';

const TEMOIN: Option = {
  nom: 'temoin',
  valeur: 'sauvegarde',
  aide: 'Compare aussi avec une sauvegarde gardée ailleurs : rien n’a-t-il été retiré depuis ?',
};

type Verdict = {
  readonly collectivites: readonly string[];
  readonly ruptures: readonly RuptureDeChaine[];
  /** What a backup says of the store; null when none was asked. */
  readonly temoin: Result<string, string> | null;
};

const enObjet = ({ temoin, ...reste }: Verdict) =>
  temoin === null
    ? reste
    : {
        ...reste,
        temoin: { conforme: temoin.ok, phrase: temoin.ok ? temoin.value : temoin.error },
      };

function dire({ collectivites, ruptures, temoin }: Verdict, lieu: string): string {
  const combien = compter(collectivites.length, 'collectivité');
  return [
    ruptures.length === 0
      ? `Le journal est intact : ${combien}, chaque fait suit le précédent (${lieu}).\n`
      : `Le journal a été altéré : ${compter(ruptures.length, 'rupture')}.\n`,
    ...ruptures.map(
      ({ collectivite, flux, position, phrase }) =>
        `  ${collectivite}, ${flux}, fait n° ${position}\n    ${phrase}\n`,
    ),
    ...(temoin === null ? [] : [`${temoin.ok ? temoin.value : temoin.error}\n`]),
  ].join('');
}

async function executer(lus: Lus, outils: Outils): Promise<number> {
  const json = lus.options.has('json');
  return avecLeMagasin(outils, json, async ({ magasin, sauvegardes, lieu }) => {
    const collectivites = await magasin.collectivites();
    const ruptures = [];
    for (const siren of collectivites) ruptures.push(...(await magasin.verifier(siren)));
    const sauvegarde = lus.options.get('temoin');
    const temoin =
      sauvegarde === undefined ? null : await temoigner(sauvegardes, sauvegarde, outils.sortie);
    const verdict = { collectivites, ruptures, temoin };
    outils.sortie.ecrire(json ? enJson(enObjet(verdict)) : dire(verdict, lieu));
    return ruptures.length === 0 && temoin?.ok !== false ? 0 : 1;
  });
}

export const journalVerifier: Commande = {
  nom: 'journal verifier',
  positions: [],
  options: [TEMOIN, JSON_SEUL],
  resume: 'recalcule les empreintes du registre : rien n’a-t-il été altéré ?',
  aide: `Chaque fait porte l’empreinte (SHA-256) du précédent. Cette commande les recalcule toutes.
Une chaîne coupée à sa fin reste une chaîne : seule une sauvegarde gardée ailleurs le prouve (--temoin).
Code de sortie : 0 si rien n’a été altéré, 1 sinon.`,
  executer,
};
