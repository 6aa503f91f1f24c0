import type { BackupPlan } from '../model/backup-plan.ts';
import type { BackupSelection } from '../model/backup-selection.ts';
import type { Fact } from './facts.ts';

/** A backup plan as it stands in one account and Region, with all that says what it will make and copy. */
export interface PlanFacts {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly plan: BackupPlan;
  readonly selections: Fact<readonly SelectionFacts[]>;
  /** Resource types that AWS Backup takes care of here, by name; a type that is absent was never set. */
  readonly optIns: Fact<Readonly<Record<string, boolean>>>;
  /** `ResourceTypeManagementPreference`: whether points of a type are fully managed (DynamoDB's advanced features). */
  readonly managementPreferences: Fact<Readonly<Record<string, boolean>>>;
}

export interface SelectionFacts {
  readonly id: string;
  readonly selection: BackupSelection;
  /** ARNs of what it selects today. */
  readonly resources: Fact<readonly string[]>;
}

/** Which of a plan's copies: one rule's copy action over one selected resource. */
export interface PlannedCopy {
  readonly plan: PlanFacts;
  readonly ruleId: string;
  /** Counted from 0, in the rule. */
  readonly copyAction: number;
  readonly selectionId: string;
  /** `null` where it is not known what is selected. */
  readonly resourceArn: string | null;
  /** The plan has not made a point of this resource yet, or none could be read: the facts tell the point that it would make. */
  readonly isForetold: boolean;
}
