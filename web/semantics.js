// The semantic tree as native elements: transparent over the canvas where that draws, visible where the browser does
// (text entry, the article). The program says what changed; here it is done to the elements, one by one.

import {
  makeNode, describedBy, relations, removeRange, role, rootId, setRange, showClasses, stateSetters, textSetters,
} from './elements.js';
import { FocusKeeper, hasTabStopInside } from './focus.js';

export class Semantics {
  #nodes = new Map();
  #scrollers = new Set();
  #related = new Set(); // those that point to another
  #unsettled = new Set(); // checkboxes the browser has toggled and the program not yet confirmed
  #isStructureChanged = false;
  #isRelationChanged = false;
  #wantedOffsets = [];
  #wantedFocus = null;
  #onFocusLost;
  #onDone;
  #keeper;
  isApplying = false;
  // While a copy is made the focus is elsewhere for a moment, which means nothing.
  isFocusLent = false;

  // `onFocusLost(id)`; `onDone()`: all changes of a frame are made.
  constructor(scene, onFocusLost, onDone = () => {}) {
    this.#onFocusLost = onFocusLost;
    this.#onDone = onDone;
    this.#keeper = new FocusKeeper(scene, this.#nodes);
    this.#remember({ id: rootId, role: 0, element: scene, control: scene, caption: null, relations: [] });
  }

  // The element of the dialog on top, or null.
  get dialog() {
    return this.#keeper.dialog;
  }

  create(id, parent, before, roleNumber, level) {
    this.isApplying = true;
    const node = makeNode(id, parent, roleNumber, level);
    this.#remember(node);
    if (roleNumber === role.dialog) this.#keeper.dialogOpens(node.element);
    this.#element(parent).insertBefore(node.element, this.#anchor(before));
    this.#isStructureChanged = true;
  }

  move(id, parent, before) {
    this.isApplying = true;
    const { element } = this.#nodes.get(id);
    const target = this.#element(parent);
    if (target.moveBefore) {
      target.moveBefore(element, this.#anchor(before));
      return;
    }
    const focused = element.contains(document.activeElement) ? document.activeElement : null;
    target.insertBefore(element, this.#anchor(before));
    focused?.focus({ preventScroll: true });
  }

  remove(id) {
    this.isApplying = true;
    const { element } = this.#nodes.get(id);
    // Browsers disagree on whether a removed element loses the focus with an event.
    const focused = this.#keeper.willRemove(element);
    if (focused) this.#onFocusLost(focused.id);
    this.#forget(element);
    for (const below of element.querySelectorAll('*')) this.#forget(below);
    element.remove();
    this.#isStructureChanged = true;
  }

  setText(id, property, text) {
    textSetters[property](this.#nodes.get(id), text);
  }

  setState(id, property, value) {
    stateSetters[property](this.#nodes.get(id), value);
  }

  setRange(id, min, max, now) {
    setRange(this.#nodes.get(id), min, max, now);
  }

  removeRange(id) {
    removeRange(this.#nodes.get(id));
  }

  // The other may come later, or be made anew: the names are written when all changes are made.
  relate(id, relation, target) {
    const node = this.#nodes.get(id);
    node.relations[relation] = target;
    this.#related.add(node);
    this.#isRelationChanged = true;
  }

  place(id, x, y, width, height) {
    const node = this.#nodes.get(id);
    const { style } = node.element;
    const before = node.box ?? {};
    if (before.x !== x) style.left = `${x}px`;
    if (before.y !== y) style.top = `${y}px`;
    if (before.width !== width) style.width = `${width}px`;
    if (before.height !== height) style.height = `${height}px`;
    node.box = { x, y, width, height };
    if (node.isPlaced) return;
    node.isPlaced = true;
    showClasses(node);
  }

  unplace(id) {
    const node = this.#nodes.get(id);
    for (const property of ['left', 'top', 'width', 'height']) node.element.style.removeProperty(property);
    node.isPlaced = false;
    node.box = null;
    showClasses(node);
  }

  setContentHeight(id, height) {
    const node = this.#nodes.get(id);
    node.scrolls = height >= 0;
    if (height > 0) node.element.style.setProperty('--content-height', `${height}px`);
    else node.element.style.removeProperty('--content-height');
    if (node.scrolls) this.#scrollers.add(node);
    else this.#scrollers.delete(node);
    this.#isStructureChanged = true;
    showClasses(node);
  }

  scrollTo(id, offset) {
    const { element, offset: known = 0 } = this.#nodes.get(id);
    // To ask the element, or to tell it what it knows, has the whole page laid out at once.
    if (offset !== known) this.#wantedOffsets.push({ element, offset });
  }

  focus(id) {
    this.#wantedFocus = this.#nodes.get(id);
  }

  setToken(name, value) {
    document.documentElement.style.setProperty(name, value);
  }

  // Every change of this frame is made; now what needs them all.
  done() {
    this.isApplying = true;
    if (this.#isStructureChanged) this.#makeScrollersReachable();
    if (this.#isStructureChanged || this.#isRelationChanged) this.#nameRelations();
    for (const node of this.#unsettled) node.control.checked = node.known;
    const wantedOffsets = this.#wantedOffsets;
    for (const { element, offset } of wantedOffsets) if (offset >= 0) element.scrollTop = offset;
    this.#keeper.settle(this.#isStructureChanged, this.#wantedFocus?.control ?? null);
    // A share of the whole is where reading stopped: the focus, which goes to the headline, must not lead away from there.
    for (const { element, offset } of wantedOffsets) if (offset < 0) element.scrollTop = -offset * (element.scrollHeight - element.clientHeight);
    this.#isStructureChanged = false;
    this.#isRelationChanged = false;
    this.#unsettled.clear();
    this.#wantedOffsets = [];
    this.#wantedFocus = null;
    this.isApplying = false;
    this.#onDone();
  }

  // The browser has switched it, and of a radio the others of its group; what holds is what the program says.
  settleLater(node) {
    const group = node.role === role.radio ? document.getElementsByName(node.control.name) : [node.control];
    for (const control of group) this.#unsettled.add(describedBy(control));
  }

  #element(id) {
    return this.#nodes.get(id).element;
  }

  #anchor(before) {
    return before === rootId ? null : this.#element(before);
  }

  #remember(node) {
    node.element.lesesaalNode = node;
    this.#nodes.set(node.id, node);
  }

  #forget(element) {
    const node = element.lesesaalNode;
    if (!node) return;
    this.#nodes.delete(node.id);
    for (const some of [this.#scrollers, this.#unsettled, this.#related]) some.delete(node);
  }

  #nameRelations() {
    for (const { control, relations: targets } of this.#related) {
      relations.forEach((attribute, relation) => {
        const target = targets[relation] ? this.#nodes.get(targets[relation]) : undefined;
        if (target) {
          target.control.id = `n${target.id}`;
          control.setAttribute(attribute, target.control.id);
        } else {
          control.removeAttribute(attribute);
        }
      });
    }
  }

  // What scrolls must be reachable by keyboard: by what is in it, or else itself.
  #makeScrollersReachable() {
    for (const { element, hasTabStop } of this.#scrollers) {
      if (hasTabStop) continue;
      if (!hasTabStopInside(element)) element.tabIndex = 0;
      else if (element.localName === 'main' || element.getAttribute('role') === 'dialog') element.tabIndex = -1;
      else element.removeAttribute('tabindex');
    }
  }
}
