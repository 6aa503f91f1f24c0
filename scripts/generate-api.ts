/**
 * Writes `src/aws/api/generated/`: the operation tables from the schemas inside the installed SDK clients, and the constraints
 * (patterns, lengths, ranges, enums), which those schemas lack, from botocore's service models where python3-botocore is
 * installed. Without it, or with an older one, the checked-in constraints stay as they are. The output depends on nothing else.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as backup from '@aws-sdk/client-backup';
import * as iam from '@aws-sdk/client-iam';
import * as kms from '@aws-sdk/client-kms';
import * as organizations from '@aws-sdk/client-organizations';
import * as sts from '@aws-sdk/client-sts';
import { NormalizedSchema } from '@smithy/core/schema';
import type {
  Constraint,
  ErrorModel,
  MemberModel,
  OperationModel,
  ServiceConstraints,
  ServiceModel,
  ServiceName,
  ShapeType,
  StructureModel,
} from '../src/aws/api/service-model.ts';
import { writeOperationsPage } from './generate-docs.ts';

type Exports = Readonly<Record<string, unknown>>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const sources: Record<ServiceName, { sdk: Exports; head: Omit<ServiceModel, 'operations' | 'structures' | 'errors'> }> =
  {
    backup: {
      sdk: backup,
      head: {
        name: 'backup',
        protocol: 'rest-json',
        version: '2018-11-15',
        target: 'CryoControllerUserManager',
        xmlNamespace: 'http://backup.amazonaws.com/doc/2018-11-15/',
      },
    },
    kms: {
      sdk: kms,
      head: {
        name: 'kms',
        protocol: 'json-1.1',
        version: '2014-11-01',
        target: 'TrentService',
        xmlNamespace: 'https://trent.amazonaws.com/doc/2014-11-01/',
      },
    },
    organizations: {
      sdk: organizations,
      head: {
        name: 'organizations',
        protocol: 'json-1.1',
        version: '2016-11-28',
        target: 'AWSOrganizationsV20161128',
        xmlNamespace: 'http://organizations.amazonaws.com/doc/2016-11-28/',
      },
    },
    sts: {
      sdk: sts,
      head: {
        name: 'sts',
        protocol: 'query',
        version: '2011-06-15',
        target: 'AWSSecurityTokenServiceV20110615',
        xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
      },
    },
    iam: {
      sdk: iam,
      head: {
        name: 'iam',
        protocol: 'query',
        version: '2010-05-08',
        target: 'AWSIdentityManagementV20100508',
        xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
      },
    },
  };

export const serviceNames = Object.keys(sources) as ServiceName[];

/** The text of each service's operation table, by file name. */
export function generateTables(): Map<string, string> {
  return new Map(serviceNames.map((name) => [`${name}.ts`, printTable(readModel(name))]));
}

/** The text of each service's constraints, by file name; nothing where botocore is not installed. */
export function generateConstraints(): { readonly version: string; readonly files: Map<string, string> } | undefined {
  const botocore = findBotocore();
  if (botocore === undefined) return undefined;
  const files = new Map<string, string>();
  for (const name of serviceNames) {
    const constraints = readConstraints(name, readBotocoreModel(botocore.folder, name));
    files.set(`constraints-${name}.ts`, printConstraints({ name, constraints, version: botocore.version }));
  }
  return { version: botocore.version, files };
}

// The SDK's schemas

// biome-ignore lint/suspicious/noExplicitAny: the SDK's schemas are tuples whose types say less than NormalizedSchema does
type Schema = any;

const isSchema = (value: unknown, kind: number): value is Schema => Array.isArray(value) && value[0] === kind;

function readModel(service: ServiceName): ServiceModel {
  const { sdk, head } = sources[service];
  const schemas = Object.values(sdk);
  const operations: Record<string, OperationModel> = {};
  const structures: Record<string, StructureModel> = {};
  for (const schema of schemas.filter((each) => isSchema(each, 9))) {
    const [, , name, traits, input, output] = schema;
    const [method, path, status] = traits.http ?? ['POST', '/', 200];
    const operation: Mutable<OperationModel> = { method, path, status };
    const inputName = collect(NormalizedSchema.of(input), structures);
    const outputName = collect(NormalizedSchema.of(output), structures);
    if (inputName !== undefined) operation.input = inputName;
    if (outputName !== undefined) operation.output = outputName;
    operations[name] = operation;
  }
  const errors: Record<string, ErrorModel> = {};
  for (const schema of schemas.filter((each) => isSchema(each, -3))) {
    const [, namespace, name, traits, members] = schema;
    // The clients' own base class is no error of the service.
    if (namespace.startsWith('smithy.')) continue;
    // The JSON services speak the exception's own name, whatever the model says for older protocols.
    const code = head.protocol === 'query' ? (traits.awsQueryError?.[0] ?? name) : name;
    errors[name] = { code, message: members.includes('Message') ? 'Message' : 'message' };
  }
  return { ...head, operations, structures, errors };
}

