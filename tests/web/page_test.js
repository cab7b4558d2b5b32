// The web page in a headless Chromium, through what a person does; and runs in node. scripts/test_web calls it.
//   page_test.js [name...]      only tests whose name holds one of these
// Pictures go to build/web/tests, to be looked at.
'use strict';
const {chromium} = require('playwright-core');
const assert = require('node:assert/strict');
const {execFileSync} = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const root = path.join(__dirname, '../..');
const site = path.join(root, 'build/web/site');
const pictures = path.join(root, 'build/web/tests');
const browserFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const kinds = {html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', wasm: 'application/wasm',
  webmanifest: 'application/manifest+json'};

// a plain host: files and their kinds, no headers of its own
const serve = () => new Promise(done => {
  const server = http.createServer((request, answer) => {
    const name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = path.join(site, name.endsWith('/') ? `${name}index.html` : name);
    if (!file.startsWith(site) || !fs.existsSync(file)) { answer.writeHead(404).end(); return; }
    answer.writeHead(200, {'Content-Type': kinds[file.split('.').pop()] || 'application/octet-stream'});
    fs.createReadStream(file).pipe(answer);
  }).listen(0, '127.0.0.1', () => done(server));
});

const ask = (page, name, ...words) => page.evaluate(([name, words]) =>
  window.algemeente.module.ccall(name, 'string', words.map(() => 'string'), words), [name, words]);
const state = async page => JSON.parse(await ask(page, 'web_state'));
const until = async (page, wanted, what, seconds = 90) => {
  const end = Date.now() + seconds * 1000;
  let now;
  while (Date.now() < end) {
    now = await state(page);
    if (wanted(now)) return now;
    await page.waitForTimeout(100);
  }
  assert.fail(`${what} did not happen in ${seconds} s: ${JSON.stringify(now)}`);
};
const placeOf = async (page, key) => {
  for (let i = 0; i < 50; ++i) {
    const [x, y, width, height] = (await ask(page, 'web_widget', key)).split(' ').map(Number);
    const scale = await page.evaluate(() => devicePixelRatio);
    if (height > 0) return {x: (x + width / 2) / scale, y: (y + height / 2) / scale, left: x / scale, width: width / scale};
    await page.waitForTimeout(100);
  }
  assert.fail(`${key} is not on the screen`);
};
const click = async (page, key) => {
  const at = await placeOf(page, key);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.up();
};
const drag = async (page, key, from, to) => {
  const at = await placeOf(page, key);
  await page.mouse.move(at.left + at.width * from, at.y);
  await page.mouse.down();
  for (let i = 1; i <= 8; ++i) await page.mouse.move(at.left + at.width * (from + (to - from) * i / 8), at.y);
  await page.mouse.up();
};
const lever = 'lever.change_capacity_multiplier';

let server, browser, address;
const problems = [];  // what the console said that is an error, and what was asked from elsewhere
const watch = page => {
  page.on('console', message => { if (message.type() === 'error') problems.push(`console: ${message.text()}`); });
  page.on('pageerror', problem => problems.push(`page: ${problem.message}`));
  page.on('request', request => {
    if (!request.url().startsWith(address) && !/^(blob|data):/.test(request.url())) problems.push(`asked elsewhere: ${request.url()}`);
  });
};
const visit = async (query = '', options = {}, context = null) => {
  const own = context || await browser.newContext({viewport: {width: 1280, height: 720}, locale: 'nl-NL', ...options});
  await own.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: address});
  const page = await own.newPage();
  watch(page);
  await page.goto(`${address}/${query}`);
  await page.waitForFunction(() => window.algemeente && window.algemeente.first && window.algemeente.module, null, {timeout: 90000});
  return page;
};
const small = '?municipalities=40&replicates=24';  // quick enough for many tests
const single = `${small}&threads=no`;
const fans = page => until(page, now => now.shown >= 8 && now.first_run, 'the first fans');
const skipTour = async page => { await page.keyboard.press('Escape'); };
const shot = (page, name) => page.screenshot({path: path.join(pictures, `${name}.png`)});

