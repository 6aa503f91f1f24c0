import { GATES } from '../decision/diagnose-copy.ts';
import type { Diagnosed, Gate } from '../decision/diagnosis.ts';
import { knownOf } from '../decision/facts.ts';
import { requirements } from '../decision/requirements.ts';
import { type Language, say, text } from '../words/text.ts';
import type { Examined, Mark, ReportedCopy, ReportedLink } from './report.ts';

export type Share = <Value>(key: string, make: () => Value) => Value;

/**
 * What is reported of one copy. `share` hands back an equal thing that was made before: twenty thousand copies have a few dozen
 * chains and lists of outcomes between them.
 */
export function toCopy(
  { facts, diagnosis, label, said }: Examined,
  { language, share }: { readonly language: Language; readonly share: Share },
): ReportedCopy {
  const { source, destination, role } = facts;
  const point = knownOf(source.point);
  const sentence = firstSentence(diagnosis.findings);
  return {
    ...(label === undefined ? {} : { label }),
    verdict: diagnosis.verdict,
    source: { ...sideOf(source), recoveryPointArn: source.pointArn },
    destination: sideOf(destination),
    ...(point && { resourceType: point.resourceType, resourceArn: point.resourceArn }),
    roleArn: role.arn,
    chain: share(chainKey(diagnosis.findings), () => chainOf(diagnosis.findings, language)),
    outcomes: share(outcomesKey(diagnosis.findings), () => outcomesOf(diagnosis.findings)),
    ...(sentence === undefined ? {} : { sentence }),
    ...(said === undefined ? {} : { said }),
  };
}

const sideOf = ({ account, region, vaultArn }: ReportedCopy['destination']): ReportedCopy['destination'] => ({
  account,
  region,
  vaultArn,
});

const outcomesOf = (findings: readonly Diagnosed[]): ReportedCopy['outcomes'] =>
  Object.fromEntries(findings.map(({ id, outcome }) => [id, outcome]));
const outcomesKey = (findings: readonly Diagnosed[]): string =>
  `outcomes ${findings.map(({ id, outcome }) => `${id}:${outcome[0]}${outcome[2]}`).join()}`;
const chainKey = (findings: readonly Diagnosed[]): string =>
  `chain ${findings.map(({ gate, outcome, severity }) => `${gate}:${outcome[0]}${outcome[2]}:${severity}`).join()}`;

/** What the service would stumble over first: it walks the requirements in their own order, not in that of the chain. */
function firstSentence(findings: readonly Diagnosed[]): string | undefined {
  const blocking = new Map(findings.filter(isBlocking).map((finding) => [finding.id, finding]));
  const first = requirements.find(({ id }) => blocking.has(id));
  return (first ? blocking.get(first.id) : blocking.values().next().value)?.sentence?.text;
}

const isBlocking = ({ outcome, severity }: Diagnosed): boolean => outcome === 'unmet' && severity === 'blocks';

/** The links that were looked at, in the order of the chain, each as good as the worst that was found at it. */
function chainOf(findings: readonly Diagnosed[], language: Language): ReportedLink[] {
  const gates = new Map<Gate, Mark>();
  for (const finding of findings) {
    if (finding.outcome === 'not-applicable') continue;
    const mark = markOf(finding);
    const known = gates.get(finding.gate);
    if (known === undefined || WORSE.indexOf(mark) > WORSE.indexOf(known)) gates.set(finding.gate, mark);
  }
  return [...gates]
    .sort(([one], [other]) => GATES.indexOf(one) - GATES.indexOf(other))
    .map(([gate, mark]) => ({ gate, mark, name: say(text(`gate.${gate}`), language) }));
}

const WORSE: readonly Mark[] = ['ok', 'remark', 'unknown', 'broken'];

export function markOf({ outcome, severity }: Pick<Diagnosed, 'outcome' | 'severity'>): Mark {
  if (outcome === 'unknown') return severity === 'blocks' ? 'unknown' : 'ok';
  if (outcome !== 'unmet') return 'ok';
  return severity === 'blocks' || severity === 'will-block' ? 'broken' : 'remark';
}
