import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { KeyRight } from '../decision/key-uses.ts';
import type { RestoreReport } from '../engine/engine.ts';
import { EngineError } from '../engine/engine-error.ts';
import * as messages from '../messages/backup-job.ts';
import { isKeptByBackup } from '../model/recovery-point.ts';
import {
  isFullyManaged,
  kmsServiceOf,
  type Nature,
  type ResourceAttributes,
  type ResourceType,
} from '../model/resource-type.ts';
import { inspectTarget } from '../resources/inspect-source.ts';
import { ResourceError } from '../resources/resource-error.ts';
import { type RestoreStaging, stageRestore } from '../resources/restore-staging.ts';
import { formatSource } from '../resources/source.ts';
import { noteReport, startJob } from '../storage/records/jobs.ts';
import { type RecoveryPointRow, recoveryPointByArn } from '../storage/records/recovery-points.ts';
import { registerResource } from '../storage/records/resources.ts';
import { completeRestoreJob, type RestoreJobRow, restoreJobById } from '../storage/records/restore-jobs.ts';
import { tagsOf } from '../storage/records/tags.ts';
import { type Claim, finishWork, renewWork } from '../storage/records/work.ts';
import { invariant } from '../util/invariant.ts';
import { NATURE, resourceKeyRight } from './backup-job.ts';
import { awaitRecall } from './cold-recall.ts';
import { openPointDomain } from './domain-access.ts';
import { JobRefusal } from './failure.ts';
import { jobChanged } from './job-changed.ts';
import type { JobContext } from './job-context.ts';
import { LEASE_MS } from './limits.ts';
import { progressWriter } from './progress-writer.ts';
import { chosenItems } from './restore-items.ts';
import { restoredKey } from './restored-key.ts';

/** The metadata key by which an operator names the place of a restore: a `file://` URL below an allowed root. */
const RESTORE_TO = 'restoreTo';

/** Writes a recovery point out as a new resource. The target appears once everything in it is whole. */
export async function restoreJob(context: JobContext, claim: Claim, signal: AbortSignal): Promise<void> {
  const { records } = context;
  const job = await records.read((db) => restoreJobById(db, claim.jobId));
  invariant(job, 'claimed restore work has its job');
  const point = await records.read((db) => recoveryPointByArn(db, job.recovery_point_arn));
  if (point === undefined) throw new JobRefusal(messages.recoveryPointNotFound(job.recovery_point_arn));
  const role = await context.access.rolePrincipal(job.iam_role_arn, `AWSBackup-${job.id}`);
  if (role === undefined) throw new JobRefusal(messages.roleNotAssumable(job.iam_role_arn));
  const kmsKeyArn = await restoredKey(context, { job, point, role });
  const right = pointKeyRight(point, role);
  if (!(await records.write((db) => startJob(db, 'restore', job.id, context.clock.now())))) return;
  if (job.state !== 'RUNNING') await jobChanged(context, claim, { storedBytes: 0 });
  await awaitRecall(context, job, point);
  try {
    const written = publishedBefore(job) ?? (await publish(context, claim, { point, job, right, signal }));
    await complete(context, claim, { job, point, kmsKeyArn, ...written });
  } catch (error) {
    throw refused(error);
  }
}

interface Written {
  readonly target: Uint8Array;
  readonly report: RestoreReport;
}

/**
 * Writes everything beside the target and puts it in its place. What is about to appear is noted first: a server that ends between the
 * appearance and the commit finds its own restore there, not a target that somebody else has taken.
 */
async function publish(
  context: JobContext,
  claim: Claim,
  copy: { point: RecoveryPointRow; job: RestoreJobRow; right: KeyRight; signal: AbortSignal },
): Promise<Written> {
  const target = await targetOf(context, copy.job);
  const staging = stageRestore(target, copy.job.id, claim.fence);
  try {
    const report = await writeOut(context, claim, { ...copy, staging });
    const note: PublishNote = {
      identity: identityOf(staging.path),
      target: Buffer.from(target).toString('base64'),
      report,
    };
    const other = await context.records.write(async (db) => {
      // Whoever has lost the lease puts nothing in place: the next try may be doing so.
      await renewWork(db, claim, context.machineClock.now() + LEASE_MS);
      const found = publishedBefore(await restoreJobById(db, copy.job.id));
      if (found === undefined) await noteReport(db, claim, note);
      return found;
    });
    if (other !== undefined) return other;
    staging.publish();
    return { target, report };
  } finally {
    staging.discard();
  }
}

interface PublishNote {
  /** Device and inode of what was staged: a rename keeps both. */
  readonly identity: string | undefined;
  readonly target: string;
  readonly report: RestoreReport;
}

/** What an earlier try of this job put in place without coming to say so. */
function publishedBefore(job: RestoreJobRow | undefined): Written | undefined {
  if (typeof job?.report !== 'string') return undefined;
  const { identity, target, report } = JSON.parse(job.report) as PublishNote;
  const place = Buffer.from(target, 'base64');
  return identity !== undefined && identityOf(place) === identity ? { target: place, report } : undefined;
}

