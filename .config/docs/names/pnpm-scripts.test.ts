import { expect, it } from 'vitest';
import root from '../../../package.json' with { type: 'json' };
import { CODE } from '../docs.ts';
import { readText } from '../pages.ts';

const CALL = /(?:^|[\s(])pnpm(?:@\d+)? (?:--filter (\S+) )?((?:--\S+ )*)(?:run )?([a-z][a-z:-]*)/g;
/** What pnpm does of its own, and a program that it runs. */
const OWN = ['biome', 'deploy', 'exec', 'install', 'licenses'];
/** Where a workspace may lie. */
const FOLDERS = ['apps', 'packages', ''];

const calls = CODE.flatMap(({ path, text }) =>
  [...text.matchAll(CALL)].map(([, workspace, , script = '']) => ({ path, workspace, script })),
);

function scriptsOf(workspace: string | undefined): string[] {
  if (workspace === undefined) return Object.keys(root.scripts);
  return FOLDERS.flatMap((folder) => {
    const text = readTextOrNothing(`${folder}/${workspace}/package.json`);
    return text === '' ? [] : Object.keys(JSON.parse(text).scripts ?? {});
  });
}

function readTextOrNothing(path: string): string {
  try {
    return readText(path);
  } catch {
    return '';
  }
}

it('every pnpm script that the docs name is there', () => {
  const unknown = calls.filter(
    ({ workspace, script }) => !OWN.includes(script) && !scriptsOf(workspace).includes(script),
  );
  expect(unknown).toEqual([]);
});

it('every pnpm script is named in the docs, but for the parts of another', () => {
  const named = calls.map(({ script }) => script);
  const scripts = Object.keys(root.scripts).filter((script) => !script.startsWith('verify:'));
  expect(scripts.filter((script) => !named.includes(script))).toEqual([]);
});
