import { readFile, stat } from 'node:fs/promises';
import { emptyEstate } from '../estate.ts';
import { FILE_BYTES_MAX } from '../limits.ts';
import { SourceError } from '../source-error.ts';
import { copyFacts } from './fact-shapes.ts';
import type { FactsFile } from './facts-file.ts';
import { FORMAT, VERSION } from './facts-file.ts';
import { estateShapes, momentShape, planFacts, savedCase } from './file-shapes.ts';
import { listOf, type Shape, type Spot, tableOf, text } from './shape.ts';

/** Reads a file of JSON. Throws SourceError, which names the file, where it is not there, too large, or no JSON. */
export async function readJson(path: string): Promise<unknown> {
  try {
    const { size } = await stat(path);
    if (size > FILE_BYTES_MAX) throw new SourceError('malformed', `${path} is larger than ${FILE_BYTES_MAX} bytes.`);
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const { message } = error as Error;
    if (error instanceof SyntaxError)
      throw new SourceError('malformed', `${path} is no JSON: ${message}`, { cause: error });
    throw new SourceError('not-found', `${path} cannot be read: ${message}`, { cause: error });
  }
}

/** Reads a facts file. Throws SourceError with the file's name and the place in it that is not what it must be. */
export async function readFacts(path: string): Promise<FactsFile> {
  const value = await readJson(path);
  try {
    return toFactsFile(value);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    throw new SourceError(error.kind, `${path}: ${error.message}`, { cause: error });
  }
}

/** A facts file from its JSON; a single copy's facts alone are one as well. */
export function toFactsFile(value: unknown): FactsFile {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SourceError(
      'malformed',
      `This is no facts file: it begins with {"format": "${FORMAT}", "version": ${VERSION}}.`,
    );
  const { format, version, documents, moment, plans = [], cases = [], ...rest } = value as Record<string, unknown>;
  if (format === undefined && 'source' in rest && 'destination' in rest) return ofOneCopy(value);
  if (format !== FORMAT)
    throw new SourceError('malformed', `format must be "${FORMAT}"; found ${JSON.stringify(format) ?? 'nothing'}.`);
  if (version !== VERSION)
    throw new SourceError(
      'malformed',
      `version must be ${VERSION}, which is all that this Crossvault reads; found ${JSON.stringify(version)}.`,
    );
  const spot = spotIn(documents);
  const estate = { ...emptyEstate() };
  for (const [name, table] of Object.entries(rest)) {
    if (!Object.hasOwn(estateShapes, name)) {
      const known = ['moment', ...Object.keys(estateShapes), 'plans', 'cases', 'documents'].join(', ');
      throw new SourceError('malformed', `${name} is not known. Known here: ${known}.`);
    }
    const shape = estateShapes[name as keyof typeof estateShapes] as Shape<never>;
    Object.assign(estate, { [name]: shape(table, spot(name)) });
  }
  return {
    moment: momentShape(moment, spot('moment')),
    estate,
    plans: listOf(planFacts)(plans, spot('plans')),
    cases: listOf(savedCase)(cases, spot('cases')),
  };
}

function ofOneCopy(value: unknown): FactsFile {
  const facts = copyFacts(value, { path: 'facts', documents: new Map() });
  const { now, asOf } = facts;
  return {
    moment: { now, asOf },
    estate: emptyEstate(),
    plans: [],
    cases: [{ label: facts.source.pointArn, origin: { kind: 'asked' }, facts }],
  };
}

function spotIn(documents: unknown): (path: string) => Spot {
  const at = { path: 'documents', documents: new Map<string, string>() };
  const known = new Map(Object.entries(tableOf(text)(documents ?? {}, at)));
  return (path) => ({ path, documents: known });
}
