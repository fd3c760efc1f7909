import regulier from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url';
import gras from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?url';
import type { ReactNode } from 'react';
import feuille from '../styles/parvis.css?url';
import icone from '../styles/parvis.svg?url';

/** The HTML page around every face: no script, one style sheet, two preloaded fonts. */
export function Document({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fffdf9" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1b1e27" />
        <link rel="preload" href={regulier} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="preload" href={gras} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="stylesheet" href={feuille} />
        <link rel="icon" href={icone} type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  );
}
