import { javaSetOrder } from '../util/java-set-order.ts';
import type { Protocol } from './common.ts';
import { commonError, quotedInProjects } from './common.ts';
import type { Origin } from './service-error.ts';
import { ServiceError } from './service-error.ts';

/** One member of an input that breaks one constraint of the model. */
export interface Violation {
  /** As AWS writes it: `tags.1.member.tagKey`. */
  readonly member: string;
  /** As AWS prints it; absent where the value is sensitive. */
  readonly value?: string;
  readonly constraint: ViolatedConstraint;
}

export type ViolatedConstraint =
  | PlainConstraint
  /** Of the elements of a list, the keys or the values of a map: AWS names them all, whichever of them is broken. */
  | { readonly kind: 'elements' | 'keys' | 'values'; readonly constraints: readonly PlainConstraint[] };

export type PlainConstraint =
  | { readonly kind: 'required' }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'length' | 'value'; readonly side: 'min' | 'max'; readonly limit: number };

interface Speaker {
  /** By its name in a signature's scope. */
  readonly service: string;
  readonly protocol: Protocol;
}

/** The input breaks the model, in at least one place: in the words of the service. */
export function invalidInput(speaker: Speaker, violations: readonly Violation[]): ServiceError {
  switch (speaker.service) {
    case 'organizations':
      return invalidOrganizationsInput(violations[0]!);
    case 'iam':
      return invalidIamInput(violations);
    case 'backup':
      return invalidBackupInput(violations);
    default:
      return modelBroken(speaker.protocol, violations);
  }
}

/** What most services say: one error names every violation. */
const modelBroken = (protocol: Protocol, violations: readonly Violation[]): ServiceError =>
  commonError(protocol, {
    spoken: {
      'rest-json': ['ValidationException', 400],
      'json-1.1': ['ValidationException', 400],
      query: ['ValidationError', 400],
    },
    message: violationsSentence(violations),
    origin: quotedInProjects,
  });

/** Backup has exceptions of its own for both, and one of them for what is missing. */
function invalidBackupInput(violations: readonly Violation[]): ServiceError {
  const isMissing = violations.some(({ constraint }) => constraint.kind === 'required');
  return new ServiceError({
    code: isMissing ? 'MissingParameterValueException' : 'InvalidParameterValueException',
    message: violationsSentence(violations),
    origin: {
      kind: 'inferred',
      from: "the exceptions that Backup's API reference lists, the sentence of other services",
    },
  });
}

/** IAM's names and paths have words of their own in place of the pattern; lengths and the rest come before. */
function invalidIamInput(violations: readonly Violation[]): ServiceError {
  const others = violations.filter(({ constraint }) => iamRuleOf(constraint) === undefined);
  if (others.length > 0) return modelBroken('query', others);
  const [{ member, constraint }] = violations as readonly [Violation];
  return new ServiceError({
    code: 'ValidationError',
    message: `The specified value for ${member} is invalid. ${iamRuleOf(constraint)}`,
    origin: quotedInProjects,
  });
}

const iamRuleOf = (constraint: ViolatedConstraint): string | undefined =>
  constraint.kind === 'pattern' ? iamRules.get(constraint.pattern) : undefined;

const iamRules = new Map([
  ['[\\w+=,.@-]+', 'It must contain only alphanumeric characters and/or the following: +=,.@_-'],
  ...['(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)', '(\\u002F)|(\\u002F[\\u0021-\\u007F]+\\u002F)'].map(
    (pattern): [string, string] => [
      pattern,
      'It must begin and end with / and contain only alphanumeric characters and/or / characters.',
    ],
  ),
]);

/** Organizations names one violation, as a reason with the member behind it: `INVALID_PATTERN:RESOURCE_ID`. */
function invalidOrganizationsInput({ member, constraint }: Violation): ServiceError {
  const [reason, message] = organizationsReason(member, constraint);
  const name = member.split('.').at(-1)!;
  const Reason = `${reason}:${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
  return new ServiceError({
    code: 'InvalidInputException',
    message,
    members: { Reason },
    origin: organizationsReference,
  });
}

/** InvalidInputException with its reasons; answers that users quote end in a full stop and do not contract. */
const organizationsReference: Origin = {
  kind: 'documented',
  url: 'https://docs.aws.amazon.com/organizations/latest/APIReference/API_TagResource.html',
  seen: '2026-11-22',
};

function organizationsReason(
  member: string,
  constraint: ViolatedConstraint,
): readonly [reason: string, message: string] {
  switch (constraint.kind) {
    case 'required':
      return ['INPUT_REQUIRED', 'You must include a value for all required parameters.'];
    case 'pattern':
      if (member === 'targetId') return ['INVALID_PATTERN', 'You specified an invalid value.'];
      return ['INVALID_PATTERN', 'You provided a value that does not match the required pattern.'];
    case 'enum':
      return ['INVALID_ENUM', 'You specified an invalid value.'];
    case 'length':
      return constraint.side === 'max'
        ? ['MAX_LENGTH_EXCEEDED', 'You provided a string parameter that is longer than allowed.']
        : ['MIN_LENGTH_EXCEEDED', 'You provided a string parameter that is shorter than allowed.'];
    case 'value':
      return constraint.side === 'max'
        ? ['MAX_VALUE_EXCEEDED', 'You provided a numeric parameter that has a larger value than allowed.']
        : ['MIN_VALUE_EXCEEDED', 'You provided a numeric parameter that has a smaller value than allowed.'];
    default:
      return ['INVALID_LIST_MEMBER', 'You provided a list to a parameter that contains at least one invalid value.'];
  }
}

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
      return `Member must satisfy enum value set: [${javaSetOrder(constraint.values).join(', ')}]`;
    case 'length':
    case 'value': {
      const side = constraint.side === 'min' ? 'greater than or equal to' : 'less than or equal to';
      return `Member must have ${constraint.kind} ${side} ${constraint.limit}`;
    }
    default: {
      const subject = { elements: 'Member', keys: 'Map keys', values: 'Map value' }[constraint.kind];
      return `${subject} must satisfy constraint: [${constraint.constraints.map(constraintSentence).join(', ')}]`;
    }
  }
}
