import * as fc from 'fast-check';
import { evaluate } from '../../src/policy/evaluate.ts';
import { twinCases } from './generate-cases.ts';
import { twinEvaluate } from './twin-evaluate.ts';

const n = Number(process.argv[2]);
const t = performance.now();
const seen = new Map<string, [number, string]>();
const counts = new Map<string, number>();
const all = fc.sample(twinCases, { numRuns: n, seed: Number(process.argv[3] ?? 1) });
console.log('gen', performance.now() - t);
const t2 = performance.now();
for (const c of all) {
  let r: string;
  const a = twinEvaluate(c.request, c.policies);
  const b = evaluate(c.request, c.policies);
  const kind = `${b.outcome} by ${b.decidedBy}`;
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (a.outcome === b.outcome && (b.decidedBy === undefined ? b.isAllowed : a.namable.includes(b.decidedBy))) continue;
  r = `${c.request.principal.kind} ${c.policies.resource?.rules} ${c.request.principal.account === c.request.resourceAccount ? 'same' : 'cross'}: twin ${a.outcome} ${a.namable} real ${b.outcome} ${b.decidedBy}`;
  const old = seen.get(r);
  const text = JSON.stringify(c);
  seen.set(r, [(old?.[0] ?? 0) + 1, !old || text.length < old[1].length ? text : old[1]]);
}
console.log('both', performance.now() - t2);
console.log(counts);
for (const [k, [m, v]] of [...seen].sort((x, y) => y[1][0] - x[1][0]).slice(0, 25)) console.log(m, k, '\n   ', v);
