import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CaseFile, changed } from '../../../test/cases/case-file.ts';
import { greenFacts } from '../../../test/cases/green-facts.ts';
import { diagnoseCopy } from '../../decision/diagnose-copy.ts';
import type { CopyFacts } from '../../decision/facts.ts';
import { assembleFacts } from '../assemble-facts.ts';
import { estateSource } from '../estate.ts';
import { copyNameOf, estateOf } from '../testing/estate-of.ts';
import { toFactsFile } from './read-facts.ts';
import { writeFacts } from './write-facts.ts';

// The cases write every ARN in the partition `aws`, which no vault elsewhere has: such facts cannot be asked for.
const cases = globSync('test/cases/*.json')
  .flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as CaseFile).cases)
  .filter(
    ({ copy }) => ![copy.region, copy.destinationRegion].some((region) => /^(cn|us-gov|eusc)-/.test(region ?? '')),
  );

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into a file in all sorts of ways
type Json = any;

interface Place {
  readonly holder: Json;
  readonly name: string;
  /** 0 for a thing in its table, 1 for a member of the thing: these may be missing from a file. */
  readonly depth: number;
}

const TABLES = ['accounts', 'places', 'roles', 'vaults', 'keys', 'points'];
/** Whatever lies below is a text of AWS or a name, and no fact by itself. */
const WHOLE = new Set(['attributes', 'tags', 'encryptionContextSubset', '$ref']);

/** Each place of the file's tables where something stands that may be blanked. */
function placesIn(holder: Json, depth = 0): readonly Place[] {
  if (typeof holder !== 'object' || holder === null || 'unknown' in holder) return [];
  return Object.keys(holder).flatMap((name) => {
    const below = WHOLE.has(name) || depth > 8 ? [] : placesIn(holder[name], depth + 1);
    return WHOLE.has(name) && name !== 'tags' ? below : [{ holder, name, depth }, ...below];
  });
}

const savedAs = (facts: CopyFacts): Json => {
  const { now, asOf } = facts;
  const origin = { kind: 'asked' as const };
  const saved = { label: 'copy', origin, copy: copyNameOf(facts) };
  return JSON.parse(writeFacts({ moment: { now, asOf }, estate: estateOf(facts), plans: [], cases: [saved] }));
};

async function verdictOf(json: Json): Promise<string> {
  const { estate, moment, cases: saved } = toFactsFile(json);
  return diagnoseCopy(await assembleFacts(estateSource(estate), saved[0]!.copy!, moment)).verdict;
}

const blanks = fc.record({
  each: fc.constantFrom(...cases),
  picks: fc.array(fc.tuple(fc.nat(10_000), fc.boolean()), { minLength: 1, maxLength: 4 }),
});

test('a saved file with parts blanked or taken out gives no other verdict, only unknowns', async () => {
  await fc.assert(
    fc.asyncProperty(blanks, async ({ each, picks }) => {
      const json = savedAs(changed(greenFacts(each.copy), each.given));
      const before = await verdictOf(json);
      const made: string[] = [];
      for (const [pick, isTakenOut] of picks) {
        const places = TABLES.flatMap((table) => placesIn(json[table]));
        const { holder, name, depth } = places[pick % places.length]!;
        made.push(`${name} ${JSON.stringify(holder[name]).slice(0, 80)}`);
        if (isTakenOut && depth < 2) delete holder[name];
        else holder[name] = { unknown: { grant: 'backup:DescribeBackupVault' } };
      }
      expect([before, 'unknown'], made.join(', ')).toContain(await verdictOf(json));
    }),
    { numRuns: 150 },
  );
}, 30_000);
