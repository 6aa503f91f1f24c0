import type { ResourceType } from '../../model/resource-type.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isCrossAccount, isUnknown, knownOf } from '../facts.ts';
import { atDestination, met, notApplicable, smallest, unknown } from '../requirement.ts';

/** Services that restore under a service-linked role of their own. Developer Guide, "Restoring a backup from one account to another". */
const LINKED: Readonly<Partial<Record<ResourceType, string>>> = {
  RDS: 'rds.amazonaws.com',
  Aurora: 'rds.amazonaws.com',
  DocumentDB: 'rds.amazonaws.com',
  Neptune: 'rds.amazonaws.com',
  FSx: 'fsx.amazonaws.com',
  EFS: 'elasticfilesystem.amazonaws.com',
};

/** The destination could restore what it is given: the type's own service has its service-linked role there. */
export const typeCanBeRestoredThere: Check = {
  id: 'type-can-be-restored-there',
  gate: 'destination-account',
  severity: 'risk',
  sources: ['FM-SIL-7', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html'],
  judge(facts) {
    const { linkedServices, account } = facts.destination;
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    if (isUnknown(facts.source.point)) return unknown(facts.source.point);
    const type = knownOf(facts.source.point)?.resourceType;
    const service = type && LINKED[type];
    if (service === undefined) return notApplicable('the type needs no such role');
    if (linkedServices === undefined) return notApplicable('nobody looked at the roles of the destination');
    if (isUnknown(linkedServices)) return unknown(linkedServices);
    if (linkedServices.includes(service)) return met();
    return found({
      parts: { service },
      actor: atDestination(facts),
      evidence: [
        { origin: `account ${account}`, place: 'service-linked roles', quote: linkedServices.join(', ') || 'none' },
      ],
      mends: [smallest(atDestination(facts), text('mend.type-can-be-restored-there', { service, account }))],
    });
  },
};
