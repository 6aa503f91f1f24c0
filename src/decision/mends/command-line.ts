import type { AwsCall } from './aws-calls.ts';
import { isSaved } from './aws-calls.ts';

/** A call as a line for a POSIX shell, every value quoted so that the shell reads it as it is written. */
export function commandLine({ service, operation, input, region, saves }: AwsCall): string {
  const words = ['aws', service, kebab(operation)];
  for (const [member, value] of Object.entries(input)) {
    words.push(`--${kebab(member)}`);
    if (value !== true) words.push(word(value));
  }
  if (region !== undefined) words.push('--region', region);
  if (saves === undefined) return words.join(' ');
  return `${saves.name}=$(${words.join(' ')} --query ${saves.member} --output text)`;
}

function word(value: AwsCall['input'][string]): string {
  if (typeof value === 'object' && isSaved(value)) return `"$${value.saved}"`;
  return shellQuoted(typeof value === 'string' ? value : JSON.stringify(value));
}

/** As the AWS CLI names operations and options: `AWSServiceName` is `aws-service-name`. */
const kebab = (name: string): string =>
  name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

/** In single quotes unless it is plain; a single quote itself ends them, stands escaped, and opens them again. */
export function shellQuoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
