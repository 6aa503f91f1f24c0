import type { Mend } from '../../decision/diagnosis.ts';
import type { Remedy } from '../../decision/remedy.ts';
import { parseArn } from '../../model/arn.ts';
import type { Examined } from '../../report/report.ts';
import type { Text } from '../../words/text.ts';
import { SourceError } from '../source-error.ts';
import type { Hand } from './hands.ts';
import { type Change, prepareChange } from './prepare-change.ts';

/** What could be done about one fault. */
export type Proposal =
  | { readonly kind: 'change'; readonly account: string; readonly text: Text; readonly change: Change }
  /** No hand reaches the account. */
  | { readonly kind: 'no-profile'; readonly account: string; readonly text: Text }
  /** Only a person can do it: there is no remedy, or none that a call carries out. */
  | { readonly kind: 'by-hand'; readonly text: Text; readonly reason?: string };

/**
 * The smallest mends of each fault that stops a copy, as a change that is ready to be shown. A mend that several copies want stands there
 * once; one whose change has been made meanwhile does not.
 */
export async function* collectChanges(
  examined: AsyncIterable<Examined>,
  hands: ReadonlyMap<string, Hand>,
): AsyncIterable<Proposal> {
  const wanted = new Map<string, { mend: Mend; facts: Examined['facts'] }>();
  for await (const { facts, diagnosis } of examined) {
    for (const { outcome, severity, mends } of diagnosis.findings) {
      if (outcome !== 'unmet' || (severity !== 'blocks' && severity !== 'will-block')) continue;
      // All of them: denies stand one behind the other, and each has its mend.
      for (const mend of mends.filter(({ kind }) => kind === 'smallest')) {
        wanted.set(JSON.stringify([mend.text, mend.remedy]), { mend, facts });
      }
    }
  }
  // Each is prepared when the one before has been dealt with: a second mend of one document starts from what the first has written.
  for (const { mend, facts } of wanted.values()) {
    const proposal = await proposalOf(mend, facts, hands);
    if (proposal !== undefined) yield proposal;
  }
}

async function proposalOf(
  { text, remedy, actor }: Mend,
  facts: Examined['facts'],
  hands: ReadonlyMap<string, Hand>,
): Promise<Proposal | undefined> {
  if (remedy === undefined || remedy.kind === 'request-retention') return { kind: 'by-hand', text };
  const account = accountOf(remedy) ?? actor.account ?? facts.source.account;
  const hand = hands.get(account);
  if (hand === undefined) return { kind: 'no-profile', account, text };
  try {
    const change = await prepareChange(remedy, { hand, region: facts.source.region });
    return change && { kind: 'change', account, text, change };
  } catch (error) {
    if (error instanceof SourceError) return { kind: 'by-hand', text, reason: error.message };
    throw error;
  }
}

/** The account that owns what the remedy changes, where its ARN tells. */
function accountOf(remedy: Remedy): string | undefined {
  const place = 'place' in remedy ? remedy.place : remedy;
  const arn = ['vaultArn', 'keyArn', 'roleArn', 'policyArn', 'pointArn'].flatMap((name) => {
    const value = (place as unknown as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? [value] : [];
  })[0];
  const named = arn === undefined ? undefined : parseArn(arn)?.account;
  if (named) return named;
  if (remedy.kind === 'enable-cross-account-copy') return remedy.managementAccount;
  return 'account' in remedy ? remedy.account : undefined;
}
