import type { Operation } from '../operation.ts';
import { enter } from './enter.ts';
import { releaseAccount } from './release-account.ts';

/** The member's own way out; a service control policy may bar it. */
export const leaveOrganization: Operation<object, object> = async (services, _input, call) => {
  const organization = await enter(services, call, { action: 'LeaveOrganization', by: 'members' });
  await services.records.write((db) =>
    releaseAccount(db, { organization, account: call.principal.account, now: call.now, random: services.random }),
  );
  return {};
};
