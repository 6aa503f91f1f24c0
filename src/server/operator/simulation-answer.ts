import type { Refusal } from '../../foresight/judge-planned.ts';
import type { PlanSimulation, SimulatedBackup, SimulatedPoint } from '../../foresight/simulate-plan.ts';
import type { AppliedLifecycle } from '../../model/lifecycle.ts';
import { type Language, say, type TextId, text } from '../../words/text.ts';

/** A simulation as the operator API tells it: dates as texts, refusals in words and gathered, since one reason stops a hundred copies. */
export function toSimulationAnswer({ plan, from, until, isCut, backups, stocks }: PlanSimulation, language: Language) {
  const made = backups.filter(({ refusal }) => refusal === undefined);
  const copies = made.flatMap((backup) => backup.copies);
  return {
    plan,
    from: toDate(from),
    until: toDate(until),
    isCut,
    summary: {
      backups: made.length,
      failingBackups: backups.length - made.length,
      copies: copies.filter(({ refusal }) => refusal === undefined).length,
      failingCopies: copies.filter(({ refusal }) => refusal !== undefined).length,
    },
    refusals: gatherRefusals(backups, language),
    backups: backups.map(({ copies: its, resourceName: _name, ...backup }) => ({
      at: toDate(backup.at),
      rule: backup.rule,
      resourceArn: backup.resourceArn,
      ...toPoint(backup),
      copies: its.map(toPoint),
    })),
    vaults: stocks,
  };
}

export type SimulationAnswer = ReturnType<typeof toSimulationAnswer>;

const toDate = (ms: number): string => new Date(ms).toISOString();

/** Dates where it happens (`null`: never), AWS's words where it does not. */
interface AnsweredPoint {
  readonly vaultArn: string;
  readonly happens: boolean;
  /** Deleted once it has been copied into an air-gapped vault. */
  readonly isTemporary?: boolean;
  readonly moveToColdAt?: string | null;
  readonly deleteAt?: string | null;
  readonly statusMessage?: string;
}

function toPoint({ vaultArn, lifecycle, isTemporary, refusal }: SimulatedPoint): AnsweredPoint {
  return {
    vaultArn,
    happens: refusal === undefined,
    ...(isTemporary && { isTemporary }),
    ...(refusal === undefined ? datesOf(lifecycle) : { statusMessage: refusal.sentence.text }),
  };
}

const datesOf = ({ moveToColdAt, deleteAt }: AppliedLifecycle) => ({
  moveToColdAt: moveToColdAt === undefined ? null : toDate(moveToColdAt),
  deleteAt: deleteAt === undefined ? null : toDate(deleteAt),
});

function gatherRefusals(backups: readonly SimulatedBackup[], language: Language) {
  const refused = backups.flatMap((backup) => [
    ...(backup.refusal === undefined
      ? []
      : [{ kind: 'backup' as const, backup, point: backup, refusal: backup.refusal }]),
    ...backup.copies.flatMap((point) =>
      point.refusal === undefined ? [] : [{ kind: 'copy' as const, backup, point, refusal: point.refusal }],
    ),
  ]);
  const alike = Map.groupBy(refused, ({ kind, backup, point, refusal }) =>
    [kind, backup.rule, point.vaultArn, refusal.sentence.text].join('\n'),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { kind, backup, point, refusal } = first;
    return [
      {
        kind,
        rule: backup.rule,
        vaultArn: point.vaultArn,
        count: group.length,
        firstAt: toDate(backup.at),
        resourceArns: [...new Set(group.map((one) => one.backup.resourceArn))],
        ...toWords(refusal, language),
      },
    ];
  });
}

function toWords({ sentence, requirement, actor, mend }: Refusal, language: Language) {
  return {
    statusMessage: sentence.text,
    messageCategory: sentence.category,
    ...(requirement === undefined
      ? {}
      : { requirement, title: say(text(`title.${requirement}` as TextId), language), actor }),
    ...(mend === undefined ? {} : { mend: say(mend, language) }),
  };
}