function identityOf(place: Uint8Array): string | undefined {
  const found = lstatSync(Buffer.from(place), { bigint: true, throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
}

/** The role asks for the key of a point that is not fully managed; the vault's own grant opens the others. */
export function pointKeyRight(
  point: RecoveryPointRow,
  principal: Parameters<typeof resourceKeyRight>[0]['principal'],
): KeyRight {
  const type = point.resource_type as ResourceType;
  const attributes = JSON.parse(point.resource_attributes) as ResourceAttributes;
  if ((isFullyManaged(type, attributes) || isKeptByBackup(point.arn)) && point.key_arn !== null)
    return { kind: 'vault-grant', keyArn: point.key_arn, vaultArn: point.vault_arn };
  return resourceKeyRight({
    vaultArn: point.vault_arn,
    keyArn: point.key_arn,
    principal,
    service: kmsServiceOf(type, attributes),
    region: point.region,
  });
}

/** How the point's bytes were read, kept with its restore metadata since the backup. */
function natureOf(point: RecoveryPointRow): Nature {
  const metadata = JSON.parse(point.restore_metadata) as Record<string, string>;
  return metadata[NATURE] === 'disk-image' ? 'disk-image' : 'directory';
}

/** Where the restore goes: the place its metadata names, inside the operator's roots, or a folder of its own. */
async function targetOf(context: JobContext, job: RestoreJobRow): Promise<Uint8Array> {
  const { restoreRoot, sourceRoots, closedDirectories } = context;
  const wanted = (JSON.parse(job.metadata) as Record<string, string>)[RESTORE_TO];
  return wanted === undefined
    ? Buffer.from(path.join(restoreRoot, job.id))
    : (await inspectTarget(wanted, sourceRoots, closedDirectories)).path;
}

async function writeOut(
  context: JobContext,
  claim: Claim,
  {
    point,
    job,
    right,
    staging,
    signal,
  }: { point: RecoveryPointRow; job: RestoreJobRow; right: KeyRight; staging: RestoreStaging; signal: AbortSignal },
): Promise<RestoreReport> {
  const paths = chosenItems(job.metadata, natureOf(point));
  const open = await openPointDomain(context, point, { jobId: job.id, right });
  try {
    return await context.engine.restore({
      domain: open.domain,
      manifestId: point.manifest_id,
      ...(paths && { paths }),
      target:
        natureOf(point) === 'directory'
          ? { nature: 'directory', root: staging.path }
          : { nature: 'disk-image', path: staging.path },
      onProgress: progressWriter(context, claim, () => undefined),
      signal,
    });
  } finally {
    await open.close();
  }
}

async function complete(
  context: JobContext,
  claim: Claim,
  {
    job,
    point,
    report,
    target,
    kmsKeyArn,
  }: {
    job: RestoreJobRow;
    point: RecoveryPointRow;
    report: RestoreReport;
    target: Uint8Array;
    kmsKeyArn: string | undefined;
  },
): Promise<void> {
  const { records, random, clock } = context;
  const attributes = JSON.parse(point.resource_attributes) as ResourceAttributes;
  await records.write(async (db) => {
    const resource = await registerResource(
      db,
      {
        account: job.account_id,
        region: job.region,
        type: point.resource_type as ResourceType,
        source: formatSource(target),
        nature: natureOf(point),
        attributes,
        kmsKeyArn,
        tags: job.copies_source_tags === 1 ? await tagsOf(db, point.arn) : {},
      },
      { random, now: clock.now() },
    );
    invariant(resource, 'a restored resource has an ARN that nobody had');
    await completeRestoreJob(db, {
      jobId: job.id,
      createdResourceArn: resource.arn,
      backupSizeBytes: report.sizeBytes,
      report,
      ...(report.troubleCount === 0 ? {} : { issue: toIssue(report) }),
      now: clock.now(),
    });
    await finishWork(db, claim);
  });
  await jobChanged(context, claim, { storedBytes: 0 });
}

function toIssue({ troubles, troubleCount }: RestoreReport): { statusMessage: string; messageCategory: string } {
  const [first] = troubles;
  const sentence = messages.restoreCompletedWithIssues(
    `${troubleCount} entries lack metadata${first === undefined ? '' : `, the first: ${first.path} (${first.detail})`}`,
  );
  return { statusMessage: sentence.text, messageCategory: sentence.category };
}

/** What the target's file system refused is the job's last word, not a reason to try again. */
function refused(error: unknown): unknown {
  if (error instanceof EngineError && error.kind === 'path-missing') {
    const sentence = messages.restoreItemsInvalid(`the recovery point has no ${error.facts['path']}`);
    return Object.assign(new JobRefusal(sentence), { cause: error });
  }
  const isRefused = error instanceof ResourceError || (error instanceof EngineError && error.kind === 'target-refused');
  return isRefused
    ? Object.assign(new JobRefusal(messages.restoreTargetInvalid((error as Error).message)), { cause: error })
    : error;
}
