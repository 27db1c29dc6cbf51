// What the reader does to elements, told to the program by id and action. Keys are in keys.js, the pointer in pointer.js.

import { describedBy, isTextField, role, textOf } from './elements.js';
import { Keys } from './keys.js';
import { Pointer } from './pointer.js';
import { PassageSelection } from './selection.js';

// By scene::Action.
const activate = 0;
const input = 1;
const change = 2;
const scroll = 3;
const focus = 4;
const blur = 5;

const pressedRoles = new Set([role.link, role.button, role.option, role.mark]);
const softHyphens = /\u00AD/g;

export class Input {
  #program;
  #semantics;
  #scene;
  #keys;
  #pointer;
  #selection;

  constructor(program, semantics, scene) {
    this.#program = program;
    this.#semantics = semantics;
    this.#scene = scene;
    this.#pointer = new Pointer(program, semantics, (id, action, value) => this.act(id, action, value));
    this.#selection = new PassageSelection(scene, (id, action, value) => this.act(id, action, value));
    this.#keys = new Keys(program, {
      onCommit: (node) => this.#commit(node),
      onActivate: (node) => this.act(node.id, activate),
      cancelDrag: () => this.#pointer.cancelDrag(),
    });
  }

  start() {
    this.#listenToElements();
    this.#listenToFields();
    this.#pointer.start();
    this.#keys.start();
    this.#selection.start();
    for (const type of ['copy', 'cut']) document.addEventListener(type, (event) => this.#onCopy(event));
    document.addEventListener('dragstart', (event) => this.#onDragOut(event));
  }

  // Focus moves by the program's own request arrive within its call; they are told after it.
  act(id, action, value = '') {
    const tell = () => this.#program.callWith('lesesaal_acted', [id, action], [value]);
    if (this.#semantics.isApplying) queueMicrotask(tell);
    else tell();
  }

  // When the changes of a frame are made.
  settle() {
    this.#selection.settle();
  }

  selectPassage() {
    this.#selection.selectFirst();
  }

  focusLost(id) {
    this.act(id, blur);
  }

  #listenToElements() {
    const scene = this.#scene;
    scene.addEventListener('click', (event) => this.#onClick(event));
    scene.addEventListener('change', (event) => this.#onChange(event));
    scene.addEventListener('focusin', (event) => this.#onFocus(event, focus));
    scene.addEventListener('focusout', (event) => this.#onFocus(event, blur));
    // Does not bubble.
    scene.addEventListener('scroll', (event) => this.#onScroll(event), { capture: true, passive: true });
  }

  #onFocus(event, action) {
    const node = describedBy(event.target);
    if (node && !this.#semantics.isFocusLent) this.act(node.id, action);
  }

  #onClick(event) {
    // By the keyboard a click has no detail and ends no drag.
    if (this.#pointer.endsDrag() && event.detail > 0) {
      event.preventDefault();
      return;
    }
    let node = describedBy(event.target);
    while (node && !pressedRoles.has(node.role)) node = describedBy(node.element.parentElement);
    if (!node) return;
    // The end of selecting is no press on what lies there.
    if (node.role === role.mark && !getSelection().isCollapsed) return;
    if (node.control.getAttribute('aria-disabled') === 'true') {
      event.preventDefault();
      return;
    }
    if (node.role === role.link) {
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
    if (node.role === role.checkbox || node.role === role.radio) {
      this.#semantics.settleLater(node);
      this.act(node.id, activate);
    } else {
      // After Enter the browser tells of the same text again.
      if (node.control.value !== node.committed) this.#commit(node);
    }
  }

  #onScroll({ target }) {
    const node = describedBy(target);
    if (node?.element !== target || !node.scrolls) return;
    node.offset = target.scrollTop;
    const largest = Math.max(0, target.scrollHeight - target.clientHeight);
    this.act(node.id, scroll, `${target.scrollTop.toFixed(2)} ${largest.toFixed(2)}`);
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
    this.act(node.id, input, textOf(node.control));
  }

  #commit(node) {
    node.committed = node.control.value;
    this.act(node.id, change, textOf(node.control));
  }

  // Break points inside words are for the eye; a copy is without them.
  #onCopy(event) {
    if (isTextField(event.target)) return;
    if (this.#takeSelection(event.clipboardData)) event.preventDefault();
  }

  // The same for a selection that is dragged somewhere else.
  #onDragOut(event) {
    if (isTextField(event.target) || !getSelection().containsNode(event.target, true)) return;
    this.#takeSelection(event.dataTransfer);
  }

  #takeSelection(data) {
    const selection = getSelection();
    const text = selection.toString();
    if (!data || selection.rangeCount === 0 || text.search(softHyphens) < 0) return false;
    const holder = document.createElement('div');
    holder.append(selection.getRangeAt(0).cloneContents());
    data.setData('text/plain', text.replace(softHyphens, ''));
    data.setData('text/html', new XMLSerializer().serializeToString(holder).replace(softHyphens, ''));
    return true;
  }
}
