import type { Principal } from '../../../model/principal.ts';

/** Whether somebody signs with keys of its own, not with a session's: a user or root. */
export const isLongTerm = ({ kind, isTemporary = false }: Principal): boolean =>
  (kind === 'user' || kind === 'root') && !isTemporary;
