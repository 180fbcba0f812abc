import { expect, it } from 'vitest';
import { holdsCredentials, publishedAddress } from './published-address.ts';

const HostDashboard = publishedAddress('host', 'port');
const messageFor = (text: string) => HostDashboard.safeParse(text).error?.issues[0]?.message;

it.each([
  'http://{host}:{port}/',
  'https://{host}.internal/',
  'https://proxy/{host}/{port}?a=b',
  'http://fixed/',
])('%s is taken', (text) => {
  expect(messageFor(text)).toBeUndefined();
});

it.each([
  ['http://{hots}:{port}/', '{hots} cannot be filled in'],
  ['http://{HOST}:{port}/', '{HOST} cannot be filled in'],
  ['http://{host}:{port}/{}', '{} cannot be filled in'],
  ['http://{host:{port}/', '{ cannot be filled in'],
  ['http://{host}}/', '} cannot be filled in'],
  ['http://{{host}}/', '{ cannot be filled in'],
  ['http://user:password@{host}/', 'a user or a password'],
  ['http://{host}@elsewhere/', 'a user or a password'],
  ['https://:password@{host}/', 'a user or a password'],
  ['javascript:alert(1)', 'no http(s) address, with {host} and {port} to fill in'],
  ['ftp://{host}/', 'no http(s) address'],
  ['{host}:{port}', 'no http(s) address'],
  ['//{host}/', 'no http(s) address'],
])('%s is refused: %s', (text, message) => {
  expect(messageFor(text)).toContain(message);
});

it.each(['http://user:password@a/', 'http://token@a/', 'x://a@b'])('%s holds credentials', (text) => {
  expect(holdsCredentials(text)).toBe(true);
});

it.each(['http://a/@b', 'http://a/?x=y@z', 'user@host'])('%s does not', (text) => {
  expect(holdsCredentials(text)).toBe(false);
});
