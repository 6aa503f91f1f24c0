import { expect, test } from 'vitest';
import { parseS3Place, printS3Place } from './s3-place.ts';

const placeOf = (text: string): unknown => {
  const parsed = parseS3Place(text);
  return 'place' in parsed ? parsed.place : parsed.fault;
};
const faultOf = (text: string): string => {
  const parsed = parseS3Place(text);
  return 'fault' in parsed ? parsed.fault : 'none';
};

test('a bucket of AWS needs no more than its name', () => {
  expect(placeOf('s3://my-bucket')).toEqual({
    kind: 's3',
    bucket: 'my-bucket',
    prefix: '',
    isPathStyle: false,
    checksums: 'when-supported',
  });
});

test('a store of one’s own is named with its endpoint, and then the bucket stands in the path', () => {
  const endpoint = encodeURIComponent('https://s3.example.com:9000');
  expect(placeOf(`s3://my-bucket/a/b/?endpoint=${endpoint}&region=eu-west-1&profile=backup`)).toEqual({
    kind: 's3',
    bucket: 'my-bucket',
    prefix: 'a/b',
    endpoint: 'https://s3.example.com:9000',
    region: 'eu-west-1',
    profile: 'backup',
    isPathStyle: true,
    checksums: 'when-supported',
  });
  expect(placeOf('s3://my-bucket?endpoint=http://127.0.0.1:9000&path-style=false')).toMatchObject({
    isPathStyle: false,
  });
  expect(placeOf('s3://my-bucket?endpoint=https://s3.eu-west-1.amazonaws.com')).toMatchObject({ isPathStyle: false });
});

test('checksums and storage classes can be chosen', () => {
  const text = 's3://b01?checksums=when-required&storage-class=STANDARD_IA&cold-storage-class=GLACIER_IR';
  expect(placeOf(text)).toMatchObject({
    checksums: 'when-required',
    storageClass: 'STANDARD_IA',
    coldStorageClass: 'GLACIER_IR',
  });
});

test.each([
  ['/var/lib/blobs', 'wants a bucket'],
  ['https://my-bucket', 'wants a bucket'],
  ['s3://', 'names no bucket'],
  ['s3://My_Bucket', 'names no bucket'],
  ['s3://my-bucket/a b', 'wants a prefix'],
  ['s3://my-bucket/a//b', 'wants a prefix'],
  ['s3://my-bucket/a?acl=public', 'knows no "acl"; known are endpoint, region'],
  ['s3://my-bucket?region=', 'wants region once'],
  ['s3://my-bucket?region=a&region=b', 'wants region once'],
  ['s3://my-bucket?endpoint=s3.example.com', 'wants endpoint to be an http or https URL'],
  ['s3://my-bucket?path-style=yes', 'wants path-style to be true or false, not "yes"'],
  ['s3://my-bucket?checksums=none', 'wants checksums to be when-supported or when-required'],
  ['s3://my-bucket?storage-class=cheap', "in S3's words"],
  ['s3://my-bucket?cold-storage-class=DEEP_ARCHIVE', 'must be recalled'],
])('%s is refused: %s', (text, fault) => {
  expect(faultOf(text)).toContain(fault);
});

test.each(['s3://AKIA:secret@my-bucket', 's3://my-bucket?endpoint=https://AKIA:secret@s3.example.com'])(
  'credentials in %s are refused, and not repeated',
  (text) => {
    expect(faultOf(text)).toContain('takes no credentials');
    expect(faultOf(text)).not.toMatch(/AKIA|secret@/);
  },
);

test('a place is printed without how it is reached', () => {
  expect(printS3Place({ bucket: 'b01', prefix: '' })).toBe('s3://b01');
  expect(printS3Place({ bucket: 'b01', prefix: 'a/b' })).toBe('s3://b01/a/b');
});
