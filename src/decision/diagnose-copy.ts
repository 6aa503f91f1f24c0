import { type TextId, text } from '../words/text.ts';
import { applyRemedy, inOrderOfAction } from './apply-remedy.ts';
import type { Check, CheckAnswer } from './check.ts';
import { checks } from './checks.ts';
import type { Diagnosed, Diagnosis, Gate, Mend } from './diagnosis.ts';
import type { CopyFacts } from './facts.ts';
import { mirrorCopy, wayBackRequirements } from './mirror-copy.ts';
import type { Remedy } from './remedy.ts';
import type { Actor, Answer, Requirement } from './requirement.ts';
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

export interface DiagnoseOptions {
  /** Judge the copy back, and what a restore needs, as well: findings of the gate `way-back`, which stop this copy not. */
  readonly wayBack?: boolean;
}

/** Everything that bears on one copy, none stopping the others: where the server speaks the first obstacle, this names them all. Pure. */
export function diagnoseCopy(facts: CopyFacts, { wayBack = false }: DiagnoseOptions = {}): Diagnosis {
  const findings = [...forth(facts), ...(wayBack ? back(facts) : [])];
  const inOrder = GATES.flatMap((gate) => findings.filter((each) => each.gate === gate));
  return { verdict: verdictOf(inOrder), findings: inOrder };
}

const forth = (facts: CopyFacts): readonly Diagnosed[] => [
  ...judgeAll(facts).map(({ requirement, answer }) => diagnosed(requirement, answer)),
  ...checks.map((check) => checked(check, check.judge(facts))),
];

/**
 * Every requirement's answer. What could not be judged because a vault or a role is missing is judged as if it had been made: a key or an
 * organization's policy may stop the copy even then.
 */
function judgeAll(facts: CopyFacts): readonly { readonly requirement: Requirement; readonly answer: Answer }[] {
  const judged = requirements.map((requirement) => ({ requirement, answer: judgeThrough(requirement, facts) }));
  const remedies = judged.flatMap(({ answer }) => (answer.outcome === 'unmet' ? smallestOf(answer.mends) : []));
  if (!remedies.some(({ kind }) => kind === 'create-vault' || kind === 'create-role')) return judged;
  const mended = inOrderOfAction(remedies).reduce(applyRemedy, facts);
  return judged.map(({ requirement, answer }) => {
    if (answer.outcome !== 'not-applicable') return { requirement, answer };
    const later = judgeThrough(requirement, mended);
    return { requirement, answer: later.outcome === 'unmet' ? later : answer };
  });
}

const smallestOf = (mends: readonly Mend[]): readonly Remedy[] =>
  mends.flatMap(({ kind, remedy }) => (kind === 'smallest' && remedy ? [remedy] : []));

/** The same requirements of the copy in the other direction, as far as the facts tell them. */
function back(facts: CopyFacts): readonly Diagnosed[] {
  const mirrored = mirrorCopy(facts);
  if (mirrored === undefined) return [];
  return wayBackRequirements.map((requirement) => {
    const finding = diagnosed(requirement, judgeThrough(requirement, mirrored));
    return {
      ...finding,
      id: `way-back.${finding.id}`,
      gate: 'way-back',
      severity: 'will-block',
      actor: swapped(finding.actor),
    };
  });
}

/** Source and destination are those of the copy that was asked about. */
function swapped(actor: Actor): Actor {
  if (actor.side === 'source') return { ...actor, side: 'destination' };
  return actor.side === 'destination' ? { ...actor, side: 'source' } : actor;
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
    const remedies = smallestOf(latest.mends);
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

function checked({ id, gate, severity, sources }: Check, answer: CheckAnswer): Diagnosed {
  const common = { id, gate, severity, sources } as const;
  if (answer.outcome !== 'unmet') return blank(common, answer);
  const { parts, ...rest } = answer;
  return {
    ...common,
    title: text(`title.${id}` as TextId, parts),
    explanation: text(`why.${id}` as TextId, parts),
    ...rest,
  };
}

type Common = Pick<Diagnosed, 'id' | 'gate' | 'severity' | 'sources'>;

/** Nothing to mend: met, not to be judged, or unknown. */
function blank(common: Common, answer: Exclude<Answer, { outcome: 'unmet' }>): Diagnosed {
  const grant = answer.outcome === 'unknown' ? { grant: answer.grant } : {};
  const { outcome } = answer;
  return {
    ...common,
    outcome,
    title: text(`ok.${common.id}` as TextId),
    actor: nobody,
    evidence: [],
    mends: [],
    ...grant,
  };
}

function diagnosed({ id, gate, sources }: Requirement, answer: Answer): Diagnosed {
  const common = { id, gate, severity: 'blocks', sources } as const;
  if (answer.outcome !== 'unmet') return blank(common, answer);
  const { outcome, sentence, actor, evidence, mends } = answer;
  return {
    ...common,
    outcome,
    title: text(`title.${id}` as TextId),
    explanation: text(`why.${id}` as TextId),
    actor,
    sentence,
    evidence,
    mends,
  };
}
