import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  ServerRouter,
  isRouteErrorResponse,
} from 'react-router';
import { contexteDesPages, fournir } from './contexte.ts';
import { PageDErreur } from './parts/erreur.tsx';
import { Document } from './parts/document.tsx';

/**
 * Renders a page in one go: no page waits on anything once its loader has answered. The stream
 * of loader data, empty here, is read to its end so that its timer goes with it.
 */
export default async function rendre(
  requete: Request,
  statut: number,
  entetes: Headers,
  { serverHandoffStream, ...contexte }: EntryContext,
): Promise<Response> {
  await serverHandoffStream?.pipeTo(new WritableStream());
  const html = renderToString(<ServerRouter context={contexte} url={requete.url} />);
  entetes.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(`<!DOCTYPE html>${html}`, { status: statut, headers: entetes });
}

export const handleError: HandleErrorFunction = (erreur, { context }) => {
  if (isRouteErrorResponse(erreur) && erreur.status < 500) return;
  context.get(contexteDesPages).signaler(erreur);
};

/**
 * What the server needs from this bundle besides pages. It comes from here and not from its own
 * import, because a context key belongs to the copy of the module that made it.
 */
export const portail = {
  fournir,
  pageDErreur: (statut: number): string =>
    `<!DOCTYPE html>${renderToStaticMarkup(
      <Document>
        <PageDErreur statut={statut} />
      </Document>,
    )}`,
};
