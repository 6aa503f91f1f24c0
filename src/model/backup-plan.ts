import type { Lifecycle } from './lifecycle.ts';

/**
 * What an account wants backed up when, kept how long and copied where. Numbers and texts are as AWS fills them in: a plan that is read
 * back differs from what was written by its defaults and rule ids only.
 */
export interface BackupPlan {
  readonly name: string;
  readonly rules: readonly BackupRule[];
  /** `AdvancedBackupSettings`, such as Windows VSS for EC2. */
  readonly typeOptions?: readonly TypeOptions[];
  readonly scanSettings?: readonly ScanSetting[];
}

export interface BackupRule {
  readonly id: string;
  readonly name: string;
  readonly vaultName: string;
  readonly airGappedVaultArn?: string;
  /** `cron(…)` in AWS's dialect. */
  readonly schedule: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly startWindowMinutes: number;
  readonly completionWindowMinutes: number;
  readonly lifecycle?: Lifecycle;
  readonly recoveryPointTags?: Readonly<Record<string, string>>;
  readonly copyActions?: readonly CopyAction[];
  readonly isContinuous: boolean;
  /** Types whose points are to be indexed; stored, nothing is indexed. */
  readonly indexedTypes?: readonly (readonly string[])[];
  readonly scans?: readonly ScanAction[];
}

export interface CopyAction {
  readonly destinationVaultArn: string;
  readonly lifecycle?: Lifecycle;
}

export interface TypeOptions {
  readonly type?: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** Stored, nothing is scanned. */
export interface ScanSetting {
  readonly scanner?: string;
  readonly types?: readonly string[];
  readonly roleArn?: string;
}

export interface ScanAction {
  readonly scanner?: string;
  readonly mode?: string;
}
