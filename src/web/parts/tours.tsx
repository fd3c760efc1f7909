import type { VueDesTours } from '../vues/tours.ts';

/** An appointment round by round, as a table. */
export function Tours({ vue }: { readonly vue: VueDesTours }) {
  const { tours, candidats, exprimes, majorite, fin } = vue;
  return (
    <>
      <p>{fin}</p>
      <table className="tours">
        <caption className="cache">Les voix de chaque tour</caption>
        <thead>
          <tr>
            <th scope="col">Candidature</th>
            {tours.map((tour) => (
              <th key={tour} scope="col">
                {tour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {candidats.map(({ nom, elu, voix }) => (
            <tr key={nom}>
              <th scope="row">{elu ? <b>{nom}</b> : nom}</th>
              {tours.map((tour, i) => (
                <td key={tour}>{voix[i] ?? '—'}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Suffrages exprimés</th>
            {tours.map((tour, i) => (
              <td key={tour}>{exprimes[i]}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">Majorité à atteindre</th>
            {tours.map((tour, i) => (
              <td key={tour}>{majorite[i]}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </>
  );
}
