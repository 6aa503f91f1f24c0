import { type TextId, text } from '../words/text.ts';
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
  const findings = requirements.map((requirement) => diagnosed(requirement, requirement.judge(facts)));
  const inOrder = GATES.flatMap((gate) => findings.filter((each) => each.gate === gate));
  return { verdict: verdictOf(inOrder), findings: inOrder };
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
