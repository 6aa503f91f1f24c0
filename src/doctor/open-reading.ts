import { writeFile } from 'node:fs/promises';
import type { PlanFacts } from '../decision/plan-facts.ts';
import type { Clock } from '../util/clock.ts';
import type { Random } from '../util/random.ts';
import { assembleFacts, type Moment } from './assemble-facts.ts';
import { copySeed } from './cases/copy-seed.ts';
import type { Finder } from './cases/finder.ts';
import { historySeeds, jobSeed } from './cases/job-seeds.ts';
import { allPlanSeeds, planSeeds } from './cases/plan-seeds.ts';
import { emptyEstate, estateSource, recorded } from './estate.ts';
import type { FactSource } from './fact-source.ts';
import type { SavedCase, SavedOrigin } from './facts-file/facts-file.ts';
import { readFacts } from './facts-file/read-facts.ts';
import { redact } from './facts-file/redact.ts';
import { writeFacts } from './facts-file/write-facts.ts';
import { casesFor, fileSource, type GivenCase, type GivenSource, isWhole } from './given-source.ts';
import { type OpenLiveSource, openLiveSource } from './live/live-source.ts';
import { overlay } from './overlay.ts';
import { SourceError } from './source-error.ts';
import type { CaseOrigin, DoctorCase, DoctorReading, DoctorRequest, DoctorSources, Gap } from './sources.ts';
import { readTerraform } from './terraform/read-terraform.ts';

