import { describe, expect, it } from 'vitest';
import { readTokens } from './read-tokens.ts';

const HEX = '0123456789abcdef0123456789abcdef';
const OTHER = 'fedcba9876543210fedcba9876543210';

const faultOf = (text: string) => {
  const result = readTokens(text);
  return result.ok ? 'none' : result.fault;
};

describe('a token file', () => {
  it('has a name and a token in each line; empty lines and comments are none', () => {
    const result = readTokens(`# people\r\nanna ${HEX}\r\n\n  wall-lobby\t${OTHER}  \n`);
    expect(result.ok && result.tokens.map(({ name }) => name)).toEqual(['anna', 'wall-lobby']);
  });

  it('is kept without the texts of its tokens', () => {
    expect(JSON.stringify(readTokens(`anna ${HEX}`))).not.toContain(HEX);
  });

  it.each([
    ['32 hexadecimal digits', HEX, 'none'],
    ['31', HEX.slice(1), 'fewer than 128 bits'],
    ['22 letters of base64', 'AbCdEfGhIjKlMnOpQrStUv', 'none'],
    ['21', 'AbCdEfGhIjKlMnOpQrStU', 'fewer than 128 bits'],
    ['39 decimal digits', '123456789012345678901234567890123456789', 'none'],
    ['38', '12345678901234567890123456789012345678', 'fewer than 128 bits'],
    ['8 different letters', 'abcdefgzabcdefgzabcdefgz', 'none'],
    ['7', 'abcdefzabcdefzabcdefzabcdefz', 'nobody drew by chance'],
  ])('takes a token for enough from 128 bits on: %s', (_, token, fault) => {
    expect(faultOf(`anna ${token}`)).toContain(fault);
  });

  it.each([
    ['nothing in it', '# nobody\n\n', 'holds no token'],
    ['a token without a name', HEX, 'line 1 must be a name and a token'],
    ['a name with other letters', `a:b ${HEX}`, 'line 1 must begin with a name'],
    ['a token with other letters', `anna ${HEX}ä`, 'line 1 has a token of other letters'],
    ['a third word', `anna ${HEX} x`, 'line 1 has more than'],
    ['a name twice', `anna ${HEX}\nanna ${OTHER}`, 'line 2 names "anna" a second time'],
    ['a token twice', `anna ${HEX}\nbert ${HEX}`, 'line 2 has the token of another line'],
  ])('is refused with %s, and no token is repeated', (_, text, fault) => {
    expect(faultOf(text)).toContain(fault);
    expect(faultOf(text)).not.toContain(HEX);
  });
});
