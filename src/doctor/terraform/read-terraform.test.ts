import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decideCopy } from '../../decision/decide-copy.ts';
import type { CopyFacts } from '../../decision/facts.ts';
import { assembleFacts } from '../assemble-facts.ts';
import type { CaseSeed } from '../cases/case-seed.ts';
import { emptyEstate, estateSource } from '../estate.ts';
import { isWhole } from '../given-source.ts';
import { overlay } from '../overlay.ts';
import type { PlanJson } from './plan-json.ts';
import { toTerraformReading } from './read-terraform.ts';

// Written by Terraform 1.11 with version 5.100 of the AWS provider: two accounts, a module for the vault, nothing applied yet.
const TEXT = readFileSync('test/vectors/terraform/two-accounts.json', 'utf8');
const SOURCE = '111111111111';
const DESTINATION = '222222222222';
const VAULT = `arn:aws:backup:eu-central-1:${DESTINATION}:backup-vault:offsite`;
const NOW = Date.UTC(2026, 10, 27);

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into a plan in all sorts of ways
type Json = any;

function planWith(change: (json: Json) => void = () => undefined): PlanJson {
  const json: Json = JSON.parse(TEXT);
  change(json);
  return json;
}

const read = (change?: (json: Json) => void, accounts = {}) =>
  toTerraformReading(planWith(change), { path: 'plan.json', accounts }, NOW);

async function factsOf(change?: (json: Json) => void): Promise<readonly CopyFacts[]> {
  const { cases, facts } = await read(change);
  return Promise.all(
    cases.map(async (given) => {
      if (isWhole(given)) return given.facts;
      const foretold = emptyEstate();
      foretold.points[given.copy.pointArn] = given.point!;
      return assembleFacts(overlay(estateSource(foretold), facts), given.copy, { now: NOW, asOf: null });
    }),
  );
}

const outcomes = (facts: CopyFacts, outcome: string): readonly string[] =>
  decideCopy(facts)
    .findings.filter((finding) => finding.outcome === outcome)
    .map(({ requirement }) => requirement);

const changeOf = (json: Json, address: string): Json =>
  json.resource_changes.find((each: Json) => each.address === address).change;

test('a plan tells the copies that its rules will make, and nothing is wrong with them', async () => {
  const facts = await factsOf();
  // Two rules, over a volume and a file system that stand for what the tags select.
  expect(facts.map(({ source, destination }) => [source.account, destination.account])).toEqual(
    Array.from({ length: 4 }, () => [SOURCE, DESTINATION]),
  );
  for (const each of facts) expect(outcomes(each, 'unmet')).toEqual([]);
});

test('accounts are found by what their providers are told', async () => {
  const [facts] = await factsOf();
  expect(facts?.destination.vaultArn).toBe(VAULT);
  expect(facts?.role.arn).toBe(`arn:aws:iam::${SOURCE}:role/backup-role`);
  expect(facts?.source.region).toBe('eu-central-1');
});

test('a policy that Terraform reads on applying is put together from its blocks', async () => {
  const [facts] = await factsOf();
  const { vault } = facts!.destination as unknown as { vault: { accessPolicy: string } };
  expect(JSON.parse(vault.accessPolicy)).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['backup:CopyIntoBackupVault'],
        Resource: [VAULT],
        Principal: { AWS: [`arn:aws:iam::${SOURCE}:root`] },
      },
    ],
  });
});

test('of a rule in a dynamic block, whose vault cannot be told, it is said which it is taken to be', async () => {
  const { gaps } = await read();
  expect(gaps.map(({ what }) => what)).toEqual([
    'destination of copy action 1 in rule weekly of aws_backup_plan.plan, taken to be arn:aws:backup:eu-central-1:222222222222:backup-vault:offsite (known after terraform apply)',
  ]);
});

test('a policy that admits another account is a fault before anything exists', async () => {
  const [facts] = await factsOf((json) => {
    const [statement] = changeOf(json, 'module.vault["offsite"].data.aws_iam_policy_document.v').after.statement;
    statement.principals[0].identifiers = ['arn:aws:iam::333333333333:root'];
  });
  expect(outcomes(facts!, 'unmet')).toEqual(['destination-vault-admits-source']);
});

test('a new vault without a policy admits nobody; of one that is there nothing is known', async () => {
  const withoutPolicy = (json: Json): void => {
    json.resource_changes = json.resource_changes.filter((each: Json) => each.type !== 'aws_backup_vault_policy');
  };
  const [made] = await factsOf(withoutPolicy);
  expect(outcomes(made!, 'unmet')).toEqual(['destination-vault-admits-source']);
  const [there] = await factsOf((json) => {
    withoutPolicy(json);
    changeOf(json, 'module.vault["offsite"].aws_backup_vault.this').actions = ['update'];
  });
  // Without its lock nothing can be said of the vault itself.
  expect(outcomes(there!, 'unmet')).toEqual([]);
  expect(outcomes(there!, 'unknown')).toContain('destination-vault-admits-source');
});

