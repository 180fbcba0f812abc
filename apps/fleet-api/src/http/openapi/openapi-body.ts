import { type EncodedBody, encodeBody } from '../../snapshot/bytes/encoded-body.ts';

/** The description of the API, which is made with it (`pnpm docs:openapi`), loaded when it is first asked for. */
export function createOpenapiBody(): () => Promise<EncodedBody> {
  let loading: Promise<EncodedBody> | undefined;
  async function load(): Promise<EncodedBody> {
    const { default: document } = await import('../../../../../docs/openapi.json', {
      with: { type: 'json' },
    });
    return encodeBody(Buffer.from(JSON.stringify(document)));
  }
  return () => {
    loading ??= load();
    return loading;
  };
}
