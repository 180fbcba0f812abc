import { basename, join } from 'node:path';

/** A folder with all beneath it, or a file, as a row of the table of places tells it. Paths begin at the repository. */
export type Place = {
  /** `*` stands for any one name. */
  readonly path: string;
  /** The folder of its package. */
  readonly root: string;
  /** Whether the package's `*.test.ts` files count as standing here, wherever they are. */
  readonly hasTests: boolean;
  /** What may be imported from elsewhere. */
  readonly mayImport: readonly Allowance[];
  /** Where that belongs which may not be imported here; a sentence. */
  readonly elsewhere: string;
};

/** One name of the third column, with the path or the npm package that it stands for. */
export type Allowance = { readonly name: string; readonly path: string };

const HEADING = '## The arrow\n';
const ROW = /^\| `/;
const NAMES = /^(?:nothing|`[^`]+`(?:, `[^`]+`)*)$/;
const ROOT = /^(?:apps|packages)\/[^/]+|^[^/]+/;

/** The rows of the tables below the heading "The arrow". Throws when there are none, or when one is incomplete. */
export function readPlaces(markdown: string): Place[] {
  const [, after = ''] = markdown.split(HEADING);
  const [section = ''] = after.split('\n## ');
  const rows = section.split('\n').filter((line) => ROW.test(line));
  if (rows.length === 0) throw new Error('there is no table of places');
  const read = rows.map(readRow);
  const paths = new Set(read.map(({ path }) => path));
  const roots = new Map(read.map(({ root }) => [basename(root), root]));

  const pathOf = (name: string, root: string): string => {
    const [first = '', ...rest] = name.split('/');
    const other = roots.get(first);
    if (other !== undefined) return join(other, 'src', ...rest);
    const own = [join(root, 'src', name), join(root, name)].find((path) => paths.has(path));
    return own ?? (name.endsWith('.json') ? join(root, name) : name);
  };
  return read.map(({ names, ...place }) => ({
    ...place,
    mayImport: names.map((name) => ({ name, path: pathOf(name, place.root) })),
  }));
}

function readRow(row: string) {
  const [, place = '', holds = '', mayImport = '', elsewhere = ''] = row.split(/\s*\|\s*/);
  const [path] = quoted(place);
  if (path === undefined || holds === '' || !NAMES.test(mayImport) || elsewhere === '') {
    throw new Error(`incomplete row of the table of places: ${row}`);
  }
  const root = ROOT.exec(path)?.[0] ?? path;
  return { path, root, hasTests: quoted(place).includes('*.test.ts'), names: quoted(mayImport), elsewhere };
}

function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);
}
