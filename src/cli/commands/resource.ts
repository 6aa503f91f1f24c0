import type { Command } from 'commander';
import { clientConfig } from '../aws-session.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { callOperator, type OperatorFlags } from '../operator-client.ts';
import { ownAccount } from '../own-account.ts';
import { repeatable } from '../repeatable.ts';
import { openTerminal, table } from '../terminal.ts';

interface ResourceFlags extends OperatorFlags {
  readonly output: string;
  readonly account?: string;
  readonly region?: string;
  readonly profile?: string;
}

interface AddFlags extends ResourceFlags {
  readonly type: string;
  readonly source: string;
  readonly name?: string;
  readonly kmsKey?: string;
  readonly tag: readonly string[];
  readonly attribute: readonly string[];
}

interface ResourceView {
  readonly arn: string;
  readonly type: string;
  readonly name: string;
  readonly source: string;
}

/** `crossvault resource add | list | remove` */
export function resourceCommand(program: Command): void {
  const resource = program.command('resource').description('What may be backed up: registered by the operator');
  const withFlags = (command: Command): Command =>
    command
      .option('--endpoint-url <url>', 'the server')
      .option('--data <dir>', "the server's data directory, for its operator token")
      .option('--output <kind>', 'text or json', 'text');
  withFlags(resource.command('add').description('Register a directory or disk image as a resource; prints its ARN'))
    .requiredOption('--type <type>', 'EFS, FSx (directories), EBS (disk image), or any other type of AWS Backup')
    .requiredOption('--source <url>', "file:// URL of a directory or file on the server's host")
    .option('--account <id>', "the account that owns it (default: your credentials' own)")
    .option('--region <name>', 'its Region (default: AWS_REGION, else us-east-1)')
    .option('--profile <name>', 'credentials from the AWS config files')
    .option('--name <name>', 'its name')
    .option('--kms-key <key>', 'key ARN or alias/aws/…: encrypts it, where its type has a key of its own')
    .addOption(repeatable('--tag <key=value>', 'a tag; repeatable'))
    .addOption(repeatable('--attribute <key=value>', 'what the rules of its type ask: fsxType=ONTAP; repeatable'))
    .addHelpText(
      'after',
      '\nExample:\n  crossvault resource add --type EFS --source file:///srv/data \\\n    --account 111122223333\n',
    )
    .action(async (flags: AddFlags) => {
      const { type, source, name, kmsKey } = flags;
      const config = clientConfig(flags);
      const body = {
        type,
        source,
        name,
        account: flags.account ?? (await ownAccount(config)),
        region: config.region,
        kmsKey,
        tags: toMap(flags.tag),
        attributes: toAttributes(flags.attribute),
      };
      const added = await callOperator<ResourceView>(flags, 'POST', 'resources', body);
      openTerminal(flags.output).answer(added, [added.arn]);
    });
  withFlags(resource.command('list').description('All registered resources'))
    .option('--account <id>', 'of this account only')
    .option('--region <name>', 'of this Region only')
    .action(async (flags: ResourceFlags) => {
      const query = new URLSearchParams({
        ...(flags.account === undefined ? {} : { account: flags.account }),
        ...(flags.region === undefined ? {} : { region: flags.region }),
      });
      const { resources } = await callOperator<{ resources: ResourceView[] }>(flags, 'GET', `resources?${query}`);
      const rows = resources.map(({ type, name, source, arn }) => [type, name, source, arn]);
      openTerminal(flags.output).answer(
        resources,
        rows.length === 0 ? ['No resources.'] : table(['TYPE', 'NAME', 'SOURCE', 'ARN'], rows),
      );
    });
  withFlags(resource.command('remove <arn>').description('Forget a resource; its recovery points stay')).action(
    async (arn: string, flags: ResourceFlags) => {
      const removed = await callOperator(flags, 'DELETE', `resources?arn=${encodeURIComponent(arn)}`);
      openTerminal(flags.output).answer(removed, [`removed ${arn}`]);
    },
  );
}

function toMap(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new CommandError(EXIT.usage, `"${pair}" wants the form key=value.`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** `true` and `false` are booleans in attributes: isMultiAzCluster=true. */
function toAttributes(pairs: readonly string[]): Record<string, string | boolean> {
  const entries = Object.entries(toMap(pairs)).map(([key, value]) => [
    key,
    value === 'true' || (value === 'false' ? false : value),
  ]);
  return Object.fromEntries(entries) as Record<string, string | boolean>;
}
