import { readJson } from '../facts-file/read-facts.ts';
import { SourceError } from '../source-error.ts';

/** What `terraform show -json` tells of a plan, as far as it is read here. https://developer.hashicorp.com/terraform/internals/json-format */
export interface PlanJson {
  readonly format_version: string;
  readonly variables?: Readonly<Record<string, { readonly value?: unknown }>>;
  readonly resource_changes?: readonly ResourceChange[];
  readonly planned_values?: { readonly root_module?: StateModule };
  readonly prior_state?: { readonly values?: { readonly root_module?: StateModule } };
  readonly configuration?: {
    readonly provider_config?: Readonly<Record<string, ProviderConfig>>;
    readonly root_module?: ConfigModule;
  };
}

export interface ResourceChange {
  readonly address: string;
  readonly module_address?: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly change: {
    readonly actions: readonly string[];
    readonly before?: Values | null;
    readonly after?: Values | null;
    readonly after_unknown?: Values;
  };
}

interface StateModule {
  readonly address?: string;
  readonly resources?: readonly StateResource[];
  readonly child_modules?: readonly StateModule[];
}

export interface StateResource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly values?: Values;
}

export interface ConfigModule {
  readonly resources?: readonly ConfigResource[];
  readonly module_calls?: Readonly<Record<string, ModuleCall>>;
  readonly outputs?: Readonly<Record<string, { readonly expression?: Expression }>>;
  readonly variables?: Readonly<Record<string, { readonly default?: unknown }>>;
}

export interface ModuleCall {
  readonly expressions?: Readonly<Record<string, Expression>>;
  readonly module?: ConfigModule;
}

export interface ConfigResource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly provider_config_key?: string;
  readonly expressions?: Expressions;
}

export interface ProviderConfig {
  readonly name?: string;
  readonly alias?: string;
  readonly module_address?: string;
  readonly expressions?: Expressions;
}

/** An argument: what it is, or what it refers to. Nested blocks are lists of the same. */
export interface Expression {
  readonly constant_value?: unknown;
  readonly references?: readonly string[];
}

export type Expressions = Readonly<Record<string, unknown>>;
export type Values = Readonly<Record<string, unknown>>;

/** Reads `terraform show -json PLANFILE`. Throws SourceError for another file, or for the state, which plans nothing. */
export async function readPlanJson(path: string): Promise<PlanJson> {
  const value = (await readJson(path)) as Partial<PlanJson> | null;
  if (typeof value !== 'object' || value === null || typeof value.format_version !== 'string') {
    throw new SourceError(
      'malformed',
      `${path} is no Terraform plan in JSON: "format_version" is missing. Make one with: terraform plan -out p && terraform show -json p`,
    );
  }
  if (value.resource_changes === undefined && value.planned_values === undefined) {
    throw new SourceError('malformed', `${path} is a Terraform state, not a plan: "planned_values" is missing.`);
  }
  return value as PlanJson;
}

/** All resources of a tree of modules, with the address of the module that each stands in. */
export function stateResources(
  module: StateModule | undefined,
): readonly (StateResource & { readonly module: string })[] {
  if (module === undefined) return [];
  const own = (module.resources ?? []).map((resource) => ({ ...resource, module: module.address ?? '' }));
  return [...own, ...(module.child_modules ?? []).flatMap(stateResources)];
}
