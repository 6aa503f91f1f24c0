import { copyFacts } from '../access/copy-facts.ts';
import { decideCopy } from '../decision/decide-copy.ts';
import { type KeyRights, keyUses } from '../decision/key-uses.ts';
import type { CopyReport } from '../engine/engine.ts';
import * as messages from '../messages/copy-job.ts';
import { isFullyManaged, type ResourceAttributes, type ResourceType } from '../model/resource-type.ts';
import { parseVaultArn } from '../model/vault.ts';
import { type CopyJobRow, completeCopyJob, copyJobById, toCopy } from '../storage/records/copy-jobs.ts';
import { startJob } from '../storage/records/jobs.ts';
import { type RecoveryPointRow, recoveryPointByArn } from '../storage/records/recovery-points.ts';
import { rememberingOf } from '../storage/records/remembered.ts';
import { type Tags, tagsOf } from '../storage/records/tags.ts';
import { releaseTemporaryPoint } from '../storage/records/temporary-points.ts';
import { type Claim, finishWork } from '../storage/records/work.ts';
import { invariant } from '../util/invariant.ts';
import { aboutPoint } from './about-point.ts';
import { requireCopyHours, withinCopyHours } from './copy-hours.ts';
import { type OpenDomain, openDomain, openPointDomain } from './domain-access.ts';
import { endJob, JobRefusal } from './failure.ts';
import { jobChanged, tellJob } from './job-changed.ts';
import type { JobContext } from './job-context.ts';
import { progressWriter } from './progress-writer.ts';

/**
 * Decides whether a recovery point may be copied and, if so, copies it under the destination's key. A denied copy touches no vault:
 * the decision comes before any domain is opened, and the keys are asked again when they are.
 */
export async function copyJob(context: JobContext, claim: Claim, signal: AbortSignal): Promise<void> {
  const { records } = context;
  const job = await records.read((db) => copyJobById(db, claim.jobId));
  invariant(job, 'claimed copy work has its job');
  const moment = { now: context.clock.now(), asOf: context.asOf, remember: rememberingOf(records) };
  const facts = await records.read((db) => copyFacts(db, job, moment));
  const decision = decideCopy(facts);
  if (!decision.isAllowed) {
    invariant(decision.sentence, 'a denied copy has a sentence, since our own facts leave nothing unknown');
    return await endJob(context, claim, 'FAILED', decision.sentence);
  }
  const source = await records.read((db) => recoveryPointByArn(db, job.source_recovery_point_arn));
  const rights = keyUses(facts);
  if (source === undefined || rights === undefined)
    throw new JobRefusal(messages.pointNotFound(job.source_recovery_point_arn));
  // After the decision: a copy that is refused says so at once.
  requireCopyHours(context);
  if (!(await records.write((db) => startJob(db, 'copy', job.id, context.clock.now())))) return;
  tellJob(context, claim, { ...job, state: 'RUNNING' });
  await withinCopyHours(context, signal, (within) =>
    copyBytes(context, claim, { job, source, rights, signal: within }),
  );
}

interface Copy {
  readonly job: CopyJobRow;
  readonly source: RecoveryPointRow;
  readonly rights: KeyRights;
  readonly signal: AbortSignal;
}

async function copyBytes(context: JobContext, claim: Claim, copy: Copy): Promise<void> {
  const { job, source, rights, signal } = copy;
  const from = await openSource(context, copy);
  try {
    const into = await openDomain(context, {
      jobId: `${job.id}-destination`,
      vaultArn: job.destination_vault_arn,
      region: regionOf(job.destination_vault_arn),
      right: rights.destination,
    });
    try {
      const tags = await context.records.read((db) => tagsOf(db, source.arn));
      const report = await context.engine.copy({
        source: from.domain,
        destination: into.domain,
        sourceManifestId: source.manifest_id,
        destinationManifestId: manifestIdOf(job),
        about: aboutCopy(copy, { domainId: into.domain.id, now: context.clock.now(), tags }),
        onProgress: progressWriter(context, claim, () => undefined),
        pace: context.pace.copy.forJob(signal),
        signal,
      });
      await complete(context, claim, { ...copy, report, domainId: into.domain.id });
    } finally {
      await into.close();
    }
  } finally {
    await from.close();
  }
}

const openSource = (context: JobContext, { job, source, rights }: Copy): Promise<OpenDomain> =>
  openPointDomain(context, source, { jobId: `${job.id}-source`, right: rights.source });

const regionOf = (vaultArn: string): string => vaultArn.split(':')[3] ?? '';

/** What the copy's manifest says of itself, so that records can be rebuilt from the destination alone. */
function aboutCopy(
  { job, source, rights }: Copy,
  { domainId, now, tags }: { domainId: string; now: number; tags: Tags },
): Record<string, string> {
  const record = toCopy(job, {
    jobId: job.id,
    source,
    domainId,
    manifestId: manifestIdOf(job),
    backupSizeBytes: source.backup_size_bytes,
    keyArn: keyArnOf(rights),
    now,
  });
  return { ...aboutPoint(record, tags), sourceRecoveryPointArn: source.arn };
}

/** Sameness over retries. */
const manifestIdOf = (job: CopyJobRow): string => job.id.toLowerCase();

const keyArnOf = ({ destination }: KeyRights): string | null =>
  destination.kind === 'none' ? null : destination.keyArn;

async function complete(
  context: JobContext,
  claim: Claim,
  { job, source, rights, report, domainId }: Copy & { report: CopyReport; domainId: string },
): Promise<void> {
  const { records, clock } = context;
  const issue = await unshareIssue(context, { job, source });
  const completion = await records.write(async (db) => {
    const done = await completeCopyJob(db, {
      jobId: job.id,
      source,
      domainId,
      manifestId: report.manifestId,
      backupSizeBytes: source.backup_size_bytes,
      keyArn: keyArnOf(rights),
      tags: await tagsOf(db, source.arn),
      report,
      ...issue,
      now: clock.now(),
    });
    if (done === 'completed') await releaseTemporaryPoint(db, source.arn, clock.now());
    if (done !== 'vault-gone') await finishWork(db, claim);
    return done;
  });
  if (completion === 'vault-gone') throw new JobRefusal(messages.destinationVaultNotFound(job.destination_vault_arn));
  await jobChanged(context, claim, { storedBytes: report.copiedBytes });
}

/**
 * A snapshot was shared with the destination for the copy, by the role, which alone may take the share back. Deleted meanwhile, it cannot: the
 * copy is whole, and says so. https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
 */
async function unshareIssue(
  { access }: JobContext,
  { job, source }: Pick<Copy, 'job' | 'source'>,
): Promise<{ issue?: { statusMessage: string; messageCategory: string } }> {
  const attributes = JSON.parse(source.resource_attributes) as ResourceAttributes;
  const staysInAccount = parseVaultArn(job.destination_vault_arn)?.account === job.account_id;
  if (staysInAccount || isFullyManaged(source.resource_type as ResourceType, attributes)) return {};
  if ((await access.rolePrincipal(job.iam_role_arn, 'AWSBackup')) !== undefined) return {};
  const { text, category } = messages.unshareFailed();
  return { issue: { statusMessage: text, messageCategory: category } };
}
