import type { HandshakeFilter } from '@aws-sdk/client-organizations';
import type { HandshakeRow } from '../../../storage/records/handshakes.ts';

/** Whether a handshake is what a list of handshakes was asked for: an action, the children of a handshake, or all. */
export const isWanted =
  ({ ActionType, ParentHandshakeId }: HandshakeFilter = {}) =>
  ({ action, parent_id }: HandshakeRow): boolean =>
    (ActionType === undefined || action === ActionType) &&
    (ParentHandshakeId === undefined || parent_id === ParentHandshakeId);
