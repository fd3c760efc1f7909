import type { Etape, EtatDEtape, VueDeLaVie } from '../vues/vie.ts';
import { Signe } from './signe.tsx';

/** The state of a step, for those who do not see its sign. */
const DITS: Readonly<Record<EtatDEtape, string>> = {
  fait: 'Fait :',
  inconnu: 'Non établi :',
  'sans-objet': 'Sans objet :',
  passe: 'Passé :',
  'a-venir': 'À venir :',
};

function UneEtape({ etape }: { readonly etape: Etape }) {
  const { etat, titre, le, quand, precision } = etape;
  return (
    <li className={`etape-${etat}`}>
      <Signe genre={etat} />
      <p>
        <span className="cache">{DITS[etat]} </span>
        <b>{titre}</b>
        <br />
        {le === null ? quand : <time dateTime={le}>{quand}</time>}
      </p>
      {precision === null ? null : <p className="doux">{precision}</p>}
    </li>
  );
}

/** « S’applique-t-elle ? »: the answer, then the steps that lead to it. */
export function Vie({ vie }: { readonly vie: VueDeLaVie }) {
  const { application, frise } = vie;
  return (
    <section className="carte vie" aria-labelledby="vie">
      <h2 id="vie">S’applique-t-elle ?</h2>
      <div className={`reponse ton-${application.ton}`}>
        <Signe genre={application.ton} />
        <p>
          <strong>{application.titre}</strong>
          {application.explication}
        </p>
      </div>
      {frise.length === 0 ? null : (
        <ol className="frise">
          {frise.map((e) => (
            <UneEtape key={e.titre} etape={e} />
          ))}
        </ol>
      )}
    </section>
  );
}
