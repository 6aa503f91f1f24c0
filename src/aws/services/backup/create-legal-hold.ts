import type { CreateLegalHoldInput, CreateLegalHoldOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { activeHolds, holdById, insertHold, type LegalHoldRow } from '../../../storage/records/legal-holds.ts';
import { invariant } from '../../../util/invariant.ts';
import { randomUuid } from '../../../util/random.ts';
import type { Call, Operation, Services, Validated } from '../operation.ts';
import { acceptTags } from './accept-tags.ts';
import { parseHoldSelection, toHoldSelectionShape } from './hold-shape.ts';
import { HOLD_TEXT_LENGTH_MAX, LEGAL_HOLDS_MAX } from './limits.ts';
import { once } from './once.ts';
import { holdArnOf } from './open-legal-hold.ts';
import { authorizeOn, requestTags } from './vault-access.ts';

/** Keeps recovery points from being deleted until the hold is cancelled. It is in force when the answer comes. */
export const createLegalHold: Operation<CreateLegalHoldInput, CreateLegalHoldOutput> = async (
  services,
  input,
  call,
) => {
  const tags = acceptTags(input.Tags);
  await authorizeOn(services, call, {
    action: 'backup:CreateLegalHold',
    resource: holdArnOf(call, '*'),
    context: requestTags(tags),
  });
  const row = toRow(services, call, input);
  const hold = await services.records.write(async (db) => {
    const { answer } = await once(db, { call, operation: 'CreateLegalHold', input }, async () => {
      const inForce = await activeHolds(db, { account: row.account_id, region: row.region });
      if (inForce.length >= LEGAL_HOLDS_MAX) throw backup.tooManyHolds(LEGAL_HOLDS_MAX);
      await insertHold(db, row, tags);
      return row.id;
    });
    return answer === row.id ? row : await holdById(db, answer, call.now);
  });
  invariant(hold, 'a remembered legal hold is on record');
  return {
    Title: hold.title,
    Status: 'CREATING',
    Description: hold.description,
    LegalHoldId: hold.id,
    LegalHoldArn: hold.arn,
    CreationDate: new Date(hold.created_at),
    RecoveryPointSelection: toHoldSelectionShape(hold),
  };
};

function toRow({ random }: Services, call: Call, input: Validated<CreateLegalHoldInput>): LegalHoldRow {
  for (const [member, text] of Object.entries({ Title: input.Title, Description: input.Description })) {
    if (text.length === 0 || text.length > HOLD_TEXT_LENGTH_MAX) {
      throw backup.holdInvalid(`${member} must have 1 to ${HOLD_TEXT_LENGTH_MAX} characters.`);
    }
  }
  const id = randomUuid(random);
  return {
    id,
    arn: holdArnOf(call, id),
    account_id: call.principal.account,
    region: call.region,
    title: input.Title,
    description: input.Description,
    status: 'ACTIVE',
    selection: JSON.stringify(parseHoldSelection(input.RecoveryPointSelection, call.now)),
    created_at: call.now,
    canceled_at: null,
    cancel_description: null,
    retain_until: null,
  };
}
