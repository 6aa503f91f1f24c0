/** A refusal by the operator API: what was wrong, where, and what would be right. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
  readonly status: number;
  readonly code: string;

  constructor(status: 400 | 404 | 409 | 429, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The body as a JSON object; anything else is refused. */
export async function readObject(request: { json(): Promise<unknown> }): Promise<Record<string, unknown>> {
  const body = await request.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new OperatorError(400, 'body-malformed', 'The body must be a JSON object.');
  }
  return body as Record<string, unknown>;
}
