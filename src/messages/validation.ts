import type { Protocol } from './common.ts';
import { commonError, quotedInProjects } from './common.ts';
import type { ServiceError } from './service-error.ts';

/** One member of an input that breaks one constraint of the model. */
export interface Violation {
  /** As AWS writes it: `tags.1.member.tagKey`. */
  readonly member: string;
  /** As AWS prints it; absent where the value is sensitive. */
  readonly value?: string;
  readonly constraint: ViolatedConstraint;
}

export type ViolatedConstraint =
  | { readonly kind: 'required' }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'length' | 'value'; readonly side: 'min' | 'max'; readonly limit: number };

/** The input breaks the model: one error names every violation (at least one). Backup has a name of its own for what is missing. */
export function invalidInput(protocol: Protocol, violations: readonly Violation[]): ServiceError {
  const isMissing = violations.some(({ constraint }) => constraint.kind === 'required');
  return commonError(protocol, {
    spoken: {
      'rest-json': [isMissing ? 'MissingParameterValueException' : 'InvalidParameterValueException', 400],
      'json-1.1': ['ValidationException', 400],
      query: ['ValidationError', 400],
    },
    message: violationsSentence(violations),
    origin: quotedInProjects,
  });
}

/** IAM's names and paths: its own words, in place of the pattern. Nothing where IAM has none for this pattern. */
export function invalidIamValue({ member, constraint }: Violation): ServiceError | undefined {
  if (constraint.kind !== 'pattern') return undefined;
  const rule = iamRules.get(constraint.pattern);
  if (rule === undefined) return undefined;
  return commonError('query', {
    spoken: {
      'rest-json': ['ValidationError', 400],
      'json-1.1': ['ValidationError', 400],
      query: ['ValidationError', 400],
    },
    message: `The specified value for ${member} is invalid. ${rule}`,
    origin: quotedInProjects,
  });
}

const iamRules = new Map([
  ['[\\w+=,.@-]+', 'It must contain only alphanumeric characters and/or the following: +=,.@_-'],
  [
    '(\\u002F)|(\\u002F[\\u0021-\\u007F]+\\u002F)',
    'It must begin and end with / and contain only alphanumeric characters and/or / characters.',
  ],
]);

function violationsSentence(violations: readonly Violation[]): string {
  const count = violations.length === 1 ? '1 validation error' : `${violations.length} validation errors`;
  return `${count} detected: ${violations.map(violationSentence).join('; ')}`;
}

function violationSentence({ member, value, constraint }: Violation): string {
  const shown = constraint.kind === 'required' ? ' null' : value === undefined ? '' : ` '${value}'`;
  return `Value${shown} at '${member}' failed to satisfy constraint: ${constraintSentence(constraint)}`;
}

function constraintSentence(constraint: ViolatedConstraint): string {
  switch (constraint.kind) {
    case 'required':
      return 'Member must not be null';
    case 'pattern':
      return `Member must satisfy regular expression pattern: ${constraint.pattern}`;
    case 'enum':
      return `Member must satisfy enum value set: [${constraint.values.join(', ')}]`;
    default: {
      const side = constraint.side === 'min' ? 'greater than or equal to' : 'less than or equal to';
      return `Member must have ${constraint.kind} ${side} ${constraint.limit}`;
    }
  }
}
