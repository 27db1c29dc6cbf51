// What the reader does, told to the program: elements by id and action, keys nobody else takes, where the pointer is.

import { describedBy } from './semantics.js';

// By scene::Action.
const activate = 0;
const input = 1;
const change = 2;
const scroll = 3;
const focus = 4;
const blur = 5;

const linkRole = 8;
const buttonRole = 9;
const checkboxRole = 10;

const keysOfTheBrowser = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Unidentified', 'Process']);
// With Ctrl or Cmd: find, address line, tabs and windows, reload, print, zoom, history, bookmarks, source.
const combinationsOfTheBrowser = new Set([...'fglntwrpdhju+-=0']);
const combinationsOfFields = new Set([...'acvxyz', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Backspace', 'Delete', 'Home', 'End', 'Insert']);
const softHyphens = /\u00AD/g;

function isTextField(element) {
  return element instanceof HTMLInputElement && element.type !== 'checkbox';
}

export class Input {
  #program;
  #semantics;
  #scene;
  #isDragging = false;
  #isPointerOver = false;

  constructor(program, semantics, scene) {
    this.#program = program;
    this.#semantics = semantics;
    this.#scene = scene;
  }

  start() {
    this.#listenToElements();
    this.#listenToFields();
    this.#listenToPointer();
    document.addEventListener('keydown', (event) => this.#onKey(event));
    document.addEventListener('copy', (event) => this.#onCopy(event));
  }

  // Focus moves by the program's own request arrive within its call; they are told after it.
  act(id, action, value = '') {
    const tell = () => this.#program.callWith('lesesaal_acted', [id, action], [value]);
    if (this.#semantics.isApplying) queueMicrotask(tell);
    else tell();
  }

  focusLost(id) {
    this.act(id, blur);
  }

  #listenToElements() {
    const scene = this.#scene;
    scene.addEventListener('click', (event) => this.#onClick(event));
    scene.addEventListener('change', (event) => this.#onChange(event));
    scene.addEventListener('focusin', (event) => this.#tell(event, focus));
    scene.addEventListener('focusout', (event) => this.#tell(event, blur));
    // Does not bubble.
    scene.addEventListener('scroll', (event) => this.#onScroll(event), { capture: true, passive: true });
  }

  #tell(event, action) {
    const node = describedBy(event.target);
    if (node) this.act(node.id, action);
  }

  #onClick(event) {
    let node = describedBy(event.target);
    while (node && node.role !== linkRole && node.role !== buttonRole) node = describedBy(node.element.parentElement);
    if (!node) return;
    if (node.control.getAttribute('aria-disabled') === 'true') {
      event.preventDefault();
      return;
    }
    if (node.role === linkRole) {
      const href = node.control.getAttribute('href') ?? '';
      const isForBrowser = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
      if (isForBrowser || !href.startsWith('#')) return;
      event.preventDefault();
    }
    this.act(node.id, activate);
  }

  #onChange(event) {
    const node = describedBy(event.target);
    if (!node) return;
    if (node.role === checkboxRole) {
      this.#semantics.settleLater(node);
      this.act(node.id, activate);
    } else {
      // After Enter the browser tells of the same text again.
      if (node.control.value !== node.committed) this.#commit(node);
    }
  }

  #onScroll(event) {
    const node = describedBy(event.target);
    if (node?.element === event.target && node.scrolls) this.act(node.id, scroll, String(event.target.scrollTop));
  }

  #listenToFields() {
    const scene = this.#scene;
    const onComposition = (event, isComposing) => {
      const node = describedBy(event.target);
      if (!node) return;
      node.isComposing = isComposing;
      if (!isComposing) this.#typed(node);
    };
    scene.addEventListener('compositionstart', (event) => onComposition(event, true));
    scene.addEventListener('compositionend', (event) => onComposition(event, false));
    scene.addEventListener('input', (event) => {
      const node = describedBy(event.target);
      if (node && isTextField(event.target) && !node.isComposing) this.#typed(node);
    });
  }

  #typed(node) {
    this.act(node.id, input, node.control.value.normalize('NFC'));
  }

  #commit(node) {
    node.committed = node.control.value;
    this.act(node.id, change, node.control.value.normalize('NFC'));
  }

  #onKey(event) {
    const { key, target } = event;
    if (event.defaultPrevented || event.isComposing || keysOfTheBrowser.has(key) || /^F\d+$/.test(key)) return;
    const isAltGraph = event.getModifierState('AltGraph');
    const hasControl = (event.ctrlKey || event.metaKey) && !isAltGraph;
    const hasAlt = event.altKey && !isAltGraph;
    if (hasControl && combinationsOfTheBrowser.has(key.toLowerCase())) return;
    if (isTextField(target)) {
      if (key === 'Enter') this.#commit(describedBy(target));
      const isForProgram = key === 'Escape' || (hasControl && !combinationsOfFields.has(key.length === 1 ? key.toLowerCase() : key));
      if (!isForProgram) return;
    } else if ((key === 'Enter' || key === ' ') && target.closest('a, button, input, label')) {
      return; // pressed, that is a click
    }
    const modifiers = (hasControl ? 1 : 0) | (hasAlt ? 2 : 0) | (event.shiftKey ? 4 : 0);
    if (this.#program.callWith('lesesaal_key_pressed', [modifiers], [key])) event.preventDefault();
  }

  #listenToPointer() {
    document.addEventListener('pointermove', (event) => this.#onPointer(event), { passive: true });
    document.addEventListener('pointerdown', (event) => this.#onPress(event));
    document.addEventListener('pointerup', (event) => this.#onRelease(event));
    document.addEventListener('pointercancel', (event) => this.#onRelease(event));
    document.documentElement.addEventListener('pointerleave', (event) => {
      if (!this.#isDragging) this.#reportPointer(event, false, false);
    });
  }

  #onPress(event) {
    if (!event.isPrimary || event.button !== 0) return;
    const handle = event.target.closest?.('.drag');
    if (handle) {
      this.#isDragging = true;
      handle.setPointerCapture(event.pointerId);
    }
    this.#reportPointer(event, this.#isOverCanvas(event), true);
  }

  #onPointer(event) {
    if (event.isPrimary) this.#reportPointer(event, this.#isOverCanvas(event), (event.buttons & 1) !== 0);
  }

  #onRelease(event) {
    if (!event.isPrimary) return;
    this.#isDragging = false;
    const isStillOver = event.pointerType === 'mouse' && event.type === 'pointerup' && this.#isOverCanvas(event);
    this.#reportPointer(event, isStillOver, false);
  }

  // What the browser shows by itself has no hover of the program's; so reading costs no frames.
  #isOverCanvas(event) {
    return this.#isDragging || !event.target.closest?.('.visible');
  }

  #reportPointer(event, isOver, isDown) {
    if (!isOver && !this.#isPointerOver) return;
    this.#isPointerOver = isOver;
    this.#program.call('lesesaal_pointer', event.clientX, event.clientY, (isOver ? 1 : 0) | (isOver && isDown ? 2 : 0));
  }

  // Break points inside words are for the eye; a copy is without them.
  #onCopy(event) {
    const selection = getSelection();
    const text = selection.toString();
    if (isTextField(event.target) || selection.rangeCount === 0 || text.search(softHyphens) < 0) return;
    const holder = document.createElement('div');
    holder.append(selection.getRangeAt(0).cloneContents());
    event.clipboardData.setData('text/plain', text.replace(softHyphens, ''));
    event.clipboardData.setData('text/html', new XMLSerializer().serializeToString(holder).replace(softHyphens, ''));
    event.preventDefault();
  }
}
