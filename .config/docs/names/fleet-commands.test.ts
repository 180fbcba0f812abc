import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../apps/fleet-cli/src/commands/commands.ts';
import { CODE, DOCS } from '../docs.ts';

const PAGE = 'docs/cli.md';
const COMMAND_LINE = /(?:^|[\s/(])fleet ([a-z][a-z-]*)([^|&;)]*)/;
const OPTION = /(?<!\S)--([a-z][a-z-]*)/g;
/** Every command takes it. */
const HELP = ['help'];

const spans = DOCS.get(PAGE)?.spans ?? [];
const written = CODE.flatMap(({ path, text }) => {
  const [line, name = '', rest = ''] = COMMAND_LINE.exec(text) ?? [];
  return line === undefined ? [] : [{ path, line: line.trim(), name, options: optionsIn(rest) }];
});

function optionsIn(text: string): string[] {
  return [...text.matchAll(OPTION)].map(([, option = '']) => option);
}

describe.each([...COMMANDS])('fleet $name', ({ name, options }) => {
  it('is in the list of commands, with all its options on the page', () => {
    expect(spans).toContain(name);
    const documented = new Set(spans.flatMap(optionsIn));
    expect(Object.keys(options).filter((option) => !documented.has(option))).toEqual([]);
  });
});

it.each(written)('$line in $path is a command, and takes these options', ({ name, options }) => {
  const command = COMMANDS.find((known) => known.name === name);
  expect(command, `fleet has no command ${name}`).toBeDefined();
  const known = [...Object.keys(command?.options ?? {}), ...HELP];
  expect(options.filter((option) => !known.includes(option))).toEqual([]);
});

it('every option on its page is one of a command', () => {
  const known = [
    ...COMMANDS.flatMap(({ options }) => Object.keys(options)),
    ...HELP,
    'filter',
    'prod',
    'yes',
  ];
  expect(spans.flatMap(optionsIn).filter((option) => !known.includes(option))).toEqual([]);
});