const tests = {
  'runs end as on this machine, in turns and on threads': async () => {
    const folder = path.join(root, 'scenarios');
    const native = execFileSync(path.join(root, 'build/release/algemeente_fingerprints'), [folder, '2'], {encoding: 'utf8'});
    assert.equal(native.trim().split('\n').length, 3);
    for (const [build, hands] of [['single', 'turns'], ['threads', 'turns'], ['threads', '1'], ['threads', '2']]) {
      const program = path.join(root, 'build/web', build, 'viewer/platform/web/web_fingerprints.js');
      const text = execFileSync('node', ['--no-experimental-fetch', program, folder, hands], {encoding: 'utf8'});
      assert.equal(text, native, `${build}, ${hands}`);
    }
    console.log(native.trim().replace(/^/gm, '    '));
  },

  'opens on a plain host: a picture, fans, the same on one thread and on several': async () => {
    const ends = [];
    for (const [query, threads] of [[single, false], [small, true]]) {
      const page = await visit(query);
      const now = await fans(page);
      assert.equal(await page.evaluate(() => crossOriginIsolated), true, 'isolated by the service worker');
      assert.equal(await page.evaluate(() => Boolean(window.algemeente.module.PThread)), threads);
      assert.match(await page.title(), /Algemeente/);
      ends.push(now.first_run);
      await skipTour(page);
      await until(page, now => now.shown === 24, 'all runs');
      await page.waitForTimeout(300);
      await shot(page, threads ? 'threads' : 'single');
      await page.context().close();
    }
    assert.equal(ends[0], ends[1]);
  },

  'a lever that is dragged changes the fans': async () => {
    const page = await visit(single);
    const before = await fans(page);
    await skipTour(page);
    await drag(page, lever, 0.1, 0.8);
    const after = await until(page, now => now.first_run !== before.first_run && now.unsaved, 'other fans');
    await page.keyboard.press('Control+z');
    const undone = await until(page, now => now.first_run === before.first_run, 'undo');
    assert.notEqual(after.first_run, undone.first_run);
    await page.context().close();
  },

  'speaks Dutch and English, and keeps the choice': async () => {
    const page = await visit(single);
    assert.equal((await fans(page)).language, 'nl');
    await skipTour(page);
    await page.keyboard.press('g');
    await until(page, now => now.language === 'en', 'English');
    await page.waitForTimeout(1500);
    const again = await visit(single, {}, page.context());
    assert.equal((await fans(again)).language, 'en');
    await page.context().close();
  },

  'all pages are drawn': async () => {
    const page = await visit(small);
    await fans(page);
    await skipTour(page);
    await until(page, now => now.shown === 24, 'all runs');
    for (const [key, name] of [['1', 'compare'], ['2', 'why'], ['3', 'map'], ['4', 'municipality'], ['5', 'multiples'],
      ['6', 'choose']]) {
      await page.keyboard.press(key);
      await until(page, now => now.page === name, name);
      await page.waitForTimeout(1500);
      await shot(page, `page_${name}`);
    }
    await page.context().close();
  },

  'every lesson plays from its first question to its last, with a line that is drawn and hands that are counted': async () => {
    for (const lesson of fs.readdirSync(path.join(root, 'scenarios/stories')).filter(name => name.endsWith('.toml'))) {
      const name = lesson.replace('.toml', '');
      const page = await visit(small);
      await fans(page);
      await skipTour(page);
      const session = await ask(page, 'web_session');
      await page.keyboard.press('Shift+V');
      await click(page, `story.open.${name}`);
      const {steps} = await until(page, now => now.story === name, name);
      for (let step = 0; step < steps; ++step) {
        await until(page, now => now.step === step && now.shown === now.wanted && !now.busy, `step ${step} of ${name}`);
        const now = await state(page);
        if (now.choices > 0) await click(page, 'story.choice.1');
        if (now.covered) await drag(page, 'chart.social', 0.3, 0.9);
        await page.waitForTimeout(400);
        await shot(page, `${name}_${step}`);
        await click(page, 'story.next');
      }
      await until(page, now => now.story === '', `the end of ${name}`);
      assert.equal(await ask(page, 'web_session'), session, 'the session from before the lesson');
      await page.context().close();
    }
  },

  'the link of the page opens the same session, and so does that of the window of this machine': async () => {
    const page = await visit(`${single}&lang=en`);
    await fans(page);
    await skipTour(page);
    await drag(page, lever, 0.1, 0.7);
    await until(page, now => now.unsaved, 'the change');
    await page.keyboard.press('3');
    await until(page, now => now.page === 'map', 'the map');
    await page.keyboard.press('Control+Shift+L');
    await until(page, now => now.notice.includes('clipboard'), 'the notice');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(link.startsWith(`${address}/#s1.`) && link.length < 2000, link);
    const session = await ask(page, 'web_session');
    const other = await visit(link.slice(address.length + 1));
    const now = await fans(other);
    assert.equal(now.page, 'map');
    assert.equal(now.language, 'en');
    assert.equal(await ask(other, 'web_session'), session);
    await other.context().close();
    await page.keyboard.press('Control+z');
    await until(page, now => !now.unsaved, 'as it was');
    await page.keyboard.press('Control+Shift+V');
    await page.waitForTimeout(300);
    assert.equal((await state(page)).notice.includes('clipboard') && await ask(page, 'web_session'), session);
    await page.context().close();
    const damaged = await visit(link.slice(address.length + 1, -30));
    await until(damaged, now => /niet heel|not whole/.test(now.notice), 'the sentence about a damaged link');
    await shot(damaged, 'damaged_link');
    await damaged.context().close();
  },

  'a download is what the window of this machine saves': async () => {
    const page = await visit(`${single}&lang=en`);
    await fans(page);
    await skipTour(page);
    await until(page, now => now.shown === 24, 'all runs');
    const [csv] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+e')]);
    assert.match(csv.suggestedFilename(), /^algemeente-\d{4}-\d\d-\d\d\.csv$/);
    const text = fs.readFileSync(await csv.path(), 'utf8');
    assert.match(text, /in_use/);
    const [saved] = await Promise.all([page.waitForEvent('download'), (async () => {
      await page.keyboard.press('Control+s');
      await click(page, 'panel.save');
    })()]);
    assert.equal(fs.readFileSync(await saved.path(), 'utf8'), await ask(page, 'web_session'));
    const [picture] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+p')]);
    const bytes = fs.readFileSync(await picture.path());
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    fs.writeFileSync(path.join(pictures, 'download.png'), bytes);
    await page.context().close();
  },

  'files come by drop and by the browser, and those that are none give a sentence': async () => {
    const page = await visit(single);
    await fans(page);
    await skipTour(page);
    const drop = (name, text) => page.evaluate(([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      document.getElementById('canvas').dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
    }, [name, text]);
    await drop('mine.toml', 'title = "Mine"\n[[change]]\nlever = "ethics_committee"\nvalue = 1\nfrom = "2021-01"\n');
    await until(page, now => now.scenarios === 3, 'a third scenario');
    await drop('broken.toml', 'title = \n');
    await until(page, now => now.notice.includes('broken.toml'), 'a sentence');
    await until(page, now => !now.busy, 'rest');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
    await chooser.setFiles([path.join(root, 'scenarios/budget_cuts.toml')]);
    await until(page, now => now.scenarios === 4, 'a fourth scenario');
    await page.context().close();
  },

  'unsaved work is offered again': async () => {
    const page = await visit(single);
    const before = await fans(page);
    await skipTour(page);
    await drag(page, lever, 0.1, 0.6);
    await until(page, now => now.unsaved && now.first_run !== before.first_run, 'a change');
    const session = await ask(page, 'web_session');
    await page.waitForTimeout(1500);
    const context = page.context();
    await page.close();
    const again = await visit(single, {}, context);
    await until(again, now => now.found, 'the question');
    await shot(again, 'found');
    await click(again, 'found.restore');
    await until(again, now => !now.found && now.unsaved, 'the work');
    assert.equal(await ask(again, 'web_session'), session);
    await context.close();
  },

  'opens without a network after the first visit': async () => {
    const page = await visit(single);
    await fans(page);
    const context = page.context();
    await context.setOffline(true);
    const again = await context.newPage();
    await again.goto(`${address}/${single}`);
    await again.waitForFunction(() => window.algemeente && window.algemeente.first && window.algemeente.module, null, {timeout: 90000});
    await fans(again);
    await context.close();
  },

  'fits a phone, and touch taps and drags': async () => {
    const page = await visit(single, {viewport: {width: 360, height: 740}, deviceScaleFactor: 2, hasTouch: true, isMobile: true});
    const before = await fans(page);
    await skipTour(page);
    await page.waitForTimeout(500);
    await shot(page, 'phone');
    const size = await page.evaluate(() => [document.getElementById('canvas').width, document.documentElement.scrollWidth]);
    assert.deepEqual(size, [720, 360]);
    const at = await placeOf(page, 'tool.page_map');
    await page.touchscreen.tap(at.x, at.y);
    await until(page, now => now.page === 'map', 'the map');
    assert.ok(before);
    await shot(page, 'phone_map');
    await page.context().close();
  },

  'draws in every pixel of a fine screen, and follows the size of the window': async () => {
    const page = await visit(single, {viewport: {width: 900, height: 600}, deviceScaleFactor: 2});
    await fans(page);
    await skipTour(page);
    await page.setViewportSize({width: 1100, height: 650});
    await page.waitForTimeout(800);
    assert.deepEqual(await page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]), [2200, 1300]);
    await shot(page, 'fine');
    await page.context().close();
  },

  'a page of somebody else shows one chart with its levers': async () => {
    const page = await visit(`${single}&embed=compare&scenario=baseline&scenario=all_three_recommendations`);
    await fans(page);
    await placeOf(page, lever);
    assert.equal(await ask(page, 'web_widget', 'timeline'), '');
    await page.waitForTimeout(500);
    await shot(page, 'embed');
    await page.context().close();
  },

  'going back closes what is open and loses nothing': async () => {
    const page = await visit(single);
    await fans(page);
    await skipTour(page);
    await page.mouse.click(600, 300);  // a page that nobody has touched is left at once
    await page.goBack();
    await page.waitForTimeout(300);
    assert.ok(await page.evaluate(() => Boolean(window.algemeente.module)));
    await fans(page);
    await page.context().close();
  },

  'without WebGL 2 there is a sentence': async () => {
    const context = await browser.newContext({locale: 'nl-NL'});
    await context.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });
    const page = await context.newPage();
    await page.goto(`${address}/`);
    await page.waitForFunction(() => !document.getElementById('trouble').hidden);
    assert.match(await page.textContent('#trouble'), /WebGL 2/);
    await context.close();
  },

  'twenty changes later the memory has not grown': async () => {
    const page = await visit(`${single}&municipalities=20&replicates=8`);
    await fans(page);
    await skipTour(page);
    const memory = [];
    for (let i = 0; i < 40; ++i) {
      const before = await ask(page, 'web_session');
      await drag(page, lever, 0.1 + 0.04 * (i % 20), 0.1 + 0.04 * ((i + 1) % 20));
      await page.waitForTimeout(300);
      assert.notEqual(await ask(page, 'web_session'), before, `change ${i}`);
      await until(page, now => !now.busy, `runs of change ${i}`);
      memory.push((await state(page)).memory);
    }
    console.log(`    memory in MB: ${memory.map(bytes => (bytes / 1e6).toFixed(1)).join(' ')}`);
    // what is kept of results and of steps to undo has filled up by the twentieth
    assert.ok(memory[39] < memory[19] * 1.05 + 1e6, 'grows');
    await page.context().close();
  },
};

const main = async () => {
  fs.mkdirSync(pictures, {recursive: true});
  server = await serve();
  address = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: browserFlags});
  const wanted = process.argv.slice(2);
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    if (wanted.length > 0 && !wanted.some(part => name.includes(part))) continue;
    const began = Date.now();
    problems.length = 0;
    try {
      await test();
      assert.deepEqual(problems, []);
      console.log(`ok    ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    } catch (problem) {
      ++failed;
      console.log(`FAILED ${name}\n${problem.stack}\n${problems.join('\n')}`);
    }
    for (const context of browser.contexts()) await context.close();
  }
  await browser.close();
  server.close();
  console.log(failed === 0 ? 'test_web: all is well' : `test_web: ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
};
module.exports = {serve, state, until, drag, browserFlags};
if (require.main === module) main();
