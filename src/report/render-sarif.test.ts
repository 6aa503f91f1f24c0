import { expect, test } from 'vitest';
import { brokenCopy, reportOf, soundCopy } from './example.testkit.ts';
import { renderSarif } from './render-sarif.ts';

interface Sarif {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly kind: string;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly {
          readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
        }[];
      }[];
    },
  ];
}

const sarifOf = (...args: Parameters<typeof reportOf>): Sarif =>
  JSON.parse(JSON.stringify(renderSarif(reportOf(...args), { version: '1.2.3' })));

test('each result names a rule of its run by id and place, and has a message, a level and a location', () => {
  const { version, runs } = sarifOf([brokenCopy, brokenCopy]);
  const [{ tool, results }] = runs;
  expect(version).toBe('2.1.0');
  expect(results).toHaveLength(4);
  for (const { ruleId, ruleIndex, message, level, locations } of results) {
    expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
    expect(message.text).not.toBe('');
    expect(['error', 'warning', 'note', 'none']).toContain(level);
    expect(locations[0]!.logicalLocations[0]!.fullyQualifiedName).not.toBe('');
  }
  expect(new Set(tool.driver.rules.map(({ id }) => id)).size).toBe(tool.driver.rules.length);
});

test('what is not known is open and of no level, as the standard wants it', () => {
  const open = sarifOf([brokenCopy]).runs[0].results.filter(({ kind }) => kind === 'open');
  expect(open).toMatchObject([{ ruleId: 'destination-key-usable', level: 'none' }]);
});

test('a copy that works has no results', () => {
  expect(sarifOf([soundCopy]).runs[0].results).toEqual([]);
});
