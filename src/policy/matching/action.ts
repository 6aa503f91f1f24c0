import { matchesTemplate, type Template, toTemplate } from './template.ts';

const noVariables = () => undefined;

/** `backup:Copy*`; case does not matter and variables are not known here. */
export const toActionTemplate = (written: string): Template =>
  toTemplate(written, { hasWildcards: true, hasVariables: false, ignoresCase: true });

/** `action` in lower case. */
export const matchesAction = (template: Template, action: string): boolean =>
  matchesTemplate(template, action, noVariables);
