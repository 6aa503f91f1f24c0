import { isUnknown, type Tags, type Unknown, unknownFor } from '../../decision/facts.ts';
import { partitionOf } from '../../model/region.ts';
import { type Estate, emptyEstate, type Told } from '../estate.ts';
import type { TerraformSource } from '../sources.ts';
import { openForesight } from './foresee.ts';
import type { Expression, PlanJson } from './plan-json.ts';
import { openProviders, type Providers, type Site } from './providers.ts';
import { argumentOf, openScope, type Planned, type Scope, valuesOfReferences } from './scope.ts';

/** A plan under reading: its names looked up, and the estate that it comes to. */
export interface Blueprint {
  readonly scope: Scope;
  readonly providers: Providers;
  readonly estate: Estate;
  /** An argument as it will be; nothing where that is not known. */
  value(resource: Planned, attribute: string): unknown;
  text(resource: Planned, attribute: string): string | undefined;
  number(resource: Planned, attribute: string): number | null;
  /** A document that is known, or the action that would read it once it is there. */
  document(resource: Planned, attribute: string, grant: string): string | Unknown;
  tags(resource: Planned): Tags;
  /** All texts that an expression refers to. */
  references(resource: Planned, expression: Expression): readonly string[];
  arn(resource: Planned, service: string, name: string): string;
}

export function openBlueprint(plan: PlanJson, source: TerraformSource): Blueprint {
  const scope = openScope(plan);
  const providers = openProviders(scope, source);
  const foresee = openForesight(scope, providers);
  const value = (resource: Planned, attribute: string): unknown =>
    argumentOf(scope, resource, attribute, foresee) ??
    (resource.unknown[attribute] === true && !(attribute in resource.expressions)
      ? foresee(resource, attribute)
      : undefined);
  const text = (resource: Planned, attribute: string): string | undefined => {
    const found = value(resource, attribute);
    return typeof found === 'string' && found !== '' ? found : undefined;
  };
  return {
    scope,
    providers,
    estate: emptyEstate(),
    value,
    text,
    number(resource, attribute) {
      const found = Number(value(resource, attribute) ?? Number.NaN);
      return Number.isFinite(found) ? found : null;
    },
    document: (resource, attribute, grant) => documentOf(text(resource, attribute)) ?? unknownFor(grant),
    references: (resource, expression) => valuesOfReferences({ scope, foresee, resource }, expression),
    tags: ({ values }) => (values.tags_all ?? values.tags ?? {}) as Tags,
    arn(resource, service, name) {
      const site = providers.siteOf(resource);
      return arnAt(site, service, name);
    },
  };
}

export const arnAt = ({ account, region }: Site, service: string, name: string): string =>
  `arn:${partitionOf(region)}:${service}:${service === 'iam' ? '' : region}:${account}:${name}`;

/** An expression may refer to a thing that a document is made from, and not be the document: only what reads as one is. */
function documentOf(text: string | undefined): string | undefined {
  return text?.trimStart().startsWith('{') ? text : undefined;
}

/** Adds to what is known of a thing. What is known not to be there, or not known, gives way. */
export function put<Thing extends object>(table: Told<Thing>, name: string, part: NoInfer<Partial<Thing>>): void {
  const known = table[name];
  table[name] = known === undefined || known === null || isUnknown(known) ? part : { ...known, ...part };
}
