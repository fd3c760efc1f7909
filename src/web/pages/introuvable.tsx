import { introuvable } from './commun.ts';

/** Any address no other page answers. */
export function loader(): never {
  throw introuvable();
}

export default function Introuvable() {
  return null;
}
