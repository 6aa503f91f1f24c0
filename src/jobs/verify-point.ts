import type { EngineErrorKind, VerifyReport } from '../engine/engine.ts';
import { EngineError } from '../engine/engine-error.ts';
import type { Principal } from '../model/principal.ts';
import { type RecoveryPointRow, recoveryPointByArn } from '../storage/records/recovery-points.ts';
import { randomUuid } from '../util/random.ts';
import { openPointDomain } from './domain-access.ts';
import type { JobContext } from './job-context.ts';
import { pointKeyRight } from './restore-job.ts';

/**
 * Reads every byte of a recovery point and compares, for the operator; packs that are damaged are noted, so that the next jobs store again what is in them. The key is asked for as the root of the account that owns the
 * point: a key policy that shuts its own account out shuts the operator out as well. Nothing for an unknown point; throws the key service's refusal.
 */
export async function verifyPoint(
  context: JobContext,
  arn: string,
  options: { pace?: 'verify' | 'scrub'; signal?: AbortSignal } = {},
): Promise<VerifyReport | undefined> {
  const point = await context.records.read((db) => recoveryPointByArn(db, arn));
  if (point === undefined) return undefined;
  try {
    return await verifyBytes(context, point, options);
  } catch (error) {
    if (!(error instanceof EngineError) || !KEEPS_FROM_BEGINNING.has(error.kind)) throw error;
    // Moved to cold storage, and pruned from where it was, between our look at the record and the first byte.
    const now = await context.records.read((db) => recoveryPointByArn(db, arn));
    if (now?.domain_id === point.domain_id) return notBegun(error);
    return await verifyPoint(context, arn, options);
  }
}

async function verifyBytes(
  context: JobContext,
  point: RecoveryPointRow,
  { pace = 'verify', signal }: { pace?: 'verify' | 'scrub'; signal?: AbortSignal },
): Promise<VerifyReport> {
  const account = point.account_id;
  const root: Principal = { kind: 'root', account, arn: `arn:aws:iam::${account}:root`, userId: account };
  const right = pointKeyRight(point, root);
  const open = await openPointDomain(context, point, { jobId: `verify-${randomUuid(context.random)}`, right });
  try {
    const report = await context.engine.verify({
      domain: open.domain,
      manifestId: point.manifest_id,
      pace: context.pace[pace].forJob(signal),
      ...(signal && { signal }),
    });
    const { damagedPacks: packs } = report;
    if (packs.length > 0) await context.engine.setAside({ domain: open.domain, packs });
    return report;
  } finally {
    await open.close();
  }
}

/** Damage to what is read before the first chunk: nothing of the point can be restored, which is a finding like any other. */
const KEEPS_FROM_BEGINNING: ReadonlySet<EngineErrorKind> = new Set([
  'head-missing',
  'head-corrupt',
  'index-corrupt',
  'manifest-missing',
  'manifest-corrupt',
  'format-unknown',
] satisfies EngineErrorKind[]);

function notBegun({ kind, facts }: EngineError): VerifyReport {
  const where = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  return { chunks: 0, bytes: 0, damagedPacks: [], illnesses: [{ kind, where: where.join(', ') || 'the vault' }] };
}
