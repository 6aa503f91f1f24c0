import { ANSWER_KEEPALIVE_MS } from '../limits.ts';

/**
 * Answers with what long work comes to, as JSON. Where it takes longer than clients wait for a word, the answer begins with spaces, which JSON
 * allows, one now and then; work that fails after that breaks the connection off, since the status has been sent.
 */
export async function answerWhenDone(work: () => Promise<unknown>): Promise<Response> {
  const done = work();
  const early = await Promise.race([done.then((value) => ({ value })), pause(ANSWER_KEEPALIVE_MS)]);
  if (early !== undefined) return Response.json(early.value);
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void tellLater(controller, done) });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}

async function tellLater(
  controller: ReadableStreamDefaultController<Uint8Array>,
  done: Promise<unknown>,
): Promise<void> {
  const say = (text: string): void => controller.enqueue(new TextEncoder().encode(text));
  const tick = setInterval(() => say(' '), ANSWER_KEEPALIVE_MS);
  try {
    say(JSON.stringify(await done));
    controller.close();
  } catch (error) {
    controller.error(error);
  } finally {
    clearInterval(tick);
  }
}

const pause = (ms: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref();
  });
