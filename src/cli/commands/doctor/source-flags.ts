import { type Command, Option } from 'commander';
import type { DoctorSources, Door, TerraformSource } from '../../../doctor/sources.ts';
import { CommandError, EXIT } from '../../exit-codes.ts';
import { repeatable } from '../../repeatable.ts';

const SIDES = ['source', 'destination', 'management'] as const;
type Side = (typeof SIDES)[number];

/** Where the doctor reads. */
export interface SourceFlags {
  readonly profileSource?: string;
  readonly profileDestination?: string;
  readonly profileManagement?: string;
  readonly assumeSource: readonly string[];
  readonly assumeDestination: readonly string[];
  readonly assumeManagement: readonly string[];
  readonly memberRole?: string;
  readonly devAccount: readonly string[];
  readonly endpointUrl?: string;
  readonly region: readonly string[];
  readonly facts: readonly string[];
  readonly terraform: readonly string[];
  readonly terraformAccount: readonly string[];
  readonly terraformRegion: readonly string[];
  readonly saveFacts?: string;
  readonly redact?: boolean;
  readonly asOf?: string;
  readonly wayBack?: boolean;
}

/** Adds the flags that say whose accounts are read, and from which files. */
export function withSourceFlags(command: Command): Command {
  for (const side of SIDES) {
    command.option(`--profile-${side} <name>`, `profile of the AWS config files that reads the ${side} account`);
  }
  for (const side of SIDES) {
    command.addOption(
      repeatable(`--assume-${side} <role-arn>`, `role to take on for the ${side} account; repeat for a chain`),
    );
  }
  return command
    .option('--member-role <name>', 'role in every account of the organization that its management account takes on')
    .addOption(repeatable('--dev-account <id>', 'on a server in dev mode: read as the administrator of this account'))
    .option('--endpoint-url <url>', 'a Crossvault server instead of AWS (default: AWS_ENDPOINT_URL, else AWS itself)')
    .addOption(repeatable('--region <name>', 'Region to look for plans and jobs in (default: AWS_REGION); repeatable'))
    .addOption(
      repeatable('--facts <file>', 'facts that --save-facts wrote, instead of or beneath live reads; repeatable'),
    )
    .addOption(repeatable('--terraform <file>', 'output of terraform show -json: what is planned, above all else'))
    .addOption(repeatable('--terraform-account <provider=id>', 'account of a provider: aws.backup=444455556666'))
    .addOption(repeatable('--terraform-region <provider=name>', 'Region of a provider'))
    .option('--save-facts <file>', 'write what was read to a file, to look at later or elsewhere')
    .option('--redact', 'replace account ids, names and keys in that file; the verdict stays the same')
    .addOption(
      new Option('--as-of <date>', "by the feature matrix of that day, such as 2025-06-30 (default: today's)"),
    );
}

/** The flags as the reader's sources. Without profiles and files, the default credentials read the source account. */
export async function sourcesOf(flags: SourceFlags): Promise<DoctorSources> {
  const endpointUrl = flags.endpointUrl ?? process.env.AWS_ENDPOINT_URL_BACKUP ?? process.env.AWS_ENDPOINT_URL;
  const regions = flags.region.length > 0 ? flags.region : await usualRegions(flags);
  const doors = doorsOf(flags);
  const hasFiles = flags.facts.length + flags.terraform.length > 0;
  const isLive = doors.length > 0 || !hasFiles;
  return {
    ...(isLive && {
      live: {
        doors: doors.length > 0 ? doors : [{ name: 'source' }],
        ...(endpointUrl !== undefined && { endpointUrl }),
        ...(regions[0] !== undefined && { region: regions[0] }),
        ...(regions.length > 1 && { regions }),

        ...(flags.memberRole !== undefined && { memberRole: flags.memberRole }),
      },
    }),
    ...(flags.facts.length > 0 && { factsFiles: flags.facts }),
    ...(flags.terraform.length > 0 && { terraform: terraformOf(flags) }),
    ...(flags.asOf !== undefined && { asOf: dateOf(flags.asOf) }),
  };
}

/** As in the AWS CLI: the environment's Region, else that of the source's profile. */
async function usualRegions({ profileSource, profileDestination }: SourceFlags): Promise<readonly string[]> {
  const named = process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
  if (named !== undefined) return [named];
  const { STSClient } = await import('@aws-sdk/client-sts');
  const profile = profileSource ?? profileDestination;
  const client = new STSClient(profile === undefined ? {} : { profile });
  try {
    return [await client.config.region()];
  } catch {
    // No profile names a Region: the reader has a default of its own, and ARNs tell most.
    return [];
  } finally {
    client.destroy();
  }
}

function doorsOf(flags: SourceFlags): readonly Door[] {
  const profiles: Readonly<Record<Side, string | undefined>> = {
    source: flags.profileSource,
    destination: flags.profileDestination,
    management: flags.profileManagement,
  };
  const roles: Readonly<Record<Side, readonly string[]>> = {
    source: flags.assumeSource,
    destination: flags.assumeDestination,
    management: flags.assumeManagement,
  };
  const named = SIDES.flatMap((name): Door[] => {
    const profile = profiles[name];
    const assumeRoles = roles[name];
    if (profile === undefined && assumeRoles.length === 0) return [];
    return [{ name, ...(profile !== undefined && { profile }), ...(assumeRoles.length > 0 && { assumeRoles }) }];
  });
  const development = flags.devAccount.map((id, place): Door => {
    if (!/^\d{12}$/.test(id)) {
      throw new CommandError(
        EXIT.usage,
        `--dev-account wants the twelve digits of an account id; "${id}" is not that.`,
      );
    }
    return { name: SIDES[Math.min(place, 2)]!, developmentAccount: id };
  });
  return [...named, ...development];
}

function terraformOf({ terraform, terraformAccount, terraformRegion }: SourceFlags): readonly TerraformSource[] {
  const accounts = pairsOf('--terraform-account', terraformAccount);
  const regions = pairsOf('--terraform-region', terraformRegion);
  return terraform.map((path) => ({ path, accounts, regions }));
}

function pairsOf(flag: string, pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=');
      if (at < 1)
        throw new CommandError(
          EXIT.usage,
          `${flag} wants provider=value, such as aws.backup=444455556666; "${pair}" is not that.`,
        );
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function dateOf(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time))
    throw new CommandError(EXIT.usage, `--as-of wants a date such as 2025-06-30; "${text}" is not that.`);
  return time;
}
