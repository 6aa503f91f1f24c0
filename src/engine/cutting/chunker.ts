import { Buffer } from 'node:buffer';
import { chunkSizeAverage, chunkSizeMax, chunkSizeMin } from '../limits.ts';
import { chunkerWasm } from './chunker-wasm.ts';
import { gearTable } from './gear.ts';

// TypeScript knows WebAssembly only together with the DOM.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

const pageSize = 64 * 1024;
const windowStart = pageSize;

/** What chunker.wat exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  cut(start: number, end: number, min: number, average: number, max: number): number;
}

/** Cuts what lies in its window, which is memory of WebAssembly: files are read straight into it. */
export class Chunker {
  readonly window: Buffer;
  readonly #exports: Exports;

  constructor(windowSize: number) {
    this.#exports = instantiate();
    this.#exports.memory.grow(Math.ceil(windowSize / pageSize));
    const { buffer } = this.#exports.memory;
    const { low, high } = gearTable();
    const gear = new Uint32Array(buffer, 0, 512);
    for (let byte = 0; byte < 256; byte += 1) gear.set([low[byte]!, high[byte]!], byte * 2);
    this.window = Buffer.from(buffer, windowStart, windowSize);
  }

  /**
   * Length of the chunk that begins at `start` of the window, by FastCDC (FORMAT.md 5). The bytes up to `end` must be all that is left, or
   * at least `chunkSizeMax`.
   */
  cutLength(start: number, end: number): number {
    const [first, last] = [windowStart + start, windowStart + end];
    return this.#exports.cut(first, last, chunkSizeMin, chunkSizeAverage, chunkSizeMax);
  }
}

function instantiate(): Exports {
  const module = new WebAssembly.Module(Buffer.from(chunkerWasm, 'base64'));
  return new WebAssembly.Instance(module).exports as Exports;
}
