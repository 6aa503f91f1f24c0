import type { PutBackupVaultNotificationsInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { parseArn } from '../../../model/arn.ts';
import { setVaultNotifications } from '../../../storage/records/vault-notifications.ts';
import type { Operation } from '../operation.ts';
import { openVault } from './vault-access.ts';

/** Says which events of a vault are to go to a topic: from then on they are told on the channels of events (`src/events/`), in the form of SNS. */
export const putBackupVaultNotifications: Operation<PutBackupVaultNotificationsInput, Record<string, never>> = async (
  services,
  input,
  call,
) => {
  const vault = await openVault(services, call, {
    action: 'backup:PutBackupVaultNotifications',
    vaultName: input.BackupVaultName,
  });
  const topic = parseArn(input.SNSTopicArn);
  if (topic?.service !== 'sns' || topic.region === '' || topic.account === '') {
    throw backup.topicInvalid(input.SNSTopicArn);
  }
  const events = JSON.stringify([...new Set(input.BackupVaultEvents)]);
  await services.records.write((db) =>
    setVaultNotifications(db, { vault_arn: vault.arn, topic_arn: input.SNSTopicArn, events }),
  );
  return {};
};
