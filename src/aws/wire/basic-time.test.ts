import { expect, test } from 'vitest';
import { parseBasicTime, printBasicTime } from './basic-time.ts';

test('a time that is printed is read again, to the second', () => {
  for (const text of ['20150830T123600Z', '20240229T235959Z', '19700101T000000Z', '99991231T235959Z'])
    expect(printBasicTime(parseBasicTime(text)!)).toBe(text);
});

test.each([
  '20150230T000000Z',
  '20151301T000000Z',
  '20150100T000000Z',
  '20150101T240000Z',
  '20150101T006000Z',
  '20150101T000060Z',
  '00990101T000000Z',
  '20150101T000000',
  '2015-01-01T00:00:00Z',
  '',
])('%s is no time', (text) => expect(parseBasicTime(text)).toBeUndefined());
