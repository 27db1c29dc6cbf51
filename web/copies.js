// Files of the reader's: one that is read; one that is linked, to be written through to; this page with what was made in it.

import { kinds, Refused } from './outcomes.js';

// As picked_bytes_max in src/platform/copies.h.
const pickedBytesMax = 64 * 1024 * 1024;
// As platform::LinkState.
const states = { impossible: 0, none: 1, asleep: 2, ready: 3 };
const linkName = 'link';
const nothing = new Uint8Array(0);

const tooLarge = () => new Refused(kinds.tooLarge, 'file_too_large');
const unreadable = (cause) => new Refused(kinds.failed, 'file_unreadable', { cause });
const notWritten = (kind, cause) => new Refused(kind, 'file_not_written', { cause });

// A frame of another origin may not, and neither may a sandbox.
function hasPicker() {
  try {
    return typeof window.showSaveFilePicker === 'function' && typeof window.top.location.href === 'string';
  } catch {
    return false;
  }
}

async function read(file) {
  if (file.size > pickedBytesMax) throw tooLarge();
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    throw unreadable(error);
  }
}

async function readHandle(handle) {
  let file;
  try {
    file = await handle.getFile();
  } catch (error) {
    throw unreadable(error);
  }
  return read(file);
}

// `ask`: queryPermission, or requestPermission, which shows a question. Some browsers have neither and let.
async function mayWrite(handle, ask) {
  try {
    return typeof handle[ask] !== 'function' || (await handle[ask]({ mode: 'readwrite' })) === 'granted';
  } catch {
    return false;
  }
}

async function writeAll(handle, bytes) {
  const stream = await handle.createWritable();
  try {
    await stream.write(bytes);
    await stream.close(); // only now the file changes
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
}

// Resolves to null when the reader chooses none.
function chooseFile() {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.hidden = true;
    const end = (file) => {
      field.remove();
      resolve(file);
    };
    field.addEventListener('change', () => end(field.files[0] ?? null));
    field.addEventListener('cancel', () => end(null));
    document.body.append(field); // some browsers open none outside of the page
    field.click();
  });
}

export class Copies {
  #program;
  #storage;
  #ownPage;
  #outlet;
  #handle = null;
  #lastWrite = Promise.resolve();

  constructor(program, storage, ownPage, outlet) {
    this.#program = program;
    this.#storage = storage;
    this.#ownPage = ownPage;
    this.#outlet = outlet;
  }

  pick(request) {
    this.#answerWithFile(request, chooseFile().then((file) => file && read(file)));
  }

  async lookForLink(request) {
    const [state, name] = await this.#link();
    this.#program.callWith('lesesaal_copies_link_found', [request, state], [name]);
  }

  link(request, suggestedName) {
    this.#answerWithFile(request, this.#choose(() => window.showSaveFilePicker({ suggestedName })));
  }

  linkExisting(request) {
    this.#answerWithFile(request, this.#choose(async () => (await window.showOpenFilePicker())[0]));
  }

  wake(request) {
    this.#answerWithFile(request, this.#use(this.#handle));
  }

  // One after the other: what is written last stays.
  writeThrough(request, bytes) {
    this.#lastWrite = this.#lastWrite.then(() => this.#answer(request, this.#write(bytes)));
  }

  unlink() {
    this.#handle = null;
    this.#storage.remember(linkName, null).catch((error) => console.info('copies:', error));
  }

  savePage(request, fileName, blockName, block) {
    const save = async () => this.#outlet.saveBlob(fileName, this.#ownPage.with(blockName, block));
    this.#answer(request, save().catch((error) => { throw new Refused(kinds.failed, 'page_not_saved', { cause: error }); }));
  }

  async #link() {
    if (!hasPicker()) return [states.impossible, ''];
    this.#handle ??= (await this.#storage.find(linkName).catch(() => null)) ?? null;
    if (typeof this.#handle?.getFile !== 'function') return [states.none, ''];
    return [(await mayWrite(this.#handle, 'queryPermission')) ? states.ready : states.asleep, this.#handle.name];
  }

  async #choose(ask) {
    let handle;
    try {
      handle = await ask();
    } catch (error) {
      if (error?.name === 'AbortError') return null; // the reader closed the picker
      throw notWritten(kinds.blocked, error);
    }
    const file = await this.#use(handle);
    if (!file) return null;
    this.#handle = handle;
    // Without a store the file is linked until the page closes.
    await this.#storage.remember(linkName, handle).catch((error) => console.info('copies:', error));
    return file;
  }

  async #use(handle) {
    if (!handle || !(await mayWrite(handle, 'requestPermission'))) return null;
    return readHandle(handle);
  }

  async #write(bytes) {
    if (!this.#handle) throw notWritten(kinds.notFound);
    try {
      await writeAll(this.#handle, bytes);
    } catch (error) {
      throw notWritten(error?.name === 'NotAllowedError' ? kinds.blocked : kinds.failed, error);
    }
  }

  async #answerWithFile(request, promise) {
    try {
      const file = await promise;
      this.#program.callWith('lesesaal_copies_picked', [request, kinds.done], [file?.name ?? '', file?.bytes ?? nothing]);
    } catch (error) {
      console.info('copies:', error);
      const [kind, message] = error instanceof Refused ? [error.kind, error.message] : [kinds.failed, 'file_unreadable'];
      this.#program.callWith('lesesaal_copies_picked', [request, kind], [message, nothing]);
    }
  }

  async #answer(request, promise) {
    const { kind, message } = await promise.then(() => ({ kind: kinds.done, message: '' }), (error) => {
      console.info('copies:', error, error.cause);
      return error;
    });
    this.#program.callWith('lesesaal_copies_written', [request, kind], [message]);
  }
}
