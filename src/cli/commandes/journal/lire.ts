import { type Fuseau, PARIS, enHeureLocale } from '#base/instant.ts';
import { heureEnLettres } from '#base/heure.ts';
import { enToutesLettres } from '#base/jour.ts';
import {
  type FaitAuJournal,
  type LigneDuJournal,
  type Trace,
  lireLeJournal,
} from '#app/journal/lire.ts';
import { relire } from '#app/relire.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../../commande.ts';
import { avecLeMagasin } from '../../magasin.ts';
import type { Outils } from '../../outils.ts';
import { lireLaSeance } from '../../seance-lue.ts';
import { refuser } from '../../refuser.ts';
import { COLLECTIVITE, seanceVisee } from './cible.ts';

const GESTES = {
  ajout: 'ajouté après coup',
  rectification: 'rectifié',
  retrait: 'retiré : n’a pas eu lieu',
} as const;

function quand({ instant, auteur }: Trace, fuseau: Fuseau): string {
  if (instant === null) return '';
  const { jour, heure } = enHeureLocale(instant, fuseau);
  return `, inscrit le ${enToutesLettres(jour)} à ${heureEnLettres(heure)} par ${auteur}`;
}

function traceEnClair(trace: Trace, fuseau: Fuseau): string {
  const demande = trace.demandePar === null ? '' : `, à la demande de ${trace.demandePar}`;
  const vu = trace.constateLe === null ? '' : `, vu le ${enToutesLettres(trace.constateLe)}`;
  return `            ${GESTES[trace.geste]} (fait n° ${trace.position})${quand(trace, fuseau)}${demande}${vu} : ${trace.motif}\n`;
}

const ligneEnClair = (ligne: LigneDuJournal, fuseau: Fuseau): string =>
  `${String(ligne.position).padStart(4)}  ${(ligne.heure ?? '').padStart(5)}  ${ligne.phrase}\n${ligne.traces.map((trace) => traceEnClair(trace, fuseau)).join('')}`;

function dire(inscrits: readonly FaitAuJournal[], lus: Lus, { sortie }: Outils): number {
  const lignes = lireLeJournal(inscrits);
  const identite = inscrits[0]?.fait;
  const fuseau = identite?.type === 'SeancePreparee' ? identite.collectivite.fuseau : PARIS;
  sortie.ecrire(
    lus.options.has('json')
      ? enJson(lignes)
      : lignes.map((ligne) => ligneEnClair(ligne, fuseau)).join(''),
  );
  return 0;
}

async function duRegistre(lus: Lus, outils: Outils): Promise<number> {
  const json = lus.options.has('json');
  return avecLeMagasin(outils, json, async ({ magasin }) => {
    const visee = await seanceVisee(magasin, lus);
    if (!visee.ok) return refuser([visee.error], lus, outils);
    const inscrits = await magasin.lire(visee.value.collectivite, visee.value.flux);
    const faits = relire(inscrits);
    const au = inscrits.flatMap(({ auteur, instant }, i) => {
      const fait = faits[i];
      return fait === undefined ? [] : [{ fait, auteur, instant }];
    });
    return dire(au, lus, outils);
  });
}

async function executer(lus: Lus, outils: Outils): Promise<number> {
  if (!/\.json$/i.test(lus.positions[0] ?? '')) return duRegistre(lus, outils);
  const lue = await lireLaSeance(lus, outils);
  if (!lue.ok) return lue.error;
  const inscrits = lue.value.faits.map((fait) => ({ fait, auteur: null, instant: null }));
  return dire(inscrits, lus, outils);
}

export const journalLire: Commande = {
  nom: 'journal lire',
  positions: ['seance'],
  options: [COLLECTIVITE, JSON_SEUL],
  resume: 'raconte une séance fait par fait, avec ce qui a été ajouté ou corrigé ensuite',
  aide: `La séance se désigne par son identifiant au registre, ou par un fichier .json. Chaque ligne donne
le numéro du fait, son heure et ce qui s’est passé, dans l’ordre où cela s’est passé. Sous un fait
ajouté, rectifié ou retiré : qui, quand et pourquoi.

Exemple : parvis journal lire 2022-10-14-conseil-municipal`,
  executer,
};
