import type { ReactNode } from 'react';

export type Lien = { readonly adresse: string; readonly mots: string };

/** The collectivity whose pages these are, as the header shows it. */
export type EnTete = {
  readonly nom: string;
  /** These pages have no legal value. */
  readonly simulation: boolean;
  readonly accueil: string;
  readonly liens: readonly (Lien & { readonly ici: boolean })[];
};

type Props = {
  readonly titre: string;
  /** What the tab of the browser says, when more than the title. */
  readonly onglet?: string;
  readonly description: string;
  readonly enTete: EnTete | null;
  /** The way back, from the home page down; the page itself left out. */
  readonly fil: readonly Lien[];
  readonly children: ReactNode;
};

function Site({ enTete }: { readonly enTete: EnTete | null }) {
  const nom = enTete?.nom ?? 'Parvis';
  const sous = enTete === null ? 'Les décisions des collectivités' : 'Les décisions de vos élus';
  return (
    <header className="site">
      <div className="large">
        <a className="marque" href={enTete?.accueil ?? '/'}>
          <svg className="blason" viewBox="0 0 32 20" aria-hidden="true">
            <circle cx="3" cy="16" r="2.6" />
            <circle cx="7" cy="7.4" r="2.6" />
            <circle cx="16" cy="3" r="2.6" />
            <circle cx="25" cy="7.4" r="2.6" />
            <circle cx="29" cy="16" r="2.6" />
            <path d="M10 17.5h12" />
          </svg>
          <span>
            {nom}
            <small>{sous}</small>
          </span>
        </a>
        {enTete === null ? null : (
          <nav aria-label="Rubriques">
            <ul>
              {enTete.liens.map(({ adresse, mots, ici }) => (
                <li key={adresse}>
                  <a href={adresse} aria-current={ici ? 'page' : undefined}>
                    {mots}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
      {enTete?.simulation === true ? (
        <p className="simulation">
          <span className="large">
            <b>Simulation.</b> Ces pages servent d’exemple : rien n’y a été signé, envoyé ni publié
            pour de vrai.
          </span>
        </p>
      ) : null}
    </header>
  );
}

function Fil({ liens, page }: { readonly liens: readonly Lien[]; readonly page: string }) {
  if (liens.length === 0) return null;
  return (
    <nav className="fil" aria-label="Vous êtes ici">
      <ol>
        {liens.map(({ adresse, mots }) => (
          <li key={adresse}>
            <a href={adresse}>{mots}</a>
          </li>
        ))}
        <li aria-current="page">{page}</li>
      </ol>
    </nav>
  );
}

/** The frame of every public page: way in, way back, content, way out. */
export function Page({ titre, onglet = titre, description, enTete, fil, children }: Props) {
  const complet = enTete === null ? onglet : `${onglet} — ${enTete.nom}`;
  return (
    <>
      <title>{complet}</title>
      <meta name="description" content={description} />
      <a className="evite" href="#contenu">
        Aller au contenu
      </a>
      <Site enTete={enTete} />
      <main id="contenu" className="large" tabIndex={-1}>
        <Fil liens={fil} page={titre} />
        {children}
      </main>
      <footer className="site">
        <div className="large">
          <p>
            Ce site ne vous suit pas : ni traceur, ni publicité, ni compte à créer. Il fonctionne
            sans JavaScript et s’imprime.
          </p>
          <ul>
            <li>
              <a href="/droit">Les règles vérifiées</a>
            </li>
            <li>
              <a href="/accessibilite">Accessibilité</a>
            </li>
          </ul>
        </div>
      </footer>
    </>
  );
}
