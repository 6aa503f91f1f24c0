import { selectsByTags } from '../model/backup-selection.ts';
import { isPolicyPlanId } from '../model/plan-creator.ts';
import { resourceTypeOf } from '../model/resource-type.ts';
import { parseSchedule } from '../model/schedule.ts';
import { parseVaultArn } from '../model/vault.ts';
import { overlapsOf, runsBetween } from '../planning/plan-runs.ts';
import { type Text, type TextId, text } from '../words/text.ts';
import type { Diagnosed, Severity } from './diagnosis.ts';
import { isUnknown } from './facts.ts';
import type { PlanFacts } from './plan-facts.ts';
import type { Actor, Evidence } from './requirement.ts';
import { nobody, smallest } from './requirement.ts';

/**
 * What is to be said of a plan as such, beside each of its copies, which `diagnoseCopy` judges: copies that will never start, and gaps that
 * nobody sees because no job fails. Pure.
 */
export function diagnosePlan(plan: PlanFacts, { now }: { readonly now: number }): readonly Diagnosed[] {
  return planChecks.map(({ id, sources, judge }) => {
    const answer = judge(plan, now);
    const common = { id, gate: 'plan', sources } as const;
    if (answer.outcome !== 'unmet') {
      const grant = answer.outcome === 'unknown' ? { grant: answer.grant } : {};
      const title = text(`ok.${id}` as TextId);
      const { outcome } = answer;
      return { ...common, outcome, severity: 'risk', title, actor: nobody, evidence: [], mends: [], ...grant };
    }
    const actor: Actor = { side: 'source', account: plan.account };
    const { severity, evidence, parts } = answer;
    return {
      ...common,
      outcome: 'unmet',
      severity,
      title: text(`title.${id}` as TextId),
      explanation: text(`why.${id}` as TextId, parts),
      actor,
      evidence,
      mends: [smallest(actor, text(`mend.${id}` as TextId, parts))],
    };
  });
}

interface PlanCheck {
  readonly id: string;
  readonly sources: readonly string[];
  readonly judge: (plan: PlanFacts, now: number) => PlanAnswer;
}

type PlanAnswer =
  | { readonly outcome: 'met' | 'not-applicable' }
  | { readonly outcome: 'unknown'; readonly grant: string }
  | {
      readonly outcome: 'unmet';
      readonly severity: Severity;
      readonly evidence: readonly Evidence[];
      readonly parts?: Text['parts'];
    };

const MET: PlanAnswer = { outcome: 'met' };
const NONE: PlanAnswer = { outcome: 'not-applicable' };

const planChecks: readonly PlanCheck[] = [
  { id: 'plan-copies-something', sources: ['FM-SIL-3'], judge: copiesSomething },
  { id: 'plan-names-vaults', sources: ['FM-API-3'], judge: namesVaults },
  { id: 'plan-runs-its-copies', sources: ['FM-LIF-4'], judge: runsItsCopies },
  { id: 'plan-has-a-selection', sources: ['FM-SIL-4'], judge: hasSelection },
  { id: 'plan-selects-something', sources: ['FM-SIL-4', 'FM-SCP-7'], judge: selectsSomething },
  { id: 'plan-types-are-opted-in', sources: ['FM-TYP-4'], judge: typesAreOptedIn },
  { id: 'plan-tables-are-advanced', sources: ['FM-TYP-3'], judge: tablesAreAdvanced },
  { id: 'plan-copies-keep-no-moments', sources: ['FM-SIL-10'], judge: copiesKeepNoMoments },
];

/** What is looked at in a plan, for the list of all failures. */
export const planFailures = planChecks.map(({ id, sources }) => ({ id, sources, gate: 'plan' as const }));

const origin = ({ id, plan }: PlanFacts): string => `backup plan ${plan.name} (${id})`;

/** Copies are made by each rule for itself: one that has no copy action makes none, and nothing fails. */
function copiesSomething(facts: PlanFacts): PlanAnswer {
  const { rules } = facts.plan;
  const without = rules.filter(({ copyActions = [] }) => copyActions.length === 0);
  if (without.length === 0) return MET;
  const evidence = without.map(({ name }) => ({ origin: origin(facts), place: name, quote: 'no copy action' }));
  const severity = without.length === rules.length ? 'risk' : 'remark';
  return { outcome: 'unmet', severity, evidence, parts: { rules: without.map(({ name }) => name).join(', ') } };
}

function namesVaults(facts: PlanFacts): PlanAnswer {
  const actions = facts.plan.rules.flatMap((rule) => (rule.copyActions ?? []).map((action) => ({ rule, action })));
  if (actions.length === 0) return NONE;
  const bad = actions.filter(({ action }) => parseVaultArn(action.destinationVaultArn) === undefined);
  if (bad.length === 0) return MET;
  const evidence = bad.map(({ rule, action }) => ({
    origin: origin(facts),
    place: `${rule.name} CopyActions`,
    quote: action.destinationVaultArn,
  }));
  return { outcome: 'unmet', severity: 'blocks', evidence };
}

/** As far as runs are looked at: a month and a bit, so that monthly rules are met. */
const HORIZON_MS = 40 * 86_400_000;
/** Hourly rules over the horizon are a thousand; ten rules of them are the most that a plan has. */
const RUNS_MAX = 10_000;

