import type { PlanFacts, SelectionFacts } from '../../decision/plan-facts.ts';
import type { BackupPlan, BackupRule, CopyAction } from '../../model/backup-plan.ts';
import type { BackupSelection, TagCondition } from '../../model/backup-selection.ts';
import type { CopyName, Moment } from '../assemble-facts.ts';
import type { Estate } from '../estate.ts';
import type { JobFacts } from '../sources.ts';
import {
  accountPart,
  copyFacts,
  keyPart,
  lifecycle,
  placePart,
  point,
  pointPart,
  rolePart,
  vaultPart,
} from './fact-shapes.ts';
import type { SavedCase, SavedOrigin } from './facts-file.ts';
import { fact, flag, listOf, number, oneOf, orNull, record, type Shape, tableOf, text, texts, wrong } from './shape.ts';

const copyName = record<CopyName>(
  {
    roleArn: text,
    sourceVaultArn: text,
    pointArn: text,
    destinationVaultArn: text,
    lifecycle: orNull(lifecycle),
    callerArn: orNull(text),
  },
  ['roleArn', 'sourceVaultArn', 'pointArn', 'destinationVaultArn', 'lifecycle'],
);

const job = record<JobFacts>(
  {
    id: text,
    state: text,
    statusMessage: orNull(text),
    messageCategory: orNull(text),
    createdAt: number,
    completedAt: orNull(number),
    resourceArn: orNull(text),
    planId: orNull(text),
  },
  ['id', 'state', 'statusMessage'],
);

const asked = record<Extract<SavedOrigin, { kind: 'asked' }>>({ kind: oneOf('asked') }, ['kind']);
const fromJob = record<Extract<SavedOrigin, { kind: 'job' }>>({ kind: oneOf('job'), job }, ['kind', 'job']);
const fromPlan = record<Extract<SavedOrigin, { kind: 'plan' }>>(
  {
    kind: oneOf('plan'),
    plan: number,
    ruleId: text,
    copyAction: number,
    selectionId: text,
    resourceArn: orNull(text),
    isForetold: flag,
  },
  ['kind', 'plan', 'ruleId', 'copyAction', 'selectionId', 'resourceArn', 'isForetold'],
);

const origin: Shape<SavedOrigin> = (value, at) => {
  const kind = oneOf(
    'asked',
    'job',
    'plan',
  )((value as { readonly kind?: unknown } | null)?.kind, { ...at, path: `${at.path}.kind` });
  if (kind === 'asked') return asked(value, at);
  return kind === 'job' ? fromJob(value, at) : fromPlan(value, at);
};

const caseMembers = record<SavedCase>(
  { label: text, origin, copy: copyName, point: fact(orNull(point)), facts: copyFacts },
  ['label'],
);

export const savedCase: Shape<SavedCase> = (value, at) => {
  const found = caseMembers(value, at);
  if ((found.copy === undefined) === (found.facts === undefined)) {
    throw wrong(
      at,
      'a case with either "copy" (which copy it is) or "facts" (all facts of the copy)',
      Object.keys(found),
    );
  }
  return { ...found, origin: found.origin ?? { kind: 'asked' } };
};

const copyAction = record<CopyAction>({ destinationVaultArn: text, lifecycle }, ['destinationVaultArn']);

const rule = record<BackupRule>(
  {
    id: text,
    name: text,
    vaultName: text,
    airGappedVaultArn: text,
    schedule: text,
    timeZone: text,
    startWindowMinutes: number,
    completionWindowMinutes: number,
    lifecycle,
    recoveryPointTags: texts,
    copyActions: listOf(copyAction),
    isContinuous: flag,
    indexedTypes: listOf(listOf(text)),
    scans: listOf(record({ scanner: text, mode: text }, [])),
  },
  ['id', 'name', 'vaultName', 'schedule', 'timeZone', 'startWindowMinutes', 'completionWindowMinutes', 'isContinuous'],
);

const backupPlan = record<BackupPlan>(
  {
    name: text,
    rules: listOf(rule),
    typeOptions: listOf(record({ type: text, options: texts }, [])),
    scanSettings: listOf(record({ scanner: text, types: listOf(text), roleArn: text }, [])),
  },
  ['name', 'rules'],
);

const condition = record<TagCondition>({ key: text, value: text }, []);
const conditions = listOf(condition);

const selection = record<BackupSelection>(
  {
    name: text,
    roleArn: text,
    resources: listOf(text),
    notResources: listOf(text),
    tags: conditions,
    conditions: record<NonNullable<BackupSelection['conditions']>>(
      {
        StringEquals: conditions,
        StringNotEquals: conditions,
        StringLike: conditions,
        StringNotLike: conditions,
      },
      [],
    ),
  },
  ['name', 'roleArn'],
);

const selectionFacts = record<SelectionFacts>({ id: text, selection, resources: fact(listOf(text)) }, [
  'id',
  'selection',
  'resources',
]);

const flags: Shape<Readonly<Record<string, boolean>>> = (value, at) => ({ ...tableOf(flag)(value, at) });

export const planFacts = record<PlanFacts>(
  {
    id: text,
    account: text,
    region: text,
    plan: backupPlan,
    selections: fact(listOf(selectionFacts)),
    optIns: fact(flags),
    managementPreferences: fact(flags),
  },
  ['id', 'account', 'region', 'plan', 'selections', 'optIns', 'managementPreferences'],
);

export const momentShape = record<Moment>({ now: number, asOf: orNull(number) }, ['now', 'asOf']);

export const estateShapes: { readonly [Table in keyof Estate]: Shape<Estate[Table]> } = {
  accounts: tableOf(fact(orNull(accountPart))),
  places: tableOf(fact(orNull(placePart))),
  roles: tableOf(fact(orNull(rolePart))),
  vaults: tableOf(fact(orNull(vaultPart))),
  keys: tableOf(fact(orNull(keyPart))),
  points: tableOf(fact(orNull(pointPart))),
};
