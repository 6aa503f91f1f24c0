import { blobStoreSuite } from './blob-store.suite.ts';
import { openMemoryBlobs } from './memory-blobs.ts';

blobStoreSuite('memory', () => ({ blobs: openMemoryBlobs(), close() {} }));
