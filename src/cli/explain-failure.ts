import { SourceError } from '../doctor/source-error.ts';
import { CommandError, EXIT } from './exit-codes.ts';

/** Errors of the SDK and of the network as one sentence, with what to do next; never a stack trace. */
export function explainFailure(error: unknown): CommandError {
  const { name, message, code, $metadata } = error as Error & {
    code?: string;
    $metadata?: { httpStatusCode?: number };
  };
  if (error instanceof SourceError) {
    const exitCode = error.kind === 'unreachable' ? EXIT.missing : EXIT.usage;
    return new CommandError(exitCode, message, { cause: error });
  }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ECONNRESET') {
    return new CommandError(
      EXIT.missing,
      'No server answers. Start one with "crossvault serve", or name another with --endpoint-url.',
      { cause: error },
    );
  }
  if (name === 'CredentialsProviderError') {
    const hint =
      'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, use --profile, or, on a server in dev mode, --account with twelve digits.';
    return new CommandError(EXIT.usage, `No credentials. ${hint}`, { cause: error });
  }
  if ($metadata?.httpStatusCode !== undefined)
    return new CommandError(EXIT.usage, `${name}: ${message}`, { cause: error });
  const hint = process.env.CROSSVAULT_DEBUG === undefined ? ' (CROSSVAULT_DEBUG=1 shows where)' : '';
  return new CommandError(EXIT.finding, `${message || name}${hint}`, { cause: error });
}
