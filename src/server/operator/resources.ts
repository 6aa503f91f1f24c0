import { Hono } from 'hono';
import { isAccountId } from '../../model/account.ts';
import { isRegion } from '../../model/region.ts';
import { isResourceType, type ResourceAttributes, resourceTypes } from '../../model/resource-type.ts';
import { inspectSource } from '../../resources/inspect-source.ts';
import { ResourceError } from '../../resources/resource-error.ts';
import { ensureAccount } from '../../storage/records/accounts.ts';
import { listResources, type ResourceRow, registerResource, removeResource } from '../../storage/records/resources.ts';
import { tagsOf } from '../../storage/records/tags.ts';
import type { Assembly } from '../assemble.ts';
import { OperatorError, readObject } from './operator-error.ts';

/** `GET|POST|DELETE resources`: what may be backed up. The operator's alone, since a source names a place on the host. */
export function resourceRoutes(assembly: Assembly): Hono {
  const { records, random, clock, events } = assembly;
  return new Hono()
    .get('/', async (context) => {
      const { account, region } = context.req.query();
      const resources = await records.read(async (db) => {
        const rows = await listResources(db, { account, region });
        return await Promise.all(rows.map(async (row) => toAnswer(row, await tagsOf(db, row.arn))));
      });
      return context.json({ resources });
    })
    .post('/', async (context) => {
      const wish = parseWish(await readObject(context.req));
      const nature = await natureOf(wish.source, assembly);
      const kmsKeyArn = await keyArn(assembly, wish);
      const row = await records.write(async (db) => {
        await ensureAccount(db, wish.account, clock.now());
        return await registerResource(db, { ...wish, nature, kmsKeyArn }, { random, now: clock.now() });
      });
      if (row === undefined)
        throw new OperatorError(409, 'resource-exists', `There is a ${wish.type} resource of that name already.`);
      events.publish({ type: 'resource', time: clock.now(), detail: { arn: row.arn } });
      return context.json(toAnswer(row, wish.tags), 201);
    })
    .delete('/', async (context) => {
      const { arn } = context.req.query();
      if (arn === undefined)
        throw new OperatorError(400, 'arn-missing', 'Name the resource: DELETE /_crossvault/resources?arn=ARN');
      const wasThere = await records.write((db) => removeResource(db, arn));
      if (!wasThere) throw new OperatorError(404, 'resource-not-found', `There is no resource ${arn}.`);
      return context.json({ removed: arn });
    });
}

interface Wish {
  readonly account: string;
  readonly region: string;
  readonly type: Parameters<typeof registerResource>[1]['type'];
  readonly source: string;
  readonly name: string | undefined;
  readonly kmsKey: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly attributes: ResourceAttributes;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

function parseWish(body: Record<string, unknown>): Wish {
  const { account, region, type, source, name, kmsKey, tags = {}, attributes = {} } = body;
  const fault = (member: string, right: string): OperatorError =>
    new OperatorError(
      400,
      `${member}-malformed`,
      `"${member}" must be ${right}; it is ${JSON.stringify(body[member]) ?? 'missing'}.`,
    );
  if (typeof account !== 'string' || !isAccountId(account))
    throw fault('account', 'the twelve digits of an account id');
  if (typeof region !== 'string' || !isRegion(region)) throw fault('region', 'a Region such as "eu-central-1"');
  if (typeof type !== 'string' || !isResourceType(type)) throw fault('type', `one of ${resourceTypes.join(', ')}`);
  if (typeof source !== 'string') throw fault('source', 'a URL such as "file:///srv/data"');
  if (name !== undefined && (typeof name !== 'string' || !NAME.test(name)))
    throw fault('name', 'up to 128 letters, digits, ".", "_" and "-"');
  if (kmsKey !== undefined && typeof kmsKey !== 'string')
    throw fault('kmsKey', 'a key ARN or an alias such as "alias/aws/ebs"');
  if (!isStringMap(tags)) throw fault('tags', 'an object of strings');
  if (typeof attributes !== 'object' || attributes === null || Array.isArray(attributes))
    throw fault('attributes', 'an object');
  return { account, region, type, source, name, kmsKey, tags, attributes };
}

const isStringMap = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((entry) => typeof entry === 'string');

async function natureOf(source: string, { config, jobContext }: Assembly): Promise<'directory' | 'disk-image'> {
  try {
    return (await inspectSource(source, config.sourceRoots, jobContext.closedDirectories)).nature;
  } catch (error) {
    if (error instanceof ResourceError)
      throw new OperatorError(400, error.kind, `The source cannot be used: ${error.detail}`);
    throw error;
  }
}

/** The key's ARN; AWS managed keys come into being here, as they do when a resource is made with one. */
async function keyArn({ keys, records }: Assembly, { account, region, kmsKey }: Wish): Promise<string | undefined> {
  if (kmsKey === undefined || kmsKey.startsWith('arn:')) return kmsKey;
  if (kmsKey.startsWith('alias/aws/')) return await keys.awsManagedKey({ account, region, alias: kmsKey });
  const alias = await records.read((db) =>
    db
      .selectFrom('kms_aliases')
      .innerJoin('kms_keys', 'kms_keys.id', 'kms_aliases.key_id')
      .select('kms_keys.arn')
      .whereRef('kms_keys.region', '=', 'kms_aliases.region')
      .where('kms_aliases.account_id', '=', account)
      .where('kms_aliases.region', '=', region)
      .where('kms_aliases.name', '=', kmsKey)
      .executeTakeFirst(),
  );
  if (alias === undefined)
    throw new OperatorError(400, 'kmsKey-unknown', `Account ${account} has no key ${kmsKey} in ${region}.`);
  return alias.arn;
}

function toAnswer(row: ResourceRow, tags: Readonly<Record<string, string>>) {
  return {
    arn: row.arn,
    account: row.account_id,
    region: row.region,
    type: row.type,
    name: row.name,
    source: row.source,
    nature: row.nature,
    kmsKeyArn: row.kms_key_arn,
    attributes: JSON.parse(row.attributes) as ResourceAttributes,
    tags,
    createdAt: new Date(row.created_at).toISOString(),
  };
}
