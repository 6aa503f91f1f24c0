import { jobMessage } from './job-message.ts';

/** The status message of a recovery point that should have gone and could not be deleted: EXPIRED. */
export const cannotBeDeleted = jobMessage({
  id: 'recovery-point.cannot-be-deleted',
  text: () =>
    'Recovery point has exceeded its retention period, but AWS Backup lacks permission or is otherwise unable to delete it.',
  origin: {
    kind: 'inferred',
    from: "Developer Guide, 'Deleting backups': what the status EXPIRED means, in its words; no source quotes a status message",
  },
});
