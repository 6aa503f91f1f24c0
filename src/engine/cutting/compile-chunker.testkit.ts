import wabt from 'wabt';

/** Compiles the chunker's text, for the build script and for the test that compares what is checked in. */
export async function compileChunker(text: string): Promise<Uint8Array> {
  const { parseWat } = await wabt();
  const module = parseWat('chunker.wat', text);
  try {
    module.validate();
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}