/** Where rules overlap, AWS keeps the one with the longer retention and drops the other, copy actions and all. */
function runsItsCopies(facts: PlanFacts, now: number): PlanAnswer {
  const { plan } = facts;
  const copying = plan.rules.filter(({ copyActions = [] }) => copyActions.length > 0);
  if (copying.length === 0) return NONE;
  if (plan.rules.some(({ schedule }) => typeof parseSchedule(schedule) === 'string')) return NONE;
  const tally = new Map(copying.map((rule) => [rule.id, { runs: 0, dropped: 0, by: '' }]));
  let looked = 0;
  for (const run of runsBetween(plan, { from: now, until: now + HORIZON_MS })) {
    looked += 1;
    if (looked > RUNS_MAX) break;
    const count = tally.get(run.rule.id);
    if (count === undefined) continue;
    count.runs += 1;
    const [overlap] = overlapsOf(plan, run);
    if (overlap === undefined) continue;
    count.dropped += 1;
    count.by = overlap.rule.name;
  }
  const lossy = copying.flatMap((rule) => {
    const count = tally.get(rule.id)!;
    return count.dropped > 0 ? [{ rule, ...count }] : [];
  });
  if (lossy.length === 0) return MET;
  const isNever = lossy.some(({ runs, dropped }) => runs === dropped);
  const evidence = lossy.map(({ rule, runs, dropped, by }) => ({
    origin: origin(facts),
    place: rule.name,
    quote: `${rule.schedule}: ${dropped} of ${runs} runs fall to rule ${by}`,
  }));
  return { outcome: 'unmet', severity: isNever ? 'will-block' : 'risk', evidence };
}

function hasSelection(facts: PlanFacts): PlanAnswer {
  const { selections } = facts;
  if (isUnknown(selections)) return { outcome: 'unknown', grant: selections.unknown.grant };
  if (selections.length > 0) return MET;
  const evidence = [{ origin: origin(facts), place: 'selections', quote: 'none' }];
  return { outcome: 'unmet', severity: 'risk', evidence };
}

/** Of the selections that there are: that there is none has a check of its own. */
function selectsSomething(facts: PlanFacts): PlanAnswer {
  const { selections } = facts;
  if (isUnknown(selections)) return { outcome: 'unknown', grant: selections.unknown.grant };
  if (selections.length === 0) return NONE;
  const empty = selections.filter(({ resources }) => !isUnknown(resources) && resources.length === 0);
  if (empty.length > 0) {
    const evidence = empty.map(({ selection }) => ({
      origin: origin(facts),
      place: `selection ${selection.name}`,
      quote: JSON.stringify({ resources: selection.resources, tags: selection.tags, conditions: selection.conditions }),
    }));
    return { outcome: 'unmet', severity: 'risk', evidence };
  }
  const blank = selections.map(({ resources }) => resources).find(isUnknown);
  return blank === undefined ? MET : { outcome: 'unknown', grant: blank.unknown.grant };
}

/** By tag, only types that the Region opts in to are backed up. Plans of an organization go by the management account's opt-ins. */
function typesAreOptedIn(facts: PlanFacts): PlanAnswer {
  const { selections, optIns, id } = facts;
  if (isUnknown(selections)) return { outcome: 'unknown', grant: selections.unknown.grant };
  if (isPolicyPlanId(id)) return NONE;
  const types = new Set(
    selections
      .filter(({ selection }) => selectsByTags(selection))
      .flatMap(({ resources }) => (isUnknown(resources) ? [] : resources))
      .map(resourceTypeOf),
  );
  if (types.size === 0) return NONE;
  if (isUnknown(optIns)) return { outcome: 'unknown', grant: optIns.unknown.grant };
  const off = [...types].filter((type) => type !== undefined && optIns[type] === false);
  if (off.length === 0) return MET;
  const evidence = off.map((type) => ({
    origin: `Region settings of account ${facts.account} in ${facts.region}`,
    place: String(type),
    quote: 'false',
  }));
  return { outcome: 'unmet', severity: 'risk', evidence, parts: { types: off.join(', ') } };
}

function tablesAreAdvanced(facts: PlanFacts): PlanAnswer {
  const { selections, managementPreferences: preferences } = facts;
  if (isUnknown(selections)) return { outcome: 'unknown', grant: selections.unknown.grant };
  const copies = facts.plan.rules.some(({ copyActions = [] }) => copyActions.length > 0);
  const hasTables = selections.some(
    ({ resources }) => !isUnknown(resources) && resources.some((arn) => resourceTypeOf(arn) === 'DynamoDB'),
  );
  if (!copies || !hasTables) return NONE;
  if (isUnknown(preferences)) return { outcome: 'unknown', grant: preferences.unknown.grant };
  if (preferences.DynamoDB !== false) return MET;
  const evidence = [
    {
      origin: `Region settings of account ${facts.account} in ${facts.region}`,
      place: 'ResourceTypeManagementPreference.DynamoDB',
      quote: 'false',
    },
  ];
  return { outcome: 'unmet', severity: 'will-block', evidence };
}

function copiesKeepNoMoments(facts: PlanFacts): PlanAnswer {
  const rules = facts.plan.rules.filter(({ isContinuous, copyActions = [] }) => isContinuous && copyActions.length > 0);
  if (rules.length === 0) return MET;
  const evidence = rules.map(({ name }) => ({
    origin: origin(facts),
    place: name,
    quote: 'EnableContinuousBackup: true',
  }));
  return { outcome: 'unmet', severity: 'remark', evidence };
}
