import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../commands/commands.ts';
import { completionScript } from './completion.ts';

/** What a real bash offers behind these words, the last of which is begun. */
function bashOffers(...words: string[]): string[] {
  const script = `${completionScript('bash', COMMANDS)}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _fleet; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script, 'bash', ...words], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter((line) => line !== '');
}

/** The same of a real zsh, whose own words for offering are replaced by such as print. */
function zshOffers(...words: string[]): string[] {
  const script = `compdef() { :; }; compset() { :; }; _files() { print -l FILES; }
compadd() { local w; for w in "$@"; do [[ $w == "\${words[CURRENT]}"* && $w != (-*S|'') && $w != -- ]] && print -r -- $w; done }
${completionScript('zsh', COMMANDS)}
words=("$@"); CURRENT=$#; _fleet`;
  const { status, stdout, stderr } = spawnSync('zsh', ['-f', '-c', script, 'zsh', ...words], {
    encoding: 'utf8',
  });
  expect({ status: status === 0 || status === 1, stderr }).toEqual({ status: true, stderr: '' });
  return stdout.split('\n').filter((line) => line !== '');
}

const OFFERED: readonly (readonly [words: readonly string[], offered: readonly string[]])[] = [
  [['fleet', 'ch'], ['check']],
  [
    ['fleet', 'co'],
    ['codes', 'completion'],
  ],
  [['fleet', 'check', '--as'], ['--as-planned']],
  [
    ['fleet', 'check', '--max', ''],
    ['green', 'amber'],
  ],
  [['fleet', 'check', '--only', 'queue'], ['queues']],
  [
    ['fleet', 'wait', '--until', 'a'],
    ['amber', 'advance'],
  ],
  [['fleet', 'gate', 'cut'], ['cutover']],
  [['fleet', 'gate', 'cutover', '--hos'], ['--host']],
  [['fleet', 'check', '--url', ''], []],
  [['fleet', 'codes', 'process_st'], ['process_stale']],
  [
    ['fleet', 'completion', ''],
    ['bash', 'zsh', '--help'],
  ],
  [['fleet', 'dance', ''], []],
];

describe('bash', () => {
  it.each(OFFERED)('behind %j offers %j', (words, offered) => {
    expect(bashOffers(...words)).toEqual(offered);
  });

  it('completes the last of several values, and one behind an equals sign', () => {
    expect(bashOffers('fleet', 'check', '--only', 'drift,que')).toEqual(['drift,queues']);
    expect(bashOffers('fleet', 'check', '--max', '=', 'am')).toEqual(['amber']);
    expect(bashOffers('fleet', 'check', '--max', '=')).toEqual(['green', 'amber']);
  });

  it('offers files for the file of a token', () => {
    expect(bashOffers('fleet', 'check', '--token-file', '/etc/host')).toContain('/etc/hosts');
  });
});

const hasZsh = spawnSync('zsh', ['--version']).status === 0;

describe.skipIf(!hasZsh)('zsh', () => {
  it.each(OFFERED)('behind %j offers %j', (words, offered) => {
    expect(zshOffers(...words)).toEqual(offered);
  });

  it('offers files for the file of a token', () => {
    expect(zshOffers('fleet', 'check', '--token-file', '')).toEqual(['FILES']);
  });
});
