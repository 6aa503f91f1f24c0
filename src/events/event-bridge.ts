import type { EventKind, EventRow } from '../storage/records/events.ts';
import { eventId } from './event-id.ts';
import { jobDetail } from './job-detail.ts';
import { type EventDetail, planDetail, pointDetail, regionSettingsDetail, vaultDetail } from './thing-detail.ts';

/** An event as EventBridge delivers it. https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html */
export interface EventBridgeEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: 'aws.backup';
  readonly account: string;
  /** To the second. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

const DETAIL_TYPES: Readonly<Record<EventKind, string>> = {
  backup: 'Backup Job State Change',
  copy: 'Copy Job State Change',
  restore: 'Restore Job State Change',
  'recovery-point': 'Recovery Point State Change',
  vault: 'Backup Vault State Change',
  plan: 'Backup Plan State Change',
  'region-settings': 'Region Setting State Change',
};

/** The event in AWS's form: member by member, and oddity by oddity, as in the samples of the Developer Guide. */
export function toEventBridge(row: EventRow): EventBridgeEvent {
  const { resources, detail } = detailOf(row);
  return {
    version: '0',
    id: eventId(row, 'event'),
    'detail-type': DETAIL_TYPES[row.kind],
    source: 'aws.backup',
    account: row.account_id,
    time: new Date(row.happened_at).toISOString().replace(/\.\d+Z$/, 'Z'),
    region: row.region,
    resources,
    // Members that are not there are left away, as JSON does with undefined.
    detail: JSON.parse(JSON.stringify(detail)) as Record<string, unknown>,
  };
}

function detailOf(row: EventRow): EventDetail {
  switch (row.kind) {
    case 'backup':
    case 'copy':
    case 'restore':
      return jobDetail(row, row.kind);
    case 'recovery-point':
      return pointDetail(row);
    case 'vault':
      return vaultDetail(row);
    case 'plan':
      return planDetail(row);
    case 'region-settings':
      return regionSettingsDetail(row);
  }
}
