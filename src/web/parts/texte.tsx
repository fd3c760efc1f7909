import { never } from '#base/assert.ts';
import type { BlocDeTexte, Passage, Texte } from '#conseil/texte.ts';

/** A run of text with its marks; React escapes it, so no string is ever read as markup. */
export function Passages({ passages }: { readonly passages: readonly Passage[] }) {
  return passages.map(({ texte, gras, italique, exposant }, i) => {
    const cle = `${i} ${texte.slice(0, 12)}`;
    const hausse = exposant === true ? <sup>{texte}</sup> : texte;
    const penche = italique === true ? <em>{hausse}</em> : hausse;
    return gras === true ? <strong key={cle}>{penche}</strong> : <span key={cle}>{penche}</span>;
  });
}

function Titre({ niveau, texte }: { readonly niveau: 1 | 2 | 3; readonly texte: string }) {
  if (niveau === 1) return <h3>{texte}</h3>;
  return niveau === 2 ? <h4>{texte}</h4> : <h5>{texte}</h5>;
}

function Tableau({ bloc }: { readonly bloc: Extract<BlocDeTexte, { genre: 'tableau' }> }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else no key can scroll it
    <section className="deborde" tabIndex={0} aria-label={bloc.legende ?? 'Tableau'}>
      <table>
        {bloc.legende === null ? null : <caption>{bloc.legende}</caption>}
        <thead>
          <tr>
            {bloc.colonnes.map((titre) => (
              <th key={titre} scope="col">
                {titre}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bloc.lignes.map((ligne, i) => (
            <tr key={`${i} ${ligne.join('|')}`}>
              {ligne.map((cellule, j) => (
                <td key={`${j} ${cellule}`}>{cellule}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Bloc({ bloc }: { readonly bloc: BlocDeTexte }) {
  switch (bloc.genre) {
    case 'titre':
      return <Titre niveau={bloc.niveau} texte={bloc.texte} />;
    case 'paragraphe':
      return (
        <p>
          <Passages passages={bloc.passages} />
        </p>
      );
    case 'liste': {
      const Liste = bloc.ordonnee ? 'ol' : 'ul';
      return (
        <Liste>
          {bloc.elements.map((passages, i) => (
            <li key={`${i} ${passages[0]?.texte ?? ''}`}>
              <Passages passages={passages} />
            </li>
          ))}
        </Liste>
      );
    }
    case 'tableau':
      return <Tableau bloc={bloc} />;
    default:
      return never(bloc, 'Bloc');
  }
}

/** The text of a report: headings, paragraphs, lists and tables, and nothing else. */
export function TexteDuRapport({ texte }: { readonly texte: Texte }) {
  return (
    <div className="prose">
      {texte.map((bloc, i) => (
        <Bloc key={`${i} ${bloc.genre}`} bloc={bloc} />
      ))}
    </div>
  );
}
