import type { CopyFacts } from '../decision/facts.ts';
import type { PlanFacts, PlannedCopy } from '../decision/plan-facts.ts';
import type { Lifecycle } from '../model/lifecycle.ts';

/** What the doctor is asked about. */
export type DoctorRequest =
  /** One copy that somebody wants to make. */
  | {
      readonly mode: 'copy';
      readonly recoveryPointArn: string;
      readonly destinationVaultArn: string;
      readonly roleArn: string;
      /** Needed where the point's ARN does not tell and its vaults cannot be listed. */
      readonly sourceVaultName?: string;
      readonly lifecycle?: Lifecycle;
      /** ARN of the role that is going to call StartCopyJob; where absent, nobody in particular. */
      readonly callerArn?: string;
    }
  /** A copy that was made, or failed. */
  | { readonly mode: 'job'; readonly copyJobId: string }
  /** Each rule and copy action of a plan, over each resource that it selects. */
  | { readonly mode: 'plan'; readonly planId: string }
  /** All copies out of and into an account that plans or past copy jobs connect. */
  | { readonly mode: 'account'; readonly accountId: string }
  /** The same for all accounts that can be read. */
  | { readonly mode: 'organization' }
  /** All cases that a facts file or a Terraform plan tells by itself. */
  | { readonly mode: 'given' };

/** Where facts come from. Terraform plans lie over facts files, and these over live reads: what the upper one knows holds. */
export interface DoctorSources {
  readonly live?: LiveSource;
  /** Paths of files that `saveFacts` wrote. */
  readonly factsFiles?: readonly string[];
  readonly terraform?: readonly TerraformSource[];
  /** Which day's feature matrix holds; the newest unless given. Milliseconds since 1970. */
  readonly asOf?: number;
}

/** Real accounts, or our own server. Reads only. */
export interface LiveSource {
  /** Of another endpoint than AWS's: our own server. */
  readonly endpointUrl?: string;
  /** The source's Region where ARNs do not tell. */
  readonly region?: string;
  /** Further Regions in which plans and copy jobs are looked for. */
  readonly regions?: readonly string[];
  /** Name of a role in each account of the organization, by which the management account's door leads on to all of them. */
  readonly memberRole?: string;
  /** Doors to accounts, in no order: which account each opens is asked of STS. One profile may open several roles of the copy. */
  readonly doors: readonly Door[];
}

/** How one account is entered. */
export interface Door {
  /** Which part the account plays, where the flag says so; only for messages. */
  readonly name: 'source' | 'destination' | 'management';
  /** Of the AWS configuration; the default chain of credentials without it. */
  readonly profile?: string;
  /** Roles to take on, one from the other, the last being the one that reads. */
  readonly assumeRoles?: readonly string[];
  /** Of servers in development mode: sign as the administrator of this account. */
  readonly developmentAccount?: string;
}

export interface TerraformSource {
  /** Path of the output of `terraform show -json PLANFILE`. */
  readonly path: string;
  /** Accounts of provider configurations (`aws.backup` or `aws`), where the plan does not tell them. */
  readonly accounts?: Readonly<Record<string, string>>;
  /** Regions of provider configurations, where the plan does not tell them. */
  readonly regions?: Readonly<Record<string, string>>;
}

/** One copy, with all that is known about it. */
export interface DoctorCase {
  /** For people: `rule nightly of plan gold: volume/vol-0abc → safe in 444455556666`. */
  readonly label: string;
  readonly facts: CopyFacts;
  readonly origin: CaseOrigin;
}

/** Why there is such a case. */
export type CaseOrigin =
  | { readonly kind: 'asked' }
  | { readonly kind: 'job'; readonly job: JobFacts }
  | { readonly kind: 'plan'; readonly planned: PlannedCopy };

/** A copy job as the service tells it. */
export interface JobFacts {
  readonly id: string;
  readonly state: string;
  readonly statusMessage: string | null;
  readonly messageCategory: string | null;
  readonly createdAt: number;
  readonly completedAt: number | null;
  readonly resourceArn: string | null;
  readonly planId: string | null;
}

/** A list that could not be read, so that cases may be missing. */
export interface Gap {
  /** For people: `copy jobs of account 111122223333 in eu-west-1`. */
  readonly what: string;
  /** The IAM action that was lacking. */
  readonly grant: string;
}

/** An open reading of sources. Each call to a service is made once, however many cases ask. */
export interface DoctorReading {
  /** Cases one after the other; the next is gathered while the last is judged. Throws `SourceError` where a request names nothing that is there. */
  cases(request: DoctorRequest): AsyncIterable<DoctorCase>;
  /** Plans met in the cases' making, also those that copy nothing. */
  plans(): readonly PlanFacts[];
  gaps(): readonly Gap[];
  /** Writes all that was read so far, and the cases, to a file. */
  saveFacts(path: string, options: { readonly isRedacted: boolean }): Promise<void>;
  close(): void;
}
