import { parsePolicyDocument } from '../policy/document.ts';
import type {
  Evaluation,
  Explanation,
  PolicySet,
  SourcedDocument,
  StatementExplanation,
} from '../policy/evaluation.ts';
import type { Span } from '../policy/language/json.ts';
import type { Evidence } from './requirement.ts';

/** Enough for a reader to see the fault; the document itself has the rest. */
const EVIDENCE_MAX = 5;

/**
 * What decided a "no", quoted: the statements that deny, or, where nothing allows, the allowing statements that came nearest, each with
 * the first element that did not fit.
 */
export function evidenceOf(evaluation: Evaluation, policies: PolicySet): readonly Evidence[] {
  const documents = documentsOf(policies);
  const decisive = evaluation.explanations.filter(({ kind }) => kind === evaluation.decidedBy);
  const quotes = decisive.flatMap((explanation) => {
    const document = documents.find(({ origin }) => origin === explanation.origin);
    return statementsOf(explanation, evaluation).map((statement) => toEvidence(explanation, statement, document));
  });
  if (quotes.length > 0) return quotes.slice(0, EVIDENCE_MAX);
  return [{ origin: decisive[0]?.origin ?? NAMES[evaluation.decidedBy ?? 'identity'], quote: 'nothing allows it' }];
}

const NAMES = {
  identity: 'identity policies',
  'permissions-boundary': 'permissions boundary',
  session: 'session policies',
  'service-control': 'service control policies',
  'resource-control': 'resource control policies',
  resource: "the resource's own policy",
} as const;

function statementsOf(explanation: Explanation, { outcome }: Evaluation): readonly StatementExplanation[] {
  if (outcome === 'explicit-deny') {
    return explanation.statements.filter(({ effect, matches }) => effect === 'Deny' && matches);
  }
  // A statement about other actions is no near miss.
  return explanation.statements
    .filter(({ effect, missed }) => effect === 'Allow' && missed && missed.element !== 'Action')
    .toSorted((one, other) => nearness(one) - nearness(other));
}

/** A statement for the right principal whose condition fails is what a reader looks for; one about somebody else comes last. */
const nearness = ({ missed }: StatementExplanation): number =>
  missed?.element.includes('Principal') ? 2 : missed?.element.includes('Resource') ? 1 : 0;

function toEvidence(
  { origin }: Explanation,
  { name, index, missed }: StatementExplanation,
  document: SourcedDocument | undefined,
): Evidence {
  const statement = document && index !== undefined ? quote(document.document, index) : name;
  const why = missed ? ` (${missed.element}: asked ${missed.asked}, written ${missed.written})` : '';
  const span = document && index !== undefined ? spanOf(document.document, index) : undefined;
  const place = document && span ? placed(name, document.document, span) : name;
  return { origin, place, quote: `${statement}${why}` };
}

/** A statement's name, and its line where the document has several. */
export function placed(name: string, text: string, { start }: Span): string {
  if (!text.trimEnd().includes('\n')) return name;
  return `${name}, line ${text.slice(0, start).split('\n').length}`;
}

function quote(text: string, index: number): string {
  const span = spanOf(text, index);
  return span === undefined ? text : text.slice(span.start, span.end);
}

const spanOf = (text: string, index: number): Span | undefined =>
  parsePolicyDocument(text).document?.statements[index]?.span;

/** Every document of a set; grants aside, which have no conditions of their own. */
export function documentsOf(policies: PolicySet): readonly SourcedDocument[] {
  const { identity, boundary, serviceControl, resourceControl, resource } = policies;
  return [
    ...identity,
    ...(boundary ? [boundary] : []),
    ...(serviceControl ?? []).flat(),
    ...(resourceControl ?? []).flat(),
    ...(resource ? [resource] : []),
  ];
}
