import type { VueDActe } from '#app/parvis.ts';

/** The act as plain data: what the page says, for a program. Amounts are cents. */
export function donneesDeLActe({ seance, suivi, vie, constats, documents }: VueDActe) {
  const { identite } = seance;
  const { affaire, vote } = suivi;
  return {
    collectivite: { nom: identite.collectivite.nom, siren: identite.collectivite.siren },
    assemblee: identite.assemblee.nom,
    seance: identite.id,
    date: identite.jour,
    numero: affaire.numero,
    objet: affaire.objet,
    enClair: affaire.enClair,
    matiere: affaire.matiere,
    etat: suivi.etat,
    vote:
      vote === null
        ? null
        : {
            mode: vote.fait.decompte.mode,
            resultat: vote.resultat,
            voix: vote.voix,
            pouvoirs: vote.assistance.representes,
          },
    membres: identite.tableau.membres.map(({ id, prenom, nom, groupe }) => ({
      id,
      prenom,
      nom,
      groupe,
    })),
    planDeFinancement: affaire.planDeFinancement,
    vie: {
      recueLe: vie.recueLe,
      publieeLe: vie.publieeLe,
      executoireDepuis: vie.executoireDepuis,
      manque: vie.manque,
      recoursJusquAu: vie.recoursJusquAu,
      defereJusquAu: vie.defereJusquAu,
      urgence: vie.urgence,
      recoursEpuisesLe: vie.recoursEpuisesLe,
      defere: vie.defere,
      retirableJusquAu: vie.retirableJusquAu,
      fin: vie.fin,
    },
    constats: constats.map(({ regle, conforme, phrase, faits }) => ({
      regle: regle.id,
      article: regle.fondement.article,
      gravite: regle.gravite,
      conforme,
      phrase,
      faits,
    })),
    documents,
  };
}
