import type { Position, Statement } from '@aws-sdk/client-iam';
import { parsePolicyDocument } from '../../../../policy/document.ts';

/** A policy in a simulation, and how answers name it. */
export interface Source {
  /** A managed policy's name, `role_NAME_POLICY` of an inline one, `PolicyInputList.1`. */
  readonly id: string;
  readonly document: string;
  /** Of a managed policy. */
  readonly arn?: string;
  /** Of an inline policy. */
  readonly inline?: { readonly policy: string; readonly ownerKind: string; readonly ownerName: string };
}

/** `PolicyInputList.1` and so on: what AWS calls the documents of a request. */
export const toInputSources = (parameter: string, documents: readonly string[] | undefined): readonly Source[] =>
  (documents ?? []).map((document, index) => ({ id: `${parameter}.${index + 1}`, document }));

/** A statement that decided, as answers quote it. */
export function toMatchedStatement({ id, document }: Source, index: number): Statement {
  const spans = parsePolicyDocument(document).document?.statements.map(({ span }) => span) ?? [];
  const span = spans[index] ?? { start: 0, end: document.length };
  return {
    SourcePolicyId: id,
    // The model's enumeration does not know the word that AWS answers with.
    SourcePolicyType: 'IAM Policy' as Statement['SourcePolicyType'],
    StartPosition: toPosition(document, spans[index - 1]?.end ?? startOf(document, span.start)),
    EndPosition: toPosition(document, span.end),
  };
}

/**
 * Where AWS's reader stands when a first statement begins: behind the bracket of the list, or behind the brace of a statement that
 * stands alone. Seen in answers that the AWS CLI's manual and public issues quote; for later statements inferred.
 */
function startOf(document: string, brace: number): number {
  const before = document.slice(0, brace).trimEnd();
  return before.endsWith('[') ? before.length : brace + 1;
}

/** Line and column count from 1. */
function toPosition(document: string, offset: number): Position {
  const lines = document.slice(0, offset).split('\n');
  return { Line: lines.length, Column: (lines.at(-1)?.length ?? 0) + 1 };
}
