import { never } from '#base/assert.ts';
import type { Voix } from '#conseil/seance/etat.ts';
import {
  LARGEUR,
  MOTS_DES_VOIX,
  motsDesSieges,
  type Siege,
  type VueDeLHemicycle,
} from '../vues/vote.ts';

const arrondi = (n: number): number => Math.round(n * 100) / 100;

/** A shape for each voice, drawn around 0,0 in a circle of radius `r`: colour is never alone. */
function Forme({ voix, r }: { readonly voix: Voix; readonly r: number }) {
  const k = (n: number): number => arrondi(n * r);
  switch (voix) {
    case 'pour':
      return <circle r={k(0.96)} className="v-pour" />;
    case 'contre':
      return (
        <g>
          <rect x={k(-0.84)} y={k(-0.84)} width={k(1.68)} height={k(1.68)} className="v-contre" />
          <path d={`M${k(-0.46)} 0H${k(0.46)}`} className="v-barre" strokeWidth={k(0.3)} />
        </g>
      );
    case 'abstention':
      return (
        <path
          d={`M0 ${k(-0.86)}L${k(0.9)} ${k(0.72)}H${k(-0.9)}Z`}
          className="v-abstention"
          strokeWidth={k(0.24)}
        />
      );
    case 'ne-prend-pas-part':
      return (
        <path
          d={`M0 ${k(-0.9)}L${k(0.9)} 0L0 ${k(0.9)}L${k(-0.9)} 0Z`}
          className="v-retrait"
          strokeWidth={k(0.22)}
        />
      );
    case 'inconnue':
      return <circle r={k(0.84)} className="v-inconnue" strokeWidth={k(0.2)} />;
    case 'absent':
      return (
        <circle
          r={k(0.84)}
          className="v-absent"
          strokeWidth={k(0.18)}
          strokeDasharray={`${k(0.44)} ${k(0.32)}`}
        />
      );
    default:
      return never(voix, 'Forme');
  }
}

/** A pouvoir hollows a full shape; an outlined one bears a dot, since a hole would not show. */
function Pouvoir({ voix, r }: { readonly voix: Voix; readonly r: number }) {
  if (voix === 'pour' || voix === 'contre' || voix === 'absent') {
    return <circle r={arrondi(r * 0.44)} className="v-pouvoir" />;
  }
  const bas = voix === 'abstention' ? arrondi(r * 0.18) : 0;
  return <circle cy={bas} r={arrondi(r * 0.28)} className="v-point" />;
}

function Dessin({ voix, parPouvoir, r }: { voix: Voix; parPouvoir: boolean; r: number }) {
  return (
    <>
      <Forme voix={voix} r={r} />
      {parPouvoir ? <Pouvoir voix={voix} r={r} /> : null}
    </>
  );
}

const cle = (voix: Voix, parPouvoir: boolean): string => `v-${voix}${parPouvoir ? '-p' : ''}`;

const dit = ({ nom, voix, mandataire }: Siege): string =>
  mandataire === null
    ? `${nom} : ${motsDesSieges(1, voix, false)}`
    : `${nom} : ${MOTS_DES_VOIX[voix]}, pouvoir à ${mandataire}`;

function Image({ vue }: { readonly vue: VueDeLHemicycle }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- seats need the styles of the page
    <svg viewBox={`0 0 ${LARGEUR} ${vue.hauteur}`} role="img" aria-label={vue.description}>
      <defs>
        {vue.legende.map(({ voix, parPouvoir }) => (
          <g key={cle(voix, parPouvoir)} id={cle(voix, parPouvoir)}>
            <Dessin voix={voix} parPouvoir={parPouvoir} r={vue.rayon} />
          </g>
        ))}
      </defs>
      {vue.sieges.map((s) => (
        <use key={`${s.x} ${s.y}`} href={`#${cle(s.voix, s.mandataire !== null)}`} x={s.x} y={s.y}>
          <title>{dit(s)}</title>
        </use>
      ))}
      {vue.centre === null ? null : (
        <>
          <text x={LARGEUR / 2} y={vue.hauteur - 20} className="chiffre">
            {vue.centre.chiffre}
          </text>
          <text x={LARGEUR / 2} y={vue.hauteur - 4} className="mot">
            {vue.centre.mot}
          </text>
        </>
      )}
    </svg>
  );
}

function Tableau({ vue, ordre }: { readonly vue: VueDeLHemicycle; readonly ordre: string }) {
  const secret = vue.sieges.every(({ voix }) => voix === 'inconnue' || voix === 'absent');
  return (
    <details>
      <summary>
        {secret ? 'Qui était là ?' : 'Qui a voté quoi ?'} Le tableau des {vue.sieges.length} sièges
      </summary>
      <table className="sieges">
        <caption>Le vote de chaque élu, dans l’ordre {ordre}, de gauche à droite du dessin</caption>
        <thead>
          <tr>
            <th scope="col">Élu</th>
            <th scope="col">Vote</th>
          </tr>
        </thead>
        <tbody>
          {vue.sieges.map((s) => (
            <tr key={`${s.x} ${s.y}`}>
              <th scope="row">
                {s.nom}
                {s.groupe === null ? null : <small> {s.groupe}</small>}
              </th>
              <td>
                {s.voix === 'absent' ? 'absence sans pouvoir' : MOTS_DES_VOIX[s.voix]}
                {s.mandataire === null ? null : <small> pouvoir à {s.mandataire}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The council as it voted: a picture, its key, and the same thing as a table. */
export function Hemicycle({ vue, ordre }: { vue: VueDeLHemicycle; ordre: string }) {
  return (
    <>
      <figure className="hemicycle">
        <Image vue={vue} />
        <figcaption>
          <ul className="legende">
            {vue.legende.map(({ voix, parPouvoir, n }) => (
              <li key={cle(voix, parPouvoir)}>
                <svg viewBox="-10 -10 20 20" aria-hidden="true">
                  <Dessin voix={voix} parPouvoir={parPouvoir} r={9} />
                </svg>
                <span>
                  <b>{n}</b> {motsDesSieges(n, voix, parPouvoir)}
                </span>
              </li>
            ))}
          </ul>
        </figcaption>
      </figure>
      <Tableau vue={vue} ordre={ordre} />
    </>
  );
}
