import { isAccountId } from '../../model/account.ts';
import { parseArn } from '../../model/arn.ts';
import { SourceError } from '../source-error.ts';
import type { TerraformSource } from '../sources.ts';
import type { Expression, Expressions } from './plan-json.ts';
import { type Planned, type Scope, valueOfExpression } from './scope.ts';

/** Where a resource will stand. */
export interface Site {
  readonly account: string;
  readonly region: string;
}

/** Finds the account and Region of each resource by its provider configuration. */
export interface Providers {
  /** Throws SourceError, with the flag that helps, where the plan does not tell. */
  siteOf(resource: Planned): Site;
  /** All accounts that the plan touches, as far as they are known. */
  accounts(): readonly string[];
}

export function openProviders(scope: Scope, source: TerraformSource): Providers {
  const sites = new Map<string, { account?: string | undefined; region?: string | undefined }>();
  const partsOf = (key: string) => {
    const known = sites.get(key) ?? { account: accountOf(scope, source, key), region: regionOf(scope, source, key) };
    sites.set(key, known);
    return known;
  };
  return {
    siteOf(resource) {
      const { providerKey } = resource;
      const { account, region } = partsOf(providerKey);
      const ownRegion = resource.values.region;
      const found = typeof ownRegion === 'string' && ownRegion !== '' ? ownRegion : region;
      const key = shortKey(providerKey);
      if (account === undefined) {
        throw new SourceError(
          'malformed',
          `${source.path} does not tell the account of provider ${key}, which ${resource.address} belongs to. Name it: --terraform-account ${key}=ACCOUNT`,
        );
      }
      if (found === undefined) {
        throw new SourceError(
          'malformed',
          `${source.path} does not tell the Region of provider ${key}, which ${resource.address} belongs to. Name it: --terraform-region ${key}=REGION`,
        );
      }
      return { account, region: found };
    },
    accounts() {
      const keys = new Set(scope.resources.map(({ providerKey }) => providerKey));
      return [...new Set([...keys].flatMap((key) => partsOf(key).account ?? []))];
    },
  };
}

/** `aws.backup` for `module.copies:aws.backup`. */
const shortKey = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

const flagged = (flags: Readonly<Record<string, string>> | undefined, key: string): string | undefined =>
  flags?.[key] ?? flags?.[shortKey(key)];

function accountOf(scope: Scope, { accounts }: TerraformSource, key: string): string | undefined {
  const same = scope.resources.filter(({ providerKey }) => providerKey === key);
  const expressions = expressionsOf(scope, key);
  const roles = (expressions.assume_role ?? []) as readonly { readonly role_arn?: Expression }[];
  const candidates = [
    flagged(accounts, key),
    same.find(({ type }) => type === 'aws_caller_identity')?.values.account_id,
    ...roles.map(({ role_arn }) => parseArn(String(evaluate(scope, key, role_arn)))?.account),
    onlyOne(evaluate(scope, key, expressions.allowed_account_ids as Expression | undefined)),
    ...same.map(({ values }) => values.owner_id ?? parseArn(String(values.arn))?.account),
  ];
  return candidates.find((each): each is string => typeof each === 'string' && isAccountId(each));
}

const onlyOne = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : undefined);

function regionOf(scope: Scope, { regions }: TerraformSource, key: string): string | undefined {
  const same = scope.resources.filter(({ providerKey }) => providerKey === key);
  const region = same.find(({ type }) => type === 'aws_region')?.values;
  const candidates = [
    flagged(regions, key),
    evaluate(scope, key, expressionsOf(scope, key).region as Expression | undefined),
    region?.region ?? region?.name,
    ...same.map(({ values }) => parseArn(String(values.arn))?.region),
    // One Region for all, where only one is told.
    flagged(regions, 'aws'),
  ];
  return candidates.find((each): each is string => typeof each === 'string' && each !== '');
}

/** A module may be handed its provider: then its own key leads nowhere, and the root's of that name is meant. */
function expressionsOf({ plan }: Scope, key: string): Expressions {
  const configs = plan.configuration?.provider_config ?? {};
  return (configs[key] ?? configs[shortKey(key)])?.expressions ?? {};
}

/** Providers are configured in terms of variables and constants; what refers to resources is not known here. */
function evaluate(scope: Scope, key: string, expression: Expression | undefined): unknown {
  if (expression === undefined) return undefined;
  const nobody: Planned = {
    address: key,
    module: '',
    mode: 'managed',
    type: '',
    name: '',
    index: undefined,
    values: {},
    unknown: {},
    isNew: false,
    isDeleted: false,
    expressions: {},
    providerKey: key,
  };
  return valueOfExpression({ scope, foresee: () => undefined, resource: nobody }, expression, '');
}
