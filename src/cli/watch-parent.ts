import { Socket } from 'node:net';

/**
 * Ends this process when the shim that started it ends, even by SIGKILL: whoever kills the process they started means this one. The shim
 * under an old Node cannot become us, so it hands us a pipe that closes with it (bin/run-under-node.cjs).
 */
export function watchParent(): void {
  const fd = Number(process.env.CROSSVAULT_PARENT_PIPE);
  delete process.env.CROSSVAULT_PARENT_PIPE;
  if (!Number.isInteger(fd) || fd < 3) return;
  const pipe = new Socket({ fd, readable: true, writable: false });
  pipe.on('error', () => pipe.destroy());
  pipe.once('close', () => process.kill(process.pid, 'SIGKILL'));
  pipe.resume();
  pipe.unref();
}
