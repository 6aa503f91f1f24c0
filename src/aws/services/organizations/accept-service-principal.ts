import * as messages from '../../../messages/organizations.ts';

/** Throws for a name that no service has. Which services AWS knows changes by the month, so the form decides. */
export function acceptServicePrincipal(name: string): string {
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:amazonaws\.com|amazon\.com|aws\.internal)$/.test(name)) return name;
  throw messages.invalidInput('UNRECOGNIZED_SERVICE_PRINCIPAL');
}
