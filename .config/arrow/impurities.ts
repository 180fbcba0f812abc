import { transformWithOxc } from 'vite';

/** What a pure file may not ask: globals by their names, and calls by how they are written; with the reason. */
export type Prohibition = {
  readonly globals: readonly string[];
  readonly calls?: RegExp;
  readonly reason: string;
};

const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/** The reason of each prohibition that a script breaks. Types ask nothing, and a name that the script binds is no global. */
export async function impurities(
  source: string,
  file: string,
  prohibitions: readonly Prohibition[],
): Promise<string[]> {
  const mark = (at: number) => `PROHIBITED_${at}_`;
  const define = prohibitions.flatMap(({ globals }, at) => globals.map((name) => [name, mark(at)]));
  const options = { define: Object.fromEntries(define), tsconfig: false } as const;
  const code = (await transformWithOxc(source, file, options)).code.replace(COMMENT, '');
  return prohibitions
    .filter(({ calls }, at) => code.includes(mark(at)) || calls?.test(code))
    .map(({ reason }) => reason);
}
