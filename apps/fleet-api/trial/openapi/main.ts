import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { brokenPromises } from './broken-promises.ts';
import { Description } from './description.ts';
import { KEPT_DOCUMENT } from './kept-document.ts';
import { openapiDocument, openapiText } from './openapi-document.ts';

const now = Description.parse(openapiDocument());
const before = existsSync(KEPT_DOCUMENT)
  ? Description.parse(JSON.parse(readFileSync(KEPT_DOCUMENT, 'utf8')))
  : now;
const broken = now.info.version === before.info.version ? brokenPromises(before, now) : [];
if (broken.length === 0) writeFileSync(KEPT_DOCUMENT, openapiText());
else {
  const way = 'Give these back as they were and add beside them, or raise SCHEMA_VERSION:';
  process.stderr.write(`${[way, ...broken.map((line) => `  ${line}`)].join('\n')}\n`);
  process.exitCode = 1;
}
