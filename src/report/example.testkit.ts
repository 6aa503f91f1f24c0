import type { Diagnosed } from '../decision/diagnosis.ts';
import { text } from '../words/text.ts';
import type { Examined, Report } from './report.ts';
import { type ReportOptions, toReport } from './to-report.ts';

/** A finding as a judge would hand it on; each test says what is special about it. */
export const finding = (parts: Partial<Diagnosed> & Pick<Diagnosed, 'id'>): Diagnosed => ({
  gate: 'destination-vault',
  outcome: 'unmet',
  severity: 'blocks',
  title: text('title.destination-vault-admits-source'),
  actor: { side: 'destination', account: DESTINATION },
  evidence: [],
  mends: [],
  sources: [],
  ...parts,
});

const SOURCE = '111122223333';
const DESTINATION = '444455556666';
const key = 'key policy of arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555';
const statement = {
  Sid: 'Owner',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${SOURCE}:root` },
  Action: 'kms:*',
  Resource: '*',
};

const findings: readonly Diagnosed[] = [
  finding({ id: 'same-organization', gate: 'organization', outcome: 'met' }),
  finding({ id: 'role-can-be-assumed', gate: 'role', outcome: 'met' }),
  finding({
    id: 'source-key-admits-destination',
    gate: 'source-key',
    title: text('title.source-key-admits-destination'),
    actor: { side: 'source', account: SOURCE },
    evidence: [{ origin: key, place: 'Owner', quote: `${JSON.stringify(statement)} (Principal: asked x, written y)` }],
  }),
  finding({
    id: 'destination-vault-admits-source',
    explanation: text('why.destination-vault-admits-source'),
    evidence: [{ origin: 'vault access policy of safe', quote: 'nothing allows it' }],
    mends: [
      {
        kind: 'smallest',
        actor: { side: 'destination', account: DESTINATION },
        text: text('mend.same-organization'),
        remedy: { kind: 'create-service-linked-role', account: DESTINATION },
      },
    ],
    sources: ['FM-VLT-1'],
  }),
  finding({
    id: 'destination-key-usable',
    gate: 'destination-key',
    title: text('ok.destination-key-usable'),
    outcome: 'unknown',
    grant: 'kms:GetKeyPolicy',
    actor: { side: 'nobody' },
  }),
  finding({ id: 'tags-obey-tag-policy', gate: 'tags', outcome: 'not-applicable' }),
  finding({ id: 'destination-may-leave', gate: 'destination-account', severity: 'risk' }),
];

const facts = {
  role: { arn: `arn:aws:iam::${SOURCE}:role/Backup` },
  source: {
    account: SOURCE,
    region: 'eu-west-1',
    vaultArn: `arn:aws:backup:eu-west-1:${SOURCE}:backup-vault:plain`,
    pointArn: 'arn:aws:ec2:eu-west-1::snapshot/snap-0abc',
    point: null,
  },
  destination: {
    account: DESTINATION,
    region: 'eu-west-1',
    vaultArn: `arn:aws:backup:eu-west-1:${DESTINATION}:backup-vault:safe`,
  },
} as unknown as Examined['facts'];

/** A copy with a fault in each account, a risk, and a gap. */
export const brokenCopy: Examined = { facts, diagnosis: { verdict: 'broken', findings } };

/** The same copy where all is well. */
export const soundCopy: Examined = {
  facts,
  diagnosis: { verdict: 'works', findings: findings.filter(({ outcome }) => outcome === 'met') },
};

export const reportOf = (examined: readonly Examined[], options: Partial<ReportOptions> = {}): Report =>
  toReport(examined, { language: 'en', ...options });
