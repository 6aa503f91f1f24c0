import * as copyJob from '../messages/copy-job.ts';
import type { JobMessage } from '../messages/job-message.ts';
import type { ResourceType } from '../model/resource-type.ts';

/** Types differ in how the service that owns them words a key it cannot use. */
type Speaker = 'rds' | 'ec2' | 'backup';

function speakerOf(type: ResourceType): Speaker {
  switch (type) {
    case 'RDS':
    case 'Aurora':
    case 'DocumentDB':
    case 'Neptune':
      return 'rds';
    case 'EBS':
    case 'EC2':
    case 'Storage Gateway':
      return 'ec2';
    default:
      return 'backup';
  }
}

/** The source key cannot be used by the destination: families 5 and 6, and Backup's own sentence for all other types. */
export function sourceKeyUnusable(type: ResourceType): JobMessage {
  const speaker = speakerOf(type);
  if (speaker === 'rds') return copyJob.sourceSnapshotKeyUnusable();
  return speaker === 'ec2' ? copyJob.amiSnapshotKeyNotAccessible() : copyJob.keyDisabledOrDenied();
}

/** The destination key cannot be used. EC2 speaks the same sentence for both keys. */
export function destinationKeyUnusable(type: ResourceType, keyArn: string): JobMessage {
  const speaker = speakerOf(type);
  if (speaker === 'rds') return copyJob.targetKeyUnusable(keyArn);
  return speaker === 'ec2' ? copyJob.amiSnapshotKeyNotAccessible() : copyJob.keyDisabledOrDenied();
}
