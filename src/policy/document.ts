import type { Condition } from './conditions/condition.ts';
import type { Finding } from './finding.ts';
import type { Span } from './language/json.ts';
import { readDocument } from './language/read-document.ts';
import { PARSED_DOCUMENTS_MAX } from './limits.ts';
import type { PrincipalPattern } from './matching/principal.ts';
import type { Template } from './matching/template.ts';

/** A policy document, read once for any number of decisions. */
export interface PolicyDocument {
  /** 2008-10-17 where none is written, as IAM has it. */
  readonly version: '2008-10-17' | '2012-10-17';
  readonly id?: string;
  readonly statements: readonly Statement[];
}

export interface Statement {
  /** Counted from 0. */
  readonly index: number;
  /** Sid, or `statement 1` (counted from 1) where there is none. */
  readonly name: string;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly principal?: PrincipalElement;
  readonly action: ActionElement;
  readonly resource?: ResourceElement;
  readonly conditions: readonly Condition[];
  /** Where the statement stands in the text. */
  readonly span: Span;
}

/** `Principal`, or `NotPrincipal` where negated. */
export interface PrincipalElement {
  readonly isNegated: boolean;
  readonly patterns: readonly PrincipalPattern[];
  readonly written: string;
}

/** `Action`, or `NotAction` where negated. */
export interface ActionElement {
  readonly isNegated: boolean;
  readonly patterns: readonly Template[];
  readonly written: string;
}

/** `Resource`, or `NotResource` where negated. */
export interface ResourceElement {
  readonly isNegated: boolean;
  readonly patterns: readonly Template[];
  readonly written: string;
}

export interface ParsedDocument {
  /** Absent where a finding makes the text unreadable. A principal that names nobody does not: it matches nobody. */
  readonly document?: PolicyDocument;
  readonly findings: readonly Finding[];
}

/** The younger and the elder half of what is remembered: nothing is ever deleted singly, which would cost more than reading again. */
let younger = new Map<string, ParsedDocument>();
let elder = new Map<string, ParsedDocument>();

/** Reads a document; findings about its form are values. Remembers at least the last `PARSED_DOCUMENTS_MAX` texts that were asked for, since decisions repeat. */
export function parsePolicyDocument(text: string): ParsedDocument {
  const known = younger.get(text);
  if (known) return known;
  const result = elder.get(text) ?? readDocument(text);
  if (younger.size >= PARSED_DOCUMENTS_MAX) [younger, elder] = [new Map(), younger];
  younger.set(text, result);
  return result;
}
