/** The part of aws4 (which ships no types) that our tests use. */
declare module 'aws4' {
  export interface Aws4Request {
    readonly service: string;
    readonly region: string;
    readonly host: string;
    readonly method: string;
    readonly path: string;
    readonly signQuery?: boolean;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  }
  export interface Aws4Signed {
    readonly path: string;
    readonly headers: Readonly<Record<string, string | number>>;
    readonly body?: string;
  }
  const aws4: {
    sign(
      request: Aws4Request,
      credentials: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string },
    ): Aws4Signed;
  };
  export default aws4;
}