/** Opens all sources at once. Throws SourceError for one that cannot be used. Close the reading when done. */
export async function openReading(
  sources: DoctorSources,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<DoctorReading> {
  const [live, files, plans] = await Promise.all([
    sources.live && openLiveSource(sources.live, clock),
    Promise.all((sources.factsFiles ?? []).map(async (path) => fileSource(await readFacts(path)))),
    Promise.all((sources.terraform ?? []).map((source) => readTerraform(source, clock.now()))),
  ]);
  const gaps = [...plans.flatMap((plan) => plan.gaps), ...(live?.gaps ?? [])];
  const saved = live === undefined ? files.find(({ moment }) => moment !== undefined)?.moment : undefined;
  // Facts of a day are judged on that day: a lag that has passed since would turn a verdict about.
  const moment: Moment = { now: saved?.now ?? clock.now(), asOf: sources.asOf ?? saved?.asOf ?? null };
  return new Reading({ live, given: [...plans, ...files], moment, gaps, random, regions: regionsOf(sources) });
}

const DEFAULT_REGION = 'us-east-1';

const regionsOf = ({ live }: DoctorSources): readonly string[] => [
  ...new Set([live?.region ?? DEFAULT_REGION, ...(live?.regions ?? [])]),
];

interface Parts {
  readonly live: OpenLiveSource | undefined;
  /** The uppermost first. */
  readonly given: readonly GivenSource[];
  readonly moment: Moment;
  readonly random: Random;
  readonly gaps: readonly Gap[];
  readonly regions: readonly string[];
}

class Reading implements DoctorReading {
  readonly #parts: Parts;
  readonly #gaps: Gap[] = [];
  readonly #plans = new Map<string, PlanFacts>();
  /** Points that plans are going to make; above all else. */
  readonly #foretold = emptyEstate();
  readonly #known = emptyEstate();
  readonly #seen: GivenCase[] = [];
  readonly #source: FactSource;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { live, given, gaps } = parts;
    this.#gaps.push(...gaps);
    const sources = [estateSource(this.#foretold), ...given.map(({ facts }) => facts), ...(live ? [live] : [])];
    this.#source = recorded(
      sources.reduceRight((lower, upper) => overlay(upper, lower)),
      this.#known,
    );
    for (const plan of given.flatMap(({ plans }) => plans)) this.#addPlan(plan);
  }

  async *cases(request: DoctorRequest): AsyncIterable<DoctorCase> {
    for (const given of await this.#find(request)) {
      this.#seen.push(given);
      yield await this.#assemble(given);
    }
  }

  async #assemble(given: GivenCase): Promise<DoctorCase> {
    if (isWhole(given)) return given;
    const { label, copy, origin, point } = given;
    // Rules may share a point's name, and each would make it otherwise: it holds for this case.
    if (point === undefined) delete this.#foretold.points[copy.pointArn];
    else this.#foretold.points[copy.pointArn] = point;
    return { label, origin, facts: await assembleFacts(this.#source, copy, this.#parts.moment) };
  }

  async #find(request: DoctorRequest): Promise<readonly GivenCase[]> {
    const finder = this.#finder();
    if (request.mode === 'copy') return [await copySeed(finder, this.#withVault(request))];
    const given = this.#parts.given.flatMap((source) => casesFor(source, request));
    const isAnswered = finder === undefined || request.mode === 'given' || (given.length > 0 && isOfOne(request));
    if (!isAnswered) return [...given, ...(await liveCases(finder, request))];
    if (given.length === 0 && isOfOne(request)) throw notGiven(request);
    return given;
  }

  /** A saved point's vault is known. */
  #withVault<Request extends Extract<DoctorRequest, { mode: 'copy' }>>(request: Request): Request {
    const copies = this.#parts.given.flatMap(({ cases }) => cases);
    const same = copies.find((given) => pointOf(given) === request.recoveryPointArn);
    const arn = same && (isWhole(same) ? same.facts.source.vaultArn : same.copy.sourceVaultArn);
    const name = arn?.split(':').slice(6).join(':');
    return name === undefined || request.sourceVaultName !== undefined
      ? request
      : { ...request, sourceVaultName: name };
  }

  #finder(): Finder | undefined {
    const { live, regions, moment } = this.#parts;
    if (live === undefined) return undefined;
    return {
      reader: live.reader,
      regions,
      facts: this.#source,
      now: moment.now,
      addGap: (gap) => this.#gaps.push(gap),
      addPlan: (plan) => this.#addPlan(plan),
    };
  }

  #addPlan(plan: PlanFacts): void {
    this.#plans.set(`${plan.account} ${plan.region} ${plan.id}`, plan);
  }

  plans(): readonly PlanFacts[] {
    return [...this.#plans.values()];
  }

  gaps(): readonly Gap[] {
    return this.#gaps;
  }

  async saveFacts(path: string, { isRedacted }: { readonly isRedacted: boolean }): Promise<void> {
    const plans = this.plans();
    const cases = this.#seen.map((given) => toSavedCase(given, plans));
    const { moment, random } = this.#parts;
    const file = { moment, estate: this.#known, plans, cases };
    const text = writeFacts(isRedacted ? redact(file, random) : file);
    await writeFile(path, text).catch((error: unknown) => {
      throw new SourceError('not-found', `The facts cannot be written to ${path}: ${(error as Error).message}`, {
        cause: error,
      });
    });
  }

  close(): void {
    this.#parts.live?.close();
  }
}

const pointOf = (given: GivenCase): string => (isWhole(given) ? given.facts.source.pointArn : given.copy.pointArn);

/** Requests about one thing are answered by whoever has it. */
const isOfOne = ({ mode }: DoctorRequest): boolean => mode === 'job' || mode === 'plan';

function notGiven(request: DoctorRequest): SourceError {
  const what =
    request.mode === 'job'
      ? `copy job ${request.copyJobId}`
      : request.mode === 'plan'
        ? `plan ${request.planId}`
        : 'case';
  return new SourceError('not-found', `None of the given files tells of the ${what}.`);
}

async function liveCases(finder: Finder, request: DoctorRequest): Promise<readonly GivenCase[]> {
  switch (request.mode) {
    case 'job':
      return [await jobSeed(finder, request.copyJobId)];
    case 'plan':
      return planSeeds(finder, request.planId);
    case 'account':
      return [...(await allPlanSeeds(finder, request.accountId)), ...(await historySeeds(finder, request.accountId))];
    case 'organization':
      return [...(await allPlanSeeds(finder)), ...(await historySeeds(finder))];
    default:
      return [];
  }
}

function toSavedCase(given: GivenCase, plans: readonly PlanFacts[]): SavedCase {
  const { label, origin } = given;
  const own = { label, origin: toSavedOrigin(origin, plans) };
  if (isWhole(given)) return { ...own, facts: given.facts };
  const { copy, point } = given;
  return { ...own, copy, ...(point !== undefined && { point }) };
}

function toSavedOrigin(origin: CaseOrigin, plans: readonly PlanFacts[]): SavedOrigin {
  if (origin.kind !== 'plan') return origin;
  const { plan, ...planned } = origin.planned;
  const isSame = ({ id, account, region }: PlanFacts): boolean =>
    id === plan.id && account === plan.account && region === plan.region;
  return { kind: 'plan', plan: plans.findIndex(isSame), ...planned };
}