function collect(schema: NormalizedSchema, structures: Record<string, StructureModel>): string | undefined {
  if (schema.isUnitSchema()) return undefined;
  const name = schema.getName() as string;
  if (structures[name] !== undefined) return name;
  const members: Record<string, MemberModel> = {};
  // Named before its members are read: a structure may hold itself.
  structures[name] = { required: readRequired(schema), members };
  for (const [member, memberSchema] of schema.structIterator()) members[member] = readMember(memberSchema, structures);
  return name;
}

/** The tuple of a structure ends with the number of required members, which stand first. */
function readRequired(schema: NormalizedSchema): string[] {
  const tuple = schema.getSchema() as unknown as [number, string, string, unknown, string[], unknown, number?];
  return tuple[4].slice(0, tuple[6] ?? 0);
}

const knownTraits = new Set(['httpLabel', 'httpQuery', 'idempotencyToken', 'sensitive']);

function readMember(schema: NormalizedSchema, structures: Record<string, StructureModel>): MemberModel {
  const traits = schema.getMergedTraits();
  for (const trait of Object.keys(traits)) if (!knownTraits.has(trait)) throw new Error(`no codec knows ${trait}`);
  const member: Mutable<MemberModel> = { type: readType(schema, structures) };
  if (traits.httpLabel) member.in = 'label';
  if (traits.httpQuery !== undefined) {
    member.in = 'query';
    member.name = traits.httpQuery;
  }
  if (traits.sensitive) member.sensitive = true;
  return member;
}

function readType(schema: NormalizedSchema, structures: Record<string, StructureModel>): ShapeType {
  if (schema.isListSchema()) return { list: readType(schema.getValueSchema(), structures) };
  if (schema.isMapSchema()) return { map: readType(schema.getValueSchema(), structures) };
  if (schema.isStructSchema()) return { structure: collect(schema, structures) as string };
  if (schema.isStringSchema()) return 'string';
  if (schema.isNumericSchema()) return 'number';
  if (schema.isBooleanSchema()) return 'boolean';
  if (schema.isBlobSchema() && !schema.isStreaming()) return 'blob';
  if (schema.getSchema() === 4) return 'timestamp';
  throw new Error(`no codec knows the schema ${JSON.stringify(schema.getSchema())} of ${schema.getName(true)}`);
}

// botocore's models

interface BotocoreShape {
  readonly type: string;
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly member?: { readonly shape: string };
  readonly key?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
  readonly enum?: readonly string[];
}

interface BotocoreModel {
  readonly operations: Readonly<Record<string, { readonly input?: { readonly shape: string } }>>;
  readonly shapes: Readonly<Record<string, BotocoreShape>>;
}

