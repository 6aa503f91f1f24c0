import { expect, test } from 'vitest';
import { javaSetOrder } from './java-set-order.ts';

// Sets as answers of AWS that are quoted in public print them: of DynamoDB, Lambda, Cognito and KMS.
test.each([
  ['ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW'],
  ['OPTIONAL, OFF, ON'],
  ['Tail, None'],
  ['x86_64, arm64'],
  ['AES_256, AES_128'],
])('%s', (printed) => {
  const texts = printed.split(', ');
  expect(javaSetOrder(texts.toSorted()).join(', ')).toBe(printed);
});

test('more than twelve take a larger table, and one bucket keeps the order of coming', () => {
  const printed =
    'nodejs12.x, provided, nodejs16.x, nodejs14.x, ruby2.7, java11, dotnet6, go1.x, provided.al2, java8, java8.al2, ' +
    'dotnetcore3.1, python3.7, python3.8, python3.9';
  const neighbours = new Map([
    ['dotnet6', 2],
    ['go1.x', 3],
    ['java11', 1],
    ['java8.al2', 1],
    ['dotnetcore3.1', 2],
  ]);
  const added = printed.split(', ').toSorted((one, other) => (neighbours.get(one) ?? 0) - (neighbours.get(other) ?? 0));
  expect(javaSetOrder(added).join(', ')).toBe(printed);
});
