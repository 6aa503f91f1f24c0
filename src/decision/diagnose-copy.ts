import { type TextId, text } from '../words/text.ts';
import { applyRemedy } from './apply-remedy.ts';
import type { Diagnosed, Diagnosis, Gate } from './diagnosis.ts';
import type { CopyFacts } from './facts.ts';
import type { Answer, Requirement } from './requirement.ts';
import { nobody } from './requirement.ts';
import { requirements } from './requirements.ts';

/** The chain that a copy passes, in the order in which it is drawn. */
export const GATES: readonly Gate[] = [
  'caller',
  'organization',
  'role',
  'recovery-point',
  'source-key',
  'share',
  'destination-vault',
  'destination-key',
  'destination-account',
  'tags',
  'life-cycle',
  'plan',
  'way-back',
];

/** Everything that bears on one copy, none stopping the others: where the server speaks the first obstacle, this names them all. Pure. */
export function diagnoseCopy(facts: CopyFacts): Diagnosis {
  const findings = requirements.map((requirement) => diagnosed(requirement, judgeThrough(requirement, facts)));
  const inOrder = GATES.flatMap((gate) => findings.filter((each) => each.gate === gate));
  return { verdict: verdictOf(inOrder), findings: inOrder };
}

/** Denies stand one behind the other: how many times a mend may show the next obstacle of one requirement. */
const ROUNDS_MAX = 12;

/** The answer, with all mends that it takes until the requirement is met, also those of faults that hide behind the first. */
function judgeThrough({ judge }: Requirement, facts: CopyFacts): Answer {
  const answer = judge(facts);
  if (answer.outcome !== 'unmet') return answer;
  const mends = new Map(answer.mends.map((mend) => [JSON.stringify(mend), mend]));
  let [latest, mended]: [Answer, CopyFacts] = [answer, facts];
  for (let round = 0; round < ROUNDS_MAX && latest.outcome === 'unmet'; round += 1) {
    const remedies = latest.mends.flatMap(({ kind, remedy }) => (kind === 'smallest' && remedy ? [remedy] : []));
    if (remedies.length === 0) break;
    mended = remedies.reduce(applyRemedy, mended);
    latest = judge(mended);
    if (latest.outcome === 'unmet') for (const mend of latest.mends) mends.set(JSON.stringify(mend), mend);
  }
  return { ...answer, mends: [...mends.values()] };
}

function verdictOf(findings: readonly Diagnosed[]): Diagnosis['verdict'] {
  const blocking = findings.filter(({ severity }) => severity === 'blocks');
  if (blocking.some(({ outcome }) => outcome === 'unmet')) return 'broken';
  return blocking.some(({ outcome }) => outcome === 'unknown') ? 'unknown' : 'works';
}

function diagnosed({ id, gate, sources }: Requirement, answer: Answer): Diagnosed {
  const common = { id, gate, outcome: answer.outcome, severity: 'blocks', sources } as const;
  if (answer.outcome !== 'unmet') {
    const grant = answer.outcome === 'unknown' ? { grant: answer.grant } : {};
    return { ...common, title: text(`ok.${id}` as TextId), actor: nobody, evidence: [], mends: [], ...grant };
  }
  const { sentence, actor, evidence, mends } = answer;
  return {
    ...common,
    title: text(`title.${id}` as TextId),
    explanation: text(`why.${id}` as TextId),
    actor,
    sentence,
    evidence,
    mends,
  };
}
