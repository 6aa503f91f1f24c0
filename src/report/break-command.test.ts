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
