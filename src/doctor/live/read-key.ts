import type { Fact, GrantFacts, KeyFacts } from '../../decision/facts.ts';
import { parseArn } from '../../model/arn.ts';
import type { Answer } from '../fact-source.ts';
import type { OpenDoor } from './doors.ts';
import { toFact, toFactOr } from './live-calls.ts';
import { doorOf, noDoor, type Reader } from './reader.ts';

/** A key with its policy, grants, aliases and tags. */
export async function readKey(reader: Reader, arn: string): Promise<Answer<KeyFacts>> {
  const name = parseArn(arn);
  if (name?.service !== 'kms') return undefined;
  const door = doorOf(reader, name.account);
  if (door === undefined) return noDoor('kms:DescribeKey');
  const { region } = name;
  const KeyId = arn;
  const [described, policy, grants, aliases, tags] = await Promise.all([
    door.ask('kms:DescribeKey', region, { KeyId }),
    door.ask('kms:GetKeyPolicy', region, { KeyId, PolicyName: 'default' }),
    readGrants(door, region, KeyId),
    readAliases(door, region, KeyId),
    readTags(door, region, KeyId),
  ]);
  if (described.kind === 'missing') return null;
  if (described.kind === 'refused') return described.unknown;
  const metadata = described.value.KeyMetadata;
  const keyArn = metadata?.Arn ?? arn;
  const document = toFact(policy, ({ Policy = '' }) => Policy);
  return {
    arn: keyArn,
    account: metadata?.AWSAccountId ?? name.account,
    region: parseArn(keyArn)?.region ?? region,
    manager: metadata?.KeyManager === 'AWS' ? 'AWS' : 'CUSTOMER',
    state: metadata?.KeyState ?? 'Enabled',
    ...(document !== null && { policy: document }),
    grants,
    multiRegion: metadata?.MultiRegionConfiguration?.MultiRegionKeyType ?? null,
    aliases,
    tags,
  };
}

const byMarker = ({ NextMarker, Truncated }: { NextMarker?: string | undefined; Truncated?: boolean | undefined }) =>
  Truncated === true && NextMarker !== undefined ? { Marker: NextMarker } : undefined;

async function readGrants(door: OpenDoor, region: string, KeyId: string): Promise<KeyFacts['grants']> {
  const list = await door.askAll('kms:ListGrants', region, { KeyId }, (page) => ({
    items: page.Grants,
    next: byMarker(page),
  }));
  return toFactOr(
    list,
    (grants) =>
      grants.map((grant): GrantFacts => {
        const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = grant.Constraints ?? {};
        return {
          id: grant.GrantId ?? '',
          name: grant.Name ?? null,
          grantee: grant.GranteePrincipal ?? '',
          operations: grant.Operations ?? [],
          ...(equals && { encryptionContextEquals: equals }),
          ...(subset && { encryptionContextSubset: subset }),
        };
      }),
    [],
  );
}

async function readAliases(door: OpenDoor, region: string, KeyId: string): Promise<Fact<readonly string[]>> {
  const list = await door.askAll('kms:ListAliases', region, { KeyId }, (page) => ({
    items: page.Aliases,
    next: byMarker(page),
  }));
  return toFactOr(list, (aliases) => aliases.flatMap(({ AliasName }) => AliasName ?? []), []);
}

async function readTags(door: OpenDoor, region: string, KeyId: string): Promise<KeyFacts['tags']> {
  const list = await door.askAll('kms:ListResourceTags', region, { KeyId }, (page) => ({
    items: page.Tags,
    next: byMarker(page),
  }));
  return toFactOr(
    list,
    (tags) => Object.fromEntries(tags.map(({ TagKey = '', TagValue = '' }) => [TagKey, TagValue])),
    {},
  );
}
