import { expect, test } from 'vitest';
import { InvariantError, invariant } from './invariant.ts';

test('a statement that does not hold throws its sentence', () => {
  expect(() => invariant(false, 'water is dry')).toThrow(new InvariantError('water is dry'));
});

test('a statement that holds does nothing', () => {
  expect(() => invariant(1, 'one is true')).not.toThrow();
});
