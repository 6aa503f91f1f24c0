import type { ContextEntry, EvaluationResult } from '@aws-sdk/client-iam';
import * as messages from '../../../../messages/iam.ts';
import { isAccountId } from '../../../../model/account.ts';
import { parseArn } from '../../../../model/arn.ts';
import type { Principal } from '../../../../model/principal.ts';
import { type PolicyProfile, validatePolicyDocument } from '../../../../policy/validate.ts';
import { findUserByArn } from '../../../../storage/records/iam.ts';
import type { Database } from '../../../../storage/records/records.ts';
import { type PageInput, type PageOutput, pageOfList } from '../page.ts';
import type { Source } from './source.ts';

/** What both simulations are asked alike. */
export interface SimulationInput extends PageInput {
  readonly ActionNames: readonly string[];
  readonly ResourceArns?: string[] | undefined;
  readonly ResourcePolicy?: string | undefined;
  readonly ResourceOwner?: string | undefined;
  readonly CallerArn?: string | undefined;
  readonly ContextEntries?: ContextEntry[] | undefined;
}

/** Throws InvalidInput for an action without its service, or with wildcards. */
export function checkActions(actions: readonly string[]): void {
  const wrong = actions.find((action) => !/^[\w-]+:\w+$/.test(action));
  if (wrong !== undefined) throw messages.invalidSimulatedAction(wrong);
}

/** Throws InvalidInput for a document that is no policy of its kind. */
export function checkSources(sources: readonly Source[], profile: PolicyProfile): void {
  for (const { id, document } of sources) {
    const isReadable = validatePolicyDocument(document, profile).every(({ code }) => code === 'too-long');
    if (!isReadable) throw messages.invalidSimulatedPolicy(id);
  }
}

/** The user that `CallerArn` names, whether it is there or not. Throws InvalidInput for anything but a user. */
export async function readCaller(db: Database, arn: string): Promise<Principal> {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'iam' || !parsed.resource.startsWith('user/')) throw messages.simulatedCallerNotUser(arn);
  const user = await findUserByArn(db, arn);
  return { kind: 'user', account: parsed.account, arn, userId: user?.id ?? '' };
}

/** On whom policies are tried where no caller is named: somebody of the account, who has no user name. */
export const nobodyOf = (account: string): Principal => ({
  kind: 'role',
  account,
  arn: `arn:aws:iam::${account}:role/simulated`,
  userId: 'simulated',
});

/** Who owns the resource: an account, or an ARN that names one. The caller's account where nothing is said. */
export function readOwner(owner: string | undefined, caller: Principal): string {
  if (owner === undefined) return caller.account;
  return isAccountId(owner) ? owner : (parseArn(owner)?.account ?? caller.account);
}

/** A page of results, in the order of the actions. */
export async function toAnswer(
  input: PageInput,
  results: readonly EvaluationResult[],
): Promise<PageOutput & { EvaluationResults: EvaluationResult[] }> {
  const numbered = results.map((result, index) => ({ result, key: String(index).padStart(6, '0') }));
  const { rows, page } = await pageOfList(input, ({ key }) => key, numbered);
  return { EvaluationResults: rows.map(({ result }) => result), ...page };
}
