import type { Statement } from '../../policy/document.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { smallest } from '../requirement.ts';
import type { WrittenDocument } from '../written-documents.ts';
import { isAbout, metWhereRead, quoteOf, statementsOf, writtenDocuments } from '../written-documents.ts';

/** Keys of AWS Backup that exist. Service authorization reference, "Condition keys for AWS Backup". */
const BACKUP_KEYS: ReadonlySet<string> = new Set([
  'backup:changeablefordays',
  'backup:copytargetorgpaths',
  'backup:copytargets',
  'backup:frameworkarns',
  'backup:index',
  'backup:maxretentiondays',
  'backup:minretentiondays',
  'backup:mpaapprovalteamarn',
]);

/** Service prefixes whose keys requests for a copy into a vault may carry. */
const OWN_PREFIXES = ['aws:', 'backup:'];
/** The same for a key. */
const KEY_PREFIXES = ['aws:', 'kms:'];

/**
 * Conditions ask for keys that the service sends. `backup:CopySourceArn` and its like were made up and are found in published examples; a
 * positive condition on a key that is never sent is never fulfilled.
 */
export const conditionKeysAreSent: Check = {
  id: 'condition-keys-are-sent',
  gate: 'destination-vault',
  severity: 'risk',
  sources: ['FM-VLT-3', 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html'],
  judge(facts) {
    const faults = statementsOf(writtenDocuments(facts)).flatMap((each) =>
      neverSent(each.document.kind, each.statement).map((condition) => ({
        quote: quoteOf(each, condition),
        key: condition.key,
        actor: each.document.actor,
      })),
    );
    const [first] = faults;
    if (first === undefined)
      return metWhereRead(facts, ['vault-access', 'key', 'service-control', 'resource-control', 'role']);
    return found({
      parts: { keys: [...new Set(faults.map(({ key }) => key))].join(', ') },
      actor: first.actor,
      evidence: faults.map(({ quote }) => quote),
      mends: [smallest(first.actor, text('mend.condition-keys-are-sent'))],
    });
  },
};

function neverSent(kind: WrittenDocument['kind'], statement: Statement): Statement['conditions'] {
  const isIntoVault = kind === 'vault-access' && isAbout(statement, 'backup:CopyIntoBackupVault');
  return statement.conditions.filter(({ keyLowerCase: key }) => {
    if (kind === 'key') return !KEY_PREFIXES.some((prefix) => key.startsWith(prefix));
    if (kind === 'vault-access' && !OWN_PREFIXES.some((prefix) => key.startsWith(prefix))) return true;
    // The keys about targets are sent as a copy leaves; the vault that it enters never sees them.
    return key.startsWith('backup:') && (!BACKUP_KEYS.has(key) || (isIntoVault && key.startsWith('backup:copytarget')));
  });
}
