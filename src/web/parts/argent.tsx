import type { Part, VueDeLArgent } from '../vues/argent.ts';

const HAUTEUR = 36;

function Hachures({ id, etat }: { readonly id: string; readonly etat: Part['etat'] }) {
  return (
    <pattern
      id={id}
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="8" height="8" className={`fond-${etat}`} />
      {etat === 'a-demander' || etat === 'demande' ? (
        <path d="M0 0V8" className={`trame-${etat}`} strokeWidth={etat === 'demande' ? 7 : 4} />
      ) : null}
    </pattern>
  );
}

/** Who pays: a strip in the proportion of the amounts, then the same as a table. */
export function Argent({ argent }: { readonly argent: VueDeLArgent }) {
  const { cout, nature, parts, description } = argent;
  const etats = [...new Set(parts.map((p) => p.etat))];
  return (
    <section className="carte argent" aria-labelledby="argent">
      <div>
        <h2 id="argent">L’argent</h2>
        <p className="somme">{cout}</p>
        <p className="doux">coût total{nature === null ? '' : ` en ${nature}`}</p>
      </div>
      {parts.length === 0 ? null : (
        <div>
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it needs the page's colours */}
          <svg className="barre" width="100%" height={HAUTEUR} role="img" aria-label={description}>
            <defs>
              {etats.map((etat) => (
                <Hachures key={etat} id={`h-${etat}`} etat={etat} />
              ))}
            </defs>
            {parts.map(({ nom, etat, debut, largeur }) => (
              <rect
                key={nom}
                x={`${debut}%`}
                width={`${largeur}%`}
                height={HAUTEUR}
                fill={`url(#h-${etat})`}
              />
            ))}
          </svg>
          <table>
            <caption className="cache">Qui paie, et combien</caption>
            <thead className="cache">
              <tr>
                <th scope="col">Qui paie</th>
                <th scope="col">Montant et part</th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ nom, etat, mots, montant, taux }) => (
                <tr key={nom}>
                  <th scope="row">
                    <svg className="pastille" viewBox="0 0 16 16" aria-hidden="true">
                      <rect width="16" height="16" fill={`url(#h-${etat})`} />
                    </svg>
                    <span>
                      {nom} <small>{mots}</small>
                    </span>
                  </th>
                  <td>
                    {montant} <small>{taux}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
