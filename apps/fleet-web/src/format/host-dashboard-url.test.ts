import { expect, it } from 'vitest';
import { hostDashboardUrl, webAddress } from './host-dashboard-url.ts';

const TEMPLATE = 'http://{host}:{port}/';

it('leads to the dashboard of the host at the port that it reports', () => {
  expect(hostDashboardUrl(TEMPLATE, 'jetmon-a', 8080)).toBe('http://jetmon-a:8080/');
});

it('gives no link where a process reports no port', () => {
  expect(hostDashboardUrl(TEMPLATE, 'jetmon-a', null)).toBeNull();
  expect(hostDashboardUrl(TEMPLATE, 'jetmon-a', 0)).toBeNull();
});

it('never links to anything but a web page', () => {
  expect(hostDashboardUrl('{host}:alert({port})', 'javascript', 1)).toBeNull();
  expect(webAddress('data:text/html,x')).toBeNull();
  expect(webAddress('')).toBeNull();
  expect(webAddress('https://ops.example/hosts')).toBe('https://ops.example/hosts');
});

it('keeps a hostile host name from changing the address', () => {
  const url = hostDashboardUrl('https://ops.example/{host}/{port}', '../evil?x=#', 80);
  expect(url).toBe('https://ops.example/..%2Fevil%3Fx%3D%23/80');
});

it('takes a dollar sign in a host name as it is', () => {
  expect(hostDashboardUrl('https://ops.example/{host}', "$&$'", 80)).toBe("https://ops.example/%24%26%24'");
});
