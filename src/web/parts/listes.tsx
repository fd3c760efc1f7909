import type { LienDeDocument } from '../vues/documents.ts';
import type { LigneDAffaire, LigneDeSeance } from '../vues/seance.ts';
import type { Verdict } from '../vues/vote.ts';
import { Signe } from './signe.tsx';

/** « ✓ Adoptée à l’unanimité »: a sign, a colour and the words. */
function Etiquette({ verdict }: { readonly verdict: Verdict }) {
  const { ton, mots, precision } = verdict;
  return (
    <p className={`etiquette ton-${ton}`}>
      <Signe genre={ton} />
      <span>
        {mots}
        {precision === null ? null : <small> {precision}</small>}
      </span>
    </p>
  );
}

/** What a sitting dealt with, one sentence each. */
export function Affaires({ affaires }: { readonly affaires: readonly LigneDAffaire[] }) {
  return (
    <ol className="affaires">
      {affaires.map(({ id, numero, phrase, adresse, verdict, alerte }) => (
        <li key={id}>
          <p className="phrase">{adresse === null ? phrase : <a href={adresse}>{phrase}</a>}</p>
          <div className="suite">
            <Etiquette verdict={verdict} />
            {alerte === null ? null : <span className="alerte">{alerte}</span>}
            {numero === null ? null : <span className="numero">{numero}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Documents to take away, with kind, pages and size. */
export function Documents({ liens }: { readonly liens: readonly LienDeDocument[] }) {
  return (
    <ul className="documents">
      {liens.map(({ adresse, titre, details }) => (
        <li key={adresse}>
          <a href={adresse} download>
            <span>{titre}</span> <small>{details}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Said while the documents of a large sitting are being printed: nobody waits for them. */
export const DocumentsEnPreparation = () => (
  <p className="doux">D’autres documents sont en préparation. Rechargez la page dans un instant.</p>
);

/** A sitting with what it decided first. */
export function Seance({ seance }: { readonly seance: LigneDeSeance }) {
  return (
    <article className="carte seance">
      <h2>
        <a href={seance.adresse}>
          {seance.assemblee} du <time dateTime={seance.jour}>{seance.date}</time>
        </a>
      </h2>
      <p className="doux">{seance.resume}</p>
      <Affaires affaires={seance.affaires} />
      {seance.enPlus === 0 ? null : (
        <p>
          <a className="suivre" href={seance.adresse}>
            Voir les {seance.enPlus} autres affaires de cette séance
          </a>
        </p>
      )}
    </article>
  );
}
