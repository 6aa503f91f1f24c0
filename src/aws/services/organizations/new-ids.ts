import { type Random, randomString } from '../../../util/random.ts';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

const draw = (random: Random, count: number): string => randomString(random, { alphabet: ALPHABET, count });

/** Ids in AWS's patterns, at the lengths that AWS gives them. */
export const newOrganizationId = (random: Random): string => `o-${draw(random, 10)}`;

export const newRootId = (random: Random): string => `r-${draw(random, 4)}`;

/** A unit's id repeats that of its root. */
export const newUnitId = (random: Random, rootId: string): string => `ou-${rootId.slice(2)}-${draw(random, 8)}`;

export const newPolicyId = (random: Random): string => `p-${draw(random, 10)}`;

export const newResourcePolicyId = (random: Random): string => `rp-${draw(random, 10)}`;

export const newHandshakeId = (random: Random): string => `h-${draw(random, 32)}`;

export const newCreateAccountRequestId = (random: Random): string => `car-${draw(random, 32)}`;
