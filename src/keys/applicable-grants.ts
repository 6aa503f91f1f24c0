import type { Principal } from '../model/principal.ts';
import type { SourcedDocument } from '../policy/evaluation.ts';
import type { KmsGrantsTable } from '../storage/records/schema.ts';
import type { EncryptionContext, GrantRequest } from './key-service.ts';

export type GrantConstraints = NonNullable<GrantRequest['constraints']>;

/** What a request asks of the grants on a key. */
export interface GrantQuestion {
  readonly principal: Principal;
  /** `kms:Decrypt` */
  readonly action: string;
  readonly encryptionContext?: EncryptionContext;
  /** `aws:SourceArn`: on whose behalf a service asks. */
  readonly sourceArn?: string;
  /** For CreateGrant: the grant to be made. */
  readonly child?: Pick<GrantRequest, 'operations' | 'constraints'>;
}

/**
 * The first grant that fits a request, as a document for the evaluator: the grantee is the caller, the operation is granted,
 * the constraints are met. A child grant must not reach further than its parent. One is enough: each that fits is a whole yes, and a
 * night of copies holds as many as it has jobs. See the KMS developer guide, "Grants in AWS KMS".
 */
export function applicableGrants(
  grants: readonly KmsGrantsTable[],
  question: GrantQuestion,
  keyArn: string,
): readonly SourcedDocument[] {
  const fitting = grants.find((grant) => fits(grant, question));
  return fitting === undefined ? [] : [toDocument(fitting, question, keyArn)];
}

function fits(
  grant: KmsGrantsTable,
  { principal, action, encryptionContext, sourceArn, child }: GrantQuestion,
): boolean {
  const operation = action.replace('kms:', '');
  // Whoever may retire a grant needs no operation for it.
  if (operation === 'RetireGrant' && isPrincipal(principal, grant.retiring_principal)) return true;
  const operations = JSON.parse(grant.operations) as string[];
  if (!isPrincipal(principal, grant.grantee_principal) || !operations.includes(operation)) return false;
  const constraints = constraintsOf(grant);
  if (constraints.SourceArn !== undefined && constraints.SourceArn !== sourceArn) return false;
  if (operation === 'CreateGrant') return child !== undefined && isWithin(child, { operations, constraints });
  return !isCryptographic(operation) || meets(encryptionContext ?? {}, constraints);
}

export const constraintsOf = ({ constraints }: Pick<KmsGrantsTable, 'constraints'>): GrantConstraints =>
  constraints === null ? {} : (JSON.parse(constraints) as GrantConstraints);

/** Whether a caller is the one that a grant names: by its own ARN, by its session's, or as a service by its name. */
function isPrincipal(principal: Principal, named: string | null): boolean {
  return named !== null && (principal.arn === named || principal.sessionArn === named);
}

// Constraints bind only the operations that take an encryption context.
const CRYPTOGRAPHIC = /^(Encrypt|Decrypt|ReEncryptFrom|ReEncryptTo|GenerateDataKey.*)$/;
const isCryptographic = (operation: string): boolean => CRYPTOGRAPHIC.test(operation);

function meets(
  context: EncryptionContext,
  { EncryptionContextEquals, EncryptionContextSubset }: GrantConstraints,
): boolean {
  if (EncryptionContextEquals !== undefined && !isEqual(context, EncryptionContextEquals)) return false;
  return EncryptionContextSubset === undefined || includes(context, EncryptionContextSubset);
}

const includes = (context: EncryptionContext, part: EncryptionContext): boolean =>
  Object.entries(part).every(([name, value]) => Object.hasOwn(context, name) && context[name] === value);

const isEqual = (one: EncryptionContext, other: EncryptionContext): boolean =>
  Object.keys(one).length === Object.keys(other).length && includes(one, other);

/** No operation that the parent lacks, and each context that the child admits is one that the parent admits. */
function isWithin(
  child: NonNullable<GrantQuestion['child']>,
  parent: { operations: readonly string[]; constraints: GrantConstraints },
): boolean {
  if (!child.operations.every((operation) => parent.operations.includes(operation))) return false;
  const { EncryptionContextEquals, EncryptionContextSubset, SourceArn } = child.constraints ?? {};
  if (parent.constraints.SourceArn !== undefined && SourceArn !== parent.constraints.SourceArn) return false;
  if (EncryptionContextEquals !== undefined) return meets(EncryptionContextEquals, parent.constraints);
  if (parent.constraints.EncryptionContextEquals !== undefined) return false;
  return includes(EncryptionContextSubset ?? {}, parent.constraints.EncryptionContextSubset ?? {});
}

function toDocument(grant: KmsGrantsTable, { principal, action }: GrantQuestion, keyArn: string): SourcedDocument {
  const Principal =
    principal.kind === 'service' ? { Service: principal.arn } : { AWS: principal.sessionArn ?? principal.arn };
  const Statement = [{ Sid: grant.id, Effect: 'Allow', Principal, Action: action, Resource: keyArn }];
  return { origin: `grant ${grant.name ?? grant.id}`, document: JSON.stringify({ Version: '2012-10-17', Statement }) };
}
