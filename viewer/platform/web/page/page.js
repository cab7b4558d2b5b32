// The page around the window: loads it, tells it what hands do, and keeps and gives what it writes.
// The window itself (WebAssembly) draws everything; viewer/platform/web/web_platform.cpp is the other side of this file.
'use strict';
(() => {

const own = document.currentScript.dataset;
const sizes = JSON.parse(own.sizes);  // bytes of the parts, before compression
const asked = new URLSearchParams(location.search);
const canvas = document.getElementById('canvas');
const cover = document.getElementById('cover');
const typing = document.getElementById('typing');
const chooser = document.getElementById('chooser');
const language = asked.get('lang') || (navigator.language.startsWith('nl') ? 'nl' : 'en');
document.documentElement.lang = language;
document.documentElement.className = language;

const words = {
  webgl: {nl: 'Deze browser tekent niet met WebGL 2, en daarmee kan dit venster niet open. Een nieuwere Firefox, Chrome, Edge of Safari kan het wel. Staat hardwareversnelling uit, zet haar dan aan.',
          en: 'This browser does not draw with WebGL 2, so the window cannot open. A newer Firefox, Chrome, Edge or Safari can. If hardware acceleration is off, switch it on.'},
  load: {nl: 'De pagina is niet helemaal geladen. Is er netwerk? Laad haar dan opnieuw.', en: 'The page did not load completely. If there is a network, load it again.'},
  broke: {nl: 'Er ging iets mis. Wat niet was opgeslagen is bewaard: laad de pagina opnieuw.', en: 'Something went wrong. What was not saved is kept: load the page again.'},
  closed: {nl: 'Gesloten. Laad de pagina om verder te gaan.', en: 'Closed. Load the page to go on.'},
  lost: {nl: 'De grafische kaart is kwijt wat er stond. Laad de pagina opnieuw; uw werk is bewaard.', en: 'The graphics card lost what was there. Load the page again; your work is kept.'},
};
const tell = (what, detail = '') => {
  const line = document.getElementById('trouble');
  line.textContent = [words[what] ? words[what][language] : what, detail].filter(Boolean).join('\n');
  line.hidden = false;
  document.getElementById('progress').hidden = true;
  cover.hidden = false;
};

// ---- threads: a page may share memory when it is isolated, by the host's headers or by offline.js after one reload

const isolate = async () => {
  if (!('serviceWorker' in navigator) || location.protocol === 'file:') return;
  try {
    await navigator.serviceWorker.register('offline.js');
    await navigator.serviceWorker.ready;
    // it answers for the page from when it has taken it over
    if (!navigator.serviceWorker.controller)
      await new Promise(done => { navigator.serviceWorker.addEventListener('controllerchange', done); setTimeout(done, 3000); });
  } catch (problem) {
    return;  // not on this host, or not in a private window: the page works without
  }
  const reload = !crossOriginIsolated && !sessionStorage.getItem('reloaded');
  if (!reload) return;
  sessionStorage.setItem('reloaded', 'yes');
  location.reload();
  await new Promise(() => {});  // nothing more happens in this visit
};

// ---- loading, with progress

const loaded = {};
const show = () => {
  const sum = list => list.reduce((all, one) => all + one, 0);
  document.getElementById('progress').value = sum(Object.values(loaded)) / sum(Object.keys(loaded).map(name => sizes[name]));
};
const counted = async name => {
  loaded[name] = 0;
  const response = await fetch(`${name}?v=${own.version}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const count = new TransformStream({transform: (chunk, out) => { loaded[name] += chunk.byteLength; show(); out.enqueue(chunk); }});
  const type = name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
  return new Response(response.body.pipeThrough(count), {headers: {'Content-Type': type}});
};
const script = address => new Promise((done, failed) => {
  const element = document.createElement('script');
  element.src = `${address}?v=${own.version}`;
  element.onload = done;
  element.onerror = () => failed(new Error(address));
  document.head.append(element);
});

// ---- what the address asks: the options of the window's command line that make sense in a page

const options = () => {
  const list = [];
  for (const name of ['lang', 'theme', 'scale', 'tab', 'page', 'municipality', 'pin', 'time', 'outcome', 'event', 'zoom', 'facet',
    'replicates', 'municipalities', 'embed'])
    for (const value of asked.getAll(name)) list.push(`--${name}=${value}`);
  for (const name of ['projector', 'gap']) if (asked.has(name)) list.push(`--${name}`);
  for (const name of asked.getAll('scenario')) list.push(`/scenarios/${name.replace(/[^a-z0-9_]/g, '')}.toml`);
  for (const name of asked.getAll('story').slice(0, 1)) list.push(`--story=/scenarios/stories/${name.replace(/[^a-z0-9_]/g, '')}.toml`);
  if (location.hash.length > 1) list.push(`--link=${location.hash}`);
  return list;
};

// ---- files: those in the window's home folder outlive the visit, in localStorage

const home = '/home/algemeente';
const shelf = 'algemeente:file:';
const alive = 'algemeente:tab:';
const tab = Math.random().toString(36).slice(2, 10);
let files;  // the window's file system
const mirrored = new Map();  // path -> when it was last changed

// what tabs that are gone have left is this tab's now; of tabs that are there their unsaved work stays theirs
const restoreFiles = async () => {
  let others = [];
  if (navigator.locks) {
    navigator.locks.request(alive + tab, () => new Promise(() => {}));
    others = (await navigator.locks.query()).held.map(lock => lock.name.slice(alive.length)).filter(name => name !== tab);
  }
  for (const key of Object.keys(localStorage).filter(name => name.startsWith(shelf))) {
    const [owner, ...rest] = key.slice(shelf.length).split(':');
    let path = rest.join(':');
    if (owner !== '' && others.includes(owner)) continue;
    if (owner !== '') path = path.replace('window-', `window-${owner}-`);
    const {text, changed} = JSON.parse(localStorage.getItem(key));
    files.mkdirTree(path.slice(0, path.lastIndexOf('/')));
    files.writeFile(path, text);
    files.utime(path, changed, changed);
    if (owner !== '') { localStorage.removeItem(key); continue; }  // kept again under this tab's name below
    mirrored.set(path, changed);
  }
};
const keyOf = path => shelf + (path.includes('/window-') ? tab : '') + ':' + path;
const filesIn = folder => files.readdir(folder).filter(name => name !== '.' && name !== '..').flatMap(name => {
  const path = `${folder}/${name}`;
  return files.isDir(files.stat(path).mode) ? filesIn(path) : name.endsWith('.lock') ? [] : [path];
});
const keepFiles = () => {
  if (!files) return;
  const now = filesIn(home);
  for (const path of now) {
    const changed = files.stat(path).mtime.getTime();
    if (mirrored.get(path) === changed) continue;
    try {
      localStorage.setItem(keyOf(path), JSON.stringify({text: files.readFile(path, {encoding: 'utf8'}), changed}));
    } catch (problem) {
      console.warn(`${path}: the browser keeps no more`);
    }
    mirrored.set(path, changed);
  }
  for (const path of [...mirrored.keys()].filter(path => !now.includes(path))) {
    localStorage.removeItem(keyOf(path));
    mirrored.delete(path);
  }
};

const types = {png: 'image/png', svg: 'image/svg+xml', csv: 'text/csv', html: 'text/html', toml: 'application/toml'};
const download = path => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const blob = new Blob([files.readFile(path)], {type: types[name.split('.').pop()] || 'application/octet-stream'});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};
const handOver = path => {
  const all = files.isDir(files.stat(path).mode) ? filesIn(path) : [path];
  for (const file of all) {
    download(file);
    if (!file.startsWith(home)) files.unlink(file);  // the person has it
  }
};

// names from outside stay names: nothing that leads into another folder. A scenario may be based on a shipped one, so
// those lie beside it.
const receive = async list => {
  const folder = '/home/received';
  if (!files.analyzePath(folder).exists) {
    files.mkdirTree(folder);
    for (const name of files.readdir('/scenarios').filter(name => name.endsWith('.toml')))
      files.symlink(`/scenarios/${name}`, `${folder}/${name}`);
  }
  const names = [];
  for (const file of list) {
    const path = `${folder}/${file.name.replace(/[/\\]/g, '_')}`;
    if (files.readdir(folder).includes(path.slice(folder.length + 1))) files.unlink(path);
    files.writeFile(path, new Uint8Array(await file.arrayBuffer()));
    names.push(path);
  }
  for (const path of names) send('web_drop', path);
};

// ---- hands

let send = () => {};
let scale = 1;
const place = event => {
  const area = canvas.getBoundingClientRect();
  return [(event.clientX - area.left) * scale, (event.clientY - area.top) * scale];
};
const hold = {touches: new Map(), pinch: null, press: 0, last: [0, 0]};

const resize = () => {
  scale = window.devicePixelRatio || 1;
  const width = Math.max(1, Math.round(canvas.clientWidth * scale));
  const height = Math.max(1, Math.round(canvas.clientHeight * scale));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  send('web_size', width, height, scale);
};

const midpoint = () => {
  const [[ax, ay], [bx, by]] = [...hold.touches.values()];
  return {x: (ax + bx) / 2, y: (ay + by) / 2, apart: Math.hypot(ax - bx, ay - by)};
};
const endPinch = () => {
  if (hold.pinch && hold.pinch.zooms) key(codes.ControlLeft, 1, 0);
  hold.pinch = null;
};
// two fingers: apart or together zooms as Ctrl with the wheel does, side by side scrolls
const pinch = () => {
  const now = midpoint();
  const notch = 40 * scale;
  const zoomed = (now.apart - hold.pinch.apart) / notch;
  const scrolled = (now.y - hold.pinch.y) / notch;
  if (!hold.pinch.zooms && Math.abs(zoomed) > 0.5 && Math.abs(zoomed) > Math.abs(scrolled)) {
    hold.pinch.zooms = true;
    key(codes.ControlLeft, 0, 2);
  }
  const turned = hold.pinch.zooms ? zoomed : scrolled;
  if (Math.abs(turned) < 0.25) return;
  send('web_pointer', now.x, now.y, 0);
  send('web_wheel', 0, turned);
  Object.assign(hold.pinch, now);
};
const onTouch = event => {
  const at = place(event);
  const down = event.type === 'pointerdown';
  const up = event.type === 'pointerup' || event.type === 'pointercancel';
  if (!down && !hold.touches.has(event.pointerId)) return;
  clearTimeout(hold.press);
  if (up) hold.touches.delete(event.pointerId); else hold.touches.set(event.pointerId, at);
  if (hold.touches.size >= 2) {
    if (!hold.pinch) { hold.pinch = midpoint(); send('web_pointer', ...hold.last, 0); }
    if (hold.touches.size === 2) pinch();
    return;
  }
  if (hold.pinch) { if (hold.touches.size === 0) endPinch(); return; }  // the other finger is no drag
  hold.last = at;
  send('web_pointer', ...at, up ? 0 : 1);
  // a long press is the other button
  if (down) hold.press = setTimeout(() => {
    for (const buttons of [0, 2, 0]) send('web_pointer', ...at, buttons);
    hold.touches.clear();
  }, 600);
};
const onPointer = event => {
  if (event.type === 'pointerdown') {
    canvas.setPointerCapture(event.pointerId);
    canvas.focus();
  }
  if (event.pointerType === 'touch') { onTouch(event); return; }
  send('web_pointer', ...place(event), event.buttons & 7);
};

const codes = {Space: 32, Quote: 39, Comma: 44, Minus: 45, Period: 46, Slash: 47, Semicolon: 59, Equal: 61, BracketLeft: 91,
  Backslash: 92, BracketRight: 93, Backquote: 96, Escape: 256, Enter: 257, Tab: 258, Backspace: 259, Insert: 260, Delete: 261,
  ArrowRight: 262, ArrowLeft: 263, ArrowDown: 264, ArrowUp: 265, PageUp: 266, PageDown: 267, Home: 268, End: 269,
  NumpadEnter: 335, ShiftLeft: 340, ControlLeft: 341, AltLeft: 342, MetaLeft: 341, ShiftRight: 344, ControlRight: 345,
  AltRight: 346, MetaRight: 345};  // numbers of GLFW; the command key of a Mac is its Ctrl
for (let i = 0; i < 10; ++i) codes[`Digit${i}`] = 48 + i;
for (let i = 0; i < 26; ++i) codes[`Key${String.fromCharCode(65 + i)}`] = 65 + i;
for (let i = 1; i <= 12; ++i) codes[`F${i}`] = 289 + i;
// shortcuts are what is printed on a key; a layout without Latin letters has them in the places of an English one
const codeOf = event => /^[a-z]$/i.test(event.key) ? event.key.toUpperCase().charCodeAt(0)
  : /^[=\-[\]]$/.test(event.key) ? event.key.charCodeAt(0) : codes[event.code];
let pasting = 2;  // Ctrl, or Ctrl and Shift
const pressed = new Map();  // by place, so that what goes up is what went down
const key = (code, kind, mods) => send('web_key', code, kind, mods);
const modifiers = event => (event.shiftKey ? 1 : 0) | (event.ctrlKey || event.metaKey ? 2 : 0);
const isBrowsers = event => ['F5', 'F11', 'F12'].includes(event.code) || event.code.startsWith('Audio')
  || ((event.ctrlKey || event.metaKey) && (event.shiftKey ? ['KeyI', 'KeyJ', 'KeyT', 'Tab'] : ['KeyL', 'KeyT', 'Tab']).includes(event.code));

const onKeyDown = event => {
  if (event.isComposing || event.keyCode === 229 || isBrowsers(event)) return;
  const control = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
  if (control && event.code === 'KeyV') { pasting = event.shiftKey ? 3 : 2; return; }  // the browser hands over what is pasted
  if (event.altKey && !event.getModifierState('AltGraph') && event.key.length > 1 && !event.code.startsWith('Alt')) return;
  event.preventDefault();
  const code = codeOf(event);
  if (code !== undefined) {
    pressed.set(event.code, code);
    key(code, event.repeat ? 2 : 0, modifiers(event));
  }
  if ([...event.key].length === 1 && !control) send('web_letters', event.key);
};
const onKeyUp = event => {
  const code = pressed.get(event.code);
  if (code === undefined) return;
  pressed.delete(event.code);
  key(code, 1, modifiers(event));
};
const letGo = () => {
  for (const code of pressed.values()) key(code, 1, 0);
  pressed.clear();
};
// keyboards of phones send text, not keys
const onInput = event => {
  if (event.inputType === 'deleteContentBackward') for (const kind of [0, 1]) key(codes.Backspace, kind, 0);
  else if (event.data) send('web_letters', event.data);
  typing.value = '';
};

let gesture = 0;  // Ctrl for as long as a touchpad pinches: it sends a wheel with Ctrl and no key
const onWheel = event => {
  event.preventDefault();
  if (event.ctrlKey && ![...pressed.values()].includes(codes.ControlLeft) && ![...pressed.values()].includes(codes.ControlRight)) {
    if (!gesture) key(codes.ControlLeft, 0, 2);
    clearTimeout(gesture);
    gesture = setTimeout(() => { gesture = 0; key(codes.ControlLeft, 1, 0); }, 250);
  }
  const unit = event.deltaMode === 0 ? 100 : event.deltaMode === 1 ? 3 : 1;
  send('web_pointer', ...place(event), event.buttons & 7);
  send('web_wheel', -event.deltaX / unit, -event.deltaY / unit);
};

// going back closes what is open, as on a phone; going back twice leaves
let wentBack = -Infinity;
const onBack = () => {
  const now = performance.now();
  if (now - wentBack < 1500) { history.back(); return; }
  wentBack = now;
  for (const kind of [0, 1]) key(codes.Escape, kind, 0);
  history.pushState({algemeente: true}, '');
};

const listen = () => {
  for (const name of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel']) canvas.addEventListener(name, onPointer);
  canvas.addEventListener('pointerleave', () => { if (hold.touches.size === 0) send('web_pointer', -1, -1, 0); });
  canvas.addEventListener('contextmenu', event => event.preventDefault());
  canvas.addEventListener('wheel', onWheel, {passive: false});
  addEventListener('keydown', onKeyDown);
  addEventListener('keyup', onKeyUp);
  addEventListener('blur', letGo);
  addEventListener('paste', event => send('web_paste', event.clipboardData.getData('text/plain'), pasting));
  typing.addEventListener('input', onInput);
  addEventListener('dragover', event => event.preventDefault());
  addEventListener('drop', event => { event.preventDefault(); receive(event.dataTransfer.files); });
  chooser.addEventListener('change', () => { receive(chooser.files); chooser.value = ''; });
  new ResizeObserver(resize).observe(canvas);
  const followScale = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => { resize(); followScale(); }, {once: true});
  followScale();
  addEventListener('visibilitychange', keepFiles);
  addEventListener('pagehide', keepFiles);
  setInterval(keepFiles, 1000);
  addEventListener('hashchange', () => location.reload());
  if (window === window.top) {
    if (!history.state) history.pushState({algemeente: true}, '');
    addEventListener('popstate', event => { if (!event.state) onBack(); });
  }
  canvas.addEventListener('webglcontextlost', () => { keepFiles(); tell('lost'); });
};

// ---- what the window asks of the page

const cursors = ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'not-allowed'];
const page = {
  setTitle: title => { document.title = title; },
  setClipboard: text => {
    const byHand = () => {
      const dialog = document.getElementById('by-hand');
      const field = dialog.querySelector('textarea');
      field.value = text;
      if (!dialog.open) dialog.showModal();
      field.select();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text).catch(byHand); else byHand();
  },
  readClipboard: () => {
    const text = navigator.clipboard ? navigator.clipboard.readText() : Promise.resolve('');
    text.catch(() => '').then(text => send('web_paste', text, 3));
  },
  handOver,
  // a browser opens its panel only shortly after a hand has done something: after a slow frame, with the next touch
  chooseFiles: () => {
    const active = !navigator.userActivation || navigator.userActivation.isActive;
    if (active) chooser.click(); else addEventListener('pointerup', () => chooser.click(), {once: true});
  },
  setCursor: (shape, types) => {
    canvas.style.cursor = shape < 0 ? 'none' : cursors[shape];
    if (!matchMedia('(pointer: coarse)').matches) return;
    if (types && document.activeElement !== typing) typing.focus();
    if (!types && document.activeElement === typing) canvas.focus();
  },
  drew: () => {
    if (page.first) return;
    page.first = performance.now();
    cover.hidden = true;
    canvas.focus();
  },
  failed: words => tell(words),
  address: () => location.origin + location.pathname,
  closed: () => { keepFiles(); tell('closed'); },
};

const open = async () => {
  if (!document.createElement('canvas').getContext('webgl2')) { tell('webgl'); return; }
  await isolate();
  const build = crossOriginIsolated && asked.get('threads') !== 'no' ? 'threads' : 'single';
  const instance = counted(`${build}/window.wasm`);
  const data = counted(`${build}/window.data`).then(response => response.arrayBuffer());
  await script(`${build}/window.js`);
  const files_at_hand = await data;
  const module = await open_window({
    canvas, page, arguments: options(), build,
    locateFile: name => `${build}/${name}?v=${own.version}`,
    getPreloadedPackage: () => files_at_hand,
    instantiateWasm: (imports, done) => {
      instance.then(response => WebAssembly.instantiateStreaming(response, imports)).then(both => done(both.instance, both.module))
        .catch(problem => tell('load', problem.message));
      return {};
    },
    preRun: [module => {
      files = module.FS;
      files.mkdirTree(home);
      Object.assign(module.ENV, {HOME: home, XDG_CONFIG_HOME: `${home}/.config`, XDG_STATE_HOME: `${home}/.state`});
      module.addRunDependency('kept files');
      restoreFiles().catch(problem => console.warn(problem.message)).finally(() => module.removeRunDependency('kept files'));
    }],
    printErr: line => console.error(line),
  });
  send = (name, ...values) => module.ccall(name, null, values.map(value => typeof value === 'string' ? 'string' : 'number'), values);
  page.module = module;
  resize();
  listen();
};

addEventListener('error', event => { if (event.error !== undefined || event.message) { keepFiles(); tell('broke', event.message); } });
addEventListener('unhandledrejection', event => { keepFiles(); tell('broke', event.reason && event.reason.message); });
window.algemeente = page;
open().catch(problem => tell('load', problem.message));

})();
