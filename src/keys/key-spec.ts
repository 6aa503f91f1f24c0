export type KeyUsage =
  | 'ENCRYPT_DECRYPT'
  | 'SIGN_VERIFY'
  | 'GENERATE_VERIFY_MAC'
  | 'KEY_AGREEMENT'
  | 'ENCAPSULATE_DECAPSULATE';

/** What the material of a key is made of. */
export type MaterialKind =
  | { readonly type: 'secret'; readonly bytes: number }
  | { readonly type: 'rsa'; readonly bits: number }
  | { readonly type: 'ec'; readonly curve: string }
  | { readonly type: 'ed25519' }
  | { readonly type: 'ml-dsa'; readonly parameters: 'ml-dsa-44' | 'ml-dsa-65' | 'ml-dsa-87' }
  | { readonly type: 'ml-kem'; readonly parameters: 'ml-kem-512' | 'ml-kem-768' | 'ml-kem-1024' };

interface SpecFacts {
  readonly material: MaterialKind;
  /** The usages a key of this spec may be made for, each with its algorithms, in AWS's order. */
  readonly algorithms: Partial<Readonly<Record<KeyUsage, readonly string[]>>>;
}

const rsa = (bits: number): SpecFacts => ({
  material: { type: 'rsa', bits },
  algorithms: {
    ENCRYPT_DECRYPT: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
    SIGN_VERIFY: [
      'RSASSA_PKCS1_V1_5_SHA_256',
      'RSASSA_PKCS1_V1_5_SHA_384',
      'RSASSA_PKCS1_V1_5_SHA_512',
      'RSASSA_PSS_SHA_256',
      'RSASSA_PSS_SHA_384',
      'RSASSA_PSS_SHA_512',
    ],
  },
});

const nist = (curve: string, digestBits: number): SpecFacts => ({
  material: { type: 'ec', curve },
  algorithms: { SIGN_VERIFY: [`ECDSA_SHA_${digestBits}`], KEY_AGREEMENT: ['ECDH'] },
});

const hmac = (bits: number): SpecFacts => ({
  material: { type: 'secret', bytes: bits / 8 },
  algorithms: { GENERATE_VERIFY_MAC: [`HMAC_SHA_${bits}`] },
});

const mlDsa = (parameters: 'ml-dsa-44' | 'ml-dsa-65' | 'ml-dsa-87'): SpecFacts => ({
  material: { type: 'ml-dsa', parameters },
  algorithms: { SIGN_VERIFY: ['ML_DSA_SHAKE_256'] },
});

const mlKem = (parameters: 'ml-kem-512' | 'ml-kem-768' | 'ml-kem-1024'): SpecFacts => ({
  material: { type: 'ml-kem', parameters },
  algorithms: { ENCAPSULATE_DECAPSULATE: ['ML_KEM'] },
});

/** https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html; SM2 is for China alone. */
const SPECS: Readonly<Record<string, SpecFacts>> = {
  SYMMETRIC_DEFAULT: {
    material: { type: 'secret', bytes: 32 },
    algorithms: { ENCRYPT_DECRYPT: ['SYMMETRIC_DEFAULT'] },
  },
  RSA_2048: rsa(2048),
  RSA_3072: rsa(3072),
  RSA_4096: rsa(4096),
  ECC_NIST_P256: nist('prime256v1', 256),
  ECC_NIST_P384: nist('secp384r1', 384),
  ECC_NIST_P521: nist('secp521r1', 512),
  ECC_SECG_P256K1: {
    material: { type: 'ec', curve: 'secp256k1' },
    algorithms: { SIGN_VERIFY: ['ECDSA_SHA_256'] },
  },
  ECC_NIST_EDWARDS25519: {
    material: { type: 'ed25519' },
    algorithms: { SIGN_VERIFY: ['ED25519_SHA_512', 'ED25519_PH_SHA_512'] },
  },
  HMAC_224: hmac(224),
  HMAC_256: hmac(256),
  HMAC_384: hmac(384),
  HMAC_512: hmac(512),
  ML_DSA_44: mlDsa('ml-dsa-44'),
  ML_DSA_65: mlDsa('ml-dsa-65'),
  ML_DSA_87: mlDsa('ml-dsa-87'),
  ML_KEM_512: mlKem('ml-kem-512'),
  ML_KEM_768: mlKem('ml-kem-768'),
  ML_KEM_1024: mlKem('ml-kem-1024'),
};

/** Nothing for a spec that this server does not make. */
export const materialKindOf = (spec: string): MaterialKind | undefined =>
  Object.hasOwn(SPECS, spec) ? SPECS[spec]?.material : undefined;

/** The algorithms of a key; empty where keys of this spec are not made for this usage. */
export const algorithmsOf = ({ spec, usage }: { spec: string; usage: string }): readonly string[] =>
  (Object.hasOwn(SPECS, spec) ? SPECS[spec]?.algorithms[usage as KeyUsage] : undefined) ?? [];

/** Whether a key is a pair, of which one half may be shown. */
export const isAsymmetric = (spec: string): boolean => (materialKindOf(spec)?.type ?? 'secret') !== 'secret';
