import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { breakCommand } from './break-command.ts';

test('a long command gets a line for each flag, ready to be pasted', () => {
  expect(breakCommand('aws iam get-role --role-name X --query Role', 20)).toBe(
    'aws iam get-role \\\n  --role-name X \\\n  --query Role',
  );
});

test('a short command stays on its line', () => {
  expect(breakCommand('aws iam get-role --role-name X', 80)).toBe('aws iam get-role --role-name X');
});

test('a policy inside quotes is laid out, and the shell still gets the same words', () => {
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Sid: 'A', Effect: 'Allow', Action: 'backup:CopyIntoBackupVault' }],
  };
  const command = `aws backup put-x --name 'a b' --policy '${JSON.stringify(policy)}' --query '[A --x]'`;
  const broken = breakCommand(command, 60);
  expect(broken.split('\n')[2]).toBe("  --policy '{");
  const { stdout } = spawnSync('sh', ['-c', `set -- ${broken}; printf '%s\\n' "$#" "$5"; printf '%s' "$7"`], {
    encoding: 'utf8',
  });
  expect(stdout.split('\n').slice(0, 2)).toEqual(['9', 'a b']);
  expect(JSON.parse(stdout.split('\n').slice(2).join('\n'))).toEqual(policy);
});
