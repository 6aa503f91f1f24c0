import type { PlanFacts } from '../decision/plan-facts.ts';
import type { Moment } from './assemble-facts.ts';
import type { CaseSeed } from './cases/case-seed.ts';
import { estateSource } from './estate.ts';
import type { FactSource } from './fact-source.ts';
import type { FactsFile, SavedCase, SavedOrigin } from './facts-file/facts-file.ts';
import { SourceError } from './source-error.ts';
import type { CaseOrigin, DoctorCase, DoctorRequest } from './sources.ts';

/** A source that brings its own cases: a facts file, a Terraform plan. */
export interface GivenSource {
  readonly facts: FactSource;
  readonly cases: readonly GivenCase[];
  readonly plans: readonly PlanFacts[];
  /** When its facts were read; nothing where they are of no day. */
  readonly moment?: Moment;
}

/** A case whose facts are still to be put together, or one that has them. */
export type GivenCase = CaseSeed | DoctorCase;

export const isWhole = (given: GivenCase): given is DoctorCase => 'facts' in given;

/** A facts file as a source. Throws SourceError where a case names a plan that the file does not have. */
export function fileSource({ estate, plans, cases, moment }: FactsFile): GivenSource {
  return { facts: estateSource(estate), cases: cases.map((saved) => toGivenCase(saved, plans)), plans, moment };
}

function toGivenCase({ label, origin, copy, point, facts }: SavedCase, plans: readonly PlanFacts[]): GivenCase {
  const own = { label, origin: toOrigin(origin, plans) };
  if (facts !== undefined) return { ...own, facts };
  if (copy === undefined)
    throw new SourceError('malformed', `The case "${label}" says neither which copy it is nor its facts.`);
  return { ...own, copy, ...(point !== undefined && { point }) };
}

function toOrigin(origin: SavedOrigin, plans: readonly PlanFacts[]): CaseOrigin {
  if (origin.kind !== 'plan') return origin;
  const { kind, plan, ...planned } = origin;
  const found = plans[plan];
  if (found === undefined)
    throw new SourceError('malformed', `A case names plan ${plan}, and the file has ${plans.length}.`);
  return { kind, planned: { ...planned, plan: found } };
}

/** The cases of a given source that a request is about. */
export function casesFor({ cases }: GivenSource, request: DoctorRequest): readonly GivenCase[] {
  switch (request.mode) {
    case 'given':
    case 'organization':
      return cases;
    case 'copy':
      return [];
    case 'job':
      return cases.filter(({ origin }) => origin.kind === 'job' && origin.job.id === request.copyJobId);
    case 'plan':
      return cases.filter(({ origin }) => origin.kind === 'plan' && isPlan(origin.planned.plan, request.planId));
    case 'account':
      return cases.filter((given) => accountsOf(given).includes(request.accountId));
  }
}

/** Terraform's plans have no id yet; their name or address will do. */
const isPlan = (plan: PlanFacts, wanted: string): boolean => plan.id === wanted || plan.plan.name === wanted;

function accountsOf(given: GivenCase): readonly string[] {
  if (isWhole(given)) return [given.facts.source.account, given.facts.destination.account];
  return [given.copy.sourceVaultArn, given.copy.destinationVaultArn].map((arn) => arn.split(':')[4] ?? '');
}
