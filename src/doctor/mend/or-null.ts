/** Names under which the services say that a thing is not there. */
const ABSENT = new Set(['ResourceNotFoundException', 'NoSuchEntityException', 'NoSuchEntity', 'NotFoundException']);

/** What a read gives; `null` where the service says that there is no such thing. Other errors pass. */
export async function orNull<Value>(read: () => Promise<Value | undefined>): Promise<Value | null> {
  try {
    return (await read()) ?? null;
  } catch (error) {
    if (ABSENT.has((error as Error).name)) return null;
    throw error;
  }
}
