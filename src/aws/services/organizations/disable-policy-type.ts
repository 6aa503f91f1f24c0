import type { DisablePolicyTypeRequest, DisablePolicyTypeResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { disableType, enabledTypes } from '../../../storage/records/organization-policies.ts';
import { isTypeEnabled } from '../../../storage/records/organizations.ts';
import { reconcilePolicyPlans } from '../../../storage/records/policy-plans.ts';
import type { Operation } from '../operation.ts';
import { rootArn } from './arns.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';
import { toRoot } from './shapes.ts';

/** The policies stay, their attachments are lost. */
export const disablePolicyType: Operation<DisablePolicyTypeRequest, DisablePolicyTypeResponse> = async (
  services,
  input,
  call,
) => {
  const { RootId, PolicyType } = input;
  const organization = await enter(services, call, {
    action: 'DisablePolicyType',
    by: 'management',
    resource: (own) => rootArn(own, RootId),
    context: entryContext({ policyType: input.PolicyType }),
  });
  return services.records.write(async (db) => {
    if (RootId !== organization.root_id) throw messages.rootNotFound();
    if (!(await isTypeEnabled(db, organization.id, PolicyType))) throw messages.policyTypeNotEnabled();
    await disableType(db, organization.id, PolicyType);
    if (PolicyType === 'BACKUP_POLICY')
      await reconcilePolicyPlans(db, organization.id, { now: call.now, random: services.random });
    return { Root: toRoot(organization, await enabledTypes(db, organization.id)) };
  });
};
