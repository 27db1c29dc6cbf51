// The pointer: where it is, for what the canvas shows below it, and drags of elements with the style word "drag".

import { describedBy } from './elements.js';

// By scene::Action.
const press = 6;
const drag = 7;
const release = 8;
const cancel = 9;

// What a hand moves while it means to stay, in CSS px.
const stillnessPx = 3;

// In the HTML view nothing is drawn that could be pointed at.
const isCanvasShown = () => !document.documentElement.classList.contains('html-view');

export class Pointer {
  #program;
  #semantics;
  #act;
  #held = null; // what is dragged: { node, element, pointerId, x, y, hasMoved }
  #isOver = false;
  #ignoresClick = false;

  // `act(id, action, value)` tells the program.
  constructor(program, semantics, act) {
    this.#program = program;
    this.#semantics = semantics;
    this.#act = act;
  }

  start() {
    document.addEventListener('pointermove', (event) => this.#onMove(event), { passive: true });
    document.addEventListener('pointerdown', (event) => this.#onDown(event));
    document.addEventListener('pointerup', (event) => this.#onUp(event));
    document.addEventListener('pointercancel', (event) => this.#onUp(event));
    // Also when the element goes while it is dragged: then the document is told. A finger is captured from the start by what
    // it met first, which is no loss.
    document.addEventListener('lostpointercapture', ({ target }) => {
      if (this.#held?.hasMoved && (target === this.#held.element || target === document)) this.cancelDrag();
    });
    document.documentElement.addEventListener('pointerleave', (event) => {
      if (!this.#held) this.#report(event, false, false);
    });
  }

  // Whether the click that comes now only ends a drag.
  endsDrag() {
    const isEnd = this.#ignoresClick;
    this.#ignoresClick = false;
    return isEnd;
  }

  // Returns: whether there was one.
  cancelDrag() {
    if (!this.#held) return false;
    const { node, x, y } = this.#held;
    this.#ignoresClick = true;
    this.#letGo();
    this.#tell(node, cancel, x, y);
    return true;
  }

  #onDown(event) {
    this.#ignoresClick = false;
    if (!event.isPrimary || event.button !== 0) return;
    if (this.#held) this.cancelDrag();
    const element = isCanvasShown() ? event.target.closest?.('.drag') : null;
    const node = element && describedBy(element);
    if (node && element.getAttribute('aria-disabled') !== 'true') {
      this.#held = { node, element, pointerId: event.pointerId, x: event.clientX, y: event.clientY, hasMoved: false };
      this.#tell(node, press, event.clientX, event.clientY);
    }
    this.#report(event, this.#isOverCanvas(event), true);
  }

  #onMove(event) {
    if (!event.isPrimary) return;
    if (this.#held?.pointerId === event.pointerId) this.#onDrag(event);
    this.#report(event, this.#isOverCanvas(event), (event.buttons & 1) !== 0);
  }

  #onDrag(event) {
    const held = this.#held;
    if (!held.hasMoved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < stillnessPx) return;
    if (!held.hasMoved) {
      held.hasMoved = true;
      // Not before: a captured click would be the handle's and not that of the button in it.
      held.element.setPointerCapture(event.pointerId);
    }
    held.x = event.clientX;
    held.y = event.clientY;
    this.#tell(held.node, drag, held.x, held.y);
  }

  #onUp(event) {
    if (!event.isPrimary) return;
    const held = this.#held;
    if (held?.pointerId === event.pointerId) {
      const isCancelled = event.type === 'pointercancel';
      this.#ignoresClick = held.hasMoved;
      this.#letGo();
      this.#tell(held.node, isCancelled ? cancel : release, isCancelled ? held.x : event.clientX, isCancelled ? held.y : event.clientY);
    }
    const isStillOver = event.pointerType === 'mouse' && event.type === 'pointerup' && this.#isOverCanvas(event);
    this.#report(event, isStillOver, false);
  }

  #letGo() {
    const { element, pointerId } = this.#held;
    this.#held = null;
    if (element.hasPointerCapture(pointerId)) element.releasePointerCapture(pointerId);
  }

  #tell(node, action, x, y) {
    this.#act(node.id, action, `${x.toFixed(2)} ${y.toFixed(2)}`);
  }

  // What the browser shows by itself has no hover of the program's; so reading costs no frames. Nor has what rests
  // below a dialog.
  #isOverCanvas(event) {
    if (this.#held) return true;
    if (!isCanvasShown()) return false;
    const { dialog } = this.#semantics;
    if (dialog !== null && !dialog.contains(event.target)) return false;
    return !event.target.closest?.('.visible');
  }

  #report(event, isOver, isDown) {
    if (!isOver && !this.#isOver) return;
    this.#isOver = isOver;
    this.#program.call('lesesaal_pointer', event.clientX, event.clientY, (isOver ? 1 : 0) | (isOver && isDown ? 2 : 0));
  }
}
