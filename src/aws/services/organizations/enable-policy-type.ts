import type { EnablePolicyTypeRequest, EnablePolicyTypeResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { listMembers } from '../../../storage/records/organization-members.ts';
import { enabledTypes, enableType } from '../../../storage/records/organization-policies.ts';
import { listUnits } from '../../../storage/records/organizational-units.ts';
import { isTypeEnabled } from '../../../storage/records/organizations.ts';
import type { Operation } from '../operation.ts';
import { rootArn } from './arns.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';
import { toRoot } from './shapes.ts';

/** Every root, unit and account gets AWS's full access where the type takes access away. */
export const enablePolicyType: Operation<EnablePolicyTypeRequest, EnablePolicyTypeResponse> = async (
  services,
  input,
  call,
) => {
  const { RootId, PolicyType } = input;
  const organization = await enter(services, call, {
    action: 'EnablePolicyType',
    by: 'management',
    resource: (own) => rootArn(own, RootId),
    context: entryContext({ policyType: input.PolicyType }),
  });
  const { id, root_id } = organization;
  return services.records.write(async (db) => {
    if (RootId !== root_id) throw messages.rootNotFound();
    if (organization.feature_set !== 'ALL') throw messages.policyTypeNotAvailable();
    if (await isTypeEnabled(db, id, PolicyType)) throw messages.policyTypeAlreadyEnabled();
    const units = await listUnits(db, id);
    const accounts = await listMembers(db, id);
    const targets = [root_id, ...[...units, ...accounts].map((each) => each.id)];
    await enableType(db, { organizationId: id, type: PolicyType, targets }, call.now);
    return { Root: toRoot(organization, await enabledTypes(db, id)) };
  });
};
