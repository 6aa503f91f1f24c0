import type { Access } from '../access/access.ts';
import { copyFacts } from '../access/copy-facts.ts';
import { decideCopy } from '../decision/decide-copy.ts';
import type { Actor } from '../decision/requirement.ts';
import type { PlanTarget } from '../jobs/plan-targets.ts';
import * as messages from '../messages/backup-job.ts';
import type { JobMessage } from '../messages/job-message.ts';
import type { BackupRule, CopyAction } from '../model/backup-plan.ts';
import { hasColdTier } from '../model/cold-tier.ts';
import { type AppliedLifecycle, applyLifecycle, isRetentionWithin } from '../model/lifecycle.ts';
import { recoveryPointArn } from '../model/recovery-point.ts';
import { isFullyManaged, type ResourceType } from '../model/resource-type.ts';
import type { KnownPoint } from '../storage/records/copy-facts.ts';
import type { Records } from '../storage/records/records.ts';
import { tagsOf } from '../storage/records/tags.ts';
import { vaultByArn } from '../storage/records/vaults.ts';
import type { Random } from '../util/random.ts';
import type { Text } from '../words/text.ts';
import type { ForeseenBackup } from './foresee-backups.ts';

/** Why a backup or copy will not happen, as things stand now. */
export interface Refusal {
  /** What the job would say. */
  readonly sentence: JobMessage;
  /** Of a copy: the first requirement that is unmet, who must act, and the smallest change that helps. */
  readonly requirement?: string;
  readonly actor?: Actor;
  readonly mend?: Text;
}

export interface JudgeParts {
  readonly records: Records;
  readonly access: Access;
  readonly random: Random;
  readonly asOf: number | undefined;
  readonly now: number;
}

/** Whether a plan's backups and copies can happen, by the same decision as the jobs'. Resources that are alike are judged once. */
export class PlannedJudge {
  readonly #parts: JudgeParts;
  readonly #remembered = new Map<string, Promise<Refusal | undefined>>();

  constructor(parts: JudgeParts) {
    this.#parts = parts;
  }

  /** Why the backup will fail, or nothing. What only the reading of the resource tells, and the role's rights to its key, are not looked at. */
  async backup({ rule, target, way }: ForeseenBackup): Promise<Refusal | undefined> {
    const key = ['backup', rule.id, way.vaultArn, target.roleArn];
    return await this.#once(key, () => this.#judgeBackup(rule, target, way.vaultArn));
  }

  /** Why a copy of the backup will fail, or nothing. The same for every run of the rule. */
  async copy(backup: ForeseenBackup, action: CopyAction): Promise<Refusal | undefined> {
    const { rule, target } = backup;
    const key = ['copy', target.resource.arn, target.roleArn, rule.id, action];
    return await this.#once(key, () => this.#judgeAlike(backup, action));
  }

  async #judgeAlike(backup: ForeseenBackup, action: CopyAction): Promise<Refusal | undefined> {
    const { rule, target, way } = backup;
    const { resource, attributes, roleArn } = target;
    const tags = { ...(await this.#parts.records.read((db) => tagsOf(db, resource.arn))), ...rule.recoveryPointTags };
    const kind = [resource.type, attributes, resource.kms_key_arn, tags];
    const alike = ['alike', kind, way.vaultArn, roleArn, rule.id, action];
    return await this.#once(alike, () => this.#judgeCopy({ ...backup, tags }, action));
  }

  #once(key: unknown, judge: () => Promise<Refusal | undefined>): Promise<Refusal | undefined> {
    const name = JSON.stringify(key);
    let answer = this.#remembered.get(name);
    if (answer === undefined) {
      answer = judge();
      this.#remembered.set(name, answer);
    }
    return answer;
  }

  async #judgeBackup(rule: BackupRule, target: PlanTarget, vaultArn: string): Promise<Refusal | undefined> {
    const vault = await this.#parts.records.read((db) => vaultByArn(db, vaultArn));
    if (vault === undefined) return { sentence: messages.vaultDoesNotExist(vaultArn) };
    const lock = { minDays: vault.min_retention_days ?? undefined, maxDays: vault.max_retention_days ?? undefined };
    if (!isRetentionWithin(rule.lifecycle?.deleteAfterDays, lock)) return { sentence: messages.lifecycleOutOfRange() };
    const role = await this.#parts.access.rolePrincipal(target.roleArn, 'AWSBackup-foresight');
    return role === undefined ? { sentence: messages.roleNotAssumable(target.roleArn) } : undefined;
  }

  async #judgeCopy(backup: PlannedPoint, action: CopyAction): Promise<Refusal | undefined> {
    const { records, asOf, now } = this.#parts;
    const { resource, roleArn } = backup.target;
    const { vaultArn } = backup.way;
    const facts = await records.read(async (db) => {
      const vault = await vaultByArn(db, vaultArn);
      const request = {
        region: resource.region,
        account_id: resource.account_id,
        iam_role_arn: roleArn,
        source_vault_arn: vaultArn,
        source_recovery_point_arn: this.#pointArn(backup),
        destination_vault_arn: action.destinationVaultArn,
        lifecycle: action.lifecycle === undefined ? null : JSON.stringify(action.lifecycle),
      };
      return await copyFacts(db, request, { now, asOf, foreseen: foreseenPoint(backup, vault?.key_arn ?? null) });
    });
    const { firstUnmet } = decideCopy(facts);
    if (firstUnmet === undefined) return undefined;
    const { sentence, requirement, actor, mends } = firstUnmet;
    const mend = mends[0]?.text;
    return { sentence, requirement, actor, ...(mend && { mend }) };
  }

  /** Of the right form: role policies and the rules of types go by it. */
  #pointArn({ at, target: { resource, attributes } }: PlannedPoint): string {
    return recoveryPointArn({
      type: resource.type as ResourceType,
      attributes,
      account: resource.account_id,
      region: resource.region,
      resourceArn: resource.arn,
      jobId: 'foreseen',
      isCopy: false,
      createdAt: at,
      random: this.#parts.random,
    });
  }
}

interface PlannedPoint extends ForeseenBackup {
  readonly tags: Readonly<Record<string, string>>;
}

/** The lifecycle that the backup's point will have. */
export function lifecycleOf({ at, rule: { lifecycle }, target }: ForeseenBackup): AppliedLifecycle {
  const { resource, attributes } = target;
  const hasCold = hasColdTier(resource.type as ResourceType, { attributes, lifecycle });
  return applyLifecycle({ lifecycle, createdAt: at, hasColdTier: hasCold });
}

function foreseenPoint(backup: PlannedPoint, vaultKeyArn: string | null): KnownPoint {
  const { resource, attributes } = backup.target;
  const type = resource.type as ResourceType;
  const keyArn = isFullyManaged(type, attributes) ? vaultKeyArn : resource.kms_key_arn;
  const { moveToColdAfterDays, deleteAfterDays } = lifecycleOf(backup);
  return {
    resourceArn: resource.arn,
    resourceType: type,
    attributes,
    status: 'COMPLETED',
    storageClass: 'WARM',
    isEncrypted: keyArn !== null,
    keyArn,
    createdAt: backup.at,
    moveToColdAfterDays: moveToColdAfterDays ?? null,
    deleteAfterDays: deleteAfterDays ?? null,
    tags: backup.tags,
  };
}
