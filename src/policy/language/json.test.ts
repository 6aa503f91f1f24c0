import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonNode, parseJson } from './json.ts';

function toValue(node: JsonNode): unknown {
  if (node.kind === 'array') return node.items.map(toValue);
  if (node.kind === 'object') return Object.fromEntries(node.members.map(({ name, value }) => [name, toValue(value)]));
  return node.kind === 'string' ? node.value : JSON.parse(node.value);
}

test('what JavaScript writes reads back equal', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }), fc.constantFrom(undefined, 2), (text, indent) => {
      const written = JSON.stringify(JSON.parse(text), null, indent);
      const result = parseJson(written);
      expect(result.ok && JSON.stringify(toValue(result.node))).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});

test.each(['', ' ', '{', '[1,]', '{"a":1,}', "{'a':1}", '01', '1.', '+1', '"\t"', '"\\x"', 'nul', '[] []', '{"a" 1}'])(
  'JavaScript and we refuse %j',
  (text) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(parseJson(text).ok).toBe(false);
  },
);

test('a refusal says where', () => expect(parseJson('{"a":1,"a":2}')).toMatchObject({ ok: false, position: 10 }));

test('nesting without end is refused', () => expect(parseJson('['.repeat(100_000)).ok).toBe(false));
