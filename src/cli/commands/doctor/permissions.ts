import { type Command, Option } from 'commander';
import { table } from '../../terminal.ts';

const SIDES = ['source', 'destination', 'management'] as const;

interface PermissionsFlags {
  readonly side: (typeof SIDES)[number] | 'all';
  readonly why?: boolean;
}

/** `crossvault doctor permissions` */
export function permissionsCommand(doctor: Command): void {
  doctor
    .command('permissions')
    .description('The least that the doctor must be allowed to read, as an IAM policy')
    .addOption(new Option('--side <side>', 'of the copy').choices([...SIDES, 'all']).default('all'))
    .option('--why', 'what each action is read for, instead of the policy')
    .addHelpText(
      'after',
      `
Attach the policy as a managed policy. For source, destination or all of the
sides it exceeds the 2048 characters that a user's inline policies may have.

Example:
  crossvault doctor permissions --side destination > doctor-policy.json
  aws iam create-policy --policy-name CrossvaultDoctor \\
    --policy-document file://doctor-policy.json
`,
    )
    .action(async ({ side, why = false }: PermissionsFlags) => {
      const { readerPolicy, readerPurposes } = await import('../../../doctor/permissions.ts');
      const sides = side === 'all' ? SIDES : [side];
      const lines = why
        ? table(
            ['action', 'read for'],
            readerPurposes(sides).map(({ action, purpose }) => [action, purpose]),
          )
        : [JSON.stringify(readerPolicy(sides), undefined, 2)];
      process.stdout.write(`${lines.join('\n')}\n`);
    });
}
