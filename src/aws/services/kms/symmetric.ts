import * as kms from '../../../messages/kms.ts';

/** The algorithm that every answer of a symmetric key names. */
export const SYMMETRIC_DEFAULT = 'SYMMETRIC_DEFAULT';

/** Throws InvalidKeyUsageException for an algorithm of other keys. */
export function requireSymmetric(algorithm: string | undefined): void {
  if (algorithm !== undefined && algorithm !== SYMMETRIC_DEFAULT) throw kms.algorithmUnfit(algorithm);
}

/** What Nitro enclaves and dry runs without a ciphertext ask for is not here; throws UnsupportedOperationException. */
export function refuseUnsupported(input: {
  readonly Recipient?: object | undefined;
  readonly DryRunModifiers?: readonly string[] | undefined;
}): void {
  if (input.Recipient !== undefined) throw kms.unsupported('Recipient');
  if (input.DryRunModifiers?.length) throw kms.unsupported('DryRunModifiers');
}
