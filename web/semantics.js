// The semantic tree as native elements: transparent over the canvas where that draws, visible where the browser does
// (text entry, the article). The program says what changed; here it is done to the elements, one by one.

// By scene::Role: the element, its role where the element alone has none, the type of a field.
const elementOfRole = [
  { tag: 'div' }, // root
  { tag: 'header' },
  { tag: 'div', role: 'search' },
  { tag: 'section' }, // region
  { tag: 'aside' },
  { tag: 'div', role: 'group' },
  { tag: 'ul' },
  { tag: 'li' },
  { tag: 'a' },
  { tag: 'button' },
  { field: 'checkbox' },
  { field: 'search' },
  { field: 'text' },
  { tag: 'div', role: 'status' },
  { tag: 'div', live: 'polite' },
  { tag: 'div', role: 'alert' },
  { tag: 'h', isHeading: true },
  { tag: 'main' },
  { tag: 'article' },
  { tag: 'section' },
  { tag: 'p' },
  { tag: 'span' },
  { tag: 'mark' },
  { tag: 'time' },
  { tag: 'div' }, // box
  { tag: 'pre' },
];
const rootId = 0;
const allowedLink = /^(#|https?:|mailto:)/i;

// What the program knows of an element, on the element itself: `control` is what is focused and named (inside a label
// for fields), `known` the state the program last gave a checkbox, `committed` the last text that was not mere typing.
export function describedBy(target) {
  let element = target instanceof Element ? target : target?.parentElement;
  while (element && !element.lesesaalNode) element = element.parentElement;
  return element?.lesesaalNode ?? null;
}

function makeField(type) {
  const element = document.createElement('label');
  const control = document.createElement('input');
  control.type = type;
  control.autocomplete = 'off';
  control.spellcheck = false;
  // Seen in the HTML view and found by find-in-page; the name itself is the control's aria-label.
  const caption = document.createElement('span');
  caption.setAttribute('aria-hidden', 'true');
  element.append(control, caption);
  return { element, control, caption };
}

function makeElement(role, level) {
  const kind = elementOfRole[role];
  if (kind.field) return makeField(kind.field);
  const element = document.createElement(kind.isHeading ? `h${Math.min(Math.max(level, 1), 6)}` : kind.tag);
  if (kind.role) element.setAttribute('role', kind.role);
  if (kind.live) element.setAttribute('aria-live', kind.live);
  if (kind.tag === 'button') element.type = 'button';
  return { element, control: element, caption: null };
}

function setOrRemove(element, attribute, value) {
  if (value === '') element.removeAttribute(attribute);
  else element.setAttribute(attribute, value);
}

// scene::Tristate to an attribute that is absent, "false" or "true".
function setTristate(element, attribute, value) {
  setOrRemove(element, attribute, ['', 'false', 'true'][value]);
}

function setLink(node, href) {
  const isAllowed = allowedLink.test(href);
  const isOutside = isAllowed && !href.startsWith('#');
  setOrRemove(node.control, 'href', isAllowed ? href : '');
  setOrRemove(node.control, 'rel', isOutside ? 'noopener noreferrer' : '');
  setOrRemove(node.control, 'target', isOutside ? '_blank' : '');
}

function setName(node, name) {
  if (node.id === rootId) document.title = name;
  else setOrRemove(node.control, 'aria-label', name);
  if (node.caption) node.caption.textContent = name;
}

function setDescription(node, text) {
  setOrRemove(node.control, 'aria-description', text);
  // The same for the eye and the mouse.
  setOrRemove(node.control, 'title', text);
}

function setValue(node, value) {
  // Never under the reader's hands: a caret would jump, a composition break off.
  if (node.isComposing || node.control.value.normalize('NFC') === value) return;
  node.control.value = value;
  node.committed = value;
}

// By TextProperty in src/platform/web/dom_changes.cpp.
const textSetters = [
  setName,
  (node, text) => { if (!node.caption) node.element.textContent = text; },
  setValue,
  (node, text) => setOrRemove(node.control, 'placeholder', text),
  setDescription,
  setLink,
  (node, text) => setOrRemove(node.element, 'lang', text),
  (node, text) => { node.style = text; showClasses(node); },
  (node, text) => setOrRemove(node.control, 'datetime', text),
];

// By StateProperty in the same file.
const stateSetters = [
  (node, value) => setTristate(node.control, 'aria-pressed', value),
  (node, value) => { node.known = value === 2; node.control.checked = node.known; },
  (node, value) => setTristate(node.control, 'aria-expanded', value),
  (node, value) => setOrRemove(node.control, 'aria-current', value === 2 ? 'true' : ''),
  setDisabled,
  (node, value) => { node.isVisible = value !== 0; showClasses(node); },
  (node, value) => setOrRemove(node.element, 'aria-posinset', value === 0 ? '' : String(value)),
  (node, value) => setOrRemove(node.element, 'aria-setsize', value === 0 ? '' : String(value)),
];

function setDisabled(node, value) {
  // A button that disables itself would drop the focus; so only fields use the native attribute.
  if (node.caption) node.control.disabled = value !== 0;
  else setOrRemove(node.control, 'aria-disabled', value === 0 ? '' : 'true');
}

function showClasses(node) {
  const words = [node.style, node.isVisible && 'visible', node.isPlaced && 'placed', node.scrolls && 'scroller'];
  setOrRemove(node.element, 'class', words.filter(Boolean).join(' '));
}

export class Semantics {
  #nodes = new Map();
  #scrollers = new Set();
  #unsettled = new Set(); // checkboxes the browser has toggled and the program not yet confirmed
  #isStructureChanged = false;
  #wantedOffsets = [];
  #wantedFocus = null;
  #onFocusLost;
  isApplying = false;

  constructor(scene, onFocusLost) {
    this.#onFocusLost = onFocusLost;
    this.#remember({ id: rootId, role: 0, element: scene, control: scene, caption: null });
  }

  create(id, parent, before, role, level) {
    this.isApplying = true;
    const node = { id, role, style: '', committed: '', ...makeElement(role, level) };
    this.#remember(node);
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
    if (element.contains(document.activeElement)) this.#onFocusLost(describedBy(document.activeElement).id);
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

  place(id, x, y, width, height) {
    const node = this.#nodes.get(id);
    const { style } = node.element;
    style.left = `${x}px`;
    style.top = `${y}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    if (node.isPlaced) return;
    node.isPlaced = true;
    showClasses(node);
  }

  unplace(id) {
    const node = this.#nodes.get(id);
    for (const property of ['left', 'top', 'width', 'height']) node.element.style.removeProperty(property);
    node.isPlaced = false;
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
    this.#wantedOffsets.push({ element: this.#element(id), offset });
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
    for (const node of this.#unsettled) node.control.checked = node.known;
    for (const { element, offset } of this.#wantedOffsets) element.scrollTop = offset;
    if (this.#wantedFocus) this.#moveFocus(this.#wantedFocus);
    this.#isStructureChanged = false;
    this.#unsettled.clear();
    this.#wantedOffsets = [];
    this.#wantedFocus = null;
    this.isApplying = false;
  }

  settleLater(node) {
    this.#unsettled.add(node);
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
    this.#scrollers.delete(node);
    this.#unsettled.delete(node);
  }

  // What scrolls must be reachable by keyboard: by what is in it, or else itself.
  #makeScrollersReachable() {
    for (const { element } of this.#scrollers) {
      const isMain = element.localName === 'main';
      if (!element.querySelector('a[href], button, input:not([disabled])')) element.tabIndex = 0;
      else if (isMain) element.tabIndex = -1;
      else element.removeAttribute('tabindex');
    }
  }

  #moveFocus({ control }) {
    if (control.tabIndex < 0 && !control.hasAttribute('tabindex')) control.tabIndex = -1;
    control.focus();
  }
}
