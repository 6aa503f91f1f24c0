import { Buffer } from 'node:buffer';
import { SOURCE_LENGTH_MAX } from './limits.ts';
import { ResourceError } from './resource-error.ts';

const SCHEME = 'file://';
const PERCENT = 0x25;
const SLASH = 0x2f;

/**
 * The absolute path in bytes that a source like `file:///srv/my%20data` names. Each `%NN` is one byte, so that any name can be
 * written; other characters stand for their UTF-8. Slashes are made single, one at the end is dropped. Throws ResourceError `source-invalid`
 * for another scheme, a host, a query or fragment, a step `.` or `..`, a zero byte, or a broken escape.
 */
export function parseSource(source: string): Uint8Array {
  if (source.length > SOURCE_LENGTH_MAX) throw invalid(source, `is longer than ${SOURCE_LENGTH_MAX} characters`);
  if (source.slice(0, SCHEME.length).toLowerCase() !== SCHEME) throw invalid(source, `does not begin with ${SCHEME}`);
  const text = source.slice(SCHEME.length);
  if (!text.startsWith('/')) throw invalid(source, `names a host; write an absolute path: ${SCHEME}/srv/data`);
  if (/[?#]/.test(text)) throw invalid(source, 'has a query or a fragment; write ? as %3F and # as %23');
  const steps = split(decode(source, Buffer.from(text, 'utf8')));
  for (const step of steps) {
    if (step.equals(Buffer.from('.')) || step.equals(Buffer.from('..')))
      throw invalid(source, 'has a step "." or ".."');
  }
  if (steps.length === 0) return Buffer.from('/');
  return Buffer.concat(steps.flatMap((step) => [Buffer.from('/'), step]));
}

/** The source that names an absolute path: what `parseSource` reads back. */
export function formatSource(path: Uint8Array): string {
  const bytes = Buffer.from(path).toString('latin1');
  const escaped = bytes.replace(/[^A-Za-z0-9/._~!$&'()*+,;=:@-]/g, (byte) => {
    return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return `${SCHEME}${escaped}`;
}

function decode(source: string, encoded: Buffer): Buffer {
  const decoded = Buffer.alloc(encoded.length);
  let length = 0;
  for (let index = 0; index < encoded.length; index++) {
    const byte =
      encoded[index] === PERCENT ? escapedByte(source, encoded.subarray(index + 1, index + 3)) : encoded[index]!;
    if (encoded[index] === PERCENT) index += 2;
    if (byte === 0) throw invalid(source, 'holds a zero byte');
    decoded[length++] = byte;
  }
  return decoded.subarray(0, length);
}

function escapedByte(source: string, digits: Buffer): number {
  const text = digits.toString('latin1');
  if (!/^[0-9A-Fa-f]{2}$/.test(text)) throw invalid(source, 'has a % without two hexadecimal digits behind it');
  return Number.parseInt(text, 16);
}

function split(path: Buffer): Buffer[] {
  const steps: Buffer[] = [];
  for (let start = 0; start < path.length; ) {
    const found = path.indexOf(SLASH, start);
    const end = found < 0 ? path.length : found;
    if (end > start) steps.push(path.subarray(start, end));
    start = end + 1;
  }
  return steps;
}

function invalid(source: string, why: string): ResourceError {
  return new ResourceError('source-invalid', `the source ${JSON.stringify(source.slice(0, 200))} ${why}`);
}