test('a vault that the plan destroys is no vault', async () => {
  const [facts] = await factsOf((json) => {
    const change = changeOf(json, 'module.vault["offsite"].aws_backup_vault.this');
    Object.assign(change, { actions: ['delete'], before: { name: 'offsite' }, after: null });
    const rules = changeOf(json, 'aws_backup_plan.plan');
    rules.after.rule[0].copy_action[0].destination_vault_arn = VAULT;
  });
  expect(facts?.destination.vault).toBeNull();
});

test('a document that another is made from is not taken for it', async () => {
  const [facts] = await factsOf((json) => {
    const { module } = json.configuration.root_module.module_calls.vault;
    const policy = module.resources.find((each: Json) => each.type === 'aws_backup_vault_policy');
    policy.expressions.policy.references = ['aws_backup_vault.this.arn', 'aws_backup_vault.this'];
  });
  expect(outcomes(facts!, 'unmet')).toEqual([]);
  expect(outcomes(facts!, 'unknown')).toContain('destination-vault-admits-source');
});

test('an account that the plan does not tell is asked for, with the flag', async () => {
  const withoutAccount = (json: Json): void => {
    delete json.configuration.provider_config['aws.backup'].expressions.allowed_account_ids;
    delete json.prior_state.values.root_module.child_modules;
  };
  await expect(read(withoutAccount)).rejects.toThrow('Name it: --terraform-account aws.backup=ACCOUNT');
  await expect(read(withoutAccount, { 'aws.backup': DESTINATION })).resolves.toMatchObject({
    plans: [{ account: SOURCE }],
  });
});

// The same, with an organization that is there already: its switch, a policy for the root, a lock, a volume with a key, dynamic copy actions.
const ORGANIZATION = JSON.parse(readFileSync('test/vectors/terraform/organization.json', 'utf8')) as PlanJson;
const ROOT = 'r-gf4s';
const ID = 'o-b72i89quld';

async function organizationCopy(below = emptyEstate()): Promise<CopyFacts> {
  const { cases, facts } = await toTerraformReading(ORGANIZATION, { path: 'plan.json' }, NOW);
  const [given] = cases as readonly CaseSeed[];
  const foretold = emptyEstate();
  foretold.points[given!.copy.pointArn] = given!.point!;
  const source = overlay(estateSource(foretold), overlay(facts, estateSource(below)));
  return assembleFacts(source, given!.copy, { now: NOW, asOf: null });
}

test('a dynamic copy action goes to the vault that the plan makes and no rule backs up into', async () => {
  const facts = await organizationCopy();
  expect(facts.destination.vaultArn).toBe(VAULT);
  expect(facts.destination.vault).toMatchObject({ minRetentionDays: 7, maxRetentionDays: 90 });
  expect(facts.requestedLifecycle).toEqual({ deleteAfterDays: 30 });
});

test('members, the switch, roles, keys and resources of a plan are known before they are there', async () => {
  const facts = await organizationCopy();
  expect(facts.crossAccountCopy).toEqual({ isEnabled: true, changedAt: null });
  expect(facts.role.arn).toBe(`arn:aws:iam::${SOURCE}:role/backup/copies-terraform-backup`);
  expect(facts.source.point).toMatchObject({ resourceType: 'EBS', isEncrypted: true, tags: { backup: 'yes' } });
  expect(facts.destination.key).toMatchObject({ aliases: ['alias/offsite'], state: 'Enabled' });
  expect(outcomes(facts, 'unmet')).toEqual([]);
  expect(outcomes(facts, 'met')).toEqual(
    expect.arrayContaining([
      'same-organization',
      'cross-account-copy-enabled',
      'destination-service-linked-role-exists',
      'destination-vault-admits-source',
      'source-key-admits-destination',
    ]),
  );
});

test('a policy that the plan attaches to the root binds the accounts below it, as far as their place is known', async () => {
  expect(outcomes(await organizationCopy(), 'unknown')).toContain('source-role-may-copy-from-vault');
  const below = emptyEstate();
  for (const account of [SOURCE, DESTINATION]) {
    below.accounts[account] = {
      organization: { id: ID, path: `${ID}/${ROOT}/`, managementAccount: '333333333333' },
      serviceControl: [
        [{ origin: 'FullAWSAccess', document: EVERYTHING }],
        [{ origin: 'FullAWSAccess', document: EVERYTHING }],
      ],
      resourceControl: null,
      tagPolicy: null,
    };
  }
  expect(outcomes(await organizationCopy(below), 'unmet')).toEqual(['source-role-may-copy-from-vault']);
});

const EVERYTHING = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';
