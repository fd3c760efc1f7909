import type { VueDUnConstat, VueDuDroit } from '../vues/droit.ts';

function Constat({ constat }: { readonly constat: VueDUnConstat }) {
  const { titre, phrase, queFaire, enClair, article, adresse, certitude, poids, gravite, ton } =
    constat;
  return (
    <li className={`constat poids-${gravite} ${ton}`}>
      <h4>{titre}</h4>
      <p className="poids">{poids}</p>
      <p>{phrase}</p>
      {queFaire === null ? null : (
        <p>
          <b>À faire par la collectivité.</b> {queFaire}
        </p>
      )}
      <details>
        <summary>
          <cite>{article}</cite>
        </summary>
        {enClair === null ? null : <p>{enClair}</p>}
        <p className="doux">Notre source : {certitude}.</p>
        {adresse === null ? null : (
          <p>
            <a className="suivre" href={adresse}>
              Lire la règle et tous ses textes
            </a>
          </p>
        )}
      </details>
    </li>
  );
}

function Liste({ constats }: { readonly constats: readonly VueDUnConstat[] }) {
  return (
    <ul className="constats">
      {constats.map((c) => (
        <Constat key={`${c.regle} ${c.phrase}`} constat={c} />
      ))}
    </ul>
  );
}

function Groupe({ titre, constats }: { titre: string; constats: readonly VueDUnConstat[] }) {
  if (constats.length === 0) return null;
  return (
    <>
      <h3>{titre}</h3>
      <Liste constats={constats} />
    </>
  );
}

/** What the law says of it: what is wrong is told, what is right is counted and can be read. */
export function Droit({ droit }: { readonly droit: VueDuDroit }) {
  const { resume, aCorriger, aVerifier, conseils, conformes } = droit;
  return (
    <section className="carte droit" aria-labelledby="droit">
      <h2 id="droit">Ce que dit le droit</h2>
      <p>
        {resume} Parvis compare les faits aux règles et dit ce qu’il trouve. Seul un juge peut
        annuler une décision.
      </p>
      <Groupe titre="Ce qui pose problème" constats={aCorriger} />
      <Groupe titre="Ce qu’on ne peut pas vérifier" constats={aVerifier} />
      {conseils.length === 0 ? null : (
        <details className="conseils">
          <summary>Conseils pour la collectivité ({conseils.length})</summary>
          <Liste constats={conseils} />
        </details>
      )}
      {conformes.length === 0 ? null : (
        <details>
          <summary>Ce qui respecte la loi ({conformes.length})</summary>
          <ul className="constats brefs">
            {conformes.map((c) => (
              <li key={`${c.regle} ${c.phrase}`}>
                {c.phrase}{' '}
                <cite>{c.adresse === null ? c.article : <a href={c.adresse}>{c.article}</a>}</cite>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
