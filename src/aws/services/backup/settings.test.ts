import { beforeEach, expect, test } from 'vitest';
import { DESTINATION, SOURCE } from '../../../access/testing/access-world.ts';
import { resourceTypes } from '../../../model/resource-type.ts';
import { type BackupWorld, openBackupWorld } from './testing/backup-world.ts';

let world: BackupWorld;

beforeEach(async () => {
  world = await openBackupWorld();
});

const NOT_MEMBER = 'InvalidRequestException: Your account is not a member of an organization.';
const switchCopies = (isEnabled: unknown) => ({ GlobalSettings: { isCrossAccountBackupEnabled: isEnabled } });

test('global settings belong to an organization', async () => {
  expect(await world.refusal(SOURCE, 'DescribeGlobalSettings')).toBe(NOT_MEMBER);
  expect(await world.refusal(SOURCE, 'UpdateGlobalSettings', switchCopies('true'))).toBe(NOT_MEMBER);
  const error = await world.call(SOURCE, 'DescribeGlobalSettings').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ httpStatus: 400, members: { Code: 'ERROR_9601' } });
});

test('the management account switches, every member reads', async () => {
  await world.organize(SOURCE, DESTINATION);
  expect(await world.call(DESTINATION, 'DescribeGlobalSettings')).toEqual({
    GlobalSettings: { isCrossAccountBackupEnabled: 'false' },
  });
  expect(await world.refusal(DESTINATION, 'UpdateGlobalSettings', switchCopies('true'))).toMatch(
    /^InvalidRequestException/,
  );
  await world.call(SOURCE, 'UpdateGlobalSettings', switchCopies('true'));
  expect(await world.call(DESTINATION, 'DescribeGlobalSettings')).toEqual({
    GlobalSettings: { isCrossAccountBackupEnabled: 'true' },
    LastUpdateTime: new Date(world.clock.now()),
  });
});

test('setting a switch to what it is does not change when it was changed', async () => {
  await world.organize(SOURCE);
  await world.call(SOURCE, 'UpdateGlobalSettings', switchCopies('false'));
  const before = await world.call(SOURCE, 'DescribeGlobalSettings');
  world.clock.advance(60_000);
  await world.call(SOURCE, 'UpdateGlobalSettings', switchCopies('false'));
  expect(await world.call(SOURCE, 'DescribeGlobalSettings')).toEqual(before);
});

test.each([switchCopies('True'), switchCopies('yes'), { GlobalSettings: { isSomethingElse: 'true' } }])(
  '%j is no global setting',
  async (input) => {
    await world.organize(SOURCE);
    expect(await world.refusal(SOURCE, 'UpdateGlobalSettings', input)).toMatch(/^InvalidParameterValueException/);
  },
);

test('every type is opted in until it is switched off, and changes leave the others alone', async () => {
  const before = await world.call(SOURCE, 'DescribeRegionSettings');
  expect(Object.keys(before.ResourceTypeOptInPreference).sort()).toEqual([...resourceTypes].sort());
  expect(before.ResourceTypeManagementPreference).toEqual({ DynamoDB: true, EFS: true });
  await world.call(SOURCE, 'UpdateRegionSettings', {
    ResourceTypeOptInPreference: { 'Storage Gateway': false },
    ResourceTypeManagementPreference: { DynamoDB: false, EFS: false },
  });
  await world.call(SOURCE, 'UpdateRegionSettings', { ResourceTypeOptInPreference: { EBS: false } });
  const { ResourceTypeOptInPreference: optIn, ResourceTypeManagementPreference: management } = await world.call(
    SOURCE,
    'DescribeRegionSettings',
  );
  expect(optIn).toEqual({ ...before.ResourceTypeOptInPreference, 'Storage Gateway': false, EBS: false });
  expect(management).toEqual({ DynamoDB: false, EFS: true });
  expect((await world.call(DESTINATION, 'DescribeRegionSettings')).ResourceTypeOptInPreference.EBS).toBe(true);
});

test('a type that nobody knows is refused', async () => {
  const input = { ResourceTypeOptInPreference: { Floppy: true } };
  expect(await world.refusal(SOURCE, 'UpdateRegionSettings', input)).toBe(
    'InvalidParameterValueException: Unsupported resource type: Floppy',
  );
  expect((await world.call(SOURCE, 'GetSupportedResourceTypes')).ResourceTypes).toContain('Storage Gateway');
});
