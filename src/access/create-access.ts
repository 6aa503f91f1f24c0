import { accessDenied } from '../messages/access-denied.ts';
import { callerArn } from '../model/principal.ts';
import { evaluate } from '../policy/evaluate.ts';
import type { Evaluation, RequestContext } from '../policy/evaluation.ts';
import type { Records } from '../storage/records/records.ts';
import { Remembered } from '../storage/records/remembered.ts';
import type { Clock } from '../util/clock.ts';
import type { Access, AccessQuestion } from './access.ts';
import { type GatheredPolicies, gatherPolicies } from './gather-policies.ts';
import { principalContext, timeContext } from './principal-context.ts';
import { rolePrincipal } from './role-principal.ts';

/**
 * Access from the records. Nothing is remembered beyond the next commit, so that a change of policy holds at once; documents are parsed
 * once by policy/. Asked inside `records.write`, it would wait for itself: ask before.
 */
export function createAccess({ records, clock }: { records: Records; clock: Clock }): Access {
  const remembered = new Remembered<{ readonly policies: GatheredPolicies; readonly context: RequestContext }>(records);

  async function ask(question: AccessQuestion): Promise<Evaluation> {
    const { principal, resourceAccount } = question;
    const known = await remembered.find(JSON.stringify([principal, resourceAccount]), () =>
      records.read(async (db) => ({
        policies: await gatherPolicies(db, principal, resourceAccount),
        context: await principalContext(db, principal, resourceAccount),
      })),
    );
    const { policies } = known;
    const context = { ...timeContext(clock.now()), ...known.context };
    return evaluate(
      {
        principal,
        action: question.action,
        resource: question.resource,
        resourceAccount,
        // What we know ourselves goes last, so that nothing in a request can speak over it.
        context: overridden(question.context, context),
      },
      {
        ...boundingPolicies(policies, question),
        ...(question.resourcePolicy && { resource: question.resourcePolicy }),
        ...(question.grants && { grants: question.grants }),
      },
    );
  }

  return {
    evaluate: ask,
    async authorize(question) {
      const evaluation = await ask(question);
      if (!evaluation.isAllowed) throw denial(question, evaluation);
    },
    policiesFor(principal, resourceAccount, db) {
      if (db !== undefined) return gatherPolicies(db, principal, resourceAccount);
      return records.read((own) => gatherPolicies(own, principal, resourceAccount));
    },
    async contextFor(principal, resourceAccount) {
      const context = await records.read((db) => principalContext(db, principal, resourceAccount));
      return { ...timeContext(clock.now()), ...context };
    },
    rolePrincipal: (roleArn, sessionName) => records.read((db) => rolePrincipal(db, roleArn, sessionName)),
  };
}

/** Condition keys do not heed case, so neither does what goes over them. */
function overridden(given: RequestContext = {}, known: RequestContext): RequestContext {
  const taken = new Set(Object.keys(known).map((key) => key.toLowerCase()));
  return { ...Object.fromEntries(Object.entries(given).filter(([key]) => !taken.has(key.toLowerCase()))), ...known };
}

/**
 * Resource control policies speak about the resources of some services only (AWS Backup's and IAM's are not among them), and never about
 * AWS's keys and who retires a grant. KMS Developer Guide, "Resource control policies in AWS KMS".
 */
function boundingPolicies(
  { resourceControl, ...policies }: GatheredPolicies,
  { action, isAwsManaged = false }: AccessQuestion,
): GatheredPolicies {
  const service = action.slice(0, action.indexOf(':')).toLowerCase();
  const isRetiring = action.toLowerCase() === 'kms:retiregrant';
  const reaches = UNDER_RESOURCE_CONTROL.has(service) && !isAwsManaged && !isRetiring;
  return resourceControl && reaches ? { ...policies, resourceControl } : policies;
}

/**
 * Of the services that we speak for. Organizations User Guide, "Resource control policies": list of services that support them, and
 * resources that they do not restrict.
 */
const UNDER_RESOURCE_CONTROL: ReadonlySet<string> = new Set(['kms', 'sts', 's3']);

function denial({ principal, action, resource, resourceAccount }: AccessQuestion, evaluation: Evaluation): Error {
  return accessDenied({
    caller: callerArn(principal),
    action,
    resource,
    isOwnAccount: principal.account === resourceAccount,
    ...(evaluation.decidedBy && {
      reason: {
        document: evaluation.decidedBy,
        isExplicit: evaluation.outcome === 'explicit-deny',
        policyArn: evaluation.decidedByArn,
      },
    }),
  });
}
