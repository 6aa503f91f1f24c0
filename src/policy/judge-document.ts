import { holds } from './conditions/condition.ts';
import {
  type ActionElement,
  type PolicyDocument,
  parsePolicyDocument,
  type ResourceElement,
  type Statement,
} from './document.ts';
import type { AuthorizationRequest, Explanation, SourcedDocument, StatementExplanation } from './evaluation.ts';
import { ACTIONS_REMEMBERED_MAX } from './limits.ts';
import { matchesAction } from './matching/action.ts';
import { best, matchPrincipal, type PrincipalMatch } from './matching/principal.ts';
import { type Lookup, matchesTemplate } from './matching/template.ts';
import type { ContextView } from './request-context.ts';

/** A request with what is needed again and again worked out once. */
export interface Question {
  readonly request: AuthorizationRequest;
  readonly actionLowerCase: string;
  readonly context: ContextView;
  /** Whether the caller is a user or role with a permissions boundary. */
  readonly isBounded: boolean;
}

/** What one document says to the request. */
export interface Verdict {
  readonly explanation: Explanation;
  readonly isDenied: boolean;
  /** The best way in which an allowing statement names the caller; `none` where no statement allows. Documents without principals say `identity`. */
  readonly allows: PrincipalMatch;
}

/**
 * Judges every statement of a document. A text that cannot be read denies: what it says might be a denial.
 */
export function judgeDocument(
  kind: Explanation['kind'],
  { origin, document: text, arn }: SourcedDocument,
  question: Question,
): Verdict {
  const { document, findings } = parsePolicyDocument(text);
  const source: Source = { kind, origin, ...(arn !== undefined && { arn }) };
  if (!document) return unreadable(source, findings[0]?.sentence ?? 'The document cannot be read.');
  return judgeStatements({ source, document, question });
}

type Source = Pick<Explanation, 'kind' | 'origin' | 'arn'>;

interface Judged {
  readonly source: Source;
  readonly document: PolicyDocument;
  readonly question: Question;
}

function judgeStatements({ source, document, question }: Judged): Verdict {
  let isDenied = false;
  let allows: PrincipalMatch = 'none';
  const { relevant, explained } = aboutAction(document, question);
  if (relevant.length === 0) {
    return { isDenied, allows, explanation: { ...source, outcome: 'no-match', statements: explained } };
  }
  const statements = explained.slice();
  for (const statement of relevant) {
    const principal = matchStatementPrincipal(statement, question);
    const missed = principal === 'none' ? missedPrincipal(statement, question) : firstMissed(statement, question);
    if (!missed && statement.effect === 'Deny') isDenied = true;
    if (!missed && statement.effect === 'Allow') allows = best(allows, principal);
    statements[statement.index] = explain(statement, missed);
  }
  const outcome = isDenied ? 'explicit-deny' : allows === 'none' ? 'no-match' : 'allowed';
  return { isDenied, allows, explanation: { ...source, outcome, statements } };
}

interface AboutAction {
  /** Statements that have to be looked at: those about the action, and all that have principals, which are looked at first. */
  readonly relevant: readonly Statement[];
  /** What is said of the others, each in its place. */
  readonly explained: readonly StatementExplanation[];
}

/** Most statements of a long policy are about other actions, each time it is asked. Kept as long as the document is. */
const ABOUT_ACTIONS = new WeakMap<PolicyDocument, Map<string, AboutAction>>();

function aboutAction(document: PolicyDocument, question: Question): AboutAction {
  const known = ABOUT_ACTIONS.get(document) ?? new Map<string, AboutAction>();
  ABOUT_ACTIONS.set(document, known);
  const { action } = question.request;
  const earlier = known.get(action);
  if (earlier !== undefined) return earlier;
  const relevant: Statement[] = [];
  const explained: StatementExplanation[] = [];
  for (const statement of document.statements) {
    const missed = statement.principal ? undefined : missedAction(statement.action, question);
    if (missed === undefined) relevant.push(statement);
    explained[statement.index] = explain(statement, missed);
  }
  const found = { relevant, explained };
  if (known.size < ACTIONS_REMEMBERED_MAX) known.set(action, found);
  return found;
}

type Missed = NonNullable<StatementExplanation['missed']>;

function explain({ name, index, effect }: Statement, missed: Missed | undefined): StatementExplanation {
  if (!missed) return { name, index, effect, matches: true };
  return { name, index, effect, matches: false, missed };
}

function matchStatementPrincipal({ principal, effect }: Statement, { request, isBounded }: Question): PrincipalMatch {
  if (!principal) return 'identity';
  const match = matchPrincipal(principal.patterns, request.principal);
  if (!principal.isNegated) return match;
  // "will always deny any IAM principal that has a permissions boundary policy attached, regardless of the values specified": IAM User
  // Guide, "NotPrincipal".
  if (isBounded && effect === 'Deny') return 'everyone';
  // Naming the account alone exempts nobody in it: AWS's examples list account and user side by side.
  return match === 'none' || match === 'account' ? 'everyone' : 'none';
}

function missedPrincipal({ principal }: Statement, { request }: Question): Missed {
  const asked = request.principal.sessionArn ?? request.principal.arn;
  return { element: principal?.isNegated ? 'NotPrincipal' : 'Principal', asked, written: principal?.written ?? '' };
}

function firstMissed(statement: Statement, question: Question): Missed | undefined {
  return (
    missedAction(statement.action, question) ??
    missedResource(statement.resource, question) ??
    missedCondition(statement, question)
  );
}

function missedAction(element: ActionElement, { request, actionLowerCase }: Question): Missed | undefined {
  const fits = element.patterns.some((pattern) => matchesAction(pattern, actionLowerCase));
  if (fits !== element.isNegated) return undefined;
  return { element: element.isNegated ? 'NotAction' : 'Action', asked: request.action, written: element.written };
}

function missedResource(element: ResourceElement | undefined, { request, context }: Question): Missed | undefined {
  if (!element) return undefined;
  const fits = element.patterns.some((pattern) => matchesTemplate(pattern, request.resource, context.lookup));
  if (fits !== element.isNegated) return undefined;
  return { element: element.isNegated ? 'NotResource' : 'Resource', asked: request.resource, written: element.written };
}

function missedCondition({ conditions }: Statement, { context }: Question): Missed | undefined {
  const lookup: Lookup = context.lookup;
  for (const condition of conditions) {
    const asked = context.values(condition.keyLowerCase);
    if (holds(condition, asked, lookup)) continue;
    const element = `Condition ${condition.operator} ${condition.key}`;
    return { element, asked: asked.length === 0 ? '(absent)' : asked.join(', '), written: condition.values.join(', ') };
  }
  return undefined;
}

function unreadable(source: Source, sentence: string): Verdict {
  const statements: StatementExplanation[] = [{ name: `unreadable: ${sentence}`, effect: 'Deny', matches: true }];
  return { isDenied: true, allows: 'none', explanation: { ...source, outcome: 'explicit-deny', statements } };
}
