import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type Answer, type AwsClient, AwsError, REGION } from './client.ts';

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Debian's boto3, in one Python process that takes a call a line. */
export function boto3Client(endpoint: string): AwsClient {
  const script = fileURLToPath(new URL('boto3-client.py', import.meta.url));
  const python: ChildProcessByStdio<Writable, Readable, null> = spawn('/usr/bin/python3', [script, endpoint], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: '/usr/bin:/bin', HOME: '/nonexistent', AWS_MAX_ATTEMPTS: '1', AWS_EC2_METADATA_DISABLED: 'true' },
  });
  const waiting: Waiting[] = [];
  createInterface({ input: python.stdout }).on('line', (line) => {
    const { answer, code, message } = JSON.parse(line) as { answer?: Answer; code?: string; message?: string };
    const next = waiting.shift();
    if (code === undefined) next?.resolve(answer);
    else next?.reject(code === '' ? new Error(message) : new AwsError(code, message ?? ''));
  });
  python.on('exit', (code) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`boto3's process ended with ${code}`));
  });
  return {
    name: 'boto3',
    knowsMessageCategory: false,
    call: (as, service, operation, input = {}) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        python.stdin.write(`${JSON.stringify({ as: { region: REGION, ...as }, service, operation, input })}\n`);
      }),
    async close() {
      python.stdin.end();
      await new Promise((resolve) => python.once('exit', resolve));
    },
  };
}
