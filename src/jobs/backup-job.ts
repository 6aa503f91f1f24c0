import type { KeyRight } from '../decision/key-uses.ts';
import type { BackupReport, ReadTrouble } from '../engine/engine.ts';
import { EngineError } from '../engine/engine-error.ts';
import * as messages from '../messages/backup-job.ts';
import type { JobMessage } from '../messages/job-message.ts';
import { isRetentionWithin, type Lifecycle } from '../model/lifecycle.ts';
import type { Principal } from '../model/principal.ts';
import { isFullyManaged, kmsServiceOf, type ResourceAttributes, type ResourceType } from '../model/resource-type.ts';
import { openSource } from '../resources/open-source.ts';
import { ResourceError } from '../resources/resource-error.ts';
import {
  type BackupJobRow,
  backupJobById,
  completeBackupJob,
  toRecoveryPoint,
} from '../storage/records/backup-jobs.ts';
import { jobState, startJob } from '../storage/records/jobs.ts';
import { latestManifest } from '../storage/records/recovery-points.ts';
import { lookUp } from '../storage/records/remembered.ts';
import { attributesAtBackup, type ResourceRow, resourceByArn } from '../storage/records/resources.ts';
import { startRuleCopies } from '../storage/records/rule-copies.ts';
import { type Tags, tagsOf } from '../storage/records/tags.ts';
import { type VaultRow, vaultByArn } from '../storage/records/vaults.ts';
import { type Claim, finishWork } from '../storage/records/work.ts';
import { invariant } from '../util/invariant.ts';
import { aboutPoint } from './about-point.ts';
import { type OpenDomain, openDomain } from './domain-access.ts';
import { JobRefusal } from './failure.ts';
import { tellJob } from './job-changed.ts';
import type { JobContext } from './job-context.ts';
import { progressWriter } from './progress-writer.ts';

/** The key of the restore metadata that says how the bytes were read: `directory` or `disk-image`. */
export const NATURE = 'crossvault:nature';

/** Reads a protected resource into its vault and puts a recovery point on record. */
export async function backupJob(context: JobContext, claim: Claim, signal: AbortSignal): Promise<void> {
  const job = await context.records.read((db) => backupJobById(db, claim.jobId));
  invariant(job, 'claimed backup work has its job');
  const now = context.clock.now();
  if (job.state !== 'RUNNING' && job.start_by !== null && job.start_by < now)
    throw new JobRefusal(messages.expiredBeforeCompletion(), 'EXPIRED');
  const subject = await readSubject(context, job);
  if (!(await context.records.write((db) => startJob(db, 'backup', job.id, now)))) throw stopped(job, now);
  tellJob(context, claim, { ...job, state: 'RUNNING' });
  const open = await openDomain(context, {
    jobId: job.id,
    vaultArn: job.vault_arn,
    region: job.region,
    right: subject.right,
  });
  try {
    const report = await readIntoVault(context, claim, { job, subject, open, signal });
    await complete(context, claim, { job, subject, report, domainId: open.domain.id });
  } finally {
    await open.close();
  }
}

interface Subject {
  readonly resource: ResourceRow;
  readonly type: ResourceType;
  readonly attributes: ResourceAttributes;
  readonly right: KeyRight;
}

/** What is to be backed up, and by which right its key is used. */
async function readSubject({ records, access }: JobContext, job: BackupJobRow): Promise<Subject> {
  const resource = await records.read((db) => resourceByArn(db, job.resource_arn));
  const vault = await lookUp(records, `vault ${job.vault_arn}`, (db) => vaultByArn(db, job.vault_arn));
  if (resource === undefined) throw new JobRefusal(messages.resourceNotFound(job.resource_arn));
  if (vault === undefined) throw new JobRefusal(messages.vaultDoesNotExist(job.vault_arn));
  if (!admitsRetention(vault, job)) throw new JobRefusal(messages.lifecycleOutOfRange());
  const role = await lookUp(records, `role ${job.iam_role_arn}`, () =>
    access.rolePrincipal(job.iam_role_arn, 'AWSBackup'),
  );
  if (role === undefined) throw new JobRefusal(messages.roleNotAssumable(job.iam_role_arn));
  const type = resource.type as ResourceType;
  const attributes = await records.read((db) => attributesAtBackup(db, resource, job.plan_id));
  const right = isFullyManaged(type, attributes)
    ? ({ kind: 'vault-grant', keyArn: vault.key_arn, vaultArn: vault.arn } as const)
    : resourceKeyRight({
        vaultArn: vault.arn,
        keyArn: resource.kms_key_arn,
        principal: role,
        service: kmsServiceOf(type, attributes),
        region: job.region,
      });
  return { resource, type, attributes, right };
}

