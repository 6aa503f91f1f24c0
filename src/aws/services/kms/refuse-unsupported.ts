import * as kms from '../../../messages/kms.ts';

/** What Nitro enclaves and dry runs without a ciphertext ask for is not here; throws UnsupportedOperationException. */
export function refuseUnsupported(input: {
  readonly Recipient?: object | undefined;
  readonly DryRunModifiers?: readonly string[] | undefined;
}): void {
  if (input.Recipient !== undefined) throw kms.unsupported('Recipient');
  if (input.DryRunModifiers?.length) throw kms.unsupported('DryRunModifiers');
}
