import type {
  DestinationFacts,
  Fact,
  KeyFacts,
  LoadFacts,
  MembershipFacts,
  PointFacts,
  RoleFacts,
  SideFacts,
  SwitchFacts,
  VaultFacts,
} from '../decision/facts.ts';
import type { SourcedDocument } from '../policy/evaluation.ts';

/**
 * What a source of facts answers when it is asked of one thing. Nothing: it does not know of the thing, ask the next source. `null`: it
 * knows that the thing is not there. Members that are absent are for the next source to tell.
 */
export type Answer<Thing> = Fact<Partial<Thing> | null> | undefined;

/** An account, whatever its Region. */
export interface AccountRecord {
  readonly organization: Fact<MembershipFacts | null>;
  /** The switch of its organization. */
  readonly crossAccountCopy: Fact<SwitchFacts | null>;
  readonly serviceControl: RoleFacts['serviceControl'];
  readonly resourceControl: SideFacts['resourceControl'];
  readonly tagPolicy: DestinationFacts['tagPolicy'];
  readonly linkedServices?: Fact<readonly string[]>;
}

/** An account in one Region. */
export interface PlaceRecord {
  readonly allowedImageAccounts: DestinationFacts['allowedImageAccounts'];
  readonly isRegionEnabled?: Fact<boolean>;
  readonly load?: Fact<LoadFacts>;
}

/** A role without what its account lays upon it. */
export type RoleRecord = Omit<RoleFacts, 'serviceControl'>;

/** One source of facts: live accounts, a facts file, a Terraform plan. Each thing is asked for by its ARN or id. */
export interface FactSource {
  account(id: string): Promise<Answer<AccountRecord>>;
  place(place: Place): Promise<Answer<PlaceRecord>>;
  role(arn: string): Promise<Answer<RoleRecord>>;
  vault(arn: string): Promise<Answer<VaultFacts>>;
  key(arn: string): Promise<Answer<KeyFacts>>;
  point(point: PointName): Promise<Answer<PointFacts>>;
  /** Organization policies that this source attaches to what another one tells. */
  readonly attachments?: readonly Attachment[];
}

export interface Attachment {
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
  /** Root, unit or account; nothing where it is not known yet. */
  readonly target: string | undefined;
  readonly policy: Fact<SourcedDocument>;
}

export interface Place {
  readonly account: string;
  readonly region: string;
}

export interface PointName {
  readonly arn: string;
  readonly vaultArn: string;
}

/** The service-linked role of AWS Backup in an account. */
export const serviceLinkedRoleArn = (account: string, partition: string): string =>
  `arn:${partition}:iam::${account}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`;
