/** An address or a range of them. Version 4 and version 6 never match one another. */
export interface IpRange {
  readonly version: 4 | 6;
  readonly bits: bigint;
  readonly prefix: number;
}

/** `203.0.113.0/24`, `2001:db8::/32`, or one address. Returns nothing for anything else. An IPv4 address in IPv6 clothes (`::ffff:…`) counts as version 4. */
export function parseIpRange(text: string): IpRange | undefined {
  const [address, length, ...more] = text.split('/');
  if (more.length > 0) return undefined;
  const parsed = parseV4(address!) ?? parseV6(address!);
  if (!parsed) return undefined;
  const width = parsed.version === 4 ? 32 : 128;
  if (length === undefined) return { ...parsed, prefix: width };
  if (!/^\d{1,3}$/.test(length) || Number(length) > width) return undefined;
  return { ...parsed, prefix: Number(length) };
}

export function isInRange(address: IpRange, range: IpRange): boolean {
  if (address.version !== range.version || address.prefix < range.prefix) return false;
  const ignored = BigInt((range.version === 4 ? 32 : 128) - range.prefix);
  return address.bits >> ignored === range.bits >> ignored;
}

type Address = Pick<IpRange, 'version' | 'bits'>;

function parseV4(text: string): Address | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) < 256)) return undefined;
  return { version: 4, bits: octets.reduce((bits, octet) => (bits << 8n) | BigInt(octet), 0n) };
}

function parseV6(text: string): Address | undefined {
  const halves = withoutDottedTail(text)?.split('::');
  if (!halves || halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const count = groups.flat().length;
  if (halves.length === 1 ? count !== 8 : count > 7) return undefined;
  const all = [...groups[0]!, ...Array<string>(8 - count).fill('0'), ...(groups[1] ?? [])];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const bits = all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
  return bits >> 32n === 0xffffn ? { version: 4, bits: bits & 0xffffffffn } : { version: 6, bits };
}

/** Writes `::ffff:192.0.2.1` as `::ffff:c000:201`; nothing where the dotted tail is no address. */
function withoutDottedTail(text: string): string | undefined {
  const tail = /[^:]*\.[^:]*$/.exec(text)?.[0];
  if (tail === undefined) return text;
  const v4 = parseV4(tail);
  if (!v4) return undefined;
  const groups = [v4.bits >> 16n, v4.bits & 0xffffn].map((group) => group.toString(16));
  return text.slice(0, -tail.length) + groups.join(':');
}
