// Compiles src/engine/cutting/chunker.wat into chunker-wasm.ts beside it. Run after the .wat has changed; a test compares the two.
import { readFileSync, writeFileSync } from 'node:fs';
import { compileChunker } from '../src/engine/cutting/compile-chunker.testkit.ts';

const folder = new URL('../src/engine/cutting/', import.meta.url);
const wasm = await compileChunker(readFileSync(new URL('chunker.wat', folder), 'utf8'));
const base64 = Buffer.from(wasm).toString('base64');
const text = `/** chunker.wat, compiled by scripts/build-chunker.ts. Not edited by hand. */
export const chunkerWasm =
  '${base64}';
`;
writeFileSync(new URL('chunker-wasm.ts', folder), text);
console.log(`chunker-wasm.ts: ${wasm.length} bytes of WebAssembly`);