function findBotocore(): { version: string; folder: string } | undefined {
  try {
    const question = 'import botocore; print(botocore.__version__); print(botocore.__path__[0])';
    const answer = execFileSync('python3', ['-c', question], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const [version, folder] = answer.trim().split('\n') as [string, string];
    return { version, folder };
  } catch (error) {
    // No python3 (ENOENT) or no botocore (exit status 1): the checked-in constraints stay.
    if (error instanceof Error && ('code' in error || 'status' in error)) return undefined;
    throw error;
  }
}

function readBotocoreModel(folder: string, service: ServiceName): BotocoreModel {
  const versions = join(folder, 'data', service);
  const version = readdirSync(versions).sort().at(-1) as string;
  const file = readdirSync(join(versions, version)).find((name) => name.startsWith('service-2.json')) as string;
  const bytes = readFileSync(join(versions, version, file));
  return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

/** Keys with spaces (`Storage Gateway`) break the modelled pattern: AWS does not hold map keys to it. */
const uncheckedMapKeys = new Set(['ResourceType']);

/** What lists of AWS Backup filter by takes more than the patterns say: `*`, `ANY` and `AGGREGATE_ALL`, and types with spaces. */
const filterShapes = new Set(['AccountId', 'ResourceType']);

/** AWS's own vaults (`aws/efs/automatic-backup-vault`) break the modelled pattern: only a name that is being given is held to it. */
function isChecked({ service, shape, structure }: { service: ServiceName; shape: string; structure: string }): boolean {
  if (service !== 'backup') return true;
  if (filterShapes.has(shape)) return !structure.startsWith('List');
  return shape !== 'BackupVaultName' || structure.startsWith('Create');
}

function readConstraints(service: ServiceName, botocore: BotocoreModel): ServiceConstraints {
  const model = readModel(service);
  const enums = sources[service].sdk;
  const structures: Record<string, Record<string, Constraint>> = {};

  const visitStructure = (name: string, shapeName: string): void => {
    if (structures[name] !== undefined) return;
    const found: Record<string, Constraint> = {};
    structures[name] = found;
    const theirs = botocore.shapes[shapeName]?.members ?? {};
    for (const [member, { type }] of Object.entries(model.structures[name]?.members ?? {})) {
      const reference = theirs[member];
      if (reference === undefined) continue;
      const constraint = visit(type, reference.shape, name);
      if (constraint !== undefined) found[member] = constraint;
    }
  };

  const visit = (type: ShapeType, shapeName: string, structure: string): Constraint | undefined => {
    const shape = botocore.shapes[shapeName];
    if (shape === undefined) return undefined;
    const constraint: Mutable<Constraint> = isChecked({ service, shape: shapeName, structure })
      ? ownConstraint(shapeName, shape, enums)
      : {};
    if (typeof type === 'object') {
      if ('structure' in type) {
        visitStructure(type.structure, shapeName);
      } else if ('list' in type) {
        const member = shape.member && visit(type.list, shape.member.shape, structure);
        if (member !== undefined) constraint.member = member;
      } else {
        const key = shape.key && !uncheckedMapKeys.has(shape.key.shape) && visit('string', shape.key.shape, structure);
        const value = shape.value && visit(type.map, shape.value.shape, structure);
        if (key) constraint.key = key;
        if (value !== undefined) constraint.value = value;
      }
    }
    return Object.keys(constraint).length > 0 ? constraint : undefined;
  };

  for (const [name, { input }] of Object.entries(model.operations)) {
    const shapeName = botocore.operations[name]?.input?.shape;
    if (input !== undefined && shapeName !== undefined) visitStructure(input, shapeName);
  }
  return {
    structures: Object.fromEntries(Object.entries(structures).filter(([, found]) => Object.keys(found).length > 0)),
  };
}

function ownConstraint(name: string, shape: BotocoreShape, enums: Exports): Mutable<Constraint> {
  const constraint: Mutable<Constraint> = {};
  // A pattern that admits everything is nothing to check.
  if (shape.pattern !== undefined && shape.pattern !== '[\\s\\S]*') constraint.pattern = shape.pattern;
  if (shape.min !== undefined) constraint.min = shape.min;
  if (shape.max !== undefined) constraint.max = shape.max;
  if (shape.enum !== undefined) constraint.enum = newestEnum(enums[name]) ?? shape.enum;
  if (shape.type === 'integer' || shape.type === 'long') constraint.integer = true;
  return constraint;
}

/** The SDK's list of the same name: botocore's is older and would refuse newer values. */
const newestEnum = (found: unknown): string[] | undefined =>
  typeof found === 'object' && found !== null && !Array.isArray(found) ? (Object.values(found) as string[]) : undefined;

// Printing

const q = (value: unknown): string => JSON.stringify(value);

const byName = <T>(table: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1));

function printTable({ operations, structures, errors, ...head }: ServiceModel): string {
  const lines = [
    '// Written by scripts/generate-api.ts from the schemas of the AWS SDK. Not edited by hand.',
    "import type { ServiceModel } from '../service-model.ts';",
    '',
    `export const ${head.name}: ServiceModel = {`,
    ...Object.entries(head).map(([key, value]) => `  ${key}: ${q(value)},`),
    '  operations: {',
    ...byName(operations).map(([name, operation]) => `    ${name}: ${q(operation)},`),
    '  },',
    '  structures: {',
  ];
  for (const [name, { required, members }] of byName(structures)) {
    lines.push(`    ${name}: {`, `      required: ${q(required)},`, '      members: {');
    for (const [member, model] of Object.entries(members)) lines.push(`        ${q(member)}: ${q(model)},`);
    lines.push('      },', '    },');
  }
  lines.push('  },', '  errors: {');
  for (const [name, model] of byName(errors)) lines.push(`    ${name}: ${q(model)},`);
  lines.push('  },', '};', '');
  return lines.join('\n');
}

function printConstraints(printed: { name: ServiceName; constraints: ServiceConstraints; version: string }): string {
  const lines = [
    `// Written by scripts/generate-api.ts from the service model in botocore ${printed.version}, enums from the AWS SDK.`,
    "import type { ServiceConstraints } from '../service-model.ts';",
    '',
    `export const ${printed.name}Constraints: ServiceConstraints = {`,
    '  structures: {',
  ];
  for (const [name, members] of byName(printed.constraints.structures)) {
    lines.push(`    ${name}: {`);
    for (const [member, constraint] of Object.entries(members)) lines.push(`      ${q(member)}: ${q(constraint)},`);
    lines.push('    },');
  }
  lines.push('  },', '};', '');
  return lines.join('\n');
}

/** The version that the checked-in constraints were made from; nothing where there are none. */
export function constraintsVersion(folder: string): string | undefined {
  const file = join(folder, 'constraints-sts.ts');
  return existsSync(file) ? /botocore ([\d.]+),/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
}

const isOlder = (version: string, other: string): boolean => version.localeCompare(other, 'en', { numeric: true }) < 0;

function main(): void {
  const folder = join(import.meta.dirname, '../src/aws/api/generated');
  const recorded = constraintsVersion(folder);
  const found = generateConstraints();
  // An older botocore knows less: it never replaces what a newer one said.
  const isKept = found === undefined || (recorded !== undefined && isOlder(found.version, recorded));
  const files = [...generateTables(), ...(isKept ? [] : found.files)];
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  writeOperationsPage();
  console.log(
    `${files.length} files and docs/operations.md written; constraints of botocore ${isKept ? `${recorded} kept` : found.version}`,
  );
}

if (import.meta.main) main();
