import { Buffer } from 'node:buffer';

// TypeScript knows WebAssembly only together with the DOM.
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
};

const pageSize = 64 * 1024;

/** Bytes that begin at a page of memory, as direct I/O wants them. Only memory of WebAssembly promises that; it is zeros at first. */
export function alignedBytes(size: number): Buffer {
  const pages = Math.ceil(size / pageSize);
  return Buffer.from(new WebAssembly.Memory({ initial: pages, maximum: pages }).buffer, 0, size);
}