/** Whether the vault's lock, where it has one, lets in a point that is kept as long as the job asks. */
function admitsRetention(vault: VaultRow, { lifecycle }: BackupJobRow): boolean {
  const { deleteAfterDays } = lifecycle === null ? {} : (JSON.parse(lifecycle) as Lifecycle);
  return isRetentionWithin(deleteAfterDays, {
    minDays: vault.min_retention_days ?? undefined,
    maxDays: vault.max_retention_days ?? undefined,
  });
}

/** The right to the key of a resource that is not fully managed, or of one of its points: the role asks, through the resource's service. */
export function resourceKeyRight({
  vaultArn,
  keyArn,
  principal,
  service,
  region,
}: {
  vaultArn: string;
  keyArn: string | null;
  principal: Principal;
  service: string;
  region: string;
}): KeyRight {
  if (keyArn === null) return { kind: 'none' };
  return { kind: 'job-grant', keyArn, vaultArn, principal, viaService: `${service}.${region}.amazonaws.com` };
}

async function readIntoVault(
  context: JobContext,
  claim: Claim,
  { job, subject, open, signal }: { job: BackupJobRow; subject: Subject; open: OpenDomain; signal: AbortSignal },
): Promise<BackupReport> {
  const stop = new AbortController();
  const ends = AbortSignal.any([signal, stop.signal]);
  const { resource } = subject;
  const [previousManifestId, resourceTags] = await context.records.read((db) =>
    Promise.all([
      latestManifest(db, { domainId: open.domain.id, resourceArn: resource.arn }),
      tagsOf(db, resource.arn),
    ]),
  );
  try {
    return await context.engine.backup({
      domain: open.domain,
      resource: await openSource(resource.source, {
        excluded: context.ownDirectories,
        closed: context.closedDirectories,
        allowedRoots: [...context.sourceRoots, context.restoreRoot],
      }),
      manifestId: manifestIdOf(job),
      isFirstTry: claim.attempts === 1,
      ...(previousManifestId === undefined ? {} : { previousManifestId }),
      about: aboutBackup(job, { subject, domainId: open.domain.id, now: context.clock.now(), resourceTags }),
      onProgress: progressWriter(context, claim, () => stop.abort()),
      pace: context.pace.backup.forJob(ends),
      signal: ends,
    });
  } catch (error) {
    if (error instanceof EngineError && error.kind === 'aborted' && (await isBeingStopped(context, job.id))) {
      throw stopped(job, context.clock.now());
    }
    if (error instanceof ResourceError || (error instanceof EngineError && error.kind === 'source-unreadable')) {
      throw Object.assign(new JobRefusal(messages.resourceNotFound(resource.arn)), { cause: error });
    }
    throw error;
  }
}

/** Somebody asked for it, or its completion window is over. */
function stopped({ expected_completion_at: completeBy }: BackupJobRow, now: number): JobRefusal {
  const isOverdue = completeBy !== null && completeBy <= now;
  return new JobRefusal(isOverdue ? messages.expiredBeforeCompletion() : messages.stoppedByUser(), 'ABORTED');
}

const isBeingStopped = async ({ records }: JobContext, jobId: string): Promise<boolean> =>
  (await records.read((db) => jobState(db, 'backup', jobId))) === 'ABORTING';

