// How quick the page is, in numbers for viewer/README.md:
//   NODE_PATH=build/web/tests/node_modules node tests/web/measure.js [municipalities]
// Serves build/web/site from this machine, so loading takes no network. Each build is opened twice: the first visit
// installs the service worker and reloads.
'use strict';
const {chromium} = require('playwright-core');
const {serve, state, until, drag, browserFlags} = require('./page_test.js');
const os = require('node:os');

const seconds = milliseconds => `${(milliseconds / 1000).toFixed(1)} s`;

const measure = async (browser, address, name, query) => {
  const context = await browser.newContext({viewport: {width: 1280, height: 720}, locale: 'en-GB'});
  const open = async () => {
    const page = await context.newPage();
    await page.goto(`${address}/?${query}`);
    await page.waitForFunction(() => window.algemeente && window.algemeente.first && window.algemeente.module, null, {timeout: 120000});
    return page;
  };
  await (await open()).close();
  const page = await open();
  const picture = await page.evaluate(() => window.algemeente.first);
  const fans = await until(page, now => now.first_fans_ms > 0, 'fans', 600);
  const all = await until(page, now => now.shown === now.wanted && !now.busy, 'all runs', 600);
  await page.keyboard.press('Escape');
  await drag(page, 'lever.change_capacity_multiplier', 0.2, 0.6);
  await until(page, now => now.first_run !== all.first_run && !now.busy && now.shown === now.wanted, 'other runs', 600);
  const after = await state(page);
  const heap = await page.evaluate(() => window.algemeente.module.HEAP8.length);
  const used = (await state(page)).memory;
  console.log(`| ${name} | ${seconds(picture)} | ${seconds(fans.first_fans_ms)} | ${seconds(after.first_fans_ms)} | ${seconds(after.fans_64_ms)} | ${(used / 1e6).toFixed(0)} of ${(heap / 1e6).toFixed(0)} MB |`);
  await context.close();
};

const main = async () => {
  const [municipalities = 'all'] = process.argv.slice(2);
  const server = await serve();
  const address = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: browserFlags});
  console.log(`load ${os.loadavg().map(load => load.toFixed(1)).join(' ')} on ${os.cpus().length} processors; ${municipalities} municipalities`);
  console.log(`| build | first picture | first fans | 8 runs after a drag | 64 runs after a drag | memory |\n|---|---:|---:|---:|---:|---:|`);
  const query = `lang=en&municipalities=${municipalities}&replicates=64`;
  await measure(browser, address, 'threads', query);
  await measure(browser, address, 'one thread', `${query}&threads=no`);
  await browser.close();
  server.close();
};
main();
