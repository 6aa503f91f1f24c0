import { evaluate } from '../../policy/evaluate.ts';
import { text } from '../../words/text.ts';
import { anyIdentity } from '../ask.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isCrossAccount, isUnknown } from '../facts.ts';
import { atManagement, met, notApplicable, smallest, unknown } from '../requirement.ts';

/** Nobody in the destination can take the account, and all copies in it, out of the organization. */
export const leavingOrganizationIsDenied: Check = {
  id: 'leaving-organization-is-denied',
  gate: 'organization',
  severity: 'risk',
  sources: ['FM-ORG-5', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html'],
  judge(facts) {
    const { account, serviceControl, organization } = facts.destination;
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    if (serviceControl === undefined) return notApplicable('nobody looked at the policies above the destination');
    if (isUnknown(organization)) return unknown(organization);
    if (organization === null) return notApplicable('the destination is in no organization');
    if (organization.managementAccount === account) return notApplicable('a management account cannot leave');
    if (isUnknown(serviceControl)) return unknown(serviceControl);
    const arn = `arn:aws:iam::${account}:role/Administrator`;
    const { isAllowed } = evaluate(
      {
        principal: { kind: 'role', account, arn, userId: 'AROA0000000000000000:administrator' },
        action: 'organizations:LeaveOrganization',
        resource: '*',
        resourceAccount: account,
        context: {},
      },
      { identity: anyIdentity, ...(serviceControl && { serviceControl }) },
    );
    if (!isAllowed) return met();
    return found({
      actor: atManagement(facts.destination),
      evidence: [
        {
          origin: `service control policies above account ${account}`,
          quote:
            serviceControl === null
              ? 'none apply'
              : serviceControl
                  .flat()
                  .map(({ origin }) => origin)
                  .join(', '),
        },
      ],
      mends: [smallest(atManagement(facts.destination), text('mend.leaving-organization-is-denied', { account }))],
    });
  },
};
