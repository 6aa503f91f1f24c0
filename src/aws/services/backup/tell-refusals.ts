import { ServiceError } from '../../../messages/service-error.ts';
import type { Call, Services } from '../operation.ts';

/** Runs what locks, holds and jobs may refuse; a refusal goes to the log as well, with who tried: an attempt on what is protected is worth knowing of. */
export async function tellRefusals<Result>(
  { log }: Services,
  { principal, sourceIp }: Call,
  { deed, arn }: { deed: string; arn: string },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ServiceError)
      log.warn({ deed, arn, caller: principal.arn, sourceIp, refusal: error.message }, 'refused: it is protected');
    throw error;
  }
}
