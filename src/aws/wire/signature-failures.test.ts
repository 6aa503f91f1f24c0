import { expect, test } from 'vitest';
import { ServiceError } from '../../messages/service-error.ts';
import {
  failureCountersMax,
  failuresByKeyMax,
  failuresBySourceMax,
  failureWindowMs,
  throttledAtOnceMax,
  throttledMs,
} from './limits.ts';
import { SignatureFailures } from './signature-failures.ts';

const wrong = new ServiceError({ code: 'Wrong', message: '', origin: { kind: 'inferred', from: 'a test' } });

const open = () => {
  const setting = { now: 0, pauses: [] as number[], pause: async () => {} };
  const failures = new SignatureFailures({
    clock: { now: () => setting.now },
    pause: (ms) => {
      setting.pauses.push(ms);
      return setting.pause();
    },
  });
  const fail = async (accessKeyId = 'AKIA', sourceIp = '192.0.2.1') =>
    (await failures.answer(wrong, { accessKeyId, sourceIp }, 'rest-json')).code;
  const failTimes = async (count: number, accessKeyId?: string, sourceIp?: string) => {
    for (let index = 1; index < count; index += 1) await fail(accessKeyId, sourceIp);
    return fail(accessKeyId, sourceIp);
  };
  return { setting, fail, failTimes };
};

test('failures keep their own answer until they are too many for a key, then it is late and another', async () => {
  const { setting, fail, failTimes } = open();
  expect(await failTimes(failuresByKeyMax)).toBe('Wrong');
  expect(setting.pauses).toEqual([]);
  expect(await fail()).toBe('ThrottlingException');
  expect(setting.pauses).toEqual([throttledMs]);
});

test("another key from another address does not pay for it, and with the window it's over", async () => {
  const { setting, fail, failTimes } = open();
  await failTimes(failuresByKeyMax + 1);
  expect(await fail('AKIB', '192.0.2.2')).toBe('Wrong');
  setting.now = failureWindowMs - 1;
  expect(await fail()).toBe('ThrottlingException');
  setting.now = failureWindowMs;
  expect(await fail()).toBe('Wrong');
});

test('an address that tries many keys is slowed down', async () => {
  const { fail } = open();
  for (let index = 0; index < failuresBySourceMax; index += 1) await fail(`AKIA${index}`);
  expect(await fail('AKIAFRESH')).toBe('ThrottlingException');
  expect(await fail('AKIAFRESH', '192.0.2.2')).toBe('Wrong');
});

test('keys that come and go do not push out the address they come from', async () => {
  const { fail, failTimes } = open();
  await failTimes(failuresBySourceMax, 'AKIA');
  for (let index = 0; index <= failureCountersMax; index += 1) await fail(`AKIA${index}`, '192.0.2.2');
  // The idle address is the one that was forgotten; the busy one is not.
  expect(await fail('AKIAFRESH')).toBe('Wrong');
  for (let index = 0; index < failuresBySourceMax; index += 1) await fail(`AKIA${index}`, '192.0.2.2');
  expect(await fail('AKIAFRESH', '192.0.2.2')).toBe('ThrottlingException');
});

test('a clock that was set back starts anew', async () => {
  const { setting, fail, failTimes } = open();
  setting.now = 1_000_000;
  await failTimes(failuresByKeyMax + 1);
  setting.now = 0;
  expect(await fail()).toBe('Wrong');
});

test('only so many answers wait at a time', async () => {
  const { setting, fail, failTimes } = open();
  await failTimes(failuresByKeyMax);
  const gate = Promise.withResolvers<void>();
  setting.pause = () => gate.promise;
  const waiting = Array.from({ length: throttledAtOnceMax }, () => fail());
  expect(await fail()).toBe('ThrottlingException');
  expect(setting.pauses).toHaveLength(throttledAtOnceMax);
  gate.resolve();
  expect(await Promise.all(waiting)).toEqual(waiting.map(() => 'ThrottlingException'));
});