/** What the manifest itself says of the point, so that records can be rebuilt from vaults. */
function aboutBackup(
  job: BackupJobRow,
  { subject, domainId, now, resourceTags }: { subject: Subject; domainId: string; now: number; resourceTags: Tags },
): Record<string, string> {
  const record = toRecoveryPoint(job, {
    jobId: job.id,
    domainId,
    manifestId: manifestIdOf(job),
    backupSizeBytes: 0,
    keyArn: keyArnOf(subject),
    attributes: subject.attributes,
    restoreMetadata: restoreMetadata(subject),
    now,
  });
  return aboutPoint(record, { ...resourceTags, ...(JSON.parse(job.recovery_point_tags) as Tags) });
}

/** Sameness over retries. */
const manifestIdOf = (job: BackupJobRow): string => job.id.toLowerCase();

const keyArnOf = ({ right }: Subject): string | null => (right.kind === 'none' ? null : right.keyArn);

async function complete(
  context: JobContext,
  claim: Claim,
  { job, subject, report, domainId }: { job: BackupJobRow; subject: Subject; report: BackupReport; domainId: string },
): Promise<void> {
  const { records, random } = context;
  const now = context.clock.now();
  const { issue } = toIssue(job, report);
  const completion = await records.write(async (db) => {
    const done = await completeBackupJob(db, {
      jobId: job.id,
      domainId,
      manifestId: report.manifestId,
      backupSizeBytes: report.sizeBytes,
      bytesTransferred: report.storedBytes,
      keyArn: keyArnOf(subject),
      attributes: subject.attributes,
      resourceTags: await tagsOf(db, subject.resource.arn),
      restoreMetadata: restoreMetadata(subject),
      report,
      ...(issue && { issue }),
      now,
    });
    if (done === 'completed') await startRuleCopies(db, job, { random, now });
    if (done !== 'vault-gone') await finishWork(db, claim);
    return done;
  });
  if (completion === 'vault-gone') throw new JobRefusal(messages.vaultDoesNotExist(job.vault_arn));
  if (completion === 'ended-already') return;
  const told = { ...job, state: 'COMPLETED', completed_at: now, report: JSON.stringify(report) };
  tellJob(
    context,
    claim,
    { ...told, status_message: issue?.statusMessage ?? null },
    { storedBytes: report.storedBytes },
  );
}

/** What GetRecoveryPointRestoreMetadata tells and StartRestoreJob takes back. */
function restoreMetadata({ resource, type }: Subject): Record<string, string> {
  const id = resource.arn.split('/').at(-1) ?? resource.arn;
  const nature = { [NATURE]: resource.nature };
  if (type === 'EFS') return { ...nature, 'file-system-id': id, Encrypted: 'true', newFileSystem: 'true' };
  if (type === 'EBS') return { ...nature, volumeId: id, encrypted: String(resource.kms_key_arn !== null) };
  return { ...nature, resourceArn: resource.arn };
}

interface Issue {
  readonly issue?: { readonly statusMessage: string; readonly messageCategory: string };
}

/** What is not as wished is told by a message of the COMPLETED job, never silently: the console's "Completed with issues". */
function toIssue({ remark }: BackupJobRow, { troubles, troubleCount }: BackupReport): Issue {
  const known = remark === null ? undefined : (JSON.parse(remark) as Pick<JobMessage, 'text' | 'category'>);
  const [first] = troubles;
  const rest = troubleCount > 1 ? ` and ${troubleCount - 1} more` : '';
  const lacks = messages.completedWithIssues(
    first === undefined ? `${troubleCount} entries` : `${first.path} (${reasonOf(first)})${rest}`,
  );
  const sentences = [...(known === undefined ? [] : [known]), ...(troubleCount === 0 ? [] : [lacks])];
  if (sentences.length === 0) return {};
  const statusMessage = sentences.map(({ text }) => text).join(' ');
  return { issue: { statusMessage, messageCategory: sentences[0]!.category } };
}

/** Where the system refused, its detail is a code alone. */
const reasonOf = ({ kind, detail }: ReadTrouble): string =>
  kind === 'unreadable' ? `it could not be read: ${detail}` : detail;
