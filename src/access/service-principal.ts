import type { Principal } from '../model/principal.ts';

/** An AWS service acting in its own name, such as `backup.amazonaws.com`. */
export const servicePrincipal = (service: string): Principal => ({
  kind: 'service',
  account: '',
  arn: service,
  userId: service,
});
