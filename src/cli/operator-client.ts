import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_DATA_DIRECTORY } from '../server/config.ts';
import { operatorTokenFile } from '../server/operator-token.ts';
import { endpointUrl } from './aws-session.ts';
import { CommandError, EXIT } from './exit-codes.ts';

export interface OperatorFlags {
  readonly endpointUrl?: string;
  readonly data?: string;
}

/** Calls the operator API. Its refusals become one-line errors; a server that is not there is exit code 69. */
export async function callOperator<Answer>(
  flags: OperatorFlags,
  method: string,
  route: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetchOperator(flags, method, route, body);
  const answer = (await response.json()) as Answer & { error?: { message: string } };
  if (!response.ok)
    throw new CommandError(EXIT.usage, answer.error?.message ?? `The server answered ${response.status}.`);
  return answer;
}

/** The raw response, for streams. */
export async function fetchOperator(
  flags: OperatorFlags,
  method: string,
  route: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  const endpoint = endpointUrl(flags);
  const token = readToken(flags);
  try {
    return await fetch(new URL(`/_crossvault/${route}`, endpoint), {
      method,
      ...(signal === undefined ? {} : { signal }),
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new CommandError(
      EXIT.missing,
      `No server answers at ${endpoint}. Start one with "crossvault serve", or name another with --endpoint-url.`,
      {
        cause: error,
      },
    );
  }
}

/** From the environment, else from the data directory when it is on this machine; a server in dev mode wants none. */
function readToken({ data }: OperatorFlags): string | undefined {
  const given = process.env.CROSSVAULT_OPERATOR_TOKEN;
  if (given !== undefined) return given;
  const file = operatorTokenFile(path.join(data ?? DEFAULT_DATA_DIRECTORY, 'keys'));
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
