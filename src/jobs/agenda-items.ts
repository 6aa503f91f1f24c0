import type { AgendaItem } from './agenda.ts';
import { coldMoves } from './cold-moves.ts';
import { keyDeletions } from './key-deletions.ts';

/** Everything that falls due by its date alone. Those that keep their own dates come first, whatever the order here. */
export const agendaItems: readonly AgendaItem[] = [keyDeletions, coldMoves];
