import type { ReactNode } from 'react';
import { Outlet, isRouteErrorResponse, useRouteError } from 'react-router';
import { Document } from './parts/document.tsx';
import { PageDErreur } from './parts/erreur.tsx';

export function Layout({ children }: { readonly children: ReactNode }) {
  return <Document>{children}</Document>;
}

export default function Racine() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const erreur = useRouteError();
  return <PageDErreur statut={isRouteErrorResponse(erreur) ? erreur.status : 500} />;
}
