import { type EncodedBody, encodeBody } from './encoded-body.ts';

/** What is told as bytes: made once, and again when something else is told. */
export function createKeptBody(tell: () => unknown): () => EncodedBody {
  let kept = { text: '', body: encodeBody(Buffer.alloc(0)) };
  return () => {
    const text = JSON.stringify(tell());
    if (text !== kept.text) kept = { text, body: encodeBody(Buffer.from(text)) };
    return kept.body;
  };
}
